//! Words of listed names that may be written together (`glue`), found by the letters that they have in all: in which order they
//! stand does not matter for these.

use super::bones::{Bones, needs};
use super::columns::{Columns, Letters, Shape, Wanted};
use super::groups::Groups;
use super::spellings::{LATIN, OWN, Reach, glued, latin_letters, own_letters};
use crate::name::{Name, Native, Reading, Word};
use crate::score::crossing;
use crate::score::glue::{least_gaps, soft_letters};
use crate::score::weights as w;
use unicode_script::Script;

/// The runs of words of all listed names.
#[derive(Default)]
pub struct Runs {
    latin: Shelf,
    own: Shelf,
    /// Those of words that have no short vowels.
    vowelless: Bones,
}

/// Names by the letters of their runs.
#[derive(Default)]
struct Shelf {
    /// Until all have come.
    entries: Vec<((Shape, Letters), u32)>,
    columns: Columns,
    names: Groups,
}

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

    fn key(self) -> (Shape, Letters) {
        (Shape { length: self.length as u16, soft: self.soft as u16 }, self.letters)
    }
}

impl Shelf {
    fn close(&mut self) {
        self.entries.sort_unstable_by_key(|((shape, letters), name)| (*shape, letters.key(), *name));
        let (keys, names) = Groups::of_sorted(&std::mem::take(&mut self.entries));
        (self.columns, self.names) = (Columns::new(keys.into_iter()), names);
    }

    fn find(&self, wanted: &Wanted, limit: impl Fn(Shape) -> Option<u32>, found: &mut impl FnMut(u32)) {
        self.columns.find(wanted, limit, |at| self.names.get(at).iter().for_each(|name| found(*name)));
    }
}

/// Calls with the places of the words of each run: two, three, or all; those of a person may go round from the last to the first.
fn each_run(words: usize, reading: Reading, mut each: impl FnMut(&mut dyn Iterator<Item = usize>)) {
    for length in (2..=words.min(3)).chain((words > 3).then_some(words)) {
        let starts = match reading {
            // Round a name of as many words all runs have the same letters.
            Reading::Person if length < words => words,
            Reading::Person => 1,
            Reading::Organisation | Reading::Craft => words + 1 - length,
        };
        (0..starts).for_each(|start| each(&mut (start..start + length).map(|at| at % words)));
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
        let together = |pieces: &[Piece], run: &mut dyn Iterator<Item = usize>| run.map(|at| pieces[at]).reduce(Piece::and);
        each_run(words.len(), name.reading, |run| {
            self.latin.entries.extend(together(&pieces, run).map(|run| (run.key(), number)));
        });
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
        let needed = |native: &Native| if fixed(native) { needs(native) } else { Vec::new() };
        let vowelless = |word: &Word| word.native.as_deref().filter(|native| native.vowelless).map(needed);
        let needed: Vec<Option<Vec<u32>>> = words.iter().map(vowelless).collect();
        each_run(words.len(), name.reading, |run| {
            let places: Vec<usize> = run.collect();
            let Some(own) = places.iter().map(|at| pieces[*at]).collect::<Option<Vec<Piece>>>() else { return };
            let Some(own) = own.into_iter().reduce(Piece::and) else { return };
            self.own.entries.push((Piece { soft: 0, ..own }.key(), number));
            let needs: Vec<&Vec<u32>> = places.iter().filter_map(|at| needed[*at].as_ref()).collect();
            if !needs.is_empty() && glued(own.length).is_some() {
                self.vowelless.add(needs.into_iter().flatten().copied(), own.length, number);
            }
        });
    }

    /// No more names come.
    pub fn close(&mut self) {
        self.latin.close();
        self.own.close();
        self.vowelless.close();
    }

    /// Tells all names of which words written together may be a word of a query; some are told more than once.
    pub fn like(&self, word: &Word, found: &mut impl FnMut(u32)) {
        for form in crossing::spellings(word) {
            let soft = soft_letters(&form.text);
            let limit = |shape: Shape| {
                let length = usize::from(shape.length);
                let soft = if length > form.length { shape.soft.into() } else { soft };
                (least_gaps(form.length, length, soft) <= w::GLUE_EDITS).then_some(w::GLUE_EDITS / w::EDIT_SOFT)
            };
            self.latin.find(&Wanted::like(latin_letters(&form.text), LATIN), limit, found);
            self.vowelless.find(form.letters, glued, found);
        }
        let Some(native) = &word.native else { return };
        let length = native.form.length;
        let limit = |shape: Shape| {
            let most = Reach::GLUED.edits(length.max(shape.length.into()));
            (least_gaps(length, shape.length.into(), usize::MAX) <= most).then_some(most / w::EDIT_SOFT)
        };
        self.own.find(&Wanted::like(own_letters(&native.form.text), OWN), limit, found);
        if native.vowelless && glued(length).is_some() {
            self.latin.find(&Wanted::having(needs(native)), |_| Some(0), found);
        }
    }
}
