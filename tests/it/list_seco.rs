//! SECO's list: an excerpt, a list composed in its form, and files that are refused.

use crate::rules::broken_rules;
use namesieve::designation::{Designation, NameKind, NameQuality, SubjectKind};
use namesieve::list::{Input, Parsed, Refusal, read};

const TRIMMED: &str = include_str!("../fixtures/lists/seco/trimmed.xml");
const COMPOSED: &str = include_str!("../fixtures/lists/seco/composed.xml");

fn list(text: &str) -> Result<Parsed, Refusal> {
    let mut files = read(vec![Input::new("seco.xml", text.as_bytes())])?;
    assert_eq!(files.len(), 1);
    let mut file = files.remove(0);
    assert_eq!(file.lists.len(), 1);
    assert_eq!(file.sources[0].records, text.matches("<target ").count());
    Ok(file.lists.remove(0))
}

fn refused(text: &str) -> String {
    list(text).expect_err("read all the same").to_string()
}

fn target<'a>(list: &'a Parsed, id: &str) -> &'a Designation {
    list.designations.iter().find(|target| target.id == id).unwrap_or_else(|| panic!("no target {id}"))
}

fn facts<'a>(target: &'a Designation, label: &str) -> Vec<&'a str> {
    target.facts.iter().filter(|fact| fact.label == label).map(|fact| fact.value.as_str()).collect()
}

fn names(target: &Designation) -> Vec<(&str, NameKind, NameQuality, &str)> {
    target.names.iter().map(|name| (name.name.as_str(), name.kind, name.quality, &*name.script)).collect()
}

fn warnings(list: &Parsed) -> Vec<&str> {
    list.warnings.iter().map(|warning| warning.what.as_str()).collect()
}

#[test]
fn the_excerpt_is_read_and_its_de_listed_target_is_left_out() {
    let list = list(TRIMMED).unwrap();
    assert_eq!(list.publication.list, "ch-seco");
    assert_eq!(list.publication.authority, "SECO");
    assert_eq!(list.publication.issued.unwrap().to_string(), "2026-08-27");
    assert_eq!(list.publication.scope, "The whole list; 1 de-listed target is left out.");
    assert!(list.publication.complete);
    assert_eq!(warnings(&list), Vec::<&str>::new());
    let ids: Vec<&str> = list.designations.iter().map(|target| target.id.as_str()).collect();
    assert_eq!(ids, ["46130", "34461"]);

    let bank = target(&list, "46130");
    assert_eq!((bank.kind, bank.primary_name()), (SubjectKind::Entity, "Belagroprombank"));
    assert_eq!(
        (bank.programmes.as_slice(), bank.measures.as_slice()),
        (&["Belarus".to_owned()][..], &["ch-capital-market".to_owned()][..])
    );
    assert_eq!(bank.listed.unwrap().to_string(), "2021-08-11");
    assert_eq!(bank.reasons, ["State-owned bank subject to restrictions on the money and capital market."]);
    assert_eq!(facts(bank, "Sanctions set"), ["article 16 and 17 -- Restrictions on the money and capital market"]);
    assert_eq!(facts(bank, "Origin"), ["EU"]);

    let ship = target(&list, "34461");
    assert_eq!((ship.kind, ship.measures.as_slice()), (SubjectKind::Vessel, &["ch-transport".to_owned()][..]));
    assert_eq!(
        names(ship),
        [
            ("Hui Chon", NameKind::Primary, NameQuality::Strong, "Latin"),
            ("Hwang Gum San 2", NameKind::Alias, NameQuality::Strong, "Latin"),
        ]
    );
    assert_eq!((ship.identifiers[0].kind.as_str(), ship.identifiers[0].number.as_str()), ("IMO number", "8405270"));
    assert_eq!(facts(ship, "Other information"), ["IMO Number: 8405270"]);

    assert_eq!(list.programmes.len(), 2);
    assert_eq!(list.programmes[0].code, "Belarus");
    assert_eq!(list.programmes[0].authority, "Ordinance of 15 June 2016 on measures against Belarus");
}

