//! The reader's door to what was before: an earlier record beside a table.

use super::table::{Table, read};
use super::{error, object};
use crate::batch::delta::{Basis, Entries, Places};
use crate::batch::record::Record;
use crate::batch::since::Since;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Table {
    /// Takes an earlier record to compare with, and says of which day it is and how many of the rows it knows: `{ day, known }`.
    ///
    /// # Errors
    /// An `Error` with the code `bad-record`.
    #[wasm_bindgen(js_name = takeBefore)]
    pub fn take_before(&mut self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        let record = Record::read(bytes).map_err(|refusal| error("bad-record", &refusal.to_string()))?;
        let since = Since::new(record);
        let told = object(&Before { day: since.day(), known: since.known(self.rows.iter()) })?;
        self.before = Some(since);
        Ok(told)
    }

    /// What in the earlier record was otherwise, a sentence each. `run` is the head of the record of now without its `input`.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn differs(&self, run: JsValue) -> Result<Vec<String>, JsValue> {
        let head = self.head(run)?;
        Ok(self.before.as_ref().map_or(Vec::new(), |since| since.differs(&head)))
    }

    /// What has to be looked at after the earlier record, `entries` being what is listed now: `{ places, basis, clear }`, the places of what was
    /// added or changed, what the record of now tells of it, and how many rows need be held against nothing else. A text says why
    /// its outcomes are of no use; nothing where there is no earlier record.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn added(&mut self, entries: JsValue, threshold: u8, weak_aliases: bool) -> Result<JsValue, JsValue> {
        let entries: Entries = read(entries)?;
        let Some(since) = &self.before else { return Ok(JsValue::UNDEFINED) };
        if let Some(why) = since.is_of_no_use(threshold, weak_aliases) {
            return Ok(why.into());
        }
        let places = since.added(&entries);
        let basis = since.basis(places.values().map(Vec::len).sum());
        // Another record that is taken up while rows are screened says nothing of these places.
        self.clear = self.rows.iter().map(|row| since.was_clear(row)).collect();
        let clear = self.clear.iter().filter(|clear| **clear).count();
        object(&Added { places, basis, clear })
    }

    /// For each row, from the one at this place on, 1 where [`Table::added`] found it screened in the earlier record and without a
    /// potential match.
    #[wasm_bindgen(js_name = wereClear)]
    pub fn were_clear(&self, from: usize, count: usize) -> Vec<u8> {
        let clear = |at: usize| self.clear.get(at).copied().unwrap_or_default();
        (0..self.rows.len()).skip(from).take(count).map(|at| u8::from(clear(at))).collect()
    }
}

/// What is said of an earlier record.
#[derive(Serialize)]
struct Before<'a> {
    day: &'a str,
    known: usize,
}

/// What has to be looked at after an earlier record.
#[derive(Serialize)]
struct Added {
    places: Places,
    basis: Basis,
    clear: usize,
}
