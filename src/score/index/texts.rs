//! What running text asks of the index: the listed words near a word of it, and the names that have them.

use super::spellings::Reach;
use super::{Index, Means};
use crate::name::{Reading, Role, Word};
use crate::score::crossing;
use crate::score::dictionary::Dictionary;
use crate::score::outline::Stroke;
use crate::score::word::relate;
use crate::tables::digest;
use crate::transliterate;

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

/// The listed words by their spellings to the letter, which a text has in most places; looking for what is near takes a hundred times
/// longer.
#[derive(Default)]
pub struct Spelt(Vec<(u32, u32)>);

/// What is looked up.
#[derive(Clone, Copy)]
enum Key<'a> {
    /// A Latin spelling.
    Latin(&'a str),
    /// A word in its own script.
    Native(&'a str),
    /// The consonants of a word.
    Bones(&'a str),
}

impl Key<'_> {
    fn digest(self) -> u32 {
        let (kind, text) = match self {
            Key::Latin(text) => (b'l', text),
            Key::Native(text) => (b'n', text),
            Key::Bones(text) => (b'b', text),
        };
        digest(std::iter::once(kind).chain(text.bytes()))
    }
}

/// The consonants of a word by classes that scripts without vowels do not keep apart; nothing for one of less than two.
fn bones(text: &str) -> Option<String> {
    let mut bones = String::new();
    for c in text.chars() {
        let class = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'h' | '\'' => continue,
            'q' | 'c' | 'x' | 'g' => 'k',
            'p' => 'b',
            'v' => 'f',
            'z' => 's',
            other => other,
        };
        if !bones.ends_with(class) {
            bones.push(class);
        }
    }
    (bones.len() > 1).then_some(bones)
}

impl Spelt {
    /// The words of the lists.
    fn of(dictionary: &Dictionary) -> Spelt {
        let mut entries = Vec::new();
        for (id, word) in dictionary.words().iter().enumerate().filter(|(_, word)| word.role != Role::Initial) {
            let mut add = |key: Key| entries.push((key.digest(), id as u32));
            for form in crossing::spellings(word) {
                add(Key::Latin(&form.text));
            }
            match &word.native {
                Some(native) => add(Key::Native(&native.form.text)),
                None => {
                    if let Some(bones) = bones(&word.form.text) {
                        add(Key::Bones(&bones));
                    }
                }
            }
        }
        entries.sort_unstable();
        entries.dedup();
        Spelt(entries)
    }

    fn find(&self, key: Key, found: &mut Vec<u32>) {
        let digest = key.digest();
        let start = self.0.partition_point(|(other, _)| *other < digest);
        found.extend(self.0[start..].iter().take_while(|(other, _)| *other == digest).map(|(_, id)| *id));
    }
}

impl Index {
    /// The listed words by their spellings.
    pub fn spelt(&self) -> Spelt {
        Spelt::of(&self.dictionary)
    }

    /// The listed words that a word of a text is to the letter, in any of its spellings; or by its consonants, where its script has
    /// no short vowels.
    pub fn same(&self, spelt: &Spelt, word: &Word) -> Vec<Near> {
        let mut found = Vec::new();
        for form in crossing::spellings(word) {
            spelt.find(Key::Latin(&form.text), &mut found);
            form.family.iter().for_each(|family| found.extend(self.spellings.family(*family)));
        }
        if let Some(native) = &word.native {
            spelt.find(Key::Native(&native.form.text), &mut found);
            let letters = if native.vowelless { transliterate::consonants(&native.form.text) } else { None };
            let text: String = letters.iter().flatten().filter_map(|letter| letter.usual.first().copied()).collect();
            if let Some(bones) = bones(&text) {
                spelt.find(Key::Bones(&bones), &mut found);
            }
        }
        self.related(word, found)
    }

    /// The listed words near a word of a text.
    pub fn near(&self, word: &Word) -> Vec<Near> {
        let cost = if word.native.is_some() { FARTHEST_NATIVE } else { FARTHEST };
        let reach = Reach { cost, describing: cost, edits: u32::MAX };
        self.related(word, self.spellings.near(word, reach))
    }

    /// Those of the listed words that are near a word.
    pub fn related(&self, word: &Word, mut found: Vec<u32>) -> Vec<Near> {
        let cost = if word.native.is_some() { FARTHEST_NATIVE } else { FARTHEST };
        found.sort_unstable();
        found.dedup();
        let words = self.dictionary.words();
        let near = found.into_iter().filter_map(|id| {
            let listed = &words[id as usize];
            if listed.role == Role::Initial {
                return None;
            }
            let relation = relate(word, listed);
            let meets = !matches!(relation.means, Means::Contradicting | Means::Initial);
            let close = relation.cost <= cost || relation.means == Means::Nickname;
            (meets && close).then_some(Near { id, cost: relation.cost })
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
