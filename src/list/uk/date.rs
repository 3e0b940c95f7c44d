//! Dates as the UK Sanctions List writes them: days, and births of which a part may be unknown.

use crate::date::{Day, PartialDate, whole_month, whole_year};
use crate::list::days;

/// A day as the list writes it: `01/03/1958`, in the CSV's first line `08-Oct-2026`; ISO is understood too.
pub fn day(words: &str) -> Option<Day> {
    let parts: Vec<&str> = words.trim().split(['/', '-', ' ']).collect();
    match parts[..] {
        [day, month, year] if year.len() == 4 => {
            let month = month.parse().ok().or_else(|| days::month(month).map(u16::from))?;
            days::day(year.parse().ok()?, month, day.parse().ok()?)
        }
        _ => days::iso(words),
    }
}

/// A birth as the list writes it: a day, or one of which the day or the month is `dd`, `mm` or `00` for unknown.
pub fn birth(words: &str) -> PartialDate {
    let interval = day(words).map(|day| (day, day)).or_else(|| {
        let parts: Vec<&str> = words.split('/').map(str::trim).collect();
        let (day, month, year) = match parts[..] {
            [year] => ("dd", "mm", year),
            [month, year] => ("dd", month, year),
            [day, month, year] => (day, month, year),
            _ => return None,
        };
        let open = |part: &str, letters: &str| part.eq_ignore_ascii_case(letters) || part == "00" || part.is_empty();
        let year = year.parse().ok().filter(|_| year.len() == 4)?;
        match (open(day, "dd"), open(month, "mm")) {
            (true, false) => whole_month(year, month.parse().ok()?),
            (_, true) => whole_year(year),
            (false, false) => None,
        }
    });
    days::dated(words, interval)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn births_mean_intervals() {
        let read = |words| birth(words).interval.map(|(from, to)| format!("{from}/{to}"));
        for (words, expected) in [
            ("01/03/1958", "1958-03-01/1958-03-01"),
            ("dd/mm/1945", "1945-01-01/1945-12-31"),
            ("dd/05/1960", "1960-05-01/1960-05-31"),
            ("00/00/1960", "1960-01-01/1960-12-31"),
            ("00/02/1960", "1960-02-01/1960-02-29"),
            ("1960", "1960-01-01/1960-12-31"),
            ("1960-02-03", "1960-02-03/1960-02-03"),
        ] {
            assert_eq!(read(words).as_deref(), Some(expected), "{words}");
            assert_eq!(birth(words).published, words);
        }
        for words in ["", "dd/mm/yyyy", "31/02/1958", "01/13/1958", "60", "1/2/3/1960", "about 1960"] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn days_are_read_in_the_forms_of_the_list() {
        assert_eq!(day("22/08/2026"), Day::new(2026, 8, 22));
        assert_eq!(day("08-Oct-2026"), Day::new(2026, 10, 8));
        assert_eq!(day("2026-10-08"), Day::new(2026, 10, 8));
        assert_eq!(day("31/02/2026"), None);
    }
}
