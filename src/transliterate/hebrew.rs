//! Hebrew letters → Latin spellings.
//!
//! As in Arabic, vowels are not written but for hints, so a word has its letters and a well-known name its usual spelling.
//! Source of the values: the rules of the Academy of the Hebrew Language of 2006, and the spellings of newspapers.

use super::{Consonant, Romanised, digit};
use crate::name::Reading;

/// Reads a word; nothing for letters that are not known here.
pub fn romanise(raw: &str, native: &str, _reading: Reading) -> Option<Vec<Romanised>> {
    let native: String = native.chars().filter(|c| c.is_alphanumeric()).map(medial).collect();
    let letters = native.chars().map(letter).collect::<Option<Vec<_>>>()?;
    let skeleton = letters.iter().map(|letter| letter.usual[0]).collect::<String>();
    let usual = NAMES.iter().find(|(word, _)| *word == native).map(|(_, usual)| *usual);
    let spellings: Vec<String> =
        usual.into_iter().flat_map(|usual| usual.split(' ')).map(str::to_owned).chain([skeleton]).collect();
    (!native.is_empty()).then(|| vec![Romanised { raw: raw.to_owned(), native, spellings, vowelless: true }])
}

/// Five letters have a form of their own at the end of a word.
pub fn medial(c: char) -> char {
    match c {
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        _ => c,
    }
}

/// What a letter may be; nothing for one that is not known.
pub fn letter(c: char) -> Option<Consonant> {
    let (usual, rarer, silent): (&[&str], &[&str], u32) = match medial(c) {
        'א' | 'ע' => (&["a", "e", "i", "o", "u"], &[], 0),
        'ב' => (&["b", "v"], &["w"], 10),
        'ג' => (&["g", "j"], &["dj", "zh"], 10),
        'ד' => (&["d"], &[], 10),
        'ה' => (&["h", "a"], &[], 5),
        'ו' => (&["v", "w", "o", "u", "oo", "ou"], &["au", "aw"], 5),
        'ז' => (&["z"], &["s", "j", "zh"], 10),
        'ח' => (&["h", "ch", "kh"], &["j"], 8),
        'ט' => (&["t"], &["th"], 10),
        'י' => (&["y", "i", "ee", "ai", "ay", "ei", "ey"], &["j", "e", "ie"], 5),
        'כ' => (&["k", "kh", "ch", "c"], &["h"], 10),
        'ל' => (&["l"], &[], 10),
        'מ' => (&["m"], &[], 10),
        'נ' => (&["n"], &[], 10),
        'ס' => (&["s"], &["z", "c"], 10),
        'פ' => (&["p", "f", "ph"], &[], 10),
        'צ' => (&["ts", "tz", "z"], &["s", "c", "ch", "tch"], 10),
        'ק' => (&["k", "q", "c"], &["ck"], 10),
        'ר' => (&["r"], &[], 10),
        'ש' => (&["sh", "s"], &["sch", "ch"], 10),
        'ת' => (&["t", "th"], &["s"], 10),
        '\u{5f0}' => (&["v", "w"], &[], 10),
        '\u{5f1}' => (&["oy", "oi", "vi"], &[], 10),
        '\u{5f2}' => (&["ay", "ey", "ei", "ai"], &[], 5),
        '0'..='9' => (digit(c)?, &[], 10),
        _ => return None,
    };
    let ending: &[&str] = if c == 'ה' { &["e", "ah", "eh", ""] } else { &[] };
    Some(Consonant { usual, rarer, ending, silent })
}

/// Common words of names with their usual spelling, final letters in their medial form.
const NAMES: &[(&str, &str)] = &[
    ("בנ", "ben"),
    ("בר", "bar"),
    ("בת", "bat"),
    ("משה", "moshe"),
    ("יוספ", "yosef"),
    ("יצחק", "yitzhak"),
    ("יעקב", "yaakov"),
    ("אברהמ", "avraham"),
    ("שרה", "sarah"),
    ("רחל", "rachel"),
    ("לאה", "leah"),
    ("דוד", "david"),
    ("שלמה", "shlomo"),
    ("דניאל", "daniel"),
    ("מיכאל", "michael"),
    ("שמואל", "shmuel"),
    ("חיימ", "chaim"),
    ("יהודה", "yehuda"),
    ("אלי", "eli"),
    ("כהנ", "cohen"),
    ("לוי", "levi"),
    ("מזרחי", "mizrahi"),
    ("פרצ", "peretz"),
    ("ביטונ", "biton"),
    ("נתניהו", "netanyahu"),
    ("בנימינ", "binyamin benjamin"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(word: &str) -> Vec<String> {
        let written = crate::normalise::words(word).remove(0);
        romanise(&written.raw, &written.text, Reading::Person).unwrap().remove(0).spellings
    }

    #[test]
    fn known_names_have_their_usual_spelling_and_others_their_letters() {
        assert_eq!(spelled("משה")[0], "moshe");
        assert_eq!(spelled("כהן")[0], "cohen");
        assert_eq!(spelled("בנימין"), ["binyamin", "benjamin", "bnymyn"]);
        assert_eq!(spelled("פרס"), ["prs"]);
        assert_eq!(spelled("מֹשֶׁה")[0], "moshe", "with its vowel signs");
    }

    #[test]
    fn no_letter_goes_unread() {
        for letter in "אבגדהוזחטיכךלמםנןסעפףצץקרשתװױײ".chars() {
            assert!(!spelled(&format!("ב{letter}ב")).is_empty(), "{letter}");
        }
        assert_eq!(spelled("ג׳ורג׳"), ["gvrg"], "the sign of a foreign sound is no letter");
    }
}
