//! Identity and registration numbers: of people, companies, ships, aircraft and wallets, as people write them and as lists do.
//!
//! Two numbers are the same when they are the same after spaces and punctuation are taken out; letters stay. Capital and small
//! letters count only where the number distinguishes them, which are the base58 addresses of wallets, and as the checksum of an
//! Ethereum address. Nothing is guessed: one
//! other digit is another number. Where a number has a checksum, that tells a mistyped one from a different one:
//!
//! | form | what tells |
//! |---|---|
//! | IMO number of a ship, when called so | seven digits, the last one a weighted sum of the others |
//! | MMSI, when called so | nine digits; it has no checksum |
//! | LEI | ISO 7064 mod 97-10 |
//! | IBAN | the length of its country, and ISO 7064 mod 97-10 |
//! | Bitcoin and Tron addresses | base58check; `bc1…` bech32 for version 0 (BIP 173), bech32m after it (BIP 350) |
//! | Ethereum address | 40 hexadecimal digits; where it has small and capital letters, these are its checksum (EIP-55) |
//!
//! Seven bare digits may be anything, so they are not held to the checksum of an IMO number. A number that is listed is found
//! whatever its checksum says.

mod checksum;
mod register;

pub use register::{Held, Register};

use crate::designation::Identifier;
use crate::normalise;
use serde::Serialize;

/// Words that say what kind of number follows; they are no part of it.
const LABELS: [&str; 37] = [
    "imo",
    "mmsi",
    "lei",
    "iban",
    "passport",
    "id",
    "no",
    "nr",
    "number",
    "num",
    "tax",
    "taxpayer",
    "vat",
    "registration",
    "reg",
    "bic",
    "swift",
    "national",
    "identity",
    "identification",
    "inn",
    "ogrn",
    "cedula",
    "cr",
    "curp",
    "dni",
    "duns",
    "nit",
    "rfc",
    "rif",
    "ruc",
    "ssn",
    "uscc",
    "btc",
    "xbt",
    "eth",
    "wallet",
];

/// A number with fewer letters and digits is shared by too many to be looked up.
const SHORTEST: usize = 4;
/// A text of letters and digits with fewer of them is rather a name with a number (`RAB-11`) or nothing.
const SHORTEST_BARE: usize = 6;
/// An address of a wallet has at least so many characters without a space.
const SHORTEST_WALLET: usize = 25;
/// A code of one word and so many characters may have more letters than digits: a Mexican R.F.C. has 12 to 13.
const SHORTEST_CODE: usize = 12;
/// Longer letters between digits are a word of a name (`Unit 61398`), not the series of a passport.
const LONGEST_SERIES: usize = 3;

/// What kind of number it is, where its form or its label tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// The number of a ship with the International Maritime Organization.
    Imo,
    /// The number of a ship's radio.
    Mmsi,
    /// A legal entity identifier.
    Lei,
    /// An international bank account number.
    Iban,
    /// An address of a wallet: Bitcoin and its likes, Tron.
    Base58,
    /// A Bitcoin address of the newer form.
    Bech32,
    /// An Ethereum address.
    Ethereum,
    /// Any other number.
    Other,
}

/// What a number's own checksum says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Checksum {
    /// It holds.
    Valid,
    /// It does not: the number is mistyped.
    Invalid,
    /// The number has none that is known.
    None,
}

/// A number that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// Its letters and digits, without a label before them.
    number: String,
    /// What kind of number it is.
    form: Form,
    /// What its checksum says.
    checksum: Checksum,
    /// The forms under which it is looked up: without its label, and with it.
    #[serde(skip)]
    keys: Vec<String>,
}

