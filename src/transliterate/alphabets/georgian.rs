//! Georgian letters → Latin spellings: the national system of 2002 without its apostrophes.

use super::plain;

/// The spellings of a word, the most usual first; nothing for a letter that is not known.
pub fn spellings(letters: &[char]) -> Option<Vec<String>> {
    let spelling: Option<String> =
        letters.iter().map(|c| letter(*c).map(str::to_owned).or_else(|| plain(*c))).collect();
    Some(vec![spelling?])
}

fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ა' => "a",
        'ბ' => "b",
        'გ' => "g",
        'დ' => "d",
        'ე' | 'ჱ' => "e",
        'ვ' => "v",
        'ზ' => "z",
        'თ' | 'ტ' => "t",
        'ი' => "i",
        'კ' | 'ქ' => "k",
        'ლ' => "l",
        'მ' => "m",
        'ნ' => "n",
        'ო' | 'ჵ' => "o",
        'პ' | 'ფ' => "p",
        'ჟ' => "zh",
        'რ' => "r",
        'ს' => "s",
        'უ' => "u",
        'ღ' => "gh",
        'ყ' | 'ჴ' => "q",
        'შ' => "sh",
        'ჩ' | 'ჭ' => "ch",
        'ც' | 'წ' => "ts",
        'ძ' => "dz",
        'ხ' => "kh",
        'ჯ' => "j",
        'ჰ' => "h",
        'ჲ' => "y",
        'ჳ' => "w",
        'ჶ' => "f",
        _ => return None,
    })
}
