//! What every screening must say: its status, its coverage, and explanations that add up.

use namesieve::{Screener, Settings};
use serde_json::Value;

const QUERIES: &str = include_str!("../golden/queries.txt");

#[test]
fn the_public_json_has_its_keys_in_their_order() {
    let screener = Screener::embedded().unwrap();
    let json = serde_json::to_string(&screener.screen("Erken Tuniyaz", Settings::default())).unwrap();
    let mut rest = json.as_str();
    for key in [
        "{\"query\":{\"name\":\"Erken Tuniyaz\",\"readAs\":\"name\"}",
        "\"status\":\"screened\"",
        "\"reasons\":[]",
        "\"threshold\":70",
        "\"weakAliases\":false",
        "\"method\":\"namesieve/",
        "\"lists\":[{\"id\":\"ofac-sdn\"",
        "\"title\":",
        "\"issued\":\"2021-12-10\"",
        "\"designations\":26",
        "\"names\":",
        "\"sha256\":\"",
        "{\"id\":\"ofac-cmic\"",
        "\"designations\":1",
        "\"examined\":27",
        "\"hits\":[{\"list\":\"ofac-sdn\",\"id\":\"34119\",\"name\":\"TUNIYAZ, Erken\",\"kind\":\"individual\",\"score\":100,\"ofacSearch\":100",
        "\"matched\":{\"name\":\"TUNIYAZ, Erken\",\"kind\":\"primary\",\"quality\":\"strong\"}",
        "\"programmes\":[\"GLOMAG\"]",
        "\"measures\":[{",
        "\"explanation\":[{\"means\":\"same\",\"query\":\"Erken\",\"listed\":\"Erken\",\"points\":0}",
        "\"identifier\":null,\"facts\":[],\"contradicted\":false",
        "\"weakOnly\":0}",
    ] {
        let at = rest.find(key).unwrap_or_else(|| panic!("{key} is not where it belongs in {json}"));
        rest = &rest[at + key.len()..];
    }
    assert_eq!(rest, "");
}

#[test]
fn every_explanation_adds_up_to_its_score() {
    let screener = Screener::embedded().unwrap();
    let mut hits = 0;
    for query in QUERIES.lines() {
        for (threshold, weak) in [(70, false), (1, true)] {
            let screening = screener.screen(query, Settings::new(threshold, weak).unwrap());
            for hit in &screening.hits {
                // A number that stands alone leaves no names to compare.
                assert!(hit.identifier.is_some() || !hit.explanation.is_empty(), "{query}: {}", hit.name);
                let points: i32 = hit.explanation.iter().map(|part| part.points).sum();
                assert_eq!(100 + points, i32::from(hit.score), "{query}: {} {:?}", hit.name, hit.explanation);
                assert!(i64::from(hit.score) >= threshold);
                hits += 1;
            }
            let scores: Vec<u8> = screening.hits.iter().map(|hit| hit.score).collect();
            assert!(scores.is_sorted_by(|a, b| a >= b), "{query}: {scores:?}");
        }
    }
    assert!(hits > 100, "{hits}");
}

#[test]
fn a_lower_threshold_takes_no_potential_match_away() {
    let screener = Screener::embedded().unwrap();
    for query in QUERIES.lines() {
        let ids = |threshold| -> Vec<(String, u8)> {
            let hits = screener.screen(query, Settings::new(threshold, false).unwrap()).hits;
            hits.into_iter().map(|hit| (hit.id, hit.score)).collect()
        };
        let all = ids(1);
        for threshold in [40, 60, 70, 85, 100] {
            let expected: Vec<_> = all.iter().filter(|(_, score)| i64::from(*score) >= threshold).cloned().collect();
            assert_eq!(ids(threshold), expected, "{query} at {threshold}");
        }
    }
}

