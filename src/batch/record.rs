//! The screening record: one JSON file that says what was asked, of which lists, with which settings, and what came of each row.
//!
//! ```text
//! {"format":"namesieve-record/2",
//! "head":{ when, software, method, settings, lists, input file and the use of its columns, note },
//! "rows":[
//! {"row":{…},"outcome":{…},"chain":"…"},          one line for each row of the file
//! …
//! ],
//! "counts":{…},
//! "seal":"…"}
//! ```
//!
//! Each `chain` is the SHA-256 of the chain before it and the row's own JSON; the first begins with that of format and head, and the
//! `seal` is the digest of the last one and the counts. The writer has one form for each record, so a record whose bytes are not
//! that form was changed, too. Whoever changes a record and makes all its digests anew is found out by screening again
//! ([`Record::differs`]), or by the seal, which can be kept elsewhere: a time and a note in the head prove nothing by themselves.

use super::delta::{Basis, Entries};
use super::{Columns, Outcome, Row};
use crate::pack::hex;
use crate::report::{Coverage, ReasonCode, Status};
use crate::sheet::{Choice, Form, SheetFile};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The format and its version.
pub const FORMAT: &str = "namesieve-record/2";

/// A record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    format: String,
    /// What holds for all rows.
    pub head: Head,
    /// The rows of the file, each with its outcome.
    pub rows: Vec<Entry>,
    /// How many rows came to what.
    pub counts: Counts,
    /// The digest over everything above it, in hexadecimal.
    pub seal: String,
}

/// What holds for all rows of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Head {
    /// When screening began, UTC: `2026-11-30T09:15:00Z`.
    pub made: String,
    /// Who screened, as they say.
    pub operator: String,
    /// What they noted.
    pub note: String,
    /// What screened.
    pub software: Software,
    /// The method and its version.
    pub method: String,
    /// The score from which a listed name is a hit, 1 to 100.
    pub threshold: u8,
    /// Whether a weak alias alone makes a hit.
    pub weak_aliases: bool,
    /// Today and the age in days from which a list is out of date, if that was heeded.
    pub oldest: Option<Oldest>,
    /// The lists that were looked at.
    pub lists: Vec<Coverage>,
    /// Lists that were loaded and switched off.
    pub off: Vec<Coverage>,
    /// Lists that ought to have been loaded and could not be; the person chose to screen without them.
    pub without: Vec<String>,
    /// What was listed on the lists that were looked at; empty where that is left out.
    pub entries: Entries,
    /// The earlier record that a run relied on which looked only at what was added or changed since then; checking this record
    /// screens in full.
    pub since: Option<Basis>,
    /// The file.
    pub input: Input,
}

/// The software that made a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Software {
    /// The version of Namesieve.
    pub version: String,
    /// `native` or `wasm`.
    pub engine: String,
    /// SHA-256 of the program or the wasm module.
    pub sha256: String,
}

/// The age from which a list is out of date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oldest {
    /// The day of the screening.
    pub today: String,
    /// The age in days.
    pub days: u32,
}

/// The file that was screened and how it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// The file.
    pub file: SheetFile,
    /// As what it was read.
    pub form: Form,
    /// What a person chose of how it is read.
    pub choice: Choice,
    /// The names of its columns.
    pub labels: Vec<String>,
    /// What each was used for.
    pub columns: Columns,
    /// What was noticed while it was read.
    pub notes: Vec<String>,
}

/// A row and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The row as it was asked.
    pub row: Row,
    /// What came of it.
    pub outcome: Outcome,
    /// The digest over this entry and all before it.
    pub chain: String,
}

/// How many rows came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Counts {
    /// All rows.
    pub rows: usize,
    /// Rows with potential matches, screened or not.
    pub potential: usize,
    /// Rows that were screened and have none.
    pub none: usize,
    /// Rows that were not screened, with or without potential matches.
    pub not_screened: usize,
    /// Those of them before which screening was stopped.
    pub stopped: usize,
    /// Potential matches of all rows together.
    pub hits: usize,
}

/// Why bytes are no record that can be relied on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// They cannot be read as one.
    #[error("this is no screening record, or it is damaged ({0}); take the file as it was written")]
    Unreadable(String),
    /// Another version.
    #[error("the record has the format `{0}`; this version reads {FORMAT}")]
    Format(String),
    /// Another file of a record's.
    #[error("the file has the format `{got}`, and one of {wanted} is wanted")]
    Other {
        /// The format that is wanted.
        wanted: String,
        /// The format found.
        got: String,
    },
    /// Something in it is not what it was.
    #[error("the record was changed after it was made: {0}")]
    Changed(String),
}

