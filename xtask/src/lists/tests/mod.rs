//! Updates and imports from end to end: a small source, lists made for it, and a shelf for each test.

mod taking;
mod transfer;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::fetch::Patience;
use super::publisher::{Answer, Publisher};
use super::shelf::Shelf;
use super::sources::{Addresses, Source};
use super::{Outcome, Run};

/// A small source: the UN's list, of which three designations are enough.
const UN: Source = Source {
    id: "un-sc",
    publisher: "A publisher for tests",
    url: "https://publisher.example/lists/consolidated.xml",
    file: "consolidated.xml",
    lists: &["un-sc"],
    floor: 3,
    most_bytes: 100_000,
};

const TAG: &str = "ETag: \"first\"";

/// A UN list with so many persons, of two regimes, so that it is a whole one.
fn list(persons: usize, day: &str) -> Vec<u8> {
    let person = |number: usize| {
        let (regime, prefix) = if number.is_multiple_of(2) { ("Al-Qaida", "QD") } else { ("Taliban", "TA") };
        format!(
            "<INDIVIDUAL><DATAID>{number}</DATAID><FIRST_NAME>PERSON</FIRST_NAME><SECOND_NAME>NUMBER{number}</SECOND_NAME>\
             <UN_LIST_TYPE>{regime}</UN_LIST_TYPE><REFERENCE_NUMBER>{prefix}i.{number:03}</REFERENCE_NUMBER>\
             <LISTED_ON>2001-01-25</LISTED_ON></INDIVIDUAL>\n"
        )
    };
    let persons: String = (1..=persons).map(person).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"{day}T06:00:00.000Z\"><INDIVIDUALS>\n\
         {persons}</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>\n"
    )
    .into_bytes()
}

/// A shelf of its own for a test.
struct Bench {
    folder: PathBuf,
}

impl Bench {
    fn new(test: &str) -> Bench {
        let folder = std::env::temp_dir().join(format!("namesieve-lists-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Bench { folder }
    }

    fn run(&self, publisher: Option<&Publisher>, allow_shrink: bool) -> Run {
        Run {
            shelf: Shelf::new(self.folder.join("packs")),
            downloads: self.folder.join("downloads"),
            addresses: Addresses { from: publisher.map(|publisher| publisher.address.clone()), ..Addresses::default() },
            allow_shrink,
            patience: Patience { tries: 3, pause: Duration::from_millis(5), silence: Duration::from_millis(400) },
        }
    }

    fn update(&self, publisher: &Publisher) -> Outcome {
        self.run(Some(publisher), false).update(&[&UN]).remove(0)
    }

    /// Fills the shelf with a list of ten persons under the tag `first`.
    fn filled(&self) -> Vec<u8> {
        let publisher = Publisher::start(vec![Answer::whole(&list(10, "2026-11-01")).with(TAG)]);
        self.update(&publisher).result.unwrap();
        self.pack().unwrap()
    }

    fn pack(&self) -> Option<Vec<u8>> {
        fs::read(self.folder.join("packs/un-sc.pack")).ok()
    }

    fn manifest(&self) -> serde_json::Value {
        serde_json::from_slice(&fs::read(self.folder.join("packs/manifest.json")).unwrap()).unwrap()
    }

    /// Every file of the shelf; nothing half-written may lie there.
    fn shelf(&self) -> Vec<String> {
        let files = fs::read_dir(self.folder.join("packs")).unwrap();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn why(outcome: &Outcome) -> String {
    format!("{:#}", outcome.result.as_ref().err().expect("this update must fail"))
}

fn designations(outcome: &Outcome) -> usize {
    match &outcome.result {
        Ok(done) => done.lists.iter().map(|list| list.designations).sum(),
        Err(error) => panic!("{error:#}"),
    }
}
