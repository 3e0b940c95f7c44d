//! All listed names in outline, and the least that each must cost a query: which of them are worth comparing.
//!
//! The bound never exceeds what a comparison would deduct, so that the names it rules out are those that a comparison would
//! leave below the threshold. It knows which words meet and by what relation, and adds up only what no reading of the two
//! names spares: words of a person that meet nothing, the least costly partner of each other word, the weight of words that
//! nothing meets, two naming words of organisations that stand against each other. Words that are joined (`glue`) and letters that
//! stand for words (`acronym`) are looked for apart from it (`index`).

use super::relations::Relations;
use super::weigh::{bent, contradicts, differs, diluted, is_exact, names, weight};
use super::word::Relation;
use super::{Means, weights as w};
use crate::name::{Name, Reading, Role};
use crate::tables::digest;

/// The listed names in outline, one after another, by their numbers.
#[derive(Default)]
pub struct Outlines {
    names: Vec<Outline>,
    words: Vec<Stroke>,
}

/// A name in outline: its words are those from the end of the one before it.
#[derive(Clone, Copy)]
struct Outline {
    end: u32,
    reading: Reading,
}

/// A word in outline.
#[derive(Clone, Copy)]
pub struct Stroke {
    /// Its number.
    pub id: u32,
    /// A digest of its Latin form.
    pub text: u32,
    /// Its first letter.
    pub first: char,
    /// What part it has in a comparison.
    pub part: Part,
    /// How much it says, in hundredths.
    pub weight: u8,
    rarity: u8,
    /// Whether it names an organisation rather than describing one.
    names: bool,
    /// Whether another word of the name has its Latin form.
    twin: bool,
}

impl Stroke {
    /// Whether it names an organisation rather than describing one.
    pub fn names_one(&self) -> bool {
        self.names
    }
}

/// What part a word has in a comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It is compared.
    Compared,
    /// It is compared if both names have it.
    Number,
    /// It joins words, which letters may stand for.
    Particle,
    /// It is none of these.
    None,
}

impl Part {
    /// Whether a word may meet another.
    pub fn may_meet(self) -> bool {
        matches!(self, Part::Compared | Part::Number)
    }
}

/// The words of a name in outline.
fn strokes(name: &Name) -> impl Iterator<Item = Stroke> {
    name.words.iter().map(|word| Stroke {
        id: word.id,
        text: digest(word.form.text.bytes()),
        part: match word.role {
            Role::Core | Role::Initial => Part::Compared,
            Role::Number(_) if name.reading != Reading::Person => Part::Number,
            Role::Particle => Part::Particle,
            _ => Part::None,
        },
        first: word.form.text.chars().next().unwrap_or_default(),
        weight: weight(word) as u8,
        rarity: word.rarity,
        names: names(word),
        twin: name.words.iter().filter(|other| other.form.text == word.form.text).nth(1).is_some(),
    })
}

/// Hundredths of a point by which whole-number arithmetic may put a bound above what it bounds.
const ROUNDING: i32 = 64;

impl Outlines {
    /// Adds a listed name whose words have been numbered.
    pub fn add(&mut self, name: &Name) {
        self.words.extend(strokes(name));
        self.names.push(Outline { end: self.words.len() as u32, reading: name.reading });
    }

