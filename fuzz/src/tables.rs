//! Tables of parties: every row has an outcome, or the file is refused.

use super::{BETWEEN, embedded};
use namesieve::batch::results::{self, Beside};
use namesieve::batch::review::Review;
use namesieve::batch::{Columns, Outcome, Row};
use namesieve::sheet::{Choice, Sheet};
use namesieve::{Fact, Settings};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A file as it comes. What stands before the first separator is its name.
pub fn file(data: &[u8]) {
    let mut parts = data.splitn(2, |byte| *byte == BETWEEN);
    let name = String::from_utf8_lossy(parts.next().unwrap_or_default());
    read(&name, parts.next().unwrap_or_default());
}

/// The parts of a workbook behind a ZIP that is whole: the sheet, the shared texts, and the settings of the workbook.
pub fn workbook(data: &[u8]) {
    const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut parts = data.splitn(3, |byte| *byte == BETWEEN);
    let [sheet, texts, settings] = std::array::from_fn(|_| String::from_utf8_lossy(parts.next().unwrap_or_default()));
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let files = [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{SHEET}\" xmlns:r=\"{RELATIONS}\">{settings}<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{SHEET}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", texts.into_owned()),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{SHEET}\"><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name, SimpleFileOptions::default()).expect("memory takes a file");
        zip.write_all(content.as_bytes()).expect("memory takes bytes");
    }
    read("a.xlsx", &zip.finish().expect("memory takes the end").into_inner());
}

/// More rows than these would be screened longer than they tell anything.
const SCREENED: usize = 30;

fn read(name: &str, bytes: &[u8]) {
    let sheet = match Sheet::read(name, bytes, &Choice::default()) {
        Ok(sheet) => sheet,
        Err(refusal) => return assert!(refusal.to_string().contains("nothing was read"), "{refusal}"),
    };
    assert!(!sheet.rows.is_empty(), "a table that was read has no row");
    for line in &sheet.rows {
        assert!(line.cells.len() == sheet.labels.len() || line.fault.is_some(), "{line:?} of {:?}", sheet.labels);
    }
    let Ok(rows) = Columns::recognise(&sheet).rows(&sheet) else { return };
    assert_eq!(rows.len(), sheet.rows.len(), "one row for each of the file");
    if rows.len() > SCREENED {
        return;
    }
    let done: Vec<(Row, Outcome)> =
        rows.into_iter().map(|row| (row.clone(), embedded().screen_row(&row, Settings::default()))).collect();
    for (row, outcome) in &done {
        let screened = outcome.reasons.is_empty();
        assert!(!(screened && row.fault.is_some()), "a row with a fault is screened: {row:?}");
        let number = row.facts.iter().any(|told| told.fact == Fact::Identifier);
        let asks = number || row.names.iter().any(|name| !name.trim().is_empty());
        assert!(!screened || asks, "a row with neither a name nor a number is screened");
    }
    let csv = results::csv(&sheet, &done, Beside { review: &Review::default(), since: None });
    let mut results = csv::Reader::from_reader(&csv[..]);
    let count =
        results.records().collect::<Result<Vec<_>, _>>().expect("results are CSV, as wide as their header").len();
    assert_eq!(count, done.len(), "one row of the results for each of the file");
}
