//! What the commands of the command line do, and how they fail.

pub mod names;
pub mod pairs;
mod table;
mod text;

use namesieve::{PackError, Screener, Settings, ThresholdError};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

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

/// Screens names in their order: as text for people, or one JSON object a line.
pub fn screen(names: &[String], threshold: i64, weak: bool, json: bool) -> Result<(), Failure> {
    let settings = Settings::new(threshold, weak)?;
    let screener = Screener::embedded()?;
    let mut out = BufWriter::new(io::stdout().lock());
    if !json {
        out.write_all(text::coverage(screener.lists()).as_bytes())?;
    }
    for name in names {
        let screening = screener.screen(name, settings);
        match json {
            true => line(&mut out, &screening)?,
            false => out.write_all(text::screening(&screening).as_bytes())?,
        }
    }
    Ok(out.flush()?)
}

/// Shows the lists that are loaded.
pub fn lists(json: bool) -> Result<(), Failure> {
    let screener = Screener::embedded()?;
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
