//! Burmese letters → Latin spellings.
//!
//! Burmese names are syllables without spaces, each a word of the name in Latin letters: မြင့်ဆွေ is `Myint Swe`. A syllable
//! is an onset (a consonant with its medials) and a rhyme (a vowel, a final consonant, a tone, which is not written). Both
//! are spelled as newspapers do, after the Burmese Language Commission's conventional transcription without tones; where
//! people write otherwise (`Tun`, `Htun`) the rows give both.

use super::Romanised;
use super::known;
use crate::name::Reading;

/// Syllables that are not spelled by rule. Written from knowledge of the names.
const USUAL: &[(&str, &str)] = &[
    ("ဦး", "u oo"),
    ("ဥ", "u"),
    ("ဩ", "aw"),
    ("ဪ", "aw"),
    ("ဣ", "i"),
    ("ဧ", "ay e"),
    ("အောင်", "aung"),
    ("ကြည်", "kyi"),
    ("ကြီး", "gyi kyi"),
    ("စု", "su"),
    ("ဂျာ", "ja gyar"),
    ("တိုး", "toe"),
    ("ဘို", "bo"),
    ("ဗိုလ်", "bo"),
    ("မာ", "mar ma"),
    ("ယဉ်", "yin"),
    ("ရှင်", "shin"),
    ("လေး", "lay"),
    ("သီ", "thi thee"),
    ("သူ", "thu"),
];

/// Onsets: a consonant or one with its medials, the longest first.
const ONSETS: &[(&str, &str)] = &[
    ("လျှ", "sh"),
    ("မြွ", "myw"),
    ("ကျွ", "kyw"),
    ("ကြွ", "kyw"),
    ("ချွ", "chw"),
    ("ခြွ", "chw"),
    ("မြှ", "hmy"),
    ("မျှ", "hmy"),
    ("လှျ", "sh"),
    ("ရွှ", "shw"),
    ("လွှ", "hlw"),
    ("နွှ", "hnw"),
    ("ရှွ", "shw"),
    ("သျှ", "sh"),
    ("သျ", "sh"),
    ("မြ", "my"),
    ("မျ", "my"),
    ("ပြ", "py"),
    ("ပျ", "py"),
    ("ဖြ", "phy"),
    ("ဖျ", "phy"),
    ("ဗြ", "by"),
    ("ဗျ", "by"),
    ("ဘြ", "by"),
    ("ဘျ", "by"),
    ("လျ", "ly"),
    ("ကျ", "ky"),
    ("ကြ", "ky"),
    ("ချ", "ch"),
    ("ခြ", "ch"),
    ("ဂျ", "gy"),
    ("ဂြ", "gy"),
    ("ငြ", "ny"),
    ("ညှ", "hny"),
    ("ငှ", "hng"),
    ("နှ", "hn"),
    ("မှ", "hm"),
    ("ရှ", "sh"),
    ("လှ", "hl"),
    ("ဝှ", "hw"),
    ("ယှ", "sh"),
    ("က", "k"),
    ("ခ", "kh"),
    ("ဂ", "g"),
    ("ဃ", "g"),
    ("င", "ng"),
    ("စ", "s"),
    ("ဆ", "s"),
    ("ဇ", "z"),
    ("ဈ", "z"),
    ("ဉ", "ny"),
    ("ည", "ny"),
    ("ဋ", "t"),
    ("ဌ", "ht"),
    ("ဍ", "d"),
    ("ဎ", "d"),
    ("ဏ", "n"),
    ("တ", "t"),
    ("ထ", "ht"),
    ("ဒ", "d"),
    ("ဓ", "d"),
    ("န", "n"),
    ("ပ", "p"),
    ("ဖ", "ph"),
    ("ဗ", "b"),
    ("ဘ", "b"),
    ("မ", "m"),
    ("ယ", "y"),
    ("ရ", "y"),
    ("လ", "l"),
    ("ဝ", "w"),
    ("သ", "th"),
    ("ဿ", "th"),
    ("ဟ", "h"),
    ("ဠ", "l"),
    ("အ", ""),
];

/// Rhymes without their tones, the longest first: a vowel, or a vowel with a final consonant.
const RHYMES: &[(&str, &str)] = &[
    ("ောက်", "auk"),
    ("ောင်", "aung"),
    ("ိုက်", "aik ike"),
    ("ိုင်", "aing"),
    ("ိုယ်", "o"),
    ("ိုလ်", "o ol"),
    ("ွန်", "un unt"),
    ("ွမ်", "un"),
    ("ွတ်", "ut"),
    ("ွပ်", "ut"),
    ("ုန်", "on one"),
    ("ုမ်", "on"),
    ("ုံ", "on one"),
    ("ုတ်", "ok"),
    ("ုပ်", "ok"),
    ("ုဏ်", "on"),
    ("ိန်", "ein"),
    ("ိမ်", "ein"),
    ("ိတ်", "eik"),
    ("ိပ်", "eik"),
    ("ိဋ်", "eik"),
    ("ိံ", "ein"),
    ("ေတ်", "et"),
    ("ာဏ်", "an"),
    ("ာတ်", "at"),
    ("ာဉ်", "in"),
    ("က်", "et"),
    ("င်", "in int"),
    ("စ်", "it"),
    ("ဉ်", "in"),
    ("ည်", "i yi ay"),
    ("တ်", "at"),
    ("ဒ်", "at"),
    ("ပ်", "at"),
    ("န်", "an ant"),
    ("ဏ်", "an"),
    ("မ်", "an"),
    ("ယ်", "e ei ay"),
    ("လ်", "al"),
    ("သ်", "at"),
    ("ရ်", "ar"),
    ("ံ", "an"),
    ("ော်", "aw"),
    ("ော", "aw"),
    ("ို", "o oe"),
    ("ိ", "i"),
    ("ီ", "i ee"),
    ("ု", "u"),
    ("ူ", "u oo"),
    ("ေ", "ay e aye"),
    ("ဲ", "e eh"),
    ("ာ", "a ar"),
    ("", "a"),
];

