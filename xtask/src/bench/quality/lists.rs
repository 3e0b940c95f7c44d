//! The lists that the bench screens against.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use namesieve::pack::{self, List};
use namesieve::{Screener, Settings};

use crate::large;

const FOLDER: &str = "../shared/lists";
/// OFAC's SDN List of 28 December 2023: the publisher's own bytes, all of one day.
const SDN: [&str; 3] = ["ofac-sdn/2023-12-28/sdn.csv", "ofac-sdn/2023-12-28/add.csv", "ofac-sdn/2023-12-28/alt.csv"];
/// The lists that give names in several scripts.
const NATIVE: [&str; 5] = [
    "un-sc/2026-02-27/consolidated.xml",
    "eu-fsf/2026-05-rebuilt/xmlFullSanctionsList_1_1.xml",
    "uk-sanctions-list/2026-08-rebuilt/UK-Sanctions-List.xml",
    "ofac-consolidated/2025-01-10/CONS_ENHANCED.XML",
    "ca-sema/2025/sema-lmes.xml",
];

/// The SDN List as it is compiled.
pub fn sdn(root: &Path) -> Result<List> {
    read(root, &SDN)?.into_iter().next().context("the SDN List's files hold no list")
}

/// The lists that give names in several scripts, one after another.
pub fn native(root: &Path) -> Result<Vec<List>> {
    let mut lists = Vec::new();
    for file in NATIVE {
        lists.extend(read(root, &[file])?);
    }
    Ok(lists)
}

/// Lists, ready to be asked.
pub fn screener(lists: &[List]) -> Result<Screener> {
    Ok(Screener::open([pack::write(lists)?.as_slice()])?)
}

/// The hit that a name brings first at the default threshold: its score and the listed name.
pub fn top(screener: &Screener, name: &str) -> Option<(u8, String)> {
    screener.screen(name, Settings::default()).hits.into_iter().next().map(|hit| (hit.score, hit.name))
}

fn read(root: &Path, files: &[&str]) -> Result<Vec<List>> {
    let files: Vec<PathBuf> = files.iter().map(|file| root.join(FOLDER).join(file)).collect();
    large::read(&files)
}
