//! A designation: one subject on a list, with everything that a reviewer compares, as the authority publishes it.
//!
//! These types hold facts and nothing derived from them. They are stored in packs (`pack`) and shown as JSON (`report`),
//! so a change of a field is a change of the pack's format version.

use crate::date::{Day, PartialDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// What kind of subject is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SubjectKind {
    /// A natural person.
    Individual,
    /// A company, body, group or office.
    Entity,
    /// A ship.
    Vessel,
    /// An aeroplane or helicopter.
    Aircraft,
}

/// What a listed name is to its designation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// The name under which the authority lists the subject.
    Primary,
    /// Also known as.
    Alias,
    /// Formerly known as.
    Former,
}

/// How much an authority says a name is worth for screening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameQuality {
    /// A name to screen against.
    Strong,
    /// A weak alias: broad or generic, to be used as corroboration (OFAC FAQ 122-125).
    Weak,
}

/// One name of a designation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedName {
    /// The name as published; for individuals OFAC writes `FAMILY, Given`.
    pub name: String,
    /// What the name is to the designation.
    pub kind: NameKind,
    /// Strong or weak.
    pub quality: NameQuality,
    /// The script as the authority calls it, for example `Latin` or `Chinese Traditional`.
    pub script: String,
    /// The authority's number of this name, where it gives one.
    pub uid: Option<String>,
}

/// What a listing does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureKind {
    /// Property is frozen and dealings are prohibited.
    Blocking,
    /// Trade in the subject's securities is prohibited, nothing else.
    InvestmentRestriction,
}

/// A page of the authority that says more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What the page is.
    pub title: String,
    /// Its address, where it has one.
    pub url: Option<String>,
}

/// What a programme code stands for; one table per pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The code on the list, for example `GLOMAG`.
    pub code: String,
    /// The legal act, for example `E.O. 13818`.
    pub authority: String,
    /// What the programme is about.
    pub title: String,
    /// What being listed under it does.
    pub measure: MeasureKind,
    /// The effect in one plain sentence.
    pub effect: String,
    /// What the programme's rules say of companies that a listed party owns.
    pub rule: String,
    /// Official pages.
    pub references: Vec<Reference>,
}

/// An identity or registration number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    /// What kind of number, in the authority's words.
    pub kind: String,
    /// The number as published.
    pub number: String,
    /// The country that issued it.
    pub country: Option<String>,
    /// Day of issue as published.
    pub issued: Option<String>,
    /// Day of expiry as published.
    pub expires: Option<String>,
}

/// An address, in the three fields that OFAC publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Street and number.
    pub street: Option<String>,
    /// City, state or province, postal code.
    pub place: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// The authority's number of this address, where it gives one.
    pub uid: Option<String>,
}

/// That the authority ties this designation to another one of the same list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The other designation's id.
    pub to: String,
    /// The authority's words for the tie, for example `linked to`.
    pub relation: String,
}

/// A fact that the list gives with a label of its own, such as the type of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelledFact {
    /// The authority's label.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// Something worth knowing that is NOT on the list itself; always shown apart and with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The statement, in our words.
    pub text: String,
    /// Who says so.
    pub source: Reference,
}

/// One listed subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// The authority's own id, unique within its list.
    pub id: String,
    /// Individual, entity, vessel or aircraft.
    pub kind: SubjectKind,
    /// All names; the first is the primary name.
    pub names: Vec<ListedName>,
    /// Codes of the programmes under which the subject is listed.
    pub programmes: Vec<String>,
    /// The day of listing.
    pub listed: Option<Day>,
    /// The day from which an investment restriction applies.
    pub effective: Option<Day>,
    /// The last day of an investment restriction's divestment period.
    pub divest_by: Option<Day>,
    /// Dates of birth.
    pub births: Vec<PartialDate>,
    /// Places of birth.
    pub birth_places: Vec<String>,
    /// Nationalities.
    pub nationalities: Vec<String>,
    /// Citizenships.
    pub citizenships: Vec<String>,
    /// Gender, where the list gives it.
    pub gender: Option<String>,
    /// Titles and offices.
    pub titles: Vec<String>,
    /// Identity and registration numbers.
    pub identifiers: Vec<Identifier>,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// Ties to other designations.
    pub links: Vec<Link>,
    /// Other labelled facts.
    pub facts: Vec<LabelledFact>,
    /// Remarks that carry a legal consequence of their own.
    pub legal_notes: Vec<String>,
    /// What is not on the list.
    pub context: Vec<Context>,
}

impl Designation {
    /// The primary name, or an empty text for a record that broke the rule of having one.
    pub fn primary_name(&self) -> &str {
        self.names.first().map_or("", |name| &name.name)
    }
}

/// A rule that the designations of a list must obey and that one of them breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenRule {
    /// The id of the designation.
    pub id: String,
    /// What is wrong, as the rest of a sentence.
    pub what: String,
}

impl fmt::Display for BrokenRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "designation {}: {}", self.id, self.what)
    }
}

/// Holds the designations of one list against the rules that every list obeys: ids are unique, each designation has names
/// each with a
/// letter or digit, and its first one alone is primary, every programme is in the table, every link resolves within the list, every date of
/// birth can be read. Returns all that is broken, in the order of the list.
pub fn broken_rules(programmes: &[Programme], designations: &[Designation]) -> Vec<BrokenRule> {
    let mut broken = Vec::new();
    let all: BTreeSet<&str> = designations.iter().map(|designation| designation.id.as_str()).collect();
    let mut ids = BTreeSet::new();
    for designation in designations {
        let mut rule = |holds: bool, what: String| {
            if !holds {
                broken.push(BrokenRule { id: designation.id.clone(), what });
            }
        };
        rule(ids.insert(designation.id.as_str()), "its id stands in the list twice".into());
        rule(!designation.names.is_empty(), "it has no name".into());
        for (at, name) in designation.names.iter().enumerate() {
            rule(
                (at == 0) == (name.kind == NameKind::Primary),
                format!(
                    "name {} `{}` is {:?}; the first name, and no other, is the primary one",
                    at + 1,
                    name.name,
                    name.kind
                ),
            );
            rule(
                name.name.chars().any(char::is_alphanumeric),
                format!("name {} `{}` has no letter to be compared", at + 1, name.name),
            );
        }
        rule(!designation.programmes.is_empty(), "it is listed under no programme".into());
        for code in &designation.programmes {
            rule(
                programmes.iter().any(|p| p.code == *code),
                format!("programme `{code}` is not in the programme table"),
            );
        }
        for link in &designation.links {
            rule(all.contains(link.to.as_str()), format!("its link to `{}` leads nowhere", link.to));
        }
        for birth in &designation.births {
            if let Err(error) = birth.interval() {
                rule(false, format!("birth date: {error}"));
            }
        }
    }
    broken
}
