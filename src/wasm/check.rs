//! The reader's door to records: one is held against its own digests, its lists, its file, and what screening its rows again gives.

use super::table::{bad_columns, bad_table, read};
use super::{error, object};
use crate::batch::Outcome;
use crate::batch::delta::Entries;
use crate::batch::record::{Counts, Head, Record, RecordError};
use crate::report::Coverage;
use crate::sheet::Sheet;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A record that is being checked.
#[wasm_bindgen]
pub struct Check(Record);

/// What a page shows of a record.
#[derive(Serialize)]
struct Told<'a> {
    head: &'a Head,
    counts: Counts,
    seal: &'a str,
}

/// Reads a record and holds it against its own digests.
///
/// # Errors
/// An `Error` with the code `bad-record`.
#[wasm_bindgen(js_name = openRecord)]
pub fn open_record(bytes: &[u8]) -> Result<Check, JsValue> {
    Record::read(bytes).map(Check).map_err(|refusal: RecordError| error("bad-record", &refusal.to_string()))
}

#[wasm_bindgen]
impl Check {
    /// What the record tells of all its rows.
    ///
    /// # Errors
    /// None that is known.
    pub fn about(&self) -> Result<JsValue, JsValue> {
        object(&Told { head: &self.0.head, counts: self.0.counts, seal: &self.0.seal })
    }

    /// Why the rows cannot be screened again over the loaded lists, or what these hold is not what the record tells; nothing where
    /// they can. `entries` are those of the engine.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn lists(&self, loaded: JsValue, entries: JsValue) -> Result<Option<String>, JsValue> {
        let (loaded, entries): (Vec<Coverage>, Entries) = (read(loaded)?, read(entries)?);
        let other = || self.0.other_entries(&entries).map(str::to_owned);
        Ok(self.0.other_lists(&loaded).or_else(other))
    }

    /// Why a file is not the one of the record; nothing where it is.
    ///
    /// # Errors
    /// An `Error` with the code `bad-table` for a file that cannot be read.
    pub fn file(&self, bytes: &[u8]) -> Result<Option<String>, JsValue> {
        let input = &self.0.head.input;
        let sheet = Sheet::read(&input.file.name, bytes, &input.choice).map_err(bad_table)?;
        if sheet.file.sha256 != input.file.sha256 {
            let (is, was) = (&sheet.file.sha256, &input.file.sha256);
            return Ok(Some(format!("the file has the sha256 {is}, and the record is about one with {was}")));
        }
        Ok(self.0.other_rows(&input.columns.rows(&sheet).map_err(bad_columns)?))
    }

    /// The rows as they were asked, from the one at this place on.
    ///
    /// # Errors
    /// None that is known.
    pub fn rows(&self, from: usize, count: usize) -> Result<JsValue, JsValue> {
        object(&self.0.rows.iter().skip(from).take(count).map(|entry| &entry.row).collect::<Vec<_>>())
    }

    /// The first difference between the record and what screening its rows now gives, from the row at this place on; `null` for
    /// rows with a fault.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn compare(&self, from: usize, outcomes: JsValue) -> Result<Option<String>, JsValue> {
        let outcomes: Vec<Option<Outcome>> = read(outcomes)?;
        let pairs = self.0.rows.iter().skip(from).zip(outcomes);
        let now = pairs.map(|(entry, now)| (entry, now.or_else(|| entry.row.fault.clone().map(Outcome::not_screened))));
        let mut differences = now.map(|(entry, now)| Record::differs(entry, &now.unwrap_or_else(Outcome::stopped)));
        Ok(differences.find_map(|difference| difference))
    }
}
