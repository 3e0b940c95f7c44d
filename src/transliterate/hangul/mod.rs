//! Hangul syllables → Latin spellings.
//!
//! A syllable is its initial, its vowel and its final by arithmetic (The Unicode Standard, 3.12, "Conjoining Jamo Behavior").
//! A person's name of three syllables is a family name of one and a given name of two; lists write the two as `Yong Gil`,
//! `Yong-gil` or `Yonggil`, and as one word they meet all three and no two syllables in another order. Spellings follow
//! the Revised Romanization (2000), McCune-Reischauer (1939), the DPRK's own system (1992), and what South Korean
//! passports bear; nobody mixes them freely, so a word is spelled once in each.

mod names;

use self::names::{FAMILY_NAMES, KNOWN};
use super::Romanised;
use super::known::{self, Piece};
use crate::name::Reading;

const FIRST_SYLLABLE: u32 = 0xac00;
const LAST_SYLLABLE: u32 = 0xd7a3;
const VOWELS: u32 = 21;
const FINALS: u32 = 28;

/// One system: its spellings of the letters in which the systems differ.
struct System {
    /// ㄱ ㄷ ㅂ ㅈ at the beginning.
    plain: [&'static str; 4],
    /// The same between voiced sounds.
    voiced: [&'static str; 4],
    /// ㅓ, ㅕ, ㅡ.
    vowels: [&'static str; 3],
    /// ㅕ without a consonant before it.
    bare: &'static str,
}

const UNVOICED: [&str; 4] = ["k", "t", "p", "j"];
const VOICED: [&str; 4] = ["g", "d", "b", "j"];
const REISCHAUER: [&str; 4] = ["k", "t", "p", "ch"];
const SHORT: [&str; 3] = ["o", "yo", "u"];

const SYSTEMS: [System; 6] = [
    System { plain: UNVOICED, voiced: VOICED, vowels: SHORT, bare: "yo" }, // DPRK, the name as one word
    System { plain: VOICED, voiced: VOICED, vowels: ["eo", "yeo", "eu"], bare: "yeo" }, // Revised Romanization
    System { plain: UNVOICED, voiced: UNVOICED, vowels: SHORT, bare: "yo" }, // DPRK, syllable by syllable
    System { plain: ["k", "d", "b", "j"], voiced: ["k", "d", "b", "j"], vowels: ["u", "yu", "eu"], bare: "you" }, // passports
    System { plain: REISCHAUER, voiced: VOICED, vowels: SHORT, bare: "yo" }, // McCune-Reischauer, as one word
    System { plain: REISCHAUER, voiced: REISCHAUER, vowels: SHORT, bare: "yo" }, // the same, syllable by syllable
];

/// Reads a word of a name of several; nothing for letters that are not known here.
pub fn romanise(_raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    match reading {
        Reading::Person => person(native, false),
        Reading::Organisation | Reading::Craft => organisation(native),
    }
}

/// Reads a word of a person's name: a family name, a given name, or both, which two syllables are only if they are the whole name.
pub fn person(native: &str, whole: bool) -> Option<Vec<Romanised>> {
    let syllables = native.chars().count();
    let family = FAMILY_NAMES.iter().find(|(family, _)| {
        let rest = syllables.saturating_sub(family.chars().count());
        native.starts_with(family) && (rest == 0 || rest == 2 || (rest == 1 && (whole || family.chars().count() > 1)))
    });
    match family {
        // A syllable alone is a family name as often as a given one; two names of two syllables are not alone.
        Some((family, spellings)) => {
            let mut parts = vec![known::part(family, spellings.split(' ').map(str::to_owned).collect())];
            if native.len() > family.len() {
                parts.push(word(&native[family.len()..])?);
            } else {
                for spelling in word(family)?.spellings {
                    known::push(&mut parts[0].spellings, spelling);
                }
            }
            Some(parts)
        }
        None => Some(vec![word(native)?]),
    }
}

fn organisation(native: &str) -> Option<Vec<Romanised>> {
    let mut parts = Vec::new();
    for piece in known::pieces(native, KNOWN) {
        match piece {
            Piece::Known(part) => parts.push(part),
            Piece::Plain(text) => parts.push(known::part(&text, vec![text.clone()])),
            Piece::Other(text) => parts.push(word(&text)?),
        }
    }
    Some(parts)
}

/// The usual spellings of a family name.
pub(super) fn family(native: &str) -> Option<Vec<String>> {
    let (_, spellings) = FAMILY_NAMES.iter().find(|(family, _)| *family == native)?;
    Some(spellings.split(' ').map(str::to_owned).collect())
}

/// The spellings of a given name.
pub(super) fn given(native: &str) -> Option<Vec<String>> {
    Some(word(native)?.spellings)
}

/// A run of syllables as one word, spelled in each system.
fn word(native: &str) -> Option<Romanised> {
    let mut spellings = Vec::new();
    for system in &SYSTEMS {
        known::push(&mut spellings, spell(native, system)?);
    }
    Some(known::part(native, spellings))
}

fn spell(native: &str, system: &System) -> Option<String> {
    let mut latin = String::new();
    let mut before = None;
    for syllable in native.chars() {
        if syllable.is_ascii_alphanumeric() {
            latin.push(syllable);
            before = None;
            continue;
        }
        let code = syllable as u32;
        if !(FIRST_SYLLABLE..=LAST_SYLLABLE).contains(&code) {
            return None;
        }
        let code = code - FIRST_SYLLABLE;
        let (initial, vowel, last) = (code / (VOWELS * FINALS), code / FINALS % VOWELS, code % FINALS);
        // Voiced is what follows a vowel, ㄴ, ㄹ, ㅁ or ㅇ.
        let voiced = matches!(before, Some(0 | 4 | 8 | 16 | 21));
        let plain = if voiced { &system.voiced } else { &system.plain };
        latin.push_str(match initial {
            0 => plain[0],
            1 => "kk",
            2 => "n",
            3 => plain[1],
            4 => "tt",
            5 if before == Some(8) => "l",
            5 => "r",
            6 => "m",
            7 => plain[2],
            8 => "pp",
            9 => "s",
            10 => "ss",
            11 => "",
            12 => plain[3],
            13 => "jj",
            14 => "ch",
            15 => "k",
            16 => "t",
            17 => "p",
            _ => "h",
        });
        latin.push_str(match vowel {
            0 => "a",
            1 => "ae",
            2 => "ya",
            3 => "yae",
            4 => system.vowels[0],
            5 => "e",
            6 if initial == 11 => system.bare,
            6 => system.vowels[1],
            7 => "ye",
            8 => "o",
            9 => "wa",
            10 => "wae",
            11 => "oe",
            12 => "yo",
            13 => "u",
            14 => "wo",
            15 => "we",
            16 => "wi",
            17 => "yu",
            18 => system.vowels[2],
            19 => "ui",
            _ => "i",
        });
        latin.push_str(match last {
            0 => "",
            1..=3 | 9 | 24 => "k",
            4..=6 => "n",
            8 | 11..=13 | 15 => "l",
            10 | 16 => "m",
            14 | 17 | 18 | 26 => "p",
            21 => "ng",
            27 => "h",
            _ => "t",
        });
        before = Some(last);
    }
    Some(latin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transliterate::whole;

    fn spellings(native: &str, reading: Reading) -> Vec<Vec<String>> {
        whole(native, native, reading).unwrap().into_iter().map(|part| part.spellings).collect()
    }

    #[test]
    fn people_as_their_names_are_printed() {
        for (native, family, given) in [
            ("김정은", "kim", "jongun"),
            ("김정은", "kim", "jeongeun"),
            ("리영길", "ri", "yonggil"),
            ("리영길", "yi", "yongkil"),
            ("박근혜", "park", "geunhye"),
            ("문재인", "moon", "jaein"),
            ("윤석열", "yoon", "sukyoul"),
            ("최룡해", "choe", "ryonghae"),
            ("반기문", "ban", "kimun"),
            ("남궁민", "namkoong", "min"),
        ] {
            let parts = spellings(native, Reading::Person);
            assert_eq!(parts.len(), 2, "{native}");
            let near = |spellings: &[String], wanted: &str| {
                spellings.iter().any(|s| crate::sound::fold(s) == crate::sound::fold(wanted))
            };
            assert!(near(&parts[0], family) && near(&parts[1], given), "{native}: {parts:?}");
            assert!(parts.iter().all(|part| part.len() <= 6), "{native}: {parts:?}");
        }
    }

    #[test]
    fn a_given_name_apart_stays_one_word() {
        assert_eq!(romanise("현숙", "현숙", Reading::Person).unwrap().len(), 1);
        assert_eq!(spellings("송림", Reading::Person).len(), 2);
    }

    #[test]
    fn organisations_are_known_words_and_the_rest() {
        let parts = spellings("조선백호무역회사", Reading::Organisation);
        let first: Vec<&str> = parts.iter().map(|part| part[0].as_str()).collect();
        assert_eq!(first, ["korea", "paekho", "trading", "corporation"]);
    }

    #[test]
    fn letters_that_are_no_syllables_are_not_read() {
        assert_eq!(romanise("ㅋㅋ", "ㅋㅋ", Reading::Person), None);
    }
}
