//! Which files of the CSV family belong together: those of the SDN List and those of the non-SDN lists may be given at once.
//!
//! A part belongs to the file of names that has its records. The lists share some ids, so that the share counts which is
//! found; where two files of names have them all, the shorter one is meant: the parts of the SDN List speak of far more records
//! than the non-SDN file has.

use super::rows::END_MARK;
use crate::list::{Input, Refusal};
use csv::{ByteRecord, ReaderBuilder};
use std::collections::HashSet;
use std::io::{Cursor, Read};

/// Which file of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// sdn.csv, cons_prim.csv: a record a row.
    Names,
    /// add.csv, cons_add.csv.
    Addresses,
    /// alt.csv, cons_alt.csv: the strong aliases.
    Aliases,
    /// sdn_comments.csv, cons_comments.csv: the rest of long remarks.
    Comments,
    /// A file with the end mark alone, which may be any of them.
    Nothing,
}

impl Part {
    /// How many columns its rows have.
    pub fn columns(self) -> usize {
        match self {
            Part::Names => 12,
            Part::Addresses => 6,
            Part::Aliases => 5,
            Part::Comments | Part::Nothing => 2,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Part::Names => "names",
            Part::Addresses => "addresses",
            Part::Aliases => "aliases",
            Part::Comments => "the rest of long remarks",
            Part::Nothing => "no record",
        }
    }
}

/// Which part of the family begins like this.
pub fn part(beginning: &[u8]) -> Option<Part> {
    if beginning.trim_ascii() == [END_MARK] {
        return Some(Part::Nothing);
    }
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(beginning);
    let mut row = ByteRecord::new();
    reader.read_byte_record(&mut row).ok()?;
    let number = |at: usize| row.get(at).is_some_and(is_number);
    let quoted = beginning.split(|byte| *byte == b',').nth(1).is_some_and(|field| field.starts_with(b"\""));
    match row.len() {
        12 if number(0) => Some(Part::Names),
        6 if number(0) && number(1) => Some(Part::Addresses),
        5 if number(0) && number(1) => Some(Part::Aliases),
        2 if number(0) && quoted => Some(Part::Comments),
        _ => None,
    }
}

fn is_number(field: &[u8]) -> bool {
    let field = field.trim_ascii();
    !field.is_empty() && field.iter().all(u8::is_ascii_digit)
}

/// Puts the files that belong together into families, each with its file of names first.
///
/// # Errors
/// [`Refusal::Alone`] for a part whose file of names is not there, [`Refusal::NoRecord`] for a file with the end mark alone
/// among no others.
pub fn families<'a>(parts: Vec<(Part, Input<'a>)>) -> Result<Vec<Vec<Input<'a>>>, Refusal> {
    let (names, mut parts): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(part, _)| *part == Part::Names);
    // The same files give the same family, in whatever order they are given.
    parts.sort_by_key(|(part, _)| *part);
    let mut families: Vec<Family> = names.into_iter().map(|(_, file)| Family::of(file)).collect();
    let mut files: Vec<(Part, Input, HashSet<Vec<u8>>)> =
        parts.into_iter().map(|(part, file)| (part, file, HashSet::new())).collect();
    if families.len() > 1 {
        // To know whose they are, all their ids must be known. The files are short beside what is read from them.
        for family in &mut families {
            family.ids = held(&mut family.files[0])?;
        }
        for (_, file, ids) in &mut files {
            *ids = held(file)?;
        }
    }
    // Those that can be told apart best choose first.
    files.sort_by_key(|(_, _, ids)| std::cmp::Reverse(ids.len()));
    for (part, file, ids) in files {
        let found = |family: &Family| ids.iter().filter(|id| family.ids.contains(*id)).count();
        let free = families.iter_mut().filter(|family| part == Part::Nothing || !family.parts.contains(&part));
        match free.max_by_key(|family| (found(family), std::cmp::Reverse(family.ids.len()))) {
            Some(family) => {
                family.parts.push(part);
                family.files.push(file);
            }
            None if part == Part::Nothing => {
                return Err(Refusal::NoRecord { file: file.name, what: "a CSV file of OFAC" });
            }
            None => {
                let needs = "the file of names to which it belongs, sdn.csv or cons_prim.csv";
                return Err(Refusal::Alone { file: file.name, got: part.words(), needs });
            }
        }
    }
    Ok(families.into_iter().map(|family| family.files).collect())
}

struct Family<'a> {
    files: Vec<Input<'a>>,
    parts: Vec<Part>,
    ids: HashSet<Vec<u8>>,
}

impl<'a> Family<'a> {
    fn of(names: Input<'a>) -> Family<'a> {
        Family { files: vec![names], parts: Vec::new(), ids: HashSet::new() }
    }
}

/// Reads a file into memory, so that it can be read once more, and returns the ids in its first column.
fn held(file: &mut Input) -> Result<HashSet<Vec<u8>>, Refusal> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)
        .map_err(|error| Refusal::Unreadable { file: file.name.clone(), what: error.to_string() })?;
    let first = |line: &[u8]| line.split(|byte| *byte == b',').next().map(|field| field.trim_ascii().to_vec());
    let ids = bytes.split(|byte| *byte == b'\n').filter_map(first).filter(|id| is_number(id)).collect();
    *file = Input::new(file.name.clone(), Cursor::new(bytes));
    Ok(ids)
}
