//! Compiling, inspecting, comparing packs and screening against them, as a person does it on the command line.

use crate::place::Place;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const UN: &str = "tests/fixtures/lists/un/consolidated.xml";
const OFAC: [&str; 3] = [
    "tests/fixtures/lists/ofac/sdn-2023-12-28/sdn.csv",
    "tests/fixtures/lists/ofac/sdn-2023-12-28/alt.csv",
    "tests/fixtures/lists/ofac/sdn-2023-12-28/add.csv",
];

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_namesieve")).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_str(&out(output)).unwrap_or_else(|error| panic!("{error}: {} {}", out(output), err(output)))
}

/// Compiles, accepting the warnings that there are.
fn compile(files: &[&str], more: &[&str], pack: &str) {
    let run_with =
        |accepted: &str| run(&[&["compile"], files, more, &["-o", pack, "--accept-warnings", accepted]].concat());
    let first = run_with("0");
    let warnings = err(&first).lines().filter(|line| line.starts_with("warning: ")).count();
    let done = run_with(&warnings.to_string());
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
}

#[test]
fn a_list_is_compiled_inspected_and_screened_against() {
    let place = Place::new("compiled");
    let pack = place.at("un.pack");
    compile(&[UN], &[], &pack);
    let inspected = json(&run(&["inspect", &pack, "--json"]));
    assert_eq!(inspected.as_object().unwrap().keys().collect::<Vec<_>>(), ["format", "lists", "source", "warnings"]);
    assert_eq!((&inspected["format"], &inspected["lists"][0]["id"]), (&2.into(), &"un-sc".into()));
    let bytes = fs::read(UN).unwrap();
    assert_eq!(inspected["source"][0]["file"], "consolidated.xml");
    assert_eq!(inspected["source"][0]["bytes"], bytes.len());
    assert_eq!(inspected["source"][0]["records"], inspected["lists"][0]["designations"]);

    // The list replaces the embedded one, and with --embedded it stands beside it.
    let ids = |more: &[&str]| {
        let lists = json(&run(&[&["lists", "--json", "--pack", &pack], more].concat()));
        lists.as_array().unwrap().iter().map(|list| list["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&[]), ["un-sc"]);
    assert_eq!(ids(&["--embedded"]), ["un-sc", "ofac-sdn", "ofac-cmic"]);
    let screening = json(&run(&["screen", "Benazir Ahmad", "--json", "--pack", &pack, "--embedded"]));
    assert_eq!(screening["hits"][0]["id"], "33952");
    assert_eq!(screening["examined"], 27 + inspected["lists"][0]["designations"].as_u64().unwrap());
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let place = Place::new("same");
    let [a, b] = ["a.pack", "b.pack"].map(|name| place.at(name));
    compile(&[UN, OFAC[0], OFAC[1], OFAC[2]], &[], &a);
    compile(&[UN, OFAC[2], OFAC[0], OFAC[1]], &[], &b);
    assert!(fs::read(a).unwrap() == fs::read(b).unwrap(), "whatever the order of a family's files");
}

#[test]
fn an_edition_without_a_date_is_given_one_and_ages() {
    let place = Place::new("dated");
    let [undated, dated] = ["undated.pack", "dated.pack"].map(|name| place.at(name));
    compile(&OFAC, &[], &undated);
    compile(&OFAC, &["--issued", "2023-12-28"], &dated);
    let issued = |pack: &str| json(&run(&["inspect", pack, "--json"]))["lists"][0].clone();
    assert_eq!(issued(&undated)["issued"], Value::Null);
    assert_eq!(issued(&dated)["issued"], "2023-12-28");
    assert!(issued(&dated)["scope"].as_str().unwrap().contains("given by the person"));

    let reasons = |pack: &str, more: &[&str]| {
        let name = "Quibble Zorrofax";
        json(&run(&[&["screen", name, "--json", "--pack", pack], more].concat()))["reasons"].to_string()
    };
    assert_eq!(reasons(&dated, &[]), "[]", "off unless it is asked for");
    for pack in [&dated, &undated] {
        assert_eq!(reasons(pack, &["--max-age", "30"]), r#"[{"code":"out-of-date","value":"ofac-sdn"}]"#);
    }
    assert_eq!(reasons(&dated, &["--max-age", "40000"]), "[]");
    let text = out(&run(&["screen", "Quibble Zorrofax", "--pack", &dated, "--max-age", "30"]));
    assert!(text.contains("NOT SCREENED") && text.contains("out of date"), "{text}");
    // The embedded lists are one dated action and do not age; a hit is shown however old its list is.
    let embedded = json(&run(&["screen", "Quibble Zorrofax", "--json", "--max-age", "0"]));
    assert_eq!(embedded["status"], "screened");
    let future = run(&["compile", OFAC[0], "--issued", "2099-01-01", "-o", &place.at("x.pack")]);
    assert!(err(&future).contains("lies in the future"), "{}", err(&future));
}

#[test]
fn a_difference_names_who_was_added_removed_and_changed() {
    let place = Place::new("difference");
    let header = "id,name,type,note\n";
    let old =
        place.file("old.csv", format!("{header}1,Anna Alpha,person,\n2,Berta Beta,person,\n3,Carla Gamma,person,\n"));
    let folder = place.at("new");
    fs::create_dir_all(&folder).unwrap();
    let new = place.file(
        "new/old.csv",
        format!("{header}1,Anna Alpha,person,\n3,Carla Gamma,person,seen\n4,Dora Delta,person,\n"),
    );
    let diff = json(&run(&["diff", &old, &new, "--json"]));
    let ids =
        |key: &str| diff[key].as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!((ids("added"), ids("removed"), ids("changed")), (vec!["4"], vec!["2"], vec!["3"]));
    assert_eq!(diff["changed"][0]["fields"].to_string(), r#"["facts"]"#);
    let text = out(&run(&["diff", &old, &new]));
    assert!(text.starts_with("1 added, 1 removed, 1 changed\n") && text.contains("+ own-old 4  Dora Delta"), "{text}");

    // A pack and the file that it was made of are the same lists.
    let pack = place.at("old.pack");
    compile(&[&old], &[], &pack);
    assert!(out(&run(&["diff", &old, &pack])).starts_with("0 added, 0 removed, 0 changed"));
    let apart = run(&["diff", UN, &pack]);
    assert!(err(&apart).contains("the list un-sc is not in") && err(&apart).contains("the list own-old is not in"));
}

#[test]
fn warnings_are_printed_and_set_the_exit_status_unless_their_number_is_named() {
    let place = Place::new("warnings");
    // A programme that no table knows.
    let xml = fs::read_to_string("tests/fixtures/lists/un/consolidated.xml").unwrap();
    let file = place.file(
        "un.xml",
        xml.replacen("<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>", "<UN_LIST_TYPE>Atlantis</UN_LIST_TYPE>", 1),
    );
    let pack = place.at("un.pack");
    let refused = run(&["compile", &file, "-o", &pack]);
    assert_eq!(refused.status.code(), Some(1));
    let told: Vec<String> =
        err(&refused).lines().filter(|line| line.starts_with("warning: ")).map(str::to_owned).collect();
    assert!(told.iter().any(|line| line.contains("`Atlantis`")), "{told:?}");
    let number = told.len().to_string();
    assert!(err(&refused).contains(&format!("--accept-warnings {number}")));
    assert_eq!(run(&["compile", &file, "-o", &pack, "--accept-warnings", &number]).status.code(), Some(0));
    assert_eq!(run(&["compile", &file, "-o", &pack, "--accept-warnings", "99"]).status.code(), Some(1));
    let warnings = json(&run(&["inspect", &pack, "--json"]))["warnings"].clone();
    assert_eq!(warnings.as_array().unwrap().len(), told.len(), "{warnings}");
}

#[test]
fn what_is_refused_is_said_and_nothing_is_overwritten() {
    let place = Place::new("refused");
    let says = |arguments: &[&str]| {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        err(&output)
    };
    let pack = place.at("x.pack");
    let html = place.file("list.xml", "<!DOCTYPE html><html><head><title>403 Forbidden</title></head></html>");
    assert!(says(&["compile", &html, "-o", &pack]).contains("is a web page and not a list (`403 Forbidden`)"));
    let xml = fs::read_to_string(UN).unwrap();
    let cut = place.file("cut.xml", &xml[..xml.len() - 2000]);
    assert!(says(&["compile", &cut, "-o", &pack]).contains("cut off"), "{}", says(&["compile", &cut, "-o", &pack]));
    assert!(
        says(&["compile", UN, "--list", "ofac-sdn", "-o", &pack]).contains("hold no list `ofac-sdn`; they hold un-sc")
    );
    assert!(says(&["compile", UN, UN, "-o", &pack]).contains("there twice"));
    assert!(!PathBuf::from(&pack).exists(), "no pack of a refused file");

    let own = place.file("own.csv", "name\nAnna Alpha\n");
    assert!(says(&["compile", &own, "-o", &own]).contains("it is one of the files to be read"));
    assert_eq!(fs::read_to_string(&own).unwrap(), "name\nAnna Alpha\n");
    fs::create_dir_all(place.at("folder")).unwrap();
    assert!(says(&["compile", &own, "-o", &place.at("folder")]).contains("cannot be written"));
    assert!(!PathBuf::from(place.at("folder.part")).exists(), "what was begun is taken away");
    assert!(says(&["screen", "Anna", "--pack", &own]).contains("not a Namesieve pack"));
    assert!(says(&["inspect", &own]).contains("not a Namesieve pack"));
}

#[test]
fn what_a_list_holds_does_not_command_the_terminal() {
    let place = Place::new("terminal");
    let own = place.file("own.csv", "name,type\n\"Zorro \u{1b}[2J\u{202e}Redman\",person\n");
    let pack = place.at("own.pack");
    compile(&[&own], &[], &pack);
    let text = out(&run(&["screen", "Zorro Redman", "--pack", &pack]));
    assert!(text.contains("Zorro") && !text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text:?}");
}

#[test]
fn the_same_party_on_two_lists_is_known_as_one() {
    let place = Place::new("party");
    let row = |day: &str| format!("name,type,birth date\nMohammed Ali Hassan,person,{day}\n");
    let [a, b, c] = [("a", "1970-01-02"), ("b", "1970-01-02"), ("c", "1990-03-04")].map(|(name, day)| {
        let (file, pack) = (place.file(&format!("{name}.csv"), row(day)), place.at(&format!("{name}.pack")));
        compile(&[&file], &[], &pack);
        pack
    });
    let screening = json(&run(&["screen", "Mohammed Ali Hassan", "--json", "--pack", &a, "--pack", &b, "--pack", &c]));
    let parties: Vec<u64> =
        screening["hits"].as_array().unwrap().iter().map(|hit| hit["party"].as_u64().unwrap()).collect();
    assert_eq!(parties, [0, 0, 2]);
}
