//! `cargo xtask lists`: official list files → packs, fetched or brought by hand.
//!
//! A pack takes the place of the one that is there only when everything has been held against it: the file is a list and not
//! an error page, it is whole, it is the list that was asked for, and it has not shrunk. Whatever fails, the pack that was
//! there stays and screening goes on with it; the summary says so.

mod download;
mod edition;
mod fetch;
mod manifest;
#[cfg(test)]
mod publisher;
mod shelf;
mod sources;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};

use crate::project::Project;
use download::{Place, Validators};
use edition::Edition;
use fetch::{Fetched, Patience};
pub use manifest::Manifest;
use manifest::{ListLine, WarningLine};
use shelf::Shelf;
pub use sources::Addresses;
use sources::{SOURCES, Source};

/// Where the packs lie, from the root.
const PACKS: &str = "packs";
/// Where the downloads lie, from the target directory.
const DOWNLOADS: &str = "lists";
/// How many warnings of a pack the summary shows; the manifest has them all.
const MOST_WARNINGS: usize = 10;

/// The places and rules of one run.
struct Run {
    shelf: Shelf,
    downloads: PathBuf,
    addresses: Addresses,
    allow_shrink: bool,
    patience: Patience,
}

/// What became of one pack.
struct Outcome {
    name: String,
    result: Result<Done>,
    /// The lists of the pack that is there when something failed.
    kept: Vec<ListLine>,
}

/// A pack that was made.
struct Done {
    lists: Vec<ListLine>,
    bytes: usize,
    warnings: Vec<WarningLine>,
    remarks: Vec<String>,
}

/// Fetches the lists of these sources, all of them when none is named.
pub fn update(project: &Project, only: &[String], addresses: Addresses, allow_shrink: bool) -> Result<ExitCode> {
    let sources = sources::wanted(&SOURCES, only)?;
    let run = Run::new(project, addresses, allow_shrink);
    Ok(close(&run.update(&sources)))
}

/// Takes the lists of files that a person brought.
pub fn import(project: &Project, files: &[PathBuf], allow_shrink: bool) -> Result<ExitCode> {
    let run = Run::new(project, Addresses::default(), allow_shrink);
    Ok(close(&run.import(files).context("nothing was taken, and the packs stay as they are")?))
}

impl Run {
    fn new(project: &Project, addresses: Addresses, allow_shrink: bool) -> Run {
        Run {
            shelf: Shelf::new(project.root.join(PACKS)),
            downloads: project.target.join(DOWNLOADS),
            addresses,
            allow_shrink,
            patience: Patience::default(),
        }
    }

    fn update(&self, sources: &[&Source]) -> Vec<Outcome> {
        let outcomes = sources.iter().map(|source| {
            println!("{}: {}", source.id, source.publisher);
            let result = self.fetch(source);
            self.outcome(source.id.to_owned(), result)
        });
        outcomes.collect()
    }

    fn import(&self, files: &[PathBuf]) -> Result<Vec<Outcome>> {
        let editions = edition::read(files)?;
        for (at, edition) in editions.iter().enumerate() {
            let name = edition.name();
            ensure!(
                editions[..at].iter().all(|earlier| earlier.name() != name),
                "two of the files hold the list `{name}`: give one edition of it"
            );
        }
        let outcomes = editions.iter().map(|edition| {
            let name = edition.name();
            let floor = edition.source().map_or(0, |source| source.floor);
            let result = self.put(&name, edition, floor, None);
            self.outcome(name, result)
        });
        Ok(outcomes.collect())
    }

    fn outcome(&self, name: String, result: Result<Done>) -> Outcome {
        let kept = if result.is_err() { self.shelf.lists(&name).unwrap_or_default() } else { Vec::new() };
        Outcome { name, result, kept }
    }

