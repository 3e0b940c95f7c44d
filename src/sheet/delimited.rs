//! Text tables: cells with a separator between them, or one name on each line.
//!
//! The separator is the one that a first line `sep=;` names, else the one with which the header has most words that are known,
//! else, in a file called `.csv` or `.tsv`, the one that the first row has most of. Quotation marks are watched ([`Quotes`]),
//! because a stray one makes rows a part of a cell without an error.

use super::header::TITLE_ROWS;
use super::quotes::Quotes;
use super::{Choice, Fault, Form, Line, MOST_CELLS, MOST_IN_A_ROW, MOST_ROWS};
use super::{Sheet, SheetError, SheetFile, text, too_much, words};
use words::Meaning;

/// What may divide cells.
pub const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// The line that spreadsheets write before the header to name the separator.
const SEPARATOR_LINE: &str = "sep=";

/// More rows than this are too many, whatever stands above the table.
const MOST_LINES: usize = MOST_ROWS + TITLE_ROWS;

/// So much of a line is looked at to tell the separator, in bytes.
const MOST_OF_A_LINE: usize = 16 << 10;

/// A line within a cell is shown to this many characters.
const SHOWN: usize = 60;

/// Reads a text.
pub(super) fn read(file: SheetFile, bytes: &[u8], choice: &Choice) -> Result<Sheet, SheetError> {
    if choice.sheet.is_some() {
        return Err(SheetError::Choice(format!("{} is no workbook, so it has no sheets to choose from", file.name)));
    }
    let text::Text { text, encoding, note } = text::decode(&file.name, bytes, choice.encoding.as_deref())?;
    let encoding = encoding.to_owned();
    if text.trim().is_empty() {
        return Err(SheetError::Empty { file: file.name });
    }
    if let Some((what, instead)) = foreign(&text) {
        return Err(SheetError::Foreign { file: file.name, what, instead });
    }
    let notes = Vec::from_iter(note);
    let (named, body) = named_separator(&text);
    match named.or_else(|| separator(&file.name, body)) {
        Some(separator) => {
            let rows = rows(&file.name, body, separator)?;
            Sheet::of(file, Form::Delimited { separator, encoding }, rows, choice, notes)
        }
        None => {
            let body = body.replace("\r\n", "\n");
            let line = |text: &str| Line { cells: vec![text.to_owned()], fault: None };
            let rows = body.split(['\n', '\r']).map(line).collect();
            Sheet::of(file, Form::Lines { encoding }, rows, choice, notes)
        }
    }
}

/// The separator that the first line names, and what stands below that line.
pub fn named_separator(text: &str) -> (Option<char>, &str) {
    let (first, rest) = text.split_at(text.find(['\n', '\r']).unwrap_or(text.len()));
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or("");
    let first = first.trim_matches(['"', ' ']);
    let is_named = first.get(..SEPARATOR_LINE.len()).is_some_and(|start| start.eq_ignore_ascii_case(SEPARATOR_LINE));
    let named = first.chars().nth(SEPARATOR_LINE.len()).filter(|named| is_named && SEPARATORS.contains(named));
    match named {
        Some(separator) => (Some(separator), rest),
        None => (None, text),
    }
}

/// What a text is that is no table of names, by its beginning, and what to do with it.
fn foreign(text: &str) -> Option<(&'static str, &'static str)> {
    let start = text.trim_start();
    let begins = |with: &str| start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    // `[Name]` and `{Name}` may be words of a header.
    let inner = start.get(1..).unwrap_or("").trim_start();
    let json = start.starts_with('{') && inner.starts_with(['"', '}'])
        || start.starts_with('[') && inner.starts_with(['{', '[', '"', ']']);
    match () {
        () if json => Some(("JSON", "a table of names is CSV, XLSX or one name a line")),
        () if begins("<?xml") => {
            Some(("an XML file", "an official list goes under Lists; a table of names is CSV or XLSX"))
        }
        () if ["<!doctype", "<html", "<head", "<table", "<!--"].into_iter().any(begins) => {
            Some(("a web page", super::SAVE))
        }
        () => None,
    }
}

