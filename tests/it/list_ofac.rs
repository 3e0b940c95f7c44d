//! OFAC's plain XML and its CSV family, read from excerpts of official files and from the whole ones where they are.

mod csv;
mod plain;
mod refused;
mod whole;

use namesieve::designation::{Designation, NameKind, NameQuality};
use namesieve::list::{Input, Parsed, Read, Refusal, read};
use std::fs;
use std::path::Path;

/// The bytes of an excerpt.
fn fixture(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lists/ofac").join(file);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What files are read into, by their names and bytes.
fn files(files: &[(&str, &[u8])]) -> Result<Vec<Read>, Refusal> {
    read(files.iter().map(|(name, bytes)| Input::new(*name, *bytes)).collect())
}

/// The lists of the one file or family that is given.
fn lists(given: &[(&str, &[u8])]) -> Vec<Parsed> {
    let mut read = files(given).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(read.len(), 1);
    read.remove(0).lists
}

/// What an excerpt with its own name is read into.
fn excerpts(paths: &[&str]) -> Vec<Parsed> {
    let bytes: Vec<Vec<u8>> = paths.iter().map(|path| fixture(path)).collect();
    let given: Vec<(&str, &[u8])> =
        paths.iter().zip(&bytes).map(|(path, bytes)| (path.rsplit('/').next().unwrap(), bytes.as_slice())).collect();
    lists(&given)
}

/// A whole file of `../shared`.
fn shared(test: &str, path: &str) -> Option<Vec<u8>> {
    crate::shared::file(test, path).map(|path| fs::read(path).unwrap())
}

/// The sentence of a refusal.
fn refusal(given: &[(&str, &[u8])]) -> String {
    files(given).err().map(|refusal| refusal.to_string()).unwrap_or_else(|| panic!("it was read"))
}

/// Each list with the number of its designations.
fn counts(lists: &[Parsed]) -> Vec<(&str, usize)> {
    lists.iter().map(|list| (list.publication.list.as_str(), list.designations.len())).collect()
}

/// A designation of a list.
fn one<'a>(lists: &'a [Parsed], list: &str, id: &str) -> &'a Designation {
    let list = lists.iter().find(|parsed| parsed.publication.list == list).expect("the list is there");
    list.designations.iter().find(|designation| designation.id == id).expect("the record is on the list")
}

/// The names of a designation in short: `primary strong NAME`.
fn names(designation: &Designation) -> Vec<String> {
    let name = |name: &namesieve::designation::ListedName| {
        let kind = match name.kind {
            NameKind::Primary => "primary",
            NameKind::Alias => "alias",
            NameKind::Former => "former",
        };
        format!("{kind} {} {}", if name.quality == NameQuality::Weak { "weak" } else { "strong" }, name.name)
    };
    designation.names.iter().map(name).collect()
}

/// The facts of a designation as `Label: value`.
fn facts(designation: &Designation) -> Vec<String> {
    designation.facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect()
}

/// The numbers of a designation as `kind|number|country|issued|expires`.
fn numbers(designation: &Designation) -> Vec<String> {
    let number = |i: &namesieve::designation::Identifier| {
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        format!("{}|{}|{}|{}|{}", i.kind, i.number, part(&i.country), part(&i.issued), part(&i.expires))
    };
    designation.identifiers.iter().map(number).collect()
}

/// The addresses of a designation as `street|place|country`.
fn addresses(designation: &Designation) -> Vec<String> {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    designation
        .addresses
        .iter()
        .map(|address| format!("{}|{}|{}", part(&address.street), part(&address.place), part(&address.country)))
        .collect()
}

/// The dates of birth as `words first/last`.
fn births(designation: &Designation) -> Vec<String> {
    let date = |date: &namesieve::date::PartialDate| match date.interval {
        Some((first, last)) => format!("{} {first}/{last}", date.published),
        None => date.published.clone(),
    };
    designation.births.iter().map(date).collect()
}

/// The warnings of a file, which each of its lists carries.
fn warnings(lists: &[Parsed]) -> Vec<&str> {
    let of = |list: &'_ Parsed| list.warnings.iter().map(|warning| warning.what.clone()).collect::<Vec<_>>();
    assert!(lists.iter().all(|list| of(list) == of(&lists[0])), "each list carries the warnings of the file");
    lists[0].warnings.iter().map(|warning| warning.what.as_str()).collect()
}
