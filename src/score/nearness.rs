//! How near the nearest words of two names must be at the least, if these are to reach a threshold: which words have to be looked
//! for.
//!
//! What is said here follows from `weigh`. Words that meet cost points by how far they are apart, and where all of several are far,
//! the sum is too much; so one of them is near, and by it the name is found.

use super::crossing::HAN_BY_SOUND;
use super::weigh::{bent, names};
use super::weights as w;
use crate::name::{Name, Reading, Role, Word};
use crate::tables::RARE;

/// How far apart the nearest words may be, as a relative cost in thousandths, so that a query may come as near to a listed name as
/// `most` hundredths of a point. Initials of the listed name count as near, those of the query do not. Nothing where no words need
/// be near.
pub fn nearest(query: &Name, most: i32) -> Option<u32> {
    // Only rarity gives points back, and so many at the most.
    let given_back = w::COMMON_SHARE * (i32::from(RARE) - w::COMMON_BALANCE);
    let points = (most + ROUNDING) * 10_000 / (10_000 - given_back) + 1;
    let points = match query.reading {
        Reading::Person => person(query, points),
        Reading::Organisation | Reading::Craft => organisation(query, points, most),
    }?;
    (points < w::CONTRADICTION).then(|| (0..w::DIFFERENT).take_while(|cost| bent(*cost) <= points).last().unwrap_or(0))
}

/// Hundredths of a point by which whole-number arithmetic may put a sum below what it stands for.
const ROUNDING: i32 = 100;

/// All words of the shorter name meet words of the other, for one that does not costs too much; and one of them by more than an
/// initial.
fn person(query: &Name, points: i32) -> Option<i32> {
    if points >= w::INITIAL_CONTRADICTION {
        return None;
    }
    let words = query.compared().count() as i32;
    let initials = query.compared().filter(|word| word.role == Role::Initial).count() as i32;
    let nearest = |aligned: i32, initials: i32| {
        if aligned == 1 {
            return points * 100 / w::LONE + 1;
        }
        let all = points * aligned.max(w::FULL_WEIGHT_WORDS) / w::FULL_WEIGHT_WORDS;
        (all - initials * w::INITIAL) / (aligned - initials) + 1
    };
    (1..=words).flat_map(|aligned| (0..aligned.min(initials + 1)).map(move |initials| nearest(aligned, initials))).max()
}

/// Words that name and have no partner cost too much; words that describe may have none on either side, and each weighs something.
/// A word that is said twice may be spared, and places that stand against each other may be all that is wrong: then any may meet.
fn organisation(query: &Name, points: i32, most: i32) -> Option<i32> {
    let texts: Vec<&str> = query
        .words
        .iter()
        .filter(|word| matches!(word.role, Role::Core | Role::Number(_)))
        .map(|word| word.form.text.as_str())
        .collect();
    let twice = (1..texts.len()).any(|at| texts[..at].contains(&texts[at]));
    if twice || most >= w::PLACE_DIFFERS || texts.len() > MOST_WORDS {
        return None;
    }
    let core: Vec<&Word> = query.words.iter().filter(|word| word.role == Role::Core).collect();
    let words = texts.len() as i32;
    let mut nearest = 0;
    for (met, without) in (1..=words).flat_map(|met| (0..=words - met).map(move |without| (met, without))) {
        // One word of several leaves others without a partner, and costs by itself.
        let single = met == 1 && core.len() > 1;
        let missing = w::WEIGHT_FLOOR * if single { (2 * without).max(1) } else { 2 * without };
        for weight in w::WEIGHT_FLOOR..=100 {
            let mut rest = points - w::MISSING_ORGANISATION * missing / (missing + weight * met);
            if single {
                rest -= w::SINGLE * (100 - w::SINGLE_RELIEF) / 100;
            }
            let aligned = (met + without).max(w::FULL_WEIGHT_WORDS);
            let mut farthest = rest * aligned * 100 / (met * (100 + weight)) + 1;
            if met == 1 && core.len() == 1 && names(core[0]) {
                // All rests on it, unless it is not another word and only unsure.
                let alone = rest * 200 * 100 / (w::LONE_LEAST * (100 + weight)) + 1;
                farthest = farthest.min(alone.max(bent(UNSURE)));
            }
            nearest = nearest.max(farthest);
        }
    }
    Some(nearest)
}

/// The greatest cost of words that do not differ in a letter: of two letters without vowels, and in Han characters.
const UNSURE: u32 = w::SKELETON_OFFSET / 2 + HAN_BY_SOUND;

/// Queries of more words are not bounded.
const MOST_WORDS: usize = 12;
