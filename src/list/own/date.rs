//! Birth dates as people write them into tables.

use crate::date::{Day, PartialDate};
use crate::list::days::{self, numbers};

/// What a date in a list of one's own turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A date with an interval.
    Date(PartialDate),
    /// Two days are possible: `03/04/1970`.
    TwoWays(PartialDate),
    /// No date.
    Unread(PartialDate),
}

/// Reads a date: ISO (`1958-03-01`, `1958-03`, `1958`), with words (`01 Mar 1958`, `circa 1958`), with full stops, where the
/// day comes first (`1.3.1958`), or with slashes, where one order must be the only possible one (`31/12/1958`, `12/31/1958`).
pub(super) fn read(text: &str) -> Found {
    for date in [PartialDate::iso(text), PartialDate::read(text)] {
        if date.interval.is_some() {
            return Found::Date(date);
        }
    }
    let found = match (numbers(text, '.'), numbers(text, '/')) {
        (Some([day, month, year]), _) => vec![of_four_digits(year, month, day)],
        (_, Some([year, month, day])) if year > 31 => vec![of_four_digits(year, month, day)],
        (_, Some([a, b, year])) => vec![of_four_digits(year, b, a), of_four_digits(year, a, b)],
        _ => Vec::new(),
    };
    let mut days: Vec<Day> = found.into_iter().flatten().collect();
    days.dedup();
    match days[..] {
        [day] => Found::Date(PartialDate::between(text, day, day)),
        [] => Found::Unread(PartialDate { published: text.to_owned(), interval: None }),
        _ => Found::TwoWays(PartialDate { published: text.to_owned(), interval: None }),
    }
}

/// A day with a year of four digits.
fn of_four_digits(year: u16, month: u16, day: u16) -> Option<Day> {
    days::day(year, month, day).filter(|_| year >= 1000)
}
