//! A date of birth as a person gives it: a day, a month, a year or a span of years, in the forms that people write.

use super::finding::Effect;
use crate::date::{Day, PartialDate, whole_month, whole_year};

/// Years by which a birth date may be off where papers were made out late or calendars converted: the tolerance that officers
/// apply by hand.
const NEAR_YEARS: u16 = 2;

/// Nobody who is screened was born before this year; an earlier one is a slip of the pen or another calendar.
const FIRST_YEAR: u16 = 1850;
/// The last year that is taken for a year of birth.
const LAST_YEAR: u16 = 2100;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A date of birth that was given. `01/10/1963` can be read in two ways, and both are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Birth {
    readings: Vec<(Day, Day)>,
}

impl Birth {
    /// Reads `1963`, `1963-10`, `1963-10-01`, `1 Oct 1963`, `October 1963`, `01/10/1963` (day and month in either order),
    /// `1960-1965`, `1960 to 1965` and `about 1963`.
    pub fn read(text: &str) -> Option<Birth> {
        let lower = text.trim().to_lowercase();
        let about = ["circa ", "c. ", "ca. ", "about ", "approximately "];
        let text = about.iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower).trim();
        let two = text.split_once(" to ").or_else(|| text.split_once('–')).or_else(|| {
            let both = text.split_once('-')?;
            (both.0.trim().len() == 4 && both.1.trim().len() == 4).then_some(both)
        });
        let readings = match two {
            Some((first, last)) => {
                let (first, last) = (one(first)?, one(last)?);
                vec![(first.first()?.0, last.last()?.1)]
            }
            None => one(text)?,
        };
        let plausible = |(first, last): &(Day, Day)| {
            first <= last && (FIRST_YEAR..=LAST_YEAR).contains(&first.year) && last.year <= LAST_YEAR
        };
        readings.iter().all(plausible).then_some(Birth { readings })
    }

    /// How it compares with the dates of a list, the best of them, and which one that is; nothing where none can be read.
    pub fn compare<'a>(&self, listed: &'a [PartialDate]) -> Option<(Effect, &'a PartialDate)> {
        let effects = listed.iter().filter_map(|date| {
            let interval = date.interval?;
            let best = self.readings.iter().map(|given| compare(*given, interval)).max()?;
            Some((best, date))
        });
        // The first of several that are as good.
        effects.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }
}

/// How two spans of days compare.
fn compare(given: (Day, Day), listed: (Day, Day)) -> Effect {
    let day = |(first, last): (Day, Day)| (first == last).then_some(first);
    let (first, last) = (given.0.max(listed.0), given.1.min(listed.1));
    if first <= last {
        let one_year = |(first, last): (Day, Day)| first.year == last.year;
        let one_month = |span: (Day, Day)| one_year(span) && span.0.month == span.1.month;
        return match () {
            () if day(given).is_some() && day(given) == day(listed) => Effect::SameDay,
            () if one_month(given) && one_month(listed) => Effect::SameMonth,
            () if one_year(given) && one_year(listed) => Effect::SameYear,
            () => Effect::WithinRange,
        };
    }
    if let (Some(given), Some(listed)) = (day(given), day(listed))
        && given.year == listed.year
        && (given.day, given.month) == (listed.month, listed.day)
    {
        return Effect::DayMonthSwapped;
    }
    let years = match given.0 > listed.1 {
        true => given.0.year - listed.1.year,
        false => listed.0.year - given.1.year,
    };
    match years {
        0 => Effect::OtherDay,
        1..=NEAR_YEARS => Effect::WithinTwoYears,
        _ => Effect::OtherYear,
    }
}

