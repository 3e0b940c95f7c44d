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
const PUBLISHED: &str =
    "a form that OFAC prints: `01 Oct 1963`, `Aug 1953`, `1955`, `circa 1960` or two of them joined by ` to `";
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Day> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Day { year, month, day })
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

/// A date as published, which may say only a year, a month or a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PartialDate {
    /// The words of the list, for example `Aug 1953`.
    pub published: String,
}

impl PartialDate {
    /// The first and the last day that the published words allow.
    ///
    /// `circa` says nothing of how far off the truth may be, so the interval is that of the date it stands before.
    ///
    /// # Errors
    /// [`DateError`] for words that are none of the forms OFAC prints.
    pub fn interval(&self) -> Result<(Day, Day), DateError> {
        let error = || DateError { got: self.published.clone(), expected: PUBLISHED };
        let mut ends = self.published.splitn(2, " to ").map(span);
        let first = ends.next().flatten().ok_or_else(error)?;
        match ends.next() {
            None => Ok(first),
            Some(Some(last)) if first.0 <= last.1 => Ok((first.0, last.1)),
            Some(_) => Err(error()),
        }
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
        [_] => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
        [name, _] => {
            let month = month(name)?;
            Some((Day::new(year, month, 1)?, Day::new(year, month, days_in(year, month))?))
        }
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

    fn interval(text: &str) -> Result<String, DateError> {
        let (from, to) = PartialDate { published: text.into() }.interval()?;
        Ok(format!("{from}/{to}"))
    }

    #[test]
    fn published_dates_mean_intervals() {
        assert_eq!(interval("01 Oct 1963").unwrap(), "1963-10-01/1963-10-01");
        assert_eq!(interval("Aug 1953").unwrap(), "1953-08-01/1953-08-31");
        assert_eq!(interval("Feb 2000").unwrap(), "2000-02-01/2000-02-29");
        assert_eq!(interval("Feb 1900").unwrap(), "1900-02-01/1900-02-28");
        assert_eq!(interval("1955").unwrap(), "1955-01-01/1955-12-31");
        assert_eq!(interval("circa 1960").unwrap(), "1960-01-01/1960-12-31");
        assert_eq!(interval("01 Jan 1955 to 31 Dec 1955").unwrap(), "1955-01-01/1955-12-31");
        assert_eq!(interval("1960 to Mar 1961").unwrap(), "1960-01-01/1961-03-31");
    }

    #[test]
    fn words_that_are_no_date_are_refused_and_named() {
        for text in ["", "31 Feb 1963", "1963 to 1960", "Oct", "63", "10/01/1963", "1 2 3 1963"] {
            assert_eq!(interval(text).unwrap_err().got, text);
        }
    }

    #[test]
    fn iso_days_are_read_strictly() {
        assert_eq!("2021-12-10".parse::<Day>().unwrap().to_string(), "2021-12-10");
        for text in ["2021-13-10", "2021-12-32", "2021-2-1", "2021-12", "2021-12-10-1", "+021-12-10"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}
