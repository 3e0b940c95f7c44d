//! OFAC's ADVANCED and ENHANCED files: excerpts fact by fact, real files as a whole, and files that are refused.

mod advanced;
mod compared;
mod enhanced;
mod made;
mod refused;

use crate::rules::broken_rules;
use crate::shared;
use namesieve::designation::{Designation, NameKind, NameQuality};
use namesieve::list::{Input, Parsed, Refusal, read};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

/// The lists of one file.
fn lists(name: &str, bytes: &[u8]) -> Result<Vec<Parsed>, Refusal> {
    let mut read = read(vec![Input::new(name, bytes)])?;
    assert_eq!((read.len(), read[0].sources.len()), (1, 1));
    Ok(read.remove(0).lists)
}

/// A fixture.
fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lists/ofac-advanced");
    std::fs::read(folder.join(name)).unwrap()
}

/// The lists of a file of `../shared` and its number of records; no warning may come with them.
fn whole(test: &str, path: &str) -> Option<(Vec<Parsed>, usize)> {
    let file = File::open(shared::file(test, path)?).unwrap();
    let mut read = read(vec![Input::new(path, file)]).unwrap();
    let read = read.remove(0);
    assert!(read.lists.iter().all(|list| list.warnings.is_empty()), "{path}: {:?}", read.lists[0].warnings);
    Some((read.lists, read.sources[0].records))
}

/// A list by its id.
fn list<'a>(lists: &'a [Parsed], id: &str) -> &'a Parsed {
    lists.iter().find(|list| list.publication.list == id).unwrap_or_else(|| panic!("no list {id}"))
}

/// A record of a list.
fn record<'a>(lists: &'a [Parsed], list: &str, id: &str) -> &'a Designation {
    let found = self::list(lists, list).designations.iter().find(|designation| designation.id == id);
    found.unwrap_or_else(|| panic!("no record {id} on {list}"))
}

/// The records of all lists, each once.
fn subjects(lists: &[Parsed]) -> BTreeMap<&str, &Designation> {
    lists.iter().flat_map(|list| &list.designations).map(|subject| (subject.id.as_str(), subject)).collect()
}

/// The lists with their numbers of records.
fn shares(lists: &[Parsed]) -> Vec<(&str, usize)> {
    lists.iter().map(|list| (list.publication.list.as_str(), list.designations.len())).collect()
}

/// The names of a record as `kind quality script: name`, where alias, strong and Latin are left out.
fn names(subject: &Designation) -> Vec<String> {
    let name = |name: &namesieve::designation::ListedName| {
        let mut words = String::new();
        match name.kind {
            NameKind::Primary => words.push_str("primary "),
            NameKind::Former => words.push_str("former "),
            NameKind::Alias => {}
        }
        if name.quality == NameQuality::Weak {
            words.push_str("weak ");
        }
        if &*name.script != "Latin" {
            words.push_str(&format!("{} ", name.script));
        }
        format!("{words}`{}`", name.name)
    };
    subject.names.iter().map(name).collect()
}

/// The births of a record as `published: first/last`.
fn births(subject: &Designation) -> Vec<String> {
    let interval = |birth: &namesieve::date::PartialDate| {
        birth.interval.map_or("none".to_owned(), |(first, last)| format!("{first}/{last}"))
    };
    subject.births.iter().map(|birth| format!("{}: {}", birth.published, interval(birth))).collect()
}

/// The addresses of a record as `street | place | country`.
fn addresses(subject: &Designation) -> Vec<String> {
    let field = |text: &Option<String>| text.clone().unwrap_or_default();
    let line = |address: &namesieve::designation::Address| {
        [field(&address.street), field(&address.place), field(&address.country)].join(" | ")
    };
    subject.addresses.iter().map(line).collect()
}

/// The numbers of a record as `kind number (country)`.
fn numbers(subject: &Designation) -> Vec<String> {
    let number = |number: &namesieve::designation::Identifier| match &number.country {
        Some(country) => format!("{} {} ({country})", number.kind, number.number),
        None => format!("{} {}", number.kind, number.number),
    };
    subject.identifiers.iter().map(number).collect()
}

/// The values of a label among the facts of a record.
fn facts<'a>(subject: &'a Designation, label: &str) -> Vec<&'a str> {
    subject.facts.iter().filter(|fact| fact.label == label).map(|fact| fact.value.as_str()).collect()
}

/// The warnings of a file, which stand at its first list.
fn warnings(lists: &[Parsed]) -> Vec<&str> {
    lists.iter().flat_map(|list| &list.warnings).map(|warning| warning.what.as_str()).collect()
}

/// The rules that every list obeys, but for the tables of programmes and measures, which are not the readers' business.
fn obeys_rules(lists: &[Parsed]) {
    for list in lists {
        let broken: Vec<String> = broken_rules(&[], &[], &list.designations)
            .into_iter()
            .map(|rule| rule.to_string())
            .filter(|rule| !rule.ends_with("is not in the programme table") && !rule.ends_with("table of measures"))
            .collect();
        assert!(broken.is_empty(), "{}: {broken:?}", list.publication.list);
        assert!(list.designations.iter().all(|subject| subject.measures.len() == 1));
    }
}
