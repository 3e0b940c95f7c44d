//! Each Arabic letter with the Latin letters that people write for it.
//!
//! Sources: the BGN/PCGN romanisations of Arabic, Persian, Urdu, Pashto, Kurdish and Uyghur; French and German writing of
//! Arabic names (`Djamel`, `Chérif`, `Dschaafar`); spellings of listed parties.

use crate::transliterate::{Consonant, digit};

/// A consonant that must be heard.
const HEARD: u32 = 10;
/// A letter that may be a vowel, or fall silent.
const WEAK: u32 = 5;
/// An `h`, which Latin spellings drop.
const BREATH: u32 = 3;

/// What a letter may be; nothing for one that is not known.
pub fn letter(c: char) -> Option<Consonant> {
    let (usual, rarer, silent): (&[&str], &[&str], u32) = match c {
        'ا' | 'آ' | 'أ' | 'إ' => (&["a"], &["e", "o", "i", "u"], WEAK),
        'ء' | 'ع' => (&["a", "i", "u", "o", "e"], &[], 0),
        'ب' => (&["b"], &["p"], HEARD),
        'پ' => (&["p"], &["b"], HEARD),
        'ت' | 'ط' | 'ټ' | 'ٹ' => (&["t"], &["th", "d"], HEARD),
        'ث' => (&["th", "s", "t"], &[], HEARD),
        'ج' => (&["j", "g", "dj"], &["dzh", "dsch", "zh", "c"], HEARD),
        'چ' => (&["ch", "tch", "tsch", "c"], &["sh", "j"], HEARD),
        'ح' => (&["h"], &["kh"], HEARD),
        'ه' | 'ۀ' | 'ہ' | 'ھ' => (&["h"], &[], BREATH),
        'ە' | 'ۂ' => (&["e", "a", "eh", "ah"], &["i"], BREATH),
        'ة' | 'ۃ' => (&["a", "h", "t"], &[], BREATH),
        'خ' => (&["kh", "h", "x"], &["ch", "k"], HEARD),
        'د' | 'ډ' | 'ڈ' => (&["d"], &["t", "dh"], HEARD),
        'ذ' => (&["dh", "z", "d", "th"], &[], HEARD),
        'ر' | 'ړ' | 'ڕ' => (&["r"], &["rh"], HEARD),
        'ڑ' => (&["r"], &["d", "rh"], HEARD),
        'ز' => (&["z"], &["s"], HEARD),
        'ژ' => (&["zh", "j"], &["z"], HEARD),
        'ږ' => (&["zh", "g"], &["gh", "j"], HEARD),
        'س' => (&["s"], &["c", "z"], HEARD),
        'ش' => (&["sh", "ch", "s"], &["sch", "sj"], HEARD),
        'ښ' => (&["sh", "kh"], &["x", "s"], HEARD),
        'ص' => (&["s"], &["c", "z"], HEARD),
        'ض' => (&["d", "dh", "z"], &["dz"], HEARD),
        'ظ' => (&["z", "dh", "d"], &["th", "zh"], HEARD),
        'غ' => (&["gh", "g"], &["q", "kh"], HEARD),
        'ف' => (&["f"], &["ph", "v"], HEARD),
        'ڤ' => (&["v", "f"], &["w"], HEARD),
        'ق' => (&["q", "k", "g", "gh"], &["c", "kh"], HEARD),
        'ك' | 'ک' => (&["k"], &["c", "q", "ck", "g", "ch", "kh"], HEARD),
        'گ' | 'ګ' => (&["g"], &["gu", "k"], HEARD),
        'ڭ' => (&["ng"], &["n", "g"], HEARD),
        'ل' | 'ڵ' => (&["l"], &[], HEARD),
        'م' => (&["m"], &[], HEARD),
        'ن' | 'ڼ' => (&["n"], &["m"], HEARD),
        'ں' => (&["n"], &[], WEAK),
        'و' | 'ۇ' | 'ۆ' | 'ۈ' | 'ۋ' | 'ؤ' => {
            (&["w", "v", "u", "o", "ou", "oo", "ow", "aw", "au"], &["f", "uw", "uo", "ue", "eu"], WEAK)
        }
        'ي' | 'ی' | 'ى' | 'ئ' => {
            (&["y", "i", "ee", "ei", "ey", "ai", "ay", "ie", "iy"], &["e", "a", "ae", "j"], WEAK)
        }
        'ے' | 'ې' | 'ێ' | 'ۍ' | 'ۓ' => (&["e", "ay", "ai", "ey", "i", "y"], &["ee", "ei"], WEAK),
        'څ' => (&["ts", "s"], &["c"], HEARD),
        'ځ' => (&["dz", "z"], &["j"], HEARD),
        '0'..='9' => (digit(c)?, &[], HEARD),
        _ => return None,
    };
    Some(Consonant { usual, rarer, silent })
}
