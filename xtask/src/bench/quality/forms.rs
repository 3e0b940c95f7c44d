//! Names of UN-listed people as they were filled into forms, clean and with errors, against the UN's list.

use std::collections::BTreeMap;

use anyhow::Result;
use namesieve::Settings;
use namesieve::normalise;
use namesieve::pack::List;
use namesieve::parallel;
use serde_json::{Map, Value, json};

use super::lists;
use super::record::{Record, Row};
use crate::bench::columns::columns;
use crate::project::Project;

const CLEAN: &str = "../shared/bench/un_positives.csv";
const CORRUPTED: &str = "../shared/bench/un_positives_corrupted.csv";

/// A row of a form.
struct Form {
    name: String,
    born: String,
    place: String,
}

/// Measures and prints the table.
pub fn measure(project: &Project, record: &mut Record) -> Result<Value> {
    let list = lists::un(&project.root)?;
    let screener = lists::screener(std::slice::from_ref(&list))?;
    let clean = forms(project, CLEAN)?;
    let mut by_birth: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    let named: Vec<Option<usize>> = clean.iter().map(|form| by_name(&list, &form.name)).collect();
    for (form, party) in clean.iter().zip(&named) {
        by_birth.entry((&form.born, &form.place)).or_default().extend(party);
    }
    let corrupted = forms(project, CORRUPTED)?;
    let born = |form: &Form| {
        let known = by_birth.get(&(form.born.as_str(), form.place.as_str())).filter(|_| tells(form));
        let one = known.and_then(|parties| if let [party] = parties[..] { Some(party) } else { None });
        by_name(&list, &form.name).or_else(|| self::by_birth(&list, form)).or(one)
    };
    let parties: Vec<Option<usize>> = corrupted.iter().map(born).collect();
    println!("names in forms against the UN's list; whose form it is tell the clean row, the birth or the very name");
    println!("{:24} {:>6} {:>6} {:>6} {:>6} {:>8}", "", "rows", "known", "found", "first", "hits");
    let mut figures = Map::new();
    for (title, forms, parties) in [("clean", &clean, &named), ("with errors", &corrupted, &parties)] {
        let known: Vec<(&Form, usize)> =
            forms.iter().zip(parties).filter_map(|(form, party)| party.map(|party| (form, party))).collect();
        let hits = parallel::each(&known, |(form, _)| screener.screen(&form.name, Settings::default()).hits);
        let [mut found, mut first, mut all] = [0; 3];
        for ((form, party), hits) in known.iter().zip(&hits) {
            let party = &list.designations[*party];
            let score = hits.iter().find(|hit| hit.id == party.id).map_or(0, |hit| hit.score);
            let is_first = score > 0 && hits.iter().all(|hit| hit.id == party.id || hit.score <= score);
            found += usize::from(score > 0);
            first += usize::from(is_first);
            all += hits.len();
            if !is_first {
                let class = format!("forms {title}");
                record.misses.push(Row {
                    class,
                    asked: form.name.clone(),
                    against: party.names[0].name.clone(),
                    score,
                });
            }
        }
        let mean = all as f64 / known.len().max(1) as f64;
        println!("{title:24} {:>6} {:>6} {found:>6} {first:>6} {mean:>8.2}", forms.len(), known.len());
        let of = json!({ "rows": forms.len(), "known": known.len(), "found": found, "first": first, "hits": mean });
        figures.insert(title.to_owned(), of);
    }
    Ok(Value::Object(figures))
}

fn forms(project: &Project, path: &str) -> Result<Vec<Form>> {
    let [names, births, places] = columns(&project.root.join(path), ["full_name", "date_of_birth", "place_of_birth"])?;
    let forms = names.into_iter().zip(births).zip(places);
    Ok(forms.map(|((name, born), place)| Form { name, born, place }).collect())
}

/// The one party with a name of these words.
fn by_name(list: &List, name: &str) -> Option<usize> {
    let asked = words(name);
    only(list, |party| party.names.iter().any(|name| words(&name.name) == asked))
}

/// Whether a birth can belong to one person alone: a place that is only a country does not tell.
fn tells(form: &Form) -> bool {
    !form.born.is_empty() && form.place.contains(',')
}

/// The one party that was born on that day, or in that year, in that place.
fn by_birth(list: &List, form: &Form) -> Option<usize> {
    let place = words(form.place.split(',').next().unwrap_or_default());
    if !tells(form) || place.is_empty() {
        return None;
    }
    only(list, |party| {
        let born = party.births.iter().any(|birth| birth.published.contains(&form.born));
        born && party.birth_places.iter().any(|listed| {
            let listed = words(listed);
            place.iter().all(|word| listed.contains(word))
        })
    })
}

/// The place of the one designation that fits.
fn only(list: &List, fits: impl Fn(&namesieve::designation::Designation) -> bool) -> Option<usize> {
    let mut fitting = list.designations.iter().enumerate().filter(|(_, party)| fits(party)).map(|(at, _)| at);
    fitting.next().filter(|_| fitting.next().is_none())
}

fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = normalise::words(text).into_iter().map(|word| word.text).collect();
    words.sort_unstable();
    words
}