/// The readings of a text that is one date.
fn one(text: &str) -> Option<Vec<(Day, Day)>> {
    let parts: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || "-/.,".contains(c)).filter(|part| !part.is_empty()).collect();
    let number =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok()).flatten();
    let year = |part: &str| number(part).filter(|_| part.len() == 4);
    let small = |part: &str| number(part).filter(|_| part.len() <= 2).and_then(|n| u8::try_from(n).ok());
    let month = |part: &str| {
        let named = |name: &&str| part.len() >= 3 && name.starts_with(part) || (part == "sept" && **name == *MONTHS[8]);
        MONTHS.iter().position(named).and_then(|at| u8::try_from(at + 1).ok())
    };
    // `1st`, `22nd`
    let ordinal = |part: &str| {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| part.strip_suffix(ending)).unwrap_or(part);
        small(digits)
    };
    let on = |y: Option<u16>, m: Option<u8>, d: Option<u8>| Day::new(y?, m?, d?).map(|day| (day, day));
    let in_month = |y: Option<u16>, m: Option<u8>| whole_month(y?, m?);
    let readings: Vec<Option<(Day, Day)>> = match parts[..] {
        [y] if y.len() == 8 && y.is_ascii() => vec![on(year(&y[..4]), small(&y[4..6]), small(&y[6..]))],
        [y] => vec![year(y).and_then(whole_year)],
        [y, m] if y.len() == 4 && number(y).is_some() => vec![in_month(year(y), small(m).or_else(|| month(m)))],
        [m, y] => vec![in_month(year(y), small(m).or_else(|| month(m)))],
        [y, m, d] if y.len() == 4 && number(y).is_some() => {
            vec![on(year(y), small(m).or_else(|| month(m)), ordinal(d))]
        }
        [d, m, y] if month(m).is_some() => vec![on(year(y), month(m), ordinal(d))],
        [m, d, y] if month(m).is_some() => vec![on(year(y), month(m), ordinal(d))],
        [a, b, y] => {
            let day_first = on(year(y), small(b), small(a));
            let month_first = on(year(y), small(a), small(b)).filter(|reading| Some(*reading) != day_first);
            vec![day_first, month_first]
        }
        _ => Vec::new(),
    };
    let readings: Vec<(Day, Day)> = readings.into_iter().flatten().collect();
    (!readings.is_empty()).then_some(readings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(text: &str) -> Vec<String> {
        let birth = Birth::read(text);
        birth.iter().flat_map(|birth| &birth.readings).map(|(first, last)| format!("{first}/{last}")).collect()
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("1963", "1963-01-01/1963-12-31"),
            ("1963-10", "1963-10-01/1963-10-31"),
            ("10/1963", "1963-10-01/1963-10-31"),
            ("Oct 1963", "1963-10-01/1963-10-31"),
            ("1963-10-01", "1963-10-01/1963-10-01"),
            ("19631001", "1963-10-01/1963-10-01"),
            ("1 Oct 1963", "1963-10-01/1963-10-01"),
            ("1st October 1963", "1963-10-01/1963-10-01"),
            ("October 1, 1963", "1963-10-01/1963-10-01"),
            ("23 sept 1963", "1963-09-23/1963-09-23"),
            (" about 1963 ", "1963-01-01/1963-12-31"),
            ("1960-1965", "1960-01-01/1965-12-31"),
            ("1960 to Mar 1965", "1960-01-01/1965-03-31"),
            ("31/10/1963", "1963-10-31/1963-10-31"),
            ("10/31/1963", "1963-10-31/1963-10-31"),
            ("01.01.1963", "1963-01-01/1963-01-01"),
        ] {
            assert_eq!(readings(text), [expected], "{text}");
        }
        assert_eq!(readings("01/10/1963"), ["1963-10-01/1963-10-01", "1963-01-10/1963-01-10"]);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "63",
            "1963-13",
            "31 Feb 1963",
            "32/13/1963",
            "yesterday",
            "1965-1960",
            "0963",
            "2963",
            "1 2 3 4",
            "ma 1963",
            "é",
            "1963-é-é",
        ] {
            assert_eq!(readings(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn each_difference_has_its_effect() {
        for (given, listed, expected) in [
            ("1963-10-01", "01 Oct 1963", Effect::SameDay),
            ("10/01/1963", "01 Oct 1963", Effect::SameDay),
            ("1963-01-10", "01 Oct 1963", Effect::DayMonthSwapped),
            ("1963-10", "01 Oct 1963", Effect::SameMonth),
            ("1963-10-01", "Oct 1963", Effect::SameMonth),
            ("1963", "01 Oct 1963", Effect::SameYear),
            ("1963-10-01", "circa 1963", Effect::SameYear),
            ("1963-10-01", "1960 to 1965", Effect::WithinRange),
            ("1960-1965", "1963", Effect::WithinRange),
            ("1963-10-02", "01 Oct 1963", Effect::OtherDay),
            ("1963-11", "01 Oct 1963", Effect::OtherDay),
            ("1965-12-31", "01 Oct 1963", Effect::WithinTwoYears),
            ("1961", "1963 to 1970", Effect::WithinTwoYears),
            ("1966-01-01", "31 Dec 1963", Effect::OtherYear),
            ("1993", "01 Oct 1963", Effect::OtherYear),
        ] {
            let listed = [PartialDate::read(listed)];
            assert_eq!(Birth::read(given).unwrap().compare(&listed).unwrap().0, expected, "{given} {listed:?}");
        }
    }

    #[test]
    fn the_best_of_several_listed_dates_counts_and_unread_ones_do_not() {
        let listed = ["words", "1950", "01 Oct 1963", "1963"].map(PartialDate::read);
        let (effect, date) = Birth::read("1963-10-01").unwrap().compare(&listed).unwrap();
        assert_eq!((effect, date.published.as_str()), (Effect::SameDay, "01 Oct 1963"));
        assert_eq!(Birth::read("1963").unwrap().compare(&listed[..1]), None);
    }
}
