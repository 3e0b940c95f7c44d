//! An `entity` of an ENHANCED file.

use crate::date::{Day, PartialDate};
use crate::designation::{Designation, Link, ListedName, NameKind, NameQuality, SubjectKind};
use crate::list::notices::{Notices, UNKNOWN_NAME, UNKNOWN_SUBJECT};
use crate::list::ofac::address::{self, Parts};
use crate::list::ofac::document::Document;
use crate::list::ofac::feature::{Feature, remark};
use crate::list::ofac::listing::Draft;
use crate::list::ofac::naming;
use crate::list::ofac::unplaced::{Schema, unplaced};
use crate::list::words::{fact, joined};
use crate::list::xml::Element;
use crate::list::{Refusal, days, distinct, script};
use std::collections::{HashMap, HashSet};

/// The elements of an entity that are read here.
const SCHEMA: Schema = &[
    (
        "entity",
        &[
            "generalInfo",
            "sanctionsLists",
            "sanctionsPrograms",
            "sanctionsTypes",
            "legalAuthorities",
            "names",
            "addresses",
            "features",
            "identityDocuments",
            "relationships",
        ],
    ),
    ("generalInfo", &["identityId", "entityType", "title", "remarks"]),
    ("sanctionsLists", &["sanctionsList"]),
    ("sanctionsPrograms", &["sanctionsProgram"]),
    ("sanctionsTypes", &["sanctionsType"]),
    ("legalAuthorities", &["legalAuthority"]),
    ("names", &["name"]),
    ("name", &["isPrimary", "aliasType", "isLowQuality", "translations"]),
    ("translations", &["translation"]),
    (
        "translation",
        &[
            "isPrimary",
            "script",
            "formattedFirstName",
            "formattedLastName",
            "formattedFullName",
            "nameParts",
            "addressParts",
        ],
    ),
    ("nameParts", &["namePart"]),
    ("namePart", &["type", "value"]),
    ("addresses", &["address"]),
    ("address", &["country", "translations"]),
    ("addressParts", &["addressPart"]),
    ("addressPart", &["type", "value"]),
    ("features", &["feature"]),
    ("feature", &["type", "versionId", "value", "valueDate", "valueRefId", "comments", "reliability", "isPrimary"]),
    ("valueDate", &DATE),
    ("identityDocuments", &["identityDocument"]),
    (
        "identityDocument",
        &[
            "type",
            "name",
            "documentNumber",
            "isValid",
            "issuingAuthority",
            "issuingLocation",
            "issuingCountry",
            "issueDate",
            "expirationDate",
            "comments",
        ],
    ),
    ("issueDate", &DATE),
    ("expirationDate", &DATE),
    ("relationships", &["relationship"]),
    ("relationship", &["type", "relatedEntity", "quality", "comments", "isFormer"]),
];

const DATE: [&str; 6] = ["fromDateBegin", "fromDateEnd", "toDateBegin", "toDateEnd", "isApproximate", "isDateRange"];

/// An entity, before it is known which other ones are in the file.
pub(super) struct Entity {
    pub designation: Designation,
    pub lists: Vec<(String, Option<Day>)>,
    /// Its ties, each with the name of the other side.
    related: Vec<(Link, String)>,
}

impl Entity {
    /// The entity with those ties that lead into the file; of the others the name is kept as a fact.
    pub fn draft(mut self, ids: &HashSet<String>) -> Draft {
        for (link, name) in self.related {
            match ids.contains(&link.to) {
                true => self.designation.links.push(link),
                false => {
                    let value = format!("{name}, OFAC record {}", link.to);
                    self.designation.facts.push(fact(link.relation, value));
                }
            }
        }
        Draft { designation: self.designation, lists: self.lists }
    }
}

