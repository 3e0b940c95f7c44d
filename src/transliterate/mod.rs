//! A word in another script → the Latin spellings that people write for it.
//!
//! Each script has a file of its own, which knows its letters and the systems in which its names are usually written in
//! Latin letters. A word may come apart (a Han or Burmese name is written without spaces) and a part may have several
//! spellings, the most usual first. What no file reads is not compared, and [`reads`] says so beforehand.

mod alphabets;
mod arabic;
mod burmese;
mod han;
mod hangul;
mod hebrew;
mod indic;
mod kana;
mod known;
mod thai;

use crate::name::Reading;
use unicode_script::{Script, UnicodeScript};

/// A word, or a part of one, in Latin letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Romanised {
    /// The letters as they were written.
    pub raw: String,
    /// The same normalised in their own script: what is compared with a word of the same script.
    pub native: String,
    /// Its Latin spellings in the form that names are compared in (a to z), the most usual first; at least one.
    pub spellings: Vec<String>,
    /// Whether short vowels are not written, so that the spellings are of its consonants and long vowels only.
    pub vowelless: bool,
}

/// The script of a word: that of its first letter that belongs to one, Latin only when no letter is of another.
pub fn script_of(word: &str) -> Option<Script> {
    let mut scripts = word.chars().map(|c| c.script()).filter(|s| !matches!(s, Script::Common | Script::Inherited));
    let first = scripts.next()?;
    if first == Script::Latin { scripts.find(|script| *script != first).or(Some(first)) } else { Some(first) }
}

/// What a letter of a script without short vowels may be in Latin letters; nothing for other letters.
pub fn consonant(c: char) -> Option<Consonant> {
    match c.script() {
        Script::Arabic => arabic::letter(c),
        Script::Hebrew => hebrew::letter(c),
        _ => None,
    }
}

/// A digit as the only Latin text for it.
fn digit(c: char) -> Option<&'static [&'static str]> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let at = c.to_digit(10)? as usize;
    DIGITS.get(at..=at)
}

/// A letter of a script without short vowels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consonant {
    /// Its usual Latin letters, the most usual first.
    pub usual: &'static [&'static str],
    /// Latin letters that some write for it.
    pub rarer: &'static [&'static str],
    /// What it costs that the Latin word has nothing for it, in tenths of an edit.
    pub silent: u32,
}

/// Whether words of a script are read.
pub fn reads(script: Script) -> bool {
    reader(script).is_some()
}

/// Reads a word of another script than Latin, as it was written (`raw`, NFKC) and as it was normalised (`native`). Nothing
/// for a script that is not read, or for letters of it that its file does not know.
pub fn romanise(raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    checked(raw, reader(script_of(raw)?)?(raw, native, reading)?)
}

/// The parts, if each has a spelling and each spelling is plain.
fn checked(raw: &str, parts: Vec<Romanised>) -> Option<Vec<Romanised>> {
    let plain = |part: &Romanised| {
        !part.spellings.is_empty()
            && part.spellings.iter().all(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    debug_assert!(parts.iter().all(plain), "{raw}: {parts:?}");
    (!parts.is_empty() && parts.iter().all(plain)).then_some(parts)
}

/// Reads a word that is the whole of a name: where family and given name are written together, two syllables are one of
/// each, which among other words they seldom are.
pub fn whole(raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    checked(raw, whole_reader(script_of(raw)?)?(raw, native, reading)?)
}

/// How a file reads a word: as written, normalised, and as part of whose name.
type Reader = fn(&str, &str, Reading) -> Option<Vec<Romanised>>;

fn reader(script: Script) -> Option<Reader> {
    Some(match script {
        Script::Cyrillic | Script::Greek | Script::Georgian | Script::Armenian => alphabets::romanise,
        Script::Arabic => arabic::romanise,
        Script::Hebrew => hebrew::romanise,
        Script::Han => han::romanise,
        Script::Hangul => hangul::romanise,
        Script::Hiragana | Script::Katakana => kana::romanise,
        Script::Devanagari | Script::Bengali => indic::romanise,
        Script::Myanmar => burmese::romanise,
        Script::Thai => thai::romanise,
        _ => return None,
    })
}

fn whole_reader(script: Script) -> Option<Reader> {
    match script {
        Script::Hangul => Some(hangul::whole),
        _ => reader(script),
    }
}
