//! Organisations that are on no list: how many alert on five lists together.

use std::collections::BTreeMap;

use anyhow::Result;
use namesieve::{DEFAULT_THRESHOLD, Settings, parallel};
use serde_json::{Map, Value, json};

use super::record::{Record, Row};
use super::{Options, lists};
use crate::bench::columns::columns;
use crate::project::Project;

const FILE: &str = "tests/fixtures/clean-organisations.csv";
/// Names that are screened unless told otherwise, spread over the file.
const USUAL: usize = 1_000;

/// Measures and prints the table.
pub fn measure(project: &Project, options: &Options, record: &mut Record) -> Result<Value> {
    let [names, kinds, countries] = columns(&project.root.join(FILE), ["name", "kind", "country"])?;
    let all: Vec<_> = names.into_iter().zip(kinds).zip(countries).collect();
    let step = all.len().div_ceil(options.size(USUAL).max(1)).max(1);
    let asked: Vec<_> = all.into_iter().step_by(step).collect();
    let screener = lists::five(&project.root, lists::sdn(&project.root)?)?;
    let hits = parallel::each(&asked, |((name, _), _)| screener.screen(name, Settings::default()).hits);
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (((name, kind), country), hits) in asked.iter().zip(&hits) {
        let sdn = hits.iter().any(|hit| hit.list == lists::SDN_ID);
        for group in [kind.as_str(), "all"] {
            let count = counts.entry(group).or_default();
            let add = [true, sdn, !hits.is_empty()];
            count.iter_mut().zip(add).for_each(|(count, add)| *count += usize::from(add));
        }
        if let Some(hit) = hits.first() {
            let class = format!("organisation {kind} {country}, against {:?}, {} hits", hit.kind, hits.len());
            let against = format!("{} ({} {})", hit.matched.name, hit.list, hit.id);
            record.alerts.push(Row { class, asked: name.clone(), against, score: hit.score });
        }
    }
    println!("organisations on no list that alert at {DEFAULT_THRESHOLD}, by name alone");
    println!("{:24} {:>6} {:>6} {:>8} {:>10} {:>8}", "kind", "names", "SDN", "share", "five lists", "share");
    let mut figures = Map::new();
    for (group, [asked, sdn, five]) in counts {
        let percent = |part: usize| part as f64 * 100.0 / asked as f64;
        println!("{group:24} {asked:>6} {sdn:>6} {:>6.2} % {five:>10} {:>6.2} %", percent(sdn), percent(five));
        figures.insert(group.to_owned(), json!({ "names": asked, "sdn": sdn, "five": five }));
    }
    Ok(Value::Object(figures))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_set_is_large_and_has_no_name_twice_and_more_than_companies_and_banks() {
        let project = Project::locate().unwrap();
        let [names, kinds, countries] = columns(&project.root.join(FILE), ["name", "kind", "country"]).unwrap();
        assert!(names.len() >= 2_000);
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert!(countries.iter().collect::<BTreeSet<_>>().len() >= 100);
        let open = kinds.iter().filter(|kind| !["company", "bank", "telecom"].contains(&kind.as_str())).count();
        assert!(open * 100 >= names.len() * 15, "{open}");
    }
}
