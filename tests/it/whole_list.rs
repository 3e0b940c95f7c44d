//! Every strong name of the whole SDN List of 28 December 2023 finds its own party first.
//!
//! Comparing 31,000 names with 14,000 parties each takes hours, so a name is compared with its own party and with those
//! rivals that could come before it: a party that is as close to a name as its owner has the rarest word of the name, or the
//! same letters written together or apart. Real screenings of a sample hold that shortcut.

use crate::shared;
use namesieve::designation::{NameKind, NameQuality};
use namesieve::list::{self, Input};
use namesieve::name::{Name, Reading};
use namesieve::pack::{self, OpenList};
use namesieve::{DEFAULT_THRESHOLD, Screener, Settings, normalise, score};
use std::collections::{BTreeSet, HashMap};
use std::fs::File;

const TEST: &str = "every_strong_name_of_the_whole_list_finds_its_own_party_first";
const FOLDER: &str = "lists/ofac-sdn/2023-12-28";

/// One name in so many is screened for real.
const SAMPLE: usize = 700;

/// A listed name that has been read, and what decides the order of parties of one score.
struct Listed {
    name: Name,
    party: usize,
    strong: bool,
    other_name: bool,
}

fn pack() -> Option<Vec<u8>> {
    let open =
        |name: &str| Some(Input::new(name, File::open(shared::file(TEST, &format!("{FOLDER}/{name}"))?).unwrap()));
    let family = vec![open("sdn.csv")?, open("alt.csv")?, open("add.csv")?];
    let read = list::read(family).unwrap().remove(0);
    Some(pack::write(&list::compile(read).unwrap()).unwrap())
}

fn listed(list: &OpenList) -> Vec<Listed> {
    let subjects = list.subjects.iter().enumerate();
    let names = subjects.flat_map(|(party, subject)| {
        subject.names.iter().map(move |name| Listed {
            name: Name::read(&name.name, Reading::of(subject.kind)),
            party,
            strong: name.quality == NameQuality::Strong,
            other_name: name.kind != NameKind::Primary,
        })
    });
    names.collect()
}

/// The words of a name in a fixed order.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = normalise::words(text).into_iter().map(|word| word.text).collect();
    words.sort();
    words
}

/// The letters of a name without its spaces.
fn letters(text: &str) -> String {
    normalise::words(text).into_iter().map(|word| word.text).collect()
}

/// The party that comes first for a name, among those names that are given.
fn first(query: &str, names: &[&Listed]) -> Option<usize> {
    let [person, organisation] = [Reading::Person, Reading::Organisation].map(|reading| Name::read(query, reading));
    let mut best: HashMap<usize, (i32, bool, bool, usize)> = HashMap::new();
    for listed in names.iter().filter(|listed| listed.strong) {
        let query = if listed.name.reading == Reading::Person { &person } else { &organisation };
        let comparison = score::compare(query, &listed.name);
        if comparison.score() < DEFAULT_THRESHOLD {
            continue;
        }
        let found = (comparison.deducted(), !query.has_words_of(&listed.name), listed.other_name, listed.party);
        // Of the names of one party the closest counts, the first of them where several are.
        let entry = best.entry(listed.party).or_insert(found);
        if (found.0, found.1) < (entry.0, entry.1) {
            *entry = found;
        }
    }
    best.into_values().min().map(|(.., party)| party)
}

#[test]
fn every_strong_name_of_the_whole_list_finds_its_own_party_first() {
    let Some(pack) = pack() else { return };
    let list = &pack::open(&pack).unwrap()[0];
    let (screener, embedded) = (Screener::open([&pack[..]]).unwrap(), Screener::embedded().unwrap());
    let listed = listed(list);
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_letters: HashMap<String, Vec<usize>> = HashMap::new();
    let mut at = 0;
    for subject in &list.subjects {
        for name in &subject.names {
            let words: BTreeSet<&str> = listed[at].name.words.iter().map(|word| word.form.text.as_str()).collect();
            words.into_iter().for_each(|word| by_word.entry(word).or_default().push(at));
            by_letters.entry(letters(&name.name)).or_default().push(at);
            at += 1;
        }
    }
    let mut by_party: HashMap<usize, Vec<usize>> = HashMap::new();
    listed.iter().enumerate().for_each(|(at, listed)| by_party.entry(listed.party).or_default().push(at));

    let (mut asked, mut sampled, mut others) = (0, 0, Vec::new());
    for (party, subject) in list.subjects.iter().enumerate() {
        for name in subject.names.iter().filter(|name| name.quality == NameQuality::Strong) {
            asked += 1;
            let query = Name::read(&name.name, Reading::of(subject.kind));
            let rarest =
                query.words.iter().map(|word| &by_word[word.form.text.as_str()]).min_by_key(|names| names.len());
            let rivals: BTreeSet<usize> = [rarest, by_letters.get(&letters(&name.name)), by_party.get(&party)]
                .into_iter()
                .flatten()
                .flatten()
                .copied()
                .collect();
            let rivals: Vec<&Listed> = rivals.into_iter().map(|at| &listed[at]).collect();
            // A name that would not be compared at all has nothing first.
            let compared = embedded.screen(&name.name, Settings::default()).examined > 0;
            let found = first(&name.name, &rivals).filter(|_| compared);
            if found != Some(party) {
                others.push((name.name.as_str(), party, found));
            }
            if asked % SAMPLE == 0 {
                sampled += 1;
                let hits = screener.screen(&name.name, Settings::default()).hits;
                let (real, quick) =
                    (hits.first().map(|hit| hit.id.as_str()), found.map(|at| list.subjects[at].id.as_str()));
                assert_eq!(real, quick, "{}: a screening and the shortcut differ", name.name);
            }
        }
    }
    println!("{asked} names, {} of them not first, {sampled} screened", others.len());
    assert_eq!(asked, 34_281 - 3_369, "all names but the weak ones, counted in the files");
    assert!(sampled > 40);
    // Whoever is not first shares the name with a party that the list has before it, or is refused in plain words.
    let same = |at: usize, name: &str| list.subjects[at].names.iter().any(|other| words(&other.name) == words(name));
    let (mut namesakes, mut rest) = (0, Vec::new());
    for (name, party, found) in others {
        match found {
            Some(at) if same(at, name) => namesakes += 1,
            _ => rest.push((name, list.subjects[party].id.as_str(), found.map(|at| list.subjects[at].primary_name()))),
        }
    }
    println!("{asked} names: {namesakes} stand behind a namesake, {} behind another, {sampled} screened", rest.len());
    rest.iter().for_each(|rest| println!("  {rest:?}"));
    assert!(rest.len() * 1000 <= asked, "of those without a namesake fewer than 99.9 % are first: {rest:?}");
    // As many as that stand behind a namesake, because a name that n parties share has one first party.
    let mut owners: HashMap<Vec<String>, BTreeSet<usize>> = HashMap::new();
    for listed in listed.iter().filter(|listed| listed.strong) {
        let mut words: Vec<String> = listed.name.words.iter().map(|word| word.form.text.clone()).collect();
        words.sort();
        owners.entry(words).or_default().insert(listed.party);
    }
    let shared: usize = owners.values().map(|parties| parties.len() - 1).sum();
    println!("{shared} names are another party's as well");
    assert!(namesakes >= shared, "{namesakes} {shared}");
}
