//! A record checked from the command line.

use super::batch::{Run, say, screened, summary, told};
use super::{Failure, packs, redact};
use namesieve::METHOD;
use namesieve::batch::Row;
use namesieve::batch::delta::Entries;
use namesieve::batch::record::{Record, Software};
use namesieve::batch::redacted::Redacted;
use namesieve::pack::hex;
use namesieve::report::Coverage;
use namesieve::sheet::Sheet;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Why a record of this method cannot be screened again by this version.
pub fn other_method(method: &str, software: &Software) -> Option<String> {
    (method != METHOD).then(|| {
        format!(
            "it was made by the method {method}, and this version has {METHOD}; take the version {}",
            software.version
        )
    })
}

/// Checks a record: its own digests, the lists, the file if it is given, and every row by screening it again.
pub fn verify(
    path: &Path,
    packs: &[PathBuf],
    embedded: bool,
    input: Option<&Path>,
    opened: Option<&Path>,
) -> Result<(), Failure> {
    let bytes = packs::bytes(path)?;
    if Redacted::is_meant(&bytes) {
        return match input {
            Some(file) => Err(told(file, &"a redacted record does not say which file was screened; leave --input out")),
            None => redact::verify(path, &bytes, packs, embedded, opened),
        };
    }
    if let Some(opened) = opened {
        return Err(told(
            opened,
            &"rows are opened of a redacted record, and this record is whole; leave --opened out",
        ));
    }
    let record = Record::read(&bytes).map_err(|error| told(path, &error))?;
    let not = |what: String| told(path, &format!("not confirmed: {what}"));
    if let Some(other) = other_method(&record.head.method, &record.head.software) {
        return Err(not(other));
    }
    if let Some(file) = input {
        let bytes = packs::bytes(file)?;
        let digest = hex(&Sha256::digest(&bytes));
        let recorded = &record.head.input;
        if digest != recorded.file.sha256 {
            return Err(not(format!(
                "the file {} has the sha256 {digest}, and the record is about one with {}",
                file.display(),
                recorded.file.sha256
            )));
        }
        let sheet = Sheet::read(&recorded.file.name, &bytes, &recorded.choice).map_err(|error| told(file, &error))?;
        let rows = recorded.columns.rows(&sheet).map_err(|error| told(file, &error))?;
        if let Some(other) = record.other_rows(&rows) {
            return Err(not(other));
        }
    }
    let other_lists = |loaded: &[Coverage]| record.other_lists(loaded);
    let screener = packs::screener_over(packs, embedded, &record.head.lists, other_lists, not)?;
    if let Some(other) = record.other_entries(&Entries::of(&screener)) {
        return Err(not(other.to_owned()));
    }
    let settings = record.settings().map_err(|error| told(path, &error))?;
    let run =
        Run { screener: &screener, settings, told: (record.head.threshold, record.head.weak_aliases), oldest: None };
    let rows: Vec<Row> = record.rows.iter().map(|entry| entry.row.clone()).collect();
    let now = screened(&run, &rows, |_| None);
    let difference = record.rows.iter().zip(&now).find_map(|(entry, now)| Record::differs(entry, now));
    if let Some(difference) = difference {
        return Err(not(difference));
    }
    let with =
        if input.is_some() { "its file and its lists" } else { "its lists; the file was not given and not compared" };
    let mut words = format!(
        "confirmed: the record is as it was written, and screening its rows again with {with} gives the same.\n  made {}, {}\n",
        record.head.made,
        summary(&record.counts)
    );
    if record.counts.stopped > 0 {
        words += &format!("  It is incomplete: screening was stopped before {} of its rows.\n", record.counts.stopped);
    }
    say(&format!("{words}  seal {}\n", record.seal))
}