    /// No more names come.
    pub fn close(&mut self) {
        self.names.shrink_to_fit();
        self.words.shrink_to_fit();
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// How a name is read.
    pub fn reading(&self, name: u32) -> Reading {
        self.names[name as usize].reading
    }

    /// The words of a name.
    pub fn words(&self, name: u32) -> &[Stroke] {
        let name = name as usize;
        let start = name.checked_sub(1).map_or(0, |before| self.names[before].end);
        &self.words[start as usize..self.names[name].end as usize]
    }
}

/// A query in outline.
pub struct Sketch {
    /// How it is read.
    pub reading: Reading,
    /// Its words.
    pub words: Vec<Stroke>,
}

/// What is known of the words of one side that are compared.
#[derive(Clone, Copy, Default)]
struct Side {
    words: usize,
    /// Words that meet a word of the other side.
    met: usize,
    /// Numbers that do.
    numbers: usize,
    met_weight: i32,
    /// The weight of those that meet none.
    unmet_weight: i32,
    /// Whether one of these names an organisation, and whether one is rare enough to be held against another.
    unmet_names: bool,
    unmet_tells: bool,
    /// The sum of the least points that each word which meets another costs with it, and whether one of them meets none exactly.
    least: i32,
    inexact: bool,
}

/// How near a word may come to those of the other side.
#[derive(Clone, Copy)]
struct Nearest {
    points: i32,
    exact: bool,
}

impl Nearest {
    fn or(self, other: Option<Nearest>) -> Nearest {
        let Some(other) = other else { return self };
        Nearest { points: self.points.min(other.points), exact: self.exact || other.exact }
    }
}

impl Side {
    fn add(&mut self, word: &Stroke, nearest: Option<Nearest>) {
        let weight = i32::from(word.weight);
        match (word.part, nearest) {
            (Part::Particle | Part::None, _) => {}
            // Numbers that both have are compared; that they are is never dearer than that they are not.
            (Part::Number, Some(_)) => {
                self.numbers += 1;
                self.met_weight += weight;
            }
            (Part::Number, None) => {}
            (Part::Compared, Some(nearest)) => {
                self.words += 1;
                self.met += 1;
                self.met_weight += weight;
                self.least += nearest.points;
                self.inexact |= !nearest.exact;
            }
            (Part::Compared, None) => {
                self.words += 1;
                // A word said twice is not missing once it has met.
                if word.twin {
                    return;
                }
                self.unmet_weight += weight;
                self.unmet_names |= word.names;
                self.unmet_tells |= contradicts(word.rarity);
            }
        }
    }
}

impl Sketch {
    /// The outline of a query whose words have been numbered.
    pub fn of(query: &Name) -> Sketch {
        Sketch { reading: query.reading, words: strokes(query).collect() }
    }

