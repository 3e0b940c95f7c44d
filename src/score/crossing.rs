//! Words of other scripts: compared in their own script when both have it, and by their Latin spellings when not.

use super::deduction::Means;
use super::weights as w;
use super::word::{DIFFERENT, Relation, relate_forms};
use crate::name::{Form, Word};
use unicode_script::Script;

/// A word of syllables is given in every spelling in use, and Korean and Chinese names differ in single letters (Jong, Jon;
/// Yong Su, Yong Suk): what is spelled otherwise still costs so many times as much as in other words. Measured on invented
/// Korean names against OFAC's SDN list of 2023-12-28.
const SYLLABIC_STRICT: u32 = 3;

/// Many characters share one Mandarin reading, so that a Han word met by sound in Latin letters is never certainly the same
/// (thousandths of the longer word). Measured on invented Chinese names: two such words leave some 80 points, and at 160 a listed one is lost.
const HAN_BY_SOUND: u32 = 150;

/// How two words relate of which at least one is written in another script than Latin. Symmetric.
pub fn relate(a: &Word, b: &Word) -> Relation {
    if let (Some(a), Some(b)) = (&a.native, &b.native)
        && a.script == b.script
    {
        return relate_forms(&a.form, &b.form);
    }
    let relation = spellings(a)
        .flat_map(|a| spellings(b).map(move |b| relate_forms(a, b)))
        .min_by_key(|relation| relation.cost)
        .unwrap_or_else(|| relate_forms(&a.form, &b.form));
    let relation = match relation.means {
        Means::Spelling | Means::Sound if is_syllabic(a) || is_syllabic(b) => stricter(relation),
        _ => relation,
    };
    let relation = match is_han(a) != is_han(b) {
        true => Relation { cost: relation.cost.saturating_add(HAN_BY_SOUND), ..relation },
        false => relation,
    };
    match relation.means {
        Means::Same => Relation { means: Means::Transliteration, ..relation },
        _ => relation,
    }
}

/// Whether a word is written in syllables of which each is a word, so that few letters make another name.
pub fn is_syllabic(word: &Word) -> bool {
    word.native.as_ref().is_some_and(|native| matches!(native.script, Script::Han | Script::Hangul))
}

fn is_han(word: &Word) -> bool {
    word.native.as_ref().is_some_and(|native| native.script == Script::Han)
}

fn stricter(relation: Relation) -> Relation {
    let cost = relation.cost.saturating_mul(SYLLABIC_STRICT);
    if cost >= w::DIFFERENT { DIFFERENT } else { Relation { cost, ..relation } }
}

/// The Latin spellings of a word, the most usual first.
fn spellings(word: &Word) -> impl Iterator<Item = &Form> {
    std::iter::once(&word.form).chain(word.native.iter().flat_map(|native| &native.others))
}
