//! Armenian letters → Latin spellings: as Eastern Armenian is said (BGN/PCGN 1981), and as Western Armenian is.

use super::plain;

/// The spellings of a word, the most usual first; nothing for a letter that is not known.
pub fn spellings(letters: &[char]) -> Option<Vec<String>> {
    [false, true].into_iter().map(|western| spelled(letters, western)).collect()
}

fn spelled(letters: &[char], western: bool) -> Option<String> {
    let mut spelling = String::with_capacity(letters.len() * 2);
    let mut at = 0;
    while at < letters.len() {
        let (taken, latin) = match &letters[at..] {
            ['ո', 'ւ', ..] => (2, "u".to_owned()),
            ['ո', 'վ', ..] if at == 0 => (2, "ov".to_owned()),
            ['ո', ..] if at == 0 => (1, "vo".to_owned()),
            ['ե', ..] if at == 0 => (1, "ye".to_owned()),
            [c, ..] => (1, letter(*c, western).map(str::to_owned).or_else(|| plain(*c))?),
            [] => break,
        };
        spelling.push_str(&latin);
        at += taken;
    }
    Some(spelling)
}

fn letter(c: char, western: bool) -> Option<&'static str> {
    // Western Armenian says b for p and p for b, and so on.
    let (eastern, said_west) = match c {
        'ա' => ("a", "a"),
        'բ' => ("b", "p"),
        'գ' => ("g", "k"),
        'դ' => ("d", "t"),
        'ե' | 'է' => ("e", "e"),
        'զ' => ("z", "z"),
        'ը' => ("y", "e"),
        'թ' => ("t", "t"),
        'ժ' => ("zh", "zh"),
        'ի' => ("i", "i"),
        'լ' => ("l", "l"),
        'խ' => ("kh", "kh"),
        'ծ' => ("ts", "dz"),
        'կ' => ("k", "g"),
        'հ' => ("h", "h"),
        'ձ' => ("dz", "ts"),
        'ղ' => ("gh", "gh"),
        'ճ' => ("ch", "j"),
        'մ' => ("m", "m"),
        'յ' => ("y", "y"),
        'ն' => ("n", "n"),
        'շ' => ("sh", "sh"),
        'ո' | 'օ' => ("o", "o"),
        'չ' => ("ch", "ch"),
        'պ' => ("p", "b"),
        'ջ' => ("j", "ch"),
        'ռ' | 'ր' => ("r", "r"),
        'ս' => ("s", "s"),
        'վ' | 'ւ' => ("v", "v"),
        'տ' => ("t", "d"),
        'ց' => ("ts", "ts"),
        'փ' => ("p", "p"),
        'ք' => ("k", "k"),
        'և' => ("ev", "ev"),
        'ֆ' => ("f", "f"),
        _ => return None,
    };
    Some(if western { said_west } else { eastern })
}
