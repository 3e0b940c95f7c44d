//! Devanagari and Bengali letters → Latin spellings.
//!
//! A consonant carries the vowel `a` (in Bengali `o` or `a`) unless a vowel sign or a virama follows. The vowel is not
//! spoken at the end of a word nor, by the usual rule, between a vowel and a consonant with one of its own: रजनीकांत is
//! `Rajnikant`. Names are written so, and with every vowel too; both are given.

use super::Romanised;
use super::known;
use crate::name::Reading;

/// The two scripts stand letter by letter in one order (both follow ISCII); their blocks begin here.
const DEVANAGARI: u32 = 0x900;
const BENGALI: u32 = 0x980;

/// What a letter is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Consonant(&'static str),
    Vowel(&'static str),
    Sign(&'static str),
    Nasal(&'static str),
    Virama,
    Nukta,
    Silent,
}

/// One sound of the word: a consonant with or without its inherent vowel, or a vowel.
enum Sound {
    Consonant(String, bool),
    Vowel(&'static str),
}

/// How people spell: whether the vowel between consonants goes, the inherent vowel of Bengali, and `v` or `w`, `j` or `z`.
struct Manner {
    medial: bool,
    inherent: &'static str,
    exchange: &'static [(&'static str, &'static str)],
}

/// Reads a word; nothing for letters that are not known here.
pub fn romanise(_raw: &str, native: &str, _reading: Reading) -> Option<Vec<Romanised>> {
    let bengali = native.chars().any(|c| (BENGALI..BENGALI + 0x80).contains(&(c as u32)));
    let sounds = sounds(native)?;
    let hindi: &[Manner] = &[
        Manner { medial: true, inherent: "a", exchange: &[] },
        Manner { medial: false, inherent: "a", exchange: &[] },
        Manner { medial: true, inherent: "a", exchange: &[("v", "w")] },
        Manner { medial: true, inherent: "a", exchange: &[("i", "ee"), ("u", "oo"), ("ph", "f")] },
    ];
    let bangla: &[Manner] = &[
        Manner { medial: true, inherent: "a", exchange: &[] },
        Manner { medial: true, inherent: "o", exchange: &[] },
        Manner { medial: false, inherent: "a", exchange: &[] },
        Manner { medial: true, inherent: "a", exchange: &[("j", "z"), ("ph", "f")] },
        Manner { medial: true, inherent: "a", exchange: &[("bh", "v"), ("b", "v"), ("y", "i")] },
    ];
    let mut spellings = Vec::new();
    for manner in if bengali { bangla } else { hindi } {
        known::push(&mut spellings, spell(&sounds, manner));
    }
    spellings.retain(|spelling| !spelling.is_empty());
    (!spellings.is_empty()).then(|| vec![known::part(native, spellings)])
}

fn sounds(native: &str) -> Option<Vec<Sound>> {
    let mut sounds: Vec<Sound> = Vec::new();
    for c in native.chars() {
        if c.is_ascii_alphanumeric() {
            sounds.push(Sound::Consonant(c.into(), false));
            continue;
        }
        match letter(c)? {
            Letter::Consonant(latin) => sounds.push(Sound::Consonant(latin.to_owned(), true)),
            Letter::Vowel(latin) => sounds.push(Sound::Vowel(latin)),
            Letter::Sign(latin) => {
                if let Some(Sound::Consonant(_, inherent)) = sounds.last_mut() {
                    *inherent = false;
                }
                sounds.push(Sound::Vowel(latin));
            }
            Letter::Nasal(latin) => sounds.push(Sound::Consonant(latin.to_owned(), false)),
            Letter::Virama => {
                if let Some(Sound::Consonant(_, inherent)) = sounds.last_mut() {
                    *inherent = false;
                }
            }
            // A dot below makes another consonant of it: ज़ z, फ़ f, ड़ r.
            Letter::Nukta => {
                if let Some(Sound::Consonant(latin, _)) = sounds.last_mut() {
                    let dotted = match latin.as_str() {
                        "k" => "q",
                        "g" => "gh",
                        "j" => "z",
                        "ph" => "f",
                        "d" => "r",
                        "dh" => "rh",
                        "j y" => "y",
                        same => same,
                    };
                    *latin = dotted.to_owned();
                }
            }
            Letter::Silent => {}
        }
    }
    Some(sounds)
}

fn spell(sounds: &[Sound], manner: &Manner) -> String {
    let mut latin = String::new();
    let mut vowel_before = false;
    for (at, sound) in sounds.iter().enumerate() {
        match sound {
            Sound::Vowel(vowel) => {
                latin.push_str(vowel);
                vowel_before = true;
            }
            Sound::Consonant(consonant, inherent) => {
                latin.push_str(consonant);
                let last = at + 1 == sounds.len();
                // Behind two consonants at once a liquid or a nasal keeps its vowel: Narendra, Mishra, but Vasant.
                let cluster = at > 0
                    && matches!(&sounds[at - 1], Sound::Consonant(before, false) if before != "n" || consonant == "r")
                    && matches!(consonant.as_str(), "r" | "y" | "v" | "n" | "m" | "l");
                // The vowel goes at the end, unless it is the only one, and before a consonant that has a vowel itself.
                let next_carries = matches!(sounds.get(at + 1), Some(Sound::Consonant(_, true)) if at + 2 < sounds.len())
                    || matches!(
                        (sounds.get(at + 1), sounds.get(at + 2)),
                        (Some(Sound::Consonant(_, false)), Some(Sound::Vowel(_)))
                    );
                let dropped = if last { at > 0 && !cluster } else { manner.medial && vowel_before && next_carries };
                if *inherent && !dropped {
                    latin.push_str(manner.inherent);
                }
                vowel_before = *inherent && !dropped;
            }
        }
    }
    latin = latin.replace("kssh", "ksh").replace("jny", "gy");
    for (from, to) in manner.exchange {
        latin = latin.replace(from, to);
    }
    if let Some(stem) = latin.strip_suffix("sinh") {
        latin = format!("{stem}singh");
    }
    latin
}

/// A letter by its place in its block. The rows follow The Unicode Standard's charts of the two blocks.
fn letter(c: char) -> Option<Letter> {
    let code = c as u32;
    let bengali = match code {
        0x900..=0x97f => false,
        0x980..=0x9ff => true,
        _ => return None,
    };
    let place = code - if bengali { BENGALI } else { DEVANAGARI };
    Some(match place {
        0x01 | 0x02 => Letter::Nasal("n"),
        0x03 => Letter::Nasal("h"),
        0x05 => Letter::Vowel("a"),
        0x06 => Letter::Vowel("a"),
        0x07 | 0x08 => Letter::Vowel("i"),
        0x09 | 0x0a => Letter::Vowel("u"),
        0x0b => Letter::Vowel("ri"),
        0x0d..=0x0f => Letter::Vowel("e"),
        0x10 => Letter::Vowel(if bengali { "oi" } else { "ai" }),
        0x11..=0x13 => Letter::Vowel("o"),
        0x14 => Letter::Vowel(if bengali { "ou" } else { "au" }),
        0x15 => Letter::Consonant("k"),
        0x16 => Letter::Consonant("kh"),
        0x17 => Letter::Consonant("g"),
        0x18 => Letter::Consonant("gh"),
        0x19 | 0x1e | 0x23 | 0x28 | 0x29 => Letter::Consonant("n"),
        0x1a => Letter::Consonant("ch"),
        0x1b => Letter::Consonant("chh"),
        0x1c => Letter::Consonant("j"),
        0x1d => Letter::Consonant("jh"),
        0x1f | 0x24 => Letter::Consonant("t"),
        0x20 | 0x25 => Letter::Consonant("th"),
        0x21 | 0x26 => Letter::Consonant("d"),
        0x22 | 0x27 => Letter::Consonant("dh"),
        0x2a => Letter::Consonant("p"),
        0x2b => Letter::Consonant("ph"),
        0x2c => Letter::Consonant("b"),
        0x2d => Letter::Consonant("bh"),
        0x2e => Letter::Consonant("m"),
        0x2f => Letter::Consonant(if bengali { "j" } else { "y" }),
        0x30 | 0x31 => Letter::Consonant("r"),
        0x32..=0x34 => Letter::Consonant("l"),
        0x35 => Letter::Consonant("v"),
        0x36 | 0x37 => Letter::Consonant("sh"),
        0x38 => Letter::Consonant("s"),
        0x39 => Letter::Consonant("h"),
        0x3c => Letter::Nukta,
        0x3d => Letter::Silent,
        0x3e => Letter::Sign("a"),
        0x3f | 0x40 => Letter::Sign("i"),
        0x41 | 0x42 => Letter::Sign("u"),
        0x43 => Letter::Sign("ri"),
        0x45..=0x47 => Letter::Sign("e"),
        0x48 => Letter::Sign(if bengali { "oi" } else { "ai" }),
        0x49..=0x4b => Letter::Sign("o"),
        0x4c => Letter::Sign(if bengali { "ou" } else { "au" }),
        0x4d => Letter::Virama,
        0x4e if bengali => Letter::Nasal("t"),
        0x57 => Letter::Silent,
        0x70 | 0x71 if bengali => Letter::Consonant(if place == 0x70 { "r" } else { "w" }),
        0x66..=0x6f => Letter::Nasal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"][(place - 0x66) as usize]),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_as_newspapers_write_them() {
        for (native, printed) in [
            ("नरेन्द्र", "narendra"),
            ("मोदी", "modi"),
            ("राहुल", "rahul"),
            ("सिंह", "singh"),
            ("मिश्र", "mishra"),
            ("वसन्त", "vasant"),
            ("गांधी", "gandhi"),
            ("अमिताभ", "amitabh"),
            ("बच्चन", "bachchan"),
            ("प्रियंका", "priyanka"),
            ("लक्ष्मी", "lakshmi"),
            ("रजनीकांत", "rajnikant"),
            ("विराट", "virat"),
            ("দাউদ", "daud"),
            ("শেখ", "shekh"),
            ("হাসিনা", "hasina"),
            ("বেনজীর", "benjir"),
            ("বেনজীর", "benzir"),
            ("আহমেদ", "ahmed"),
            ("রহমান", "rahman"),
        ] {
            let spellings = romanise(native, native, Reading::Person).unwrap().remove(0).spellings;
            assert!(spellings.contains(&printed.to_owned()), "{native}: {printed} {spellings:?}");
        }
    }

    #[test]
    fn a_sign_of_another_script_is_not_read() {
        assert_eq!(romanise("राਕ", "राਕ", Reading::Person), None);
    }
}
