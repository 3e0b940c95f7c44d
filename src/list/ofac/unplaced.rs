//! Elements that a reader does not know: a publisher may add some on any day, and what stands in them must not be lost.

use crate::designation::LabelledFact;
use crate::list::notices::{Notices, UNKNOWN_ELEMENT};
use crate::list::words::facts;
use crate::list::xml::Element;

/// Which elements a reader takes from which: the name of an element and the names of those in it. An element without an
/// entry has none in it.
pub(super) type Schema = &'static [(&'static str, &'static [&'static str])];

/// The texts of a record that stand in elements of no schema, as facts under the elements' names.
pub(super) fn unplaced(record: &Element, schema: Schema, id: &str, notices: &mut Notices) -> Vec<LabelledFact> {
    let known = schema.iter().find(|(name, _)| *name == record.name).map_or(&[][..], |(_, children)| children);
    let mut all = Vec::new();
    for child in &record.children {
        if known.contains(&child.name.as_str()) {
            all.extend(unplaced(child, schema, id, notices));
            continue;
        }
        for fact in facts(child) {
            notices.add_at(UNKNOWN_ELEMENT, &child.name, &format!(" of record {id}"));
            all.push(fact);
        }
    }
    all
}
