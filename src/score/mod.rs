//! # The method
//!
//! A name is compared with a listed name by asking, word by word, what met what, and by taking points from 100 for what
//! did not meet. Nothing else enters: no origin, no religion, no statistics of people, only letters, words and how common
//! a word is in the names of listed parties.
//!
//! 1. **Words.** Both names are cut into normalised words (`normalise`), and each word gets a role (`name`): it is the
//!    name, an initial, a particle, a title, a legal form or a number. Names of people, of organisations and of ships are
//!    read differently; the kind of the listed subject says which reading applies. A word of another script has the Latin
//!    spellings that people write for it (`transliterate`).
//! 2. **Two words** (`word`) meet as the same word, by *spelling* (weighted edits relative to the longer word), by *sound*
//!    (edits between their folded forms, `sound`), by *family* (spellings of one known name), as a *nickname* (a short form,
//!    or the name of another language) or as an *initial*. The cheapest means counts. Words that cost
//!    [`weights::DIFFERENT`] or more are different words, and so are those of more than three letters whose Jaro-Winkler
//!    similarity is below a floor. Two words of one script meet in their own letters; of two scripts, by *transliteration*
//!    (`crossing`): any spelling of one against any of the other, and where short vowels are not written, the consonants and
//!    long vowels of one are looked for in the other (`skeleton`).
//! 3. **Alignment** (`align`): the words of the shorter name are assigned to words of the longer one, in any order, so that
//!    the sum of costs is least. Words written together on one side and apart on the other are tried joined (`glue`), the
//!    letters of an organisation are tried against its words (`acronym`), and the cheapest reading counts.
//! 4. **Deductions** (`weigh`, `small_words`), each with its words and its points: a spelling that differs; two words that
//!    contradict each other (in people always; in organisations only words that name, while words that describe are
//!    missing, and places tell branches apart); words missing on either side, by weight; only one word in common, or only
//!    words that describe, unless they are many and no word that names is lacking; an initial; particles and titles on one side
//!    only; legal forms and numbers that differ, and a legal form beside the name of a person. Where all rests on one word of an
//!    organisation, that word must be nearly the same, the more so the less agrees beside it.
//! 5. **Rarity.** Words that agree but are common ("Bank", "Mohammad") make the deductions grow, rare ones make them
//!    shrink. How common a word is comes from tables (`tables/words.tsv`, and for organisations `tables/describing.tsv`) and
//!    not from the lists that happen to be loaded, so that a pair of names has one score wherever it is compared.
//! 6. **Score**: 100 less the deductions, rounded, not below 0. All arithmetic is in whole hundredths of a point, so that
//!    every machine gives the same bytes; the one exception, Jaro-Winkler against a fixed floor, uses only the four
//!    operations of IEEE 754 that are exact everywhere.
//!
//! A question of **one word** is taken as what it is: the person gave no more. It is a potential match when the word is the
//! whole family name of a listed person or the telling word of an organisation. A word that is common, or that is close to a
//! word of a listed name and still not enough, is refused (`question`), not answered with "no potential match".
//!
//! Every constant is in [`weights`] with its reason. The method follows an experiment on labelled pairs, corrupted listed
//! names and clean names whose recommended constants are kept where they were not contradicted here: deductions from 100,
//! order-free alignment, the three-edits rule, the one-word rule, weights by rarity.
//!
//! # The threshold
//!
//! 70 by default. `cargo xtask bench threshold` prints, for each threshold, precision and recall on 408 labelled pairs of
//! names (nomenklatura's name_bench) and the share of invented people on no list who would alert on OFAC's SDN list of
//! 28 December 2023, as well as what the press names of the embedded action would bring there. On 2026-11-29 it printed:
//!
//! ```text
//! 408 labelled pairs, AUC 0.965; 600 clean names in Latin letters against 13821 designations
//! threshold  precision  recall  F1     clean names alerted
//!        60      0.845   0.950  0.895    2.67 %
//!        65      0.883   0.935  0.908    1.17 %
//!        70      0.920   0.910  0.915    0.83 %  <- default
//!        75      0.931   0.871  0.900    0.67 %
//!        80      0.958   0.786  0.863    0.50 %
//!        85      0.973   0.726  0.832    0.17 %
//! ```
//!
//! At 70 fewer than one clean name in a hundred alerts on a list of 13,821 designations; ten points lower three times as many
//! do for four points of recall, and from 70 to 80 recall falls faster than alerts. Of 24 press names of listed parties 23
//! bring their party first on that list: `Zakir` alone finds Qari ZAKIR first. `cargo xtask bench quality` measures more:
//! corrupted listed names, organisations on no list, native names against Latin ones, names in forms.
//!
//! # Finding names
//!
//! Which listed names are compared at all is not part of the method: an index finds those that may reach the threshold (`index`)
//! and loses none. From the constants follows how near the nearest two words of such names must be (`nearness`); words that near
//! are found by their letters (`columns`), aligned only if the order of these fits (`edits`), and the names that have them are
//! judged by a bound (`outline`). Comparing every name instead gives the same bytes, and the tests hold that.
//!
//! # Limits
//!
//! Scripts that `transliterate` does not read are compared with native spellings on the lists letter by letter and are
//! otherwise `not-screened`. Names of organisations in other scripts are mostly translated: they are found as far as their
//! words stand in tables (Cyrillic, Arabic, Greek, Hebrew, Chinese and Thai have them), and by a native spelling on the
//! list; a brand that is translated and stands in no table is not. A Japanese name in Han characters is read in Mandarin, but for
//! the commonest names. A dropped word together with two slips in short words is often too little. The pairs were seen while
//! the method was built, and so were the alerts of names on no list, so the figures on them flatter it.

