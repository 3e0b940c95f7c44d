//! A publication: one dated edition of one list, and who published it.

use crate::date::Day;
use serde::{Deserialize, Serialize};

/// Which edition of which list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The list's id in Namesieve, for example `ofac-sdn`.
    pub list: String,
    /// Who publishes it, for example `OFAC`.
    pub authority: String,
    /// What it is called.
    pub title: String,
    /// The date of issue, where the file or the person who fetched it says so.
    pub issued: Option<Day>,
    /// What part of the list is here, and what of it a person should know, in a sentence or two.
    pub scope: String,
    /// Whether this is the whole list as issued on that day.
    pub complete: bool,
    /// Whether it goes out of date: a publisher's list does, one dated action and a list of one's own do not.
    pub ages: bool,
    /// The authority's page for one record, to which the id is appended.
    pub record_url: Option<String>,
}

/// The authority of a list of one's own.
pub const OWN: &str = "own list";

/// A file that a list was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name, without folders.
    pub file: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// How many records it says or shows that it has, all its lists together.
    pub records: usize,
}

/// Something in a file that was read all the same and that a person should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// The record, where it is about one.
    pub id: Option<String>,
    /// What was found and what was done with it.
    pub what: String,
}
