//! Which words of the lists may take part in words written together (`glue`), found once for a query, so that only the names
//! that have such words are looked at.
//!
//! What is said here is necessary for a joint and not enough: a word may be a piece of another if it has few letters that the
//! other has not.

use super::glue::{self, least_edits};
use super::relations::Dictionary;
use super::weights as w;
use super::word::relate;
use crate::name::{Form, Name, Native, Reading, Role, Word, letter};
use crate::transliterate::{Consonant, consonants};

/// What each word of the lists may be in a joint with a query.
pub struct Joints {
    /// A bit for each word of the query with which it may be written apart; of more than fit, several share one.
    pieces: Vec<u32>,
    /// Whether words of the query may be written together in it.
    wholes: Vec<bool>,
    /// Each word of the query as it may be written apart.
    targets: Vec<Letters>,
}

/// Letters, of a word or of some written together.
#[derive(Clone, Copy)]
pub struct Letters {
    /// Its number.
    pub id: u32,
    /// Its letters.
    pub letters: u32,
    /// Its length.
    pub length: usize,
    /// How many of them may be wanting at little cost.
    pub soft: usize,
    /// Whether there is no more to compare: a word of another script may have further spellings.
    pub plain: bool,
}

impl Letters {
    fn of(word: &Word) -> Letters {
        let Form { letters, length, ref text, .. } = word.form;
        Letters { id: word.id, letters, length, soft: glue::soft_letters(text), plain: word.native.is_none() }
    }

    /// With more letters behind it, of which the first may double the last.
    fn and(self, next: Letters) -> Letters {
        Letters {
            letters: self.letters | next.letters,
            length: self.length + next.length,
            soft: self.soft + next.soft + 1,
            plain: self.plain && next.plain,
            ..self
        }
    }

    /// Whether these may be the same letters, but for the edits that are allowed; those of other scripts always may.
    fn may_be(self, other: Letters) -> bool {
        let soft = if self.length > other.length { self.soft } else { other.soft };
        !(self.plain && other.plain)
            || glue::least_gaps(self.length, other.length, soft) <= w::GLUE_EDITS
                && alike(self.letters, self.length, other.letters, other.length)
    }
}

impl Joints {
    /// The joints of a query with the words of the lists.
    pub fn between(query: &Name, dictionary: &Dictionary) -> Joints {
        let words = dictionary.words();
        let targets = query.words.iter().map(Letters::of).collect();
        let mut joints = Joints { pieces: vec![0; words.len()], wholes: vec![false; words.len()], targets };
        for (at, target) in query.words.iter().enumerate().filter(|(_, word)| word.role == Role::Core) {
            let bit = 1 << (at % 32);
            let target = Target::of(target);
            for (id, piece) in joints.pieces.iter_mut().enumerate() {
                let (letters, length, plain) = dictionary.glance(id);
                let plainly = target.plain && plain;
                let fits = if plainly { target.holds(letters, length) } else { target.holds_word(&words[id]) };
                *piece |= if fits { bit } else { 0 };
            }
        }
        for run in glue::runs(query) {
            let plain = run.native.is_none();
            for (id, whole) in joints.wholes.iter_mut().enumerate() {
                if *whole {
                    continue;
                }
                let (letters, length, plainly) = dictionary.glance(id);
                if plain && plainly && !like(&run.form, letters, length) {
                    continue;
                }
                *whole = may_be(&run, &words[id]);
            }
        }
        joints
    }

    /// Whether words of a listed name and of the query may be written together.
    pub fn may_join(&self, words: &[impl Into<Letters> + Copy], reading: Reading) -> bool {
        let piece = |at: usize| -> Letters { words[at % words.len()].into() };
        if (0..words.len()).any(|at| self.wholes[piece(at).id as usize]) {
            return true;
        }
        let n = words.len();
        // Those of a person may go round from the last to the first.
        let starts = if reading == Reading::Person { n } else { n.saturating_sub(1) };
        n > 1
            && (0..starts).any(|start| {
                let run = |length: usize| (start..start + length).map(piece);
                let shared = |length| run(length).fold(u32::MAX, |bits, word| bits & self.pieces[word.id as usize]);
                shared(2) != 0
                    && [2, 3, n].into_iter().any(|length| {
                        let fits = length <= n && (reading == Reading::Person || start + length <= n);
                        fits && self.may_be(shared(length), run(length))
                    })
            })
    }

