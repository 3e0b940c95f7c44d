//! Features: what OFAC says of a subject under a type of its own, and the field of a designation to which each type belongs.

use super::labels::sentence_case;
use crate::date::PartialDate;
use crate::designation::{Designation, Identifier};
use crate::list::days::single;
use crate::list::push_new;
use crate::list::words::fact;

/// One feature of a subject.
#[derive(Clone, Debug)]
pub(super) struct Feature {
    /// The type, in OFAC's words.
    pub kind: String,
    /// The value, in OFAC's words.
    pub value: String,
    /// The value of a date.
    pub date: Option<PartialDate>,
    /// Free text.
    pub comment: Option<String>,
    /// How far OFAC relies on it, where it says so: `Reported`.
    pub doubt: Option<String>,
}

/// Types whose values are numbers to be compared, not words to be read; wallet addresses are told by their beginning.
const NUMBERS: [&str; 10] = [
    "SWIFT/BIC",
    "BIK (RU)",
    "ISIN",
    "MICEX Code",
    "D-U-N-S Number",
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "Aircraft Manufacturer's Serial Number (MSN)",
    "Aircraft Mode S Transponder Code",
    "Aircraft Serial Identification",
    "Aircraft Tail Number",
];

/// How the types of wallet addresses begin; the currency follows.
const WALLET: &str = "Digital Currency Address";

/// Words in the types of features that carry a legal consequence of their own.
const LEGAL: [&str; 8] = [
    "sanctions information",
    "sanctions risk",
    "determination",
    "directive information",
    "executive order",
    "prohibited",
    "section 235",
    "peesa",
];

/// How a free remark begins that carries a legal consequence of its own.
const LEGAL_REMARK: &str = "United States financial institutions are prohibited";

/// Types of ships' marks under shorter labels: that it is a ship, its record says already.
const MARKS: [(&str, &str); 6] = [
    ("Vessel Call Sign", "Call sign"),
    ("Vessel Flag", "Flag"),
    ("VESSEL TYPE", "Vessel type"),
    ("Vessel Tonnage", "Tonnage"),
    ("Vessel Gross Tonnage", "Gross tonnage"),
    ("Vessel Gross Registered Tonnage", "Gross registered tonnage"),
];

impl Feature {
    /// Adds the feature to its subject.
    pub fn place(self, subject: &mut Designation) {
        let kind = self.kind.trim_end_matches([':', '-', ' ']).to_owned();
        if let Some(doubt) = &self.doubt {
            let value = format!("{kind} {}: {doubt}", self.value);
            subject.facts.push(fact("Reliability", value));
        }
        let with_comment = match &self.comment {
            Some(comment) => format!("{} {}", self.value, in_brackets(comment)),
            None => self.value.clone(),
        };
        let day = self.date.as_ref().and_then(single);
        match (kind.as_str(), day) {
            ("Birthdate", _) => {
                subject.births.push(self.date.unwrap_or_else(|| PartialDate::read(&self.value)));
            }
            ("Place of Birth", _) => subject.birth_places.push(self.value),
            ("Nationality Country", _) => subject.nationalities.push(self.value),
            ("Citizenship Country", _) => subject.citizenships.push(self.value),
            ("Title", _) => subject.titles.push(self.value),
            ("Gender", _) if subject.gender.is_none() => subject.gender = Some(self.value),
            ("Effective Date (CMIC)", Some(day)) if subject.effective.is_none() => subject.effective = Some(day),
            ("Purchase/Sales For Divestment Date (CMIC)", Some(day)) if subject.divest_by.is_none() => {
                subject.divest_by = Some(day);
            }
            ("Listing Date (CMIC)", Some(day)) if subject.listed.is_none() => subject.listed = Some(day),
            (kind, _) if NUMBERS.contains(&kind) || kind.starts_with(WALLET) => {
                let (kind, number) = (kind.to_owned(), self.value);
                subject.identifiers.push(Identifier { kind, number, country: None, issued: None, expires: None });
            }
            (kind, _) if self.date.is_none() && is_legal(kind) => {
                let note = format!("{} {with_comment}", self.kind);
                push_new(&mut subject.legal_notes, note);
                return;
            }
            (kind, _) => {
                let mark = MARKS.iter().find(|(known, _)| known.eq_ignore_ascii_case(kind));
                let label = mark.map_or_else(|| sentence_case(kind), |(_, label)| (*label).to_owned());
                subject.facts.push(fact(label, with_comment));
                return;
            }
        }
        if self.comment.is_some() {
            subject.facts.push(fact(format!("Comment on {kind}"), with_comment));
        }
    }
}

/// Adds a free remark to its subject.
pub(super) fn remark(text: String, subject: &mut Designation) {
    match text.starts_with(LEGAL_REMARK) {
        true => subject.legal_notes.push(text),
        false => subject.facts.push(fact("Remarks", text)),
    }
}

fn is_legal(kind: &str) -> bool {
    let kind = kind.to_lowercase();
    LEGAL.iter().any(|word| kind.contains(word))
}

fn in_brackets(comment: &str) -> String {
    if comment.starts_with('(') { comment.to_owned() } else { format!("({comment})") }
}
