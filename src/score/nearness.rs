//! How near the nearest words of two names must be at the least, if these are to reach a threshold: which words have to be looked
//! for.
//!
//! What is said here follows from `weigh`. Words that meet cost points by how far they are apart, and where all of several are far,
//! the sum is too much; so one of them is near, and by it the name is found.

use super::weigh::{bent, names, weight};
use super::weights as w;
use crate::name::{Name, Reading, Role, Word};

/// How far apart the nearest words of a query and a listed name may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearness {
    /// What they may cost, in hundredths of a point.
    points: i32,
    /// Whether that is less by how common they are, as in the names of organisations.
    weighted: bool,
}

impl Nearness {
    /// The greatest relative cost of words of such a weight, in thousandths.
    pub fn cost(self, weight: i32) -> u32 {
        let points = if self.weighted { (self.points + 1) * 200 / (100 + weight) } else { self.points };
        let (mut least, mut above) = (0, w::DIFFERENT);
        while above - least > 1 {
            let between = (least + above) / 2;
            match bent(between) <= points {
                true => least = between,
                false => above = between,
            }
        }
        least
    }
}

/// How near the nearest words must be so that a query may come as near to a listed name as `most` hundredths of a point. Initials of
/// the listed name count as near, those of the query do not. Nothing where no words need be near.
pub fn nearness(query: &Name, most: i32) -> Option<Nearness> {
    let weighted = query.reading != Reading::Person;
    let points = if weighted { Some(organisation(query, most)) } else { person(query, most) };
    points.map(|points| Nearness { points, weighted })
}

/// What may be deducted before the rarity of the words that agree, on the mean, gives points back or takes more.
fn before_rarity(most: i32, rarity: i32) -> i32 {
    let given_back = w::COMMON_SHARE * (rarity - w::COMMON_BALANCE);
    (most + ROUNDING) * 10_000 / (10_000 - given_back) + 1
}

/// The mean rarity of so many of these words at the most. A pair is no rarer than the word of the query, and initials do not count.
fn rarest<'a>(words: impl Iterator<Item = &'a Word>) -> impl Fn(usize) -> i32 {
    let mut rarities: Vec<i32> = words.map(|word| word.rarity.into()).collect();
    rarities.sort_unstable_by_key(|rarity| std::cmp::Reverse(*rarity));
    move |met| {
        let met = met.clamp(1, rarities.len().max(1));
        rarities.iter().take(met).sum::<i32>() / met as i32
    }
}

/// Hundredths of a point by which whole-number arithmetic may put a sum below what it stands for.
const ROUNDING: i32 = 100;

/// All words of the shorter name meet words of the other, for one that does not costs too much; and one of them by more than an
/// initial.
fn person(query: &Name, most: i32) -> Option<i32> {
    let words = query.compared().count() as i32;
    let initials = query.compared().filter(|word| word.role == Role::Initial).count() as i32;
    let rarity = rarest(query.compared().filter(|word| word.role != Role::Initial));
    let nearest = |aligned: i32, initials: i32| {
        let points = before_rarity(most, rarity((aligned - initials) as usize));
        if aligned == 1 {
            // A lone word that is not quite the same gives nothing back.
            return points.min(before_rarity(most, w::COMMON_BALANCE)) * 100 / w::LONE + 1;
        }
        let all = points * aligned.max(w::FULL_WEIGHT_WORDS) / w::FULL_WEIGHT_WORDS;
        (all - initials * w::INITIAL) / (aligned - initials) + 1
    };
    (1..=words).flat_map(|aligned| (0..aligned.min(initials + 1)).map(move |initials| nearest(aligned, initials))).max()
}

