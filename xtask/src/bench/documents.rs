//! `cargo xtask bench documents`: what of the marked mentions in a set of texts is found, what is marked that nobody listed, and how
//! long a press report takes against the five large lists, natively.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use namesieve::report::Scanned;
use namesieve::{Screener, Settings, mention, pack};

use super::speed::LISTS;
use crate::large;
use crate::project::Project;

const TEXTS: &str = "tests/fixtures/texts";
/// The words of a long press report.
const REPORT: usize = 900;
/// How often that is searched, to take the median.
const TIMES: usize = 9;

/// What to measure.
#[derive(Args)]
pub struct Options {
    /// The score from which a name is a mention
    #[arg(long, value_name = "N", default_value_t = i64::from(mention::DEFAULT_THRESHOLD))]
    threshold: i64,
    /// Write what was missed and what was marked wrongly
    #[arg(long, value_name = "FILE")]
    wrong: Option<PathBuf>,
}

/// A text without its marks, and what these said.
struct Marked {
    name: String,
    text: String,
    marks: Vec<Mark>,
}

/// A stretch of text that names a party, in UTF-16 code units.
struct Mark {
    from: usize,
    to: usize,
    again: bool,
    /// Whether the name stands translated, so that letters alone do not find it.
    translated: bool,
    parties: Vec<String>,
}

impl Marked {
    /// Reads a text: `[[name|list:id list:id]]`, with `again` before the ids of a part of a name.
    fn read(path: &Path, kinds: &BTreeMap<(String, usize), String>) -> Result<Marked> {
        let written = fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let number = name.split('-').next().unwrap_or_default().to_owned();
        let (mut text, mut marks) = (String::new(), Vec::new());
        let mut rest = written.as_str();
        while let Some((before, behind)) = rest.split_once("[[") {
            text.push_str(before);
            let Some((mark, behind)) = behind.split_once("]]") else { bail!("{name}: a mark has no end") };
            let Some((shown, parties)) = mark.rsplit_once('|') else { bail!("{name}: a mark has no parties: {mark}") };
            let from = text.encode_utf16().count();
            text.push_str(shown);
            let to = text.encode_utf16().count();
            let again = parties.starts_with("again");
            let parties = parties.split_whitespace().filter(|word| *word != "again").map(str::to_owned).collect();
            let kind = kinds.get(&(number.clone(), marks.len() + 1));
            let translated = kind.is_some_and(|kind| kind == "translated");
            marks.push(Mark { from, to, again, translated, parties });
            rest = behind;
        }
        text.push_str(rest);
        Ok(Marked { name, text, marks })
    }

    fn language(&self) -> &str {
        self.name.split('-').nth(1).unwrap_or_default()
    }
}

/// What is unusual in how mentions stand in their texts, by the number of the text and that of the mention.
fn kinds(folder: &Path) -> Result<BTreeMap<(String, usize), String>> {
    let path = folder.join("kinds.tsv");
    let table = fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
    let row = |line: &str| {
        let mut cells = line.split('\t');
        Some(((cells.next()?.to_owned(), cells.next()?.parse().ok()?), cells.next()?.to_owned()))
    };
    Ok(table.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect())
}

/// What was counted in the texts of a language.
#[derive(Default)]
struct Counts {
    texts: usize,
    words: usize,
    marks: usize,
    found: usize,
    translated: usize,
    translated_found: usize,
    wrong: usize,
}

