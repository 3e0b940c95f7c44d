//! The emulation of OFAC's own search on the command line: beside our score, and as a method of its own.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

fn namesieve(arguments: &[&str]) -> String {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_namesieve")).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&namesieve(arguments)).unwrap()
}

#[test]
fn each_potential_match_says_what_ofacs_own_search_would_show() {
    // (100 for BENAZIR and 91 for AHMAD, AHMED) / 2
    let hit = json(&["screen", "--json", "Benazir Ahmad"])["hits"][0].clone();
    assert_eq!((&hit["id"], &hit["ofacSearch"]), (&"33952".into(), &96.into()), "{hit}");
    assert!(namesieve(&["screen", "Benazir Ahmad"]).contains("OFAC's own search would show about 96\n"));
    // Written together, no part is half like a listed part: the tool would return nothing.
    let hit = json(&["screen", "--json", "ErkenTuniyaz"])["hits"][0].clone();
    assert_eq!((&hit["id"], &hit["ofacSearch"]), (&"34119".into(), &Value::Null), "{hit}");
    assert!(!namesieve(&["screen", "ErkenTuniyaz"]).contains("OFAC's own search"));
}

#[test]
fn the_method_starts_where_the_slider_of_the_tool_starts() {
    let strict = json(&["screen", "--json", "--method", "ofac-search", "Benazir Ahmad"]);
    assert_eq!((&strict["threshold"], &strict["status"]), (&100.into(), &"screened".into()));
    assert_eq!(strict["method"], "ofac-search-emulation/1");
    assert_eq!(strict["hits"], Value::Array(Vec::new()));
    let wide = json(&["screen", "--json", "--method", "ofac-search", "--threshold", "80", "Benazir Ahmad"]);
    let hits = wide["hits"].as_array().unwrap();
    assert_eq!((&hits[0]["id"], &hits[0]["score"]), (&"33952".into(), &96.into()));
    for hit in hits {
        let (score, points) = (hit["score"].as_i64().unwrap(), hit["explanation"][0]["points"].as_i64().unwrap());
        assert_eq!((100 + points, &hit["ofacSearch"]), (score, &hit["score"]), "{hit}");
    }
    let scores: Vec<i64> = hits.iter().map(|hit| hit["score"].as_i64().unwrap()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b) && scores.iter().all(|score| *score >= 80), "{scores:?}");
}

#[test]
fn every_text_says_that_it_is_an_emulation() {
    for name in ["Benazir Ahmed", "Otto Warmbier", "Дмитрий Соин"] {
        let text = namesieve(&["screen", "--method", "ofac-search", name]);
        assert!(text.contains("By an emulation of OFAC's own search"), "{text}");
    }
    assert!(!namesieve(&["screen", "Otto Warmbier"]).contains("emulation"));
}

#[test]
fn what_the_tool_cannot_read_is_not_screened_by_its_method() {
    for (name, code) in
        [("Дмитрий Соин", "unsupported-script"), ("Erken Туниязов", "unsupported-script"), ("", "empty")]
    {
        let screening = json(&["screen", "--json", "--method", "ofac-search", "--threshold", "1", name]);
        assert_eq!((&screening["status"], &screening["examined"]), (&"not-screened".into(), &0.into()), "{name}");
        assert_eq!(screening["reasons"][0]["code"], code, "{name}");
    }
}

#[test]
fn weak_aliases_are_names_like_any_other_there() {
    let by =
        |method: &str| json(&["screen", "--json", "--method", method, "KA PA SA"])["hits"].as_array().unwrap().len();
    assert_eq!((by("namesieve"), by("ofac-search")), (0, 1));
}

#[test]
fn pairs_are_compared_as_a_query_with_a_listed_name() {
    let pairs = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ofac-pairs.csv");
    std::fs::write(&pairs, "name1,name2\nPOUTINE,\"PUTIN, Vladimir\"\nALQAEDA,AL QAEDA\nПутин,PUTIN\n").unwrap();
    let text = namesieve(&["compare", "--method", "ofac-search", "--pairs", pairs.to_str().unwrap()]);
    let scores: Vec<&str> = text.lines().map(|line| line.rsplit(',').next().unwrap()).collect();
    assert_eq!(scores, ["score", "92", "0", ""], "{text}");
}
