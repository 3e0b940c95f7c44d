//! Hangul syllables → Latin spellings.

use super::Romanised;
use crate::name::Reading;

/// Reads a word; nothing for letters that are not known here.
pub fn romanise(_raw: &str, _native: &str, _reading: Reading) -> Option<Vec<Romanised>> {
    None
}
