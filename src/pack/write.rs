//! Lists → pack bytes.

use super::section::{self, Head};
use super::{DIGEST, ENTRY, FORMAT, List, MAGIC, MOST_LISTS, PREAMBLE, PackError, SECTIONS};
use sha2::{Digest, Sha256};

/// Writes one section of a list to the end of what there is.
type Writer = fn(&List, Vec<u8>) -> Vec<u8>;

/// Writes lists into one pack. The same lists give the same bytes.
///
/// # Errors
/// [`PackError::Rules`] for a list that breaks the rules, [`PackError::Twice`] for two of the same id,
/// [`PackError::Lists`] for none at all.
pub fn write(lists: &[List]) -> Result<Vec<u8>, PackError> {
    if lists.is_empty() || lists.len() > MOST_LISTS {
        return Err(PackError::Lists { got: lists.len() });
    }
    for (at, list) in lists.iter().enumerate() {
        list.check()?;
        if lists[..at].iter().any(|other| other.publication.list == list.publication.list) {
            return Err(PackError::Twice { list: list.publication.list.clone() });
        }
    }
    // The sections are written to their place one after another, so that none is in memory twice; what the directory says of
    // them is filled in once they are known.
    let directory_end = PREAMBLE + lists.len() * SECTIONS * ENTRY;
    let sections_start = directory_end + DIGEST;
    let mut bytes = Vec::new();
    bytes.extend(MAGIC);
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend((lists.len() as u32).to_le_bytes());
    bytes.resize(sections_start, 0);
    let writers: [Writer; SECTIONS] = [
        |list, bytes| head(list).write(bytes),
        |list, bytes| section::write_names(&list.designations, bytes),
        |list, bytes| section::write_details(&list.designations, bytes),
    ];
    for (kind, write) in writers.into_iter().enumerate() {
        for (at, list) in lists.iter().enumerate() {
            let start = bytes.len();
            bytes = write(list, bytes);
            let length = (bytes.len() - start) as u64;
            let digest = Sha256::digest(&bytes[start..]);
            // The directory goes list by list, the sections kind by kind.
            let entry = PREAMBLE + (at * SECTIONS + kind) * ENTRY;
            bytes[entry..entry + ENTRY - DIGEST].copy_from_slice(&length.to_le_bytes());
            bytes[entry + ENTRY - DIGEST..entry + ENTRY].copy_from_slice(&digest);
        }
    }
    let header = Sha256::digest(&bytes[..directory_end]);
    bytes[directory_end..sections_start].copy_from_slice(&header);
    Ok(bytes)
}

fn head(list: &List) -> Head {
    Head {
        publication: list.publication.clone(),
        sources: list.sources.clone(),
        warnings: list.warnings.clone(),
        programmes: list.programmes.clone(),
        measures: list.measures.clone(),
    }
}