/// Reads an entity; `words` are the reference values of the file by their numbers.
///
/// # Errors
/// [`Refusal::Record`] for an entity without an id or without a name.
pub(super) fn read(
    entity: &Element,
    words: &HashMap<String, String>,
    file: &str,
    notices: &mut Notices,
) -> Result<Entity, Refusal> {
    let Some(id) = entity.attribute("id") else {
        return Err(Refusal::record(file, "an `entity`", "it has no id"));
    };
    let mut subject = Designation::new(id, kind(entity, id, notices));
    let names: Vec<&Element> = entity.at(&["names", "name"]);
    let listed = names.iter().flat_map(|name| spellings(name, id, notices)).collect();
    subject.names = naming::settled(listed, file, id, notices)?;
    subject.programmes = once(entity.at(&["sanctionsPrograms", "sanctionsProgram"]));
    subject.titles = texts(entity, &["generalInfo", "title"]);
    entity.at(&["addresses", "address"]).into_iter().for_each(|address| self::address(address, &mut subject));
    for feature in entity.at(&["features", "feature"]) {
        self::feature(feature, words, &mut subject);
    }
    let primary = names.iter().find(|name| is(name, "isPrimary")).and_then(|name| name.attribute("id"));
    for document in entity.at(&["identityDocuments", "identityDocument"]) {
        self::document(document, primary).place(&mut subject);
    }
    let mut facts = |label: &str, values: Vec<String>| {
        subject.facts.extend(values.into_iter().map(|value| fact(label, value)));
    };
    facts("Legal basis", once(entity.at(&["legalAuthorities", "legalAuthority"])));
    facts("Sanctions type", once(entity.at(&["sanctionsTypes", "sanctionsType"])));
    texts(entity, &["generalInfo", "remarks"]).into_iter().for_each(|text| remark(text, &mut subject));
    subject.facts.extend(unplaced(entity, SCHEMA, id, notices));
    let lists = entity.at(&["sanctionsLists", "sanctionsList"]);
    let lists = lists.into_iter().filter_map(|list| {
        let day = list.attribute("datePublished").and_then(days::iso);
        Some((list.words()?, day))
    });
    let lists = lists.collect();
    let related = entity.at(&["relationships", "relationship"]);
    let related = related.into_iter().filter_map(|tie| self::tie(tie, &mut subject)).collect();
    Ok(Entity { designation: subject, lists, related })
}

fn is(element: &Element, name: &str) -> bool {
    element.value(&[name]) == Some("true")
}

fn texts(element: &Element, path: &[&str]) -> Vec<String> {
    element.at(path).into_iter().filter_map(Element::words).collect()
}

/// The texts of elements, each once.
fn once(elements: Vec<&Element>) -> Vec<String> {
    distinct(elements.into_iter().filter_map(Element::words))
}

fn kind(entity: &Element, id: &str, notices: &mut Notices) -> SubjectKind {
    match entity.value(&["generalInfo", "entityType"]) {
        Some("Individual") => SubjectKind::Individual,
        Some("Entity") => SubjectKind::Entity,
        Some("Vessel") => SubjectKind::Vessel,
        Some("Aircraft") => SubjectKind::Aircraft,
        other => {
            notices.add_at(UNKNOWN_SUBJECT, other.unwrap_or_default(), &format!(" of record {id}"));
            SubjectKind::Entity
        }
    }
}

/// A name and its native spellings, which are names of their own.
fn spellings(name: &Element, id: &str, notices: &mut Notices) -> Vec<ListedName> {
    let quality = if is(name, "isLowQuality") { NameQuality::Weak } else { NameQuality::Strong };
    let other = match name.value(&["aliasType"]) {
        Some("F.K.A.") => NameKind::Former,
        None | Some("A.K.A." | "N.K.A.") => NameKind::Alias,
        Some(kind) => {
            notices.add_at(UNKNOWN_NAME, kind, &format!(" of record {id}"));
            NameKind::Alias
        }
    };
    let translations = name.at(&["translations", "translation"]);
    // The spelling of the primary name that is primary, or else the first one.
    let main = translations.iter().position(|translation| is(translation, "isPrimary")).unwrap_or(0);
    let mut found = Vec::new();
    for (at, translation) in translations.into_iter().enumerate() {
        let in_parts =
            || joined(["formattedLastName", "formattedFirstName"].map(|name| translation.words_of(name)), ", ");
        let Some(text) = translation.words_of("formattedFullName").or_else(in_parts) else { continue };
        let script = translation.words_of("script").unwrap_or_else(|| script::of(&text).to_owned());
        let kind = if is(name, "isPrimary") && at == main { NameKind::Primary } else { other };
        // The number is that of the name as OFAC's other forms have it, so it belongs to its Latin spelling.
        let uid = name.attribute("id").filter(|_| at == main).map(str::to_owned);
        found.push(ListedName { uid, ..ListedName::new(text, kind, quality, script) });
    }
    found
}

