//! A designation: one subject on a list, with everything that a reviewer compares, as the authority publishes it.
//!
//! These types hold facts and nothing derived from them. They are stored in packs (`pack`) and shown as JSON (`report`),
//! so a change of a field is a change of the pack's format version.

use crate::date::{Day, PartialDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

/// What kind of subject is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    pub script: Arc<str>,
    /// The authority's number of this name, where it gives one.
    pub uid: Option<String>,
}

impl ListedName {
    /// A name without a number.
    pub fn new(
        name: impl Into<String>,
        kind: NameKind,
        quality: NameQuality,
        script: impl Into<Arc<str>>,
    ) -> ListedName {
        ListedName { name: name.into(), kind, quality, script: script.into(), uid: None }
    }
}

/// What a measure does, in the classes that a reader must keep apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureKind {
    /// Property is frozen and dealings are prohibited (OFAC's SDN List).
    Blocking,
    /// Trade in the subject's securities is prohibited, nothing else (NS-CMIC).
    InvestmentRestriction,
    /// New debt, new equity or certain projects are prohibited (SSI).
    Sectoral,
    /// Correspondent and payable-through accounts are restricted (CAPTA).
    CorrespondentAccounts,
    /// Some measures chosen from a menu apply, short of blocking (NS-MBS).
    MenuBased,
    /// Transactions are to be rejected (NS-PLC).
    Rejection,
    /// Dealings with a foreign sanctions evader are prohibited (FSE).
    Evasion,
    /// Funds and economic resources are frozen, and none may be made available (UN, UK, EU, Switzerland, Canada).
    AssetFreeze,
    /// The subject may not enter or pass through.
    TravelBan,
    /// Services to the subject are restricted: trust, director, technical and the like.
    Services,
    /// Trade in goods with the subject is restricted.
    Trade,
    /// Its ships or aircraft are restricted.
    Transport,
    /// A measure of another kind, in the authority's words.
    Other,
    /// An entry of a list of one's own, without legal effect.
    OwnList,
}

/// A page of the authority that says more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What the page is.
    pub title: String,
    /// Its address, where it has one.
    pub url: Option<String>,
}

/// A measure: what a listing does, in words; one table per list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its id in Namesieve, for example `us-blocking`.
    pub id: String,
    /// Its class.
    pub kind: MeasureKind,
    /// The effect in one plain sentence.
    pub effect: String,
    /// What the rules say of companies that a listed party owns; empty where nothing is known.
    pub rule: String,
    /// Official pages.
    pub references: Vec<Reference>,
}

/// What a programme code stands for; one table per list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The code on the list, for example `GLOMAG`.
    pub code: String,
    /// The legal act, for example `E.O. 13818`; empty for a code that the table does not know.
    pub authority: String,
    /// What the programme is about; the code itself where nothing more is known.
    pub title: String,
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

/// The number under which another authority lists, or another register knows, the same subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrossReference {
    /// Whose number it is: `UN`, `EU`, `OFSI`.
    pub authority: String,
    /// The number, for example `QDi.001`.
    pub id: String,
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
    /// Ids of the measures that apply to the subject.
    pub measures: Vec<String>,
    /// The day of listing.
    pub listed: Option<Day>,
    /// The day of the last change, where the list gives it.
    pub changed: Option<Day>,
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
    /// Numbers of the same subject with other authorities.
    pub cross_references: Vec<CrossReference>,
    /// Why the authority lists it, in its words.
    pub reasons: Vec<String>,
    /// Other labelled facts.
    pub facts: Vec<LabelledFact>,
    /// Remarks that carry a legal consequence of their own.
    pub legal_notes: Vec<String>,
    /// What is not on the list.
    pub context: Vec<Context>,
}

impl Designation {
    /// A designation with an id and a kind, and nothing else yet.
    pub fn new(id: impl Into<String>, kind: SubjectKind) -> Designation {
        Designation {
            id: id.into(),
            kind,
            names: Vec::new(),
            programmes: Vec::new(),
            measures: Vec::new(),
            listed: None,
            changed: None,
            effective: None,
            divest_by: None,
            births: Vec::new(),
            birth_places: Vec::new(),
            nationalities: Vec::new(),
            citizenships: Vec::new(),
            gender: None,
            titles: Vec::new(),
            identifiers: Vec::new(),
            addresses: Vec::new(),
            links: Vec::new(),
            cross_references: Vec::new(),
            reasons: Vec::new(),
            facts: Vec::new(),
            legal_notes: Vec::new(),
            context: Vec::new(),
        }
    }

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

/// The rules that every list obeys: ids are unique, each designation has names each with a letter or digit, and its first
/// one alone is primary, every programme and every measure is in its table, each designation has at least one measure, every
/// link resolves within the list.
pub struct Rules<'a> {
    programmes: BTreeSet<&'a str>,
    measures: BTreeSet<&'a str>,
    ids: HashMap<&'a str, usize>,
    /// All that was found broken, in the order of the list.
    pub broken: Vec<BrokenRule>,
}

impl<'a> Rules<'a> {
    /// The rules for a list with these programmes, measures and ids.
    pub fn new(programmes: &'a [Programme], measures: &'a [Measure], ids: impl Iterator<Item = &'a str>) -> Rules<'a> {
        let mut times = HashMap::new();
        ids.for_each(|id| *times.entry(id).or_default() += 1);
        Rules {
            programmes: programmes.iter().map(|programme| programme.code.as_str()).collect(),
            measures: measures.iter().map(|measure| measure.id.as_str()).collect(),
            ids: times,
            broken: Vec::new(),
        }
    }

    /// Whether the list has no designation.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Holds one designation against the rules.
    pub fn hold(&mut self, designation: &Designation) {
        let Rules { programmes, measures, ids, broken } = self;
        let mut rule = |holds: bool, what: &dyn Fn() -> String| {
            if !holds {
                broken.push(BrokenRule { id: designation.id.clone(), what: what() });
            }
        };
        rule(ids.get(designation.id.as_str()) == Some(&1), &|| "its id stands in the list twice".into());
        rule(!designation.names.is_empty(), &|| "it has no name".into());
        for (at, name) in designation.names.iter().enumerate() {
            let number = at + 1;
            rule((at == 0) == (name.kind == NameKind::Primary), &|| {
                format!(
                    "name {number} `{}` is {:?}; the first name, and no other, is the primary one",
                    name.name, name.kind
                )
            });
            rule(name.name.chars().any(char::is_alphanumeric), &|| {
                format!("name {number} `{}` has no letter to be compared", name.name)
            });
        }
        for code in &designation.programmes {
            rule(programmes.contains(code.as_str()), &|| format!("programme `{code}` is not in the programme table"));
        }
        rule(!designation.measures.is_empty(), &|| "no measure applies to it".into());
        for id in &designation.measures {
            rule(measures.contains(id.as_str()), &|| format!("measure `{id}` is not in the table of measures"));
        }
        for link in &designation.links {
            rule(ids.contains_key(link.to.as_str()), &|| format!("its link to `{}` leads nowhere", link.to));
        }
    }
}
