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
use super::tally::Tally;
use super::xml::Records;
use super::{Contents, Input, Parsed, Refusal};
use crate::publication::{Publication, Warning};
use reference::References;
use std::collections::BTreeSet;
use target::Target;

/// What was met while the targets were read and a person should know.
#[derive(Debug, Default)]
struct Notes {
    /// Birth dates without an interval.
    births: Tally,
    /// Names without a letter or digit.
    names: Tally,
    /// Targets without a name that is marked as the primary one.
    primaries: Tally,
    /// Kinds of name that are not known.
    name_types: Tally,
    /// Qualities that are not known.
    qualities: Tally,
    /// Kinds of modification that are not known.
    modifications: Tally,
    /// Sets of measures that the file does not describe.
    sets: Tally,
    /// Places that the file does not describe.
    places: Tally,
}

impl Notes {
    fn warnings(&self) -> Vec<Warning> {
        [
            self.births.warning(
                "birth date cannot be read as a date",
                "birth dates cannot be read as dates",
                "shown as published and not compared",
            ),
            self.names.warning("name has no letter or digit", "names have no letter or digit", "left out"),
            self.primaries.warning(
                "target has no name marked as primary",
                "targets have no name marked as primary",
                "the first name stands for it",
            ),
            self.name_types.warning(
                "name is of a kind that is not known",
                "names are of kinds that are not known",
                "taken as an alias",
            ),
            self.qualities.warning(
                "name is of a quality that is not known",
                "names are of qualities that are not known",
                "taken as strong",
            ),
            self.modifications.warning(
                "modification is of a kind that is not known",
                "modifications are of kinds that are not known",
                "the target is taken as listed",
            ),
            self.sets.warning(
                "set of measures is not described in the file",
                "sets of measures are not described in the file",
                "an asset freeze is assumed",
            ),
            self.places.warning(
                "place is not described in the file",
                "places are not described in the file",
                "its number is kept as a fact",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Reads the list.
///
/// # Errors
/// [`Refusal`].
pub fn read(files: &mut [Input]) -> Result<Contents, Refusal> {
    let Some(input) = files.first_mut() else { return Ok(Contents { lists: Vec::new(), records: Vec::new() }) };
    let file = input.name.clone();
    let mut records = Records::open(input)?;
    if let Some(kind) = records.root().attribute("list-type").filter(|kind| *kind != "whole-list") {
        return Err(Refusal::Delta {
            file,
            got: format!("its list-type is `{kind}`"),
            fetch: "SECO's consolidated list as XML, whose list-type is `whole-list`",
        });
    }
    let issued = records.root().attribute("date").and_then(|date| date.get(..10)).and_then(|date| date.parse().ok());
    let mut references = References::default();
    let mut notes = Notes::default();
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
                    return Err(record(&file, &format!("target number {found}"), "it has no ssid"));
                };
                if !ids.insert(id.to_owned()) {
                    return Err(record(&file, &format!("target {id}"), "its ssid stands in the list twice"));
                }
                let status = status::of(&element, issued, &mut notes);
                if status.struck_off {
                    struck_off += 1;
                    continue;
                }
                let target = Target::read(id, &element, status, &mut notes);
                let mut target = target.map_err(|what| record(&file, &format!("target {id}"), &what))?;
                target.fit();
                targets.push(target);
            }
        }
    }
    if targets.is_empty() {
        return Err(Refusal::NoRecord { file, what: "SECO's sanctions list" });
    }
    let listed: BTreeSet<String> = targets.iter().map(|target| target.designation.id.clone()).collect();
    let designations = targets.into_iter().map(|target| target.resolve(&references, &listed, &mut notes)).collect();
    let mut warnings = notes.warnings();
    if issued.is_none() {
        warnings.push(Warning { id: None, what: "the file carries no date that can be read".to_owned() });
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
    Ok(Contents { lists: vec![Parsed { publication, programmes, designations, warnings }], records: vec![found] })
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

fn record(file: &str, at: &str, what: &str) -> Refusal {
    Refusal::Record { file: file.to_owned(), at: at.to_owned(), what: what.to_owned() }
}

/// Text with runs of white space as one space.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of an element or attribute in words: `date-of-issue` becomes `Date of issue`.
fn label(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