    /// The least hundredths of a point that a listed name costs, words joined or letters of words aside; at a glance by less, and
    /// sooner.
    pub fn least(&self, listed: &[Stroke], relations: &Relations, glance: bool) -> i32 {
        let compared = |words: &[Stroke]| words.iter().filter(|word| word.part == Part::Compared).count();
        let (ours, theirs) = (compared(&self.words), compared(listed));
        if ours == 0 || theirs == 0 {
            // Names without such words meet by their numbers, if they have any.
            return 0;
        }
        let aligned = ours.min(theirs) as i32;
        let lone = (self.reading == Reading::Person && aligned == 1).then_some(w::LONE);
        let (mut rarest, mut nearest) = (None, i32::MAX);
        // Queries of more words are rare, and it may take memory to look at them.
        let (mut few, mut many) = ([None; 32], Vec::new());
        let query_nearest = match few.get_mut(..self.words.len()) {
            Some(few) => few,
            None => {
                many.resize(self.words.len(), None);
                &mut many[..]
            }
        };
        let mut their_side = Side::default();
        for word in listed {
            let mut nearest_of_word: Option<Nearest> = None;
            for (ours, query_nearest) in self.words.iter().zip(&mut *query_nearest) {
                if !word.part.may_meet() || !ours.part.may_meet() {
                    continue;
                }
                let relation = relations.numbered(ours.id, word.id, glance);
                // The same word in two scripts is not missing either, even where its letters do not meet.
                if relation.is_none() && ours.text != word.text {
                    continue;
                }
                let names = self.reading != Reading::Person && (ours.names || word.names);
                let lone = lone.or((names && relation.is_some_and(differs)).then_some(w::LONE_LEAST));
                let points = relation.map_or(0, |relation| points(relation, aligned, lone));
                nearest = nearest.min(points);
                let near = Nearest { points, exact: relation.is_none_or(is_exact) };
                nearest_of_word = Some(near.or(nearest_of_word));
                *query_nearest = Some(near.or(*query_nearest));
                if relation.is_none_or(|relation| relation.means != Means::Initial) {
                    rarest = rarest.max(Some(ours.rarity.min(word.rarity)));
                }
            }
            their_side.add(word, nearest_of_word);
        }
        let mut our_side = Side::default();
        self.words.iter().zip(query_nearest).for_each(|(word, nearest)| our_side.add(word, *nearest));
        let shorter = if ours <= theirs { our_side } else { their_side };
        let missing = our_side.unmet_weight + their_side.unmet_weight;
        let share = missing * 100 / (missing + our_side.met_weight.min(their_side.met_weight)).max(1);
        let (scaled, fixed) = match self.reading {
            Reading::Person => person(shorter, missing > 0, share, aligned, ours == 1),
            Reading::Organisation | Reading::Craft => {
                organisation(our_side, their_side, rarest.map(|rarest| (rarest, nearest)), share, self.reading)
            }
        };
        // The rarer what agrees, the more is given back.
        let balance = w::COMMON_BALANCE - i32::from(rarest.unwrap_or(0));
        let given_back = (scaled * w::COMMON_SHARE * balance / 10_000).min(0);
        let cost = scaled + given_back + fixed - ROUNDING;
        match self.reading {
            Reading::Person => cost,
            // Places that stand against each other are taken out of what is missing, where other words met.
            Reading::Organisation | Reading::Craft if rarest.is_some() => cost.min(w::PLACE_DIFFERS),
            Reading::Organisation | Reading::Craft => cost,
        }
    }
}

/// What two words that meet cost at the least.
fn points(relation: Relation, aligned: i32, lone: Option<i32>) -> i32 {
    let full = if relation.means == Means::Initial { w::INITIAL } else { bent(relation.cost) };
    let far = if relation.far && relation.means != Means::Initial { w::THREE_EDITS } else { 0 };
    diluted(full, aligned, lone) + far
}

/// What a person's name costs at the least: what commonness makes more or less of, and the rest.
fn person(shorter: Side, missing: bool, share: i32, aligned: i32, one_word: bool) -> (i32, i32) {
    // Each word of the shorter name has a partner, met or not.
    let contradicting = (shorter.words - shorter.met) as i32 * w::INITIAL_CONTRADICTION;
    let mut lacking = w::MISSING_PERSON * share / 100;
    if missing && aligned == 1 {
        lacking += w::SINGLE;
    }
    if missing && share >= w::THIN_MISSING_SHARE && shorter.inexact {
        lacking += w::THIN;
    }
    if one_word {
        lacking = lacking.min(w::ALONE);
    }
    (shorter.least + lacking, contradicting)
}

/// What an organisation's name costs at the least: what commonness makes more or less of, and the rest.
/// `meeting` is the rarity of the rarest pair of words that meet, and what the nearest costs where all rests on it.
fn organisation(ours: Side, theirs: Side, meeting: Option<(u8, i32)>, share: i32, reading: Reading) -> (i32, i32) {
    if ours.unmet_tells && theirs.unmet_tells {
        return (0, w::CONTRADICTION * weight_of(w::DESCRIPTIVE + 1) / 100);
    }
    let pairs = (ours.met + ours.numbers).min(theirs.met + theirs.numbers);
    let Some((rarest, nearest)) = meeting else { return (0, w::CONTRADICTION) };
    let nearest = if pairs == 1 { nearest * (100 + w::WEIGHT_FLOOR) / 200 } else { 0 };
    if ours.unmet_weight + theirs.unmet_weight == 0 {
        return (nearest, 0);
    }
    let single = if rarest <= w::DESCRIPTIVE {
        // Numbers that agree may count as one more.
        let whole = pairs + 1 >= w::WHOLE_NAME && !ours.unmet_names && !theirs.unmet_names;
        if whole { 0 } else { w::SINGLE }
    } else if pairs > 1 {
        0
    } else if theirs.unmet_names || reading == Reading::Craft {
        w::SINGLE
    } else {
        w::SINGLE * (100 - w::SINGLE_RELIEF) / 100
    };
    let among_others = w::MISSING_ORGANISATION * share / 100 + single;
    let alone = w::ALONE + w::ALONE_REST * share / 100;
    match (ours.words, ours.numbers) {
        (1, 0) => (nearest + alone, 0),
        (1, _) => (nearest + alone.min(among_others), 0),
        _ => (nearest + among_others, 0),
    }
}

/// The weight of a word of this rarity.
pub const fn weight_of(rarity: u8) -> i32 {
    w::WEIGHT_FLOOR + (100 - w::WEIGHT_FLOOR) * rarity as i32 / 100
}
