//! The pack format: deterministic, whole or refused.

use namesieve::date::PartialDate;
use namesieve::designation::*;
use namesieve::pack::{self, PackError};
use namesieve::publication::{Source, Warning};
use namesieve::{EMBEDDED, Screener};

/// A pack of two short lists, so that every byte of it can be tried.
fn small() -> Vec<u8> {
    let mut lists: Vec<_> = pack::open(EMBEDDED).unwrap().iter().map(|open| open.list()).collect();
    lists[0].designations.retain(|d| d.id == "33951" || d.id == "33952");
    pack::write(&lists).unwrap()
}

#[test]
fn what_is_written_is_read_and_the_same_lists_give_the_same_bytes() {
    let bytes = small();
    let open = pack::open(&bytes).unwrap();
    assert_eq!(open.len(), 2);
    assert_eq!(open[0].subjects[1].primary_name(), "AHMED, Benazir");
    let again: Vec<_> = open.iter().map(|open| open.list()).collect();
    assert_eq!(pack::write(&again).unwrap(), bytes);
}

#[test]
fn all_that_screening_asks_stands_before_the_details() {
    let mut lists: Vec<_> = pack::open(EMBEDDED).unwrap().iter().map(|open| open.list()).collect();
    let needed = |lists: &[pack::List]| pack::without_details(&pack::write(lists).unwrap()).unwrap();
    let before = needed(&lists);
    lists[0].designations[0].reasons.push("a fact more".into());
    assert_eq!(needed(&lists), before);
    let another = lists[0].designations[0].names[0].clone();
    lists[0].designations[0].names.push(ListedName { kind: NameKind::Alias, ..another });
    assert!(needed(&lists) > before);
    let whole = small();
    assert_eq!(pack::without_details(&whole[..pack::without_details(&whole).unwrap() - 1]), None);
}

#[test]
fn every_changed_byte_is_refused() {
    let whole = small();
    for at in 0..whole.len() {
        for change in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
            let mut bytes = whole.clone();
            bytes[at] ^= change;
            assert!(pack::open(&bytes).is_err(), "byte {at} changed by {change:#x} was not noticed");
        }
    }
}

#[test]
fn every_truncation_and_every_addition_is_refused() {
    let whole = small();
    for length in 0..whole.len() {
        assert!(pack::open(&whole[..length]).is_err(), "{length} of {} bytes were taken", whole.len());
    }
    assert!(matches!(pack::open(&[&whole[..], b"\0"].concat()), Err(PackError::Length { .. })));
}

#[test]
fn refusals_say_what_was_found_and_what_to_do() {
    let says = |bytes: &[u8]| pack::open(bytes).unwrap_err().to_string();
    assert_eq!(
        says(b""),
        "this is not a Namesieve pack: it starts with nothing: it is empty; choose a file that `namesieve` made"
    );
    assert!(says(b"<!DOCTYPE html>").contains("not a Namesieve pack"));
    let mut newer = small();
    newer[8] = 9;
    assert!(says(&newer).contains("format version 9"));
    let mut damaged = small();
    *damaged.last_mut().unwrap() ^= 1;
    assert!(
        says(&damaged).starts_with("the section of details of list 2 of the pack is damaged"),
        "{}",
        says(&damaged)
    );
    assert!(matches!(pack::write(&[]), Err(PackError::Lists { got: 0 })));
}

#[test]
fn what_cannot_be_screened_is_not_packed_and_a_list_is_opened_once() {
    let lists: Vec<_> = pack::open(&small()).unwrap().iter().map(|open| open.list()).collect();
    let refused = |change: &dyn Fn(&mut pack::List)| {
        let mut list = lists[0].clone();
        change(&mut list);
        pack::write(&[list]).unwrap_err().to_string()
    };
    assert!(refused(&|list| list.designations.clear()).contains("the list is empty"));
    assert!(refused(&|list| list.publication.list.clear()).contains("the list has no id"));
    assert!(refused(&|list| list.designations[0].names[0].name = "...".into()).contains("no letter to be compared"));
    let twice = Screener::open([&small()[..], &small()[..]]).err().unwrap();
    assert!(matches!(twice, PackError::Twice { .. }), "{twice}");
}

