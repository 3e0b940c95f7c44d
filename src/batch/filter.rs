//! Which of many potential matches a person wants to see: those of a list, a programme, a measure, a kind, a country, a decision.

use super::review::{Standing, Verdict};
use super::{Found, Outcome, Row};
use crate::designation::SubjectKind;
use crate::facts::Fact;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is wanted; what is not said does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Filter {
    /// The list's id.
    pub list: Option<String>,
    /// The code of a programme.
    pub programme: Option<String>,
    /// What the listing does, in the sentence of the measure.
    pub effect: Option<String>,
    /// The kind of the listed party.
    pub kind: Option<SubjectKind>,
    /// A country or nationality of the row, as its file writes it.
    pub country: Option<String>,
    /// The least score, 0 to 100; what has the row's identity number has it always.
    pub score: Option<u8>,
    /// How the potential match stands.
    pub state: Option<State>,
}

/// How a potential match stands, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nobody has decided about it.
    Open,
    /// It is open again.
    Reopened,
    /// The customer is the listed party.
    TrueMatch,
    /// The customer is somebody else.
    FalsePositive,
    /// More has to be known first.
    NeedsInformation,
    /// Somebody else has to decide.
    Escalated,
}

/// What there is to choose among, each with the number of rows that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Choices {
    list: BTreeMap<String, usize>,
    programme: BTreeMap<String, usize>,
    effect: BTreeMap<String, usize>,
    kind: BTreeMap<SubjectKind, usize>,
    country: BTreeMap<String, usize>,
    state: BTreeMap<State, usize>,
}

impl Standing<'_> {
    fn state(&self) -> State {
        match self {
            Standing::Open => State::Open,
            Standing::Reopened { .. } => State::Reopened,
            Standing::Decided { decision } => match decision.verdict {
                Verdict::TrueMatch => State::TrueMatch,
                Verdict::FalsePositive => State::FalsePositive,
                Verdict::NeedsInformation => State::NeedsInformation,
                Verdict::Escalated => State::Escalated,
            },
        }
    }
}

impl Filter {
    /// Whether a row is wanted: it is of the country, and one of its potential matches is all that is said. `standings` are those of
    /// the potential matches, in their order.
    pub fn takes(&self, row: &Row, outcome: &Outcome, standings: &[Standing]) -> bool {
        let all = *self == Filter::default();
        let of_country = self.country.as_ref().is_none_or(|wanted| countries(row).any(|country| country == wanted));
        let by_hit = Filter { country: None, ..self.clone() };
        let any = || outcome.hits.iter().zip(standings).any(|(hit, standing)| self.takes_hit(hit, standing));
        all || (of_country && (by_hit == Filter::default() || any()))
    }

    fn takes_hit(&self, hit: &Found, standing: &Standing) -> bool {
        let is = |wanted: &Option<String>, own: &str| wanted.as_deref().is_none_or(|wanted| wanted == own);
        let has = |wanted: &Option<String>, own: &[String]| wanted.as_ref().is_none_or(|wanted| own.contains(wanted));
        is(&self.list, &hit.list)
            && has(&self.programme, &hit.programmes)
            && has(&self.effect, &hit.effects)
            && self.kind.is_none_or(|kind| kind == hit.kind)
            && self.score.is_none_or(|least| hit.number || hit.score >= least)
            && self.state.is_none_or(|state| state == standing.state())
    }
}

/// The countries and nationalities of a row, as its file writes them.
fn countries(row: &Row) -> impl Iterator<Item = &str> {
    let is = |fact: Fact| matches!(fact, Fact::Country | Fact::Nationality);
    row.facts.iter().filter(move |told| is(told.fact)).map(|told| told.text.trim())
}

