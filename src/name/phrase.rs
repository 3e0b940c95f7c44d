//! The words of an organisation that belong together: legal forms of several words, numbers that are written out, letters
//! with stops between them.

use super::{Native, Role};
use crate::normalise::Written;
use crate::tables::Tables;

/// Words, what they are in their own script, and their roles.
pub type Units = (Vec<Written>, Vec<Option<Box<Native>>>, Vec<Role>);

/// The words of an organisation with their roles; the words of a legal form, and those of a number, become one.
pub fn units(tables: &Tables, mut written: Vec<Written>, natives: Vec<Option<Box<Native>>>) -> Units {
    let mut units: Units = Default::default();
    let texts: Vec<String> = written.iter().map(|word| word.text.clone()).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut natives = natives.into_iter();
    let mut at = 0;
    while at < texts.len() {
        let (length, role) = match tables.legal_form(&texts[at..]) {
            Some((length, class)) => (length, Role::Legal(class)),
            None if tables.is_particle(texts[at]) => (1, Role::Particle),
            None if initials(&written[at].raw) && texts[..at].iter().any(|word| NAMED.contains(word)) => {
                (1, Role::Particle)
            }
            // In first place a Roman numeral is as often a name (`VI Holding`).
            None => match number(tables, &texts[at..]) {
                Some((length, value)) if at > 0 || !is_roman(texts[at]) => (length, Role::Number(value)),
                _ => (1, Role::Core),
            },
        };
        let mut phrase = written[at].clone();
        for word in &mut written[at + 1..at + length] {
            phrase.text = format!("{} {}", phrase.text, word.text);
            phrase.raw = format!("{} {}", phrase.raw, word.raw);
        }
        units.0.push(phrase);
        units.1.push(natives.by_ref().take(length).reduce(|_, _| None).flatten());
        units.2.push(role);
        at += length;
    }
    units
}

/// What stands before the name of somebody after whom an organisation is named.
const NAMED: [&str; 3] = ["named", "imeni", "im"];

/// Whether a word is somebody's initials, which are as often left out: `named after V.A. Degtyarev`.
fn initials(raw: &str) -> bool {
    raw.chars().count() <= 3 && raw.chars().all(char::is_uppercase)
}

/// The number with which these words begin, and of how many words it is made: tens and units stand apart (`forty four`).
fn number(tables: &Tables, words: &[&str]) -> Option<(usize, u32)> {
    let value = tables.number(words[0])?;
    let units = words.get(1).filter(|word| word.starts_with(char::is_alphabetic)).and_then(|word| tables.number(word));
    match units {
        Some(units @ 1..=9) if value % 10 == 0 && (20..=90).contains(&value) && words[0].len() > 2 => {
            Some((2, value + units))
        }
        _ => Some((1, value)),
    }
}

/// Whether a number is written in Roman numerals.
fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l' | b'c' | b'd' | b'm'))
}

/// In the names of organisations neighbouring single letters are one word: `L.X.C.` is `LXC`, `S.A.` is `SA`.
pub fn join_letters(written: Vec<Written>) -> Vec<Written> {
    let mut joined: Vec<Written> = Vec::with_capacity(written.len());
    let mut open = false;
    for word in written {
        let single = word.text.chars().count() == 1 && word.text.chars().all(char::is_alphabetic);
        match joined.last_mut() {
            Some(last) if open && single && last.commas == word.commas => {
                last.text.push_str(&word.text);
                last.raw.push_str(&word.raw);
            }
            _ => joined.push(word),
        }
        open = single;
    }
    joined
}
