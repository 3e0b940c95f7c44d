//! An organisation's letters against its words: `IRGC`, Islamic Revolutionary Guard Corps.
//!
//! Letters are evidence of a kind of their own: they say nothing of the words behind them, and many names have the same. They
//! count only when they are all that one side has, and all the words of the other.

use super::deduction::{Deduction, Means};
use super::weights as w;
use super::{Comparison, small_words};
use crate::name::{Name, Reading, Role, Word};

/// The comparison of a name with the letters of another, whichever of the two has the letters.
pub fn compare(query: &Name, listed: &Name) -> Option<Comparison> {
    let letters = match (spells(query, listed), spells(listed, query)) {
        (true, _) => query,
        (_, true) => listed,
        _ => return None,
    };
    let only = letters.compared().next()?;
    let points = if only.form.length < w::ACRONYM_TELLING { w::ACRONYM_SHORT } else { w::ACRONYM_MET };
    let words = |name: &Name| named(name).map(|word| &*word.raw).collect::<Vec<_>>().join(" ");
    let mut deductions = vec![Deduction::new(Means::Acronym, &words(query), &words(listed), points)];
    deductions.extend(small_words::compare(query, listed).into_iter().filter(|seen| seen.means != Means::Particle));
    Some(Comparison { deductions })
}

/// Whether a name is one word that may be the letters of another name.
pub fn may_spell(letters: &Name) -> bool {
    let mut only = letters.compared();
    let (Some(word), None) = (only.next(), only.next()) else { return false };
    letters.reading != Reading::Person && word.role == Role::Core && word.form.length >= w::ACRONYM_SHORTEST
}

/// Whether a name is one word of the first letters of the other's words, in their order, with or without its small words.
fn spells(letters: &Name, words: &Name) -> bool {
    let Some(word) = letters.compared().next().filter(|_| may_spell(letters)) else { return false };
    let first = |word: &Word| word.form.text.chars().next();
    let spelt = word.form.text.chars();
    spelt.clone().eq(words.compared().filter_map(first)) || spelt.eq(named(words).filter_map(first))
}

/// The words that letters may stand for.
fn named(name: &Name) -> impl Iterator<Item = &Word> {
    name.words.iter().filter(|word| matches!(word.role, Role::Core | Role::Particle | Role::Initial))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score;

    fn met(query: &str, listed: &str) -> Option<u8> {
        let [query, listed] = [query, listed].map(|text| Name::read(text, Reading::Organisation));
        let comparison = score::compare(&query, &listed);
        comparison.deductions.iter().any(|seen| seen.means == Means::Acronym).then(|| comparison.score())
    }

    #[test]
    fn letters_stand_for_their_words_on_either_side() {
        let full = "ISLAMIC REVOLUTIONARY GUARD CORPS";
        assert_eq!(met("IRGC", full), met(full, "IRGC"));
        assert!(met("I.R.G.C.", full).is_some_and(|score| score >= w::DEFAULT_THRESHOLD));
        assert!(met("DDIO", "Directorate of Defence Industries").is_none(), "letters in another order");
        assert!(met("DODI", "Directorate of Defence Industries").is_some(), "small words may have a letter");
    }

    #[test]
    fn three_letters_are_too_common_to_be_shown() {
        assert!(met("RAB", "RAPID ACTION BATTALION").is_some_and(|score| score < w::DEFAULT_THRESHOLD));
        assert_eq!(met("RA", "RAPID ACTION"), None);
        assert_eq!(met("RAB Trading", "RAPID ACTION BATTALION"), None);
    }
}
