//! The command line, run as a person runs it.

use std::path::PathBuf;
use std::process::{Command, Output};

fn namesieve(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_namesieve")).args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file with this content, of its own for each test.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_person_reads_what_was_looked_at_before_what_was_found() {
    let output = namesieve(&["screen", "Benazir Ahmad", "Otto Warmbier", "Khan"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let places: Vec<usize> = [
        "Looked at 27 designations on 2 lists",
        "These are not the authority's whole lists.",
        "Benazir Ahmad: 1 potential match",
        "AHMED, Benazir",
        "Ahmad is a spelling of AHMED",
        "E.O. 13818",
        "a person decides",
        "Otto Warmbier: no potential match on these lists",
        "Khan: NOT SCREENED",
    ]
    .iter()
    .map(|words| text.find(words).unwrap_or_else(|| panic!("{words} is missing in {text}")))
    .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn json_is_one_object_a_line_in_the_order_of_the_input() {
    let names = file("names.csv", "\u{feff}ref,Name\n1,\"Tuniyaz, Erken\"\n2,\n3,\"RAB\nForces\"\n4\n".as_bytes());
    let output = namesieve(&["screen", "--names", names.to_str().unwrap(), "--column", "Name", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines: Vec<serde_json::Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let outcome: Vec<_> = lines
        .iter()
        .map(|line| {
            (line["query"]["name"].as_str().unwrap(), line["status"].as_str().unwrap(), line["hits"][0]["id"].as_str())
        })
        .collect();
    assert_eq!(
        outcome,
        [
            ("Tuniyaz, Erken", "screened", Some("34119")),
            ("", "not-screened", None),
            ("RAB\nForces", "not-screened", Some("33951")),
            ("", "not-screened", None)
        ],
        "no row is lost, not even an empty or a short one, and a cell of two lines may be two names"
    );
}

#[test]
fn a_text_file_has_one_name_a_line() {
    let names = file("names.txt", b"RAB\r\n\r\nOtto Warmbier\n");
    let text = stdout(&namesieve(&["screen", "--names", names.to_str().unwrap(), "--json"]));
    assert_eq!(text.lines().count(), 3);
    assert!(text.lines().nth(1).unwrap().contains("\"status\":\"not-screened\",\"reasons\":[{\"code\":\"empty\"}]"));
    assert!(text.lines().next().unwrap().starts_with("{\"query\":{\"name\":\"RAB\",\"readAs\":\"name\"}"));
}

#[test]
fn weak_aliases_are_shown_on_request() {
    assert!(stdout(&namesieve(&["screen", "KA PA SA"])).contains("--weak shows them"));
    assert!(stdout(&namesieve(&["screen", "--weak", "KA PA SA"])).contains("1 potential match"));
}

#[test]
fn what_is_known_besides_the_name_is_told_in_plain_words() {
    let output =
        namesieve(&["screen", "Benazir Ahmad", "--birth", "1963", "--country", "FR", "--identifier", "B00002095"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for words in [
        "has the number B00002095 (Passport)",
        "born 1963: agrees, the same year (listed: 01 Oct 1963)",
        "country FR: differs, another country (listed: Bangladesh",
        "number B00002095: agrees, a listed number",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    let other = stdout(&namesieve(&["screen", "Benazir Ahmad", "--kind", "vessel"]));
    assert!(other.contains("1 potential match (threshold 70)"), "it is counted: {other}");
    assert!(other.contains("What you know contradicts the last 1 potential match, shown all the same:"), "{other}");
    assert!(other.contains("kind vessel: differs, another kind (listed: individual)"), "{other}");
    let number = stdout(&namesieve(&["screen", "--identifier", "IMO 9074728"]));
    assert!(number.contains("9074728: NOT SCREENED"), "{number}");
    assert!(number.contains("fails its own checksum"), "{number}");
}

#[test]
fn pairs_come_back_with_a_score() {
    let pairs = file("pairs.csv", b"schema,name1,name2,note\nPerson,Benazir Ahmad,\"AHMED, Benazir\",\"a, b\"\nCompany,ACME Ltd,Acme Limited,\n,Erken,Tuniyaz,\n");
    let output = namesieve(&["compare", "--pairs", pairs.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = stdout(&output);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "schema,name1,name2,note,score");
    assert_eq!(lines[1], "Person,Benazir Ahmad,\"AHMED, Benazir\",\"a, b\",94");
    assert_eq!(lines[2], "Company,ACME Ltd,Acme Limited,,100");
    let last: u8 = lines[3].rsplit(',').next().unwrap().parse().unwrap();
    assert!(last < 50, "{text}");
}

#[test]
fn lists_are_shown_with_their_digests() {
    let lists: serde_json::Value = serde_json::from_str(&stdout(&namesieve(&["lists", "--json"]))).unwrap();
    assert_eq!(lists[1]["id"], "ofac-cmic");
    let digest = lists[0]["sha256"].as_str().unwrap();
    assert_eq!(digest.len(), 64);
    assert!(stdout(&namesieve(&["lists"])).contains(digest));
}

#[test]
fn bad_data_is_exit_1_with_a_sentence_and_bad_usage_is_exit_2() {
    let fails = |arguments: &[&str], code: i32, words: &str| {
        let output = namesieve(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(words), "{arguments:?}: {}", stderr(&output));
        assert_eq!(stdout(&output), "", "{arguments:?}: nothing is half said");
    };
    let latin1 = file("latin1.txt", b"Benazir\nJos\xe9\n");
    let table = file("table.csv", b"a,b\n1,2\n");
    let (latin1, table) = (latin1.to_str().unwrap(), table.to_str().unwrap());
    fails(&["screen", "--names", "/nowhere/names.txt"], 1, "/nowhere/names.txt cannot be read");
    fails(&["screen", "--names", latin1], 1, "line 2 is not UTF-8 text; save the file as UTF-8");
    fails(&["screen", "--names", table, "--column", "name"], 1, "there is no column `name`; its header has `a`, `b`");
    fails(&["compare", "--pairs", table], 1, "it needs the columns name1 and name2");
    let open = file("open.csv", b"name\n\"Smith\nErken Tuniyaz\n");
    let shifted = file("shifted.csv", b"id,name\n1,Ahmed, Benazir\n");
    let utf16 = file("utf16.txt", b"B\0e\0");
    let empty = file("empty.txt", b"");
    let [open, shifted, utf16, empty] = [&open, &shifted, &utf16, &empty].map(|path| path.to_str().unwrap());
    fails(&["screen", "--names", open, "--column", "name"], 1, "a quotation mark (\") in it is not closed");
    fails(&["screen", "--names", shifted, "--column", "name"], 1, "line 2 has 3 cells and the header 2");
    fails(&["compare", "--pairs", shifted], 1, "line 2 has 3 cells");
    fails(&["screen", "--names", utf16], 1, "as UTF-16 text does");
    fails(&["screen", "--names", empty], 1, "it holds no names; nothing was screened");
    fails(&["screen", "--names", empty, "--column", "name"], 1, "it is empty");
    fails(&["screen", "--names", table], 1, "name the column of the names with --column; its header has `a`, `b`");
    fails(&["screen", "--column", "name", table], 2, "cannot be used with");
    fails(&["screen"], 2, "required");
    fails(&["screen", "--threshold", "0", "RAB"], 2, "0 is not in 1..=100");
    fails(&["screen", "--threshold", "high", "RAB"], 2, "invalid value");
    fails(&["screen", "--birth", "yesterday", "RAB"], 2, "the birth `yesterday` cannot be read; expected a year");
    fails(&["screen", "--country", "Atlantis", "RAB"], 2, "the English name or the ISO code of a country");
    fails(&["sieve"], 2, "unrecognized subcommand");
}
