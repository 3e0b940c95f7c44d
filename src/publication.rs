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
    /// The date of issue.
    pub issued: Day,
    /// What part of the list is here, in one sentence.
    pub scope: String,
    /// Whether this is the whole list as issued on that day.
    pub complete: bool,
    /// The authority's page for one record, to which the id is appended.
    pub record_url: Option<String>,
}
