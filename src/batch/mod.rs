//! Many parties at once: a table of them in, one outcome for each row out, and a record of it that can be checked.
//!
//! 1. A [`Sheet`](crate::sheet::Sheet) is read, and its columns are given a [`Use`]: by the words of its header, corrected by a
//!    person ([`columns`]). That makes one [`Row`] of each row of the file.
//! 2. Each row is screened by itself, in any order and anywhere ([`screen_row`](crate::Screener::screen_row)). It gives one [`Outcome`]: what the
//!    screening of each of its names says, taken together.
//! 3. The outcomes go beside the rows of the file ([`results`]) and into a record ([`record`]), which names the software, the
//!    lists and the settings, and in which no row can be changed or left out unseen. Without its names it can be handed on
//!    ([`redacted`]).
//! 4. A person decides about the potential matches, and their decisions hold for the next time ([`review`]), when what is new since
//!    an earlier record is told apart ([`since`]); only what was added or changed on the lists need be looked at for that ([`delta`]).
//!
//! A row that cannot be screened is [`Status::NotScreened`] with its reasons, like a name that cannot be. What is known of a party
//! but cannot be read (a birth date `unknown`) is told as a [`Remark`]: the name is screened all the same, and no hit is lost.

mod check;
pub mod columns;
mod dates;
pub mod delta;
pub mod filter;
pub mod opened;
pub mod record;
pub mod redacted;
pub mod results;
pub mod review;
mod screening;
pub mod since;

pub use columns::{Columns, ColumnsError, Use};

use crate::designation::SubjectKind;
use crate::facts::{Fact, Verdict};
use crate::report::{Reason, Status};
use serde::{Deserialize, Serialize};

/// A row of a file, as it is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Row {
    /// The number that a spreadsheet program shows beside it.
    pub row: usize,
    /// The number or reference that the file has for the party; empty where it has none.
    pub reference: String,
    /// The name, and what else the party is called: each is screened.
    pub names: Vec<String>,
    /// What is known besides, as written.
    pub facts: Vec<Told>,
    /// Why it cannot be screened as a row of its table.
    pub fault: Option<Reason>,
    /// The first row that asks the same.
    pub same_as: Option<usize>,
}

/// A fact as a file tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// Which fact.
    pub fact: Fact,
    /// What the file says.
    pub text: String,
}

/// What screening a row came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Outcome {
    /// Whether the tool truly looked for every name of the row.
    pub status: Status,
    /// Why it did not; empty when screened.
    pub reasons: Vec<Reason>,
    /// The potential matches of all its names, each listing once: those with the identity number first, then the strongest, and
    /// those that the facts contradict last.
    pub hits: Vec<Found>,
    /// How many parties are reached by a weak alias alone and are therefore not among the hits.
    pub weak_only: usize,
    /// What the file says of the party and could not be read.
    pub remarks: Vec<Remark>,
}

/// A potential match of a row, in short; screening the row's name alone tells the whole of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Found {
    /// The list's id.
    pub list: String,
    /// The designation's id.
    pub id: String,
    /// Its primary name.
    pub name: String,
    /// Its kind.
    pub kind: SubjectKind,
    /// 0 to 100, as for [`Hit::score`](crate::report::Hit::score).
    pub score: u8,
    /// The listed name that compared best.
    pub matched: String,
    /// Which of the row's names it was compared with, from 0.
    pub asked: usize,
    /// Whether it has the identity number that the row gives.
    pub number: bool,
    /// What the row's facts say of it.
    pub facts: Vec<Agreement>,
    /// Whether they contradict it strongly.
    pub contradicted: bool,
    /// Codes of its programmes.
    pub programmes: Vec<String>,
    /// What the listing does, a sentence for each measure.
    pub effects: Vec<String>,
    /// SHA-256 over all that the list says of the party, in hexadecimal: it changes when the entry does.
    pub profile: String,
}

/// Whether a fact of the row goes together with a listed party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Which fact.
    pub fact: Fact,
    /// Whether it agrees or differs, or nothing is known.
    pub verdict: Verdict,
}

/// A fact of a row that cannot be read, and was not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Which fact.
    pub fact: Fact,
    /// What the file says.
    pub got: String,
}
