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
        let written = name.text();
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
                let dropped = name.text();
                name.edit(random)?;
                name.edit(random)?;
                (name.text() != dropped).then_some(())?;
            }
        }
        // A second change may undo the first.
        Some(name.text()).filter(|text| *text != written)
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
            Reading::Organisation | Reading::Craft => (listed, ""),
        };
        let cut = |part: &str, given: bool| {
            let words = part.split([' ', ',']).filter(|word| word.bytes().any(|b| b.is_ascii_alphanumeric()));
            words.map(|word| Word::read(word, &names, given)).collect::<Vec<_>>()
        };
        let words: Vec<Word> = cut(given, true).into_iter().chain(cut(family, false)).collect();
        words.iter().any(|word| word.core).then_some(Written { words })
    }

    fn text(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod tests {
    use namesieve::normalise;

    use super::*;

    const PERSON: &str = "AL-BAGHDADI, Ibrahim Awwad Samarrai";
    const COMPANY: &str = "Caspian Petrochemical Trading Co., Ltd.";

    /// What a class makes of a name, many times over.
    fn corrupted(class: Class, listed: &str, reading: Reading) -> BTreeSet<String> {
        let mut random = Random::new(5);
        (0..200).filter_map(|_| class.corrupt(listed, reading, &mut random)).collect()
    }

    fn person(class: Class) -> BTreeSet<String> {
        corrupted(class, PERSON, Reading::Person)
    }

    fn words(text: &str) -> Vec<String> {
        normalise::words(text).into_iter().map(|word| word.text).collect()
    }

    fn sorted(text: &str) -> Vec<String> {
        let mut words = words(text);
        words.sort_unstable();
        words
    }

    /// How many words of the name a text lacks.
    fn lacks(text: &str, listed: &str) -> usize {
        let words = words(text);
        self::words(listed).iter().filter(|word| !words.contains(word)).count()
    }

    #[test]
    fn one_seed_gives_the_same_names_and_each_class_gives_some() {
        for class in ALL {
            let made = person(class);
            assert!(!made.is_empty(), "{class:?}");
            assert_eq!(made, person(class));
            assert!(!made.contains("Ibrahim Awwad Samarrai AL-BAGHDADI"), "{class:?} changes the name");
        }
    }

    #[test]
    fn an_edit_touches_one_word_that_names() {
        for text in person(Class::Edit).iter().chain(&person(Class::Romanisation)) {
            assert_eq!(words(text).len(), 5, "{text}");
            assert!(words(text).contains(&"al".to_owned()), "{text}: a word of two letters is left alone");
        }
        for text in person(Class::Edit) {
            assert_eq!(lacks(&text, PERSON), 1, "{text}");
        }
        for text in corrupted(Class::Edit, COMPANY, Reading::Organisation) {
            assert!(text.ends_with("Co. Ltd."), "{text}: legal forms are left alone");
        }
    }

    #[test]
    fn a_rotation_keeps_the_words_and_changes_their_order() {
        for text in person(Class::Rotation) {
            assert_eq!(sorted(&text), sorted(PERSON));
        }
        assert_eq!(corrupted(Class::Rotation, "HAMAS", Reading::Organisation).len(), 0);
        for text in person(Class::EditRotation) {
            assert_eq!(lacks(&text, PERSON), 1, "{text}");
        }
    }

    #[test]
    fn a_dropped_word_leaves_two() {
        for text in person(Class::Dropped) {
            assert!((1..=2).contains(&lacks(&text, PERSON)), "{text}: AL-BAGHDADI is two words");
        }
        assert_eq!(corrupted(Class::Dropped, "SECHIN, Igor", Reading::Person).len(), 0);
        for text in corrupted(Class::Dropped, COMPANY, Reading::Organisation) {
            assert!(text.contains("Ltd") && lacks(&text, COMPANY) == 1, "{text}");
        }
        for text in person(Class::DroppedEdits) {
            assert!(lacks(&text, PERSON) >= 2, "{text}");
        }
    }

    #[test]
    fn an_initial_is_that_of_a_given_name() {
        let made = corrupted(Class::Initial, "SECHIN, Igor Ivanovich", Reading::Person);
        let expected = ["I Ivanovich SECHIN", "I. Ivanovich SECHIN", "Igor I SECHIN", "Igor I. SECHIN"];
        assert_eq!(made, expected.map(str::to_owned).into());
    }

    #[test]
    fn words_are_joined_and_split_without_loss() {
        let letters = |text: &str| text.replace(' ', "");
        for class in [Class::Joined, Class::Split] {
            let made = corrupted(class, "SECHIN, Igor Ivanovich", Reading::Person);
            let counts: BTreeSet<usize> = made.iter().map(|text| words(text).len()).collect();
            assert_eq!(counts, [if class == Class::Joined { 2 } else { 4 }].into());
            assert!(made.iter().all(|text| letters(text) == "IgorIvanovichSECHIN"), "{made:?}");
        }
        let split = corrupted(Class::Split, "SECHIN, Igor", Reading::Person);
        assert_eq!(split, ["Igor SEC HIN".to_owned()].into(), "each part has three letters");
    }

    #[test]
    fn names_with_brackets_or_other_letters_are_left_out() {
        for name in ["BANK (SUISSE)", "Сечин", "7-28"] {
            assert_eq!(corrupted(Class::Edit, name, Reading::Organisation).len(), 0, "{name}");
        }
    }
}
