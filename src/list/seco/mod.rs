//! The Swiss consolidated sanctions list of SECO, as XML: programmes with their sets of measures, targets, places.
//!
//! - Targets that were struck off stay in the file; they are left out and the scope says how many. A target's status is its
//!   newest modification that was in effect on the day of the list.
//! - What a modification added or removed repeats identities of the past; names are not read from there.
//! - A target belongs to sets of measures (`sanctions-set-id`), which belong to programmes; addresses and births point to
//!   places. All of them are looked up after the whole file has been read, so that its order does not matter.
//! - Names are given in parts, in the order in which the list numbers them; spellings in other scripts and languages stand
//!   on the parts (`name`).
//!
//! Not kept: the versions of the ordinances, the languages of names, texts of programmes in other languages than English
//! where there is an English one.

mod identity;
mod name;
mod reference;
mod status;
mod target;

use super::fit::Fit;
use super::notices::Notices;
use super::words::capital;
use super::xml::Records;
use super::{Contents, Input, Parsed, Refusal, days};
use crate::publication::Publication;
use reference::References;
use std::collections::BTreeSet;
use target::Target;

/// Reads the list.
///
/// # Errors
/// [`Refusal`].
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    let file = input.name.clone();
    let mut records = Records::open(input)?;
    if let Some(kind) = records.root().attribute("list-type").filter(|kind| *kind != "whole-list") {
        return Err(Refusal::Delta {
            file,
            got: format!("its list-type is `{kind}`"),
            fetch: "SECO's consolidated list as XML, whose list-type is `whole-list`",
        });
    }
    let records_date = records.root().attribute("date").map(str::to_owned);
    let issued = records_date.as_deref().and_then(days::iso);
    let mut references = References::default();
    let mut notices = Notices::default();
    let mut targets = Vec::new();
    let mut ids = BTreeSet::new();
    let (mut found, mut struck_off) = (0, 0);
    while let Some(element) = records.next(&["sanctions-program", "target", "place"])? {
        match element.name.as_str() {
            "sanctions-program" => references.programme(&element),
            "place" => references.place(&element),
            _ => {
                found += 1;
                let Some(id) = element.attribute("ssid") else {
                    return Err(Refusal::record(&file, format!("target number {found}"), "it has no ssid"));
                };
                if !ids.insert(id.to_owned()) {
                    return Err(Refusal::record(&file, format!("target {id}"), "its ssid stands in the list twice"));
                }
                let status = status::of(&element, issued, &mut notices);
                if status.struck_off {
                    struck_off += 1;
                    continue;
                }
                let target = Target::read(id, &element, status, &mut notices);
                let mut target = target.map_err(|what| Refusal::record(&file, format!("target {id}"), what))?;
                target.fit();
                targets.push(target);
            }
        }
    }
    if targets.is_empty() {
        return Err(Refusal::NoRecord { file, what: "SECO's sanctions list" });
    }
    let listed: BTreeSet<String> = targets.iter().map(|target| target.designation.id.clone()).collect();
    let designations = targets.into_iter().map(|target| target.resolve(&references, &listed, &mut notices)).collect();
    if issued.is_none() {
        notices.undated(records_date.as_deref());
    }
    let publication = Publication {
        list: "ch-seco".to_owned(),
        authority: "SECO".to_owned(),
        title: "Swiss consolidated sanctions list (SECO)".to_owned(),
        issued,
        scope: scope(struck_off),
        complete: true,
        ages: true,
        record_url: None,
    };
    let programmes = references.into_programmes();
    let parsed = Parsed { publication, programmes, designations, warnings: notices.warnings() };
    Ok(Contents { lists: vec![parsed], records: vec![found] })
}

fn scope(struck_off: usize) -> String {
    match struck_off {
        0 => "The whole list.".to_owned(),
        1 => "The whole list; 1 de-listed target is left out.".to_owned(),
        many => format!("The whole list; {} de-listed targets are left out.", thousands(many)),
    }
}

fn thousands(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", thousands(number / 1000), number % 1000),
    }
}

/// A code or a name of an element in words: `date-of-issue` becomes `Date of issue`. What has capitals of its own keeps them.
fn label(name: &str) -> String {
    capital(&name.replace(['-', '_'], " "))
}
