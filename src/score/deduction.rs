//! A deduction: what one observation about two names takes from the score, and in which words it was seen.

use serde::Serialize;

/// By which means words of the two names met or failed to meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// The same word.
    Same,
    /// A word spelled a little differently.
    Spelling,
    /// A word that sounds alike in the usual romanisations.
    Sound,
    /// Two spellings of one known name.
    Family,
    /// The same word in another script.
    Transliteration,
    /// A short or pet form of a given name.
    Nickname,
    /// The letters of a longer name.
    Acronym,
    /// A letter that stands for the word.
    Initial,
    /// Words joined on one side and apart on the other.
    Glued,
    /// The words stand in another order; costs nothing.
    Order,
    /// A listed word that the query lacks.
    Missing,
    /// A word of the query that the listed name lacks.
    Extra,
    /// Two different words that stand against each other.
    Contradicting,
    /// A particle on one side only.
    Particle,
    /// A title on one side only.
    Title,
    /// Legal forms that differ, or one on one side only.
    LegalForm,
    /// Numbers that differ, or one on one side only.
    Number,
    /// Only one word agrees.
    Single,
    /// What agrees only describes an organisation and names none.
    Describing,
    /// Little of a person's name is there, and that not exactly.
    Thin,
    /// How common or rare the words are that agree: takes points for common ones, gives some back for rare ones.
    Common,
    /// Another search gives this score; an emulation of it says so and no more.
    Emulation,
}

/// The Latin spellings by which words met of which at least one is written in another script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Latin {
    /// That of the query's word; nothing where it is written in Latin letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// That of the listed word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed: Option<String>,
}

/// One observation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deduction {
    /// What was seen.
    pub means: Means,
    /// The words of the query, as written; may be empty.
    pub query: String,
    /// The words of the listed name, as written; may be empty.
    pub listed: String,
    /// Hundredths of a point taken; below 0 for points given back.
    pub points: i32,
    /// The Latin spellings by which words of other scripts met, where that was worked out.
    pub latin: Option<Box<Latin>>,
}

impl Deduction {
    /// A deduction with its words.
    pub fn new(means: Means, query: &str, listed: &str, points: i32) -> Deduction {
        Deduction { means, query: query.to_owned(), listed: listed.to_owned(), points, latin: None }
    }
}
