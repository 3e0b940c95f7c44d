//! Where words of one listed name stand close together in a passage.

use super::exact::Writing;
use super::known::Known;
use super::token::{Case, Gap, Token};
use crate::name::Reading;
use crate::score::{Index, Part, Stroke};
use crate::tables::{Tables, digest};
use std::rc::Rc;

/// A stretch of a passage that may be a listed name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// Its first word.
    pub first: usize,
    /// Its last.
    pub last: usize,
    /// The listed name, by its number.
    pub name: u32,
}

/// A word of the passage, or two together, near a word of a listed name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    name: u32,
    first: u16,
    last: u16,
    cost: u32,
    /// The word's place in the name.
    at: u8,
}

/// A passage with what is known of its words.
pub struct Passage<'a> {
    /// Its words.
    pub tokens: &'a [Token],
    /// What is listed near each; nothing for a word that cannot begin or end a name.
    pub known: Vec<Option<Rc<Known>>>,
    /// What is listed near several words written together, from the first to the last of them.
    pub spans: Vec<(usize, usize, Rc<Known>)>,
    /// A digest of each.
    pub digests: Vec<u32>,
}

/// So many words may stand between two that belong to one name: a middle name, a particle.
const MOST_BETWEEN: usize = 2;

/// The words of a name that are there must be so many hundredths of it by weight; what has less stays below every threshold that
/// finds anything.
const LEAST_SHARE: u32 = 40;

/// In a passage of so few words a comma may stand in a name (`Zakir, Shohrat`): it is the cell of a table, or a line of a list.
const SHORT: usize = 6;

