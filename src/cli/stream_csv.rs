//! Rows of any number as CSV on standard input, and the same rows with what came of them on standard output, in the memory of a few of
//! them.
//!
//! How the table is read and what its columns are used for is told from its beginning; then it is read piece by piece as a table in a
//! file is: an empty line is a row, and a row that may have swallowed others is not screened. A header goes out if one came in, so
//! that each part of a large file can be piped through by itself. The text is UTF-8. Rows are not known to ask the same as earlier
//! ones, and empty rows at the end are left out.

use super::Failure;
use super::batch::Run;
use csv::{Terminator, WriterBuilder};
use namesieve::batch::{Columns, Row, results};
use namesieve::parallel;
use namesieve::sheet::quotes::Quotes;
use namesieve::sheet::{Choice, Form, SEPARATORS, Sheet, named_separator};
use std::io::{self, BufRead, BufWriter};

/// So many rows are screened at once: enough for every processor, and few enough to hold.
const AT_ONCE: usize = 512;

/// So much of the beginning tells how it is read, and a piece is no longer.
const PIECE: usize = 64 << 10;

/// A row of more bytes is no party: a quotation mark that is not closed takes all rows behind it for one.
const LONGEST: usize = 1 << 20;

/// What the table is called when it is refused; the ending says that it is one.
const NAME: &str = "standard input.csv";

/// What is not to be guessed.
pub struct Columned<'a> {
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// What columns are used for.
    pub map: &'a [(String, String)],
}

fn fault(what: String) -> Failure {
    Failure::Content { path: "standard input".into(), what }
}

/// Screens standard input.
pub fn screen(run: &Run, columned: &Columned) -> Result<(), Failure> {
    let mut input = io::stdin().lock();
    if input.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
        input.consume(3);
    }
    // Which marks open a cell depends on the separator, which the beginning tells: it is cut into rows by each.
    let mut beginning = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(&mut input, PIECE as u64), &mut beginning)?;
    let whole = beginning.len() < PIECE;
    let choice = |header| Choice { encoding: Some("utf-8".into()), header, sheet: None };
    let mut refused = None;
    let told = SEPARATORS.into_iter().find_map(|separator| {
        let mut rows = Rows::new(beginning.as_slice(), separator);
        let mut text = Vec::new();
        while let Ok(Some(row)) = rows.next() {
            // What the piece cuts off is no row of it.
            if whole || !rows.at_the_end() {
                text.extend(row);
            }
        }
        let text = if text.is_empty() { &beginning } else { &text };
        match Sheet::read(NAME, text, &choice(columned.header)) {
            Ok(sheet) => {
                let is = matches!(sheet.form, Form::Delimited { separator: told, .. } if told == separator);
                is.then_some((sheet, separator))
            }
            Err(error) => {
                refused.get_or_insert(error);
                None
            }
        }
    });
    let (sheet, separator) = match (told, refused) {
        (Some(told), _) => told,
        (None, Some(error)) => return Err(Failure::Sheet(error)),
        (None, None) => return Err(fault("no separator of its cells can be told; separate them with commas".into())),
    };
    let columns = Columns::recognise(&sheet).with(&sheet, columned.map).map_err(|error| fault(error.to_string()))?;
    columns.check(&sheet).map_err(|error| fault(format!("{error} with --map name=COLUMN")))?;

    let mut out = WriterBuilder::new();
    let mut out = out.flexible(true).terminator(Terminator::CRLF).from_writer(BufWriter::new(io::stdout().lock()));
    if sheet.header {
        let labels = sheet.labels.iter().map(|label| results::harmless(label));
        out.write_record(labels.chain(results::columns().map(str::to_owned))).map_err(unwritten)?;
    }
    let orders = columns.orders(&sheet);
    // Each piece is read as a table with this header.
    let header = header(&sheet.labels, separator)?;
    let wide = sheet.labels.len();
    let mut number = sheet.number(0);
    let mut rows = Rows::new(io::Read::chain(beginning.as_slice(), input), separator);
    // A line that names the separator is no row.
    let named = usize::from(named_separator(&String::from_utf8_lossy(&beginning)).0.is_some());
    for _ in 0..number - 1 + named {
        rows.next().map_err(|what| fault(what.told(0)))?;
    }
    let mut ahead: Vec<Vec<u8>> = Vec::new();
    loop {
        let mut ended = Ok(false);
        let mut held: usize = ahead.iter().map(Vec::len).sum();
        while ahead.len() < AT_ONCE && held < PIECE || ahead.last().is_some_and(|row| is_blank(row, separator)) {
            match rows.next() {
                Ok(Some(row)) => {
                    held += row.len();
                    ahead.push(row);
                }
                Ok(None) => ended = Ok(true),
                Err(what) => ended = Err(what),
            }
            if held > LONGEST * 2 {
                ended = Err(Broken::Empty);
            }
            if ended != Ok(false) {
                break;
            }
        }
        // Empty rows at the end are left out, as from a file.
        let filled = ahead.iter().rposition(|row| !is_blank(row, separator)).map_or(0, |at| at + 1);
        ahead.truncate(filled);
        if !ahead.is_empty() {
            let mut text = header.clone();
            let count = ahead.len();
            ahead.drain(..).for_each(|row| text.extend(row));
            let piece = Sheet::read(NAME, &text, &choice(Some(true))).map_err(Failure::Sheet)?;
            let asked = columns.rows_in(&piece, &orders).map_err(|error| fault(error.to_string()))?;
            if asked.len() != count {
                return Err(fault(Broken::Stray.told(number - 1)));
            }
            let asked: Vec<Row> =
                asked.into_iter().enumerate().map(|(at, row)| Row { row: number + at, same_as: None, ..row }).collect();
            let outcomes = parallel::each(&asked, |row| run.screener.screen_row(row, run.settings));
            for ((line, row), outcome) in piece.rows.iter().zip(&asked).zip(&outcomes) {
                // What a row has beyond the header stands behind everything, so that the columns stay in line.
                let (own, beyond) = line.cells.split_at(wide.min(line.cells.len()));
                let own = own.iter().map(|cell| results::harmless(cell));
                let beyond = beyond.iter().map(|cell| results::harmless(cell));
                out.write_record(own.chain(results::beside(row, outcome)).chain(beyond)).map_err(unwritten)?;
            }
            number += asked.len();
            // Whoever reads the other end of a pipe waits for it.
            out.flush()?;
        }
        match ended {
            Ok(false) => {}
            Ok(true) => return Ok(()),
            Err(what) => return Err(fault(what.told(number - 1))),
        }
    }
}

