//! The UN's consolidated list: an excerpt of the official file, the whole of it where it is at hand, and files that are
//! refused.

use crate::rules::broken_rules;
use namesieve::designation::{Designation, NameKind, NameQuality, SubjectKind};
use namesieve::list::{Input, Parsed, read};

const FIXTURE: &str = include_str!("../fixtures/lists/un/consolidated.xml");

fn list(text: &str) -> Result<Parsed, String> {
    let mut found =
        read(vec![Input::new("consolidated.xml", text.as_bytes())]).map_err(|refusal| refusal.to_string())?;
    Ok(found.remove(0).lists.remove(0))
}

fn refusal(text: &str) -> String {
    list(text).map(|parsed| parsed.designations.len()).expect_err("must be refused")
}

fn of<'a>(parsed: &'a Parsed, id: &str) -> &'a Designation {
    parsed.designations.iter().find(|one| one.id == id).unwrap_or_else(|| panic!("{id} is not there"))
}

fn births(one: &Designation) -> Vec<String> {
    let words = |date: &namesieve::date::PartialDate| match date.interval {
        Some((first, last)) => format!("{} = {first}/{last}", date.published),
        None => format!("{} = ?", date.published),
    };
    one.births.iter().map(words).collect()
}

fn has_fact(one: &Designation, label: &str, value: &str) -> bool {
    one.facts.iter().any(|fact| fact.label == label && fact.value == value)
}

fn names(one: &Designation) -> Vec<(&str, NameKind, NameQuality)> {
    one.names.iter().map(|name| (name.name.as_str(), name.kind, name.quality)).collect()
}

/// How many births have no interval.
fn undated(parsed: &Parsed) -> usize {
    parsed.designations.iter().flat_map(|one| &one.births).filter(|birth| birth.interval.is_none()).count()
}

#[test]
fn the_publication_is_the_files() {
    let parsed = list(FIXTURE).unwrap();
    let publication = &parsed.publication;
    assert_eq!((publication.list.as_str(), publication.authority.as_str()), ("un-sc", "UN"));
    assert_eq!(publication.title, "UN Security Council Consolidated List");
    assert_eq!(publication.issued.unwrap().to_string(), "2026-02-27");
    assert!(publication.complete);
    assert_eq!(publication.scope, "The whole list.");
    // 25 `<INDIVIDUAL>` and 8 `<ENTITY>` stand in the excerpt.
    let kinds = |kind| parsed.designations.iter().filter(|one| one.kind == kind).count();
    assert_eq!((kinds(SubjectKind::Individual), kinds(SubjectKind::Entity)), (25, 8));
    assert_eq!(parsed.warnings, []);
    assert_eq!(undated(&parsed), 2);
}

#[test]
fn a_persons_facts_come_along() {
    let parsed = list(FIXTURE).unwrap();
    let one = of(&parsed, "QDi.092");
    assert_eq!(one.primary_name(), "MEHREZ BEN MAHMOUD BEN SASSI AL-AMDOUNI");
    assert_eq!(one.programmes, ["Al-Qaida"]);
    assert_eq!(one.measures, ["un-measures"]);
    assert_eq!(one.listed.unwrap().to_string(), "2003-06-25");
    assert_eq!(one.changed.unwrap().to_string(), "2023-10-30");
    assert_eq!(one.nationalities, ["Tunisia"]);
    assert!(has_fact(one, "DATAID", "111734"));
    assert!(has_fact(one, "Alias note", "Fabio Fusco: born 1968-05-25, Naples, Italy"));
    assert!(has_fact(one, "Alias note", "Fabio Fusco: born 1968-12-18, Tunisia"));
    // The same alias stands there three times, each time with another birth.
    let (alias, strong) = (NameKind::Alias, NameQuality::Strong);
    assert_eq!(
        names(one)[1..],
        [
            ("محرز بن محمود بن ساسي العمدوني", alias, strong),
            ("Fabio Fusco", alias, strong),
            ("Mohamed Hassan", alias, strong),
            ("Meherez Hamdouni", alias, strong),
            ("Amdouni Mehrez ben Tah", alias, strong),
            ("Meherez ben Ahdoud ben Amdouni", alias, strong),
            ("Abu Thale", alias, NameQuality::Weak),
        ]
    );
    assert_eq!(&*one.names[1].script, "Arabic");
    assert_eq!(births(one)[0], "1969-12-18 = 1969-12-18/1969-12-18");
    for other in ["1968-05-25", "1968-12-18", "1969-07-14"] {
        assert!(births(one).contains(&format!("{other} = {other}/{other}")), "{other}");
    }
    assert_eq!(one.births.len(), 4);
}

