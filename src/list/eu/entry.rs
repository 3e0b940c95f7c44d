//! One entry of the EU's list while its blocks are put together.

use super::NO_REFERENCE;
use super::fields::Fields;
use crate::designation::{Address, CrossReference, Designation, ListedName, NameKind, NameQuality, SubjectKind};
use crate::list::notices::{Notices, UNKNOWN_ELEMENT, UNKNOWN_QUALITY, UNKNOWN_SUBJECT};
use crate::list::roll::Roll;
use crate::list::spellings::{Parted, apart};
use crate::list::words::{fact, joined, line};
use crate::list::{days, push_new, script};

/// Fields that say which act a block rests on, or number it; they are read apart or knowingly left out.
const OF_ACT: [&str; 11] = [
    "logicalId",
    "regulationLanguage",
    "Regulation_type",
    "Regulation_regulationType",
    "Regulation_organisationType",
    "Regulation_publicationDate",
    "Regulation_entryIntoForceDate",
    "Regulation_numberTitle",
    "Regulation_programme",
    "Regulation_publicationUrl",
    "Regulation_logicalId",
];

/// An entry and what was read of it so far. A block that comes again, as every one does in the CSV form, changes nothing.
pub(super) struct Entry {
    /// The designation without its names.
    pub(super) designation: Designation,
    names: Roll,
}

impl Entry {
    /// An entry from its own block; nothing for one without any number.
    pub(super) fn new(entity: &Fields, notices: &mut Notices) -> Option<Entry> {
        let logical = entity.get(&["logicalId"]);
        let id = match (entity.get(&["euReferenceNumber", "EU_ReferenceNumber"]), logical) {
            (Some(reference), _) => reference,
            (None, Some(logical)) => {
                notices.add(NO_REFERENCE, logical);
                logical
            }
            (None, None) => return None,
        };
        let mut designation = Designation::new(id, kind(entity, notices));
        designation.measures.push("eu-asset-freeze".to_owned());
        let mut entry = Entry { designation, names: Roll::of(id) };
        entry.entity(entity);
        Some(entry)
    }

    /// The designation with its names, none for an entry without any.
    pub(super) fn designation(mut self, notices: &mut Notices) -> Designation {
        let names = self.names.finish(notices).unwrap_or_default();
        Designation { names, ..self.designation }
    }

    fn entity(&mut self, entity: &Fields) {
        for number in entity.all("unitedNationId") {
            let reference = CrossReference { authority: "UN".to_owned(), id: number.to_owned() };
            push_new(&mut self.designation.cross_references, reference);
        }
        match entity.get(&["designationDate"]).map(|text| (text, days::iso(text))) {
            Some((_, Some(listed))) => self.designation.listed = Some(listed),
            Some((text, None)) => self.fact("Designation date", text),
            None => {}
        }
        for details in entity.all("designationDetails") {
            self.fact("Designation details", details);
        }
        for remark in entity.all("remark") {
            self.fact("Remarks", remark);
        }
        const KNOWN: [&str; 11] = [
            "logicalId",
            "euReferenceNumber",
            "EU_ReferenceNumber",
            "unitedNationId",
            "designationDate",
            "designationDetails",
            "remark",
            "subjectType",
            "subjectType_code",
            "subjectType_classificationCode",
            "generationDate",
        ];
        for (label, value) in entity.rest(&KNOWN) {
            self.fact(&label, value);
        }
    }

    /// The entity's own act, which is the latest one, and its programme.
    pub(super) fn regulation(&mut self, act: &Fields) {
        if let Some(programme) = act.get(&["programme"]) {
            push_new(&mut self.designation.programmes, programme.to_owned());
        }
        let of = |names: &[&str], before: &str, after: &str| {
            act.get(names).map(|value| format!("{before}{value}{after}")).unwrap_or_default()
        };
        let words = [
            of(&["numberTitle"], "", ""),
            of(&["type", "regulationType"], ", ", ""),
            of(&["organisationType"], " (", ")"),
            of(&["publicationDate"], ", published ", ""),
            of(&["entryIntoForceDate"], ", in force from ", ""),
            of(&["publicationUrl"], ": ", ""),
        ]
        .concat();
        self.fact("Legal act", words.trim_start_matches([',', ':', ' ']));
        const KNOWN: [&str; 10] = [
            "programme",
            "numberTitle",
            "type",
            "regulationType",
            "organisationType",
            "publicationDate",
            "entryIntoForceDate",
            "publicationUrl",
            "logicalId",
            "regulationLanguage",
        ];
        for (label, value) in act.rest(&KNOWN) {
            self.fact(&format!("Legal act: {}", label.to_lowercase()), value);
        }
    }

    /// The act that a part of the entry rests on, where it is another one than the entity's own.
    pub(super) fn act(&mut self, part: &Fields) {
        if let Some(programme) = part.get(&["Regulation_programme"]) {
            push_new(&mut self.designation.programmes, programme.to_owned());
        }
        let Some(number) = part.get(&["Regulation_numberTitle"]) else { return };
        let words = match part.get(&["Regulation_publicationDate"]) {
            Some(published) => format!("{number}, published {published}"),
            None => number.to_owned(),
        };
        let facts = &self.designation.facts;
        if !facts.iter().any(|fact| fact.label == "Legal act" && fact.value.starts_with(number)) {
            self.fact("Legal act of a part of the entry", &words);
        }
    }

