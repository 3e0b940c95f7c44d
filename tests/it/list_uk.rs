//! The UK Sanctions List in both of its forms: excerpts, the whole list where it is at hand, and files that are refused.

mod broken;

use crate::rules::broken_rules;
use namesieve::designation::{Designation, NameKind, NameQuality, SubjectKind};
use namesieve::list::{Input, Parsed, read};

const REBUILT: &str = include_str!("../fixtures/lists/uk/rebuilt.xml");
const TRIMMED: &str = include_str!("../fixtures/lists/uk/trimmed.xml");
const LINES: &str = include_str!("../fixtures/lists/uk/lines.csv");
const REBUILT_LINES: &str = include_str!("../fixtures/lists/uk/rebuilt.csv");
const RETIRED: &str = include_str!("../fixtures/lists/uk/retired.csv");

fn list(text: &str) -> Result<Parsed, String> {
    let mut found = read(vec![Input::new("list", text.as_bytes())]).map_err(|refusal| refusal.to_string())?;
    Ok(found.remove(0).lists.remove(0))
}

fn refusal(text: &str) -> String {
    list(text).map(|parsed| parsed.designations.len()).expect_err("must be refused")
}

fn of<'a>(parsed: &'a Parsed, id: &str) -> &'a Designation {
    parsed.designations.iter().find(|one| one.id == id).unwrap_or_else(|| panic!("{id} is not there"))
}

fn fact<'a>(one: &'a Designation, label: &str) -> Vec<&'a str> {
    one.facts.iter().filter(|fact| fact.label == label).map(|fact| fact.value.as_str()).collect()
}

fn names(one: &Designation) -> Vec<(&str, NameKind, NameQuality)> {
    one.names.iter().map(|name| (name.name.as_str(), name.kind, name.quality)).collect()
}

fn births(one: &Designation) -> Vec<String> {
    let words = |date: &namesieve::date::PartialDate| match date.interval {
        Some((first, last)) => format!("{} = {first}/{last}", date.published),
        None => format!("{} = ?", date.published),
    };
    one.births.iter().map(words).collect()
}

fn numbers(one: &Designation) -> Vec<(&str, &str, Option<&str>)> {
    one.identifiers.iter().map(|id| (id.kind.as_str(), id.number.as_str(), id.country.as_deref())).collect()
}

const STRONG: NameQuality = NameQuality::Strong;
const WEAK: NameQuality = NameQuality::Weak;

#[test]
fn the_publication_is_the_files() {
    for (text, issued, count) in [
        (REBUILT, "2026-08-22", 28),
        (TRIMMED, "2026-08-20", 3),
        (LINES, "2026-10-08", 1),
        (REBUILT_LINES, "2026-08-20", 8),
    ] {
        let parsed = list(text).unwrap();
        let publication = &parsed.publication;
        assert_eq!((publication.list.as_str(), publication.authority.as_str()), ("uk-sanctions", "UK"));
        assert_eq!(publication.title, "UK Sanctions List");
        assert_eq!(publication.issued.unwrap().to_string(), issued);
        assert_eq!((publication.scope.as_str(), publication.complete), ("The whole list.", true));
        assert_eq!(parsed.designations.len(), count);
        assert!(parsed.warnings.is_empty(), "{:?}", parsed.warnings);
        let broken = broken_rules(&parsed.programmes, &[], &parsed.designations);
        assert!(broken.iter().all(|rule| rule.what.contains("table of measures")), "{broken:?}");
    }
}

