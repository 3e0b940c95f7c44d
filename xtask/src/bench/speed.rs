//! `cargo xtask bench speed`: how long a name takes against the five large lists, natively, and how much sooner the index answers than
//! comparing every name.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use clap::Args;
use namesieve::name::Reading;
use namesieve::pack::{self, List};
use namesieve::{Screener, Settings, parallel};
use serde_json::{Value, json};

use super::columns::column;
use super::quality::corrupt::{self, Class};
use crate::large;
use crate::project::Project;
use crate::random::Random;

/// The five large lists.
pub const LISTS: [&str; 5] = [
    "../shared/lists/ofac-sdn/2026-07-rebuilt/sdn.xml",
    "../shared/lists/ofac-consolidated/2025-03-28/consolidated.xml",
    "../shared/lists/un-sc/2026-02-27/consolidated.xml",
    "../shared/lists/uk-sanctions-list/2026-08-rebuilt/UK-Sanctions-List.xml",
    "../shared/lists/eu-fsf/2026-05-rebuilt/xmlFullSanctionsList_1_1.xml",
];
const CLEAN: &str = "../shared/bench/negatives_global.csv";
const ORGANISATIONS: &str = "tests/fixtures/clean-organisations.csv";
/// How often the lists are opened.
const OPENED: usize = 3;
/// Names of each kind that are compared with every listed name as well.
const EXHAUSTIVE: usize = 5;
/// The names that are drawn start from it; any number would do.
const SEED: u64 = 20_261_129;

