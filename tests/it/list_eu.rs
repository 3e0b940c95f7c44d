//! The EU's list: excerpts, the whole list of 1 May 2026, and files that are refused.

mod csv;

use crate::rules::broken_rules;
use namesieve::designation::{Designation, NameKind, NameQuality, SubjectKind};
use namesieve::list::{Input, Parsed, Refusal, read};
use std::collections::BTreeMap;
use std::fs::File;

const XML: &str = include_str!("../fixtures/lists/eu/xmlFullSanctionsList_1_1.xml");

fn list(name: &str, text: &str) -> Result<Parsed, Refusal> {
    let mut files = read(vec![Input::new(name, text.as_bytes())])?;
    assert_eq!(files.len(), 1);
    let mut file = files.remove(0);
    assert_eq!((file.lists.len(), file.sources.len()), (1, 1));
    assert_eq!(file.sources[0].bytes, text.len() as u64);
    Ok(file.lists.remove(0))
}

fn refused(text: &str) -> String {
    list("eu.xml", text).expect_err("read all the same").to_string()
}

fn entry<'a>(list: &'a Parsed, id: &str) -> &'a Designation {
    list.designations.iter().find(|entry| entry.id == id).unwrap_or_else(|| panic!("no entry {id}"))
}

fn facts<'a>(entry: &'a Designation, label: &str) -> Vec<&'a str> {
    entry.facts.iter().filter(|fact| fact.label == label).map(|fact| fact.value.as_str()).collect()
}

/// `published = first/last` of every birth.
fn births(entry: &Designation) -> Vec<String> {
    let words = |birth: &namesieve::date::PartialDate| match birth.interval {
        Some((first, last)) => format!("{} = {first}/{last}", birth.published),
        None => format!("{} = none", birth.published),
    };
    entry.births.iter().map(words).collect()
}

/// The births without an interval.
fn undated(list: &Parsed) -> Vec<&str> {
    let births = list.designations.iter().flat_map(|entry| &entry.births);
    births.filter(|birth| birth.interval.is_none()).map(|birth| birth.published.as_str()).collect()
}

#[test]
fn the_excerpt_of_the_xml_is_read_whole() {
    let list = list("eu.xml", XML).unwrap();
    assert_eq!(list.publication.list, "eu-fsf");
    assert_eq!(list.publication.authority, "EU");
    assert_eq!(list.publication.issued.unwrap().to_string(), "2026-05-01");
    assert_eq!(list.publication.scope, "The whole list.");
    assert_eq!(list.designations.len(), XML.matches("<sanctionEntity ").count());
    assert_eq!(list.warnings, []);
    assert_eq!(undated(&list), ["1343 (Islamic calendar)"]);
    assert!(list.designations.iter().all(|entry| entry.measures == ["eu-asset-freeze"]));
}

#[test]
fn a_person_has_names_birth_citizenship_and_acts() {
    let list = list("eu.xml", XML).unwrap();
    let entry = entry(&list, "EU.1001.60");
    assert_eq!(entry.kind, SubjectKind::Individual);
    assert_eq!(entry.primary_name(), "Yasin Mahmud Mochtar");
    assert_eq!(entry.names.len(), 11);
    assert!(entry.names[1..].iter().all(|name| name.kind == NameKind::Alias && name.quality == NameQuality::Strong));
    assert_eq!(entry.names[0].uid.as_deref(), Some("2319"));
    assert_eq!(entry.gender.as_deref(), Some("M"));
    assert_eq!(entry.programmes, ["TAQA"]);
    assert_eq!(entry.citizenships, ["INDONESIA"]);
    assert_eq!(births(entry), ["1962-09-03 = 1962-09-03/1962-09-03"]);
    assert_eq!(entry.birth_places, ["Makassar, INDONESIA"]);
    assert_eq!(
        facts(entry, "Legal act"),
        ["2019/555 (OJ L97), amendment (commission), published 2019-04-08, in force from 2019-04-09: \
          https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=OJ:L:2019:097:FULL&from=EN"]
    );
    assert_eq!(
        facts(entry, "Legal act of a part of the entry"),
        ["2015/64 (OJ L11), published 2015-01-16", "1607/2003 (OJ L229), published 2003-09-13"]
    );
}