#[test]
fn documents_titles_and_places_come_along() {
    let parsed = list(FIXTURE).unwrap();
    let one = of(&parsed, "LYi.015");
    let numbers: Vec<(&str, &str, Option<&str>)> =
        one.identifiers.iter().map(|id| (id.kind.as_str(), id.number.as_str(), id.country.as_deref())).collect();
    assert_eq!(
        numbers,
        [("Passport", "014797", None), ("Passport", "524521", None), ("Passport", "AA862825", Some("Libya"))]
    );
    assert_eq!(one.identifiers[2].issued.as_deref(), Some("2021-05-19"));
    assert!(has_fact(one, "Document", "Passport AA862825: issued in Tripoli; expires 18 May 2029"));
    assert_eq!(one.titles, ["Commander Special Forces"]);
    assert_eq!(one.birth_places, ["Tripoli, Libya"]);
    assert_eq!(one.addresses.len(), 1);
    assert_eq!(one.addresses[0].country.as_deref(), Some("Türkiye"));
    assert_eq!(one.names.len(), 1, "an empty alias is no name");
    let one = of(&parsed, "TAi.071");
    assert_eq!(one.titles, ["Maulavi", "Deputy Minister of Finance under the Taliban regime"]);
    assert_eq!(one.birth_places, ["Moni village, Shigal District, Kunar Province, Afghanistan"]);
    // The number stands in the words beside an empty number.
    assert_eq!(one.identifiers.len(), 1);
    assert_eq!(one.identifiers[0].number, "Afghan national identification card (tazkira) number 545167");
    assert!(one.addresses.is_empty(), "an address without a word is no address");
    let one = of(&parsed, "CDi.001");
    assert_eq!(one.gender.as_deref(), Some("Male"));
    assert!(has_fact(one, "Address note", "Rwanda: as of early 2016"));
    assert_eq!(births(one), ["1971 = 1971-01-01/1971-12-31"]);
}

#[test]
fn every_form_of_birth_is_read() {
    let parsed = list(FIXTURE).unwrap();
    let all: Vec<String> = parsed.designations.iter().flat_map(births).collect();
    for expected in [
        "circa 1966 to 1967 = 1966-01-01/1967-12-31",
        "Nov. 1973 = 1973-11-01/1973-11-30",
        "Between Aug. and Sep. 1977 = 1977-08-01/1977-09-30",
        "Sep. 1958 = 1958-09-01/1958-09-30",
        "1979-03-03 (from false passport) = 1979-03-03/1979-03-03",
        "30-35 years old = ?",
        "24/06/1402 (Hijri Calendar) = ?",
    ] {
        assert!(all.iter().any(|found| found == expected), "{expected} is not in {all:?}");
    }
    assert!(all.iter().any(|found| found.starts_with("circa 19") && !found.contains(" to ")), "{all:?}");
}

