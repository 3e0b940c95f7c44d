//! A name as it is compared: its words, each with the role that it plays and with what the tables know of it.

mod forms;
mod native;
mod phrase;

pub use forms::Forms;

use crate::designation::SubjectKind;
use crate::normalise::{self, Written};
use crate::sound;
use crate::tables::{LegalClass, Tables};
use std::ops::Range;
use std::sync::Arc;
use unicode_script::Script;

/// How a name is read: the words of people and of organisations play different roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The name of a person.
    Person,
    /// The name of an organisation.
    Organisation,
    /// The name of a ship or an aircraft: read as that of an organisation, but a word that describes there may be all of it.
    Craft,
}

impl Reading {
    /// All readings, in the order of their numbers.
    pub const ALL: [Reading; 3] = [Reading::Person, Reading::Organisation, Reading::Craft];

    /// The reading that a listed subject asks for.
    pub fn of(kind: SubjectKind) -> Reading {
        match kind {
            SubjectKind::Individual => Reading::Person,
            SubjectKind::Entity => Reading::Organisation,
            SubjectKind::Vessel | SubjectKind::Aircraft => Reading::Craft,
        }
    }
}

/// What a word does in its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is the name.
    Core,
    /// A single letter that stands for a word.
    Initial,
    /// It joins or introduces (`al`, `bin`, `van`, `of`).
    Particle,
    /// A title or an honorific.
    Title,
    /// A legal form.
    Legal(LegalClass),
    /// A number.
    Number(u32),
}

/// One spelling of a word in Latin letters, with what is derived from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The normalised form.
    pub text: String,
    /// The form folded by sound.
    pub sound: String,
    /// Its length in letters.
    pub length: usize,
    /// That of the sound.
    pub sounds: usize,
    /// Which letters it has, as bits: a to z, and the last six for everything else. What two words can never have in common
    /// shows here at once.
    pub letters: u32,
    /// Those of the sound.
    pub sound_letters: u32,
    /// Its spelling family.
    pub family: Option<u16>,
    /// The groups of short and translated given names that it belongs to.
    pub nicknames: &'static [u16],
}

/// A word as it stands in another script than Latin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Native {
    /// The script.
    pub script: Script,
    /// The word, normalised in its own script.
    pub form: Form,
    /// Its Latin spellings besides the most usual one.
    pub others: Vec<Form>,
    /// Whether its short vowels are not written.
    pub vowelless: bool,
}

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its form in Latin letters; a word of a script that is not read has its own letters here.
    pub form: Arc<Form>,
    /// As written.
    pub raw: Arc<str>,
    /// Its role.
    pub role: Role,
    /// 0 (everywhere) to 100 (rare).
    pub rarity: u8,
    /// Whether it stands before the comma of `FAMILY, Given`.
    pub surname: bool,
    /// Whether it is made of a family name before the comma and a name behind it.
    pub across: bool,
    /// Of how many written words it is made; more than one once words were glued.
    pub parts: u8,
    /// What it is in its own script, if that is not Latin.
    pub native: Option<Arc<Native>>,
    /// Its number where relations are worked out beforehand: among the words of all lists, or of the query; `Word::LOOSE`
    /// elsewhere.
    pub id: u32,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// How it was read.
    pub reading: Reading,
    /// Its words in their written order.
    pub words: Vec<Word>,
    /// Whether it has no word that is a name by itself, so that particles, titles and legal forms had to stand in.
    pub bare: bool,
    /// Where a person's name has the legal form of a company.
    pub company: Option<Range<usize>>,
}

impl Name {
    /// Reads a text as a name. A text without a letter or digit gives a name without words.
    pub fn read(text: &str, reading: Reading) -> Name {
        Name::read_among(text, reading, &mut Forms::default())
    }

