//! How the press of December 2021 wrote the parties of one action, against the whole SDN List of 2023.

use anyhow::Result;
use namesieve::Settings;
use namesieve::parallel;
use serde_json::{Value, json};

use super::lists;
use super::record::{Record, Row};
use crate::bench::columns::columns;
use crate::project::Project;

const FILE: &str = "tests/fixtures/press-names.csv";

/// Measures and prints a line.
pub fn measure(project: &Project, record: &mut Record) -> Result<Value> {
    let [written, uids, kept] = columns(&project.root.join(FILE), ["written", "uid", "list"])?;
    let screener = lists::screener(&[lists::sdn(&project.root)?])?;
    let hits = parallel::each(&written, |name| screener.screen(name, Settings::default()).hits);
    let (mut asked, mut first) = (0, 0);
    for (((name, uid), _), hits) in
        written.iter().zip(&uids).zip(&kept).zip(&hits).filter(|((_, list), _)| *list == "sdn")
    {
        asked += 1;
        match hits.first() {
            Some(hit) if hit.id == *uid => first += 1,
            other => record.misses.push(Row {
                class: "press".to_owned(),
                asked: name.clone(),
                against: format!("{uid}; first is {}", other.map_or("nothing", |hit| &hit.name)),
                score: other.map_or(0, |hit| hit.score),
            }),
        }
    }
    let most = hits.iter().map(Vec::len).max().unwrap_or(0);
    let by = hits.iter().position(|hits| hits.len() == most).map_or("", |at| &written[at]);
    println!("press names against the SDN List: {first} of {asked} first, at most {most} potential matches ({by})");
    Ok(json!({ "asked": asked, "first": first, "most": most, "most_by": by }))
}
