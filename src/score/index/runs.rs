//! Words of listed names that may be written together (`glue`), found by the letters that they have in all: in which order they
//! stand does not matter for these.

use super::bones::{Bones, Needs};
use super::columns::{Columns, Letters, Shape, Wanted};
use super::groups::{Groups, Pair};
use super::spellings::{LATIN, OWN, Reach, SOUND, glued, latin_letters, own_letters};
use crate::name::{Name, Native, Reading, Word};
use crate::score::crossing;
use crate::score::dictionary::Dictionary;
use crate::score::edits::Pattern;
use crate::score::glue::soft_letters;
use crate::score::outline::{Outlines, Stroke};
use crate::score::skeleton;
use crate::score::weights as w;
use crate::sound;
use unicode_script::Script;

/// The runs of words of all listed names.
#[derive(Default)]
pub struct Runs {
    latin: Shelf,
    /// The short ones by their sounds; the shape has the length of the spelling besides.
    sounds: Shelf,
    /// Those of another script by their own letters.
    own: Shelf,
    /// Those of words that have no short vowels.
    vowelless: Bones,
}

/// In words of more letters `GLUE_EDITS` are no more than `GLUE_COST`, so that sounds have nothing to add.
const SHORT: usize = (100 * w::GLUE_EDITS / w::GLUE_COST) as usize;

/// Names by the letters of their runs.
#[derive(Default)]
struct Shelf {
    /// Until all have come.
    entries: Vec<Pair>,
    columns: Columns,
    places: Groups,
}

/// Where a run stands: the number of its name, the place of its first word, and of how many words it is, in one number.
type Place = u32;

/// The most that there is room for.
const MOST_STARTS: usize = 1 << 6;

fn place(name: u32, start: usize, length: usize) -> Place {
    // Two, three, or all words; what stands too far behind to be told is looked at without its place.
    let kind = if start < MOST_STARTS { length.min(4) as u32 - 1 } else { 0 };
    let start = (start % MOST_STARTS) as u32;
    name << 8 | start << 2 | kind
}

fn name_of(place: Place) -> u32 {
    place >> 8
}

/// Whether a run fits in any order in which its words may be written together: two may change places, and all words of a name go
/// round from any of them. What is not told apart, has very many words, or has no such text, may fit.
fn may_be<'a>(
    place: Place,
    outlines: &Outlines,
    text: &dyn Fn(&Stroke) -> Option<&'a str>,
    fits: &dyn Fn(&str) -> bool,
) -> bool {
    let words = outlines.words(name_of(place));
    let length = match place & 3 {
        0 => return true,
        3 => words.len(),
        kind => kind as usize + 1,
    };
    let start = (place >> 2) as usize % MOST_STARTS;
    let mut room = [""; MOST_WORDS];
    let Some(run) = room.get_mut(..length) else { return true };
    for (at, run) in run.iter_mut().enumerate() {
        let Some(text) = text(&words[(start + at) % words.len()]) else { return true };
        *run = text;
    }
    let mut together = String::with_capacity(LETTERS);
    let mut in_order = |words: &mut dyn Iterator<Item = &&str>| {
        together.clear();
        words.for_each(|word| together.push_str(word));
        fits(&together)
    };
    let mut firsts = 0..if length == words.len() { length } else { 1 };
    firsts.any(|first| in_order(&mut run[first..].iter().chain(&run[..first])))
        || length == 2 && in_order(&mut run.iter().rev())
}

/// Names of more words are rare, and letters enough for most runs.
const MOST_WORDS: usize = 32;
const LETTERS: usize = 64;

/// What counts of a word, or of several together.
#[derive(Clone, Copy)]
struct Piece {
    length: usize,
    soft: usize,
    letters: Letters,
}

impl Piece {
    fn and(self, next: Piece) -> Piece {
        // The first letter of the next may double the last of this.
        let soft = self.soft + next.soft + 1;
        Piece { length: self.length + next.length, soft, letters: self.letters.and(next.letters) }
    }

    fn at(self, place: Place) -> Pair {
        Pair::new(Shape { length: self.length as u16, soft: self.soft as u16 }.key(self.letters), place)
    }
}

impl Shelf {
    fn close(&mut self) {
        let (keys, places) = Groups::by_key(std::mem::take(&mut self.entries));
        (self.columns, self.places) = (Columns::new(&keys), places);
    }

    fn find(&self, wanted: &Wanted, limit: &dyn Fn(Shape) -> Option<u32>, found: &mut dyn FnMut(Shape, Place)) {
        let tell = &mut |shape, at| self.places.get(at).iter().for_each(|place| found(shape, *place));
        self.columns.find(wanted, limit, tell);
    }
}

/// Calls with the first word and the number of words of each run: two, three, or all; those of a person may go round from the last
/// to the first.
fn each_run(words: usize, reading: Reading, mut each: impl FnMut(usize, usize)) {
    for length in (2..=words.min(3)).chain((words > 3).then_some(words)) {
        let starts = match reading {
            // Round a name of as many words all runs have the same letters.
            Reading::Person if length < words => words,
            Reading::Person => 1,
            Reading::Organisation | Reading::Craft => words + 1 - length,
        };
        (0..starts).for_each(|start| each(start, length));
    }
}