#[test]
fn a_bad_pack_beside_a_good_one_opens_nothing() {
    assert!(Screener::open([EMBEDDED, b"not a pack"]).is_err());
}

/// A pack that was written when format 2 was made, of the fixtures `uk/trimmed.xml` and `ofac/consolidated-2025-03-28.xml`.
/// While this code says that it reads format 2 it must read this pack, and write the same bytes for the same lists; a change
/// that breaks this is a new format with a sample of its own.
#[test]
fn the_frozen_pack_of_this_format_is_read_and_written_as_ever() {
    const FROZEN: &[u8] = include_bytes!("../packs/format-2.pack");
    assert_eq!(pack::FORMAT, 2);
    let open = pack::open(FROZEN).unwrap();
    let ids: Vec<&str> = open.iter().map(|list| list.head.publication.list.as_str()).collect();
    assert_eq!(ids, ["uk-sanctions", "ofac-cmic", "ofac-ssi", "ofac-mbs", "ofac-capta", "ofac-plc", "ofac-fse"]);
    let ship = open[0].designations().find(|designation| designation.kind == SubjectKind::Vessel).unwrap();
    let facts = |what: &str| ship.facts.iter().any(|fact| fact.label == what);
    assert!(ship.identifiers.iter().any(|number| number.kind == "IMO number"), "{ship:?}");
    assert!(ship.listed.is_some() && !ship.measures.is_empty() && !ship.names.is_empty() && !facts(""));
    let lists: Vec<_> = open.iter().map(|open| open.list()).collect();
    assert!(pack::write(&lists).unwrap() == FROZEN, "the same lists give other bytes");
}

/// Each fact that a designation can have survives the way into a pack and out of it.
#[test]
fn every_fact_of_a_designation_is_kept() {
    let text = |what: &str| Some(format!("{what} é 漢"));
    let day = |day: &str| Some(day.parse().unwrap());
    let mut list = pack::open(&small()).unwrap()[1].list();
    let designation = &mut list.designations[0];
    designation.kind = SubjectKind::Aircraft;
    designation
        .names
        .push(ListedName {
            uid: text("uid"), ..ListedName::new("х", NameKind::Former, NameQuality::Weak, "Cyrillic")
        });
    designation.listed = day("1970-02-28");
    designation.changed = day("9999-12-31");
    designation.effective = day("0001-01-01");
    designation.divest_by = None;
    designation.births = vec![PartialDate::read("circa 1960"), PartialDate::read("long ago")];
    designation.birth_places = vec!["Kabul".into(), "Kabul".into()];
    designation.nationalities = vec![String::new()];
    designation.citizenships = vec!["Kabul".into()];
    designation.gender = text("gender");
    designation.titles = vec!["a".repeat(70_000)];
    designation.identifiers = vec![Identifier {
        kind: "k".into(),
        number: "n".into(),
        country: text("country"),
        issued: None,
        expires: text("expires"),
    }];
    designation.addresses = vec![Address { street: None, place: text("place"), country: None, uid: text("uid") }];
    designation.links = vec![Link { to: designation.id.clone(), relation: "itself".into() }];
    designation.cross_references = vec![CrossReference { authority: "UN".into(), id: "QDi.001".into() }];
    designation.reasons = vec!["reason\nwith lines".into()];
    designation.facts = vec![LabelledFact { label: "label".into(), value: "value".into() }];
    designation.legal_notes = vec!["note".into()];
    designation.context =
        vec![Context { text: "context".into(), source: Reference { title: "title".into(), url: text("url") } }];
    list.warnings = vec![Warning { id: text("id"), what: "what".into() }, Warning { id: None, what: String::new() }];
    list.sources = vec![Source { file: "f".into(), bytes: u64::MAX, sha256: "s".into(), records: 3 }];
    list.publication.issued = None;
    let pack = pack::write(std::slice::from_ref(&list)).unwrap();
    assert_eq!(pack::open(&pack).unwrap()[0].list(), list);
}
