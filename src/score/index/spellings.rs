//! Which listed words may be near a word, by every means that two words can meet: what is found is worth comparing, and what is not
//! found is farther away than was asked for.

use super::bones::{Bones, needs};
use super::columns::{Columns, Costs, Letters, Shape, Wanted};
use super::groups::Groups;
use crate::name::{Form, Native, Role, Word, letter};
use crate::score::crossing;
use crate::score::glue::{SOFT, VOWELS, least_gaps, soft_letters};
use crate::score::weights as w;

/// How near a word must be to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Relative cost in thousandths.
    pub cost: u32,
    /// Weighted edits in tenths between the spellings.
    pub edits: u32,
}

impl Reach {
    /// That of words that are written together on one side.
    pub const GLUED: Reach = Reach { cost: w::GLUE_COST, edits: w::GLUE_EDITS };

    /// The most tenths of an edit between two spellings of which the longer has so many letters.
    pub fn edits(self, longer: usize) -> u32 {
        (((self.cost + 1) * longer as u32 - 1) / 100).min(self.edits)
    }

    /// The most edits between two sounds by which the longer counts as so long, if any are allowed.
    fn sounds(self, longer: u32) -> Option<u32> {
        Some(((self.cost + 1) * longer - 1).checked_sub(w::SOUND_OFFSET)? / 1000)
    }

    /// The most tenths of an edit between a word whose short vowels are not written and a spelling.
    pub fn bones(self, length: usize) -> Option<u32> {
        let length = length.max(2) as u32;
        let most = ((self.cost + 1) * length - 1).checked_sub(w::SKELETON_OFFSET)? / 100;
        Some(most.min((w::SKELETON_MOST * length).saturating_sub(w::SKELETON_OFFSET) / 100))
    }
}

/// Tenths of an edit that a unit of `Costs` stands for at the most.
const UNIT: u32 = w::EDIT_SOFT;

/// What letters cost by which Latin spellings differ: a vowel may be replaced by another, an `h` and a letter that stands twice may
/// be left out.
pub const LATIN: Costs = Costs { three: !(VOWELS | SOFT), two: VOWELS, one: SOFT, twice: 1 };
/// … words in letters of their own …
pub const OWN: Costs = Costs { three: u32::MAX, two: 0, one: 0, twice: 1 };
/// … and sounds, where each is an edit.
const SOUND: Costs = Costs { three: 0, two: 0, one: u32::MAX, twice: 1 };

/// The words of the lists, by their spellings.
#[derive(Default)]
pub struct Spellings {
    latin: Shelf,
    /// By their sounds; the shape has the length of the spelling besides.
    sounds: Shelf,
    /// Words of other scripts by their own letters.
    own: Shelf,
    /// By spelling family, and by groups of short and translated given names.
    families: Index<u16>,
    nicknames: Index<u16>,
    /// Initials, by their letter.
    initials: Index<u32>,
    /// Words whose short vowels are not written.
    vowelless: Bones,
}

/// Words by the letters of a spelling.
#[derive(Default)]
struct Shelf {
    columns: Columns,
    words: Groups,
}

impl Shelf {
    fn new(mut entries: Vec<((Shape, Letters), u32)>) -> Shelf {
        entries.sort_unstable_by_key(|((shape, letters), id)| (*shape, letters.key(), *id));
        let (keys, words) = Groups::of_sorted(&entries);
        Shelf { columns: Columns::new(keys.into_iter()), words }
    }

    fn find(&self, wanted: &Wanted, limit: impl Fn(Shape) -> Option<u32>, found: &mut impl FnMut(u32)) {
        self.columns.find(wanted, limit, |at| self.words.get(at).iter().for_each(|id| found(*id)));
    }
}

/// Words by a key.
struct Index<K> {
    keys: Vec<K>,
    words: Groups,
}

impl<K> Default for Index<K> {
    fn default() -> Index<K> {
        Index { keys: Vec::new(), words: Groups::default() }
    }
}

impl<K: Ord + Copy> Index<K> {
    fn new(mut pairs: Vec<(K, u32)>) -> Index<K> {
        pairs.sort_unstable();
        let (keys, words) = Groups::of_sorted(&pairs);
        Index { keys, words }
    }

    fn get(&self, key: K) -> &[u32] {
        self.keys.binary_search(&key).map_or(&[], |at| self.words.get(at))
    }
}

/// The letters of a Latin spelling.
pub fn latin_letters(text: &str) -> Letters {
    Letters::of(text, letter)
}

/// The letters of a word in its own script.
pub fn own_letters(text: &str) -> Letters {
    Letters::of(text, |c| 1 << (c as u32 % 32))
}