/// A header of these labels, below a line that names the separator.
fn header(labels: &[String], separator: char) -> Result<Vec<u8>, Failure> {
    let mut bytes = format!("sep={separator}\n").into_bytes();
    let mut writer = WriterBuilder::new().delimiter(separator as u8).from_writer(&mut bytes);
    writer.write_record(labels).map_err(unwritten)?;
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

/// Whether a row has nothing but separators and marks.
fn is_blank(row: &[u8], separator: char) -> bool {
    String::from_utf8_lossy(row).chars().all(|c| c.is_whitespace() || c == separator || c == '"')
}

fn unwritten(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => Failure::Output(io::Error::other(format!("{other:?}"))),
    }
}

/// Why rows cannot be told apart any more.
#[derive(Debug, PartialEq, Eq)]
enum Broken {
    /// A mark opens a cell and closes rows below.
    Stray,
    /// A mark is never closed.
    Open,
    /// Nothing but empty rows comes.
    Empty,
    /// It cannot be read.
    Read(String),
}

impl Broken {
    fn told(&self, rows: usize) -> String {
        let what = match self {
            Broken::Stray => {
                "a quotation mark opens and closes rows below, in the middle of a cell; close it or take it out"
            }
            Broken::Open => {
                "a quotation mark opens that never closes, or a row is longer than 1 MB; close it or take it out"
            }
            Broken::Empty => "more than 2 MB of empty rows follow; take them out",
            Broken::Read(what) => what,
        };
        format!("behind row {rows} {what}; everything up to that row was screened and written, and nothing behind it")
    }
}

/// Standard input, cut into rows: each with the end of its line, an empty line being one.
struct Rows<R> {
    input: io::BufReader<R>,
    quotes: Quotes,
    after_return: bool,
}

impl<R: io::Read> Rows<R> {
    fn new(input: R, separator: char) -> Rows<R> {
        Rows { input: io::BufReader::new(input), quotes: Quotes::new(separator as u8), after_return: false }
    }

    fn at_the_end(&mut self) -> bool {
        self.input.fill_buf().is_ok_and(<[u8]>::is_empty)
    }

    fn next(&mut self) -> Result<Option<Vec<u8>>, Broken> {
        let mut row = Vec::new();
        loop {
            let ready = self.input.fill_buf().map_err(|error| Broken::Read(error.to_string()))?;
            let Some(byte) = ready.first().copied() else {
                self.after_return = false;
                return match self.quotes.open() {
                    Some(_) => Err(Broken::Open),
                    None => Ok((!row.is_empty()).then_some(row)),
                };
            };
            // The end of a line may have two characters.
            if std::mem::take(&mut self.after_return) && byte != b'\n' {
                return Ok(Some(row));
            }
            self.input.consume(1);
            row.push(byte);
            self.quotes.watch(&[byte]);
            if self.quotes.stray().is_some() {
                return Err(Broken::Stray);
            }
            if row.len() > LONGEST {
                return Err(Broken::Open);
            }
            match byte {
                b'\n' if self.quotes.before_row() => return Ok(Some(row)),
                b'\r' => self.after_return = self.quotes.before_row(),
                _ => {}
            }
        }
    }
}
