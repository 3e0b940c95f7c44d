//! Days as lists write them: ISO with a time behind it, three numbers with a divider, months by their names.

use crate::date::{Day, PartialDate};

/// How months are abbreviated.
pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// An ISO day, also with a time of day or an offset behind it: `2004-11-26-05:00`.
pub fn iso(words: &str) -> Option<Day> {
    words.trim().get(..10)?.parse().ok()
}

/// A day by its numbers, if the calendar has it.
pub fn day(year: u16, month: u16, day: u16) -> Option<Day> {
    Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Three numbers with a divider between them.
pub fn numbers(words: &str, divider: char) -> Option<[u16; 3]> {
    let parts: Vec<u16> = words.split(divider).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// The number of a month by its name, whole or cut off after its third letter or a later one: `Sep.`, `September`.
pub fn month(name: &str) -> Option<u8> {
    let name = name.trim().trim_end_matches('.').to_ascii_lowercase();
    let is_word = name.bytes().all(|letter| letter.is_ascii_lowercase());
    let at = MONTHS.iter().position(|month| is_word && name.starts_with(&month.to_ascii_lowercase()))?;
    u8::try_from(at + 1).ok()
}

/// Words with the interval that was found in them.
pub fn dated(words: impl Into<String>, interval: Option<(Day, Day)>) -> PartialDate {
    match interval {
        Some((first, last)) => PartialDate::between(words, first, last),
        None => PartialDate { published: words.into(), interval: None },
    }
}

/// The day of a date that is one day.
pub fn single(date: &PartialDate) -> Option<Day> {
    date.interval.filter(|(first, last)| first == last).map(|(day, _)| day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_an_iso_day_does_not_matter() {
        for words in ["2004-11-26", " 2004-11-26-05:00", "2004-11-26T00:00:00"] {
            assert_eq!(iso(words), Day::new(2004, 11, 26), "{words}");
        }
        assert_eq!(iso("26/11/2004"), None);
        assert_eq!(iso("2004-11"), None);
    }

    #[test]
    fn numbers_are_three() {
        assert_eq!(numbers("22/ 08/2026", '/'), Some([22, 8, 2026]));
        for words in ["22/08", "22/08/2026/1", "a/b/c", ""] {
            assert_eq!(numbers(words, '/'), None, "{words}");
        }
        assert_eq!(day(2026, 300, 1), None);
    }

    #[test]
    fn months_are_known_by_three_letters() {
        for (name, expected) in [("Sep.", Some(9)), ("september", Some(9)), ("JAN", Some(1)), ("Foo", None), ("", None)]
        {
            assert_eq!(month(name), expected, "{name}");
        }
    }
}
