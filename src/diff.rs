//! What changed between two editions of the same lists: who was added, who was removed, and which facts of whom changed.

use crate::designation::{Designation, SubjectKind};
use crate::pack::List;
use serde::Serialize;
use std::collections::HashMap;

/// The changes from one set of lists to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// On the new lists only, in their order.
    pub added: Vec<Entry>,
    /// On the old lists only, in their order.
    pub removed: Vec<Entry>,
    /// On both, with other facts, in the order of the new lists.
    pub changed: Vec<Change>,
}

/// A designation that was added or removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The list's id.
    pub list: String,
    /// The designation's id.
    pub id: String,
    /// Its kind.
    pub kind: SubjectKind,
    /// Its primary name.
    pub name: String,
}

/// A designation that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The designation as it is now.
    #[serde(flatten)]
    pub entry: Entry,
    /// The fields that differ, in the words of the public JSON.
    pub fields: Vec<&'static str>,
}

/// Compares two sets of lists, list by list, by the ids of the designations.
pub fn diff(old: &[List], new: &[List]) -> Diff {
    let (before, now) = (by_id(old), by_id(new));
    let mut diff = Diff::default();
    for (list, designation) in all(new) {
        match before.get(&(list, designation.id.as_str())) {
            None => diff.added.push(entry(list, designation)),
            Some(earlier) => {
                let fields = fields(earlier, designation);
                if !fields.is_empty() {
                    diff.changed.push(Change { entry: entry(list, designation), fields });
                }
            }
        }
    }
    let gone = all(old).filter(|(list, designation)| !now.contains_key(&(*list, designation.id.as_str())));
    diff.removed.extend(gone.map(|(list, designation)| entry(list, designation)));
    diff
}

fn all(lists: &[List]) -> impl Iterator<Item = (&str, &Designation)> {
    lists.iter().flat_map(|list| list.designations.iter().map(|d| (list.publication.list.as_str(), d)))
}

fn by_id(lists: &[List]) -> HashMap<(&str, &str), &Designation> {
    all(lists).map(|(list, designation)| ((list, designation.id.as_str()), designation)).collect()
}

fn entry(list: &str, designation: &Designation) -> Entry {
    Entry {
        list: list.to_owned(),
        id: designation.id.clone(),
        kind: designation.kind,
        name: designation.primary_name().to_owned(),
    }
}

/// The fields in which two designations differ.
fn fields(old: &Designation, new: &Designation) -> Vec<&'static str> {
    macro_rules! differ {
        ($($field:ident $word:literal),*) => {
            [$((old.$field != new.$field).then_some($word)),*].into_iter().flatten().collect()
        };
    }
    differ!(
        kind "kind", names "names", programmes "programmes", measures "measures", listed "listed", changed "changed",
        effective "effective", divest_by "divestBy", births "births", birth_places "birthPlaces",
        nationalities "nationalities", citizenships "citizenships", gender "gender", titles "titles",
        identifiers "identifiers", addresses "addresses", links "links", cross_references "crossReferences",
        reasons "reasons", facts "facts", legal_notes "legalNotes", context "context"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EMBEDDED, pack};

    #[test]
    fn what_was_added_removed_and_changed_is_told_field_by_field() {
        let old: Vec<List> = pack::open(EMBEDDED).unwrap().iter().map(|open| open.list()).collect();
        let mut new = old.clone();
        assert_eq!(diff(&old, &new), Diff::default());
        let gone = new[0].designations.remove(3);
        new[0].designations[1].titles.push("Minister".into());
        new[0].designations[1].births.clear();
        let mut another = new[1].designations[0].clone();
        another.id = "1".into();
        new[1].designations.push(another);
        let diff = diff(&old, &new);
        assert_eq!(diff.removed, [entry("ofac-sdn", &gone)]);
        assert_eq!(diff.added, [entry("ofac-cmic", &new[1].designations[1])]);
        let [change] = &diff.changed[..] else { panic!("one changed: {:?}", diff.changed) };
        assert_eq!(change.entry, entry("ofac-sdn", &new[0].designations[1]));
        let had_births = !old[0].designations[1].births.is_empty();
        assert_eq!(change.fields, if had_births { vec!["births", "titles"] } else { vec!["titles"] });
    }
}