#[test]
fn a_persons_facts_come_along() {
    let parsed = list(TRIMMED).unwrap();
    let one = of(&parsed, "AFG0006");
    assert_eq!(one.kind, SubjectKind::Individual);
    assert_eq!(
        names(one),
        [
            ("MOHAMMAD HASSAN AKHUND", NameKind::Primary, STRONG),
            ("Mohammad Hassan Akhund", NameKind::Alias, STRONG),
            ("Haji Mohammad Hassan", NameKind::Alias, STRONG),
            ("محمد حسن آخوند", NameKind::Alias, STRONG),
        ]
    );
    assert_eq!(&*one.names[3].script, "Arabic");
    assert_eq!(one.listed.unwrap().to_string(), "2001-01-25");
    assert_eq!(one.changed.unwrap().to_string(), "2026-04-14");
    assert_eq!(
        births(one),
        [
            "dd/mm/1945 = 1945-01-01/1945-12-31",
            "dd/mm/1946 = 1946-01-01/1946-12-31",
            "01/03/1958 = 1958-03-01/1958-03-01"
        ]
    );
    assert_eq!(numbers(one), [("Passport", "P04581926", None), ("National identifier", "12345", None)]);
    assert_eq!(fact(one, "Passport"), ["P04581926: Afghanistan passport"]);
    assert_eq!(one.nationalities, ["Afghanistan"]);
    assert_eq!(one.birth_places, ["Lakhi village, Afghanistan", "Darvishan, Afghanistan"]);
    assert_eq!(one.titles, ["Mullah", "Haji", "Deputy Minister of Civil Aviation under the Taliban"]);
    assert_eq!(one.gender.as_deref(), Some("Male"));
    assert_eq!(one.reasons, ["Deputy Minister of Civil Aviation under the Taliban regime."]);
    assert_eq!(fact(one, "Other information"), ["A close associate of Mullah Mohammed Omar."]);
    assert_eq!(fact(one, "Sanctions imposed"), ["Asset freeze|Travel Ban"]);
    assert_eq!(fact(one, "Designation source"), ["UN"]);
    assert_eq!(one.measures, ["uk-asset-freeze", "uk-travel-ban"]);
    let others: Vec<(&str, &str)> =
        one.cross_references.iter().map(|other| (other.authority.as_str(), other.id.as_str())).collect();
    assert_eq!(others, [("UN", "TAi.002"), ("OFSI", "7172")]);
    assert_eq!(one.programmes, ["The Afghanistan (Sanctions) (EU Exit) Regulations 2020"]);
    let programme = &parsed.programmes[0];
    assert_eq!((programme.code.as_str(), programme.title.as_str()), (one.programmes[0].as_str(), "Afghanistan"));
    assert_eq!(programme.authority, "Sanctions and Anti-Money Laundering Act 2018");
}

#[test]
fn facts_of_entities_and_ships_come_along() {
    let parsed = list(TRIMMED).unwrap();
    let one = of(&parsed, "AFG0001");
    // `ALias` is an alias too.
    assert_eq!(names(one)[2], ("Haji Hakim Hawala", NameKind::Alias, WEAK));
    assert_eq!(numbers(one), [("Business registration number", "BR-99-XY", None)]);
    for (label, value) in [
        ("Type of entity", "Terrorist organisation"),
        ("Parent company", "HKHS Holding"),
        ("Subsidiary", "Kandahar Branch"),
        ("Phone number", "+93-202-104748"),
        ("Email address", "helmand_exchange_msp@yahoo.com"),
        ("Website", "http://example.org"),
    ] {
        assert_eq!(fact(one, label), [value]);
    }
    let address = &one.addresses[0];
    assert_eq!(address.street.as_deref(), Some("Branch Office 1"));
    assert_eq!((address.place.as_deref(), address.country.as_deref()), (Some("Kabul, 1001"), Some("Afghanistan")));
    let one = of(&parsed, "DPR0075");
    assert_eq!(one.kind, SubjectKind::Vessel);
    assert_eq!(numbers(one), [("IMO number", "9562233", None)]);
    assert_eq!(one.measures, ["uk-transport"]);
    for (label, value) in [
        ("Owner or operator", "Global United Shipping India"),
        ("Flag", "Comoros"),
        ("Previous flag", "India"),
        ("Vessel type", "Bulk Carrier"),
        ("Tonnage", "7078"),
        ("Year built", "2011"),
    ] {
        assert_eq!(fact(one, label), [value]);
    }
}

