//! What the lists know of a word of a text: each word is looked for once.

use super::token::Case;
use crate::name::{Name, Reading, Role, Word};
use crate::score::{Index, Near};
use crate::tables::{HashMap, Tables};
use std::rc::Rc;

/// What is known of a word.
#[derive(Default)]
pub struct Known {
    /// The listed words near it.
    pub near: Vec<Near>,
    /// The names of which it is several words, written together.
    pub apart: Vec<u32>,
    /// Whether it is a word in the names of people.
    pub of_people: bool,
}

/// The words that were looked for.
#[derive(Default)]
pub struct Lexicon {
    words: HashMap<String, Rc<Known>>,
}

/// So many words are kept, some tens of megabytes: more than a book has.
const MOST_KEPT: usize = 60_000;

impl Lexicon {
    /// What is known of a word as it is written.
    pub fn word(&mut self, index: &Index, raw: &str, case: Case) -> Rc<Known> {
        self.get(raw, || Known::word(index, raw, case))
    }

    /// What is known of two words written together.
    pub fn pair(&mut self, index: &Index, first: &str, second: &str) -> Rc<Known> {
        self.get(&format!("{first} {second}"), || Known::pair(index, first, second))
    }

    fn get(&mut self, key: &str, find: impl FnOnce() -> Known) -> Rc<Known> {
        if let Some(known) = self.words.get(key) {
            return Rc::clone(known);
        }
        if self.words.len() >= MOST_KEPT {
            self.words.clear();
        }
        let known = Rc::new(find());
        self.words.insert(key.to_owned(), Rc::clone(&known));
        known
    }
}

impl Known {
    fn word(index: &Index, raw: &str, case: Case) -> Known {
        let mut known = Known::default();
        let person = Name::read(raw, Reading::Person);
        let mut words: Vec<Word> = person.words;
        if !raw.is_ascii() {
            // The words of organisations are translated.
            words.extend(Name::read(raw, Reading::Organisation).words.into_iter().filter(|word| word.native.is_some()));
        }
        for word in words.iter_mut().filter(|word| word.role != Role::Initial) {
            // As a listed name has it, a title is no word of a person, and as a word of an organisation it is.
            word.role = Role::Core;
            known.near.extend(index.near(word));
        }
        known.near.sort_unstable_by_key(|near| (near.id, near.cost));
        known.near.dedup_by_key(|near| near.id);
        let mut exact = known.near.iter().filter(|near| near.cost == 0);
        known.of_people = exact
            .any(|near| index.names_with(near.id).iter().any(|name| index.reading(*name) == Reading::Person))
            || words.iter().any(|word| word.form.family.is_some() || !word.form.nicknames.is_empty());
        if is_joined(raw, case) {
            known.apart = words.iter().flat_map(|word| index.written_apart(word)).collect();
        }
        known
    }

    fn pair(index: &Index, first: &str, second: &str) -> Known {
        let mut words = Name::read(&format!("{first} {second}"), Reading::Person).words;
        words.retain(|word| word.role == Role::Core);
        let near = match words.as_slice() {
            [first, second] if !Tables::get().is_title(&first.form.text) => {
                let glued = Word::glue(&[first, second]);
                // A spelling of them together says more than one that is near it.
                index.near(&glued).into_iter().filter(|near| near.cost <= FARTHEST_PAIR).collect()
            }
            _ => Vec::new(),
        };
        Known { near, ..Known::default() }
    }
}

/// How far a listed word may be from two words written together, in thousandths.
const FARTHEST_PAIR: u32 = 100;

/// Whether a word is written as several without a space: `ErkenTuniyaz`.
fn is_joined(raw: &str, case: Case) -> bool {
    let letters: Vec<char> = raw.chars().collect();
    case == Case::Large && letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase())
}
