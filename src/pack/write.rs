//! Lists → pack bytes.

use super::section::{self, Head};
use super::{DIGEST, ENTRY, FORMAT, List, MAGIC, MOST_LISTS, PREAMBLE, PackError, SECTIONS};
use sha2::{Digest, Sha256};

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
    let heads = lists.iter().map(|list| head(list).write());
    let names = lists.iter().map(|list| section::write_names(&list.designations));
    let details = lists.iter().map(|list| section::write_details(&list.designations));
    let sections: Vec<Vec<u8>> = heads.chain(names).chain(details).collect();

    let directory_end = PREAMBLE + lists.len() * SECTIONS * ENTRY;
    let mut bytes = Vec::with_capacity(directory_end + DIGEST + sections.iter().map(Vec::len).sum::<usize>());
    bytes.extend(MAGIC);
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend((lists.len() as u32).to_le_bytes());
    for list in 0..lists.len() {
        for section in sections.iter().skip(list).step_by(lists.len()) {
            bytes.extend((section.len() as u64).to_le_bytes());
            bytes.extend(Sha256::digest(section));
        }
    }
    let header = Sha256::digest(&bytes);
    bytes.extend(header);
    for section in &sections {
        bytes.extend(section);
    }
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
