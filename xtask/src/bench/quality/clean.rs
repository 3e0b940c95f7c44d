//! Names of invented people who are on no list: how many alert on the SDN List, and on five lists together, by name alone and
//! after their year of birth and nationality have contradicted what they contradict.

use std::collections::BTreeMap;

use anyhow::Result;
use namesieve::report::Hit;
use namesieve::{DEFAULT_THRESHOLD, Fact, Facts, Screener, Settings, parallel};
use serde_json::{Map, Value, json};

use super::baseline::{self, Plain};
use super::record::{Record, Row};
use super::{Options, lists, pairs, script};
use crate::bench::columns::columns;
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

/// What a person brought on the SDN List and on all lists.
struct Alert {
    sdn: Brought,
    all: Brought,
}

/// The hits of a person on some lists.
struct Brought {
    /// The score of the first one, and the party.
    first: Option<(u8, String)>,
    /// Whether there is one that year of birth and nationality do not contradict.
    stands: bool,
}

#[derive(Clone, Copy, Default)]
struct Count {
    asked: usize,
    sdn: usize,
    all: usize,
    sdn_stands: usize,
    all_stands: usize,
}

/// Measures and prints the tables.
pub fn measure(project: &Project, options: &Options, record: &mut Record) -> Result<Value> {
    let people = people(project, options.size(USUAL))?;
    let sdn = lists::sdn(&project.root)?;
    let plain = baseline::names(&sdn);
    let screener = lists::five(&project.root, sdn)?;
    let alerts = parallel::each(&people, |person| ask(&screener, person));
    let unread = people.iter().filter(|person| facts(person).1).count();
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
            count.sdn += usize::from(alert.sdn.first.is_some());
            count.all += usize::from(alert.all.first.is_some());
            count.sdn_stands += usize::from(alert.sdn.stands);
            count.all_stands += usize::from(alert.all.stands);
        }
        if let Some((score, against)) = alert.all.first.clone() {
            let on = if alert.sdn.first.is_some() { "SDN" } else { "other list" };
            let left = if alert.all.stands { "" } else { ", contradicted" };
            let Person { file, script, born, country, .. } = person;
            let class = format!("clean {file} {script}, {on}, born {born} {country}{left}");
            record.alerts.push(Row { class, asked: person.name.clone(), against, score });
        }
    }
    println!(
        "clean people who alert at {DEFAULT_THRESHOLD}: by name alone, and with birth year and country, by what these do not contradict"
    );
    println!("{:24} {:>6} {:>23} {:>23}", "", "", "by name alone   ", "with year and country");
    println!("{:24} {:>6} {:>11} {:>11} {:>11} {:>11}", "", "names", "SDN", "five lists", "SDN", "five lists");
    let mut figures = Map::new();
    for (group, count) in &counts {
        let percent = |part: usize| part as f64 * 100.0 / count.asked.max(1) as f64;
        print!("{group:24} {:>6}", count.asked);
        for part in [count.sdn, count.all, count.sdn_stands, count.all_stands] {
            print!(" {part:>4} {:>4.1} %", percent(part));
        }
        println!();
        let with_facts = json!({ "sdn": count.sdn_stands, "five": count.all_stands });
        let named = json!({ "names": count.asked, "sdn": count.sdn, "five": count.all, "withFacts": with_facts });
        figures.insert(group.clone(), named);
    }
    if unread > 0 {
        println!("of {unread} people the year or the country could not be read and was not given");
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

/// Holds a person with year of birth and nationality against the lists. Facts lose no hit, so that the hits are those of the
/// name alone; the first by name alone is the one of the highest score, since those that are contradicted stand last.
fn ask(screener: &Screener, person: &Person) -> Alert {
    let hits = screener.screen_with(&person.name, &facts(person).0, Settings::default()).hits;
    let brought = |list: &dyn Fn(&Hit) -> bool| {
        let first = hits.iter().filter(|hit| list(hit)).min_by_key(|hit| std::cmp::Reverse(hit.score));
        Brought {
            first: first.map(|hit| (hit.score, format!("{} ({})", hit.matched.name, hit.list))),
            stands: hits.iter().any(|hit| list(hit) && !hit.contradicted),
        }
    };
    Alert { sdn: brought(&|hit| hit.list == lists::SDN_ID), all: brought(&|_| true) }
}

/// Year of birth and nationality of a person, and whether one of them could not be read.
fn facts(person: &Person) -> (Facts, bool) {
    let mut facts = Facts::default();
    let given = [(Fact::Birth, &person.born), (Fact::Nationality, &person.country)];
    let refused = given.into_iter().filter(|(fact, text)| facts.set(*fact, text).is_err()).count();
    (facts, refused > 0)
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
