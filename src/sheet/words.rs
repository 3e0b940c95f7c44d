//! The words of headers, and what the columns below them hold: English first, with the commonest of French, Spanish and Arabic
//! and a few of other languages.

use crate::normalise;
use std::collections::HashMap;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The number or reference of the row's party.
    Id,
    /// A name; of several columns the first one with something in it leads and the others are other names.
    Name,
    /// A family name, or the one word for both where a given name stands beside it.
    Family,
    /// Given names, middle names, patronymics.
    Given,
    /// Further names.
    Aliases,
    /// Names that are no longer used.
    Former,
    /// Person, organisation, vessel or aircraft.
    Kind,
    /// Date or year of birth.
    Birth,
    /// Place of birth.
    BirthPlace,
    /// Country of residence, address or registration.
    Country,
    /// Nationality or citizenship.
    Nationality,
    /// Gender.
    Gender,
    /// Address.
    Address,
    /// Identity or registration number.
    Identifier,
    /// A ship's IMO number.
    Imo,
    /// Remarks.
    Note,
    /// Anything else, kept as a fact with the column's own word.
    Other,
}

impl Meaning {
    /// Whether a list may have several columns of this meaning.
    pub fn is_many(self) -> bool {
        !matches!(self, Meaning::Id | Meaning::Family | Meaning::Kind | Meaning::Gender | Meaning::Other)
    }
}

/// The table of words.
const TABLE: &str = include_str!("headers.tsv");

/// The meanings by their keys in the table.
const KEYS: [(&str, Meaning); 16] = [
    ("id", Meaning::Id),
    ("name", Meaning::Name),
    ("family", Meaning::Family),
    ("given", Meaning::Given),
    ("aliases", Meaning::Aliases),
    ("former", Meaning::Former),
    ("kind", Meaning::Kind),
    ("birth", Meaning::Birth),
    ("birth-place", Meaning::BirthPlace),
    ("country", Meaning::Country),
    ("nationality", Meaning::Nationality),
    ("gender", Meaning::Gender),
    ("address", Meaning::Address),
    ("identifier", Meaning::Identifier),
    ("imo", Meaning::Imo),
    ("note", Meaning::Note),
];

/// The words with their meanings, without accents.
fn words() -> &'static HashMap<String, Meaning> {
    static WORDS: OnceLock<HashMap<String, Meaning>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        let known = lines.filter_map(|(key, words)| {
            let (_, meaning) = KEYS.iter().find(|(known, _)| *known == key)?;
            Some(words.split("; ").map(|word| (bare(word), *meaning)))
        });
        known.flatten().collect()
    })
}

/// What a header's word means: `Alias 2`, `alias_2` and `Alias(es)` are one word.
pub fn meaning(word: &str) -> Meaning {
    if word.len() > LONGEST_WORD {
        return Meaning::Other;
    }
    words().get(&plain(word)).copied().unwrap_or(Meaning::Other)
}

/// A text with more bytes is no word of a header.
const LONGEST_WORD: usize = 400;

fn plain(word: &str) -> String {
    let seen: String = word.chars().filter(|c| !normalise::is_invisible(*c)).collect();
    let spaced =
        seen.to_lowercase().replace(['_', '-', '/', ':', '#', '*'], " ").replace("(s)", "s").replace("(es)", "es");
    let spaced = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    match spaced.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')')) {
        "" => spaced,
        word => bare(word),
    }
}

/// A word without its accents, which many leave out: `prenom`, `الاسم الاول`.
fn bare(word: &str) -> String {
    word.nfkd().filter(|c| !is_combining_mark(*c)).nfc().collect()
}

/// Whether a column that has no meaning here seems to hold names by its word.
pub fn seems_a_name(word: &str) -> bool {
    const WHOLE: [&str; 11] = ["nom", "noms", "nome", "nomi", "naam", "namn", "navn", "nimi", "alias", "aka", "fka"];
    const WITHIN: [&str; 12] =
        ["name", "alias", "nombre", "apellido", "prénom", "имя", "имени", "фамилия", "название", "اسم", "姓名", "名称"];
    const NONE: [&str; 3] = ["username", "filename", "hostname"];
    let word = word.to_lowercase();
    let mut words = word.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WHOLE.contains(&word) || WITHIN.iter().any(|part| word.contains(part)) && !NONE.contains(&word))
}

/// Whether a column that has no meaning here seems to hold people who stand behind a party, by its word: `Contact person`,
/// `Nom du dirigeant`.
pub fn seems_of_people(word: &str) -> bool {
    const PEOPLE: [&str; 20] = [
        "contact",
        "director",
        "directors",
        "owner",
        "owners",
        "ubo",
        "shareholder",
        "shareholders",
        "signatory",
        "representative",
        "chairman",
        "ceo",
        "dirigeant",
        "gérant",
        "représentant",
        "propriétaire",
        "representante",
        "propietario",
        "المدير",
        "المالك",
    ];
    const NONE: [&str; 11] =
        ["mail", "email", "e", "phone", "tel", "telephone", "mobile", "fax", "address", "date", "number"];
    let word = word.to_lowercase();
    let words: Vec<&str> = word.split(|c: char| !c.is_alphanumeric()).collect();
    words.iter().any(|word| PEOPLE.contains(word)) && !words.iter().any(|word| NONE.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_has_a_meaning_and_no_word_has_two() {
        let mut seen = HashMap::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (key, words) = line.split_once('\t').unwrap();
            assert!(KEYS.iter().any(|(known, _)| *known == key), "{key}");
            for word in words.split("; ") {
                assert_eq!(plain(word), bare(word), "{word} is not as a header is compared");
                let before = seen.insert(bare(word), key);
                assert!(before.is_none_or(|before| before == key), "{word}: {before:?} and {key}");
            }
        }
        assert!(seen.len() > 300, "{}", seen.len());
    }

    #[test]
    fn words_of_headers_mean_what_people_mean() {
        for (words, expected) in [
            (&["Name", "FULL_NAME", "Nombre completo", "name 2", "\u{200f}الاسم\u{200e}", "Name*"][..], Meaning::Name),
            (&["Surname", "Last-Name", "Nom", "الشهرة"], Meaning::Family),
            (&["NUMERO DE PASSEPORT", "Passport no.", "رقم الهوية"], Meaning::Identifier),
            (&["Né(e) le", "Fecha de nacimiento", "تاريخ الميلاد"], Meaning::Birth),
            (&["Vorname", "First Name", "Prénom", "Middle name"], Meaning::Given),
            (&["alias 1", "Alias2", "AKA #3", "Alias(es)", "Alias Names", "strong alias"], Meaning::Aliases),
            (&["Former name", "Previous name(s)"], Meaning::Former),
            (&["birth_date", "DOB 1"], Meaning::Birth),
            (&["account manager", "", "3"], Meaning::Other),
        ] {
            words.iter().for_each(|word| assert_eq!(meaning(word), expected, "{word}"));
        }
        for word in ["Father's name", "اسم", "Имя отца", "nom usuel", "Nickname (Arabic)"] {
            assert!(seems_a_name(word), "{word}");
        }
        for (word, people) in
            [("Contact person", true), ("Nom du dirigeant", true), ("Contact e-mail", false), ("Contract", false)]
        {
            assert_eq!(seems_of_people(word), people, "{word}");
        }
        for word in ["economy", "Account manager", "sanctions", "username", "last_seen"] {
            assert!(!seems_a_name(word), "{word}");
        }
    }
}
