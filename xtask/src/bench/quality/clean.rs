//! Names of invented people who are on no list: how many alert on the SDN List, and on five lists together.

use std::collections::BTreeMap;

use anyhow::Result;
use namesieve::{DEFAULT_THRESHOLD, Screener, Settings};
use serde_json::{Map, Value, json};

use super::baseline::{self, Plain};
use super::record::{Record, Row};
use super::{Options, lists, pairs, script};
use crate::bench::columns::columns;
use crate::bench::parallel;
use crate::project::Project;
use crate::random::Random;

const FILES: [(&str, &str); 2] =
    [("us", "../shared/bench/negatives_us.csv"), ("global", "../shared/bench/negatives_global.csv")];
/// Names that are screened unless told otherwise. Of five, one is of the American file and two each are Latin and other
/// names of the worldwide one.
const USUAL: usize = 1_000;
/// Of these the baselines are asked so many, in Latin letters.
const BASELINE: usize = 150;
/// The names that are taken; any number would do.
const SEED: u64 = 2_026;

/// An invented person.
struct Person {
    file: &'static str,
    script: &'static str,
    name: String,
    born: String,
    country: String,
}

/// What a person brought: the first hit on the SDN List and on all lists, and the parties there.
#[derive(Default)]
struct Alert {
    sdn: Option<(u8, String)>,
    all: Option<(u8, String)>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    asked: usize,
    sdn: usize,
    all: usize,
}

/// Measures and prints the tables.
pub fn measure(project: &Project, options: &Options, record: &mut Record) -> Result<Value> {
    let people = people(project, options.size(USUAL))?;
    let sdn = lists::sdn(&project.root)?;
    let plain = baseline::names(&sdn);
    let screener = lists::five(&project.root, sdn)?;
    let alerts = parallel::each(&people, |person| ask(&screener, person));
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for (person, alert) in people.iter().zip(&alerts) {
        let latin = if person.script == "Latin" { "Latin" } else { "other scripts" };
        let mut groups = vec![format!("{}, {latin}", person.file), "all".to_owned()];
        if person.script != "Latin" {
            groups.push(person.script.to_owned());
        }
        for group in groups {
            let count = counts.entry(group).or_default();
            count.asked += 1;
            count.sdn += usize::from(alert.sdn.is_some());
            count.all += usize::from(alert.all.is_some());
        }
        if let Some((score, against)) = alert.all.clone() {
            let on = if alert.sdn.is_some() { "SDN" } else { "other list" };
            let class =
                format!("clean {} {}, {on}, born {} {}", person.file, person.script, person.born, person.country);
            record.alerts.push(Row { class, asked: person.name.clone(), against, score });
        }
    }
    println!("clean people who alert at {DEFAULT_THRESHOLD}, by name alone");
    println!("{:24} {:>6} {:>6} {:>8} {:>10} {:>8}", "", "names", "SDN", "share", "five lists", "share");
    let mut figures = Map::new();
    for (group, count) in &counts {
        let percent = |part: usize| part as f64 * 100.0 / count.asked.max(1) as f64;
        println!(
            "{group:24} {:>6} {:>6} {:>6.2} % {:>10} {:>6.2} %",
            count.asked,
            count.sdn,
            percent(count.sdn),
            count.all,
            percent(count.all)
        );
        figures.insert(group.clone(), json!({ "names": count.asked, "sdn": count.sdn, "five": count.all }));
    }
    let latin: Vec<&Person> = people.iter().filter(|person| person.script == "Latin").take(BASELINE).collect();
    for (baseline, threshold) in pairs::thresholds(project)? {
        let alerted = parallel::each(&latin, |person| {
            let asked = Plain::read(&person.name);
            plain.iter().any(|(_, listed)| baseline.score(&asked, listed) >= threshold)
        });
        let alerted = alerted.into_iter().filter(|alerted| *alerted).count();
        let title = format!("{} at {threshold}, Latin", baseline.title());
        let percent = alerted as f64 * 100.0 / latin.len().max(1) as f64;
        println!("{title:24} {:>6} {alerted:>6} {percent:>6.2} %", latin.len());
        figures.insert(title, json!({ "names": latin.len(), "sdn": alerted }));
    }
    Ok(Value::Object(figures))
}

/// Holds a person against the lists. What is known besides the name, year of birth and country, is asked here as soon as
/// screenings compare it.
fn ask(screener: &Screener, person: &Person) -> Alert {
    let hits = screener.screen(&person.name, Settings::default()).hits;
    let first = |list: &dyn Fn(&str) -> bool| {
        hits.iter().find(|hit| list(&hit.list)).map(|hit| (hit.score, format!("{} ({})", hit.matched.name, hit.list)))
    };
    Alert { sdn: first(&|list| list == lists::SDN_ID), all: first(&|_| true) }
}

/// People of both files in fixed shares.
fn people(project: &Project, size: usize) -> Result<Vec<Person>> {
    let mut groups: [Vec<Person>; 3] = Default::default();
    for (at, (file, path)) in FILES.into_iter().enumerate() {
        let names = ["full_name", "date_of_birth", "nationality"];
        let [names, births, countries] = columns(&project.root.join(path), names)?;
        for ((name, born), country) in names.into_iter().zip(births).zip(countries) {
            let script = script::of(&name);
            let group = if at == 0 { 0 } else { 1 + usize::from(script != "Latin") };
            let born = born.chars().take(4).collect();
            groups[group].push(Person { file, script, name, born, country });
        }
    }
    let mut random = Random::new(SEED);
    let fifth = size.div_ceil(5);
    let sizes = [fifth, fifth.saturating_mul(2), fifth.saturating_mul(2)];
    let taken = groups.into_iter().zip(sizes).flat_map(|(mut people, size)| {
        random.shuffle(&mut people);
        people.truncate(size);
        people
    });
    Ok(taken.collect())
}
