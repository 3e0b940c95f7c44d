//! Documents, addresses and places as the UN publishes them.

use crate::designation::{Address, Designation, Identifier};
use crate::list::push_new;
use crate::list::words::{fact, joined, line, unknown, value};
use crate::list::xml::Element;

/// Adds an `INDIVIDUAL_DOCUMENT`; an empty one is nothing.
pub fn document(element: &Element, into: &mut Designation) {
    let field = |name| value(element, name);
    let (kind, special) = (field("TYPE_OF_DOCUMENT"), field("TYPE_OF_DOCUMENT2"));
    let special = special.map(|words| words.trim_end_matches([':', ' ']).to_owned());
    let special = special.filter(|words| Some(words.to_lowercase()) != kind.as_ref().map(|kind| kind.to_lowercase()));
    let (country, other) = (field("ISSUING_COUNTRY"), field("COUNTRY_OF_ISSUE"));
    let note = field("NOTE");
    // Without a number of its own the number may stand in the words beside it.
    let number =
        field("NUMBER").or_else(|| [&special, &note].into_iter().flatten().find(|text| numbered(text)).cloned());
    let kind = match (kind, special.filter(|words| number.as_ref() != Some(words))) {
        (Some(kind), Some(special)) => format!("{kind} ({special})"),
        (kind, special) => kind.or(special).unwrap_or_else(|| "Document".into()),
    };
    let issued_in =
        joined([field("CITY_OF_ISSUE"), other.clone().filter(|_| country.is_some() && country != other)], ", ");
    let about = joined(
        [issued_in.map(|place| format!("issued in {place}")), note.filter(|note| number.as_ref() != Some(note))],
        "; ",
    );
    match number {
        Some(number) => {
            if let Some(about) = about {
                into.facts.push(fact("Document", format!("{kind} {number}: {about}")));
            }
            into.identifiers.push(Identifier {
                kind,
                number,
                country: country.or(other),
                issued: field("DATE_OF_ISSUE"),
                expires: field("DATE_OF_EXPIRY").or_else(|| field("EXPIRY_DATE")),
            });
        }
        None => {
            let issued = field("DATE_OF_ISSUE").map(|day| format!("issued {day}"));
            if let Some(about) = joined([country.or(other), issued, about], "; ") {
                into.facts.push(fact("Document", format!("{kind}: {about}")));
            }
        }
    }
    let known = [
        "TYPE_OF_DOCUMENT",
        "TYPE_OF_DOCUMENT2",
        "NUMBER",
        "ISSUING_COUNTRY",
        "COUNTRY_OF_ISSUE",
        "CITY_OF_ISSUE",
        "DATE_OF_ISSUE",
        "DATE_OF_EXPIRY",
        "EXPIRY_DATE",
        "NOTE",
    ];
    into.facts.extend(unknown(element, &known));
}

/// Whether a text holds a number of a document: a word with four digits or more that is not a year.
fn numbered(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        digits > 4 || digits == 4 && word.chars().any(char::is_uppercase)
    })
}

/// Adds an `INDIVIDUAL_ADDRESS` or `ENTITY_ADDRESS`; an empty one is nothing.
pub fn address(element: &Element, into: &mut Designation) {
    let field = |name| value(element, name);
    let address = Address {
        street: field("STREET"),
        place: joined([field("CITY"), field("STATE_PROVINCE"), field("ZIP_CODE")], ", "),
        country: field("COUNTRY"),
        uid: None,
    };
    let line = line(&address);
    if let Some(note) = field("NOTE") {
        let words = line.as_ref().map_or(note.clone(), |line| format!("{line}: {note}"));
        into.facts.push(fact("Address note", words));
    }
    if line.is_some() {
        push_new(&mut into.addresses, address);
    }
    into.facts.extend(unknown(element, &["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"]));
}

/// The place of an `INDIVIDUAL_PLACE_OF_BIRTH` in one line; nothing for an empty one.
pub fn birth_place(element: &Element) -> Option<String> {
    let field = |name| value(element, name);
    let place = joined([field("STREET"), field("CITY"), field("STATE_PROVINCE"), field("COUNTRY")], ", ");
    let rest = unknown(element, &["STREET", "CITY", "STATE_PROVINCE", "COUNTRY"]).into_iter().map(|fact| fact.value);
    let notes = rest.reduce(|all, more| format!("{all}; {more}"));
    match (place, notes) {
        (Some(place), Some(note)) => Some(format!("{place} ({})", note.trim_matches(['(', ')']))),
        (place, note) => place.or(note),
    }
}
