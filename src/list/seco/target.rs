//! One target of SECO's list: an individual, an entity or an object, put into a designation.

use super::label;
use super::reference::{References, measures};
use super::status::{self, Status};
use crate::designation::{CrossReference, Designation, Identifier, Link, SubjectKind};
use crate::list::notices::{Kind, Notices};
use crate::list::push_new;
use crate::list::roll::Roll;
use crate::list::words::{fact, line, plain};
use crate::list::xml::Element;
use std::collections::BTreeSet;

const UNKNOWN_SET: Kind = Kind {
    one: "set of measures is not described in the file",
    many: "sets of measures are not described in the file",
    done: "shown by number, and where no other set applies an asset freeze is assumed",
};
const UNKNOWN_PLACE: Kind = Kind {
    one: "place is not described in the file",
    many: "places are not described in the file",
    done: "kept by number among the facts",
};

/// A target whose references to sets, places and other targets are still open.
#[derive(Debug)]
pub(super) struct Target {
    /// The designation so far, without its names.
    pub(super) designation: Designation,
    pub(super) names: Roll,
    sets: Vec<String>,
    /// Addresses by their index, with the number of their place.
    pub(super) addresses: Vec<(usize, String)>,
    /// Places of birth.
    pub(super) births: Vec<String>,
    /// Other targets, with the kind of the tie.
    relations: Vec<(String, String)>,
}

impl Target {
    /// Reads a target.
    ///
    /// # Errors
    /// What is wrong with it, as the rest of a sentence.
    pub(super) fn read(id: &str, element: &Element, status: Status, notices: &mut Notices) -> Result<Target, String> {
        let subject = element.children.iter().find(|child| kind(child).is_some());
        let Some((subject, kind)) = subject.and_then(|subject| Some((subject, kind(subject)?))) else {
            return Err("it is neither an individual nor an entity nor an object".to_owned());
        };
        let designation = Designation::new(id, kind);
        let mut target = Target {
            designation,
            names: Roll::of(id),
            sets: Vec::new(),
            addresses: Vec::new(),
            births: Vec::new(),
            relations: Vec::new(),
        };
        (target.designation.listed, target.designation.changed) = (status.listed, status.changed);
        target.sets = element.values(&["sanctions-set-id"]);
        for (name, value) in element.attributes() {
            match name {
                "ssid" => {}
                "sanctions-set-id" => target.sets.push(value.to_owned()),
                _ => target.fact(&label(name), value),
            }
        }
        for child in &element.children {
            match child.name.as_str() {
                "sanctions-set-id" | "modification" => {}
                "foreign-identifier" => target.foreign_identifier(child),
                _ if std::ptr::eq(child, subject) => target.subject(subject, notices),
                _ => target.other(child, ""),
            }
        }
        if let Some(history) = status::history(element) {
            target.fact("Modifications", &history);
        }
        match target.names.is_empty() {
            true => Err("it has no name".to_owned()),
            false => Ok(target),
        }
    }

    fn subject(&mut self, subject: &Element, notices: &mut Notices) {
        for (name, value) in subject.attributes() {
            match name {
                "sex" | "gender" => self.designation.gender = Some(value.to_owned()),
                "ssid" => {}
                "object-type" if self.designation.kind != SubjectKind::Entity => {}
                _ => self.fact(&label(name), value),
            }
        }
        // The main identity first: it has the primary name.
        let is_main = |identity: &&Element| identity.attribute("main") == Some("true");
        let (main, second): (Vec<&Element>, Vec<&Element>) = subject.all("identity").partition(is_main);
        for identity in main.into_iter().chain(second) {
            self.identity(identity, notices);
        }
        for child in &subject.children {
            match child.name.as_str() {
                "identity" => {}
                "justification" => self.designation.reasons.extend(child.text().map(plain)),
                "other-information" => self.other_information(child),
                "relation" => self.relation(child),
                _ => self.part(child),
            }
        }
    }

    fn other_information(&mut self, element: &Element) {
        let Some(text) = element.text().map(plain) else { return };
        for number in imo_numbers(&text) {
            let kind = "IMO number".to_owned();
            push_new(
                &mut self.designation.identifiers,
                Identifier { kind, number, country: None, issued: None, expires: None },
            );
        }
        self.fact("Other information", &text);
    }

    fn relation(&mut self, element: &Element) {
        let kind = plain(&element.attribute("relation-type").unwrap_or("related to").replace('-', " "));
        match element.attribute("target-id") {
            Some(target) => self.relations.push((target.to_owned(), kind)),
            None => self.other(element, ""),
        }
        self.rest(element, &["target-id", "relation-type"], &[], "Relation: ");
    }

    /// The number of the target on the list that Switzerland follows.
    fn foreign_identifier(&mut self, element: &Element) {
        for id in element.text().unwrap_or_default().split([',', ';']).map(plain).filter(|id| !id.is_empty()) {
            let authority = if is_of_the_un(&id) {
                "UN"
            } else if id.starts_with("EU.") {
                "EU"
            } else {
                "other"
            };
            push_new(&mut self.designation.cross_references, CrossReference { authority: authority.to_owned(), id });
        }
    }

