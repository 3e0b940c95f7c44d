//! Thai letters → Latin spellings.
//!
//! Thai writes its vowels but the short a and o between consonants, and says neither where syllables nor where words end;
//! and people spell their names by the sound, by the Sanskrit behind it, or as they like (`Wetchachiwa`, Vejjajiva). So
//! a word has one spelling by rule (`transcription`) and its letters (`compared`), which are looked for in the other word as
//! those of Arabic are (`letters`). A word of a person's name may have a title before it. Organisations are mostly listed by
//! English words in Thai letters or by translation: their known words become English ones (`words`).
//!
//! Limits: a family name is a word of its own only where a space makes it one.

mod compared;
mod letters;
mod transcription;
mod words;

use super::Romanised;
use super::known::{self, Piece};
use crate::name::Reading;

pub use self::letters::{letter, letters};

/// What stands behind a title without a space is a name from so many letters on.
const SHORTEST_NAME: usize = 3;
/// So many names of letters are no coincidence.
const ACRONYM: usize = 3;
/// A single letter is a word's first: of a title or a rank, since names have no initials.
const ABBREVIATED_TITLE: &str = "mr";

/// Reads a word; nothing for one that is no Thai word.
pub fn romanise(raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    let text = compared::toneless(native);
    let mut parts = match reading {
        Reading::Person => person(&text)?,
        Reading::Organisation | Reading::Craft => organisation(&text)?,
    };
    if let [part] = &mut parts[..] {
        part.raw = raw.to_owned();
    }
    Some(parts)
}

fn person(text: &str) -> Option<Vec<Romanised>> {
    if text.chars().count() == 1 && text.chars().all(compared::is_consonant) || text == "พล" || text == "พต" {
        return Some(vec![known::part(text, vec![ABBREVIATED_TITLE.into()])]);
    }
    let title = words::TITLES.iter().find_map(|(title, english)| Some((title, english, text.strip_prefix(title)?)));
    let Some((title, english, rest)) = title else { return Some(vec![word(text)?]) };
    let title = known::part(title, vec![(*english).to_owned()]);
    match (rest.chars().count(), word(rest)) {
        (0, _) => Some(vec![title]),
        (SHORTEST_NAME.., Some(name)) => Some(vec![title, name]),
        _ => Some(vec![word(text)?]),
    }
}

fn organisation(text: &str) -> Option<Vec<Romanised>> {
    if let Some(letters) = acronym(text) {
        return Some(vec![known::part(text, vec![letters])]);
    }
    let mut parts = Vec::new();
    for piece in known::pieces(text, words::WORDS) {
        match piece {
            Piece::Known(part) => parts.push(part),
            Piece::Plain(text) => parts.push(known::part(&text, vec![text.clone()])),
            Piece::Other(other) => match word(&other) {
                Some(part) => parts.push(part),
                // Cut at the wrong place: the whole is one word.
                None => return Some(vec![word(text)?]),
            },
        }
    }
    Some(parts)
}

/// A word by its spelling and its letters.
fn word(text: &str) -> Option<Romanised> {
    let native = compared::letters(text)?;
    let spelling = transcription::transcribed(&native);
    let letters: String = letters(&native)?.iter().map(|letter| letter.usual[0]).collect();
    (!spelling.is_empty()).then(|| Romanised {
        raw: text.to_owned(),
        native,
        spellings: vec![spelling, letters],
        vowelless: true,
    })
}

/// Letters of the Latin alphabet that are written by their names.
fn acronym(text: &str) -> Option<String> {
    let mut letters = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let named = |(name, letter): &(&str, char)| Some((*letter, rest.strip_prefix(name)?));
        let (letter, after) = words::LETTERS.iter().find_map(named)?;
        letters.push(letter);
        rest = after;
    }
    (letters.len() >= ACRONYM).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, reading: Reading) -> Vec<String> {
        let written = crate::normalise::words(text).remove(0);
        let parts = romanise(&written.raw, &written.text, reading).unwrap();
        parts.into_iter().map(|part| part.spellings[0].clone()).collect()
    }

    #[test]
    fn titles_stand_before_the_name() {
        assert_eq!(first("นายทักษิณ", Reading::Person), ["mr", "thaksin"]);
        assert_eq!(first("พลเอก", Reading::Person), ["general"]);
        assert_eq!(first("นายก", Reading::Person).len(), 1, "too little is left");
    }

    #[test]
    fn organisations_are_known_words_and_the_rest() {
        assert_eq!(first("ธนาคารกรุงเทพ", Reading::Organisation), ["bank", "bangkok"]);
        assert_eq!(first("ทีอีซีจีอาร์", Reading::Organisation), ["tecgr"]);
        assert_eq!(first("คอร์ปอเรชั่น", Reading::Organisation), first("คอร์ปอเรชัน", Reading::Organisation));
    }

    #[test]
    fn what_is_no_word_is_not_read() {
        for text in ["ิ", "เ", "ະ", "กخ"] {
            assert_eq!(romanise(text, text, Reading::Person), None, "{text}");
        }
    }
}
