//! A particular: a labelled value of a record, and the field of a designation into which it goes.
//!
//! OFAC files everything that has no field of its own under the identity numbers: gender, websites, the directives to which
//! a party is subject, the dates of an investment restriction.

use super::document::numbered;
use super::draft::Draft;
use super::labels::{self, Meaning, sentence_case};
use crate::date::{Day, PartialDate};
use crate::designation::Identifier;
use crate::list::days::single;
use crate::list::push_new;

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
        let (kind, number) = numbered(label, self.value);
        let identifier = Identifier { kind, number, country: self.country, issued: self.issued, expires: self.expires };
        push_new(&mut draft.designation.identifiers, identifier);
    }
}

/// The day that a published date names, if it names one.
pub fn day_of(published: &str) -> Option<Day> {
    single(&PartialDate::read(published))
}
