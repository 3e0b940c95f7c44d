//! Dates of an ADVANCED file, which gives only intervals: what they mean, and the words in which OFAC prints them elsewhere.

use crate::date::{Day, PartialDate, whole_month, whole_year};
use crate::list::days::{self, MONTHS};
use crate::list::xml::Element;

/// The days that a point in time allows; a point may lack its day or its month.
pub(super) fn point(element: &Element) -> Option<(Day, Day)> {
    let number = |name: &str| element.value(&[name]).and_then(|text| text.parse::<u16>().ok()).filter(|n| *n > 0);
    let year = number("Year")?;
    match (number("Month"), number("Day")) {
        (Some(month), Some(day)) => {
            let day = days::day(year, month, day)?;
            Some((day, day))
        }
        (Some(month), None) => whole_month(year, u8::try_from(month).ok()?),
        (None, _) => whole_year(year),
    }
}

/// A `DatePeriod`: from the first day that its start allows to the last one that its end allows; nothing for one that says
/// nothing.
pub(super) fn read(period: &Element) -> Option<PartialDate> {
    let of = |path: [&str; 2]| period.at(&path).into_iter().next().and_then(point);
    let points = [of(["Start", "From"]), of(["Start", "To"]), of(["End", "From"]), of(["End", "To"])];
    let first = points.iter().flatten().map(|(first, _)| *first).min()?;
    let last = points.iter().flatten().map(|(_, last)| *last).max()?;
    let circa = period.children.iter().any(|end| end.attribute("Approximate") == Some("true"));
    let words = if circa { format!("circa {}", words(first, last)) } else { words(first, last) };
    Some(PartialDate::between(words, first, last))
}

/// The shortest of OFAC's forms that means the interval: `1962`, `Aug 1953`, `01 Oct 1963`, `1960 to 1963`.
fn words(first: Day, last: Day) -> String {
    let month = |day: Day| format!("{} {}", MONTHS[usize::from(day.month) - 1], day.year);
    let whole = |day: Day| format!("{:02} {}", day.day, month(day));
    let years = (first.month, first.day) == (1, 1) && (last.month, last.day) == (12, 31);
    let months = first.day == 1 && whole_month(last.year, last.month).is_some_and(|(_, end)| end == last);
    let (from, to) = match () {
        () if first == last => (whole(first), whole(last)),
        () if years => (first.year.to_string(), last.year.to_string()),
        () if months => (month(first), month(last)),
        () => (whole(first), whole(last)),
    };
    if from == to { from } else { format!("{from} to {to}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_printed_as_ofac_prints_them() {
        for (first, last, expected) in [
            ("1963-10-01", "1963-10-01", "01 Oct 1963"),
            ("1953-08-01", "1953-08-31", "Aug 1953"),
            ("1962-01-01", "1962-12-31", "1962"),
            ("1960-01-01", "1963-12-31", "1960 to 1963"),
            ("1960-01-01", "1961-03-31", "Jan 1960 to Mar 1961"),
            ("1960-02-03", "1961-03-31", "03 Feb 1960 to 31 Mar 1961"),
        ] {
            let days: [Day; 2] = [first.parse().unwrap(), last.parse().unwrap()];
            assert_eq!(words(days[0], days[1]), expected);
            assert_eq!(PartialDate::read(expected).interval, Some((days[0], days[1])), "{expected}");
        }
    }
}
