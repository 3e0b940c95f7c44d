//! The results as a table: the columns of the file as they were, and beside them what came of each row.
//!
//! Cells that a spreadsheet would take for formulas are written with an apostrophe before them in CSV
//! ([OWASP, CSV Injection](https://owasp.org/www-community/attacks/CSV_Injection)); in a workbook every cell is a text.

use super::review::{Decision, Review, Standing};
use super::since::Since;
use super::{Found, Outcome, Row};
use crate::facts::Verdict;
use crate::report::Status;
use crate::sheet::Sheet;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// The columns beside those of the file.
const COLUMNS: [&str; 15] = [
    "Namesieve: row",
    "Namesieve: result",
    "Namesieve: reason",
    "Namesieve: potential matches",
    "Namesieve: highest score",
    "Namesieve: listed party",
    "Namesieve: listed name compared",
    "Namesieve: list and id",
    "Namesieve: programmes",
    "Namesieve: effect of the listing",
    "Namesieve: facts",
    "Namesieve: all potential matches",
    "Namesieve: undecided",
    "Namesieve: decisions",
    "Namesieve: remarks",
];

/// An Excel cell holds so many characters.
const MOST_IN_A_CELL: usize = 32_767;

/// The result of a row in the words of the table.
fn result(outcome: &Outcome) -> &'static str {
    match (outcome.status, outcome.hits.is_empty()) {
        (Status::NotScreened, true) => "NOT SCREENED",
        (Status::NotScreened, false) => "NOT SCREENED, POTENTIAL MATCH FOUND",
        (Status::Screened, false) => "POTENTIAL MATCH",
        (Status::Screened, true) => "NO POTENTIAL MATCH ON THESE LISTS",
    }
}

/// What stands beside the outcomes.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// What was decided about them.
    pub review: &'a Review,
    /// An earlier record, whose day is the name of one more column.
    pub since: Option<&'a Since>,
}

/// The cells beside those of the file.
fn cells(row: &Row, outcome: &Outcome, review: &Review) -> [String; COLUMNS.len()] {
    let (first, standings) = (outcome.hits.first(), review.standings(row, outcome));
    let of = |cell: &dyn Fn(&Found) -> String| first.map_or(String::new(), cell);
    let all: Vec<String> =
        outcome.hits.iter().map(|hit| format!("{} {} ({} {})", hit.score, hit.name, hit.list, hit.id)).collect();
    [
        row.row.to_string(),
        result(outcome).to_owned(),
        outcome.reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        outcome.hits.len().to_string(),
        of(&|hit| hit.score.to_string()),
        of(&|hit| hit.name.clone()),
        of(&|hit| hit.matched.clone()),
        of(&|hit| format!("{} {}", hit.list, hit.id)),
        of(&|hit| hit.programmes.join("; ")),
        of(&|hit| hit.effects.join(" ")),
        of(&facts),
        all.join("; "),
        standings.iter().filter(|standing| standing.is_open()).count().to_string(),
        decisions(outcome, &standings),
        remarks(row, outcome),
    ]
}

fn facts(hit: &Found) -> String {
    let told = hit.facts.iter().map(|agreement| {
        let verdict = match agreement.verdict {
            Verdict::Agrees => "agrees",
            Verdict::Differs => "differs",
            Verdict::Unknown => "not known",
        };
        format!("{} {verdict}", agreement.fact.key())
    });
    let number = hit.number.then(|| "the identity number is listed".to_owned());
    number.into_iter().chain(told).collect::<Vec<_>>().join("; ")
}

fn remarks(row: &Row, outcome: &Outcome) -> String {
    let unread = outcome
        .remarks
        .iter()
        .map(|remark| format!("The {} `{}` cannot be read and was not compared.", remark.fact.key(), remark.got));
    let weak = (outcome.weak_only > 0).then(|| format!("Like a weak alias of other parties: {}.", outcome.weak_only));
    let same = row.same_as.map(|first| format!("Asks the same as row {first}."));
    unread.chain(weak).chain(same).collect::<Vec<_>>().join(" ")
}