#[test]
fn one_primary_name_leads_and_the_rest_are_aliases() {
    let parsed = list(REBUILT).unwrap();
    // Two primary names each; the first of BEL0174 is empty.
    let one = of(&parsed, "DRC0076");
    assert_eq!(
        names(one),
        [
            ("Alliance Fleuve Congo", NameKind::Primary, STRONG),
            ("Congo River Alliance", NameKind::Alias, STRONG),
            ("AFC", NameKind::Alias, STRONG)
        ]
    );
    assert!(of(&parsed, "BEL0174").primary_name().ends_with("KAZAKOV"));
    assert_eq!(of(&parsed, "HAI0003").primary_name(), "JOHNSON ANDRE");
    // A variation can be weak; a `Good quality` one is strong.
    assert_eq!(names(of(&parsed, "YEM0007"))[1], ("Mohammad Al-Ghamari", NameKind::Alias, WEAK));
    let one = of(&parsed, "AQD0198");
    assert_eq!(names(one)[1], ("Ibrahim Awwad Ibrahim al-Samarra'i", NameKind::Alias, STRONG));
    assert_eq!(names(one)[2], ("Abu Du'a", NameKind::Alias, WEAK));
    let script = |id: &str| &*of(&parsed, id).names.last().unwrap().script;
    assert_eq!([script("GHR0126"), script("RUS2459"), script("RUS3640")], ["Hebrew", "Hangul", "Thai"]);
}

#[test]
fn numbers_countries_and_references_are_read() {
    let parsed = list(REBUILT).unwrap();
    // The words beside the passport name the country that is the nationality too.
    assert_eq!(numbers(of(&parsed, "RUS1022")), [("Passport", "759581476", Some("Russia"))]);
    assert_eq!(fact(of(&parsed, "RUS1022"), "Passport"), ["759581476: Russia"]);
    assert_eq!(numbers(of(&parsed, "RUS2260")), [("National identifier", "561605562471", None)]);
    assert_eq!(fact(of(&parsed, "RUS2260"), "National identifier"), ["561605562471: INN"]);
    assert_eq!(numbers(of(&parsed, "RUS2672")), [("Business registration number", "7813067004", None)]);
    assert_eq!(
        of(&parsed, "AQD0031").cross_references.iter().map(|other| other.id.as_str()).collect::<Vec<_>>(),
        ["QDE.145", "13169"]
    );
    // `N/A` is no number.
    let without = parsed.designations.iter().find(|one| !fact(one, "UN reference").is_empty()).unwrap();
    assert_eq!(fact(without, "UN reference"), ["N/A"]);
    assert!(without.cross_references.iter().all(|other| other.authority != "UN"));
}

#[test]
fn what_is_imposed_becomes_measures() {
    let parsed = list(REBUILT).unwrap();
    for (id, expected) in [
        ("RUS0251", "uk-asset-freeze uk-services"),
        ("LIB0042", "uk-travel-ban"),
        ("YEM0010", "uk-trade"),
        ("RUS3677", "uk-transport uk-trade"),
        ("RUS3576", "uk-asset-freeze uk-services"),
        ("RUS3712", "uk-asset-freeze uk-services"),
        ("AQD0031", "uk-asset-freeze uk-trade"),
    ] {
        assert_eq!(of(&parsed, id).measures.join(" "), expected, "{id}");
    }
    // A mark without words counts, and an entry that says nothing is warned of.
    let entry = |inside: &str| {
        format!(
            "<Designations><Designation><UniqueID>A1</UniqueID><Names><Name><Name6>X</Name6><NameType>Primary Name</NameType>\
             </Name></Names><IndividualEntityShip>Entity</IndividualEntityShip>{inside}</Designation></Designations>"
        )
    };
    let marks = "<SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>false</TravelBan><New>true</New>\
        </SanctionsImposedIndicators>";
    assert_eq!(list(&entry(marks)).unwrap().designations[0].measures, ["uk-asset-freeze", "uk-other"]);
    assert!(
        list(&entry(marks)).unwrap().warnings[1]
            .what
            .contains("1 sanction is imposed that Namesieve does not know (`New`)")
    );
    let parsed = list(&entry("")).unwrap();
    assert_eq!(parsed.designations[0].measures, ["uk-other"]);
    assert!(
        parsed.warnings[1].what.starts_with("1 entry does not say what is imposed (`A1`)"),
        "{:?}",
        parsed.warnings
    );
}

