//! Text → words that compare alike when they are written differently: case, marks, apostrophes, width, punctuation.
//!
//! Method: Unicode NFKC first (full-width letters, ligatures), then words are cut at everything that is neither a letter, a
//! digit nor a mark; apostrophes and invisible characters are dropped and cut nothing (`Yo'ng-kil` → `yong` `kil`); `&`
//! is the word `and`. Each word is then decomposed (NFKD), stripped of its diacritics, composed, lower-cased, and letters that no
//! decomposition touches (`ł`, `ø`, `ß` …) are spelled with ASCII letters. Marks of other scripts stay inside their words: a
//! vowel sign is part of a Devanagari or Burmese word, not a border.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word of a text, as it compares and as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The form that is compared: lower case, without marks.
    pub text: String,
    /// The form that was written, after NFKC.
    pub raw: String,
    /// How many commas stand before it: in `FAMILY, Given` the family name has 0.
    pub commas: usize,
}

/// Cuts a text into normalised words, in their order.
pub fn words(text: &str) -> Vec<Written> {
    // Most names are ASCII, which no normalisation form changes; looking each letter up takes longer than all the rest.
    match text.is_ascii() {
        true => cut(text.chars()),
        false => cut(text.nfkc()),
    }
}

fn cut(text: impl Iterator<Item = char>) -> Vec<Written> {
    let mut words = Vec::new();
    let mut raw = String::new();
    let mut commas = 0;
    let mut close = |raw: &mut String, commas: usize| {
        let written = std::mem::take(raw);
        let text = fold(&written);
        if !text.is_empty() {
            words.push(Written { text, raw: written.trim_matches(is_apostrophe).to_owned(), commas });
        }
    };
    for c in text {
        if is_part(c) {
            if !is_invisible(c) {
                raw.push(c);
            }
            continue;
        }
        close(&mut raw, commas);
        match c {
            '&' => {
                raw.push(c);
                close(&mut raw, commas);
            }
            ',' | '،' | '、' => commas += 1,
            _ => {}
        }
    }
    close(&mut raw, commas);
    words
}

/// Whether a character is part of a word and cuts nothing.
pub fn is_part(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_apostrophe(c) || is_invisible(c)
}

/// One word in the form that is compared; empty if nothing of it can be compared.
fn fold(raw: &str) -> String {
    if raw == "&" {
        return "and".into();
    }
    if raw.is_ascii() {
        return raw.chars().filter(|c| !is_apostrophe(*c)).map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut text = String::with_capacity(raw.len());
    // Composed again, so that a Hangul syllable is one letter and not three.
    // The seat that a vowel needs at the head of an Uyghur or Kurdish word is no letter.
    let raw = raw.strip_prefix('ئ').filter(|rest| !rest.is_empty()).unwrap_or(raw);
    let bare = raw.nfkd().filter(|c| !is_diacritic(*c) && !is_apostrophe(*c)).nfc();
    for c in bare.flat_map(char::to_lowercase).map(western_digit) {
        match spelled(c) {
            Some(letters) => text.push_str(letters),
            None if is_diacritic(c) => {} // `İ` lower-cases to `i` and a dot
            None => text.push(c),
        }
    }
    text
}

/// Letters without a decomposition, as they are spelled where the letter is not to be had (ICAO Doc 9303, part 3,
/// section 6, "Recommended transliterations"; for `ß`, `æ`, `œ` and `þ` its two-letter forms).
fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ŋ' => "n",
        'ĸ' => "q",
        'ə' => "a",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        // Arabic letters that keyboards and languages write differently for one letter of a name.
        'ی' | 'ى' => "ي",
        'ک' | 'ڪ' => "ك",
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ۀ' => "ه",
        'ٱ' => "ا",
        _ => return None,
    })
}

/// The digits of Arabic and Persian writing as those of Latin writing.
fn western_digit(c: char) -> char {
    let nought = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return c,
    };
    char::from(b'0' + (c as u32 - nought) as u8)
}

/// Diacritics that a writer may leave out: the combining marks of Latin, Greek and Cyrillic writing, the vowel signs of Arabic
/// and Hebrew, and in Arabic the hamza and the line that stretches a word.
fn is_diacritic(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{621}' | '\u{640}' | '\u{670}' | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{64b}'..='\u{655}')
}

/// Signs that stand for an apostrophe, a glottal stop or a soft sign; writers use and omit them freely.
fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '´'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '′'
            | '‵'
            | 'ʹ'
            | 'ʺ'
            | 'ʻ'
            | 'ʼ'
            | 'ʽ'
            | 'ʾ'
            | 'ʿ'
            | 'ˈ'
            | 'ˊ'
            | 'ˋ'
            | '＇'
            | '׳'
            | '״'
    )
}

/// Whether a character is not seen: joiners, soft hyphens, byte order and direction marks, variation selectors.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn spellings_that_look_alike_compare_alike() {
        assert_eq!(texts("RI, Yo'ng-kil"), ["ri", "yong", "kil"]);
        assert_eq!(texts("Ｒｉ　Yo’ng‐kil"), ["ri", "yong", "kil"], "full-width letters, typographic signs");
        assert_eq!(texts("Éric Müller"), ["eric", "muller"]);
        assert_eq!(texts("E\u{301}ric"), texts("Éric"), "decomposed and composed");
        assert_eq!(texts("Łódź Ørsted Straße"), ["lodz", "orsted", "strasse"]);
        assert_eq!(texts("İSTANBUL Istanbul ıstanbul"), ["istanbul", "istanbul", "istanbul"]);
        assert_eq!(texts("CARTOON & ANIMATION"), ["cartoon", "and", "animation"]);
    }

    #[test]
    fn invisible_characters_cut_nothing() {
        assert_eq!(texts("Er\u{200b}ken\u{202e} Tuni\u{ad}yaz"), ["erken", "tuniyaz"]);
    }

    #[test]
    fn arabic_keyboards_and_habits_compare_alike() {
        assert_eq!(texts("علي أحمد فاطمة موسى"), texts("علی احمد فاطمه موسی"));
        assert_eq!(texts("محـــمد ضياء"), texts("مُحَمَّد ضيا"), "a stretched word, vowel signs, a hamza");
        assert_eq!(texts("كتيبة ٢٠"), texts("کتیبه 20"));
        assert_eq!(texts("ئەركىن"), texts("ەركىن"));
    }

    #[test]
    fn vowel_signs_stay_inside_their_words() {
        assert_eq!(texts("शीला देवी").len(), 2);
        assert_eq!(texts("ဦးမြင့်ဆွေ").len(), 1);
    }

    #[test]
    fn commas_are_counted_and_punctuation_alone_is_no_word() {
        let listed = words("AL-MAMUN, Chowdhury Abdullah");
        assert_eq!(listed.iter().map(|w| w.commas).collect::<Vec<_>>(), [0, 0, 1, 1]);
        assert_eq!(listed[3].raw, "Abdullah");
        assert!(words("  -- ... '' !").is_empty());
    }
}
