//! The order of day and month in dates that are written in numbers, told from the other dates of their column: beside `14/03/1982` the
//! date `10/01/1963` is the tenth of January. A column that shows no order, or both, is left as it is written.

use crate::date::Day;

/// Which number comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 14/03/1982.
    DayFirst,
    /// 03/14/1982.
    MonthFirst,
}

impl Order {
    /// The order that a column shows, and the date that shows it.
    pub fn shown<'a>(cells: impl Iterator<Item = &'a str>) -> Option<(Order, &'a str)> {
        let mut shown: Option<(Order, &str)> = None;
        for cell in cells {
            let order = match parts(cell) {
                Some((13..=31, 1..=12, ..)) => Order::DayFirst,
                Some((1..=12, 13..=31, ..)) => Order::MonthFirst,
                _ => continue,
            };
            if order.iso(cell).is_none() {
                continue;
            }
            match shown {
                Some((other, _)) if other != order => return None,
                Some(_) => {}
                None => shown = Some((order, cell.trim())),
            }
        }
        shown
    }

    /// A date in this order as ISO 8601 (`1963-01-10`), with what stands behind it; nothing for what is no day of the calendar.
    pub fn iso(self, cell: &str) -> Option<String> {
        let (first, second, year, rest) = parts(cell)?;
        let (day, month) = match self {
            Order::DayFirst => (first, second),
            Order::MonthFirst => (second, first),
        };
        let iso = format!("{year}-{month:02}-{day:02}");
        iso.parse::<Day>().is_ok().then(|| format!("{iso}{rest}"))
    }
}

/// Two numbers and a year with one sign between them, and what stands behind.
fn parts(cell: &str) -> Option<(u8, u8, &str, &str)> {
    let cell = cell.trim();
    let sign = cell.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = cell.splitn(3, sign);
    let mut number = || parts.next().filter(|part| (1..=2).contains(&part.len())).and_then(|part| part.parse().ok());
    let (first, second) = (number()?, number()?);
    let (year, rest) = parts.next()?.split_at_checked(4)?;
    let whole = year.bytes().all(|byte| byte.is_ascii_digit()) && !rest.starts_with(|c: char| c.is_ascii_digit());
    whole.then_some((first, second, year, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_dates_that_show_it() {
        let shown = |cells: &[&str]| Order::shown(cells.iter().copied()).map(|(order, _)| order);
        assert_eq!(shown(&["10/01/1963", "", "14/03/1982 0:00", "1970"]), Some(Order::DayFirst));
        assert_eq!(shown(&["10-01-1963", "03-14-1982"]), Some(Order::MonthFirst));
        assert_eq!(
            shown(&["10/01/1963", "1982-03-14", "14 March 1982", "32/01/1970", "31/02/1970", "14/13/1970"]),
            None
        );
        assert_eq!(shown(&["14/03/1982", "03/14/1982"]), None, "both");
        assert_eq!(Order::DayFirst.iso("10/1/1963").as_deref(), Some("1963-01-10"));
        assert_eq!(Order::MonthFirst.iso(" 10.01.1963 00:00:00").as_deref(), Some("1963-10-01 00:00:00"));
        for other in ["1963-10-01", "10/1963", "1/1/19631", "13/13/1963", "1 Oct 1963", "10/01/63", "31/02/1970", "é"]
        {
            assert_eq!(Order::DayFirst.iso(other), None, "{other}");
        }
    }
}
