//! What the dependencies keep to, by cargo-deny: those of the project and those of the fuzz targets, which are a workspace of their own.

use std::process::Command;

use anyhow::{Context, Result, anyhow};

use crate::command;
use crate::outcome::Stop;
use crate::project::Project;

/// Both workspaces; they are held to the one `deny.toml`.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// Licences, sources and bans, for which nothing has to be fetched.
pub fn dependencies(project: &Project) -> Result<String, Stop> {
    installed(project)?;
    for manifest in MANIFESTS {
        check(project, manifest, &["licenses", "bans", "sources"], false)?;
    }
    Ok(format!("licences, sources and bans hold for {}", MANIFESTS.join(" and ")))
}

/// The advisories, whose list comes from the network: where it cannot be fetched nothing is said of them, and one that names a
/// dependency fails.
pub fn advisories(project: &Project) -> Result<String, Stop> {
    installed(project)?;
    command::run(&mut deny(project, MANIFESTS[0], &["fetch", "db"]))
        .context("the list of advisories could not be fetched")
        .map_err(Stop::NotRun)?;
    for manifest in MANIFESTS {
        check(project, manifest, &["advisories"], true).context("an advisory names a dependency")?;
    }
    Ok(format!("no advisory names a dependency of {}", MANIFESTS.join(" or ")))
}

fn installed(project: &Project) -> Result<(), Stop> {
    match project.cargo().args(["deny", "--version"]).output().is_ok_and(|answer| answer.status.success()) {
        true => Ok(()),
        false => Err(Stop::NotRun(anyhow!("cargo-deny is not installed: run `cargo install cargo-deny --locked`"))),
    }
}

/// `fetched`: what it needs was fetched just now, and nothing is to be fetched again.
fn check(project: &Project, manifest: &str, what: &[&str], fetched: bool) -> Result<()> {
    let offline = fetched.then_some("--offline").into_iter();
    let arguments: Vec<_> = offline.chain(["check", "--hide-inclusion-graph"]).chain(what.iter().copied()).collect();
    command::run(&mut deny(project, manifest, &arguments))
}

fn deny(project: &Project, manifest: &str, arguments: &[&str]) -> Command {
    let mut cargo = project.cargo();
    cargo
        .args(["deny", "--locked", "--workspace", "--log-level=error", "--manifest-path"])
        .arg(project.root.join(manifest));
    cargo.args(arguments);
    cargo
}
