//! Every programme code of the real list files stands in Namesieve's table.
//!
//! The codes are taken from the files by plain text search, without the readers.

use crate::shared;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Asserts that the table of this authority explains the codes, and that there are as many of them as the file has.
fn known(authority: &str, codes: &BTreeSet<String>, expected: usize) {
    let table: toml::Table = toml::from_str(include_str!("../../data/programmes.toml")).unwrap();
    let table = table["programmes"][authority].as_table().unwrap();
    let missing: Vec<_> = codes.iter().filter(|code| !table.contains_key(*code)).collect();
    assert!(missing.is_empty(), "{authority}: not in the table: {missing:?}");
    assert_eq!(codes.len(), expected, "{authority}: {codes:?}");
}

fn text(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()
}

/// What stands between two marks, wherever it does.
fn between(text: &str, start: &str, end: &str) -> BTreeSet<String> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).map(|code| code.trim().to_owned()).collect()
}

#[test]
fn the_codes_of_ofac_are_known() {
    let test = "the_codes_of_ofac_are_known";
    let Some(sdn) = shared::file(test, "lists/ofac-sdn/2026-07-rebuilt/sdn.xml") else { return };
    let mut codes = between(&text(&sdn), "<program>", "</program>");
    for edition in ["2020-03-17", "2022-02-24", "2024-02-23", "2025-03-28"] {
        let Some(file) = shared::file(test, &format!("lists/ofac-consolidated/{edition}/consolidated.xml")) else {
            return;
        };
        codes.extend(between(&text(&file), "<program>", "</program>"));
    }
    for edition in ["2021-12-09", "2021-12-10", "2023-12-28", "2024-05-03"] {
        let Some(file) = shared::file(test, &format!("lists/ofac-sdn/{edition}/sdn.csv")) else { return };
        let bytes = fs::read(file).unwrap();
        let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
        for row in rows.byte_records().map_while(Result::ok) {
            let programmes = String::from_utf8_lossy(row.get(3).unwrap_or_default()).into_owned();
            codes.extend(programmes.split("] [").map(|code| code.trim_matches(['[', ']', ' ']).to_owned()));
        }
    }
    codes.remove(""); // the row that holds the byte 0x1A alone
    known("OFAC", &codes, 87);
}

#[test]
fn the_codes_of_the_eu_are_known() {
    let path = "lists/eu-fsf/2026-05-rebuilt/xmlFullSanctionsList_1_1.xml";
    let Some(file) = shared::file("the_codes_of_the_eu_are_known", path) else { return };
    known("EU", &between(&text(&file), " programme=\"", "\""), 34);
}

#[test]
fn the_codes_of_the_un_are_known() {
    let path = "lists/un-sc/2026-02-27/consolidated.xml";
    let Some(file) = shared::file("the_codes_of_the_un_are_known", path) else { return };
    known("UN", &between(&text(&file), "<UN_LIST_TYPE>", "</UN_LIST_TYPE>"), 14);
}
