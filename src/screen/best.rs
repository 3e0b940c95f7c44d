//! What a query finds in one designation: the name that compares best, and the weak aliases that fit besides.

use super::{Prepared, PreparedName, Settings};
use crate::identifier::Held;
use crate::score::{Asked, Comparison};

/// What a query finds in one designation.
pub enum Best<'a> {
    /// A name that makes a hit.
    Shown(Shown<'a>),
    /// Weak aliases, which make none.
    WeakOnly,
    /// Nothing at or above the threshold.
    Nothing,
}

/// A designation with the name that compared best, and the weak aliases that fit besides with their scores, in the order of
/// the list.
pub struct Shown<'a> {
    pub subject: &'a Prepared,
    pub name: usize,
    pub comparison: Comparison,
    /// Whether the words of the two names differ; where scores are equal, legal forms and particles decide.
    pub other_words: bool,
    pub weak: Vec<(usize, u8)>,
    /// Its identity number, if that was asked for.
    pub held: Option<Held>,
}

/// How a query, as a whole or in a part, compares with a listed name.
pub struct Compared<'a> {
    query: &'a Asked<'a>,
    comparison: Comparison,
    other_words: bool,
}

impl<'a> Compared<'a> {
    pub fn new(query: &'a Asked<'a>, listed: &PreparedName, comparison: Comparison) -> Compared<'a> {
        let other_words = !query.name(listed.name.reading).has_words_of(&listed.name);
        Compared { query, comparison, other_words }
    }

    fn key(&self) -> (i32, bool) {
        (self.comparison.deducted(), self.other_words)
    }

    /// The closest of several; of equal ones the first, which is the whole.
    pub fn closest(all: impl Iterator<Item = Compared<'a>>) -> Option<Compared<'a>> {
        all.min_by_key(Compared::key)
    }
}

/// Takes the names of a designation in their order, each as it compares with a query: the strong name that compares best is shown,
/// or with weak aliases on the best of all; weak aliases that fit besides corroborate it.
pub fn best<'a, 'b>(
    subject: &'a Prepared,
    names: impl Iterator<Item = (&'a PreparedName, Compared<'b>)>,
    settings: Settings,
) -> Best<'a> {
    let mut best: Option<(&PreparedName, Compared)> = None;
    let mut weak = Vec::new();
    for (prepared, compared) in names {
        let score = compared.comparison.score();
        if score < settings.threshold {
            continue;
        }
        if prepared.weak {
            weak.push((prepared.at, score));
        }
        let closer = best.as_ref().is_none_or(|(_, best)| compared.key() < best.key());
        if closer && (settings.weak || !prepared.weak) {
            best = Some((prepared, compared));
        }
    }
    match best {
        Some((prepared, Compared { query, comparison, other_words })) => {
            weak.retain(|(at, _)| *at != prepared.at);
            let comparison = query.explained(&prepared.name, comparison);
            Best::Shown(Shown { subject, name: prepared.at, comparison, other_words, weak, held: None })
        }
        None if weak.is_empty() => Best::Nothing,
        None => Best::WeakOnly,
    }
}
