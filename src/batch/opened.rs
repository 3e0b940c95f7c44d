//! Rows of a redacted record that are opened for somebody: who was asked, what was found, and the key that shows that it is what was hidden.

use super::record::{Record, RecordError, json};
use super::redacted::{Hidden, Key, Redacted, key_of, read};
use super::{Outcome, Row};
use serde::{Deserialize, Serialize};

/// The format of rows that were opened.
pub const FORMAT: &str = "namesieve-opened/1";

/// Rows of a redacted record that were opened for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    format: String,
    /// Of which redacted record, by its seal.
    pub redacted: String,
    /// The rows.
    pub rows: Vec<OpenRow>,
}

/// A row that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenRow {
    /// Its place in the record, from 0.
    pub at: usize,
    /// The key of this row alone, in hexadecimal.
    pub key: String,
    /// The row as it was asked.
    pub row: Row,
    /// What came of it.
    pub outcome: Outcome,
}

/// Why rows cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The record has no row of this number.
    #[error("the record has no row {0}; give the numbers that a spreadsheet program shows beside the rows of the file")]
    NoRow(usize),
    /// The key belongs to another redacted record.
    #[error("the key does not belong to this record: what it hides has the seal {is}, and the key is for {was}")]
    OtherKey {
        /// The seal of what this record and the key give.
        is: String,
        /// The seal that the key names.
        was: String,
    },
    /// The rows are not those that are hidden.
    #[error("{0}")]
    NotHidden(String),
}

impl Redacted {
    /// The rows of a file of opened ones, if each is one that is hidden here.
    ///
    /// # Errors
    /// [`OpenError::NotHidden`] for the first that is not.
    pub fn holds<'o>(&self, opened: &'o Opened) -> Result<&'o [OpenRow], OpenError> {
        let not = |what: String| Err(OpenError::NotHidden(what));
        if opened.redacted != self.seal {
            return not("the opened rows belong to another redacted record".to_owned());
        }
        if opened.rows.is_empty() {
            return not("no row is opened in it".to_owned());
        }
        for open in &opened.rows {
            let own = self.rows.get(open.at).map(|row| Hidden { chain: String::new(), ..row.clone() });
            if own != Some(Hidden::of(&open.key, &open.row, &open.outcome)) {
                return not(format!("what is said of row {} is not what is hidden there", open.row.row));
            }
        }
        Ok(&opened.rows)
    }
}

impl Opened {
    /// Opens rows of a record that was redacted with this key, by the numbers that a spreadsheet program shows beside them.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn new(record: &Record, key: &Key, rows: &[usize]) -> Result<Opened, OpenError> {
        let bytes = key.bytes().unwrap_or_default();
        let (redacted, _) = Redacted::new(record, &bytes);
        if redacted.seal != key.redacted {
            return Err(OpenError::OtherKey { is: redacted.seal, was: key.redacted.clone() });
        }
        let open = |number: &usize| {
            let at = record.rows.iter().position(|entry| entry.row.row == *number).ok_or(OpenError::NoRow(*number))?;
            let entry = &record.rows[at];
            Ok(OpenRow { at, key: key_of(&bytes, at), row: entry.row.clone(), outcome: entry.outcome.clone() })
        };
        let rows = rows.iter().map(open).collect::<Result<_, _>>()?;
        Ok(Opened { format: FORMAT.into(), redacted: key.redacted.clone(), rows })
    }

    /// Reads opened rows.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn read(bytes: &[u8]) -> Result<Opened, RecordError> {
        read(bytes, FORMAT)
    }

    /// The opened rows as a file, a line each.
    pub fn write(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(json).collect();
        let (format, redacted) = (json(&self.format), json(&self.redacted));
        format!("{{\"format\":{format},\n\"redacted\":{redacted},\n\"rows\":[\n{}\n]}}\n", rows.join(",\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::record::tests::record;
    use crate::batch::redacted::KEY;
    use crate::pack::hex;

    const SECRET: [u8; KEY] = [7; KEY];

    #[test]
    fn one_row_can_be_opened_and_says_nothing_of_another() {
        let record = record();
        let (redacted, key) = Redacted::new(&record, &SECRET);
        let number = record.rows[3].row.row;
        let opened = Opened::new(&record, &Key::read(key.write().as_bytes()).unwrap(), &[number]).unwrap();
        assert_eq!(Opened::read(opened.write().as_bytes()).as_ref(), Ok(&opened));
        assert_eq!(redacted.holds(&opened).unwrap()[0].row, record.rows[3].row);
        assert!(!opened.write().contains(&key.key) && !opened.write().contains("Benazir"));
        // Whoever has the key of one row has none of another.
        let elsewhere = |change: &dyn Fn(&mut OpenRow)| {
            let mut other = opened.clone();
            change(&mut other.rows[0]);
            redacted.holds(&other).is_err()
        };
        assert!(elsewhere(&|open| open.at = 0) && elsewhere(&|open| open.at = 99));
        assert!(elsewhere(&|open| open.row.names[0].push('x')));
        assert!(elsewhere(&|open| open.outcome.hits.clear()));
        assert!(elsewhere(&|open| open.key = key_of(&SECRET, 0)));
        assert_eq!(Opened::new(&record, &key, &[99]), Err(OpenError::NoRow(99)));
        let mut wrong = key.clone();
        wrong.key = hex(&[8; KEY]);
        assert!(matches!(Opened::new(&record, &wrong, &[number]), Err(OpenError::OtherKey { .. })));
        let (other, _) = Redacted::new(&record, &[8; KEY]);
        assert!(other.holds(&opened).is_err() && other.rows[0].hidden != redacted.rows[0].hidden);
    }
}
