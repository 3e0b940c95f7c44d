//! A table of parties screened from the command line: results and a record in files.

use super::stream_csv::Columned;
use super::{Failure, packs, text};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use namesieve::batch::delta::{Basis, Entries};
use namesieve::batch::record::{Counts, Head, Input, Oldest, Record, Software};
use namesieve::batch::results::{self, Beside};
use namesieve::batch::review::Review;
use namesieve::batch::since::Since;
use namesieve::batch::{Columns, Outcome, Row};
use namesieve::date::Day;
use namesieve::pack::hex;
use namesieve::parallel;
use namesieve::sheet::{Choice, Form, Sheet};
use namesieve::{METHOD, Screener, Settings};
use sha2::{Digest, Sha256};
use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// What is one name, says something of one, or shows it, has no place beside a table.
const NOT_WITH: [&str; 10] =
    ["name", "column", "json", "method", "birth", "country", "nationality", "kind", "gender", "identifier"];

/// A table instead of names on lines.
#[derive(Args)]
#[command(next_help_heading = "A table of parties (CSV, XLSX or one name a line), with --names FILE or --stream=csv")]
pub struct Table {
    /// Where the results go, one row for each row of the file: a .csv or .xlsx file.
    #[arg(long, value_name = "OUT.csv", requires = "names", conflicts_with_all = NOT_WITH)]
    pub out: Option<PathBuf>,
    /// Where the screening record goes, which `verify` checks: a JSON file.
    #[arg(long, value_name = "R.json", requires = "names", conflicts_with_all = NOT_WITH)]
    pub record: Option<PathBuf>,
    /// What columns are used for, where their header does not say: name=Partner,birth=#3. Uses: name, given, family, alias, birth,
    /// country, nationality, kind, gender, identifier, reference.
    #[arg(long, value_name = "USE=COLUMN,…", value_delimiter = ',', value_parser = change, requires = "rows")]
    map: Vec<(String, String)>,
    /// The first row names the columns, whatever its words.
    #[arg(long, requires = "rows")]
    header: bool,
    /// The first row is a party, whatever its words.
    #[arg(long, requires = "rows", conflicts_with = "header")]
    no_header: bool,
    /// The encoding of the text, where it is guessed wrongly: windows-1251.
    #[arg(long, value_name = "E", requires = "names")]
    encoding: Option<String>,
    /// The sheet of the workbook; without it, the first one.
    #[arg(long, value_name = "S", requires = "names")]
    sheet: Option<String>,
    /// Decisions of earlier reviews, a JSON file that the page saves: what was decided and has not changed is told in the results.
    #[arg(long, value_name = "REVIEW.json", requires = "out")]
    review: Option<PathBuf>,
    /// An earlier record: the results tell which potential matches are new, changed or gone since then.
    #[arg(long, value_name = "R.json", requires = "out")]
    since: Option<PathBuf>,
    /// Look only at what was added or changed on the lists since the earlier record, where that is enough: rows that had no potential
    /// match then are compared with nothing else. The outcomes are those of a full run.
    #[arg(long, requires = "since")]
    delta: bool,
    /// Who screens, for the record.
    #[arg(long, value_name = "WHO", default_value = "", hide_default_value = true, requires = "record")]
    operator: String,
    /// A note for the record: for what the file was screened.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true, requires = "record")]
    note: String,
}

fn change(text: &str) -> Result<(String, String), String> {
    let (key, column) =
        text.split_once('=').ok_or_else(|| format!("`{text}` is not USE=COLUMN, such as name=Partner"))?;
    Ok((key.to_owned(), column.to_owned()))
}

/// How a table is screened.
pub struct Run<'a> {
    /// Over which lists.
    pub screener: &'a Screener,
    /// How.
    pub settings: Settings,
    /// The threshold and whether weak aliases make hits, as the record tells them.
    pub told: (u8, bool),
    /// From which age a list is out of date.
    pub oldest: Option<(Day, u32)>,
}

impl Table {
    /// Whether a table was asked for.
    pub fn is_asked(&self) -> bool {
        self.out.is_some() || self.record.is_some()
    }

