//! What running text asks of the index: the listed words near a word of it, and the names that have them.

use super::spellings::Reach;
use super::{Index, Means};
use crate::name::{Reading, Role, Word};
use crate::score::outline::Stroke;
use crate::score::word::relate;

/// A listed word near a word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its number.
    pub id: u32,
    /// How far it is, in thousandths; 0 for the same word.
    pub cost: u32,
}

/// How far a listed word may be, in thousandths: one letter in five. Words of other scripts have spellings that vary more.
const FARTHEST: u32 = 200;
const FARTHEST_NATIVE: u32 = 300;

impl Index {
    /// The listed words near a word of a text.
    pub fn near(&self, word: &Word) -> Vec<Near> {
        let cost = if word.native.is_some() { FARTHEST_NATIVE } else { FARTHEST };
        let reach = Reach { cost, describing: cost, edits: u32::MAX };
        let words = self.dictionary.words();
        let near = self.spellings.near(word, reach).into_iter().filter_map(|id| {
            let listed = &words[id as usize];
            if listed.role == Role::Initial {
                return None;
            }
            let relation = relate(word, listed);
            let meets = !matches!(relation.means, Means::Contradicting | Means::Initial);
            (meets && (relation.cost <= cost || relation.means == Means::Nickname))
                .then_some(Near { id, cost: relation.cost })
        });
        near.collect()
    }

    /// The names in which a listed word is compared.
    pub fn names_with(&self, id: u32) -> &[u32] {
        self.names.get(id as usize)
    }

    /// The names of which words may be written together as this word.
    pub fn written_apart(&self, word: &Word) -> Vec<u32> {
        let mut names = Vec::new();
        self.runs.like(word, &self.dictionary, &self.outlines, &mut |name| names.push(name));
        names.sort_unstable();
        names.dedup();
        names
    }

    /// How a name is read.
    pub fn reading(&self, name: u32) -> Reading {
        self.outlines.reading(name)
    }

    /// The words of a name in outline.
    pub fn strokes(&self, name: u32) -> &[Stroke] {
        self.outlines.words(name)
    }
}
