//! `cargo xtask fuzz`: lets libFuzzer look for bytes that break what must hold of every file and every question (`fuzz/src/lib.rs`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::command;
use crate::project::Project;
use crate::site;

/// What fuzzing begins with, besides the corpus.
const SEEDS: &str = "fuzz/seeds.tsv";

/// What stands between the files of one input; `fuzz/src/lib.rs` says the same.
const BETWEEN: u8 = 0x1e;

/// So much of a whole list is enough to begin with: some dozens of records.
const EXCERPT: usize = 24 << 10;

/// The longest input that is made up, in bytes. The excerpts in the fixtures fit; longer ones only make each round slower.
const LONGEST: usize = 96 << 10;

/// An input that takes longer than this, in seconds, counts as a crash: the page would seem dead.
const PATIENCE: usize = 20;

/// An input that takes more memory than this, in megabytes, counts as a crash: a phone would end the page.
const MEMORY: usize = 1500;

/// What became of one target.
pub struct Fuzzed {
    /// Its name.
    pub target: String,
    /// How many inputs were tried.
    pub executions: u64,
    /// The files of inputs that broke it, in this run and in earlier ones.
    pub crashes: Vec<PathBuf>,
}

/// Runs targets, all of them where none is named, for so long in all, and prints what became of each.
pub fn fuzz(project: &Project, targets: &[String], minutes: f64) -> Result<ExitCode> {
    let fuzzed = run(project, targets, minutes)?;
    println!("\n{}", table(&fuzzed));
    let crashes: Vec<&PathBuf> = fuzzed.iter().flat_map(|target| &target.crashes).collect();
    if crashes.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    for crash in crashes {
        println!("{}", crash.display());
    }
    println!(
        "Each of these files broke its target: mend what it shows, and put it into fuzz/corpus, where the tests hold it."
    );
    Ok(ExitCode::FAILURE)
}

/// Runs targets and says what became of each.
pub fn run(project: &Project, targets: &[String], minutes: f64) -> Result<Vec<Fuzzed>> {
    let all = known(project)?;
    if let Some(strange) = targets.iter().find(|target| !all.contains(target)) {
        bail!("there is no target {strange}; the targets are {}", all.join(", "));
    }
    let chosen: Vec<String> = all.into_iter().filter(|target| targets.is_empty() || targets.contains(target)).collect();
    let programs = build(project)?;
    let time = Duration::from_secs_f64((minutes * 60.0 / chosen.len() as f64).max(1.0));
    let fuzzed = chosen.into_iter().map(|target| {
        println!("{target}: {} seconds", time.as_secs());
        one(project, &programs, target, time)
    });
    fuzzed.collect()
}

/// What became of targets, as a table.
pub fn table(fuzzed: &[Fuzzed]) -> String {
    let mut lines = vec![format!("{:16} {:>12} {:>8}", "target", "executions", "crashes")];
    lines.extend(
        fuzzed.iter().map(|each| format!("{:16} {:>12} {:>8}", each.target, each.executions, each.crashes.len())),
    );
    let (executions, crashes) = sum(fuzzed);
    lines.push(format!("{:16} {executions:>12} {crashes:>8}", "in all"));
    lines.join("\n")
}

/// How many inputs were tried in all, and how many broke their target.
pub fn sum(fuzzed: &[Fuzzed]) -> (u64, usize) {
    (fuzzed.iter().map(|each| each.executions).sum(), fuzzed.iter().map(|each| each.crashes.len()).sum())
}

/// The targets, as their manifest names them.
fn known(project: &Project) -> Result<Vec<String>> {
    let path = project.root.join("fuzz/Cargo.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
    let names = text.split("[[bin]]").skip(1).filter_map(|bin| bin.split("name = \"").nth(1)?.split('"').next());
    Ok(names.map(str::to_owned).collect())
}

/// Builds all targets with the nightly toolchain, whose compiler counts which code an input reaches, and gives their folder.
///
/// No sanitizer is asked for: none of our code is unsafe, so that what is looked for are panics, broken promises, hangs and want of
/// memory, of which more are found when each round is faster.
fn build(project: &Project) -> Result<PathBuf> {
    let nightly = Command::new("rustup").args(["run", "nightly", "rustc", "--version"]).stderr(Stdio::null()).output();
    if !nightly.is_ok_and(|answer| answer.status.success()) {
        bail!("fuzzing needs the nightly toolchain: run `rustup toolchain install nightly`");
    }
    if !Command::new("cargo-fuzz").arg("--version").output().is_ok_and(|answer| answer.status.success()) {
        println!("installing cargo-fuzz");
        command::run(Command::new("cargo").args(["install", "cargo-fuzz", "--locked"]))
            .context("fuzzing needs cargo-fuzz: run `cargo install cargo-fuzz --locked`")?;
    }
    let target = project.target.join("fuzz");
    // By rustup and not by the cargo that runs this: a `cargo` that was called as a part of a toolchain takes no other.
    let mut cargo = Command::new("rustup");
    cargo
        .args(["run", "nightly", "cargo", "fuzz", "build", "--release", "--sanitizer=none", "--target-dir"])
        .arg(&target);
    // What the running cargo says of its own toolchain would go on to that one.
    for variable in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "RUSTDOC"] {
        cargo.env_remove(variable);
    }
    command::run(cargo.current_dir(project.root.join("fuzz")))?;
    let host = command::read(Command::new("rustup").args(["run", "nightly", "rustc", "--print", "host-tuple"]))?;
    Ok(target.join(host.trim()).join("release"))
}

