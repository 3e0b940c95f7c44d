//! What a person adds to a name: it orders and labels what is found, and loses nothing.

use crate::shared;
use namesieve::designation::{Designation, NameQuality};
use namesieve::list::{self, Input};
use namesieve::report::{Hit, ReadAs, ReasonCode, Screening, Status};
use namesieve::{EMBEDDED, Fact, Facts, Screener, Settings, pack};
use std::collections::BTreeSet;
use std::fs::File;

fn facts(given: &[(Fact, &str)]) -> Facts {
    let mut facts = Facts::default();
    given.iter().for_each(|(fact, text)| facts.set(*fact, text).unwrap());
    facts
}

fn screen(name: &str, given: &[(Fact, &str)]) -> Screening {
    Screener::embedded().unwrap().screen_with(name, &facts(given), Settings::default())
}

/// What tells one hit from another, and its score.
fn found(screening: &Screening) -> BTreeSet<(&str, &str, u8)> {
    screening.hits.iter().map(|hit| (hit.list.as_str(), hit.id.as_str(), hit.score)).collect()
}

/// Facts that agree with some, differ from others and contradict many.
const ADDED: [&[(Fact, &str)]; 6] = [
    &[(Fact::Birth, "1963")],
    &[(Fact::Birth, "1999-12-31"), (Fact::Country, "Iceland"), (Fact::Nationality, "IS")],
    &[(Fact::Kind, "aircraft")],
    &[(Fact::Kind, "individual"), (Fact::Gender, "female"), (Fact::Birth, "1850")],
    &[(Fact::Identifier, "X0000000X")],
    &[(Fact::Identifier, "IMO 9074728"), (Fact::Country, "North Korea")],
];

/// Found with a name alone is found with the name and any facts, at the same score.
fn nothing_is_lost(screener: &Screener, names: &[String]) {
    for name in names {
        let alone = screener.screen(name, Settings::default());
        for given in ADDED {
            let with = screener.screen_with(name, &facts(given), Settings::default());
            assert_eq!(found(&with), found(&alone), "{name} with {given:?}");
            assert_eq!(with.weak_only, alone.weak_only, "{name} with {given:?}");
            assert!(with.hits.iter().all(|hit| hit.facts.len() == given.len()), "{name} with {given:?}");
            let contradicted: Vec<bool> = with.hits.iter().map(|hit| hit.contradicted).collect();
            assert!(contradicted.is_sorted(), "{name} with {given:?}: those that are contradicted stand last");
            for (part, hits) in [(false, &with.hits), (true, &with.hits)] {
                let scores: Vec<u8> = hits.iter().filter(|hit| hit.contradicted == part).map(|hit| hit.score).collect();
                assert!(scores.is_sorted_by(|a, b| a >= b), "{name} with {given:?}: {scores:?}");
            }
        }
    }
}

#[test]
fn facts_lose_no_hit_of_the_embedded_lists() {
    let screener = Screener::embedded().unwrap();
    let mut names = Vec::new();
    for designation in pack::open(EMBEDDED).unwrap().iter().flat_map(|open| open.list().designations) {
        names.extend(designation.names.iter().map(|name| name.name.clone()));
    }
    names.sort();
    names = names.into_iter().step_by(3).collect();
    names.extend(["Zakir", "Khan", "KA PA SA", "Mohamad Alam", "7-28", "B00002095", "IMO 9074729"].map(str::to_owned));
    assert!(names.len() > 20, "{}", names.len());
    nothing_is_lost(&screener, &names);
}

