//! `wasm-opt` of Binaryen, which makes what the compiler left of a module faster: the same bytes on every machine, since its version is
//! that of the lock file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::voice::say;
use crate::{command, digest, site, tools};

/// Where npm finds its version.
const PACKAGE: &str = "xtask/wasm-opt";
const LOCK: &str = "package-lock.json";
/// How much it tries.
const LEVEL: &str = "-O3";

/// Makes a module faster, in its place. What was made of the same bytes in the same way before is taken again: it takes half a minute.
pub fn faster(project: &Project, module: &Path) -> Result<()> {
    let (package, folder) = (project.root.join(PACKAGE), project.target.join("wasm-opt"));
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} could not be read", path.display()));
    let (bytes, lock) = (read(module)?, read(&package.join(LOCK))?);
    let made = folder.join(digest::hex([&bytes, &lock, LEVEL.as_bytes()].concat())).with_extension("wasm");
    if !made.is_file() {
        let [node, npm] = tools::find([&tools::NODE, &tools::NPM])?;
        for file in ["package.json", LOCK] {
            site::copy(&package.join(file), &folder.join(file))?;
        }
        tools::packages(&npm, &folder)?;
        say!("optimising {}", module.display());
        let unfinished = made.with_extension("part");
        let mut optimise = Command::new(node);
        optimise.arg(folder.join("node_modules/binaryen/bin/wasm-opt")).arg(LEVEL);
        command::run(optimise.arg(module).arg("-o").arg(&unfinished))?;
        fs::rename(&unfinished, &made).with_context(|| format!("{} could not be named", made.display()))?;
    }
    site::copy(&made, module)
}
