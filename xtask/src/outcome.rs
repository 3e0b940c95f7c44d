//! What became of the parts of a test run, and the summary that ends it.

use std::env;
use std::process::ExitCode;

use anyhow::{Error, Result};

use crate::tally::Tally;

/// The parts so far, in order, each with its tally or with what stopped it.
#[derive(Default)]
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
    /// Runs a part that counts its tests.
    pub fn part(&mut self, name: &'static str, work: impl FnOnce() -> Result<Tally, Stop>) {
        println!("\n== {name}");
        let outcome = work();
        if let Err(Stop::NotRun(why) | Stop::Failed(_, why)) = &outcome {
            eprintln!("error: {why:#}");
        }
        self.parts.push((name, outcome));
    }

    /// Runs a part that passes or fails as one, and returns what it made.
    pub fn check<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let mut made = None;
        self.part(name, || {
            made = Some(work()?);
            Ok(Tally::PASSED)
        });
        made
    }

    /// Prints the summary, its last line the sum of all tallies; the exit code is a failure if a part failed, and where `CI=true`
    /// also if a part could not run. What single tests `left_out` is named, but fails nothing: it lies outside the project by design.
    pub fn close<'a>(self, left_out: impl Iterator<Item = &'a str>) -> ExitCode {
        println!("\n== Summary");
        let strict = env::var("CI").is_ok_and(|value| value == "true");
        let mut sum = Tally::default();
        let mut good = true;
        for (name, outcome) in self.parts {
            let (word, tally, why) = match outcome {
                Ok(tally) => ("passed", tally, None),
                Err(Stop::Failed(tally, why)) => ("failed", tally, Some(why)),
                Err(Stop::NotRun(why)) => ("not run", Tally { skipped: 1, ..Tally::default() }, Some(why)),
            };
            good &= match word {
                "passed" => true,
                "failed" => false,
                _ => !strict,
            };
            sum = sum + tally;
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
