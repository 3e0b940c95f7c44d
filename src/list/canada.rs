//! Canada's consolidated list of autonomous sanctions (SEMA and JVCFOA) as XML.
//!
//! The file has no date, no count and no ids. A record is told by where it stands in the regulations: country, schedule and
//! item. All other names of a subject stand in one text.

use super::also::known_as;
use super::notices::{Kind, Notices, UNREAD_DAY};
use super::roll::Roll;
use super::spellings::{Parted, apart};
use super::words::{even, fact, imo, joined, unknown, value, values};
use super::xml::{Element, Records};
use super::{Contents, Input, Parsed, Refusal, days};
use crate::date::PartialDate;
use crate::designation::{Designation, Identifier, ListedName, NameKind, NameQuality, Programme, SubjectKind};
use crate::publication::Publication;
use std::collections::HashMap;

/// What the reader takes from a record.
const KNOWN: [&str; 11] = [
    "Country",
    "LastName",
    "GivenName",
    "EntityOrShip",
    "TitleOrShip",
    "ShipIMONumber",
    "Aliases",
    "DateOfBirthOrShipBuildDate",
    "Schedule",
    "Item",
    "DateOfListing",
];

/// How the regulations under the other act are named in the column of countries.
const CORRUPT_OFFICIALS: &str = "Justice for Victims of Corrupt Foreign Officials";

const SAME_PLACE: Kind = Kind {
    one: "record has the same country, schedule and item as one before it",
    many: "records have the same country, schedule and item as one before them",
    done: "told from it by a number at the end of the id, in the order of the file",
};

/// Reads the list.
///
/// # Errors
/// [`Refusal`].
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    list(input).map(Contents::of)
}

fn list(input: &mut Input) -> Result<Parsed, Refusal> {
    let file = input.name.clone();
    let mut records = Records::open(input)?;
    let mut designations: Vec<Designation> = Vec::new();
    let mut programmes: Vec<Programme> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut notices = Notices::default();
    while let Some(record) = records.next(&["record"])? {
        let number = designations.len() + 1;
        let refuse = |what: &str| Refusal::record(&file, format!("record {number}"), what);
        let Some((country, item)) = value(&record, "Country").zip(value(&record, "Item")) else {
            return Err(refuse("it has no country or no item, which tell it from the others"));
        };
        let code = english(&country).to_owned();
        let place = match value(&record, "Schedule") {
            Some(schedule) => format!("{code}/{schedule}/{item}"),
            None => format!("{code}/{item}"),
        };
        let times = places.entry(place.clone()).or_insert(0);
        *times += 1;
        let id = match *times {
            1 => place,
            times => {
                notices.add(SAME_PLACE, &place);
                format!("{place} ({times})")
            }
        };
        let designation = designation(&record, id, &code, &mut notices).ok_or_else(|| refuse("it has no name"))?;
        if !programmes.iter().any(|known| known.code == code) {
            programmes.push(programme(&code, &country));
        }
        designations.push(designation);
    }
    if designations.is_empty() {
        return Err(Refusal::NoRecord { file, what: "Canada's list of autonomous sanctions" });
    }
    let newest = designations.iter().filter_map(|designation| designation.listed).max();
    let newest = newest.map_or(String::new(), |day| format!(" and its newest listing is of {day}"));
    let publication = Publication {
        list: "ca-sema".into(),
        authority: "Canada".into(),
        title: "Consolidated Canadian Autonomous Sanctions List (SEMA)".into(),
        issued: None,
        scope: format!("The whole list; the file carries no date{newest}."),
        complete: true,
        ages: true,
        record_url: None,
    };
    Ok(Parsed { publication, programmes, designations, warnings: notices.warnings() })
}

/// The English words of a text in both languages: `Belarus / Bélarus`.
fn english(text: &str) -> &str {
    text.split(" / ").next().unwrap_or(text).trim()
}

fn programme(code: &str, country: &str) -> Programme {
    let corrupt = country.starts_with(CORRUPT_OFFICIALS);
    let authority = match corrupt {
        true => "Justice for Victims of Corrupt Foreign Officials Act",
        false => "Special Economic Measures Act",
    };
    Programme { code: code.into(), authority: authority.into(), title: code.into(), references: Vec::new() }
}