#[test]
fn the_newest_modification_decides_wherever_it_stands() {
    // The de-listing moved to the end of its target; the list writes the newest one first.
    let (before, after) = TRIMMED.split_once("    <modification modification-type=\"de-listed\"").unwrap();
    let (line, rest) = after.split_once('\n').unwrap();
    let moved = rest.replacen("</target>", &format!("<modification modification-type=\"de-listed\"{line}</target>"), 1);
    assert_eq!(list(&format!("{before}{moved}")).unwrap().designations.len(), 2);
    // Listed again later.
    let again = TRIMMED.replacen(
        "<modification modification-type=\"de-listed\"",
        "<modification modification-type=\"listed\" effective-date=\"2022-03-01\"/><modification modification-type=\"de-listed\"",
        1,
    );
    let list = list(&again).unwrap();
    assert_eq!((list.designations.len(), list.publication.scope.as_str()), (3, "The whole list."));
    let person = target(&list, "5142");
    assert_eq!(person.listed.unwrap().to_string(), "2022-03-01");
    assert_eq!(
        names(person),
        [
            ("Lukashenka Dzmitry Aliaksandravich", NameKind::Primary, NameQuality::Strong, "Latin"),
            ("Lukashenko Dzmitry Aliaksandravich", NameKind::Alias, NameQuality::Strong, "Latin"),
        ]
    );
    assert_eq!(person.births[0].published, "1980-03-23");
    assert_eq!(
        (person.cross_references[0].authority.as_str(), person.cross_references[0].id.as_str()),
        ("other", "140")
    );
    // Its place is not in the excerpt: the number is kept and said.
    assert_eq!(person.addresses[0].street.as_deref(), Some("c/o President's Sports Club, ul. Starovilenskaya, 4"));
    assert_eq!(facts(person, "Place of an address"), ["29492"]);
    assert_eq!(
        warnings(&list),
        ["1 place is not described in the file (`29492`); it is kept by number among the facts"]
    );
    assert_eq!(
        facts(person, "Other information"),
        ["Travel ban according to article 3 paragraph 1 does not apply until 15 March 2016."]
    );
}

#[test]
fn names_are_composed_of_their_parts_and_spellings() {
    let list = list(COMPOSED).unwrap();
    assert_eq!(
        names(target(&list, "100")),
        [
            ("Vydumanny Viktar Petrovich", NameKind::Primary, NameQuality::Strong, "Latin"),
            ("Выдуманный Виктор Петрович", NameKind::Alias, NameQuality::Strong, "Cyrillic"),
            ("Wydumannyj Viktar Petrovich", NameKind::Alias, NameQuality::Strong, "Latin"),
            ("Vitya", NameKind::Alias, NameQuality::Weak, "Latin"),
            ("Staroy", NameKind::Former, NameQuality::Strong, "Latin"),
            ("Viktor Drugoy", NameKind::Alias, NameQuality::Strong, "Latin"),
        ]
    );
    assert_eq!(target(&list, "100").titles, ["General"]);
    assert_eq!(target(&list, "100").names[0].uid.as_deref(), Some("107"));
    assert_eq!(
        names(target(&list, "200")),
        [
            ("Vydumka Trading", NameKind::Primary, NameQuality::Strong, "Latin"),
            ("Торговый дом Выдумка", NameKind::Alias, NameQuality::Strong, "Cyrillic"),
            ("虚构贸易", NameKind::Alias, NameQuality::Strong, "Chinese Simplified"),
        ]
    );
}

#[test]
fn a_maiden_name_takes_the_place_of_the_family_name() {
    let text = COMPOSED.replace(
        r#"<name-part order="4" name-part-type="title"><value>General</value></name-part>"#,
        r#"<name-part order="4" name-part-type="maiden-name"><value>Devichya</value></name-part>"#,
    );
    let list = list(&text).unwrap();
    assert!(names(target(&list, "100")).contains(&(
        "Devichya Viktar Petrovich",
        NameKind::Former,
        NameQuality::Strong,
        "Latin"
    )));
}

