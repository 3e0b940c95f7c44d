//! Lists → pack bytes.

use super::{DIGEST, ENTRY, FORMAT, List, MAGIC, PREAMBLE, PackError};
use sha2::{Digest, Sha256};

/// Writes lists into one pack. The same lists give the same bytes.
///
/// # Errors
/// [`PackError::Rules`] for a list that breaks the rules, [`PackError::Lists`] for none at all.
pub fn write(lists: &[List]) -> Result<Vec<u8>, PackError> {
    if lists.is_empty() || lists.len() > super::MOST_LISTS {
        return Err(PackError::Lists { got: lists.len() });
    }
    let mut sections = Vec::with_capacity(lists.len());
    for (at, list) in lists.iter().enumerate() {
        list.check()?;
        let section =
            postcard::to_allocvec(list).map_err(|error| PackError::Section { at: at + 1, got: error.to_string() })?;
        sections.push(section);
    }

    let mut bytes =
        Vec::with_capacity(PREAMBLE + sections.len() * ENTRY + DIGEST + sections.iter().map(Vec::len).sum::<usize>());
    bytes.extend(MAGIC);
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend((sections.len() as u32).to_le_bytes());
    for section in &sections {
        bytes.extend((section.len() as u64).to_le_bytes());
        bytes.extend(Sha256::digest(section));
    }
    let header = Sha256::digest(&bytes);
    bytes.extend(header);
    for section in &sections {
        bytes.extend(section);
    }
    Ok(bytes)
}
