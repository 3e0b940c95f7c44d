//! Names in other scripts: whether a listed party's native name finds the Latin names of the same party, and how many
//! invented native names alert on the SDN List.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use namesieve::DEFAULT_THRESHOLD;
use namesieve::designation::{Designation, NameQuality};
use namesieve::name::{Name, Reading};
use namesieve::pack::List;
use namesieve::parallel;
use namesieve::score;
use serde_json::{Value, json};

use super::record::{Record, Row};
use super::{Options, lists, script};
use crate::bench::columns::column;
use crate::project::Project;

const CLEAN: &str = "../shared/bench/negatives_global.csv";
/// Clean names that are screened unless told otherwise; every one takes a comparison with each listed name.
const CLEAN_USUAL: usize = 500;

/// A native name and the strong Latin names of its party.
struct Pair {
    script: &'static str,
    reading: Reading,
    native: String,
    latin: Vec<String>,
}

/// What became of the pairs, or of the clean names, of one script.
#[derive(Default)]
struct Count {
    asked: usize,
    found: usize,
    unread: usize,
}

impl Count {
    fn share(&self) -> f64 {
        self.found as f64 / self.asked.max(1) as f64
    }
}

/// Measures both and prints their tables.
pub fn measure(project: &Project, options: &Options, record: &mut Record) -> Result<Value> {
    let lists = lists::native(&project.root)?;
    let pairs = pairs(&lists);
    drop(lists);
    let found = found(&pairs, record);
    println!("native names against the strong Latin names of their party (found at {DEFAULT_THRESHOLD})");
    println!("{:24} {:>6} {:>6} {:>7} {:>7}", "script, kind", "pairs", "found", "share", "unread");
    let mut all = Count::default();
    for ((script, kind), count) in &found {
        row(&format!("{script}, {kind}"), count);
        all.asked += count.asked;
        all.found += count.found;
        all.unread += count.unread;
    }
    row("all", &all);

    let screener = lists::screener(&[lists::sdn(&project.root)?])?;
    let mut clean = column(&project.root.join(CLEAN), "full_name")?;
    clean.retain(|name| script::of(name) != "Latin");
    clean.truncate(options.size(CLEAN_USUAL));
    let tops = parallel::each(&clean, |name| lists::top(&screener, name));
    let mut alerted: BTreeMap<&str, Count> = BTreeMap::new();
    for (name, top) in clean.iter().zip(tops) {
        let count = alerted.entry(script::of(name)).or_default();
        count.asked += 1;
        count.unread += usize::from(is_unread(&Name::read(name, Reading::Person)));
        if let Some((score, against)) = top {
            count.found += 1;
            let class = format!("bilingual {}", script::of(name));
            record.alerts.push(Row { class, asked: name.clone(), against, score });
        }
    }
    println!("\nclean native names against the SDN List");
    println!("{:24} {:>6} {:>6} {:>7} {:>7}", "script", "names", "alerts", "share", "unread");
    alerted.iter().for_each(|(script, count)| row(script, count));
    let figures = |count: &Count| json!({ "asked": count.asked, "found": count.found, "unread": count.unread });
    let by_kind: BTreeMap<String, Value> =
        found.iter().map(|((script, kind), count)| (format!("{script} {kind}"), figures(count))).collect();
    let by_script: BTreeMap<&str, Value> = alerted.iter().map(|(script, count)| (*script, figures(count))).collect();
    Ok(json!({ "pairs": by_kind, "all": figures(&all), "clean": by_script }))
}

fn row(title: &str, count: &Count) {
    println!("{title:24} {:>6} {:>6} {:>7.3} {:>7}", count.asked, count.found, count.share(), count.unread);
}

/// Each native name once: a party stands on several lists, and the first of them gives the Latin names.
fn pairs(lists: &[List]) -> Vec<Pair> {
    let mut seen = BTreeSet::new();
    let mut pairs = Vec::new();
    for designation in lists.iter().flat_map(|list| &list.designations) {
        let reading = Reading::of(designation.kind);
        let latin = latin(designation);
        for name in &designation.names {
            let script = script::of(&name.name);
            if script == "Latin" || latin.is_empty() || !seen.insert((kind(reading), spelt(&name.name))) {
                continue;
            }
            pairs.push(Pair { script, reading, native: name.name.clone(), latin: latin.clone() });
        }
    }
    pairs
}

/// The strong names of a party that have Latin letters only.
fn latin(designation: &Designation) -> Vec<String> {
    let strong = designation.names.iter().filter(|name| name.quality == NameQuality::Strong);
    let latin = strong.map(|name| &name.name).filter(|name| script::of(name) == "Latin" && !has_native_letters(name));
    latin.cloned().collect()
}

fn has_native_letters(name: &str) -> bool {
    name.chars().any(|c| c.is_alphabetic() && script::of(c.encode_utf8(&mut [0; 4])) != "Latin")
}

/// A native name by its letters alone, so that spaces and quotation marks make no second pair of it.
fn spelt(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn kind(reading: Reading) -> &'static str {
    match reading {
        Reading::Person => "person",
        Reading::Organisation | Reading::Craft => "entity",
    }
}

fn found(pairs: &[Pair], record: &mut Record) -> BTreeMap<(&'static str, &'static str), Count> {
    let results = parallel::each(pairs, |pair| {
        let native = Name::read(&pair.native, pair.reading);
        let best = pair.latin.iter().map(|latin| score::compare(&native, &Name::read(latin, pair.reading)).score());
        (best.max().unwrap_or(0), is_unread(&native))
    });
    let mut counts: BTreeMap<_, Count> = BTreeMap::new();
    for (pair, (best, unread)) in pairs.iter().zip(results) {
        let count = counts.entry((pair.script, kind(pair.reading))).or_default();
        count.asked += 1;
        count.unread += usize::from(unread);
        if best >= DEFAULT_THRESHOLD {
            count.found += 1;
        } else {
            let class = format!("bilingual {} {}", pair.script, kind(pair.reading));
            record.misses.push(Row { class, asked: pair.native.clone(), against: pair.latin.join(" | "), score: best });
        }
    }
    counts
}

/// Whether a name has a word that could not be read into Latin letters.
fn is_unread(name: &Name) -> bool {
    name.words.iter().any(|word| !word.form.text.is_ascii())
}

#[cfg(test)]
mod tests {
    use namesieve::designation::{ListedName, NameKind, SubjectKind};

    use super::*;

    fn party(names: &[(&str, NameQuality)]) -> Designation {
        let names = names.iter().map(|(name, quality)| ListedName::new(*name, NameKind::Alias, *quality, ""));
        Designation { names: names.collect(), ..Designation::new("1", SubjectKind::Individual) }
    }

    #[test]
    fn weak_and_mixed_names_are_nothing_to_find() {
        use NameQuality::{Strong, Weak};
        let party =
            party(&[("Igor SECHIN", Strong), ("The Boss", Weak), ("Игорь Сечин", Strong), ("IGOR (Игорь)", Strong)]);
        assert_eq!(latin(&party), ["Igor SECHIN"]);
    }

    #[test]
    fn quotation_marks_and_spaces_make_no_second_pair() {
        assert_eq!(spelt("ООО «Ромашка»"), spelt("ооо \"РОМАШКА\""));
        assert_ne!(spelt("Иванов"), spelt("Иванова"));
    }

    #[test]
    fn words_of_unknown_letters_are_unread() {
        assert!(is_unread(&Name::read("ᏣᎳᎩ", Reading::Person)));
        assert!(!is_unread(&Name::read("Сечин Igor", Reading::Person)));
    }
}