impl Counts {
    fn add(&mut self, marked: &Marked, scanned: &Scanned, wrong: &mut String) {
        let ids = |parties: &[usize]| -> Vec<String> {
            parties.iter().map(|at| &scanned.parties[*at].hit).map(|hit| format!("{}:{}", hit.list, hit.id)).collect()
        };
        self.texts += 1;
        // Two Chinese characters are a word.
        let han = marked.text.chars().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c)).count();
        self.words += scanned.words - han / 2;
        for mark in marked.marks.iter().filter(|mark| !mark.again) {
            let over = scanned.mentions.iter().filter(|mention| mention.from < mark.to && mark.from < mention.to);
            let found =
                over.into_iter().any(|mention| ids(&mention.parties).iter().any(|id| mark.parties.contains(id)));
            self.marks += 1;
            self.found += usize::from(found);
            self.translated += usize::from(mark.translated);
            self.translated_found += usize::from(mark.translated && found);
            if !found {
                let units: Vec<u16> = marked.text.encode_utf16().collect();
                let text = String::from_utf16_lossy(&units[mark.from..mark.to]);
                let kind = if mark.translated { " (translated)" } else { "" };
                wrong.push_str(&format!("{}\tmissed{kind}\t{text:?}\t{}\n", marked.name, mark.parties.join(" ")));
            }
        }
        for mention in &scanned.mentions {
            let over = marked.marks.iter().filter(|mark| mention.from < mark.to && mark.from < mention.to);
            let listed = ids(&mention.parties);
            let right = |mark: &Mark| mark.again || mark.parties.iter().any(|id| listed.contains(id));
            if !over.into_iter().any(right) {
                self.wrong += 1;
                wrong.push_str(&format!("{}\twrong\t{:?}\t{}\n", marked.name, mention.text, listed.join(" ")));
            }
        }
    }

    fn line(&self, language: &str) -> String {
        let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
        format!(
            "{language:8} {:>5} {:>7} {:>8} {:>7.3} {:>16.3} {:>6} {:>14.2}",
            self.texts,
            self.words,
            self.marks,
            share(self.found, self.marks),
            share(self.found - self.translated_found, self.marks - self.translated),
            self.wrong,
            1000.0 * share(self.wrong, self.words),
        )
    }
}

/// Runs the bench and prints its table.
pub fn documents(project: &Project, options: &Options) -> Result<()> {
    let settings = Settings::new(options.threshold, true)?;
    let mut lists = Vec::new();
    for file in LISTS {
        lists.extend(large::read(&[project.root.join(file)])?);
    }
    let bytes = pack::write(&lists)?;
    let screener = Screener::open([bytes.as_slice()])?;
    let folder = project.root.join(TEXTS);
    let kinds = kinds(&folder)?;
    let entries = fs::read_dir(&folder).with_context(|| format!("{} could not be read", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    ensure!(!paths.is_empty(), "{} has no texts", folder.display());

    let (mut all, mut by_language, mut wrong) = (Counts::default(), BTreeMap::<String, Counts>::new(), String::new());
    let mut english = String::new();
    for path in &paths {
        let marked = Marked::read(path, &kinds)?;
        let scanned = screener.scan(&marked.text, &[], settings);
        all.add(&marked, &scanned, &mut String::new());
        by_language.entry(marked.language().to_owned()).or_default().add(&marked, &scanned, &mut wrong);
        if marked.language() == "en" {
            english.push_str(&marked.text);
            english.push_str("\n\n");
        }
    }
    println!(
        "{:8} {:>5} {:>7} {:>8} {:>7} {:>16} {:>6} {:>14}",
        "language", "texts", "words", "mentions", "recall", "of untranslated", "wrong", "of 1,000 words"
    );
    by_language.iter().for_each(|(language, counts)| println!("{}", counts.line(language)));
    println!("{}", all.line("all"));

    let report: String =
        english.split_inclusive(char::is_whitespace).filter(|word| !word.is_empty()).take(REPORT).collect();
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let started = Instant::now();
            std::hint::black_box(screener.scan(&report, &[], settings));
            started.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let designations: usize = lists.iter().map(|list| list.designations.len()).sum();
    println!(
        "a report of {REPORT} words against {designations} designations: {:.0} ms (median of {TIMES})",
        times[TIMES / 2]
    );
    if let Some(path) = &options.wrong {
        fs::write(path, wrong).with_context(|| format!("{} could not be written", path.display()))?;
    }
    Ok(())
}
