//! Canada's list of autonomous sanctions: an excerpt of the official file, the whole of it where it is at hand, and files
//! that are refused.

use crate::rules::broken_rules;
use namesieve::designation::{Designation, NameKind, SubjectKind};
use namesieve::list::{Input, Parsed, read};

const FIXTURE: &str = include_str!("../fixtures/lists/canada/sema-lmes.xml");

fn list(text: &str) -> Result<Parsed, String> {
    let mut found = read(vec![Input::new("sema-lmes.xml", text.as_bytes())]).map_err(|refusal| refusal.to_string())?;
    Ok(found.remove(0).lists.remove(0))
}

fn refusal(text: &str) -> String {
    list(text).map(|parsed| parsed.designations.len()).expect_err("must be refused")
}

fn of<'a>(parsed: &'a Parsed, id: &str) -> &'a Designation {
    parsed.designations.iter().find(|one| one.id == id).unwrap_or_else(|| panic!("{id} is not there"))
}

fn has_fact(one: &Designation, label: &str, value: &str) -> bool {
    one.facts.iter().any(|fact| fact.label == label && fact.value == value)
}

fn aliases(one: &Designation) -> Vec<&str> {
    one.names.iter().filter(|name| name.kind == NameKind::Alias).map(|name| name.name.as_str()).collect()
}

fn births(one: &Designation) -> Vec<String> {
    let words = |date: &namesieve::date::PartialDate| match date.interval {
        Some((first, last)) => format!("{} = {first}/{last}", date.published),
        None => format!("{} = ?", date.published),
    };
    one.births.iter().map(words).collect()
}

#[test]
fn the_publication_has_no_date_and_says_so() {
    let parsed = list(FIXTURE).unwrap();
    let publication = &parsed.publication;
    assert_eq!((publication.list.as_str(), publication.authority.as_str()), ("ca-sema", "Canada"));
    assert_eq!(publication.issued, None);
    assert_eq!(publication.scope, "The whole list; the file carries no date and its newest listing is of 2025-03-20.");
    assert!(publication.complete);
    assert_eq!(parsed.designations.len(), FIXTURE.matches("<record>").count());
    assert_eq!(parsed.warnings, []);
}

#[test]
fn programmes_come_from_the_file() {
    let parsed = list(FIXTURE).unwrap();
    let authority =
        |code: &str| parsed.programmes.iter().find(|one| one.code == code).map(|one| one.authority.as_str());
    assert_eq!(authority("Belarus"), Some("Special Economic Measures Act"));
    assert_eq!(authority("Myanmar (Burma)"), Some("Special Economic Measures Act"));
    assert_eq!(
        authority("Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR)"),
        Some("Justice for Victims of Corrupt Foreign Officials Act")
    );
    let broken = broken_rules(&parsed.programmes, &[], &parsed.designations);
    assert!(broken.iter().all(|rule| rule.what.contains("measure `ca-dealings`")), "{broken:?}");
}

#[test]
fn people_entities_and_ships_are_told_apart() {
    let parsed = list(FIXTURE).unwrap();
    let one = of(&parsed, "Belarus/1, Part 1/99");
    assert_eq!((one.kind, one.primary_name()), (SubjectKind::Individual, "MASHADZIYEU, Ruslan Khikmetavich"));
    assert_eq!(one.listed.unwrap().to_string(), "2024-04-12");
    assert_eq!((one.programmes.join(" "), one.measures.join(" ")), ("Belarus".into(), "ca-dealings".into()));
    let one = of(&parsed, "Myanmar (Burma)/Part 2/24");
    assert_eq!(one.primary_name(), "Thaung");
    let one = of(&parsed, "Syria/Part 2/103");
    assert_eq!((one.primary_name(), one.titles.join(" ")), ("Dawwa, Ali", "Brigadier".into()));
    let one = of(&parsed, "Zimbabwe/74");
    assert_eq!((one.kind, one.primary_name()), (SubjectKind::Entity, "ZIDCO Holdings"));
    let one = of(&parsed, "Russia/1.1/7");
    assert_eq!((one.kind, one.primary_name()), (SubjectKind::Vessel, "Lady R"));
    assert_eq!((one.identifiers[0].kind.as_str(), one.identifiers[0].number.as_str()), ("IMO number", "9161003"));
    assert!(has_fact(one, "Vessel type", "Ro-Ro Cargo") && has_fact(one, "Year built", "2004"), "{:?}", one.facts);
    assert!(one.births.is_empty(), "a ship is built and not born");
}

