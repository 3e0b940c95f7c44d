//! A later run over newer lists, in which only what was added or changed on them is looked at where that is enough.
//!
//! A row that was screened and had no potential match, of names alone or of weak aliases, has none now either among the designations
//! that are as they were: whether a listed name is a potential match depends on that name and on what is asked, and on no other
//! listed name. So it is enough to hold such a row against the others. Every other row is screened in full. Either way the
//! outcome is the one of a full run over the lists of now, which is tested on real editions.
//!
//! What was listed then is known from the record: it has a fingerprint of each designation ([`Entries`]).

use super::since::Since;
use super::{Outcome, Row};
use crate::report::Status;
use crate::{METHOD, Screener, Settings};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// Characters of a fingerprint: 64 bits of a profile. One of 40,000 others is the same by chance once in 10^14.
const FINGERPRINT: usize = 16;

/// What was listed: by the id of each list that was looked at the fingerprints of its designations, in their order and one after the
/// other. A fingerprint is how the designation's profile ([`Found::profile`](super::Found::profile)) begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Entries(BTreeMap<String, String>);

/// The places of designations on each list, by its id.
pub type Places = BTreeMap<String, Vec<usize>>;

/// On what a run relied that looked at a part of the lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// When the earlier record was made.
    pub made: String,
    /// Its seal.
    pub seal: String,
    /// How many designations were added or changed since then.
    pub designations: usize,
}

impl Entries {
    /// What is listed on the lists that are looked at.
    pub fn of(screener: &Screener) -> Entries {
        let fingerprint = |profile: String| profile.chars().take(FINGERPRINT).collect::<String>();
        Entries(screener.profiles().map(|(list, all)| (list.to_owned(), all.map(fingerprint).collect())).collect())
    }

    /// Each list with its fingerprints.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(list, text)| (list.as_str(), text.as_str()))
    }

    /// What stands on these lists and was not listed just so on the same list before: where they are, by list.
    pub fn added_since(&self, before: &Entries) -> Places {
        let fingerprints = |text: &String| -> Vec<[u8; FINGERPRINT]> { text.as_bytes().as_chunks().0.to_vec() };
        let added = |list: &String, text: &String| {
            let known: HashSet<_> = before.0.get(list).map(fingerprints).unwrap_or_default().into_iter().collect();
            let new = fingerprints(text).into_iter().enumerate().filter(|(_, each)| !known.contains(each));
            new.map(|(at, _)| at).collect()
        };
        self.0.iter().map(|(list, text)| (list.clone(), added(list, text))).collect()
    }
}

impl Since {
    /// Why the outcomes of the earlier record are of no use for a run with these settings; nothing where they are.
    pub fn is_of_no_use(&self, threshold: u8, weak_aliases: bool) -> Option<&'static str> {
        let head = &self.record().head;
        let same = (head.threshold, head.weak_aliases) == (threshold, weak_aliases);
        match () {
            () if head.method != METHOD => Some("it was made by another version of the method"),
            () if !same => Some("it was made with another threshold or otherwise about weak aliases"),
            () if head.entries.0.is_empty() => Some("it does not tell what was listed"),
            () => None,
        }
    }

    /// Whether the record has this very question, screened and without any potential match.
    pub fn was_clear(&self, row: &Row) -> bool {
        let before = self.before(row);
        let same = before.filter(|entry| (&entry.row.names, &entry.row.facts) == (&row.names, &row.facts));
        same.is_some_and(|entry| row.fault.is_none() && entry.outcome.is_clear())
    }

    /// What is on these lists now and was not, or otherwise.
    pub fn added(&self, now: &Entries) -> Places {
        now.added_since(&self.record().head.entries)
    }

    /// What a run relies on that looks at so many designations.
    pub fn basis(&self, designations: usize) -> Basis {
        let record = self.record();
        Basis { made: record.head.made.clone(), seal: record.seal.clone(), designations }
    }
}

impl Outcome {
    /// Whether the row was screened and nothing at all was found.
    fn is_clear(&self) -> bool {
        self.status == Status::Screened && self.reasons.is_empty() && self.hits.is_empty() && self.weak_only == 0
    }
}

impl Screener {
    /// This screener narrowed to the designations at these places; what it says is only of use in [`Self::screen_row_since`].
    pub fn narrowed(&self, places: &Places) -> Screener {
        self.only(|list| places.get(list).cloned().unwrap_or_default())
    }

    /// Screens a row that was clear when the other designations than those of `added` were looked at. The outcome is that of
    /// [`Self::screen_row`].
    pub fn screen_row_since(&self, added: &Screener, row: &Row, settings: Settings) -> Outcome {
        let outcome = added.screen_row(row, settings);
        if outcome.is_clear() { outcome } else { self.screen_row(row, settings) }
    }
}
