//! A table of parties as a person brings it: CSV and its kin as spreadsheets write them, an Excel workbook, or one name a line.
//!
//! A sheet is read so that no row is lost. Every row of the file is a row here, in its order, also an empty one between others; a
//! row that cannot be what the file means it to be (more cells than the header, a cell that swallowed other rows) keeps its cells
//! and has a [`Fault`], so that it can be told as not screened. Only a file whose rows cannot be told apart is refused.
//!
//! What the columns mean is told from the words of the header ([`words`]); a file without a header that is known keeps its first
//! row as a row, because a name taken for a header would be lost in silence.

mod delimited;
mod header;
mod marks;
pub mod quotes;
pub(crate) mod text;
pub mod words;
mod workbook;

pub use delimited::{SEPARATORS, named_separator};

use crate::pack::hex;
use header::Header;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use words::Meaning;

/// A larger file is no list of one's own parties; it would not fit into the memory of a phone either.
pub const MOST_BYTES: usize = 64 << 20;
/// More rows than this take a browser hours and its memory; whoever has them divides the file.
pub const MOST_ROWS: usize = 200_000;
/// A table with more columns has its separator wrong.
pub const MOST_COLUMNS: usize = 500;
/// More cells than this do not fit into the memory of a phone.
pub const MOST_CELLS: usize = 16_000_000;
/// A spreadsheet has no row with more cells; a file with one has something else than line breaks between its rows.
const MOST_IN_A_ROW: usize = 16_384;
/// Cells beyond the header are kept one by one up to this many, and the rest together.
const MOST_BEYOND: usize = 20;
/// The characters of a cell from which its row is not taken for one: most often a quotation mark is missing.
pub const LONGEST_CELL: usize = 10_000;

/// A table, read.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The file.
    pub file: SheetFile,
    /// As what it was read.
    pub form: Form,
    /// Whether a row names the columns.
    pub header: bool,
    /// How many rows of the file stand above the first of `rows`: the header, and what stands above it.
    pub above: usize,
    /// Whether each line has a mark of a list before its name.
    marked: bool,
    /// The name of each column; `Column 3` where there is none.
    pub labels: Vec<String>,
    /// The rows below the header, in their order.
    pub rows: Vec<Line>,
    /// What a person should know of how it was read, a sentence each.
    pub notes: Vec<String>,
}

/// A file as it was brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetFile {
    /// Its name, without folders.
    pub name: String,
    /// Its size.
    pub bytes: usize,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// How a table was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "format", rename_all = "lowercase", deny_unknown_fields)]
pub enum Form {
    /// Cells with a separator between them.
    Delimited {
        /// The separator.
        separator: char,
        /// The encoding of its text, such as `UTF-8` or `windows-1251`.
        encoding: String,
    },
    /// One name on each line.
    Lines {
        /// The encoding of its text.
        encoding: String,
    },
    /// A sheet of an Excel workbook.
    Workbook {
        /// The sheet that was read.
        sheet: String,
        /// All of them.
        sheets: Vec<String>,
    },
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its cells, as many as there are columns, and more only where that is its fault.
    pub cells: Vec<String>,
    /// Why it cannot be screened.
    pub fault: Option<Fault>,
}

/// Why a row is not what the file means it to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has cells beyond the header's: so many.
    TooManyCells(usize),
    /// One of its cells has so many characters.
    LongCell(usize),
    /// One of its cells goes on over lines that read like rows of their own; this is how the first of them begins.
    RowsWithin(String),
}

/// What a person says of how a file is to be read, where it is not to be guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    /// The encoding, by a name that the web platform knows: `utf-8`, `windows-1251`.
    pub encoding: Option<String>,
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
}

