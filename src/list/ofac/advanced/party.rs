//! A `DistinctParty` of an ADVANCED file: its names, which stand in parts, and its features.

use super::period;
use super::reference::Reference;
use super::sections::Sections;
use crate::date::PartialDate;
use crate::designation::{Designation, ListedName, NameKind, NameQuality, SubjectKind};
use crate::list::notices::{Kind, Notices, UNKNOWN_SUBJECT};
use crate::list::ofac::feature::{Feature, remark};
use crate::list::ofac::naming;
use crate::list::ofac::unplaced::{Schema, unplaced};
use crate::list::words::line;
use crate::list::xml::Element;
use crate::list::{Refusal, script};
use std::collections::HashMap;

/// The elements of a party that are read here.
const SCHEMA: Schema = &[
    ("DistinctParty", &["Comment", "Profile"]),
    ("Profile", &["Identity", "Feature", "SanctionsEntryReference"]),
    ("Identity", &["Alias", "NamePartGroups", "IDRegDocumentReference"]),
    ("Alias", &["DocumentedName"]),
    ("DocumentedName", &["DocumentedNamePart"]),
    ("DocumentedNamePart", &["NamePartValue"]),
    ("NamePartGroups", &["MasterNamePartGroup"]),
    ("MasterNamePartGroup", &["NamePartGroup"]),
    ("Feature", &["FeatureVersion", "IdentityReference"]),
    ("FeatureVersion", &["Comment", "DatePeriod", "VersionDetail", "VersionLocation"]),
    ("DatePeriod", &["Start", "End"]),
    ("Start", &["From", "To"]),
    ("End", &["From", "To"]),
    ("From", &["Year", "Month", "Day"]),
    ("To", &["Year", "Month", "Day"]),
];

/// Kinds of name parts that stand after the comma.
const GIVEN: [&str; 3] = ["First Name", "Middle Name", "Nickname"];

const UNEXPLAINED: Kind = Kind {
    one: "number is not explained by the file",
    many: "numbers are not explained by the file",
    done: "shown in the place of words",
};
const LOST_PLACE: Kind = Kind {
    one: "place that a record names is not in the file",
    many: "places that records name are not in the file",
    done: "left out",
};

/// A party, and the numbers of its profiles, by which everything else in the file refers to it.
pub(super) struct Party {
    pub designation: Designation,
    pub profiles: Vec<String>,
}

/// Reads a party, with the documents and places that stand before it in the file.
///
/// # Errors
/// [`Refusal::Record`] for a party without a number or without a name.
pub(super) fn read(
    party: &Element,
    reference: &Reference,
    sections: &mut Sections,
    file: &str,
    notices: &mut Notices,
) -> Result<Party, Refusal> {
    let profiles: Vec<&Element> = party.all("Profile").collect();
    let number = party.attribute("FixedRef").or_else(|| profiles.first()?.attribute("ID"));
    let Some(id) = number else {
        return Err(Refusal::record(file, "a `DistinctParty`", "a party has no number"));
    };
    let mut subject = Designation::new(id, kind(&profiles, reference, id, notices));
    let mut names = Vec::new();
    // The names by their numbers, to which documents refer.
    let mut spellings = HashMap::new();
    for identity in profiles.iter().flat_map(|profile| profile.all("Identity")) {
        self::names(identity, reference, &mut names, &mut spellings, id, notices);
    }
    subject.names = naming::settled(names, file, id, notices)?;
    for feature in profiles.iter().flat_map(|profile| profile.all("Feature")) {
        self::feature(feature, reference, sections, &mut subject, notices);
    }
    for identity in profiles.iter().flat_map(|profile| profile.all("Identity")) {
        for (mut document, spelling) in sections.documents(identity.attribute("ID")) {
            let name = spelling.and_then(|number| spellings.get(&number).cloned());
            document.name = name.filter(|name| *name != subject.names[0].name);
            document.place(&mut subject);
        }
    }
    party.all("Comment").filter_map(Element::words).for_each(|text| remark(text, &mut subject));
    subject.facts.extend(unplaced(party, SCHEMA, id, notices));
    let profiles = profiles.iter().filter_map(|profile| profile.attribute("ID")).map(str::to_owned).collect();
    Ok(Party { designation: subject, profiles })
}

fn kind(profiles: &[&Element], reference: &Reference, id: &str, notices: &mut Notices) -> SubjectKind {
    let number = profiles.iter().find_map(|profile| profile.attribute("PartySubTypeID")).unwrap_or_default();
    match reference.party(number) {
        Some("Individual") => SubjectKind::Individual,
        Some("Entity" | "Other Entity") => SubjectKind::Entity,
        Some("Vessel" | "Transport") => SubjectKind::Vessel,
        Some("Aircraft") => SubjectKind::Aircraft,
        other => {
            notices.add_at(UNKNOWN_SUBJECT, other.unwrap_or(number), &format!(" of record {id}"));
            SubjectKind::Entity
        }
    }
}

