//! Two words → how they relate: the same, a spelling, a sound, a family, an initial, or different words.

use super::crossing;
use super::deduction::Means;
use super::edits;
use super::jaro;
use super::weights as w;
use crate::name::{Form, Role, Word, letter};
use crate::tables::{NicknameKind, Tables};

/// How two words relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// By which means they meet.
    pub means: Means,
    /// Relative cost in thousandths: 0 the same, `DIFFERENT` or more different words.
    pub cost: u32,
    /// Weighted edits in tenths between the spellings.
    pub edits: u32,
    /// Whether they are three or more plain edits apart, by spelling and by sound.
    pub far: bool,
}

/// The relation of two different words.
pub const DIFFERENT: Relation = Relation { means: Means::Contradicting, cost: 1000, edits: u32::MAX, far: false };

/// How a word of the query relates to a word of a listed name. Symmetric.
pub fn relate(a: &Word, b: &Word) -> Relation {
    match (a.role, b.role) {
        (Role::Initial, Role::Initial) if a.form.text == b.form.text => {
            Relation { means: Means::Same, cost: 0, edits: 0, far: false }
        }
        (Role::Initial, Role::Initial) => DIFFERENT,
        (Role::Initial, _) | (_, Role::Initial) => {
            let fits = a.form.text.chars().next() == b.form.text.chars().next();
            // An initial is a worse partner than a spelling of the word, a better one than a different word.
            if fits {
                Relation { means: Means::Initial, cost: w::DIFFERENT / 2, edits: 0, far: false }
            } else {
                DIFFERENT
            }
        }
        _ if a.native.is_some() || b.native.is_some() => crossing::relate(a, b),
        _ => relate_forms(&a.form, &b.form),
    }
}

/// How two spellings relate.
pub fn relate_forms(a: &Form, b: &Form) -> Relation {
    if a.text == b.text {
        return Relation { means: Means::Same, cost: 0, edits: 0, far: false };
    }
    let family = a.family.is_some() && a.family == b.family;
    // Short words that are nobody's nickname are most of all words.
    let nickname = match a.nicknames.is_empty() || b.nicknames.is_empty() {
        true => None,
        false => Tables::get().nickname(a.nicknames, b.nicknames),
    };
    let nickname_cost = nickname.map_or(u32::MAX, |kind| match kind {
        NicknameKind::Short => w::NICKNAME_COST,
        NicknameKind::Translated => w::TRANSLATED_COST,
    });
    let longer = a.length.max(b.length) as u32;
    // Jaro-Winkler sees no letters out of place in words this short.
    let judged = !family && nickname.is_none() && longer > w::JARO_WINKLER_ABOVE;
    if judged && (!may_reach_floor(a, b) || jaro_winkler(&a.text, &b.text) < w::JARO_WINKLER_FLOOR) {
        return DIFFERENT;
    }
    // What makes different words of them need not be known exactly.
    let edits = edits::weighted(&a.text, &b.text, w::DIFFERENT * longer / 100);
    let spelling = edits.map_or(u32::MAX, |edits| edits * 100 / longer);

    let sound_longer = (a.sounds.max(b.sounds) as u32).max(longer - 1).max(1);
    let sound_edits = edits::plain(&a.sound, &b.sound, w::DIFFERENT * sound_longer / 1000);
    let first = if a.sound.chars().next() == b.sound.chars().next() { 0 } else { w::EDIT_FIRST * 100 };
    let sound = sound_edits.map_or(u32::MAX, |edits| (edits * 1000 + w::SOUND_OFFSET + first) / sound_longer);
    let sound_edits = sound_edits.unwrap_or(u32::MAX);
    // Folded forms that still differ are spellings: only equal ones are said to sound alike.
    let by_sound = if sound_edits == 0 { Means::Sound } else { Means::Spelling };

    let (means, cost) = [
        (Means::Spelling, spelling),
        (by_sound, sound),
        (Means::Family, if family { w::FAMILY_COST } else { u32::MAX }),
        (Means::Nickname, nickname_cost),
    ]
    .into_iter()
    .min_by_key(|(_, cost)| *cost)
    .unwrap_or((Means::Spelling, spelling));
    if cost >= w::DIFFERENT {
        return DIFFERENT;
    }
    let edits = edits.or_else(|| edits::weighted(&a.text, &b.text, u32::MAX)).unwrap_or(u32::MAX);
    let plainly_far = || edits::plain(&a.text, &b.text, 2).is_none();
    let far = !matches!(means, Means::Family | Means::Nickname) && sound_edits >= 2 && plainly_far();
    Relation { means, cost, edits, far }
}

