//! A particular: a labelled value of a record, and the field of a designation into which it goes.
//!
//! OFAC files everything that has no field of its own under the identity numbers: gender, websites, the directives to which
//! a party is subject, the dates of an investment restriction.

use super::draft::Draft;
use super::labels::{self, Meaning};
use crate::date::{Day, PartialDate};
use crate::designation::Identifier;

/// A labelled value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particular {
    /// OFAC's label, for example `Passport` or `Secondary sanctions risk:`.
    pub label: String,
    /// The value.
    pub value: String,
    /// The country that issued it.
    pub country: Option<String>,
    /// Day of issue as published.
    pub issued: Option<String>,
    /// Day of expiry as published.
    pub expires: Option<String>,
}

impl Particular {
    /// Puts it where it belongs.
    pub fn place(self, draft: &mut Draft) {
        let text = format!("{} {}", self.label, self.value).trim().to_owned();
        draft.marks.note(&text);
        // A label without a colon or dash at its end, which only lead over to the value.
        let label = self.label.trim_end_matches([':', '-', ' ']).to_owned();
        let has_digit = self.value.bytes().any(|byte| byte.is_ascii_digit());
        let meaning = labels::meaning(&label).unwrap_or(if has_digit { Meaning::Number } else { Meaning::Fact });
        match meaning {
            Meaning::Legal => push_new(&mut draft.designation.legal_notes, text),
            Meaning::Fact => self.fact(&label, draft),
            Meaning::Number => self.number(label, draft),
        }
    }

    fn fact(self, label: &str, draft: &mut Draft) {
        let target = &mut draft.designation;
        if label == "Gender" && target.gender.is_none() {
            target.gender = Some(self.value);
            return;
        }
        let day = match label {
            "Listing Date (CMIC)" => Some(&mut target.listed),
            "Effective Date (CMIC)" => Some(&mut target.effective),
            "Purchase/Sales For Divestment Date (CMIC)" => Some(&mut target.divest_by),
            _ => None,
        };
        if let (Some(field), Some(day)) = (day, day_of(&self.value))
            && field.is_none()
        {
            *field = Some(day);
            return;
        }
        let value =
            [Some(self.value).filter(|value| !value.is_empty()), self.country.map(|country| format!("({country})"))];
        draft.fact(&sentence_case(label), value.into_iter().flatten().collect::<Vec<_>>().join(" "));
    }

    fn number(self, label: String, draft: &mut Draft) {
        // Only there `IMO` stands before the number of a ship; companies have IMO numbers of another kind.
        let imo = self.value.strip_prefix("IMO ").map(str::trim).filter(|number| {
            label == "Vessel Registration Identification"
                && !number.is_empty()
                && number.bytes().all(|b| b.is_ascii_digit())
        });
        let (kind, number) = match imo {
            Some(number) => ("IMO number".to_owned(), number.to_owned()),
            None => (label, self.value),
        };
        let identifier = Identifier { kind, number, country: self.country, issued: self.issued, expires: self.expires };
        push_new(&mut draft.designation.identifiers, identifier);
    }
}

/// The day that a published date names, if it names one.
pub fn day_of(published: &str) -> Option<Day> {
    PartialDate::read(published).interval.filter(|(first, last)| first == last).map(|(day, _)| day)
}

/// A label of OFAC's as a sentence begins: `Organization Type` becomes `Organization type`. What stands in brackets and
/// what is no plain word stays as it is.
pub fn sentence_case(label: &str) -> String {
    // Namesieve's own data call it so.
    let label = label.strip_suffix(" Established Date").map_or(label.to_owned(), |what| format!("{what} Established"));
    let mut depth = 0_usize;
    let words = label.split(' ').enumerate().map(|(at, word)| {
        let inside = depth > 0 || word.starts_with('(');
        depth = (depth + word.matches('(').count()).saturating_sub(word.matches(')').count());
        let mut letters = word.chars();
        let plain = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        if at > 0 && plain && word.len() > 1 && !inside { word.to_lowercase() } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Adds what is not there yet.
pub fn push_new<T: PartialEq>(to: &mut Vec<T>, one: T) {
    if !to.contains(&one) {
        to.push(one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_written_as_sentences_begin() {
        for (label, expected) in [
            ("Organization Type", "Organization type"),
            ("Organization Established Date", "Organization established"),
            ("Effective Date (EO 14024 Directive 3)", "Effective date (EO 14024 Directive 3)"),
            ("Website", "Website"),
            ("Previous Aircraft Tail Number", "Previous aircraft tail number"),
        ] {
            assert_eq!(sentence_case(label), expected);
        }
    }
}
