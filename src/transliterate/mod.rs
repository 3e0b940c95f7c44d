//! A word in another script → the Latin spellings that people write for it.
//!
//! Each script has a file of its own, which knows its letters and the systems in which its names are usually written in
//! Latin letters. A word may come apart (a Han or Burmese name is written without spaces) and a part may have several
//! spellings, the most usual first. What no file reads is not compared; [`scripts`] names those that are read.

mod alphabets;
mod arabic;
mod burmese;
mod han;
mod hangul;
mod hebrew;
mod indic;
mod kana;
mod known;
mod organisation;
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

/// What the letters of a word of a script without short vowels may be in Latin letters; nothing for other words.
pub fn consonants(native: &str) -> Option<Vec<Consonant>> {
    match native.chars().next()?.script() {
        Script::Thai => thai::letters(native),
        Script::Han => han::letters(native),
        _ => native.chars().map(consonant).collect(),
    }
}

/// What one letter of such a script may be.
pub fn consonant(c: char) -> Option<Consonant> {
    match c.script() {
        Script::Arabic => arabic::letter(c),
        Script::Hebrew => hebrew::letter(c),
        Script::Thai => thai::letter(c),
        Script::Han => han::letters(c.encode_utf8(&mut [0; 4]))?.into_iter().next(),
        _ => None,
    }
}

/// A digit as the only Latin text for it.
fn digit(c: char) -> Option<&'static [&'static str]> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let at = c.to_digit(10)? as usize;
    DIGITS.get(at..=at)
}

/// A letter of a script that leaves vowels out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consonant {
    /// Its usual Latin letters, the most usual first.
    pub usual: &'static [&'static str],
    /// Latin letters that some write for it.
    pub rarer: &'static [&'static str],
    /// What else it usually is at the end of a word.
    pub ending: &'static [&'static str],
    /// What it costs that the Latin word has nothing for it, in tenths of an edit.
    pub silent: u32,
}

/// The scripts whose words are read besides Latin, each with what reads them.
const READERS: [(Script, Reader); 14] = [
    (Script::Cyrillic, alphabets::romanise),
    (Script::Greek, alphabets::romanise),
    (Script::Georgian, alphabets::romanise),
    (Script::Armenian, alphabets::romanise),
    (Script::Arabic, arabic::romanise),
    (Script::Hebrew, hebrew::romanise),
    (Script::Han, han::romanise),
    (Script::Hangul, hangul::romanise),
    (Script::Hiragana, kana::romanise),
    (Script::Katakana, kana::romanise),
    (Script::Devanagari, indic::romanise),
    (Script::Bengali, indic::romanise),
    (Script::Myanmar, burmese::romanise),
    (Script::Thai, thai::romanise),
];

/// The scripts whose words are read besides Latin.
pub fn scripts() -> impl Iterator<Item = Script> {
    READERS.iter().map(|(script, _)| *script)
}

/// Reads a word of another script than Latin, as it was written (`raw`, NFKC) and as it was normalised (`native`). Nothing
/// for a script that is not read, or for letters of it that its file does not know.
pub fn romanise(raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    let script = script_of(raw)?;
    let parts = reader(script)?(raw, native, reading)?;
    let parts = match reading {
        Reading::Person => parts,
        Reading::Organisation | Reading::Craft => organisation::translated(script, parts),
    };
    checked(raw, parts)
}

/// The phrase with which the words of an organisation begin, normalised, in a script that is not Latin: of how many words it
/// is, and the Latin words for all of it, the most usual first.
pub fn phrase<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, Vec<String>)> {
    let words: Vec<&str> = words.take(organisation::LONGEST_PHRASE).collect();
    let script = script_of(words.first()?).filter(|script| *script != Script::Latin)?;
    let (length, latin) = organisation::phrase(script, &words)?;
    Some((length, latin.map(str::to_owned).collect()))
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
    let parts = match (script_of(raw)?, reading) {
        (Script::Han, Reading::Person) => han::person(native, true),
        (Script::Hangul, Reading::Person) => hangul::person(native, true),
        _ => return romanise(raw, native, reading),
    };
    checked(raw, parts?)
}

/// How a file reads a word: as written, normalised, and as part of whose name.
type Reader = fn(&str, &str, Reading) -> Option<Vec<Romanised>>;

fn reader(script: Script) -> Option<Reader> {
    READERS.iter().find(|(read, _)| *read == script).map(|(_, reader)| *reader)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise;

    #[test]
    fn no_text_of_any_block_brings_a_reader_down() {
        // Xorshift: the same texts on every run.
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = |below: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % below
        };
        let blocks = [
            (0x370, 0x90),
            (0x400, 0x130),
            (0x530, 0x60),
            (0x590, 0x70),
            (0x600, 0x100),
            (0x10a0, 0x60),
            (0x900, 0x100),
            (0x1000, 0xa0),
            (0x3040, 0xc0),
            (0x4e00, 0x5200),
            (0xac00, 0x2bb0),
            (0xe00, 0x60),
            (0x30, 0x4a),
        ];
        const DIGITS: usize = 12;
        for _ in 0..40_000 {
            let (main, length) = (next(DIGITS as u64) as usize, 1 + next(9));
            let text: String = (0..length)
                .filter_map(|_| {
                    let (start, size) = blocks[if next(8) == 0 { DIGITS } else { main }];
                    char::from_u32(start + next(size) as u32)
                })
                .collect();
            for word in normalise::words(&text) {
                for reading in [Reading::Person, Reading::Organisation] {
                    for read in [romanise, whole] {
                        if let Some(parts) = read(&word.raw, &word.text, reading) {
                            assert!(parts.iter().all(|part| part.spellings.len() <= 20), "{text}: {parts:?}");
                        }
                    }
                }
            }
        }
    }
}