    /// What has no field of its own, as facts: an element's text, its attributes, and the elements in it.
    pub(super) fn other(&mut self, element: &Element, before: &str) {
        let own = match element.attribute("attribute-name") {
            Some(name) => label(name),
            None => label(&element.name),
        };
        let what = if before.is_empty() { own } else { format!("{before}{}", own.to_lowercase()) };
        if let Some(text) = element.text() {
            self.fact(&what, &plain(text));
        }
        self.rest(element, &["attribute-name"], &[], &format!("{what}: "));
    }

    /// The attributes and elements of an element that are not known, as facts. Numbers of its parts, and that its quality is
    /// good, are no facts.
    pub(super) fn rest(&mut self, element: &Element, attributes: &[&str], children: &[&str], before: &str) {
        let left_out = |name: &str, value: &str| {
            matches!(name, "ssid" | "lang") || (name == "quality" && matches!(value, "good" | "not-defined"))
        };
        for (name, value) in element.attributes() {
            let is_birth_quality = name == "quality" && element.name == "day-month-year";
            if !attributes.contains(&name) && !left_out(name, value) && !is_birth_quality {
                self.fact(&format!("{before}{}", label(name).to_lowercase()), value);
            }
        }
        for child in element.children.iter().filter(|child| !children.contains(&child.name.as_str())) {
            self.other(child, before);
        }
    }

    /// A fact with a label of its own.
    pub(super) fn fact(&mut self, label: &str, value: &str) {
        push_new(&mut self.designation.facts, fact(label, plain(value)));
    }

    /// The designation, with sets, places and relations looked up.
    pub(super) fn resolve(
        mut self,
        references: &References,
        listed: &BTreeSet<String>,
        notices: &mut Notices,
    ) -> Designation {
        self.designation.names = self.names.finish(notices).unwrap_or_default();
        for id in std::mem::take(&mut self.sets) {
            match references.sets.get(&id) {
                Some(set) => {
                    push_new(&mut self.designation.programmes, set.programme.clone());
                    for measure in measures(&set.text) {
                        push_new(&mut self.designation.measures, measure.to_owned());
                    }
                    self.fact("Sanctions set", &set.text);
                    for origin in &set.origins {
                        self.fact("Origin", origin);
                    }
                }
                None => {
                    notices.add(UNKNOWN_SET, &id);
                    self.fact("Sanctions set", &id);
                }
            }
        }
        if self.designation.measures.is_empty() {
            self.designation.measures.push("ch-asset-freeze".to_owned());
        }
        for (index, id) in std::mem::take(&mut self.addresses) {
            let found = references.places.get(&id);
            match (self.designation.addresses.get_mut(index), found) {
                (Some(address), Some(found)) => {
                    let parts: Vec<String> = address.place.take().into_iter().chain(found.place.clone()).collect();
                    address.place = Some(parts.join(" ")).filter(|text| !text.is_empty());
                    address.country.clone_from(&found.country);
                }
                _ => {
                    notices.add(UNKNOWN_PLACE, &id);
                    self.fact("Place of an address", &id);
                }
            }
        }
        self.designation.addresses.retain(|address| line(address).is_some());
        for id in std::mem::take(&mut self.births) {
            match references.places.get(&id) {
                Some(found) => {
                    let parts: Vec<String> = found.place.iter().chain(&found.country).cloned().collect();
                    push_new(&mut self.designation.birth_places, parts.join(", "));
                }
                None => {
                    notices.add(UNKNOWN_PLACE, &id);
                    self.fact("Place of birth", &id);
                }
            }
        }
        for (to, relation) in std::mem::take(&mut self.relations) {
            if listed.contains(&to) {
                push_new(&mut self.designation.links, Link { to, relation });
            } else {
                self.fact("Relation to a target that is not listed", &format!("{relation} {to}"));
            }
        }
        self.designation
    }
}

/// The kind of subject, by the element that holds it.
fn kind(subject: &Element) -> Option<SubjectKind> {
    match subject.name.as_str() {
        "individual" => Some(SubjectKind::Individual),
        "entity" => Some(SubjectKind::Entity),
        "object" => Some(match subject.attribute("object-type") {
            Some("vessel" | "ship") => SubjectKind::Vessel,
            Some("aircraft") => SubjectKind::Aircraft,
            // What else is listed as an object stands nearest to an entity; its type is kept as a fact.
            _ => SubjectKind::Entity,
        }),
        _ => None,
    }
}

/// Whether a number has the form of the UN's: `QDi.001`, `KPe.045`.
fn is_of_the_un(id: &str) -> bool {
    let Some((letters, digits)) = id.split_once('.') else { return false };
    let form: Vec<char> = letters.chars().collect();
    matches!(form[..], [a, b, 'i' | 'e'] if a.is_ascii_uppercase() && b.is_ascii_uppercase())
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The IMO numbers in a text: seven digits soon after the word `IMO`.
fn imo_numbers(text: &str) -> Vec<String> {
    const NEAR: usize = 24;
    let upper = text.to_ascii_uppercase();
    let mut found = Vec::new();
    for (at, _) in upper.match_indices("IMO") {
        if upper[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
            continue;
        }
        let after = &upper[at + 3..];
        let Some(start) = after.char_indices().take(NEAR).find(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at) else {
            continue;
        };
        let digits: String = after[start..].chars().take_while(char::is_ascii_digit).collect();
        if digits.len() == 7 && !found.contains(&digits) {
            found.push(digits);
        }
    }
    found
}
