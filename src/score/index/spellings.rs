//! Which listed words may be near a word, by every means that two words can meet: what is found is worth comparing, and what is not
//! found is farther away than was asked for.

use super::bones::{Bones, Needs};
use super::columns::{Costs, Letters, Shape, Wanted};
use super::groups::Keyed;
use super::shelf::{Entry, Shelf};
use crate::name::{Form, Native, Role, Word, letter};
use crate::score::crossing;
use crate::score::edits::Pattern;
use crate::score::glue::{SOFT, VOWELS, least_gaps, soft_letters};
use crate::score::weights as w;

/// How near a word must be to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Relative cost in thousandths …
    pub cost: u32,
    /// … and that of words that describe: what these differ by counts less.
    pub describing: u32,
    /// Weighted edits in tenths between the spellings.
    pub edits: u32,
}

impl Reach {
    /// That of words that are written together on one side.
    pub const GLUED: Reach = Reach { cost: w::GLUE_COST, describing: w::GLUE_COST, edits: w::GLUE_EDITS };
    /// That of words of which writers take one for the other.
    pub const CLOSE: Reach = Reach { cost: w::CLOSE, describing: w::CLOSE, edits: u32::MAX };

    /// Whether all within another reach is within this one.
    pub fn covers(self, other: Reach) -> bool {
        self.cost >= other.cost && self.describing >= other.describing && self.edits >= other.edits
    }

    /// The same for words that describe.
    fn of_describing(self) -> Reach {
        Reach { cost: self.describing, ..self }
    }

    /// The most tenths of an edit between two spellings of which the longer has so many letters.
    pub fn edits(self, longer: usize) -> u32 {
        (((self.cost + 1) * longer as u32 - 1) / 100).min(self.edits)
    }

    /// The most edits between two sounds by which the longer counts as so long, if any are allowed.
    fn sounds(self, longer: u32) -> Option<u32> {
        Some(((self.cost + 1) * longer - 1).checked_sub(w::SOUND_OFFSET)? / 1000)
    }

    /// How many units a Latin spelling beside this one is allowed by its shape, if it may be within reach at all …
    pub fn of_spelling(self, form: &Form) -> impl Fn(Shape) -> Option<u32> {
        let (ours, soft) = (form.length, soft_letters(&form.text));
        move |shape| {
            let length = usize::from(shape.length);
            let soft = if length > ours { shape.soft.into() } else { soft };
            let most = self.edits(ours.max(length));
            (least_gaps(ours, length, soft) <= most).then_some(most / UNIT)
        }
    }

    /// … how many edits a sound, whose shape has the length of the spelling besides …
    pub fn of_sound(self, form: &Form) -> impl Fn(Shape) -> Option<u32> {
        let (ours, length) = (form.sounds as u32, form.length);
        move |shape| {
            let theirs = u32::from(shape.length);
            let longer = ours.max(theirs).max(length.max(shape.soft.into()) as u32 - 1).max(1);
            self.sounds(longer).filter(|most| ours.abs_diff(theirs) <= *most)
        }
    }

    /// … and how many units a word in letters of its own.
    pub fn of_own(self, native: &Native) -> impl Fn(Shape) -> Option<u32> {
        let ours = native.form.length;
        move |shape| {
            let length = usize::from(shape.length);
            let most = self.edits(ours.max(length));
            (least_gaps(ours, length, usize::MAX) <= most).then_some(most / UNIT)
        }
    }

    /// The most tenths of an edit between a word whose short vowels are not written and a spelling; without any it is found anyhow.
    pub fn bones(self, length: usize) -> u32 {
        let length = length.max(2) as u32;
        let most = ((self.cost + 1) * length - 1).saturating_sub(w::SKELETON_OFFSET) / 100;
        most.min((w::SKELETON_MOST * length).saturating_sub(w::SKELETON_OFFSET) / 100)
    }
}

/// Tenths of an edit that a unit of `Costs` stands for at the most.
const UNIT: u32 = w::EDIT_SOFT;

/// What letters cost by which Latin spellings differ: a vowel may be replaced by another, an `h` and a letter that stands twice may
/// be left out.
pub const LATIN: Costs = Costs { three: !(VOWELS | SOFT), two: VOWELS, one: SOFT, twice: true };
/// … words in letters of their own …
pub const OWN: Costs = Costs { three: u32::MAX, two: 0, one: 0, twice: true };
/// … and sounds, where each is an edit.
pub const SOUND: Costs = Costs { three: 0, two: 0, one: u32::MAX, twice: true };

/// The words of the lists, by their spellings.
#[derive(Default)]
pub struct Spellings {
    naming: Latin,
    /// Those that describe an organisation.
    describing: Latin,
    /// Words of other scripts by their own letters.
    own: Shelf,
    /// By spelling family, and by groups of short and translated given names.
    families: Keyed,
    nicknames: Keyed,
    /// Initials, by their letter.
    initials: Keyed,
    /// Words whose short vowels are not written.
    vowelless: Bones,
}

