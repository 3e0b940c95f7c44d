//! Which runs of words of one name may be written together as a word of the other (`glue`): what never is shows here at little cost.

use super::edits::{self, Pattern};
use super::glue::least_edits;
use super::weights as w;
use super::{crossing, skeleton};
use crate::name::{Name, Reading, Role, Word};
use std::cell::OnceCell;

/// Letters that one word has more than the other cost .3 each at least: eight are dearer than `GLUE_EDITS`.
const MOST_LONGER: usize = 7;

/// Two or three words of a name that stand together, or all of them; in the name of a person they may go round from the
/// last to the first, and two may change places.
#[derive(Clone, Copy)]
pub struct Run {
    start: usize,
    length: usize,
    swapped: bool,
}

impl Run {
    /// So many words from one on.
    pub fn straight(start: usize, length: usize) -> Run {
        Run { start, length, swapped: false }
    }

    /// The same words with two of them in each other's place, as those of a person may be.
    pub fn turned(self, name: &Name) -> Option<Run> {
        let turns = self.length == 2 && name.words.len() > 2 && name.reading == Reading::Person;
        turns.then_some(Run { swapped: true, ..self })
    }

    /// Where its words stand in a name of so many.
    pub fn places(self, words: usize) -> impl Iterator<Item = usize> {
        let at = move |place: usize| if self.swapped { self.length - 1 - place } else { place };
        (0..self.length).map(move |place| (self.start + at(place)) % words)
    }

    /// A number of its own among the runs of a name.
    fn number(self) -> usize {
        let kind = if self.swapped { 0 } else { self.length.min(Run::KINDS) - 1 };
        Run::KINDS * self.start + kind
    }

    /// Two words and the same turned, three, and more.
    const KINDS: usize = 4;
}

/// A run of words of one name that may be a word of the other, by its place.
pub struct Joint {
    pub run: Run,
    pub target: usize,
    pub in_query: bool,
}

/// The spellings of a query that is held against very many names: of its words, and of its runs when they are first asked for.
pub struct Patterns {
    words: Vec<Pattern>,
    runs: Vec<OnceCell<Pattern>>,
}

impl Patterns {
    /// Those of a query.
    pub fn of(query: &Name) -> Patterns {
        let words: Vec<Pattern> = query.words.iter().map(|word| Pattern::weighted(&word.form.text)).collect();
        let runs = (0..Run::KINDS * words.len()).map(|_| OnceCell::new()).collect();
        Patterns { words, runs }
    }
}

/// The runs of either name that may be a word of the other, by the spellings of the query if these are at hand.
pub fn joints(query: &Name, listed: &Name, patterns: Option<&Patterns>) -> Vec<Joint> {
    let mut joints = Vec::new();
    let mut together = String::new();
    each_possible(query, listed, &mut |run, target| {
        let words = Joined::of(run, query, &mut together);
        let pattern = patterns.map(|known| known.runs[run.number()].get_or_init(|| Pattern::weighted(words.text)));
        let close = |_, spelling: &str| match pattern {
            Some(pattern) => pattern.is_near(spelling, w::GLUE_EDITS),
            None => edits::weighted(words.text, spelling, w::GLUE_EDITS).is_some(),
        };
        if words.may_be(&listed.words[target], &close) {
            joints.push(Joint { run, target, in_query: true });
        }
    });
    each_possible(listed, query, &mut |run, target| {
        let words = Joined::of(run, listed, &mut together);
        let close = |usual, spelling: &str| match patterns.filter(|_| usual) {
            Some(patterns) => patterns.words[target].is_near(words.text, w::GLUE_EDITS),
            None => edits::weighted(words.text, spelling, w::GLUE_EDITS).is_some(),
        };
        if words.may_be(&query.words[target], &close) {
            joints.push(Joint { run, target, in_query: false });
        }
    });
    joints
}

/// Words written together.
struct Joined<'a> {
    text: &'a str,
    native: bool,
    /// Their letters without the short vowels, where those are not written.
    bones: Option<String>,
}

