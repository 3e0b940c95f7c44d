//! What is new since an earlier record: each potential match of a row is `new`, `changed` or `same`, and some are `gone`.
//!
//! Rows are the same customer by their reference, or where there is none by their names and facts ([`Customer`]). A potential
//! match has changed when anything that the record tells of it has: its score, the listed entry, what the row's facts say of it.

use super::record::{Entry, Head, Record};
use super::review::Customer;
use super::{Found, Outcome, Row};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// An earlier record, by its customers.
pub struct Since {
    record: Record,
    /// The places of its rows by their references, and by their names and facts.
    by_reference: HashMap<String, usize>,
    by_name: HashMap<(Vec<String>, Vec<String>), usize>,
}

/// What has become of the potential matches of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Whether the earlier record has no such row, or one that was not screened.
    pub first: bool,
    /// The places, among the potential matches of now, of those that were not there.
    pub new: Vec<usize>,
    /// The places of those that were there otherwise.
    pub changed: Vec<usize>,
    /// Those that are no longer there.
    pub gone: Vec<Found>,
    /// How many are as they were.
    pub same: usize,
}

impl Since {
    /// An earlier record to compare with.
    pub fn new(record: Record) -> Since {
        let (mut by_reference, mut by_name) = (HashMap::new(), HashMap::new());
        for (at, entry) in record.rows.iter().enumerate() {
            let Customer { reference, names, facts } = Customer::of(&entry.row);
            // Of rows that cannot be told apart the first one counts.
            by_name.entry((names, facts)).or_insert(at);
            if !reference.is_empty() {
                by_reference.entry(reference).or_insert(at);
            }
        }
        Since { record, by_reference, by_name }
    }

    /// The day of the earlier record.
    pub fn day(&self) -> &str {
        let made = &self.record.head.made;
        made.split('T').next().unwrap_or(made)
    }

    /// What the record is about and how it was made, where that is otherwise than now: a sentence each.
    pub fn differs(&self, head: &Head) -> Vec<String> {
        let (before, mut told) = (&self.record.head, Vec::new());
        if before.input.file.name != head.input.file.name {
            told.push(format!(
                "The earlier record is about the file {}, and this one is {}.",
                before.input.file.name, head.input.file.name
            ));
        }
        if before.threshold != head.threshold {
            told.push(format!(
                "The earlier record was made at the threshold {}, and this at {}.",
                before.threshold, head.threshold
            ));
        }
        if before.method != head.method {
            told.push(format!(
                "The earlier record was made by the method {}, and this by {}.",
                before.method, head.method
            ));
        }
        let ids = |head: &Head| head.lists.iter().map(|list| list.id.clone()).collect::<BTreeSet<_>>();
        let [then, now] = [ids(before), ids(head)];
        let named = |ids: Vec<&String>| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
        let (less, more) = (named(then.difference(&now).collect()), named(now.difference(&then).collect()));
        if !less.is_empty() {
            told.push(format!("The earlier record looked at lists that are not looked at now: {less}."));
        }
        if !more.is_empty() {
            told.push(format!("The earlier record did not look at these lists: {more}."));
        }
        told
    }

    /// How many of these rows the record knows.
    pub fn known<'r>(&self, rows: impl Iterator<Item = &'r Row>) -> usize {
        rows.filter(|row| self.before(row).is_some()).count()
    }

    /// The earlier record.
    pub(super) fn record(&self) -> &Record {
        &self.record
    }

    pub(super) fn before(&self, row: &Row) -> Option<&Entry> {
        let Customer { reference, names, facts } = Customer::of(row);
        let entry = |at: &usize| &self.record.rows[*at];
        // Two references are two customers, whatever they are called.
        let by_name = self.by_name.get(&(names, facts)).map(entry);
        let by_name = by_name.filter(|entry| reference.is_empty() || entry.row.reference.is_empty());
        self.by_reference.get(&reference).map(entry).or(by_name)
    }

    /// What has become of a row's potential matches.
    pub fn changes(&self, row: &Row, outcome: &Outcome) -> Changes {
        let before = self.before(row).map(|entry| &entry.outcome);
        let Some(before) = before.filter(|before| !before.is_stopped()) else {
            return Changes { first: true, new: (0..outcome.hits.len()).collect(), ..Changes::default() };
        };
        let mut changes = Changes::default();
        let is = |a: &Found, b: &Found| a.list == b.list && a.id == b.id;
        for (at, hit) in outcome.hits.iter().enumerate() {
            match before.hits.iter().find(|other| is(other, hit)) {
                None => changes.new.push(at),
                // Which of the row's names was compared is nothing of the match itself.
                Some(other) if Found { asked: hit.asked, ..other.clone() } == *hit => changes.same += 1,
                Some(_) => changes.changed.push(at),
            }
        }
        let gone = before.hits.iter().filter(|hit| outcome.hits.iter().all(|other| !is(hit, other)));
        changes.gone = gone.cloned().collect();
        changes
    }
}

impl Changes {
    /// Whether anything is there that was not, or otherwise, or no longer.
    pub fn is_news(&self) -> bool {
        !(self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::record::tests::record;

    #[test]
    fn new_changed_gone_and_same_are_told_apart() {
        let now = record();
        let mut before = now.clone();
        let ahmed = before.rows[0].outcome.hits[0].clone();
        before.rows[0].outcome.hits[0].profile = "another".into();
        before.rows[3].outcome.hits.clear();
        before.rows[2].outcome.hits.push(ahmed.clone());
        let since = Since::new(before);
        assert_eq!(since.day(), "2026-11-30");
        let changes: Vec<Changes> = now.rows.iter().map(|entry| since.changes(&entry.row, &entry.outcome)).collect();
        assert_eq!(changes[0], Changes { changed: vec![0], ..Changes::default() });
        assert_eq!(changes[1], Changes::default());
        assert_eq!(changes[2], Changes { gone: vec![ahmed], ..Changes::default() });
        assert_eq!(changes[3], Changes { new: vec![0], ..Changes::default() });
        assert!(changes[0].is_news() && changes[3].is_news() && changes[2].is_news() && !changes[1].is_news());
        let same = Since::new(now.clone());
        for entry in &now.rows {
            let expected = Changes { same: entry.outcome.hits.len(), ..Changes::default() };
            assert_eq!(same.changes(&entry.row, &entry.outcome), expected);
        }
        assert_eq!(same.known(now.rows.iter().map(|entry| &entry.row)), 4);
        assert_eq!(same.differs(&now.head), Vec::<String>::new());
        let mut other = now.head.clone();
        other.threshold = 97;
        other.lists.pop();
        other.input.file.name = "other.csv".into();
        assert_eq!(
            same.differs(&other),
            [
                "The earlier record is about the file partners.csv, and this one is other.csv.",
                "The earlier record was made at the threshold 70, and this at 97.",
                "The earlier record looked at lists that are not looked at now: ofac-cmic."
            ]
        );
        let first = Row { names: vec!["Somebody New".into()], ..Row::default() };
        assert!(same.changes(&first, &now.rows[0].outcome).first);
    }
}