fn decisions(outcome: &Outcome, standings: &[Standing]) -> String {
    let told = outcome.hits.iter().zip(standings).filter_map(|(hit, standing)| {
        let (decision, again) = match standing {
            Standing::Open => return None,
            Standing::Decided { decision } => (decision, ""),
            Standing::Reopened { decision, customer: true, .. } => {
                (decision, ", open again: the customer's data changed")
            }
            Standing::Reopened { decision, .. } => (decision, ", open again: the listed entry changed"),
        };
        let Decision { verdict, reason, reviewer, made, .. } = decision;
        let said: Vec<&str> = [reviewer.as_str(), made, reason].into_iter().filter(|words| !words.is_empty()).collect();
        Some(format!("{} {}: {}{again} ({})", hit.list, hit.id, verdict.words(), said.join(", ")))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// What is new since an earlier record.
fn news(row: &Row, outcome: &Outcome, since: &Since) -> String {
    let changes = since.changes(row, outcome);
    let named = |hit: &Found| format!("{} ({} {})", hit.name, hit.list, hit.id);
    let now = |what: &str, at: &[usize]| {
        let all: Vec<String> = at.iter().map(|at| named(&outcome.hits[*at])).collect();
        (!all.is_empty()).then(|| format!("{what}: {}", all.join("; ")))
    };
    let gone: Vec<String> = changes.gone.iter().map(named).collect();
    let parts = [
        changes.first.then(|| "not in the record".to_owned()),
        now("new", &changes.new),
        now("changed", &changes.changed),
        (!gone.is_empty()).then(|| format!("gone: {}", gone.join("; "))),
        (changes.same > 0).then(|| format!("same: {}", changes.same)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

/// The names of the columns beside those of the file, for rows that are written one by one.
pub fn columns() -> [&'static str; COLUMNS.len()] {
    COLUMNS
}

/// The cells beside those of one row, none of which a spreadsheet takes for a formula.
pub fn beside(row: &Row, outcome: &Outcome) -> Vec<String> {
    cells(row, outcome, &Review::default()).iter().map(|cell| harmless(cell)).collect()
}

/// Each line of the table, the names of the columns first.
fn lines<'a>(
    sheet: &'a Sheet,
    rows: &'a [(Row, Outcome)],
    beside: Beside<'a>,
) -> impl Iterator<Item = Vec<String>> + 'a {
    // A row may have more cells than the header; they are kept.
    let wide = sheet.rows.iter().map(|line| line.cells.len()).max().unwrap_or(0).max(sheet.labels.len());
    let mut header = sheet.labels.clone();
    header.extend((header.len()..wide).map(|at| format!("Column {}", at + 1)));
    header.extend(COLUMNS.map(str::to_owned));
    header.extend(beside.since.map(|since| format!("Namesieve: since {}", since.day())));
    let body = sheet.rows.iter().zip(rows).map(move |(line, (row, outcome))| {
        let mut all = line.cells.clone();
        all.resize(wide, String::new());
        all.extend(cells(row, outcome, beside.review));
        all.extend(beside.since.map(|since| news(row, outcome, since)));
        all
    });
    std::iter::once(header).chain(body)
}

/// The results as CSV: UTF-8 with a byte order mark, commas, and line ends as spreadsheets write them.
pub fn csv(sheet: &Sheet, rows: &[(Row, Outcome)], beside: Beside) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(&mut bytes);
    for line in lines(sheet, rows, beside) {
        // Lines have one length, and writing to memory does not fail.
        let _ = writer.write_record(line.iter().map(|cell| harmless(cell)));
    }
    let _ = writer.flush();
    drop(writer);
    bytes
}

/// A cell that no spreadsheet takes for a formula.
pub fn harmless(cell: &str) -> String {
    // The last four are the full-width ones, which spreadsheets take for the others.
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n']);
    let number = cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ',' | ' '));
    if formula && !number { format!("'{cell}") } else { cell.to_owned() }
}

/// The results as an Excel workbook whose cells are texts; the same bytes for the same rows.
///
/// # Errors
/// [`XlsxError`] for more than a workbook holds.
pub fn workbook(sheet: &Sheet, rows: &[(Row, Outcome)], beside: Beside) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let bold = Format::new().set_bold();
    let page = book.add_worksheet().set_name("Results")?;
    for (at, line) in (0..).zip(lines(sheet, rows, beside)) {
        for (column, cell) in (0..).zip(line) {
            let cell: String = cell.chars().take(MOST_IN_A_CELL).collect();
            match at {
                0 => page.write_string_with_format(at, column, cell, &bold)?,
                _ => page.write_string(at, column, cell)?,
            };
        }
    }
    page.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::Columns;
    use crate::sheet::{Choice, Sheet};
    use crate::{Screener, Settings};

    fn alone() -> Beside<'static> {
        static NONE: std::sync::LazyLock<Review> = std::sync::LazyLock::new(Review::default);
        Beside { review: &NONE, since: None }
    }

    fn screened(text: &str) -> (Sheet, Vec<(Row, Outcome)>) {
        let screener = Screener::embedded().unwrap();
        let sheet = Sheet::read("a.csv", text.as_bytes(), &Choice::default()).unwrap();
        let rows = Columns::recognise(&sheet).rows(&sheet).unwrap();
        let rows = rows.into_iter().map(|row| (row.clone(), screener.screen_row(&row, Settings::default()))).collect();
        (sheet, rows)
    }

    #[test]
    fn each_row_has_one_line_with_its_own_cells_before_the_result() {
        let (sheet, rows) = screened(
            "no,name,born\n7,Benazir Ahmad,1963\n8,,\n9,\"=HYPERLINK(\"\"x\"\")\",\n10,Jane Roe,soon\n7,Benazir Ahmad,1963\n1,A,B,C\n",
        );
        let text = String::from_utf8(csv(&sheet, &rows, alone())).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(header[..5], ["no", "name", "born", "Column 4", "Namesieve: row"]);
        let lines: Vec<Vec<String>> =
            reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(lines.len(), 6);
        let of = |at: usize, column: &str| {
            lines[at][header.iter().position(|name| name == &format!("Namesieve: {column}")).unwrap()].as_str()
        };
        assert_eq!(
            (of(0, "result"), of(0, "list and id"), of(0, "facts")),
            ("POTENTIAL MATCH", "ofac-sdn 33952", "birth agrees")
        );
        assert!(of(0, "effect of the listing").contains("blocked"));
        assert_eq!((of(1, "row"), of(1, "result")), ("3", "NOT SCREENED"));
        assert_eq!(lines[2][1], "'=HYPERLINK(\"x\")");
        assert_eq!(
            (of(3, "result"), of(3, "remarks")),
            ("NO POTENTIAL MATCH ON THESE LISTS", "The birth `soon` cannot be read and was not compared.")
        );
        assert_eq!(of(4, "remarks"), "Asks the same as row 2.");
        assert_eq!((of(5, "result"), lines[5][3].as_str()), ("NOT SCREENED", "C"));
    }

    #[test]
    fn formulas_are_made_harmless_and_numbers_left_alone() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("  @SUM(A1)", "'  @SUM(A1)"),
            ("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"),
            ("\t=1", "'\t=1"),
            ("＝1+1", "'＝1+1"),
            ("-5.3", "-5.3"),
            ("+33 1 23", "+33 1 23"),
            ("Ahmed", "Ahmed"),
        ] {
            assert_eq!(harmless(cell), written);
        }
    }

    #[test]
    fn a_workbook_is_read_back_as_it_was_written() {
        let (sheet, rows) = screened("name\n=1+1\nBenazir Ahmad\n");
        let bytes = workbook(&sheet, &rows, alone()).unwrap();
        assert_eq!(bytes, workbook(&sheet, &rows, alone()).unwrap());
        let again = Sheet::read("results.xlsx", &bytes, &Choice::default()).unwrap();
        assert_eq!(again.labels[..3], ["name", "Namesieve: row", "Namesieve: result"]);
        assert_eq!(again.rows[0].cells[0], "=1+1");
        assert_eq!(again.rows[1].cells[2], "POTENTIAL MATCH");
    }
}
