//! The relations of a query's words with all words of the lists, worked out once: tens of thousands of names share far
//! fewer words, and most of these are ruled out by their letters alone.

use super::glance::{Glance, Sight};
use super::word::{DIFFERENT, Relation, relate};
use crate::name::{Name, Role, Word};
use std::collections::HashMap;
use std::rc::Rc;

/// The distinct words of the listed names. Words are one word when they relate to every other in the same way.
#[derive(Default)]
pub struct Dictionary {
    words: Vec<Word>,
    /// What shows at a glance of each, and of those of other scripts besides, by their numbers.
    glances: Vec<Glance>,
    natives: Vec<(u32, Sight)>,
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
                if !Sight::is_plain(word) {
                    self.natives.push((id, Sight::of(word)));
                }
            }
            word.id = id;
        }
    }

    /// No more names come: what was needed to number them is given up.
    pub fn close(&mut self) {
        self.ids = HashMap::new();
    }

    /// The letters and the length of a word, and whether it has Latin letters only.
    pub fn glance(&self, id: usize) -> (u32, usize, bool) {
        let Glance { letters, length, native, .. } = self.glances[id];
        (letters, length as usize, !native)
    }

    /// The words, by their numbers.
    pub fn words(&self) -> &[Word] {
        &self.words
    }
}

/// What is known of the relations between the words of a query and those of the lists.
pub struct Relations {
    /// For each word of the query that is held against words of the lists; the relations of others are worked out when they
    /// are asked for.
    rows: Vec<Option<Rc<Row>>>,
}

/// The relations of words that have been looked for already: the readings of a query share most of its words.
#[derive(Default)]
pub struct Looked {
    rows: Vec<(Word, Rc<Row>)>,
}

impl Looked {
    fn row(&mut self, word: &Word, dictionary: &Dictionary) -> Rc<Row> {
        let initial = |word: &Word| word.role == Role::Initial;
        let same =
            |other: &Word| other.form == word.form && other.native == word.native && initial(other) == initial(word);
        if let Some((_, row)) = self.rows.iter().find(|(other, _)| same(other)) {
            return Rc::clone(row);
        }
        let row = Rc::new(Row::of(word, dictionary));
        self.rows.push((word.clone(), Rc::clone(&row)));
        row
    }
}

/// The relations of one word of the query.
struct Row {
    /// For each word of the lists the place of its relation in `met`; 0 for a word that is different.
    places: Vec<u32>,
    met: Vec<Relation>,
}

impl Row {
    fn of(word: &Word, dictionary: &Dictionary) -> Row {
        let mut row = Row { places: vec![0; dictionary.words.len()], met: vec![DIFFERENT] };
        let sight = Sight::of(word);
        let mut meet = |id: usize| {
            let relation = relate(word, &dictionary.words[id]);
            if relation != DIFFERENT {
                row.places[id] = row.met.len() as u32;
                row.met.push(relation);
            }
        };
        let mut natives = dictionary.natives.iter().peekable();
        for (id, other) in dictionary.glances.iter().enumerate() {
            let may_meet = match natives.next_if(|(native, _)| *native as usize == id) {
                Some((_, other)) => sight.may_meet(other),
                None => sight.may_meet_plain(other),
            };
            if may_meet {
                meet(id);
            }
        }
        row
    }
}

impl Relations {
    /// Nothing is known: every relation is worked out when it is asked for.
    pub fn none() -> Relations {
        Relations { rows: Vec::new() }
    }

    /// Numbers the words of a query and works their relations out.
    pub fn between(query: &mut Name, dictionary: &Dictionary, looked: &mut Looked) -> Relations {
        let mut rows = Vec::with_capacity(query.words.len());
        for (at, word) in query.words.iter_mut().enumerate() {
            word.id = at as u32;
            let compared = matches!(word.role, Role::Core | Role::Initial | Role::Number(_));
            rows.push(compared.then(|| looked.row(word, dictionary)));
        }
        Relations { rows }
    }

    /// Whether nothing was worked out beforehand: two names alone are compared, and there is time to tell more of them.
    pub fn are_none(&self) -> bool {
        self.rows.is_empty()
    }

    /// How a word of the query relates to a word of a listed name.
    pub fn of(&self, query: &Word, listed: &Word) -> Relation {
        let row = self.rows.get(query.id as usize).and_then(Option::as_deref);
        match row.and_then(|row| row.places.get(listed.id as usize).map(|place| row.met[*place as usize])) {
            Some(relation) => relation,
            None => relate(query, listed),
        }
    }

    /// How two numbered words relate, if they are not different.
    pub fn numbered(&self, query: u32, listed: u32) -> Option<Relation> {
        let row = self.rows[query as usize].as_deref()?;
        let place = row.places[listed as usize];
        (place > 0).then(|| row.met[place as usize])
    }
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
