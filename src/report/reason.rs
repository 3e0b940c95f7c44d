//! Why a name or a row was not screened, as a sentence that says what to do.

use super::{Reason, ReasonCode};
use std::fmt;

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value.as_deref().unwrap_or("");
        match self.code {
            ReasonCode::Empty => f.write_str("There is nothing to look for: give a name."),
            ReasonCode::NoLetters => f.write_str("There is no letter in it: give a name."),
            ReasonCode::TooLong => write!(f, "It has more than {value} characters: give one name at a time."),
            ReasonCode::UnsupportedScript => write!(
                f,
                "It has {value} letters, which this version cannot read: give the name in Latin letters as well."
            ),
            ReasonCode::Unreadable => {
                write!(f, "It has characters that cannot be compared ({value}): write it in plain letters.")
            }
            ReasonCode::SeveralNames => f.write_str("It looks like several names: screen one name at a time."),
            ReasonCode::Address => f.write_str("It looks like a web or e-mail address: give the name."),
            ReasonCode::TooLittle => f.write_str(
                "It is too little of a name: it fits common or listed names in part. Give more of the name.",
            ),
            ReasonCode::MistypedNumber => write!(
                f,
                "The number {value} fails its own checksum, and no list has it: it is mistyped. Give it as it is printed."
            ),
            ReasonCode::NoList => f.write_str("No list is loaded, or all of them are switched off."),
            ReasonCode::TooManyCells => write!(
                f,
                "The row has {value} cells, more than the header has columns, so its cells cannot be told apart: put a cell that holds the separator into quotation marks."
            ),
            ReasonCode::LongCell => {
                write!(f, "A cell of the row has {value} characters: a quotation mark may be missing.")
            }
            ReasonCode::RowsWithin => write!(
                f,
                "A cell of the row goes on over lines that read like rows of their own (`{value}`): a quotation mark is out of place."
            ),
            ReasonCode::Stopped => f.write_str("Screening was stopped before this row: screen it again."),
            ReasonCode::Failed => f.write_str("The engine stopped at this row each time: screen its name by itself."),
            ReasonCode::OutOfDate => write!(
                f,
                "Nothing was found, but these lists are out of date or of an unknown age: {value}. Fetch them again."
            ),
            ReasonCode::LongText => {
                write!(f, "The text has more than {value} characters: give it in several parts.")
            }
            ReasonCode::ManyMentions => write!(
                f,
                "There are more than {value} names of listed parties: the rest of the text was not searched. Give it in several parts."
            ),
            ReasonCode::Unfinished => {
                f.write_str("The search was stopped before the end of the text: search it again.")
            }
            ReasonCode::Unread => f.write_str("Parts of the document could not be read, and names may stand there."),
        }
    }
}