impl Counts {
    /// Counts outcomes.
    pub fn of<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Counts {
        let mut counts = Counts::default();
        for outcome in outcomes {
            counts.rows += 1;
            counts.hits += outcome.hits.len();
            counts.potential += usize::from(!outcome.hits.is_empty());
            match outcome.status {
                Status::NotScreened => counts.not_screened += 1,
                Status::Screened => counts.none += usize::from(outcome.hits.is_empty()),
            }
            counts.stopped += usize::from(outcome.is_stopped());
        }
        counts
    }
}

impl Outcome {
    /// Whether screening was stopped before the row.
    pub fn is_stopped(&self) -> bool {
        self.reasons.iter().any(|reason| reason.code == ReasonCode::Stopped)
    }
}

/// A value as JSON. The types of a record have keys that are strings, so that this cannot fail.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

pub(super) fn digest(before: &str, text: &str) -> String {
    hex(&Sha256::new().chain_update(before.as_bytes()).chain_update(text.as_bytes()).finalize())
}

fn first(format: &str, head: &Head) -> String {
    digest(format, &json(head))
}

fn next(before: &str, row: &Row, outcome: &Outcome) -> String {
    digest(before, &json(&(row, outcome)))
}

impl Record {
    /// Makes the record of rows and their outcomes.
    pub fn new(head: Head, rows: impl IntoIterator<Item = (Row, Outcome)>) -> Record {
        let mut chain = first(FORMAT, &head);
        let linked = rows.into_iter().map(|(row, outcome)| {
            chain = next(&chain, &row, &outcome);
            Entry { row, outcome, chain: chain.clone() }
        });
        let rows: Vec<Entry> = linked.collect();
        let counts = Counts::of(rows.iter().map(|entry| &entry.outcome));
        let seal = digest(&chain, &json(&counts));
        Record { format: FORMAT.to_owned(), head, rows, counts, seal }
    }

    /// The record as a file.
    pub fn write(&self) -> String {
        let mut text = format!("{{\"format\":{},\n\"head\":{},\n\"rows\":[", json(&self.format), json(&self.head));
        for (at, entry) in self.rows.iter().enumerate() {
            text.push_str(if at == 0 { "\n" } else { ",\n" });
            text.push_str(&json(entry));
        }
        text.push_str(&format!("\n],\n\"counts\":{},\n\"seal\":{}}}\n", json(&self.counts), json(&self.seal)));
        text
    }

    /// Reads a record and holds it against its own digests.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn read(bytes: &[u8]) -> Result<Record, RecordError> {
        let unreadable = |error: serde_json::Error| RecordError::Unreadable(error.to_string());
        #[derive(Deserialize)]
        struct Version {
            format: String,
        }
        let Version { format } = serde_json::from_slice(bytes).map_err(unreadable)?;
        if format != FORMAT {
            return Err(RecordError::Format(format));
        }
        let record: Record = serde_json::from_slice(bytes).map_err(unreadable)?;
        let changed = |what: String| Err(RecordError::Changed(what));
        let mut chain = first(&record.format, &record.head);
        for (at, entry) in record.rows.iter().enumerate() {
            chain = next(&chain, &entry.row, &entry.outcome);
            if chain != entry.chain {
                let before = if at == 0 { "the head of the record, or a row before it," } else { "a row before it" };
                return changed(format!(
                    "row {} ({}) does not fit what stands before it: it was changed, or {before} was changed or taken out",
                    entry.row.row,
                    entry.row.names.first().map_or("without a name", String::as_str)
                ));
            }
        }
        let is_odd = |entry: &&Entry| (entry.outcome.status == Status::Screened) != entry.outcome.reasons.is_empty();
        if let Some(entry) = record.rows.iter().find(is_odd) {
            return changed(format!("row {} is said to be screened and not to be", entry.row.row));
        }
        if record.counts != Counts::of(record.rows.iter().map(|entry| &entry.outcome)) {
            return changed("its counts are not those of its rows".to_owned());
        }
        if digest(&chain, &json(&record.counts)) != record.seal {
            return changed(
                "its seal does not fit its rows: the last of them were taken out, or the seal was changed".to_owned(),
            );
        }
        let written = record.write();
        if written.as_bytes() != bytes {
            let at = written.bytes().zip(bytes).position(|(a, b)| a != *b).unwrap_or(written.len().min(bytes.len()));
            return changed(format!("from byte {} on its text is not as it was written", at + 1));
        }
        Ok(record)
    }
}

#[cfg(test)]
pub(super) mod tests;
