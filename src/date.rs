//! A calendar day, and a birth date as a list publishes it together with the interval that it means.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, written and read as ISO 8601 (`2021-12-10`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    /// Year of the common era, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// A text that is not a date of the kind expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{got}` is not a date; expected {expected}")]
pub struct DateError {
    /// The text that was found.
    pub got: String,
    /// The forms that would have been understood.
    pub expected: &'static str,
}

const ISO: &str = "an ISO day such as 2021-12-10";
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Day> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Day { year, month, day })
    }
}

impl Day {
    /// How many days lie between this day and a later one; negative for an earlier one.
    pub fn until(self, later: Day) -> i64 {
        later.number() - self.number()
    }

    /// The number of the day, counted from 1 March of the year 0: years begin in March, so that leap days end them.
    fn number(self) -> i64 {
        let (year, month) = match self.month {
            ..=2 => (i64::from(self.year) - 1, i64::from(self.month) + 9),
            month => (i64::from(self.year), i64::from(month) - 3),
        };
        let before = (153 * month + 2) / 5;
        365 * year + year / 4 - year / 100 + year / 400 + before + i64::from(self.day) - 1
    }

    /// The day that lies so many seconds after the beginning of 1970, UTC; nothing after the year 9999.
    pub fn of_unix(seconds: u64) -> Option<Day> {
        let epoch = Day { year: 1970, month: 1, day: 1 };
        let mut left = i64::try_from(seconds / 86_400).ok()?;
        let mut year = 1970_u16;
        while year < 9999 {
            let next = Day { year: year + 1, ..epoch };
            let length = Day { year, ..epoch }.until(next);
            if left < length {
                break;
            }
            left -= length;
            year += 1;
        }
        let mut month = 1;
        while month < 12 && left >= i64::from(days_in(year, month)) {
            left -= i64::from(days_in(year, month));
            month += 1;
        }
        Day::new(year, month, u8::try_from(left + 1).ok()?)
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Day {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Day, DateError> {
        let mut parts = text.split('-');
        let number = |part: Option<&str>, width: usize| {
            part.filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|p| p.parse::<u16>().ok())
        };
        let (year, month, day) = (number(parts.next(), 4), number(parts.next(), 2), number(parts.next(), 2));
        match (year, month, day, parts.next()) {
            (Some(y), Some(m), Some(d), None) => Day::new(y, m as u8, d as u8),
            _ => None,
        }
        .ok_or_else(|| DateError { got: text.to_owned(), expected: ISO })
    }
}

impl TryFrom<String> for Day {
    type Error = DateError;
    fn try_from(text: String) -> Result<Day, DateError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

/// A date as published, which may say only a year, a month or a range, and the interval that it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartialDate {
    /// The words of the list, for example `Aug 1953`.
    pub published: String,
    /// The first and the last day that the words allow; absent when they are no date that can be read.
    pub interval: Option<(Day, Day)>,
}

impl PartialDate {
    /// A date in one of the forms that OFAC prints: `01 Oct 1963`, `Aug 1953`, `1955`, `circa 1960`, or two of them joined by
    /// ` to `. Other words are kept without an interval.
    ///
    /// `circa` says nothing of how far off the truth may be, so the interval is that of the date it stands before.
    pub fn read(published: &str) -> PartialDate {
        PartialDate { published: published.to_owned(), interval: interval(published) }
    }

    /// Words with the interval that another field of the list gives, or the reader of its format found.
    pub fn between(published: impl Into<String>, first: Day, last: Day) -> PartialDate {
        let interval = (first <= last).then_some((first, last));
        PartialDate { published: published.into(), interval }
    }

    /// A date in ISO form of which the month and the day may be missing: `1958-03-01`, `1958-03`, `1958`. Other words are
    /// kept without an interval.
    pub fn iso(published: &str) -> PartialDate {
        let mut parts = published.split('-').map(|part| part.parse::<u16>().ok());
        let (year, month, day) = (parts.next().flatten(), parts.next(), parts.next());
        let interval =
            match (year.filter(|_| published.find('-').unwrap_or(published.len()) == 4), month, day, parts.next()) {
                (Some(year), None, None, None) => whole_year(year),
                (Some(year), Some(Some(month)), None, None) => {
                    u8::try_from(month).ok().and_then(|month| whole_month(year, month))
                }
                (Some(year), Some(Some(month)), Some(Some(day)), None) => {
                    match (u8::try_from(month), u8::try_from(day)) {
                        (Ok(month), Ok(day)) => Day::new(year, month, day).map(|day| (day, day)),
                        _ => None,
                    }
                }
                _ => None,
            };
        PartialDate { published: published.to_owned(), interval }
    }
}

/// The first and the last day of a year.
pub fn whole_year(year: u16) -> Option<(Day, Day)> {
    Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?))
}