#[test]
fn sets_places_and_ties_are_found_behind_the_targets() {
    let list = list(COMPOSED).unwrap();
    let person = target(&list, "100");
    assert_eq!(person.programmes, ["Invention"]);
    assert_eq!(person.measures, ["ch-asset-freeze", "ch-travel-ban"]);
    assert_eq!(facts(person, "Sanctions set"), ["Article 1 (Financial sanctions)", "Article 2 (Travel restrictions)"]);
    assert_eq!(person.birth_places, ["Homel, Belarus"]);
    let address = &person.addresses[0];
    assert_eq!(
        (address.street.as_deref(), address.place.as_deref(), address.country.as_deref()),
        (Some("ul. Lesnaya 1"), Some("220000 Minsk, Minsk Region"), Some("Belarus"))
    );
    assert_eq!(
        (person.links.len(), person.links[0].to.as_str(), person.links[0].relation.as_str()),
        (1, "200", "related to")
    );
    // The other one is struck off.
    assert_eq!(facts(person, "Relation to a target that is not listed"), ["related to 300"]);
    let rules = broken_rules(&list.programmes, &[], &list.designations);
    assert!(rules.iter().all(|rule| rule.what.starts_with("measure")), "{rules:?}");
}

#[test]
fn what_identifies_a_person_comes_along() {
    let list = list(COMPOSED).unwrap();
    let person = target(&list, "100");
    let births: Vec<_> =
        person.births.iter().map(|birth| (birth.published.as_str(), birth.interval.is_some())).collect();
    assert_eq!(births, [("1960-11-05", true), ("1380 (Islamic calendar)", false), ("1961-07 (quality: low)", true)]);
    assert_eq!(warnings(&list), [""; 0]);
    assert_eq!(person.nationalities, ["Russian Federation", "Belarus"]);
    assert_eq!(person.gender.as_deref(), Some("male"));
    let passport = &person.identifiers[0];
    assert_eq!(
        (passport.kind.as_str(), passport.number.as_str(), passport.country.as_deref()),
        ("Passport", "MP1234567", Some("Belarus"))
    );
    assert_eq!((passport.issued.as_deref(), passport.expires.as_deref()), (Some("2010-02-03"), Some("2020-02-03")));
    assert_eq!(facts(person, "Passport: remark"), ["cancelled"]);
    assert_eq!(facts(person, "Address: remark"), ["office"]);
    assert_eq!(facts(person, "Wife"), ["Invented Person"]);
    assert_eq!(
        (person.cross_references[0].authority.as_str(), person.cross_references[0].id.as_str()),
        ("UN", "QDi.430")
    );
    assert_eq!(target(&list, "200").cross_references[0].authority, "EU");
}

#[test]
fn the_days_of_listing_and_change_are_the_newest() {
    let list = list(COMPOSED).unwrap();
    let person = target(&list, "100");
    assert_eq!(person.listed.unwrap().to_string(), "2018-01-01");
    assert_eq!(person.changed.unwrap().to_string(), "2020-05-01");
    assert_eq!(
        facts(person, "Modifications"),
        ["amended 2020-05-01, listed 2018-01-01, de-listed 2015-01-01, listed 2012-01-01"]
    );
    // Struck off from a day that is still to come; listed by the day of enactment, since no other is given.
    let entity = target(&list, "200");
    assert_eq!(entity.listed.unwrap().to_string(), "2019-03-03");
    assert_eq!(entity.changed, None);
    // From that day on it is gone.
    let later = self::list(&COMPOSED.replace("date=\"2026-08-27\"", "date=\"2026-12-01\"")).unwrap();
    assert_eq!(later.publication.scope, "The whole list; 2 de-listed targets are left out.");
    assert!(later.designations.iter().all(|target| target.id != "200"));
}

