//! The reader's door to tables: a file of parties in, results and a record out.
//!
//! The engine is another module, so rows go out to it and outcomes come back: `rows` → the engine's `screenRow` → `take`.

use super::{error, object};
use crate::batch::filter::{Choices, Filter};
use crate::batch::record::{Counts, Head, Input, Record};
use crate::batch::results::{self, Beside};
use crate::batch::review::{Customer, Decision, Listing, Review, Standing, Verdict};
use crate::batch::since::{Changes, Since};
use crate::batch::{Columns, ColumnsError, Found, Outcome, Row};
use crate::report::Status;
use crate::sheet::{Choice, Form, Sheet, SheetError, SheetFile};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

/// A table of parties with what has come of its rows so far.
#[wasm_bindgen]
pub struct Table {
    sheet: Sheet,
    choice: Choice,
    columns: Columns,
    pub(super) rows: Vec<Row>,
    outcomes: Vec<Option<Outcome>>,
    review: Review,
    /// An earlier record to compare with.
    pub(super) before: Option<Since>,
    /// For each row of the run that was planned, whether it need be held against nothing but what was added.
    pub(super) clear: Vec<bool>,
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
    notes: Vec<String>,
    /// Why its rows cannot be screened: no column is known to hold the names.
    wrong: Option<String>,
    /// Rows that ask the same as an earlier one.
    twice: usize,
    /// Columns that are not compared although they seem to hold names.
    names_not_compared: Vec<&'a str>,
}

/// How far a run is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Progress {
    done: usize,
    /// Rows with potential matches that nobody has decided about, or are open again.
    undecided: usize,
    /// Rows whose potential matches are others than in the earlier record.
    news: usize,
    /// Rows with facts that could not be read.
    unread: usize,
    /// How many potential matches were decided about in which way.
    decided: BTreeMap<Verdict, usize>,
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
    /// How each potential match stands, in their order.
    standings: Vec<Standing<'a>>,
    /// What is new since the earlier record, where there is one.
    changes: Option<Changes>,
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
    let mut table = Table {
        sheet,
        choice,
        columns,
        rows: Vec::new(),
        outcomes: Vec::new(),
        review: Review::default(),
        before: None,
        clear: Vec::new(),
    };
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
        let Sheet { file, form, header, labels, rows, .. } = &self.sheet;
        let wrong = self.columns.check(&self.sheet).err().map(|error| error.to_string());
        object(&About {
            file,
            form,
            header: *header,
            labels,
            columns: self.columns.keys(),
            rows: rows.len(),
            notes: self.notes(),
            wrong,
            twice: self.rows.iter().filter(|row| row.same_as.is_some()).count(),
            names_not_compared: self.columns.names_not_compared(&self.sheet),
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
        let pairs = || self.rows.iter().zip(&self.outcomes).filter_map(|(row, outcome)| Some((row, outcome.as_ref()?)));
        let is_news = |since: &Since| pairs().filter(|(row, outcome)| since.changes(row, outcome).is_news()).count();
        let (mut undecided, mut decided) = (0, BTreeMap::new());
        for (row, outcome) in pairs() {
            let standings = self.review.standings(row, outcome);
            undecided += usize::from(standings.iter().any(Standing::is_open));
            for standing in standings {
                if let Standing::Decided { decision } = standing {
                    *decided.entry(decision.verdict).or_default() += 1;
                }
            }
        }
        object(&Progress {
            done: done.clone().count(),
            undecided,
            news: self.before.as_ref().map_or(0, is_news),
            unread: done.clone().filter(|outcome| !outcome.remarks.is_empty()).count(),
            decided,
            counts: Counts::of(done),
        })
    }

    /// Some rows: `potential`, `undecided`, `news`, `not-screened`, `none` or `all`, the strongest potential matches first, from the
    /// one at this place on; with a `filter` (an object as [`Filter`]) only those that it takes.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn show(&self, which: &str, from: usize, count: usize, filter: JsValue) -> Result<JsValue, JsValue> {
        let filter: Filter = if filter.is_undefined() { Filter::default() } else { read(filter)? };
        let changes = |at: usize| Some(self.before.as_ref()?.changes(self.rows.get(at)?, self.outcome(at)?));
        let wanted = |at: usize| match (which, self.outcome(at)) {
            ("potential", Some(outcome)) => !outcome.hits.is_empty(),
            ("undecided", Some(outcome)) => self.review.open(&self.rows[at], outcome) > 0,
            ("news", Some(_)) => changes(at).is_some_and(|changes| changes.is_news()),
            ("not-screened", Some(outcome)) => outcome.status == Status::NotScreened,
            ("none", Some(outcome)) => outcome.status == Status::Screened && outcome.hits.is_empty(),
            // A row that was not reached is not screened.
            ("all", _) | ("not-screened", None) => true,
            _ => false,
        };
        let takes = |at: usize| match self.rows.get(at).zip(self.outcome(at)) {
            Some((row, outcome)) => filter.takes(row, outcome, &self.standings(at)),
            None => filter == Filter::default(),
        };
        let mut at: Vec<usize> = (0..self.sheet.rows.len()).filter(|at| wanted(*at) && takes(*at)).collect();
        if ["potential", "undecided", "news"].contains(&which) {
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
            standings: self.standings(*at),
            changes: changes(*at),
        });
        object(&Part { total: at.len(), rows: rows.collect() })
    }

    /// What there is to narrow rows with potential matches by, each with the number of rows that have it.
    ///
    /// # Errors
    /// None that is known.
    pub fn choices(&self) -> Result<JsValue, JsValue> {
        let mut choices = Choices::default();
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(outcome) = self.outcome(at) {
                choices.add(row, outcome, &self.standings(at));
            }
        }
        object(&choices)
    }

    /// Takes the decisions of an earlier review up and says how many there are; those that were made since then stay and go before
    /// them.
    ///
    /// # Errors
    /// An `Error` with the code `bad-review`.
    #[wasm_bindgen(js_name = takeReview)]
    pub fn take_review(&mut self, bytes: &[u8]) -> Result<usize, JsValue> {
        let earlier = Review::read(bytes).map_err(|refusal| error("bad-review", &refusal.to_string()))?;
        let (taken, own) = (earlier.decisions.len(), std::mem::replace(&mut self.review, earlier));
        own.decisions.into_iter().for_each(|decision| self.review.decide(decision));
        Ok(taken)
    }

    /// Decides about a potential match: that of a row by their places. `verdict` is `true-match`, `false-positive`,
    /// `needs-information` or `escalated`; without it the decision is taken back. `made` is the time, UTC.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn decide(
        &mut self,
        at: usize,
        hit: usize,
        verdict: JsValue,
        reason: String,
        reviewer: String,
        made: String,
    ) -> Result<(), JsValue> {
        let found =
            self.rows.get(at).zip(self.outcome(at)).and_then(|(row, outcome)| Some((row, outcome.hits.get(hit)?)));
        let (row, found) = found.ok_or_else(|| error("bad-argument", "there is no such potential match"))?;
        let customer = Customer::of(row);
        let Found { list, id, name, profile, .. } = found.clone();
        match verdict.is_null() || verdict.is_undefined() {
            true => self.review.withdraw(&customer, &list, &id),
            false => {
                let listing = Listing { list, id, name, profile };
                self.review.decide(Decision { customer, listing, verdict: read(verdict)?, reason, reviewer, made });
            }
        }
        Ok(())
    }

    /// The decisions as a file.
    pub fn review(&self) -> String {
        self.review.write()
    }

    /// The results as CSV.
    pub fn csv(&self) -> Vec<u8> {
        results::csv(&self.sheet, &self.done(), self.beside())
    }

    /// The results as an Excel workbook.
    ///
    /// # Errors
    /// An `Error` with the code `bad-table` for more than a workbook holds.
    pub fn workbook(&self) -> Result<Vec<u8>, JsValue> {
        results::workbook(&self.sheet, &self.done(), self.beside()).map_err(|e| error("bad-table", &e.to_string()))
    }

    /// The screening record: `{ text, seal }`. `run` is the head of the record without its `input`.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn record(&self, run: JsValue) -> Result<JsValue, JsValue> {
        let record = Record::new(self.head(run)?, self.done());
        object(&Written { text: record.write(), seal: record.seal })
    }
}

