//! Which row names the columns: never a party, as far as it can be told.
//!
//! A row that is taken for a header is screened by nobody, so its words have to be evident: `Born` is a header above dates and a
//! surname above surnames, and `Passport` that comes again below is a kind of document. Two evident words make a header. One makes
//! it where the row has no number or date beside it, and the sheet says so.

use super::words::{self, Meaning};
use super::{Choice, Line, even, shown};

/// Among so many first rows the header is looked for: reports have a title and a date above their table.
pub(super) const TITLE_ROWS: usize = 10;

/// So many rows below a word are looked at to tell whether it is a header.
const BELOW: usize = 200;

/// Where the header is.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// The first row of the table: the header, if there is one.
    pub(super) at: usize,
    /// Whether it names the columns.
    pub(super) names_columns: bool,
    /// What a person should know of it.
    pub(super) note: Option<String>,
}

/// Looks for the header among rows of which at least one has something in it.
pub(super) fn find(rows: &[Line], choice: &Choice) -> Header {
    // Blank rows above the table are no rows of it.
    let first = rows.iter().take_while(|line| filled(line) == 0).count();
    let first_row = |names_columns, note| Header { at: first, names_columns, note };
    if let Some(chosen) = choice.header {
        return first_row(chosen, None);
    }
    if is_header(rows, first) {
        return first_row(true, None);
    }
    // A title has fewer cells than the table below it; a party has as many.
    let is_titled = |at: &usize| {
        let wide = filled(&rows[*at]);
        is_header(rows, *at) && rows[first..*at].iter().all(|line| filled(line) < wide)
    };
    if let Some(at) = (first + 1..rows.len().min(first + TITLE_ROWS)).find(is_titled) {
        let left_out: Vec<String> = rows[first..at].iter().map(|line| even(&line.cells.join(" "))).collect();
        let note = format!("What stands above the header is left out: {}.", shown(&left_out.join(" / ")));
        return Header { at, names_columns: true, note: Some(note) };
    }
    let wide = filled(&rows[first]);
    match evident(rows, first)[..] {
        [(_, meaning)] if wide == 1 => first_row(is_a_column_of_its_own(meaning), None),
        [(word, _)] if !has_values(&rows[first]) => {
            let note = format!(
                "Only `{}` in the first row is a word for a column; if that row is a party, say that there is no header.",
                shown(&even(word))
            );
            first_row(true, Some(note))
        }
        _ => first_row(false, None),
    }
}

/// Whether the words of a row leave no doubt.
fn is_header(rows: &[Line], at: usize) -> bool {
    let known = evident(rows, at).len();
    known > 1 && (known * 2 >= filled(&rows[at]) || !has_values(&rows[at]))
}

fn filled(line: &Line) -> usize {
    line.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// The cells of a row that are words for columns and that nothing below speaks against.
fn evident(rows: &[Line], at: usize) -> Vec<(&str, Meaning)> {
    let row = &rows[at].cells;
    let known = row.iter().enumerate().map(|(column, cell)| (column, cell.as_str(), words::meaning(&even(cell))));
    let known = known.filter(|(.., meaning)| *meaning != Meaning::Other);
    let stands = |(column, word, meaning): &(usize, &str, Meaning)| {
        // A header that is repeated further down speaks for itself.
        let below = rows[at + 1..].iter().take(BELOW).filter(|line| line.cells != *row);
        let below = below.filter_map(|line| line.cells.get(*column)).map(|cell| cell.trim());
        let below: Vec<&str> = below.filter(|cell| !cell.is_empty()).collect();
        let numbers = matches!(meaning, Meaning::Birth | Meaning::Identifier | Meaning::Imo);
        let has_number = |cell: &&str| cell.chars().any(char::is_numeric);
        below.iter().all(|cell| !cell.eq_ignore_ascii_case(word.trim()))
            && (!numbers || below.is_empty() || below.iter().any(has_number))
    };
    known.filter(stands).map(|(_, word, meaning)| (word, meaning)).collect()
}

/// Whether a row has numbers or dates in it, as rows of parties have and headers seldom.
fn has_values(line: &Line) -> bool {
    let is_value = |cell: &str| {
        let digits = cell.chars().filter(|c| c.is_numeric()).count();
        digits > 3 || digits > 0 && !cell.chars().any(char::is_alphabetic) || cell.contains('@')
    };
    line.cells.iter().any(|cell| is_value(cell) && words::meaning(&even(cell)) == Meaning::Other)
}

/// Whether a list of one column may be of this: of nothing but dates of birth nobody makes one.
fn is_a_column_of_its_own(meaning: Meaning) -> bool {
    use Meaning::{Aliases, Family, Former, Given, Id, Identifier, Imo, Name};
    matches!(meaning, Name | Family | Given | Aliases | Former | Id | Identifier | Imo)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (usize, bool, bool) {
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        let rows: Vec<Line> = text.split('\n').map(|line| Line { cells: cells(line), fault: None }).collect();
        let Header { at, names_columns, note } = find(&rows, &Choice::default());
        (at, names_columns, note.is_some())
    }

    #[test]
    fn a_header_is_one_by_words_that_the_rows_below_do_not_contradict() {
        for (text, expected) in [
            ("Name,Born\nBenazir Ahmed,1963", (0, true, false)),
            ("Born,Max\nAhmed,Benazir", (0, false, false)),
            ("Born,Max,1963\nAhmed,Benazir,1970", (0, false, false)),
            ("Benazir Ahmed,Passport,B00002095\nErken Tuniyaz,Passport,X1", (0, false, false)),
            ("Benazir Ahmed,Passport\nErken Tuniyaz,Visa", (0, false, false)),
            ("Client,Nature,1963-10-01,x,y\nAhmed,B,1970-01-01,x,y", (0, false, false)),
            ("Partner,Segment\nBenazir Ahmed,A", (0, true, true)),
            ("Name\nBenazir Ahmed", (0, true, false)),
            ("Born\nBenazir Ahmed", (0, false, false)),
            ("Name,Country\nA,B\nName,Country\nC,D", (0, true, false)),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_title_above_the_header_is_told_and_a_party_is_no_title() {
        assert_eq!(found("Customer\n\nRef,Name,Country\n1,Benazir Ahmed,BD"), (2, true, true));
        assert_eq!(found("Benazir Ahmed,BD\nName,Country\nErken Tuniyaz,CN"), (0, false, false));
        assert_eq!(found("Report,2026\nRef,Name,Country\n1,Benazir Ahmed,BD"), (1, true, true));
    }
}
