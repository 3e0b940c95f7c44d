//! `Linked To`: which records the names in it mean, and the records as they stand on their lists.

use super::draft::Draft;
use super::{OfacList, Record, lists};
use crate::date::Day;
use crate::designation::{Link, NameKind, NameQuality};
use crate::list::notices::{Kind, Notices};
use crate::list::push_new;
use std::collections::HashMap;

/// OFAC's words for the tie.
const RELATION: &str = "linked to";
/// The same as a label, for a name that is not the name of exactly one record.
const LABEL: &str = "Linked to";

const NO_MARK: Kind = Kind {
    one: "record of the non-SDN file has no mark of one of its lists",
    many: "records of the non-SDN file have no mark of one of its lists",
    done: "put on the Menu-Based Sanctions List, whose marks change with each order",
};

/// Puts the records of one file onto their lists and turns the names in `Linked To` into links. A name that no record, or
/// more than one, has as its own, and one of a record that stands on another list, stays as a fact.
pub fn records(mut drafts: Vec<Draft>, notices: &mut Notices) -> Vec<Record> {
    let non_sdn = lists::is_non_sdn(drafts.iter().map(|draft| &draft.marks));
    let standing: Vec<Vec<(OfacList, Option<Day>)>> = drafts
        .iter()
        .map(|draft| {
            if !non_sdn {
                return vec![(OfacList::Sdn, None)];
            }
            let lists = draft.marks.lists();
            if lists.is_empty() {
                notices.add(NO_MARK, &draft.designation.id);
                return vec![(OfacList::Mbs, None)];
            }
            lists
        })
        .collect();
    let meant: Vec<Vec<Option<usize>>> = {
        let names = Names::of(&drafts);
        drafts.iter().map(|draft| draft.ties.iter().map(|name| names.one(name)).collect()).collect()
    };
    let on = |at: usize, list: OfacList| standing[at].iter().any(|(other, _)| *other == list);
    for (at, found) in meant.into_iter().enumerate() {
        for (name, to) in std::mem::take(&mut drafts[at].ties).into_iter().zip(found) {
            let to = to.filter(|to| *to != at && standing[at].iter().all(|(list, _)| on(*to, *list)));
            match to {
                Some(to) => {
                    let link = Link { to: drafts[to].designation.id.clone(), relation: RELATION.to_owned() };
                    push_new(&mut drafts[at].designation.links, link);
                }
                None => drafts[at].fact(LABEL, name),
            }
        }
    }
    drafts.into_iter().zip(standing).map(|(draft, lists)| Record { designation: draft.designation, lists }).collect()
}

/// The names of all records, each with its record; nothing for a name that two records have.
struct Names<'a> {
    primary: HashMap<&'a str, Option<usize>>,
    strong: HashMap<&'a str, Option<usize>>,
}

impl<'a> Names<'a> {
    fn of(drafts: &'a [Draft]) -> Names<'a> {
        let (mut primary, mut strong) = (HashMap::new(), HashMap::new());
        for (at, draft) in drafts.iter().enumerate() {
            for name in draft.designation.names.iter().filter(|name| name.quality == NameQuality::Strong) {
                let names = if name.kind == NameKind::Primary { &mut primary } else { &mut strong };
                names
                    .entry(name.name.as_str())
                    .and_modify(|known| {
                        if *known != Some(at) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(at));
            }
        }
        Names { primary, strong }
    }

    /// The one record that is meant by a name: by its primary name before its aliases. At the end of the remarks of the CSV
    /// family a name like `… CO., LTD.` has lent its full stop to them.
    fn one(&self, name: &str) -> Option<usize> {
        let found = |name: &str| self.primary.get(name).or_else(|| self.strong.get(name)).copied();
        found(name).or_else(|| found(&format!("{name}."))).flatten()
    }
}
