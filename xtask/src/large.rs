//! The largest official lists, made to size from small ones, and the promise that reading them keeps: the memory it takes
//! is bounded by the pack it makes, not by the file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use namesieve::list::{self, Input};

use crate::enlarge;
use crate::outcome::Stop;
use crate::peak;
use crate::project::Project;
use crate::tally::Tally;
use crate::voice::say;

/// Compiling a list takes at most so many times the bytes of its pack …
const TIMES: u64 = 4;
/// … and so many bytes.
const BESIDES: u64 = 64_000_000;

/// A list of the size that its publisher gives out today.
pub struct Large {
    /// What it is called in tables.
    pub title: &'static str,
    /// A whole list in `../shared`, or else an excerpt among the fixtures.
    sources: &'static [&'static str],
    /// Its size.
    megabytes: u64,
}

/// The three largest files.
pub const LARGE: [Large; 3] = [
    Large {
        title: "SDN_ADVANCED, 125 MB",
        sources: &[
            "../shared/lists/ofac-consolidated/2020-03-17/cons_advanced.xml",
            "tests/fixtures/lists/ofac-advanced/cons_advanced-2020-03-17-excerpt.xml",
        ],
        megabytes: 125,
    },
    Large {
        title: "SDN_ENHANCED, 110 MB",
        sources: &[
            "../shared/lists/ofac-consolidated/2025-01-10/CONS_ENHANCED.XML",
            "tests/fixtures/lists/ofac-advanced/CONS_ENHANCED-2025-01-10-excerpt.xml",
        ],
        megabytes: 110,
    },
    Large { title: "SECO, 40 MB", sources: &["tests/fixtures/lists/seco/composed.xml"], megabytes: 40 },
];

/// A list that was made, and is deleted with the value.
pub struct Made {
    pub path: PathBuf,
    /// The warnings that reading it brings.
    pub warnings: usize,
}

impl Large {
    /// Makes the list in a folder.
    pub fn make(&self, root: &Path, folder: &Path) -> Result<Made> {
        let source = self.sources.iter().map(|source| root.join(source)).find(|source| source.is_file());
        let source = source.with_context(|| format!("no source of {} is there", self.title))?;
        let path = folder.join(format!("{}-mb.xml", self.megabytes));
        enlarge::enlarge(&source, self.megabytes, &path)?;
        Ok(Made { warnings: warnings(&[source])?, path })
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        // It lies below the target directory; what cannot be deleted there does no harm.
        let _ = fs::remove_file(&self.path);
    }
}

/// The warnings of files; copies of records bring no more of them, because each kind of thing is told once.
fn warnings(files: &[PathBuf]) -> Result<usize> {
    Ok(read(files)?.iter().map(|list| list.warnings.len()).sum())
}

/// Reads files that belong together, as the command line does.
pub fn read(files: &[PathBuf]) -> Result<Vec<namesieve::pack::List>> {
    let inputs = files.iter().map(|path| {
        let file = fs::File::open(path).with_context(|| format!("{} could not be opened", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Input::new(name, file))
    });
    let mut lists = Vec::new();
    for read in list::read(inputs.collect::<Result<_>>()?)? {
        lists.extend(list::compile(read)?);
    }
    Ok(lists)
}

/// The folder for what is made and measured.
pub fn folder(project: &Project) -> Result<PathBuf> {
    let folder = project.target.join("large");
    fs::create_dir_all(&folder).with_context(|| format!("{} could not be made", folder.display()))?;
    Ok(folder)
}

/// Whether each of the largest lists is compiled within its memory.
pub fn test(project: &Project) -> Result<Tally, Stop> {
    if !peak::is_known() {
        return Err(Stop::NotRun(anyhow!("this system does not say how much memory a process held (it has no /proc)")));
    }
    let program = peak::program(project)?;
    let folder = folder(project)?;
    let mut tally = Tally::default();
    let mut over = Vec::new();
    for large in &LARGE {
        let made = large.make(&project.root, &folder)?;
        let pack = folder.join("large.pack");
        let compiled = peak::compile(&program, std::slice::from_ref(&made.path), made.warnings, &pack)?;
        let bound = TIMES * compiled.pack + BESIDES;
        let within = compiled.peak <= bound;
        say!(
            "{}: compiled into a pack of {} with {} of memory, {} its bound of {}",
            large.title,
            megabytes(compiled.pack),
            megabytes(compiled.peak),
            if within { "within" } else { "over" },
            megabytes(bound)
        );
        if within {
            tally.passed += 1;
        } else {
            tally.failed += 1;
            over.push(large.title);
        }
    }
    match over[..] {
        [] => Ok(tally),
        _ => Err(Stop::Failed(tally, anyhow!("over the bound: {}", over.join("; ")))),
    }
}

/// Bytes for a table.
pub fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
