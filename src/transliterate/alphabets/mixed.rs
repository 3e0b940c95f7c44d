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
///
/// A Latin letter or two in a Cyrillic word (`Iгор` where the keyboard has no `І`) are what they look like in Cyrillic.
pub fn spellings(native: &str) -> Option<Vec<String>> {
    let latin = native.chars().filter(char::is_ascii_lowercase).count();
    if latin * 2 < native.chars().count()
        && let Some(letters) = native.chars().map(cyrillic_look).collect::<Option<Vec<char>>>()
    {
        return cyrillic::spellings(&letters);
    }
    let spell = |letter: &dyn Fn(char) -> Option<String>| -> Option<String> { native.chars().map(letter).collect() };
    let by_sound = |c: char| plain(c).or_else(|| sound(c));
    Some(vec![spell(&|c| look(c).map(String::from).or_else(|| by_sound(c)))?, spell(&by_sound)?])
}

/// The Cyrillic letter that a Latin letter looks like; one that is Cyrillic already.
pub fn cyrillic_look(c: char) -> Option<char> {
    const LOOKS: &str = "асеорікмтухѕј";
    if c.is_ascii_digit() || cyrillic::letter(c).is_some() {
        return Some(c);
    }
    match c {
        // Large B and H look like the Cyrillic letters for v and n.
        'b' => Some('в'),
        'h' => Some('н'),
        _ => LOOKS.chars().find(|other| look(*other) == Some(c)),
    }
}

/// What a letter of another script sounds like.
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