impl Passage<'_> {
    /// How a window is written.
    pub fn writing(&self, window: Window) -> Writing {
        let tokens = &self.tokens[window.first..=window.last];
        let small = self.tokens.iter().any(|token| token.case == Case::Small);
        Writing {
            capitals: (small || self.tokens.len() <= SHORT) && tokens.iter().all(|token| token.case == Case::Capitals),
            caseless: tokens.iter().any(|token| token.case == Case::Caseless),
            han: tokens.iter().any(Token::is_han),
        }
    }

    /// The words of a window on one line, as they stand in the text or, from 1, in one of their first forms.
    pub fn shown(&self, text: &str, first: usize, last: usize, base: usize) -> String {
        let word = |at: usize| {
            let bases = self.known[at].as_ref().map_or(&[][..], |known| &known.bases);
            let form = base.checked_sub(1).and_then(|base| bases.get(base.min(bases.len().saturating_sub(1))));
            form.unwrap_or(&self.tokens[at].raw)
        };
        let mut shown = word(first).clone();
        for at in first + 1..=last {
            let between = text.get(self.tokens[at - 1].bytes[1]..self.tokens[at].bytes[0]).unwrap_or("");
            // The `'s` of a possessive stands there too.
            let apostrophe = between.strip_prefix(['\'', '’']);
            let between = apostrophe.map_or(between, |rest| rest.trim_start_matches(char::is_alphanumeric));
            let signs: Vec<&str> = between.split_whitespace().collect();
            let spaced = between.contains(char::is_whitespace);
            match signs.as_slice() {
                // A hyphen at the end of a line that does not divide a word.
                [hyphen]
                    if spaced && between.starts_with(hyphen) && matches!(*hyphen, "-" | "\u{2010}" | "\u{2011}") =>
                {
                    shown.push_str(hyphen);
                }
                _ if spaced => {
                    let apart = !between.starts_with(|c: char| !c.is_whitespace());
                    if apart && !signs.is_empty() {
                        shown.push(' ');
                    }
                    shown.push_str(&signs.join(" "));
                    if !between.ends_with(|c: char| !c.is_whitespace()) {
                        shown.push(' ');
                    }
                }
                _ => shown.push_str(between),
            }
            shown.push_str(word(at));
        }
        shown
    }

    /// All windows, in the order of their places.
    pub fn windows(&self, index: &Index) -> Vec<Window> {
        let mut hits = Vec::new();
        for (at, known) in self.known.iter().enumerate() {
            known.iter().for_each(|known| self.hits(index, known, at, at, &mut hits));
        }
        for (first, last, known) in &self.spans {
            self.hits(index, known, *first, *last, &mut hits);
        }
        hits.sort_unstable();
        let mut windows = Vec::new();
        for of_name in hits.chunk_by(|a, b| a.name == b.name) {
            self.clusters(index, of_name, &mut windows);
        }
        for (at, known) in self.known.iter().enumerate() {
            let names = known.iter().flat_map(|known| &known.apart);
            windows.extend(names.map(|name| Window { first: at, last: at, name: *name }));
        }
        windows.sort_unstable();
        windows.dedup();
        windows
    }

    fn hits(&self, index: &Index, known: &Known, first: usize, last: usize, hits: &mut Vec<Hit>) {
        for near in &known.near {
            for name in index.names_with(near.id) {
                let at = index.strokes(*name).iter().position(|word| word.id == near.id);
                let (first, last) = (first as u16, last as u16);
                let hit = |at| Hit { name: *name, first, last, cost: near.cost, at };
                hits.extend(at.and_then(|at| u8::try_from(at).ok()).map(hit));
            }
        }
    }

    /// The windows of one name: its words in the order of the passage, each once.
    fn clusters(&self, index: &Index, hits: &[Hit], windows: &mut Vec<Window>) {
        let words = index.strokes(hits[0].name);
        let mut open: Vec<Hit> = Vec::new();
        for hit in hits {
            let Some(last) = open.last().copied() else {
                open.push(*hit);
                continue;
            };
            let used = open.iter().any(|other| other.at == hit.at);
            if hit.first <= last.last {
                // A word that comes apart may be several of the name.
                let same = (hit.first, hit.last) == (last.first, last.last);
                if !used && same && self.tokens[usize::from(hit.first)].case == Case::Caseless {
                    open.push(*hit);
                }
                continue;
            }
            let exact = last.cost == 0 && hit.cost == 0;
            let goes_on = self.goes_on(usize::from(last.last), usize::from(hit.first), words, exact);
            if used || !goes_on {
                windows.extend(self.window(index, &open));
                // Of two brothers in one sentence the second may begin behind the family name of the first.
                let before = open.iter().position(|other| goes_on && other.at == hit.at);
                open.drain(..before.map_or(open.len(), |before| before + 1));
            }
            open.push(*hit);
        }
        windows.extend(self.window(index, &open));
    }

    /// Whether a name may go on from one word to another; if both are listed to the letter, over a comma too.
    fn goes_on(&self, from: usize, to: usize, words: &[Stroke], exact: bool) -> bool {
        let between = if self.tokens[to].is_han() { 0 } else { MOST_BETWEEN };
        to - from <= between + 1
            && (from + 1..=to)
                .all(|at| self.may_cross(at) || exact && to == from + 1 && self.tokens[at].gap == Gap::Comma)
            && (from + 1..to).all(|at| {
                let token = &self.tokens[at];
                // A conjunction joins two names, unless the name has one.
                let joins = Tables::get().is_particle(&token.text) && !CONJUNCTIONS.contains(&token.text.as_str());
                token.case != Case::Small || joins || self.is_word_of(at, words)
            })
    }

    fn is_word_of(&self, at: usize, words: &[Stroke]) -> bool {
        words.iter().any(|word| word.text == self.digests[at])
    }

    /// Whether a name may go from the word before to this one.
    fn may_cross(&self, at: usize) -> bool {
        let (token, before) = (&self.tokens[at], &self.tokens[at - 1]);
        match token.gap {
            Gap::Break => false,
            Gap::Comma => {
                let family_first = before.case == Case::Capitals && token.case == Case::Large;
                self.legal_form(at).is_some() || family_first || self.tokens.len() <= SHORT
            }
            _ => true,
        }
    }

    /// The number of words of the legal form that begins here.
    fn legal_form(&self, at: usize) -> Option<usize> {
        let texts: Vec<&str> = self.tokens[at..].iter().take(LONGEST_FORM).map(|token| token.text.as_str()).collect();
        let (length, _) = Tables::get().legal_form(&texts)?;
        (at + 1..at + length).all(|at| self.tokens[at].gap < Gap::Comma).then_some(length)
    }

    /// The window of these words, with what stands beside it and belongs to the name.
    fn window(&self, index: &Index, met: &[Hit]) -> Option<Window> {
        let (first, last) = (usize::from(met.first()?.first), usize::from(met.iter().map(|hit| hit.last).max()?));
        let name = met[0].name;
        let (words, reading) = (index.strokes(name), index.reading(name));
        let mut used: Vec<bool> = vec![false; words.len()];
        met.iter().for_each(|hit| used[usize::from(hit.at)] = true);
        let mut window = Window { first, last, name };
        self.extend(&mut window, words, reading, &mut used);
        let weight = |used_only: bool| -> u32 {
            let counted =
                words.iter().zip(&used).filter(|(word, used)| word.part == Part::Compared && (!used_only || **used));
            counted.map(|(word, _)| u32::from(word.weight)).sum()
        };
        let compared = words.iter().filter(|word| word.part == Part::Compared).count();
        let found = words.iter().zip(&used).filter(|(word, used)| word.part.may_meet() && **used).count();
        let enough = weight(true) * 100 >= weight(false) * LEAST_SHARE;
        // One word alone is a name only if it is the whole of one, or all that names an organisation, to the letter.
        let alone = met[0].cost == 0
            && (compared == 1
                || reading != Reading::Person
                    && words
                        .iter()
                        .zip(&used)
                        .all(|(word, used)| word.names_one() == *used || word.part != Part::Compared));
        let initials = match self.initials(&window) {
            // One before several words is a title as often: `M. Dan Gertler`.
            1 if found > 1 => 0,
            initials if reading == Reading::Person && met[0].cost == 0 => initials,
            _ => 0,
        };
        window.first -= initials;
        (enough && found > 1 || alone || found == 1 && initials > 1).then_some(window)
    }

    /// How many initials stand before a window, of which a family name may have two: `V. V. Putin`.
    fn initials(&self, window: &Window) -> usize {
        let initial = |at: &usize| {
            let token = &self.tokens[*at];
            token.case == Case::Large && token.raw.chars().count() == 1 && self.tokens[at + 1].gap <= Gap::Space
        };
        (0..window.first).rev().take(2).take_while(initial).count()
    }

    /// Takes in words beside a window that are words of the name, and its legal form.
    fn extend(&self, window: &mut Window, words: &[Stroke], reading: Reading, used: &mut [bool]) {
        let mut take = |at: usize| {
            let free = (0..words.len()).find(|word| !used[*word] && words[*word].text == self.digests[at]);
            free.is_some_and(|word| {
                used[word] = true;
                true
            })
        };
        let is_particle = |at: usize| Tables::get().is_particle(&self.tokens[at].text);
        while let Some(next) = Some(window.last + 1).filter(|at| *at < self.tokens.len() && self.may_cross(*at)) {
            if take(next) {
                window.last = next;
                continue;
            }
            if let Some(length) = self
                .legal_form(next)
                .filter(|_| reading == Reading::Organisation && self.tokens[next].case != Case::Small)
            {
                window.last += length;
                break;
            }
            let behind = next + 1;
            if behind < self.tokens.len() && is_particle(next) && self.may_cross(behind) && take(behind) {
                window.last = behind;
                continue;
            }
            break;
        }
        while window.first > 0 && self.may_cross(window.first) && self.tokens[window.first].gap != Gap::Comma {
            let before = window.first - 1;
            let token = &self.tokens[before];
            // A small word before a name is a part of it only where it is bound to it, or in the name of a person.
            let bound = self.tokens[window.first].gap == Gap::Joined || reading == Reading::Person;
            if (token.case == Case::Small && !bound) || !take(before) {
                break;
            }
            window.first = before;
        }
    }
}

/// Words that join two names more often than the parts of one.
const CONJUNCTIONS: [&str; 12] = ["and", "or", "et", "ou", "y", "e", "o", "und", "oder", "ve", "na", "i"];

/// The words of the longest legal form that is looked for.
const LONGEST_FORM: usize = 6;

/// Digests of words as the index has them.
pub fn digests(tokens: &[Token]) -> Vec<u32> {
    tokens.iter().map(|token| digest(token.text.bytes())).collect()
}