impl Number {
    /// A text as a number, if it has enough letters and digits, a digit among them.
    pub fn read(text: &str) -> Option<Number> {
        let (label, rest) = label(text);
        let number: String = rest.chars().filter(|c| c.is_alphanumeric()).collect();
        let key = key(rest);
        if key.len() < SHORTEST
            || number.len() > crate::MOST_CHARACTERS
            || !key.bytes().any(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        // `IMO9187629`
        let glued = key.strip_prefix("imo").filter(|digits| digits.len() == 7 && is_digits(digits)).map(str::to_owned);
        let (label, key, number) = match glued {
            Some(digits) => (Some("imo"), digits.clone(), digits),
            None => (label, key, number),
        };
        let (form, checksum) = checksum::of(&number, &key, label);
        let mut keys = vec![key];
        keys.extend(Some(self::key(text)).filter(|whole| *whole != keys[0]));
        Some(Number { number, form, checksum, keys })
    }

    /// A text as a number, if it looks like one and not like a name. A date looks like one.
    pub fn bare(text: &str) -> Option<Number> {
        let (label, rest) = label(text);
        let number = Number::read(text)?;
        let count = |is: fn(&char) -> bool| rest.chars().filter(is).count();
        let (letters, digits) = (count(|c| c.is_alphabetic()), count(char::is_ascii_digit));
        let one_word = !rest.trim().contains(char::is_whitespace);
        let wallet = one_word && number.number.len() >= SHORTEST_WALLET;
        let series = |word: &str| {
            word.chars().any(|c| c.is_ascii_digit())
                || word.chars().filter(|c| c.is_alphabetic()).count() <= LONGEST_SERIES
        };
        let plain = digits >= SHORTEST
            && number.keys[0].len() >= SHORTEST_BARE
            && (letters <= digits || (one_word && number.number.len() >= SHORTEST_CODE))
            && rest.split_whitespace().all(series);
        let known = label.is_some() || number.form != Form::Other;
        let between = text.contains([';', '|', '\n', '@']) || text.contains("://");
        (!between && (known || wallet || plain)).then_some(number)
    }

    /// Its letters and digits, without a label before them.
    pub fn as_written(&self) -> &str {
        &self.number
    }

    /// Whether its own checksum says that it is mistyped.
    pub fn is_mistyped(&self) -> bool {
        self.checksum == Checksum::Invalid
    }

    /// Whether a number of a list is the other one of those of which there is one: a ship's IMO number, a company's LEI.
    pub fn excludes(&self, listed: &Identifier) -> bool {
        let label = match self.form {
            Form::Imo => "IMO ",
            Form::Lei => "LEI ",
            _ => return false,
        };
        let says = listed.kind.to_uppercase();
        let is_form = match self.form {
            Form::Imo => says.contains("IMO"),
            _ => says.contains("LEI") || says.contains("LEGAL ENTITY"),
        };
        let other = Number::read(&format!("{label}{}", listed.number));
        is_form && other.is_some_and(|other| other.checksum == Checksum::Valid && other.number != self.number)
    }

    /// Whether a listed text is or holds this number.
    pub fn is_in(&self, listed: &str) -> bool {
        let found = keys(listed).iter().any(|key| self.keys.contains(key));
        // Base58 tells capital letters from small ones.
        found && (self.form != Form::Base58 || listed.contains(&self.number))
    }
}

/// The label before a number, and the number. A label alone is none.
fn label(text: &str) -> (Option<&'static str>, &str) {
    let mut rest = text.trim();
    let mut found = None;
    loop {
        let dotted = dotted(rest);
        let end = dotted.unwrap_or_else(|| rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()));
        let (word, after) = rest.split_at(end);
        let word: String = word.chars().filter(|c| dotted.is_none() || *c != '.').collect();
        let after = after.trim_start_matches(|c: char| !c.is_alphanumeric());
        let known = LABELS.iter().find(|label| label.eq_ignore_ascii_case(&word));
        // A digit right after the letters is part of the number: `ID1234567`.
        let apart = rest[end..].starts_with(|c: char| !c.is_alphanumeric());
        match known {
            Some(label) if apart && !after.is_empty() => {
                found = found.or(Some(*label));
                rest = after;
            }
            _ => return (found, rest),
        }
    }
}

/// The length of single letters with a dot after each that open a text: `C.R. No. 2162198`.
fn dotted(text: &str) -> Option<usize> {
    let mut letters = text
        .split_inclusive('.')
        .take_while(|part| part.ends_with('.') && part.chars().count() == 2 && part.starts_with(char::is_alphabetic));
    let end = letters.by_ref().map(str::len).sum();
    (end > 0).then_some(end)
}

/// A number in the form in which it is compared: its letters and digits, small.
fn key(text: &str) -> String {
    normalise::words(text).into_iter().map(|word| word.text).collect()
}

/// All forms under which a listed text is found: the whole of it, and its parts between commas, semicolons and brackets, without
/// a label, since lists write `467323, Doc. 694710`. In a part with words, such as `tazkira number 57388`, each word with enough
/// digits is a number; the letters of a series (`A 123456`) belong to theirs.
fn keys(listed: &str) -> Vec<String> {
    let mut keys = vec![key(listed)];
    let is_number = |text: &&str| text.bytes().filter(u8::is_ascii_digit).count() > SHORTEST;
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > LONGEST_SERIES;
    for part in listed.split([',', ';', '(', ')']) {
        let words = part.split_whitespace();
        let has_words = words.clone().any(|word| is_word(word) && !is_number(&word));
        keys.extend([part, label(part).1].into_iter().filter(is_number).map(key));
        keys.extend(words.filter(|word| has_words && is_number(word)).map(key));
    }
    keys.retain(|key| key.len() >= SHORTEST);
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
