//! Packs from files: those to screen against, those to look into, and those that are made.

use super::{Failure, line, text};
use namesieve::date::Day;
use namesieve::list::{self, Input};
use namesieve::pack::{self, List, OpenList, hex};
use namesieve::publication::{Source, Warning};
use namesieve::report::{self, Coverage};
use namesieve::{EMBEDDED, Screener, diff};
use serde::Serialize;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A screener over packs, or over the embedded one when there are none or when it is asked for.
pub fn screener(packs: &[PathBuf], embedded: bool) -> Result<Screener, Failure> {
    screener_in_order(packs, embedded, &[])
}

/// The same with the packs in the order of these lists, which decides among hits that are equal in everything else.
fn screener_in_order(packs: &[PathBuf], embedded: bool, lists: &[Coverage]) -> Result<Screener, Failure> {
    let mut bytes = packs.iter().map(|path| bytes(path)).collect::<Result<Vec<_>, _>>()?;
    if embedded || packs.is_empty() {
        bytes.push(EMBEDDED.to_vec());
    }
    // A pack that cannot be opened is refused below, wherever it stands.
    let first = |pack: &[u8]| {
        let open = pack::open(pack).ok()?;
        let own = |list: &Coverage| open.iter().any(|each| hex(&each.sha256) == list.sha256);
        lists.iter().position(own)
    };
    let mut order: Vec<&[u8]> = bytes.iter().map(Vec::as_slice).collect();
    if !lists.is_empty() {
        order.sort_by_cached_key(|pack| first(pack));
    }
    Screener::open(order).map_err(|refused| {
        // The pack that is refused by itself is named; two good ones may still not go together.
        let opened =
            packs.iter().zip(&bytes).map(|(path, pack)| pack::open(pack).map_err(|error| content(path, &error)));
        opened.filter_map(Result::err).next().unwrap_or(Failure::Pack(refused))
    })
}

/// A screener over the lists of a record and no others, in their order. `other` says why the lists that are loaded are not these, and
/// `not` makes a failure of that.
pub fn screener_over(
    packs: &[PathBuf],
    embedded: bool,
    lists: &[Coverage],
    other: impl Fn(&[Coverage]) -> Option<String>,
    not: impl Fn(String) -> Failure,
) -> Result<Screener, Failure> {
    let mut screener = screener_in_order(packs, embedded, lists)?;
    if let Some(other) = other(screener.lists()) {
        return Err(not(format!("{other}; give the packs of the record with --pack")));
    }
    let loaded: Vec<String> = screener.lists().iter().map(|list| list.id.clone()).collect();
    for list in loaded.iter().filter(|list| lists.iter().all(|looked_at| looked_at.id != **list)) {
        screener.switch(list, false);
    }
    Ok(screener)
}

/// The warnings of a pack, each once with the first of its lists: the lists of one file share the warnings of that file.
fn warnings(open: &[OpenList]) -> Vec<(&str, &Warning)> {
    let mut warnings: Vec<(&str, &Warning)> = Vec::new();
    for list in open {
        for warning in &list.head.warnings {
            if !warnings.iter().any(|(_, told)| *told == warning) {
                warnings.push((&list.head.publication.list, warning));
            }
        }
    }
    warnings
}

/// How to compile.
pub struct Compilation {
    /// The official files.
    pub files: Vec<PathBuf>,
    /// The one list to keep; all of them without it.
    pub list: Option<String>,
    /// The day of issue of files that carry none.
    pub issued: Option<Day>,
    /// Where the pack goes.
    pub out: PathBuf,
    /// The exact number of warnings that the caller knows.
    pub accepted: usize,
}

/// Compiles official files into one pack.
pub fn compile(compilation: &Compilation) -> Result<(), Failure> {
    let Compilation { files, list, issued, out, accepted } = compilation;
    let place = |path: &Path| fs::canonicalize(path).ok();
    if place(out).is_some_and(|out| files.iter().any(|file| place(file).as_ref() == Some(&out))) {
        return Err(content(
            out,
            &"it is one of the files to be read, and the pack would take its place; name another",
        ));
    }
    if let Some(day) = issued.filter(|day| super::today().is_some_and(|today| today.until(*day) > 1)) {
        return Err(Failure::Future(day));
    }
    let mut lists = read(files)?;
    if let Some(wanted) = list {
        let found: Vec<String> = lists.iter().map(|list| list.publication.list.clone()).collect();
        lists.retain(|list| list.publication.list == *wanted);
        if lists.is_empty() {
            return Err(Failure::NoSuchList { wanted: wanted.clone(), found: found.join(", ") });
        }
    }
    lists.iter_mut().for_each(|list| list.date(*issued));
    let bytes = pack::write(&lists)?;
    // The pack holds all that is said from here on, and a large list need not be in memory twice.
    drop(lists);
    let open = pack::open(&bytes)?;
    let coverage: Vec<Coverage> = open.iter().map(report::coverage).collect();
    let warnings = warnings(&open);
    for (list, warning) in &warnings {
        eprintln!("warning: {}", text::warning(list, warning));
    }
    replace(out, &bytes)?;
    let mut output = BufWriter::new(io::stdout().lock());
    output.write_all(text::lists(&coverage).as_bytes())?;
    writeln!(output, "{}: {} bytes", out.display(), bytes.len())?;
    output.flush()?;
    match warnings.len() {
        found if found == *accepted => Ok(()),
        found => Err(Failure::Warnings { found, accepted: *accepted }),
    }
}

