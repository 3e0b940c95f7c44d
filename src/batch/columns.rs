//! What each column of a table is used for, and the rows that come of it.

use super::dates::Order;
use super::{Row, Told};
use crate::facts::Fact;
use crate::report::{Reason, ReasonCode};
use crate::sheet::words::{self, Meaning};
use crate::sheet::{Fault, Sheet};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

/// What a column is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Use {
    /// The whole name; of several columns the first with something in it leads, and the others are further names.
    Name,
    /// Given names, middle names and the like, in the order of the columns.
    Given,
    /// Family names, in the order of the columns.
    Family,
    /// Further names, divided by semicolons, bars or line breaks: each is screened.
    Alias,
    /// Date or year of birth.
    Birth,
    /// A country that has to do with the party.
    Country,
    /// Nationality.
    Nationality,
    /// Person, organisation, vessel or aircraft.
    Kind,
    /// Female or male.
    Gender,
    /// An identity or registration number.
    Identifier,
    /// The number or reference that the file has for the party.
    Reference,
    /// Nothing: it is kept in the results and not compared.
    Other,
}

impl Use {
    /// All of them, with their keys on the command line and in the page.
    pub const ALL: [(Use, &'static str); 12] = [
        (Use::Name, "name"),
        (Use::Given, "given"),
        (Use::Family, "family"),
        (Use::Alias, "alias"),
        (Use::Birth, "birth"),
        (Use::Country, "country"),
        (Use::Nationality, "nationality"),
        (Use::Kind, "kind"),
        (Use::Gender, "gender"),
        (Use::Identifier, "identifier"),
        (Use::Reference, "reference"),
        (Use::Other, "other"),
    ];

    /// The use that a key or a word of a header names, such as `name`, `dob` or `first name`.
    pub fn named(word: &str) -> Option<Use> {
        let word = word.trim();
        let key = Use::ALL.iter().find(|(_, key)| key.eq_ignore_ascii_case(word)).map(|(wanted, _)| *wanted);
        key.or_else(|| Some(Use::of(words::meaning(word))).filter(|found| *found != Use::Other))
    }

    fn of(meaning: Meaning) -> Use {
        match meaning {
            Meaning::Id => Use::Reference,
            Meaning::Name => Use::Name,
            Meaning::Family => Use::Family,
            Meaning::Given => Use::Given,
            Meaning::Aliases | Meaning::Former => Use::Alias,
            Meaning::Kind => Use::Kind,
            Meaning::Birth => Use::Birth,
            Meaning::Country => Use::Country,
            Meaning::Nationality => Use::Nationality,
            Meaning::Gender => Use::Gender,
            Meaning::Identifier | Meaning::Imo => Use::Identifier,
            Meaning::BirthPlace | Meaning::Address | Meaning::Note | Meaning::Other => Use::Other,
        }
    }

    fn fact(self) -> Option<Fact> {
        Some(match self {
            Use::Birth => Fact::Birth,
            Use::Country => Fact::Country,
            Use::Nationality => Fact::Nationality,
            Use::Kind => Fact::Kind,
            Use::Gender => Fact::Gender,
            Use::Identifier => Fact::Identifier,
            Use::Name | Use::Given | Use::Family | Use::Alias | Use::Reference | Use::Other => return None,
        })
    }
}

/// The uses of a table's columns, one for each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Columns(Vec<Use>);

/// Why columns cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ColumnsError {
    /// No column has names.
    #[error("no column is known to hold the names; the columns are {found}; say which one does")]
    NoName {
        /// The labels of the columns.
        found: String,
    },
    /// A use that is not known.
    #[error("`{got}` is nothing that a column can be used for; expected one of {}", keys())]
    NoUse {
        /// What was given.
        got: String,
    },
    /// A column that is not there.
    #[error("there is no column `{got}`; the columns are {found}, or #1 for the first of them")]
    NoColumn {
        /// What was given.
        got: String,
        /// The labels of the columns.
        found: String,
    },
    /// Another number of uses than of columns.
    #[error("{got} uses were given for {expected} columns")]
    Count {
        /// How many were given.
        got: usize,
        /// How many columns there are.
        expected: usize,
    },
}

