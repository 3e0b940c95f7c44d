//! Which of all listed names may reach a threshold, found without looking at the others.
//!
//! A name is looked at if one of its words is near one of the query (`nearness` says how near the nearest must be, `spellings` finds
//! all that are), if words of one side written together may be a word of the other (`runs`), or if one may be the letters of the other
//! (`letters`). What is found so is judged by its outline (`outline`), and only then compared. Nothing that a comparison of all names
//! would show is lost, which the tests hold.

mod bones;
mod columns;
mod groups;
mod letters;
mod recent;
mod runs;
mod shelf;
mod spellings;
mod texts;

use super::dictionary::Dictionary;
use super::nearness::{SPARED, nearness};
use super::outline::{Outlines, Part, Sketch, weight_of};
use super::relations::Relations;
use super::word::{DIFFERENT, Relation, relate};
use super::{Means, glue, weights as w};
use crate::name::{Name, Reading, Role, Word};
use groups::Groups;
use letters::Letters;
use recent::Recent;
use runs::Runs;
use spellings::{Reach, Spellings};
use std::sync::Arc;
pub use texts::{Near, Spelt};

/// How a listed name may reach a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// By its words or their letters.
    pub words: bool,
    /// By words that one side writes together and the other apart; without this it has none.
    pub joined: bool,
}

/// The listed names, by what may lead to them.
#[derive(Default)]
pub struct Index {
    dictionary: Dictionary,
    outlines: Outlines,
    spellings: Spellings,
    /// The names in which each word is compared.
    names: Groups,
    /// The few names of organisations and ships that say so many words again that these are always looked at.
    repeating: Vec<u32>,
    /// The least weight of each word in the names of organisations and ships.
    weights: Vec<u8>,
    runs: Runs,
    letters: Letters,
    /// What was near the words that were asked last, and which names may write words together as them.
    near: Recent<Vicinity>,
    joined: Recent<Vec<u32>>,
}

/// What is near a word.
struct Vicinity {
    /// Nothing within that reach is missing.
    reach: Reach,
    /// The listed words that may be near, with their relations, and those of the same Latin form.
    words: Vec<(u32, Relation)>,
}

impl Index {
    /// Adds a listed name and numbers its words; names are numbered as they come.
    pub fn add(&mut self, name: &mut Name) {
        let number = self.outlines.len() as u32;
        assert!(number < MOST_NAMES, "more than {MOST_NAMES} names cannot be screened at once; load fewer lists");
        self.dictionary.number(name);
        self.runs.add(name, number);
        self.outlines.add(name);
    }

    /// No more names come.
    pub fn close(&mut self) {
        self.dictionary.close();
        self.outlines.close();
        self.runs.close();
        self.weights = vec![100; self.dictionary.words().len()];
        for name in (0..self.outlines.len() as u32).filter(|name| self.outlines.reading(*name) != Reading::Person) {
            let words = self.outlines.words(name);
            let again = |at: usize| words[..at].iter().any(|other| other.text == words[at].text);
            let repeats = (0..words.len()).filter(|at| words[*at].part.may_meet() && again(*at)).count() as i32;
            self.repeating.extend((repeats > SPARED).then_some(name));
            for word in words {
                let least = &mut self.weights[word.id as usize];
                *least = word.weight.min(*least);
            }
        }
        self.spellings = Spellings::new(self.dictionary.words(), |id| self.weights[id as usize] < DESCRIBING);
        self.letters = Letters::of(&self.outlines);
        let names = 0..self.outlines.len() as u32;
        let compared = |name: u32| self.outlines.words(name).iter().filter(|word| word.part.may_meet());
        let pairs = names.flat_map(|name| compared(name).map(move |word| (word.id, name)));
        self.names = Groups::new(self.dictionary.words().len(), pairs);
    }

    /// The words of the listed names.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The names that may come as near to a query, in any of its readings, as `most` hundredths of a point; by their numbers in
    /// ascending order.
    pub fn prospects(&self, query: &[Name; 3], relations: &Relations, most: i32) -> Vec<(u32, Prospect)> {
        let sketches = query.each_ref().map(Sketch::of);
        let mut seen = Seen::of(self.outlines.len());
        // The number of a name, and whether words must be joined.
        let mut prospects: Vec<u32> = Vec::new();
        let mut look = |name: u32| {
            let sketch = &sketches[self.outlines.reading(name) as usize];
            let may_be = |glance| sketch.least(self.outlines.words(name), relations, glance) <= most;
            if seen.first_time(name) && may_be(true) && may_be(false) {
                prospects.push(name << 1);
            }
        };
        let nearness = query.each_ref().map(|name| nearness(name, most));
        for reading in Reading::ALL.into_iter().filter(|reading| nearness[*reading as usize].is_none()) {
            let names = 0..self.outlines.len() as u32;
            names.filter(|name| self.outlines.reading(*name) == reading).for_each(&mut look);
        }
        self.repeating.iter().copied().for_each(&mut look);
        for (at, word) in relations.words().enumerate() {
            // What words of such a weight may cost beside this one, by the readings in which it is compared.
            let costs = sketches.each_ref().map(|sketch| {
                let mut same = sketch.words.iter().filter(|word| word.id as usize == at && word.part.may_meet());
                let nearness = nearness[sketch.reading as usize]?;
                same.next().map(|word| move |weight: u8| nearness.cost(word.weight.min(weight).into()))
            });
            let most = |weight: u8| costs.iter().flatten().map(|cost| cost(weight)).max();
            let (Some(cost), Some(describing)) = (most(DESCRIBING), most(w::WEIGHT_FLOOR as u8)) else { continue };
            let vicinity = self.vicinity(at as u32, word, Reach { cost, describing, edits: u32::MAX }, relations);
            for (id, found) in vicinity.words.iter().copied() {
                let same_text = self.dictionary.text(id) == word.form.text;
                let weight = self.weights[id as usize];
                let near = costs.each_ref().map(|cost| {
                    let cost = cost.as_ref().map_or(0, |cost| cost(weight));
                    // Words of another script that do not differ in a letter cost only what is unsure of them.
                    same_text || found.means == Means::Initial || found.edits == 0 || found.cost <= cost
                });
                if near == [false; 3] {
                    continue;
                }
                let names = self.names.get(id as usize).iter().copied();
                names.filter(|name| near[self.outlines.reading(*name) as usize]).for_each(&mut look);
            }
        }
        let mut spelt = Vec::new();
        for (name, sketch) in query.iter().zip(&sketches) {
            self.letters.find(name, sketch, &mut |found| {
                if self.outlines.reading(found) == name.reading {
                    spelt.push(found << 1);
                }
            });
        }
        prospects.extend(spelt);
        self.joined(query, relations, &mut |name| prospects.push(name << 1 | 1));
        prospects.sort_unstable();
        prospects.dedup();
        let of_name = |found: &[u32]| {
            let has = |joined| found.iter().any(|found| found & 1 == joined);
            (found[0] >> 1, Prospect { words: has(0), joined: has(1) })
        };
        prospects.chunk_by(|a, b| a >> 1 == b >> 1).map(of_name).collect()
    }

