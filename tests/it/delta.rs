//! A run over what was added or changed on the lists comes to the same as a full run over the newer lists.

use namesieve::batch::columns::Columns;
use namesieve::batch::delta::Entries;
use namesieve::batch::record::{Head, Input, Record, Software};
use namesieve::batch::since::Since;
use namesieve::batch::{Outcome, Row};
use namesieve::designation::{Designation, NameQuality};
use namesieve::list::{self, Input as ListFile};
use namesieve::pack::{self, List};
use namesieve::report::Status;
use namesieve::sheet::{Choice, Sheet};
use namesieve::{EMBEDDED, METHOD, Screener, Settings, parallel};
use std::collections::{BTreeSet, HashMap};
use std::fs;

/// What is screened: a table of these names, some with facts.
fn sheet(names: &[String]) -> Sheet {
    let mut table = "name,born,number\n".to_owned();
    for (at, name) in names.iter().enumerate() {
        let birth = if at % 3 == 0 { format!("{}", 1940 + at % 60) } else { String::new() };
        let number = if at % 50 == 0 { format!("X{:08}", at * 7919) } else { String::new() };
        table.push_str(&format!("\"{}\",{birth},{number}\n", name.replace('"', "\"\"")));
    }
    Sheet::read("names.csv", table.as_bytes(), &Choice::default()).unwrap()
}

fn record(screener: &Screener, sheet: &Sheet, rows: &[Row], settings: Settings) -> Record {
    let head = Head {
        made: "2026-11-30T00:00:00Z".into(),
        operator: String::new(),
        note: String::new(),
        software: Software { version: "0".into(), engine: "native".into(), sha256: "00".into() },
        method: METHOD.into(),
        threshold: 70,
        weak_aliases: false,
        oldest: None,
        lists: screener.lists().to_vec(),
        off: Vec::new(),
        without: Vec::new(),
        entries: Entries::of(screener),
        since: None,
        input: Input {
            file: sheet.file.clone(),
            form: sheet.form.clone(),
            choice: Choice::default(),
            labels: sheet.labels.clone(),
            columns: Columns::recognise(sheet),
            notes: Vec::new(),
        },
    };
    let outcomes = parallel::each(rows, |row| screener.screen_row(row, settings));
    Record::new(head, rows.iter().cloned().zip(outcomes))
}

/// What both ways of screening the rows over the newer lists come to, and how many rows were held against the changes alone.
struct Both {
    full: Vec<Outcome>,
    delta: Vec<Outcome>,
    /// Designations that were added or changed.
    added: usize,
    narrow: usize,
}

fn both(old: &Screener, new: &Screener, names: &[String], settings: Settings) -> Both {
    let sheet = sheet(names);
    let rows = Columns::recognise(&sheet).rows(&sheet).unwrap();
    // As it is: through its file.
    let before = record(old, &sheet, &rows, settings).write();
    let since = Since::new(Record::read(before.as_bytes()).unwrap());
    assert_eq!(since.is_of_no_use(70, false), None);
    let places = since.added(&Entries::of(new));
    let narrowed = new.narrowed(&places);
    let full = parallel::each(&rows, |row| new.screen_row(row, settings));
    let delta = parallel::each(&rows, |row| match since.was_clear(row) {
        true => new.screen_row_since(&narrowed, row, settings),
        false => new.screen_row(row, settings),
    });
    for (row, (full, delta)) in rows.iter().zip(full.iter().zip(&delta)) {
        assert_eq!(full, delta, "{row:?}");
    }
    Both {
        full,
        delta,
        added: places.values().map(Vec::len).sum(),
        narrow: rows.iter().filter(|row| since.was_clear(row)).count(),
    }
}

fn embedded() -> Vec<List> {
    pack::open(EMBEDDED).unwrap().iter().map(|open| open.list()).collect()
}

