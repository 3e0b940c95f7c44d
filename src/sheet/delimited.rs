//! Text tables: cells with a separator between them, or one name on each line.
//!
//! The separator is the one that a first line `sep=;` names, else the one with which the header has most words that are known,
//! else, in a file called `.csv` or `.tsv`, the one that the first row has most of. Quotation marks are watched ([`Quotes`]),
//! because a stray one makes rows a part of a cell without an error.

use super::quotes::Quotes;
use super::{Choice, Fault, Form, Line, MOST_ROWS, Sheet, SheetError, SheetFile, text, too_much, words};
use words::Meaning;

/// What may divide cells.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// The line that spreadsheets write before the header to name the separator.
const SEPARATOR_LINE: &str = "sep=";

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
    if text.trim_start().starts_with(['{', '[']) {
        let (what, instead) = ("JSON", "a table of names is CSV, XLSX or one name a line");
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
fn named_separator(text: &str) -> (Option<char>, &str) {
    let (first, rest) = text.split_once(['\n', '\r']).unwrap_or((text, ""));
    let first = first.trim_matches(['"', ' ']);
    let is_named = first.get(..SEPARATOR_LINE.len()).is_some_and(|start| start.eq_ignore_ascii_case(SEPARATOR_LINE));
    let named = first.chars().nth(SEPARATOR_LINE.len()).filter(|named| is_named && SEPARATORS.contains(named));
    match named {
        Some(separator) => (Some(separator), rest.strip_prefix('\n').unwrap_or(rest)),
        None => (None, text),
    }
}

/// The separator of a table; nothing for one name a line.
fn separator(file: &str, text: &str) -> Option<char> {
    let first = text.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or("");
    let cells = |separator: char| -> Vec<String> {
        let mut reader = reader(separator, first.as_bytes());
        let mut cells = csv::StringRecord::new();
        let _ = reader.read_record(&mut cells);
        cells.iter().map(super::even).collect()
    };
    let known =
        |separator: &char| cells(*separator).iter().filter(|cell| words::meaning(cell) != Meaning::Other).count();
    // Of separators that are equally good the first one is taken, so that one column is no table of commas by chance.
    let best = |score: &dyn Fn(&char) -> usize| {
        SEPARATORS.into_iter().rev().max_by_key(|each| score(each)).filter(|best| score(best) > 0)
    };
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let is_table = ["csv", "tsv", "tab"].contains(&ending.as_str());
    let divides = |separator: &char| first.matches(*separator).count();
    best(&known).or_else(|| best(&divides).filter(|_| is_table)).or(is_table.then_some(SEPARATORS[0])).or_else(|| {
        // Cells that were copied from a spreadsheet and pasted have tabs, whatever the file is called.
        (divides(&'\t') > 0).then_some('\t')
    })
}

fn reader(separator: char, bytes: &[u8]) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator as u8).has_headers(false).flexible(true).from_reader(bytes)
}

/// Cuts a text into rows.
fn rows(file: &str, text: &str, separator: char) -> Result<Vec<Line>, SheetError> {
    let broken = |at: String, what: &str| SheetError::Broken { file: file.to_owned(), at, what: what.to_owned() };
    let (kept, quotes) = with_blank_lines(text, separator);
    if let Some(row) = quotes.stray() {
        let what = "a quotation mark opens in it and closes rows below, in the middle of a cell, so the rows between cannot be told \
                    apart; close it or take it out";
        return Err(broken(format!("row {row}"), what));
    }
    if let Some(row) = quotes.open() {
        let what = "a quotation mark opens in it that never closes, so the rows below cannot be told apart; close it or take it out";
        return Err(broken(format!("row {row}"), what));
    }
    let mut reader = reader(separator, kept.as_bytes());
    let mut cells = csv::StringRecord::new();
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
        if rows.len() - filled.min(rows.len()) <= MOST_ROWS {
            rows.push(line);
        }
        if filled > MOST_ROWS + 1 {
            return Err(too_much(file, filled, "rows and more", MOST_ROWS));
        }
    }
    let wide = rows.first().map_or(0, |line| line.cells.len());
    for line in rows.iter_mut().skip(1) {
        line.fault = swallowed(&line.cells, wide, separator);
    }
    Ok(rows)
}

/// The text with `""` on each blank line, which the csv reader would pass over: an empty row is a row. And what its quotation
/// marks have shown.
fn with_blank_lines(text: &str, separator: char) -> (String, Quotes) {
    let mut quotes = Quotes::new(separator as u8);
    let mut kept = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if matches!(c, '\n' | '\r') && quotes.before_row() && !(c == '\n' && before == '\r') {
            kept.push_str("\"\"");
        }
        quotes.watch(c.encode_utf8(&mut [0; 4]).as_bytes());
        kept.push(c);
        before = c;
    }
    (kept, quotes)
}

/// Whether a cell has lines in it that would be rows of the table.
fn swallowed(cells: &[String], wide: usize, separator: char) -> Option<Fault> {
    let reads_like_a_row = |line: &&str| wide > 1 && line.matches(separator).count() + 1 >= wide;
    let lines = cells.iter().flat_map(|cell| cell.split(['\n', '\r']).skip(1));
    let mut found = lines.filter(reads_like_a_row).map(|line| line.trim().chars().take(SHOWN).collect());
    found.next().map(Fault::RowsWithin)
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
        ] {
            assert_eq!(separator(file, text), expected, "{text}");
        }
        assert_eq!(named_separator("sep=;\r\nname;x\r\n"), (Some(';'), "name;x\r\n"));
        assert_eq!(named_separator("SEP=\t\nname"), (Some('\t'), "name"));
        assert_eq!(named_separator("separate\nname"), (None, "separate\nname"));
    }
}