    /// What is near a word of the query, by its number; further away than asked for where that is known.
    fn vicinity(&self, at: u32, word: &Word, reach: Reach, relations: &Relations) -> Arc<Vicinity> {
        if let Some(known) = self.near.find(word, |known| known.reach.covers(reach)) {
            known.words.iter().for_each(|(id, relation)| relations.learn(at, *id, *relation));
            return known;
        }
        let related = |id| {
            let same_text = self.dictionary.text(id) == word.form.text;
            let relation = relations.numbered(at, id, false).or(same_text.then_some(DIFFERENT))?;
            Some((id, relation))
        };
        let words: Vec<(u32, Relation)> = self.spellings.near(word, reach).into_iter().filter_map(related).collect();
        let members = words.len();
        self.near.keep(word, Vicinity { reach, words }, members)
    }

    /// Tells the names of which words are written together in the query, or that write words of the query together.
    fn joined(&self, query: &[Name; 3], relations: &Relations, found: &mut dyn FnMut(u32)) {
        // Ships and aircraft are read as organisations are, but for the weight of words.
        let mut runs = glue::runs(&query[Reading::Person as usize]);
        runs.extend(glue::runs(&query[Reading::Organisation as usize]));
        let same = |a: &Word, b: &Word| a.relates_as(b) && a.across == b.across;
        for (at, run) in runs.iter().enumerate() {
            if runs[..at].iter().any(|other| same(other, run)) {
                continue;
            }
            for id in self.spellings.near(run, Reach::GLUED) {
                let relation = relate(run, &self.dictionary.words()[id as usize]);
                if relation.cost <= w::GLUE_COST && relation.edits <= w::GLUE_EDITS {
                    self.names.get(id as usize).iter().for_each(|name| found(*name));
                }
            }
        }
        for (at, word) in relations.words().enumerate() {
            let is_core = |word: &Word| word.id as usize == at && word.role == Role::Core;
            if query.iter().any(|name| name.words.iter().any(is_core)) {
                self.names_joining(word).iter().for_each(|name| found(*name));
            }
        }
    }

    /// The names of which words, written together, may be a word.
    fn names_joining(&self, word: &Word) -> Arc<Vec<u32>> {
        self.joined.find(word, |_| true).unwrap_or_else(|| {
            let mut names = Vec::new();
            self.runs.like(word, &self.dictionary, &self.outlines, &mut |name| names.push(name));
            names.sort_unstable();
            names.dedup();
            let members = names.len();
            self.joined.keep(word, names, members)
        })
    }

    /// The names in which a word is compared that is so close to one of the query that writers take one for the other.
    pub fn close_to(&self, word: &Word, relations: &Relations) -> impl Iterator<Item = u32> {
        let close = |id: &u32| relations.numbered(word.id, *id, false).is_some_and(is_close);
        let words = self.spellings.near(word, Reach::CLOSE).into_iter().filter(close);
        let words: Vec<u32> = words.collect();
        words.into_iter().flat_map(move |id| {
            let compared = move |name: &&u32| {
                self.outlines.words(**name).iter().any(|word| word.id == id && word.part == Part::Compared)
            };
            self.names.get(id as usize).iter().filter(compared).copied()
        })
    }
}

/// Whether two words are so close that writers take one for the other.
pub fn is_close(relation: Relation) -> bool {
    !matches!(relation.means, Means::Initial | Means::Contradicting) && relation.cost <= w::CLOSE
}

/// Words of less weight in the name of an organisation are looked for farther away.
const DESCRIBING: u8 = weight_of(w::DESCRIPTIVE + 1) as u8;

/// A run is told by its name and its place in one number (`runs`).
const MOST_NAMES: u32 = 1 << 24;

/// Which names were looked at.
struct Seen(Vec<u64>);

impl Seen {
    fn of(names: usize) -> Seen {
        Seen(vec![0; names.div_ceil(64)])
    }

    fn first_time(&mut self, name: u32) -> bool {
        let (word, bit) = (&mut self.0[name as usize / 64], 1 << (name % 64));
        let first = *word & bit == 0;
        *word |= bit;
        first
    }
}