fn keys() -> String {
    Use::ALL.map(|(_, key)| key).join(", ")
}

/// The labels of a table, for a sentence.
fn labels(sheet: &Sheet) -> String {
    const MOST: usize = 20;
    let shown: Vec<String> = sheet.labels.iter().take(MOST).map(|label| format!("`{label}`")).collect();
    let more = if sheet.labels.len() > MOST { " and more" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// What a row asks, whatever the capitals: its names and its facts.
type Asked = (Vec<String>, Vec<(&'static str, String)>);

impl Columns {
    /// The uses that the words of the header tell.
    pub fn recognise(sheet: &Sheet) -> Columns {
        let mut uses: Vec<Use> = sheet.meanings().into_iter().map(Use::of).collect();
        let has = |uses: &[Use], wanted| uses.contains(&wanted);
        let count = |uses: &[Use], wanted| uses.iter().filter(|each| **each == wanted).count();
        let parts = count(&uses, Use::Family) + count(&uses, Use::Given);
        // `Nom` alone, or `Nombre` alone, is the whole name. Two family names are parts of one.
        if !has(&uses, Use::Name) && parts == 1 {
            let alone = |each: &mut Use| {
                if matches!(each, Use::Family | Use::Given) {
                    *each = Use::Name
                }
            };
            uses.iter_mut().for_each(alone);
        }
        // Beside `Vorname` or `First name`, `Name` is the family name.
        if has(&uses, Use::Given) && !has(&uses, Use::Family) && count(&uses, Use::Name) == 1 {
            let bare = |label: &String| label.trim().eq_ignore_ascii_case("name");
            for (each, _) in
                uses.iter_mut().zip(&sheet.labels).filter(|(each, label)| **each == Use::Name && bare(label))
            {
                *each = Use::Family;
            }
        }
        Columns(uses)
    }

    /// These uses by their keys, one for each column.
    ///
    /// # Errors
    /// [`ColumnsError`].
    pub fn of(sheet: &Sheet, keys: &[String]) -> Result<Columns, ColumnsError> {
        let named = |key: &String| Use::ALL.iter().find(|(_, known)| known == key).map(|(found, _)| *found);
        let uses: Result<Vec<Use>, _> =
            keys.iter().map(|key| named(key).ok_or_else(|| ColumnsError::NoUse { got: key.clone() })).collect();
        match uses? {
            uses if uses.len() == sheet.labels.len() => Ok(Columns(uses)),
            uses => Err(ColumnsError::Count { got: uses.len(), expected: sheet.labels.len() }),
        }
    }

    /// The same uses with changes `use=column`: the column by its label without regard to case, or `#3` for the third. What a
    /// change names is used for nothing else, and a use that is named is no longer guessed for other columns.
    ///
    /// # Errors
    /// [`ColumnsError`].
    pub fn with(mut self, sheet: &Sheet, changes: &[(String, String)]) -> Result<Columns, ColumnsError> {
        let mut named = Vec::new();
        for (key, column) in changes {
            let wanted = Use::named(key).ok_or_else(|| ColumnsError::NoUse { got: key.clone() })?;
            let number = column.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
            let by_number = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < sheet.labels.len());
            let lower = column.trim().to_lowercase();
            let at = sheet.labels.iter().position(|label| label.to_lowercase() == lower).or(by_number);
            let at = at.ok_or_else(|| ColumnsError::NoColumn { got: column.clone(), found: labels(sheet) })?;
            named.push((at, wanted));
        }
        for each in &mut self.0 {
            if named.iter().any(|(_, wanted)| wanted == each) {
                *each = Use::Other;
            }
        }
        for (at, wanted) in named {
            self.0[at] = wanted;
        }
        Ok(self)
    }

    /// The columns that are not compared although they seem to hold names, by their labels.
    pub fn names_not_compared<'a>(&self, sheet: &'a Sheet) -> Vec<&'a str> {
        let others = self.0.iter().zip(&sheet.labels).filter(|(wanted, _)| **wanted == Use::Other);
        let seems = |label: &&str| words::seems_a_name(label) || words::seems_of_people(label);
        others.map(|(_, label)| label.as_str()).filter(seems).collect()
    }

    /// The key of each column's use.
    pub fn keys(&self) -> Vec<&'static str> {
        let key = |wanted: &Use| Use::ALL.iter().find(|(known, _)| known == wanted).map_or("other", |(_, key)| key);
        self.0.iter().map(key).collect()
    }

    /// Whether the columns of a table can be asked.
    ///
    /// # Errors
    /// [`ColumnsError::NoName`].
    pub fn check(&self, sheet: &Sheet) -> Result<(), ColumnsError> {
        let asks = |each: &Use| matches!(each, Use::Name | Use::Given | Use::Family | Use::Identifier);
        match self.0.iter().any(asks) {
            true => Ok(()),
            false => Err(ColumnsError::NoName { found: labels(sheet) }),
        }
    }

    /// In which order each column of birth dates has day and month, where its dates show it.
    pub fn orders(&self, sheet: &Sheet) -> Orders {
        let of = |(at, wanted): (usize, &Use)| match wanted {
            Use::Birth => self.shown(sheet, at).map(|(order, _)| order),
            _ => None,
        };
        Orders(self.0.iter().enumerate().map(of).collect())
    }

    fn shown<'s>(&self, sheet: &'s Sheet, at: usize) -> Option<(Order, &'s str)> {
        Order::shown(sheet.rows.iter().filter_map(|line| line.cells.get(at).map(String::as_str)))
    }

    /// What a person should know of how the columns are read, a sentence each.
    pub fn notes(&self, sheet: &Sheet) -> Vec<String> {
        let births = (0..self.0.len()).filter(|at| self.0[*at] == Use::Birth);
        let note = |at: usize| {
            let (order, shows) = self.shown(sheet, at)?;
            let order = if order == Order::DayFirst { "day, month, year" } else { "month, day, year" };
            Some(format!("The dates of `{}` are read as {order}, as {shows} shows.", sheet.labels.get(at)?))
        };
        births.filter_map(note).collect()
    }

    /// The rows of a table, each as it is asked, in their order.
    ///
    /// # Errors
    /// [`ColumnsError::NoName`].
    pub fn rows(&self, sheet: &Sheet) -> Result<Vec<Row>, ColumnsError> {
        self.rows_in(sheet, &self.orders(sheet))
    }

    /// The same for a piece of a table, whose dates have the orders of the whole.
    ///
    /// # Errors
    /// [`ColumnsError::NoName`].
    pub fn rows_in(&self, sheet: &Sheet, orders: &Orders) -> Result<Vec<Row>, ColumnsError> {
        self.check(sheet)?;
        let mut seen: HashMap<Asked, usize> = HashMap::new();
        let rows = sheet.rows.iter().enumerate().map(|(at, line)| {
            let cells = line.cells.iter().enumerate();
            let cells: Vec<Cow<str>> = cells.map(|(at, cell)| orders.read(at, sheet.asked(cell))).collect();
            let mut row = Row { row: sheet.number(at), ..self.row(&cells) };
            row.fault = line.fault.as_ref().map(fault).or(row.fault);
            if row.fault.is_none() && !row.names.is_empty() {
                let lower = |text: &String| text.to_lowercase();
                let facts = row.facts.iter().map(|told| (told.fact.key(), lower(&told.text))).collect();
                let first = *seen.entry((row.names.iter().map(lower).collect(), facts)).or_insert(row.row);
                row.same_as = Some(first).filter(|first| *first != row.row);
            }
            row
        });
        Ok(rows.collect())
    }

    fn row(&self, cells: &[Cow<str>]) -> Row {
        row(&self.0.iter().copied().zip(cells.iter().map(AsRef::as_ref)).collect::<Vec<_>>())
    }

    /// The row of texts of which each says what it is used for; it has no number.
    pub fn row_of(cells: &[(Use, String)]) -> Row {
        row(&cells.iter().map(|(wanted, cell)| (*wanted, cell.as_str())).collect::<Vec<_>>())
    }
}

