//! Corrupted listed names: whether the party is found at the threshold, whether it stands first at whatever score, and how many
//! parties are shown.

use std::collections::BTreeMap;

use anyhow::Result;
use namesieve::designation::{ListedName, NameQuality, SubjectKind};
use namesieve::name::Reading;
use namesieve::pack::List;
use namesieve::report::Hit;
use namesieve::{Screener, Settings, parallel};
use serde_json::{Map, Value, json};

use super::baseline::{self, Baseline, Plain};
use super::corrupt::{self, Class};
use super::record::{Record, Row};
use super::{Options, lists, pairs};
use crate::project::Project;
use crate::random::Random;

/// Names of all classes together that are screened unless told otherwise.
const USUAL: usize = 2_000;
/// With `--full` so many.
const MOST: usize = 10_000;
/// Of so many corrupted names, one is of a ship, four of an entity and the others of people …
const ROUND: usize = 15;
/// Of these the baselines are asked so many, which takes them as long as the method all of them.
const BASELINE: usize = 500;
/// The names that the generator starts from; any number would do.
const SEED: u64 = 20_231_228;

/// A corrupted name.
pub struct Corrupted {
    class: Class,
    kind: SubjectKind,
    /// The place of its party in the list.
    party: usize,
    listed: String,
    asked: String,
}

/// What a name brought.
#[derive(Clone, Copy, Default)]
struct Outcome {
    found: bool,
    first: bool,
    parties: usize,
    score: u8,
}

/// What the names of a class brought.
#[derive(Default)]
struct Count {
    asked: usize,
    found: usize,
    first: usize,
    parties: usize,
}

impl Count {
    fn add(&mut self, outcome: &Outcome) {
        self.asked += 1;
        self.found += usize::from(outcome.found);
        self.first += usize::from(outcome.first);
        self.parties += outcome.parties;
    }
}

/// Measures and prints the tables.
pub fn measure(project: &Project, options: &Options, record: &mut Record) -> Result<Value> {
    let list = lists::sdn(&project.root)?;
    let names = generate(&list, options.size(USUAL).min(MOST));
    let screener = lists::screener(std::slice::from_ref(&list))?;
    println!("{} corrupted names of the SDN List: the party found at the threshold, and none above it", names.len());
    let ask = |name: &Corrupted| ask(&screener, &list.designations[name.party].id, &name.asked);
    let outcomes = parallel::each(&names, ask);
    for (name, outcome) in names.iter().zip(&outcomes).filter(|(_, outcome)| !(outcome.found && outcome.first)) {
        let what = if outcome.found { "not first" } else { "not found" };
        let class = format!("corrupted {} {:?} {what}", name.class.title(), name.kind);
        record.misses.push(Row {
            class,
            asked: name.asked.clone(),
            against: name.listed.clone(),
            score: outcome.score,
        });
    }
    let mut figures = Map::new();
    figures.insert("namesieve".to_owned(), table("namesieve", &names, &outcomes));
    if options.alone {
        return Ok(Value::Object(figures));
    }
    let plain = baseline::names(&list);
    let step = names.len().div_ceil(BASELINE).max(1);
    let names: Vec<Corrupted> = names.into_iter().step_by(step).collect();
    for (baseline, threshold) in pairs::thresholds(project)? {
        let outcomes = parallel::each(&names, |name| ask_plain(baseline, threshold, &plain, name));
        let title = format!("{} at {threshold}", baseline.title());
        figures.insert(title.clone(), table(&title, &names, &outcomes));
    }
    Ok(Value::Object(figures))
}

