//! The UK Sanctions List as XML: one `Designation` for an entry, no namespace, no count.

use super::entry::{Entry, Name, Person};
use crate::list::notices::{Notices, UNKNOWN_ELEMENT};
use crate::list::words::{joined, unknown, value, values};
use crate::list::xml::{Element, Records};
use crate::list::{Contents, Input, Refusal};

/// What the reader takes from an entry.
const KNOWN: [&str; 23] = [
    "LastUpdated",
    "DateDesignated",
    "UniqueID",
    "OFSIGroupID",
    "UNReferenceNumber",
    "Names",
    "NonLatinNames",
    "Titles",
    "RegimeName",
    "IndividualEntityShip",
    "DesignationSource",
    "SanctionsImposed",
    "SanctionsImposedIndicators",
    "OtherInformation",
    "UKStatementofReasons",
    "Addresses",
    "IndividualDetails",
    "EntityDetails",
    "ShipDetails",
    "PhoneNumbers",
    "EmailAddresses",
    "Websites",
    "DateGenerated",
];

/// Facts without a field of their own: where they stand below the entry, and their label.
const FACTS: [(&[&str], &str); 12] = [
    (&["PhoneNumbers", "PhoneNumber"], "Phone number"),
    (&["EmailAddresses", "EmailAddress"], "Email address"),
    (&["Websites", "Website"], "Website"),
    (&["EntityDetails", "Entity", "TypeOfEntities", "TypeOfEntity"], "Type of entity"),
    (&["EntityDetails", "Entity", "Subsidiaries", "Subsidiary"], "Subsidiary"),
    (&["EntityDetails", "Entity", "ParentCompanies", "ParentCompany"], "Parent company"),
    (&["ShipDetails", "Ship", "CurrentOwnerOperators", "CurrentOwnerOperator"], "Owner or operator"),
    (&["ShipDetails", "Ship", "PreviousOwnerOperators", "PreviousOwnerOperator"], "Previous owner or operator"),
    (&["ShipDetails", "Ship", "CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip"], "Flag"),
    (&["ShipDetails", "Ship", "PreviousFlags", "PreviousFlag"], "Previous flag"),
    (&["ShipDetails", "Ship", "TypeOfShipDetails", "TypeOfShip"], "Vessel type"),
    (&["ShipDetails", "Ship", "YearsBuilt", "YearBuilt"], "Year built"),
];

/// Reads the list.
///
/// # Errors
/// [`Refusal`].
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    let file = input.name.clone();
    let mut records = Records::open(input)?;
    let mut date = records.root().attribute("DateGenerated").map(str::to_owned);
    let mut entries = Vec::new();
    let mut notices = Notices::default();
    while let Some(element) = records.next(&["DateGenerated", "Designation"])? {
        match element.name.as_str() {
            "DateGenerated" => date = element.text().map(str::to_owned),
            _ => {
                let entry = entry(&element);
                for fact in &entry.unknown {
                    let id = entry.id.as_deref().unwrap_or("without an id");
                    notices.add_at(UNKNOWN_ELEMENT, &fact.label, &format!(" of record {id}"));
                }
                entries.push(entry);
            }
        }
    }
    super::list(&file, date, entries, notices).map(Contents::of)
}

