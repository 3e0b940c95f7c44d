//! What the lists know of a word of a text: each word is looked for once.

use super::base;
use super::token::Case;
use crate::name::{Name, Reading, Role, Word};
use crate::score::{Index, Near, Spelt};
use crate::tables::{HashMap, Tables};
use std::rc::Rc;
use std::sync::Arc;

/// What is known of a word.
#[derive(Default)]
pub struct Known {
    /// The listed words near it.
    pub near: Vec<Near>,
    /// The names of which it is several words, written together.
    pub apart: Vec<u32>,
    /// Whether it is a word in the names of people.
    pub of_people: bool,
    /// Its first forms that are listed to the letter.
    pub bases: Vec<String>,
}

/// The words that were looked for, in an index and by its spellings.
#[derive(Default)]
pub struct Lexicon {
    words: HashMap<String, Rc<Known>>,
}

/// So many words are kept, some tens of megabytes: more than a book has.
const MOST_KEPT: usize = 60_000;

/// Where words are looked for.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    /// The listed words by what is near them …
    pub index: &'a Index,
    /// … and to the letter.
    pub spelt: &'a Spelt,
}

impl Lexicon {
    /// What is known of a word as it is written.
    pub fn word(&mut self, listed: Listed, raw: &str, case: Case) -> Rc<Known> {
        self.get(raw, || Known::word(listed, raw, case))
    }

    /// What is known of two words written together.
    pub fn pair(&mut self, listed: Listed, first: &str, second: &str) -> Rc<Known> {
        self.get(&format!("{first} {second}"), || Known::pair(listed, first, second))
    }

    /// What is known of characters that are written without spaces.
    pub fn characters(&mut self, listed: Listed, raw: &str) -> Rc<Known> {
        let length = raw.chars().count();
        self.get(raw, || {
            // Behind another word two characters are one word, and not a family name and a given one.
            let mut words = words(&format!("{ANOTHER} {raw}"));
            words.retain(|word| word.raw.chars().count() == length && *word.raw != *ANOTHER);
            let mut near: Vec<Near> = words.iter().flat_map(|word| listed.index.same(listed.spelt, word)).collect();
            sort(&mut near);
            Known { near, ..Known::default() }
        })
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

/// The words that a written word is, in the names of people and of organisations, which translate it.
fn words(raw: &str) -> Vec<Word> {
    let mut words = Name::read(raw, Reading::Person).words;
    if !raw.is_ascii() {
        words.extend(Name::read(raw, Reading::Organisation).words.into_iter().filter(|word| word.native.is_some()));
    }
    words.retain(|word| word.role != Role::Initial);
    words
}

/// Any word of Chinese characters.
const ANOTHER: &str = "一";

/// The listed words that a written word is to the letter; one that comes apart is each of its words.
fn same(listed: Listed, raw: &str) -> Vec<Near> {
    let mut near: Vec<Near> = words(raw).iter().flat_map(|word| listed.index.same(listed.spelt, word)).collect();
    sort(&mut near);
    near
}

fn sort(near: &mut Vec<Near>) {
    near.sort_unstable_by_key(|near| (near.id, near.cost));
    near.dedup_by_key(|near| near.id);
}

impl Known {
    fn word(listed: Listed, raw: &str, case: Case) -> Known {
        let index = listed.index;
        let words = words(raw);
        let mut known = Known { near: same(listed, raw), ..Known::default() };
        // What Arabic binds to a word is as often its first letter: where the word itself is listed, only `and` is taken off, and what
        // is left has to be listed in these letters.
        let exact = case == Case::Caseless && known.near.iter().any(|near| near.cost <= SAME);
        let (forms, most) = if exact { (base::behind_and(raw), 0) } else { (base::forms(raw), SAME) };
        for form in forms {
            let near: Vec<Near> = same(listed, &form).into_iter().filter(|near| near.cost <= most).collect();
            if !near.is_empty() && known.bases.len() < MOST_BASES {
                known.near.extend(near);
                known.bases.push(form);
            }
        }
        if known.bases.is_empty() {
            for word in &words {
                match &word.native {
                    None => known.near.extend(index.near(word)),
                    // One usual Latin spelling stands for the word; what is found by it is held against the word itself.
                    Some(native) if !native.vowelless && case != Case::Caseless => {
                        let latin = Word { native: None, form: Arc::clone(&word.form), ..word.clone() };
                        let found = index.near(&latin).into_iter().map(|near| near.id).collect();
                        known.near.extend(index.related(word, found));
                    }
                    Some(_) => {}
                }
            }
        }
        sort(&mut known.near);
        let mut exact = known.near.iter().filter(|near| near.cost == 0);
        let of_person = |name: &u32| index.reading(*name) == Reading::Person;
        known.of_people = exact.any(|near| index.names_with(near.id).iter().any(of_person))
            || words.iter().any(|word| word.form.family.is_some() || !word.form.nicknames.is_empty());
        if is_joined(raw, case) {
            known.apart = words.iter().flat_map(|word| index.written_apart(word)).collect();
        }
        known
    }

    fn pair(listed: Listed, first: &str, second: &str) -> Known {
        let mut words = Name::read(&format!("{first} {second}"), Reading::Person).words;
        words.retain(|word| word.role == Role::Core);
        let near = match words.as_slice() {
            [first, second] if !Tables::get().is_title(&first.form.text) => {
                // A spelling of both together says more than one that is near it.
                listed.index.same(listed.spelt, &Word::glue(&[first, second]))
            }
            _ => Vec::new(),
        };
        Known { near, ..Known::default() }
    }
}

/// So many first forms of a word are tried.
const MOST_BASES: usize = 2;

/// Words within this cost, in thousandths, are the same: the spellings of one family, and letters of two scripts that agree.
const SAME: u32 = 100;

/// Whether a word is written as several without a space: `ErkenTuniyaz`.
fn is_joined(raw: &str, case: Case) -> bool {
    let letters: Vec<char> = raw.chars().collect();
    case == Case::Large && letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase())
}