impl<'a> Joined<'a> {
    fn of(run: Run, name: &Name, text: &'a mut String) -> Joined<'a> {
        let words = || run.places(name.words.len()).map(|at| &name.words[at]);
        text.clear();
        words().for_each(|word| text.push_str(&word.form.text));
        let own = || words().map(|word| Some(word.native.as_ref()?.form.text.as_str())).collect::<Option<String>>();
        let bones = words().any(is_vowelless).then(own).flatten();
        Joined { text, native: words().any(|word| word.native.is_some()), bones }
    }

    /// Whether they may be a word: by a Latin spelling of it that is `close`, which is told whether it is the most usual one, or by
    /// the letters that are left without vowels. Two of other scripts always may.
    fn may_be(&self, word: &Word, close: &dyn Fn(bool, &str) -> bool) -> bool {
        let fits = |bones: &str, spelling: &str| skeleton::edits(bones, spelling, w::SKELETON_GLUED_EDITS).is_some();
        match &word.native {
            None => {
                self.bones.as_deref().is_some_and(|bones| fits(bones, &word.form.text)) || close(true, &word.form.text)
            }
            Some(native) => {
                self.native
                    || crossing::spellings(word).enumerate().any(|(at, form)| close(at == 0, &form.text))
                    || native.vowelless && fits(&native.form.text, self.text)
            }
        }
    }
}

/// Whether a word is written without its short vowels.
fn is_vowelless(word: &Word) -> bool {
    word.native.as_ref().is_some_and(|native| native.vowelless)
}

/// The words of the other name that a run may be.
fn targets(other: &Name) -> impl Iterator<Item = (usize, &Word)> {
    other.words.iter().enumerate().filter(|(_, word)| word.role == Role::Core)
}

/// The runs of a name that a word of the other may have been glued from, with its place: two or three words, and against one word
/// the whole name as well.
fn each_possible(name: &Name, other: &Name, found: &mut dyn FnMut(Run, usize)) {
    let n = name.words.len();
    let whole = (n > 3 && targets(other).take(2).count() == 1).then_some(n);
    for length in (2..=n.min(3)).chain(whole) {
        for start in 0..n {
            if start + length > n && name.reading != Reading::Person {
                break;
            }
            let run = Run::straight(start, length);
            let (mut letters, mut sum, mut has_core, mut native) = (0, 0, false, false);
            for at in run.places(n) {
                let word = &name.words[at];
                letters |= word.form.letters;
                sum += word.form.length;
                has_core |= word.role == Role::Core;
                native |= word.native.is_some();
            }
            if !has_core {
                continue;
            }
            for (target, word) in targets(other).filter(|(_, word)| possible(letters, sum, native, word)) {
                found(run, target);
                // The syllables of a given name do not change places: Un Jong is not Jong Un.
                let turned = run.turned(name).filter(|_| !crossing::is_syllabic(word));
                turned.into_iter().for_each(|run| found(run, target));
            }
        }
    }
}

/// Whether a run of such letters and such a length can be that word: a letter that only one of them has takes an edit of its
/// own, a vowel's at the least.
fn possible(letters: u32, length: usize, native: bool, target: &Word) -> bool {
    let lengths = target.form.length.abs_diff(length) <= MOST_LONGER;
    // A word of another script may be spelled with other letters.
    if native || target.native.is_some() {
        return lengths;
    }
    let theirs = target.form.letters;
    least_edits(theirs & !letters) <= w::GLUE_EDITS && least_edits(letters & !theirs) <= w::GLUE_EDITS && lengths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::chance;

    #[test]
    fn spellings_at_hand_find_the_same_runs() {
        let mut random = chance::numbers(7);
        let words = [
            "abd",
            "allah",
            "abdallah",
            "abdalla",
            "al",
            "mamun",
            "almamun",
            "zan",
            "kyaw",
            "zankyaw",
            "عبد",
            "الله",
            "عبدالله",
            "Соин",
        ];
        let mut name = || {
            let words: Vec<&str> = (0..1 + random(7)).map(|_| words[random(words.len() as u32) as usize]).collect();
            words.join(" ")
        };
        let (mut found, mut turned, mut whole) = (0, 0, 0);
        for reading in [Reading::Person, Reading::Organisation] {
            for round in 0..2000 {
                let query = name();
                // All words of many a query are one of the other name.
                let listed = if round % 3 == 0 { query.replace(' ', "") } else { name() };
                let [query, listed] = [query, listed].map(|text| Name::read(&text, reading));
                let places = |patterns: Option<&Patterns>| -> Vec<(usize, usize, bool, usize, bool)> {
                    let joints = joints(&query, &listed, patterns).into_iter();
                    joints
                        .map(|Joint { run, target, in_query }| (run.start, run.length, run.swapped, target, in_query))
                        .collect()
                };
                let (anew, mut known) = (places(None), places(Some(&Patterns::of(&query))));
                // What has other letters or very many of them may be more.
                let plain = |word: &Word| word.form.text.is_ascii() && word.form.length < 32;
                let letters: usize = query.words.iter().map(|word| word.form.length).sum();
                if letters >= 32 || !query.words.iter().chain(&listed.words).all(plain) {
                    known.retain(|place| anew.contains(place));
                }
                assert_eq!(known, anew, "{query:?} {listed:?}");
                found += anew.len();
                turned += anew.iter().filter(|(_, _, swapped, ..)| *swapped).count();
                whole += anew.iter().filter(|(_, length, ..)| *length > 4).count();
            }
        }
        assert!(found > 1000 && turned > 20 && whole > 100, "{found} {turned} {whole}");
    }
}
