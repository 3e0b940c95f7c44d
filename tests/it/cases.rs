//! Every line of `tests/cases.tsv`.

use namesieve::{Screener, Settings};
use serde_json::{Value, json};

#[test]
fn every_case_is_shown_as_its_line_says() {
    let screener = Screener::embedded().unwrap();
    let mut wrong = Vec::new();
    let mut cases = 0;
    for line in include_str!("../cases.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [query, first, also, why] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {line}")
        };
        let screening = serde_json::to_value(screener.screen(query, Settings::default())).unwrap();
        let mut fail = |what: String| wrong.push(format!("{query} ({why}): {what}"));
        let found = screening["hits"][0]["id"].as_str().unwrap_or("-");
        let screened = screening["status"] == "screened";
        let outcome = match (screened, found) {
            (true, found) => found.to_owned(),
            (false, "-") => format!("!{}", screening["reasons"][0]["code"].as_str().unwrap_or_default()),
            (false, found) => format!("not screened, and yet {found}"),
        };
        if outcome != first {
            fail(format!("{outcome} {}", screening["hits"][0]["score"]));
        }
        let (names, also) = also.split_once("matched:").map_or((None, also), |(also, name)| (Some(name), also));
        if let Some(name) = names
            && screening["hits"][0]["matched"]["name"] != name
        {
            fail(format!("compared best with {}", screening["hits"][0]["matched"]));
        }
        for condition in also.split_whitespace() {
            if !holds(&screening, condition) {
                fail(format!("not {condition}: {}", screening["hits"]));
            }
        }
        cases += 1;
    }
    assert!(wrong.is_empty(), "{} of {cases} cases:\n{}", wrong.len(), wrong.join("\n"));
}

fn holds(screening: &Value, condition: &str) -> bool {
    match condition.split_once(':') {
        None if condition == "only" => screening["hits"].as_array().is_some_and(|hits| hits.len() == 1),
        Some(("means", means)) => {
            let parts = screening["hits"][0]["explanation"].as_array();
            parts.is_some_and(|parts| parts.iter().any(|part| part["means"] == means))
        }
        Some(("weak", parties)) => screening["weakOnly"] == json!(parties.parse::<u64>().unwrap()),
        _ => panic!("unknown condition `{condition}`"),
    }
}
