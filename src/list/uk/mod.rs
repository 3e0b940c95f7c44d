//! The UK Sanctions List in its two forms, which carry the same entries: XML, one element for an entry, and CSV, several
//! lines for one. Both are read into an entry (`entry`), and that is made into a designation in one place.

pub mod csv;
mod date;
mod entry;
mod measure;
mod regime;
pub mod xml;

use crate::designation::Programme;
use crate::list::notices::Notices;
use crate::list::{Parsed, Refusal};
use crate::publication::Publication;
use entry::Entry;
use std::collections::BTreeSet;

/// The list that entries make up.
fn list(file: &str, dated: Option<String>, entries: Vec<Entry>, mut notices: Notices) -> Result<Parsed, Refusal> {
    if entries.is_empty() {
        return Err(Refusal::NoRecord { file: file.into(), what: "the UK Sanctions List" });
    }
    let issued = dated.as_deref().and_then(date::day);
    if issued.is_none() {
        notices.undated(dated.as_deref());
    }
    let mut ids = BTreeSet::new();
    let mut programmes: Vec<Programme> = Vec::new();
    let mut designations = Vec::with_capacity(entries.len());
    for (number, entry) in entries.into_iter().enumerate() {
        let refuse = |at: String, what: &str| Refusal::record(file, at, what);
        let Some(id) = entry.id.clone() else {
            return Err(refuse(format!("record {}", number + 1), "it has no Unique ID"));
        };
        if !ids.insert(id.clone()) {
            return Err(refuse(format!("record {id}"), "its Unique ID stands in the list twice"));
        }
        let designation = entry.designation(&id, &mut notices).map_err(|what| refuse(format!("record {id}"), &what))?;
        for code in &designation.programmes {
            if !programmes.iter().any(|known| known.code == *code) {
                programmes.push(regime::programme(code));
            }
        }
        designations.push(designation);
    }
    let publication = Publication {
        list: "uk-sanctions".into(),
        authority: "UK".into(),
        title: "UK Sanctions List".into(),
        issued,
        scope: "The whole list.".into(),
        complete: true,
        ages: true,
        record_url: None,
    };
    Ok(Parsed { publication, programmes, designations, warnings: notices.warnings() })
}
