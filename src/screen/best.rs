//! What a query finds in one designation: the name that compares best, and the weak aliases that fit besides.

use super::{Prepared, PreparedName, Settings};
use crate::identifier::Held;
use crate::score::{self, Asked, Comparison, Prospect};

/// A query in one reading, with the prospects of all listed names; nothing where all of them are compared.
pub struct Question {
    pub asked: Asked,
    pub prospects: Option<Vec<Prospect>>,
}

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

/// Holds a query, as a whole and in parts, against the names of a designation: the strong name that compares best is shown,
/// or with weak aliases on the best of all; weak aliases that fit besides corroborate it.
pub fn best<'a, 'b>(subject: &'a Prepared, asked: &'b [[Question; 3]], settings: Settings) -> Best<'a> {
    let mut best: Option<(&PreparedName, &Asked, Comparison, bool)> = None;
    let mut weak = Vec::new();
    for (at, prepared) in subject.names.iter().enumerate() {
        let compared = |readings: &'b [Question; 3]| {
            let Question { asked, prospects } = &readings[prepared.name.reading as usize];
            let comparison = match prospects {
                Some(prospects) if settings.threshold > score::NOTHING_MEETS => {
                    asked.compare(&prepared.name, prospects[subject.first + at])?
                }
                _ => score::compare(asked.name(), &prepared.name),
            };
            Some((asked, comparison, !asked.name().has_words_of(&prepared.name)))
        };
        // Of equal ones the first, which is the whole.
        let closest =
            asked.iter().filter_map(compared).min_by_key(|(_, comparison, other)| (comparison.deducted(), *other));
        let Some((query, comparison, other_words)) = closest else { continue };
        if comparison.score() < settings.threshold {
            continue;
        }
        if prepared.weak {
            weak.push((prepared.at, comparison.score()));
        }
        let closer = |(_, _, best, others): &(&PreparedName, &Asked, Comparison, bool)| {
            (comparison.deducted(), other_words) < (best.deducted(), *others)
        };
        if best.as_ref().is_none_or(closer) && (settings.weak || !prepared.weak) {
            best = Some((prepared, query, comparison, other_words));
        }
    }
    match best {
        Some((prepared, query, comparison, other_words)) => {
            weak.retain(|(at, _)| *at != prepared.at);
            let comparison = query.explained(&prepared.name, comparison);
            Best::Shown(Shown { subject, name: prepared.at, comparison, other_words, weak, held: None })
        }
        None if weak.is_empty() => Best::Nothing,
        None => Best::WeakOnly,
    }
}
