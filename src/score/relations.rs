//! The relations of a query's words with all words of the lists, worked out once: tens of thousands of names share far
//! fewer words.

use super::weights as w;
use super::word::{DIFFERENT, Relation, relate};
use crate::name::{Name, Role, Word};
use std::collections::HashMap;

/// The distinct words of the listed names. Words are one word when they relate to every other in the same way.
#[derive(Default)]
pub struct Dictionary {
    words: Vec<Word>,
    /// By the Latin form, the letters and further spellings of another script, and whether it is an initial.
    ids: HashMap<(String, Option<String>, bool), u32>,
}

impl Dictionary {
    /// Numbers the words of a listed name.
    pub fn number(&mut self, name: &mut Name) {
        for word in &mut name.words {
            // A word of another script is read by its place in a name too, so that its spellings belong to it.
            let native = word.native.as_ref().map(|native| {
                let others = native.others.iter().map(|form| form.text.as_str());
                std::iter::once(native.form.text.as_str()).chain(others).collect::<Vec<_>>().join(" ")
            });
            let key = (word.form.text.clone(), native, word.role == Role::Initial);
            let next = self.words.len() as u32;
            let id = *self.ids.entry(key).or_insert(next);
            if id == next {
                self.words.push(word.clone());
            }
            word.id = id;
        }
    }

    /// No more names come: what was needed to number them is given up.
    pub fn close(&mut self) {
        self.ids = HashMap::new();
    }
}

/// What is known of the relations between the words of a query and those of the lists.
pub struct Relations {
    /// For each numbered word of the query, its relation with each word of the lists.
    known: Vec<Vec<Relation>>,
    /// For each word of the lists, whether a word of the query meets it.
    met: Vec<bool>,
}

impl Relations {
    /// Nothing is known: every relation is worked out when it is asked for.
    pub fn none() -> Relations {
        Relations { known: Vec::new(), met: Vec::new() }
    }

    /// Numbers the words of a query and works their relations out.
    pub fn between(query: &mut Name, dictionary: &Dictionary) -> Relations {
        let mut known = Vec::with_capacity(query.words.len());
        let mut met = vec![false; dictionary.words.len()];
        for (at, word) in query.words.iter_mut().enumerate() {
            word.id = at as u32;
            let relation = |(listed, met): (&Word, &mut bool)| {
                let relation = if may_meet(word, listed) { relate(word, listed) } else { DIFFERENT };
                *met |= relation.cost < w::DIFFERENT;
                relation
            };
            known.push(dictionary.words.iter().zip(&mut met).map(relation).collect());
        }
        Relations { known, met }
    }

    /// Whether nothing was worked out beforehand: two names alone are compared, and there is time to tell more of them.
    pub fn are_none(&self) -> bool {
        self.known.is_empty()
    }

    /// How a word of the query relates to a word of a listed name.
    pub fn of(&self, query: &Word, listed: &Word) -> Relation {
        let known = self.known.get(query.id as usize).and_then(|row| row.get(listed.id as usize));
        known.copied().unwrap_or_else(|| relate(query, listed))
    }

    /// Whether a word of the query meets a word of the listed name; yes where nothing is known.
    pub fn touch(&self, listed: &Name) -> bool {
        listed.words.iter().any(|word| self.met.get(word.id as usize).copied().unwrap_or(true))
    }
}

/// Whether two words have a letter in common or another way to meet.
fn may_meet(a: &Word, b: &Word) -> bool {
    let known = a.form.family.is_some() || !a.form.nicknames.is_empty();
    a.form.letters & b.form.letters != 0 || known || a.native.is_some() || b.native.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Reading;

    #[test]
    fn words_are_one_only_if_all_their_spellings_are() {
        let mut dictionary = Dictionary::default();
        let name = Name::read("Олександр", Reading::Person);
        let (mut first, mut same, mut other) = (name.clone(), name.clone(), name);
        let native = other.words[0].native.as_mut().unwrap();
        assert!(native.others.pop().is_some(), "it has several spellings");
        [&mut first, &mut same, &mut other].into_iter().for_each(|name| dictionary.number(name));
        assert_eq!(first.words[0].id, same.words[0].id);
        assert_ne!(first.words[0].id, other.words[0].id);
    }
}
