//! To be written.
use crate::list::{Contents, Input, Refusal};
/// Whether a file begins like this list.
pub fn recognises(_beginning: &[u8]) -> bool {
    false
}
/// To be written.
pub fn read(_files: &mut [Input]) -> Result<Contents, Refusal> {
    unimplemented!()
}
