//! `cargo xtask constants`: which constants of the method no test holds in their place.
//!
//! Each constant is made larger and smaller in a copy of the sources, and the quick tests of the method are run there. A
//! constant that can be changed by two fifths without a test noticing is one that nobody would miss.

use std::collections::BTreeSet;
use std::fmt::{self, Display};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::site;

/// The files that hold constants of the method.
const FILES: [&str; 3] = ["src/score/weights.rs", "src/score/crossing.rs", "src/score/skeleton.rs"];
/// What is copied: all that the tests of the core are compiled from.
const SOURCES: [&str; 5] = ["src", "data", "tests", "www", "pkg"];
const PAPERS: [&str; 3] = ["Cargo.toml", "Cargo.lock", "README.md"];
/// The integration tests that see scores, by their modules; figures on a page and whole lists hold nothing in its place.
const SEEING: [&str; 5] = ["cases::", "press::", "report::", "scripts::", "self_query::"];
/// Compiling takes longer than running, so nothing is optimised but what was compiled once.
const QUICK: [&str; 3] =
    ["profile.dev.package.namesieve.opt-level=0", "profile.dev.debug=false", "profile.dev.incremental=true"];

/// A constant and where it stands.
#[derive(Clone, Debug, PartialEq)]
struct Constant {
    file: &'static str,
    name: String,
    kind: String,
    value: f64,
    /// Where its value stands in the file, in bytes.
    at: std::ops::Range<usize>,
}

/// What the tests said of a changed constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// A test failed.
    Held,
    /// The sources do not compile, which nobody overlooks.
    Unbuilt,
    /// All tests passed.
    Loose,
}

impl Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Verdict::Held => "held",
            Verdict::Unbuilt => "does not compile",
            Verdict::Loose => "NOT HELD",
        })
    }
}