    /// What is not to be guessed of a table that is streamed.
    pub fn columned(&self) -> Columned<'_> {
        Columned { header: self.first_row(), map: &self.map }
    }

    /// JSON objects name what they tell themselves.
    pub fn no_columns(&self) -> Result<(), Failure> {
        match self.map.is_empty() && self.first_row().is_none() {
            true => Ok(()),
            false => Err(told(
                Path::new("standard input"),
                &"--map, --header and --no-header belong to a table; say --stream=csv",
            )),
        }
    }

    fn first_row(&self) -> Option<bool> {
        self.header.then_some(true).or(self.no_header.then_some(false))
    }

    /// Screens the table of a file, writes results and record, and tells what came of it.
    pub fn screen(&self, file: &Path, run: &Run) -> Result<(), Failure> {
        let made = now().ok_or(Failure::Clock)?;
        let place = |path: &Path| fs::canonicalize(path).ok();
        if let Some(out) = [&self.out, &self.record]
            .into_iter()
            .flatten()
            .find(|out| place(out).is_some() && place(out) == place(file))
        {
            let what = "it would be written over the file that is screened; give it another name".to_owned();
            return Err(Failure::Content { path: out.clone(), what });
        }
        if let Some(out) = self.out.as_ref().filter(|out| Some(*out) == self.record.as_ref()) {
            let what = "results and record would be written to one file; give the record another name".to_owned();
            return Err(Failure::Content { path: out.clone(), what });
        }
        let ending =
            |out: &PathBuf| out.extension().map_or(String::new(), |ending| ending.to_string_lossy().to_lowercase());
        let kind = self.out.as_ref().map(ending).unwrap_or_default();
        if let Some(out) = self.out.as_ref().filter(|_| !["csv", "xlsx"].contains(&kind.as_str())) {
            let what = "results are written as .csv or .xlsx; give the file one of these endings".to_owned();
            return Err(Failure::Content { path: out.clone(), what });
        }
        let choice = Choice { encoding: self.encoding.clone(), header: self.first_row(), sheet: self.sheet.clone() };
        let review =
            self.review.as_ref().map(|path| Review::read(&packs::bytes(path)?).map_err(|error| told(path, &error)));
        let review = review.transpose()?.unwrap_or_default();
        let before =
            self.since.as_ref().map(|path| Record::read(&packs::bytes(path)?).map_err(|error| told(path, &error)));
        let since = before.transpose()?.map(Since::new);
        let sheet = read(file, &choice)?;
        let columns = Columns::recognise(&sheet).with(&sheet, &self.map).map_err(|error| told(file, &error))?;
        let rows = columns.rows(&sheet).map_err(|error| told(file, &format!("{error} with --map name=COLUMN")))?;
        say(&format!("{}{}", text::coverage(run.screener.lists()), about(&sheet, &columns)))?;
        let entries = if self.delta || self.record.is_some() { Entries::of(run.screener) } else { Entries::default() };
        let relied = since.as_ref().filter(|_| self.delta).map(|since| relied(run, since, &entries)).transpose();
        let relied = relied.map_err(|why| {
            let path = self.since.clone().unwrap_or_default();
            told(&path, &format!("its outcomes are of no use to --delta: {why}; screen in full, without --delta"))
        })?;
        let outcomes = match &relied {
            None => screened(run, &rows, |_| None),
            Some((since, basis, added)) => {
                let clear = rows.iter().filter(|row| since.was_clear(row)).count();
                let all: usize = run.screener.lists().iter().map(|list| list.designations).sum();
                say(&format!(
                    "{} of {all} designations were added or changed since {}: {clear} rows are held against these alone, {} against all\n",
                    basis.designations,
                    since.day(),
                    rows.len() - clear
                ))?;
                screened(run, &rows, |row| since.was_clear(row).then_some(added))
            }
        };
        let basis = relied.map(|(_, basis, _)| basis);
        let rows: Vec<(Row, Outcome)> = rows.into_iter().zip(outcomes).collect();
        say(&format!("{}\n", summary(&Counts::of(rows.iter().map(|(_, outcome)| outcome)))))?;
        if self.review.is_some() {
            let open: usize = rows.iter().map(|(row, outcome)| review.open(row, outcome)).sum();
            say(&format!("{open} potential matches are undecided\n"))?;
        }
        let input = Input {
            file: sheet.file.clone(),
            form: sheet.form.clone(),
            choice,
            labels: sheet.labels.clone(),
            notes: sheet.notes.iter().cloned().chain(columns.notes(&sheet)).collect(),
            columns,
        };
        let (threshold, weak_aliases) = run.told;
        let head = Head {
            made,
            operator: self.operator.clone(),
            note: self.note.clone(),
            software: Software {
                version: env!("CARGO_PKG_VERSION").into(),
                engine: "native".into(),
                sha256: own_digest(),
            },
            method: METHOD.into(),
            threshold,
            weak_aliases,
            oldest: run.oldest.map(|(today, days)| Oldest { today: today.to_string(), days }),
            lists: run.screener.lists().to_vec(),
            off: Vec::new(),
            without: Vec::new(),
            entries,
            since: basis,
            input,
        };
        if let Some(since) = &since {
            let changes = rows.iter().map(|(row, outcome)| since.changes(row, outcome));
            let (new, changed, gone, same) = changes.fold((0, 0, 0, 0), |(new, changed, gone, same), each| {
                (new + each.new.len(), changed + each.changed.len(), gone + each.gone.len(), same + each.same)
            });
            say(&format!("since {}: {new} new, {changed} changed, {gone} gone, {same} the same\n", since.day()))?;
            let known = since.known(rows.iter().map(|(row, _)| row));
            say(&format!("  that record knows {known} of the {} rows\n", rows.len()))?;
            since.differs(&head).iter().try_for_each(|what| say(&format!("  {what}\n")))?;
        }
        if let Some(out) = &self.out {
            let beside = Beside { review: &review, since: since.as_ref() };
            let bytes = match kind == "xlsx" {
                true => results::workbook(&sheet, &rows, beside).map_err(|error| told(out, &error))?,
                false => results::csv(&sheet, &rows, beside),
            };
            packs::replace(out, &bytes)?;
            say(&format!("Results: {}\n", out.display()))?;
        }
        if let Some(path) = &self.record {
            let record = Record::new(head, rows);
            packs::replace(path, record.write().as_bytes())?;
            say(&format!("Record: {}\n  seal {}\n", path.display(), record.seal))?;
        }
        Ok(())
    }
}

