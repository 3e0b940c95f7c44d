//! What went wrong, name by name: the rows behind the figures of the bench, for study.

use std::path::Path;

use anyhow::{Context, Result};

use super::Options;

/// One name that went wrong.
pub struct Row {
    /// The part of the bench, and the class within it.
    pub class: String,
    /// What was asked.
    pub asked: String,
    /// What it was held against: the right party's name, or what alerted.
    pub against: String,
    /// The best score; 0 for none at or above the threshold where no more is known.
    pub score: u8,
}

/// All names that went wrong, by what they did.
#[derive(Default)]
pub struct Record {
    /// Listed names that were not found, or not first.
    pub misses: Vec<Row>,
    /// Names on no list that alerted.
    pub alerts: Vec<Row>,
    /// Labelled pairs on the wrong side of the threshold.
    pub wrong: Vec<Row>,
}

impl Record {
    /// Writes the files that were asked for.
    pub fn write(&self, options: &Options) -> Result<()> {
        let files = [(&options.misses, &self.misses), (&options.alerts, &self.alerts), (&options.wrong, &self.wrong)];
        for (path, rows) in files {
            if let Some(path) = path {
                write(path, rows).with_context(|| format!("{} could not be written", path.display()))?;
                println!("{} rows in {}", rows.len(), path.display());
            }
        }
        Ok(())
    }
}

fn write(path: &Path, rows: &[Row]) -> Result<()> {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(["class", "asked", "against", "score"])?;
    for row in rows {
        writer.write_record([&row.class, &row.asked, &row.against, &row.score.to_string()])?;
    }
    Ok(writer.flush()?)
}
