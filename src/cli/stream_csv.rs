//! Rows of any number as CSV on standard input, and the same rows with what came of them on standard output, in the memory of a few of
//! them.
//!
//! How the file is read and what its columns are used for is told from its beginning, as for a table in a file. A header goes out if
//! one came in, so that each part of a large file can be piped through by itself. The text is UTF-8; rows are not known to ask the
//! same as earlier ones.

use super::Failure;
use super::batch::Run;
use csv::{ByteRecord, ReaderBuilder, Terminator, WriterBuilder};
use namesieve::batch::{Columns, Outcome, Row, results};
use namesieve::parallel;
use namesieve::report::{Reason, ReasonCode};
use namesieve::sheet::{Choice, Form, LONGEST_CELL, Sheet};
use std::cell::Cell;
use std::io::{self, BufWriter, Read};
use std::rc::Rc;

/// So many rows are screened at once: enough for every processor, and few enough to hold.
const AT_ONCE: usize = 512;

/// So much of the beginning tells how it is read.
const BEGINNING: usize = 64 << 10;

/// A record of more bytes is no party: a quotation mark that is not closed takes all rows behind it for one.
const LONGEST: usize = 1 << 20;

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
    let mut beginning = Vec::new();
    input.by_ref().take(BEGINNING as u64).read_to_end(&mut beginning)?;
    let whole = beginning.len() < BEGINNING;
    let end = if whole { None } else { beginning.iter().rposition(|byte| *byte == b'\n') };
    let choice = Choice { encoding: Some("utf-8".into()), header: columned.header, sheet: None };
    let shown = &beginning[..end.map_or(beginning.len(), |end| end + 1)];
    let sheet = Sheet::read("standard input.csv", shown, &choice).map_err(Failure::Sheet)?;
    let columns = Columns::recognise(&sheet).with(&sheet, columned.map).map_err(|error| fault(error.to_string()))?;
    columns.check(&sheet).map_err(|error| fault(format!("{error} with --map name=COLUMN")))?;

    let since_record = Rc::new(Cell::new(0));
    let mark = if beginning.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let bytes = Bounded { inner: (&beginning[mark..]).chain(input), since_record: Rc::clone(&since_record) };
    let mut reader = ReaderBuilder::new();
    reader.has_headers(false).flexible(true);
    match sheet.form {
        Form::Delimited { separator, .. } => reader.delimiter(u8::try_from(separator).unwrap_or(b',')),
        // One name a line: no cell holds what stands between cells.
        _ => reader.delimiter(0x1f).quoting(false),
    };
    let mut reader = reader.from_reader(bytes);
    let mut out = WriterBuilder::new()
        .flexible(true)
        .terminator(Terminator::CRLF)
        .from_writer(BufWriter::new(io::stdout().lock()));
    if sheet.header {
        let labels = sheet.labels.iter().map(|label| results::harmless(label));
        out.write_record(labels.chain(results::columns().map(str::to_owned))).map_err(unwritten)?;
    }
    let first = sheet.number(0);
    let (mut number, mut record) = (0, ByteRecord::new());
    loop {
        let mut rows = Vec::with_capacity(AT_ONCE);
        while rows.len() < AT_ONCE && reader.read_byte_record(&mut record).map_err(|error| unread(error, number))? {
            since_record.set(0);
            number += 1;
            if number >= first {
                let cells: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
                let row = Row { row: number, ..columns.row(&cells) };
                rows.push((cells, row));
            }
        }
        if rows.is_empty() {
            return Ok(out.flush()?);
        }
        let outcomes = parallel::each(&rows, |(cells, row)| match strange(cells, sheet.labels.len()) {
            Some(reason) => Outcome::not_screened(reason),
            None => run.screener.screen_row(row, run.settings),
        });
        for ((mut cells, row), outcome) in rows.into_iter().zip(&outcomes) {
            // What a row has beyond the header stands behind everything, so that the columns stay in line.
            let beyond = cells.split_off(cells.len().min(sheet.labels.len()));
            cells.resize(sheet.labels.len(), String::new());
            let own = cells.iter().map(|cell| results::harmless(cell));
            let beyond = beyond.iter().map(|cell| results::harmless(cell));
            out.write_record(own.chain(results::beside(&row, outcome)).chain(beyond)).map_err(unwritten)?;
        }
        // Whoever reads the other end of a pipe waits for it.
        out.flush()?;
    }
}

/// Why a row cannot be screened as a row of its table.
fn strange(cells: &[String], labels: usize) -> Option<Reason> {
    let longest = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
    let reason = |code, value: usize| Some(Reason { code, value: Some(value.to_string()) });
    match cells.len() {
        more if more > labels && cells[labels..].iter().any(|cell| !cell.trim().is_empty()) => {
            reason(ReasonCode::TooManyCells, more)
        }
        _ if longest > LONGEST_CELL => reason(ReasonCode::LongCell, longest),
        _ => None,
    }
}

fn unwritten(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => Failure::Output(io::Error::other(format!("{other:?}"))),
    }
}

fn unread(error: csv::Error, rows: usize) -> Failure {
    fault(format!("after row {rows}: {error}"))
}

/// Standard input, of which a record may have only so many bytes.
struct Bounded<R> {
    inner: R,
    since_record: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.since_record.set(self.since_record.get() + read);
        if self.since_record.get() > LONGEST + buffer.len() {
            let what = format!("a row of more than {LONGEST} bytes: a quotation mark is not closed; close it");
            return Err(io::Error::new(io::ErrorKind::InvalidData, what));
        }
        Ok(read)
    }
}
