//! Japanese syllables → Latin spellings.
//!
//! Hepburn, with a long vowel once, as names are printed, and with its second letter, as it is typed. A word that begins in
//! kana and goes on in Han characters is a Japanese name (`han`).

use super::known;
use super::{Romanised, han};
use crate::name::Reading;

/// The syllables in the order of Unicode from ぁ on; small ones like their large ones, which those that join override.
const SYLLABLES: &str = "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji tsu tsu \
    zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru \
    re ro wa wa i e o n vu ka ke";
const FIRST: u32 = 0x3041;
const SMALL_TSU: char = 'っ';
const LONG: char = 'ー';

/// Reads a word; nothing for letters that are not known here.
pub fn romanise(raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    match spellings(native) {
        Some(spellings) => Some(vec![known::part(native, spellings)]),
        None => han::romanise(raw, native, reading),
    }
}

/// Whether a character is of the syllables.
pub fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヶ' | LONG)
}

/// The spellings of a word, the most usual first.
pub fn spellings(native: &str) -> Option<Vec<String>> {
    let typed = latin(native)?;
    let mut spellings = vec![short(&typed)];
    known::push(&mut spellings, typed.replace('-', ""));
    // A vowel drawn out with the sign of length is not doubled by anybody but for `oo`; English `l` and `v` are `r` and `b`.
    known::push(&mut spellings, typed.replace("ou", "oh").replace('-', ""));
    spellings.retain(|spelling| !spelling.is_empty());
    (!spellings.is_empty()).then_some(spellings)
}

/// The letters as they are typed, with `-` for the sign of length.
fn latin(native: &str) -> Option<String> {
    let mut latin = String::new();
    let mut doubled = false;
    for letter in native.chars() {
        if letter.is_ascii_alphanumeric() {
            latin.push(letter);
            continue;
        }
        // Katakana stand in the order of hiragana, 0x60 later.
        let letter = match letter {
            'ァ'..='ヶ' => char::from_u32(letter as u32 - 0x60)?,
            other => other,
        };
        if letter == LONG {
            latin.push('-');
            continue;
        }
        if letter == SMALL_TSU {
            doubled = true;
            continue;
        }
        let place = (letter as u32).checked_sub(FIRST)?;
        let syllable = SYLLABLES.split_whitespace().nth(usize::try_from(place).ok()?)?;
        if matches!(letter, 'ゃ' | 'ゅ' | 'ょ') && latin.ends_with('i') {
            latin.pop();
            let joined = latin.ends_with("sh") || latin.ends_with("ch") || latin.ends_with('j');
            latin.push_str(if joined { &syllable[1..] } else { syllable });
            continue;
        }
        // A small vowel takes the place of the one before: ファ is `fa`, ティ `ti`, ヴォ `vo`.
        if matches!(letter, 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ') && latin.ends_with(['u', 'e', 'o', 'i']) {
            latin.pop();
        }
        if std::mem::take(&mut doubled) {
            latin.push_str(if syllable.starts_with("ch") { "t" } else { &syllable[..1] });
        }
        latin.push_str(syllable);
    }
    Some(latin)
}

/// The letters with every long vowel once.
fn short(typed: &str) -> String {
    let mut short = typed.replace('-', "");
    for (long, vowel) in [("ou", "o"), ("oo", "o"), ("uu", "u")] {
        short = short.replace(long, vowel);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_hepburn() {
        for (native, printed) in [
            ("あべ", "abe"),
            ("しんぞう", "shinzo"),
            ("しんぞう", "shinzou"),
            ("おおたに", "otani"),
            ("きょうこ", "kyoko"),
            ("じゅんいちろう", "junichiro"),
            ("はっとり", "hattori"),
            ("トヨタ", "toyota"),
            ("スズキ", "suzuki"),
            ("フィリップ", "firippu"),
            ("ヴィクター", "vikuta"),
            ("キャノン", "kyanon"),
        ] {
            let spellings = romanise(native, native, Reading::Person).unwrap().remove(0).spellings;
            assert!(spellings.contains(&printed.to_owned()), "{native}: {spellings:?}");
        }
    }

    #[test]
    fn kana_with_characters_are_read_where_these_are_known() {
        assert_eq!(romanise("くみ子", "くみ子", Reading::Person).unwrap()[0].spellings[0], "kumiko");
        assert_eq!(romanise("くみ鷲", "くみ鷲", Reading::Person), None);
    }
}