    /// Reads one of very many names, which share the forms of their words.
    pub fn read_among(text: &str, reading: Reading, forms: &mut Forms) -> Name {
        let written = match reading {
            Reading::Person => normalise::words(text),
            Reading::Organisation | Reading::Craft => phrase::join_letters(normalise::words(text)),
        };
        let has_comma = written.last().is_some_and(|w| w.commas > 0);
        let company = if reading == Reading::Person { phrase::company(Tables::get(), &written) } else { None };
        let (written, natives) = native::romanised(written, reading, forms);
        let tables = Tables::get();
        let (written, natives, roles) = match reading {
            Reading::Person => {
                let roles = (0..written.len()).map(|at| person_role(tables, &written, at)).collect();
                (written, natives, roles)
            }
            Reading::Organisation | Reading::Craft => phrase::units(tables, written, natives),
        };
        let mut words: Vec<Word> = written
            .into_iter()
            .zip(natives)
            .zip::<Vec<Role>>(roles)
            .map(|((w, native), role)| Word {
                rarity: rarity(&w.text, native.as_deref(), reading),
                surname: reading == Reading::Person && has_comma && w.commas == 0,
                across: false,
                parts: 1,
                form: forms.of(w.text),
                raw: forms.raw(&w.raw),
                role,
                native,
                id: Word::LOOSE,
            })
            .collect();
        let bare = !words.iter().any(|w| matches!(w.role, Role::Core | Role::Initial));
        if bare {
            words.iter_mut().for_each(|w| w.role = Role::Core);
        }
        // A word that comes apart leaves the places of a legal form behind it unknown.
        let company =
            company.filter(|range| range.end <= words.len() && words.iter().all(|word| word.native.is_none()));
        Name { reading, words, bare, company }
    }

    /// The name of an organisation as that of a ship or an aircraft.
    pub fn as_craft(&self) -> Name {
        let mut name = Name { reading: Reading::Craft, ..self.clone() };
        for word in &mut name.words {
            word.rarity = rarity(&word.form.text, word.native.as_deref(), Reading::Craft);
        }
        name
    }

    /// Whether both names have the same words, in whatever order.
    pub fn has_words_of(&self, other: &Name) -> bool {
        let sorted = |name: &Name| {
            let mut words: Vec<String> = name.words.iter().map(|word| word.compared_text().to_owned()).collect();
            words.sort_unstable();
            words
        };
        self.words.len() == other.words.len() && sorted(self) == sorted(other)
    }

    /// The values of its numbers, in their order.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.words.iter().filter_map(|word| if let Role::Number(value) = word.role { Some(value) } else { None })
    }

    /// The words that are compared one with another.
    pub fn compared(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|w| matches!(w.role, Role::Core | Role::Initial))
    }
}

impl Form {
    /// A spelling, which is normalised.
    pub fn new(text: String) -> Form {
        Form { family: Tables::get().family(&text), nicknames: Tables::get().nicknames(&text), ..Form::unknown(text) }
    }

    /// A spelling of which the tables know nothing.
    fn unknown(text: String) -> Form {
        let sound = sound::fold(&text);
        Form {
            length: text.chars().count(),
            sounds: sound.chars().count(),
            letters: letters(&text),
            sound_letters: letters(&sound),
            family: None,
            nicknames: &[],
            sound,
            text,
        }
    }
}

impl Word {
    /// The id of a word that nobody has numbered.
    pub const LOOSE: u32 = u32::MAX;

    /// Whether the word relates to every other in the same way as this one.
    pub fn relates_as(&self, other: &Word) -> bool {
        let initial = |word: &Word| word.role == Role::Initial;
        self.form == other.form && self.native == other.native && initial(self) == initial(other)
    }

    /// The word in its own script.
    pub fn compared_text(&self) -> &str {
        self.native.as_ref().map_or(&self.form.text, |native| &native.form.text)
    }

    /// Words of one side taken together as one, in the order given.
    pub fn glue(words: &[&Word]) -> Word {
        Word {
            raw: words.iter().map(|w| &*w.raw).collect::<Vec<_>>().join(" ").into(),
            form: Arc::new(Form::unknown(words.iter().map(|w| w.form.text.as_str()).collect())),
            role: Role::Core,
            rarity: words.iter().map(|w| w.rarity).max().unwrap_or(0),
            surname: false,
            across: words.iter().any(|w| w.surname) && words.iter().any(|w| !w.surname),
            parts: words.iter().map(|w| w.parts).sum(),
            native: glued_native(words),
            id: Word::LOOSE,
        }
    }
}

/// How rare a single letter is taken to be in the name of an organisation.
const SINGLE_LETTER: u8 = 50;

/// How rare a word is: as its most common spelling.
fn rarity(text: &str, native: Option<&Native>, reading: Reading) -> u8 {
    let known = |text: &str| match reading {
        // A letter names no organisation.
        Reading::Organisation if text.len() == 1 => SINGLE_LETTER,
        Reading::Organisation => Tables::get().rarity(text).min(Tables::get().describing(text)),
        Reading::Person | Reading::Craft => Tables::get().rarity(text),
    };
    let others = native.iter().flat_map(|native| &native.others).map(|form| form.text.as_str());
    std::iter::once(text).chain(others).map(known).min().unwrap_or(crate::tables::RARE)
}