#[test]
fn several_names_in_one_field_are_searched_one_by_one() {
    let parsed = list(FIXTURE).unwrap();
    let one = of(&parsed, "KPi.035");
    assert!(has_fact(one, "Alias as published", "Jin Tiesan (金铁三)"));
    let found: Vec<(&str, &str)> = one.names.iter().map(|name| (name.name.as_str(), &*name.script)).collect();
    assert_eq!(found, [("KIM CHOL SAM", "Latin"), ("Jin Tiesan", "Latin"), ("金铁三", "Han")]);
    let one = of(&parsed, "CDe.003");
    let found: Vec<&str> = one.names.iter().map(|name| name.name.as_str()).collect();
    assert_eq!(
        found,
        [
            "COMPAGNIE AERIENNE DES GRANDS LACS (CAGL) ; GREAT LAKES BUSINESS COMPANY (GLBC)",
            "COMPAGNIE AERIENNE DES GRANDS LACS (CAGL)",
            "GREAT LAKES BUSINESS COMPANY (GLBC)",
            "CAGL"
        ]
    );
    let former = parsed.designations.iter().flat_map(|one| &one.names).filter(|name| name.kind == NameKind::Former);
    // `<QUALITY>f.k.a.</QUALITY>` stands as often in the excerpt.
    assert_eq!(former.count(), FIXTURE.matches("<QUALITY>f.k.a.</QUALITY>").count());
    // Written into a note: `in Arabic script: …`.
    assert!(parsed.designations.iter().flat_map(|one| &one.names).any(|name| name.name == "شركة الكوثر"));
}

#[test]
fn the_rules_of_lists_hold() {
    let parsed = list(FIXTURE).unwrap();
    // Programmes and measures have tables of their own.
    let broken = broken_rules(&[], &[], &parsed.designations);
    let broken: Vec<String> = broken.iter().map(ToString::to_string).filter(|what| !what.contains("table")).collect();
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn an_element_that_is_new_is_kept() {
    let text =
        FIXTURE.replacen("<GENDER>", "<DELISTED_ON>2027-01-01</DELISTED_ON><NEW><VALUE>x</VALUE></NEW><GENDER>", 1);
    let parsed = list(&text).unwrap();
    let one = of(&parsed, "CDi.001");
    assert!(has_fact(one, "Delisted on", "2027-01-01"), "{:?}", one.facts);
    assert!(has_fact(one, "New", "x"), "{:?}", one.facts);
    assert_eq!(
        parsed.warnings[0].what,
        "2 values stand in elements that Namesieve does not know, for example `Delisted on` of record CDi.001; they are kept \
         among the facts"
    );
    // One that may hold a name is told.
    let named = list(&FIXTURE.replacen("<GENDER>", "<FULL_NAME>X Y</FULL_NAME><GENDER>", 1)).unwrap();
    assert!(named.warnings[0].what.contains("(`Full name` of record CDi.001)"), "{:?}", named.warnings);
    // Another order, a namespace, attributes that nobody knows.
    let text = "<n:CONSOLIDATED_LIST xmlns:n='x' a='b'><n:ENTITY b='c'><n:UN_LIST_TYPE>A</n:UN_LIST_TYPE>\
        <n:FIRST_NAME>ONE</n:FIRST_NAME><n:REFERENCE_NUMBER>KPe.023 </n:REFERENCE_NUMBER></n:ENTITY><n:ENTITY>\
        <n:UN_LIST_TYPE>B</n:UN_LIST_TYPE><n:FIRST_NAME>TWO</n:FIRST_NAME><n:DATAID>7</n:DATAID></n:ENTITY>\
        </n:CONSOLIDATED_LIST>";
    let parsed = list(text).unwrap();
    let ids: Vec<&str> = parsed.designations.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["KPe.023", "7"]);
    assert_eq!(parsed.publication.issued, None);
    assert_eq!(parsed.warnings.len(), 1);
    assert_eq!(parsed.warnings[0].what, "the file carries no date, so the list has no date of issue");
    // A quality and a word of exactness that nobody knows.
    let text = "<CONSOLIDATED_LIST dateGenerated='2026-01-01'><INDIVIDUAL><REFERENCE_NUMBER>A</REFERENCE_NUMBER><FIRST_NAME>X</FIRST_NAME>\
        <INDIVIDUAL_ALIAS><QUALITY>Fair</QUALITY><ALIAS_NAME>Y</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH>\
        <TYPE_OF_DATE>ESTIMATED</TYPE_OF_DATE><YEAR>1960</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></CONSOLIDATED_LIST>";
    let parsed = list(text).unwrap();
    let one = &parsed.designations[0];
    assert_eq!(names(one)[1], ("Y", NameKind::Alias, NameQuality::Strong));
    assert!(has_fact(one, "Alias quality", "Y: Fair"));
    assert_eq!(births(one), ["1960 (ESTIMATED) = 1960-01-01/1960-12-31"]);
    assert!(parsed.warnings[0].what.contains("quality that Namesieve does not know (`Fair`)"), "{:?}", parsed.warnings);
}

