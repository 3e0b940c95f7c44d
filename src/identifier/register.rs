//! The register: which designation has which number, over all lists that are loaded.

use super::{Number, keys};
use crate::designation::Designation;
use serde::Serialize;

/// Labels of facts that are numbers: not every list files them among the identity numbers.
const NUMBERED: [&str; 7] = [
    "Passport",
    "National identifier",
    "Call sign",
    "Previous aircraft tail number",
    "Phone number",
    "Telephone",
    "Telephone No.",
];

/// A listed number that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// What kind of number, in the authority's words.
    pub kind: String,
    /// The number as published.
    pub number: String,
}

/// All numbers of all designations, sorted, each with the place of its designation.
#[derive(Debug, Default)]
pub struct Register(Vec<(String, usize)>);

impl Register {
    /// The register of these designations, by their places.
    pub fn of(designations: impl Iterator<Item = Designation>) -> Register {
        let mut entries = Vec::new();
        for (at, designation) in designations.enumerate() {
            for (_, number) in numbers(&designation) {
                entries.extend(keys(number).into_iter().map(|key| (key, at)));
            }
        }
        entries.sort_unstable();
        entries.dedup();
        Register(entries)
    }

    /// The places of the designations that may have this number, in their order.
    pub fn holders(&self, number: &Number) -> Vec<usize> {
        let mut places = Vec::new();
        for key in &number.keys {
            let from = self.0.partition_point(|(other, _)| other < key);
            places.extend(self.0[from..].iter().take_while(|(other, _)| other == key).map(|(_, at)| *at));
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

impl Number {
    /// The number of a designation that is this one.
    pub fn held_by(&self, designation: &Designation) -> Option<Held> {
        let (kind, number) = numbers(designation).find(|(_, number)| self.is_in(number))?;
        Some(Held { kind: kind.to_owned(), number: number.to_owned() })
    }
}

/// The kinds and texts of all numbers of a designation.
fn numbers(designation: &Designation) -> impl Iterator<Item = (&str, &str)> {
    let identifiers = designation.identifiers.iter().map(|listed| (listed.kind.as_str(), listed.number.as_str()));
    let facts = designation.facts.iter().map(|fact| (fact.label.as_str(), fact.value.as_str()));
    identifiers.chain(facts.filter(|(label, _)| NUMBERED.contains(label)))
}
