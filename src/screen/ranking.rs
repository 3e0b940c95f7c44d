//! The order of what was found, and its form in the public JSON.

use super::{Screener, Shown};
use crate::designation::{Designation, NameKind};
use crate::facts::{self, Facts, Finding};
use crate::ofac_search;
use crate::party::{self, Party};
use crate::report::{self, Corroboration, Hit};
use std::cmp::Reverse;

/// What was found, with what there is to know of it.
struct Known<'a> {
    shown: &'a Shown<'a>,
    designation: Designation,
    findings: Vec<Finding>,
    contradicted: bool,
}

impl Screener {
    /// What was found, as potential matches in their order; with the query as OFAC's own search would take it, if it can.
    pub(super) fn hits(&self, found: &[Shown], facts: &Facts, ofac: Option<&ofac_search::Query>) -> Vec<Hit> {
        let mut known: Vec<Known> = found.iter().map(|shown| self.known(shown, facts)).collect();
        // Those that the facts do not contradict, those with the number, the strongest, those with which more facts agree, those
        // with the rarest and the very same words, primary names, then the order of the lists: no two are ever equal.
        known.sort_by_cached_key(|known| {
            let Shown { subject, name, comparison, other_words, held, .. } = known.shown;
            let listed = &self.lists[subject.list].subjects[subject.at].names[*name];
            let by_facts = (known.contradicted, held.is_none(), Reverse(comparison.score()));
            let by_name = (comparison.deducted(), *other_words, listed.kind != NameKind::Primary);
            (by_facts, -facts::agreement(&known.findings), by_name, subject.list, subject.at)
        });
        let parties: Vec<Party> = known
            .iter()
            .map(|known| Party::of(&self.lists[known.shown.subject.list].head.publication, &known.designation))
            .collect();
        let places = party::places(&parties);
        known.into_iter().zip(places).map(|(known, party)| self.hit(known, party, ofac)).collect()
    }

    fn known<'a>(&self, shown: &'a Shown<'a>, facts: &Facts) -> Known<'a> {
        let designation = self.lists[shown.subject.list].designation(shown.subject.at);
        let held = shown.held.as_ref();
        let findings = facts::findings(facts, &designation, held.map(|held| held.number.as_str()));
        let contradicted = held.is_none() && facts::contradicted(&findings);
        Known { shown, designation, findings, contradicted }
    }

    fn hit(&self, known: Known, party: usize, ofac: Option<&ofac_search::Query>) -> Hit {
        let Known { shown, designation, findings, contradicted } = known;
        let list = &self.lists[shown.subject.list];
        let corroboration = shown
            .weak
            .iter()
            .map(|(at, score)| Corroboration { name: designation.names[*at].name.clone(), score: *score })
            .collect();
        let matched = &designation.names[shown.name];
        Hit {
            identifier: shown.held.clone(),
            facts: findings,
            contradicted,
            ..report::hit(list, &designation, matched, &shown.comparison, party, corroboration, ofac)
        }
    }
}
