//! A query, read in all ways, and ready to be compared with very many listed names.

use super::index::is_close;
use super::index::{Index, Prospect};
use super::relations::Relations;
use super::seams::{self, Patterns};
use super::word::relate;
use super::{Comparison, compare, compared, most_deducted};
use crate::name::{Name, Reading};
use std::cell::OnceCell;

/// A query.
pub struct Asked<'a> {
    names: [Name; 3],
    relations: Relations<'a>,
    /// Its spellings in each reading, when words are joined for the first time.
    patterns: [OnceCell<Patterns>; 3],
}

impl<'a> Asked<'a> {
    /// A query in all readings that is to be compared with the names of an index.
    pub fn new(mut names: [Name; 3], index: &'a Index) -> Asked<'a> {
        let relations = Relations::of_query(&mut names, index.dictionary());
        Asked { names, relations, patterns: Default::default() }
    }

    /// The query as it is compared with names of a reading.
    pub fn name(&self, reading: Reading) -> &Name {
        &self.names[reading as usize]
    }

    /// The listed names that may reach a threshold, by their numbers in ascending order; nothing where all of them may: below what
    /// two names without a common word can have.
    pub fn prospects(&self, index: &Index, threshold: u8) -> Option<Vec<(u32, Prospect)>> {
        let bounded = threshold > super::NOTHING_MEETS;
        bounded.then(|| index.prospects(&self.names, &self.relations, most_deducted(threshold)))
    }

    /// Compares the query with a listed name, as [`compare`] does but for the Latin spellings, if it has its prospect.
    pub fn compare(&self, listed: &Name, prospect: Prospect) -> Option<Comparison> {
        let query = self.name(listed.reading);
        let patterns = || self.patterns[listed.reading as usize].get_or_init(|| Patterns::of(query));
        let joints = if prospect.joined { seams::joints(query, listed, Some(patterns())) } else { Vec::new() };
        (prospect.words || !joints.is_empty()).then(|| compared(query, listed, &self.relations, &joints))
    }

    /// Compares the query with a listed name, whatever its prospects, and keeps nothing for the next.
    pub fn compare_alone(&self, listed: &Name) -> Comparison {
        compare(self.name(listed.reading), listed)
    }

    /// Whether a listed name has the query's word at this place, or one so close to it that writers take one for the other.
    pub fn has_word(&self, at: usize, listed: &Name) -> bool {
        let word = &self.name(listed.reading).words[at];
        listed.compared().any(|other| is_close(relate(word, other)))
    }

    /// The listed names with a word so close to the query's word at this place that writers take one for the other.
    pub fn close(&self, index: &'a Index, reading: Reading, at: usize) -> impl Iterator<Item = u32> {
        index.close_to(&self.name(reading).words[at], &self.relations)
    }

    /// What is to be told of the query and a listed name, of which the comparison is known: it is made anew where words of
    /// other scripts have Latin spellings to tell.
    pub fn explained(&self, listed: &Name, known: Comparison) -> Comparison {
        let query = self.name(listed.reading);
        let native = |name: &Name| name.words.iter().any(|word| word.native.is_some());
        if native(query) || native(listed) { compare(query, listed) } else { known }
    }
}
