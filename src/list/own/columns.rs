//! The columns of a watchlist: which separator divides them and what each one means, by the words of the header.

use super::SEPARATOR_LINE;
use crate::list::words::plain;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Id,
    Name,
    Aliases,
    Kind,
    Birth,
    BirthPlace,
    Country,
    Nationality,
    Gender,
    Address,
    Identifier,
    Imo,
    Note,
    /// Anything else, kept as a fact with the column's own word.
    Other,
}

/// The words of headers, in small letters with spaces for what divides them.
const WORDS: [(Meaning, &[&str]); 13] = [
    (Meaning::Id, &["id", "uid", "identifier of record", "record id", "reference", "ref"]),
    (Meaning::Name, &["name", "full name", "primary name"]),
    (Meaning::Aliases, &["aliases", "alias", "aka", "a.k.a.", "also known as", "other names"]),
    (Meaning::Kind, &["type", "kind", "schema", "entity type", "subject type"]),
    (Meaning::Birth, &["birth date", "birthdate", "dob", "date of birth", "birth dates", "d.o.b.", "born"]),
    (Meaning::BirthPlace, &["birth place", "birthplace", "place of birth", "pob"]),
    (Meaning::Country, &["country", "countries"]),
    (Meaning::Nationality, &["nationality", "nationalities", "citizenship", "citizenships"]),
    (Meaning::Gender, &["gender", "sex"]),
    (Meaning::Address, &["address", "addresses"]),
    (Meaning::Identifier, &["identifier", "identifiers", "id number", "passport", "passport number"]),
    (Meaning::Imo, &["imo", "imo number"]),
    (Meaning::Note, &["note", "notes", "remark", "remarks", "comment", "comments"]),
];

/// The columns of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// What divides them.
    pub(super) separator: u8,
    /// Their words and meanings, in the order of the file.
    pub(super) all: Vec<(String, Meaning)>,
}

impl Columns {
    /// The columns of a file from its beginning, and how many lines stand before the header; nothing for a file whose first
    /// row has no name column. Of several separators the one that gives the most columns is taken.
    pub(super) fn recognise(beginning: &str) -> Option<(Columns, usize)> {
        let (first, rest) = beginning.split_once('\n').unwrap_or((beginning, ""));
        if first.trim().to_ascii_lowercase().starts_with(SEPARATOR_LINE) {
            let named = *first.trim_end_matches('\r').as_bytes().get(SEPARATOR_LINE.len())?;
            return Some((Columns::with(named, rest)?, 1));
        }
        let mut best: Option<Columns> = None;
        for separator in [b',', b';', b'\t'] {
            if let Some(columns) = Columns::with(separator, beginning)
                && best.as_ref().is_none_or(|best| columns.all.len() > best.all.len())
            {
                best = Some(columns);
            }
        }
        best.map(|columns| (columns, 0))
    }

    fn with(separator: u8, beginning: &str) -> Option<Columns> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(beginning.as_bytes());
        let mut header = csv::StringRecord::new();
        if !reader.read_record(&mut header).ok()? {
            return None;
        }
        let mut all: Vec<(String, Meaning)> = Vec::with_capacity(header.len());
        for (at, word) in header.iter().enumerate() {
            let word = plain(word);
            let found = meaning(&word);
            // A second column of one meaning is kept as a fact; several may add identifiers and notes.
            let free = matches!(found, Meaning::Identifier | Meaning::Note | Meaning::Aliases | Meaning::Nationality)
                || all.iter().all(|(_, known)| *known != found);
            let label = if word.is_empty() { format!("Column {}", at + 1) } else { word };
            all.push((label, if free { found } else { Meaning::Other }));
        }
        all.iter().any(|(_, meaning)| *meaning == Meaning::Name).then_some(Columns { separator, all })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }
}

fn meaning(word: &str) -> Meaning {
    let plain = word.to_lowercase().replace(['_', '-'], " ");
    WORDS.iter().find(|(_, words)| words.contains(&plain.as_str())).map_or(Meaning::Other, |(meaning, _)| *meaning)
}
