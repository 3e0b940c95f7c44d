//! Stems and what may stand behind and before them: the endings of a script's languages, and the small words written together
//! with what they join.
//!
//! A row of a table has stems, a tab, and the Latin words for each of them, the most usual first; a Latin phrase is written
//! together, as it is compared. A stem has any ending of a noun or an adjective behind it; one with a stop at its end is the
//! whole word. It is normalised as names are and then as [`as_looked_up`] does. A word that is as often a name (`восток`,
//! `победа`) stands in no table and is left to its letters.

use crate::transliterate::alphabets::cyrillic_look;
use std::borrow::Cow;
use unicode_script::Script;

/// No ending has more letters.
const LONGEST_ENDING: usize = 4;

/// What may stand at the end of an Arabic or a Persian word behind its stem.
const ARABIC_ENDINGS: [&str; 13] = ["", "ه", "ي", "يه", "ات", "ان", "ون", "ين", "ها", "هاي", "تان", "گان", "يان"];

/// The small words that Arabic and Hebrew write together with the next, and the Latin for each.
const ARABIC_JOINED: [(&str, &str); 8] = [
    ("وال", "and"),
    ("ولل", "and"),
    ("و", "and"),
    ("لل", "for"),
    ("بال", "with"),
    ("ال", "al"),
    ("ل", "for"),
    ("ب", "with"),
];
const HEBREW_JOINED: [(&str, &str); 4] = [("וה", "and"), ("ו", "and"), ("ה", "the"), ("ל", "for")];

/// A word as stems are written: letters that languages of one script write for one another are one, Latin letters that look
/// like those around them are theirs, and so are final forms of letters.
pub fn as_looked_up(script: Script, word: &str) -> Cow<'_, str> {
    match script {
        Script::Cyrillic => {
            word.chars().map(|c| cyrillic_look(c).unwrap_or(c)).filter(|c| *c != 'ь').map(shared).collect()
        }
        Script::Greek if word.contains(['ς', 'µ']) => word.replace('ς', "σ").replace('µ', "μ").into(),
        _ => word.into(),
    }
}

/// The letter that stands for a Cyrillic one in stems: Russian `ы`, Ukrainian `і` and Serbian `ј` are the `и` of others.
fn shared(c: char) -> char {
    match c {
        'ы' | 'і' | 'ј' => 'и',
        'э' | 'є' => 'е',
        _ => c,
    }
}

/// Whether a word is this stem with an ending, or without one, or with a stop behind it this very word.
pub fn matches(script: Script, stem: &str, word: &str) -> bool {
    match stem.strip_suffix('.') {
        Some(whole) => word == whole,
        None => word.strip_prefix(stem).is_some_and(|ending| ends(script, ending)),
    }
}

/// Whether these letters may stand behind a stem.
pub fn ends(script: Script, ending: &str) -> bool {
    let within = |first: &str, all: &str| {
        ending.chars().next().is_none_or(|c| first.contains(c))
            && ending.chars().all(|c| all.contains(c))
            && ending.chars().count() <= LONGEST_ENDING
    };
    match script {
        // The articles of Bulgarian may stand behind a consonant.
        Script::Cyrillic => matches!(ending, "та" | "те" | "то" | "т") || within("аеоуюяиъ", "аеоуюяиъгмхвт"),
        Script::Greek => within("αεηιουω", "αεηιουωσν"),
        Script::Arabic => ARABIC_ENDINGS.contains(&ending),
        _ => ending.is_empty(),
    }
}

/// What a word may be that begins with small words: the small word with its Latin, and the rest.
pub fn joined(script: Script, word: &str) -> impl Iterator<Item = ((&'static str, &'static str), &str)> {
    let small: &[(&str, &str)] = match script {
        Script::Arabic => &ARABIC_JOINED,
        Script::Hebrew => &HEBREW_JOINED,
        _ => &[],
    };
    small.iter().filter_map(move |small| Some((*small, word.strip_prefix(small.0)?)))
}
