//! Arabic letters → Latin spellings, as Arabic, Persian, Urdu, Pashto, Kurdish and Uyghur use them.
//!
//! Short vowels are not written, so that no rule can spell a word out: `محمد` is m, h, m, d. A name that people know how to
//! spell has its usual spelling (`names`); every word has its letters, which `score` holds against the letters of a
//! Latin word. The article comes off its word, and `عبد` off the word that it stands before.

mod letters;
mod names;

pub use letters::letter;

use super::Romanised;
use crate::name::Reading;

/// Letters that must be left of a word when its article is taken off: `الي` is no article and a letter.
const SHORTEST_REST: usize = 3;
/// Two are enough if one of them is foreign to the names that only begin like an article (`الكس`, Alex), and none is a vowel: `الحق`.
const ARABIC_ONLY: &[char] = &['ث', 'ح', 'خ', 'ذ', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ق'];
const LONG_VOWELS: &[char] = &['ا', 'و', 'ي', 'ى', 'ی'];

/// Words that begin like an article and have none.
const WITHOUT_ARTICLE: &[&str] =
    &["الله", "الياس", "الهام", "الكساندر", "الكسندر", "الماس", "البرت", "الهه", "الينا", "الناز", "الميرا", "الهيار"];

/// Reads a word; nothing for letters that are not known here, or for marks without a letter.
pub fn romanise(raw: &str, native: &str, reading: Reading) -> Option<Vec<Romanised>> {
    let native: String = native.chars().filter(|c| c.is_alphanumeric()).collect();
    if native.is_empty() {
        return None;
    }
    if let Some(rest) =
        native.strip_prefix("عبد").filter(|rest| rest.starts_with("ال") && names::usual(&native, reading).is_none())
    {
        let mut parts = vec![part("عبد", "عبد", reading)?];
        parts.extend(romanise(rest, rest, reading)?);
        return Some(parts);
    }
    let article = native
        .strip_prefix("ال")
        .filter(|rest| may_follow_article(rest) && !WITHOUT_ARTICLE.contains(&native.as_str()));
    match article {
        Some(rest) => Some(vec![part("ال", "ال", reading)?, part(raw, rest, reading)?]),
        None => Some(vec![part(raw, &native, reading)?]),
    }
}

/// Whether what stands behind the letters of an article may be a word.
fn may_follow_article(rest: &str) -> bool {
    let short =
        || rest.chars().count() == SHORTEST_REST - 1 && rest.contains(ARABIC_ONLY) && !rest.contains(LONG_VOWELS);
    rest.chars().count() >= SHORTEST_REST || short()
}

/// One word without an article.
fn part(raw: &str, native: &str, reading: Reading) -> Option<Romanised> {
    let usual = names::usual(native, reading);
    let skeleton: String =
        native.chars().map(|c| letter(c).map(|letter| letter.usual[0])).collect::<Option<Vec<_>>>()?.concat();
    let mut spellings: Vec<String> = usual.into_iter().flat_map(|usual| usual.split(' ')).map(str::to_owned).collect();
    spellings.push(skeleton);
    Some(Romanised { raw: raw.to_owned(), native: native.to_owned(), spellings, vowelless: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(word: &str) -> Vec<String> {
        let written = crate::normalise::words(word).remove(0);
        let parts = romanise(&written.raw, &written.text, Reading::Person).unwrap();
        parts.into_iter().map(|mut part| part.spellings.remove(0)).collect()
    }

    #[test]
    fn known_names_have_their_usual_spelling_and_others_their_letters() {
        assert_eq!(spelled("محمد"), ["muhammad"]);
        assert_eq!(spelled("مُحَمَّد"), ["muhammad"], "with its vowel signs");
        assert_eq!(spelled("علی"), ["ali"], "a Persian letter");
        assert_eq!(spelled("علي"), ["ali"]);
        assert_eq!(spelled("أحمد"), ["ahmad"]);
        assert_eq!(spelled("جنتي"), ["jnty"]);
    }

    #[test]
    fn the_article_comes_off() {
        assert_eq!(spelled("الظواهري"), ["al", "zwahry"]);
        assert_eq!(spelled("عبدالرحمن"), ["abd", "al", "rahman"]);
        assert_eq!(spelled("عبدالله"), ["abdullah"]);
        assert_eq!(spelled("الياس"), ["ilyas"]);
        assert_eq!(spelled("الله"), ["allah"]);
        assert_eq!(spelled("الحق").len(), 2, "a short word with a letter that foreign names lack");
        assert_eq!(spelled("الكس").len(), 1, "Alex");
        assert_eq!(spelled("الطا").len(), 1, "Alta");
    }

    #[test]
    fn no_letter_of_the_languages_goes_unread() {
        for alphabet in [
            "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
            "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ",
            "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئۓۂۃ",
            "اآبپتټثجځچڅحخدډذرړزژږسښشصضطظعغفقکګلمنڼوهیېۍئ",
            "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ",
            "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي",
            "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
        ] {
            for letter in alphabet.chars() {
                assert!(!spelled(&format!("ب{letter}ب")).is_empty(), "{letter}");
            }
        }
    }
}
