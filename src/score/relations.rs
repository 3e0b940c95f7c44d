//! The relations of a query's words with words of the lists, each worked out when it is first asked for: tens of thousands of names
//! share far fewer words, and most of these are ruled out by their letters alone.

use super::dictionary::Dictionary;
use super::glance::Sight;
use super::word::{DIFFERENT, Relation, relate};
use crate::name::{Name, Word};
use std::cell::RefCell;

/// What is known of the relations between the words of a query and those of the lists.
#[derive(Default)]
pub struct Relations<'a>(Option<Known<'a>>);

struct Known<'a> {
    dictionary: &'a Dictionary,
    /// The distinct words of the query in all its readings, by their numbers.
    words: Vec<(Word, Sight)>,
    met: RefCell<Met>,
}

/// The relations that were asked for.
struct Met {
    /// For each word of the lists the place of its relations, from 1; 0 for one that was not asked for.
    places: Vec<u16>,
    /// At each place what is known of the relations with the words of the query.
    relations: Vec<Seen>,
}

/// So many are kept, some 16 MB: enough for nineteen words and all words of 33,000 designations.
const MOST_KEPT: usize = 1 << 20;

/// What is known of a relation.
#[derive(Clone, Copy)]
enum Seen {
    Nothing,
    /// None is nearer.
    Bound(Relation),
    /// It is this.
    Known(Relation),
}

impl<'a> Relations<'a> {
    /// Nothing is kept: every relation is worked out when it is asked for.
    pub fn none() -> Relations<'a> {
        Relations(None)
    }

    /// Numbers the words of a query in all its readings, so that words that relate to every other in the same way are one.
    pub fn of_query(names: &mut [Name], dictionary: &'a Dictionary) -> Relations<'a> {
        let mut words: Vec<(Word, Sight)> = Vec::new();
        for word in names.iter_mut().flat_map(|name| &mut name.words) {
            let known = words.iter().position(|(other, _)| other.relates_as(word));
            word.id = known.unwrap_or(words.len()) as u32;
            if known.is_none() {
                words.push((word.clone(), Sight::of(word)));
            }
        }
        let met = Met { places: vec![0; dictionary.words().len()], relations: Vec::new() };
        Relations(Some(Known { dictionary, words, met: RefCell::new(met) }))
    }

    /// Whether nothing is kept: two names alone are compared, and there is time to tell more of them.
    pub fn are_none(&self) -> bool {
        self.0.is_none()
    }

    /// The distinct words of the query, by their numbers.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.0.iter().flat_map(|known| &known.words).map(|(word, _)| word)
    }

    /// How a word of the query relates to a word of a listed name.
    pub fn of(&self, query: &Word, listed: &Word) -> Relation {
        match &self.0 {
            Some(known) if query.id != Word::LOOSE && listed.id != Word::LOOSE => known.relation(query.id, listed.id),
            _ => relate(query, listed),
        }
    }

    /// Keeps the relation of two numbered words, which is known.
    pub fn learn(&self, query: u32, listed: u32, relation: Relation) {
        let Some(known) = &self.0 else { return };
        if let Some(seen) = known.met.borrow_mut().seen(query, listed, known.words.len()) {
            *seen = Seen::Known(relation);
        }
    }

    /// How two numbered words relate, if they are not different; or as a bound that shows at a glance, and that no relation of the two
    /// is nearer than.
    pub fn numbered(&self, query: u32, listed: u32, glance: bool) -> Option<Relation> {
        let known = self.0.as_ref()?;
        let relation = if glance { known.bound(query, listed) } else { known.relation(query, listed) };
        (relation != DIFFERENT).then_some(relation)
    }
}

impl Known<'_> {
    fn relation(&self, query: u32, listed: u32) -> Relation {
        let work_out = |bound| match bound {
            DIFFERENT => DIFFERENT,
            _ => relate(&self.words[query as usize].0, &self.dictionary.words()[listed as usize]),
        };
        let bound = || self.dictionary.bound(&self.words[query as usize].1, listed);
        let mut met = self.met.borrow_mut();
        let Some(seen) = met.seen(query, listed, self.words.len()) else { return work_out(bound()) };
        let relation = match *seen {
            Seen::Known(relation) => return relation,
            Seen::Bound(bound) => work_out(bound),
            Seen::Nothing => work_out(bound()),
        };
        *seen = Seen::Known(relation);
        relation
    }

    fn bound(&self, query: u32, listed: u32) -> Relation {
        let bound = || self.dictionary.bound(&self.words[query as usize].1, listed);
        let mut met = self.met.borrow_mut();
        let Some(seen) = met.seen(query, listed, self.words.len()) else { return bound() };
        match *seen {
            Seen::Known(relation) | Seen::Bound(relation) => relation,
            Seen::Nothing => {
                let bound = bound();
                *seen = Seen::Bound(bound);
                bound
            }
        }
    }
}

impl Met {
    /// What is known of a relation of a query that has so many words; nothing where there is no more place to keep it.
    fn seen(&mut self, query: u32, listed: u32, words: usize) -> Option<&mut Seen> {
        let place = &mut self.places[listed as usize];
        if *place == 0 {
            if self.relations.len() + words > MOST_KEPT {
                return None;
            }
            *place = (self.relations.len() / words + 1).try_into().ok()?;
            self.relations.resize(self.relations.len() + words, Seen::Nothing);
        }
        self.relations.get_mut((usize::from(*place) - 1) * words + query as usize)
    }
}