/// Corrupted names in equal parts of the classes.
pub fn generate(list: &List, size: usize) -> Vec<Corrupted> {
    let mut random = Random::new(SEED);
    let mut listed: Vec<(usize, &ListedName)> = list
        .designations
        .iter()
        .enumerate()
        .flat_map(|(at, party)| party.names.iter().map(move |name| (at, name)))
        .filter(|(_, name)| name.quality == NameQuality::Strong)
        .collect();
    let each = size.div_ceil(corrupt::ALL.len());
    let mut names = Vec::new();
    for class in corrupt::ALL {
        random.shuffle(&mut listed);
        let mut of_kind: BTreeMap<&str, Vec<Corrupted>> = BTreeMap::new();
        let wanted = |kind: SubjectKind| match kind {
            SubjectKind::Individual if class == Class::Initial => each,
            _ if class == Class::Initial => 0,
            SubjectKind::Individual => each - each * 5 / ROUND,
            SubjectKind::Entity => each * 5 / ROUND - each / ROUND,
            SubjectKind::Vessel => each / ROUND,
            SubjectKind::Aircraft => 0,
        };
        for (party, name) in &listed {
            let kind = list.designations[*party].kind;
            let of_kind = of_kind.entry(title(kind)).or_default();
            if of_kind.len() >= wanted(kind) {
                continue;
            }
            if let Some(asked) = class.corrupt(&name.name, Reading::of(kind), &mut random) {
                of_kind.push(Corrupted { class, kind, party: *party, listed: name.name.clone(), asked });
            }
        }
        names.extend(of_kind.into_values().flatten());
    }
    names
}

fn title(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Individual => "person",
        SubjectKind::Entity => "entity",
        SubjectKind::Vessel | SubjectKind::Aircraft => "vessel",
    }
}

fn ask(screener: &Screener, id: &str, asked: &str) -> Outcome {
    let hits = screener.screen(asked, Settings::default()).hits;
    let score = score_of(&hits, id);
    if score.is_some() || !hits.is_empty() {
        return Outcome {
            found: score.is_some(),
            first: is_first(&hits, id),
            parties: hits.len(),
            score: score.unwrap_or(0),
        };
    }
    // Nothing reaches the threshold: whether the party would stand first is asked of all that is compared.
    let all = screener.screen(asked, Settings::new(1, false).unwrap_or_default()).hits;
    Outcome { found: false, first: is_first(&all, id), parties: 0, score: score_of(&all, id).unwrap_or(0) }
}

fn score_of(hits: &[Hit], id: &str) -> Option<u8> {
    hits.iter().find(|hit| hit.id == id).map(|hit| hit.score)
}

/// Whether a party is among the hits and no other has a higher score.
fn is_first(hits: &[Hit], id: &str) -> bool {
    score_of(hits, id).is_some_and(|score| hits.iter().all(|hit| hit.id == id || hit.score <= score))
}

fn ask_plain(baseline: Baseline, threshold: u8, listed: &[(usize, Plain)], name: &Corrupted) -> Outcome {
    let asked = Plain::read(&name.asked);
    let mut best: BTreeMap<usize, u8> = BTreeMap::new();
    for (party, plain) in listed {
        let score = baseline.score(&asked, plain);
        let known = best.entry(*party).or_default();
        *known = score.max(*known);
    }
    let score = best.get(&name.party).copied().unwrap_or(0);
    let parties = best.values().filter(|score| **score >= threshold).count();
    let first = score > 0 && best.values().all(|other| *other <= score);
    Outcome { found: score >= threshold, first, parties, score }
}

/// Prints what the names of each class brought.
fn table(title: &str, names: &[Corrupted], outcomes: &[Outcome]) -> Value {
    println!("\n{title:24} {:>6} {:>6} {:>6} {:>8}", "names", "found", "first", "parties");
    let mut figures = Map::new();
    let mut line = |title: &str, of: &dyn Fn(&Corrupted) -> bool| {
        let mut count = Count::default();
        names.iter().zip(outcomes).filter(|(name, _)| of(name)).for_each(|(_, outcome)| count.add(outcome));
        let share = |part: usize| part as f64 / count.asked.max(1) as f64;
        let (found, first, parties) = (share(count.found), share(count.first), share(count.parties));
        println!("{title:24} {:>6} {found:>6.3} {first:>6.3} {parties:>8.2}", count.asked);
        let of = json!({ "names": count.asked, "found": found, "first": first, "parties": parties });
        figures.insert(title.to_owned(), of);
    };
    for class in corrupt::ALL {
        line(class.title(), &|name| name.class == class);
    }
    line("easy", &|name| !name.class.is_hard());
    line("hard", &|name| name.class.is_hard());
    for kind in [SubjectKind::Individual, SubjectKind::Entity, SubjectKind::Vessel] {
        line(self::title(kind), &|name| name.kind == kind);
    }
    Value::Object(figures)
}
