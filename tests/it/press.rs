//! How press reports wrote the parties of the action: each finds its party first.

use crate::shared;
use namesieve::{Screener, Settings};

const PRESS_NAMES: &str = include_str!("../fixtures/press-names.csv");

#[test]
fn every_press_name_finds_its_party_first_and_few_others() {
    let screener = Screener::embedded().unwrap();
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(PRESS_NAMES.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 29);
    for row in rows {
        let (written, uid) = (&row[0], &row[1]);
        let screening = screener.screen(written, Settings::default());
        let ids: Vec<&str> = screening.hits.iter().map(|hit| hit.id.as_str()).collect();
        match (uid, written.to_lowercase().contains("sensetime")) {
            ("0", true) => assert_eq!(ids, ["33114"], "{written}: its listed parent, on the parent's own terms"),
            ("0", false) => assert!(ids.is_empty(), "{written}: {ids:?}"),
            _ => assert_eq!(ids.first(), Some(&uid), "{written}: {ids:?}"),
        }
        assert!(ids.len() <= 5, "{written}: {ids:?}");
    }
}

#[test]
fn the_copy_of_the_press_names_is_the_shared_one() {
    let Some(path) = shared::file("the_copy_of_the_press_names_is_the_shared_one", "facts/press-names.csv") else {
        return;
    };
    let ours: String =
        PRESS_NAMES.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    assert_eq!(ours, std::fs::read_to_string(path).unwrap().replace('\r', ""));
}