#[test]
fn what_is_new_is_kept_and_warned_of() {
    let text = "<x:Designations xmlns:x='y'><x:Designation><x:Novel><x:Inner>v</x:Inner></x:Novel><x:Names><x:Name>\
        <x:NameType>Nickname</x:NameType><x:Name6>\u{202e}N\u{202c}</x:Name6></x:Name></x:Names><x:SanctionsImposed>Levy\
        </x:SanctionsImposed><x:IndividualEntityShip>Cloud</x:IndividualEntityShip><x:UniqueID>A1</x:UniqueID>\
        <x:DateDesignated>soon</x:DateDesignated><x:IndividualDetails><x:Individual><x:DOBs><x:DOB>dd/mm/yyyy</x:DOB>\
        </x:DOBs><x:EyeColour>blue</x:EyeColour></x:Individual></x:IndividualDetails></x:Designation></x:Designations>";
    let parsed = list(text).unwrap();
    let one = &parsed.designations[0];
    assert_eq!(names(one), [("\u{202e}N\u{202c}", NameKind::Primary, STRONG)]);
    assert_eq!(one.measures, ["uk-other"]);
    assert_eq!(fact(one, "Novel, inner"), ["v"]);
    assert_eq!(fact(one, "Eye colour"), ["blue"]);
    assert_eq!(fact(one, "Kind of subject"), ["Cloud"]);
    assert_eq!(fact(one, "Date designated"), ["soon"]);
    assert_eq!(births(one), ["dd/mm/yyyy = ?"]);
    let said: Vec<&str> = parsed.warnings.iter().map(|warning| warning.what.as_str()).collect();
    for expected in [
        "`Cloud`",
        "`Nickname`",
        "no primary name",
        "`soon`",
        "(`Levy`)",
        "the file carries no date",
        "2 values stand in elements that Namesieve does not know, for example `Eye colour` of record A1",
    ] {
        assert!(said.iter().any(|what| what.contains(expected)), "{expected} is not in {said:?}");
    }
    assert_eq!(said.len(), 7);
}

#[test]
fn both_forms_carry_the_same_entries() {
    let lines = list(REBUILT_LINES).unwrap();
    // The lines were made of entries of both excerpts; two stand in both, and those of the trimmed one were taken.
    let (trimmed, rebuilt) = (list(TRIMMED).unwrap(), list(REBUILT).unwrap());
    for one in &lines.designations {
        let of = |parsed: &Parsed| parsed.designations.iter().find(|other| other.id == one.id).cloned();
        let mut expected = of(&trimmed).or_else(|| of(&rebuilt)).unwrap();
        let mut found = one.clone();
        // Lines come in their own order.
        for designation in [&mut expected, &mut found] {
            designation.names[1..].sort_by(|one, other| one.name.cmp(&other.name));
            designation.births.sort_by(|one, other| one.published.cmp(&other.published));
            designation.facts.sort_by(|one, other| (&one.label, &one.value).cmp(&(&other.label, &other.value)));
            designation.identifiers.sort_by(|one, other| one.number.cmp(&other.number));
            designation.addresses.sort_by(|one, other| one.street.cmp(&other.street));
        }
        assert_eq!(found, expected);
    }
    assert_eq!(lines.designations.len(), 8);
}