/// What a run over the changes needs: the earlier record, what the new one says of it, and a screener over what is new.
type Relied<'a> = (&'a Since, Basis, Screener);

fn relied<'a>(run: &Run, since: &'a Since, entries: &Entries) -> Result<Relied<'a>, &'static str> {
    let (threshold, weak_aliases) = run.told;
    match since.is_of_no_use(threshold, weak_aliases) {
        Some(why) => Err(why),
        None => {
            let added = since.added(entries);
            let basis = since.basis(added.values().map(Vec::len).sum());
            Ok((since, basis, run.screener.narrowed(&added)))
        }
    }
}

/// Screens rows on all processors; progress goes to a terminal at standard error, if there is one. `added` gives what it is enough to
/// hold a row against.
pub fn screened<'a>(run: &Run, rows: &[Row], added: impl Fn(&Row) -> Option<&'a Screener> + Sync) -> Vec<Outcome> {
    let bar = ProgressBar::new(rows.len() as u64);
    // The template is a constant that is known to be one.
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} rows, {per_sec}, {eta} left") {
        bar.set_style(style);
    }
    let outcomes = parallel::each(rows, |row| {
        let outcome = match added(row) {
            Some(added) => run.screener.screen_row_since(added, row, run.settings),
            None => run.screener.screen_row(row, run.settings),
        };
        bar.inc(1);
        outcome
    });
    bar.finish_and_clear();
    outcomes
}

fn read(file: &Path, choice: &Choice) -> Result<Sheet, Failure> {
    let bytes = packs::bytes(file)?;
    // The refusal names the file itself.
    Sheet::read(&file.to_string_lossy(), &bytes, choice).map_err(Failure::Sheet)
}

pub fn told(path: &Path, what: &impl ToString) -> Failure {
    Failure::Content { path: path.to_owned(), what: what.to_string() }
}

/// Says something on standard output, whose reader may have gone away.
pub fn say(words: &str) -> Result<(), Failure> {
    Ok(io::stdout().lock().write_all(words.as_bytes())?)
}

/// How the file was read and what its columns are used for.
fn about(sheet: &Sheet, columns: &Columns) -> String {
    let form = match &sheet.form {
        Form::Delimited { separator: '\t', encoding } => format!("a table with tabs, {encoding}"),
        Form::Delimited { separator, encoding } => format!("a table with `{separator}`, {encoding}"),
        Form::Lines { encoding } => format!("one name a line, {encoding}"),
        Form::Workbook { sheet, .. } => format!("the sheet `{sheet}` of a workbook"),
    };
    let (used, unused): (Vec<_>, Vec<_>) =
        columns.keys().into_iter().zip(&sheet.labels).partition(|(key, _)| *key != "other");
    let noun = if sheet.rows.len() == 1 { "row" } else { "rows" };
    let mut told = format!("{}: {} {noun}, read as {form}\n", sheet.file.name, sheet.rows.len());
    for (key, label) in used {
        told.push_str(&format!("  {key}: {label}\n"));
    }
    if !unused.is_empty() {
        let labels: Vec<&str> = unused.iter().map(|(_, label)| label.as_str()).collect();
        told.push_str(&format!("  not compared: {}\n", labels.join(", ")));
    }
    let names = columns.names_not_compared(sheet);
    if !names.is_empty() {
        told.push_str(&format!(
            "  not compared, though they seem to hold names (--map alias=COLUMN): {}\n",
            names.join(", ")
        ));
    }
    sheet.notes.iter().chain(&columns.notes(sheet)).for_each(|note| told.push_str(&format!("  {note}\n")));
    told
}

pub fn summary(counts: &Counts) -> String {
    let Counts { rows, potential, none, not_screened, hits, .. } = counts;
    let noun = if *rows == 1 { "row" } else { "rows" };
    format!(
        "{rows} {noun}: {potential} with potential matches ({hits} in all), {none} without one on these lists, {not_screened} not screened"
    )
}

/// The moment in UTC, to the second.
fn now() -> Option<String> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let day = Day::of_unix(seconds)?;
    let (hours, minutes, seconds) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    Some(format!("{day}T{hours:02}:{minutes:02}:{seconds:02}Z"))
}

/// The SHA-256 of this program; empty where the system does not give it out.
fn own_digest() -> String {
    let bytes: io::Result<Vec<u8>> = env::current_exe().and_then(fs::read);
    bytes.map_or(String::new(), |bytes| hex(&Sha256::digest(bytes)))
}