/// The separator of a table; nothing for one name a line.
fn separator(file: &str, text: &str) -> Option<char> {
    let lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(TITLE_ROWS);
    let lines: Vec<&str> = lines.map(|line| &line[..line.floor_char_boundary(MOST_OF_A_LINE)]).collect();
    let first = lines.first().copied().unwrap_or("");
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let is_table = ["csv", "tsv", "tab"].contains(&ending.as_str());
    let known_in = |line: &str, separator: char| {
        let cells = cells(line, separator);
        let known = cells.iter().filter(|cell| words::meaning(cell) != Meaning::Other).count();
        // Names on lines have commas in them.
        if is_table || cells.len() > 1 && (known > 1 || separator != ',') { known } else { 0 }
    };
    let known = |separator: &char| {
        let below = lines.iter().skip(1).map(|line| known_in(line, *separator)).filter(|known| *known > 1);
        below.max().unwrap_or(0).max(known_in(first, *separator))
    };
    let divides = |separator: &char| cells(first, *separator).len().saturating_sub(1);
    // Below a title without a separator, most lines have it.
    let often = |separator: &char| {
        let with = lines.iter().filter(|line| cells(line, *separator).len() > 1).count();
        if with * 2 >= lines.len() { with } else { 0 }
    };
    // Of separators that are equally good the first one is taken, so that one column is no table of commas by chance.
    let best = |score: &dyn Fn(&char) -> usize| {
        SEPARATORS.into_iter().rev().max_by_key(|each| score(each)).filter(|best| score(best) > 0)
    };
    let named = best(&known).or_else(|| best(&divides).or_else(|| best(&often)).filter(|_| is_table));
    // Cells that were copied from a spreadsheet and pasted have tabs, whatever the file is called.
    named.or(is_table.then_some(SEPARATORS[0])).or_else(|| (divides(&'\t') > 0).then_some('\t'))
}

/// The cells of a line.
fn cells(line: &str, separator: char) -> Vec<String> {
    let mut cells = csv::StringRecord::new();
    // Reading from memory does not fail, and a text is UTF-8.
    let _ = reader(separator, line.as_bytes()).read_record(&mut cells);
    cells.iter().map(super::even).collect()
}

fn reader(separator: char, bytes: &[u8]) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator as u8).has_headers(false).flexible(true).from_reader(bytes)
}

/// Cuts a text into rows.
fn rows(file: &str, text: &str, separator: char) -> Result<Vec<Line>, SheetError> {
    let broken = |at: String, what: &str| SheetError::Broken { file: file.to_owned(), at, what: what.to_owned() };
    let (kept, quotes, most) = with_blank_lines(text, separator);
    if let Some(row) = quotes.stray() {
        let what = "a quotation mark opens in it and closes rows below, in the middle of a cell, so the rows between cannot be told \
                    apart; close it or take it out";
        return Err(broken(format!("row {row}"), what));
    }
    if let Some(row) = quotes.open() {
        let what = "a quotation mark opens in it that never closes, so the rows below cannot be told apart; close it or take it out";
        return Err(broken(format!("row {row}"), what));
    }
    if most > MOST_IN_A_ROW {
        return Err(too_much(file, most, "cells in a row", MOST_IN_A_ROW));
    }
    let mut reader = reader(separator, kept.as_bytes());
    let mut cells = csv::StringRecord::new();
    let mut total = 0;
    let mut rows: Vec<Line> = Vec::new();
    let mut filled = 0;
    loop {
        let at = || format!("row {}", rows.len() + 1);
        if !reader.read_record(&mut cells).map_err(|error| broken(at(), &error.to_string()))? {
            break;
        }
        let line = Line { cells: cells.iter().map(str::to_owned).collect(), fault: None };
        if line.cells.iter().any(|cell| !cell.trim().is_empty()) {
            filled = rows.len() + 1;
        }
        // Spreadsheets may write a million empty rows below the last one; only so many are kept until another has something in it.
        if rows.len() - filled.min(rows.len()) <= MOST_LINES {
            total += line.cells.len();
            rows.push(line);
        }
        if total > MOST_CELLS {
            return Err(too_much(file, total, "cells and more", MOST_CELLS));
        }
        if filled > MOST_LINES + 1 {
            return Err(too_much(file, filled, "rows and more", MOST_ROWS));
        }
    }
    Ok(rows)
}

/// The text with `""` on each blank line, which the csv reader would pass over: an empty row is a row. And what its quotation
/// marks have shown, and the most cells that a row has.
fn with_blank_lines(text: &str, separator: char) -> (String, Quotes, usize) {
    let mut quotes = Quotes::new(separator as u8);
    let mut kept = String::with_capacity(text.len());
    let mut before = ' ';
    let (mut cells, mut most) = (1, 1);
    for c in text.chars() {
        if quotes.before_row() {
            cells = 1;
        }
        if c == separator && !quotes.within() {
            cells += 1;
            most = most.max(cells);
        }
        if matches!(c, '\n' | '\r') && quotes.before_row() && !(c == '\n' && before == '\r') {
            kept.push_str("\"\"");
        }
        quotes.watch(c.encode_utf8(&mut [0; 4]).as_bytes());
        kept.push(c);
        before = c;
    }
    (kept, quotes, most)
}

