//! What identifies the subject of an EU entry: births, identity numbers, citizenships.

use super::entry::Entry;
use super::fields::Fields;
use crate::date::{PartialDate, whole_month, whole_year};
use crate::designation::{Identifier, SubjectKind};
use crate::list::words::{imo, label};
use crate::list::{days, push_new};

impl Entry {
    /// A birth: its date, its place, or both.
    pub(super) fn birth(&mut self, birth: &Fields) {
        if let Some(date) = date(birth) {
            push_new(&mut self.designation.births, date);
        }
        let mut place: Vec<&str> = Vec::new();
        for part in
            ["place", "city", "zipCode", "region"].iter().filter_map(|name| birth.get(&[*name])).chain(birth.country())
        {
            if !place.contains(&part) {
                place.push(part);
            }
        }
        if !place.is_empty() {
            push_new(&mut self.designation.birth_places, place.join(", "));
        }
        const KNOWN: [&str; 18] = [
            "birthdate",
            "dayOfMonth",
            "day",
            "monthOfYear",
            "month",
            "year",
            "yearRangeFrom",
            "yearRangeTo",
            "circa",
            "calendarType",
            "place",
            "city",
            "zipCode",
            "region",
            "countryIso2Code",
            "countryDescription",
            "text",
            "Regulation",
        ];
        if let Some(text) = birth.get(&["text"]) {
            self.fact("Birth", text);
        }
        self.rest(birth, &KNOWN, "Birth");
    }

    /// A citizenship.
    pub(super) fn citizenship(&mut self, citizenship: &Fields) {
        if let Some(country) = citizenship.country() {
            push_new(&mut self.designation.citizenships, country.to_owned());
        }
        self.rest(citizenship, &["countryIso2Code", "countryDescription"], "Citizenship");
    }

    /// An identity or registration number. Where a dash stands for the number there is none, but what else is said of the
    /// document is kept.
    pub(super) fn identification(&mut self, document: &Fields) {
        const TYPES: [&str; 4] =
            ["identificationTypeDescription", "TypeDescription", "identificationTypeCode", "TypeCode"];
        let kind = document.get(&TYPES).unwrap_or("Identification");
        let is_imo = document.get(&["identificationTypeCode", "TypeCode"]).unwrap_or(kind).eq_ignore_ascii_case("imo");
        let published = document.get(&["number"]).filter(|number| number.chars().any(char::is_alphanumeric));
        if let Some(published) = published {
            let number = match imo(published).filter(|_| is_imo) {
                Some(digits) => {
                    if is_ship(&digits) && self.designation.kind == SubjectKind::Entity {
                        self.designation.kind = SubjectKind::Vessel;
                    }
                    digits
                }
                None => published.to_owned(),
            };
            let found = Identifier {
                kind: if is_imo { "IMO number" } else { kind }.to_owned(),
                number,
                country: document.country().map(str::to_owned),
                issued: document.get(&["issuedDate", "issueDate"]).map(str::to_owned),
                expires: document.get(&["validTo"]).map(str::to_owned),
            };
            push_new(&mut self.designation.identifiers, found);
        }
        const KNOWN: [&str; 11] = [
            "identificationTypeDescription",
            "TypeDescription",
            "identificationTypeCode",
            "TypeCode",
            "number",
            "countryIso2Code",
            "countryDescription",
            "issuedDate",
            "issueDate",
            "validTo",
            "text",
        ];
        // What is said of one document names it, because there may be several.
        let of = match published {
            Some(number) => format!("{kind} {number}"),
            None => kind.to_owned(),
        };
        if let Some(text) = document.get(&["text"]) {
            self.fact(&of, text);
        }
        self.rest(document, &KNOWN, &of);
    }
}

/// The date of a birth in words as plain as the list's fields, with the interval they mean; nothing where the block tells a
/// place alone.
fn date(birth: &Fields) -> Option<PartialDate> {
    let number = |names: &[&str]| birth.get(names).and_then(|text| text.parse::<u16>().ok());
    let small = |names: &[&str]| number(names).and_then(|value| u8::try_from(value).ok());
    let (year, month, day_of_month) =
        (birth.get(&["year"]), small(&["monthOfYear", "month"]), small(&["dayOfMonth", "day"]));
    let composed = year.map(|year| match (month, day_of_month) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        _ => year.to_owned(),
    });
    let calendar = birth.get(&["calendarType"]).unwrap_or("GREGORIAN");
    let other_calendar = (!calendar.eq_ignore_ascii_case("GREGORIAN")).then(|| label(&calendar.to_ascii_lowercase()));
    let circa = if birth.get(&["circa"]).is_some_and(|word| word.eq_ignore_ascii_case("true")) { "circa " } else { "" };

    if let Some(full) = birth.get(&["birthdate"]) {
        // A whole date is Gregorian whatever the calendar of its parts.
        let words = match (&other_calendar, composed) {
            (Some(calendar), Some(parts)) => format!("{circa}{full} ({parts} in the {calendar} calendar)"),
            _ => format!("{circa}{full}"),
        };
        let interval = days::iso(full).map(|day| (day, day));
        return Some(PartialDate { published: words, interval });
    }
    if let Some(calendar) = other_calendar {
        // Which of the calendars so called it is, the list does not say, and they lie decades apart.
        return composed
            .map(|parts| PartialDate { published: format!("{circa}{parts} ({calendar} calendar)"), interval: None });
    }
    if let Some(parts) = composed {
        let interval = match (number(&["year"])?, month, day_of_month) {
            (year, Some(month), Some(day)) => crate::date::Day::new(year, month, day).map(|day| (day, day)),
            (year, Some(month), None) => whole_month(year, month),
            (year, None, _) => whole_year(year),
        };
        return Some(PartialDate { published: format!("{circa}{parts}"), interval });
    }
    let (from, to) = (birth.get(&["yearRangeFrom"]), birth.get(&["yearRangeTo"]));
    let words = match (from, to) {
        (Some(from), Some(to)) => format!("{circa}{from} to {to}"),
        (Some(from), None) => format!("{circa}from {from}"),
        (None, Some(to)) => format!("{circa}until {to}"),
        (None, None) => return None,
    };
    let ends = number(&["yearRangeFrom"]).and_then(whole_year).zip(number(&["yearRangeTo"]).and_then(whole_year));
    let interval = ends.map(|(first, last)| (first.0, last.1)).filter(|(first, last)| first <= last);
    Some(PartialDate { published: words, interval })
}

/// Whether an IMO number is one of a ship: the last digit checks the six before it, and the numbers of companies, which are
/// checked otherwise, begin with 0 to 6.
fn is_ship(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let sum: u32 = values.iter().take(6).zip((2..=7).rev()).map(|(digit, weight)| digit * weight).sum();
    matches!(values[..], [7..=9, _, _, _, _, _, check] if sum % 10 == check)
}