/// Whether two words can reach the Jaro-Winkler floor at all: an upper bound from the letters they share, which spares most
/// pairs of words the comparison.
fn may_reach_floor(a: &Form, b: &Form) -> bool {
    let shared = |a: &Form, b: &Form| a.text.chars().filter(|c| letter(*c) & b.letters != 0).count();
    let (in_a, in_b) = (shared(a, b), shared(b, a));
    let matching = in_a.min(in_b) as f64;
    let (len_a, len_b) = (a.length as f64, b.length as f64);
    let jaro = (matching / len_a + matching / len_b + 1.0) / 3.0;
    // The common prefix can give back at most four tenths of what is lacking, and nothing where the first letters differ.
    let prefix = if a.text.chars().next() == b.text.chars().next() { 0.4 } else { 0.0 };
    matching > 0.0 && jaro + prefix * (1.0 - jaro) >= w::JARO_WINKLER_FLOOR
}

/// The Jaro-Winkler similarity of two words as far as it may be below the floor.
fn jaro_winkler(a: &str, b: &str) -> f64 {
    jaro::similarity(a.as_bytes(), b.as_bytes()).unwrap_or_else(|| strsim::jaro_winkler(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::{Name, Reading};

    fn word(text: &str) -> Word {
        Name::read(text, Reading::Person).words.remove(0)
    }

    #[test]
    fn words_meet_by_the_cheapest_means() {
        for (a, b, means) in [
            ("erken", "erken", Means::Same),
            ("benazar", "benazir", Means::Spelling),
            ("khuseynov", "huseinov", Means::Sound),
            ("khasanov", "hasanof", Means::Sound),
            ("khasanov", "hasanob", Means::Spelling),
            ("muhamad", "mohammed", Means::Family),
            ("mustafa", "sorwar", Means::Contradicting),
            ("lu", "xi", Means::Contradicting),
        ] {
            let (there, back) = (relate(&word(a), &word(b)), relate(&word(b), &word(a)));
            assert_eq!(there.means, means, "{a} {b}");
            assert_eq!(there, back, "{a} {b}");
        }
    }

    #[test]
    fn the_bound_never_hides_a_word_that_reaches_the_floor() {
        let words = [
            "erken", "arkin", "aierken", "tuniyaz", "tuniaz", "zakir", "zhaker", "ahmed", "yong", "gil", "kil", "lu",
            "hezheng", "商湯", "ali",
        ];
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (word(a), word(b)))) {
            if strsim::jaro_winkler(&a.form.text, &b.form.text) >= w::JARO_WINKLER_FLOOR {
                assert!(may_reach_floor(&a.form, &b.form), "{} {}", a.form.text, b.form.text);
            }
        }
    }

    #[test]
    fn edits_are_shares_of_the_longer_word() {
        for (a, b, cost, why) in [
            ("karimov", "kalimov", 1000 / 7, "EDIT: one letter in seven"),
            ("karimov", "garimov", 1300 / 7, "EDIT_FIRST: a third of an edit more where the first letter differs"),
            ("karimov", "karamov", 600 / 7, "EDIT_VOWEL"),
            ("karimov", "karimvo", 800 / 7, "EDIT_SWAP"),
            ("karimov", "karrimov", 300 / 8, "EDIT_SOFT: a doubled letter, of eight"),
            ("khasanov", "hasanof", 500 / 7, "SOUND_OFFSET: half an edit of a letter less"),
        ] {
            assert_eq!(relate(&word(a), &word(b)).cost, cost, "{a} {b}; {why}");
        }
    }

    #[test]
    fn three_edits_are_seen_unless_the_sound_explains_them() {
        assert!(relate(&word("shamsuddin"), &word("shamsalden")).far);
        assert!(!relate(&word("khuseynov"), &word("huseinov")).far);
    }
}
