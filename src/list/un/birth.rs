//! Births as the UN publishes them: a date, a year, a span of years, or only a note, each with a word of how exact it is.

use crate::date::{Day, PartialDate, whole_month};
use crate::list::days::{dated, month};
use crate::list::words::{unknown, value};
use crate::list::xml::Element;

const KNOWN: [&str; 6] = ["TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"];

/// The date of an `INDIVIDUAL_DATE_OF_BIRTH`; nothing for an empty one, which the UN prints for a person without a date.
/// What stands in elements that are not known goes into the words.
pub fn date(element: &Element) -> Option<PartialDate> {
    let field = |name| value(element, name);
    let note = field("NOTE");
    let exactness = field("TYPE_OF_DATE");
    let circa = exactness.as_deref() == Some("APPROXIMATELY")
        || note.as_deref().is_some_and(|note| note.eq_ignore_ascii_case("approximately"));
    let note = note.filter(|note| !note.eq_ignore_ascii_case("approximately"));
    let about = if circa { "circa " } else { "" };
    let rest = unknown(element, &KNOWN).into_iter().map(|fact| fact.value);
    // A word of exactness that is new is shown with the date.
    let new = exactness.filter(|word| !["EXACT", "APPROXIMATELY", "BETWEEN"].contains(&word.as_str()));
    let dated_at_all = ["DATE", "YEAR", "FROM_YEAR", "TO_YEAR"].iter().any(|name| field(name).is_some());
    let note =
        note.into_iter().chain(rest).chain(new.filter(|_| dated_at_all)).reduce(|all, more| format!("{all}; {more}"));
    let (words, interval) = if let Some(date) = field("DATE") {
        let interval = iso(&date);
        (format!("{about}{date}"), interval)
    } else if let Some(year) = field("YEAR") {
        match note.as_deref().and_then(month).zip(year.parse().ok()) {
            // `1958` with the note `Sep.`: the note is a part of the date.
            Some((of, number)) => {
                let words = format!("{about}{} {year}", note.as_deref().unwrap_or_default());
                return Some(dated(words, whole_month(number, of)));
            }
            None => {
                let interval = iso(&year);
                (format!("{about}{year}"), interval)
            }
        }
    } else if let Some((from, to)) = field("FROM_YEAR").zip(field("TO_YEAR")) {
        let interval = iso(&from).zip(iso(&to)).map(|(from, to)| (from.0, to.1));
        (format!("{about}{from} to {to}"), interval)
    } else if let Some(year) = field("FROM_YEAR").or_else(|| field("TO_YEAR")) {
        // One end alone leaves the other open, so there is no interval.
        let which = if field("FROM_YEAR").is_some() { "from" } else { "to" };
        (format!("{about}{which} {year}"), None)
    } else {
        let note = note?;
        let interval = in_words(&note);
        return Some(dated(note, interval));
    };
    let words = note.map_or(words.clone(), |note| format!("{words} ({note})"));
    Some(dated(words, interval))
}

/// A date that stands beside an alias: ISO, whole or a year alone.
pub fn of_alias(words: &str) -> PartialDate {
    dated(words, iso(words))
}

/// ISO, also with a time of day behind it.
fn iso(words: &str) -> Option<(Day, Day)> {
    PartialDate::iso(words.split('T').next().unwrap_or_default()).interval
}

/// `Nov. 1973`, `August 1961`, `Between Aug. and Sep. 1977`.
fn in_words(note: &str) -> Option<(Day, Day)> {
    let words: Vec<&str> = note.split_whitespace().collect();
    let year: u16 = words.last().filter(|year| year.len() == 4)?.parse().ok()?;
    match words[..] {
        [of, _] => whole_month(year, month(of)?),
        [between, from, and, to, _] if between.eq_ignore_ascii_case("between") && and == "and" => {
            Some((whole_month(year, month(from)?)?.0, whole_month(year, month(to)?)?.1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_hold_a_date_are_read() {
        let read = |note| in_words(note).map(|(from, to)| format!("{from}/{to}"));
        assert_eq!(read("Nov. 1973").as_deref(), Some("1973-11-01/1973-11-30"));
        assert_eq!(read("August 1961").as_deref(), Some("1961-08-01/1961-08-31"));
        assert_eq!(read("Between Aug. and Sep. 1977").as_deref(), Some("1977-08-01/1977-09-30"));
        for note in ["30-35 years old", "24/06/1402 (Hijri Calendar)", "1973", "", "Foo 1973"] {
            assert_eq!(read(note), None, "{note}");
        }
    }
}
