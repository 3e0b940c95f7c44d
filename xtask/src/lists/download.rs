//! Where a download lies: the file as it was last taken, what its server said to recognise it by, and the part of a file that
//! is still coming in.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// By what a server recognises the edition that we have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Validators {
    /// The address that it came from.
    pub url: String,
    /// The header `ETag`.
    pub etag: Option<String>,
    /// The header `Last-Modified`.
    pub last_modified: Option<String>,
}

impl Validators {
    /// What may stand in `If-Range`: a weak tag does not promise the same bytes.
    pub fn strong(&self) -> Option<&str> {
        self.etag.as_deref().filter(|tag| !tag.starts_with("W/")).or(self.last_modified.as_deref())
    }
}

/// The place of one source's download.
#[derive(Clone, Debug)]
pub struct Place {
    file: PathBuf,
}

impl Place {
    /// The place of this file below `folder`, which is made.
    pub fn new(folder: &Path, file: &str) -> Result<Place> {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Place { file: folder.join(file) })
    }

    /// The file as it was last taken.
    pub fn kept(&self) -> &Path {
        &self.file
    }

    /// The part of a file that is coming in, or a whole one that nobody has looked at yet.
    pub fn part(&self) -> PathBuf {
        beside(&self.file, "part")
    }

    /// How much of the part is there.
    pub fn reached(&self) -> u64 {
        fs::metadata(self.part()).map_or(0, |part| part.len())
    }

    /// By what the kept file is recognised, if it came from this address.
    pub fn known(&self, url: &str) -> Option<Validators> {
        validators(&self.file, url)
    }

    /// How much of the part is there and by what it is recognised, if it came from this address and can be continued.
    pub fn begun(&self, url: &str) -> Option<(u64, Validators)> {
        let known = validators(&self.part(), url).filter(|known| known.strong().is_some())?;
        Some((self.reached(), known)).filter(|(reached, _)| *reached > 0)
    }

    /// Begins a part anew.
    pub fn begin(&self, known: &Validators) -> Result<fs::File> {
        let part = self.part();
        let text = serde_json::to_string_pretty(known).context("the validators cannot be written")?;
        fs::write(beside(&part, "json"), text).and_then(|()| fs::File::create(&part)).with_context(|| unwritten(&part))
    }

    /// Goes on with the part.
    pub fn go_on(&self) -> Result<fs::File> {
        let part = self.part();
        fs::OpenOptions::new().append(true).open(&part).with_context(|| unwritten(&part))
    }

    /// The part is a list: it becomes the kept file.
    pub fn keep(&self) -> Result<()> {
        let part = self.part();
        // The validators go first: without its own a kept file is merely fetched again.
        remove(&beside(&self.file, "json"))?;
        fs::rename(&part, &self.file)
            .and_then(|()| fs::rename(beside(&part, "json"), beside(&self.file, "json")))
            .with_context(|| unwritten(&self.file))
    }

    /// The kept file is of no use; the next request is for a whole one.
    pub fn forget(&self) -> Result<()> {
        remove(&beside(&self.file, "json"))
    }

    /// The part is of no use.
    pub fn discard(&self) -> Result<()> {
        let part = self.part();
        remove(&part)?;
        remove(&beside(&part, "json"))
    }
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn validators(file: &Path, url: &str) -> Option<Validators> {
    let text = file.is_file().then(|| fs::read(beside(file, "json")).ok())??;
    serde_json::from_slice(&text).ok().filter(|known: &Validators| known.url == url)
}

fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", file.display()))
        }
        _ => Ok(()),
    }
}

fn unwritten(file: &Path) -> String {
    format!("{} cannot be written; look at the free space and the rights of its folder", file.display())
}
