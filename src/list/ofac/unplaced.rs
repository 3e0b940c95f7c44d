//! Elements that a reader does not know: a publisher may add some on any day, and what stands in them must not be lost.

use crate::designation::LabelledFact;
use crate::list::notices::{Notices, UNKNOWN_ELEMENT};
use crate::list::xml::Element;

/// Which elements a reader takes from which: the name of an element and the names of those in it. An element without an
/// entry has none in it.
pub(super) type Schema = &'static [(&'static str, &'static [&'static str])];

/// The texts of a record that stand in elements of no schema, as facts under the elements' names.
pub(super) fn unplaced(record: &Element, schema: Schema, id: &str, notices: &mut Notices) -> Vec<LabelledFact> {
    let mut facts = Vec::new();
    walk(record, schema, &mut facts);
    for fact in &facts {
        notices.add_at(UNKNOWN_ELEMENT, &fact.label, &format!(" of record {id}"));
    }
    facts
}

fn walk(element: &Element, schema: Schema, facts: &mut Vec<LabelledFact>) {
    let known = schema.iter().find(|(name, _)| *name == element.name).map_or(&[][..], |(_, children)| children);
    for child in &element.children {
        if known.contains(&child.name.as_str()) {
            walk(child, schema, facts);
            continue;
        }
        let mut texts = Vec::new();
        gather(child, &mut texts);
        if !texts.is_empty() {
            facts.push(LabelledFact { label: child.name.clone(), value: texts.join(", ") });
        }
    }
}

fn gather(element: &Element, texts: &mut Vec<String>) {
    texts.extend(element.words());
    element.children.iter().for_each(|child| gather(child, texts));
}
