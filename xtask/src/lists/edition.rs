//! Files → an edition: the compiled lists, their pack, and whether so few designations can be right.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use namesieve::list::{self, Input, Read};
use namesieve::pack::{self, List};

use super::manifest::ListLine;
use super::sources::{SOURCES, Source};

/// A list that loses more than this share of its designations at once, in percent, has more likely been cut than shortened.
/// Between the editions that the tests read, OFAC's SDN list never shrank and its non-SDN file lost 4 percent in two years.
/// A short list loses that with one or two: OFAC's list of sanctions evaders fell from six to one and then to none. Somebody has to
/// look at it then.
const MOST_LOST: usize = 5;

/// What files were compiled into.
#[derive(Debug)]
pub struct Edition {
    /// The compiled lists.
    pub lists: Vec<List>,
    /// Their pack.
    pub pack: Vec<u8>,
}

/// Reads files that a person brought, those that belong together at once, and compiles them.
pub fn read(files: &[PathBuf]) -> Result<Vec<Edition>> {
    let name = |file: &PathBuf| file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    compile(files.iter().map(|file| input(&name(file), file)).collect::<Result<_>>()?)
}

/// Reads the one file of a source from where it lies, which must hold that source's lists.
pub fn whole(file: &Path, source: &Source) -> Result<Edition> {
    let mut editions = compile(vec![input(source.file, file)?])?;
    let edition = editions.pop().filter(|_| editions.is_empty()).context("the file holds no list")?;
    let ids: Vec<String> = edition.lines().into_iter().map(|list| list.id).collect();
    ensure!(edition.belongs_to(source), "it holds {}, and {} was asked for", ids.join(", "), source.id);
    Ok(edition)
}

fn input(name: &str, file: &Path) -> Result<Input<'static>> {
    let bytes = File::open(file).with_context(|| format!("{} cannot be opened", file.display()))?;
    Ok(Input::new(name, bytes))
}

fn compile(inputs: Vec<Input>) -> Result<Vec<Edition>> {
    list::read(inputs)?.into_iter().map(Edition::compile).collect()
}

impl Edition {
    fn compile(read: Read) -> Result<Edition> {
        let lists = list::compile(read)?;
        let pack = pack::write(&lists)?;
        // What goes onto the shelf has been read back once.
        let back = pack::open(&pack).context("the pack that was just written cannot be read")?;
        ensure!(back.len() == lists.len(), "the pack does not hold the lists that were written into it");
        Ok(Edition { lists, pack })
    }

    /// The source whose lists these are.
    pub fn source(&self) -> Option<&'static Source> {
        SOURCES.iter().find(|source| self.belongs_to(source))
    }

    /// Whether all its lists are this source's.
    pub fn belongs_to(&self, source: &Source) -> bool {
        self.lists.iter().all(|list| source.lists.contains(&list.publication.list.as_str()))
    }

    /// The name of its pack, without the ending.
    pub fn name(&self) -> String {
        match (self.source(), self.lists.first()) {
            (Some(source), _) => source.id.to_owned(),
            (None, Some(list)) => list.publication.list.clone(),
            (None, None) => "none".to_owned(),
        }
    }

    /// What the manifest says of each of its lists.
    pub fn lines(&self) -> Vec<ListLine> {
        self.lists.iter().map(ListLine::of).collect()
    }

    /// Why it should not take the place of what is there, if there is a reason.
    pub fn shrinks(&self, floor: usize, before: &[ListLine]) -> Option<String> {
        let now = self.lines();
        let all: usize = now.iter().map(|list| list.designations).sum();
        if all < floor {
            return Some(format!("it holds {all} designations, and at least {floor} were to be expected"));
        }
        let lost: Vec<String> = before
            .iter()
            .filter_map(|before| {
                let now = now.iter().find(|now| now.id == before.id).map_or(0, |now| now.designations);
                let bearable = before.designations * MOST_LOST / 100;
                (now + bearable < before.designations)
                    .then(|| format!("{} has {now} designations and had {}", before.id, before.designations))
            })
            .collect();
        (!lost.is_empty()).then(|| lost.join(", "))
    }

    /// The lists that are older than what is there, if any.
    pub fn older(&self, before: &[ListLine]) -> Option<String> {
        let now = self.lines();
        let older: Vec<String> = before
            .iter()
            .filter_map(|before| {
                let now = now.iter().find(|now| now.id == before.id)?;
                let (was, is) = (before.issued.as_ref()?, now.issued.as_ref()?);
                // Days are written with the year first.
                (is < was).then(|| format!("{} of {is} takes the place of that of {was}", now.id))
            })
            .collect();
        (!older.is_empty()).then(|| older.join(", "))
    }

    /// The lists that are no longer there, if any.
    pub fn gone(&self, before: &[ListLine]) -> Option<String> {
        let now = self.lines();
        let gone = before.iter().filter(|before| now.iter().all(|now| now.id != before.id));
        let gone: Vec<String> = gone
            .map(|before| format!("{} holds no designation any more and had {}", before.id, before.designations))
            .collect();
        (!gone.is_empty()).then(|| gone.join(", "))
    }
}