#[test]
fn other_names_are_pulled_apart_and_kept_whole_too() {
    let parsed = list(FIXTURE).unwrap();
    let one = of(&parsed, "Belarus/1, Part 1/120");
    assert_eq!(
        aliases(one),
        [
            "Mikalay Alyaksandravich Lukashenka",
            "Kolya Lukashenko",
            "Мікалай Аляксандравіч Лукашэнка",
            "Николай Александрович Лукашенко",
            "Коля Лукашенко"
        ]
    );
    assert_eq!(&*one.names[3].script, "Cyrillic");
    assert!(has_fact(
        one,
        "Aliases as published",
        "Mikalay Alyaksandravich Lukashenka, Kolya Lukashenko, Belarusian: Мікалай Аляксандравіч Лукашэнка; Russian: \
         Николай Александрович Лукашенко, Коля Лукашенко"
    ));
    assert_eq!(aliases(of(&parsed, "Belarus/1, Part 1.1/90")), ["Анна Андреевна Пушкарева", "Анна Андреевна Шейман"]);
    assert_eq!(aliases(of(&parsed, "Russia/1, Part 2/72")), ["ВЭБ", "Vnesheconombank", "VEB.RF"]);
    assert_eq!(aliases(of(&parsed, "Russia/1, Part 2/689")), ["PTI", "保利科技有限公司"]);
    assert_eq!(aliases(of(&parsed, "Hamas Terrorist Attacks/Part 1/8")), ["حسن الورديان", "حسن محمد علي الورديان"]);
    assert_eq!(
        aliases(of(&parsed, "Sudan/Part 1/10")).last(),
        Some(&"صلاح عبدالله محمد صلاح قوش"),
        "the label of the language is no part of the name"
    );
    // A comma that belongs to the name cuts nothing, and then nothing is said twice.
    for (id, name) in [
        ("Russia/1, Part 2/352", "М Инвест, ООО"),
        ("Russia/1, Part 1.1/37", "Баранов, Олег Анатольевич"),
        ("Ukraine/Part 2/52", "Министерство образования, науки и молодежи Республики Крым"),
    ] {
        let one = of(&parsed, id);
        assert_eq!(aliases(one), [name]);
        assert!(one.facts.iter().all(|fact| fact.label != "Aliases as published"), "{:?}", one.facts);
    }
}

#[test]
fn births_are_read_in_their_forms() {
    let parsed = list(FIXTURE).unwrap();
    for (id, expected) in [
        ("Belarus/1, Part 1/120", "2004-08-31 = 2004-08-31/2004-08-31"),
        ("China/Part 1/9", "1956-12 = 1956-12-01/1956-12-31"),
        ("Iran/1, Part 2.1/70", "1963-1964 = 1963-01-01/1964-12-31"),
        ("Iran/1, Part 2.1/107", "1963 = 1963-01-01/1963-12-31; 1964 = 1964-01-01/1964-12-31"),
        ("Venezuela/117", "1965-07-15 = 1965-07-15/1965-07-15; 1969-09-28 = 1969-09-28/1969-09-28"),
        ("Russia/1, Part 1/1114", "Sep-99 = ?"),
        ("Sudan/Part 1/1", "born in the early 1970s = ?"),
    ] {
        assert_eq!(births(of(&parsed, id)).join("; "), expected, "{id}");
    }
}

#[test]
fn records_in_the_same_place_are_told_apart_by_their_order() {
    let record = "<record><Country>Iran</Country><EntityOrShip>A</EntityOrShip><Item>1</Item><Note>n</Note></record>";
    let parsed = list(&format!("<data-set>{record}{}</data-set>", record.replace(">A<", ">B<"))).unwrap();
    let ids: Vec<&str> = parsed.designations.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["Iran/1", "Iran/1 (2)"]);
    assert_eq!(parsed.warnings.len(), 1);
    assert!(parsed.warnings[0].what.contains("told from it by a number at the end of the id"), "{:?}", parsed.warnings);
    assert!(has_fact(&parsed.designations[0], "Note", "n"), "an element that is new is kept");
    assert_eq!(parsed.publication.scope, "The whole list; the file carries no date.");
}