#[test]
fn nothing_but_a_screened_query_without_hits_means_no_potential_match() {
    let screener = Screener::embedded().unwrap();
    let code = |query: &str| {
        let screening = serde_json::to_value(screener.screen(query, Settings::default())).unwrap();
        match screening["status"].as_str() {
            Some("screened") => "screened".to_owned(),
            _ => screening["reasons"][0]["code"].as_str().unwrap().to_owned(),
        }
    };
    let too_long = "a".repeat(601);
    for (query, expected) in [
        ("", "empty"),
        (" \t\u{a0}", "empty"),
        ("12345", "no-letters"),
        ("\u{200b}", "no-letters"),
        ("😀", "no-letters"),
        ("ദിമിത്രി സോയിൻ", "unsupported-script"),
        ("Erken തുനിയാസ്", "unsupported-script"),
        ("សុខ សាន្ត", "unsupported-script"),
        ("ก่ ะก", "unsupported-script"),
        ("สมชาย ใจดี", "screened"),
        ("Дмитрий Соин", "screened"),
        ("بنظیر احمد", "screened"),
        ("Benazir Ahmad; Erken Tuniyaz", "several-names"),
        ("Benazir Ahmad\nErken Tuniyaz", "several-names"),
        ("benazir.ahmad@example.org", "address"),
        ("https://example.org/benazir", "address"),
        ("Benazir @ Dhaka", "screened"),
        ("ᴇʀᴋᴇɴ ᴛᴜɴɪʏᴀᴢ", "unreadable"),
        ("L\u{fffd} H\u{fffd}zh\u{fffd}ng", "unreadable"),
        ("🅢🅗🅞🅗🅡🅐🅣 🅩🅐🅚🅘🅡", "unreadable"),
        ("Sensetime.com", "address"),
        ("Khan", "too-little"),
        ("Hezheng", "too-little"),
        ("Ri", "too-little"),
        ("Oo", "too-little"),
        ("The", "too-little"),
        ("Mr", "too-little"),
        (&too_long, "too-long"),
        ("Wally Adeyemo", "screened"),
    ] {
        assert_eq!(code(query), expected, "{query:?}");
    }
}

#[test]
fn potential_matches_are_shown_even_where_the_query_was_not_wholly_screened() {
    let screening = Screener::embedded().unwrap().screen("商湯集團有限公司 ലിമിറ്റഡ്", Settings::default());
    let json: Value = serde_json::to_value(&screening).unwrap();
    assert_eq!(json["status"], "not-screened");
    assert_eq!(json["reasons"][0]["value"], "Malayalam");
    assert_eq!(json["hits"][0]["id"], "33114");
}

#[test]
fn what_can_be_read_beside_what_cannot_is_still_compared() {
    let screening = Screener::embedded().unwrap().screen("Dmitry Soin / ദിമിത്രി സോയിൻ", Settings::default());
    let json: Value = serde_json::to_value(&screening).unwrap();
    assert_eq!((&json["status"], &json["hits"][0]["id"]), (&"not-screened".into(), &"34021".into()));
}

#[test]
fn a_name_written_twice_is_found_by_either_writing() {
    let screener = Screener::embedded().unwrap();
    let found = |query: &str| -> Vec<(String, u8)> {
        let screening = screener.screen(query, Settings::default());
        assert!(screening.reasons.is_empty(), "{query}: {:?}", screening.reasons);
        screening.hits.into_iter().map(|hit| (hit.id, hit.score)).collect()
    };
    let once = found("Dmitry Soin");
    assert_eq!(once.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["34021"]);
    for query in
        ["Dmitry Soin / Дмитрий Соин", "Соин Дмитрий (Dmitry SOIN)", "Dmitry Soin 张伟强", "Дмитрий Соин 张伟强"]
    {
        assert_eq!(found(query), once, "{query}");
    }
    // Of two words neither is a name by itself.
    assert_eq!(found("Peter Закир"), []);
    assert_eq!(found("Питер Zakir"), []);
}

#[test]
fn a_single_listed_word_below_a_high_threshold_is_no_answer() {
    let screener = Screener::embedded().unwrap();
    let outcome = |threshold| {
        let json = serde_json::to_value(screener.screen("Zakir", Settings::new(threshold, false).unwrap())).unwrap();
        (json["status"].clone(), json["hits"].as_array().unwrap().len())
    };
    assert_eq!(outcome(70), ("screened".into(), 1));
    assert_eq!(outcome(95), ("not-screened".into(), 0));
}

#[test]
fn a_screener_without_lists_screens_nothing() {
    let screening = Screener::open([] as [&[u8]; 0]).unwrap().screen("Erken Tuniyaz", Settings::default());
    assert_eq!(serde_json::to_value(&screening).unwrap()["reasons"][0]["code"], "no-list");
    assert_eq!(screening.examined, 0);
}

#[test]
fn a_threshold_outside_its_range_is_refused() {
    for threshold in [0, 101, -1, i64::MAX] {
        assert_eq!(Settings::new(threshold, false).unwrap_err().got, threshold);
    }
}