/// The first and the last day of a month.
pub fn whole_month(year: u16, month: u8) -> Option<(Day, Day)> {
    Some((Day::new(year, month, 1)?, Day::new(year, month, days_in(year, month))?))
}

fn interval(published: &str) -> Option<(Day, Day)> {
    let mut ends = published.splitn(2, " to ").map(span);
    let first = ends.next().flatten()?;
    match ends.next() {
        None => Some(first),
        Some(last) => last.filter(|last| first.0 <= last.1).map(|last| (first.0, last.1)),
    }
}

/// The interval of one published date without ` to `.
fn span(text: &str) -> Option<(Day, Day)> {
    let text = text.trim();
    let text = text.strip_prefix("circa ").unwrap_or(text);
    let words: Vec<&str> = text.split(' ').collect();
    let year = words.last().filter(|y| y.len() == 4)?.parse().ok()?;
    let month = |name: &str| MONTHS.iter().position(|m| *m == name).map(|i| i as u8 + 1);
    match words[..] {
        [_] => whole_year(year),
        [name, _] => whole_month(year, month(name)?),
        [day, name, _] => {
            let day = Day::new(year, month(name)?, day.parse().ok()?)?;
            Some((day, day))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(date: PartialDate) -> String {
        date.interval.map_or("none".into(), |(from, to)| format!("{from}/{to}"))
    }

    #[test]
    fn published_dates_mean_intervals() {
        for (text, expected) in [
            ("01 Oct 1963", "1963-10-01/1963-10-01"),
            ("Aug 1953", "1953-08-01/1953-08-31"),
            ("Feb 2000", "2000-02-01/2000-02-29"),
            ("Feb 1900", "1900-02-01/1900-02-28"),
            ("1955", "1955-01-01/1955-12-31"),
            ("circa 1960", "1960-01-01/1960-12-31"),
            ("01 Jan 1955 to 31 Dec 1955", "1955-01-01/1955-12-31"),
            ("1960 to Mar 1961", "1960-01-01/1961-03-31"),
        ] {
            assert_eq!(interval(PartialDate::read(text)), expected, "{text}");
        }
        for (text, expected) in [
            ("1958-03-01", "1958-03-01/1958-03-01"),
            ("1958-02", "1958-02-01/1958-02-28"),
            ("1958", "1958-01-01/1958-12-31"),
            ("1958-13", "none"),
            ("1958-257", "none"),
            ("1958-01-257", "none"),
            ("58", "none"),
            ("1958-", "none"),
        ] {
            assert_eq!(interval(PartialDate::iso(text)), expected, "{text}");
        }
    }

    #[test]
    fn words_that_are_no_date_are_kept_without_an_interval() {
        for text in ["", "31 Feb 1963", "1963 to 1960", "Oct", "63", "10/01/1963", "1 2 3 1963"] {
            let date = PartialDate::read(text);
            assert_eq!((date.published.as_str(), date.interval), (text, None));
        }
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (from, to, days) in [
            ("2021-12-10", "2021-12-10", 0),
            ("2021-12-09", "2021-12-10", 1),
            ("2020-02-28", "2020-03-01", 2),
            ("1900-02-28", "1900-03-01", 1),
            ("2021-12-10", "2026-11-21", 1807),
            ("2026-11-21", "2026-11-01", -20),
        ] {
            assert_eq!(day(from).until(day(to)), days, "{from} {to}");
        }
        for (seconds, expected) in [(0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_795_219_199, "2026-11-20")] {
            assert_eq!(Day::of_unix(seconds), Some(day(expected)));
        }
        assert_eq!(Day::of_unix(u64::MAX), None);
    }

    #[test]
    fn iso_days_are_read_strictly() {
        assert_eq!("2021-12-10".parse::<Day>().unwrap().to_string(), "2021-12-10");
        for text in ["2021-13-10", "2021-12-32", "2021-2-1", "2021-12", "2021-12-10-1", "+021-12-10"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}