/// Words that name and have no partner cost too much; words that describe may have none on either side, and each weighs something.
/// That holds for listed names that say no more than one word twice: others are spared more.
fn organisation(query: &Name, most: i32) -> i32 {
    let distinct = |words: Vec<&Word>| {
        let texts = || words.iter().map(|word| &word.form.text);
        texts().enumerate().filter(|(at, text)| !texts().take(*at).any(|other| other == *text)).count() as i32
    };
    let of = |wanted: fn(Role) -> bool| query.words.iter().filter(|word| wanted(word.role)).collect::<Vec<_>>();
    let core = of(|role| role == Role::Core);
    let all = of(|role| matches!(role, Role::Core | Role::Number(_)));
    let (words, several) = (all.len() as i32, distinct(core.clone()) > 1);
    let named = core.first().is_some_and(|word| names(word));
    // A word that is said twice is not missing once it has met.
    let spared = words - distinct(all.clone());
    let mut weights: Vec<u32> = all.iter().map(|word| weight(word) as u32).collect();
    weights.sort_unstable();
    let lightest = |words: i32| weights.iter().take(words.max(0) as usize).sum::<u32>() as i32;
    let rarity = rarest(all.iter().copied());
    // What is left for the words that met when so many more have no partner; a place that stands against another is none of these.
    let rest = |most: i32, met: i32, without: i32, single: bool| {
        let lacking = lightest(without - spared) + w::WEIGHT_FLOOR * (without - SPARED).max(0);
        let missing = if single { lacking.max(w::WEIGHT_FLOOR) } else { lacking };
        before_rarity(most, rarity(met as usize)) - w::MISSING_ORGANISATION * missing / (missing + 100 * met)
    };
    let nearest =
        |rest: i32, met: i32, aligned: i32| rest * aligned.max(w::FULL_WEIGHT_WORDS) / (w::FULL_WEIGHT_WORDS * met) + 1;
    let together = |met: i32, without: i32| {
        // One word of several leaves others without a partner, and costs by itself.
        let single = met == 1 && several;
        let mut rest = rest(most, met, without, single);
        if single {
            rest -= w::SINGLE * (100 - w::SINGLE_RELIEF) / 100;
        }
        let farthest = nearest(rest, met, met + without);
        // All rests on it; words that describe are not enough by themselves.
        let lone = single || (met == 1 && !several && named);
        if lone { farthest.min(rest * 100 / w::LONE_LEAST + 1) } else { farthest }
    };
    let branches =
        |met: i32, without: i32| nearest(rest(most - w::PLACE_DIFFERS, met, without, false), met, met + without + 1);
    let pairs = |words: i32| (1..=words).flat_map(move |met| (0..=words - met).map(move |without| (met, without)));
    let as_one = pairs(words).map(|(met, without)| together(met, without));
    // One word is a place, and stands against another.
    let apart = pairs(words - 1).map(|(met, without)| branches(met, without)).filter(|_| most >= w::PLACE_DIFFERS);
    as_one.chain(apart).fold(0, i32::max)
}

/// So many words a listed name may say a second time.
pub const SPARED: i32 = 1;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::deduction::Means;
    use crate::score::{chance, compare, most_deducted, word};

    /// Whether two words of the names are as near as is said here, or count as near.
    fn has_near(query: &Name, listed: &Name, nearness: Nearness) -> bool {
        let pairs = query.compared().flat_map(|ours| listed.compared().map(move |theirs| (ours, theirs)));
        pairs.into_iter().any(|(ours, theirs)| {
            let relation = word::relate(ours, theirs);
            let counts = relation.edits == 0 || theirs.role == Role::Initial && relation.means == Means::Initial;
            let weight = weight(ours).min(weight(theirs));
            counts || relation.means != Means::Initial && relation.cost <= nearness.cost(weight)
        })
    }

    #[test]
    fn names_that_reach_the_threshold_have_a_word_that_near() {
        let mut random = chance::numbers(5);
        let syllables = ["ka", "ri", "mov", "ha", "san", "el", "bank", "trade", "a", "k", "um", "sh"];
        let mut name = || -> String {
            let mut word = |_| (0..1 + random(3)).map(|_| syllables[random(12) as usize]).collect::<String>();
            let words = (0..3).map(&mut word).collect::<Vec<String>>();
            words[..1 + random(3) as usize].join(" ")
        };
        for reading in [Reading::Person, Reading::Organisation, Reading::Craft] {
            let (mut reached, mut farthest) = (0, 0);
            for _ in 0..60_000 {
                let [query, listed] = [name(), name()].map(|text| Name::read(&text, reading));
                let comparison = compare(&query, &listed);
                let joined = |means| matches!(means, Means::Glued | Means::Acronym);
                let threshold = comparison.score().min(95);
                if threshold < 60 || comparison.deductions.iter().any(|seen| joined(seen.means)) {
                    continue;
                }
                let nearness = nearness(&query, most_deducted(threshold)).unwrap();
                let texts = |name: &Name| name.words.iter().map(|word| word.raw.clone()).collect::<Vec<_>>().join(" ");
                assert!(has_near(&query, &listed, nearness), "{} / {} at {threshold}", texts(&query), texts(&listed));
                reached += 1;
                farthest +=
                    usize::from(!has_near(&query, &listed, Nearness { points: nearness.points / 3, ..nearness }));
            }
            assert!(reached > 100 && farthest > 5, "{reached} {farthest}: the bound is close for some");
        }
    }
}
