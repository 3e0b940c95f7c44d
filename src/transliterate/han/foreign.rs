//! A foreign name in Han characters, each a syllable that is near to its sound: 阿科波夫, Akopov.
//!
//! Mandarin has few syllables, and foreign consonants stand with vowels that the name does not have (夫, fu, is the v of Akopov). So
//! such a name is compared by what its consonants may be. Values: the usual transcriptions of Russian, Turkic and English names
//! in Chinese newspapers, from knowledge of them.

use super::characters;
use crate::transliterate::Consonant;

/// Words from so many characters on are foreign names, where they are no Japanese ones.
pub const SHORTEST: usize = 4;

const VOWEL: Consonant = Consonant { usual: &["a", "e", "i", "o", "u"], rarer: &[], ending: &[""], silent: 0 };
/// An n that ends a syllable is often the one that begins the next (昂尼, oni).
const N: Consonant = Consonant { usual: &["n"], rarer: &["m"], ending: &[], silent: 4 };
const NG: Consonant = Consonant { usual: &["ng", "n"], rarer: &[], ending: &[], silent: 4 };

/// What the characters of a word may be in Latin letters; nothing if one is not known.
pub fn letters(native: &str) -> Option<Vec<Consonant>> {
    let mut letters = Vec::new();
    for character in native.chars() {
        let pinyin = characters::find(character)?.syllable.pinyin("v");
        letters.push(opening(&pinyin));
        match () {
            () if pinyin.ends_with("ng") => letters.push(NG),
            () if pinyin.ends_with('n') => letters.push(N),
            () => {}
        }
    }
    Some(letters)
}

/// What the beginning of a syllable may be.
fn opening(pinyin: &str) -> Consonant {
    let (usual, rarer, silent): (&[&str], &[&str], u32) = match pinyin.as_bytes() {
        [b'z', b'h', ..] => (&["zh", "j", "z"], &["dzh", "ch", "g"], 10),
        [b'c', b'h', ..] => (&["ch", "c"], &["tch", "tsch"], 10),
        [b's', b'h', ..] => (&["sh", "s"], &["sch", "shch"], 10),
        b"er" => (&["r", "l"], &["er"], 10),
        [b'b', ..] => (&["b", "p"], &["v"], 10),
        [b'p', ..] => (&["p", "b"], &[], 10),
        [b'm', ..] => (&["m"], &[], 10),
        [b'f', ..] => (&["f", "v"], &["ph", "w", "ff"], 10),
        [b'd', ..] => (&["d"], &["t"], 10),
        [b't', ..] => (&["t"], &["d", "th"], 10),
        [b'n', ..] => (&["n"], &[], 10),
        [b'l', ..] => (&["l", "r"], &[], 10),
        [b'g', ..] => (&["g"], &["k", "gh"], 10),
        [b'k', ..] => (&["k", "c", "q"], &["kh", "g", "ck"], 10),
        [b'h', ..] => (&["h", "kh"], &["g", "gh"], 8),
        [b'j', ..] => (&["j", "dj", "g", "k"], &["z", "zh", "dzh"], 10),
        [b'q', ..] => (&["ch", "q"], &["c", "k", "j", "ts"], 10),
        [b'x', ..] => (&["sh", "s", "x"], &["h", "kh"], 10),
        [b'r', ..] => (&["r", "j"], &["zh"], 10),
        [b'z' | b'c', ..] => (&["z", "ts", "s"], &["c", "dz", "tz"], 10),
        [b's', ..] => (&["s"], &["z", "c", "th"], 10),
        [b'y', ..] => (&["y", "i", "j", "e", "a"], &["g"], 0),
        [b'w', ..] => (&["w", "v", "u", "o"], &[], 6),
        _ => return VOWEL,
    };
    Consonant { usual, rarer, ending: &[], silent }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_syllable_has_its_consonants() {
        let usual = |native: &str| -> Vec<&str> { letters(native).unwrap().iter().map(|l| l.usual[0]).collect() };
        assert_eq!(usual("阿科波夫"), ["a", "k", "b", "f"]);
        assert_eq!(usual("格兰特"), ["g", "l", "n", "t"]);
    }
}
