//! OFAC's plain XML: SDN.XML and CONSOLIDATED.XML, one `sdnEntry` a record.
//!
//! Its namespace changed in 2024; elements are known by their local names. The file does not say on which list a record
//! stands, nor since when, and it holds no native spellings. `publshInformation` is the publisher's own spelling.

use super::draft::Draft;
use super::labels::sentence_case;
use super::particular::Particular;
use super::unplaced::{Schema, unplaced};
use super::{Edition, assemble, remarks, ties};
use crate::date::Day;
use crate::designation::{Address, NameQuality};
use crate::list::notices::{Notices, UNKNOWN_QUALITY};
use crate::list::xml::{Element, Records};
use crate::list::{Contents, Input, Refusal, days, distinct, push_new};
use std::collections::HashSet;

/// Reads one file.
///
/// # Errors
/// [`Refusal`].
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    let file = input.name.clone();
    let mut records = Records::open(input)?;
    let mut edition = Edition { issued: None, missing: None, stated: None };
    let mut published: Option<String> = None;
    let (mut drafts, mut notices, mut ids) = (Vec::new(), Notices::default(), HashSet::new());
    while let Some(element) = records.next(&["publshInformation", "publishInformation", "sdnEntry"])? {
        if element.name == "sdnEntry" {
            let draft = record(&element, &mut notices)
                .and_then(|draft| match ids.insert(draft.designation.id.clone()) {
                    true => Ok(draft),
                    false => Err("its uid stands in the file twice"),
                })
                .map_err(|what| match element.value(&["uid"]) {
                    Some(uid) => Refusal::record(&file, format!("record {uid}"), what),
                    None => Refusal::record(&file, format!("record number {}", drafts.len() + 1), what),
                })?;
            drafts.push(draft);
        } else {
            if let Some(words) = element.value(&["Record_Count"]) {
                edition.stated = Some(count(words).ok_or_else(|| Refusal::Record {
                    file: file.clone(),
                    at: "its `Record_Count`".to_owned(),
                    what: format!("`{words}` is no number, so that missing records cannot be seen"),
                })?);
            }
            if let Some(words) = element.value(&["Publish_Date"]) {
                edition.issued = day(words);
                published = Some(words.to_owned());
            }
        }
    }
    if edition.issued.is_none() {
        notices.undated(published.as_deref());
    }
    if edition.stated.is_none() {
        notices.say("the file does not say how many records it has, so that missing ones cannot be seen".to_owned());
    }
    let records = ties::records(drafts, &mut notices);
    assemble(&file, edition, records, notices.warnings())
}

/// `1002`, or `1,002` with a comma for every three digits.
fn count(words: &str) -> Option<usize> {
    let groups: Vec<&str> = words.split(',').collect();
    let [first, rest @ ..] = &groups[..] else { return None };
    let even = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    (even && digits).then(|| groups.concat().parse().ok())?
}

/// `03/28/2025`.
fn day(published: &str) -> Option<Day> {
    let [month, day, year] = days::numbers(published, '/')?;
    days::day(year, month, day)
}

/// One record, or what is wrong with it.
fn record(entry: &Element, notices: &mut Notices) -> Result<Draft, &'static str> {
    let uid = entry.value(&["uid"]).ok_or("it has no uid")?;
    let mut draft = Draft::new(uid, entry.value(&["sdnType"]).unwrap_or_default(), notices);
    if let Some(name) = name(entry) {
        draft.primary(&name, notices);
    }
    for aka in entry.at(&["akaList", "aka"]) {
        // Empty ones are how the file shows that there is none.
        let Some(name) = name(aka) else { continue };
        let quality = match aka.value(&["category"]) {
            Some("weak") => NameQuality::Weak,
            Some("strong") | None => NameQuality::Strong,
            Some(other) => {
                notices.add_at(UNKNOWN_QUALITY, other, &format!(" of record {uid}"));
                NameQuality::Strong
            }
        };
        let kind = aka.value(&["type"]).unwrap_or("a.k.a.");
        draft.alias(kind, &name, quality, aka.value(&["uid"]).map(str::to_owned), notices);
    }
    if !draft.settle_names(notices) {
        return Err("it has no name");
    }
    for title in entry.values(&["title"]) {
        draft.titles(&title);
    }
    for code in entry.values(&["programList", "program"]) {
        draft.marks.programme(&code);
        push_new(&mut draft.designation.programmes, code);
    }
    for date in entry.values(&["dateOfBirthList", "dateOfBirthItem", "dateOfBirth"]) {
        draft.birth(&date);
    }
    let target = &mut draft.designation;
    target.birth_places = distinct(entry.values(&["placeOfBirthList", "placeOfBirthItem", "placeOfBirth"]));
    target.nationalities = distinct(entry.values(&["nationalityList", "nationality", "country"]));
    target.citizenships = distinct(entry.values(&["citizenshipList", "citizenship", "country"]));
    for address in entry.at(&["addressList", "address"]) {
        draft.address(self::address(address));
    }
    for vessel in entry.all("vesselInfo") {
        for (element, label) in VESSEL {
            if let Some(value) = vessel.value(&[element]) {
                draft.fact(label, value);
            }
        }
    }
    for id in entry.at(&["idList", "id"]) {
        identity(id, &mut draft);
    }
    for text in entry.values(&["remarks"]) {
        remarks::read_plain(&text, &mut draft);
    }
    for fact in unplaced(entry, SCHEMA, uid, notices) {
        push_new(&mut draft.designation.facts, fact);
    }
    Ok(draft)
}

