//! What a mention must have besides its score.

use crate::name::{Name, Reading, Role};
use crate::score::{Comparison, Means};

/// A listed name of one word that is found by it has a word at least so rare …
const RARE: u8 = 95;
/// … of so many letters: shorter ones are words, abbreviations and syllables of every language.
const LONG: usize = 5;
/// An organisation's word that names it alone may be shorter, where it is written in capitals: acronyms.
const LONG_CAPITALS: usize = 4;

/// Whether a name of a text is as exact as a mention has to be; both in the same reading.
pub fn is_exact(query: &Name, listed: &Name, comparison: &Comparison, capitals: bool) -> bool {
    let seen = |means: Means| comparison.deductions.iter().filter(move |seen| seen.means == means).count();
    // In a field a person says "this is a name"; in a text a word that stands against another says that it is none.
    if seen(Means::Contradicting) > 0 || seen(Means::Acronym) > 0 {
        return false;
    }
    let words = |name: &Name| name.words.iter().filter(|word| word.role == Role::Core).count();
    let parts: usize =
        query.words.iter().filter(|word| word.role == Role::Core).map(|word| usize::from(word.parts)).sum();
    let alone = parts == 1 && seen(Means::Glued) == 0;
    if alone {
        let Some(word) = query.words.iter().find(|word| word.role == Role::Core) else { return false };
        let long = if capitals { LONG_CAPITALS } else { LONG };
        let whole = match listed.reading {
            Reading::Person => words(listed) == 1,
            Reading::Organisation | Reading::Craft => true,
        };
        return whole && seen(Means::Same) == 1 && word.rarity >= RARE && word.form.length >= long;
    }
    let met = [Means::Same, Means::Family, Means::Spelling, Means::Sound, Means::Nickname, Means::Transliteration];
    let met: usize = met.into_iter().map(seen).sum::<usize>() + 2 * seen(Means::Glued);
    // Two words that tell people apart: an initial, a title and a particle do not.
    met >= 2
}
