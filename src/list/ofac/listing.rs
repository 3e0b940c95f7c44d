//! On which lists the records of a file stand: OFAC names the lists of a record in words, and its two files share records.

use super::{OfacList, Record};
use crate::date::Day;
use crate::designation::Designation;
use crate::list::notices::{Kind, Notices};
use crate::list::words::fact;

/// OFAC's word for all of its non-SDN lists together.
const UMBRELLA: &str = "Consolidated List";

const UNKNOWN_LIST: Kind = Kind {
    one: "record names a list that Namesieve does not know",
    many: "records name lists that Namesieve does not know",
    done: "shown with the name of that list as a fact",
};
const NO_LIST_IN_SDN: Kind = Kind {
    one: "record names none of the lists of its file that Namesieve knows",
    many: "records name none of the lists of their file that Namesieve knows",
    done: "put on the SDN List, as this is the SDN file",
};
const NO_LIST: Kind = Kind { done: "put on the Menu-Based Sanctions List", ..NO_LIST_IN_SDN };

/// A record with the lists that it names, before it is known of which of them the file is an edition.
#[derive(Debug)]
pub(super) struct Draft {
    /// The subject. Its listing day is that of the restriction on securities, where the record has one.
    pub designation: Designation,
    /// The lists in OFAC's words, each with the day of listing.
    pub lists: Vec<(String, Option<Day>)>,
}

/// Which lists a file is an edition of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// The SDN List.
    Sdn,
    /// All non-SDN lists.
    NonSdn,
    /// A choice of records.
    Mixed,
}

impl Scope {
    /// What is missing, as a sentence.
    pub fn missing(self) -> Option<String> {
        let mixed =
            "Records of several lists, chosen by whoever made the file; whether any list is whole, it does not say.";
        (self == Scope::Mixed).then(|| mixed.to_owned())
    }
}

/// The scope by what the file says of itself, or else by the list that all of its records share: a record of either file
/// may also name lists of the other.
pub(super) fn scope(drafts: &[Draft], stated: &[String]) -> Scope {
    let all = |name: &str| drafts.iter().all(|draft| draft.lists.iter().any(|(list, _)| list == name));
    let states = |name: &str| stated.iter().any(|list| list == name);
    let sdn = "SDN List";
    match (states(sdn), states(UMBRELLA)) {
        (true, false) => return Scope::Sdn,
        (false, true) => return Scope::NonSdn,
        _ => {}
    }
    match (all(sdn), all(UMBRELLA)) {
        (true, false) => Scope::Sdn,
        (false, true) => Scope::NonSdn,
        _ => Scope::Mixed,
    }
}

/// Puts the records on the lists of which the file is an edition; other lists that they name are kept as facts, because
/// their records are in the other file.
pub(super) fn records(drafts: Vec<Draft>, scope: Scope, notices: &mut Notices) -> Vec<Record> {
    drafts.into_iter().map(|draft| record(draft, scope, notices)).collect()
}

fn record(draft: Draft, scope: Scope, notices: &mut Notices) -> Record {
    let Draft { mut designation, lists: named } = draft;
    let mut lists: Vec<(OfacList, Option<Day>)> = Vec::new();
    for (words, listed) in named {
        if words == UMBRELLA {
            continue;
        }
        let list = OfacList::named(&words);
        if list.is_none() {
            notices.add_at(UNKNOWN_LIST, &words, &format!(" of record {}", designation.id));
        }
        let here = |list: &OfacList| scope == Scope::Mixed || (*list == OfacList::Sdn) == (scope == Scope::Sdn);
        match list.filter(here) {
            Some(list) => match lists.iter_mut().find(|(known, _)| *known == list) {
                Some((_, first)) => *first = [*first, listed].into_iter().flatten().min(),
                None => lists.push((list, listed)),
            },
            None => {
                let value = listed.map_or(words.clone(), |day| format!("{words}, {day}"));
                designation.facts.push(fact("Other list", value));
            }
        }
    }
    if lists.is_empty() {
        let (list, kind) = match scope {
            Scope::Sdn => (OfacList::Sdn, NO_LIST_IN_SDN),
            _ => (OfacList::Mbs, NO_LIST),
        };
        notices.add(kind, &designation.id);
        lists.push((list, None));
    }
    settle_restriction(&mut designation, &mut lists);
    Record { designation, lists }
}

/// The listing day that the restriction on securities has of its own is that of its list, if the list gives none; if it
/// gives another one, both are shown.
fn settle_restriction(designation: &mut Designation, lists: &mut [(OfacList, Option<Day>)]) {
    let Some(day) = designation.listed.take() else { return };
    let label = || "Listing date (CMIC)".to_owned();
    match lists.iter_mut().find(|(list, _)| *list == OfacList::Cmic) {
        Some((_, listed)) if listed.is_none_or(|listed| listed == day) => *listed = Some(day),
        _ => designation.facts.push(fact(label(), day.to_string())),
    }
}