#[test]
fn the_official_line_is_read() {
    let parsed = list(LINES).unwrap();
    let one = &parsed.designations[0];
    assert_eq!((one.id.as_str(), one.kind, one.primary_name()), ("RUS2176", SubjectKind::Vessel, "KOROLEV PROSPECT"));
    assert_eq!(one.listed.unwrap().to_string(), "2024-07-31");
    assert_eq!(numbers(one), [("IMO number", "9826902", None)]);
    assert_eq!(one.measures, ["uk-transport"]);
    for (label, value) in [
        ("Owner or operator", "Stream Ship Management FZCO"),
        ("Flag", "Gabon"),
        ("Vessel type", "Oil Tanker"),
        ("Year built", "2019"),
    ] {
        assert_eq!(fact(one, label), [value]);
    }
    assert!(one.reasons[0].starts_with("KOROLEV PROSPECT (IMO 9826902) is involved"), "{:?}", one.reasons);
}

#[test]
fn the_retired_list_is_named_and_refused() {
    let said = refusal(RETIRED);
    assert!(said.contains("OFSI's consolidated list, which was retired on 28 January 2026"), "{said}");
    assert!(said.contains("fetch the UK Sanctions List"), "{said}");
    let Some(path) = crate::shared::file("OFSI's retired list", "lists/uk-ofsi/2020-04-27/ConList.csv") else { return };
    let refused = read(vec![Input::new("ConList.csv", std::fs::File::open(path).unwrap())]).unwrap_err();
    assert!(refused.to_string().contains("retired on 28 January 2026"), "{refused}");
}

#[test]
fn the_rebuilt_list_is_read_whole() {
    let path = "lists/uk-sanctions-list/2026-08-rebuilt/UK-Sanctions-List.xml";
    let Some(path) = crate::shared::file("the UK list, whole", path) else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let parsed = list(&text).unwrap();
    // Counted with another reader of XML, values that an entry repeats taken once.
    assert_eq!(parsed.designations.len(), 6_349);
    let kinds = |kind| parsed.designations.iter().filter(|one| one.kind == kind).count();
    assert_eq!(
        [kinds(SubjectKind::Individual), kinds(SubjectKind::Entity), kinds(SubjectKind::Vessel)],
        [4_036, 1_647, 666]
    );
    let sum = |of: fn(&Designation) -> usize| parsed.designations.iter().map(of).sum::<usize>();
    assert_eq!(sum(|one| one.births.len()), 3_538);
    assert_eq!(sum(|one| one.nationalities.len()), 2_926);
    assert_eq!(sum(|one| one.birth_places.len()), 2_487);
    assert_eq!(sum(|one| one.reasons.len()), 5_406);
    let count = |kind| parsed.designations.iter().flat_map(|one| &one.identifiers).filter(|id| id.kind == kind).count();
    assert_eq!(
        [count("Passport"), count("National identifier"), count("Business registration number"), count("IMO number")],
        [722, 418, 599, 631]
    );
    let others =
        |of| parsed.designations.iter().flat_map(|one| &one.cross_references).filter(|r| r.authority == of).count();
    // 1,005 UN numbers, one of which is `N/A`.
    assert_eq!([others("UN"), others("OFSI")], [1_004, 5_151]);
    // Of 621 low-quality names one has no text.
    assert_eq!(parsed.designations.iter().flat_map(|one| &one.names).filter(|name| name.quality == WEAK).count(), 620);
    let measured = |id: &str| parsed.designations.iter().filter(|one| one.measures.iter().any(|m| m == id)).count();
    // As many as have the mark.
    assert_eq!([measured("uk-asset-freeze"), measured("uk-travel-ban")], [5_689, 3_936]);
    // As many as name one of them in their words, each word taken whole.
    assert_eq!(
        [measured("uk-services"), measured("uk-transport"), measured("uk-trade"), measured("uk-other")],
        [4_738, 1_179, 455, 145]
    );
    assert_eq!(parsed.programmes.len(), 31);
    let broken = broken_rules(&parsed.programmes, &[], &parsed.designations);
    assert!(broken.iter().all(|rule| rule.what.contains("table of measures")), "{broken:?}");
    assert!(parsed.warnings.is_empty(), "{:?}", parsed.warnings);
}
