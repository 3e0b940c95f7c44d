//! Words whose short vowels are not written, by the letters that their Latin spellings must have.

use crate::name::{Native, letter};
use crate::score::weights as w;
use crate::transliterate::consonants;

/// For each letter of a word whose short vowels are not written that a Latin spelling can hardly lack, the Latin letters with which
/// it may begin there.
pub fn needs(native: &Native) -> Vec<u32> {
    let letters = consonants(&native.form.text).unwrap_or_default();
    let spelled = letters.iter().filter(|letter| letter.silent >= w::EDIT);
    let firsts = spelled.map(|letter| {
        let spellings = letter.usual.iter().chain(letter.rarer);
        spellings.filter_map(|spelling| spelling.chars().next()).fold(0, |firsts, c| firsts | self::letter(c))
    });
    firsts.collect()
}

/// Numbered things, words or names, that have such letters.
#[derive(Default)]
pub struct Bones {
    /// All needs that differ, each with a bit in `things`; of more than there are bits, several share one.
    needs: Vec<u32>,
    things: Vec<Thing>,
}

/// What something needs, the length of its word in its own letters, and its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Thing {
    needs: u64,
    length: u16,
    id: u32,
}

impl Bones {
    /// Adds something by what its letters need.
    pub fn add(&mut self, needs: impl IntoIterator<Item = u32>, length: usize, id: u32) {
        let mut bit = |need: u32| {
            let at = self.needs.iter().position(|known| *known == need).unwrap_or_else(|| {
                self.needs.push(need);
                self.needs.len() - 1
            });
            1 << (at % 64)
        };
        let needs = needs.into_iter().fold(0, |all, need| all | bit(need));
        self.things.push(Thing { needs, length: length as u16, id });
    }

    /// No more come.
    pub fn close(&mut self) {
        self.things.sort_unstable();
        self.things.dedup();
    }

    /// Tells what a spelling of these letters may be; `most` says how many tenths of an edit a word of so many letters allows.
    pub fn find(&self, letters: u32, most: impl Fn(usize) -> Option<u32>, found: &mut impl FnMut(u32)) {
        // Of needs that share a bit all must be absent.
        let (mut absent, mut met) = (0_u64, 0_u64);
        for (at, need) in self.needs.iter().enumerate() {
            let bit = 1 << (at % 64);
            if need & letters == 0 { absent |= bit } else { met |= bit }
        }
        absent &= !met;
        for thing in &self.things {
            let lacking = (thing.needs & absent).count_ones() * w::EDIT;
            if most(thing.length.into()).is_some_and(|most| lacking <= most) {
                found(thing.id);
            }
        }
    }
}
