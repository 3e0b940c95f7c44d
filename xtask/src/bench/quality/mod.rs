//! `cargo xtask bench quality`: what the method finds and what it alerts on, as tables and as one JSON file.
//!
//! Each part is a file of its own that prints its tables and returns the same figures as JSON. What went wrong, name by
//! name, is written to the files that a person asks for: misses, alerts and wrong pairs.

mod baseline;
mod bilingual;
mod clean;
pub mod corrupt;
mod corrupted;
mod forms;
mod lists;
mod ofac_search;
mod organisations;
mod pairs;
mod press;
mod record;
mod romanisation;
mod script;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use crate::project::Project;
use record::Record;

/// What to measure, and where the figures go.
#[derive(Args)]
pub struct Options {
    /// These parts alone
    #[arg(long, value_enum, value_delimiter = ',', num_args = 1..)]
    only: Vec<Part>,
    /// At most so many names in each part that is screened against whole lists, instead of its usual number
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// All names in each part
    #[arg(long, conflicts_with = "sample")]
    full: bool,
    /// The method alone, without the other ways to compare names
    #[arg(long)]
    alone: bool,
    /// The file for listed names that were not found, or not first
    #[arg(long, value_name = "FILE")]
    misses: Option<PathBuf>,
    /// The file for names on no list that alerted
    #[arg(long, value_name = "FILE")]
    alerts: Option<PathBuf>,
    /// The file for labelled pairs on the wrong side of the threshold
    #[arg(long, value_name = "FILE")]
    wrong: Option<PathBuf>,
    /// The file for the figures [default: quality.json in the target directory]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A part of the bench.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Labelled pairs of names
    Pairs,
    /// Listed names as people write them wrongly
    Corrupted,
    /// Invented people who are on no list
    Clean,
    /// Real organisations that are on no list
    Organisations,
    /// Listed people as they were filled into forms
    Forms,
    /// Recorded scores of OFAC's own search
    OfacSearch,
    /// Listed parties as the press wrote them
    Press,
    /// Listed names in other scripts against the Latin names of the same party
    Bilingual,
}

impl Options {
    /// How many names a part screens that takes `usual` of them unless told otherwise.
    fn size(&self, usual: usize) -> usize {
        if self.full { usize::MAX } else { self.sample.unwrap_or(usual) }
    }
}

/// Runs the bench.
pub fn quality(project: &Project, options: &Options) -> Result<()> {
    let mut record = Record::default();
    let mut figures = Map::new();
    for part in Part::value_variants() {
        if !options.only.is_empty() && !options.only.contains(part) {
            continue;
        }
        let measured: Value = match part {
            Part::Pairs => pairs::measure(project, &mut record)?,
            Part::Corrupted => corrupted::measure(project, options, &mut record)?,
            Part::Clean => clean::measure(project, options, &mut record)?,
            Part::Organisations => organisations::measure(project, options, &mut record)?,
            Part::Forms => forms::measure(project, &mut record)?,
            Part::OfacSearch => ofac_search::measure(project, &mut record)?,
            Part::Press => press::measure(project, &mut record)?,
            Part::Bilingual => bilingual::measure(project, options, &mut record)?,
        };
        let name = part.to_possible_value().map(|value| value.get_name().to_owned());
        figures.insert(name.unwrap_or_default(), measured);
        println!();
    }
    record.write(options)?;
    let out = options.out.clone().unwrap_or_else(|| project.target.join("quality.json"));
    let mut json = serde_json::to_string_pretty(&Value::Object(figures))?;
    json.push('\n');
    fs::write(&out, json).with_context(|| format!("{} could not be written", out.display()))?;
    println!("the figures are in {}", out.display());
    Ok(())
}