#[test]
fn native_spellings_carry_the_script_of_their_letters() {
    let list = list("eu.xml", XML).unwrap();
    for (id, name, script) in [
        ("EU.10048.96", "بیژن نوباوه وطن", "Arabic"),
        ("EU.11156.64", "Владимир Алексеевич СОРОКИН", "Cyrillic"),
        ("EU.11494.66", "מאיר אטינגר", "Hebrew"),
        ("EU.11618.37", "송림", "Hangul"),
        ("EU.12559.85", "厦门林巴贺航空发动机股份有限公司", "Han"),
    ] {
        let found = entry(&list, id).names.iter().find(|one| one.name == name);
        assert_eq!(found.map(|name| &*name.script), Some(script), "{id}");
    }
    // The first name is the primary one whatever its script.
    assert_eq!(entry(&list, "EU.11494.66").primary_name(), "מאיר אטינגר");
    // Two spaces in the file are one.
    assert_eq!(entry(&list, "EU.11618.37").primary_name(), "Naya Liu");
}

#[test]
fn a_name_that_stands_twice_is_one_name() {
    let list = list("eu.xml", XML).unwrap();
    let entry = entry(&list, "EU.10156.76");
    let names: Vec<&str> = entry.names.iter().map(|name| name.name.as_str()).collect();
    assert_eq!(names, ["Marina Tauberová", "Marina TAUBER"]);
    assert_eq!(entry.gender.as_deref(), Some("F"));
    assert_eq!(
        entry.titles,
        [
            "Deputy leader of the ȘOR Party and a Member of the Parliament of the Republic of Moldova (since March 2019)."
        ]
    );
}

#[test]
fn births_mean_intervals() {
    let list = list("eu.xml", XML).unwrap();
    for (id, expected) in [
        ("EU.10072.9", vec!["1976 = 1976-01-01/1976-12-31"]),
        ("EU.10432.72", vec!["circa 1958 = 1958-01-01/1958-12-31"]),
        ("EU.12872.57", vec!["1968-03 = 1968-03-01/1968-03-31"]),
        ("EU.10048.96", vec![]),
        ("EU.1010.96", vec!["1958-08-17 = 1958-08-17/1958-08-17", "1957-08-17 = 1957-08-17/1957-08-17"]),
        (
            "EU.3092.36",
            vec![
                "1982-04-19 (1402-06-24 in the Islamic calendar) = 1982-04-19/1982-04-19",
                "1982-04-18 = 1982-04-18/1982-04-18",
                "1982-04-19 = 1982-04-19/1982-04-19",
            ],
        ),
        (
            "EU.6131.26",
            vec!["1964 = 1964-01-01/1964-12-31", "1343 (Islamic calendar) = none", "1965 = 1965-01-01/1965-12-31"],
        ),
    ] {
        assert_eq!(births(entry(&list, id)), expected, "{id}");
    }
    assert_eq!(entry(&list, "EU.10048.96").birth_places, ["Tehran, IRAN (ISLAMIC REPUBLIC OF)"]);
    assert_eq!(
        entry(&list, "EU.11156.64").birth_places,
        ["Tsivilsky district, Opytny, Chuvash ASSR, RUSSIAN FEDERATION"]
    );
    let range = XML.replace(
        r#"year="1976" yearRangeFrom="" yearRangeTo="""#,
        r#"year="" yearRangeFrom="1976" yearRangeTo="1979""#,
    );
    let list = self::list("eu.xml", &range).unwrap();
    assert_eq!(births(entry(&list, "EU.10072.9")), ["1976 to 1979 = 1976-01-01/1979-12-31"]);
}

#[test]
fn numbers_addresses_and_references_come_along() {
    let list = list("eu.xml", XML).unwrap();
    let barkalla = entry(&list, "EU.12272.3");
    let numbers: Vec<_> = barkalla
        .identifiers
        .iter()
        .map(|one| (one.kind.as_str(), one.number.as_str(), one.country.as_deref()))
        .collect();
    assert_eq!(numbers, [("other", "21052659309", Some("SD")), ("passport", "P07834700", Some("SD"))]);
    assert_eq!(barkalla.cross_references[0].authority, "UN");
    assert_eq!(barkalla.cross_references[0].id, "SDi.005");
    assert_eq!(facts(barkalla, "Designation details"), ["UN designation"]);
    assert_eq!(facts(barkalla, "Remarks"), ["UNLI 08.11.2024"]);
    assert_eq!(barkalla.titles[0], "Major General");

    let asiri = entry(&list, "EU.3092.36");
    assert_eq!(asiri.identifiers.len(), 2);
    let limbach = entry(&list, "EU.12559.85");
    assert_eq!(limbach.addresses.len(), 2);
    assert_eq!(limbach.addresses[0].place.as_deref(), Some("Xiamen City, 361100"));
    assert_eq!(limbach.addresses[0].country.as_deref(), Some("CHINA"));
    // What an enterprise does is no title.
    assert_eq!((limbach.titles.len(), facts(limbach, "Function").len()), (0, 1));
    // An unknown country (00) is none, a dash is no number.
    assert_eq!(entry(&list, "EU.12872.57").identifiers[0].country, None);
    assert!(entry(&list, "EU.13421.68").identifiers.is_empty());
    assert_eq!(facts(entry(&list, "EU.11156.64"), "Citizenship: region"), ["Chuvash ASSR"]);
}

