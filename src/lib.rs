//! Namesieve screens names against published sanctions lists, on the reader's own device.
//!
//! *Screening* asks whether a name, as somebody wrote it, may be one of the names of a *designation*: a subject that an
//! authority has put on a *list*. Lists are compiled into *packs*, which are verified before they are used. A screening is
//! never a bare list of hits: it says whether the tool truly looked, where, and with which threshold, and each *hit* says
//! why it is shown and what being listed means. A hit is a potential match; a person decides.
//!
//! ```
//! use namesieve::{Screener, Settings};
//!
//! let screener = Screener::embedded()?;
//! let screening = screener.screen("ErkenTuniyaz", Settings::default());
//! let hit = &screening.hits[0];
//! assert_eq!((hit.name.as_str(), hit.id.as_str()), ("TUNIYAZ, Erken", "34119"));
//! assert_eq!(screening.lists[0].issued.as_deref(), Some("2021-12-10"));
//! # Ok::<(), namesieve::PackError>(())
//! ```
//!
//! # Map
//!
//! Each module may use those above it, never those below.
//!
//! | facts | names | screening | doors |
//! |---|---|---|---|
//! | [`date`] | [`normalise`], [`sound`] | [`score`]: the method, in prose; [`ofac_search`] | `wasm`: the browser |
//! | [`designation`], [`publication`] | [`tables`], [`transliterate`] | `explain`, `party`, `question`, `screen` | `main`: the command line |
//! | [`pack`], [`signature`], [`list`] | [`name`] | [`report`]: the public JSON | |
//! | [`identifier`], [`facts`]: what a person adds | [`sheet`]: a table of names | [`batch`]: the rows of a table | |
//!
//! # Limits
//!
//! * The embedded pack holds one action of OFAC, 27 designations on two lists, and says so in every screening.
//! * Names in Latin, Cyrillic, Greek, Georgian, Armenian, Arabic, Hebrew, Chinese, Korean, Japanese kana, Devanagari, Bengali,
//!   Burmese and Thai letters. A query in another script, such as Khmer, is compared with native spellings on the lists only and
//!   is therefore `not-screened`, though potential matches that were found are shown.
//! * Letters of another script are compared by the Latin spellings that are usual for them ([`transliterate`]). Where a
//!   script leaves vowels out, or gives one sound to many names, more is found by chance.
//! * A query has at most [`MOST_CHARACTERS`] characters. Below a threshold of 60 every listed name is compared with it, which takes a
//!   fraction of a second for tens of thousands of names; from there on an index finds those that may reach it.
//! * What a person knows besides a name ([`facts`]) orders hits and labels them; it never makes a score, nor loses a hit.
//! * A number is found as it is listed, letter by letter; one that is written in another way is not ([`identifier`]).

#![warn(missing_docs)]

pub mod batch;
pub mod date;
pub mod designation;
pub mod diff;
pub mod document;
mod explain;
pub mod facts;
pub mod identifier;
pub mod list;
pub mod mention;
pub mod name;
pub mod normalise;
pub mod ofac_search;
pub mod pack;
#[cfg(not(target_arch = "wasm32"))]
pub mod parallel;
mod party;
pub mod publication;
mod question;
pub mod report;
pub mod score;
mod screen;
pub mod sheet;
pub mod signature;
pub mod sound;
pub mod tables;
pub mod transliterate;

pub use facts::{Fact, FactError, Facts};
pub use pack::PackError;
pub use question::MOST_CHARACTERS;
pub use score::weights::DEFAULT_THRESHOLD;
pub use screen::{EMBEDDED, METHOD, Scan, Screener, Settings, ThresholdError};

#[cfg(target_arch = "wasm32")]
pub mod wasm;
