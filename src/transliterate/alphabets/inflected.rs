//! The words from which an inflected Cyrillic word of an organisation comes: the bearer of `имени Дегтярева` is Дегтярев, and a
//! `Красноярский завод` is listed as KRASNOYARSK PLANT.

/// Letters that must be left of a place or a family name.
const SHORTEST: usize = 4;

/// Endings of the adjectives in `-ский` and `-цкий`, the longest first.
const ADJECTIVE: [&str; 28] = [
    "ого", "ому", "ими", "ага", "аму", "імі", "ата", "ото", "ите", "ият", "ий", "ая", "ое", "ие", "ые", "ой", "ую",
    "им", "их", "ом", "ай", "ае", "ій", "и", "а", "о", "е", "і",
];

/// Other forms of a word in lower case: the adjective of a place in its first form and the place itself, a family name in its
/// first form. Nothing for a word that is none of them.
pub fn forms(letters: &[char]) -> Vec<Vec<char>> {
    let word: String = letters.iter().collect();
    let adjective = ADJECTIVE.iter().find_map(|ending| {
        let base = word.strip_suffix(ending)?;
        let base = base.replace("ськ", "ск").replace("цьк", "цк");
        (base.ends_with("ск") || base.ends_with("цк")).then_some(base)
    });
    let forms: Vec<String> = match (adjective, word.strip_suffix('а')) {
        (Some(base), _) => {
            let place = base.strip_suffix("ск").map(str::to_owned);
            [format!("{base}ий"), base].into_iter().chain(place).collect()
        }
        (None, Some(name)) if ["ов", "ев", "ёв", "ин", "ын"].iter().any(|end| name.ends_with(end)) => {
            vec![name.to_owned()]
        }
        _ => Vec::new(),
    };
    let forms = forms.into_iter().filter(|form| *form != word);
    forms.map(|form| form.chars().collect()).filter(|form: &Vec<char>| form.len() >= SHORTEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_bearers_of_a_name_are_found() {
        for (word, expected) in [
            ("красноярский", &["красноярск", "краснояр"][..]),
            ("красноярского", &["красноярский", "красноярск", "краснояр"]),
            ("муромская", &["муромский", "муромск", "муром"]),
            ("луганський", &["луганский", "луганск", "луган"]),
            ("голембиовского", &["голембиовский", "голембиовск", "голембиов"]),
            ("дегтярева", &["дегтярев"]),
            ("пилюгина", &["пилюгин"]),
            ("ромашка", &[]),
            ("нина", &[]),
        ] {
            let found: Vec<String> = forms(&word.chars().collect::<Vec<_>>()).iter().map(String::from_iter).collect();
            assert_eq!(found, expected, "{word}");
        }
    }
}