fn designation(record: &Element, id: String, code: &str, notices: &mut Notices) -> Option<Designation> {
    let field = |name| value(record, name);
    let ship_number = field("ShipIMONumber");
    let (entity, ship) = (field("EntityOrShip"), ship_number.is_some());
    let kind = match (&entity, ship) {
        (_, true) => SubjectKind::Vessel,
        (Some(_), false) => SubjectKind::Entity,
        (None, false) => SubjectKind::Individual,
    };
    let mut made = Designation::new(id, kind);
    made.programmes.push(code.into());
    made.measures.push("ca-dealings".into());
    made.names = names(record, &mut made, notices)?;
    made.facts.extend(field("Schedule").map(|schedule| fact("Schedule", schedule)));
    made.facts.extend(field("Item").map(|item| fact("Item", item)));
    if let Some(words) = field("DateOfListing") {
        made.listed = days::iso(&words);
        if made.listed.is_none() {
            notices.add(UNREAD_DAY, &words);
            made.facts.push(fact("Date of listing", words));
        }
    }
    for title in values(record, &["TitleOrShip"]) {
        match ship {
            true => made.facts.push(fact("Vessel type", title)),
            false => made.titles.push(title),
        }
    }
    for words in values(record, &["DateOfBirthOrShipBuildDate"]) {
        match ship {
            true => made.facts.push(fact("Year built", words)),
            false => made.births.extend(births(&words)),
        }
    }
    if let Some(words) = ship_number {
        let number = imo(&words).unwrap_or(words);
        let kind = "IMO number".to_owned();
        made.identifiers.push(Identifier { kind, number, country: None, issued: None, expires: None });
    }
    made.facts.extend(unknown(record, &KNOWN));
    Some(made)
}

/// All names. A person is `Last, Given`, in which the given name may be absent.
fn names(record: &Element, made: &mut Designation, notices: &mut Notices) -> Option<Vec<ListedName>> {
    let mut roll = Roll::of(&made.id);
    let person = [value(record, "LastName"), value(record, "GivenName")];
    for name in [value(record, "EntityOrShip"), joined(person, ", ")].into_iter().flatten() {
        roll.add(&name, NameKind::Primary, NameQuality::Strong, notices);
        // The other names in its bracket, and the name without them, are searched by themselves, too.
        for name in known_as(&name) {
            roll.add(&name, NameKind::Alias, NameQuality::Strong, notices);
        }
    }
    for element in record.all("Aliases") {
        let Some(text) = element.text() else { continue };
        let names = apart(text, Parted::ByCommas);
        if names.len() != 1 || names.first().is_some_and(|name| *name != even(text)) {
            made.facts.push(fact("Aliases as published", even(text)));
        }
        for name in &names {
            roll.add(name, NameKind::Alias, NameQuality::Strong, notices);
        }
    }
    roll.finish(notices)
}

/// The dates of a text: `1972`, `1972-08-10`, `1963-1964`, `1972-08-10 or 1972-08-11`, of which the last are two dates.
fn births(words: &str) -> Vec<PartialDate> {
    let parts: Vec<&str> = match words.contains(" OR ") {
        true => words.split(" OR ").collect(),
        false => words.split(" or ").collect(),
    };
    let dates: Vec<PartialDate> = parts.into_iter().map(|part| birth(part.trim())).collect();
    match dates.iter().all(|date| date.interval.is_some()) {
        true => dates,
        false => vec![birth(words)],
    }
}

fn birth(words: &str) -> PartialDate {
    let span = || {
        let (from, to) = words.split_once('-').filter(|(from, to)| from.len() == 4 && to.len() == 4)?;
        let (from, to) = (PartialDate::iso(from).interval?, PartialDate::iso(to).interval?);
        Some(PartialDate::between(words, from.0, to.1))
    };
    span().unwrap_or_else(|| PartialDate::iso(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn births_mean_intervals() {
        let read = |words| {
            let dates = births(words).into_iter().map(|date| {
                let interval = date.interval.map_or("none".into(), |(from, to)| format!("{from}/{to}"));
                format!("{}: {interval}", date.published)
            });
            dates.collect::<Vec<_>>().join("; ")
        };
        assert_eq!(read("1963-1964"), "1963-1964: 1963-01-01/1964-12-31");
        assert_eq!(read("1963-04"), "1963-04: 1963-04-01/1963-04-30");
        assert_eq!(read("1963 or 1964"), "1963: 1963-01-01/1963-12-31; 1964: 1964-01-01/1964-12-31");
        assert_eq!(
            read("1965-07-15 OR 1969-09-28"),
            "1965-07-15: 1965-07-15/1965-07-15; 1969-09-28: 1969-09-28/1969-09-28"
        );
        assert_eq!(read("Sep-99"), "Sep-99: none");
        assert_eq!(read("born in the early 1970s"), "born in the early 1970s: none");
    }
}
