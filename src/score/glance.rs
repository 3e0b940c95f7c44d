//! What shows at a glance of a word: enough to rule out most words as different ones, without comparing their letters.

use super::deduction::Means;
use super::glue::least_edits;
use super::weights as w;
use super::word::{DIFFERENT, Relation};
use crate::name::{Form, Native, Role, Word, letter};
use crate::transliterate::consonant;
use unicode_script::Script;

/// What shows of one spelling.
#[derive(Clone, Copy)]
pub struct Glance {
    /// Its letters, as bits.
    pub letters: u32,
    /// Its length in letters.
    pub length: u32,
    /// Whether it stands for a word of another script.
    pub native: bool,
    first: u32,
    family: Option<u16>,
    nickname: bool,
    /// The letters of its sound, and how many they are.
    sound: u32,
    sounds: u32,
}

/// What shows of a word.
pub struct Sight {
    /// Its Latin spellings.
    spellings: Vec<Glance>,
    /// The word in its own script.
    native: Option<(Script, Glance)>,
    initial: bool,
    /// The letters with which its spellings begin, and those with which a spelling of its letters may begin where short vowels
    /// are not written.
    firsts: u32,
    heads: u32,
}

/// What a bound may be off by when it is worked out in another order than what it bounds.
const ROUNDING: f64 = 1e-9;

impl Glance {
    /// A look at the most usual spelling of a word.
    pub fn of(word: &Word) -> Glance {
        Glance { native: word.native.is_some(), ..Glance::at(&word.form) }
    }

    /// A look at a spelling.
    pub fn at(form: &Form) -> Glance {
        Glance {
            letters: form.letters,
            length: form.length as u32,
            native: false,
            first: form.text.chars().next().map_or(0, letter),
            family: form.family,
            nickname: !form.nicknames.is_empty(),
            sound: form.sound_letters,
            sounds: form.sounds as u32,
        }
    }

    /// The least that two spellings cost which may meet: they are of one family, both somebody's nickname, or have so many letters in
    /// common that neither their Jaro-Winkler similarity nor their edits tell them apart.
    pub fn bound(&self, other: &Glance) -> Relation {
        let letters = if self.may_reach_floor(other) { self.least_cost(other) } else { w::DIFFERENT };
        let of = |means, cost| Relation { means, cost, edits: 0, far: false };
        match letters {
            letters if self.family.is_some() && self.family == other.family => {
                of(Means::Family, letters.min(w::FAMILY_COST))
            }
            letters if self.nickname && other.nickname => of(Means::Nickname, letters.min(w::NICKNAME_COST)),
            w::DIFFERENT.. => DIFFERENT,
            letters => of(Means::Spelling, letters),
        }
    }

    /// Whether the similarity may reach its floor: below .7 it is Jaro's, and a letter that only one of two words has matches
    /// nothing. Words that are too short for it are not judged by it.
    fn may_reach_floor(&self, other: &Glance) -> bool {
        let (a, b) = (self.length, other.length);
        let alone = |one: u32, other: u32| (one & !other).count_ones();
        let ours = a.saturating_sub(alone(self.letters, other.letters));
        let theirs = b.saturating_sub(alone(other.letters, self.letters));
        let sum = f64::from(ours.min(theirs) * (a + b)) / f64::from(a * b);
        (sum + 1.0) / 3.0 >= w::JARO_WINKLER_FLOOR - ROUNDING || a.max(b) <= w::JARO_WINKLER_ABOVE
    }

    /// The relative cost of letters, by spelling or by sound, which only one of two words has.
    fn least_cost(&self, other: &Glance) -> u32 {
        let longer = self.length.max(other.length);
        let edits = least_edits(self.letters & !other.letters).max(least_edits(other.letters & !self.letters));
        let sounds = (self.sound & !other.sound).count_ones().max((other.sound & !self.sound).count_ones());
        let sounds = sounds.max(self.sounds.abs_diff(other.sounds));
        let sound_longer = self.sounds.max(other.sounds).max(longer.saturating_sub(1)).max(1);
        (edits * 100 / longer.max(1)).min((sounds * 1000 + w::SOUND_OFFSET) / sound_longer)
    }
}

impl Sight {
    /// Whether a word is no more than its one Latin spelling.
    pub fn is_plain(word: &Word) -> bool {
        word.native.is_none() && word.role != Role::Initial
    }