/// Whether a cell has lines in it that would be rows of the table: a line with as many separators as a row; or a beginning and an
/// end that fill the rows in which the cell would open and close; or lines in a row with cells too many.
pub(super) fn swallowed(cells: &[String], wide: usize, separator: char) -> Option<Fault> {
    let count = |line: &str| line.matches(separator).count();
    let found = cells.iter().enumerate().filter(|_| wide > 1).find_map(|(at, cell)| {
        let lines: Vec<&str> = cell.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).collect();
        let [first, below @ ..] = &lines[..] else { return None };
        let last = below.last()?;
        let fills = count(first) + 1 + at >= wide && count(last) >= at && count(cell) >= (wide - 1) * below.len();
        let row = below.iter().find(|line| count(line) + 1 >= wide).copied();
        row.or((fills || cells.len() > wide).then_some(below[0]))
    });
    found.map(|line| Fault::RowsWithin(line.trim().chars().take(SHOWN).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_rows_and_breaks_within_marks_are_none() {
        for (text, kept) in [
            ("a\n\nb\n", "a\n\"\"\nb\n"),
            ("a\r\n\r\nb", "a\r\n\"\"\r\nb"),
            ("a\r\rb", "a\r\"\"\rb"),
            ("\"a\n\nb\"\nc", "\"a\n\nb\"\nc"),
            ("5\" gun\n\nb", "5\" gun\n\"\"\nb"),
            ("\"a \"\"\n\n\"\"b\"\n\nc", "\"a \"\"\n\n\"\"b\"\n\"\"\nc"),
        ] {
            assert_eq!(with_blank_lines(text, ',').0, kept);
        }
    }

    #[test]
    fn rows_within_a_cell_are_seen_and_lines_of_prose_are_not() {
        let found = |cells: &[&str], wide| {
            let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            swallowed(&cells, wide, ',').is_some()
        };
        assert!(found(&["1", "x\n2,B,y\n3,C"], 3), "a whole row");
        assert!(found(&["1,Ahmed\n2", "Tuniyaz"], 2), "the end of one row and the beginning of the next");
        assert!(found(&["1", "Ahmed", "5,a\n2,Tuniyaz,6", "b"], 4), "the same in the middle");
        assert!(found(&["1", "A", "x", "note\n2,B", "", ""], 4), "cells too many behind it");
        assert!(!found(&["1", "12 Main Street, Paris\nFrance"], 2));
        assert!(!found(&["1", "A", "born in Paris, France\nlives in Bonn, Germany", "b", "c"], 5));
        assert!(!found(&["one\ntwo"], 1));
    }

    #[test]
    fn the_separator_is_the_one_that_makes_sense_of_the_header() {
        for (file, text, expected) in [
            ("a.csv", "name,birth date\n", Some(',')),
            ("a.csv", "Name;Land, Stadt;Date of birth\n", Some(';')),
            ("a.txt", "name\tcountry\n", Some('\t')),
            ("a.txt", "Ahmed, Benazir\nTuniyaz, Erken", None),
            ("a.csv", "Ahmed;Benazir;1963\n", Some(';')),
            ("a.csv", "Erken Tuniyaz\n", Some(',')),
            ("pasted", "Ahmed\t1963\n", Some('\t')),
            ("pasted", "Benazir Ahmed\n", None),
            ("a.txt", "Name\nAhmed, Benazir\n", None),
            ("a.txt", "Born, Max\nAhmed, Benazir\n", None),
            ("a.csv", "Report\n\nRef;Name;Land\n1;Benazir Ahmed;BD\n", Some(';')),
            ("a.csv", "Report\nNo;Who;Land\n1;Benazir Ahmed;BD\n", Some(';')),
            ("a.csv", "\"Ahmed, Benazir; Dr\";1963\n", Some(';')),
        ] {
            assert_eq!(separator(file, text), expected, "{text}");
        }
        assert_eq!(named_separator("sep=;\r\nname;x\r\n"), (Some(';'), "name;x\r\n"));
        assert_eq!(named_separator("SEP=\t\nname"), (Some('\t'), "name"));
        assert_eq!(named_separator("sep=;\n\nname"), (Some(';'), "\nname"), "a blank row below it is a row");
        assert_eq!(named_separator("separate\nname"), (None, "separate\nname"));
    }
}
