//! `cargo xtask prove`: the proof that no fault turns into a false "no match", in one table: the fault matrix with its tests, fuzzing,
//! the soak, two builds that are the same bytes, and what the dependencies keep to.

use std::fmt::Write;
use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use clap::Args;
use namesieve::date::Day;
use serde_json::Value;

use crate::faults::Matrix;
use crate::outcome::Stop;
use crate::project::Project;
use crate::{deny, fuzz, test, twice, wasm};

/// How much is proven.
#[derive(Args)]
pub struct Options {
    /// Fuzz for so long in all; 0 leaves it out
    #[arg(long, value_name = "N", default_value_t = 10.0)]
    minutes: f64,
    /// Ask so many questions in one tab; 0 leaves it out
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    queries: u64,
    /// Reload a list so many times in that tab
    #[arg(long, value_name = "N", default_value_t = 200)]
    reloads: u64,
    /// Do not run the tests of the fault matrix, only look whether they are there
    #[arg(long)]
    no_tests: bool,
    /// Do not build twice
    #[arg(long)]
    no_builds: bool,
}

/// A line of the table: what is proven, and what came of it.
struct Proof {
    what: &'static str,
    found: Result<String, Stop>,
}

/// Proves what it can, prints the table, and fails where anything did not hold. What was left out is named and fails nothing.
pub fn prove(project: &Project, options: &Options) -> Result<ExitCode> {
    let mut proofs = Vec::new();
    let mut prove = |what: &'static str, work: &dyn Fn() -> Result<String, Stop>| {
        println!("\n== {what}");
        let began = Instant::now();
        let found = work();
        if let Err(Stop::Failed(_, why) | Stop::NotRun(why)) = &found {
            eprintln!("error: {why:#}");
        }
        println!("{what}: {} seconds", began.elapsed().as_secs());
        proofs.push(Proof { what, found });
    };
    prove("fault matrix", &|| faults(project, options));
    prove("fuzzing", &|| fuzzing(project, options));
    prove("soak", &|| soak(project, options));
    prove("two builds", &|| match options.no_builds {
        true => Err(left_out("--no-builds")),
        false => Ok(twice::compare(project)?),
    });
    prove("dependencies", &|| deny::dependencies(project));
    prove("advisories", &|| deny::advisories(project));
    println!("\n{}", table(&proofs, &wasm::toolchain()?, &today()?));
    let broken = proofs.iter().any(|proof| matches!(proof.found, Err(Stop::Failed(..))));
    Ok(if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn left_out(why: &str) -> Stop {
    Stop::NotRun(anyhow::anyhow!("{why}"))
}

fn faults(project: &Project, options: &Options) -> Result<String, Stop> {
    let matrix = Matrix::read(&project.root)?;
    if !matrix.findings.is_empty() {
        return Err(anyhow::anyhow!("{}", matrix.findings.join("\n")).into());
    }
    if options.no_tests {
        return Ok(format!("{matrix}; each names a test, which was not run now"));
    }
    let tally = test::named(project, &matrix.files)?;
    Ok(format!("{matrix}; their {} test files passed ({tally})", matrix.files.len()))
}

fn fuzzing(project: &Project, options: &Options) -> Result<String, Stop> {
    if options.minutes <= 0.0 {
        return Err(left_out("--minutes 0"));
    }
    let fuzzed = fuzz::run(project, &[], options.minutes)?;
    println!("{}", fuzz::table(&fuzzed));
    let (executions, crashes) = fuzz::sum(&fuzzed);
    let said = format!(
        "{} targets, {} inputs in {} minutes, {crashes} that broke one",
        fuzzed.len(),
        grouped(executions),
        options.minutes
    );
    match crashes {
        0 => Ok(said),
        _ => Err(anyhow::anyhow!(said).into()),
    }
}

fn soak(project: &Project, options: &Options) -> Result<String, Stop> {
    if options.queries == 0 {
        return Err(left_out("--queries 0"));
    }
    let said = test::soak(project, options.queries, options.reloads)?;
    let figures: Value =
        said.lines().rev().find_map(|line| serde_json::from_str(line).ok()).context("the soak printed no figures")?;
    let kilobytes = |when: &str, what: &str| figures[when][what].as_u64().unwrap_or_default() / 1024;
    let grown = |what: &str| format!("{} → {} KB", kilobytes("before", what), kilobytes("after", what));
    Ok(format!(
        "{} questions and {} reloads in one tab, {} s; engine memory {}, its heap {}, heap of the page {}; {} answers the same bytes at the end",
        grouped(options.queries),
        options.reloads,
        figures["seconds"],
        grown("wasm"),
        grown("engine"),
        grown("page"),
        figures["sameAnswers"],
    ))
}

/// The table, as it stands in the README.
fn table(proofs: &[Proof], toolchain: &str, today: &str) -> String {
    let mut table = format!("Proven on {today} with {toolchain}.\n\n| what | found |\n|---|---|\n");
    for Proof { what, found } in proofs {
        let found = match found {
            Ok(found) => found.clone(),
            Err(Stop::NotRun(why)) => format!("left out: {why:#}"),
            Err(Stop::Failed(_, why)) => format!("**failed**: {why:#}"),
        };
        let _ = writeln!(table, "| {what} | {} |", found.replace('\n', " "));
    }
    table
}

fn today() -> Result<String> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?.as_secs();
    match Day::of_unix(seconds) {
        Some(day) => Ok(day.to_string()),
        None => bail!("the clock is beyond all calendars"),
    }
}

/// 1234567 as 1,234,567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<String> =
        digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([1, 12, 123, 1234, 1_234_567].map(grouped), ["1", "12", "123", "1,234", "1,234,567"]);
    }

    #[test]
    fn the_table_says_what_held_what_failed_and_what_was_left_out() {
        let proofs = [
            Proof { what: "a", found: Ok("holds".into()) },
            Proof { what: "b", found: Err(left_out("no time")) },
            Proof { what: "c", found: Err(anyhow::anyhow!("it\nbroke").into()) },
        ];
        let table = table(&proofs, "rustc 1", "2026-11-30");
        assert!(table.starts_with("Proven on 2026-11-30 with rustc 1.\n"));
        assert!(table.ends_with("| a | holds |\n| b | left out: no time |\n| c | **failed**: it broke |\n"), "{table}");
    }
}
