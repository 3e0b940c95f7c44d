//! Thai letters, which are not read yet: where a syllable ends is not written, and a word that is not read is said not to be
//! screened.

use super::Romanised;
use crate::name::Reading;

/// Reads no word.
pub fn romanise(_raw: &str, _native: &str, _reading: Reading) -> Option<Vec<Romanised>> {
    None
}
