//! Recorded scores of OFAC's own search, and how many of them the library's imitation of it gives.

use anyhow::Result;
use namesieve::ofac_search::Query;
use serde_json::{Value, json};

use super::record::{Record, Row};
use crate::bench::columns::columns;
use crate::project::Project;

const SCORES: &str = "../shared/bench/ofac_search_scores.csv";

/// Measures and prints a line.
pub fn measure(project: &Project, record: &mut Record) -> Result<Value> {
    let names = ["query_name", "result_name", "ofac_score"];
    let [asked, listed, scores] = columns(&project.root.join(SCORES), names)?;
    let (mut shown, mut same, mut hidden) = (0, 0, 0);
    for ((asked, listed), score) in asked.into_iter().zip(listed).zip(scores) {
        // -1 stands for a name that the search did not return; below which score it stood is not known.
        let Ok(score) = score.parse::<u8>() else {
            hidden += 1;
            continue;
        };
        shown += 1;
        let ours = Query::new(&asked).and_then(|query| query.score(&listed)).unwrap_or(0);
        if ours == score {
            same += 1;
        } else {
            record.wrong.push(Row {
                class: format!("ofac-search, recorded {score}"),
                asked,
                against: listed,
                score: ours,
            });
        }
    }
    println!("recorded scores of OFAC's search: {same} of {shown} the same; {hidden} names that it did not return");
    Ok(json!({ "recorded": shown, "same": same, "not_returned": hidden }))
}