/// Why a file is not read. Each says what was found and what to do; nothing of the file is used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// There is nothing in it.
    #[error("{file} is empty; nothing was read")]
    Empty {
        /// Its name.
        file: String,
    },
    /// It is of another kind.
    #[error("{file} is {what}; {instead}; nothing was read")]
    Foreign {
        /// Its name.
        file: String,
        /// What it is.
        what: &'static str,
        /// What to do.
        instead: &'static str,
    },
    /// It is larger than can be read.
    #[error("{file} has {got} {what}, at most {most} are read; divide it and screen the parts; nothing was read")]
    TooMuch {
        /// Its name.
        file: String,
        /// How many there are.
        got: usize,
        /// Of what.
        what: &'static str,
        /// The limit.
        most: usize,
    },
    /// Its rows cannot be told apart, or its content is damaged.
    #[error("{file}, {at}: {what}; nothing was read")]
    Broken {
        /// Its name.
        file: String,
        /// Where.
        at: String,
        /// What was found and what to do.
        what: String,
    },
    /// What was chosen is not there.
    #[error("{0}; nothing was read")]
    Choice(String),
}

/// Beginnings of files that are no table of names, and what to do with them.
const FOREIGN: [(&[u8], &str, &str); 5] = [
    (b"%PDF", "a PDF", SAVE),
    (
        &[0xd0, 0xcf, 0x11, 0xe0],
        "an Excel workbook of before 2007 or a protected one",
        "save it as XLSX or CSV without a password",
    ),
    (b"{\\rtf", "a text document", SAVE),
    (&[0x89, b'P', b'N', b'G'], "a picture", "the names have to be text: save them as CSV or XLSX"),
    (&[0xff, 0xd8, 0xff], "a picture", "the names have to be text: save them as CSV or XLSX"),
];

/// What to do with a table in another kind of file.
const SAVE: &str = "save its table as CSV or XLSX";

