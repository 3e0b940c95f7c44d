//! Greek letters → Latin spellings: ELOT 743, and what newspapers and older passports write.

use super::plain;

/// The spellings of a word, the most usual first; nothing for a letter that is not known.
pub fn spellings(letters: &[char]) -> Option<Vec<String>> {
    [Manner::Official, Manner::Letters, Manner::English].into_iter().map(|manner| spelled(letters, manner)).collect()
}

/// The English of a title, which stands before a name as a word of its own and is translated with it. The titles are those of
/// people on the EU's list and their like.
pub fn title(word: &str) -> Option<&'static str> {
    // Capitals have one sigma.
    Some(match word.replace('ς', "σ").as_str() {
        "κυριοσ" => "mr",
        "κυρια" => "mrs",
        "δρ" => "dr",
        "καθηγητησ" | "καθηγητρια" => "professor",
        "στρατηγοσ" | "υποστρατηγοσ" | "αντιστρατηγοσ" => "general",
        "ταξιαρχοσ" => "brigadier",
        "συνταγματαρχησ" | "αντισυνταγματαρχησ" => "colonel",
        "ταγματαρχησ" => "major",
        "λοχαγοσ" => "captain",
        "ναυαρχοσ" | "υποναυαρχοσ" | "αντιναυαρχοσ" => "admiral",
        "υπουργοσ" => "minister",
        "προεδροσ" => "president",
        "αρχιεπισκοποσ" => "archbishop",
        "πατριαρχησ" => "patriarch",
        "σειχησ" | "σεικησ" => "sheikh",
        "ιμαμησ" => "imam",
        _ => return None,
    })
}

/// How a group of writers spells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// ELOT 743, which passports follow: `Papandreou`, `Christos`, `Bakogiannis`.
    Official,
    /// Letter by letter: `Mpakogiannis`, `Hristos`, `Papandreu`.
    Letters,
    /// As it is said: `Yiannis`, `Konstandinos`.
    English,
}

fn spelled(letters: &[char], manner: Manner) -> Option<String> {
    // Marks were taken off; final sigma is sigma.
    let letters: Vec<char> = letters.iter().map(|c| if *c == 'ς' { 'σ' } else { *c }).collect();
    let mut spelling = String::with_capacity(letters.len() * 2);
    let mut at = 0;
    while at < letters.len() {
        let (taken, latin) = match pair(&letters[at..], at == 0, manner) {
            Some(latin) => (2, latin.to_owned()),
            None => (1, one(letters[at], manner).map(str::to_owned).or_else(|| plain(letters[at]))?),
        };
        spelling.push_str(&latin);
        at += taken;
    }
    Some(spelling)
}

/// Two letters that are one sound.
fn pair(rest: &[char], opens: bool, manner: Manner) -> Option<&'static str> {
    let [first, second, ..] = rest else { return None };
    // The second part of αυ and ευ is f before these and at the end, v elsewhere.
    let hard = rest.get(2).is_none_or(|next| "θκξπσςτφχψ".contains(*next));
    Some(match (first, second) {
        ('ο', 'υ') if manner == Manner::Letters => "u",
        ('ο', 'υ') => "ou",
        ('α', 'υ') if manner == Manner::Letters => "au",
        ('α', 'υ') => ["av", "af"][usize::from(hard)],
        ('ε', 'υ') if manner == Manner::Letters => "eu",
        ('ε', 'υ') => ["ev", "ef"][usize::from(hard)],
        ('γ', 'γ') => "ng",
        ('γ', 'ξ') => "nx",
        ('γ', 'χ') => "nch",
        ('γ', 'κ') if opens || manner == Manner::English => "g",
        ('γ', 'κ') => "gk",
        ('μ', 'π') if manner == Manner::Letters => "mp",
        ('μ', 'π') if opens || manner == Manner::English => "b",
        ('μ', 'π') => "mp",
        ('ν', 'τ') if manner == Manner::Letters => "nt",
        ('ν', 'τ') if opens => "d",
        ('ν', 'τ') if manner == Manner::English => "nd",
        ('ν', 'τ') => "nt",
        _ => return None,
    })
}

fn one(c: char, manner: Manner) -> Option<&'static str> {
    Some(match c {
        'α' => "a",
        'β' => "v",
        'γ' if manner == Manner::English => "y",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' if manner == Manner::Letters => "ks",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' => "s",
        'τ' => "t",
        'υ' if manner == Manner::English => "i",
        'υ' => "y",
        'φ' if manner == Manner::English => "ph",
        'φ' => "f",
        'χ' if manner == Manner::Letters => "h",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}