#[test]
fn broken_files_are_refused_with_a_sentence() {
    for share in [2, 10, 50, 90, 99] {
        let mut at = FIXTURE.len() * share / 100;
        while !FIXTURE.is_char_boundary(at) {
            at += 1;
        }
        let said = refusal(&FIXTURE[..at]);
        assert!(said.contains("cut off; fetch it again"), "{share} %: {said}");
    }
    let said = refusal("<html><title>Error</title></html>");
    assert!(said.contains("is a web page"), "{said}");
    let said = refusal("<data-set></data-set>");
    assert!(said.contains("has the form of Canada's list of autonomous sanctions but holds no record"), "{said}");
    let said = refusal("<data-set><record><LastName>A</LastName></record></data-set>");
    assert!(said.contains("record 1: it has no country or no item"), "{said}");
    let said = refusal("<data-set><record><Country>A</Country><Item>1</Item></record></data-set>");
    assert!(said.contains("record 1: it has no name"), "{said}");
}

#[test]
fn the_official_list_is_read_whole() {
    let Some(path) = crate::shared::file("Canada's list, whole", "lists/ca-sema/2025/sema-lmes.xml") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let parsed = list(&text).unwrap();
    // Counted with another reader of XML: 4,759 records, 3,334 with a last name, 109 with an IMO number.
    assert_eq!(parsed.designations.len(), 4_759);
    let kinds = |kind| parsed.designations.iter().filter(|one| one.kind == kind).count();
    assert_eq!((kinds(SubjectKind::Individual), kinds(SubjectKind::Vessel)), (3_334, 109));
    assert_eq!(kinds(SubjectKind::Entity), 1_425 - 109);
    assert_eq!(parsed.programmes.len(), 19);
    assert!(parsed.publication.scope.ends_with("newest listing is of 2025-03-20."), "{}", parsed.publication.scope);
    // 1,825 dates, 109 of them of ships; three are two dates each.
    assert_eq!(parsed.designations.iter().map(|one| one.births.len()).sum::<usize>(), 1_825 - 109 + 3);
    // Counted with another reader of XML: 67 names of entities have others in a bracket, `(also known as …`.
    let known_as = |one: &&Designation| one.primary_name().contains("(also known as ");
    assert_eq!(parsed.designations.iter().filter(known_as).count(), 67);
    for one in parsed.designations.iter().filter(known_as) {
        let (outside, inside) = one.primary_name().split_once(" (also known as ").unwrap();
        assert!(aliases(one).contains(&outside), "{outside}");
        let begins = |name: &&str| inside.starts_with(*name) && name.len() > 3;
        assert!(aliases(one).iter().any(begins), "{inside}");
    }
    for name in [
        "Suntac Technologies",
        "Engineering Center of Innovative Technologies",
        "OAO Radiofizika",
        "Fregat OOO",
        "Baltech LLC",
        "DOSAAF of Russia",
    ] {
        assert!(parsed.designations.iter().any(|one| aliases(one).contains(&name)), "{name}");
    }
    // Each of the 2,877 texts of other names is there whole: as a name, or as the fact beside its pieces.
    let mut texts = 0;
    let mut at = parsed.designations.iter();
    for record in text.split("<record>").skip(1) {
        let one = at.next().unwrap();
        let Some((_, rest)) = record.split_once("<Aliases>") else { continue };
        let published = rest.split("</Aliases>").next().unwrap_or_default().replace("&amp;", "&");
        let published = published.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let published = published.trim();
        texts += 1;
        assert!(
            aliases(one).contains(&published) || has_fact(one, "Aliases as published", published),
            "{}: {published}",
            one.id
        );
        assert!(!aliases(one).is_empty(), "{}", one.id);
    }
    assert_eq!(texts, 2_877);
    let broken = broken_rules(&parsed.programmes, &[], &parsed.designations);
    assert!(broken.iter().all(|rule| rule.what.contains("table of measures")), "{broken:?}");
    // `Sep-99` and `born in the early 1970s` are all that is no date.
    assert_eq!(parsed.warnings, []);
    assert_eq!(
        parsed.designations.iter().flat_map(|one| &one.births).filter(|birth| birth.interval.is_none()).count(),
        2
    );
}
