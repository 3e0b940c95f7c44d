//! `cargo xtask bench lists`: what it takes to read the official lists, make packs of them and open those.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use namesieve::pack;

use crate::project::Project;
use crate::{dist, large, peak, site};

const LISTS: &str = "../shared/lists";
/// Short pieces and not lists.
const SAMPLES: &str = "samples";

/// Runs the bench and prints its table.
pub fn lists(project: &Project) -> Result<()> {
    let program = peak::program(project)?;
    let folder = large::folder(project)?;
    println!(
        "{:52} {:>8} {:>7} {:>12} {:>7} {:>8} {:>8} {:>9} {:>7} {:>8}",
        "file", "MB", "read", "designations", "names", "pack MB", "brotli", "to screen", "open", "peak MB"
    );
    for (title, files) in files(&project.root.join(LISTS))? {
        row(&title, &files, &program, &folder)?;
    }
    for large in &large::LARGE {
        let made = large.make(&project.root, &folder)?;
        row(large.title, std::slice::from_ref(&made.path), &program, &folder)?;
    }
    println!(
        "times on this machine, without link-time optimisation; to screen takes all of a pack but its details; peak memory is that of \
         `namesieve compile`"
    );
    Ok(())
}

/// One line of the table.
fn row(title: &str, files: &[PathBuf], program: &Path, folder: &Path) -> Result<()> {
    let size = files.iter().map(|path| Ok(fs::metadata(path)?.len())).sum::<Result<u64>>()?;
    let started = Instant::now();
    let lists = match large::read(files) {
        Ok(lists) => lists,
        Err(error) => {
            println!("{title:52} not read: {error:#}");
            return Ok(());
        }
    };
    let reading = started.elapsed();
    let designations = || lists.iter().flat_map(|list| &list.designations);
    let counts = (designations().count(), designations().map(|designation| designation.names.len()).sum::<usize>());
    let warnings = lists.iter().map(|list| list.warnings.len()).sum();
    let bytes = pack::write(&lists)?;
    drop(lists);
    let started = Instant::now();
    drop(pack::open(&bytes)?);
    let opening = started.elapsed();
    let brotli = dist::brotli(&bytes)?;
    let to_screen = dist::brotli(&bytes[..pack::without_details(&bytes).context("the pack has no details")?])?;
    let out = folder.join("bench.pack");
    let compiled = peak::compile(program, files, warnings, &out).with_context(|| title.to_owned())?;
    let millions = |bytes: u64| bytes as f64 / 1e6;
    println!(
        "{title:52} {:8.1} {} {:12} {:7} {:8.2} {:8.2} {:9.2} {} {:8.1}",
        millions(size),
        shown(reading),
        counts.0,
        counts.1,
        millions(bytes.len() as u64),
        millions(brotli as u64),
        millions(to_screen as u64),
        shown(opening),
        millions(compiled.peak)
    );
    Ok(())
}

fn shown(time: Duration) -> String {
    format!("{:5.2} s", time.as_secs_f64())
}

/// The lists of a folder, each with the files that belong together: the CSV files of one edition of OFAC's do.
fn files(folder: &Path) -> Result<Vec<(String, Vec<PathBuf>)>> {
    let mut found: Vec<(String, Vec<PathBuf>)> = Vec::new();
    let mut paths = site::files(folder).with_context(|| format!("{LISTS} cannot be read; the bench needs it"))?;
    paths.retain(|path| !path.starts_with(SAMPLES));
    for path in paths {
        let edition = path.parent().unwrap_or(&path).display().to_string();
        let family = path.extension().is_some_and(|kind| kind == "csv") && edition.starts_with("ofac-");
        let full = folder.join(&path);
        match found.last_mut() {
            Some((title, files)) if family && *title == edition => files.push(full),
            _ if family => found.push((edition, vec![full])),
            _ => found.push((path.display().to_string(), vec![full])),
        }
    }
    Ok(found)
}
