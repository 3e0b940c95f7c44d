//! The EU's list as CSV: verbatim lines, entries of the XML excerpt in its columns, and files that are refused.

use super::{XML, entry, facts, list, refused};
use namesieve::designation::SubjectKind;

const CSV: &str = include_str!("../../fixtures/lists/eu/csvFullSanctionsList_1_1.csv");
const COLUMNS: &str = include_str!("../../fixtures/lists/eu/first-21-columns.csv");

#[test]
fn the_csv_says_the_same_as_the_xml() {
    let (xml, csv) = (list("eu.xml", XML).unwrap(), list("eu.csv", CSV).unwrap());
    assert_eq!(csv.publication.issued.unwrap().to_string(), "2026-08-05");
    assert_eq!(
        csv.publication.scope,
        "The whole list; this form does not tell weak aliases, so that every name counts as strong."
    );
    assert_eq!(csv.warnings, []);
    assert_eq!(csv.designations.len(), 9);
    for from_csv in &csv.designations {
        assert_eq!(from_csv, entry(&xml, &from_csv.id));
    }
}

#[test]
fn verbatim_lines_of_the_csv_are_one_entry() {
    let list = list("eu.csv", COLUMNS).unwrap();
    assert_eq!(list.designations.len(), 1);
    let entry = entry(&list, "EU.27.28");
    let names: Vec<&str> = entry.names.iter().map(|name| name.name.as_str()).collect();
    assert_eq!(names, ["Saddam Hussein Al-Tikriti", "Abu Ali"]);
    assert_eq!((entry.kind, entry.programmes.as_slice()), (SubjectKind::Individual, &["IRQ".to_owned()][..]));
    assert_eq!(facts(entry, "Remarks"), ["(UNSC RESOLUTION 1483)"]);
    assert_eq!(
        list.warnings[0].what,
        "the file has no columns for addresses, births, identity numbers, citizenships; the EU's own file has them"
    );
}

#[test]
fn the_columns_of_the_csv_may_stand_in_any_order() {
    let turned: String =
        COLUMNS.lines().map(|line| line.split(';').rev().collect::<Vec<_>>().join(";") + "\n").collect();
    let (straight, turned) = (list("eu.csv", COLUMNS).unwrap(), list("eu.csv", &turned).unwrap());
    assert_eq!(straight.designations, turned.designations);
}

#[test]
fn a_csv_that_was_cut_off_is_refused() {
    let cut = CSV.trim_end().rsplit_once(';').unwrap().0;
    assert_eq!(
        refused(cut),
        "eu.xml ends in the middle (line 41 has 117 cells of 118): it was cut off; fetch it again"
    );
    let mut lines: Vec<&str> = CSV.lines().collect();
    lines.insert(3, "05/08/2026;1;EU.1.1");
    assert_eq!(
        refused(&lines.join("\n")),
        "eu.xml cannot be read as CSV at line 4: 3 cells for 118 columns; fetch it again"
    );
    let header = CSV.lines().next().unwrap();
    assert_eq!(
        refused(header),
        "eu.xml has the form of the EU's list of financial sanctions but holds no record; fetch it again"
    );
}