/// Words by their Latin spellings.
#[derive(Default)]
struct Latin {
    spellings: Shelf,
    /// By their sounds; the shape has the length of the spelling besides.
    sounds: Shelf,
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

impl Latin {
    fn new<'a>(words: impl Iterator<Item = (u32, &'a Word)>) -> Latin {
        let (mut spellings, mut sounds) = (Vec::new(), Vec::new());
        for (thing, word) in words {
            for form in crossing::spellings(word) {
                let (shape, letters) = (latin_shape(form), latin_letters(&form.text));
                spellings.push(Entry { shape, letters, spelling: &form.text, thing });
                let shape = Shape { length: form.sounds as u16, soft: form.length as u16 };
                sounds.push(Entry { shape, letters: latin_letters(&form.sound), spelling: &form.sound, thing });
            }
        }
        Latin { spellings: Shelf::new(&spellings), sounds: Shelf::new(&sounds) }
    }

    fn near(&self, form: &Form, reach: Reach, found: &mut dyn FnMut(u32)) {
        let pattern = Pattern::weighted(&form.text);
        let near = |shape: Shape, spelling: &[u8]| {
            pattern.is_within(spelling, reach.edits(form.length.max(shape.length.into())))
        };
        let like = Wanted::like(latin_letters(&form.text), LATIN);
        self.spellings.find(&like, &reach.of_spelling(form), &near, found);
        let pattern = Pattern::plain(&form.sound);
        let most = reach.of_sound(form);
        let near = |shape, sound: &[u8]| most(shape).is_some_and(|most| pattern.is_within(sound, most));
        self.sounds.find(&Wanted::like(latin_letters(&form.sound), SOUND), &most, &near, found);
    }
}

impl Spellings {
    /// The spellings of words, by their numbers; `describes` says which describe an organisation.
    pub fn new(words: &[Word], describes: impl Fn(u32) -> bool) -> Spellings {
        let numbered = || words.iter().enumerate().map(|(id, word)| (id as u32, word));
        let (mut own, mut families, mut nicknames, mut initials) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut vowelless = Bones::default();
        for (id, word) in numbered() {
            if word.role == Role::Initial {
                initials.push((first(&word.form), id));
                continue;
            }
            for form in crossing::spellings(word) {
                families.extend(form.family.map(|family| (family.into(), id)));
                nicknames.extend(form.nicknames.iter().map(|group| (u32::from(*group), id)));
            }
            let Some(native) = &word.native else { continue };
            let shape = Shape { length: native.form.length as u16, soft: 0 };
            let (letters, spelling) = (own_letters(&native.form.text), native.form.text.as_str());
            own.push(Entry { shape, letters, spelling, thing: id });
            if native.vowelless {
                vowelless.add(&Needs::of(native), native.form.length, id);
            }
        }
        let latin = |describing: bool| {
            Latin::new(numbered().filter(|(id, word)| word.role != Role::Initial && describes(*id) == describing))
        };
        let [families, nicknames, initials] = [families, nicknames, initials].map(|of| Keyed::new(of.into_iter()));
        Spellings {
            naming: latin(false),
            describing: latin(true),
            own: Shelf::new(&own),
            families,
            nicknames,
            initials,
            vowelless,
        }
    }

    /// The words of a spelling family.
    pub fn family(&self, family: u16) -> &[u32] {
        self.families.get(family.into())
    }

    /// The words that may be within reach of a word, which may be made of several. An initial reaches nothing, and those of the lists
    /// are found by all words that begin with them.
    pub fn near(&self, word: &Word, reach: Reach) -> Vec<u32> {
        let mut near = Vec::new();
        if word.role == Role::Initial {
            return near;
        }
        for form in crossing::spellings(word) {
            self.naming.near(form, reach, &mut |id| near.push(id));
            self.describing.near(form, reach.of_describing(), &mut |id| near.push(id));
        }
        let found = &mut |id| near.push(id);
        self.initials.get(first(&word.form)).iter().for_each(|id| found(*id));
        let glued_together = word.parts > 1;
        let most = |length| if glued_together { glued(length) } else { Some(reach.of_describing().bones(length)) };
        for form in crossing::spellings(word) {
            form.family.iter().for_each(|family| self.families.get((*family).into()).iter().for_each(|id| found(*id)));
            form.nicknames
                .iter()
                .for_each(|group| self.nicknames.get((*group).into()).iter().for_each(|id| found(*id)));
            self.vowelless.find(form, &most, found);
        }
        if let Some(native) = &word.native {
            self.near_native(native, reach.of_describing(), most(native.form.length), found);
        }
        near.sort_unstable();
        near.dedup();
        near
    }

    fn near_native(&self, native: &Native, reach: Reach, bones: Option<u32>, found: &mut dyn FnMut(u32)) {
        let like = Wanted::like(own_letters(&native.form.text), OWN);
        self.own.find(&like, &reach.of_own(native), &|_, _| true, found);
        let Some(most) = bones.filter(|_| native.vowelless) else { return };
        let needs = Needs::of(native);
        let (heads, least) = (needs.heads, needs.least as u32);
        let is_long = |shape: Shape| least.saturating_sub(shape.length.into()) * w::EDIT <= most;
        let limit = |shape| is_long(shape).then_some(most / w::EDIT);
        let begins = |_: Shape, spelling: &[u8]| heads & letter(char::from(spelling[0])) != 0;
        let having = needs.wanted();
        for latin in [&self.naming, &self.describing] {
            latin.spellings.find(&having, &limit, &begins, found);
        }
    }
}

/// The most tenths of an edit between words written together of which one has no short vowels, and a spelling.
pub fn glued(length: usize) -> Option<u32> {
    (length >= w::SKELETON_GLUED).then_some(w::SKELETON_GLUED_EDITS)
}

fn first(form: &Form) -> u32 {
    form.text.chars().next().map_or(0, u32::from)
}
