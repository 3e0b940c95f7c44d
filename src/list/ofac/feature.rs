//! Features: what OFAC says of a subject under a type of its own, and the field of a designation to which each type belongs.

use super::tally::Tally;
use crate::date::{Day, PartialDate};
use crate::designation::{Designation, Identifier, LabelledFact};

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
    "swift/bic",
    "bik (ru)",
    "isin",
    "equity ticker",
    "micex code",
    "d-u-n-s number",
    "aircraft tail number",
    "previous aircraft tail number",
    "aircraft mode s transponder code",
    "aircraft manufacturer's serial number (msn)",
];

/// Words in the types of features that carry a legal consequence of their own.
const LEGAL: [&str; 6] = ["sanction", "determination", "directive", "executive order", "prohibited", "section 235"];

/// Types under another label: what the kind of the subject says already is left out, and the case is that of a sentence.
const LABELS: [(&str, &str); 26] = [
    ("target type", "Target type"),
    ("organization type", "Organization type"),
    ("organization established date", "Organization established"),
    ("email address", "Email address"),
    ("phone number", "Phone number"),
    ("fax number", "Fax number"),
    ("issuer name", "Issuer name"),
    ("nationality of registration", "Nationality of registration"),
    ("vessel call sign", "Call sign"),
    ("other vessel call sign", "Other call sign"),
    ("vessel type", "Vessel type"),
    ("other vessel type", "Other vessel type"),
    ("vessel flag", "Flag"),
    ("other vessel flag", "Other flag"),
    ("former vessel flag", "Former flag"),
    ("vessel gross tonnage", "Gross tonnage"),
    ("vessel gross registered tonnage", "Gross registered tonnage"),
    ("vessel tonnage", "Tonnage"),
    ("vessel owner", "Vessel owner"),
    ("vessel year of build", "Year of build"),
    ("vessel tonnage (dwt)", "Deadweight tonnage"),
    ("aircraft model", "Aircraft model"),
    ("aircraft operator", "Aircraft operator"),
    ("aircraft manufacture date", "Aircraft manufacture date"),
    ("aircraft owner", "Aircraft owner"),
    ("listing date (cmic)", "Listing date (CMIC)"),
];

impl Feature {
    /// Adds the feature to its subject.
    pub fn place(self, subject: &mut Designation, tally: &mut Tally) {
        let words = self.kind.trim_end_matches([':', '-', ' ']).to_owned();
        let key = words.to_lowercase();
        if let Some(doubt) = &self.doubt {
            let value = format!("{words} {}: {doubt}", self.value);
            subject.facts.push(LabelledFact { label: "Reliability".to_owned(), value });
        }
        let mut comment = self.comment;
        let said = self.value.clone();
        match (key.as_str(), single(self.date.as_ref())) {
            ("birthdate", _) => {
                let date = self.date.unwrap_or_else(|| PartialDate::read(&self.value));
                if date.interval.is_none() {
                    let example = format!("`{}` of record {}", date.published, subject.id);
                    tally.add("A birth date that cannot be read as a date", example, "it is shown as published");
                }
                subject.births.push(date);
            }
            ("place of birth", _) => subject.birth_places.push(self.value),
            ("nationality country" | "nationality", _) => subject.nationalities.push(self.value),
            ("citizenship country" | "citizenship", _) => subject.citizenships.push(self.value),
            ("title", _) => subject.titles.push(self.value),
            ("gender", _) if subject.gender.is_none() => subject.gender = Some(self.value),
            ("effective date (cmic)", Some(day)) if subject.effective.is_none() => subject.effective = Some(day),
            ("purchase/sales for divestment date (cmic)", Some(day)) if subject.divest_by.is_none() => {
                subject.divest_by = Some(day);
            }
            ("listing date (cmic)", Some(day)) if subject.listed.is_none() => subject.listed = Some(day),
            (key, _) if NUMBERS.contains(&key) || key.starts_with("digital currency address") => {
                subject.identifiers.push(Identifier {
                    kind: words.clone(),
                    number: self.value,
                    country: None,
                    issued: None,
                    expires: None,
                });
            }
            (key, _) if self.date.is_none() && LEGAL.iter().any(|word| key.contains(word)) => {
                let stop = if words == self.kind { ":" } else { "" };
                let note = format!("{}{stop} {}", self.kind, self.value);
                if !subject.legal_notes.contains(&note) {
                    subject.legal_notes.push(note);
                }
            }
            (key, _) => {
                let label = LABELS.iter().find(|(known, _)| *known == key).map_or(words.as_str(), |(_, label)| label);
                let value = [Some(self.value), comment.take().map(in_brackets)];
                let value = value.into_iter().flatten().collect::<Vec<_>>().join(" ");
                subject.facts.push(LabelledFact { label: label.to_owned(), value });
            }
        }
        if let Some(comment) = comment {
            let value = format!("{} {}", said, in_brackets(comment));
            subject.facts.push(LabelledFact { label: format!("Comment on {words}"), value });
        }
    }
}

/// The day of a date that is one day.
fn single(date: Option<&PartialDate>) -> Option<Day> {
    date?.interval.filter(|(first, last)| first == last).map(|(day, _)| day)
}

fn in_brackets(comment: String) -> String {
    if comment.starts_with('(') { comment } else { format!("({comment})") }
}
