//! The UN Security Council's consolidated list in its XML form.
//!
//! Individuals and entities stand in two sections; a record is told by its reference number (`QDi.001`). An element that has
//! nothing to say is printed empty rather than left out. The list of one committee has the same form and is told by its one
//! regime.

mod birth;
mod paper;

use super::notices::{Notices, UNKNOWN_ELEMENT, UNKNOWN_QUALITY, UNREAD_DAY};
use super::roll::Roll;
use super::spellings::{Parted, apart};
use super::words::{even, fact, joined, unknown, value, values};
use super::xml::{Element, Records};
use super::{Contents, Input, Parsed, Refusal, days, push_new};
use crate::designation::{Designation, NameKind, NameQuality, SubjectKind};
use crate::publication::Publication;
use std::collections::{BTreeMap, BTreeSet};

/// What the reader takes from a record. The version number is always 1, and the keys to sort by say nothing.
const KNOWN: [&str; 31] = [
    "DATAID",
    "VERSIONNUM",
    "FIRST_NAME",
    "SECOND_NAME",
    "THIRD_NAME",
    "FOURTH_NAME",
    "UN_LIST_TYPE",
    "REFERENCE_NUMBER",
    "LISTED_ON",
    "GENDER",
    "NAME_ORIGINAL_SCRIPT",
    "COMMENTS1",
    "TITLE",
    "DESIGNATION",
    "NATIONALITY",
    "LIST_TYPE",
    "LAST_DAY_UPDATED",
    "INDIVIDUAL_ALIAS",
    "ENTITY_ALIAS",
    "INDIVIDUAL_ADDRESS",
    "ENTITY_ADDRESS",
    "INDIVIDUAL_DATE_OF_BIRTH",
    "INDIVIDUAL_PLACE_OF_BIRTH",
    "INDIVIDUAL_DOCUMENT",
    "SORT_KEY",
    "SORT_KEY_LAST_MOD",
    "FIFTH_NAME",
    "SIXTH_NAME",
    "ENTITY_DOCUMENT",
    "INDIVIDUAL_ALIAS_ORIGINAL_SCRIPT",
    "ENTITY_ALIAS_ORIGINAL_SCRIPT",
];

/// Reads the list.
///
/// # Errors
/// [`Refusal`].
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    list(input).map(Contents::of)
}

fn list(input: &mut Input) -> Result<Parsed, Refusal> {
    let file = input.name.clone();
    let refuse = |at: String, what: &str| Refusal::record(&file, at, what);
    let mut records = Records::open(input)?;
    let generated = records.root().attribute("dateGenerated").map(str::to_owned);
    let issued = generated.as_deref().and_then(days::iso);
    let mut designations: Vec<Designation> = Vec::new();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let mut data_ids: BTreeMap<String, String> = BTreeMap::new();
    let mut notices = Notices::default();
    while let Some(record) = records.next(&["INDIVIDUAL", "ENTITY"])? {
        let number = designations.len() + 1;
        let data_id = value(&record, "DATAID");
        let Some(reference) = value(&record, "REFERENCE_NUMBER").or_else(|| data_id.clone()) else {
            return Err(refuse(format!("record {number}"), "it has neither a reference number nor a DATAID"));
        };
        if let Some(before) = data_id.clone().and_then(|data_id| data_ids.insert(data_id, reference.clone())) {
            return Err(refuse(format!("record {reference}"), &format!("its DATAID is also that of record {before}")));
        }
        // Two records under one reference number are two parties; the DATAID keeps them apart.
        let id = match data_id.filter(|_| ids.contains(&reference)) {
            Some(data_id) => format!("{reference}/{data_id}"),
            None => reference.clone(),
        };
        if !ids.insert(id.clone()) {
            return Err(refuse(format!("record {id}"), "its reference number stands in the list twice"));
        }
        if id != reference {
            let what = format!("{reference} is the reference number of more than one record; this one is called {id}");
            notices.say_of(&id, what);
        }
        match designation(&record, &id, &mut notices) {
            Some(designation) => designations.push(designation),
            None => return Err(refuse(format!("record {id}"), "it has no name")),
        }
    }
    if designations.is_empty() {
        return Err(Refusal::NoRecord { file, what: "the UN's consolidated list" });
    }
    let regimes: BTreeSet<&str> = designations.iter().flat_map(|one| &one.programmes).map(String::as_str).collect();
    let one_regime = regimes.first().filter(|_| regimes.len() == 1).map(|regime| (*regime).to_owned());
    let scope = match &one_regime {
        Some(regime) => {
            format!("The records of the regime `{regime}` alone, of the consolidated list's several regimes.")
        }
        None => "The whole list.".into(),
    };
    if let Some(regime) = &one_regime {
        notices.say(format!(
            "all records are of the regime `{regime}`: this is the list of one committee; the consolidated list has more"
        ));
    }
    if issued.is_none() {
        notices.undated(generated.as_deref());
    }
    let publication = Publication {
        list: "un-sc".into(),
        authority: "UN".into(),
        title: "UN Security Council Consolidated List".into(),
        issued,
        scope,
        complete: one_regime.is_none(),
        ages: true,
        record_url: None,
    };
    Ok(Parsed { publication, programmes: Vec::new(), designations, warnings: notices.warnings() })
}

