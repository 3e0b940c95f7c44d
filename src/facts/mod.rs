//! What a person knows besides a name, and what it says of a designation.
//!
//! # Facts beside a name
//!
//! Names are shared; a date of birth or a country tells people of one name apart. A fact that is given is held against what
//! the list says of a designation and brings a [`Finding`]: it *agrees*, it *differs*, or nothing is *known*, each with the
//! effect by its name (`same-day`, `day-month-swapped`, `within-two-years`, `other-country`). What a list does not say is
//! never taken for a difference: most listed people have no date of birth, and many have one that is wrong.
//!
//! 1. **Facts change no score and lose no hit.** Whatever is found with a name alone is found with the name and any facts.
//!    The score stays the closeness of the names.
//! 2. **A number is more than a name.** A designation that has the given identity number is a hit whatever it is called, and
//!    stands before all others ([`crate::identifier`]).
//! 3. **Order.** Among hits of one score, those come first with which more and weightier facts agree, then, as ever, those
//!    with the rarer words in common.
//! 4. **Contradicted.** Hits with which the facts do not go together stand last and say so ([`contradicted`]): another kind of
//!    subject, another IMO number or LEI, or a year of birth that is more than two years off together with another country,
//!    nationality or gender. They are counted with the others; a door may fold them away, never drop them.
//!
//! A country that is given is held against nationalities, citizenships, flags, places of birth, addresses and countries that
//! issued papers; a nationality against nationalities and citizenships alone. Former states and territories neither agree
//! nor differ. A given country is what the person knows of a party, and nothing is ever concluded from a name.

mod birth;
mod country;
mod finding;
mod kind;

pub use birth::Birth;
pub use country::{Country, Relation};
pub use finding::{Effect, Finding, Verdict, agreement, contradicted, findings};

use crate::designation::SubjectKind;
use crate::identifier::Number;
use serde::{Deserialize, Serialize};

/// A fact that a person can add.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fact {
    /// A date, month, year or span of years of birth.
    Birth,
    /// A country that has to do with the party.
    Country,
    /// A nationality or citizenship.
    Nationality,
    /// Individual, entity, vessel or aircraft.
    Kind,
    /// Female or male.
    Gender,
    /// An identity or registration number.
    Identifier,
}

impl Fact {
    /// All of them, in the order in which findings are told.
    pub const ALL: [Fact; 6] =
        [Fact::Birth, Fact::Country, Fact::Nationality, Fact::Kind, Fact::Gender, Fact::Identifier];

    /// The fact's key in the public JSON.
    pub fn key(self) -> &'static str {
        match self {
            Fact::Birth => "birth",
            Fact::Country => "country",
            Fact::Nationality => "nationality",
            Fact::Kind => "kind",
            Fact::Gender => "gender",
            Fact::Identifier => "identifier",
        }
    }

    /// What would have been understood.
    fn expected(self) -> &'static str {
        match self {
            Fact::Birth => {
                "a year, a month, a day or a span of years, such as 1963, 1963-10, 1963-10-01, 1 Oct 1963, 01/10/1963 or 1960-1965"
            }
            Fact::Country | Fact::Nationality => {
                "the English name or the ISO code of a country, such as Bangladesh, BD or BGD; several with semicolons between them"
            }
            Fact::Kind => "individual, entity, vessel or aircraft",
            Fact::Gender => "female or male",
            Fact::Identifier => "an identity or registration number with at least four letters and digits",
        }
    }
}

/// A fact that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the {} `{got}` cannot be read; expected {}", .fact.key(), .fact.expected())]
pub struct FactError {
    /// Which fact.
    pub fact: Fact,
    /// What was given.
    pub got: String,
}

/// A gender as lists give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Female.
    Female,
    /// Male.
    Male,
}