#[test]
fn codes_that_are_not_known_are_said() {
    let text = COMPOSED
        .replace("name-type=\"alias\" quality=\"low\"", "name-type=\"pen-name\" quality=\"medium\"")
        .replace("<sanctions-set-id>12<", "<sanctions-set-id>99<")
        .replace("modification-type=\"amended\"", "modification-type=\"corrected\"")
        .replace(
            "<justification ssid=\"115\">",
            "<novelty ssid=\"1\" shape=\"round\">new</novelty><justification ssid=\"115\">",
        );
    let list = list(&text).unwrap();
    let person = target(&list, "100");
    assert_eq!(facts(person, "Sanctions set"), ["Article 1 (Financial sanctions)", "99"]);
    assert_eq!((facts(person, "Novelty"), facts(person, "Novelty: shape")), (vec!["new"], vec!["round"]));
    let said = warnings(&list);
    for sentence in [
        "1 name is of a type that Namesieve does not know (`pen-name`); it is listed among the other names",
        "1 name is of a quality that Namesieve does not know (`medium`); it is taken for strong",
        "1 modification is of a kind that Namesieve does not know (`corrected`); it is taken to leave the target listed",
        "1 set of measures is not described in the file (`99`); it is shown by number, and where no other set applies an asset \
         freeze is assumed",
    ] {
        assert!(said.contains(&sentence), "{said:?}");
    }
}

#[test]
fn many_targets_left_out_are_told_with_a_comma() {
    let (start, rest) = COMPOSED.split_once("  <target ssid=\"300\">").unwrap();
    let (body, end) = rest.split_once("</target>").unwrap();
    let many: String = (0..1550).map(|at| format!("<target ssid=\"9{at}\">{body}</target>")).collect();
    let list = list(&format!("{start}{many}{end}")).unwrap();
    assert_eq!(list.publication.scope, "The whole list; 1,550 de-listed targets are left out.");
    assert_eq!(list.designations.len(), 2);
}

#[test]
fn other_files_are_refused() {
    assert_eq!(
        refused(&TRIMMED.replace("list-type=\"whole-list\"", "list-type=\"delta\"")),
        "seco.xml holds changes only (its list-type is `delta`) and not the whole list; fetch SECO's consolidated list as XML, \
         whose list-type is `whole-list`"
    );
    assert_eq!(
        refused("<swiss-sanctions-list list-type=\"whole-list\" date=\"2026-08-27\"></swiss-sanctions-list>"),
        "seco.xml has the form of SECO's sanctions list but holds no record; fetch it again"
    );
    assert!(
        refused(&TRIMMED.replace("ssid=\"34461\"", "ssid=\"46130\""))
            .starts_with("seco.xml, target 46130: its ssid stands in the list twice;")
    );
    assert!(
        refused(&TRIMMED.replace("<value>Belagroprombank</value>", "<value>-</value>"))
            .starts_with("seco.xml, target 46130: it has no name;")
    );
    assert!(
        refused(&TRIMMED.replace("<target ssid=\"46130\">", "<target >"))
            .starts_with("seco.xml, target number 2: it has no ssid;")
    );
    assert!(
        refused("<html><title>Service unavailable</title></html>")
            .contains("is a web page and not a list (`Service unavailable`)")
    );
    let mut cut = COMPOSED.len() - "</swiss-sanctions-list>\n".len();
    while cut > 600 {
        while !COMPOSED.is_char_boundary(cut) {
            cut -= 1;
        }
        let said = refused(&COMPOSED[..cut]);
        assert!(
            said.starts_with("seco.xml ends in the middle (") && said.ends_with("it was cut off; fetch it again"),
            "{said}"
        );
        cut -= 501;
    }
    let deep = COMPOSED.replace("</target>", &("<a>".repeat(100) + &"</a>".repeat(100) + "</target>"));
    assert!(refused(&deep).contains("elements nested more than 64 deep"));
}