impl Table {
    /// The head of a record, `run` being all of it but the `input`.
    pub(super) fn head(&self, run: JsValue) -> Result<Head, JsValue> {
        let mut known: serde_json::Map<String, serde_json::Value> = read(run)?;
        let (notes, Sheet { file, form, labels, .. }) = (self.notes(), self.sheet.clone());
        let input = Input { file, form, choice: self.choice.clone(), labels, columns: self.columns.clone(), notes };
        let wrong = |e: serde_json::Error| error("bad-argument", &format!("the head of the record: {e}"));
        known.insert("input".into(), serde_json::to_value(&input).map_err(wrong)?);
        serde_json::from_value(known.into()).map_err(wrong)
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
        self.clear.clear();
        let rows = self.columns.rows(&self.sheet);
        if let Ok(rows) = &rows {
            self.rows.clone_from(rows);
        }
        self.forget();
        rows.map(drop)
    }

    /// What a person should know of how the file is read.
    fn notes(&self) -> Vec<String> {
        self.sheet.notes.iter().cloned().chain(self.columns.notes(&self.sheet)).collect()
    }

    fn outcome(&self, at: usize) -> Option<&Outcome> {
        self.outcomes.get(at).and_then(Option::as_ref)
    }

    fn standings(&self, at: usize) -> Vec<Standing<'_>> {
        let found = self.rows.get(at).zip(self.outcome(at));
        found.map_or(Vec::new(), |(row, outcome)| self.review.standings(row, outcome))
    }

    /// What stands beside the outcomes in the results.
    fn beside(&self) -> Beside<'_> {
        Beside { review: &self.review, since: self.before.as_ref() }
    }

    /// Each row with its outcome; a row that was not reached says so.
    fn done(&self) -> Vec<(Row, Outcome)> {
        let outcomes = self.outcomes.iter().map(|outcome| outcome.clone().unwrap_or_else(Outcome::stopped));
        self.rows.iter().cloned().zip(outcomes).collect()
    }
}

pub(super) fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| error("bad-argument", &e.to_string()))
}

pub(super) fn bad_table(refusal: SheetError) -> JsValue {
    error("bad-table", &refusal.to_string())
}

pub(super) fn bad_columns(refusal: ColumnsError) -> JsValue {
    error("bad-columns", &refusal.to_string())
}