impl Choices {
    /// Takes a row up that has potential matches.
    pub fn add(&mut self, row: &Row, outcome: &Outcome, standings: &[Standing]) {
        fn count<K: Ord>(choices: &mut BTreeMap<K, usize>, of_row: impl IntoIterator<Item = K>) {
            let once: BTreeSet<K> = of_row.into_iter().collect();
            once.into_iter().for_each(|key| *choices.entry(key).or_default() += 1);
        }
        let hits = || outcome.hits.iter();
        if outcome.hits.is_empty() {
            return;
        }
        count(&mut self.list, hits().map(|hit| hit.list.clone()));
        count(&mut self.programme, hits().flat_map(|hit| hit.programmes.clone()));
        count(&mut self.effect, hits().flat_map(|hit| hit.effects.clone()));
        count(&mut self.kind, hits().map(|hit| hit.kind));
        count(&mut self.country, countries(row).map(str::to_owned));
        count(&mut self.state, standings.iter().map(Standing::state));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::Told;
    use crate::batch::record::tests::record;
    use crate::batch::review::{Customer, Decision, Listing, Review};

    #[test]
    fn a_row_is_wanted_for_one_potential_match_that_is_all_that_is_said() {
        let mut record = record();
        let [ahmed, .., tuniyaz] = &mut record.rows[..] else { panic!("four rows") };
        ahmed.row.facts.push(Told { fact: Fact::Country, text: " Bangladesh ".into() });
        tuniyaz.outcome.hits.push(Found { list: "un-sc".into(), score: 71, ..ahmed.outcome.hits[0].clone() });
        tuniyaz.outcome.hits[1].programmes = vec!["DPRK".into()];
        let mut review = Review::default();
        let Found { list, id, name, profile, .. } = ahmed.outcome.hits[0].clone();
        review.decide(Decision {
            customer: Customer::of(&ahmed.row),
            listing: Listing { list, id, name, profile },
            verdict: Verdict::Escalated,
            reason: String::new(),
            reviewer: String::new(),
            made: "2026-11-30T00:00:00Z".into(),
        });
        let taken = |filter: Filter| -> Vec<usize> {
            let takes = |at: &usize| {
                let entry = &record.rows[*at];
                filter.takes(&entry.row, &entry.outcome, &review.standings(&entry.row, &entry.outcome))
            };
            (0..4).filter(takes).collect()
        };
        let text = |text: &str| Some(text.to_owned());
        let none = Filter::default;
        assert_eq!(taken(none()), [0, 1, 2, 3]);
        assert_eq!(taken(Filter { list: text("ofac-sdn"), ..none() }), [0, 3]);
        assert_eq!(taken(Filter { list: text("un-sc"), ..none() }), [3]);
        // Both of one potential match, not one of each.
        assert_eq!(taken(Filter { list: text("ofac-sdn"), programme: text("DPRK"), ..none() }), [] as [usize; 0]);
        assert_eq!(taken(Filter { kind: Some(SubjectKind::Vessel), ..none() }), [] as [usize; 0]);
        assert_eq!(taken(Filter { kind: Some(SubjectKind::Individual), score: Some(95), ..none() }), [3]);
        assert_eq!(taken(Filter { country: text("Bangladesh"), ..none() }), [0]);
        assert_eq!(taken(Filter { country: text("Bangladesh"), list: text("un-sc"), ..none() }), [] as [usize; 0]);
        assert_eq!(taken(Filter { state: Some(State::Escalated), ..none() }), [0]);
        assert_eq!(taken(Filter { state: Some(State::Open), ..none() }), [3]);
        let effect = record.rows[0].outcome.hits[0].effects.first().cloned();
        assert_eq!(taken(Filter { effect, ..none() }), [0, 3]);

        let mut choices = Choices::default();
        for entry in &record.rows {
            choices.add(&entry.row, &entry.outcome, &review.standings(&entry.row, &entry.outcome));
        }
        assert_eq!(choices.list, BTreeMap::from([("ofac-sdn".into(), 2), ("un-sc".into(), 1)]));
        assert_eq!(choices.country, BTreeMap::from([("Bangladesh".into(), 1)]));
        assert_eq!(choices.state, BTreeMap::from([(State::Open, 1), (State::Escalated, 1)]));
    }
}
