//! An entry of the UK Sanctions List as both of its forms carry it, and the designation that it becomes.
//!
//! The CSV form repeats an entry for each of its names, addresses and so on, in many combinations, so nothing is taken in
//! twice.

use super::date::{birth, day};
use super::measure::measures;
use crate::date::Day;
use crate::designation::{
    Address, CrossReference, Designation, Identifier, LabelledFact, ListedName, NameKind, NameQuality, SubjectKind,
};
use crate::list::notices::{Kind, Notices, UNKNOWN_NAME, UNKNOWN_QUALITY, UNKNOWN_SUBJECT, UNREAD_DAY};
use crate::list::roll::Roll;
use crate::list::words::{fact, imo, joined, line};
use crate::list::{push_new, script};

/// What the number of a ship is called.
pub const IMO: &str = "IMO number";

const UNKNOWN_SANCTION: Kind = Kind {
    one: "sanction is imposed that Namesieve does not know",
    many: "sanctions are imposed that Namesieve does not know",
    done: "shown as of another kind, with the published words",
};
const NO_SANCTION: Kind = Kind {
    one: "entry does not say what is imposed",
    many: "entries do not say what is imposed",
    done: "shown with a measure of another kind",
};

/// One name of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its parts in the order in which they are spoken.
    pub name: String,
    /// Primary name, variation, alias.
    pub kind: Option<String>,
    /// Good or low quality.
    pub strength: Option<String>,
}

/// A name in its own script, with the authority's word for the script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Native {
    /// The name.
    pub name: String,
    /// Its script.
    pub script: Option<String>,
}

/// What is said of a person only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Dates of birth.
    pub births: Vec<String>,
    /// Nationalities.
    pub nationalities: Vec<String>,
    /// Genders.
    pub genders: Vec<String>,
    /// Offices.
    pub positions: Vec<String>,
    /// Places of birth.
    pub places: Vec<String>,
}

/// An entry as it is gathered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Unique ID.
    pub id: Option<String>,
    /// Individual, Entity, Ship.
    pub kind: Option<String>,
    /// OFSI's group ids.
    pub ofsi: Vec<String>,
    /// The UN's reference numbers.
    pub un: Vec<String>,
    /// Names of the regulations.
    pub regimes: Vec<String>,
    /// UK, UN or both.
    pub source: Vec<String>,
    /// Sanctions imposed, in words parted by strokes.
    pub imposed: Vec<String>,
    /// The marks of the sanctions imposed that are set.
    pub marks: Vec<String>,
    /// Days of designation.
    pub designated: Vec<String>,
    /// Days of the last change.
    pub updated: Vec<String>,
    /// Other information.
    pub information: Vec<String>,
    /// Statements of reasons.
    pub reasons: Vec<String>,
    /// Titles.
    pub titles: Vec<String>,
    /// Countries of birth, by which a country beside a document is known as one.
    pub countries: Vec<String>,
    /// Facts without a field of their own.
    pub facts: Vec<LabelledFact>,
    /// Those of them that stand in elements that no reader knows.
    pub unknown: Vec<LabelledFact>,
    /// Names.
    pub names: Vec<Name>,
    /// Names in their own script.
    pub natives: Vec<Native>,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// Numbers.
    pub identifiers: Vec<Identifier>,
    /// What is said of a person only.
    pub person: Person,
}

/// Adds what is not there yet.
pub fn add<T: PartialEq>(to: &mut Vec<T>, values: impl IntoIterator<Item = T>) {
    values.into_iter().for_each(|value| push_new(to, value));
}

impl Entry {
    /// Adds a name.
    pub fn add_name(&mut self, name: Name) {
        add(&mut self.names, Some(name).filter(|name| !name.name.is_empty()));
    }

    /// Adds a name in its own script. Its language has no field of its own.
    pub fn add_native(&mut self, name: Option<String>, script: Option<String>, language: Option<String>) {
        let about = joined([script.clone(), language.clone()], ", ");
        match name {
            Some(name) => {
                if let Some(language) = language {
                    self.add_fact("Language of a name", format!("{name}: {language}"));
                }
                add(&mut self.natives, [Native { name, script }]);
            }
            None => about.into_iter().for_each(|about| self.add_fact("Script of a name", about)),
        }
    }