/// What stands in a pack.
#[derive(Serialize)]
struct Inspection<'a> {
    format: u32,
    lists: Vec<Coverage>,
    source: Vec<&'a Source>,
    warnings: Vec<&'a Warning>,
}

/// Shows what stands in a pack.
pub fn inspect(path: &Path, json: bool) -> Result<(), Failure> {
    let open = pack::open(&bytes(path)?).map_err(|error| content(path, &error))?;
    let mut source: Vec<&Source> = Vec::new();
    for file in open.iter().flat_map(|list| &list.head.sources) {
        // The lists of one file name it each.
        if !source.contains(&file) {
            source.push(file);
        }
    }
    let told = warnings(&open);
    let inspection = Inspection {
        format: pack::FORMAT,
        lists: open.iter().map(report::coverage).collect(),
        source,
        warnings: told.iter().map(|(_, warning)| *warning).collect(),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match json {
        true => line(&mut out, &inspection)?,
        false => {
            writeln!(out, "pack format {}", inspection.format)?;
            out.write_all(text::lists(&inspection.lists).as_bytes())?;
            for source in inspection.source {
                writeln!(
                    out,
                    "from {}, {} bytes, {} records\n  sha256 {}",
                    source.file, source.bytes, source.records, source.sha256
                )?;
            }
            for (list, warning) in &told {
                writeln!(out, "warning: {}", text::warning(list, warning))?;
            }
        }
    }
    Ok(out.flush()?)
}

/// Compares two packs, or official files, each of which is read as a pack would be made of it.
pub fn compare(old: &Path, new: &Path, json: bool) -> Result<(), Failure> {
    let (before, now) = (lists(old)?, lists(new)?);
    for (here, there, path) in [(&before, &now, new), (&now, &before, old)] {
        for id in here.iter().map(|list| &list.publication.list) {
            if there.iter().all(|list| list.publication.list != *id) {
                eprintln!("note: the list {id} is not in {}", path.display());
            }
        }
    }
    let diff = diff::diff(&before, &now);
    let mut out = BufWriter::new(io::stdout().lock());
    match json {
        true => line(&mut out, &diff)?,
        false => out.write_all(text::diff(&diff).as_bytes())?,
    }
    Ok(out.flush()?)
}

/// The lists of a pack or of an official file.
fn lists(path: &Path) -> Result<Vec<List>, Failure> {
    let bytes = bytes(path)?;
    if bytes.starts_with(&pack::MAGIC) {
        let open = pack::open(&bytes).map_err(|error| content(path, &error))?;
        return Ok(open.iter().map(OpenList::list).collect());
    }
    drop(bytes);
    read(&[path.to_owned()])
}

/// Reads and compiles official files.
fn read(files: &[PathBuf]) -> Result<Vec<List>, Failure> {
    let open = |path: &PathBuf| {
        let file = File::open(path).map_err(|source| Failure::Input { path: path.clone(), source })?;
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Ok(Input::new(name, file))
    };
    let inputs = files.iter().map(open).collect::<Result<Vec<_>, Failure>>()?;
    let mut lists = Vec::new();
    for read in list::read(inputs)? {
        lists.extend(list::compile(read)?);
    }
    Ok(lists)
}

/// The bytes of a file.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|source| Failure::Input { path: path.to_owned(), source })
}

fn content(path: &Path, error: &impl ToString) -> Failure {
    Failure::Content { path: path.to_owned(), what: error.to_string() }
}

/// Puts a file in its place as a whole: whoever looks finds the old one or the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    fs::write(&part, bytes).and_then(|()| fs::rename(&part, path)).map_err(|source| {
        // What was begun is of no use to anybody.
        let _ = fs::remove_file(&part);
        Failure::Write { path: path.to_owned(), source }
    })
}