impl Runs {
    /// Adds the runs of a listed name by its number.
    pub fn add(&mut self, name: &Name, number: u32) {
        let words = &name.words;
        let latin = |word: &Word| Piece {
            length: word.form.length,
            soft: soft_letters(&word.form.text),
            letters: latin_letters(&word.form.text),
        };
        let pieces: Vec<Piece> = words.iter().map(latin).collect();
        let n = words.len();
        each_run(n, name.reading, |start, length| {
            let run = (start..start + length).map(|at| pieces[at % n]).reduce(Piece::and);
            self.latin.entries.extend(run.map(|run| run.at(place(number, start, length))));
        });
        self.add_sounds(name, number);
        if words.iter().all(|word| word.native.is_none()) {
            return;
        }
        let own = |word: &Word| {
            let native = &word.native.as_ref()?.form;
            Some(Piece { length: native.length, soft: 0, letters: own_letters(&native.text) })
        };
        let pieces: Vec<Option<Piece>> = words.iter().map(own).collect();
        // What a letter of these scripts may be depends on the letters beside it.
        let fixed = |native: &Native| !matches!(native.script, Script::Thai | Script::Han);
        let needed = |native: &Native| if fixed(native) { Needs::of(native) } else { Needs::unknown() };
        let vowelless = |word: &Word| word.native.as_deref().filter(|native| native.vowelless).map(needed);
        let needed: Vec<Option<Needs>> = words.iter().map(vowelless).collect();
        each_run(n, name.reading, |start, length| {
            let places: Vec<usize> = (start..start + length).map(|at| at % n).collect();
            let Some(own) = places.iter().map(|at| pieces[*at]).collect::<Option<Vec<Piece>>>() else { return };
            let Some(own) = own.into_iter().reduce(Piece::and) else { return };
            self.own.entries.push(Piece { soft: 0, ..own }.at(place(number, start, length)));
            let needs = places.iter().filter_map(|at| needed[*at].clone()).reduce(|all, next| all.and(&next));
            if let Some(needs) = needs.filter(|_| glued(own.length).is_some()) {
                // A word that has its vowels may stand for any letter.
                let all = places.iter().all(|at| needed[*at].is_some());
                self.vowelless.add(
                    &if all { needs } else { needs.beside_any() },
                    own.length,
                    place(number, start, length),
                );
            }
        });
    }

    /// Adds the sounds of its short runs, which depend on the order of the words.
    fn add_sounds(&mut self, name: &Name, number: u32) {
        let n = name.words.len();
        for length in (2..=n.min(3)).chain((n > 3).then_some(n)) {
            for start in 0..if name.reading == Reading::Person { n } else { n + 1 - length } {
                let words = || (start..start + length).map(|at| name.words[at % n].form.text.as_str());
                let letters: usize = (start..start + length).map(|at| name.words[at % n].form.length).sum();
                if letters > SHORT {
                    continue;
                }
                let mut add = |text: String| {
                    let sound = sound::fold(&text);
                    let shape = Shape { length: sound.chars().count() as u16, soft: letters as u16 };
                    let key = shape.key(latin_letters(&sound));
                    self.sounds.entries.push(Pair::new(key, place(number, start, length)));
                };
                add(words().collect());
                if length == 2 && n > 2 && name.reading == Reading::Person {
                    add(words().rev().collect());
                }
            }
        }
    }

    /// No more names come.
    pub fn close(&mut self) {
        self.latin.close();
        self.sounds.close();
        self.own.close();
    }

    /// Tells all names of which words written together may be a word of a query; some are told more than once.
    pub fn like(&self, word: &Word, dictionary: &Dictionary, outlines: &Outlines, found: &mut dyn FnMut(u32)) {
        for form in crossing::spellings(word) {
            let most = |shape: Shape| Reach::GLUED.edits(form.length.max(shape.length.into()));
            // The letters alone say little of their order, so that it is looked at as well.
            let pattern = Pattern::weighted(&form.text);
            let mut look = |place, most| {
                let text = |word: &Stroke| Some(dictionary.text(word.id));
                let near = |together: &str| pattern.is_near(together, most);
                if may_be(place, outlines, &text, &near) {
                    found(name_of(place));
                }
            };
            let like = Wanted::like(latin_letters(&form.text), LATIN);
            let limit = Reach::GLUED.of_spelling(form);
            self.latin.find(&like, &limit, &mut |shape, place| look(place, most(shape)));
            if form.length <= SHORT {
                let like = Wanted::like(latin_letters(&form.sound), SOUND);
                self.sounds.find(&like, &Reach::GLUED.of_sound(form), &mut |_, place| look(place, w::GLUE_EDITS));
            }
            self.vowelless.find(form, &glued, &mut |place| {
                let own =
                    |word: &Stroke| Some(dictionary.words()[word.id as usize].native.as_ref()?.form.text.as_str());
                let fits = |bones: &str| skeleton::edits(bones, &form.text, w::SKELETON_GLUED_EDITS).is_some();
                if may_be(place, outlines, &own, &fits) {
                    found(name_of(place));
                }
            });
        }
        let Some(native) = &word.native else { return };
        let like = Wanted::like(own_letters(&native.form.text), OWN);
        self.own.find(&like, &Reach::GLUED.of_own(native), &mut |_, place| found(name_of(place)));
        if native.vowelless && glued(native.form.length).is_some() {
            let text = |word: &Stroke| Some(dictionary.text(word.id));
            let fits = |together: &str| skeleton::edits(&native.form.text, together, w::SKELETON_GLUED_EDITS).is_some();
            self.latin.find(&Needs::of(native).wanted(), &|_| Some(0), &mut |_, place| {
                if may_be(place, outlines, &text, &fits) {
                    found(name_of(place));
                }
            });
        }
    }
}