    /// Adds an address of six lines, the last of which is the town.
    pub fn add_address(&mut self, lines: [Option<String>; 6], postal_code: Option<String>, country: Option<String>) {
        let [one, two, three, four, five, town] = lines;
        let street = joined([one, two, three, four, five], ", ");
        let address = Address { street, place: joined([town, postal_code], ", "), country, uid: None };
        if line(&address).is_some() {
            add(&mut self.addresses, [address]);
        }
    }

    /// Adds a number that needs no words.
    pub fn add_number(&mut self, kind: &str, number: String, country: Option<String>) {
        let number = imo(&number).filter(|_| kind == IMO).unwrap_or(number);
        add(&mut self.identifiers, [Identifier { kind: kind.into(), number, country, issued: None, expires: None }]);
    }

    /// Adds a document by its number, and the words beside it.
    pub fn add_document(&mut self, kind: &str, number: Option<String>, about: Option<String>) {
        match (number, about) {
            (Some(number), Some(about)) => {
                self.add_fact(kind, format!("{number}: {about}"));
                self.add_number(kind, number, None);
            }
            (Some(number), None) => self.add_number(kind, number, None),
            (None, about) => about.into_iter().for_each(|about| self.add_fact(kind, about)),
        }
    }

    /// Adds a fact.
    pub fn add_fact(&mut self, label: &str, value: String) {
        add(&mut self.facts, [fact(label, value)]);
    }

    /// Adds what stands in elements that are not known.
    pub fn add_unknown(&mut self, facts: Vec<LabelledFact>) {
        self.unknown.extend(facts.iter().cloned());
        self.facts.extend(facts);
    }

    /// Adds what is said of a person.
    pub fn add_person(&mut self, person: Person) {
        add(&mut self.person.births, person.births);
        add(&mut self.person.nationalities, person.nationalities);
        add(&mut self.person.genders, person.genders);
        add(&mut self.person.positions, person.positions);
        add(&mut self.person.places, person.places);
    }

    /// The designation.
    ///
    /// # Errors
    /// What is wrong with the entry, as the rest of a sentence.
    pub fn designation(mut self, id: &str, notices: &mut Notices) -> Result<Designation, String> {
        let kind = self.subject(id, notices);
        let mut made = Designation::new(id, kind);
        made.names = self.names(id, notices).ok_or("it has no name")?;
        let words = self.imposed.iter().flat_map(|words| words.split('|')).chain(self.marks.iter().map(String::as_str));
        let (measures, unknown) = measures(words);
        unknown.into_iter().for_each(|words| notices.add(UNKNOWN_SANCTION, words));
        made.measures = measures;
        if made.measures.is_empty() {
            notices.add(NO_SANCTION, id);
            made.measures = vec!["uk-other".into()];
        }
        made.listed = self.day_of("Date designated", notices, |entry| &mut entry.designated).into_iter().min();
        made.changed = self.day_of("Last updated", notices, |entry| &mut entry.updated).into_iter().max();
        made.births = self.person.births.iter().map(|words| birth(words)).collect();
        self.references(&mut made);
        self.countries.extend(self.person.nationalities.iter().cloned());
        self.countries.extend(self.addresses.iter().filter_map(|address| address.country.clone()));
        self.countries_of_documents();
        made.gender = self.person.genders.first().cloned();
        self.person.genders.iter().skip(1).for_each(|gender| made.facts.push(fact("Gender", gender)));
        made.facts.extend(self.source.iter().map(|source| fact("Designation source", source)));
        made.facts.extend(self.imposed.iter().map(|words| fact("Sanctions imposed", words)));
        made.facts.extend(self.information.iter().map(|words| fact("Other information", words)));
        self.facts.sort_by(|one, other| one.label.cmp(&other.label));
        made.facts.append(&mut self.facts);
        made.programmes = self.regimes;
        made.birth_places = self.person.places;
        made.nationalities = self.person.nationalities;
        made.titles = self.titles;
        add(&mut made.titles, self.person.positions);
        made.identifiers = self.identifiers;
        made.addresses = self.addresses;
        made.reasons = self.reasons;
        Ok(made)
    }

