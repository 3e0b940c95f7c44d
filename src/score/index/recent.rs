//! What was found for the words that were asked last: the rows of a file share most of their words, and who types asks the first words
//! again with every letter of the next.

use crate::name::Word;
use crate::tables::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many members are kept of each generation, some megabyte …
const MOST_KEPT: usize = 1 << 16;
/// … and so many for a word: very many are found only for a few of another script.
const MOST_OF_WORD: usize = MOST_KEPT / 16;
/// As many take up what a word does by itself.
const WORD: usize = 16;

/// What was found, by the word that was asked.
///
/// Two generations are kept. When the younger one is full, it becomes the older one, and what of that was not asked again is given up.
pub struct Recent<T>(Mutex<[Generation<T>; 2]>);

struct Generation<T> {
    /// By their Latin forms.
    found: HashMap<String, Found<T>>,
    members: usize,
}

struct Found<T> {
    word: Word,
    what: Arc<T>,
    members: usize,
}

impl<T> Default for Generation<T> {
    fn default() -> Generation<T> {
        Generation { found: HashMap::default(), members: 0 }
    }
}

impl<T> Default for Recent<T> {
    fn default() -> Recent<T> {
        Recent(Mutex::default())
    }
}

impl<T> Generation<T> {
    fn take(&mut self, word: &Word) -> Option<Found<T>> {
        let found = self.found.remove(&word.form.text)?;
        self.members -= found.members;
        Some(found)
    }
}

impl<T> Recent<T> {
    /// What was found for a word, if that is known and serves.
    pub fn find(&self, word: &Word, serves: impl Fn(&T) -> bool) -> Option<Arc<T>> {
        let mut generations = self.generations();
        let serving = |found: &Found<T>| found.word.relates_as(word) && serves(&found.what);
        if let Some(found) = generations[0].found.get(&word.form.text).filter(|found| serving(found)) {
            return Some(Arc::clone(&found.what));
        }
        let found = generations[1].take(word).filter(serving)?;
        let what = Arc::clone(&found.what);
        put(&mut generations, found);
        Some(what)
    }

    /// Keeps what was found for a word, of so many members.
    pub fn keep(&self, word: &Word, what: T, members: usize) -> Arc<T> {
        let what = Arc::new(what);
        if members <= MOST_OF_WORD {
            put(
                &mut self.generations(),
                Found { word: word.clone(), what: Arc::clone(&what), members: WORD + members },
            );
        }
        what
    }

    /// Whoever panicked while it held these left them whole.
    fn generations(&self) -> MutexGuard<'_, [Generation<T>; 2]> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts what was found into the younger generation, in the place of what was known of the word.
fn put<T>(generations: &mut [Generation<T>; 2], found: Found<T>) {
    generations[0].take(&found.word);
    if generations[0].members + found.members > MOST_KEPT {
        generations[1] = std::mem::take(&mut generations[0]);
    }
    generations[0].members += found.members;
    generations[0].found.insert(found.word.form.text.clone(), found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::{Name, Reading};

    fn word(text: &str) -> Word {
        Name::read(text, Reading::Person).words.remove(0)
    }

    #[test]
    fn what_serves_is_found_again_and_what_does_not_is_not() {
        let recent = Recent::default();
        let asked = word("Tuniyaz");
        assert!(recent.find(&asked, |_: &u32| true).is_none());
        recent.keep(&asked, 3, 1);
        assert_eq!(recent.find(&asked, |found| *found >= 3).as_deref(), Some(&3));
        assert_eq!(recent.find(&asked, |found| *found > 3), None);
        recent.keep(&asked, 5, 1);
        assert_eq!(recent.find(&asked, |found| *found > 3).as_deref(), Some(&5));
        // The same letters, but an initial, and of another script.
        recent.keep(&word("k"), 7, 1);
        assert_eq!(recent.find(&Word { role: crate::name::Role::Core, ..word("k") }, |_| true), None);
        let (latin, cyrillic) = (word("Soin"), word("Соин"));
        assert_eq!(latin.form, cyrillic.form);
        recent.keep(&latin, 9, 1);
        assert_eq!(recent.find(&cyrillic, |_| true), None);
    }

    #[test]
    fn what_is_asked_again_outlives_what_is_not() {
        let recent = Recent::default();
        let name = |number: usize| word(&format!("word{number}"));
        for number in 0..100 {
            recent.keep(&name(number), number, MOST_OF_WORD);
            assert_eq!(recent.find(&name(0), |_| true).as_deref(), Some(&0), "{number}");
            let members: usize = recent.generations().iter().map(|generation| generation.members).sum();
            assert!(members <= 2 * MOST_KEPT, "{members}");
        }
        assert_eq!(recent.find(&name(1), |_| true), None);
        assert_eq!(recent.find(&name(99), |_| true).as_deref(), Some(&99));
        recent.keep(&name(100), 100, MOST_OF_WORD + 1);
        assert_eq!(recent.find(&name(100), |_| true), None);
    }
}
