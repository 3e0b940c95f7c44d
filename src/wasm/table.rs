//! The reader's door to tables: a file of parties in, results and a record out, and a record checked.
//!
//! The engine is another module, so rows go out to it and outcomes come back: `rows` → the engine's `screenRow` → `take`.

use super::{error, object};
use crate::batch::record::{Counts, Head, Input, Record, RecordError};
use crate::batch::{Columns, ColumnsError, Outcome, Row, results};
use crate::report::{Coverage, Status};
use crate::sheet::{Choice, Form, Sheet, SheetError, SheetFile};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// A table of parties with what has come of its rows so far.
#[wasm_bindgen]
pub struct Table {
    sheet: Sheet,
    choice: Choice,
    columns: Columns,
    rows: Vec<Row>,
    outcomes: Vec<Option<Outcome>>,
}

/// What a page shows of a table.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct About<'a> {
    file: &'a SheetFile,
    form: &'a Form,
    header: bool,
    labels: &'a [String],
    columns: Vec<&'static str>,
    rows: usize,
    notes: &'a [String],
    /// Why its rows cannot be screened: no column is known to hold the names.
    wrong: Option<String>,
    /// Rows that ask the same as an earlier one.
    twice: usize,
}

/// How far a run is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Progress {
    done: usize,
    #[serde(flatten)]
    counts: Counts,
}

/// A row with what has come of it.
#[derive(Serialize)]
struct Shown<'a> {
    at: usize,
    cells: &'a [String],
    row: Option<&'a Row>,
    outcome: Option<&'a Outcome>,
}

/// Some of the rows that were asked for, and how many there are.
#[derive(Serialize)]
struct Part<'a> {
    total: usize,
    rows: Vec<Shown<'a>>,
}

/// Reads a table by its file's name and bytes. `choice` is `undefined` or an object with `encoding`, `header` and `sheet`, all
/// optional, for what is not to be guessed.
///
/// # Errors
/// An `Error` with the code `bad-table`, `bad-argument`.
#[wasm_bindgen(js_name = openTable)]
pub fn open_table(name: &str, bytes: &[u8], choice: JsValue) -> Result<Table, JsValue> {
    let choice: Choice = if choice.is_undefined() { Choice::default() } else { read(choice)? };
    let sheet = Sheet::read(name, bytes, &choice).map_err(bad_table)?;
    let columns = Columns::recognise(&sheet);
    let mut table = Table { sheet, choice, columns, rows: Vec::new(), outcomes: Vec::new() };
    // Without a column of names the page asks for one.
    let _ = table.ask();
    Ok(table)
}

#[wasm_bindgen]
impl Table {
    /// What the table is and how it was read.
    ///
    /// # Errors
    /// None that is known.
    pub fn about(&self) -> Result<JsValue, JsValue> {
        let Sheet { file, form, header, labels, notes, rows, .. } = &self.sheet;
        let wrong = self.columns.rows(&self.sheet).err().map(|error| error.to_string());
        object(&About {
            file,
            form,
            header: *header,
            labels,
            columns: self.columns.keys(),
            rows: rows.len(),
            notes,
            wrong,
            twice: self.rows.iter().filter(|row| row.same_as.is_some()).count(),
        })
    }

    /// Uses the columns for what these keys say, one for each; what was screened before is forgotten.
    ///
    /// # Errors
    /// An `Error` with the code `bad-columns`; the table is unchanged then but for its rows, of which there are none.
    #[wasm_bindgen(js_name = useColumns)]
    pub fn use_columns(&mut self, keys: Vec<String>) -> Result<(), JsValue> {
        self.columns = Columns::of(&self.sheet, &keys).map_err(bad_columns)?;
        self.ask().map_err(bad_columns)
    }

    /// The rows as they are asked, from the one at this place on.
    ///
    /// # Errors
    /// None that is known.
    pub fn rows(&self, from: usize, count: usize) -> Result<JsValue, JsValue> {
        object(&self.rows.iter().skip(from).take(count).collect::<Vec<_>>())
    }