fn designation(record: &Element, id: &str, notices: &mut Notices) -> Option<Designation> {
    let individual = record.name == "INDIVIDUAL";
    let kind = if individual { SubjectKind::Individual } else { SubjectKind::Entity };
    let mut made = Designation::new(id, kind);
    made.measures.push("un-measures".into());
    made.programmes.extend(value(record, "UN_LIST_TYPE"));
    set_days(record, &mut made, notices);
    made.gender = value(record, "GENDER");
    made.titles = values(record, &["TITLE", "VALUE"]);
    made.titles.extend(values(record, &["DESIGNATION", "VALUE"]));
    made.nationalities = values(record, &["NATIONALITY", "VALUE"]);
    for comment in values(record, &["COMMENTS1"]) {
        made.gender = made.gender.or_else(|| gender(&comment));
        made.facts.push(fact("Other information", comment));
    }
    if let Some(number) = value(record, "DATAID").filter(|number| number != id) {
        made.facts.push(fact("DATAID", number));
    }
    for list in values(record, &["LIST_TYPE", "VALUE"]).into_iter().filter(|list| list != "UN List") {
        made.facts.push(fact("List type", list));
    }
    for element in record.all("INDIVIDUAL_DATE_OF_BIRTH") {
        made.births.extend(birth::date(element));
    }
    for element in record.all("INDIVIDUAL_PLACE_OF_BIRTH") {
        made.birth_places.extend(paper::birth_place(element));
    }
    for element in record.all("INDIVIDUAL_DOCUMENT").chain(record.all("ENTITY_DOCUMENT")) {
        paper::document(element, &mut made);
    }
    for element in record.all("INDIVIDUAL_ADDRESS").chain(record.all("ENTITY_ADDRESS")) {
        paper::address(element, &mut made);
    }
    made.names = names(record, &mut made, notices)?;
    for fact in unknown(record, &KNOWN) {
        notices.add_at(UNKNOWN_ELEMENT, &fact.label, &format!(" of record {id}"));
        made.facts.push(fact);
    }
    Some(made)
}

fn set_days(record: &Element, made: &mut Designation, notices: &mut Notices) {
    if let Some(words) = value(record, "LISTED_ON") {
        made.listed = days::iso(&words);
        if made.listed.is_none() {
            notices.add(UNREAD_DAY, &words);
            made.facts.push(fact("Listed on", words));
        }
    }
    // Every change is there, in no order that could be relied on.
    for words in values(record, &["LAST_DAY_UPDATED", "VALUE"]) {
        match days::iso(&words) {
            Some(day) => made.changed = made.changed.max(Some(day)),
            None => {
                notices.add(UNREAD_DAY, &words);
                made.facts.push(fact("Last updated", words));
            }
        }
    }
}

/// The gender that many comments begin with: `Gender: Male.`
fn gender(comment: &str) -> Option<String> {
    let (_, after) = comment.split_once("Gender:")?;
    let word: String = after.trim_start().chars().take_while(|letter| letter.is_alphabetic()).collect();
    ["Male", "Female"].into_iter().find(|known| known.eq_ignore_ascii_case(&word)).map(str::to_owned)
}

