//! The embedded designations: their own rules, and the facts that they were taken from.

use crate::shared;
use namesieve::designation::{NameQuality, SubjectKind};
use namesieve::pack::{self, List, PackError};
use namesieve::{EMBEDDED, Screener, Settings};
use serde_json::Value;
use std::collections::BTreeMap;

fn lists() -> Vec<List> {
    pack::open(EMBEDDED).unwrap().iter().map(|open| open.list()).collect()
}

#[test]
fn the_action_is_whole_and_obeys_the_rules_of_every_list() {
    let lists = lists();
    let ids: Vec<&str> = lists.iter().map(|list| list.publication.list.as_str()).collect();
    assert_eq!(ids, ["ofac-sdn", "ofac-cmic"]);
    for list in &lists {
        assert_eq!(list.check(), Ok(()));
        assert_eq!(list.publication.issued.unwrap().to_string(), "2021-12-10");
        assert!(!list.publication.complete, "an action is not a whole list and must not be shown as one");
    }
    let sdn = &lists[0].designations;
    let of_the_day = |kind| {
        let listed =
            sdn.iter().filter(|d| d.kind == kind && d.listed.is_some_and(|day| day.to_string() == "2021-12-10"));
        listed.count()
    };
    assert_eq!((of_the_day(SubjectKind::Individual), of_the_day(SubjectKind::Entity)), (15, 10));
    assert_eq!(sdn.len(), 26, "and the Xinjiang Public Security Bureau, listed earlier");
    let cmic: Vec<&str> = lists[1].designations.iter().map(|d| d.primary_name()).collect();
    assert_eq!(cmic, ["SENSETIME GROUP LIMITED"]);
}

#[test]
fn a_broken_rule_is_found_and_named() {
    let whole = lists().remove(0);
    let broken = |change: &dyn Fn(&mut List)| {
        let mut list = whole.clone();
        change(&mut list);
        match pack::write(&[list]) {
            Err(PackError::Rules { broken, .. }) => broken[0].to_string(),
            other => panic!("such a list must not be packed: {other:?}"),
        }
    };
    assert_eq!(
        broken(&|list| list.designations[1].id = "30184".into()),
        "designation 30184: its id stands in the list twice"
    );
    assert_eq!(
        broken(&|list| list.designations[0].programmes[0] = "NEW".into()),
        "designation 30184: programme `NEW` is not in the programme table"
    );
    assert_eq!(
        broken(&|list| list.designations[1].links[0].to = "1".into()),
        "designation 31042: its link to `1` leads nowhere"
    );
    assert_eq!(broken(&|list| list.designations[0].names.clear()), "designation 30184: it has no name");
    assert_eq!(
        broken(&|list| list.designations[0].measures[0] = "new".into()),
        "designation 30184: measure `new` is not in the table of measures"
    );
    assert_eq!(broken(&|list| list.designations[0].measures.clear()), "designation 30184: no measure applies to it");
}

#[test]
fn sensetime_is_restricted_and_nothing_of_it_says_blocked() {
    let screener = Screener::embedded().unwrap();
    for query in
        ["SenseTime Group Limited", "Shenzhen Sensetime Technology Co. Ltd.", "Shenzen Sensetime Technology Co. Ltd."]
    {
        let screening = screener.screen(query, Settings::default());
        let json = serde_json::to_string(&screening).unwrap()
            + &serde_json::to_string(&screener.designation("ofac-cmic", "33114")).unwrap();
        assert!(!json.to_lowercase().contains("blocked"), "{query}: {json}");
        let [hit] = &screening.hits[..] else { panic!("{query}: one potential match") };
        let measure = serde_json::to_value(&hit.measures[0]).unwrap();
        assert_eq!(measure["kind"], "investment-restriction");
        assert_eq!(measure["authority"], "E.O. 13959 as amended by E.O. 14032");
        assert_eq!(
            (&measure["listed"], &measure["effective"], &measure["divestBy"]),
            (&"2021-12-10".into(), &"2022-02-08".into(), &"2022-12-10".into())
        );
        assert!(measure["rule"].as_str().unwrap().contains("FAQ 857"), "the rule on subsidiaries");
    }
}

#[test]
fn what_is_not_on_the_list_is_kept_apart_with_its_source() {
    let screener = Screener::embedded().unwrap();
    let context = |list, id| serde_json::to_value(screener.designation(list, id).unwrap().context).unwrap();
    let says = |context: &Value, words: &str, source: &str| {
        let found = context.as_array().unwrap().iter().any(|c| {
            c["text"].as_str().unwrap().contains(words) && c["source"]["title"].as_str().unwrap().contains(source)
        });
        assert!(found, "{words} / {source}: {context}");
    };
    for id in ["34079", "34119", "33952"] {
        says(&context("ofac-sdn", id), "7031(c)", "Department of State");
    }
    for id in ["30184", "33936"] {
        says(&context("ofac-sdn", id), "22 March 2021", "2021/478");
    }
    says(&context("ofac-sdn", "34079"), "2018 to 2021", "Treasury");
    says(&context("ofac-sdn", "34119"), "since 2008", "Treasury");
    says(&context("ofac-cmic", "33114"), "Shenzhen Sensetime Technology Co. Ltd.", "Treasury");
}

