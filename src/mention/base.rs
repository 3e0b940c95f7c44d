//! The first form of a word of a text: without the ending of its case, and without what its writing binds to it.
//!
//! Names are declined in Slavic languages, Arabic writes `and`, `in`, `for` together with the next word, and Turkish sets an apostrophe
//! before an ending. Each form that may be the first is tried; one that the lists do not know to the letter is none.

use crate::transliterate::script_of;
use unicode_script::Script;

/// Endings of cases, the longest first, with what stands in their place in the first form. Russian and Ukrainian.
const ENDINGS: [(&str, &[&str]); 40] = [
    ("ього", &["ій"]),
    ("ієві", &["ій"]),
    ("ого", &["ий", "ый", "ой"]),
    ("его", &["ий"]),
    ("ому", &["ий", "ый", "ой"]),
    ("ему", &["ий"]),
    ("ові", &["", "о"]),
    ("еві", &["ь", "й", ""]),
    ("єві", &["й"]),
    ("ием", &["ий"]),
    ("ієм", &["ій"]),
    ("ией", &["ия"]),
    ("ією", &["ія"]),
    ("цем", &["ец"]),
    ("ця", &["ець"]),
    ("ца", &["ец"]),
    ("ью", &["ь"]),
    ("ым", &["", "ый"]),
    ("им", &["", "ий"]),
    ("ім", &["ий", ""]),
    ("ом", &["", "о"]),
    ("ем", &["й", "ь", ""]),
    ("ём", &["й", "ь"]),
    ("єм", &["й"]),
    ("ой", &["а", "ая"]),
    ("ою", &["а"]),
    ("єю", &["я"]),
    ("ей", &["я", "а"]),
    ("ею", &["я", "а"]),
    ("ій", &["а", "я"]),
    ("ії", &["ія"]),
    ("а", &["", "о"]),
    ("я", &["й", "ь"]),
    ("у", &["", "а", "о"]),
    ("ю", &["й", "ь", "я"]),
    ("ы", &["а"]),
    ("и", &["а", "я", "ь"]),
    ("і", &["а", "я", ""]),
    ("е", &["а", ""]),
    ("ї", &["я"]),
];

/// So many letters must be left of a word.
const SHORTEST: usize = 3;

/// What Arabic writes together with the next word, the longest first.
const BOUND: [&str; 10] = ["وال", "وب", "ول", "لل", AND, "ف", "ب", "ل", "ك", "س"];
const AND: &str = "و";

/// A word without the `and` that Arabic writes together with it, if it has one.
pub fn behind_and(raw: &str) -> Vec<String> {
    let rest = raw.strip_prefix(AND).filter(|rest| rest.chars().count() >= SHORTEST);
    Vec::from_iter(rest.map(str::to_owned))
}

/// Other forms of a word that may be its first, as written; none for a word that has none.
pub fn forms(raw: &str) -> Vec<String> {
    if let Some(at) = raw.find(['\'', '’']) {
        let stem = &raw[..at];
        return Vec::from_iter((stem.chars().count() >= SHORTEST).then(|| stem.to_owned()));
    }
    match script_of(raw) {
        Some(Script::Cyrillic) => declined(raw),
        Some(Script::Arabic) => BOUND
            .iter()
            .filter_map(|bound| {
                let rest = raw.strip_prefix(bound)?;
                let article = matches!(*bound, "وال" | "لل");
                (rest.chars().count() >= SHORTEST).then(|| if article { format!("ال{rest}") } else { rest.to_owned() })
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn declined(raw: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for (ending, firsts) in ENDINGS {
        if let Some(stem) = raw.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST) {
            forms.extend(firsts.iter().map(|first| format!("{stem}{first}")));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_form_is_among_them() {
        for (word, first) in [
            ("Лаврова", "Лавров"),
            ("Сергея", "Сергей"),
            ("Набиуллиной", "Набиуллина"),
            ("Марией", "Мария"),
            ("Путіним", "Путін"),
            ("Мединского", "Мединский"),
            ("Сергієві", "Сергій"),
            ("Якубця", "Якубець"),
            ("Роснефтью", "Роснефть"),
            ("وعلي", "علي"),
            ("للقاسم", "القاسم"),
            ("Bayık’ın", "Bayık"),
        ] {
            assert!(forms(word).iter().any(|form| form == first), "{word}: {:?}", forms(word));
        }
        assert_eq!(behind_and("ورامي"), ["رامي"]);
        assert!(behind_and("للقاسم").is_empty() && behind_and("وطن").is_empty());
        assert!(forms("Yo'ng").is_empty() && forms("Lavrov").is_empty());
    }
}
