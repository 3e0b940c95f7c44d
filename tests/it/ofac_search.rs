//! The emulation of OFAC's own search, held against public recordings of the tool.

use crate::shared;
use namesieve::ofac_search::Query;
use namesieve::report::{ReasonCode, Status};
use namesieve::{Screener, Settings};

/// Rows of the recordings, of which -1 means "not returned with the slider at 80".
fn recordings() -> Option<Vec<(String, String, i32)>> {
    let path = shared::file("scores of OFAC's own search", "bench/ofac_search_scores.csv")?;
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        (row[0].to_owned(), row[1].to_owned(), row[2].parse().unwrap())
    });
    Some(rows.collect())
}

#[test]
fn what_the_tool_cannot_ask_is_not_screened() {
    let screener = Screener::embedded().unwrap();
    let settings = Settings::of_ofac_search(80).unwrap();
    for (name, code) in
        [("&+", ReasonCode::NoLetters), ("7-28", ReasonCode::NoLetters), ("тунияз", ReasonCode::UnsupportedScript)]
    {
        let screening = screener.screen_by_ofac_search(name, settings);
        assert_eq!(screening.status, Status::NotScreened, "{name}");
        assert!(screening.reasons.iter().any(|reason| reason.code == code), "{name}: {:?}", screening.reasons);
    }
    let asked = screener.screen_by_ofac_search("Erken Tuniyaz", settings);
    assert!(asked.status == Status::Screened && asked.examined == 27 && !asked.hits.is_empty());
}

#[test]
fn nine_recorded_scores_in_ten_are_repeated_exactly() {
    let Some(rows) = recordings() else { return };
    let (mut shown, mut exact, mut close, mut off) = (0, 0, 0, Vec::new());
    for (query, listed, recorded) in &rows {
        let score = Query::new(query).and_then(|query| query.score(listed)).map_or(-1, i32::from);
        if *recorded == -1 {
            assert!(score < 80, "{query} | {listed}: the tool did not return it at 80, and {score} would");
            continue;
        }
        shown += 1;
        exact += i32::from(score == *recorded);
        close += i32::from((score - recorded).abs() <= 5);
        if score != *recorded {
            off.push(format!("{query} | {listed}: {recorded}, emulated {score}"));
        }
    }
    assert!(shown > 80, "{shown} recordings");
    eprintln!("{exact} of {shown} exact, {close} within five points:\n{}", off.join("\n"));
    assert!(exact * 100 >= shown * 90, "{exact} of {shown} exact: {off:#?}");
    assert!(close * 100 >= shown * 96, "{close} of {shown} within five: {off:#?}");
}
