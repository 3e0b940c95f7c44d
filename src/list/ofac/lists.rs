//! On which of OFAC's lists a record of the plain XML or the CSV family stands, which these files do not say.
//!
//! The non-SDN file is told from the SDN file by its content, since both have the same form: every record of the non-SDN file
//! carries a mark of one of its lists, and of the SDN file less than one in a hundred does (82 of 14,965 in May 2024). So a
//! file of which more than half the records carry a mark is the non-SDN one; a party that was moved, or one that stands in
//! both, cannot turn a file into the other.
//!
//! The marks were derived from CONS_ENHANCED.XML of 10 January 2025, which says the lists of each record, and agree with it
//! for all 443 records of the plain file of 28 March 2025:
//!
//! | mark | list |
//! |---|---|
//! | programme `NS-PLC`, `CMIC-EO13959`, `561-Related`, `FSE-…` | PLC, CMIC, CAPTA, FSE |
//! | `Executive Order 13662 Directive Determination` | SSI |
//! | `Executive Order 14024 Directive Information`: subject to directive 1a, 3 or 4 | MBS, unless blocked |
//! | `Listing Date (EO 14024 Directive 2)` | CAPTA, unless blocked |
//! | `CAATSA Section 235 Information`, information on any other executive order | MBS |
//!
//! *Unless blocked*: a party that was put on the SDN List later keeps the words on its directives but leaves MBS and CAPTA.
//! What shows it is the secondary sanctions risk under section 11 of Executive Order 14024, which exists for parties blocked
//! under that order alone. Files from before June 2024 do not carry it yet, so that parties which had been blocked
//! by then (Sberbank and its companies, Gazprombank, Gazprom Neft) are still shown on MBS or CAPTA when such an old file is read.

use super::OfacList;
use super::particular::day_of;
use crate::date::Day;
use std::collections::BTreeMap;

/// What a record says of the lists on which it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Lists, with the day of listing where the record says it.
    lists: BTreeMap<OfacList, Option<Day>>,
    /// Lists of Executive Order 14024, on which a party stands unless it is blocked.
    unless_blocked: BTreeMap<OfacList, Option<Day>>,
    /// Whether it is blocked under Executive Order 14024.
    blocked: bool,
}

impl Marks {
    /// Takes a programme into account.
    pub fn programme(&mut self, code: &str) {
        let list = match code {
            "NS-PLC" => OfacList::Plc,
            "561-Related" => OfacList::Capta,
            _ if code.starts_with("CMIC-") => OfacList::Cmic,
            _ if code.starts_with("FSE-") => OfacList::Fse,
            _ => return,
        };
        self.lists.entry(list).or_default();
    }

    /// Takes a particular into account: its label and its value in one text.
    pub fn note(&mut self, text: &str) {
        if let Some(dated) = text.strip_prefix("Listing Date (") {
            self.listing_date(dated);
        } else if text.starts_with("CAATSA Section 235 Information") {
            self.lists.entry(OfacList::Mbs).or_default();
        } else if let Some(order) = text.strip_prefix("Executive Order ") {
            self.order(order);
        } else if text.starts_with("Secondary sanctions risk") {
            self.blocked |= text.contains("ection 11 of Executive Order 14024");
        }
    }

    fn order(&mut self, text: &str) {
        if text.starts_with("13662 Directive Determination") {
            self.lists.entry(OfacList::Ssi).or_default();
        } else if text.starts_with("14024 ") {
            if ["Subject to Directive 1a", "Subject to Directive 3", "Subject to Directive 4"]
                .iter()
                .any(|directive| text.contains(directive))
            {
                self.unless_blocked.entry(OfacList::Mbs).or_default();
            }
        } else if text.contains("nformation") {
            self.lists.entry(OfacList::Mbs).or_default();
        }
    }

    /// `CMIC) 10 Dec 2021`, `EO 14024 Directive 3): 24 Feb 2022`.
    fn listing_date(&mut self, text: &str) {
        let Some((of, day)) = text.split_once(')') else { return };
        let day = day_of(day.trim_start_matches(':').trim());
        let (lists, list) = match of {
            "CMIC" => (&mut self.lists, OfacList::Cmic),
            "EO 14024 Directive 2" => (&mut self.unless_blocked, OfacList::Capta),
            _ if of.starts_with("EO 14024 ") => (&mut self.unless_blocked, OfacList::Mbs),
            _ => (&mut self.lists, OfacList::Mbs),
        };
        // The first of several days: since then it has stood there.
        let known = lists.entry(list).or_default();
        *known = (*known).into_iter().chain(day).min();
    }

    /// Whether the record carries any mark of a list of the non-SDN file.
    pub fn any(&self) -> bool {
        !self.lists.is_empty() || !self.unless_blocked.is_empty()
    }

    /// The lists on which the record stands in the non-SDN file.
    pub fn lists(&self) -> Vec<(OfacList, Option<Day>)> {
        let more = if self.blocked { None } else { Some(&self.unless_blocked) };
        let mut all = self.lists.clone();
        for (list, day) in more.into_iter().flatten() {
            let known = all.entry(*list).or_default();
            *known = (*known).into_iter().chain(*day).min();
        }
        all.into_iter().collect()
    }
}

/// Whether a file with records of these marks is the non-SDN file.
pub fn is_non_sdn<'a>(marks: impl Iterator<Item = &'a Marks>) -> bool {
    let (marked, all) = marks.fold((0, 0), |(marked, all), marks| (marked + usize::from(marks.any()), all + 1));
    marked * 2 > all
}
