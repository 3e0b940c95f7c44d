//! Listed names as people write them wrongly: ten classes of corruption, each the same for the same numbers.
//!
//! Only words of four letters and more that are names are misspelt: a typo in `Ltd` or `bin` would say more about the
//! generator than about writers. A person's name is written given names first, as in the press and in forms.

use std::collections::BTreeSet;
use std::ops::Range;

use namesieve::name::{Name, Reading, Role};

use super::romanisation;
use crate::random::Random;

/// A word shorter than this is not misspelt.
const SHORTEST: usize = 4;
/// A word that is split has two parts of at least so many letters.
const PART: usize = 3;
/// So many attempts are made at a corruption that may come to nothing.
const ATTEMPTS: usize = 20;

/// A kind of corruption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A letter put in, left out, replaced or swapped with the next.
    Edit,
    /// The words in another order, turned around.
    Rotation,
    /// A word left out.
    Dropped,
    /// One to three letters or groups as another system of romanisation has them.
    Romanisation,
    /// An edit, and the words turned around.
    EditRotation,
    /// The first letter of a given name alone.
    Initial,
    /// Two words written as one.
    Joined,
    /// One word written as two.
    Split,
    /// Another romanisation, and an edit.
    RomanisationEdit,
    /// A word left out, and two edits.
    DroppedEdits,
}

/// All classes, the easy ones first.
pub const ALL: [Class; 10] = [
    Class::Edit,
    Class::Rotation,
    Class::Dropped,
    Class::Romanisation,
    Class::EditRotation,
    Class::Initial,
    Class::Joined,
    Class::Split,
    Class::RomanisationEdit,
    Class::DroppedEdits,
];

impl Class {
    /// How tables call it.
    pub fn title(self) -> &'static str {
        match self {
            Class::Edit => "one edit",
            Class::Rotation => "rotation",
            Class::Dropped => "dropped word",
            Class::Romanisation => "romanisation",
            Class::EditRotation => "edit + rotation",
            Class::Initial => "initial",
            Class::Joined => "joined words",
            Class::Split => "split word",
            Class::RomanisationEdit => "romanisation + edit",
            Class::DroppedEdits => "dropped + 2 edits",
        }
    }

    /// Whether it is one of the hard ones.
    pub fn is_hard(self) -> bool {
        use Class::{DroppedEdits, Initial, Joined, RomanisationEdit, Split};
        matches!(self, Initial | Joined | Split | RomanisationEdit | DroppedEdits)
    }

    /// A listed name corrupted so; nothing for a name that this cannot be done to.
    pub fn corrupt(self, listed: &str, reading: Reading, random: &mut Random) -> Option<String> {
        let mut name = Written::read(listed, reading)?;
        match self {
            Class::Edit => name.edit(random)?,
            Class::Rotation => name.rotate(random)?,
            Class::Dropped => name.drop_word(random)?,
            Class::Romanisation => name.romanise(random)?,
            Class::EditRotation => {
                name.edit(random)?;
                name.rotate(random)?;
            }
            Class::Initial => name.abbreviate(random)?,
            Class::Joined => name.join(random)?,
            Class::Split => name.split(random)?,
            Class::RomanisationEdit => {
                name.romanise(random)?;
                name.edit(random)?;
            }
            Class::DroppedEdits => {
                name.drop_word(random)?;
                name.edit(random)?;
                name.edit(random)?;
            }
        }
        Some(name.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "))
    }
}

/// A name cut at its spaces.
struct Written {
    words: Vec<Word>,
}

struct Word {
    text: String,
    /// The parts of it, in bytes, that may be misspelt.
    pieces: Vec<Range<usize>>,
    /// Whether it is, or has, a word that names.
    core: bool,
    /// Whether it stands behind the comma of `FAMILY, Given`.
    given: bool,
}

impl Written {
    /// Cuts a name of Latin letters without brackets, which are rarely part of a name.
    fn read(listed: &str, reading: Reading) -> Option<Written> {
        if !listed.chars().all(|c| c.is_ascii_alphanumeric() || " ,.-'&".contains(c)) {
            return None;
        }
        let name = Name::read(listed, reading);
        let roles = name.words.iter().filter(|word| word.role == Role::Core && !name.bare);
        let names: BTreeSet<String> = roles.map(|word| word.form.text.clone()).collect();
        let (family, given) = match reading {
            Reading::Person => listed.split_once(',').unwrap_or((listed, "")),
            Reading::Organisation => (listed, ""),
        };
        let cut = |part: &str, given: bool| {
            let words = part.split([' ', ',']).filter(|word| word.bytes().any(|b| b.is_ascii_alphanumeric()));
            words.map(|word| Word::read(word, &names, given)).collect::<Vec<_>>()
        };
        let words: Vec<Word> = cut(given, true).into_iter().chain(cut(family, false)).collect();
        words.iter().any(|word| word.core).then_some(Written { words })
    }