fn one(project: &Project, programs: &Path, target: String, time: Duration) -> Result<Fuzzed> {
    let place = |what: &str| project.target.join("fuzzed").join(what).join(&target);
    let (found, crashes) = (place("corpus"), place("crashes"));
    for folder in [&found, &crashes] {
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    }
    seed(project, &target, &found)?;
    let mut program = Command::new(programs.join(&target));
    program
        .arg(&found)
        .arg(project.root.join("fuzz/corpus").join(&target))
        .arg(format!("-max_total_time={}", time.as_secs()))
        .arg(format!("-max_len={LONGEST}"))
        .arg(format!("-timeout={PATIENCE}"))
        // A machine that is busy with other things makes inputs slow that are not; they are no crashes.
        .arg(format!("-report_slow_units={PATIENCE}"))
        .arg(format!("-rss_limit_mb={MEMORY}"))
        .arg(format!("-artifact_prefix={}/", crashes.display()))
        .args(["-print_final_stats=1", "-verbosity=0"]);
    let output = program.output().with_context(|| format!("the target {target} could not be started"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let executions =
        said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")?.trim().parse().ok());
    let crashes: Vec<PathBuf> = site::files(&crashes)?.into_iter().map(|file| crashes.join(file)).collect();
    if !output.status.success() {
        println!("{}", said.trim_end());
    }
    if !output.status.success() && crashes.is_empty() {
        bail!("the target {target} ended with {} and left no file", output.status);
    }
    Ok(Fuzzed { executions: executions.unwrap_or_default(), target, crashes })
}

/// Puts the files that a target begins with into its folder; those beside the project only where they are there.
fn seed(project: &Project, target: &str, folder: &Path) -> Result<()> {
    let path = project.root.join(SEEDS);
    let text = fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.starts_with('#'));
    for (line, number) in lines {
        let Some((of, files)) = line.split_once('\t') else { bail!("{SEEDS}:{number}: there is no tab") };
        if of != target {
            continue;
        }
        let mut parts = Vec::new();
        for file in files.split(' ') {
            let path = project.root.join(file);
            match fs::read(&path) {
                Ok(bytes) => parts.push(if file.starts_with("..") { excerpt(bytes) } else { bytes }),
                Err(_) if file.starts_with("..") => {}
                Err(error) => return Err(error).with_context(|| format!("{} could not be read", path.display())),
            }
        }
        if !parts.is_empty() {
            fs::write(folder.join(format!("seed-{number}")), parts.join(&BETWEEN))
                .context("a seed could not be written")?;
        }
    }
    Ok(())
}

/// The beginning of a file, to the end of a line.
fn excerpt(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() > EXCERPT {
        let end = bytes[..EXCERPT].iter().rposition(|byte| *byte == b'\n').unwrap_or(EXCERPT);
        bytes.truncate(end);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_ends_with_a_line() {
        let line = [&[b'a'; 99][..], b"\n"].concat();
        assert_eq!(excerpt(line.repeat(1000)).len() % 100, 99);
        assert_eq!(excerpt(line.clone()), line);
    }

    #[test]
    fn the_table_ends_with_the_sum() {
        let fuzzed = [("a", 5), ("b", 7)].map(|(target, executions)| Fuzzed {
            target: target.into(),
            executions,
            crashes: Vec::new(),
        });
        assert!(table(&fuzzed).ends_with("in all                     12        0"), "{}", table(&fuzzed));
        assert_eq!(sum(&fuzzed), (12, 0));
    }
}
