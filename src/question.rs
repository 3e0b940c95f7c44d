//! The question: whether a text can be asked as one name, and if not, why not.
//!
//! Whatever cannot be compared must be said. A letter that the comparison does not know is not dropped in silence, and a
//! text that holds several names, an address or too little of a name is not answered with "no potential match".

use crate::name::{Name, Reading, Role, Word};
use crate::normalise::{self, Written};
use crate::report::{Reason, ReasonCode};
use crate::score::weights;
use crate::transliterate;
use std::collections::BTreeSet;
use unicode_script::{Script, UnicodeScript};

/// A query of more characters than this is not a name. The longest listed name seen, on the EU's list of May 2026, has 245.
pub const MOST_CHARACTERS: usize = 600;

/// Characters that stand between names, not inside one.
const BETWEEN_NAMES: [char; 6] = ['\n', '\r', ';', '|', '\u{2028}', '\u{2029}'];

/// Endings of host names that people paste in place of a name.
const HOSTS: [&str; 6] = ["com", "org", "net", "info", "gov", "edu"];

/// At most so many unreadable characters are named.
const MOST_NAMED: usize = 3;

/// Why a text cannot be compared at all.
pub fn refusal(text: &str) -> Option<Reason> {
    if text.trim().is_empty() {
        return Some(reason(ReasonCode::Empty, None));
    }
    if text.chars().count() > MOST_CHARACTERS {
        return Some(reason(ReasonCode::TooLong, Some(MOST_CHARACTERS.to_string())));
    }
    let compared = normalise::words(text).iter().any(|word| word.text.chars().any(char::is_alphanumeric));
    (!compared).then(|| reason(ReasonCode::NoLetters, None))
}

/// Why a text cannot be compared as a whole, or not as one name. What can be compared all the same is worth comparing.
pub fn doubts(text: &str) -> Vec<Reason> {
    let mut doubts = Vec::new();
    // A number alone is no name, but some parties are listed under one (`7-28`): it is compared all the same.
    if !text.chars().any(char::is_alphabetic) {
        doubts.push(reason(ReasonCode::NoLetters, None));
    }
    if text.trim().contains(BETWEEN_NAMES) {
        doubts.push(reason(ReasonCode::SeveralNames, None));
    }
    if text.split_whitespace().any(is_address) {
        doubts.push(reason(ReasonCode::Address, None));
    }
    // A control character that is no space belongs to a terminal or to a damaged file, and so may letters beside it.
    let control = |c: char| c.is_control() && !c.is_whitespace();
    let lost = |c: &char| *c == char::REPLACEMENT_CHARACTER || c.script() == Script::Unknown || control(*c);
    let mut unreadable: Vec<char> = text.chars().filter(lost).collect();
    let mut scripts = BTreeSet::new();
    let unread = normalise::words(text).into_iter().filter(|word| !is_read(word));
    for c in unread.flat_map(|word| word.text.chars().collect::<Vec<_>>()).filter(|c| !is_plain(*c)) {
        match c.script() {
            Script::Latin | Script::Common | Script::Inherited | Script::Unknown => unreadable.push(c),
            script => drop(scripts.insert(script.full_name())),
        }
    }
    unreadable.sort_unstable();
    unreadable.dedup();
    if !unreadable.is_empty() {
        let named: Vec<String> = unreadable.iter().take(MOST_NAMED).map(|c| format!("U+{:04X}", *c as u32)).collect();
        doubts.push(reason(ReasonCode::Unreadable, Some(named.join(", "))));
    }
    doubts.extend(scripts.into_iter().map(|script| reason(ReasonCode::UnsupportedScript, Some(script.to_owned()))));
    doubts
}

/// The parts of a text that are compared beside the whole of it: the words that can be compared, when others cannot, and
/// the words of each script, when there are several: many people write a name twice, in its own letters and in Latin ones.
pub fn parts(text: &str) -> Vec<String> {
    let words = normalise::words(text);
    let readable: Vec<&Written> = words.iter().filter(|word| is_read(word)).collect();
    let mut parts = Vec::new();
    if !readable.is_empty() && readable.len() < words.len() {
        parts.push(joined(readable.iter().copied()));
    }
    let writing = |word: &Written| transliterate::script_of(&word.raw).map(writing);
    let writings: BTreeSet<&str> = readable.iter().filter_map(|word| writing(word)).collect();
    if writings.len() > 1 {
        // Of parts that fit equally the first is shown: that in Latin letters, which lists have too.
        let mut writings: Vec<&str> = writings.into_iter().collect();
        writings.sort_by_key(|writing| *writing != Script::Latin.full_name());
        // What belongs to no script, a number, belongs to all of them.
        let of = |wanted| readable.iter().copied().filter(move |word| writing(word).is_none_or(|w| w == wanted));
        parts.extend(writings.iter().map(|wanted| joined(of(*wanted))).filter(|part| is_name(part)));
    }
    parts
}

fn joined<'a>(words: impl Iterator<Item = &'a Written>) -> String {
    words.map(|word| word.raw.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether a part of a text may be a name by itself. One word is not: of `Иван Smith` neither word is the name.
fn is_name(part: &str) -> bool {
    [Reading::Person, Reading::Organisation].into_iter().any(|reading| Name::read(part, reading).compared().count() > 1)
}

/// The script in which a name is written as a whole; Japanese names have three in one.
fn writing(script: Script) -> &'static str {
    match script {
        Script::Hiragana | Script::Katakana => Script::Han.full_name(),
        other => other.full_name(),
    }
}

/// The place of the word of a query that has no more than one, read in both ways.
pub fn only_word(readings: &[Name; 3]) -> Option<[usize; 2]> {
    let only = |name: &Name| -> Option<usize> {
        let mut core = name.words.iter().enumerate().filter(|(_, word)| word.role == Role::Core);
        core.next().filter(|_| core.next().is_none()).map(|(at, _)| at)
    };
    let [person, organisation, _] = readings;
    Some([only(person)?, only(organisation)?])
}

/// Whether a query is one common word, or only words that are no names: finding nothing would mean nothing.
pub fn says_too_little(readings: &[Name; 3]) -> bool {
    readings.iter().any(|name| {
        let core: Vec<&Word> = name.words.iter().filter(|word| word.role == Role::Core).collect();
        name.bare || core.is_empty() || (core.len() == 1 && core[0].rarity <= weights::TOO_COMMON)
    })
}

/// A text in all readings, by their numbers: the kind of the subject that it is compared with says which one applies.
pub fn readings(text: &str) -> [Name; 3] {
    Reading::ALL.map(|reading| Name::read(text, reading))
}

/// Whether a word can be compared: it is plain Latin, or of a script that is read.
fn is_read(word: &Written) -> bool {
    word.text.chars().all(is_plain)
        || [Reading::Person, Reading::Organisation]
            .into_iter()
            .all(|reading| transliterate::romanise(&word.raw, &word.text, reading).is_some())
}

/// Letters and digits of a plain Latin word; normalisation leaves no others of Latin names.
fn is_plain(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit()
}

fn is_address(word: &str) -> bool {
    let mail = word.split_once('@').is_some_and(|(before, after)| !before.is_empty() && after.contains('.'));
    let host = word.rsplit_once('.').is_some_and(|(before, ending)| {
        !before.is_empty() && HOSTS.iter().any(|host| ending.eq_ignore_ascii_case(host))
    });
    mail || host || word.contains("://") || word.to_ascii_lowercase().starts_with("www.")
}

fn reason(code: ReasonCode, value: Option<String>) -> Reason {
    Reason { code, value }
}
