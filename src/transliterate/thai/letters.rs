//! What a Thai letter may be in Latin letters.
//!
//! Sources: the Royal Thai General System of Transcription (1999) by the place of a letter in its syllable; and, since people
//! spell their names as they like, the letters of the Sanskrit and Pali words that most are made of (`Bhumibol`,
//! `Vejjajiva`), and of English (`Charn`, `Porn`), from knowledge of the names.

use super::compared::{OE, RR, SILENCE};
use crate::transliterate::{Consonant, digit};

/// The letters of a word as [`super::compared`] gives it; nothing if one is not known.
pub fn letters(compared: &str) -> Option<Vec<Consonant>> {
    let mut letters: Vec<Consonant> = Vec::with_capacity(compared.len() / 3);
    for sign in compared.chars() {
        match (sign, letters.last_mut()) {
            (SILENCE, Some(last)) => *last = Consonant { silent: 0, ending: &[], ..*last },
            _ => letters.push(letter(sign)?),
        }
    }
    Some(letters)
}

/// What a letter may be; nothing for one that is not known.
pub fn letter(c: char) -> Option<Consonant> {
    let (usual, rarer, silent): (&[&str], &[&str], u32) = match c {
        'ก' => (&["k", "g"], &["c", "ck"], 10),
        'ข' | 'ฃ' | 'ค' | 'ฅ' | 'ฆ' => (&["kh", "k"], &["g", "c", "q", "gh"], 10),
        'ง' => (&["ng"], &["n", "nk"], 10),
        'จ' => (&["ch", "j"], &["t", "c", "d", "tch"], 10),
        'ฉ' => (&["ch"], &["c", "sh", "j"], 10),
        'ช' | 'ฌ' => (&["ch", "sh", "j"], &["t", "d", "c", "tch"], 10),
        'ซ' => (&["s", "z"], &["c", "x", "t"], 10),
        'ญ' => (&["y", "n"], &["ny"], 8),
        'ด' | 'ฎ' => (&["d", "t"], &["dh"], 10),
        'ต' | 'ฏ' => (&["t", "d"], &["th"], 10),
        'ถ' | 'ฐ' => (&["th", "t"], &["d", "dh"], 10),
        'ท' | 'ธ' | 'ฑ' | 'ฒ' => (&["th", "t", "d", "dh"], &["ddh"], 10),
        'น' | 'ณ' => (&["n"], &[], 10),
        'บ' => (&["b", "p"], &["v"], 10),
        'ป' => (&["p"], &["b", "bp"], 10),
        'ผ' => (&["ph", "p"], &["b"], 10),
        'พ' | 'ภ' => (&["ph", "p", "b", "bh"], &["v", "f"], 10),
        'ฝ' | 'ฟ' => (&["f"], &["ph", "p"], 10),
        'ม' => (&["m"], &[], 10),
        'ย' => (&["y", "i"], &["e", "ye"], 5),
        'ร' => (&["r"], &["n", "rn", "l"], 5),
        'ล' | 'ฬ' => (&["l"], &["n", "ll", "r"], 10),
        'ว' => (&["w", "v", "u", "o", "ua"], &["ow", "ou", "f"], 6),
        'ศ' | 'ษ' | 'ส' => (&["s"], &["t", "d", "sh", "ss"], 8),
        'ห' => (&["h"], &[], 3),
        'ฮ' => (&["h"], &[], 10),
        'อ' => (&["o", "or", "aw"], &["au", "a", "oo", "er"], 8),
        'ฤ' => (&["ri", "rue", "ru", "rit"], &["re", "roe", "rerk"], 10),
        'ะ' => (&["a"], &["e", "u", "o", "i"], 4),
        'ั' => (&["a", "u"], &["ar", "e"], 8),
        'า' => (&["a", "ar", "aa"], &["ah", "o"], 10),
        'ำ' => (&["am", "um", "aam"], &["om", "arm"], 10),
        'ิ' => (&["i"], &["e", "y", "ee", "u"], 6),
        'ี' => (&["i", "ee"], &["e", "y", "ea", "ii", "ie"], 10),
        'ึ' => (&["u", "ue"], &["eu", "ua", "oe", "e"], 10),
        'ื' => (&["u", "ue", "eu"], &["e", "oe"], 10),
        'ุ' => (&["u", "oo"], &["o", "ou"], 7),
        'ู' => (&["u", "oo"], &["o", "ou", "uu", "ue"], 10),
        'เ' => (&["e"], &["ae", "a", "ay", "ai", "ea", "ey", "ei"], 10),
        'แ' => (&["ae", "a"], &["e", "ea", "ai"], 10),
        'โ' => (&["o"], &["oh", "ow", "oa", "au", "u"], 10),
        'ไ' => (&["ai", "i"], &["y", "ay", "ei", "ye", "igh"], 10),
        OE => (&["oe", "er"], &["o", "e", "ur", "oer", "ir", "eo", "ea", "ue"], 10),
        RR => (&["an", "a", "ar"], &["un", "u"], 8),
        '0'..='9' => (digit(c)?, &[], 10),
        _ => return None,
    };
    let ending: &[&str] = match c {
        'ก' => &["ck"],
        'ร' => &["n", "rn", ""],
        'ล' => &["n", "ln"],
        'จ' | 'ช' => &["t", "d"],
        'ศ' | 'ษ' | 'ส' => &["t"],
        'ิ' | 'ุ' | 'ะ' => &[""],
        'ี' => &["y", "ie"],
        'ว' => &["ow", "ew"],
        _ => &[],
    };
    Some(Consonant { usual, rarer, ending, silent })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_goes_unread() {
        for code in 0xe01..=0xe2e {
            let c = char::from_u32(code).unwrap();
            assert!(letter(c).is_some(), "{c}");
        }
    }

    #[test]
    fn a_silent_letter_may_be_left_out() {
        let silent: Vec<u32> = letters("พันธ์ุ์").unwrap().iter().map(|letter| letter.silent).collect();
        assert_eq!(silent, [10, 8, 10, 0, 0]);
    }
}
