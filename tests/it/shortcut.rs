//! The shortcuts of a screening, by which most names are never compared, change no hit.

use crate::shared;
use namesieve::list::{self, Input};
use namesieve::report::{Hit, Screening};
use namesieve::{EMBEDDED, Screener, Settings, pack};
use std::fs::File;

/// Below this threshold every name is compared; the shortcuts begin at it.
const WITH_SHORTCUTS: i64 = 60;

/// Asks with the shortcuts at several thresholds, and without; says how many hits there were.
fn asked(screener: &Screener, query: &str) -> usize {
    let ask = |threshold: i64| -> Screening { screener.screen(query, Settings::new(threshold, true).unwrap()) };
    let all = ask(WITH_SHORTCUTS - 1);
    for threshold in [WITH_SHORTCUTS, 70, 85] {
        let mut expected = all.hits.clone();
        expected.retain(|hit| i64::from(hit.score) >= threshold);
        let found = ask(threshold).hits;
        let shown = |hits: &[Hit]| -> Vec<String> {
            hits.iter().map(|hit| format!("{} {} {:?}", hit.id, hit.score, hit.explanation)).collect()
        };
        assert_eq!(shown(&found), shown(&expected), "{query} at {threshold}");
    }
    all.hits.len()
}

/// A name as people write it otherwise: whole, without some of its signs, turned, and in part.
fn variants(name: &str) -> Vec<String> {
    let (start, end) = name.split_at(name.char_indices().nth(name.chars().count() / 2).unwrap().0);
    let without = |c: char| name.replace(c, "");
    vec![name.to_owned(), without(' '), without('a'), without(','), format!("{end} {start}"), start.to_owned()]
}

#[test]
fn hits_are_those_of_comparing_every_name() {
    let screener = Screener::embedded().unwrap();
    let lists = pack::open(EMBEDDED).unwrap();
    let subjects = lists.iter().flat_map(|list| &list.subjects);
    let names = subjects.flat_map(|subject| &subject.names).map(|listed| listed.name.as_str());
    let hits: usize = names.flat_map(variants).map(|query| asked(&screener, &query)).sum();
    assert!(hits > 100, "{hits}");
}

/// One listed name in so many is asked for.
const SAMPLE: usize = 400;

#[test]
fn hits_are_those_of_comparing_every_name_of_a_list_in_many_scripts() {
    let test = "hits_are_those_of_comparing_every_name_of_a_list_in_many_scripts";
    let Some(path) = shared::file(test, "lists/un-sc/2026-02-27/consolidated.xml") else { return };
    let read = list::read(vec![Input::new("consolidated.xml", File::open(path).unwrap())]).unwrap().remove(0);
    let bytes = pack::write(&list::compile(read).unwrap()).unwrap();
    let screener = Screener::open([bytes.as_slice()]).unwrap();
    let lists = pack::open(&bytes).unwrap();
    let names = lists.iter().flat_map(|list| &list.subjects).flat_map(|subject| &subject.names);
    let names: Vec<&str> = names.map(|listed| listed.name.as_str()).collect();
    let foreign = names.iter().filter(|name| !name.is_ascii());
    let taken = names.iter().step_by(SAMPLE).chain(foreign.step_by(SAMPLE / 4));
    let hits: usize = taken.flat_map(|name| variants(name)).map(|query| asked(&screener, &query)).sum();
    assert!(hits > 100, "{hits}");
    let others = [
        "Acme Trading Company Ltd",
        "ИВАНОВ Сергей",
        "محمد كريم",
        "عبدالرحمن",
        "김정은",
        "王刚",
        "Юнайтед Банк",
        "A. B. Khan",
        "K M",
        "IRGC",
        "Bank 26",
        "Fund III 8650",
        "Khan Khan",
        "李 Li",
        "Иван Ivan Petrov",
        "UnitedBankofNowhere",
        "AlShabaab",
        "Abd al-Rahman bin Abdallah bin Muhammad",
        "Mohammad",
        "o o o",
        "7-28",
        "Дмитрий Соин / Dmitry Soin",
    ];
    others.iter().for_each(|query| _ = asked(&screener, query));
}
