//! Words that one side writes together and the other apart: `ErkenTuniyaz`, `Al Mamun`, `JSCARGUMENT`.

use super::crossing;
use super::relations::Relations;
use super::weights as w;
use super::word::relate;
use super::{edits, skeleton};
use crate::name::{Name, Reading, Role, Word};

/// The letters whose replacement by another of them is a cheap edit, and those that cost less than an edit wherever they are.
pub const VOWELS: u32 = bits(b"aeiouy");
pub const SOFT: u32 = bits(b"h");
/// Letters that one word has more than the other cost .3 each at least: eight are dearer than `GLUE_EDITS`.
pub const MOST_LONGER: usize = 7;

/// A run of words of one name that together are one word of the other.
struct Seam {
    cost: u32,
    words: Vec<usize>,
    target: usize,
    in_query: bool,
}

/// The two names with such runs joined, or nothing when there are none.
///
/// A run is joined only if the joined word meets its partner closely and better than any single word does. In the names of
/// people a run may go round from the last word to the first and two words may change places, since `FAMILY, Given` is
/// glued as `GivenFamily`.
pub fn joined(query: &Name, listed: &Name, relations: &Relations) -> Option<(Name, Name)> {
    let mut seams = Vec::new();
    each_possible(query, listed, &mut |run| seams.extend(seams_of(run, query, listed, true, relations)));
    each_possible(listed, query, &mut |run| seams.extend(seams_of(run, listed, query, false, relations)));
    if seams.is_empty() {
        return None;
    }
    let key = |seam: &Seam| (seam.cost, std::cmp::Reverse(seam.words.len()), !seam.in_query, seam.target);
    seams.sort_unstable_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.words.cmp(&b.words)));

    let (mut used_query, mut used_listed) = (vec![false; query.words.len()], vec![false; listed.words.len()]);
    let (mut query_runs, mut listed_runs) = (Vec::new(), Vec::new());
    for seam in seams {
        let (own, other, runs) = match seam.in_query {
            true => (&mut used_query, &mut used_listed, &mut query_runs),
            false => (&mut used_listed, &mut used_query, &mut listed_runs),
        };
        if other[seam.target] || seam.words.iter().any(|at| own[*at]) {
            continue;
        }
        other[seam.target] = true;
        seam.words.iter().for_each(|at| own[*at] = true);
        runs.push(seam.words);
    }
    Some((join(query, &query_runs), join(listed, &listed_runs)))
}

/// Whether words of the two names may be joined: what never is shows here at less cost.
pub fn may_join(query: &Name, listed: &Name) -> bool {
    let mut together = String::new();
    let mut may_join = |name: &Name, other: &Name| {
        let mut near = false;
        each_possible(name, other, &mut |run| {
            if near {
                return;
            }
            let words: Vec<&Word> = run.places(name.words.len()).map(|at| &name.words[at]).collect();
            together.clear();
            words.iter().for_each(|word| together.push_str(&word.form.text));
            let bones = bones(&words);
            near = targets(other).any(|(_, word)| may_be(&together, &words, bones.as_deref(), word));
        });
        near
    };
    may_join(query, listed) || may_join(listed, query)
}

/// The runs of a name's words that may be written together in another name, each as one word.
pub fn runs(name: &Name) -> Vec<Word> {
    let n = name.words.len();
    let mut runs = Vec::new();
    for length in (2..=n.min(3)).chain((n > 3).then_some(n)) {
        let starts = if name.reading == Reading::Person { n } else { n + 1 - length };
        let straight = (0..starts).map(|start| Run { start, length, swapped: false });
        for run in straight.flat_map(|run| [Some(run), run.turned(name)]).flatten() {
            let words: Vec<&Word> = run.places(n).map(|at| &name.words[at]).collect();
            if words.iter().any(|word| word.role == Role::Core) {
                runs.push(Word::glue(&words));
            }
        }
    }
    runs
}

/// Two or three words of a name that stand together, or all of them; in the name of a person they may go round from the
/// last to the first, and two may change places.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    length: usize,
    swapped: bool,
}

