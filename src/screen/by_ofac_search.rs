//! Screening by the score of OFAC's own search: what a person would see there, at the setting of its slider.

use super::{Prepared, Screener, Settings, Shown, ThresholdError, out_of_date};
use crate::facts::Facts;
use crate::ofac_search::{self, Query};
use crate::question;
use crate::report::{QueryEcho, ReadAs, Reason, ReasonCode, Screening, Status};
use crate::score::{Comparison, Deduction, Means};

impl Settings {
    /// Settings for [`Screener::screen_by_ofac_search`]: from which score a name is shown (1 to 100). Weak aliases are names
    /// like any other there.
    ///
    /// # Errors
    /// [`ThresholdError`] for a threshold outside its range.
    pub fn of_ofac_search(slider: i64) -> Result<Settings, ThresholdError> {
        Settings::new(slider, true)
    }
}

impl Screener {
    /// Screens a name by an emulation of OFAC's own search; the lists are those that are loaded, whosever they are. The tool
    /// has no transliteration, so that a query with letters of another script than Latin is `not-screened`.
    pub fn screen_by_ofac_search(&self, name: &str, settings: Settings) -> Screening {
        self.screen_by_ofac_search_with(name, &Facts::default(), settings)
    }

    /// The same with what else is known of the party: it orders and labels hits, and no number is looked for.
    pub fn screen_by_ofac_search_with(&self, name: &str, facts: &Facts, settings: Settings) -> Screening {
        let [lists, off] = self.on_and_off();
        let refusal = match lists.is_empty() {
            true => Some(Reason { code: ReasonCode::NoList, value: None }),
            false => question::refusal(name).or_else(|| foreign(name)),
        };
        let query = Query::new(name).filter(|_| refusal.is_none());
        let (mut reasons, mut hits) =
            (refusal.map_or_else(|| question::doubts(name), |reason| vec![reason]), Vec::new());
        if query.is_none() && reasons.is_empty() {
            // What the tool cannot ask was not looked for.
            reasons.push(Reason { code: ReasonCode::NoLetters, value: None });
        }
        if let Some(query) = &query {
            let found: Vec<Shown> =
                self.looked_at().filter_map(|subject| self.shown(subject, query, name, settings)).collect();
            hits = self.hits(&found, facts, Some(query));
            if hits.is_empty() {
                reasons.extend(out_of_date(&lists, settings));
            }
        }
        Screening {
            query: QueryEcho { name: name.to_owned(), read_as: ReadAs::Name, number: None, facts: facts.echo() },
            status: if reasons.is_empty() { Status::Screened } else { Status::NotScreened },
            reasons,
            threshold: settings.threshold,
            weak_aliases: true,
            method: ofac_search::METHOD,
            examined: if query.is_some() { lists.iter().map(|list| list.designations).sum() } else { 0 },
            lists,
            off,
            hits,
            weak_only: 0,
        }
    }

    /// The name of a designation that the tool would show first, if it shows one.
    fn shown<'a>(&self, subject: &'a Prepared, query: &Query, asked: &str, settings: Settings) -> Option<Shown<'a>> {
        let names = &self.lists[subject.list].subjects[subject.at].names;
        let scores = names.iter().enumerate().filter_map(|(at, listed)| Some((query.score(&listed.name)?, at)));
        // Of equal ones the first: the primary name stands before the others.
        let (score, name) = scores.max_by_key(|(score, at)| (*score, usize::MAX - at))?;
        let points = 100 * (100 - i32::from(score));
        let deduction = Deduction::new(Means::Emulation, asked, &names[name].name, points);
        let comparison = Comparison { deductions: vec![deduction] };
        (score >= settings.threshold).then_some(Shown {
            subject,
            name,
            comparison,
            other_words: false,
            weak: Vec::new(),
            held: None,
        })
    }
}

/// A script that the tool does not read.
fn foreign(name: &str) -> Option<Reason> {
    let script = ofac_search::foreign(name)?;
    Some(Reason { code: ReasonCode::UnsupportedScript, value: Some(script.full_name().to_owned()) })
}