impl Sheet {
    /// Reads a file by its name and its bytes. The ending of the name matters only for a text without a header that is known:
    /// `.csv` and `.tsv` have columns, anything else has one name a line.
    ///
    /// # Errors
    /// [`SheetError`].
    pub fn read(name: &str, bytes: &[u8], choice: &Choice) -> Result<Sheet, SheetError> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let file = SheetFile { name: name.to_owned(), bytes: bytes.len(), sha256: hex(&Sha256::digest(bytes)) };
        if bytes.len() > MOST_BYTES {
            return Err(too_much(name, bytes.len(), "bytes", MOST_BYTES));
        }
        if let Some((_, what, instead)) = FOREIGN.iter().find(|(start, ..)| begins(bytes, start)) {
            return Err(SheetError::Foreign { file: file.name, what, instead });
        }
        match bytes.starts_with(b"PK\x03\x04") {
            true => workbook::read(file, bytes, choice),
            false => delimited::read(file, bytes, choice),
        }
    }

    /// The sheet of rows that were cut into cells: takes the header off where there is one, names the columns, fills short rows
    /// and marks those that are too wide or too long.
    fn of(
        file: SheetFile,
        form: Form,
        mut rows: Vec<Line>,
        choice: &Choice,
        mut notes: Vec<String>,
    ) -> Result<Sheet, SheetError> {
        let is_empty = |line: &Line| line.cells.iter().all(|cell| cell.trim().is_empty());
        let blank = rows.iter().rev().take_while(|line| is_empty(line)).count();
        rows.truncate(rows.len() - blank);
        // Of very many only so many were kept.
        match blank {
            0 | 1 => {}
            2..=MOST_ROWS => notes.push(format!("{blank} empty rows at the end are left out.")),
            _ => notes.push(format!("More than {MOST_ROWS} empty rows at the end are left out.")),
        }
        if rows.is_empty() {
            return Err(SheetError::Empty { file: file.name });
        }
        let Header { at, names_columns: header, note } = header::find(&rows, choice);
        notes.extend(note);
        let mut above: Vec<Line> = rows.drain(..at).collect();
        let named: Vec<String> = if header { rows[0].cells.clone() } else { Vec::new() };
        above.extend(rows.drain(..usize::from(header)));
        let broken =
            |row: usize, what: String| SheetError::Broken { file: file.name.clone(), at: format!("row {row}"), what };
        let widest = |line: &Line| line.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
        // One row with far too many cells does not widen a table.
        let widths = || rows.iter().map(widest);
        let wide = match header {
            true => named.len(),
            false => widths().filter(|wide| *wide <= MOST_COLUMNS).max().or(widths().max()).unwrap_or(0),
        };
        let swallowed = |line: &Line| match &form {
            Form::Delimited { separator, .. } => delimited::swallowed(&line.cells, wide, *separator),
            Form::Lines { .. } | Form::Workbook { .. } => None,
        };
        // What stands above the first row has no result, so no row may hide in it.
        let hidden = above.iter().map(swallowed).zip(1..).find_map(|(found, row)| found.map(|found| (found, row)));
        if let Some((Fault::RowsWithin(line), row)) = hidden {
            let what = format!(
                "a cell of it goes on over lines that read like rows of their own (`{line}`), so a quotation mark is out of place; \
                 take it out or close it"
            );
            return Err(broken(row, what));
        }
        if rows.is_empty() {
            let what = "there is no row below the header; if it is a name, say that there is no header".to_owned();
            return Err(broken(above.len(), what));
        }
        let limits = [
            (rows.len(), "rows", MOST_ROWS),
            (wide, "columns", MOST_COLUMNS),
            (rows.len().saturating_mul(wide), "cells", MOST_CELLS),
        ];
        if let Some((got, what, most)) = limits.into_iter().find(|(got, _, most)| got > most) {
            return Err(too_much(&file.name, got, what, most));
        }
        let labels = (0..wide).map(|at| label(named.get(at).map_or("", String::as_str), at)).collect();
        for line in &mut rows {
            let has = widest(line);
            let longest = line.cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
            if longest > LONGEST_CELL {
                line.fault = Some(Fault::LongCell(longest));
            } else if has > wide {
                line.fault = Some(Fault::TooManyCells(has));
            } else {
                line.fault = swallowed(line);
            }
            line.cells.truncate(has);
            if has > wide + MOST_BEYOND {
                let rest = line.cells.drain(wide + MOST_BEYOND - 1..).collect::<Vec<_>>().join(" | ");
                line.cells.push(rest);
            }
            line.cells.resize(wide.max(line.cells.len()), String::new());
        }
        let above = above.len();
        let names = || rows.iter().filter_map(|line| line.cells.first().map(String::as_str));
        let marked = matches!(form, Form::Lines { .. }) && marks::are_there(names());
        if marked {
            notes.push("The numbers or signs of the list before the names are not compared.".to_owned());
        }
        Ok(Sheet { file, form, header, above, marked, labels, rows, notes })
    }

    /// What a cell asks: the whole of it, or without the mark of a list before it.
    pub fn asked<'c>(&self, cell: &'c str) -> &'c str {
        if self.marked { marks::without(cell) } else { cell }
    }

    /// The number that a spreadsheet program shows beside a row, for the row at this place, where no cell breaks a line.
    pub fn number(&self, at: usize) -> usize {
        self.above + at + 1
    }

    /// What the words of the header say that the columns hold.
    pub fn meanings(&self) -> Vec<Meaning> {
        match self.header {
            true => self.labels.iter().map(|label| words::meaning(label)).collect(),
            // A single column of a file without a header can only be the names.
            false if self.labels.len() == 1 => vec![Meaning::Name],
            false => vec![Meaning::Other; self.labels.len()],
        }
    }
}

/// A text in a sentence.
fn shown(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn label(word: &str, at: usize) -> String {
    match even(word) {
        word if word.is_empty() => format!("Column {}", at + 1),
        word => word,
    }
}

/// The text with single spaces between its words.
fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn begins(bytes: &[u8], with: &[u8]) -> bool {
    bytes.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

fn too_much(file: &str, got: usize, what: &'static str, most: usize) -> SheetError {
    SheetError::TooMuch { file: file.to_owned(), got, what, most }
}
