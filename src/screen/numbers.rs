//! Identity numbers in a screening: who has the one that is asked for.

use super::{Best, Prepared, Screener, Settings, Shown, best, every_name};
use crate::facts::Birth;
use crate::identifier::{Held, Number, Register};
use crate::report::{Reason, ReasonCode};
use crate::score::{Asked, Comparison};

/// The number that a query may be: what looks like one, or has no letters. A date is none.
pub fn in_query(name: &str) -> Option<Number> {
    let letterless = || Number::read(name).filter(|_| !name.chars().any(char::is_alphabetic));
    Number::bare(name).or_else(letterless).filter(|_| Birth::read(name).is_none())
}

/// That a number which no list has is mistyped.
pub fn mistyped(number: &Number) -> Reason {
    Reason { code: ReasonCode::MistypedNumber, value: Some(number.as_written().to_owned()) }
}

impl Screener {
    /// The designations that have a number, on the lists that are on: their places, and the number as listed.
    pub(super) fn holders(&self, number: &Number) -> Vec<(usize, Held)> {
        let facts = |subject: &Prepared| self.lists[subject.list].designation(subject.at);
        let register = self.register.get_or_init(|| Register::of(self.subjects.iter().map(facts)));
        let holders = register.holders(number).into_iter().filter(|at| self.on[self.subjects[*at].list]);
        holders.filter_map(|at| Some((at, number.held_by(&facts(&self.subjects[at]))?))).collect()
    }

    /// Adds those who have the number to those found by name, however far their names are from it; without a name
    /// there is none to compare. Says how many of them had been counted as reached by a weak alias alone.
    pub(super) fn add<'a>(
        &'a self,
        holders: Vec<(usize, Held)>,
        found: &mut Vec<Shown<'a>>,
        asked: Option<&[Asked]>,
        settings: Settings,
    ) -> usize {
        let mut counted = 0;
        for (at, held) in holders {
            let subject = &self.subjects[at];
            if let Some(shown) = found.iter_mut().find(|shown| std::ptr::eq(shown.subject, subject)) {
                shown.held = Some(held);
                continue;
            }
            let anyhow = Settings { threshold: 0, weak: true, ..settings };
            let best = |asked, settings| best(subject, every_name(subject, asked), settings);
            let compared = asked.map(|asked| (best(asked, settings), best(asked, anyhow)));
            let shown = match compared {
                Some((before, Best::Shown(shown))) => {
                    counted += usize::from(matches!(before, Best::WeakOnly));
                    shown
                }
                _ => {
                    let comparison = Comparison { deductions: Vec::new() };
                    Shown { subject, name: 0, comparison, other_words: false, weak: Vec::new(), held: None }
                }
            };
            found.push(Shown { held: Some(held), ..shown });
        }
        counted
    }
}