/// The order of day and month in each column, where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Orders(Vec<Option<Order>>);

impl Orders {
    /// A cell of the column at this place, a date whose order is known being one of ISO 8601.
    fn read<'c>(&self, at: usize, cell: &'c str) -> Cow<'c, str> {
        let order = self.0.get(at).copied().flatten();
        order.and_then(|order| order.iso(cell)).map_or(Cow::Borrowed(cell), Cow::Owned)
    }
}

/// A row, as its cells ask it.
fn row(cells: &[(Use, &str)]) -> Row {
    let of = |wanted: Use| {
        let filled = cells.iter().filter(move |(each, _)| *each == wanted).map(|(_, cell)| cell.trim());
        filled.filter(|cell| !cell.is_empty())
    };
    let composed: Vec<&str> = of(Use::Given).chain(of(Use::Family)).collect();
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        // `AHMED Benazir` beside `Benazir Ahmed` asks nothing new.
        let words = |text: &str| {
            let mut words: Vec<String> =
                text.split(|c: char| c.is_whitespace() || c == ',').map(str::to_lowercase).collect();
            words.retain(|word| !word.is_empty());
            words.sort_unstable();
            words
        };
        if !name.is_empty() && names.iter().all(|known| words(known) != words(name)) {
            names.push(name.to_owned());
        }
    };
    of(Use::Name).for_each(&mut add);
    // A given name without a family name is a part of the whole name beside it, or stands before it.
    match (of(Use::Name).next(), of(Use::Family).next()) {
        (Some(whole), None) if !composed.is_empty() => {
            let words = |text: &str| -> Vec<String> { text.split([' ', ',']).map(str::to_lowercase).collect() };
            let known = words(whole);
            if composed.iter().flat_map(|part| words(part)).any(|word| !known.contains(&word)) {
                add(&format!("{} {whole}", composed.join(" ")));
            }
        }
        _ => add(&composed.join(" ")),
    }
    of(Use::Alias).flat_map(values).for_each(&mut add);
    let facts = Fact::ALL.into_iter().flat_map(|fact| {
        let columns = Use::ALL.into_iter().filter(|(each, _)| each.fact() == Some(fact));
        let told: Vec<&str> = columns.flat_map(|(each, _)| of(each).collect::<Vec<_>>()).collect();
        let texts: Vec<String> = match fact {
            // Several countries are one fact, several numbers are looked for one by one.
            Fact::Country | Fact::Nationality if !told.is_empty() => vec![told.join("; ")],
            Fact::Identifier => told.iter().flat_map(|cell| values(cell)).map(str::to_owned).collect(),
            _ => told.first().map(|text| (*text).to_owned()).into_iter().collect(),
        };
        texts.into_iter().map(move |text| Told { fact, text })
    });
    let facts = facts.collect();
    let fault = names.iter().find_map(|name| error(name));
    Row { reference: of(Use::Reference).next().unwrap_or("").to_owned(), names, facts, fault, ..Row::default() }
}

/// The values of a cell that may hold several.
fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '|', '\n', '\r']).map(str::trim).filter(|value| !value.is_empty())
}

/// What spreadsheets show in place of a value that they could not make; it is no name.
const ERRORS: [&str; 9] =
    ["#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!"];

fn error(name: &str) -> Option<Reason> {
    let found = ERRORS.iter().find(|error| error.eq_ignore_ascii_case(name));
    found.map(|error| Reason { code: ReasonCode::Unreadable, value: Some((*error).to_owned()) })
}

fn fault(fault: &Fault) -> Reason {
    let (code, value) = match fault {
        Fault::TooManyCells(cells) => (ReasonCode::TooManyCells, cells.to_string()),
        Fault::LongCell(characters) => (ReasonCode::LongCell, characters.to_string()),
        Fault::RowsWithin(line) => (ReasonCode::RowsWithin, line.clone()),
    };
    Reason { code, value: Some(value) }
}