    /// Misspells a letter of a word.
    fn edit(&mut self, random: &mut Random) -> Option<()> {
        let (at, piece) = self.pick_piece(random)?;
        let word = &mut self.words[at];
        let written = word.text[piece.clone()].to_owned();
        let edited = (0..ATTEMPTS).map(|_| edited(&written, random)).find(|edited| *edited != written)?;
        word.replace(piece, &edited);
        Some(())
    }

    /// Writes one to three groups as another system has them.
    fn romanise(&mut self, random: &mut Random) -> Option<()> {
        let mut changed = false;
        for _ in 0..=random.below(3) {
            let (at, piece) = self.pick_piece(random)?;
            let word = &mut self.words[at];
            if let Some(other) = romanisation::other(&word.text[piece.clone()], random) {
                word.replace(piece, &other);
                changed = true;
            }
        }
        changed.then_some(())
    }

    fn pick_piece(&self, random: &mut Random) -> Option<(usize, Range<usize>)> {
        let words = self.words.iter().enumerate();
        let pieces: Vec<_> =
            words.flat_map(|(at, word)| word.pieces.iter().map(move |piece| (at, piece.clone()))).collect();
        random.pick(&pieces).cloned()
    }

    fn rotate(&mut self, random: &mut Random) -> Option<()> {
        let others = self.words.len().checked_sub(1).filter(|others| *others > 0)?;
        self.words.rotate_left(1 + random.below(others));
        Some(())
    }

    /// Leaves out a word that names, when two others remain that do.
    fn drop_word(&mut self, random: &mut Random) -> Option<()> {
        let core: Vec<usize> = (0..self.words.len()).filter(|at| self.words[*at].core).collect();
        let at = *random.pick(&core).filter(|_| core.len() >= 3)?;
        self.words.remove(at);
        Some(())
    }

    /// Leaves a given name's first letter.
    fn abbreviate(&mut self, random: &mut Random) -> Option<()> {
        let given: Vec<usize> = (0..self.words.len())
            .filter(|at| self.words[*at].given && self.words[*at].pieces.first().is_some_and(|piece| piece.start == 0))
            .collect();
        let at = *random.pick(&given)?;
        self.words[at].text.truncate(1);
        self.words[at].text.push_str(random.pick(&["", "."])?);
        self.words[at].pieces.clear();
        Some(())
    }

    /// Writes two neighbours that name as one word.
    fn join(&mut self, random: &mut Random) -> Option<()> {
        let whole = |word: &Word| word.core && word.text.bytes().all(|b| b.is_ascii_alphabetic());
        let pairs: Vec<usize> =
            (1..self.words.len()).filter(|at| whole(&self.words[at - 1]) && whole(&self.words[*at])).collect();
        let at = *random.pick(&pairs)?;
        let second = self.words.remove(at).text;
        self.words[at - 1].text.push_str(&second);
        Some(())
    }

    fn split(&mut self, random: &mut Random) -> Option<()> {
        let words = self.words.iter().enumerate();
        let long: Vec<(usize, Range<usize>)> = words
            .flat_map(|(at, word)| word.pieces.iter().map(move |piece| (at, piece.clone())))
            .filter(|(_, piece)| piece.len() >= 2 * PART)
            .collect();
        let (at, piece) = random.pick(&long)?.clone();
        let within = PART + random.below(piece.len() - 2 * PART + 1);
        self.words[at].text.insert(piece.start + within, ' ');
        Some(())
    }
}

impl Word {
    fn read(text: &str, names: &BTreeSet<String>, given: bool) -> Word {
        let is_name = |piece: &Range<usize>| names.contains(&text[piece.clone()].to_ascii_lowercase());
        let pieces: Vec<Range<usize>> = runs(text).into_iter().filter(is_name).collect();
        let core = !pieces.is_empty();
        let pieces = pieces.into_iter().filter(|piece| piece.len() >= SHORTEST).collect();
        Word { text: text.to_owned(), pieces, core, given }
    }

    /// Puts other letters into the place of a piece, and moves the pieces behind it.
    fn replace(&mut self, piece: Range<usize>, by: &str) {
        self.text.replace_range(piece.clone(), by);
        for other in &mut self.pieces {
            if other.start == piece.start {
                other.end = other.start + by.len();
            } else if other.start > piece.start {
                *other = other.start + by.len() - piece.len()..other.end + by.len() - piece.len();
            }
        }
    }
}

/// The runs of letters in a word.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// One letter put in, left out, replaced or swapped, in the case of its neighbour.
fn edited(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.below(letters.len());
    let letter = char::from(b'a' + random.below(26) as u8);
    let letter = if letters[at].is_ascii_uppercase() { letter.to_ascii_uppercase() } else { letter };
    match random.below(4) {
        0 => letters.insert(at + 1, letter),
        1 => drop(letters.remove(at)),
        2 => letters[at] = letter,
        _ => letters.swap(at, at.max(1) - 1),
    }
    letters.into_iter().collect()
}
