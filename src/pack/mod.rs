//! The pack: compiled lists in one file that is verified before a byte of it is used.
//!
//! ```text
//!  offset    bytes
//!  0         8      magic  89 'N' 'S' 'I' 'E' 'V' 'E' 0A    (the high byte and the line feed betray text-mode damage)
//!  8         4      format version, little endian
//!  12        4      n, the number of lists, at least 1
//!  16        120 n  directory, one entry a list: for each of its sections the length (8 bytes) and the SHA-256 (32 bytes)
//!  16+120n   32     SHA-256 of everything before this field
//!  48+120n   ...    the sections: the heads of all lists, then the names of all, then the details of all; the file ends
//!                   where the last one ends
//! ```
//!
//! A list has three sections: its *head* (which edition, from which files, with which warnings, its programmes and
//! measures), its *names* (ids, kinds and names, all that screening asks) and its *details* (everything else). Names come
//! before details so that screening can start while the details are still packed; a record of details is unpacked when
//! somebody looks at it. `section` says what stands in each, `field` how a fact is written.
//!
//! A pack holds facts only. What screening derives from names is derived anew by the code that treats the query, so that
//! the two can never disagree. The header's digest covers the directory and the directory's digests cover the sections:
//! whatever byte is changed, missing or added, [`open`] refuses the pack. The same lists always give the same bytes.
//!
//! Format 1, which no release has written, held a list as one piece.
//!
//! Limits: a digest finds damage, not forgery. Whoever can replace a pack can replace its digests; only a
//! signature tells ([`crate::signature`]).

mod field;
mod read;
mod section;
mod write;

pub use read::{OpenList, open, without_details};
pub use section::{Head, Subject};
pub use write::write;

use crate::date::Day;
use crate::designation::{BrokenRule, Designation, Measure, Programme, Rules};
use crate::publication::{Publication, Source, Warning};

/// How every pack begins.
pub const MAGIC: [u8; 8] = *b"\x89NSIEVE\n";

/// The format version that this code writes and reads.
pub const FORMAT: u32 = 2;

/// Bytes of magic, version and number of lists.
const PREAMBLE: usize = 16;
/// Sections of a list.
const SECTIONS: usize = 3;
/// Bytes of what the directory says of one section.
const ENTRY: usize = 8 + DIGEST;
/// Bytes of a SHA-256.
const DIGEST: usize = 32;
/// More lists than a person could choose among; a larger number means a damaged file.
const MOST_LISTS: usize = 256;

/// One list as it is compiled into a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Which edition of which list.
    pub publication: Publication,
    /// The files that it was read from.
    pub sources: Vec<Source>,
    /// What a person should know of how it was read.
    pub warnings: Vec<Warning>,
    /// The programmes that its designations name.
    pub programmes: Vec<Programme>,
    /// The measures that apply to its designations.
    pub measures: Vec<Measure>,
    /// The designations, in the order of the list.
    pub designations: Vec<Designation>,
}

/// Why a pack was refused or could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The bytes do not start as a pack does.
    #[error("this is not a Namesieve pack: it starts with {got}; choose a file that `namesieve` made")]
    NotAPack {
        /// The first bytes, in hexadecimal.
        got: String,
    },
    /// A format version that this code does not know.
    #[error(
        "the pack has format version {got}, and this version of Namesieve reads {expected}; compile the list again or update Namesieve"
    )]
    Version {
        /// The version found.
        got: u32,
        /// The version that can be read.
        expected: u32,
    },
    /// The pack says that it holds no list, or an impossible number of them.
    #[error("the pack says that it holds {got} lists; expected 1 to {MOST_LISTS}; fetch it again")]
    Lists {
        /// The number found.
        got: usize,
    },
    /// The file is shorter or longer than its directory says.
    #[error("the pack has {got} bytes where {expected} were expected; it was cut off or added to: fetch it again")]
    Length {
        /// Bytes that the pack says it has.
        expected: u64,
        /// Bytes that were found.
        got: u64,
    },
    /// A digest does not fit its bytes.
    #[error("{at} is damaged: the SHA-256 is {got}, expected {expected}; fetch the pack again")]
    Digest {
        /// Which part of the pack.
        at: String,
        /// The digest that the pack carries.
        expected: String,
        /// The digest of the bytes found.
        got: String,
    },
    /// A section is whole but does not hold what it should.
    #[error("{at} cannot be read ({got}); compile the list again")]
    Section {
        /// Which part of the pack.
        at: String,
        /// What the decoder said.
        got: String,
    },
    /// Two lists carry the same id.
    #[error("the list `{list}` is there twice; open one edition of it")]
    Twice {
        /// The list's id.
        list: String,
    },
    /// A list breaks the rules that every list obeys.
    #[error("the list `{list}` is at fault: {}; compile it again", .broken.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Rules {
        /// The list's id.
        list: String,
        /// What is broken.
        broken: Vec<BrokenRule>,
    },
}

impl List {
    /// Gives a list whose files carry no date the day of issue that a person knows, and says so.
    pub fn date(&mut self, issued: Option<Day>) {
        if let (None, Some(day)) = (self.publication.issued, issued) {
            self.publication.issued = Some(day);
            self.publication.scope.push_str(" The date of issue was given by the person who read it in.");
        }
    }

    /// Holds the list against the rules that every list obeys: it has an id and designations, and those of [`Rules`].
    ///
    /// # Errors
    /// [`PackError::Rules`] with all that is broken.
    pub fn check(&self) -> Result<(), PackError> {
        let ids = self.designations.iter().map(|designation| designation.id.as_str());
        let mut rules = Rules::new(&self.programmes, &self.measures, ids);
        self.designations.iter().for_each(|designation| rules.hold(designation));
        obeyed(&self.publication, rules)
    }
}

/// Whether nothing is broken.
fn obeyed(publication: &Publication, rules: Rules) -> Result<(), PackError> {
    let empty = rules.is_empty();
    let mut broken = rules.broken;
    let mut rule = |holds: bool, what: &str| {
        if !holds {
            broken.push(BrokenRule { id: "none".into(), what: what.into() });
        }
    };
    rule(!publication.list.is_empty(), "the list has no id");
    rule(!empty, "the list is empty");
    if broken.is_empty() { Ok(()) } else { Err(PackError::Rules { list: publication.list.clone(), broken }) }
}

/// Bytes as lower-case hexadecimal, the form in which digests are shown.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
