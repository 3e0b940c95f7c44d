//! What the commands of the command line do, and how they fail.

pub mod batch;
pub mod known;
pub mod names;
pub mod packs;
pub mod pairs;
pub mod redact;
pub mod scan;
pub mod stream;
pub mod stream_csv;
mod table;
mod text;
mod told;
pub mod verify;

use namesieve::date::Day;
use namesieve::document::DocumentError;
use namesieve::list::Refusal;
use namesieve::parallel;
use namesieve::report::Screening;
use namesieve::sheet::SheetError;
use namesieve::{Facts, PackError, Screener, Settings, ThresholdError};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// Why a command failed. Each says what was found and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The reader of our output went away.
    #[error("the output was closed")]
    Closed,
    /// Writing failed.
    #[error("the result cannot be written: {0}")]
    Output(io::Error),
    /// A file cannot be read.
    #[error("{} cannot be read: {source}; check its path and that you may read it", .path.display())]
    Input {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is not what the command needs.
    #[error("{}: {what}", .path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What was found and what to do.
        what: String,
    },
    /// A document cannot be read.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A file cannot be written.
    #[error("{} cannot be written: {source}; check that its folder is there and that you may write to it", .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A list that is not in the files.
    #[error("the files hold no list `{wanted}`; they hold {found}")]
    NoSuchList {
        /// The id that was asked for.
        wanted: String,
        /// The ids that were found.
        found: String,
    },
    /// Another number of warnings than the caller accepts.
    #[error(
        "the pack was written; its warnings are {found} and not the {accepted} that were accepted: read them, and if they are what you \
         expect, give --accept-warnings {found}"
    )]
    Warnings {
        /// How many there are.
        found: usize,
        /// How many the caller named.
        accepted: usize,
    },
    /// A list cannot have been issued tomorrow.
    #[error("--issued {0} lies in the future; give the day on which the list was issued")]
    Future(Day),
    /// The machine's clock is before 1970 or after 9999.
    #[error(
        "the clock of this machine is wrong, so the age of the lists cannot be told; set it, or leave --max-age out"
    )]
    Clock,
    /// A table of parties was refused.
    #[error("{0}")]
    Sheet(#[from] SheetError),
    /// Official files were refused.
    #[error("{0}")]
    List(#[from] Refusal),
    /// A pack was refused.
    #[error("{0}")]
    Pack(#[from] PackError),
    /// The threshold is out of range.
    #[error("{0}")]
    Threshold(#[from] ThresholdError),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Closed,
            _ => Failure::Output(error),
        }
    }
}

/// Today in UTC, by the clock of the machine.
pub fn today() -> Option<Day> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Day::of_unix(now.as_secs())
}

/// A method of screening.
pub type Screen = fn(&Screener, &str, &Facts, Settings) -> Screening;

/// So many names are screened before what was found is written: enough for all processors to have work, and few enough that the
/// first results come soon.
const AT_ONCE: usize = 256;

/// Screens names on all processors and tells what was found in their order: as text for people, or one JSON object a line.
pub fn screen(
    screener: &Screener,
    screen: Screen,
    names: &[String],
    facts: &Facts,
    settings: Settings,
    json: bool,
) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    if !json {
        out.write_all(text::coverage(screener.lists()).as_bytes())?;
    }
    for names in names.chunks(AT_ONCE) {
        for screening in parallel::each(names, |name| screen(screener, name, facts, settings)) {
            match json {
                true => line(&mut out, &screening)?,
                false => out.write_all(text::screening(&screening).as_bytes())?,
            }
        }
    }
    Ok(out.flush()?)
}

/// Shows the lists that are loaded.
pub fn lists(screener: &Screener, json: bool) -> Result<(), Failure> {
    let lists = screener.lists();
    let mut out = BufWriter::new(io::stdout().lock());
    match json {
        true => line(&mut out, &lists)?,
        false => out.write_all(text::lists(lists).as_bytes())?,
    }
    Ok(out.flush()?)
}

fn line(out: &mut impl Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}
