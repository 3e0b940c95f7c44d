//! What stands after the parties of an ADVANCED file: the entries that put them on lists, and the ties between them.

use super::period;
use super::reference::Reference;
use crate::date::Day;
use crate::designation::{Designation, Link};
use crate::list::ofac::listing::Draft;
use crate::list::push_new;
use crate::list::words::{fact, joined};
use crate::list::xml::Element;

/// Adds a `SanctionsEntry` to the party that it lists.
pub(super) fn list(entry: &Element, reference: &Reference, draft: &mut Draft) {
    let mut listed: Option<Day> = None;
    for event in entry.all("EntryEvent") {
        let day = event.all("Date").find_map(period::point).map(|(first, _)| first);
        match reference.of(event, "EntryEventType").as_deref() {
            None | Some("Created") => listed = [listed, day].into_iter().flatten().min(),
            Some(kind) => {
                let value = day.map_or_else(|| "without a date".to_owned(), |day| day.to_string());
                once(&mut draft.designation, kind, value);
            }
        }
        if let Some(basis) = reference.of(event, "LegalBasis").filter(|words| words != "Unknown") {
            once(&mut draft.designation, "Legal basis", basis);
        }
        if let Some(comment) = event.words_of("Comment") {
            once(&mut draft.designation, "Comment on listing", comment);
        }
    }
    for measure in entry.all("SanctionsMeasure") {
        let comment = measure.words_of("Comment");
        let date = measure.all("DatePeriod").find_map(period::read).map(|date| date.published);
        let kind = reference.of(measure, "SanctionsType").unwrap_or_else(|| "Sanctions type".to_owned());
        match (kind.as_str(), comment) {
            ("Program", Some(code)) => {
                push_new(&mut draft.designation.programmes, code);
            }
            ("Program", None) => {}
            (_, comment) => {
                let words = joined([Some(kind), comment, date], ", ");
                once(&mut draft.designation, "Sanctions type", words.unwrap_or_default());
            }
        }
    }
    if let Some(comment) = entry.words_of("Comment") {
        once(&mut draft.designation, "Comment on listing", comment);
    }
    if let Some(words) = reference.of(entry, "List") {
        draft.lists.push((words, listed));
    }
}

/// Adds a fact that each of the entries of a party repeats.
fn once(subject: &mut Designation, label: &str, value: String) {
    push_new(&mut subject.facts, fact(label, value));
}

/// Adds a `ProfileRelationship` to the party from which it leads; `to` is the record to which it leads.
pub(super) fn link(relationship: &Element, reference: &Reference, to: &str, subject: &mut Designation) {
    let mut relation = reference.of(relationship, "RelationType").unwrap_or_else(|| "Linked to".to_owned());
    if relationship.attribute("Former") == Some("true") {
        relation.push_str(" (former)");
    }
    let quality = reference.of(relationship, "RelationQuality");
    if let Some(quality) = quality.filter(|words| !matches!(words.as_str(), "High" | "Unknown" | "RelationQuality 1")) {
        relation.push_str(&format!(" (quality: {quality})"));
    }
    if let Some(comment) = relationship.words_of("Comment") {
        let value = format!("OFAC record {to}: {comment}");
        subject.facts.push(fact(relation.clone(), value));
    }
    subject.links.push(Link { to: to.to_owned(), relation });
}
