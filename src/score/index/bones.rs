//! Words whose short vowels are not written, by the letters that their Latin spellings must have.

use super::columns::{Costs, Wanted};
use crate::name::{Form, Native, letter};
use crate::score::glance::heads;
use crate::score::glue::{SOFT, VOWELS};
use crate::score::skeleton::ends_article;
use crate::score::weights as w;
use crate::transliterate::consonants;

/// What the Latin spellings of a word have whose short vowels are not written.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// For each letter that a spelling can hardly lack, the Latin letters with which it may begin there.
    pub each: Vec<u32>,
    /// All Latin letters that any of its letters may be.
    pub may_have: u32,
    /// Those with which it may begin; of several words any of these.
    pub heads: u32,
    /// How many letters a spelling must have for those that it can hardly lack.
    pub least: usize,
    /// Whether it begins with the last letter of an article, or ends with the first.
    begins_as_article_ends: bool,
    ends_as_article_begins: bool,
}

impl Needs {
    /// What a word needs.
    pub fn of(native: &Native) -> Needs {
        let letters = consonants(&native.form.text).unwrap_or_default();
        let signs: Vec<char> = native.form.text.chars().collect();
        let mut needs = Needs {
            heads: heads(native),
            begins_as_article_ends: signs.first() == Some(&'ل'),
            ends_as_article_begins: signs.last() == Some(&'ا'),
            ..Needs::default()
        };
        for (at, letter) in letters.into_iter().enumerate() {
            let spellings = || letter.usual.iter().chain(letter.rarer).copied();
            let bits = |letters: &mut dyn Iterator<Item = char>| letters.fold(0, |bits, c| bits | self::letter(c));
            // At the head of a word it is inside one as soon as another stands before it.
            if letter.silent >= w::EDIT && !ends_article(&signs, at) {
                needs.each.push(bits(&mut spellings().filter_map(|spelling| spelling.chars().next())));
            }
            needs.may_have |= bits(&mut spellings().chain(letter.ending.iter().copied()).flat_map(str::chars));
        }
        // The last letter may be silent.
        needs.least = needs.each.len().saturating_sub(1);
        needs
    }

    /// What a word needs with another behind it.
    pub fn and(mut self, other: &Needs) -> Needs {
        let swallowed = usize::from(self.ends_as_article_begins && other.begins_as_article_ends);
        self.each.extend(other.each.iter().skip(swallowed));
        self.ends_as_article_begins = other.ends_as_article_begins;
        self.may_have |= other.may_have;
        self.heads |= other.heads;
        self.least += other.least;
        self
    }

    /// Nothing is known of what a word needs.
    pub fn unknown() -> Needs {
        Needs { may_have: u32::MAX, heads: u32::MAX, ..Needs::default() }
    }

    /// What it needs if words beside it may stand for any letter.
    pub fn beside_any(self) -> Needs {
        Needs { may_have: u32::MAX, heads: u32::MAX, ..self }
    }

    /// That, as it is asked of spellings: each of their letters but vowels must stand for one of the word.
    pub fn wanted(self) -> Wanted {
        Wanted::having(self.each, self.may_have, Costs { three: 0, two: 0, one: WRITTEN, twice: false })
    }
}

/// Letters that cost an edit where nothing is written for them.
const WRITTEN: u32 = !(VOWELS | SOFT);

/// Numbered things, words or names, that have such letters.
#[derive(Default)]
pub struct Bones {
    /// All needs that differ, each with a bit in `things`; of more than there are bits, several share one.
    needs: Vec<u32>,
    things: Vec<Thing>,
}

/// What something needs (`Needs`), the length of its word in its own letters, and its number.
struct Thing {
    needs: u64,
    may_have: u32,
    heads: u32,
    least: u16,
    length: u16,
    id: u32,
}

impl Bones {
    /// Adds something by what its letters need.
    pub fn add(&mut self, needs: &Needs, length: usize, id: u32) {
        let mut bit = |need: u32| {
            let at = self.needs.iter().position(|known| *known == need).unwrap_or_else(|| {
                self.needs.push(need);
                self.needs.len() - 1
            });
            1 << (at % 64)
        };
        let each = needs.each.iter().fold(0, |all, need| all | bit(*need));
        let (least, length) = (needs.least as u16, length as u16);
        let Needs { may_have, heads, .. } = *needs;
        self.things.push(Thing { needs: each, may_have, heads, least, length, id });
    }

    /// Tells what a spelling may be; `most` says how many tenths of an edit a word of so many letters allows.
    pub fn find(&self, form: &Form, most: &dyn Fn(usize) -> Option<u32>, found: &mut dyn FnMut(u32)) {
        let first = form.text.chars().next().map_or(0, letter);
        let letters = form.letters;
        // Of needs that share a bit all must be absent.
        let (mut absent, mut met) = (0_u64, 0_u64);
        for (at, need) in self.needs.iter().enumerate() {
            let bit = 1 << (at % 64);
            if need & letters == 0 { absent |= bit } else { met |= bit }
        }
        absent &= !met;
        for thing in self.things.iter().filter(|thing| thing.heads & first != 0) {
            let unwritten = letters & !thing.may_have & WRITTEN;
            let short = u32::from(thing.least).saturating_sub(form.length as u32);
            let lacking = (thing.needs & absent).count_ones().max(unwritten.count_ones()).max(short) * w::EDIT;
            if most(thing.length.into()).is_some_and(|most| lacking <= most) {
                found(thing.id);
            }
        }
    }
}
