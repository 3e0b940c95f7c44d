//! To be written.
use crate::list::{Contents, Input, Refusal};
/// To be written.
pub fn read(_files: &mut [Input]) -> Result<Contents, Refusal> {
    unimplemented!()
}
