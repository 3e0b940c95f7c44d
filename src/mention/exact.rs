//! What a mention must have besides its score.

use crate::name::{Name, Reading, Role, Word};
use crate::score::{Comparison, Deduction, Means, weights as w};

/// A listed name of one word is found by a word of so many letters: shorter ones are words and syllables of every language …
const LONG: usize = 5;
/// Words that are more common than this on the lists are everybody's: banks that many branches share (VTB) are rarer.
const EVERYBODYS: u8 = 60;
/// … unless an organisation's is written in capitals: an acronym.
const LONG_CAPITALS: usize = 3;
/// Words of so few letters are other words with one letter changed; at most one of them may be spelled differently.
const SHORT: usize = 4;
/// A person's words that are not the same as listed may cost so many hundredths of points together …
const MOST_INEXACT: i32 = 1549;
/// … fewer where words are missing as well …
const MOST_INEXACT_OF_PART: i32 = 849;
/// … and such a name so many in all.
const MOST_MISSING: i32 = 2249;
/// So many initials beside a family name tell people apart as a given name does.
const INITIALS: usize = 2;
/// In a script without capitals two words of a person must be nearer than three.
const MOST_CASELESS_PAIR: i32 = 1249;
/// What is missing of an organisation of which most words are there is what half of the lists are called by.
const COMMON: u8 = 45;
/// In scripts without capitals every word may begin a name, and many do by chance: so many where words are missing.
const MOST_CASELESS: i32 = 1049;

/// How the text of a window is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Writing {
    /// All in capitals, in a passage that is not.
    pub capitals: bool,
    /// In a script without small and large letters …
    pub caseless: bool,
    /// … that of Chinese characters.
    pub han: bool,
}

/// Whether a name of a text is as exact as a mention has to be; both in the same reading.
pub fn is_exact(query: &Name, listed: &Name, comparison: &Comparison, writing: Writing) -> bool {
    let initials = query.words.iter().filter(|word| word.role == Role::Initial).count();
    let seen = Seen { deductions: &comparison.deductions, caseless: writing.caseless, han: writing.han, initials };
    // In a field a person says "this is a name"; in a text a word that stands against another says that it is none.
    if seen.count(Means::Contradicting) > 0 || seen.count(Means::Acronym) > 0 {
        return false;
    }
    let missing = seen.count(Means::Missing) + seen.count(Means::Extra) > 0;
    if writing.caseless && missing && comparison.deducted() > MOST_CASELESS {
        return false;
    }
    if writing.han && !is_read_alike(query, listed, seen) {
        return false;
    }
    let parts: usize = core(query).map(|word| usize::from(word.parts)).sum();
    let beside_initials = listed.reading == Reading::Person && initials >= INITIALS;
    if parts == 1 && seen.count(Means::Glued) == 0 && !beside_initials {
        return is_whole_word(query, listed, seen, writing);
    }
    match listed.reading {
        Reading::Person => is_person(listed, seen, comparison.deducted()),
        Reading::Organisation | Reading::Craft => is_organisation(listed, seen),
    }
}

fn core(name: &Name) -> impl Iterator<Item = &Word> {
    name.words.iter().filter(|word| word.role == Role::Core)
}

/// What was seen of two names.
#[derive(Clone, Copy)]
struct Seen<'a> {
    deductions: &'a [Deduction],
    caseless: bool,
    han: bool,
    /// How many initials the name of the text has.
    initials: usize,
}

/// Means by which two words met.
const MET: [Means; 7] =
    [Means::Same, Means::Family, Means::Spelling, Means::Sound, Means::Nickname, Means::Transliteration, Means::Glued];

/// Two words that met.
struct Met {
    /// Whether they are the same.
    exact: bool,
    /// How many letters the longer has.
    length: usize,
    /// Hundredths of points that they cost.
    points: i32,
}

impl Seen<'_> {
    fn count(self, means: Means) -> usize {
        self.deductions.iter().filter(|seen| seen.means == means).count()
    }

    /// The words that met.
    fn met(self) -> Vec<Met> {
        let met = self.deductions.iter().filter(|seen| MET.contains(&seen.means));
        // Letters of another script are as exact as they can be.
        let exact = |seen: &Deduction| {
            let across = self.caseless && seen.means == Means::Transliteration;
            across || matches!(seen.means, Means::Same | Means::Family | Means::Glued) || seen.points == 0
        };
        let length = |seen: &Deduction| seen.query.chars().count().max(seen.listed.chars().count());
        met.map(|seen| Met { exact: exact(seen), length: length(seen), points: seen.points }).collect()
    }

    fn lacks(self, word: &Word) -> bool {
        self.deductions.iter().any(|seen| seen.means == Means::Missing && *seen.listed == *word.raw)
    }
}

/// Whether a word names rather than describes.
fn names(word: &Word) -> bool {
    word.rarity > w::DESCRIPTIVE
}

