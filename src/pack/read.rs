//! Pack bytes → lists, verified first.

use super::{DIGEST, ENTRY, FORMAT, List, MAGIC, MOST_LISTS, OpenList, PREAMBLE, PackError, hex};
use sha2::{Digest, Sha256};

/// Opens a pack: checks every byte of it against its digests, then decodes its lists.
///
/// # Errors
/// [`PackError`] for anything but a whole, undamaged pack of this format version.
pub fn open(pack: &[u8]) -> Result<Vec<OpenList>, PackError> {
    if !pack.starts_with(&MAGIC) {
        let got = match &pack[..pack.len().min(MAGIC.len())] {
            [] => "nothing: it is empty".to_owned(),
            start => hex(start),
        };
        return Err(PackError::NotAPack { got });
    }
    let cut_off = |expected: usize| PackError::Length { expected: expected as u64, got: pack.len() as u64 };
    let number = |at: usize| -> Result<u32, PackError> {
        let bytes = pack.get(at..at + 4).ok_or_else(|| cut_off(PREAMBLE))?;
        Ok(bytes.iter().rev().fold(0, |value, byte| value << 8 | u32::from(*byte)))
    };
    let version = number(8)?;
    if version != FORMAT {
        return Err(PackError::Version { got: version, expected: FORMAT });
    }
    let lists = number(12)? as usize;
    if lists == 0 || lists > MOST_LISTS {
        return Err(PackError::Lists { got: lists });
    }

    let directory_end = PREAMBLE + lists * ENTRY;
    let sections_start = directory_end + DIGEST;
    let header_digest = pack.get(directory_end..sections_start).ok_or_else(|| cut_off(sections_start))?;
    verify("the pack's header", &pack[..directory_end], header_digest)?;

    let entries: Vec<(u64, &[u8])> = pack[PREAMBLE..directory_end]
        .chunks_exact(ENTRY)
        .map(|entry| {
            let (length, digest) = entry.split_at(ENTRY - DIGEST);
            (length.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte)), digest)
        })
        .collect();
    let expected = entries.iter().fold(sections_start as u64, |sum, (length, _)| sum.saturating_add(*length));
    if expected != pack.len() as u64 {
        return Err(PackError::Length { expected, got: pack.len() as u64 });
    }

    let mut rest = &pack[sections_start..];
    let mut open = Vec::with_capacity(lists);
    for (at, (length, digest)) in entries.into_iter().enumerate() {
        let (section, after) = rest.split_at(length as usize);
        rest = after;
        let sha256 = verify(&format!("list {} of the pack", at + 1), section, digest)?;
        let (list, left): (List, _) = postcard::take_from_bytes(section)
            .map_err(|error| PackError::Section { at: at + 1, got: error.to_string() })?;
        if !left.is_empty() {
            return Err(PackError::Section { at: at + 1, got: format!("{} bytes too many", left.len()) });
        }
        // A whole section can still hold what cannot be screened; no list may count as looked at that cannot be.
        list.check()?;
        open.push(OpenList { list, sha256 });
    }
    Ok(open)
}

fn verify(at: &str, bytes: &[u8], expected: &[u8]) -> Result<[u8; 32], PackError> {
    let got: [u8; 32] = Sha256::digest(bytes).into();
    if got != expected {
        return Err(PackError::Digest { at: at.to_owned(), expected: hex(expected), got: hex(&got) });
    }
    Ok(got)
}