#[test]
fn facts_lose_no_hit_of_a_whole_list() {
    const TEST: &str = "facts_lose_no_hit_of_a_whole_list";
    let Some(file) = shared::file(TEST, "lists/un-sc/2026-02-27/consolidated.xml") else { return };
    let input = Input::new("consolidated.xml", File::open(file).unwrap());
    let read = list::read(vec![input]).unwrap().remove(0);
    let bytes = pack::write(&list::compile(read).unwrap()).unwrap();
    let screener = Screener::open([bytes.as_slice()]).unwrap();
    let all: Vec<Designation> = pack::open(&bytes).unwrap()[0].designations().collect();
    let strong = |designation: &Designation| {
        let mut names = designation.names.iter().filter(|name| name.quality == NameQuality::Strong);
        names.next().map(|name| name.name.clone())
    };
    // One name in so many keeps the test within seconds.
    let names: Vec<String> = all.iter().step_by(100).filter_map(strong).collect();
    assert!(names.len() > 8, "{}", names.len());
    nothing_is_lost(&screener, &names);
    // A listed number finds its own party, whatever name it comes with.
    let mut numbers = 0;
    for designation in all.iter().step_by(15) {
        for listed in &designation.identifiers {
            let Ok(given) = Facts::default().with(Fact::Identifier, &listed.number) else { continue };
            let screening = screener.screen_with("Otto Warmbier", &given, Settings::default());
            let hit = screening.hits.iter().find(|hit| hit.id == designation.id);
            let hit = hit.unwrap_or_else(|| panic!("{} {} {:?}", designation.id, listed.kind, listed.number));
            assert!(hit.identifier.is_some());
            numbers += 1;
        }
    }
    assert!(numbers > 15, "{numbers}");
}

#[test]
fn facts_tell_people_of_one_name_apart() {
    let own = b"id,name,birth date,nationality,type\n\
        old,Hassan Mohammadi,1950-01-01,Syria,person\n\
        right,Hassan Mohammadi,1975-03-02,Iran,person\n\
        bare,Hassan Mohammadi,,,person\n\
        company,Hassan Mohammadi,,,entity\n";
    let screener = own_list(own);
    let order = |given: &[(Fact, &str)]| -> Vec<String> {
        let screening = screener.screen_with("Hassan Mohammadi", &facts(given), Settings::default());
        let mark = |hit: &Hit| format!("{}{}", hit.id, if hit.contradicted { " contradicted" } else { "" });
        screening.hits.iter().map(mark).collect()
    };
    assert_eq!(order(&[]), ["old", "right", "bare", "company"], "the order of the list");
    assert_eq!(order(&[(Fact::Birth, "02/03/1975")]), ["right", "bare", "company", "old"]);
    assert_eq!(
        order(&[(Fact::Birth, "1975"), (Fact::Nationality, "Iranian"), (Fact::Kind, "person")]),
        ["right", "bare", "old contradicted", "company contradicted"]
    );
}

/// A screener over a list of one's own.
fn own_list(csv: &'static [u8]) -> Screener {
    let input = Input::new("own.csv", std::io::Cursor::new(csv));
    let read = list::read(vec![input]).unwrap().remove(0);
    let bytes = pack::write(&list::compile(read).unwrap()).unwrap();
    Screener::open([bytes.as_slice()]).unwrap()
}

#[test]
fn a_number_outranks_names_and_says_so() {
    // The passport of Benazir Ahmed, beside the exact name of somebody else.
    let screening = screen("Erken Tuniyaz", &[(Fact::Identifier, "b-0000 2095")]);
    let told: Vec<_> = screening.hits.iter().map(|hit| (hit.name.as_str(), hit.identifier.is_some())).collect();
    assert_eq!(told[..2], [("AHMED, Benazir", true), ("TUNIYAZ, Erken", false)]);
    assert!(screening.hits[0].score < 70, "the score stays that of the names: {}", screening.hits[0].score);
    let points: i32 = screening.hits[0].explanation.iter().map(|part| part.points).sum();
    assert_eq!(100 + points, i32::from(screening.hits[0].score));
    assert_eq!(screening.query.read_as, ReadAs::Name);
}

#[test]
fn a_query_that_is_a_number_is_looked_for_among_numbers() {
    for query in ["B00002095", "Passport no. B 00002095", ""] {
        let given: &[(Fact, &str)] = if query.is_empty() { &[(Fact::Identifier, "B00002095")] } else { &[] };
        let screening = screen(query, given);
        assert_eq!((screening.query.read_as, screening.status), (ReadAs::Identifier, Status::Screened), "{query}");
        let hit = &screening.hits[0];
        let held = hit.identifier.as_ref().unwrap();
        assert_eq!((hit.name.as_str(), hit.score, held.number.as_str()), ("AHMED, Benazir", 100, "B00002095"));
        assert_eq!(hit.explanation, []);
    }
    let nowhere = screen("B00002096", &[]);
    assert_eq!((nowhere.query.read_as, nowhere.status, nowhere.hits.len()), (ReadAs::Identifier, Status::Screened, 0));
    assert_eq!(nowhere.examined, 27);
}

