//! Names of organisations by the first letters of their words, and by their one word, which may be such letters (`acronym`).

use super::groups::Keyed;
use crate::name::{Name, Reading};
use crate::score::acronym;
use crate::score::outline::{Outlines, Part, Sketch, Stroke};
use crate::tables::digest;

/// The names, by digests of letters.
#[derive(Default)]
pub struct Letters {
    /// By the first letters of their words, without and with their small words.
    firsts: Keyed,
    /// Those of one word, by that.
    words: Keyed,
}

impl Letters {
    /// The letters of all names that are not those of people.
    pub fn of(outlines: &Outlines) -> Letters {
        let (mut by_firsts, mut by_words) = (Vec::new(), Vec::new());
        let organisations = (0..outlines.len() as u32).filter(|name| outlines.reading(*name) != Reading::Person);
        for name in organisations {
            let words = outlines.words(name);
            by_firsts.extend(firsts(words).map(|letters| (letters, name)));
            by_words.extend(only(words).map(|word| (word.text, name)));
        }
        let [firsts, words] = [by_firsts, by_words].map(|of| Keyed::new(of.into_iter()));
        Letters { firsts, words }
    }

    /// Tells all names of which the query may be the letters, or that may be the letters of the query.
    pub fn find(&self, query: &Name, sketch: &Sketch, found: &mut dyn FnMut(u32)) {
        if query.reading == Reading::Person {
            return;
        }
        let mut tell = |of: &Keyed, letters: u32| of.get(letters).iter().for_each(|name| found(*name));
        if let Some(word) = only(&sketch.words).filter(|_| acronym::may_spell(query)) {
            tell(&self.firsts, word.text);
        }
        firsts(&sketch.words).for_each(|letters| tell(&self.words, letters));
    }
}

/// The one word that is compared.
fn only(words: &[Stroke]) -> Option<&Stroke> {
    let mut compared = words.iter().filter(|word| word.part == Part::Compared);
    compared.next().filter(|_| compared.next().is_none())
}

/// Digests of the first letters of the words that letters may stand for, without and with small words.
fn firsts(words: &[Stroke]) -> impl Iterator<Item = u32> {
    [false, true].into_iter().map(|small| {
        let stands = |part| part == Part::Compared || small && part == Part::Particle;
        let firsts: String = words.iter().filter(|word| stands(word.part)).map(|word| word.first).collect();
        digest(firsts.bytes())
    })
}
