//! Two clean clones in folders of different names and lengths, with different homes of cargo, give the same bytes to publish.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command;
use crate::digest;
use crate::project::Project;
use crate::site;

/// The folders of the two builders, below the target directory.
const BUILDERS: [&str; 2] = ["twice/a", "twice/another builder, of a longer name"];

/// Clones the project as it was last committed, assembles what is published in each clone, and compares every byte.
pub fn compare(project: &Project) -> Result<String> {
    let dirty = command::read(Command::new("git").args(["status", "--porcelain"]).current_dir(&project.root))?;
    if !dirty.trim().is_empty() {
        println!("what is not committed is not built:\n{}", dirty.trim_end());
    }
    let [first, second] = BUILDERS.map(|name| build(project, &project.target.join(name)));
    let (first, second) = (first?, second?);
    let strange: Vec<&str> = first
        .keys()
        .chain(second.keys())
        .filter(|file| first.get(*file) != second.get(*file))
        .map(String::as_str)
        .collect();
    if !strange.is_empty() {
        bail!("two builders get different bytes of {}", strange.join(", "));
    }
    let all: String = first.iter().map(|(file, digest)| format!("{digest}  {file}\n")).collect();
    let commit = command::read(Command::new("git").args(["rev-parse", "--short", "HEAD"]).current_dir(&project.root))?;
    Ok(format!(
        "{} files the same in two clones of {} in different folders, SHA-256 over all {}",
        first.len(),
        commit.trim(),
        &digest::hex(all)[..16]
    ))
}

/// The files that one builder gets, each with its digest.
fn build(project: &Project, folder: &Path) -> Result<BTreeMap<String, String>> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    let clone = folder.join("namesieve");
    fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    command::run(Command::new("git").args(["clone", "--quiet", "--no-hardlinks"]).arg(&project.root).arg(&clone))?;
    let program = std::env::current_exe().context("this program does not know where it lies")?;
    let target = folder.join("target");
    command::run(
        Command::new(program)
            .arg("dist")
            .current_dir(&clone)
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_HOME", home(&folder.join("home of cargo"))?)
            .env_remove("CARGO_MANIFEST_DIR"),
    )?;
    let dist = target.join("dist");
    let files = site::files(&dist)?.into_iter().map(|file| {
        let bytes = fs::read(dist.join(&file)).with_context(|| format!("{} could not be read", file.display()))?;
        Ok((file.to_string_lossy().into_owned(), digest::hex(bytes)))
    });
    files.collect()
}

/// A home of cargo elsewhere, in which the crates that were fetched already are found by links.
fn home(folder: &Path) -> Result<PathBuf> {
    let own = crate::wasm::cargo_home().context("cargo has no home")?;
    fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    for part in ["registry", "git"] {
        if own.join(part).exists() {
            link(&own.join(part), &folder.join(part))?;
        }
    }
    Ok(folder.to_owned())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to).with_context(|| format!("{} could not be linked", to.display()))
}

/// Where links need rights that nobody has, the crates are fetched once more.
#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    Ok(())
}