    /// Fetches one source and puts it on the shelf.
    fn fetch(&self, source: &Source) -> Result<Done> {
        let url = self.addresses.of(source);
        let place = Place::new(&self.downloads.join(source.id), source.file)?;
        let fetched = fetch::fetch(&url, &place, source.most_bytes, self.patience)
            .with_context(|| format!("{url} could not be fetched"))?;
        match fetched {
            Fetched::Unchanged(known) => {
                // Compiled all the same: this version of Namesieve may read it better than the one that made the pack.
                let edition = match edition::whole(place.kept(), source) {
                    Ok(edition) => edition,
                    Err(error) => {
                        place.forget()?;
                        return Err(
                            error.context("the file that was kept cannot be used and is fetched anew the next time")
                        );
                    }
                };
                let mut done = self.put(source.id, &edition, source.floor, Some(&known))?;
                done.remarks.push("the publisher has no newer one".to_owned());
                Ok(done)
            }
            Fetched::New(known) => {
                let edition = match edition::whole(&place.part(), source) {
                    Ok(edition) => edition,
                    Err(error) => {
                        // Kept, it would be answered by `not modified` the next time.
                        place.discard()?;
                        return Err(error.context(format!("what came from {url} was not taken")));
                    }
                };
                place.keep()?;
                self.put(source.id, &edition, source.floor, Some(&known))
            }
        }
    }

    /// Puts an edition on the shelf unless it shrinks.
    fn put(&self, name: &str, edition: &Edition, floor: usize, known: Option<&Validators>) -> Result<Done> {
        let before = self.shelf.lists(name)?;
        let mut remarks = Vec::new();
        match edition.shrinks(floor, &before) {
            Some(why) if !self.allow_shrink => {
                bail!(
                    "the list has shrunk too much: {why}; if the publisher says that this is right, add --allow-shrink"
                )
            }
            Some(why) => remarks.push(format!("taken although it shrank: {why}")),
            None => {}
        }
        remarks.extend(edition.older(&before));
        remarks.extend(edition.gone(&before));
        let incomplete = edition.lists.iter().filter(|list| !list.publication.complete);
        remarks.extend(incomplete.map(|list| format!("{}: {}", list.publication.list, list.publication.scope)));
        self.shelf.put(name, edition, known)?;
        let warnings = WarningLine::of(&edition.lists);
        Ok(Done { lists: edition.lines(), bytes: edition.pack.len(), warnings, remarks })
    }
}

/// Prints what became of each pack; a failure if one failed.
fn close(outcomes: &[Outcome]) -> ExitCode {
    println!("\n== Summary");
    outcomes.iter().for_each(|outcome| println!("{outcome}"));
    let failed = outcomes.iter().filter(|outcome| outcome.result.is_err()).count();
    println!("made: {}, failed: {failed}", outcomes.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.result {
            Ok(done) => {
                write!(f, "{:14} made    {}.pack, {} bytes", self.name, self.name, done.bytes)?;
                lines(f, &done.lists)?;
                for remark in &done.remarks {
                    write!(f, "\n{:23}note: {remark}", "")?;
                }
                for warning in done.warnings.iter().take(MOST_WARNINGS) {
                    let record = warning.id.as_ref().map(|id| format!(", record {id}")).unwrap_or_default();
                    write!(f, "\n{:23}warning: {}{record}: {}", "", warning.list, warning.what)?;
                }
                match done.warnings.len() {
                    ..=MOST_WARNINGS => Ok(()),
                    all => write!(f, "\n{:23}{} more warnings stand in {PACKS}/manifest.json", "", all - MOST_WARNINGS),
                }
            }
            Err(error) => {
                write!(f, "{:14} FAILED  {}", self.name, format_args!("{error:#}"))?;
                if self.kept.is_empty() {
                    return write!(f, "\n{:23}there is no earlier pack of it", "");
                }
                write!(f, "\n{:23}the pack that was there stays:", "")?;
                lines(f, &self.kept)
            }
        }
    }
}

fn lines(f: &mut std::fmt::Formatter<'_>, lists: &[ListLine]) -> std::fmt::Result {
    for list in lists {
        let issued = list.issued.as_deref().unwrap_or("no date");
        write!(f, "\n{:23}{} ({issued}), designations: {}, names: {}", "", list.id, list.designations, list.names)?;
    }
    Ok(())
}
