//! Identity and registration documents: the number, and what else OFAC says of it.

use crate::designation::{Designation, Identifier};
use crate::list::words::fact;

/// The only kind under which `IMO` stands before the number of a ship; companies have IMO numbers of another series.
const VESSEL: &str = "Vessel Registration Identification";

/// What a document says besides its kind and number; each is nothing where the file says nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Document {
    /// The kind, in OFAC's words.
    pub kind: String,
    /// The number.
    pub number: Option<String>,
    /// The country that issued it.
    pub country: Option<String>,
    /// The place where it was issued.
    pub place: Option<String>,
    /// The office that issued it.
    pub office: Option<String>,
    /// Day of issue.
    pub issued: Option<String>,
    /// Day of expiry.
    pub expires: Option<String>,
    /// Why it is not to be relied on: `Fraudulent`.
    pub doubt: Option<String>,
    /// Free text.
    pub comment: Option<String>,
    /// The name that stands on it, where that is not the primary name.
    pub name: Option<String>,
}

impl Document {
    /// Adds the document to its holder.
    pub fn place(self, holder: &mut Designation) {
        let (kind, number) = match self.number {
            Some(number) => {
                let (kind, number) = numbered(self.kind, number);
                (kind, Some(number))
            }
            None => (self.kind, None),
        };
        let said = match &number {
            Some(number) => format!("{kind} {number}"),
            None => kind.clone(),
        };
        // Where it was issued says more than its country only if it is another word.
        let place = self.place.filter(|place| Some(place) != self.country.as_ref());
        let remarks = [
            ("Issuing authority", self.office),
            ("Place of issue", place),
            ("Validity", self.doubt),
            ("Comment on document", self.comment),
            ("Name on document", self.name),
        ];
        for (label, value) in remarks {
            let Some(value) = value else { continue };
            holder.facts.push(fact(label, format!("{said}: {value}")));
        }
        match number {
            Some(number) => holder.identifiers.push(Identifier {
                kind,
                number,
                country: self.country,
                issued: self.issued,
                expires: self.expires,
            }),
            None => {
                let words = [self.country, self.issued, self.expires].into_iter().flatten();
                let value = words.fold("without a number".to_owned(), |said, more| format!("{said}, {more}"));
                holder.facts.push(fact(kind, value));
            }
        }
    }
}

/// The kind and the number under which a number is shown: that of a ship by its digits.
pub(super) fn numbered(kind: String, number: String) -> (String, String) {
    match imo(&number).filter(|_| kind == VESSEL) {
        Some(digits) => ("IMO number".to_owned(), digits),
        None => (kind, number),
    }
}

/// The digits of a ship's number, which OFAC writes `IMO 9187629` under a more general kind.
fn imo(number: &str) -> Option<String> {
    let digits = number.trim().strip_prefix("IMO")?.trim_start_matches([' ', ':', '.', '-']);
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| digits.to_owned())
}
