//! The EU's consolidated list of financial sanctions (FSF), as XML 1.1 and as CSV 1.1.
//!
//! Both forms publish the same blocks: the entity, its legal acts, names, addresses, births, identity numbers and
//! citizenships. [`xml`] and [`csv`] find the blocks, `fields` gives them one shape, `entry` and `person` put them
//! into a designation. What the list does not say, and what follows:
//!
//! - No name is marked as the primary one: the first one is. A native spelling is a name like any other; its script is told
//!   by its letters.
//! - Ships are listed as enterprises. One with an IMO number of the ships' own range (its first digit is 7, 8 or 9 and its
//!   check digit fits) is a vessel; shipping companies have IMO numbers, too, of a range of their own.
//! - The act in `regulation` is the latest one, so that its date is not the day of listing; `designationDate` is.
//! - Country `00` means unknown.
//!
//! Not kept: the parts of names (the whole name holds them), the language of each name, the publisher's numbers of births,
//! identity numbers and citizenships, and the addresses of acts other than the entity's own (their numbers find them).

pub mod csv;
mod entry;
mod fields;
mod person;
pub mod xml;

use super::notices::{Kind, Notices};
use super::{Contents, Parsed, Refusal};
use crate::date::Day;
use crate::designation::Designation;
use crate::publication::Publication;
use std::collections::BTreeSet;

/// What the sentences call it.
const WHAT: &str = "the EU's list of financial sanctions";

/// Entries that have a number of the file's own and none that the EU refers to.
const NO_REFERENCE: Kind = Kind {
    one: "entry has no EU reference number",
    many: "entries have no EU reference number",
    done: "called by the logical id",
};

/// The list from its entries, in the order of the file.
fn contents(
    file: &str,
    issued: Option<Day>,
    scope: &str,
    entries: Vec<Designation>,
    mut notices: Notices,
) -> Result<Contents, Refusal> {
    if entries.is_empty() {
        return Err(Refusal::NoRecord { file: file.to_owned(), what: WHAT });
    }
    if issued.is_none() {
        notices.undated(None);
    }
    let mut ids = BTreeSet::new();
    for entry in &entries {
        let refuse = |what: &str| Err(Refusal::record(file, format!("entry {}", entry.id), what));
        if !ids.insert(entry.id.as_str()) {
            return refuse("its reference number stands in the list twice");
        }
        if entry.names.is_empty() {
            return refuse("it has no name");
        }
    }
    let publication = Publication {
        list: "eu-fsf".to_owned(),
        authority: "EU".to_owned(),
        title: "EU consolidated list of financial sanctions (FSF)".to_owned(),
        issued,
        scope: scope.to_owned(),
        complete: true,
        ages: true,
        record_url: None,
    };
    let warnings = notices.warnings();
    Ok(Contents::of(Parsed { publication, programmes: Vec::new(), designations: entries, warnings }))
}
