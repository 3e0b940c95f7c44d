//! The words by which people say what kind of subject a party is.

use crate::designation::SubjectKind;

/// Words for kinds of subject, in small letters without spaces.
const WORDS: [(SubjectKind, &[&str]); 4] = [
    (
        SubjectKind::Individual,
        &[
            "person",
            "individual",
            "people",
            "naturalperson",
            "man",
            "woman",
            "p",
            "i",
            "personne",
            "personnephysique",
            "individu",
            "particulier",
            "persona",
            "personafísica",
            "personafisica",
            "personanatural",
            "individuo",
            "شخص",
            "فرد",
            "физлицо",
            "человек",
        ],
    ),
    (
        SubjectKind::Entity,
        &[
            "entity",
            "organisation",
            "organization",
            "company",
            "legalentity",
            "legalperson",
            "publicbody",
            "business",
            "group",
            "bank",
            "firm",
            "enterprise",
            "e",
            "entité",
            "entite",
            "société",
            "societe",
            "entreprise",
            "association",
            "ong",
            "ngo",
            "fondation",
            "foundation",
            "asociación",
            "asociacion",
            "fundación",
            "fundacion",
            "جمعية",
            "personnemorale",
            "entidad",
            "empresa",
            "sociedad",
            "organización",
            "organizacion",
            "personajurídica",
            "personajuridica",
            "كيان",
            "شركة",
            "منظمة",
            "юрлицо",
            "организация",
        ],
    ),
    (SubjectKind::Vessel, &["vessel", "ship", "boat", "navire", "bateau", "buque", "سفينة", "судно"]),
    (
        SubjectKind::Aircraft,
        &["aircraft", "airplane", "aeroplane", "plane", "helicopter", "aéronef", "avion", "aeronave", "avión", "طائرة"],
    ),
];

impl SubjectKind {
    /// The kind that a word in English, French, Spanish, Arabic or Russian names, whatever its capitals, spaces and hyphens.
    pub fn named(word: &str) -> Option<SubjectKind> {
        let word: String = word.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
        WORDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(kind, _)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_words() {
        for (word, kind) in [
            ("Natural Person", Some(SubjectKind::Individual)),
            ("personne-physique", Some(SubjectKind::Individual)),
            ("Société", Some(SubjectKind::Entity)),
            ("شركة", Some(SubjectKind::Entity)),
            ("Buque", Some(SubjectKind::Vessel)),
            ("Avion", Some(SubjectKind::Aircraft)),
            ("partner", None),
            ("", None),
        ] {
            assert_eq!(SubjectKind::named(word), kind, "{word}");
        }
    }
}
