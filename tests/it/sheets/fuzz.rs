//! Thousands of files that nobody would make, always the same ones: reading them does not panic and loses no row.

use super::workbooks::{inline, workbook};
use super::{alone, corpus, records, screened};
use namesieve::batch::review::Review;
use namesieve::batch::{Columns, Row, results};
use namesieve::sheet::{Choice, Fault, Form, MOST_ROWS, Sheet};

/// Numbers without order, the same in every run (xorshift64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn byte(&mut self) -> u8 {
        self.next().to_be_bytes()[0]
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// Changes a file in a few places.
    fn mutate(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        for _ in 0..=self.below(4) {
            let (from, long) = (self.below(bytes.len() + 1), 1 + self.below(12));
            let to = (from + long).min(bytes.len());
            match self.below(6) {
                0 if from < bytes.len() => bytes[from] ^= 1 << self.below(8),
                1 => drop(bytes.drain(from..to)),
                2 => bytes.insert(from, self.byte()),
                3 => {
                    let again = bytes[from..to].to_vec();
                    bytes.splice(from..from, again);
                }
                4 => {
                    let start = self.below(other.len() + 1);
                    let end = (start + 40).min(other.len());
                    bytes.splice(from..to, other[start..end].iter().copied());
                }
                _ => bytes.insert(from, *b"\",;\n\r\t|\0\xff\xfe\xef="[self.below(12)..].first().unwrap_or(&b' ')),
            }
        }
    }
}

/// What holds of every file; `screens` its rows too.
fn holds(file: &str, bytes: &[u8], screens: bool) {
    let Ok(sheet) = Sheet::read(file, bytes, &Choice::default()) else { return };
    assert!(!sheet.rows.is_empty() && sheet.rows.len() <= MOST_ROWS);
    for line in &sheet.rows {
        let fits = line.cells.len() == sheet.labels.len();
        assert!(fits || line.fault.is_some(), "{line:?} of {:?}", sheet.labels);
    }
    if let Some(expected) = counted(&sheet, bytes) {
        assert_eq!(sheet.above + sheet.rows.len(), expected, "{file} {}", String::from_utf8_lossy(bytes));
    }
    let rows = Columns::recognise(&sheet).rows(&sheet).unwrap_or_else(|_| {
        let row = |at| Row { row: sheet.number(at), names: vec![String::new()], ..Row::default() };
        (0..sheet.rows.len()).map(row).collect()
    });
    assert_eq!(rows.len(), sheet.rows.len());
    if screens {
        let rows: Vec<_> = rows.into_iter().map(|row| (row.clone(), screened(&row))).collect();
        assert_eq!(records(&sheet, &rows).len(), rows.len(), "{file}");
    }
}

/// The rows of a text without quotation marks, to the last one with something in it: its lines, counted in another way.
fn counted(sheet: &Sheet, bytes: &[u8]) -> Option<usize> {
    let (encoding, separator) = match &sheet.form {
        Form::Delimited { separator, encoding } => (encoding, *separator),
        Form::Lines { encoding } => (encoding, '\n'),
        Form::Workbook { .. } => return None,
    };
    let (text, ..) = encoding_rs::Encoding::for_label(encoding.as_bytes())?.decode(bytes);
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    if text.contains('"') {
        return None;
    }
    let start = text.trim_start_matches(' ');
    let is_named = start.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="))
        && start.chars().nth(4).is_some_and(|named| ",;\t|".contains(named));
    let named = is_named && separator != '\n';
    let lines = text.split('\n').skip(usize::from(named));
    let filled = |line: &str| line.split(separator).any(|cell| !cell.trim().is_empty());
    lines.enumerate().filter(|(_, line)| filled(line)).last().map(|(at, _)| at + 1)
}

/// Files that are small enough to be changed thousands of times.
fn small() -> Vec<(&'static str, &'static [u8])> {
    corpus().iter().filter(|case| case.bytes.len() < 10_000).map(|case| (case.file, &case.bytes[..])).collect()
}

#[test]
fn the_corpus_itself_holds() {
    small().iter().for_each(|(file, bytes)| holds(file, bytes, true));
}

