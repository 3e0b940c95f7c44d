//! OFAC's ADVANCED XML (`SDN_ADVANCED.XML`, `CONS_ADVANCED.XML`): a file of numbers that other parts of it explain.
//!
//! Its sections stand in an order that allows one pass: reference values, places, documents, parties, ties, and last the
//! entries that put the parties on lists, with programmes and days of listing. Words, places and documents are kept until
//! the parties have asked for them. The file says nothing of how many parties it has.

mod entry;
mod party;
mod period;
mod reference;
mod sections;

use super::listing::{self, Draft};
use super::{Edition, assemble};
use crate::list::fit::Fit;
use crate::list::notices::{Kind, Notices};
use crate::list::xml::{Element, Records};
use crate::list::{Contents, Input, Refusal};
use reference::Reference;
use sections::Sections;
use std::collections::HashMap;

/// The records of the sections that are read, besides reference values.
const SECTIONS: [&str; 7] = [
    "DateOfIssue",
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "ProfileRelationship",
    "SanctionsEntry",
    "SanctionsEntryLink",
];

const ENTRY_TIE: Kind = Kind {
    one: "tie stands between two entries and not between their subjects",
    many: "ties stand between two entries and not between their subjects",
    done: "not shown",
};
const LOST_TIE: Kind = Kind {
    one: "tie leads from a subject that is not in the file",
    many: "ties lead from subjects that are not in the file",
    done: "left out",
};

/// Reads an ADVANCED file.
///
/// # Errors
/// [`Refusal`] for a file that is cut off or malformed, for one without parties, and for a party without number, name or
/// entry.
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    let file = input.name.clone();
    let mut reading = Reading { file: file.clone(), ..Reading::default() };
    let mut records = Records::open(input)?;
    let wanted: Vec<&str> = SECTIONS.into_iter().chain(reference::NAMES).collect();
    let mut issued = None;
    while let Some(element) = records.next(&wanted)? {
        match element.name.as_str() {
            "DateOfIssue" => issued = period::point(&element).map(|(first, _)| first).or(issued),
            "Location" => reading.sections.keep_location(&element, &reading.reference),
            "IDRegDocument" => reading.sections.keep_document(&element, &reading.reference),
            "DistinctParty" => reading.party(&element)?,
            "ProfileRelationship" => reading.relationship(&element),
            "SanctionsEntry" => {
                reading.sections.forget_locations();
                reading.entry(&element)?;
            }
            "SanctionsEntryLink" => {
                reading.notices.add(ENTRY_TIE, element.attribute("ID").unwrap_or("without a number"));
            }
            _ => reading.reference.keep(&element),
        }
    }
    let Reading { drafts, sections, mut notices, reference, profiles, ids, .. } = reading;
    drop((reference, profiles, ids));
    sections.finish(&mut notices);
    if let Some(draft) = drafts.iter().find(|draft| draft.lists.is_empty()) {
        let at = format!("record {}", draft.designation.id);
        return Err(Refusal::record(&file, at, "no `SanctionsEntry` says on which list it stands"));
    }
    if issued.is_none() {
        notices.undated(None);
    }
    let scope = listing::scope(&drafts, &[]);
    let records = listing::records(drafts, scope, &mut notices);
    let edition = Edition { issued, missing: scope.missing(), stated: None };
    assemble(&file, edition, records, notices.warnings())
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    file: String,
    reference: Reference,
    sections: Sections,
    drafts: Vec<Draft>,
    /// The record of each profile.
    profiles: HashMap<String, usize>,
    /// The record of each id.
    ids: HashMap<String, usize>,
    notices: Notices,
}

impl Reading {
    fn party(&mut self, element: &Element) -> Result<(), Refusal> {
        let party = party::read(element, &self.reference, &mut self.sections, &self.file, &mut self.notices)?;
        let (id, at) = (party.designation.id.clone(), self.drafts.len());
        if self.ids.insert(id.clone(), at).is_some() {
            return Err(Refusal::record(&self.file, format!("record {id}"), "its number stands in the file twice"));
        }
        self.profiles.extend(party.profiles.into_iter().map(|profile| (profile, at)));
        let mut designation = party.designation;
        designation.fit();
        self.drafts.push(Draft { designation, lists: Vec::new() });
        Ok(())
    }

    /// The record of a profile.
    fn at(&self, profile: Option<&str>) -> Option<usize> {
        let profile = profile?;
        self.profiles.get(profile).or_else(|| self.ids.get(profile)).copied()
    }

    fn relationship(&mut self, element: &Element) {
        let (from, to) = (element.attribute("From-ProfileID"), element.attribute("To-ProfileID"));
        match (self.at(from), to) {
            (Some(from), Some(to)) => {
                let known = self.at(Some(to)).map(|at| self.drafts[at].designation.id.clone());
                let to = known.unwrap_or_else(|| to.to_owned());
                entry::link(element, &self.reference, &to, &mut self.drafts[from].designation);
            }
            _ => {
                let example = format!("from {} to {}", from.unwrap_or("nowhere"), to.unwrap_or("nowhere"));
                self.notices.add(LOST_TIE, &example);
            }
        }
    }

    /// An entry whose party is not there: a party was lost, and without it the list is not whole.
    fn entry(&mut self, element: &Element) -> Result<(), Refusal> {
        let profile = element.attribute("ProfileID");
        let Some(at) = self.at(profile) else {
            let at = format!("record {}", profile.unwrap_or("without a number"));
            let what = "a `SanctionsEntry` lists it, and its `DistinctParty` is not in the file";
            return Err(Refusal::record(&self.file, at, what));
        };
        entry::list(element, &self.reference, &mut self.drafts[at]);
        self.drafts[at].designation.fit();
        Ok(())
    }
}