/// How much to measure, and where the figures go.
#[derive(Args)]
pub struct Options {
    /// So many names of each kind
    #[arg(long, value_name = "N", default_value_t = 400)]
    sample: usize,
    /// The file for the figures [default: speed.json in the target directory]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the bench, prints its table and writes it as JSON.
pub fn speed(project: &Project, options: &Options) -> Result<()> {
    ensure!(options.sample > 0, "--sample is 0; give a number of names");
    let mut lists = Vec::new();
    for file in LISTS {
        lists.extend(large::read(&[project.root.join(file)])?);
    }
    let bytes = pack::write(&lists)?;
    let mut opening = Vec::new();
    for _ in 0..OPENED {
        let started = Instant::now();
        drop(Screener::open([bytes.as_slice()])?);
        opening.push(started.elapsed());
    }
    let opening = Times::of(opening);
    let screener = Screener::open([bytes.as_slice()])?;
    let count = |of: fn(&List) -> usize| lists.iter().map(of).sum::<usize>();
    let designations = count(|list| list.designations.len());
    let names = count(|list| list.designations.iter().map(|designation| designation.names.len()).sum());
    println!("{designations} designations, {names} names; opened in {}", shown(opening.median));
    println!("{:16} {:>6} {:>10} {:>10} {:>10} {:>14}", "names", "", "median", "p95", "max", "exhaustive");

    let mut kinds = Vec::new();
    let mut all = Vec::new();
    for (title, names) in kinds_of_names(project, &lists, options.sample)? {
        let times = Times::of(names.iter().map(|name| taken(&screener, name, Settings::default())).collect());
        let few = &names[..names.len().min(EXHAUSTIVE)];
        let settings = Settings::default().exhaustively();
        let exhaustive = Times::of(few.iter().map(|name| taken(&screener, name, settings)).collect());
        println!(
            "{title:16} {:6} {:>10} {:>10} {:>10} {:>10} ={:4.0}×",
            names.len(),
            shown(times.median),
            shown(times.p95),
            shown(times.most),
            shown(exhaustive.median),
            exhaustive.median.as_secs_f64() / times.median.as_secs_f64()
        );
        kinds
            .push(json!({"names": title, "count": names.len(), "ms": times.json(), "exhaustiveMs": exhaustive.json()}));
        all.extend(names);
    }
    let started = Instant::now();
    parallel::each(&all, |name| screener.screen(name, Settings::default()).hits.len());
    let batch = started.elapsed();
    let rate = all.len() as f64 / batch.as_secs_f64();
    println!(
        "all {} of them on {} threads: {}, {rate:.0} names a second",
        all.len(),
        parallel::threads(),
        shown(batch)
    );
    println!("times on this machine, without link-time optimisation; medians of names asked once each");
    let figures = json!({
        "designations": designations, "names": names, "openingMs": opening.json(), "kinds": kinds,
        "batch": {"names": all.len(), "threads": parallel::threads(), "namesPerSecond": rate},
    });
    let out = options.out.clone().unwrap_or_else(|| project.target.join("speed.json"));
    fs::write(&out, format!("{figures:#}\n")).with_context(|| format!("{} could not be written", out.display()))?;
    println!("the figures are in {}", out.display());
    Ok(())
}

/// Names as people ask them: listed ones as they stand, misspelt and in their own scripts, and people and organisations on no list.
fn kinds_of_names(project: &Project, lists: &[List], count: usize) -> Result<Vec<(&'static str, Vec<String>)>> {
    let mut random = Random::new(SEED);
    let designations = lists.iter().flat_map(|list| &list.designations);
    let listed: Vec<(&str, Reading)> = designations
        .flat_map(|designation| {
            designation.names.iter().map(|listed| (listed.name.as_str(), Reading::of(designation.kind)))
        })
        .collect();
    let mut drawn = |wanted: &dyn Fn(&str, Reading, &mut Random) -> Option<String>| -> Vec<String> {
        let mut names = Vec::new();
        for _ in 0..50 * count {
            if names.len() == count {
                break;
            }
            let Some((name, reading)) = random.pick(&listed).copied() else { break };
            names.extend(wanted(name, reading, &mut random));
        }
        names
    };
    let own = |name: &str, _: Reading, _: &mut Random| (!name.is_ascii()).then(|| name.to_owned());
    let latin = |name: &str, _: Reading, _: &mut Random| name.is_ascii().then(|| name.to_owned());
    let misspelt = |name: &str, reading: Reading, random: &mut Random| {
        let class: Class = *random.pick(&corrupt::ALL)?;
        class.corrupt(name, reading, random)
    };
    let kinds = vec![("listed", drawn(&latin)), ("misspelt", drawn(&misspelt)), ("own script", drawn(&own))];
    let sampled = |mut names: Vec<String>| {
        Random::new(SEED).shuffle(&mut names);
        names.truncate(count);
        names
    };
    let people = sampled(column(&project.root.join(CLEAN), "full_name")?);
    let organisations = sampled(column(&project.root.join(ORGANISATIONS), "name")?);
    Ok([kinds, vec![("people", people), ("organisations", organisations)]].concat())
}

/// How long the answer to a name takes.
fn taken(screener: &Screener, name: &str, settings: Settings) -> Duration {
    let started = Instant::now();
    std::hint::black_box(screener.screen(name, settings));
    started.elapsed()
}

/// Times in a few figures.
struct Times {
    median: Duration,
    p95: Duration,
    most: Duration,
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Times {
        times.sort_unstable();
        let at = |hundredth: usize| {
            times.get((times.len().saturating_sub(1)) * hundredth / 100).copied().unwrap_or_default()
        };
        Times { median: at(50), p95: at(95), most: at(100) }
    }

    fn json(&self) -> Value {
        let millis = |time: Duration| time.as_secs_f64() * 1000.0;
        json!({"median": millis(self.median), "p95": millis(self.p95), "max": millis(self.most)})
    }
}

fn shown(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_a_few_figures() {
        let times = Times::of((1..=101).rev().map(Duration::from_millis).collect());
        let [median, p95, most] = [times.median, times.p95, times.most].map(|time| time.as_millis());
        assert_eq!([median, p95, most], [51, 96, 101]);
        assert_eq!(Times::of(Vec::new()).median, Duration::ZERO);
    }
}
