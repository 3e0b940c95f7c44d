//! The memory that the command line takes, to compile a list for one: the real program, as it is released, watched from outside.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::command;
use crate::project::Project;

/// How often the system is asked for the peak. It only ever rises, and what a program does in its last moments is give
/// memory back, so that asking from time to time misses nothing.
const PAUSE: Duration = Duration::from_millis(2);

/// What compiling took and made.
pub struct Compiled {
    /// The most memory the program held, in bytes.
    pub peak: u64,
    /// The size of the pack, in bytes.
    pub pack: u64,
}

/// Builds the command line as it is released and returns where it lies.
pub fn program(project: &Project) -> Result<PathBuf> {
    command::run(project.cargo().args(["build", "--quiet", "--release", "--package=namesieve", "--bin=namesieve"]))?;
    Ok(project.target.join("release").join(format!("namesieve{}", std::env::consts::EXE_SUFFIX)))
}

/// Compiles list files of which so many warnings are known into a pack, in a process of its own.
pub fn compile(program: &Path, files: &[PathBuf], warnings: usize, out: &Path) -> Result<Compiled> {
    let mut command = Command::new(program);
    command.arg("compile").args(files).args(["--accept-warnings", &warnings.to_string(), "--out"]).arg(out);
    let peak = of(&mut command, &out.with_extension("errors"))?;
    let pack = fs::metadata(out).with_context(|| format!("{} was not written", out.display()))?.len();
    Ok(Compiled { peak, pack })
}

/// Runs a command to its end and tells the most memory it held, in bytes. What it complains of goes into the file `errors`.
pub fn of(command: &mut Command, errors: &Path) -> Result<u64> {
    // A file and not a pipe, because nobody reads while the program runs.
    let file = File::create(errors).with_context(|| format!("{} could not be written", errors.display()))?;
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file);
    let mut child = command.spawn().with_context(|| format!("{command:?} could not be started"))?;
    let mut peak = None;
    let status = loop {
        peak = held(child.id()).or(peak);
        if let Some(status) = child.try_wait().with_context(|| format!("{command:?} could not be waited for"))? {
            break status;
        }
        thread::sleep(PAUSE);
    };
    if !status.success() {
        let errors = fs::read_to_string(errors).unwrap_or_default();
        bail!("{command:?} ended with {status}: {}", errors.trim_end());
    }
    peak.context("this system does not say how much memory a process held (it has no /proc)")
}

/// Whether this system says how much memory a process held.
pub fn is_known() -> bool {
    held(std::process::id()).is_some()
}

/// The most memory that a running process has held so far.
fn held(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?;
    Some(kilobytes.trim().parse::<u64>().ok()? * 1024)
}