/// All names; what stands beside an alias besides its name goes into the designation.
fn names(
    record: &Element,
    made: &mut Designation,
    notices: &mut Notices,
) -> Option<Vec<crate::designation::ListedName>> {
    let mut roll = Roll::of(&made.id);
    let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME", "SIXTH_NAME"];
    if let Some(primary) = joined(parts.map(|part| value(record, part)), " ") {
        roll.add(&primary, NameKind::Primary, NameQuality::Strong, notices);
        // Some entities have two names in one: each is searched by itself too.
        let names = apart(&primary, Parted::BySemicolons);
        for name in names.iter().filter(|_| names.len() > 1 && primary.contains(';')) {
            roll.add(name, NameKind::Alias, NameQuality::Strong, notices);
        }
    }
    for name in values(record, &["NAME_ORIGINAL_SCRIPT"]) {
        roll.add(&name, NameKind::Alias, NameQuality::Strong, notices);
    }
    for element in record.all("INDIVIDUAL_ALIAS").chain(record.all("ENTITY_ALIAS")) {
        alias(element, &mut roll, made, notices);
    }
    for element in record.all("INDIVIDUAL_ALIAS_ORIGINAL_SCRIPT").chain(record.all("ENTITY_ALIAS_ORIGINAL_SCRIPT")) {
        for name in element.text().into_iter().chain(element.children.iter().filter_map(Element::text)) {
            roll.add(name, NameKind::Alias, NameQuality::Strong, notices);
        }
    }
    roll.finish(notices)
}

fn alias(element: &Element, roll: &mut Roll, made: &mut Designation, notices: &mut Notices) {
    let name = value(element, "ALIAS_NAME");
    let (mut kind, mut quality) = (NameKind::Alias, NameQuality::Strong);
    match value(element, "QUALITY").as_deref() {
        None | Some("Good" | "a.k.a.") => {}
        Some("Low") => quality = NameQuality::Weak,
        Some("f.k.a.") => kind = NameKind::Former,
        Some(other) => {
            let whose = name.as_deref().unwrap_or_default();
            notices.add(UNKNOWN_QUALITY, other);
            made.facts.push(fact("Alias quality", format!("{whose}: {other}")));
        }
    }
    if let Some(name) = &name {
        let apart = apart(name, Parted::BySemicolons);
        if apart.len() > 1 {
            made.facts.push(fact("Alias as published", name));
        }
        match apart.len() {
            // The name as it stands: what a single name is tidied of is its own.
            0 | 1 => roll.add(name, kind, quality, notices),
            _ => apart.iter().for_each(|name| roll.add(name, kind, quality, notices)),
        }
    }
    let field = |of| value(element, of);
    let (born, city, country, note) =
        (field("DATE_OF_BIRTH"), field("CITY_OF_BIRTH"), field("COUNTRY_OF_BIRTH"), field("NOTE"));
    if let Some((_, native)) = note.as_deref().and_then(|note| note.split_once("script:")) {
        roll.add(native, kind, quality, notices);
    }
    // A birth that goes with an alias is searched like the others; that it goes with the alias is said beside it.
    if let Some(born) = &born {
        push_new(&mut made.births, birth::of_alias(born));
    }
    let place = joined([city, country], ", ");
    if let Some(place) = &place {
        push_new(&mut made.birth_places, place.clone());
    }
    let birth = joined([born, place], ", ").map(|birth| format!("born {birth}"));
    let rest =
        unknown(element, &["ALIAS_NAME", "QUALITY", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE"]);
    for fact in &rest {
        notices.add_at(UNKNOWN_ELEMENT, &fact.label, &format!(" of record {}", made.id));
    }
    let rest = rest.into_iter().map(|fact| Some(even(&format!("{}: {}", fact.label, fact.value))));
    if let Some(about) = joined([birth, note].into_iter().chain(rest), "; ") {
        let name = name.as_deref().unwrap_or("an alias without a name");
        made.facts.push(fact("Alias note", format!("{name}: {about}")));
    }
}
