//! One row of a watchlist, put into a designation.
//!
//! | column | becomes |
//! |---|---|
//! | id, name, type | id, primary name, kind of subject; a second name is an alias (`names`) |
//! | aliases, former name | other names, divided by `;`, `\|` or a line break |
//! | birth date, birth place, gender, nationality | the fields of these names |
//! | country | a person's nationality, an entity's address, of a ship or aircraft a fact |
//! | address, identifier, IMO | address, identifier; an IMO number is known by its letters among identifiers, too |
//! | note | a fact `Note` |
//! | anything else | a fact with the column's own word |

use super::columns::Columns;
use super::date::{self, Found};
use super::names;
use crate::designation::{Address, Designation, Identifier, SubjectKind};
use crate::list::distinct;
use crate::list::notices::{Kind, Notices};
use crate::list::words::{fact, plain};
use crate::sheet::words::Meaning;

const UNKNOWN_KIND: Kind = Kind {
    one: "row gives a type that is not known",
    many: "rows give types that are not known",
    done: "read by whether there is a birth date: a person with one, an entity without",
};
const UNREAD_BIRTH: Kind = Kind {
    one: "birth date cannot be read as a date",
    many: "birth dates cannot be read as dates",
    done: "shown as written and not compared",
};
const TWO_WAYS: Kind = Kind {
    one: "birth date can be read in two ways, day or month first",
    many: "birth dates can be read in two ways, day or month first",
    done: "shown as written and not compared; write it as 1970-12-31",
};

impl Columns {
    /// The designation of a row that has something in it.
    ///
    /// # Errors
    /// What is wrong with it, as the rest of a sentence.
    pub(super) fn designation(
        &self,
        row: &[String],
        number: usize,
        notices: &mut Notices,
    ) -> Result<Designation, String> {
        let cells = |wanted: Meaning| {
            let filled = self.all.iter().zip(row).filter(move |((_, meaning), _)| *meaning == wanted);
            filled.map(|((label, _), cell)| (label.as_str(), cell.trim())).filter(|(_, cell)| !cell.is_empty())
        };
        let first = |wanted: Meaning| cells(wanted).next().map(|(_, cell)| cell);
        let many = |wanted: Meaning| cells(wanted).flat_map(|(_, cell)| values(cell)).collect::<Vec<String>>();

        let place = format!(" in row {number}");
        let named = names::read(&self.all, row, &place, notices)?;
        let births = many(Meaning::Birth);
        let said = first(Meaning::Kind);
        let kind = said.and_then(SubjectKind::named).unwrap_or_else(|| {
            if let Some(said) = said {
                notices.add_at(UNKNOWN_KIND, said, &place);
            }
            if births.is_empty() && !named.person { SubjectKind::Entity } else { SubjectKind::Individual }
        });
        let id = first(Meaning::Id).map_or_else(|| format!("row-{number}"), str::to_owned);
        let mut designation = Designation::new(id, kind);
        designation.measures.push("own-list".to_owned());
        designation.names = named.roll(&designation.id, notices);
        for text in births {
            let birth = match date::read(&text) {
                Found::Date(date) => date,
                Found::TwoWays(date) => {
                    notices.add_at(TWO_WAYS, &text, &place);
                    date
                }
                Found::Unread(date) => {
                    notices.add_at(UNREAD_BIRTH, &text, &place);
                    date
                }
            };
            designation.births.push(birth);
        }
        designation.birth_places = many(Meaning::BirthPlace);
        designation.gender = first(Meaning::Gender).map(str::to_owned);
        designation.nationalities = many(Meaning::Nationality);
        for country in many(Meaning::Country) {
            match kind {
                SubjectKind::Individual => designation.nationalities.push(country),
                SubjectKind::Entity => {
                    let country = Some(country);
                    designation.addresses.push(Address { street: None, place: None, country, uid: None });
                }
                SubjectKind::Vessel | SubjectKind::Aircraft => designation.facts.push(fact("Country", country)),
            }
        }
        for street in many(Meaning::Address) {
            designation.addresses.push(Address { street: Some(street), place: None, country: None, uid: None });
        }
        for (label, number) in cells(Meaning::Identifier)
            .flat_map(|(label, cell)| values(cell).into_iter().map(move |number| (label, number)))
        {
            designation.identifiers.push(identifier(label, number));
        }
        for number in many(Meaning::Imo) {
            let digits = number.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned();
            designation.identifiers.push(identifier("IMO number", if digits.is_empty() { number } else { digits }));
        }
        for (_, note) in cells(Meaning::Note) {
            designation.facts.push(fact("Note", note));
        }
        for (label, value) in cells(Meaning::Other) {
            designation.facts.push(fact(label, value));
        }
        if let Some(said) = said.filter(|said| SubjectKind::named(said).is_none()) {
            designation.facts.push(fact("Type", said));
        }
        Ok(designation)
    }
}

fn identifier(label: &str, number: String) -> Identifier {
    // `IMO9187629` and `IMO 9187629` are known wherever they stand.
    let digits = number.get(..3).filter(|start| start.eq_ignore_ascii_case("imo")).map(|_| number[3..].trim());
    let digits = digits.filter(|rest| rest.len() == 7 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    let (kind, number) = match digits {
        Some(digits) => ("IMO number", digits.to_owned()),
        None => (label, number),
    };
    Identifier { kind: kind.to_owned(), number, country: None, issued: None, expires: None }
}

/// The values of a cell that may hold several, divided by `;`, `|` or a line break; one in quotation marks may contain them.
pub(super) fn values(cell: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut value = String::new();
    let mut quoted = false;
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                value.push('"');
                letters.next();
            }
            '"' if quoted => quoted = false,
            // Only a quotation mark that opens a value divides nothing; `5" gun` has one of its own.
            '"' if value.trim().is_empty() && letters.clone().any(|after| after == '"') => quoted = true,
            ';' | '|' | '\n' | '\r' if !quoted => all.push(std::mem::take(&mut value)),
            _ => value.push(letter),
        }
    }
    all.push(value);
    distinct(all.iter().map(|value| plain(value)).filter(|value| !value.is_empty()))
}