    fn subject(&mut self, id: &str, notices: &mut Notices) -> SubjectKind {
        match self.kind.as_deref().map(str::to_lowercase).as_deref() {
            Some("individual") => SubjectKind::Individual,
            Some("entity") => SubjectKind::Entity,
            Some("ship" | "vessel") => SubjectKind::Vessel,
            Some("aircraft") => SubjectKind::Aircraft,
            _ => {
                notices.add(UNKNOWN_SUBJECT, self.kind.as_deref().unwrap_or(id));
                if let Some(kind) = self.kind.clone() {
                    self.add_fact("Kind of subject", kind);
                }
                SubjectKind::Entity
            }
        }
    }

    fn names(&mut self, id: &str, notices: &mut Notices) -> Option<Vec<ListedName>> {
        let mut roll = Roll::of(id);
        for name in std::mem::take(&mut self.names) {
            let kind = match name.kind.as_deref().map(str::to_lowercase).as_deref() {
                Some("primary name") => NameKind::Primary,
                Some("primary name variation" | "alias" | "a.k.a" | "a.k.a." | "aka") | None => NameKind::Alias,
                Some("f.k.a" | "f.k.a." | "fka" | "formerly known as") => NameKind::Former,
                Some(_) => {
                    let words = name.kind.as_deref().unwrap_or_default();
                    notices.add(UNKNOWN_NAME, words);
                    self.add_fact("Type of a name", format!("{}: {words}", name.name));
                    NameKind::Alias
                }
            };
            let strength = name.strength.as_deref().unwrap_or("good").to_lowercase();
            if !strength.contains("low") && !strength.contains("good") {
                notices.add(UNKNOWN_QUALITY, &strength);
                self.add_fact("Strength of a name", format!("{}: {strength}", name.name));
            }
            let weak = strength.contains("low") && kind != NameKind::Primary;
            let quality = if weak { NameQuality::Weak } else { NameQuality::Strong };
            roll.add(&name.name, kind, quality, notices);
        }
        for native in std::mem::take(&mut self.natives) {
            let script = native.script.unwrap_or_else(|| script::of(&native.name).to_owned());
            roll.list(ListedName::new(native.name, NameKind::Alias, NameQuality::Strong, script), notices);
        }
        roll.finish(notices)
    }

    /// The days of a field; what is no day goes among the facts.
    fn day_of(&mut self, label: &str, notices: &mut Notices, field: fn(&mut Entry) -> &mut Vec<String>) -> Vec<Day> {
        let mut days = Vec::new();
        for words in std::mem::take(field(self)) {
            match day(&words) {
                Some(day) => days.push(day),
                None => {
                    notices.add(UNREAD_DAY, &words);
                    self.add_fact(label, words);
                }
            }
        }
        days
    }

    fn references(&mut self, made: &mut Designation) {
        let numbers = [("UN", std::mem::take(&mut self.un)), ("OFSI", std::mem::take(&mut self.ofsi))];
        for (authority, ids) in numbers {
            for id in ids {
                // `N/A` is no number.
                match id.chars().any(|c| c.is_ascii_digit()) {
                    true => made.cross_references.push(CrossReference { authority: authority.into(), id }),
                    false => self.add_fact(&format!("{authority} reference"), id),
                }
            }
        }
    }

    /// The words beside a document often are its country; they are taken for one where the entry names the same country.
    fn countries_of_documents(&mut self) {
        for identifier in self.identifiers.iter_mut().filter(|identifier| identifier.country.is_none()) {
            let about = format!("{}: ", identifier.number);
            identifier.country = self
                .facts
                .iter()
                .filter(|fact| fact.label == identifier.kind)
                .filter_map(|fact| fact.value.strip_prefix(&about))
                .find_map(|words| self.countries.iter().find(|country| country.eq_ignore_ascii_case(words)))
                .cloned();
        }
    }
}