/// Every fact of the collected file, field by field, in both directions: nothing is missing and nothing was added.
#[test]
fn the_embedded_facts_are_those_of_the_collected_file() {
    let Some(path) = shared::file("the_embedded_facts_are_those_of_the_collected_file", "facts/ofac-2021-12-10.json")
    else {
        return;
    };
    let facts: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let records = |key: &str| facts[key].as_array().unwrap().clone();
    let collected: BTreeMap<(String, String), Value> = records("sdn")
        .into_iter()
        .chain(records("linked_earlier"))
        .map(|record| ("ofac-sdn", record))
        .chain(records("ns_cmic").into_iter().map(|record| ("ofac-cmic", record)))
        .map(|(list, record)| ((list.to_owned(), record["uid"].to_string()), record))
        .collect();
    let screener = Screener::embedded().unwrap();
    let mut compared = 0;
    for list in lists() {
        for designation in &list.designations {
            let key = (list.publication.list.clone(), designation.id.clone());
            let record = collected.get(&key).unwrap_or_else(|| panic!("{key:?} is not among the collected facts"));
            for birth in &designation.births {
                assert!(birth.interval.is_some(), "{key:?}: {}", birth.published);
            }
            let detail = serde_json::to_value(screener.designation(&key.0, &key.1)).unwrap();
            compare(&key.1, record, &detail);
            let aliases = record["aliases"].as_array().unwrap();
            let weak = designation.names.iter().filter(|name| name.quality == NameQuality::Weak).count();
            assert_eq!(weak, aliases.iter().filter(|alias| alias["quality"] == "weak").count(), "{key:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, collected.len());
}

fn compare(id: &str, record: &Value, detail: &Value) {
    let array = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let texts = |value: &Value| array(value).iter().map(|v| v.as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let same = |what: &str, theirs: Vec<String>, ours: Vec<String>| assert_eq!(ours, theirs, "{id}: {what}");

    let written =
        |name: &Value, quality: &Value, uid: &Value| format!("{} / {quality} / {uid}", name.as_str().unwrap());
    let uid = |value: &Value| value.as_u64().map_or(Value::Null, |uid| uid.to_string().into());
    let mut theirs = vec![written(&record["primary_name"], &"strong".into(), &Value::Null)];
    theirs.extend(array(&record["aliases"]).iter().map(|a| written(&a["name"], &a["quality"], &uid(&a["uid"]))));
    theirs.extend(
        array(&record["names_native_script"]).iter().map(|n| written(&n["name"], &"strong".into(), &Value::Null)),
    );
    same(
        "names",
        theirs,
        array(&detail["names"]).iter().map(|n| written(&n["name"], &n["quality"], &n["uid"])).collect(),
    );

    same("programmes", texts(&record["programs"]), texts(&detail["programmes"]));
    same(
        "births",
        array(&record["dates_of_birth"]).iter().map(|b| b["as_published"].as_str().unwrap().into()).collect(),
        array(&detail["births"]).iter().map(|b| b["published"].as_str().unwrap().into()).collect(),
    );
    for (theirs, ours) in [
        ("places_of_birth", "birthPlaces"),
        ("nationalities", "nationalities"),
        ("citizenships", "citizenships"),
        ("additional_sanctions_information", "legalNotes"),
    ] {
        same(ours, texts(&record[theirs]), texts(&detail[ours]));
    }
    same("gender", vec![record["gender"].to_string()], vec![detail["gender"].to_string()]);
    same("titles", record["title"].as_str().map(str::to_owned).into_iter().collect(), texts(&detail["titles"]));
    let fields = |value: &Value, keys: [&str; 5]| {
        keys.map(|key| if key.is_empty() { Value::Null } else { value[key].clone() }).map(|v| v.to_string()).join(" | ")
    };
    same(
        "identifiers",
        array(&record["id_numbers"])
            .iter()
            .map(|i| fields(i, ["type", "number", "country", "issued", "expires"]))
            .collect(),
        array(&detail["identifiers"])
            .iter()
            .map(|i| fields(i, ["kind", "number", "country", "issued", "expires"]))
            .collect(),
    );
    same(
        "links",
        array(&record["linked_to"]).iter().map(|l| format!("{} {}", l["uid"], l["name"])).collect(),
        array(&detail["links"])
            .iter()
            .filter(|l| l["direction"] == "to")
            .map(|l| format!("{} {}", l["id"].as_str().unwrap(), l["name"]))
            .collect(),
    );

    let address = |a: &Value| match a.get("address1") {
        None => [a["address"].clone(), a["city_state_postal"].clone(), a["country"].clone()],
        Some(_) => {
            let join = |keys: &[&str]| keys.iter().map(|k| a[*k].as_str().unwrap()).collect::<Vec<_>>().join(", ");
            [
                join(&["address1", "address2", "address3"]).into(),
                join(&["city", "state_or_province"]).into(),
                a["country"].clone(),
            ]
        }
    };
    same(
        "addresses",
        array(&record["addresses"]).iter().map(|a| format!("{:?} {}", address(a), uid(&a["uid"]))).collect(),
        array(&detail["addresses"])
            .iter()
            .map(|a| format!("{:?} {}", [&a["street"], &a["place"], &a["country"]].map(Clone::clone), a["uid"]))
            .collect(),
    );

    let facts = [
        ("organization_type", "Organization type"),
        ("target_type", "Target type"),
        ("organization_established_date", "Organization established"),
    ];
    let theirs = facts.iter().filter_map(|(key, label)| record[*key].as_str().map(|value| format!("{label}: {value}")));
    same(
        "facts",
        theirs.collect(),
        array(&detail["facts"])
            .iter()
            .map(|f| format!("{}: {}", f["label"].as_str().unwrap(), f["value"].as_str().unwrap()))
            .collect(),
    );

    if let Some(day) = record["designation_date"].as_str() {
        assert_eq!(detail["listed"], day, "{id}");
    }
    for (theirs, ours) in [
        ("listing_date_cmic", "listed"),
        ("effective_date_cmic", "effective"),
        ("purchase_sales_for_divestment_date_cmic", "divestBy"),
    ] {
        if let Some(day) = record[theirs].as_str() {
            assert_eq!(detail["measures"][0][ours], day, "{id}");
        }
    }
}