impl Gender {
    /// Reads `M`, `Male`, `F`, `Female` and the like.
    pub fn read(text: &str) -> Option<Gender> {
        match text.trim().to_lowercase().as_str() {
            "f" | "female" | "woman" => Some(Gender::Female),
            "m" | "male" | "man" => Some(Gender::Male),
            _ => None,
        }
    }
}

/// The facts as they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Given {
    #[serde(skip_serializing_if = "Option::is_none")]
    birth: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nationality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
}

impl Given {
    fn of(&self, fact: Fact) -> &Option<String> {
        match fact {
            Fact::Birth => &self.birth,
            Fact::Country => &self.country,
            Fact::Nationality => &self.nationality,
            Fact::Kind => &self.kind,
            Fact::Gender => &self.gender,
            Fact::Identifier => &self.identifier,
        }
    }

    fn of_mut(&mut self, fact: Fact) -> &mut Option<String> {
        match fact {
            Fact::Birth => &mut self.birth,
            Fact::Country => &mut self.country,
            Fact::Nationality => &mut self.nationality,
            Fact::Kind => &mut self.kind,
            Fact::Gender => &mut self.gender,
            Fact::Identifier => &mut self.identifier,
        }
    }
}

/// What a person knows besides a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    given: Given,
    birth: Option<Birth>,
    country: Vec<Country>,
    nationality: Vec<Country>,
    kind: Option<SubjectKind>,
    gender: Option<Gender>,
    identifier: Option<Number>,
}

impl Facts {
    /// Adds a fact, read from text. An empty text says nothing and takes back what was said before.
    ///
    /// # Errors
    /// [`FactError`] for a text that cannot be read, with the forms that can; the facts are unchanged then.
    pub fn set(&mut self, fact: Fact, text: &str) -> Result<(), FactError> {
        let text = text.trim();
        let wrong = || FactError { fact, got: text.chars().take(MOST_TOLD).collect() };
        if text.is_empty() {
            *self.given.of_mut(fact) = None;
            match fact {
                Fact::Birth => self.birth = None,
                Fact::Country => self.country.clear(),
                Fact::Nationality => self.nationality.clear(),
                Fact::Kind => self.kind = None,
                Fact::Gender => self.gender = None,
                Fact::Identifier => self.identifier = None,
            }
            return Ok(());
        }
        match fact {
            Fact::Birth => self.birth = Some(Birth::read(text).ok_or_else(wrong)?),
            Fact::Country => self.country = countries(text).ok_or_else(wrong)?,
            Fact::Nationality => self.nationality = countries(text).ok_or_else(wrong)?,
            Fact::Kind => self.kind = Some(SubjectKind::named(text).ok_or_else(wrong)?),
            Fact::Gender => self.gender = Some(Gender::read(text).ok_or_else(wrong)?),
            Fact::Identifier => self.identifier = Some(Number::read(text).ok_or_else(wrong)?),
        }
        *self.given.of_mut(fact) = Some(text.to_owned());
        Ok(())
    }

    /// The same facts and one more, for a chain of them.
    ///
    /// # Errors
    /// As for [`Facts::set`].
    pub fn with(mut self, fact: Fact, text: &str) -> Result<Facts, FactError> {
        self.set(fact, text)?;
        Ok(self)
    }

    /// What was given of a fact.
    pub fn given(&self, fact: Fact) -> Option<&str> {
        self.given.of(fact).as_deref()
    }

    /// Everything that was given; nothing where that is nothing.
    pub fn echo(&self) -> Option<Given> {
        (self.given != Given::default()).then(|| self.given.clone())
    }

    /// The identity number that was given.
    pub fn identifier(&self) -> Option<&Number> {
        self.identifier.as_ref()
    }
}

/// A fact that cannot be read is told to this many characters.
const MOST_TOLD: usize = 60;

fn countries(text: &str) -> Option<Vec<Country>> {
    let named: Option<Vec<Country>> =
        text.split(';').filter(|part| !part.trim().is_empty()).map(Country::named).collect();
    named.filter(|countries| !countries.is_empty())
}

#[cfg(test)]
mod tests;
