//! A word of Latin letters among which some of another script were put: a slip of the keyboard, or a disguise.
//!
//! `Pуtin` with a Cyrillic `у` was typed for its looks, `Kаlаshnикоv` half-typed in one layout by sound. Nobody can tell which,
//! so the word has one spelling by looks and one by sound.

use super::{cyrillic, greek, plain};
use unicode_script::{Script, UnicodeScript};

/// Whether a word has letters of Latin and of another script.
pub fn is_mixed(letters: &[char]) -> bool {
    let latin = |c: &char| c.script() == Script::Latin;
    letters.iter().any(latin) && letters.iter().any(|c| !latin(c) && !c.is_ascii_digit())
}

/// A normalised word by looks and by sound; nothing for a letter that is not known.
pub fn spellings(native: &str) -> Option<Vec<String>> {
    let spell = |letter: &dyn Fn(char) -> Option<String>| -> Option<String> { native.chars().map(letter).collect() };
    let by_sound = |c: char| plain(c).or_else(|| sound(c));
    Some(vec![spell(&|c| look(c).map(String::from).or_else(|| by_sound(c)))?, spell(&by_sound)?])
}

fn sound(c: char) -> Option<String> {
    match c.script() {
        Script::Cyrillic => cyrillic::letter(c).map(str::to_owned),
        Script::Greek => greek::spellings(&[c])?.into_iter().next(),
        Script::Latin => None,
        _ => None,
    }
}

/// The Latin letter that a letter looks like, large or small.
/// Source: Unicode's confusables (UTS #39), the pairs of letters that are in common use.
fn look(c: char) -> Option<char> {
    Some(match c {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' | 'ё' | 'є' | 'ε' => 'e',
        'һ' | 'н' | 'η' => 'h',
        'і' | 'ї' | 'ι' | 'ӏ' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'ԝ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'ү' | 'υ' => 'y',
        'ζ' => 'z',
        _ => return None,
    })
}
