//! To be written.
use super::{Contents, Input, Refusal};
/// Whether a file begins like a watchlist.
pub fn recognises(_beginning: &[u8]) -> bool {
    false
}
/// To be written.
pub fn read(_files: &mut [Input]) -> Result<Contents, Refusal> {
    unimplemented!()
}
