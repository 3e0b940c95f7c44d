//! Tables of parties as people bring them: a corpus of files, each with what is made of it. No row is lost, and what cannot be
//! screened says so.

mod cli;
mod encodings;
mod fuzz;
mod hostile;
mod layouts;
mod malformed;
mod workbooks;

use namesieve::batch::results::{self, Beside};
use namesieve::batch::review::Review;
use namesieve::batch::{Columns, Outcome, Row};
use namesieve::report::Status;
use namesieve::sheet::{Choice, Form, Sheet};
use namesieve::{Screener, Settings};
use std::sync::OnceLock;

/// A file and what is made of it.
struct Case {
    file: &'static str,
    bytes: Vec<u8>,
    choice: Choice,
    /// The form and the uses of the columns, then the rows, then the notes; or the refusal.
    expected: Vec<String>,
}

fn case(file: &'static str, bytes: impl AsRef<[u8]>, expected: &[&str]) -> Case {
    let expected = expected.iter().map(|line| (*line).to_owned()).collect();
    Case { file, bytes: bytes.as_ref().to_vec(), choice: Choice::default(), expected }
}

impl Case {
    fn chosen(mut self, choice: Choice) -> Case {
        self.choice = choice;
        self
    }
}

/// The whole corpus.
fn corpus() -> &'static [Case] {
    static CORPUS: OnceLock<Vec<Case>> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let parts =
            [layouts::corpus(), encodings::corpus(), malformed::corpus(), hostile::corpus(), workbooks::corpus()];
        parts.into_iter().flatten().collect()
    })
}

fn screener() -> &'static Screener {
    static SCREENER: OnceLock<Screener> = OnceLock::new();
    SCREENER.get_or_init(|| Screener::embedded().unwrap())
}

/// Checks that each file comes to what it is said to come to.
fn check(cases: Vec<Case>) {
    let mut wrong = String::new();
    for Case { file, bytes, choice, expected } in cases {
        let found = told(file, &bytes, &choice);
        if found != expected {
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
            wrong.push_str(&format!("{file} {start:?}\n  expected {expected:#?}\n  found {found:#?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// So many rows of a table are shown.
const SHOWN: usize = 6;

/// What is made of a file, in lines.
fn told(file: &str, bytes: &[u8], choice: &Choice) -> Vec<String> {
    let sheet = match Sheet::read(file, bytes, choice) {
        Ok(sheet) => sheet,
        Err(error) => return vec![error.to_string()],
    };
    let columns = Columns::recognise(&sheet);
    let form = match &sheet.form {
        Form::Delimited { separator, encoding } => format!("{separator:?} {encoding}"),
        Form::Lines { encoding } => format!("lines {encoding}"),
        Form::Workbook { sheet, .. } => format!("sheet {sheet}"),
    };
    let labels = columns.keys().into_iter().zip(&sheet.labels).map(|(key, label)| format!("{key}={label}"));
    let mut lines = vec![format!("{form}: {}", labels.take(8).collect::<Vec<_>>().join(", "))];
    match columns.rows(&sheet) {
        Ok(rows) => {
            assert_eq!(rows.len(), sheet.rows.len(), "one row for each");
            lines.extend(rows.iter().take(SHOWN).map(row));
            if rows.len() > SHOWN {
                lines.push(format!("… {} rows", rows.len()));
            }
        }
        Err(error) => lines.push(error.to_string()),
    }
    lines.extend(sheet.notes.iter().map(|note| format!("note: {note}")));
    lines
}

fn screened(row: &Row) -> Outcome {
    screener().screen_row(row, Settings::default())
}

/// A row: its number and reference, the names and facts that are asked, and what comes of it.
fn row(row: &Row) -> String {
    let outcome = screened(row);
    let reference = if row.reference.is_empty() { String::new() } else { format!("#{}", row.reference) };
    let facts: String = row.facts.iter().map(|told| format!(" {}={}", told.fact.key(), told.text)).collect();
    let code =
        |reason: &namesieve::report::Reason| serde_json::to_value(reason.code).unwrap().as_str().unwrap().to_owned();
    let result = match (outcome.status, outcome.hits.first()) {
        (Status::Screened, Some(hit)) => hit.name.clone(),
        (Status::Screened, None) => "none".to_owned(),
        (Status::NotScreened, _) => {
            format!("NOT SCREENED {}", outcome.reasons.iter().map(code).collect::<Vec<_>>().join(" "))
        }
    };
    let names = row.names.iter().map(|name| name.chars().take(40).collect::<String>()).collect::<Vec<_>>().join(" / ");
    let same = row.same_as.map_or(String::new(), |first| format!(" = row {first}"));
    format!("{}{reference} {names}{facts}{same}: {result}", row.row)
}

/// Results without anything beside them.
fn alone(review: &Review) -> Beside<'_> {
    Beside { review, since: None }
}

/// The records of a table's results after the header, each as many cells as the header has.
fn records(sheet: &Sheet, rows: &[(Row, Outcome)]) -> Vec<Vec<String>> {
    let bytes = results::csv(sheet, rows, alone(&Review::default()));
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let records = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect());
    records.collect()
}

#[test]
fn the_corpus_has_many_files() {
    let count = corpus().len();
    assert!(count >= 120, "{count}");
}