    /// A name, with the titles, offices and gender that stand on it.
    pub(super) fn name(&mut self, alias: &Fields, notices: &mut Notices) {
        let whole = match alias.get(&["wholeName"]) {
            Some(whole) => whole.to_owned(),
            None => ["firstName", "middleName", "lastName"]
                .iter()
                .filter_map(|part| alias.get(&[*part]))
                .collect::<Vec<_>>()
                .join(" "),
        };
        let quality = match alias.get(&["strong"]).map(str::to_ascii_lowercase).as_deref() {
            None | Some("true") => NameQuality::Strong,
            Some("false") => NameQuality::Weak,
            Some(other) => {
                notices.add(UNKNOWN_QUALITY, other);
                NameQuality::Strong
            }
        };
        // Some hold several names: each is searched by itself too.
        let mut several = if whole.contains(';') { apart(&whole, Parted::BySemicolons) } else { Vec::new() };
        several.retain(|_| whole.trim_end_matches([';', ' ']).contains(';'));
        let uid = alias.get(&["logicalId"]);
        for name in std::iter::once(whole).chain(several) {
            if !self.names.holds(&name, quality) {
                let kind = if self.names.is_empty() { NameKind::Primary } else { NameKind::Alias };
                let (script, uid) = (script::of(&name), uid.map(str::to_owned));
                self.names.list(ListedName { uid, ..ListedName::new(name, kind, quality, script) }, notices);
            }
        }
        for title in alias.all("title") {
            push_new(&mut self.designation.titles, title.to_owned());
        }
        for function in alias.all("function") {
            // A person's office; of an enterprise the list says here what it does.
            match self.designation.kind {
                SubjectKind::Individual => push_new(&mut self.designation.titles, function.to_owned()),
                _ => self.fact("Function", function),
            }
        }
        if let Some(gender) = alias.get(&["gender"]) {
            match &self.designation.gender {
                None => self.designation.gender = Some(gender.to_owned()),
                Some(known) if known == gender => {}
                Some(_) => self.fact("Gender", gender),
            }
        }
        const KNOWN: [&str; 9] = [
            "wholeName",
            "firstName",
            "middleName",
            "lastName",
            "nameLanguage",
            "strong",
            "title",
            "function",
            "gender",
        ];
        let known: Vec<&str> = KNOWN.iter().chain(&OF_ACT).copied().chain(["remark"]).collect();
        for (label, _) in alias.rest(&known) {
            notices.add_at(UNKNOWN_ELEMENT, &label, &format!(" of a name of {}", self.designation.id));
        }
        self.rest(alias, &KNOWN, "Name");
    }

    /// An address.
    pub(super) fn address(&mut self, address: &Fields) {
        let words = |names: &[&str]| joined(names.iter().map(|name| address.get(&[*name]).map(str::to_owned)), ", ");
        let box_number = address.get(&["poBox"]).map(|number| format!("PO Box {number}"));
        let street = joined([words(&["street"]), box_number], ", ");
        let found = Address {
            street,
            place: words(&["place", "city", "zipCode", "region"]),
            country: address.country().map(str::to_owned),
            uid: address.get(&["logicalId"]).map(str::to_owned),
        };
        let same = |known: &Address| {
            (&known.street, &known.place, &known.country) == (&found.street, &found.place, &found.country)
        };
        if line(&found).is_some() && !self.designation.addresses.iter().any(same) {
            self.designation.addresses.push(found);
        }
        const KNOWN: [&str; 8] =
            ["street", "poBox", "zipCode", "city", "region", "place", "countryIso2Code", "countryDescription"];
        self.rest(address, &KNOWN, "Address");
    }

    /// What else a part of the entry says, as facts, and the act that it rests on.
    pub(super) fn rest(&mut self, part: &Fields, known: &[&str], what: &str) {
        self.act(part);
        let known: Vec<&str> = known.iter().chain(&OF_ACT).copied().collect();
        for (label, value) in part.rest(&known) {
            // `false` says of a flag that there is nothing to know.
            if value != "false" {
                self.fact(&format!("{what}: {}", label.to_lowercase()), value);
            }
        }
    }

    /// A fact with a label of its own.
    pub(super) fn fact(&mut self, label: &str, value: &str) {
        if !value.is_empty() {
            push_new(&mut self.designation.facts, fact(label, value));
        }
    }
}

/// The two columns of the CSV form hold the code and the word in either order.
fn kind(entity: &Fields, notices: &mut Notices) -> SubjectKind {
    const NAMES: [&str; 3] = ["subjectType_code", "subjectType", "subjectType_classificationCode"];
    let said: Vec<&str> = NAMES.iter().filter_map(|name| entity.get(&[*name])).collect();
    for word in &said {
        match word.to_ascii_lowercase().as_str() {
            "person" | "p" => return SubjectKind::Individual,
            "enterprise" | "e" => return SubjectKind::Entity,
            _ => {}
        }
    }
    notices.add(UNKNOWN_SUBJECT, said.first().copied().unwrap_or("no type"));
    SubjectKind::Entity
}
