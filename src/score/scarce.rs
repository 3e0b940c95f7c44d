//! Names that agree in little: in one word, in initials, in words that only describe, or in two or three letters.

use super::deduction::{Deduction, Means};
use super::weigh::{Lack, Pair, is_exact, names, number};
use super::weights as w;
use crate::name::{Reading, Role, Word};
use crate::tables::Tables;

/// A question of one word: what it costs that the person gave no more, when the word is a listed family name or the
/// telling word of an organisation. Nothing when this is no such question.
pub fn alone(
    query: &[&Word],
    listed: &[&Word],
    met: &[Pair],
    lacks: &[Lack],
    reading: Reading,
    share: i32,
) -> Option<i32> {
    let ([word], [pair]) = (query, met) else { return None };
    if word.role != Role::Core || word.parts > 1 || lacks.is_empty() {
        return None;
    }
    let common = w::ALONE_COMMON * (100 - i32::from(word.rarity.min(pair.listed.rarity)));
    let inexact = if is_exact(pair.relation) { 0 } else { w::THIN };
    match reading {
        Reading::Person => {
            let family_names = listed.iter().filter(|l| l.surname).count();
            (pair.listed.surname && family_names == 1).then_some(w::ALONE + common + inexact)
        }
        Reading::Organisation | Reading::Craft => Some(w::ALONE + common + inexact + w::ALONE_REST * share / 100),
    }
}

/// Whether words met, and not an initial that many words have.
pub fn is_more_than_a_letter(pair: &Pair) -> bool {
    pair.relation.means != Means::Initial && pair.listed.role != Role::Initial
}

/// The cost of agreeing in one word only, or in initials only, when others are missing.
/// `numbers` says whether both names have numbers, and the same: these agree as a word does that describes.
pub fn little(met: &[Pair], lacks: &[Lack], reading: Reading, legal_forms: bool, numbers: bool) -> Option<Deduction> {
    // Who says more of a name than is listed says that it is another, unless more than one naming word agrees.
    let more =
        reading == Reading::Organisation && lacks.iter().any(|lack| lack.means == Means::Extra && names(lack.word));
    let describes = |pair: &Pair| !names(pair.query) && !names(pair.listed) && !number(pair.listed);
    let tenths = |pair: &Pair| match pair.relation.means {
        Means::Initial => 5,
        _ if more && describes(pair) => w::DESCRIBING_TENTHS,
        _ => 10 * i32::from(pair.query.parts.max(pair.listed.parts)),
    };
    let words: i32 = met.iter().map(tenths).sum();
    let named = || met.iter().filter(|pair| is_more_than_a_letter(pair));
    let rarity = |pair: &Pair| pair.listed.rarity.min(pair.query.rarity);
    let Some(rarest) = named().map(rarity).max() else {
        // Letters alone name nobody, unless the listed name has no more than they.
        let letters = met.iter().any(|pair| pair.relation.means == Means::Initial) || !lacks.is_empty();
        return letters.then(|| Deduction::new(Means::Single, "", "", w::CONTRADICTION));
    };
    if lacks.is_empty() {
        return None;
    }
    if reading != Reading::Person && rarest <= w::DESCRIPTIVE {
        // Words that describe carry an organisation only if they are many, one side lacks none, no word that names is lacking, and
        // not the place that tells the listed one from others of its kind.
        let place = |lack: &Lack| lack.means == Means::Missing && Tables::get().place(&lack.word.form.text).is_some();
        let tells = |lack: &Lack| names(lack.word) || place(lack);
        let one_sided = lacks.iter().all(|lack| lack.means == lacks[0].means);
        let many = named().count() + usize::from(numbers) >= w::WHOLE_NAME;
        let whole = many && one_sided && !lacks.iter().any(tells);
        return (!whole).then(|| Deduction::new(Means::Describing, "", "", w::SINGLE));
    }
    if words >= w::SINGLE_BELOW {
        return None;
    }
    // A company's rare word with only describing words beside it is the company, more or less of it.
    let described = lacks.iter().all(|lack| !names(lack.word));
    let exact = named().all(|pair| pair.relation.cost == 0);
    let relieved = reading == Reading::Organisation && described && (legal_forms || exact);
    let relief = if relieved { w::SINGLE_RELIEF * i32::from(rarest) } else { 0 };
    Some(Deduction::new(Means::Single, "", "", w::SINGLE * (10_000 - relief) / 10_000))
}

/// The cost of agreeing in no more than two or three letters, when something tells the names apart.
pub fn short(met: &[Pair], apart: impl Fn() -> bool, reading: Reading, lone: bool) -> Option<Deduction> {
    let telling = met.iter().find(|pair| names(pair.listed))?;
    let short = lone && reading != Reading::Person && telling.listed.form.length <= w::ACRONYM && apart();
    short.then(|| Deduction::new(Means::Single, "", "", w::LONE_SHORT))
}
