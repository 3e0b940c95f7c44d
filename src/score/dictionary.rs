//! The distinct words of the listed names.

use super::glance::{Glance, Sight};
use super::word::Relation;
use crate::name::{Name, Role, Word};
use crate::tables::HashMap;

/// The words. Words are one word when they relate to every other in the same way.
#[derive(Default)]
pub struct Dictionary {
    words: Vec<Word>,
    /// What shows at a glance of each, and of those of other scripts besides, by their numbers.
    glances: Vec<Glance>,
    natives: Vec<(u32, Sight)>,
    /// Their Latin forms, one after the other, and where each ends.
    texts: String,
    ends: Vec<u32>,
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
                self.glances.push(Glance::of(word));
                self.texts.push_str(&word.form.text);
                self.ends.push(self.texts.len() as u32);
                if !Sight::is_plain(word) {
                    self.natives.push((id, Sight::of(word)));
                }
            }
            word.id = id;
            // What is said of both is kept once.
            let known = &self.words[id as usize];
            if word.native == known.native {
                word.native.clone_from(&known.native);
            }
        }
    }

    /// No more names come: what was needed to number them is given up.
    pub fn close(&mut self) {
        self.ids = HashMap::default();
        self.words.shrink_to_fit();
        self.glances.shrink_to_fit();
    }

    /// The words, by their numbers.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The Latin form of a word; it is sooner at hand than the word.
    pub fn text(&self, id: u32) -> &str {
        let start = id.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.texts[start as usize..self.ends[id as usize] as usize]
    }

    /// The least that a word costs with one of these, by what shows at a glance: no relation of the two is nearer.
    pub fn bound(&self, sight: &Sight, id: u32) -> Relation {
        let glance = &self.glances[id as usize];
        let initial = || self.words[id as usize].role == Role::Initial;
        match glance.native || initial() {
            false => sight.bound_plain(glance),
            true => match self.natives.binary_search_by_key(&id, |(native, _)| *native) {
                Ok(at) => sight.bound(&self.natives[at].1),
                Err(_) => sight.bound_plain(glance),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Reading;
    use std::sync::Arc;

    #[test]
    fn words_are_one_only_if_all_their_spellings_are() {
        let mut dictionary = Dictionary::default();
        let name = Name::read("Олександр", Reading::Person);
        let (mut first, mut same, mut other) = (name.clone(), name.clone(), name);
        let native = Arc::make_mut(other.words[0].native.as_mut().unwrap());
        assert!(native.others.pop().is_some(), "it has several spellings");
        [&mut first, &mut same, &mut other].into_iter().for_each(|name| dictionary.number(name));
        assert_eq!(first.words[0].id, same.words[0].id);
        assert_ne!(first.words[0].id, other.words[0].id);
    }
}
