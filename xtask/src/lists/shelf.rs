//! The shelf: the folder of compiled packs and their manifest, each file replaced in one step or not at all.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use namesieve::pack;

use super::download::Validators;
use super::edition::Edition;
use super::manifest::{Entry, ListLine, Manifest, SourceLine, WarningLine};
use crate::digest;

const MANIFEST: &str = "manifest.json";

/// A folder of packs.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// The shelf in this folder, which need not be there yet.
    pub fn new(folder: PathBuf) -> Shelf {
        Shelf { folder }
    }

    /// The file of a pack.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(file(name))
    }

    /// The lists of the pack that is there; of one that cannot be opened, say of an older format, what the manifest says.
    pub fn lists(&self, name: &str) -> Result<Vec<ListLine>> {
        let bytes = match fs::read(self.path(name)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(anyhow!(error).context(format!("{} cannot be read", self.path(name).display()))),
        };
        if let Ok(open) = pack::open(&bytes) {
            return Ok(open.iter().map(|open| ListLine::of(&open.list())).collect());
        }
        let entry = self.manifest()?.packs.into_iter().find(|entry| entry.file == file(name));
        Ok(entry.map(|entry| entry.lists).unwrap_or_default())
    }

    /// Puts an edition in the place of what is there. `known` is how the files were fetched.
    pub fn put(&self, name: &str, edition: &Edition, known: Option<&Validators>) -> Result<()> {
        let before = self.manifest()?;
        let mut manifest = before.clone();
        fs::create_dir_all(&self.folder).with_context(|| format!("{} cannot be made", self.folder.display()))?;
        let sources = edition.lists.first().map(|list| list.sources.as_slice()).unwrap_or_default();
        manifest.put(Entry {
            file: file(name),
            lists: edition.lines(),
            bytes: edition.pack.len() as u64,
            sha256: digest::hex(&edition.pack),
            source: sources.iter().map(|source| SourceLine::of(source, known)).collect(),
            warnings: WarningLine::of(&edition.lists),
        });
        // A pack that somebody removed is no longer there.
        manifest.packs.retain(|entry| entry.file == file(name) || self.folder.join(&entry.file).is_file());
        manifest.follow(&before);
        let text = serde_json::to_string_pretty(&manifest).context("the manifest cannot be written")? + "\n";
        replace(&self.path(name), &edition.pack)?;
        replace(&self.folder.join(MANIFEST), text.as_bytes())
    }

    /// The manifest; an empty one where there is none.
    pub fn manifest(&self) -> Result<Manifest> {
        let path = self.folder.join(MANIFEST);
        match fs::read(&path) {
            Ok(text) => serde_json::from_slice(&text)
                .with_context(|| format!("{} is damaged; remove it and update all lists again", path.display())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Manifest::default()),
            Err(error) => Err(anyhow!(error).context(format!("{} cannot be read", path.display()))),
        }
    }
}

fn file(name: &str) -> String {
    format!("{name}.pack")
}

/// Writes beside the file and then takes its place in one step, so that nobody ever sees half of it.
fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut new = path.as_os_str().to_owned();
    new.push(".new");
    let new = PathBuf::from(new);
    let write = || {
        let mut file = File::create(&new)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&new, path)
    };
    write().map_err(|error| {
        let _ = fs::remove_file(&new);
        anyhow!(error).context(format!(
            "{} cannot be written; look at the free space and the rights of its folder",
            path.display()
        ))
    })
}