impl Run {
    /// The same words with two of them in each other's place, as those of a person may be.
    fn turned(self, name: &Name) -> Option<Run> {
        let turns = self.length == 2 && name.words.len() > 2 && name.reading == Reading::Person;
        turns.then_some(Run { swapped: true, ..self })
    }

    fn places(self, words: usize) -> impl Iterator<Item = usize> {
        let at = move |place: usize| if self.swapped { self.length - 1 - place } else { place };
        (0..self.length).map(move |place| (self.start + at(place)) % words)
    }
}

const fn bits(letters: &[u8]) -> u32 {
    let (mut bits, mut at) = (0, 0);
    while at < letters.len() {
        bits |= 1 << (letters[at] - b'a');
        at += 1;
    }
    bits
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

/// The least tenths of an edit that letters cost which only one of two words has.
pub fn least_edits(unshared: u32) -> u32 {
    let vowels = (unshared & VOWELS).count_ones();
    let others = (unshared & !VOWELS & !SOFT).count_ones();
    vowels * w::EDIT_VOWEL + others * w::EDIT
}

/// Whether a word is written without its short vowels.
pub fn is_vowelless(word: &Word) -> bool {
    word.native.as_ref().is_some_and(|native| native.vowelless)
}

/// The letters of words written together without their short vowels.
fn bones(words: &[&Word]) -> Option<String> {
    let own = || words.iter().map(|word| Some(word.native.as_ref()?.form.text.as_str())).collect::<Option<String>>();
    words.iter().any(|word| is_vowelless(word)).then(own).flatten()
}

/// Whether words written together may be a word: by a Latin spelling of it, or by the letters that are left without vowels. Two of
/// other scripts always may.
fn may_be(together: &str, words: &[&Word], bones: Option<&str>, word: &Word) -> bool {
    let fits = |bones: &str, spelling: &str| skeleton::edits(bones, spelling, w::SKELETON_GLUED_EDITS).is_some();
    match &word.native {
        None => bones.is_some_and(|bones| fits(bones, &word.form.text)) || close(together, &word.form.text),
        Some(native) => {
            words.iter().any(|word| word.native.is_some())
                || crossing::spellings(word).any(|form| close(together, &form.text))
                || native.vowelless && fits(&native.form.text, together)
        }
    }
}

/// How many letters of a word cost less than an edit when the other word lacks them: those that are doubled, and each `h`.
pub fn soft_letters(word: &str) -> usize {
    let bytes = word.as_bytes();
    bytes.iter().enumerate().filter(|(at, c)| **c == b'h' || *at > 0 && bytes[at - 1] == **c).count()
}

/// The least tenths of an edit between two words of such lengths when the longer has so many soft letters.
pub fn least_gaps(ours: usize, theirs: usize, soft: usize) -> u32 {
    let gaps = ours.abs_diff(theirs);
    let soft = soft.min(gaps);
    soft as u32 * w::EDIT_SOFT + (gaps - soft) as u32 * w::EDIT
}

/// Whether letters written together are close enough to a word to be it.
pub fn close(together: &str, word: &str) -> bool {
    edits::weighted(together, word, w::GLUE_EDITS).is_some()
}

/// The words of the other name that a run may be.
fn targets(other: &Name) -> impl Iterator<Item = (usize, &Word)> {
    other.words.iter().enumerate().filter(|(_, word)| word.role == Role::Core)
}

/// The runs of a name that a word of the other may have been glued from: two or three words, and against one word the whole
/// name as well.
fn each_possible(name: &Name, other: &Name, found: &mut impl FnMut(Run)) {
    let n = name.words.len();
    let whole = (n > 3 && targets(other).take(2).count() == 1).then_some(n);
    for length in (2..=n.min(3)).chain(whole) {
        for start in 0..n {
            if start + length > n && name.reading != Reading::Person {
                break;
            }
            let run = Run { start, length, swapped: false };
            let (mut letters, mut sum, mut has_core, mut native) = (0, 0, false, false);
            for at in run.places(n) {
                let word = &name.words[at];
                letters |= word.form.letters;
                sum += word.form.length;
                has_core |= word.role == Role::Core;
                native |= word.native.is_some();
            }
            if !has_core || !targets(other).any(|(_, word)| possible(letters, sum, native, word)) {
                continue;
            }
            run.turned(name).into_iter().for_each(&mut *found);
            found(run);
        }
    }
}

fn seams_of(run: Run, name: &Name, other: &Name, in_query: bool, relations: &Relations) -> Vec<Seam> {
    let places: Vec<usize> = run.places(name.words.len()).collect();
    let words: Vec<&Word> = places.iter().map(|at| &name.words[*at]).collect();
    let text: String = words.iter().map(|word| word.form.text.as_str()).collect();
    let letters = words.iter().fold(0, |letters, word| letters | word.form.letters);
    let length = words.iter().map(|word| word.form.length).sum();
    let native = words.iter().any(|word| word.native.is_some());
    let bones = bones(&words);
    let mut glued = None;
    let mut seams = Vec::new();
    for (target, word) in targets(other) {
        let near = || may_be(&text, &words, bones.as_deref(), word);
        // The syllables of a given name do not change places: Un Jong is not Jong Un.
        let turned = run.swapped && crossing::is_syllabic(word);
        if turned || !possible(letters, length, native, word) || !near() {
            continue;
        }
        let relation = relate(glued.get_or_insert_with(|| Word::glue(&words)), word);
        // Titles, numbers and initials are part of a glued word only when every letter says so.
        if relation.cost > 0 && words.iter().any(|word| word.role != Role::Core && word.role != Role::Particle) {
            continue;
        }
        if relation.cost > w::GLUE_COST || relation.edits > w::GLUE_EDITS {
            continue;
        }
        let single = |single: &Word| if in_query { relations.of(single, word) } else { relations.of(word, single) };
        if name.words.iter().all(|word| single(word).cost > relation.cost) {
            seams.push(Seam { cost: relation.cost, words: places.clone(), target, in_query });
        }
    }
    seams
}

fn join(name: &Name, runs: &[Vec<usize>]) -> Name {
    let mut words = Vec::with_capacity(name.words.len());
    for (at, word) in name.words.iter().enumerate() {
        match runs.iter().find(|run| run.contains(&at)) {
            None => words.push(word.clone()),
            Some(run) if run.iter().min() == Some(&at) => {
                words.push(Word::glue(&run.iter().map(|at| &name.words[*at]).collect::<Vec<_>>()));
            }
            Some(_) => {}
        }
    }
    // The places of a legal form are those of the words as they were.
    Name { words, company: None, ..*name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glued(query: &str, listed: &str, reading: Reading) -> Option<(Vec<String>, Vec<String>)> {
        let texts = |name: Name| name.words.into_iter().map(|word| word.form.text.clone()).collect::<Vec<_>>();
        joined(&Name::read(query, reading), &Name::read(listed, reading), &Relations::none())
            .map(|(q, l)| (texts(q), texts(l)))
    }

    #[test]
    fn glued_words_are_found_in_either_order() {
        let (query, listed) = glued("ErkenTuniyaz", "TUNIYAZ, Erken", Reading::Person).unwrap();
        assert_eq!((query, listed), (vec!["erkentuniyaz".to_owned()], vec!["erkentuniyaz".to_owned()]));
        let (_, listed) = glued("KhanAzad Mohammad", "AZAD, Mohammad Khan", Reading::Person).unwrap();
        assert!(listed.contains(&"khanazad".to_owned()), "{listed:?}");
        assert!(glued("JSCARGUMENT", "JSC ARGUMENT", Reading::Organisation).is_some());
        assert!(glued("Chowdhury Almamun", "AL-MAMUN, Chowdhury", Reading::Person).is_some());
    }

    #[test]
    fn nothing_is_glued_that_stands_alone_as_well() {
        assert_eq!(glued("Erken Tuniyaz", "TUNIYAZ, Erken", Reading::Person), None);
        assert_eq!(glued("Benazir Ahmad", "AHMED, Benazir", Reading::Person), None);
        assert_eq!(glued("Argument JSC", "ARGUMENT", Reading::Organisation), None);
    }
}