fn latin_shape(form: &Form) -> Shape {
    Shape { length: form.length as u16, soft: soft_letters(&form.text) as u16 }
}

impl Spellings {
    /// The spellings of words, by their numbers.
    pub fn new(words: &[Word]) -> Spellings {
        let (mut latin, mut sounds, mut own) = (Vec::new(), Vec::new(), Vec::new());
        let (mut families, mut nicknames, mut initials) = (Vec::new(), Vec::new(), Vec::new());
        let mut vowelless = Bones::default();
        for (id, word) in words.iter().enumerate().map(|(id, word)| (id as u32, word)) {
            if word.role == Role::Initial {
                initials.push((first(&word.form), id));
                continue;
            }
            for form in crossing::spellings(word) {
                latin.push(((latin_shape(form), latin_letters(&form.text)), id));
                let shape = Shape { length: form.sound.chars().count() as u16, soft: form.length as u16 };
                sounds.push(((shape, latin_letters(&form.sound)), id));
                families.extend(form.family.map(|family| (family, id)));
                nicknames.extend(form.nicknames.iter().map(|group| (*group, id)));
            }
            let Some(native) = &word.native else { continue };
            let shape = Shape { length: native.form.length as u16, soft: 0 };
            own.push(((shape, own_letters(&native.form.text)), id));
            if native.vowelless {
                vowelless.add(needs(native), native.form.length, id);
            }
        }
        vowelless.close();
        let [latin, sounds, own] = [latin, sounds, own].map(Shelf::new);
        let [families, nicknames] = [families, nicknames].map(Index::new);
        Spellings { latin, sounds, own, families, nicknames, initials: Index::new(initials), vowelless }
    }

    /// Tells all words that may be within reach of a word, which may be made of several; some are told more than once. An initial
    /// reaches nothing, and those of the lists are found by all words that begin with them.
    pub fn near(&self, word: &Word, reach: Reach, found: &mut impl FnMut(u32)) {
        if word.role == Role::Initial {
            return;
        }
        self.initials.get(first(&word.form)).iter().for_each(|id| found(*id));
        for form in crossing::spellings(word) {
            self.near_form(form, reach, word.parts, found);
        }
        let Some(native) = &word.native else { return };
        let length = native.form.length;
        let limit = |shape: Shape| {
            let most = reach.edits(length.max(shape.length.into()));
            (least_gaps(length, shape.length.into(), usize::MAX) <= most).then_some(most / UNIT)
        };
        self.own.find(&Wanted::like(own_letters(&native.form.text), OWN), limit, found);
        if native.vowelless {
            self.having(native, reach, word.parts, found);
        }
    }

    fn near_form(&self, form: &Form, reach: Reach, parts: u8, found: &mut impl FnMut(u32)) {
        let soft = soft_letters(&form.text);
        let limit = |shape: Shape| {
            let length = usize::from(shape.length);
            let most = reach.edits(form.length.max(length));
            let soft = if length > form.length { shape.soft.into() } else { soft };
            (least_gaps(form.length, length, soft) <= most).then_some(most / UNIT)
        };
        self.latin.find(&Wanted::like(latin_letters(&form.text), LATIN), limit, found);
        let sounds = form.sound.chars().count() as u32;
        let limit = |shape: Shape| {
            let (theirs, length) = (u32::from(shape.length), u32::from(shape.soft));
            let longer = sounds.max(theirs).max(length.max(form.length as u32) - 1).max(1);
            reach.sounds(longer).filter(|most| sounds.abs_diff(theirs) <= *most)
        };
        self.sounds.find(&Wanted::like(latin_letters(&form.sound), SOUND), limit, found);
        form.family.iter().for_each(|family| self.families.get(*family).iter().for_each(|id| found(*id)));
        form.nicknames.iter().for_each(|group| self.nicknames.get(*group).iter().for_each(|id| found(*id)));
        let most = |length| if parts > 1 { glued(length) } else { reach.bones(length) };
        self.vowelless.find(form.letters, most, found);
    }

    /// Tells the words whose spellings have the letters of one whose short vowels are not written.
    fn having(&self, native: &Native, reach: Reach, parts: u8, found: &mut impl FnMut(u32)) {
        let length = native.form.length;
        let Some(most) = (if parts > 1 { glued(length) } else { reach.bones(length) }) else { return };
        self.latin.find(&Wanted::having(needs(native)), |_| Some(most / w::EDIT), found);
    }
}

/// The most tenths of an edit between words written together of which one has no short vowels, and a spelling.
pub fn glued(length: usize) -> Option<u32> {
    (length >= w::SKELETON_GLUED).then_some(w::SKELETON_GLUED_EDITS)
}

fn first(form: &Form) -> u32 {
    form.text.chars().next().map_or(0, u32::from)
}
