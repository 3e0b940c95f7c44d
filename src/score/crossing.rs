//! Words of other scripts: compared in their own script when both have it, and by their Latin spellings when not.
//!
//! A word whose short vowels are not written has its usual Latin spellings first, if it is a known name, and last its letters
//! alone; the letters are not compared as a spelling, they are looked for in the other word (`skeleton`).

use super::deduction::Means;
use super::word::{DIFFERENT, Relation, relate_forms};
use super::{skeleton, weights as w};
use crate::name::{Form, Native, Word};
use unicode_script::Script;

/// A word of syllables is given in every spelling in use, and Korean and Chinese names differ in single letters (Jong, Jon;
/// Yong Su, Yong Suk): what is spelled otherwise still costs so many times as much as in other words. Measured on invented
/// Korean names against OFAC's SDN list of 2023-12-28.
const SYLLABIC_STRICT: u32 = 3;

/// How two words relate of which at least one is written in another script than Latin. Symmetric.
pub fn relate(a: &Word, b: &Word) -> Relation {
    if let (Some(a), Some(b)) = (&a.native, &b.native) {
        if a.form.text == b.form.text {
            return relate_forms(&a.form, &b.form);
        }
        // Without short vowels the Latin spellings of two words of one script say less than their letters.
        if a.script == b.script && !is_mixed(a) && !is_mixed(b) {
            return relate_forms(&a.form, &b.form);
        }
    }
    let spelled = spellings(a)
        .flat_map(|a| spellings(b).map(move |b| relate_forms(a, b)))
        .chain(letters(a, b))
        .chain(letters(b, a))
        .min_by_key(|relation| relation.cost)
        .unwrap_or(DIFFERENT);
    let spelled = match spelled.means {
        Means::Spelling | Means::Sound if is_syllabic(a) || is_syllabic(b) => stricter(spelled),
        _ => spelled,
    };
    match spelled.means {
        Means::Same => Relation { means: Means::Transliteration, ..spelled },
        _ => spelled,
    }
}

/// Whether letters of Latin and of another script stand in one word.
fn is_mixed(native: &Native) -> bool {
    native.form.text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The Latin spellings of a word, the most usual first; of one without vowels those that have them, if any.
fn spellings(word: &Word) -> impl Iterator<Item = &Form> {
    let others = word.native.as_ref().map_or(&[][..], |native| &native.others);
    // Words glued together have one spelling each, known or not.
    let skeletons = usize::from(word.parts == 1 && word.native.as_ref().is_some_and(|native| native.vowelless));
    std::iter::once(&word.form).chain(others).take(1 + others.len() - skeletons)
}

/// How the letters of a word without vowels are found in the spellings of another.
fn letters<'a>(vowelless: &'a Word, other: &'a Word) -> impl Iterator<Item = Relation> + 'a {
    let native = vowelless.native.as_deref().filter(|native| native.vowelless);
    native.into_iter().flat_map(move |native| spellings(other).map(move |spelling| found(native, spelling)))
}

fn found(native: &Native, spelling: &Form) -> Relation {
    let length = native.form.length.max(2) as u32;
    let most = (w::SKELETON_MOST * length).saturating_sub(w::SKELETON_OFFSET) / 100;
    match skeleton::edits(&native.form, spelling, most) {
        None => DIFFERENT,
        Some(edits) => {
            let means = if edits < w::EDIT { Means::Transliteration } else { Means::Spelling };
            Relation { means, cost: (edits * 100 + w::SKELETON_OFFSET) / length, edits, far: edits >= 3 * w::EDIT }
        }
    }
}

/// Whether a word is written in syllables of which each is a word, so that few letters make another name.
pub fn is_syllabic(word: &Word) -> bool {
    word.native.as_ref().is_some_and(|native| matches!(native.script, Script::Han | Script::Hangul))
}

fn stricter(relation: Relation) -> Relation {
    let cost = relation.cost.saturating_mul(SYLLABIC_STRICT);
    if cost >= w::DIFFERENT { DIFFERENT } else { Relation { cost, ..relation } }
}
