//! Pack bytes → lists, verified first.

use super::section::{self, Details, Head, Subject};
use super::{DIGEST, ENTRY, FORMAT, List, MAGIC, MOST_LISTS, PREAMBLE, PackError, SECTIONS, hex, obeyed};
use crate::designation::{Designation, Rules};
use sha2::{Digest, Sha256};

/// A list out of a verified pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenList {
    /// What the list is.
    pub head: Head,
    /// SHA-256 of what the directory says of the list, which is the digests of its sections.
    pub sha256: [u8; 32],
    /// The designations as screening sees them, in the order of the list.
    pub subjects: Vec<Subject>,
    details: Details,
}

impl OpenList {
    /// A designation with all its details. It is unpacked anew each time.
    ///
    /// # Panics
    /// For a place beyond the last subject.
    pub fn designation(&self, at: usize) -> Designation {
        let subject = &self.subjects[at];
        // Every record was unpacked once when the pack was opened, so this cannot fail.
        self.details.unpack(at, subject).unwrap_or_else(|_| Designation {
            names: subject.names.clone(),
            ..Designation::new(subject.id.clone(), subject.kind)
        })
    }

    /// All designations, in the order of the list.
    pub fn designations(&self) -> impl Iterator<Item = Designation> {
        (0..self.subjects.len()).map(|at| self.designation(at))
    }

    /// The whole list, as it was compiled.
    pub fn list(&self) -> List {
        let head = self.head.clone();
        List {
            publication: head.publication,
            sources: head.sources,
            warnings: head.warnings,
            programmes: head.programmes,
            measures: head.measures,
            designations: self.designations().collect(),
        }
    }
}

/// Opens a pack: checks every byte of it against its digests, then decodes its lists and holds them against the rules.
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

    let directory_end = PREAMBLE + lists * SECTIONS * ENTRY;
    let sections_start = directory_end + DIGEST;
    let header_digest = pack.get(directory_end..sections_start).ok_or_else(|| cut_off(sections_start))?;
    verify("the pack's header", &pack[..directory_end], header_digest)?;

    let directory = &pack[PREAMBLE..directory_end];
    let entries: Vec<(u64, &[u8])> = directory
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

    // The directory goes list by list, the sections kind by kind.
    let mut rest = &pack[sections_start..];
    let mut sections: Vec<&[u8]> = vec![&[]; entries.len()];
    for kind in 0..SECTIONS {
        for list in 0..lists {
            let (length, digest) = entries[list * SECTIONS + kind];
            let (section, after) = rest.split_at(length as usize);
            rest = after;
            verify(&at(list, kind), section, digest)?;
            sections[list * SECTIONS + kind] = section;
        }
    }
    (0..lists)
        .map(|list| {
            let entry = &directory[list * SECTIONS * ENTRY..(list + 1) * SECTIONS * ENTRY];
            decode(list, &sections[list * SECTIONS..], Sha256::digest(entry).into())
        })
        .collect()
}

/// How many of the first bytes of a pack hold all that screening asks: everything but the details, which stand last. Nothing for bytes
/// that are too few for that; whether they are a pack, [`open`] says.
pub fn without_details(pack: &[u8]) -> Option<usize> {
    let lists = u32::from_le_bytes(pack.get(12..PREAMBLE)?.try_into().ok()?) as usize;
    let length = |section: usize| {
        let at = PREAMBLE + section * ENTRY;
        usize::try_from(u64::from_le_bytes(pack.get(at..at + ENTRY - DIGEST)?.try_into().ok()?)).ok()
    };
    let needed = (0..lists).flat_map(|list| [list * SECTIONS, list * SECTIONS + 1]).map(length);
    let bytes = needed.sum::<Option<usize>>()? + PREAMBLE + lists * SECTIONS * ENTRY + DIGEST;
    (bytes <= pack.len()).then_some(bytes)
}

/// The words for a section.
fn at(list: usize, kind: usize) -> String {
    format!("the section of {} of list {} of the pack", ["the head", "names", "details"][kind], list + 1)
}

fn decode(list: usize, sections: &[&[u8]], sha256: [u8; 32]) -> Result<OpenList, PackError> {
    let damaged = |kind| move |got: &str| PackError::Section { at: at(list, kind), got: got.to_owned() };
    let head = Head::read(sections[0]).map_err(damaged(0))?;
    let subjects = section::read_names(sections[1]).map_err(damaged(1))?;
    let details = Details::read(sections[2]).map_err(damaged(2))?;
    if details.len() != subjects.len() {
        return Err(damaged(2)("it has not as many records as there are designations"));
    }
    // A whole pack can still hold what cannot be screened; no list may count as looked at that cannot be.
    let mut rules = Rules::new(&head.programmes, &head.measures, subjects.iter().map(|subject| subject.id.as_str()));
    for (at, subject) in subjects.iter().enumerate() {
        rules.hold(&details.unpack(at, subject).map_err(damaged(2))?);
    }
    obeyed(&head.publication, rules)?;
    Ok(OpenList { head, sha256, subjects, details })
}

fn verify(at: &str, bytes: &[u8], expected: &[u8]) -> Result<(), PackError> {
    let got: [u8; 32] = Sha256::digest(bytes).into();
    if got != expected {
        return Err(PackError::Digest { at: at.to_owned(), expected: hex(expected), got: hex(&got) });
    }
    Ok(())
}
