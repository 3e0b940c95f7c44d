//! A record checked from the command line.

use super::batch::{Run, say, screened, summary, told};
use super::{Failure, packs, redact};
use namesieve::METHOD;
use namesieve::batch::Row;
use namesieve::batch::delta::Entries;
use namesieve::batch::record::Record;
use namesieve::batch::redacted::Redacted;
use namesieve::pack::hex;
use namesieve::sheet::Sheet;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Checks a record: its own digests, the lists, the file if it is given, and every row by screening it again.
pub fn verify(
    path: &Path,
    packs: &[PathBuf],
    embedded: bool,
    input: Option<&Path>,
    opened: Option<&Path>,
) -> Result<(), Failure> {
    let bytes = fs::read(path).map_err(|source| Failure::Input { path: path.to_owned(), source })?;
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
    if record.head.method != METHOD {
        return Err(not(format!(
            "it was made by the method {}, and this version has {METHOD}; take the version {}",
            record.head.method, record.head.software.version
        )));
    }
    if let Some(file) = input {
        let bytes = fs::read(file).map_err(|source| Failure::Input { path: file.to_owned(), source })?;
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
    let mut screener = packs::screener_in_order(packs, embedded, &record.head.lists)?;
    if let Some(other) = record.other_lists(screener.lists()) {
        return Err(not(format!("{other}; give the packs of the record with --pack")));
    }
    let others: Vec<String> = screener.lists().iter().map(|list| list.id.clone()).collect();
    for list in others.iter().filter(|list| !record.looked_at(list)) {
        screener.switch(list, false);
    }
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
