//! What became of the parts of a test run (`parts.rs`), and the summary that ends it.

use std::env;
use std::ops::Add;
use std::process::ExitCode;

use anyhow::{Error, Result};

use crate::tally::Tally;

/// The parts so far, in order, each with its tally or with what stopped it.
pub struct Outcomes {
    parts: Vec<(&'static str, Result<Tally, Stop>)>,
}

/// Why a part did not pass.
pub enum Stop {
    /// Something it needs is not there.
    NotRun(Error),
    /// It ran and failed.
    Failed(Tally, Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(Tally::FAILED, error)
    }
}

impl Outcomes {
    /// Of parts that were done.
    pub fn of(parts: Vec<(&'static str, Result<Tally, Stop>)>) -> Self {
        Self { parts }
    }

    /// The sum of all tallies.
    pub fn sum(&self) -> Tally {
        self.parts.iter().map(|(_, outcome)| counted(outcome)).fold(Tally::default(), Tally::add)
    }

    /// Prints the summary, its last line the sum of all tallies; the exit code is a failure if a part failed, and where `CI=true`
    /// also if a part could not run. What single tests `left_out` is named, but fails nothing: it lies outside the project by design.
    pub fn close<'a>(self, left_out: impl Iterator<Item = &'a str>) -> ExitCode {
        println!("\n== Summary");
        let strict = env::var("CI").is_ok_and(|value| value == "true");
        let mut sum = self.sum();
        let mut good = true;
        for (name, outcome) in self.parts {
            let tally = counted(&outcome);
            let (word, why) = match outcome {
                Ok(_) => ("passed", None),
                Err(Stop::Failed(_, why)) => ("failed", Some(why)),
                Err(Stop::NotRun(why)) => ("not run", Some(why)),
            };
            good &= match word {
                "passed" => true,
                "failed" => false,
                _ => !strict,
            };
            let why = why.map(|why| format!(": {why:#}")).unwrap_or_default();
            println!("{name:20} {word:8} ({tally}){why}");
        }
        for line in left_out.filter(|line| !line.trim().is_empty()) {
            println!("{line}");
            sum.skipped += 1;
        }
        println!("{sum}");
        if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// What a part adds to the sum; one that was not run counts as one test that was skipped.
fn counted(outcome: &Result<Tally, Stop>) -> Tally {
    match outcome {
        Ok(tally) | Err(Stop::Failed(tally, _)) => *tally,
        Err(Stop::NotRun(_)) => Tally { skipped: 1, ..Tally::default() },
    }
}
