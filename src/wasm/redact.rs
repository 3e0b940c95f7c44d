//! The reader's door to redacted records: one is made of a whole record, rows of it are opened, and both are checked.

use super::table::read;
use super::{error, object};
use crate::batch::opened::Opened;
use crate::batch::record::{Counts, Record, RecordError};
use crate::batch::redacted::{Head, KEY, Key, Redacted};
use crate::batch::{Outcome, Row};
use crate::report::Coverage;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A redacted record and its key, as files.
#[derive(Serialize)]
struct Made {
    text: String,
    key: String,
    seal: String,
}

/// What a page shows of a redacted record.
#[derive(Serialize)]
struct Told<'a> {
    head: &'a Head,
    counts: Counts,
    seal: &'a str,
}

fn refused(refusal: RecordError) -> JsValue {
    error("bad-record", &refusal.to_string())
}

/// Makes a redacted record of a whole one: `{ text, key, seal }`. `secret` are 32 random bytes.
///
/// # Errors
/// An `Error` with the code `bad-record`, `bad-argument`.
#[wasm_bindgen(js_name = redactRecord)]
pub fn redact_record(bytes: &[u8], secret: &[u8]) -> Result<JsValue, JsValue> {
    let record = Record::read(bytes).map_err(refused)?;
    let secret: &[u8; KEY] =
        secret.try_into().map_err(|_| error("bad-argument", "the secret has not 32 bytes; pass 32 random ones"))?;
    let (redacted, key) = Redacted::new(&record, secret);
    object(&Made { text: redacted.write(), key: key.write(), seal: redacted.seal })
}

/// Opens rows of a record that was redacted, by the numbers that a spreadsheet program shows beside them, as a file.
///
/// # Errors
/// An `Error` with the code `bad-record`.
#[wasm_bindgen(js_name = revealRows)]
pub fn reveal_rows(bytes: &[u8], key: &[u8], rows: Vec<usize>) -> Result<String, JsValue> {
    let (record, key) = (Record::read(bytes).map_err(refused)?, Key::read(key).map_err(refused)?);
    let opened = Opened::new(&record, &key, &rows).map_err(|refusal| error("bad-record", &refusal.to_string()))?;
    Ok(opened.write())
}

/// Whether the bytes are meant as a redacted record.
#[wasm_bindgen(js_name = isRedacted)]
pub fn is_redacted(bytes: &[u8]) -> bool {
    Redacted::is_meant(bytes)
}

/// A redacted record that is being checked, with the rows of it that were opened.
#[wasm_bindgen]
pub struct RedactedCheck {
    redacted: Redacted,
    opened: Option<Opened>,
}

/// Reads a redacted record and holds it against its own digests.
///
/// # Errors
/// An `Error` with the code `bad-record`.
#[wasm_bindgen(js_name = openRedacted)]
pub fn open_redacted(bytes: &[u8]) -> Result<RedactedCheck, JsValue> {
    Ok(RedactedCheck { redacted: Redacted::read(bytes).map_err(refused)?, opened: None })
}

#[wasm_bindgen]
impl RedactedCheck {
    /// What the record tells of all its rows.
    ///
    /// # Errors
    /// None that is known.
    pub fn about(&self) -> Result<JsValue, JsValue> {
        object(&Told { head: &self.redacted.head, counts: self.redacted.counts, seal: &self.redacted.seal })
    }

    /// Takes opened rows up, if they are what is hidden, and gives them as they were asked.
    ///
    /// # Errors
    /// An `Error` with the code `bad-record`.
    pub fn open(&mut self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        let opened = Opened::read(bytes).map_err(refused)?;
        let rows = self.redacted.holds(&opened).map_err(|refusal| error("bad-record", &refusal.to_string()))?;
        let asked = object(&rows.iter().map(|open| &open.row).collect::<Vec<&Row>>())?;
        self.opened = Some(opened);
        Ok(asked)
    }

    /// Why opened rows cannot be screened again over the loaded lists; nothing where they can.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn lists(&self, loaded: JsValue) -> Result<Option<String>, JsValue> {
        Ok(self.redacted.other_lists(&read::<Vec<Coverage>>(loaded)?))
    }

    /// The first difference between the opened rows and what screening them now gives; `null` for a row with a fault.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn compare(&self, outcomes: JsValue) -> Result<Option<String>, JsValue> {
        let outcomes: Vec<Option<Outcome>> = read(outcomes)?;
        let rows = self.opened.iter().flat_map(|opened| &opened.rows);
        if rows.clone().count() != outcomes.len() {
            return Err(error("bad-argument", "there is not one outcome for each opened row"));
        }
        let now = |fault: &Row| fault.fault.clone().map(Outcome::not_screened);
        let pairs = rows.zip(outcomes).map(|(open, outcome)| (open, outcome.or_else(|| now(&open.row))));
        Ok(pairs.into_iter().find_map(|(open, now)| Redacted::differs(open, &now.unwrap_or_else(Outcome::stopped))))
    }
}
