//! The forms of one list against each other: the same records, names, births and programmes, whichever file is read.

use super::*;
use namesieve::designation::SubjectKind;
use std::collections::BTreeSet;

/// What every form of a record carries: names in Latin letters with kind and quality, births, programmes, places.
#[derive(Debug, PartialEq, Eq)]
struct Core {
    primary: String,
    others: BTreeSet<(String, String)>,
    births: BTreeSet<String>,
    birth_places: BTreeSet<String>,
    programmes: BTreeSet<String>,
    nationalities: BTreeSet<String>,
}

fn core(subject: &Designation) -> Core {
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let others = subject.names.iter().skip(1).filter(|name| &*name.script == "Latin");
    Core {
        primary: spaced(subject.primary_name()),
        others: others.map(|name| (spaced(&name.name), format!("{:?} {:?}", name.kind, name.quality))).collect(),
        births: births(subject).into_iter().collect(),
        birth_places: subject.birth_places.iter().cloned().collect(),
        programmes: subject.programmes.iter().cloned().collect(),
        nationalities: subject.nationalities.iter().chain(&subject.citizenships).cloned().collect(),
    }
}

fn agree(rich: &[Parsed], plain: &[Parsed]) {
    let (rich, plain) = (subjects(rich), subjects(plain));
    assert!(rich.keys().eq(plain.keys()), "the records differ");
    for (id, subject) in rich {
        assert_eq!(core(subject), core(plain[id]), "record {id}");
    }
}

/// The lists of a plain file and its number of records.
fn plain(test: &str, path: &str) -> Option<(Vec<Parsed>, usize)> {
    let file = File::open(shared::file(test, path)?).unwrap();
    let read = read(vec![Input::new(path, file)]).unwrap().remove(0);
    Some((read.lists, read.sources[0].records))
}

/// One publication in two forms. Every primary name and alias is equal once runs of spaces are one (the plain file has two
/// spaces in an alias of 23572); an alias that 18769 has twice is there twice in both.
#[test]
fn advanced_and_plain_files_of_one_day_agree() {
    let test = "advanced_and_plain_files_of_one_day_agree";
    let Some((advanced, _)) = whole(test, "lists/ofac-consolidated/2020-03-17/cons_advanced.xml") else { return };
    let Some((plain, records)) = plain(test, "lists/ofac-consolidated/2020-03-17/consolidated.xml") else { return };
    assert_eq!(records, 375);
    agree(&advanced, &plain);
    // What one day's files carry, they carry alike on each list.
    assert_eq!(shares(&advanced), shares(&plain));
    let (advanced, plain) = (subjects(&advanced), subjects(&plain));
    let sorted = |mut lines: Vec<String>| {
        lines.sort();
        lines
    };
    for (id, subject) in advanced {
        assert_eq!(sorted(numbers(subject)), sorted(numbers(plain[id])), "record {id}");
        assert_eq!(sorted(addresses(subject)), sorted(addresses(plain[id])), "record {id}");
    }
}

/// Two publications eleven weeks apart. In between OFAC changed the country of four documents (17013, 18784) and added a note
/// on secondary sanctions (9659), and no record, name, birth, place of birth, programme or nationality.
#[test]
fn enhanced_and_plain_files_agree() {
    let test = "enhanced_and_plain_files_agree";
    let Some((enhanced, _)) = whole(test, "lists/ofac-consolidated/2025-01-10/CONS_ENHANCED.XML") else { return };
    let Some((plain, records)) = plain(test, "lists/ofac-consolidated/2025-03-28/consolidated.xml") else { return };
    assert_eq!(records, 443);
    agree(&enhanced, &plain);
}

/// ADVANCED and ENHANCED print alike: of the 366 records that the plain files of 2020 and 2025 share, all are of one kind,
/// and 314 have one primary name, among them all 79 individuals. ADVANCED files give names in parts, ENHANCED ones printed.
#[test]
fn advanced_and_enhanced_files_print_alike() {
    let test = "advanced_and_enhanced_files_print_alike";
    let Some((advanced, _)) = whole(test, "lists/ofac-consolidated/2020-03-17/cons_advanced.xml") else { return };
    let Some((enhanced, _)) = whole(test, "lists/ofac-consolidated/2025-01-10/CONS_ENHANCED.XML") else { return };
    let (advanced, enhanced) = (subjects(&advanced), subjects(&enhanced));
    let both: Vec<_> = advanced.iter().filter_map(|(id, old)| Some((*old, *enhanced.get(id)?))).collect();
    assert_eq!(both.len(), 366);
    assert!(both.iter().all(|(old, new)| old.kind == new.kind));
    let same = |wanted: &dyn Fn(&Designation) -> bool| {
        both.iter().filter(|(old, new)| wanted(old) && old.primary_name() == new.primary_name()).count()
    };
    assert_eq!(same(&|_| true), 314);
    assert_eq!(same(&|subject| subject.kind == SubjectKind::Individual), 79);
}