#[test]
fn results_are_read_back_with_every_row() {
    for (file, bytes) in small() {
        let Ok(sheet) = Sheet::read(file, bytes, &Choice::default()) else { continue };
        let Ok(rows) = Columns::recognise(&sheet).rows(&sheet) else { continue };
        let rows: Vec<_> = rows.into_iter().map(|row| (row.clone(), screened(&row))).collect();
        let choice = Choice { header: Some(true), ..Choice::default() };
        let review = Review::default();
        let again = |file, bytes: &[u8]| Sheet::read(file, bytes, &choice).unwrap_or_else(|error| panic!("{error}"));
        let workbook = again(file, &results::workbook(&sheet, &rows, alone(&review)).unwrap());
        let table = again("results.csv", &results::csv(&sheet, &rows, alone(&review)));
        assert_eq!((workbook.rows.len(), table.rows.len()), (rows.len(), rows.len()), "{file}");
        for (line, (row, _)) in workbook.rows.iter().zip(&rows) {
            assert!(line.cells.contains(&row.row.to_string()), "{file}: {line:?}");
        }
        assert!(table.rows.iter().all(|line| !matches!(line.fault, Some(Fault::TooManyCells(_)))), "{file}");
    }
}

#[test]
fn files_with_changes_are_read_or_refused() {
    let files = small();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for round in 0..8000 {
        let (file, bytes) = files[chance.below(files.len())];
        let other = files[chance.below(files.len())].1;
        let mut bytes = bytes.to_vec();
        chance.mutate(&mut bytes, other);
        holds(file, &bytes, round % 8 == 0);
    }
}

#[test]
fn bytes_without_sense_are_read_or_refused() {
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    for round in 0..3000 {
        let length = chance.below(300);
        let letters = round % 2 == 0;
        let bytes: Vec<u8> =
            (0..length).map(|_| if letters { b" ~"[0] + chance.byte() % 95 } else { chance.byte() }).collect();
        holds(chance.of(&["a.csv", "a.txt", "a.xlsx"]), &bytes, false);
    }
}

#[test]
fn tables_of_pieces_lose_no_row() {
    const PIECES: [&str; 16] = [
        ",",
        ",",
        ",",
        ";",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\"",
        "\"\"",
        "Name",
        "Born",
        "Benazir Ahmed",
        "1963",
        " ",
    ];
    let mut chance = Chance(0x1234_5678_9abc_def1);
    for round in 0..8000 {
        let pieces = if round % 2 == 0 { &PIECES[..] } else { &PIECES[..9] };
        let long = chance.below(60);
        let mut text =
            String::from(chance.of(&["", "Name,Born\n", "Name;Born\r\n", "sep=;\n", "Title\n\nRef,Name,Country\n"]));
        // Every second text has no quotation mark, so that its rows can be counted.
        for _ in 0..long {
            text.push_str(chance.of(pieces));
            if round % 2 == 1 {
                text.push_str(chance.of(&["", "Erken", "x", "7"]));
            }
        }
        holds(chance.of(&["a.csv", "a.txt"]), text.as_bytes(), round % 8 == 0);
    }
}

#[test]
fn workbooks_with_changes_within_are_read_or_refused() {
    let data = format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}<c r=\"B2\" s=\"1\"><v>23285</v></c></row><row r=\"4\"><c r=\"A4\" t=\"s\"><v>0</v></c></row>",
        inline("A1", "Name"),
        inline("B1", "Born"),
        inline("A2", "Benazir Ahmed"),
    );
    let strings = "<sst count=\"1\" uniqueCount=\"1\"><si><t>Jane Roe</t></si></sst>";
    let mut chance = Chance(0x0dd0_15ea_5e11_ab1e);
    for round in 0..3000 {
        let (mut data, mut strings) = (data.clone().into_bytes(), strings.as_bytes().to_vec());
        let other = data.clone();
        chance.mutate(if round % 3 == 0 { &mut strings } else { &mut data }, &other);
        let [data, strings] = [&data, &strings].map(|part| String::from_utf8_lossy(part).into_owned());
        holds("a.xlsx", &workbook(&data, &strings, ""), round % 8 == 0);
    }
}
