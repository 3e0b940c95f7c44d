//! Thai letters, as they are compared, → a Latin word.
//!
//! Method: the Royal Thai General System of Transcription (1999), each letter by its place in the syllable. Thai writes neither where
//! syllables end nor the short vowels a and o between two consonants: of a few consonants in a row two make a syllable with o,
//! and one that a written vowel or a pair of consonants follows has an a. It is the first spelling of a word and not the
//! one that decides: its letters do (`letters`).

use super::compared::{OE, RR, SILENCE, is_cluster, is_consonant};

/// A word in Latin letters.
pub fn transcribed(compared: &str) -> String {
    let mut signs: Vec<char> = Vec::new();
    for sign in compared.chars() {
        match sign {
            SILENCE => drop(signs.pop()),
            sign => signs.push(sign),
        }
    }
    let consonant = |at: usize| signs.get(at).is_some_and(|sign| is_consonant(*sign) && *sign != 'อ');
    let vowel = |at: usize| at < signs.len() && !consonant(at);
    let mut latin = String::new();
    let mut at = 0;
    while at < signs.len() {
        let pair = consonant(at + 1) && vowel(at + 2);
        if consonant(at) && (vowel(at + 1) || pair) {
            latin.push_str(opening(signs[at]));
            if pair && (signs[at] == 'จ' || !is_cluster(signs[at], signs[at + 1])) {
                latin.push('a');
            }
            at += 1;
            continue;
        }
        if vowel(at) {
            // Before a final `รร` is a alone: สุวรรณ.
            let closed = signs[at] == RR && consonant(at + 1) && !vowel(at + 2);
            latin.push_str(if closed { "a" } else { vowel_letters(signs[at]) });
            at += 1;
        } else if consonant(at + 1) {
            latin.push_str(opening(signs[at]));
            // Between two consonants `ว` is ua.
            let ua = signs[at + 1] == 'ว' && consonant(at + 2) && !vowel(at + 3);
            latin.push_str(if ua { "ua" } else { "o" });
            at += 1 + usize::from(ua);
        } else {
            // One that is left over after a syllable is not said (`วัตร`); alone it is a syllable.
            if latin.is_empty() {
                latin.push_str(opening(signs[at]));
                latin.push('o');
            }
            at += 1;
            continue;
        }
        // The syllable has its vowel; a consonant that opens no other one ends it.
        let left_over = consonant(at + 1) && at + 2 == signs.len() && signs[at + 1] == 'ร' && !is_stop(signs[at]);
        if left_over {
            continue;
        }
        if consonant(at)
            && !vowel(at + 1)
            && !(vowel(at + 2) && is_cluster(signs[at], *signs.get(at + 1).unwrap_or(&'ก')))
        {
            let after_i = latin.ends_with('i');
            latin.push_str(if signs[at] == 'ย' && after_i { "" } else { closing(signs[at]) });
            at += 1;
        }
    }
    latin
}

/// Whether `ร` behind a consonant at the end of a word is not said: วัตร, จักร.
fn is_stop(c: char) -> bool {
    matches!(c, 'ก' | 'ต' | 'ท' | 'ช')
}

fn vowel_letters(c: char) -> &'static str {
    match c {
        'ะ' | 'ั' | 'า' => "a",
        'ำ' => "am",
        'ิ' | 'ี' => "i",
        'ึ' | 'ื' => "ue",
        'ุ' | 'ู' => "u",
        'เ' => "e",
        'แ' => "ae",
        'โ' | 'อ' => "o",
        'ไ' => "ai",
        'ฤ' => "ri",
        OE => "oe",
        RR => "an",
        '0'..='9' | 'a'..='z' => plain(c),
        _ => "",
    }
}

/// The text of one plain character.
fn plain(c: char) -> &'static str {
    const PLAIN: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
    PLAIN.find(c).map_or("", |at| &PLAIN[at..=at])
}

fn opening(c: char) -> &'static str {
    match c {
        'ก' => "k",
        'ข' | 'ฃ' | 'ค' | 'ฅ' | 'ฆ' => "kh",
        'ง' => "ng",
        'จ' | 'ฉ' | 'ช' | 'ฌ' => "ch",
        'ซ' | 'ศ' | 'ษ' | 'ส' => "s",
        'ญ' | 'ย' => "y",
        'ด' | 'ฎ' => "d",
        'ต' | 'ฏ' => "t",
        'ถ' | 'ฐ' | 'ท' | 'ธ' | 'ฑ' | 'ฒ' => "th",
        'น' | 'ณ' => "n",
        'บ' => "b",
        'ป' => "p",
        'ผ' | 'พ' | 'ภ' => "ph",
        'ฝ' | 'ฟ' => "f",
        'ม' => "m",
        'ร' => "r",
        'ล' | 'ฬ' => "l",
        'ว' => "w",
        'ห' | 'ฮ' => "h",
        _ => "",
    }
}

fn closing(c: char) -> &'static str {
    match opening(c) {
        "k" | "kh" => "k",
        "ch" | "s" | "d" | "t" | "th" => "t",
        "b" | "p" | "ph" | "f" => "p",
        "n" | "r" | "l" => "n",
        "y" if c == 'ญ' => "n",
        "y" => "i",
        "w" => "o",
        "h" => "",
        same => same,
    }
}

#[cfg(test)]
mod tests {
    use super::super::compared;
    use super::*;

    #[test]
    fn words_as_the_system_writes_them() {
        for (word, printed) in [
            ("สมชาย", "somchai"),
            ("ทักษิณ", "thaksin"),
            ("กรุงเทพ", "krungthep"),
            ("เชียงใหม่", "chiangmai"),
            ("ภูเก็ต", "phuket"),
            ("ชวน", "chuan"),
            ("ธนาธร", "thanathon"),
            ("จันทร์โอชา", "chanocha"),
            ("เจริญ", "charoen"),
            ("ประวิตร", "prawit"),
            ("สุวรรณ", "suwan"),
            ("เรือง", "rueang"),
            ("ถนอม", "thanom"),
        ] {
            let letters =
                compared::letters(&compared::toneless(&crate::normalise::words(word).remove(0).text)).unwrap();
            assert_eq!(transcribed(&letters), printed, "{word} {letters}");
        }
    }
}