pub mod weights;

mod acronym;
mod align;
mod asked;
#[cfg(test)]
mod chance;
mod crossing;
mod deduction;
mod dictionary;
mod edits;
mod glance;
mod glue;
mod index;
mod jaro;
mod nearness;
mod outline;
mod relations;
mod scarce;
mod seams;
mod skeleton;
mod small_words;
mod weigh;
mod word;

pub use asked::Asked;
pub use deduction::{Deduction, Latin, Means};
pub use index::{Index, Near, Prospect, Spelt};
pub use outline::{Part, Stroke};

use crate::name::Name;
use relations::Relations;
use seams::Joint;

/// How a name compares with a listed name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// All observations, those about words first, in the order of the query.
    pub deductions: Vec<Deduction>,
}

impl Comparison {
    /// Hundredths of points deducted in all, never below 0.
    pub fn deducted(&self) -> i32 {
        self.deductions.iter().map(|deduction| deduction.points).sum::<i32>().max(0)
    }

    /// The score, 0 to 100.
    pub fn score(&self) -> u8 {
        score_after(self.deducted())
    }
}

/// The score that so many deducted hundredths of a point leave, 0 to 100.
pub const fn score_after(deducted: i32) -> u8 {
    let deducted = if deducted < 0 { 0 } else { (deducted + 50) / 100 };
    if deducted > 100 { 0 } else { (100 - deducted) as u8 }
}

/// The most hundredths of a point that leave a score at a threshold.
const fn most_deducted(threshold: u8) -> i32 {
    (100 - threshold as i32) * 100 + 49
}

/// The highest score of two names of which no word meets another: at the least an initial contradicts an initial.
pub const NOTHING_MEETS: u8 = score_after(weights::INITIAL_CONTRADICTION);

/// Compares a name with a listed name. Both must have been read in the same way. A name without words is like no other. Where
/// words of two scripts meet, the comparison has the Latin spellings by which they do.
pub fn compare(query: &Name, listed: &Name) -> Comparison {
    compared(query, listed, &Relations::none(), &seams::joints(query, listed, None))
}

/// `joints` are the runs of either name that may be written together in the other.
fn compared(query: &Name, listed: &Name, relations: &Relations, joints: &[Joint]) -> Comparison {
    if query.words.is_empty() || listed.words.is_empty() {
        return Comparison { deductions: vec![Deduction::new(Means::Contradicting, "", "", 10_000)] };
    }
    let apart = weigh(query, listed, relations);
    let joined = glue::joined(query, listed, joints, relations);
    let together = joined.map(|(query, listed)| weigh(&query, &listed, relations));
    let letters = acronym::compare(query, listed);
    // The cheapest reading counts, and of equal ones the plainest.
    [together, letters].into_iter().flatten().fold(
        apart,
        |best, other| {
            if other.deducted() < best.deducted() { other } else { best }
        },
    )
}

fn weigh(query: &Name, listed: &Name, relations: &Relations) -> Comparison {
    let legal_forms = small_words::has_legal_form(query) && small_words::has_legal_form(listed);
    let mut deductions = weigh::weigh(query, listed, legal_forms, relations);
    deductions.extend(small_words::compare(query, listed));
    Comparison { deductions }
}

#[cfg(test)]
mod tests;
