//! A person's own watchlist: a CSV file with a header and a column `name`, as a spreadsheet saves it.
//!
//! The columns are found by their names, in any order, whatever their capitals; the separator is a comma, a semicolon or a
//! tab, told from the header (`columns`). Text is UTF-8, UTF-16 with a byte order mark, or else Windows-1252 (`text`).
//! What each column becomes stands in `row`.
//!
//! - A row without an id has the number of its row for one, `row-2` for the first below the header. Rows without anything in
//!   them are skipped; blank lines are not counted as rows.
//! - A row with something in it but no name is refused, and so are two rows with one id: only the list's owner can put that
//!   right.
//! - A row that does not say what kind of subject it is, or says it in a word that is not known, is a person if it has a birth
//!   date, and else an entity.
//! - The simple table of OpenSanctions (`targets.simple.csv`) is read as such a list, too.

mod columns;
mod date;
mod row;
mod text;

use super::notices::Notices;
use super::{Contents, Input, Parsed, Refusal};
use crate::publication::{Publication, Warning};
use columns::Columns;
use std::collections::HashMap;
use std::io::BufRead;
use text::Decoded;

/// More rows than this are no list that a person keeps, and would not fit into a browser's memory.
const MOST_ROWS: usize = 1_000_000;
/// A longer cell is most often a quotation mark that is never closed.
const LONGEST_CELL: usize = 10_000;
/// The line that spreadsheets write before the header to name the separator.
const SEPARATOR_LINE: &str = "sep=";

/// Whether a file begins like a watchlist.
pub fn recognises(beginning: &[u8]) -> bool {
    Columns::recognise(&text::beginning(beginning)).is_some()
}

/// Reads a list.
///
/// # Errors
/// [`Refusal`].
pub fn read(files: &mut [Input]) -> Result<Contents, Refusal> {
    let Some(input) = files.first_mut() else { return Ok(Contents { lists: Vec::new(), records: Vec::new() }) };
    let file = input.name.clone();
    let start = text::beginning(input.beginning()?);
    let Some((columns, skipped)) = Columns::recognise(&start) else {
        return Err(Refusal::Row { file, row: 1, what: "there is no column called `name`".to_owned() });
    };
    let wide = columns.len();
    let mut decoded = Decoded::new(&mut *input);
    for _ in 0..skipped {
        let mut line = Vec::new();
        // What cannot be read will not be readable below either, where it is reported.
        let _ = decoded.read_until(b'\n', &mut line);
    }
    let mut lines =
        csv::ReaderBuilder::new().delimiter(columns.separator).has_headers(false).flexible(true).from_reader(decoded);
    let mut cells = csv::ByteRecord::new();
    let mut rows = 0;
    let mut notices = Notices::default();
    let mut windows: Option<usize> = None;
    let mut designations = Vec::new();
    let mut ids: HashMap<String, usize> = HashMap::new();
    let mut last_breaks = false;
    loop {
        match lines.read_byte_record(&mut cells) {
            Ok(false) => break,
            Ok(true) => rows += 1,
            Err(error) => {
                let at = format!("row {}", rows + 1);
                let got = Refusal::Malformed { file, what: "text", at, got: error.to_string() };
                return Err(lines.get_ref().unreadable().unwrap_or(got));
            }
        }
        if rows == 1 {
            continue;
        }
        let wrong = |what: String| Refusal::Row { file: file.clone(), row: rows, what };
        if rows > MOST_ROWS + 1 {
            return Err(wrong(format!("a list may have at most {MOST_ROWS} rows below its header")));
        }
        let mut row = Vec::with_capacity(wide);
        for (at, cell) in cells.iter().enumerate() {
            let (cell, foreign) = text::cell(cell);
            if foreign {
                windows.get_or_insert(rows);
            }
            let length = cell.chars().count();
            if length > LONGEST_CELL {
                return Err(wrong(format!(
                    "its cell {} has {length} characters, at most {LONGEST_CELL} are read; a quotation mark may be missing",
                    at + 1
                )));
            }
            if at >= wide && !cell.trim().is_empty() {
                return Err(wrong(format!(
                    "it has {} cells, where the header has {wide}; put a cell that contains the separator in quotation marks",
                    cells.len()
                )));
            }
            row.push(cell);
        }
        last_breaks = row.iter().any(|cell| cell.contains('\n'));
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let designation = columns.designation(&row, rows, &mut notices).map_err(wrong)?;
        if let Some(first) = ids.insert(designation.id.clone(), rows) {
            return Err(wrong(format!("its id `{}` stands in row {first}, too", designation.id)));
        }
        designations.push(designation);
    }
    // An odd number of quotation marks and a last cell over several lines: the file ends within quotation marks.
    if last_breaks && lines.get_ref().odd_quotes() {
        return Err(Refusal::Truncated { file, got: format!("row {rows}, within quotation marks") });
    }
    if designations.is_empty() {
        return Err(Refusal::NoRecord { file, what: "a list of your own" });
    }
    if let Some(row) = windows {
        notices.say(format!(
            "the file is not UTF-8 (first seen in row {row}) and is read as Windows-1252; if letters look wrong, save it as \
             CSV UTF-8"
        ));
    }
    Ok(contents(&file, designations, notices.warnings()))
}

fn contents(file: &str, designations: Vec<crate::designation::Designation>, warnings: Vec<Warning>) -> Contents {
    let title = file.rsplit_once('.').map_or(file, |(title, _)| title).to_owned();
    let publication = Publication {
        list: format!("own-{}", slug(&title)),
        authority: "own list".to_owned(),
        title,
        issued: None,
        scope: "A list of your own; it carries no date.".to_owned(),
        complete: true,
        ages: false,
        record_url: None,
    };
    let records = vec![designations.len()];
    Contents { lists: vec![Parsed { publication, programmes: Vec::new(), designations, warnings }], records }
}

/// A name of lower-case letters, digits and hyphens.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "list".to_owned() } else { slug.to_owned() }
}