/// An address, and its spelling in other scripts as further ones.
fn address(address: &Element, subject: &mut Designation) {
    let country = address.words_of("country");
    let mut translations = address.at(&["translations", "translation"]);
    translations.sort_by_key(|translation| !is(translation, "isPrimary"));
    let mut found = 0;
    for translation in translations {
        let parts = translation.at(&["addressParts", "addressPart"]);
        let parts: Parts = parts
            .into_iter()
            .filter_map(|part| Some((part.words_of("type").unwrap_or_default(), part.words_of("value")?)))
            .collect();
        if found > 0 && parts.is_empty() {
            continue;
        }
        let uid = address.attribute("id").filter(|_| found == 0);
        subject.addresses.extend(address::printed(&parts, country.as_deref(), uid));
        found += 1;
    }
    if found == 0 {
        subject.addresses.extend(address::printed(&Parts::new(), country.as_deref(), address.attribute("id")));
    }
}

/// A date in OFAC's words, or, without them, the days that it means.
fn date(element: &Element, published: Option<&str>) -> Option<PartialDate> {
    let day = |name: &str| element.value(&[name]).and_then(days::iso);
    let days: Vec<Day> = DATE[..4].iter().filter_map(|name| day(name)).collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return published.or(element.text()).map(PartialDate::read);
    };
    let words = match published {
        Some(words) => words.to_owned(),
        None if first == last => first.to_string(),
        None => format!("{first} to {last}"),
    };
    Some(PartialDate::between(words, *first, *last))
}

fn feature(feature: &Element, words: &HashMap<String, String>, subject: &mut Designation) {
    let field = |name: &str| feature.words_of(name);
    let said = field("value").or_else(|| {
        let id = feature.value(&["valueRefId"])?;
        Some(words.get(id).cloned().unwrap_or_else(|| format!("Value {id}")))
    });
    let date = feature.child("valueDate").and_then(|element| date(element, said.as_deref()));
    let comments = field("comments");
    let (value, comment) = match (said.or_else(|| Some(date.as_ref()?.published.clone())), comments) {
        (Some(value), comment) => (value, comment),
        (None, Some(comment)) => (comment, None),
        (None, None) => return,
    };
    let doubt = field("reliability").filter(|words| !matches!(words.as_str(), "Confirmed" | "Unknown"));
    let kind = field("type").unwrap_or_else(|| "Feature".to_owned());
    Feature { kind, value, date, comment, doubt }.place(subject);
}

fn document(document: &Element, primary: Option<&str>) -> Document {
    let day = |name: &str| document.child(name).and_then(|element| date(element, None)).map(|date| date.published);
    let name = document.child("name").filter(|name| name.attribute("nameId") != primary);
    Document {
        kind: document.words_of("type").unwrap_or_else(|| "Document".to_owned()),
        number: document.words_of("documentNumber"),
        country: document.words_of("issuingCountry"),
        place: document.words_of("issuingLocation"),
        office: document.words_of("issuingAuthority"),
        issued: day("issueDate"),
        expires: day("expirationDate"),
        doubt: (document.value(&["isValid"]) == Some("false")).then(|| "OFAC says that it is not valid".to_owned()),
        comment: document.words_of("comments"),
        name: name.and_then(Element::words),
    }
}

/// A tie to another entity and that one's name.
fn tie(tie: &Element, subject: &mut Designation) -> Option<(Link, String)> {
    let mut relation = tie.words_of("type").unwrap_or_else(|| "Linked to".to_owned());
    if is(tie, "isFormer") {
        relation.push_str(" (former)");
    }
    let quality = tie.words_of("quality").filter(|words| !matches!(words.as_str(), "High" | "Unknown"));
    if let Some(quality) = quality {
        relation.push_str(&format!(" (quality: {quality})"));
    }
    let other = tie.child("relatedEntity")?;
    let name = other.words().unwrap_or_default();
    if let Some(comment) = tie.words_of("comments") {
        subject.facts.push(fact(relation.clone(), format!("{name}: {comment}")));
    }
    let Some(to) = other.attribute("entityId") else {
        subject.facts.push(fact(relation, name));
        return None;
    };
    Some((Link { to: to.to_owned(), relation }, name))
}