#[test]
fn a_ship_is_a_vessel_and_a_shipping_company_is_not() {
    let list = list("eu.xml", XML).unwrap();
    for (id, number, kind) in [
        ("EU.9442.82", "8514306", SubjectKind::Vessel),
        ("EU.9443.81", "9036387", SubjectKind::Vessel),
        ("EU.13104.3", "6477894", SubjectKind::Entity),
        ("EU.13103.4", "6378969", SubjectKind::Entity),
    ] {
        let entry = entry(&list, id);
        assert_eq!(entry.kind, kind, "{id}");
        assert!(entry.identifiers.iter().any(|one| one.kind == "IMO number" && one.number == number), "{id}");
    }
    // A ship's number with a wrong check digit does not make a ship.
    let wrong = self::list("eu.xml", &XML.replace("9036387", "9036388")).unwrap();
    assert_eq!(entry(&wrong, "EU.9443.81").kind, SubjectKind::Entity);
}

#[test]
fn what_the_format_may_bring_is_kept_or_said() {
    // A weak name, another namespace, a field, an element and a type that are new.
    let passport = XML.lines().find(|line| line.contains("P07834700")).unwrap();
    let flagged = passport
        .replace(r#"knownExpired="""#, r#"knownExpired="true""#)
        .replace(r#"issuedBy="""#, r#"issuedBy="Khartoum" tint="green" validTo="2020-01-02""#);
    let text = XML
        .replace(passport, &flagged)
        .replace(r#"wholeName="Mahmud" function="" gender="" title="" nameLanguage="" strong="true""#, r#"wholeName="Mahmud" strong="false""#)
        .replace("http://eu.europa.ec/fpi/fsd/export", "urn:another")
        .replace(r#"code="person" classificationCode="P""#, r#"code="robot" classificationCode="R""#)
        .replace("</export>", r#"<sanctionEntity logicalId="7"><nameAlias lastName="B" firstName="A"/><novelty shape="round">new</novelty></sanctionEntity></export>"#);
    let list = list("eu.xml", &text).unwrap();
    let weak: Vec<&str> = entry(&list, "EU.1001.60")
        .names
        .iter()
        .filter(|name| name.quality == NameQuality::Weak)
        .map(|name| name.name.as_str())
        .collect();
    assert_eq!(weak, ["Mahmud"]);
    let barkalla = entry(&list, "EU.12272.3");
    assert_eq!(facts(barkalla, "passport P07834700: known expired"), ["true"]);
    assert_eq!(facts(barkalla, "passport P07834700: issued by"), ["Khartoum"]);
    assert_eq!(facts(barkalla, "passport P07834700: tint"), ["green"]);
    assert_eq!(barkalla.identifiers[1].expires.as_deref(), Some("2020-01-02"));
    let last = entry(&list, "7");
    assert_eq!(last.primary_name(), "A B");
    assert_eq!((facts(last, "Novelty"), facts(last, "Novelty: shape")), (vec!["new"], vec!["round"]));
    let said: Vec<&str> = list.warnings.iter().map(|warning| warning.what.as_str()).collect();
    assert!(
        said.iter().any(|what| what.contains("of a kind that Namesieve does not know, for example `robot`")),
        "{said:?}"
    );
    assert!(said.contains(&"1 entry has no EU reference number (`7`); it is called by the logical id"), "{said:?}");
}

#[test]
fn an_xml_that_was_cut_off_is_refused_wherever_it_was_cut() {
    let mut cut = XML.len() - "</export>\n".len();
    while cut > 4001 {
        while !XML.is_char_boundary(cut) {
            cut -= 1;
        }
        let said = refused(&XML[..cut]);
        assert!(
            said.starts_with("eu.xml ends in the middle (") && said.ends_with("it was cut off; fetch it again"),
            "{said}"
        );
        cut -= 3001;
    }
}

#[test]
fn other_files_are_refused() {
    let (head, _) = XML.split_once("  <sanctionEntity").unwrap();
    assert_eq!(
        refused(&format!("{head}</export>")),
        "eu.xml has the form of the EU's list of financial sanctions but holds no record; fetch it again"
    );
    let twice = XML.replace("EU.9443.81", "EU.9442.82");
    assert!(
        refused(&twice).starts_with("eu.xml, entry EU.9442.82: its reference number stands in the list twice;"),
        "{}",
        refused(&twice)
    );
    let nameless = XML.replace(r#"wholeName="Unica""#, r#"wholeName="…""#);
    assert!(refused(&nameless).starts_with("eu.xml, entry EU.9442.82: it has no name;"));
    let unnumbered = XML.replace(r#"euReferenceNumber="EU.1001.60" logicalId="1069""#, "");
    assert!(refused(&unnumbered).starts_with("eu.xml, entry number 1: it has neither a reference number nor"));
    assert_eq!(
        refused("<!DOCTYPE html><html><head><title>403 Forbidden</title></head></html>"),
        "eu.xml is a web page and not a list (`403 Forbidden`); open the publisher's site and fetch the list itself"
    );
    let deep = XML.replace("</sanctionEntity>", &("<a>".repeat(100) + &"</a>".repeat(100) + "</sanctionEntity>"));
    assert!(refused(&deep).contains("elements nested more than 64 deep"));
}

#[test]
fn letters_that_turn_the_direction_are_kept() {
    let text = XML.replace("Abu Seta", "Abu \u{202e}Seta\u{202c}");
    let list = list("eu.xml", &text).unwrap();
    assert!(entry(&list, "EU.1001.60").names.iter().any(|name| name.name == "Abu \u{202e}Seta\u{202c}"));
}

/// The numbers were counted with Python's `xml.etree.ElementTree`: names by their distinct whole names (white space
/// collapsed) within an entry, the others by distinct values within an entry, unknown countries (00) and dashes left out.
#[test]
fn the_whole_list_is_read() {
    let Some(path) =
        crate::shared::file("the_whole_list_is_read", "lists/eu-fsf/2026-05-rebuilt/xmlFullSanctionsList_1_1.xml")
    else {
        return;
    };
    let mut files = read(vec![Input::new("eu.xml", File::open(path).unwrap())]).unwrap();
    let file = files.remove(0);
    assert_eq!((file.sources[0].records, file.sources[0].bytes), (5860, 22_991_309));
    let list = &file.lists[0];
    let mut sums: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &list.designations {
        for (what, count) in [
            ("persons", usize::from(entry.kind == SubjectKind::Individual)),
            ("vessels", usize::from(entry.kind == SubjectKind::Vessel)),
            ("names", entry.names.len()),
            ("weak", entry.names.iter().filter(|name| name.quality == NameQuality::Weak).count()),
            ("births", entry.births.len()),
            ("circa", entry.births.iter().filter(|birth| birth.published.starts_with("circa ")).count()),
            ("places", entry.birth_places.len()),
            ("citizenships", entry.citizenships.len()),
            ("genders", usize::from(entry.gender.is_some())),
            ("numbers", entry.identifiers.len()),
            ("imo", entry.identifiers.iter().filter(|one| one.kind == "IMO number").count()),
            ("addresses", entry.addresses.len()),
            ("un", entry.cross_references.len()),
            ("programmes", entry.programmes.len()),
            ("acts", facts(entry, "Legal act").len()),
            ("remarks", facts(entry, "Remarks").len()),
            ("details", facts(entry, "Designation details").len()),
        ] {
            *sums.entry(what).or_default() += count;
        }
    }
    let expected = BTreeMap::from([
        ("persons", 4341),
        ("vessels", 2),
        // 29,494 names, and 7 pieces of three that hold several, divided by semicolons.
        ("names", 29_501),
        ("weak", 0),
        ("births", 3961),
        ("circa", 135),
        ("places", 2458),
        ("citizenships", 2616),
        ("genders", 3773),
        ("numbers", 2428),
        ("imo", 25),
        ("addresses", 2290),
        ("un", 88),
        ("programmes", 5860),
        ("acts", 5860),
        ("remarks", 687),
        ("details", 435),
    ]);
    assert_eq!(sums, expected);
    // The four years of the Islamic calendar, each beside the Gregorian ones of the same birth.
    assert_eq!(list.warnings, []);
    let undated = undated(list);
    assert!(undated.len() == 4 && undated.iter().all(|words| words.ends_with(" (Islamic calendar)")), "{undated:?}");
    let broken = broken_rules(&[], &[], &list.designations);
    let other: Vec<_> =
        broken.iter().filter(|rule| !rule.what.starts_with("programme") && !rule.what.starts_with("measure")).collect();
    assert!(other.is_empty(), "{other:?}");
}
