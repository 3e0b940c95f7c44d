//! An identity of a target of SECO's list: its names, births, nationalities, documents and addresses.

use super::label;
use super::name::{self, Composed};
use super::target::Target;
use crate::date::PartialDate;
use crate::designation::{Address, Identifier, ListedName, NameKind, NameQuality};
use crate::list::notices::{LETTERLESS, NO_PRIMARY, Notices, UNKNOWN_NAME, UNKNOWN_QUALITY};
use crate::list::push_new;
use crate::list::words::plain;
use crate::list::xml::Element;

impl Target {
    /// Takes an identity: names, and what identifies the subject.
    pub(super) fn identity(&mut self, identity: &Element, notices: &mut Notices) {
        let mut names: Vec<&Element> = identity.all("name").collect();
        // The first name marked as primary leads; the others keep their order.
        let lead = names.iter().position(|name| name.attribute("name-type") == Some("primary-name"));
        match lead {
            Some(lead) => names[..=lead].rotate_right(1),
            None if self.names.is_empty() && !names.is_empty() => notices.add(NO_PRIMARY, &self.designation.id),
            None => {}
        }
        for name in names {
            self.name(name, notices);
        }
        for child in &identity.children {
            if child.name != "name" {
                self.part(child);
            }
        }
    }

    fn name(&mut self, element: &Element, notices: &mut Notices) {
        let kind = match element.attribute("name-type") {
            Some("formerly-known-as") => NameKind::Former,
            Some("primary-name" | "alias") | None => NameKind::Alias,
            Some(other) => {
                notices.add(UNKNOWN_NAME, other);
                NameKind::Alias
            }
        };
        let quality = match element.attribute("quality") {
            Some("low") => NameQuality::Weak,
            Some("good" | "not-defined") | None => NameQuality::Strong,
            Some(other) => {
                notices.add(UNKNOWN_QUALITY, other);
                NameQuality::Strong
            }
        };
        let names = name::names(element);
        let first = names.main.is_some() && self.names.is_empty();
        let uid = element.attribute("ssid").map(str::to_owned);
        if let Some(main) = names.main {
            self.add_name(main, if first { NameKind::Primary } else { kind }, quality, uid, notices);
        } else if names.spellings.is_empty() {
            notices.add(LETTERLESS, element.value(&["name-part", "value"]).unwrap_or_default());
        }
        for spelling in names.spellings {
            let first = self.names.is_empty();
            self.add_name(spelling, if first { NameKind::Primary } else { kind }, quality, None, notices);
        }
        if let Some(maiden) = names.maiden {
            let first = self.names.is_empty();
            self.add_name(maiden, if first { NameKind::Primary } else { NameKind::Former }, quality, None, notices);
        }
        for title in names.titles {
            push_new(&mut self.designation.titles, title);
        }
        for child in &element.children {
            if child.name != "name-part" {
                self.other(child, "Name: ");
            }
        }
    }

    fn add_name(
        &mut self,
        found: Composed,
        kind: NameKind,
        quality: NameQuality,
        uid: Option<String>,
        notices: &mut Notices,
    ) {
        if kind == NameKind::Former || !self.names.holds(&found.name, quality) {
            self.names.list(ListedName { uid, ..ListedName::new(found.name, kind, quality, found.script) }, notices);
        }
    }

    /// What stands in an identity besides its names, and may stand beside it.
    pub(super) fn part(&mut self, element: &Element) {
        match element.name.as_str() {
            "day-month-year" => self.birth(element),
            "place-of-birth" => match element.attribute("place-id") {
                Some(place) => push_new(&mut self.births, place.to_owned()),
                None => self.other(element, ""),
            },
            "nationality" => {
                let countries: Vec<&Element> = element.all("country").collect();
                for country in &countries {
                    if let Some(name) = country.text().or(country.attribute("iso-code")) {
                        push_new(&mut self.designation.nationalities, plain(name));
                    }
                }
                if countries.is_empty() {
                    self.designation.nationalities.extend(element.text().map(plain));
                }
            }
            "address" => self.address(element),
            "identification-document" => self.document(element),
            _ => self.other(element, ""),
        }
    }

    fn birth(&mut self, element: &Element) {
        let number = |name: &str| element.attribute(name).and_then(|text| text.parse::<u16>().ok());
        let parts =
            [number("year").map(|year| format!("{year:04}")), number("month").map(|month| format!("{month:02}"))];
        let day = number("day").map(|day| format!("{day:02}"));
        // A day without its month says nothing of the interval, but is kept in the words.
        let words: Vec<String> = match &parts {
            [None, None] if day.is_none() => return,
            _ => parts.into_iter().flatten().chain(day).collect(),
        };
        let words = words.join("-");
        let calendar = element.attribute("calendar").filter(|calendar| !calendar.eq_ignore_ascii_case("gregorian"));
        let mut date = match calendar {
            Some(calendar) => PartialDate { published: format!("{words} ({calendar} calendar)"), interval: None },
            None if number("month").is_none() && number("day").is_some() => {
                PartialDate { published: words, interval: None }
            }
            None => PartialDate::iso(&words),
        };
        if element.attribute("quality") == Some("low") {
            date.published.push_str(" (quality: low)");
        }
        push_new(&mut self.designation.births, date);
        self.rest(element, &["year", "month", "day", "calendar"], &[], "Birth date: ");
    }

    fn address(&mut self, element: &Element) {
        let part = |name: &str| element.child(name).and_then(Element::text).map(plain);
        let care_of = part("c-o").map(|name| format!("c/o {name}"));
        let street: Vec<String> = [care_of, part("address-details"), part("p-o-box").map(|b| format!("PO Box {b}"))]
            .into_iter()
            .flatten()
            .collect();
        let address = Address {
            street: Some(street.join(", ")).filter(|text| !text.is_empty()),
            place: part("zip-code"),
            country: None,
            uid: element.attribute("ssid").map(str::to_owned),
        };
        let place = element.attribute("place-id");
        if place.is_some() || address.street.is_some() || address.place.is_some() {
            self.addresses.extend(place.map(|place| (self.designation.addresses.len(), place.to_owned())));
            self.designation.addresses.push(address);
        }
        self.rest(element, &["place-id"], &["c-o", "address-details", "p-o-box", "zip-code"], "Address: ");
    }

    fn document(&mut self, element: &Element) {
        let part = |name: &str| element.child(name).and_then(Element::text).map(plain);
        let kind = label(element.attribute("document-type").unwrap_or("identification-document"));
        let issuer = element.child("issuer");
        let country =
            issuer.and_then(|issuer| issuer.text().or(issuer.attribute("code")).or(issuer.attribute("iso-code")));
        match part("number") {
            Some(number) => push_new(
                &mut self.designation.identifiers,
                Identifier {
                    kind: kind.clone(),
                    number,
                    country: country.map(plain),
                    issued: part("date-of-issue"),
                    expires: part("expiry-date"),
                },
            ),
            None => self.other(element, ""),
        }
        self.rest(
            element,
            &["document-type"],
            &["number", "issuer", "date-of-issue", "expiry-date"],
            &format!("{kind}: "),
        );
    }
}