/// Many characters sound alike: what is not listed in the same characters must be a family name and two more, or an organisation's
/// name of four.
fn is_read_alike(query: &Name, listed: &Name, seen: Seen) -> bool {
    let met = || seen.deductions.iter().filter(|seen| MET.contains(&seen.means));
    if met().all(|seen| seen.means == Means::Same) {
        return true;
    }
    let characters: usize = query.words.iter().map(|word| word.raw.chars().count()).sum();
    match listed.reading {
        Reading::Person => {
            let family = core(listed).find(|word| word.surname);
            characters > 2 && family.is_none_or(|family| met().next().is_some_and(|seen| *seen.listed == *family.raw))
        }
        Reading::Organisation => characters > 3,
        Reading::Craft => false,
    }
}

/// One word is a name if it is the whole of one to the letter, and no word that everybody uses.
fn is_whole_word(query: &Name, listed: &Name, seen: Seen, writing: Writing) -> bool {
    let Some(word) = core(query).next() else { return false };
    // A legal form says that the word beside it is a name.
    let formed = query.words.iter().any(|word| matches!(word.role, Role::Legal(_)));
    let organisation = listed.reading != Reading::Person;
    let long = if organisation && (writing.capitals || formed) { LONG_CAPITALS } else { LONG };
    let length = if writing.caseless { 2 * word.compared_text().chars().count() } else { word.form.length };
    let whole = match listed.reading {
        Reading::Person => core(listed).count() == 1 && query.words.len() == 1,
        Reading::Organisation | Reading::Craft => {
            core(listed).filter(|word| seen.lacks(word)).all(|word| word.rarity < w::TOO_COMMON)
        }
    };
    whole && seen.met().iter().all(|met| met.exact) && word.rarity > EVERYBODYS && length >= long && !query.bare
}

fn is_person(listed: &Name, seen: Seen, deducted: i32) -> bool {
    let met = seen.met();
    // Two words that tell people apart: a title and a particle do not, nor does one initial.
    let initials = usize::from(seen.initials >= INITIALS && seen.count(Means::Initial) > 0);
    if met.len() + seen.count(Means::Glued) + initials < 2 {
        return false;
    }
    // A name beside the listed ones is somebody else's.
    if seen.count(Means::Extra) > 0 {
        return false;
    }
    let lacking: Vec<&Word> = core(listed).filter(|word| seen.lacks(word)).collect();
    // The first family name is there: `Nicolás Moros` is not MADURO MOROS, Nicolas.
    let is_upper = |word: &&Word| word.raw.chars().any(char::is_uppercase) && !word.raw.chars().any(char::is_lowercase);
    let mixed = core(listed).any(|word| !is_upper(&word));
    let family = core(listed).find(|word| word.surname).or_else(|| core(listed).find(|word| mixed && is_upper(word)));
    if family.is_some_and(|word| lacking.iter().any(|lack| std::ptr::eq(*lack, word))) {
        return false;
    }
    // So is the rarest word: by that people are told apart.
    let there = core(listed).filter(|word| !seen.lacks(word)).map(|word| word.rarity).max().unwrap_or(0);
    if lacking.iter().any(|word| word.rarity > there) {
        return false;
    }
    let inexact = met.iter().filter(|met| !met.exact).count();
    let turned = seen.count(Means::Order) > 0;
    // Two common names are those of thousands: to the letter, in full, and in their order.
    let loose = inexact > 0 || !lacking.is_empty() || turned || seen.count(Means::Family) > 0;
    if there <= w::TOO_COMMON && (met.len() < 3 || !lacking.is_empty()) && loose {
        return false;
    }
    let differing: i32 = met.iter().filter(|met| !met.exact).map(|met| met.points).sum();
    let most = if lacking.is_empty() { MOST_INEXACT } else { MOST_INEXACT_OF_PART };
    if differing > most || (!lacking.is_empty() && deducted > MOST_MISSING) {
        return false;
    }
    if seen.caseless && !seen.han && met.len() < 3 && (turned || deducted > MOST_CASELESS_PAIR) {
        return false;
    }
    let short = met.iter().filter(|met| !met.exact && met.length <= SHORT).count();
    !(inexact > 0 && turned || short > 1)
}

fn is_organisation(listed: &Name, seen: Seen) -> bool {
    let met = seen.met();
    let lacking: Vec<&Word> = core(listed).filter(|word| seen.lacks(word)).collect();
    let there = |word: &&Word| !seen.lacks(word);
    let exact = met.iter().all(|met| met.exact);
    let named = core(listed).filter(there).any(names);
    if lacking.is_empty() {
        // Words that only describe are a name if they are all of it: `Ministry of Defence`, and no minister.
        return (named || exact || met.len() > 2) && met.len() + seen.count(Means::Glued) > 1;
    }
    // One word that names it may stand for all, where the others only describe: `SenseTime`. Of several words others are called too.
    let one = met.len() == 1 && core(listed).filter(|word| names(word)).count() == 1;
    let most = met.len() > 2 && lacking.iter().all(|word| word.rarity <= COMMON);
    (one || most) && named && exact && seen.count(Means::Extra) == 0
}
