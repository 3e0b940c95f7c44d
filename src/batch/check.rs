//! A record checked: whether lists, file and rows are still those that it tells of. Its own digests are checked when it is read.

use super::delta::Entries;
use super::opened::OpenRow;
use super::record::{Entry, Oldest, Record, RecordError};
use super::redacted::Redacted;
use super::{Outcome, Row};
use crate::report::{Coverage, Status};
use crate::{Settings, ThresholdError};

impl Record {
    /// The settings to screen again with.
    ///
    /// # Errors
    /// [`RecordError::Unreadable`] for settings that there are not.
    pub fn settings(&self) -> Result<Settings, RecordError> {
        settings(self.head.threshold, self.head.weak_aliases, self.head.oldest.as_ref())
    }

    /// Why the rows cannot be screened again over the lists that are loaded, as a sentence: one that was looked at is not among
    /// them, or in another edition. Nothing where all are there; any others have to be switched off.
    pub fn other_lists(&self, loaded: &[Coverage]) -> Option<String> {
        other_lists(&self.head.lists, loaded)
    }

    /// Whether a list was looked at.
    pub fn looked_at(&self, list: &str) -> bool {
        self.head.lists.iter().any(|looked_at| looked_at.id == list)
    }

    /// Whether the lists hold another thing than the record tells, as a sentence: it would mislead the next run over changes.
    pub fn other_entries(&self, listed: &Entries) -> Option<&'static str> {
        let differ = self.head.entries != Entries::default() && self.head.entries != *listed;
        differ.then_some("what it says was listed is not what stands on these lists")
    }

    /// The first difference between the rows of the record and those that its file gives now, as a sentence.
    pub fn other_rows(&self, rows: &[Row]) -> Option<String> {
        let named = |row: &Row| format!("{:?}", row.names.join(" / "));
        let different = self.rows.iter().zip(rows).find(|(entry, row)| entry.row != **row);
        if let Some((entry, row)) = different {
            let (number, was, is) = (entry.row.row, named(&entry.row), named(row));
            return Some(format!("row {number} of the file asks {is}, and the record says {was} or other facts"));
        }
        let (has, had) = (rows.len(), self.rows.len());
        (has != had).then(|| format!("the file has {has} rows, and the record {had}"))
    }

    /// The difference between an entry and what screening its row gives now, as a sentence.
    pub fn differs(entry: &Entry, now: &Outcome) -> Option<String> {
        differs(&entry.row, &entry.outcome, now)
    }
}

impl Redacted {
    /// The settings to screen opened rows again with.
    ///
    /// # Errors
    /// [`RecordError::Unreadable`] for settings that there are not.
    pub fn settings(&self) -> Result<Settings, RecordError> {
        settings(self.head.threshold, self.head.weak_aliases, self.head.oldest.as_ref())
    }

    /// The same as [`Record::other_lists`].
    pub fn other_lists(&self, loaded: &[Coverage]) -> Option<String> {
        other_lists(&self.head.lists, loaded)
    }

    /// The difference between a row that was opened and what screening it gives now, as a sentence.
    pub fn differs(open: &OpenRow, now: &Outcome) -> Option<String> {
        differs(&open.row, &open.outcome, now)
    }
}

fn settings(threshold: u8, weak_aliases: bool, oldest: Option<&Oldest>) -> Result<Settings, RecordError> {
    let wrong = |what: String| RecordError::Unreadable(what);
    let settings =
        Settings::new(i64::from(threshold), weak_aliases).map_err(|error: ThresholdError| wrong(error.to_string()))?;
    Ok(match oldest {
        Some(Oldest { today, days }) => {
            settings.oldest(today.parse().map_err(|_| wrong(format!("`{today}` is no day")))?, *days)
        }
        None => settings,
    })
}

fn other_lists(looked_at: &[Coverage], loaded: &[Coverage]) -> Option<String> {
    let issued =
        |list: &Coverage| list.issued.clone().map_or("of an unknown date".to_owned(), |day| format!("of {day}"));
    looked_at.iter().find_map(|list| match loaded.iter().find(|other| other.id == list.id) {
        None => Some(format!("the list `{}` {} of the record is not loaded", list.id, issued(list))),
        Some(other) if other.sha256 != list.sha256 => Some(format!(
            "the record was made with the list `{}` {} (sha256 {}), and loaded is the one {} (sha256 {})",
            list.id,
            issued(list),
            list.sha256,
            issued(other),
            other.sha256
        )),
        Some(_) => None,
    })
}

/// A row before which screening was stopped has nothing to compare.
fn differs(row: &Row, then: &Outcome, now: &Outcome) -> Option<String> {
    if then.is_stopped() || then == now {
        return None;
    }
    let (row, then, now) = (row.row, then.brief(), now.brief());
    Some(format!("row {row}: the record says {then}, and screening it now gives {now}"))
}

impl Outcome {
    /// The outcome in a few words.
    pub fn brief(&self) -> String {
        let hits: Vec<String> =
            self.hits.iter().map(|hit| format!("{} {} {} ({})", hit.score, hit.list, hit.id, hit.name)).collect();
        let reasons: Vec<String> = self.reasons.iter().map(ToString::to_string).collect();
        let status = match self.status {
            Status::Screened => "screened".to_owned(),
            Status::NotScreened => format!("not screened ({})", reasons.join(" ")),
        };
        match hits.is_empty() {
            true => format!("{status}, no potential match"),
            false => format!("{status}, {}", hits.join("; ")),
        }
    }
}
