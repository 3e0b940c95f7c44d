//! The instructions that opening a list and screening a name take, counted by valgrind: a figure that does not wobble as times do. The
//! figures stand in `tests/instructions.tsv`, and more than they allow fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use namesieve::pack;

use crate::outcome::Stop;
use crate::project::Project;
use crate::tally::Tally;
use crate::tools;
use crate::voice::say;
use crate::{command, large, peak};

const FIGURES: &str = "tests/instructions.tsv";
/// A list of names in Latin letters, and one of many scripts.
const LISTS: [&str; 2] = [
    "../shared/lists/ofac-sdn/2026-07-rebuilt/sdn.xml",
    "../shared/lists/uk-sanctions-list/2026-08-rebuilt/UK-Sanctions-List.xml",
];
const NAMES: &str = "tests/golden/queries.txt";
/// The share of a figure, in hundredths, by which it may be exceeded: other versions of the compiler and of the C library differ by less.
const TOLERANCE: u64 = 5;

/// What is counted, in millions of instructions.
struct Counted {
    opening: u64,
    /// All names together.
    names: u64,
}

/// Counts, and holds what was counted against the figures.
pub fn test(project: &Project) -> Result<Tally, Stop> {
    let lists = LISTS.map(|list| project.root.join(list));
    if let Some(absent) = lists.iter().find(|list| !list.is_file()) {
        return Err(Stop::NotRun(anyhow!("{} is not there", absent.display())));
    }
    let [valgrind] = tools::find([&tools::VALGRIND]).map_err(Stop::NotRun)?;
    let Counted { opening, names } = count(project, &valgrind, &lists)?;
    let mut tally = Tally::default();
    let mut over = Vec::new();
    for (what, counted) in [("opening", opening), ("names", names)] {
        let figure = figure(&project.root, what)?;
        let most = figure + figure * TOLERANCE / 100;
        say!("{what}: {counted} million instructions, and {figure} are recorded");
        if counted > most {
            tally.failed += 1;
            over.push(format!("{what} {counted}, of {most} at the most"));
        } else {
            tally.passed += 1;
        }
        if counted < figure - figure * TOLERANCE / 100 {
            say!("{what}: that is so much less that {FIGURES} should say it");
        }
    }
    match over[..] {
        [] => Ok(tally),
        _ => Err(Stop::Failed(
            tally,
            anyhow!("{}; make it cheaper, or record it in {FIGURES} with the reason", over.join("; ")),
        )),
    }
}

fn count(project: &Project, valgrind: &Path, lists: &[PathBuf]) -> Result<Counted> {
    let program = peak::program(project)?;
    let folder = project.target.join("instructions");
    fs::create_dir_all(&folder).with_context(|| format!("{} could not be made", folder.display()))?;
    let pack = folder.join("lists.pack");
    let mut read = Vec::new();
    for list in lists {
        read.extend(large::read(std::slice::from_ref(list))?);
    }
    fs::write(&pack, pack::write(&read)?).with_context(|| format!("{} could not be written", pack.display()))?;
    // A name without letters is looked for nowhere.
    let none = folder.join("none.txt");
    fs::write(&none, "-\n").with_context(|| format!("{} could not be written", none.display()))?;
    let instructions = |names: &Path| {
        let log = folder.join("valgrind.log");
        let mut command = Command::new(valgrind);
        command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
        command.arg(format!("--log-file={}", log.display())).arg(&program);
        command::read(command.args(["screen", "--json", "--pack"]).arg(&pack).arg("--names").arg(names))?;
        let log = fs::read_to_string(&log).with_context(|| format!("{} could not be read", log.display()))?;
        refs(&log).context("valgrind counted no instructions")
    };
    let opening = instructions(&none)?;
    let all = instructions(&project.root.join(NAMES))?;
    let millions = |instructions: u64| instructions / 1_000_000;
    Ok(Counted { opening: millions(opening), names: millions(all.saturating_sub(opening)) })
}

/// The number in valgrind's `I   refs:      5,267,860,249`.
fn refs(log: &str) -> Option<u64> {
    let line = log.lines().find(|line| line.contains("I ") && line.contains("refs:"))?;
    line.rsplit(':').next()?.trim().replace(',', "").parse().ok()
}

/// A recorded figure, in millions.
fn figure(root: &Path, what: &str) -> Result<u64> {
    let table = fs::read_to_string(root.join(FIGURES)).with_context(|| format!("{FIGURES} could not be read"))?;
    let mut rows = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let row = rows.find(|row| row[0] == what && row.len() == 4);
    row.and_then(|row| row[1].parse().ok()).with_context(|| format!("{FIGURES} has no row of four columns for {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_instructions_is_read() {
        assert_eq!(refs("==1== Cachegrind\n==1== I   refs:      5,267,860,249\n"), Some(5_267_860_249));
        assert_eq!(refs("==1== D refs: 1"), None);
    }
}
