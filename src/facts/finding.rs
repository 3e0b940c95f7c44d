//! A finding: what one fact that a person gave says of one designation, and what all of them say together.

use super::country::{Country, Relation};
use super::{Fact, Facts, Gender};
use crate::designation::{Designation, SubjectKind};
use serde::{Deserialize, Serialize};

/// Whether a fact speaks for the designation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The list says the same, as far as it says anything.
    Agrees,
    /// The list says something else.
    Differs,
    /// The list says nothing of it, or nothing that can be read.
    Unknown,
}

/// What exactly agrees or differs. The order is that of strength within each fact: where a list says several things, the
/// greatest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// The list does not have this fact.
    NotListed,
    /// What the list has cannot be read.
    NotReadable,
    /// Born in a year that is more than two years off.
    OtherYear,
    /// Born in another year, at most two off.
    WithinTwoYears,
    /// Born in the same year on another day.
    OtherDay,
    /// The given year or span and the listed span meet.
    WithinRange,
    /// Born in the same year; one side says no more.
    SameYear,
    /// The same date with day and month exchanged.
    DayMonthSwapped,
    /// Born in the same month; one side says no day.
    SameMonth,
    /// Born on the same day.
    SameDay,
    /// Another country than any listed.
    OtherCountry,
    /// One country is, was, or is said to be a part of the other.
    RelatedCountry,
    /// A listed identity number was issued there.
    SameIssuer,
    /// A listed address is there.
    SameAddress,
    /// A listed place of birth is there.
    SameBirthPlace,
    /// The flag, or the country of registration.
    SameFlag,
    /// A listed nationality or citizenship.
    SameNationality,
    /// Another nationality than any listed.
    OtherNationality,
    /// Another kind of subject.
    OtherKind,
    /// The same kind of subject.
    SameKind,
    /// Another gender.
    OtherGender,
    /// The same gender.
    SameGender,
    /// None of the listed numbers; people and companies have several.
    OtherNumber,
    /// Another IMO number or LEI than the listed one, of which a ship or a company has one.
    OtherUniqueNumber,
    /// The given number fails its own checksum: it is mistyped.
    Mistyped,
    /// A listed identity number.
    SameNumber,
}

impl Effect {
    /// Whether it speaks for the designation.
    pub fn verdict(self) -> Verdict {
        match self {
            Effect::NotListed | Effect::NotReadable | Effect::RelatedCountry | Effect::Mistyped => Verdict::Unknown,
            Effect::OtherYear
            | Effect::WithinTwoYears
            | Effect::OtherDay
            | Effect::OtherCountry
            | Effect::OtherNationality
            | Effect::OtherKind
            | Effect::OtherGender
            | Effect::OtherNumber
            | Effect::OtherUniqueNumber => Verdict::Differs,
            _ => Verdict::Agrees,
        }
    }

    /// What it weighs among parties of one score. Only the order of these numbers means something: a day of birth tells more
    /// than a year, that more than a country; a slip (day and month, one or two years) less than agreement and more than
    /// silence or difference.
    fn weight(self) -> i32 {
        match self {
            Effect::SameNumber => 100,
            Effect::SameDay => 12,
            Effect::DayMonthSwapped | Effect::SameMonth => 9,
            Effect::SameYear => 7,
            Effect::WithinRange | Effect::SameNationality | Effect::SameFlag => 4,
            Effect::SameAddress | Effect::SameBirthPlace => 3,
            Effect::OtherDay | Effect::SameIssuer => 2,
            Effect::WithinTwoYears | Effect::SameKind | Effect::SameGender => 1,
            Effect::NotListed
            | Effect::NotReadable
            | Effect::RelatedCountry
            | Effect::Mistyped
            | Effect::OtherNumber => 0,
            Effect::OtherCountry | Effect::OtherNationality => -3,
            Effect::OtherGender => -6,
            Effect::OtherYear => -8,
            Effect::OtherKind | Effect::OtherUniqueNumber => -12,
        }
    }
}

/// What one given fact says of one designation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which fact.
    pub fact: Fact,
    /// Whether it speaks for the designation.
    pub verdict: Verdict,
    /// What exactly agrees or differs.
    pub effect: Effect,
    /// What was given, as it was written.
    pub given: String,
    /// What the list says of it, as published: the one that agrees, or all.
    pub listed: Vec<String>,
}

