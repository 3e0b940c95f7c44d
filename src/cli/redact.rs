//! A record handed on without its names, single rows of it opened later, and both checked.

use super::batch::{Run, say, screened, told};
use super::verify::other_method;
use super::{Failure, packs};
use namesieve::batch::Row;
use namesieve::batch::delta::Basis;
use namesieve::batch::opened::{OpenRow, Opened};
use namesieve::batch::record::Record;
use namesieve::batch::redacted::{KEY, Key, Redacted};
use namesieve::report::Coverage;
use std::fs;
use std::path::{Path, PathBuf};

fn record(path: &Path) -> Result<Record, Failure> {
    Record::read(&packs::bytes(path)?).map_err(|error| told(path, &error))
}

/// Nothing that is written takes the place of what is there: a key that is lost opens nothing any more.
fn fresh(path: &Path) -> Result<(), Failure> {
    match path.exists() {
        true => Err(told(path, &"it is there already and is not written over; give another name")),
        false => Ok(()),
    }
}

/// Where a file will be, by its folder as it truly is.
fn place(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
}

/// Writes a new file that nobody else on this machine can read, where the system knows such a thing.
fn private(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| std::io::Write::write_all(&mut file, bytes));
    written.map_err(|source| Failure::Write { path: path.to_owned(), source })
}

/// Writes a record without its names, and the key by which single rows can be opened.
pub fn redact(path: &Path, out: &Path, key_out: &Path) -> Result<(), Failure> {
    let record = record(path)?;
    [out, key_out].into_iter().try_for_each(fresh)?;
    if place(out) == place(key_out) {
        return Err(told(key_out, &"the redacted record goes there; give the key another name"));
    }
    let mut secret = [0; KEY];
    getrandom::fill(&mut secret)
        .map_err(|error| told(key_out, &format!("the system gives no random bytes: {error}")))?;
    let (redacted, key) = Redacted::new(&record, &secret);
    private(key_out, key.write().as_bytes())?;
    packs::replace(out, redacted.write().as_bytes())?;
    say(&format!(
        "Redacted record: {}\n  seal {}\nKey: {}\n  Keep it with the whole record and hand it to nobody: it opens every row.\n",
        out.display(),
        redacted.seal,
        key_out.display()
    ))
}

/// Opens rows of a record that was redacted.
pub fn reveal(path: &Path, key: &Path, rows: &[usize], out: &Path) -> Result<(), Failure> {
    let record = record(path)?;
    let key = Key::read(&packs::bytes(key)?).map_err(|error| told(key, &error))?;
    fresh(out)?;
    let opened = Opened::new(&record, &key, rows).map_err(|error| told(path, &error))?;
    packs::replace(out, opened.write().as_bytes())?;
    let noun = if opened.rows.len() == 1 { "row" } else { "rows" };
    say(&format!(
        "{} opened {noun}: {}\n  for the redacted record with the seal {}\n",
        opened.rows.len(),
        out.display(),
        opened.redacted
    ))
}

/// Checks a redacted record, and the rows of it that were opened by screening them again.
pub fn verify(
    path: &Path,
    given: &[u8],
    packs: &[PathBuf],
    embedded: bool,
    opened: Option<&Path>,
) -> Result<(), Failure> {
    let redacted = Redacted::read(given).map_err(|error| told(path, &error))?;
    let counts = &redacted.counts;
    say(&format!(
        "whole: nothing in the redacted record was changed since it was made.\n  made {}, {}\n  seal {}\n",
        redacted.head.made,
        super::batch::summary(counts),
        redacted.seal
    ))?;
    if let Some(Basis { made, designations, .. }) = &redacted.head.since {
        say(&format!(
            "  Rows without a potential match in an earlier record, of {made}, were held against {designations} designations that were \
             added or changed since then, not against all.\n"
        ))?;
    }
    if counts.stopped > 0 {
        say(&format!("  It is incomplete: screening was stopped before {} of its rows.\n", counts.stopped))?;
    }
    let Some(opened_path) = opened else {
        return say("  Its rows are hidden, so they were not screened again.\n");
    };
    let opened = Opened::read(&packs::bytes(opened_path)?).map_err(|error| told(opened_path, &error))?;
    let not = |what: String| told(opened_path, &format!("not confirmed: {what}"));
    let rows = redacted.holds(&opened).map_err(|error| not(error.to_string()))?;
    let names: Vec<String> = rows.iter().map(line).collect();
    say(&format!("opened: each is the row that was hidden there.\n{}", names.concat()))?;
    let head = &redacted.head;
    if let Some(other) = other_method(&head.method, &head.software) {
        return Err(not(other));
    }
    let other_lists = |loaded: &[Coverage]| redacted.other_lists(loaded);
    let screener = packs::screener_over(packs, embedded, &head.lists, other_lists, not)?;
    let settings = redacted.settings().map_err(|error| told(path, &error))?;
    let run = Run {
        screener: &screener,
        settings,
        told: (redacted.head.threshold, redacted.head.weak_aliases),
        oldest: None,
    };
    let asked: Vec<Row> = rows.iter().map(|open| open.row.clone()).collect();
    let now = screened(&run, &asked, |_| None);
    match rows.iter().zip(&now).find_map(|(open, now)| Redacted::differs(open, now)) {
        Some(difference) => Err(not(difference)),
        None => say("confirmed: screening the opened rows again gives the same.\n"),
    }
}

fn line(open: &OpenRow) -> String {
    format!("  row {}: {}, {}\n", open.row.row, open.row.names.join(" / "), open.outcome.brief())
}
