//! The example for Apache Spark, run on this machine: its outcomes are those of one process.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::outcome::Stop;
use crate::project::Project;
use crate::tally::Tally;
use crate::{command, peak, tools};

/// Runs `tests/spark/compare.py`, for which PySpark is installed into `target`.
pub fn test(project: &Project) -> Result<Tally, Stop> {
    let [python, java] = tools::find([&tools::PYTHON, &tools::JAVA]).map_err(Stop::NotRun)?;
    let tests = project.root.join("tests/spark");
    let folder = project.target.join("spark");
    let python = environment(&python, &tests.join("requirements.txt"), &folder).map_err(Stop::NotRun)?;
    let program = peak::program(project)?;
    // Spark looks for Java in its home, which is where the program truly lies.
    let java = fs::canonicalize(&java).with_context(|| format!("{} could not be followed", java.display()))?;
    let home = java.parent().and_then(Path::parent).unwrap_or(Path::new("/"));
    command::run(
        Command::new(python)
            .arg(tests.join("compare.py"))
            .arg(program)
            .arg(folder.join("run"))
            .env("JAVA_HOME", home)
            .env("SPARK_LOCAL_IP", "127.0.0.1"),
    )?;
    Ok(Tally::PASSED)
}

/// An environment of its own with what is required; made anew when that changes.
fn environment(python: &Path, required: &Path, folder: &Path) -> Result<std::path::PathBuf> {
    let (place, mark) = (folder.join("python"), folder.join("installed.txt"));
    let wanted = fs::read_to_string(required).with_context(|| format!("{} could not be read", required.display()))?;
    let own = place.join("bin/python");
    if own.is_file() && fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(own);
    }
    fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    command::run(Command::new(python).args(["-m", "venv", "--clear"]).arg(&place))?;
    command::run(
        Command::new(&own).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]).arg(required),
    )?;
    fs::write(&mark, wanted).with_context(|| format!("{} could not be written", mark.display()))?;
    Ok(own)
}