    /// Whether a run of words may be one of these words of the query.
    fn may_be(&self, bits: u32, run: impl Iterator<Item = Letters>) -> bool {
        let Some(run) = run.reduce(Letters::and).filter(|_| bits != 0) else { return false };
        self.targets.iter().enumerate().any(|(at, target)| bits & (1 << (at % 32)) != 0 && target.may_be(run))
    }
}

/// A word of the query, as what words of a listed name may be written together in.
struct Target<'a> {
    word: &'a Word,
    plain: bool,
    /// The letters that may stand for those of a word whose short vowels are not written.
    reach: u32,
}

impl<'a> Target<'a> {
    fn of(word: &'a Word) -> Target<'a> {
        let vowelless = word.native.as_deref().filter(|native| native.vowelless);
        let consonants = vowelless.and_then(|native| consonants(&native.form.text)).unwrap_or_default();
        let reach = consonants.into_iter().fold(0, all_letters);
        Target { word, plain: word.native.is_none(), reach }
    }

    /// Whether a Latin word of such letters and such a length may be a piece of a Latin one.
    fn holds(&self, letters: u32, length: usize) -> bool {
        part_of(letters, length, &self.word.form)
    }

    fn holds_word(&self, piece: &Word) -> bool {
        let native = self.word.native.as_deref();
        spellings(self.word).any(|spelling| part_of(piece.form.letters, piece.form.length, spelling))
            || self.reach != 0 && piece.form.letters & !(self.reach | glue::VOWELS | glue::SOFT) == 0
            || piece.native.as_deref().is_some_and(|piece| {
                native.is_some_and(|native| part_of(piece.form.letters, piece.form.length, &native.form))
                    || spelled_in(piece, self.word)
            })
    }
}

/// Whether words of the query written together may be a listed word.
fn may_be(run: &Word, word: &Word) -> bool {
    let forms = run.native.as_deref().zip(word.native.as_deref());
    let by_letters = spellings(word).any(|form| like(&run.form, form.letters, form.length))
        || forms.is_some_and(|(run, word)| like(&run.form, word.form.letters, word.form.length))
        || word.native.as_deref().is_some_and(|native| spelled_in(native, run))
        || run.native.as_deref().is_some_and(|native| spelled_in(native, word));
    let near = || run.native.is_some() || word.native.is_some() || glue::close(&run.form.text, &word.form.text);
    by_letters && near() && {
        let relation = relate(run, word);
        relation.cost <= w::GLUE_COST && relation.edits <= w::GLUE_EDITS
    }
}

fn spellings(word: &Word) -> impl Iterator<Item = &Form> {
    std::iter::once(&word.form).chain(word.native.iter().flat_map(|native| &native.others))
}

/// Whether each consonant of a word whose short vowels are not written has a letter in a spelling of another.
fn spelled_in(vowelless: &Native, word: &Word) -> bool {
    if !vowelless.vowelless {
        return false;
    }
    let letters = spellings(word).fold(0, |letters, form| letters | form.letters);
    let has = |consonant: Consonant| consonant.silent < w::EDIT || letters & all_letters(0, consonant) != 0;
    consonants(&vowelless.form.text).is_some_and(|consonants| consonants.into_iter().all(has))
}

/// The letters of everything that a letter may be.
fn all_letters(letters: u32, consonant: Consonant) -> u32 {
    let spelled = [consonant.usual, consonant.rarer, consonant.ending].into_iter().flatten();
    spelled.flat_map(|text| text.chars()).fold(letters, |letters, c| letters | letter(c))
}

fn part_of(letters: u32, length: usize, whole: &Form) -> bool {
    length <= whole.length + glue::MOST_LONGER && least_edits(letters & !whole.letters) <= w::GLUE_EDITS
}

fn like(form: &Form, letters: u32, length: usize) -> bool {
    alike(form.letters, form.length, letters, length)
}

/// Whether words of such letters and lengths may be one, but for the edits that are allowed.
fn alike(ours: u32, our_length: usize, theirs: u32, their_length: usize) -> bool {
    our_length.abs_diff(their_length) <= glue::MOST_LONGER
        && least_edits(theirs & !ours) <= w::GLUE_EDITS
        && least_edits(ours & !theirs) <= w::GLUE_EDITS
}
