//! The reference values of an ADVANCED file: what its numbers mean, in the words of the file itself.

use crate::list::xml::Element;
use std::collections::HashMap;

/// The elements of reference values whose words are needed. Their names say what refers to them: `FeatureType` is what
/// `FeatureTypeID` points to.
pub(super) const NAMES: [&str; 24] = [
    "Script",
    "Country",
    "AreaCode",
    "List",
    "FeatureType",
    "DetailReference",
    "AliasType",
    "NamePartType",
    "PartySubType",
    "PartyType",
    "IDRegDocType",
    "IDRegDocDateType",
    "LegalBasis",
    "SanctionsType",
    "SanctionsProgram",
    "RelationType",
    "RelationQuality",
    "Reliability",
    "Validity",
    "EntryEventType",
    "LocPartType",
    "CalendarType",
    "ExRefType",
    "DocNameStatus",
];

/// What the numbers without which a record cannot be read have meant in every file seen, for a file that does not say it.
const CONSTANTS: [(&str, &str, &str); 27] = [
    ("AliasType", "1400", "A.K.A."),
    ("AliasType", "1401", "F.K.A."),
    ("AliasType", "1402", "N.K.A."),
    ("AliasType", "1403", "Name"),
    ("EntryEventType", "1", "Created"),
    ("FeatureType", "8", "Birthdate"),
    ("FeatureType", "9", "Place of Birth"),
    ("FeatureType", "10", "Nationality Country"),
    ("FeatureType", "11", "Citizenship Country"),
    ("FeatureType", "25", "Location"),
    ("FeatureType", "26", "Title"),
    ("FeatureType", "224", "Gender"),
    ("LocPartType", "1451", "ADDRESS1"),
    ("LocPartType", "1452", "ADDRESS2"),
    ("LocPartType", "1453", "ADDRESS3"),
    ("LocPartType", "1454", "CITY"),
    ("LocPartType", "1455", "STATE/PROVINCE"),
    ("LocPartType", "1456", "POSTAL CODE"),
    ("NamePartType", "1520", "Last Name"),
    ("NamePartType", "1521", "First Name"),
    ("NamePartType", "1522", "Middle Name"),
    ("NamePartType", "1525", "Entity Name"),
    ("PartySubType", "1", "Vessel"),
    ("PartySubType", "2", "Aircraft"),
    ("PartySubType", "3", "Entity"),
    ("PartySubType", "4", "Individual"),
    ("SanctionsType", "1", "Program"),
];

/// The words of a file's numbers.
#[derive(Debug, Default)]
pub(super) struct Reference {
    words: HashMap<(String, String), String>,
    /// The parent type of each party subtype, because `Unknown` is all that most subtypes are called.
    parents: HashMap<String, String>,
}

impl Reference {
    /// Keeps a reference value.
    pub fn keep(&mut self, value: &Element) {
        let Some(id) = value.attribute("ID") else { return };
        if let Some(parent) = value.attribute("PartyTypeID") {
            self.parents.insert(id.to_owned(), parent.to_owned());
        }
        // The text of an area code is the code; its country is in the description.
        let words = value.attribute("Description").map(str::to_owned).or_else(|| value.words());
        if let Some(words) = words {
            self.words.insert((value.name.clone(), id.to_owned()), words);
        }
    }

    /// The words of a number.
    pub fn words(&self, name: &str, id: &str) -> Option<&str> {
        let own = self.words.get(&(name.to_owned(), id.to_owned())).map(String::as_str);
        own.or_else(|| {
            CONSTANTS.iter().find(|(known, number, _)| *known == name && *number == id).map(|(_, _, words)| *words)
        })
    }

    /// The words of the number that an element has in an attribute; the number itself, with the name of what it should be,
    /// when the file does not explain it.
    pub fn of(&self, element: &Element, name: &str) -> Option<String> {
        let id = element.attribute(&format!("{name}ID"))?;
        Some(self.words(name, id).map_or_else(|| format!("{name} {id}"), str::to_owned))
    }

    /// Whether the file explains the number that an element has in an attribute, or has none there.
    pub fn explains(&self, element: &Element, name: &str) -> bool {
        element.attribute(&format!("{name}ID")).is_none_or(|id| self.words(name, id).is_some())
    }

    /// What a party subtype is: its own words, or those of its parent type.
    pub fn party(&self, id: &str) -> Option<&str> {
        let own = self.words("PartySubType", id).filter(|words| *words != "Unknown");
        own.or_else(|| self.words("PartyType", self.parents.get(id)?)).or_else(|| {
            CONSTANTS
                .iter()
                .find(|(name, number, _)| *name == "PartySubType" && *number == id)
                .map(|(_, _, words)| *words)
        })
    }
}