/// The elements on a vessel and the labels of their facts.
const VESSEL: [(&str, &str); 6] = [
    ("callSign", "Call sign"),
    ("vesselType", "Vessel type"),
    ("tonnage", "Tonnage"),
    ("grossRegisteredTonnage", "Gross tonnage"),
    ("vesselFlag", "Flag"),
    ("vesselOwner", "Vessel owner"),
];

/// `LAST, First`, as OFAC writes names in its other formats; entities have a last name alone.
fn name(of: &Element) -> Option<String> {
    match (of.value(&["lastName"]), of.value(&["firstName"])) {
        (Some(last), Some(first)) => Some(format!("{last}, {first}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

/// An address in three fields, as the CSV family has it.
fn address(of: &Element) -> Address {
    let street: Vec<&str> = ["address1", "address2", "address3"].iter().filter_map(|line| of.value(&[line])).collect();
    let towards: Vec<&str> = ["city", "stateOrProvince"].iter().filter_map(|part| of.value(&[part])).collect();
    let place = [Some(towards.join(", ")), of.value(&["postalCode"]).map(str::to_owned)];
    let place = place.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Address {
        street: Some(street.join(", ")).filter(|street| !street.is_empty()),
        place: Some(place).filter(|place| !place.is_empty()),
        country: of.value(&["country"]).map(str::to_owned),
        uid: of.value(&["uid"]).map(str::to_owned),
    }
}

fn identity(id: &Element, draft: &mut Draft) {
    let text = |name: &str| id.value(&[name]).map(str::to_owned);
    let (label, country) = (text("idType").unwrap_or("Identity document".to_owned()), text("idCountry"));
    match text("idNumber") {
        Some(value) => {
            let (issued, expires) = (text("issueDate"), text("expirationDate"));
            Particular { label, value, country, issued, expires }.place(draft);
        }
        // A document without a number: what is known of it.
        None => draft.fact(&sentence_case(&label), country.unwrap_or_else(|| "no number published".to_owned())),
    }
}

/// The elements that are read; `uid` and `mainEntry` of dates and places say nothing to a reader.
const SCHEMA: Schema = &[
    (
        "sdnEntry",
        &[
            "uid",
            "firstName",
            "lastName",
            "title",
            "sdnType",
            "remarks",
            "programList",
            "idList",
            "akaList",
            "addressList",
            "nationalityList",
            "citizenshipList",
            "dateOfBirthList",
            "placeOfBirthList",
            "vesselInfo",
        ],
    ),
    ("programList", &["program"]),
    ("idList", &["id"]),
    ("id", &["uid", "idType", "idNumber", "idCountry", "issueDate", "expirationDate"]),
    ("akaList", &["aka"]),
    ("aka", &["uid", "type", "category", "lastName", "firstName"]),
    ("addressList", &["address"]),
    ("address", &["uid", "address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country"]),
    ("nationalityList", &["nationality"]),
    ("nationality", &["uid", "country", "mainEntry"]),
    ("citizenshipList", &["citizenship"]),
    ("citizenship", &["uid", "country", "mainEntry"]),
    ("dateOfBirthList", &["dateOfBirthItem"]),
    ("dateOfBirthItem", &["uid", "dateOfBirth", "mainEntry"]),
    ("placeOfBirthList", &["placeOfBirthItem"]),
    ("placeOfBirthItem", &["uid", "placeOfBirth", "mainEntry"]),
    ("vesselInfo", &["callSign", "vesselType", "vesselFlag", "vesselOwner", "tonnage", "grossRegisteredTonnage"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_may_have_commas() {
        assert_eq!((count("1002"), count("1,002"), count("12,345,678")), (Some(1002), Some(1002), Some(12_345_678)));
        for text in ["", "many", "1.002", "1,02", ",002", "1,0022", "-3"] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_of_issue_is_month_day_year() {
        assert_eq!(day("03/28/2025").map(|day| day.to_string()), Some("2025-03-28".into()));
        for text in ["28/03/2025", "2025-03-28", "03/28", "03/28/2025/1", "", "01/300/2025"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