fn glued_native(words: &[&Word]) -> Option<Arc<Native>> {
    let natives: Vec<&Native> = words.iter().map(|word| word.native.as_deref()).collect::<Option<_>>()?;
    let first = natives.first()?;
    Some(Arc::new(Native {
        script: first.script,
        form: Form::new(natives.iter().map(|native| native.form.text.as_str()).collect()),
        others: Vec::new(),
        vowelless: natives.iter().any(|native| native.vowelless),
    }))
}

/// The bit of each letter of a word.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, c| letters | letter(c))
}

/// The bit of a letter.
pub(crate) fn letter(c: char) -> u32 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        other => 1 << (26 + other as u32 % 6),
    }
}

fn person_role(tables: &Tables, written: &[Written], at: usize) -> Role {
    let word = written[at].text.as_str();
    let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let starts_group = at == 0 || written[at - 1].commas < written[at].commas;
    if single {
        // `U Myo Swe`: the Burmese honorific opens the name; elsewhere a letter is an initial, but for the
        // conjunctions `y` and `e` of Spanish and Portuguese names, which stand small between large ones.
        let honorific = word == "u" && starts_group && written.len() > 2;
        let large = |at: usize| written.get(at).is_some_and(|other| other.raw.starts_with(char::is_uppercase));
        let between = at > 0 && large(at - 1) && large(at + 1);
        let conjunction = between && tables.is_particle(word) && written[at].raw == word;
        return match (honorific, conjunction) {
            (true, _) => Role::Title,
            (_, true) => Role::Particle,
            _ => Role::Initial,
        };
    }
    if tables.is_particle(word) {
        return Role::Particle;
    }
    if tables.is_title(word) {
        return Role::Title;
    }
    word.parse().map_or(Role::Core, Role::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str, reading: Reading) -> Vec<(String, Role)> {
        Name::read(text, reading).words.into_iter().map(|w| (w.form.text.clone(), w.role)).collect()
    }

    fn core(text: &str, reading: Reading) -> Vec<String> {
        Name::read(text, reading).compared().map(|w| w.form.text.clone()).collect()
    }

    #[test]
    fn people() {
        assert_eq!(core("AL-MAMUN, Chowdhury Abdullah", Reading::Person), ["mamun", "chowdhury", "abdullah"]);
        assert_eq!(core("WIN, U Myo Swe", Reading::Person), ["win", "myo", "swe"]);
        assert_eq!(core("Gen. Myo Swe Win", Reading::Person), ["myo", "swe", "win"]);
        assert_eq!(
            roles("AZAD, K M", Reading::Person)[1..].iter().map(|r| r.1).collect::<Vec<_>>(),
            [Role::Initial; 2]
        );
        assert_eq!(core("José Ortega y Gasset", Reading::Person), ["jose", "ortega", "gasset"]);
    }

    #[test]
    fn organisations() {
        assert_eq!(core("L.X.C. Trading S.A.", Reading::Organisation), ["lxc", "trading"]);
        assert_eq!(core("Bank of the West", Reading::Organisation), ["bank", "west"]);
        assert_eq!(
            roles("APRIL 26 CO., LTD.", Reading::Organisation),
            [
                ("april".into(), Role::Core),
                ("26".into(), Role::Number(26)),
                ("co".into(), Role::Legal(LegalClass::Company)),
                ("ltd".into(), Role::Legal(LegalClass::Limited)),
            ]
        );
        assert_eq!(core("VI Holding", Reading::Organisation), ["vi", "holding"]);
        let turned = "Stock Company Transkapitalbank Public Joint";
        assert_eq!(
            roles(turned, Reading::Organisation),
            roles("Transkapitalbank Public Joint Stock Company", Reading::Organisation)
        );
        assert_eq!(
            core("Company Alpha Joint", Reading::Organisation),
            core("Alpha Company Joint", Reading::Organisation)
        );
    }

    #[test]
    fn a_name_of_small_words_is_compared_by_them() {
        let name = Name::read("The Company", Reading::Organisation);
        assert!(name.bare);
        assert_eq!(name.compared().count(), 2);
        assert!(Name::read("...", Reading::Person).words.is_empty());
    }

    #[test]
    fn the_family_name_stands_before_the_comma() {
        let surnames: Vec<bool> =
            Name::read("KHAN, Mohammad Anwar", Reading::Person).words.iter().map(|w| w.surname).collect();
        assert_eq!(surnames, [true, false, false]);
        assert!(Name::read("Mohammad Khan", Reading::Person).words.iter().all(|w| !w.surname));
    }
}
