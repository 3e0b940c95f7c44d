//! The words of headers, and what the columns below them hold.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Id,
    /// A name; of several columns the first one with something in it leads and the others are other names.
    Name,
    /// A family name, or the one word for both where a given name stands beside it.
    Family,
    /// Given names, middle names, patronymics.
    Given,
    Aliases,
    /// Names that are no longer used.
    Former,
    Kind,
    Birth,
    BirthPlace,
    Country,
    Nationality,
    Gender,
    Address,
    Identifier,
    Imo,
    Note,
    /// Anything else, kept as a fact with the column's own word.
    Other,
}

impl Meaning {
    /// Whether a list may have several columns of this meaning.
    pub(super) fn is_many(self) -> bool {
        !matches!(self, Meaning::Id | Meaning::Family | Meaning::Kind | Meaning::Gender | Meaning::Other)
    }
}

/// The words of headers, in small letters with spaces for what divides them, without a number at the end.
const WORDS: [(Meaning, &[&str]); 16] = [
    (Meaning::Id, &["id", "uid", "identifier of record", "record id", "reference", "ref"]),
    (
        Meaning::Name,
        &[
            "name",
            "names",
            "full name",
            "fullname",
            "primary name",
            "main name",
            "whole name",
            "complete name",
            "entity name",
            "company name",
            "organisation name",
            "organization name",
            "legal name",
            "party name",
            "person name",
            "vessel name",
            "ship name",
            "display name",
            "vollständiger name",
            "nom complet",
            "nombre completo",
            "nome completo",
        ],
    ),
    (
        Meaning::Family,
        &[
            "surname",
            "last name",
            "lastname",
            "family name",
            "familyname",
            "nachname",
            "familienname",
            "nom",
            "nom de famille",
            "apellido",
            "apellidos",
            "cognome",
            "sobrenome",
            "achternaam",
            "nazwisko",
            "efternamn",
            "фамилия",
        ],
    ),
    (
        Meaning::Given,
        &[
            "given name",
            "given names",
            "givenname",
            "first name",
            "first names",
            "firstname",
            "forename",
            "forenames",
            "christian name",
            "middle name",
            "middle names",
            "middlename",
            "second name",
            "third name",
            "patronymic",
            "vorname",
            "vornamen",
            "prénom",
            "prénoms",
            "prenom",
            "prenoms",
            "nombre",
            "nombres",
            "voornaam",
            "imię",
            "imie",
            "förnamn",
            "имя",
            "отчество",
        ],
    ),
    (
        Meaning::Aliases,
        &[
            "aliases",
            "alias",
            "aka",
            "akas",
            "a.k.a.",
            "a.k.a",
            "also known as",
            "alias name",
            "alias names",
            "strong alias",
            "strong aliases",
            "weak alias",
            "weak aliases",
            "aka name",
            "aka names",
            "other name",
            "other names",
            "alternative name",
            "alternative names",
            "alternate name",
            "alternate names",
            "alt name",
            "alt names",
            "additional name",
            "additional names",
            "nickname",
            "nicknames",
            "trade name",
            "trade names",
            "trading name",
            "trading names",
            "trading as",
            "brand name",
            "dba",
            "doing business as",
            "native name",
            "original name",
            "original script name",
            "name in original script",
            "name original script",
            "name non latin script",
            "local name",
            "english name",
            "latin name",
            "short name",
            "name variant",
            "name variants",
            "name variation",
            "name variations",
            "variants",
            "spelling",
            "spellings",
            "transliteration",
            "transliterations",
        ],
    ),
    (
        Meaning::Former,
        &[
            "former name",
            "former names",
            "formerly",
            "formerly known as",
            "fka",
            "f.k.a.",
            "f.k.a",
            "previous name",
            "previous names",
            "old name",
            "old names",
            "maiden name",
            "birth name",
            "name at birth",
            "geburtsname",
        ],
    ),
    (Meaning::Kind, &["type", "kind", "schema", "entity type", "subject type"]),
    (Meaning::Birth, &["birth date", "birthdate", "dob", "date of birth", "birth dates", "d.o.b.", "born"]),
    (Meaning::BirthPlace, &["birth place", "birthplace", "place of birth", "pob"]),
    (Meaning::Country, &["country", "countries"]),
    (Meaning::Nationality, &["nationality", "nationalities", "citizenship", "citizenships"]),
    (Meaning::Gender, &["gender", "sex"]),
    (Meaning::Address, &["address", "addresses"]),
    (Meaning::Identifier, &["identifier", "identifiers", "id number", "passport", "passport number"]),
    (Meaning::Imo, &["imo", "imo number"]),
    (Meaning::Note, &["note", "notes", "remark", "remarks", "comment", "comments"]),
];

/// What a header's word means: `Alias 2`, `alias_2` and `Alias(es)` are one word.
pub(super) fn meaning(word: &str) -> Meaning {
    let plain = plain(word);
    WORDS.iter().find(|(_, words)| words.contains(&plain.as_str())).map_or(Meaning::Other, |(meaning, _)| *meaning)
}

fn plain(word: &str) -> String {
    let spaced = word.to_lowercase().replace(['_', '-', '/', ':', '#'], " ").replace("(s)", "s").replace("(es)", "es");
    let spaced = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    match spaced.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')')) {
        "" => spaced,
        bare => bare.to_owned(),
    }
}

/// Whether a column that has no meaning here seems to hold names by its word.
pub(super) fn seems_a_name(word: &str) -> bool {
    const WHOLE: [&str; 11] = ["nom", "noms", "nome", "nomi", "naam", "namn", "navn", "nimi", "alias", "aka", "fka"];
    const WITHIN: [&str; 12] =
        ["name", "alias", "nombre", "apellido", "prénom", "имя", "имени", "фамилия", "название", "اسم", "姓名", "名称"];
    const NONE: [&str; 3] = ["username", "filename", "hostname"];
    let word = word.to_lowercase();
    let mut words = word.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WHOLE.contains(&word) || WITHIN.iter().any(|part| word.contains(part)) && !NONE.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_headers_mean_what_people_mean() {
        for (words, expected) in [
            (&["Name", "FULL_NAME", "Nombre completo", "name 2"][..], Meaning::Name),
            (&["Surname", "Last-Name", "Nom"], Meaning::Family),
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
        for word in ["economy", "Account manager", "sanctions", "username", "last_seen"] {
            assert!(!seems_a_name(word), "{word}");
        }
    }
}
