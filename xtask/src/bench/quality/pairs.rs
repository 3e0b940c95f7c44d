//! The labelled pairs of names: how well a threshold tells pairs of one party from pairs of two.

use std::collections::BTreeMap;

use anyhow::Result;
use namesieve::DEFAULT_THRESHOLD;
use namesieve::name::{Name, Reading};
use namesieve::score;
use serde_json::{Map, Value, json};

use super::baseline::{self, Baseline, Plain};
use super::record::{Record, Row};
use crate::bench::columns::columns;
use crate::bench::measure::{Labelled, Rates, auc};
use crate::project::Project;

const PAIRS: &str = "../shared/bench/name_pairs.csv";

/// A labelled pair.
struct Pair {
    schema: String,
    names: [String; 2],
    same: bool,
    quality: String,
    category: String,
}

impl Pair {
    fn score(&self) -> u8 {
        let reading = if self.schema == "Person" { Reading::Person } else { Reading::Organisation };
        let [one, other] = &self.names;
        score::compare(&Name::read(one, reading), &Name::read(other, reading)).score()
    }

    /// The groups that it belongs to.
    fn groups(&self) -> [String; 3] {
        let schema = if self.schema == "Person" { "person" } else { "organisation, vessel" };
        let category =
            if self.category == "LLM-proposed deviation" { "LLM-proposed" } else { "other than LLM-proposed" };
        [schema.to_owned(), category.to_owned(), self.quality.clone()]
    }
}

/// Measures and prints the tables.
pub fn measure(project: &Project, record: &mut Record) -> Result<Value> {
    let pairs = pairs(project)?;
    let scores: Vec<Labelled> = pairs.iter().map(|pair| (pair.score(), pair.same)).collect();
    println!("{} labelled pairs, {} of one party", pairs.len(), pairs.iter().filter(|pair| pair.same).count());
    println!("{:26} {:>5} {:>5}  {:>9} {:>7} {:>6} {:>6}", "", "pairs", "at", "precision", "recall", "F1", "AUC");
    let mut figures = Map::new();
    line(&mut figures, "namesieve", Rates::at(DEFAULT_THRESHOLD, &scores), &scores);
    line(&mut figures, "namesieve, best F1", Rates::best(&scores), &scores);
    for (baseline, scores) in baselines(&pairs) {
        line(&mut figures, &format!("{}, best F1", baseline.title()), Rates::best(&scores), &scores);
    }
    let mut groups: BTreeMap<String, Vec<Labelled>> = BTreeMap::new();
    for (pair, labelled) in pairs.iter().zip(&scores) {
        pair.groups().into_iter().for_each(|group| groups.entry(group).or_default().push(*labelled));
    }
    for (group, scores) in &groups {
        line(&mut figures, group, Rates::at(DEFAULT_THRESHOLD, scores), scores);
    }
    for (pair, (score, same)) in pairs.iter().zip(&scores) {
        if (*score >= DEFAULT_THRESHOLD) == *same {
            continue;
        }
        let [one, other] = pair.names.clone();
        if pair.quality == "STRONG" {
            println!("wrong STRONG pair: {one} / {other}: {score}, labelled {}", label(*same));
        }
        let class = format!("{} {} {}, labelled {}", pair.schema, pair.quality, pair.category, label(*same));
        record.wrong.push(Row { class, asked: one, against: other, score: *score });
    }
    Ok(Value::Object(figures))
}

/// The threshold at which each baseline has its best F1 on the labelled pairs.
pub fn thresholds(project: &Project) -> Result<Vec<(Baseline, u8)>> {
    let scored = baselines(&pairs(project)?);
    Ok(scored.into_iter().map(|(baseline, scores)| (baseline, Rates::best(&scores).threshold)).collect())
}

fn baselines(pairs: &[Pair]) -> Vec<(Baseline, Vec<Labelled>)> {
    let score = |baseline: Baseline, pair: &Pair| {
        let [one, other] = &pair.names;
        (baseline.score(&Plain::read(one), &Plain::read(other)), pair.same)
    };
    let of = |baseline| (baseline, pairs.iter().map(|pair| score(baseline, pair)).collect());
    baseline::ALL.into_iter().map(of).collect()
}

fn pairs(project: &Project) -> Result<Vec<Pair>> {
    let names = ["schema", "name1", "name2", "is_match", "quality", "category"];
    let [schemas, first, second, labels, qualities, categories] = columns(&project.root.join(PAIRS), names)?;
    let names = first.into_iter().zip(second).map(|(one, other)| [one, other]);
    let rest = labels.into_iter().zip(qualities).zip(categories);
    let pairs = schemas.into_iter().zip(names).zip(rest).map(|((schema, names), ((same, quality), category))| Pair {
        schema,
        names,
        same: same.eq_ignore_ascii_case("true"),
        quality,
        category,
    });
    Ok(pairs.collect())
}

fn label(same: bool) -> &'static str {
    if same { "one party" } else { "two parties" }
}

fn line(figures: &mut Map<String, Value>, title: &str, rates: Rates, scores: &[Labelled]) {
    let area = auc(scores);
    let printed = area.map_or("-".to_owned(), |area| format!("{area:.3}"));
    println!(
        "{title:26} {:>5} {:>5}  {:>9.3} {:>7.3} {:>6.3} {printed:>6}",
        scores.len(),
        rates.threshold,
        rates.precision,
        rates.recall,
        rates.f1()
    );
    let of = json!({
        "pairs": scores.len(),
        "threshold": rates.threshold,
        "precision": rates.precision,
        "recall": rates.recall,
        "f1": rates.f1(),
        "auc": area,
    });
    figures.insert(title.to_owned(), of);
}