#[test]
fn a_mistyped_number_is_not_screened_and_loses_no_name() {
    let code = |screening: &Screening| screening.reasons.iter().map(|reason| reason.code).collect::<Vec<_>>();
    for (query, expected) in [
        ("IMO 9074728", Some(ReasonCode::MistypedNumber)),
        ("IMO 9074729", None),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", Some(ReasonCode::MistypedNumber)),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", None),
        ("DE89370400440532013001", Some(ReasonCode::MistypedNumber)),
        ("12345", Some(ReasonCode::NoLetters)),
        ("1963-10-01", Some(ReasonCode::NoLetters)),
    ] {
        assert_eq!(code(&screen(query, &[])), Vec::from_iter(expected), "{query}");
    }
    let with_name = screen("Benazir Ahmed", &[(Fact::Identifier, "IMO 9074728")]);
    assert_eq!(code(&with_name), [ReasonCode::MistypedNumber]);
    assert_eq!(with_name.hits[0].name, "AHMED, Benazir");
}

#[test]
fn a_listed_wallet_is_found_however_its_checksum_is() {
    // The first has one wrong capital letter on the list itself.
    let screener = own_list(
        b"id,name,identifiers\n1,First Wallet,0xDac17F958D2ee523a2206206994597C13D831ec7\n\
        2,Second Wallet,0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\n",
    );
    for (query, found) in [
        ("0xDac17F958D2ee523a2206206994597C13D831ec7", Some("1")),
        ("0xdAC17F958D2ee523a2206206994597C13D831ec7", Some("1")),
        ("0xDAC17F958D2EE523A2206206994597C13D831EC7", Some("1")),
        ("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", Some("2")),
        ("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAee", None),
    ] {
        let screening = screener.screen(query, Settings::default());
        assert_eq!(screening.hits.first().map(|hit| hit.id.as_str()), found, "{query}");
        let mistyped = screening.reasons.iter().any(|reason| reason.code == ReasonCode::MistypedNumber);
        assert_eq!(mistyped, found.is_none(), "{query}");
    }
}

#[test]
fn a_number_of_a_list_that_is_off_is_not_found() {
    let mut screener = Screener::embedded().unwrap();
    let hits = |screener: &Screener| screener.screen("B00002095", Settings::default()).hits.len();
    assert_eq!(hits(&screener), 1);
    assert!(screener.switch("ofac-sdn", false));
    assert_eq!(hits(&screener), 0);
}

#[test]
fn the_public_json_says_what_was_given_and_what_it_means() {
    let alone = serde_json::to_value(screen("Benazir Ahmed", &[])).unwrap();
    assert_eq!(alone["query"], serde_json::json!({"name": "Benazir Ahmed", "readAs": "name"}));
    assert_eq!(alone["hits"][0]["facts"], serde_json::json!([]));
    assert_eq!(alone["hits"][0]["contradicted"], false);
    let told =
        screen("Benazir Ahmed", &[(Fact::Birth, "1963"), (Fact::Country, "BD"), (Fact::Identifier, "IMO 9074729")]);
    let told = serde_json::to_value(told).unwrap();
    assert_eq!(
        told["query"],
        serde_json::json!({
            "name": "Benazir Ahmed",
            "readAs": "name",
            "number": {"number": "9074729", "form": "imo", "checksum": "valid"},
            "facts": {"birth": "1963", "country": "BD", "identifier": "IMO 9074729"},
        })
    );
    let effects: Vec<_> = told["hits"][0]["facts"].as_array().unwrap().iter().map(|f| f["effect"].clone()).collect();
    assert_eq!(effects, ["same-year", "same-nationality", "other-number"]);
}
