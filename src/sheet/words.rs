//! The words of headers, and what the columns below them hold: English first, with the commonest of French, Spanish and Arabic
//! and a few of other languages.

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

/// The words of headers, in small letters with spaces for what divides them, without a number at the end.
const WORDS: [(Meaning, &[&str]); 16] = [
    (
        Meaning::Id,
        &[
            "référence",
            "référence interne",
            "referencia",
            "numéro de dossier",
            "المرجع",
            "الرقم المرجعي",
            "id",
            "uid",
            "identifier of record",
            "record id",
            "reference",
            "ref",
        ],
    ),
    (
        Meaning::Name,
        &[
            "customer",
            "customer name",
            "client",
            "client name",
            "supplier",
            "supplier name",
            "vendor",
            "vendor name",
            "partner",
            "partner name",
            "beneficiary",
            "beneficiary name",
            "counterparty",
            "counterparty name",
            "employee",
            "employee name",
            "contact name",
            "nom et prénom",
            "nom et prénoms",
            "nom prénom",
            "nom du client",
            "nom du fournisseur",
            "fournisseur",
            "bénéficiaire",
            "raison sociale",
            "dénomination",
            "dénomination sociale",
            "nombre y apellidos",
            "nombre y apellido",
            "nombre del cliente",
            "nombre del proveedor",
            "cliente",
            "proveedor",
            "beneficiario",
            "razón social",
            "denominación social",
            "الاسم",
            "اسم",
            "الاسم الكامل",
            "الاسم الثلاثي",
            "الاسم الرباعي",
            "اسم العميل",
            "اسم المورد",
            "اسم المستفيد",
            "اسم الشركة",
            "имя и фамилия",
            "фио",
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
            "noms",
            "primer apellido",
            "segundo apellido",
            "اسم العائلة",
            "اللقب",
            "الكنية",
            "الشهرة",
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
            "deuxième prénom",
            "segundo nombre",
            "primer nombre",
            "الاسم الأول",
            "الاسم الاول",
            "الاسم الشخصي",
            "اسم الأب",
            "اسم الجد",
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
            "autre nom",
            "autres noms",
            "nom commercial",
            "otros nombres",
            "otro nombre",
            "nombre comercial",
            "أسماء أخرى",
            "الاسم المستعار",
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
    (
        Meaning::Kind,
        &[
            "party type",
            "customer type",
            "nature",
            "type de tiers",
            "type de personne",
            "tipo",
            "tipo de persona",
            "clase",
            "النوع",
            "نوع",
            "type",
            "kind",
            "schema",
            "entity type",
            "subject type",
        ],
    ),
    (
        Meaning::Birth,
        &[
            "birth year",
            "year of birth",
            "yob",
            "birthday",
            "date de naissance",
            "né le",
            "née le",
            "né(e) le",
            "année de naissance",
            "fecha de nacimiento",
            "año de nacimiento",
            "fecha nacimiento",
            "تاريخ الميلاد",
            "تاريخ الولادة",
            "سنة الميلاد",
            "дата рождения",
            "birth date",
            "birthdate",
            "dob",
            "date of birth",
            "birth dates",
            "d.o.b.",
            "born",
        ],
    ),
    (
        Meaning::BirthPlace,
        &[
            "lieu de naissance",
            "lugar de nacimiento",
            "مكان الميلاد",
            "مكان الولادة",
            "birth place",
            "birthplace",
            "place of birth",
            "pob",
        ],
    ),
    (
        Meaning::Country,
        &[
            "country of residence",
            "residence country",
            "country code",
            "pays",
            "pays de résidence",
            "país",
            "país de residencia",
            "البلد",
            "الدولة",
            "بلد الإقامة",
            "страна",
            "country",
            "countries",
        ],
    ),
    (
        Meaning::Nationality,
        &[
            "nationalité",
            "nacionalidad",
            "ciudadanía",
            "الجنسية",
            "гражданство",
            "nationality",
            "nationalities",
            "citizenship",
            "citizenships",
        ],
    ),
    (Meaning::Gender, &["sexe", "genre", "sexo", "género", "الجنس", "пол", "gender", "sex"]),
    (Meaning::Address, &["adresse", "dirección", "domicilio", "العنوان", "address", "addresses"]),
    (
        Meaning::Identifier,
        &[
            "identity number",
            "id no",
            "national id",
            "national id number",
            "passport no",
            "passport no.",
            "registration number",
            "registration no",
            "company number",
            "tax id",
            "tax number",
            "lei",
            "swift",
            "bic",
            "numéro d'identité",
            "numéro de passeport",
            "n° de passeport",
            "passeport",
            "siren",
            "siret",
            "número de pasaporte",
            "pasaporte",
            "número de identidad",
            "documento de identidad",
            "dni",
            "nie",
            "nif",
            "رقم الهوية",
            "رقم جواز السفر",
            "جواز السفر",
            "رقم التسجيل",
            "identifier",
            "identifiers",
            "id number",
            "passport",
            "passport number",
        ],
    ),
    (Meaning::Imo, &["imo", "imo number"]),
    (
        Meaning::Note,
        &[
            "remarque",
            "remarques",
            "commentaire",
            "observaciones",
            "ملاحظات",
            "note",
            "notes",
            "remark",
            "remarks",
            "comment",
            "comments",
        ],
    ),
];

/// What a header's word means: `Alias 2`, `alias_2` and `Alias(es)` are one word.
pub fn meaning(word: &str) -> Meaning {
    let plain = plain(word);
    let found = WORDS.iter().find(|(_, words)| words.iter().any(|known| bare(known) == plain));
    found.map_or(Meaning::Other, |(meaning, _)| *meaning)
}

fn plain(word: &str) -> String {
    let spaced = word.to_lowercase().replace(['_', '-', '/', ':', '#'], " ").replace("(s)", "s").replace("(es)", "es");
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
