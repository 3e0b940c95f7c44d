//! Words of organisations that lists translate: «Завод» is listed as PLANT, سازمان as ORGANIZATION.
//!
//! A word in its own script has the Latin words that lists write for it before the spellings of its letters, so that a
//! listing in translation and one in romanisation are both met. The tables hold stems, since such words are inflected, and
//! nothing that is as often a name. How common a translated word is comes from `tables`, as for every Latin word. A phrase
//! that is one Latin word becomes one: legal forms above all.

mod stems;

use self::stems::{as_looked_up, ends, matches};
use super::Romanised;
use super::known::push;
use crate::tables::{HashMap, rows};
use std::sync::OnceLock;
use unicode_script::Script;

/// Stems of one script and the Latin words for each.
type Stems = HashMap<&'static str, &'static str>;

struct Words {
    cyrillic: Stems,
    arabic: Stems,
    greek: Stems,
    hebrew: Stems,
    /// The stems of each phrase, and the Latin words for it.
    phrases: Vec<(Vec<&'static str>, &'static str)>,
}

/// No phrase has more words.
pub const LONGEST_PHRASE: usize = 5;

/// No stem is shorter, in letters, but for whole words.
const SHORTEST: usize = 2;

impl Words {
    fn get() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| {
            let stems = |text| rows(text).flat_map(|row| row[0].split(' ').map(move |stem| (stem, row[1]))).collect();
            let mut phrases: Vec<_> =
                rows(include_str!("phrases.tsv")).map(|row| (row[0].split(' ').collect::<Vec<_>>(), row[1])).collect();
            phrases.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
            Words {
                cyrillic: stems(include_str!("cyrillic.tsv")),
                arabic: stems(include_str!("arabic.tsv")),
                greek: stems(include_str!("greek.tsv")),
                hebrew: stems(include_str!("hebrew.tsv")),
                phrases,
            }
        })
    }

    fn of(&self, script: Script) -> Option<&Stems> {
        match script {
            Script::Cyrillic => Some(&self.cyrillic),
            Script::Arabic => Some(&self.arabic),
            Script::Greek => Some(&self.greek),
            Script::Hebrew => Some(&self.hebrew),
            _ => None,
        }
    }
}

/// The parts of a word of an organisation, each with the Latin words that it is translated by before its spellings.
pub fn translated(script: Script, parts: Vec<Romanised>) -> Vec<Romanised> {
    let Some(stems) = Words::get().of(script) else { return parts };
    parts.into_iter().flat_map(|part| translate(stems, script, part)).collect()
}

fn translate(stems: &Stems, script: Script, part: Romanised) -> Vec<Romanised> {
    let word = as_looked_up(script, &part.native);
    if let Some(latin) = find(stems, script, &word) {
        return vec![with(latin, part)];
    }
    // What is written with a word that it joins: `والخدمات` is و, ال and a known word.
    let joined = stems::joined(script, &word)
        .find_map(|(small, rest)| Some((small, rest, find(stems, script, rest).filter(|_| rest.chars().count() > 2)?)));
    match joined {
        Some((small, rest, latin)) => {
            let rest = Romanised { native: rest.to_owned(), ..part };
            let joining = Romanised {
                raw: rest.raw.clone(),
                native: small.0.to_owned(),
                spellings: vec![small.1.to_owned()],
                vowelless: false,
            };
            vec![joining, with(latin, rest)]
        }
        None => vec![part],
    }
}

/// A word with the Latin words for it before its spellings; a small word has no other.
fn with(latin: &str, mut part: Romanised) -> Romanised {
    let mut spellings: Vec<String> = latin.split(' ').map(str::to_owned).collect();
    // The letters of a word without vowels stay last, where they are looked for.
    for spelling in std::mem::take(&mut part.spellings) {
        if part.vowelless { spellings.push(spelling) } else { push(&mut spellings, spelling) }
    }
    Romanised { spellings, ..part }
}

/// The Latin words for a word: by the whole of it, else by its longest stem.
fn find(stems: &Stems, script: Script, word: &str) -> Option<&'static str> {
    if let Some(latin) = stems.get(format!("{word}.").as_str()) {
        return Some(latin);
    }
    let mut at = word.len();
    while at > 0 {
        if word.is_char_boundary(at)
            && ends(script, &word[at..])
            && let Some(latin) = stems.get(&word[..at]).filter(|_| word[..at].chars().count() >= SHORTEST)
        {
            return Some(latin);
        }
        at -= 1;
    }
    // A Bulgarian adjective has a vowel before its last consonant where nothing follows: народен, народна.
    let stem = word.strip_suffix("ен").filter(|_| script == Script::Cyrillic)?;
    stems.get(format!("{stem}н").as_str()).copied()
}

/// The phrase with which these words of one script begin: of how many words it is, and the Latin words for all of it.
pub fn phrase(script: Script, words: &[&str]) -> Option<(usize, impl Iterator<Item = &'static str>)> {
    let first = as_looked_up(script, words.first()?);
    let is = |phrase: &[&str]| {
        phrase.len() <= words.len()
            && matches(script, phrase[0], &first)
            && phrase[1..]
                .iter()
                .zip(&words[1..])
                .all(|(stem, word)| matches(script, stem, &as_looked_up(script, word)))
    };
    let (phrase, latin) = Words::get().phrases.iter().find(|(phrase, _)| is(phrase))?;
    Some((phrase.len(), latin.split(' ')))
}

#[cfg(test)]
mod tests;