fn screener(lists: &[List]) -> Screener {
    Screener::open([pack::write(lists).unwrap().as_slice()]).unwrap()
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn what_was_added_taken_away_or_renamed_is_seen() {
    let new = embedded();
    let mut old = new.clone();
    let at = |name: &str| old[0].designations.iter().position(|one| one.primary_name() == name).unwrap();
    // One was not there yet, one had a weak alias that is strong now, and one was there that is gone.
    let [ahmed, tuniyaz] = [at("AHMED, Benazir"), at("TUNIYAZ, Erken")];
    let mut gone = old[0].designations[tuniyaz].clone();
    gone.id = "1".into();
    gone.names.truncate(1);
    gone.names[0].name = "ZEBEDEE, Montague".into();
    old[0].designations[tuniyaz].names.iter_mut().skip(1).for_each(|name| name.quality = NameQuality::Weak);
    old[0].designations.push(gone);
    old[0].designations.remove(ahmed);
    let names = ["Benazir Ahmad", "Erken Tuniyaz", "Montague Zebedee", "Montague", "Jane Roe", "Benazir", "អាន"];
    let both = both(&screener(&old), &screener(&new), &texts(&names), Settings::default());
    // `Benazir` and `Montague` say too little beside a listed name that has the word, and only then.
    let found: Vec<(Status, usize)> = both.delta.iter().map(|each| (each.status, each.hits.len())).collect();
    assert_eq!(found[..3], [(Status::Screened, 1), (Status::Screened, 1), (Status::Screened, 0)]);
    assert_eq!(
        found[3..],
        [(Status::Screened, 0), (Status::Screened, 0), (Status::NotScreened, 0), (Status::NotScreened, 0)]
    );
    assert!((1..=3).contains(&both.added), "{}", both.added);
    assert_eq!(both.narrow, 3, "Benazir Ahmad, Jane Roe and Benazir were clear");
}

#[test]
fn a_list_that_has_become_too_old_is_told_of_rows_that_were_clear() {
    let mut lists = embedded();
    // The embedded action does not age; a whole list does.
    lists.iter_mut().for_each(|list| list.publication.ages = true);
    let screener = screener(&lists);
    let settings = Settings::default();
    let sheet = sheet(&texts(&["Jane Roe"]));
    let rows = Columns::recognise(&sheet).rows(&sheet).unwrap();
    let since = Since::new(record(&screener, &sheet, &rows, settings));
    let narrowed = screener.narrowed(&since.added(&Entries::of(&screener)));
    assert!(since.was_clear(&rows[0]));
    let later = settings.oldest("2026-11-30".parse().unwrap(), 30);
    let outcome = screener.screen_row_since(&narrowed, &rows[0], later);
    assert_eq!(outcome, screener.screen_row(&rows[0], later));
    assert_eq!(outcome.status, Status::NotScreened);
}

#[test]
fn a_record_of_other_settings_or_without_what_was_listed_is_of_no_use() {
    let screener = screener(&embedded());
    let sheet = sheet(&texts(&["Jane Roe"]));
    let rows = Columns::recognise(&sheet).rows(&sheet).unwrap();
    let made = record(&screener, &sheet, &rows, Settings::default());
    let of_no_use = |change: &dyn Fn(&mut Record)| {
        let mut record = made.clone();
        change(&mut record);
        Since::new(record).is_of_no_use(70, false)
    };
    assert_eq!(of_no_use(&|_| ()), None);
    assert!(of_no_use(&|record| record.head.threshold = 85).is_some());
    assert!(of_no_use(&|record| record.head.weak_aliases = true).is_some());
    assert!(of_no_use(&|record| record.head.method = "namesieve/3".into()).is_some());
    assert!(of_no_use(&|record| record.head.entries = Entries::default()).is_some());
}

/// The names of what is on one of two editions alone, of some of what is on both, and of people and organisations that are on none.
fn names_of(editions: [&List; 2], clean: &str) -> Vec<String> {
    let names = |list: &List| -> HashMap<String, Vec<String>> {
        let of = |one: &Designation| one.names.iter().map(|name| name.name.clone()).collect();
        list.designations.iter().map(|one| (one.id.clone(), of(one))).collect()
    };
    let [old, new] = editions.map(names);
    let mut wanted = BTreeSet::new();
    for (id, names) in old.iter().chain(&new) {
        let changed = old.get(id) != new.get(id);
        let of_both = id.bytes().fold(7u32, |sum, byte| sum.wrapping_mul(31) + u32::from(byte)) % 80 == 0;
        let some = if changed { 1 } else { usize::from(of_both) };
        wanted.extend(names.iter().take(some).cloned());
        // Misspelt: without its third letter.
        wanted.extend(names.iter().take(usize::from(changed)).map(|name| {
            name.char_indices().filter(|(at, _)| *at != name.ceil_char_boundary(2)).map(|(_, letter)| letter).collect()
        }));
    }
    let clean = clean.lines().skip(1).map(|line| line.split(',').next().unwrap_or(line).to_owned());
    wanted.into_iter().chain(clean.take(1100)).collect()
}

#[test]
fn between_real_editions_it_is_equal_to_a_full_run() {
    let test = "between_real_editions_it_is_equal_to_a_full_run";
    let Some(clean) = crate::shared::file(test, "bench/negatives_global.csv") else { return };
    let clean = fs::read_to_string(clean).unwrap();
    // What changed: 25 were added on 10 December 2021; a third of a year brings more than a thousand.
    for (old, new, least, most) in [("2021-12-09", "2021-12-10", 25, 60), ("2023-12-28", "2024-05-03", 1256, 1500)] {
        let edition = |day: &str| {
            let path = crate::shared::file(test, &format!("lists/ofac-sdn/{day}/sdn.csv")).unwrap();
            let bytes = fs::read(path).unwrap();
            let mut read = list::read(vec![ListFile::new("sdn.csv", bytes.as_slice())]).unwrap();
            let mut lists = list::compile(read.remove(0)).unwrap();
            lists.iter_mut().for_each(|list| list.date(day.parse().ok()));
            lists
        };
        let [old, new] = [old, new].map(edition);
        let names = names_of([&old[0], &new[0]], &clean);
        let [before, now] = [&old, &new].map(|lists| screener(lists));
        let both = both(&before, &now, &names, Settings::default());
        assert!((least..=most).contains(&both.added), "{} were added or changed", both.added);
        assert!(both.narrow > 1000, "{} rows were clear", both.narrow);
        assert!(both.full.iter().any(|outcome| !outcome.hits.is_empty()));
    }
}
