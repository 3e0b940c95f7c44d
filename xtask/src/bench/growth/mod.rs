//! `cargo xtask bench growth`: how opening, a name and memory grow with the number of designations, from the five large lists up to a
//! million that are made after them.

mod curve;
mod made;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use clap::Args;
use namesieve::pack::{self, List};
use namesieve::{Screener, Settings};
use serde_json::{Value, json};

use super::speed::names::Names;
use super::speed::times::{Times, millis, shown, timed};
use super::speed::{DEVELOPMENT, LISTS};
use crate::project::Project;
use crate::{large, peak};

/// How much to measure, and where the figures go.
#[derive(Args)]
pub struct Options {
    /// Beside the five lists as they are, made ones of so many designations
    #[arg(long, value_name = "N", value_delimiter = ',', num_args = 1.., default_values_t = [100_000, 300_000, 1_000_000])]
    designations: Vec<usize>,
    /// So many names of each kind
    #[arg(long, value_name = "N", default_value_t = 100)]
    sample: usize,
    /// The file for the figures [default: growth.json in the target directory]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// A file for the picture, as SVG
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
}

/// What lists of one size take.
struct Size {
    designations: usize,
    names: usize,
    opening: Duration,
    first_query: Duration,
    /// Over the names of all kinds.
    query: Times,
    /// The most memory that a process held which screened one name against them, in bytes.
    memory: u64,
}

/// Runs the bench, prints its table, writes the figures as JSON and, if wanted, as a picture.
pub fn growth(project: &Project, options: &Options) -> Result<()> {
    ensure!(options.sample > 0, "--sample is 0; give a number of names");
    let mut real = Vec::new();
    for file in LISTS {
        real.extend(large::read(&[project.root.join(file)])?);
    }
    let count = real.iter().map(|list| list.designations.len()).sum();
    let mut wanted: Vec<usize> = options.designations.iter().copied().filter(|size| *size > count).collect();
    wanted.sort_unstable();
    let program = peak::program(project)?;
    let folder = large::folder(project)?;
    println!(
        "{:>12} {:>9} {:>12} {:>12} {:>10} {:>10} {:>10} {:>9}",
        "designations", "names", "opened in", "first name", "median", "p95", "max", "memory"
    );
    let mut sizes: Vec<Size> = Vec::new();
    for size in [count].into_iter().chain(wanted) {
        let mut lists = real.clone();
        made::enlarge(&mut lists, size);
        let size = measure(project, lists, options.sample, &program, &folder)?;
        println!(
            "{:12} {:9} {:>12} {:>12} {:>10} {:>10} {:>10} {:>9}",
            size.designations,
            size.names,
            shown(size.opening),
            shown(size.first_query),
            shown(size.query.median),
            shown(size.query.p95),
            shown(size.query.most),
            large::megabytes(size.memory)
        );
        sizes.push(size);
    }
    let build = if cfg!(debug_assertions) { DEVELOPMENT } else { "" };
    println!(
        "times on this machine{build}; memory is the peak of a `namesieve screen` of one name, packs included; beyond the first line \
         the lists are made"
    );
    let figures: Value = sizes.iter().map(json).collect();
    let out = options.out.clone().unwrap_or_else(|| project.target.join("growth.json"));
    fs::write(&out, format!("{figures:#}\n")).with_context(|| format!("{} could not be written", out.display()))?;
    println!("the figures are in {}", out.display());
    if let Some(picture) = &options.picture {
        fs::write(picture, curve::draw(&sizes)?)
            .with_context(|| format!("{} could not be written", picture.display()))?;
        println!("the picture is in {}", picture.display());
    }
    Ok(())
}

fn measure(project: &Project, lists: Vec<List>, sample: usize, program: &Path, folder: &Path) -> Result<Size> {
    let pack = pack::write(&lists)?;
    let names = Names::draw(project, &lists, sample, 1)?;
    drop(lists);
    let (screener, opening) = timed(|| Screener::open([pack.as_slice()]));
    let screener = screener?;
    let ask = |name: &str| timed(|| screener.screen(name, Settings::default())).1;
    let asked: Vec<&str> = names.kinds.iter().flat_map(|kind| &kind.names).map(|asked| asked.name.as_str()).collect();
    let first_query = ask(asked.first().context("the lists have no names to ask")?);
    let query = Times::of(asked.iter().map(|name| ask(name)).collect());
    drop(screener);
    let path = folder.join("growth.pack");
    fs::write(&path, &pack).with_context(|| format!("{} could not be written", path.display()))?;
    drop(pack);
    let mut command = Command::new(program);
    command.arg("screen").arg("--json").arg("--pack").arg(&path).arg(asked[0]);
    let memory = peak::of(&mut command, &path.with_extension("errors"))?;
    // What cannot be deleted there does no harm.
    let _ = fs::remove_file(&path);
    Ok(Size { designations: names.parties.len(), names: names.listed.len(), opening, first_query, query, memory })
}

fn json(size: &Size) -> Value {
    json!({
        "designations": size.designations, "names": size.names, "openingMs": millis(size.opening),
        "firstQueryMs": millis(size.first_query), "queryMs": size.query.json(), "memoryBytes": size.memory,
    })
}
