//! OFAC's lists: four formats of the same records, and the lists that stand in its two files.
//!
//! The SDN List comes in files of its own. The non-SDN lists come in one file, in which a record may stand on several of
//! them; it is split here into its lists, because each has a measure of its own: being listed on NS-CMIC restricts trade in
//! securities and blocks nothing.

mod address;
pub mod advanced;
pub mod csv;
mod document;
mod draft;
pub mod enhanced;
mod families;
mod feature;
mod labels;
mod listing;
mod lists;
mod naming;
mod particular;
pub mod plain;
mod remarks;
mod rows;
mod ties;
mod unplaced;

use super::words::fact;
use super::{Contents, Parsed, Refusal};
use crate::date::Day;
use crate::designation::Designation;
use crate::publication::{Publication, Warning};
use std::collections::BTreeSet;

/// One of OFAC's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfacList {
    /// Specially Designated Nationals and Blocked Persons.
    Sdn,
    /// Chinese Military-Industrial Complex Companies.
    Cmic,
    /// Sectoral Sanctions Identifications.
    Ssi,
    /// Menu-based sanctions.
    Mbs,
    /// Correspondent or payable-through account sanctions.
    Capta,
    /// Palestinian Legislative Council.
    Plc,
    /// Foreign sanctions evaders.
    Fse,
}

/// A record of a file, and the lists of that file on which it stands.
#[derive(Clone, Debug)]
pub struct Record {
    /// The subject; its measures are set from the list.
    pub designation: Designation,
    /// Its lists, each with the day of listing where the file gives one.
    pub lists: Vec<(OfacList, Option<Day>)>,
}

impl OfacList {
    /// All of them.
    pub const ALL: [OfacList; 7] =
        [OfacList::Sdn, OfacList::Cmic, OfacList::Ssi, OfacList::Mbs, OfacList::Capta, OfacList::Plc, OfacList::Fse];

    /// Its id in Namesieve, its title, and the id of its measure.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            OfacList::Sdn => ("ofac-sdn", "OFAC Specially Designated Nationals List (SDN)", "us-blocking"),
            OfacList::Cmic => (
                "ofac-cmic",
                "OFAC Non-SDN Chinese Military-Industrial Complex Companies List (NS-CMIC)",
                "us-investment-restriction",
            ),
            OfacList::Ssi => ("ofac-ssi", "OFAC Sectoral Sanctions Identifications List (SSI)", "us-sectoral"),
            OfacList::Mbs => ("ofac-mbs", "OFAC Non-SDN Menu-Based Sanctions List (NS-MBS)", "us-menu-based"),
            OfacList::Capta => (
                "ofac-capta",
                "OFAC List of Foreign Financial Institutions Subject to Correspondent Account or Payable-Through Account \
                 Sanctions (CAPTA)",
                "us-correspondent-accounts",
            ),
            OfacList::Plc => ("ofac-plc", "OFAC Non-SDN Palestinian Legislative Council List (NS-PLC)", "us-rejection"),
            OfacList::Fse => ("ofac-fse", "OFAC Foreign Sanctions Evaders List (FSE)", "us-evasion"),
        }
    }

    /// The list that OFAC calls so in its ADVANCED and ENHANCED files; nothing for `Consolidated List`, which is all of the
    /// non-SDN lists, and for lists that are not known.
    pub fn named(words: &str) -> Option<OfacList> {
        let of = |short: &str| words.contains(short);
        match () {
            () if of("Palestinian") || of("NS-PLC") => Some(OfacList::Plc),
            () if of("CMIC") || of("Chinese Military") => Some(OfacList::Cmic),
            () if of("Menu-Based") || of("NS-MBS") => Some(OfacList::Mbs),
            () if of("Sectoral") || of("SSI") => Some(OfacList::Ssi),
            () if of("CAPTA") || of("561") => Some(OfacList::Capta),
            () if of("FSE") || of("Evaders") => Some(OfacList::Fse),
            () if of("SDN List") => Some(OfacList::Sdn),
            () => None,
        }
    }
}

/// What a file is an edition of.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Day of issue, where the file gives one.
    pub issued: Option<Day>,
    /// What is missing in this form of the list, as a sentence; nothing for a whole one.
    pub missing: Option<String>,
    /// The number of records that the file says it has, where it does.
    pub stated: Option<usize>,
}

/// Puts the records of a file onto their lists, each with its measure. A link that leads to no record of the same list is
/// kept as a fact.
///
/// # Errors
/// [`Refusal::NoRecord`] and [`Refusal::Count`].
pub fn assemble(
    file: &str,
    edition: Edition,
    records: Vec<Record>,
    warnings: Vec<Warning>,
) -> Result<Contents, Refusal> {
    let found = records.len();
    if found == 0 {
        return Err(Refusal::NoRecord { file: file.to_owned(), what: "a list of OFAC" });
    }
    if let Some(stated) = edition.stated.filter(|stated| *stated != found) {
        return Err(Refusal::Count { file: file.to_owned(), stated, found });
    }
    let mut shares: Vec<(OfacList, Vec<Designation>)> = OfacList::ALL.map(|list| (list, Vec::new())).into();
    for Record { designation, lists } in records {
        let mut left = lists.len();
        let mut designation = Some(designation);
        for (list, listed) in lists {
            left -= 1;
            // The last list takes the record itself.
            let Some(mut share) = (if left == 0 { designation.take() } else { designation.clone() }) else { break };
            share.measures = vec![list.words().2.to_owned()];
            share.listed = listed.or(share.listed);
            shares[list as usize].1.push(share);
        }
    }
    let mut warnings = Some(warnings);
    let lists = shares.into_iter().filter(|(_, designations)| !designations.is_empty());
    let lists = lists
        .map(|(list, mut designations)| {
            resolve_links(&mut designations);
            Parsed {
                publication: publication(list, &edition),
                programmes: Vec::new(),
                designations,
                // They belong to the file; they are told once.
                warnings: warnings.take().unwrap_or_default(),
            }
        })
        .collect();
    Ok(Contents { lists, records: vec![found] })
}

fn publication(list: OfacList, edition: &Edition) -> Publication {
    let (id, title, _) = list.words();
    Publication {
        list: id.to_owned(),
        authority: "OFAC".to_owned(),
        title: title.to_owned(),
        issued: edition.issued,
        scope: match (&edition.missing, edition.issued) {
            (Some(missing), _) => missing.clone(),
            (None, Some(_)) => "The whole list.".to_owned(),
            (None, None) => "The whole list; its files carry no date.".to_owned(),
        },
        complete: edition.missing.is_none(),
        ages: true,
        record_url: Some("https://sanctionssearch.ofac.treas.gov/Details.aspx?id=".to_owned()),
    }
}

/// A link must lead somewhere within its list; where it does not, OFAC's words for it are kept as a fact.
fn resolve_links(designations: &mut [Designation]) {
    let ids: BTreeSet<String> = designations.iter().map(|designation| designation.id.clone()).collect();
    for designation in designations {
        let links = std::mem::take(&mut designation.links);
        for link in links {
            match ids.contains(&link.to) {
                true => designation.links.push(link),
                false => designation.facts.push(fact(link.relation, format!("OFAC record {}", link.to))),
            }
        }
    }
}