    /// A look at a word.
    pub fn of(word: &Word) -> Sight {
        let native = word.native.as_deref();
        let others = native.iter().flat_map(|native| &native.others);
        let spellings: Vec<Glance> = std::iter::once(&*word.form).chain(others).map(Glance::at).collect();
        Sight {
            firsts: spellings.iter().fold(0, |firsts, spelling| firsts | spelling.first),
            spellings,
            native: native.map(|native| (native.script, Glance::at(&native.form))),
            initial: word.role == Role::Initial,
            heads: native.filter(|native| native.vowelless).map_or(0, heads),
        }
    }

    /// The least that the word costs with one that is no more than its Latin spelling: no relation of the two is nearer.
    pub fn bound_plain(&self, other: &Glance) -> Relation {
        match self.initial {
            true => initial(self.spellings[0].first == other.first),
            false if self.heads & other.first != 0 => UNKNOWN,
            false => nearest(self.spellings.iter().map(|spelling| spelling.bound(other))),
        }
    }

    /// The least that two words cost.
    pub fn bound(&self, other: &Sight) -> Relation {
        if self.initial || other.initial {
            return initial(self.spellings[0].first == other.spellings[0].first);
        }
        if self.heads & other.firsts != 0 || other.heads & self.firsts != 0 {
            return UNKNOWN;
        }
        let own = match (self.native, other.native) {
            (Some((ours, our)), Some((theirs, their))) if ours == theirs => our.bound(&their),
            _ => DIFFERENT,
        };
        let pairs = other.spellings.iter().flat_map(|their| self.spellings.iter().map(move |our| our.bound(their)));
        nearest(pairs.chain([own]))
    }
}

/// Nothing shows at a glance: the two words may be one.
const UNKNOWN: Relation = Relation { means: Means::Same, cost: 0, edits: 0, far: false };

/// How an initial relates to a word of which it may be the first letter; two initials may be one.
fn initial(fits: bool) -> Relation {
    if fits { UNKNOWN } else { DIFFERENT }
}

/// The nearest of several; of one family if any of them is, since less is held against that.
fn nearest(bounds: impl Iterator<Item = Relation>) -> Relation {
    let family = |relation: Relation| relation.means == Means::Family;
    bounds.fold(DIFFERENT, |near, bound| {
        let nearer = if bound.cost < near.cost { bound } else { near };
        if family(near) || family(bound) { Relation { means: Means::Family, ..nearer } } else { nearer }
    })
}

/// The Latin letters with which a word may begin whose short vowels are not written: those of its first letter, or any vowel
/// if that letter only carries one.
pub fn heads(native: &Native) -> u32 {
    let Some(first) = native.form.text.chars().next().and_then(consonant) else { return 0 };
    let spelled = first.usual.iter().chain(first.rarer).filter_map(|spelling| spelling.chars().next());
    let vowels = if first.usual[0] == "a" { "aeiou" } else { "" };
    spelled.chain(vowels.chars()).fold(0, |heads, c| heads | letter(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::{Name, Reading};
    use crate::score::word::relate;

    #[test]
    fn no_word_that_meets_is_ruled_out_by_its_letters() {
        let text = "Erken Arkin Aierken Tuniyaz Tuniaz Zakir Zhaker Ahmed Yong Gil Kil Lu Hezheng Ali K Bob Robert Muhammad \
            Mohamed Iosif Yusuf 商湯 李 Владимир Volodymyr محمد أسد Asad עמוס Amos 김정은 Jong Shamsuddin Shamsalden Khuseynov \
            Huseinov Su Os Volodymyra Ουλιάνα Uliana";
        let words = Name::read(text, Reading::Person).words;
        let (mut met, mut ruled_out) = (0, 0);
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))) {
            let [one, other] = [a, b].map(Sight::of);
            let bound = match Sight::is_plain(b) {
                true => one.bound_plain(&Glance::at(&b.form)),
                false => one.bound(&other),
            };
            ruled_out += usize::from(bound == DIFFERENT);
            let relation = relate(a, b);
            if relation != DIFFERENT {
                let exact = bound.cost == 0 || bound.means == Means::Family || relation.means != Means::Family;
                assert!(bound.cost <= relation.cost && exact, "{} {} {bound:?} {relation:?}", a.raw, b.raw);
                met += 1;
            }
        }
        assert!(met > words.len() && ruled_out > words.len() * words.len() / 2, "{met} {ruled_out}");
    }
}