    /// Takes outcomes up, from the row at this place on; `null` for rows with a fault, which have their outcome already.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn take(&mut self, from: usize, outcomes: JsValue) -> Result<(), JsValue> {
        let outcomes: Vec<Option<Outcome>> = read(outcomes)?;
        if from.saturating_add(outcomes.len()) > self.outcomes.len() {
            return Err(error("bad-argument", "there are more outcomes than rows"));
        }
        for (own, new) in self.outcomes[from..].iter_mut().zip(outcomes) {
            if new.is_some() {
                *own = new;
            }
        }
        Ok(())
    }

    /// Forgets what was screened.
    pub fn forget(&mut self) {
        let fault = |row: &Row| row.fault.clone().map(Outcome::not_screened);
        self.outcomes = self.rows.iter().map(fault).collect();
    }

    /// How many rows are done, and what they came to.
    ///
    /// # Errors
    /// None that is known.
    pub fn progress(&self) -> Result<JsValue, JsValue> {
        let done = self.outcomes.iter().flatten();
        object(&Progress { done: done.clone().count(), counts: Counts::of(done) })
    }

    /// Some rows: `potential`, `not-screened`, `none` or `all`, the strongest potential matches first, from the one at this
    /// place on.
    ///
    /// # Errors
    /// None that is known.
    pub fn show(&self, which: &str, from: usize, count: usize) -> Result<JsValue, JsValue> {
        let wanted = |outcome: Option<&Outcome>| match (which, outcome) {
            ("potential", Some(outcome)) => !outcome.hits.is_empty(),
            ("not-screened", Some(outcome)) => outcome.status == Status::NotScreened,
            ("none", Some(outcome)) => outcome.status == Status::Screened && outcome.hits.is_empty(),
            ("all", _) => true,
            _ => false,
        };
        let mut at: Vec<usize> = (0..self.sheet.rows.len()).filter(|at| wanted(self.outcome(*at))).collect();
        if which == "potential" {
            let strength = |at: &usize| {
                let first = self.outcome(*at).and_then(|outcome| outcome.hits.first());
                first.map(|hit| std::cmp::Reverse((!hit.contradicted, hit.number, hit.score)))
            };
            at.sort_by_key(strength);
        }
        let rows = at.iter().skip(from).take(count).map(|at| Shown {
            at: *at,
            cells: &self.sheet.rows[*at].cells,
            row: self.rows.get(*at),
            outcome: self.outcome(*at),
        });
        object(&Part { total: at.len(), rows: rows.collect() })
    }

    /// The results as CSV.
    pub fn csv(&self) -> Vec<u8> {
        results::csv(&self.sheet, &self.done())
    }

    /// The results as an Excel workbook.
    ///
    /// # Errors
    /// An `Error` with the code `bad-table` for more than a workbook holds.
    pub fn workbook(&self) -> Result<Vec<u8>, JsValue> {
        results::workbook(&self.sheet, &self.done()).map_err(|e| error("bad-table", &e.to_string()))
    }

    /// The screening record: `{ text, seal }`. `run` is the head of the record without its `input`.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn record(&self, run: JsValue) -> Result<JsValue, JsValue> {
        let mut known: serde_json::Map<String, serde_json::Value> = read(run)?;
        let Sheet { file, form, labels, notes, .. } = self.sheet.clone();
        let input = Input { file, form, choice: self.choice.clone(), labels, columns: self.columns.clone(), notes };
        let wrong = |e: serde_json::Error| error("bad-argument", &format!("the head of the record: {e}"));
        known.insert("input".into(), serde_json::to_value(&input).map_err(wrong)?);
        let head: Head = serde_json::from_value(known.into()).map_err(wrong)?;
        let record = Record::new(head, self.done());
        object(&Written { text: record.write(), seal: record.seal })
    }
}

/// A record as it is written.
#[derive(Serialize)]
struct Written {
    text: String,
    seal: String,
}

impl Table {
    fn ask(&mut self) -> Result<(), ColumnsError> {
        self.rows.clear();
        let rows = self.columns.rows(&self.sheet);
        if let Ok(rows) = &rows {
            self.rows.clone_from(rows);
        }
        self.forget();
        rows.map(drop)
    }

    fn outcome(&self, at: usize) -> Option<&Outcome> {
        self.outcomes.get(at).and_then(Option::as_ref)
    }

    /// Each row with its outcome; a row that was not reached says so.
    fn done(&self) -> Vec<(Row, Outcome)> {
        let outcomes = self.outcomes.iter().map(|outcome| outcome.clone().unwrap_or_else(Outcome::stopped));
        self.rows.iter().cloned().zip(outcomes).collect()
    }
}

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

    /// Why the rows cannot be screened again over the loaded lists; nothing where they can.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn lists(&self, loaded: JsValue) -> Result<Option<String>, JsValue> {
        let loaded: Vec<Coverage> = read(loaded)?;
        Ok(self.0.other_lists(&loaded))
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

fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| error("bad-argument", &e.to_string()))
}

fn bad_table(refusal: SheetError) -> JsValue {
    error("bad-table", &refusal.to_string())
}

fn bad_columns(refusal: ColumnsError) -> JsValue {
    error("bad-columns", &refusal.to_string())
}
