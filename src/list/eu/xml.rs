//! The EU's list as XML 1.1: `export` with one `sanctionEntity` for each entry.

use super::contents;
use super::entry::Entry;
use super::fields::Fields;
use crate::list::notices::{Notices, UNKNOWN_ELEMENT};
use crate::list::words::label;
use crate::list::xml::{Element, Records};
use crate::list::{Contents, Input, Refusal, days};

/// Reads the list.
///
/// # Errors
/// [`Refusal`].
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    let file = input.name.clone();
    let mut records = Records::open(input)?;
    let issued = records.root().attribute("generationDate").and_then(days::iso);
    let mut notices = Notices::default();
    let mut entries = Vec::new();
    while let Some(element) = records.next(&["sanctionEntity"])? {
        let Some(entry) = entry(&element, &mut notices) else {
            let which = format!("number {}", entries.len() + 1);
            return Err(Refusal::record(
                &file,
                format!("entry {which}"),
                "it has neither a reference number nor a logical id",
            ));
        };
        entries.push(entry.designation(&mut notices));
    }
    contents(&file, issued, "The whole list.", entries, notices)
}

fn entry(element: &Element, notices: &mut Notices) -> Option<Entry> {
    let mut entity = Fields::default();
    for (name, value) in element.attributes() {
        entity.push(name, value);
    }
    for child in &element.children {
        match child.name.as_str() {
            "remark" => entity.push("remark", child.text().unwrap_or_default()),
            "subjectType" => {
                entity.push("subjectType_code", child.attribute("code").unwrap_or_default());
                entity
                    .push("subjectType_classificationCode", child.attribute("classificationCode").unwrap_or_default());
            }
            _ => {}
        }
    }
    let mut entry = Entry::new(&entity, notices)?;
    // The entity's own act first, wherever it stands, so that the acts of its parts can be held against it.
    for act in element.all("regulation") {
        entry.regulation(&Fields::of(act));
    }
    for child in &element.children {
        let fields = Fields::of(child);
        match child.name.as_str() {
            "remark" | "subjectType" | "regulation" => {}
            "nameAlias" => entry.name(&fields, notices),
            "address" => entry.address(&fields),
            "birthdate" => entry.birth(&fields),
            "citizenship" => entry.citizenship(&fields),
            "identification" => entry.identification(&fields),
            other => {
                let what = label(other);
                if !fields.is_empty() {
                    notices.add_at(UNKNOWN_ELEMENT, &what, &format!(" of {}", entry.designation.id));
                }
                if let Some(text) = fields.get(&["text"]) {
                    entry.fact(&what, text);
                }
                entry.rest(&fields, &["text"], &what);
            }
        }
    }
    Some(entry)
}
