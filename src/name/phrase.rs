//! The words of an organisation that belong together: legal forms of several words, numbers that are written out, letters
//! with stops between them.

use super::{Native, Role};
use crate::normalise::Written;
use crate::tables::Tables;
use std::ops::Range;
use std::sync::Arc;

/// Words, what they are in their own script, and their roles.
pub type Units = (Vec<Written>, Vec<Option<Arc<Native>>>, Vec<Role>);

/// The words of an organisation with their roles; the words of a legal form, and those of a number, become one.
pub fn units(tables: &Tables, mut written: Vec<Written>, mut natives: Vec<Option<Arc<Native>>>) -> Units {
    let mut units: Units = Default::default();
    let first = first_word(tables, &written);
    written.rotate_left(first);
    natives.rotate_left(first);
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
            // In first place a short Roman numeral is as often a name (`VI Holding`).
            None => match number(tables, &texts[at..]) {
                Some((length, value)) if at > 0 || !is_roman(texts[at]) || texts[at].len() > SHORT_NUMERAL => {
                    (length, Role::Number(value))
                }
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

/// Where a name begins: elsewhere than at its first word if a long legal form begins at its end and goes on at its beginning, as when
/// words of a name were turned round (`STOCK COMPANY TRANSKAPITALBANK PUBLIC JOINT`).
fn first_word(tables: &Tables, written: &[Written]) -> usize {
    if !written.first().is_some_and(|word| tables.goes_on_legal_form(&word.text)) {
        return 0;
    }
    let n = written.len();
    let round: Vec<&str> = written.iter().chain(written).map(|word| word.text.as_str()).collect();
    let name_behind = |start: usize| {
        let (length, _) = tables.legal_form(&round[start..start + n])?;
        (length >= LONG_FORM && length > n - start && length < n).then(|| start + length - n)
    };
    (1..n).find_map(name_behind).unwrap_or(0)
}

/// Shorter legal forms stand at either end of a name by chance.
const LONG_FORM: usize = 3;

/// Roman numerals of so many letters are often letters.
const SHORT_NUMERAL: usize = 2;

/// Where the name of a person has a legal form: at its end, or at its beginning if it has more than two letters.
pub fn company(tables: &Tables, words: &[Written]) -> Option<Range<usize>> {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let is_letter = |word: &&str| word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let letters = texts.iter().rev().take_while(|word| is_letter(word)).count();
    let (n, first) = (texts.len(), texts.len() - letters);
    if letters > 1 && first > 0 && tables.legal_form(&[&texts[first..].concat()]).is_some() {
        return Some(first..n);
    }
    let at_end = (1..n).find(|start| {
        let rest = &texts[*start..];
        rest[0].len() > 1 && tables.legal_form(rest).is_some_and(|(length, _)| length == rest.len())
    });
    let at_start = || {
        let (length, _) = tables.legal_form(&texts)?;
        (length < n && (length > 1 || texts[0].len() > SHORT_NUMERAL)).then_some(0..length)
    };
    at_end.map(|start| start..n).or_else(at_start)
}

/// What stands before the name of somebody after whom an organisation is named.
const NAMED: [&str; 3] = ["named", "imeni", "im"];

/// Whether a word may be somebody's initials, which are as often left out: `named after V.A. Degtyarev`.
fn initials(raw: &str) -> bool {
    raw.chars().count() <= 2 && raw.chars().all(char::is_alphabetic)
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