/// The names of an identity. A native spelling is a further name within the alias that it spells.
fn names(
    identity: &Element,
    reference: &Reference,
    names: &mut Vec<ListedName>,
    spellings: &mut HashMap<String, String>,
    id: &str,
    notices: &mut Notices,
) {
    let groups = identity.at(&["NamePartGroups", "MasterNamePartGroup", "NamePartGroup"]);
    let groups: HashMap<&str, &Element> =
        groups.into_iter().filter_map(|group| Some((group.attribute("ID")?, group))).collect();
    let main = identity.attribute("Primary") != Some("false");
    for alias in identity.all("Alias") {
        explain(alias, reference, "AliasType", id, notices);
        let is_primary = main && alias.attribute("Primary") == Some("true");
        let quality = match alias.attribute("LowQuality") {
            Some("true") => NameQuality::Weak,
            _ => NameQuality::Strong,
        };
        let other = match reference.of(alias, "AliasType").as_deref() {
            Some("F.K.A.") => NameKind::Former,
            _ => NameKind::Alias,
        };
        // The spelling that is primary is the one in Latin letters, which OFAC marks; it is the first one in every file seen.
        let mut documented: Vec<&Element> = alias.all("DocumentedName").collect();
        documented.sort_by_key(|name| name.attribute("DocNameStatusID") != Some("1"));
        for (at, name) in documented.into_iter().enumerate() {
            let values = name.at(&["DocumentedNamePart", "NamePartValue"]);
            let parts: Vec<(String, String)> = values
                .iter()
                .filter_map(|value| {
                    let group = value.attribute("NamePartGroupID").and_then(|group| groups.get(group));
                    if let Some(group) = group {
                        explain(group, reference, "NamePartType", id, notices);
                    }
                    let kind = group.and_then(|group| reference.of(group, "NamePartType"));
                    Some((kind.unwrap_or_default(), value.words()?))
                })
                .collect();
            let parts: Vec<(&str, &str)> = parts.iter().map(|(kind, value)| (kind.as_str(), value.as_str())).collect();
            let text = naming::printed(&parts, |kind| GIVEN.contains(&kind));
            if text.is_empty() {
                continue;
            }
            if let Some(number) = name.attribute("ID") {
                spellings.insert(number.to_owned(), text.clone());
            }
            let number = values.iter().find_map(|value| value.attribute("ScriptID"));
            let script = number.and_then(|number| reference.words("Script", number));
            let script = script.unwrap_or_else(|| script::of(&text)).to_owned();
            names.push(ListedName::new(
                text,
                if is_primary && at == 0 { NameKind::Primary } else { other },
                quality,
                script,
            ));
        }
    }
}

/// Says that a number has no words in the file.
fn explain(element: &Element, reference: &Reference, name: &str, id: &str, notices: &mut Notices) {
    if !reference.explains(element, name) {
        let number = element.attribute(&format!("{name}ID")).unwrap_or_default();
        notices.add_at(UNEXPLAINED, &format!("{name} {number}"), &format!(" of record {id}"));
    }
}

fn feature(
    feature: &Element,
    reference: &Reference,
    sections: &Sections,
    subject: &mut Designation,
    notices: &mut Notices,
) {
    explain(feature, reference, "FeatureType", &subject.id, notices);
    let kind = reference.of(feature, "FeatureType").unwrap_or_else(|| "Feature".to_owned());
    for version in feature.all("FeatureVersion") {
        let comment = version.all("Comment").filter_map(Element::words).reduce(|all, more| format!("{all}; {more}"));
        let reliability = reference.of(version, "Reliability");
        let doubt = reliability.filter(|words| !matches!(words.as_str(), "Confirmed" | "Unknown" | "Reliability 1"));
        let details = version.all("VersionDetail");
        let details = details.filter_map(|detail| detail.words().or_else(|| reference.of(detail, "DetailReference")));
        let mut values: Vec<(String, Option<PartialDate>)> = details.map(|value| (value, None)).collect();
        let dates = version.all("DatePeriod").filter_map(period::read);
        values.extend(dates.map(|date| (date.published.clone(), Some(date))));
        let mut is_place = false;
        for number in version.all("VersionLocation").filter_map(|place| place.attribute("LocationID")) {
            match sections.location(number) {
                Some(addresses) if kind == "Location" => {
                    is_place = true;
                    subject.addresses.extend(addresses.iter().cloned());
                }
                Some(addresses) => {
                    values.extend(addresses.first().map(|address| (line(address).unwrap_or_default(), None)))
                }
                None => {
                    notices.add_at(LOST_PLACE, number, &format!(" of record {}", subject.id));
                }
            }
        }
        // What says nothing but a comment says that.
        let (values, comment) = match comment {
            Some(comment) if values.is_empty() => (vec![(comment, None)], None),
            comment => (values, comment),
        };
        for (value, date) in values {
            // The field of an address has no room for words, so they are a fact.
            let kind = if is_place { "Comment on address".to_owned() } else { kind.clone() };
            let feature = Feature { kind, value, date, comment: comment.clone(), doubt: doubt.clone() };
            feature.place(subject);
        }
    }
}
