//! Official list files → publications, designations and warnings. Knows nothing of screening.
//!
//! A file is recognised by its content and never by its name. Each publisher's formats have a reader of their own:
//!
//! | publisher | formats | reader |
//! |---|---|---|
//! | OFAC | SDN and non-SDN lists as XML, ADVANCED XML, ENHANCED XML, CSV family | [`ofac`] |
//! | UN Security Council | consolidated XML | [`un`] |
//! | United Kingdom | UK Sanctions List as XML and CSV | [`uk`] |
//! | European Union | FSF XML 1.1 and CSV 1.1 | [`eu`] |
//! | Switzerland | SECO XML | [`seco`] |
//! | Canada | SEMA XML | [`canada`] |
//! | a person | a watchlist of their own as CSV | [`own`] |
//!
//! [`read`] recognises and reads, [`compile`] puts programmes and measures beside the designations.
//!
//! Nothing is dropped silently: what a reader cannot place it keeps as a labelled fact or says in a [`Warning`]; what would
//! leave the list incomplete is a [`Refusal`]. Files are read as streams, one record in memory at a time besides what was
//! read from them, so that a list of 125 MB needs no 125 MB: to compile one natively takes at most four times the bytes of
//! its pack and 64 MB, which `cargo xtask test` holds the largest lists to.

mod also;
pub mod canada;
mod cells;
mod compile;
mod days;
pub mod eu;
mod fit;
mod input;
mod lines;
mod notices;
pub mod ofac;
pub mod own;
mod packed;
mod recognise;
mod refusal;
mod roll;
mod script;
pub mod seco;
mod spellings;
mod tables;
pub mod uk;
pub mod un;
mod windows;
mod words;
mod xml;

pub use compile::compile;
pub use input::Input;
pub use recognise::{Read, read};
pub use refusal::Refusal;

use crate::designation::{Designation, Programme};
use crate::publication::{Publication, Warning};

/// One list as a file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// Which edition of which list.
    pub publication: Publication,
    /// The programmes that the file itself describes; codes that only stand on its records are looked up in Namesieve's
    /// own table.
    pub programmes: Vec<Programme>,
    /// The designations, in the order of the file.
    pub designations: Vec<Designation>,
    /// What a person should know of how it was read.
    pub warnings: Vec<Warning>,
}

/// What one file, or one family of files, was read into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The lists; the file of OFAC's non-SDN lists holds several.
    pub lists: Vec<Parsed>,
    /// For each of the files, how many records it says it has, or shows when it gives no number; a subject that stands on
    /// two lists of a file is one record.
    pub records: Vec<usize>,
}

impl Contents {
    /// A file with one list, every record of which is a designation.
    fn of(parsed: Parsed) -> Contents {
        Contents { records: vec![parsed.designations.len()], lists: vec![parsed] }
    }
}

/// Adds what is not there yet.
fn push_new<T: PartialEq>(to: &mut Vec<T>, one: T) {
    if !to.contains(&one) {
        to.push(one);
    }
}

/// Each of the values once, in their order.
fn distinct<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    values.into_iter().for_each(|value| push_new(&mut all, value));
    all
}
