//! The manifest of the shelf: what each pack holds and which files it was made from.

use std::collections::BTreeMap;
use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use namesieve::pack::List;
use namesieve::publication::Source;
use serde::{Deserialize, Serialize};

use super::download::Validators;

/// The variable that stands in for the clock, by an agreement of reproducible builds: seconds since 1970.
const CLOCK: &str = "SOURCE_DATE_EPOCH";

/// The file `manifest.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Its version, which grows with every change of a pack; 0 for one that has none yet.
    #[serde(default)]
    pub version: u64,
    /// The packs, by their file names.
    pub packs: Vec<Entry>,
}

/// One pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its file.
    pub file: String,
    /// Its lists.
    pub lists: Vec<ListLine>,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// The files that it was made from.
    pub source: Vec<SourceLine>,
    /// What a person should know of how they were read.
    pub warnings: Vec<WarningLine>,
}

/// One list of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListLine {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The day of issue, where the file gives one.
    pub issued: Option<String>,
    /// Whether it is the whole list.
    pub complete: bool,
    /// How many subjects it has.
    pub designations: usize,
    /// How many names they have.
    pub names: usize,
}

/// One file that a pack was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceLine {
    /// Its name.
    pub file: String,
    /// Where it was fetched from; nothing for one that a person brought.
    pub url: Option<String>,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// The server's `ETag`.
    pub etag: Option<String>,
    /// The server's `Last-Modified`.
    pub last_modified: Option<String>,
}

/// One warning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningLine {
    /// The list.
    pub list: String,
    /// The record, where it is about one.
    pub id: Option<String>,
    /// What was found.
    pub what: String,
}

impl ListLine {
    /// What is to be said of this list.
    pub fn of(list: &List) -> ListLine {
        ListLine {
            id: list.publication.list.clone(),
            title: list.publication.title.clone(),
            issued: list.publication.issued.map(|day| day.to_string()),
            complete: list.publication.complete,
            designations: list.designations.len(),
            names: list.designations.iter().map(|designation| designation.names.len()).sum(),
        }
    }
}

impl SourceLine {
    /// What is to be said of this file, fetched by these validators or brought by a person.
    pub fn of(source: &Source, known: Option<&Validators>) -> SourceLine {
        SourceLine {
            file: source.file.clone(),
            url: known.map(|known| known.url.clone()),
            bytes: source.bytes,
            sha256: source.sha256.clone(),
            etag: known.and_then(|known| known.etag.clone()),
            last_modified: known.and_then(|known| known.last_modified.clone()),
        }
    }
}

impl WarningLine {
    /// The warnings of these lists.
    pub fn of(lists: &[List]) -> Vec<WarningLine> {
        let lines = lists.iter().flat_map(|list| {
            let id = &list.publication.list;
            list.warnings.iter().map(move |warning| WarningLine {
                list: id.clone(),
                id: warning.id.clone(),
                what: warning.what.clone(),
            })
        });
        lines.collect()
    }
}

impl Manifest {
    /// Puts an entry in its place.
    pub fn put(&mut self, entry: Entry) {
        let mut packs: BTreeMap<String, Entry> =
            std::mem::take(&mut self.packs).into_iter().map(|entry| (entry.file.clone(), entry)).collect();
        packs.insert(entry.file.clone(), entry);
        self.packs = packs.into_values().collect();
    }

    /// Gives it a version of its own if its packs are not those of `before`: the time in seconds since 1970, so that a reader can
    /// be shown a date, or one more than before where the clock does not go beyond that.
    pub fn follow(&mut self, before: &Manifest) {
        if self.packs == before.packs && before.version > 0 {
            self.version = before.version;
            return;
        }
        let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let clock = env::var(CLOCK).ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(clock);
        self.version = clock.max(before.version + 1);
    }
}