fn entry(element: &Element) -> Entry {
    let field = |name| value(element, name);
    let mut entry = Entry {
        id: field("UniqueID"),
        kind: field("IndividualEntityShip"),
        ofsi: values(element, &["OFSIGroupID"]),
        un: values(element, &["UNReferenceNumber"]),
        regimes: values(element, &["RegimeName"]),
        source: values(element, &["DesignationSource"]),
        imposed: values(element, &["SanctionsImposed"]),
        designated: values(element, &["DateDesignated"]),
        updated: values(element, &["LastUpdated"]),
        information: values(element, &["OtherInformation"]),
        reasons: values(element, &["UKStatementofReasons"]),
        titles: values(element, &["Titles", "Title"]),
        ..Entry::default()
    };
    for name in element.at(&["Names", "Name"]) {
        let parts = ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6"].map(|part| value(name, part));
        entry.add_name(Name {
            name: joined(parts, " ").unwrap_or_default(),
            kind: value(name, "NameType"),
            strength: value(name, "AliasStrength"),
        });
        let known = ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6", "NameType", "AliasStrength"];
        entry.add_unknown(unknown(name, &known));
    }
    for name in element.at(&["NonLatinNames", "NonLatinName"]) {
        entry.add_native(
            value(name, "NameNonLatinScript"),
            value(name, "NonLatinScriptType"),
            value(name, "NonLatinScriptLanguage"),
        );
        let known = ["NameNonLatinScript", "NonLatinScriptType", "NonLatinScriptLanguage"];
        entry.add_unknown(unknown(name, &known));
    }
    for marks in element.all("SanctionsImposedIndicators") {
        // A mark that is neither set nor unset is shown like any fact.
        for mark in &marks.children {
            match mark.text().map(str::to_lowercase).as_deref() {
                Some("true" | "yes" | "1") => entry.marks.push(mark.name.clone()),
                Some("false" | "no" | "0") | None => {}
                Some(_) => entry.add_unknown(unknown(marks, &others(marks, &mark.name))),
            }
        }
    }
    for address in element.at(&["Addresses", "Address"]) {
        let lines = ["AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5", "AddressLine6"];
        entry.add_address(
            lines.map(|line| value(address, line)),
            value(address, "AddressPostalCode"),
            value(address, "AddressCountry"),
        );
        let known = [&lines[..], &["AddressPostalCode", "AddressCountry"]].concat();
        entry.add_unknown(unknown(address, &known));
    }
    for person in element.at(&["IndividualDetails", "Individual"]).into_iter().chain(element.all("IndividualDetails")) {
        individual(person, &mut entry);
    }
    for entity in element.at(&["EntityDetails", "Entity"]) {
        for number in values(entity, &["BusinessRegistrationNumbers", "BusinessRegistrationNumber"]) {
            entry.add_number("Business registration number", number, None);
        }
        let known = ["BusinessRegistrationNumbers", "TypeOfEntities", "Subsidiaries", "ParentCompanies"];
        entry.add_unknown(unknown(entity, &known));
    }
    for ship in element.at(&["ShipDetails", "Ship"]) {
        for number in values(ship, &["IMONumbers", "IMONumber"]) {
            entry.add_number(super::entry::IMO, number, None);
        }
        for number in values(ship, &["HullIdentificationNumbers", "HullIdentificationNumber"]) {
            entry.add_number("Hull identification number", number, None);
        }
        for (wrapper, label) in [("TonnageOfShipDetails", "Tonnage"), ("LengthOfShipDetails", "Length")] {
            for value in ship.all(wrapper).flat_map(|details| &details.children).filter_map(Element::text) {
                entry.add_fact(label, value.to_owned());
            }
        }
        let known = [
            "IMONumbers",
            "HullIdentificationNumbers",
            "TonnageOfShipDetails",
            "LengthOfShipDetails",
            "CurrentOwnerOperators",
            "PreviousOwnerOperators",
            "CurrentBelievedFlagOfShips",
            "PreviousFlags",
            "TypeOfShipDetails",
            "YearsBuilt",
        ];
        entry.add_unknown(unknown(ship, &known));
    }
    for (path, label) in FACTS {
        values(element, path).into_iter().for_each(|value| entry.add_fact(label, value));
    }
    entry.add_unknown(unknown(element, &KNOWN));
    entry
}

/// What the reader of individuals knows, one level deeper than the name of the element says.
fn individual(person: &Element, entry: &mut Entry) {
    let mut found = Person {
        births: values(person, &["DOBs", "DOB"]),
        nationalities: values(person, &["Nationalities", "Nationality"]),
        genders: values(person, &["Genders", "Gender"]),
        positions: values(person, &["Positions", "Position"]),
        places: Vec::new(),
    };
    for place in person.at(&["BirthDetails", "Location"]) {
        found.places.extend(joined([value(place, "TownOfBirth"), value(place, "CountryOfBirth")], ", "));
        entry.countries.extend(value(place, "CountryOfBirth"));
        entry.add_unknown(unknown(place, &["TownOfBirth", "CountryOfBirth"]));
    }
    entry.add_person(found);
    for (path, number, about, label) in [
        (["PassportDetails", "Passport"], "PassportNumber", "PassportAdditionalInformation", "Passport"),
        (
            ["NationalIdentifierDetails", "NationalIdentifier"],
            "NationalIdentifierNumber",
            "NationalIdentifierAdditionalInformation",
            "National identifier",
        ),
    ] {
        for document in person.at(&path) {
            entry.add_document(label, value(document, number), value(document, about));
            entry.add_unknown(unknown(document, &[number, about]));
        }
    }
    let known = [
        "Individual",
        "DOBs",
        "Nationalities",
        "Genders",
        "Positions",
        "BirthDetails",
        "PassportDetails",
        "NationalIdentifierDetails",
    ];
    entry.add_unknown(unknown(person, &known));
}

/// The names of all elements in an element but one.
fn others<'a>(element: &'a Element, but: &str) -> Vec<&'a str> {
    element.children.iter().map(|child| child.name.as_str()).filter(|name| *name != but).collect()
}
