//! The sections of an ADVANCED file that stand before its parties: places and documents, kept until a party asks for them.

use super::period;
use super::reference::Reference;
use crate::designation::Address;
use crate::list::notices::{Kind, Notices};
use crate::list::ofac::address::{self, Parts};
use crate::list::ofac::document::Document;
use crate::list::words::line;
use crate::list::xml::Element;
use std::collections::HashMap;

const LOST_DOCUMENT: Kind = Kind {
    one: "document has a holder who is not in the file",
    many: "documents have holders who are not in the file",
    done: "left out",
};

/// A document and the number of the name that stands on it.
type Held = (Document, Option<String>);

/// Places by their numbers, and documents by the identity that holds them.
#[derive(Debug, Default)]
pub(super) struct Sections {
    /// The address in Latin letters first, then the others; none for a place of which nothing is known.
    locations: HashMap<String, Vec<Address>>,
    documents: HashMap<String, Vec<Held>>,
}

impl Sections {
    /// Keeps a `Location`.
    pub fn keep_location(&mut self, location: &Element, reference: &Reference) {
        let Some(id) = location.attribute("ID") else { return };
        let mut countries: Vec<String> =
            location.all("LocationCountry").filter_map(|country| reference.of(country, "Country")).collect();
        if countries.is_empty() {
            countries.extend(location.all("LocationAreaCode").filter_map(|area| reference.of(area, "AreaCode")));
        }
        let country = countries.join("; ");
        let country = Some(country.as_str()).filter(|country| !country.is_empty());
        let (mut main, mut other) = (Parts::new(), Parts::new());
        for part in location.all("LocationPart") {
            let kind = reference.of(part, "LocPartType").unwrap_or_default();
            for value in part.all("LocationPartValue") {
                let share = if value.attribute("Primary") == Some("false") { &mut other } else { &mut main };
                share.extend(
                    value.at(&["Value"]).into_iter().filter_map(Element::words).map(|text| (kind.clone(), text)),
                );
            }
        }
        let mut addresses: Vec<Address> = address::printed(&main, country, Some(id)).into_iter().collect();
        if !other.is_empty() {
            addresses.extend(address::printed(&other, country, None));
        }
        self.locations.insert(id.to_owned(), addresses);
    }

    /// The addresses of a place; nothing for a place that the file does not have.
    pub fn location(&self, id: &str) -> Option<&[Address]> {
        self.locations.get(id).map(Vec::as_slice)
    }

    /// Keeps an `IDRegDocument`.
    pub fn keep_document(&mut self, document: &Element, reference: &Reference) {
        let words = |name: &str| document.words_of(name);
        let place = document.attribute("IssuedIn-LocationID").and_then(|id| self.location(id));
        let country = document.attribute("IssuedBy-CountryID");
        let validity = reference.of(document, "Validity");
        let mut read = Document {
            kind: reference.of(document, "IDRegDocType").unwrap_or_else(|| "Document".to_owned()),
            number: words("IDRegistrationNo"),
            country: country.map(|id| reference.words("Country", id).map_or(format!("Country {id}"), str::to_owned)),
            place: place.and_then(<[Address]>::first).and_then(line),
            office: words("IssuingAuthority"),
            doubt: validity.filter(|words| !matches!(words.as_str(), "Valid" | "Validity 1")),
            comment: words("Comment"),
            ..Document::default()
        };
        for date in document.all("DocumentDate") {
            let day = date.all("DatePeriod").find_map(period::read).map(|date| date.published);
            match reference.of(date, "IDRegDocDateType").as_deref() {
                Some("Issue Date") => read.issued = day,
                Some("Expiration Date") => read.expires = day,
                kind => {
                    let note = day.map(|day| format!("{} {day}", kind.unwrap_or("Date")));
                    let notes = [read.comment.take(), note].into_iter().flatten();
                    read.comment = notes.reduce(|all, more| format!("{all}; {more}"));
                }
            }
        }
        let name = document.child("DocumentedNameReference").and_then(|name| name.attribute("DocumentedNameID"));
        let holder = document.attribute("IdentityID").unwrap_or_default().to_owned();
        self.documents.entry(holder).or_default().push((read, name.map(str::to_owned)));
    }

    /// Hands over the documents of an identity.
    pub fn documents(&mut self, identity: Option<&str>) -> Vec<Held> {
        identity.and_then(|identity| self.documents.remove(identity)).unwrap_or_default()
    }

    /// Says which documents nobody asked for.
    pub fn finish(self, notices: &mut Notices) {
        let mut left: Vec<(String, Vec<Held>)> = self.documents.into_iter().collect();
        left.sort_by(|a, b| a.0.cmp(&b.0));
        for (identity, documents) in left {
            for (document, _) in documents {
                let number = document.number.unwrap_or_default();
                let example = format!("{} {number}", document.kind);
                notices.add_at(LOST_DOCUMENT, &example, &format!(" of identity {identity}"));
            }
        }
    }
}