#[test]
fn the_list_of_one_committee_is_not_the_whole_list() {
    let text = "<CONSOLIDATED_LIST dateGenerated='2026-01-01'><ENTITY><REFERENCE_NUMBER>QDe.004</REFERENCE_NUMBER><FIRST_NAME>AL-QAIDA</FIRST_NAME>\
        <UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE></ENTITY></CONSOLIDATED_LIST>";
    let parsed = list(text).unwrap();
    assert!(!parsed.publication.complete);
    assert!(parsed.publication.scope.contains("`Al-Qaida` alone"), "{}", parsed.publication.scope);
    assert!(parsed.warnings[0].what.contains("the list of one committee"), "{:?}", parsed.warnings);
}

#[test]
fn names_are_kept_as_they_are() {
    let text = "<CONSOLIDATED_LIST dateGenerated='2026-01-01'><ENTITY><REFERENCE_NUMBER>A</REFERENCE_NUMBER><FIRST_NAME>\u{202e}OHM\u{202c} &lt;b&gt;\
        </FIRST_NAME><ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>—</ALIAS_NAME></ENTITY_ALIAS></ENTITY>\
        </CONSOLIDATED_LIST>";
    let parsed = list(text).unwrap();
    assert_eq!(parsed.designations[0].primary_name(), "\u{202e}OHM\u{202c} <b>");
    assert_eq!(parsed.designations[0].names.len(), 1);
    assert_eq!(
        parsed.warnings[0].what,
        "1 name has neither letter nor digit (`—` of record A); it is left out, as there is nothing to compare"
    );
    let text = "<CONSOLIDATED_LIST dateGenerated='2026-01-01'><ENTITY><REFERENCE_NUMBER>A</REFERENCE_NUMBER><ENTITY_ALIAS><ALIAS_NAME>Only</ALIAS_NAME>\
        </ENTITY_ALIAS></ENTITY></CONSOLIDATED_LIST>";
    let parsed = list(text).unwrap();
    assert_eq!(names(&parsed.designations[0]), [("Only", NameKind::Primary, NameQuality::Strong)]);
    assert!(parsed.warnings[0].what.starts_with("1 record has no primary name (`A`)"), "{:?}", parsed.warnings);
}

#[test]
fn broken_files_are_refused_with_a_sentence() {
    for share in [2, 3, 10, 50, 90, 99] {
        let mut at = FIXTURE.len() * share / 100;
        while !FIXTURE.is_char_boundary(at) {
            at += 1;
        }
        let said = refusal(&FIXTURE[..at]);
        assert!(said.contains("cut off; fetch it again"), "{share} %: {said}");
    }
    let said = refusal("<!DOCTYPE html><html><head><title>503</title></head></html>");
    assert!(said.contains("is a web page and not a list (`503`)"), "{said}");
    let said = refusal("<CONSOLIDATED_LIST dateGenerated='2026-01-01'><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>");
    assert!(said.contains("has the form of the UN's consolidated list but holds no record"), "{said}");
    let record = "<ENTITY><DATAID>1</DATAID><REFERENCE_NUMBER>A</REFERENCE_NUMBER><FIRST_NAME>X</FIRST_NAME></ENTITY>";
    let said = refusal(&format!("<CONSOLIDATED_LIST>{record}{record}</CONSOLIDATED_LIST>"));
    assert!(said.contains("record A: its DATAID is also that of record A"), "{said}");
    let bare = record.replace("<DATAID>1</DATAID>", "");
    let said = refusal(&format!("<CONSOLIDATED_LIST>{bare}{bare}</CONSOLIDATED_LIST>"));
    assert!(said.contains("record A: its reference number stands in the list twice"), "{said}");
    let said = refusal(
        "<CONSOLIDATED_LIST dateGenerated='2026-01-01'><ENTITY><FIRST_NAME>X</FIRST_NAME></ENTITY></CONSOLIDATED_LIST>",
    );
    assert!(said.contains("record 1: it has neither a reference number nor a DATAID"), "{said}");
    let said = refusal(
        "<CONSOLIDATED_LIST dateGenerated='2026-01-01'><ENTITY><DATAID>1</DATAID></ENTITY></CONSOLIDATED_LIST>",
    );
    assert!(said.contains("record 1: it has no name"), "{said}");
    let deep = format!("<CONSOLIDATED_LIST dateGenerated='2026-01-01'><ENTITY>{}", "<a>".repeat(10_000));
    let said = refusal(&deep);
    assert!(said.contains("nested more than"), "{said}");
}