/// Holds the facts that were given against a designation, in the order of [`Fact::ALL`]. `number` is the listed identity number
/// that was found to be the given one.
pub fn findings(facts: &Facts, designation: &Designation, number: Option<&str>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |fact: Fact, (effect, mut listed): (Effect, Vec<String>)| {
        let mut seen = Vec::new();
        listed.retain(|text| {
            !seen.contains(text) && {
                seen.push(text.clone());
                true
            }
        });
        let given = facts.given(fact).unwrap_or_default().to_owned();
        findings.push(Finding { fact, verdict: effect.verdict(), effect, given, listed });
    };
    if let Some(birth) = &facts.birth {
        let all = || designation.births.iter().map(|date| date.published.clone()).collect::<Vec<_>>();
        find(
            Fact::Birth,
            match birth.compare(&designation.births) {
                Some((effect, date)) if effect.verdict() == Verdict::Agrees => (effect, vec![date.published.clone()]),
                Some((effect, _)) => (effect, all()),
                None if designation.births.is_empty() => (Effect::NotListed, Vec::new()),
                None => (Effect::NotReadable, all()),
            },
        );
    }
    if !facts.country.is_empty() {
        find(Fact::Country, countries(&facts.country, &places(designation), Effect::OtherCountry));
    }
    if !facts.nationality.is_empty() {
        let places: Vec<Place> = nationalities(designation).collect();
        find(Fact::Nationality, countries(&facts.nationality, &places, Effect::OtherNationality));
    }
    if let Some(kind) = facts.kind {
        let effect = if kind == designation.kind { Effect::SameKind } else { Effect::OtherKind };
        find(Fact::Kind, (effect, vec![kind_word(designation.kind).to_owned()]));
    }
    if let Some(gender) = facts.gender {
        find(
            Fact::Gender,
            match &designation.gender {
                None => (Effect::NotListed, Vec::new()),
                Some(listed) => match Gender::read(listed) {
                    None => (Effect::NotReadable, vec![listed.clone()]),
                    Some(same) if same == gender => (Effect::SameGender, vec![listed.clone()]),
                    Some(_) => (Effect::OtherGender, vec![listed.clone()]),
                },
            },
        );
    }
    if let Some(given) = &facts.identifier {
        let listed = || designation.identifiers.iter().map(|listed| listed.number.clone()).collect::<Vec<_>>();
        find(
            Fact::Identifier,
            match number {
                Some(number) => (Effect::SameNumber, vec![number.to_owned()]),
                None if given.is_mistyped() => (Effect::Mistyped, listed()),
                None if designation.identifiers.is_empty() => (Effect::NotListed, Vec::new()),
                None if designation.identifiers.iter().any(|listed| given.excludes(listed)) => {
                    (Effect::OtherUniqueNumber, listed())
                }
                None => (Effect::OtherNumber, listed()),
            },
        );
    }
    findings
}

/// How much the findings speak for a designation, all together; only the order of such sums means something.
pub fn agreement(findings: &[Finding]) -> i32 {
    findings.iter().map(|finding| finding.effect.weight()).sum()
}

/// Whether the facts contradict the designation strongly, so that it stands after the others and may be folded away. Another
/// kind of subject is enough, and so is another number of those of which there is one. A year of birth that is off counts only
/// together with another country, nationality or gender: lists have wrong years, and people move. A number that is the same
/// outweighs everything.
pub fn contradicted(findings: &[Finding]) -> bool {
    let has = |effects: &[Effect]| findings.iter().any(|finding| effects.contains(&finding.effect));
    let other = [Effect::OtherCountry, Effect::OtherNationality, Effect::OtherGender];
    !has(&[Effect::SameNumber])
        && (has(&[Effect::OtherKind, Effect::OtherUniqueNumber]) || (has(&[Effect::OtherYear]) && has(&other)))
}

/// Where a country stands on a list, as published, and what it means that it is the given one.
type Place<'a> = (&'a str, Effect);

/// All that a list says of countries of a designation.
fn places(designation: &Designation) -> Vec<Place<'_>> {
    // Flags are labelled facts, because not every list has them: `Flag`, `Former vessel flag`, `Nationality of registration`.
    let flag = |label: &str| label.to_lowercase().contains("flag") || label == "Nationality of registration";
    let flags = designation.facts.iter().filter(|fact| flag(&fact.label)).map(|fact| fact.value.as_str());
    let addresses = designation.addresses.iter().filter_map(|address| address.country.as_deref());
    let issuers = designation.identifiers.iter().filter_map(|number| number.country.as_deref());
    nationalities(designation)
        .chain(flags.map(|text| (text, Effect::SameFlag)))
        .chain(designation.birth_places.iter().map(|text| (text.as_str(), Effect::SameBirthPlace)))
        .chain(addresses.map(|text| (text, Effect::SameAddress)))
        .chain(issuers.map(|text| (text, Effect::SameIssuer)))
        .collect()
}

fn nationalities(designation: &Designation) -> impl Iterator<Item = Place<'_>> {
    let all = designation.nationalities.iter().chain(&designation.citizenships);
    all.map(|text| (text.as_str(), Effect::SameNationality))
}

/// The best that any given country is to any listed one.
fn countries(given: &[Country], listed: &[Place], other: Effect) -> (Effect, Vec<String>) {
    let all = || listed.iter().map(|(text, _)| (*text).to_owned()).collect::<Vec<_>>();
    let mut best: Option<(Relation, Effect, &str)> = None;
    for (text, effect) in listed {
        let Some(country) = Country::listed(text) else { continue };
        let relation = given.iter().map(|given| given.relation(country)).max().unwrap_or(Relation::Other);
        if best.is_none_or(|(before, strength, _)| (relation, *effect) > (before, strength)) {
            best = Some((relation, *effect, text));
        }
    }
    match best {
        Some((Relation::Same, effect, text)) => (effect, vec![text.to_owned()]),
        Some((Relation::Related, _, text)) => (Effect::RelatedCountry, vec![text.to_owned()]),
        Some((Relation::Other, ..)) => (other, all()),
        None if listed.is_empty() => (Effect::NotListed, Vec::new()),
        None => (Effect::NotReadable, all()),
    }
}

/// The word of the public JSON for a kind.
fn kind_word(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Individual => "individual",
        SubjectKind::Entity => "entity",
        SubjectKind::Vessel => "vessel",
        SubjectKind::Aircraft => "aircraft",
    }
}
