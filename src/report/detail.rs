//! The public JSON of one designation: all that is known of it.

use super::{Measure, measures};
use crate::designation::{
    Address, Context, CrossReference, Designation, Identifier, LabelledFact, ListedName, Reference, SubjectKind,
};
use crate::pack::OpenList;
use serde::Serialize;

/// Everything that is known of one designation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Detail {
    /// The list's id.
    pub list: String,
    /// The designation's id.
    pub id: String,
    /// Its kind.
    pub kind: SubjectKind,
    /// Its primary name.
    pub name: String,
    /// Day of listing (ISO 8601).
    pub listed: Option<String>,
    /// Day of the last change.
    pub changed: Option<String>,
    /// All names.
    pub names: Vec<ListedName>,
    /// Codes of its programmes.
    pub programmes: Vec<String>,
    /// What the listing does.
    pub measures: Vec<Measure>,
    /// Dates of birth.
    pub births: Vec<Birth>,
    /// Places of birth.
    pub birth_places: Vec<String>,
    /// Nationalities.
    pub nationalities: Vec<String>,
    /// Citizenships.
    pub citizenships: Vec<String>,
    /// Gender, where the list gives it.
    pub gender: Option<String>,
    /// Titles and offices.
    pub titles: Vec<String>,
    /// Identity and registration numbers.
    pub identifiers: Vec<Identifier>,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// Ties to other designations, in both directions.
    pub links: Vec<Tie>,
    /// Numbers of the same subject with other authorities.
    pub cross_references: Vec<CrossReference>,
    /// Why the authority lists it, in its words.
    pub reasons: Vec<String>,
    /// Other labelled facts.
    pub facts: Vec<LabelledFact>,
    /// Remarks with a legal consequence.
    pub legal_notes: Vec<String>,
    /// What is not on the list itself.
    pub context: Vec<Context>,
    /// Official pages about this designation.
    pub references: Vec<Reference>,
}

/// A date of birth and the interval that it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Birth {
    /// As published.
    pub published: String,
    /// First day that it may be (ISO 8601).
    pub from: Option<String>,
    /// Last day that it may be.
    pub to: Option<String>,
}

/// A tie between two designations, seen from one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// The other one's list.
    pub list: String,
    /// The other one's id.
    pub id: String,
    /// The other one's primary name.
    pub name: String,
    /// The other one's kind.
    pub kind: SubjectKind,
    /// The authority's words.
    pub relation: String,
    /// `to`: this designation names the other; `from`: the other names this one.
    pub direction: Direction,
}

/// Which of two designations names the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// This one names the other.
    To,
    /// The other names this one.
    From,
}

/// A designation with all that is known of it.
pub fn detail(list: &OpenList, designation: &Designation) -> Detail {
    let publication = &list.head.publication;
    let day = |day: Option<crate::date::Day>| day.map(|day| day.to_string());
    let record = publication.record_url.as_ref().map(|url| Reference {
        title: format!("{}: record {}", publication.authority, designation.id),
        url: Some(format!("{url}{}", designation.id)),
    });
    Detail {
        list: publication.list.clone(),
        id: designation.id.clone(),
        kind: designation.kind,
        name: designation.primary_name().to_owned(),
        listed: day(designation.listed),
        changed: day(designation.changed),
        names: designation.names.clone(),
        programmes: designation.programmes.clone(),
        measures: measures(&list.head, designation),
        births: designation
            .births
            .iter()
            .map(|birth| {
                let interval = birth.interval;
                Birth {
                    published: birth.published.clone(),
                    from: interval.map(|(from, _)| from.to_string()),
                    to: interval.map(|(_, to)| to.to_string()),
                }
            })
            .collect(),
        birth_places: designation.birth_places.clone(),
        nationalities: designation.nationalities.clone(),
        citizenships: designation.citizenships.clone(),
        gender: designation.gender.clone(),
        titles: designation.titles.clone(),
        identifiers: designation.identifiers.clone(),
        addresses: designation.addresses.clone(),
        links: ties(list, designation),
        cross_references: designation.cross_references.clone(),
        reasons: designation.reasons.clone(),
        facts: designation.facts.clone(),
        legal_notes: designation.legal_notes.clone(),
        context: designation.context.clone(),
        references: record.into_iter().collect(),
    }
}

fn ties(list: &OpenList, designation: &Designation) -> Vec<Tie> {
    let tie = |at: usize, relation: &str, direction| {
        let other = &list.subjects[at];
        Tie {
            list: list.head.publication.list.clone(),
            id: other.id.clone(),
            name: other.primary_name().to_owned(),
            kind: other.kind,
            relation: relation.to_owned(),
            direction,
        }
    };
    let mut ties = Vec::new();
    for link in &designation.links {
        if let Some(at) = list.subjects.iter().position(|other| other.id == link.to) {
            ties.push(tie(at, &link.relation, Direction::To));
        }
    }
    for (at, other) in list.designations().enumerate() {
        let names_this = other.links.iter().filter(|link| link.to == designation.id);
        ties.extend(names_this.map(|link| tie(at, &link.relation, Direction::From)));
    }
    ties
}