#[test]
fn two_parties_under_one_reference_number_are_kept_apart() {
    let record = "<ENTITY><DATAID>1</DATAID><REFERENCE_NUMBER>A</REFERENCE_NUMBER><FIRST_NAME>X</FIRST_NAME></ENTITY>";
    let text = format!("<CONSOLIDATED_LIST>{record}{}</CONSOLIDATED_LIST>", record.replace(">1<", ">2<"));
    let parsed = list(&text).unwrap();
    let ids: Vec<&str> = parsed.designations.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["A", "A/2"]);
    assert!(
        parsed.warnings[0].what.contains("A is the reference number of more than one record"),
        "{:?}",
        parsed.warnings
    );
}

#[test]
fn the_official_list_is_read_whole() {
    let Some(path) = crate::shared::file("the UN list, whole", "lists/un-sc/2026-02-27/consolidated.xml") else {
        return;
    };
    let text = std::fs::read_to_string(path).unwrap();
    let parsed = list(&text).unwrap();
    // Counted with another reader of XML: 730 INDIVIDUAL and 273 ENTITY, 870 dates of birth that are not empty.
    assert_eq!(parsed.designations.len(), 1_003);
    let kinds = |kind| parsed.designations.iter().filter(|one| one.kind == kind).count();
    assert_eq!((kinds(SubjectKind::Individual), kinds(SubjectKind::Entity)), (730, 273));
    let sum = |of: fn(&Designation) -> usize| parsed.designations.iter().map(of).sum::<usize>();
    assert_eq!(sum(|one| one.nationalities.len()), 652);
    // 193 TITLE and 427 DESIGNATION values.
    assert_eq!(sum(|one| one.titles.len()), 620);
    assert_eq!(parsed.designations.iter().filter(|one| one.listed.is_some()).count(), 1_003);
    assert_eq!(
        parsed.designations.iter().flat_map(|one| &one.names).filter(|n| n.kind == NameKind::Former).count(),
        19
    );
    // Every alias of the file is a name, or the whole of a text that was pulled apart; 2,139 + 613 are filled.
    let mut aliases = 0;
    let known: std::collections::HashSet<&str> = parsed
        .designations
        .iter()
        .flat_map(|one| {
            one.names.iter().map(|name| name.name.as_str()).chain(one.facts.iter().map(|f| f.value.as_str()))
        })
        .collect();
    for piece in text.split("<ALIAS_NAME>").skip(1) {
        let published = piece.split("</ALIAS_NAME>").next().unwrap_or_default();
        let published = published.replace("&amp;", "&").replace("&apos;", "'").replace("&quot;", "\"");
        let published = published.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        aliases += 1;
        assert!(known.contains(published.trim()), "{published}");
    }
    assert_eq!(aliases, 2_139 + 613);
    let broken = broken_rules(&[], &[], &parsed.designations);
    assert!(broken.iter().all(|rule| rule.what.contains("table")), "{broken:?}");
    // `30-35 years old` and `24/06/1402 (Hijri Calendar)` are all that is no date.
    assert_eq!(parsed.warnings, []);
    assert_eq!(undated(&parsed), 2);
}