/// Changes the constants of these names (`CONTRADICTION`, `skeleton::EDIT`), or all, one after the other, and prints what the
/// tests said. The exit code is a failure when a constant can be changed in either direction.
pub fn constants(project: &Project, names: &[String]) -> Result<ExitCode> {
    let mut constants = Vec::new();
    for file in FILES {
        constants.extend(read(file, &text(&project.root.join(file))?));
    }
    let unknown: BTreeSet<_> = names.iter().filter(|name| !constants.iter().any(|it| it.is_called(name))).collect();
    if !unknown.is_empty() {
        let known: Vec<String> = constants.iter().map(Constant::called).collect();
        bail!("there is no constant {unknown:?}; there are {}", known.join(", "));
    }
    constants.retain(|constant| names.is_empty() || names.iter().any(|name| constant.is_called(name)));

    let copy = Copy::of(project)?;
    println!("the tests as they are");
    if let Some((verdict, said)) = copy.first_failure()? {
        bail!("unchanged sources: {verdict}\n{said}");
    }
    let mut loose = Vec::new();
    for constant in &constants {
        let start = Instant::now();
        let original = text(&project.root.join(constant.file))?;
        let mut told = Vec::new();
        for value in constant.others() {
            let mut changed = original.clone();
            changed.replace_range(constant.at.clone(), &value);
            copy.write(constant.file, &changed)?;
            let verdict = copy.first_failure()?.map_or(Verdict::Loose, |(verdict, _)| verdict);
            told.push((value, verdict));
        }
        copy.write(constant.file, &original)?;
        print!("{:36} {:>6}", constant.called(), &original[constant.at.clone()]);
        told.iter().for_each(|(value, verdict)| print!("  {value:>6} {verdict:16}"));
        println!("  {:.0} s", start.elapsed().as_secs_f64());
        if told.iter().any(|(_, verdict)| *verdict == Verdict::Loose) {
            let all = told.iter().all(|(_, verdict)| *verdict == Verdict::Loose);
            let values: Vec<_> = told.iter().filter(|told| told.1 == Verdict::Loose).map(|told| &*told.0).collect();
            loose.push((all, format!("{} may be {}", constant.called(), values.join(" or "))));
        }
    }
    let (all, one): (Vec<_>, Vec<_>) = loose.into_iter().partition(|(all, _)| *all);
    println!("\n{} constants; held by no test: {}; in one direction alone: {}", constants.len(), all.len(), one.len());
    all.iter().for_each(|(_, told)| println!("  not held: {told}"));
    one.iter().for_each(|(_, told)| println!("  held on one side: {told}"));
    Ok(if all.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Constant {
    /// Its module and its name.
    fn called(&self) -> String {
        format!("{}::{}", Path::new(self.file).file_stem().unwrap_or_default().to_string_lossy(), self.name)
    }

    fn is_called(&self, name: &str) -> bool {
        self.name == name || self.called() == name
    }

    /// Its value two fifths larger and smaller, by one at the least.
    fn others(&self) -> Vec<String> {
        if self.kind == "f64" {
            return [1.4, 0.6].map(|times| format!("{:.3}", self.value * times)).to_vec();
        }
        let step = (self.value * 0.4).round().max(1.0);
        let most = if self.kind == "u8" { 100.0 } else { f64::from(i32::MAX) };
        let mut others = vec![self.value + step, self.value - step];
        others.iter_mut().for_each(|other| *other = other.clamp(0.0, most));
        others.retain(|other| *other != self.value);
        others.into_iter().map(|other| format!("{other:.0}")).collect()
    }
}

/// The constants of a file that are numbers, but for those of its tests.
fn read(file: &'static str, text: &str) -> Vec<Constant> {
    let mut constants = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let declared = line.strip_prefix("pub ").unwrap_or(line);
        let parts = declared.strip_prefix("const ").and_then(|rest| rest.split_once(": ")).and_then(|(name, rest)| {
            let (kind, rest) = rest.split_once(" = ")?;
            let (written, _) = rest.split_once(';')?;
            Some((name, kind, written, written.replace('_', "").parse().ok()?))
        });
        if let Some((name, kind, written, value)) = parts {
            let from = start + line.find(" = ").unwrap_or(0) + 3;
            let at = from..from + written.len();
            constants.push(Constant { file, name: name.to_owned(), kind: kind.to_owned(), value, at });
        }
        start += line.len();
    }
    constants
}

/// A copy of the sources, compiled into one folder so that only the core is compiled again.
struct Copy {
    root: PathBuf,
    target: PathBuf,
}

impl Copy {
    fn of(project: &Project) -> Result<Copy> {
        let folder = project.target.join("constants");
        let copy = Copy { root: folder.join("sources"), target: folder.join("target") };
        let mut kept = BTreeSet::new();
        for name in SOURCES {
            for file in site::files(&project.root.join(name))? {
                let path = Path::new(name).join(file);
                let bytes = fs::read(project.root.join(&path))
                    .with_context(|| format!("{} could not be read", path.display()))?;
                copy.write_bytes(&path, &bytes)?;
                kept.insert(path);
            }
            for file in site::files(&copy.root.join(name))? {
                let path = Path::new(name).join(file);
                if !kept.contains(&path) {
                    fs::remove_file(copy.root.join(&path))
                        .with_context(|| format!("{} could not be removed", path.display()))?;
                }
            }
        }
        for name in PAPERS {
            // The core alone: this tool is no part of what is tried.
            copy.write(name, &text(&project.root.join(name))?.replace("members = [\"xtask\"]", "members = []"))?;
        }
        Ok(copy)
    }

    fn write(&self, path: &str, text: &str) -> Result<()> {
        self.write_bytes(Path::new(path), text.as_bytes())
    }

    /// Writes a file unless it is there already: one that is written is compiled again.
    fn write_bytes(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let to = self.root.join(path);
        if fs::read(&to).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        to.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&to, bytes))
            .with_context(|| format!("{} could not be written", to.display()))
    }

    /// What fails first, if anything does, with what was said: the unit tests are compiled and run before the others.
    fn first_failure(&self) -> Result<Option<(Verdict, String)>> {
        for (of, tests) in [("--lib", &[][..]), ("--test=it", &SEEING[..])] {
            for run in [false, true] {
                let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
                command.args(["test", "--quiet", "--offline", "--package=namesieve", of]).current_dir(&self.root);
                command.args(QUICK.iter().flat_map(|setting| ["--config", setting]));
                command.env("CARGO_TARGET_DIR", &self.target).stdin(Stdio::null());
                if run {
                    command.arg("--").args(tests);
                } else {
                    command.arg("--no-run");
                }
                let output = command.output().context("cargo could not be started")?;
                if !output.status.success() {
                    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
                    return Ok(Some((if run { Verdict::Held } else { Verdict::Unbuilt }, said.concat())));
                }
            }
        }
        Ok(None)
    }
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_is_changed_in_its_place() {
        let text = "/// Why.\npub const ONE: i32 = 5_800;\nconst TWO: f64 = 0.60; // so\npub const YEARS: Range<u32> = 1..2;\n\
            mod tests {\n    const THREE: u8 = 3;\n}\n";
        let read = read("src/score/weights.rs", text);
        let told: Vec<_> = read.iter().map(|one| (one.called(), &text[one.at.clone()], one.others())).collect();
        assert_eq!(
            told,
            [
                ("weights::ONE".to_owned(), "5_800", vec!["8120".to_owned(), "3480".to_owned()]),
                ("weights::TWO".to_owned(), "0.60", vec!["0.840".to_owned(), "0.360".to_owned()]),
            ]
        );
        assert!(read[0].is_called("ONE") && read[0].is_called("weights::ONE") && !read[0].is_called("crossing::ONE"));
    }

    #[test]
    fn small_numbers_change_by_one_and_shares_stay_shares() {
        let others = |declared: &str| read("src/score/weights.rs", declared)[0].others();
        assert_eq!(others("const A: usize = 2;\n"), ["3", "1"]);
        assert_eq!(others("const A: u8 = 75;\n"), ["100", "45"]);
        assert_eq!(others("const A: u32 = 0;\n"), ["1"]);
    }

    #[test]
    fn every_file_has_constants() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for file in FILES {
            assert!(read(file, &text(&root.join(file)).unwrap()).len() > 1, "{file}");
        }
    }
}