/// Spellings of whole syllables that differ from the rule only by an aspirate or a vowel: the rule's, and people's.
const ASPIRATES: [(&str, &str); 2] = [("ht", "t"), ("ph", "p")];

/// Tones and what else is not spelled: the dot below, visarga.
const TONES: [char; 2] = ['\u{1037}', '\u{1038}'];
const KILLER: char = '\u{103a}';
const STACKED: char = '\u{1039}';

/// Reads a word, each syllable a word of its own; nothing for letters that are not known here.
pub fn romanise(_raw: &str, native: &str, _reading: Reading) -> Option<Vec<Romanised>> {
    // The long vowel has two shapes; a stacked consonant closes the syllable before it like one with a killer.
    let text: String = native
        .chars()
        .map(|c| match c {
            '\u{102b}' => '\u{102c}',
            STACKED => KILLER,
            other => other,
        })
        .collect();
    let text: String = toneless(&text);
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (length, spellings) = syllable(rest)?;
        parts.push(known::part(&rest[..length], spellings));
        rest = &rest[length..];
    }
    Some(parts)
}

/// The text without tones, of which the order with the killer varies, and with digits in ASCII.
fn toneless(text: &str) -> String {
    text.chars()
        .filter(|c| !TONES.contains(c))
        .map(|c| match c {
            '\u{1040}'..='\u{1049}' => char::from(b'0' + (c as u32 - 0x1040) as u8),
            other => other,
        })
        .collect()
}

/// The first syllable of a text: its length in bytes and its spellings.
fn syllable(text: &str) -> Option<(usize, Vec<String>)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    if digits > 0 {
        return Some((digits, vec![text[..digits].to_owned()]));
    }
    let usual = USUAL.iter().find_map(|(syllable, spellings)| {
        let syllable = toneless(syllable);
        let rest = text.strip_prefix(syllable.as_str())?;
        starts_syllable(rest).then(|| (syllable.len(), spellings.split(' ').map(str::to_owned).collect()))
    });
    if usual.is_some() {
        return usual;
    }
    let mut best: Option<(usize, &str, &str)> = None;
    for (onset, latin) in ONSETS {
        let Some(after) = text.strip_prefix(onset) else { continue };
        // A medial `w` may stand between the onset and a vowel.
        for (medial, w) in [("", ""), ("\u{103d}", "w")] {
            let Some(after) = after.strip_prefix(medial) else { continue };
            for (rhyme, vowel) in RHYMES {
                let length = onset.len() + medial.len() + rhyme.len();
                let fits = after.starts_with(rhyme) && starts_syllable(&text[length..]);
                if fits && best.is_none_or(|(longest, ..)| length > longest) {
                    best = Some((length, latin, vowel));
                    if !w.is_empty() {
                        return Some((length, spell(&format!("{latin}w"), vowel)));
                    }
                }
            }
        }
    }
    let (length, onset, rhyme) = best?;
    Some((length, spell(onset, rhyme)))
}

/// Whether a syllable may begin here: at a consonant that is not the final of the one before, or at the end.
fn starts_syllable(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        None => true,
        Some(c) if c.is_ascii_alphanumeric() => true,
        Some('\u{1000}'..='\u{102a}' | '\u{103f}') => letters.next() != Some(KILLER),
        Some(_) => false,
    }
}

fn spell(onset: &str, rhymes: &str) -> Vec<String> {
    let mut spellings = Vec::new();
    for rhyme in rhymes.split(' ') {
        known::push(&mut spellings, format!("{onset}{rhyme}"));
    }
    for (aspirate, plain) in ASPIRATES {
        if let Some(rest) = onset.strip_prefix(aspirate) {
            for rhyme in rhymes.split(' ') {
                known::push(&mut spellings, format!("{plain}{rest}{rhyme}"));
            }
        }
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_as_newspapers_write_them() {
        for (native, printed) in [
            ("မင်းအောင်လှိုင်", "min aung hlaing"),
            ("မြင့်ဆွေ", "myint swe"),
            ("အောင်ဆန်းစုကြည်", "aung san su kyi"),
            ("ဦးသန့်", "u than"),
            ("နေဝင်း", "nay win"),
            ("သိန်းစိန်", "thein sein"),
            ("သန်းရွှေ", "than shwe"),
            ("ဒေါ်", "daw"),
            ("ကျော်ထွန်း", "kyaw tun"),
            ("မောင်မောင်အေး", "maung maung aye"),
            ("ဝင်းမြင့်", "win myint"),
            ("ထင်ကျော်", "htin kyaw"),
            ("ဇော်မင်းထွန်း", "zaw min htun"),
        ] {
            let parts = romanise(native, native, Reading::Person).unwrap_or_else(|| panic!("{native}"));
            let printed: Vec<&str> = printed.split(' ').collect();
            assert_eq!(parts.len(), printed.len(), "{native}: {parts:?}");
            for (part, printed) in parts.iter().zip(printed) {
                let near = part.spellings.iter().any(|s| crate::sound::fold(s) == crate::sound::fold(printed));
                assert!(near, "{native}: {printed} {:?}", part.spellings);
            }
        }
    }

    #[test]
    fn a_sign_without_its_letter_is_not_read() {
        assert_eq!(romanise("ာ", "ာ", Reading::Person), None);
    }
}
