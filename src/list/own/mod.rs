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
//! - Rows that a quotation mark out of place would make a part of another row are refused (`quotes`), and so is a cell with a
//!   line in it that reads like a row.
//! - The simple table of OpenSanctions (`targets.simple.csv`) is read as such a list, too.

mod columns;
mod date;
mod names;
mod row;
mod text;

use super::cells::{row_within, runs_on};
use super::notices::{Kind, Notices};
use super::{Contents, Input, Parsed, Refusal, windows};
use crate::publication::{OWN, Publication, Warning};
use crate::sheet::words::Meaning;
use columns::Columns;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use text::Decoded;

/// More rows than this are no list that a person keeps, and would not fit into a browser's memory.
const MOST_ROWS: usize = 1_000_000;
/// A longer cell is most often a quotation mark that is never closed.
const LONGEST_CELL: usize = 10_000;
/// The line that spreadsheets write before the header to name the separator.
const SEPARATOR_LINE: &str = "sep=";

const SPANNING: Kind = Kind {
    one: "cell goes on over several lines with separators in them",
    many: "cells go on over several lines with separators in them",
    done: "read as one cell each; if rows are missing, a quotation mark is out of place",
};

/// The beginning of a file as text, for those who have to say what it is.
pub(super) fn text(beginning: &[u8]) -> String {
    text::beginning(beginning)
}

/// Why a table is no watchlist, as the rest of a sentence; nothing for what is no table.
pub(super) fn missing_name(beginning: &[u8]) -> Option<String> {
    columns::missing_name(&text::beginning(beginning))
}

/// Whether a file begins like a watchlist.
pub fn recognises(beginning: &[u8]) -> bool {
    Columns::recognise(&text::beginning(beginning)).is_some()
}

/// Reads a list.
///
/// # Errors
/// [`Refusal`].
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    let file = input.name.clone();
    let start = text::beginning(input.beginning()?);
    let Some((columns, skipped)) = Columns::recognise(&start) else {
        return Err(Refusal::Row { file, row: 1, what: "there is no column called `name`".to_owned() });
    };
    let wide = columns.len();
    let mut decoded = Decoded::new(&mut *input, columns.separator);
    if skipped {
        // What cannot be read will not be readable below either, where it is reported.
        let _ = decoded.skip_line();
    }
    let skipped = usize::from(skipped);
    let mut lines =
        csv::ReaderBuilder::new().delimiter(columns.separator).has_headers(false).flexible(true).from_reader(decoded);
    let mut cells = csv::ByteRecord::new();
    let mut rows = 0;
    let mut notices = Notices::default();
    let mut foreign_row: Option<usize> = None;
    let mut designations = Vec::new();
    let mut ids: HashMap<String, usize> = HashMap::new();
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
        let wrong = |what: String| Refusal::Row { file: file.clone(), row: rows, what };
        if lines.get_ref().quotes.stray().is_some_and(|row| row <= rows + skipped) {
            return Err(wrong(
                "a quotation mark opens in it and closes rows below, in the middle of a cell; the rows between would be lost"
                    .to_owned(),
            ));
        }
        if rows == 1 {
            continue;
        }
        if rows > MOST_ROWS + 1 {
            return Err(wrong(format!("a list may have at most {MOST_ROWS} rows below its header")));
        }
        let mut row = Vec::with_capacity(wide);
        for (at, cell) in cells.iter().enumerate() {
            let (cell, foreign) = windows::text(cell);
            if foreign {
                foreign_row.get_or_insert(rows);
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
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        spanning(&columns, &row, rows, &mut notices).map_err(wrong)?;
        let designation = columns.designation(&row, rows, &mut notices).map_err(wrong)?;
        if let Some(first) = ids.insert(designation.id.clone(), rows) {
            return Err(wrong(format!("its id `{}` stands in row {first}, too", designation.id)));
        }
        designations.push(designation);
    }
    if let Some(row) = lines.get_ref().quotes.open() {
        let what = "a quotation mark opens in it that never closes".to_owned();
        return Err(Refusal::Row { file, row: row - skipped, what });
    }
    if designations.is_empty() {
        let what = "below the header there is no row with a name".to_owned();
        return Err(Refusal::Row { file, row: 2, what });
    }
    let kept: Vec<String> = columns.names_not_read().into_iter().map(|label| format!("`{label}`")).collect();
    if !kept.is_empty() {
        let (which, are) = if kept.len() == 1 { ("a column seems", "it is") } else { ("columns seem", "they are") };
        notices.say(format!(
            "{which} to hold names that are not compared: {}; {are} kept as notes; call {it} `alias` to have its names compared",
            kept.join(", "),
            it = if kept.len() == 1 { "it" } else { "one" }
        ));
    }
    if let Some(row) = foreign_row {
        notices.say(format!(
            "the file is not UTF-8 (first seen in row {row}) and is read as Windows-1252; if letters look wrong, save it as \
             CSV UTF-8"
        ));
    }
    Ok(contents(&file, designations, notices.warnings()))
}

/// Looks at cells over several lines, which may hold rows that are parties of their own.
fn spanning(columns: &Columns, row: &[String], number: usize, notices: &mut Notices) -> Result<(), String> {
    let separator = char::from(columns.separator);
    let wide = columns.len();
    for ((label, meaning), cell) in columns.all.iter().zip(row).filter(|(_, cell)| cell.contains(['\n', '\r'])) {
        if *meaning == Meaning::Id && cell.trim().contains(['\n', '\r']) {
            return Err(format!(
                "its id goes on over several lines, in the column `{label}`; a quotation mark may be missing"
            ));
        }
        let in_name = matches!(meaning, Meaning::Name | Meaning::Family | Meaning::Given) && runs_on(cell, separator);
        let a_row = row_within(cell, separator, |fields| wide > 1 && fields.len() >= wide);
        let a_line = row_within(cell, separator, |fields| fields.len() > 1);
        if a_row.is_some() || in_name {
            let line = a_row.or(a_line).unwrap_or(cell).trim();
            let shown: String = line.chars().take(60).collect();
            return Err(format!(
                "its cell `{label}` goes on over several lines, of which `{shown}` reads like a row of its own: a quotation mark \
                 may be out of place; if the text is right, write it on one line"
            ));
        }
        if a_line.is_some() {
            notices.add_at(SPANNING, label, &format!(" in row {number}"));
        }
    }
    Ok(())
}

fn contents(file: &str, designations: Vec<crate::designation::Designation>, warnings: Vec<Warning>) -> Contents {
    let title = file.rsplit_once('.').map_or(file, |(title, _)| title).to_owned();
    let publication = Publication {
        list: format!("own-{}", slug(&title)),
        authority: OWN.to_owned(),
        title,
        issued: None,
        scope: "A list of your own; it carries no date.".to_owned(),
        complete: true,
        ages: false,
        record_url: None,
    };
    Contents::of(Parsed { publication, programmes: Vec::new(), designations, warnings })
}

/// A name of lower-case letters, digits and hyphens. Where letters of other alphabets had to be left out, a digest of the
/// title tells it from others.
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
    let slug = if slug.is_empty() { "list" } else { slug };
    match title.chars().any(|letter| letter.is_alphanumeric() && !letter.is_ascii()) {
        true => format!("{slug}-{}", &crate::pack::hex(&Sha256::digest(title.as_bytes()))[..8]),
        false => slug.to_owned(),
    }
}
