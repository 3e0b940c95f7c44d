//! `cargo xtask bench threshold`: what each threshold finds and what it alerts on, for the choice of the default one.

mod columns;
pub mod documents;
pub mod growth;
pub mod lists;
mod measure;
pub mod quality;
pub mod speed;

use std::collections::HashMap;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use namesieve::name::{Name, Reading};
use namesieve::{DEFAULT_THRESHOLD, Screener, Settings, score};
use namesieve::{pack, parallel};

use crate::{sdn, words};
use columns::column;
use measure::{Rates, auc};

const PAIRS: &str = "../shared/bench/name_pairs.csv";
const CLEAN: [&str; 2] = ["../shared/bench/negatives_us.csv", "../shared/bench/negatives_global.csv"];
const PRESS: &str = "tests/fixtures/press-names.csv";
/// Clean names of each file that are screened; every one takes a comparison with each listed name.
const CLEAN_EACH: usize = 300;
const LOWEST: u8 = 60;
const THRESHOLDS: [u8; 6] = [LOWEST, 65, 70, 75, 80, 85];

/// Runs the bench and prints its table.
pub fn threshold(root: &Path) -> Result<()> {
    let pairs = pairs(&root.join(PAIRS))?;
    let screener = whole_list(&root.join(words::SOURCE))?;
    let mut clean = Vec::new();
    for file in CLEAN {
        clean
            .extend(column(&root.join(file), "full_name")?.into_iter().filter(|name| name.is_ascii()).take(CLEAN_EACH));
    }
    let started = Instant::now();
    let tops = tops(&screener, &clean);
    let each = started.elapsed() / clean.len() as u32;

    println!(
        "{} labelled pairs, AUC {:.3}; {} clean names in Latin letters against {} designations",
        pairs.len(),
        auc(&pairs).unwrap_or_default(),
        clean.len(),
        screener.lists()[0].designations
    );
    println!("threshold  precision  recall  F1     clean names alerted");
    for threshold in THRESHOLDS {
        let rates = Rates::at(threshold, &pairs);
        let alerted = tops.iter().filter(|top| **top >= threshold).count() as f64 * 100.0 / tops.len() as f64;
        let mark = if threshold == DEFAULT_THRESHOLD { "  <- default" } else { "" };
        println!(
            "{threshold:>9}  {:>9.3}  {:>6.3}  {:.3}  {alerted:>6.2} %{mark}",
            rates.precision,
            rates.recall,
            rates.f1()
        );
    }
    press(root, &screener)?;
    println!(
        "about {:.0} ms a name on this machine, on each of {} threads",
        each.as_secs_f64() * 1000.0 * parallel::threads() as f64,
        parallel::threads()
    );
    Ok(())
}

/// Scores and labels of the labelled pairs.
fn pairs(path: &Path) -> Result<Vec<(u8, bool)>> {
    let columns = ["schema", "name1", "name2", "is_match"].map(|name| column(path, name));
    let [schemas, first, second, labels] = columns;
    let (schemas, first, second, labels) = (schemas?, first?, second?, labels?);
    let score = |at: usize| {
        let reading = if schemas[at] == "Person" { Reading::Person } else { Reading::Organisation };
        score::compare(&Name::read(&first[at], reading), &Name::read(&second[at], reading)).score()
    };
    Ok((0..labels.len()).map(|at| (score(at), labels[at].eq_ignore_ascii_case("true"))).collect())
}

/// OFAC's SDN list with its weak aliases, ready to be asked.
fn whole_list(folder: &Path) -> Result<Screener> {
    Ok(Screener::open([pack::write(&[sdn::read(folder)?])?.as_slice()])?)
}

/// The best score of each name, 0 below `LOWEST`.
fn tops(screener: &Screener, names: &[String]) -> Vec<u8> {
    let top = |name: &String| {
        let settings = Settings::new(i64::from(LOWEST), false).unwrap_or_default();
        screener.screen(name, settings).hits.first().map_or(0, |hit| hit.score)
    };
    parallel::each(names, top)
}

/// What the press names of the embedded action bring against the whole list.
fn press(root: &Path, screener: &Screener) -> Result<()> {
    let written = column(&root.join(PRESS), "written")?;
    let uids = column(&root.join(PRESS), "uid")?;
    let lists = column(&root.join(PRESS), "list")?;
    let (mut asked, mut first, mut most) = (0, 0, (0, String::new()));
    let mut others = HashMap::new();
    for ((name, uid), list) in written.into_iter().zip(uids).zip(lists) {
        let hits = screener.screen(&name, Settings::default()).hits;
        if list == "sdn" {
            asked += 1;
            match hits.first() {
                Some(hit) if hit.id == uid => first += 1,
                other => drop(others.insert(name.clone(), other.map(|hit| hit.name.clone()))),
            }
        }
        if hits.len() > most.0 {
            most = (hits.len(), name);
        }
    }
    println!(
        "press names against that list: {first} of {asked} first, at most {} potential matches ({}){}",
        most.0,
        most.1,
        if others.is_empty() { String::new() } else { format!("; not first: {others:?}") }
    );
    Ok(())
}
