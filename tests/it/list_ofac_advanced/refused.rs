//! Files that are refused, each with a sentence that says what was found and what to do.

use super::*;

const ENHANCED: &str = "CONS_ENHANCED-2025-01-10-excerpt.xml";
const ADVANCED: &str = "cons_advanced-2020-03-17-excerpt.xml";

fn sentence(bytes: &[u8]) -> String {
    lists("file.xml", bytes).map(|lists| format!("read: {:?}", shares(&lists))).unwrap_err().to_string()
}

/// Text in place of other text, which must be there once at least.
fn changed(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1).into_bytes()
}

#[test]
fn a_file_that_was_cut_off_is_refused_wherever_it_ends() {
    for name in [ENHANCED, ADVANCED] {
        let whole = fixture(name);
        // Before the first record, between and within records, within a name of several bytes, and before the last bracket.
        for cut in [1_000, 5_000, 20_000, 40_000, 60_001, 60_002, 60_003, whole.len() - 200, whole.len() - 3] {
            let refusal = sentence(&whole[..cut]);
            assert!(refusal.starts_with("file.xml ends in the middle ("), "{name} cut at {cut}: {refusal}");
            assert!(refusal.ends_with("): it was cut off; fetch it again"), "{refusal}");
        }
    }
}

#[test]
fn changes_are_not_a_list() {
    let delta =
        br#"<?xml version="1.0"?><sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0"><publicationInfo>
        <datePublished>2026-08-20T00:00:00-04:00</datePublished></publicationInfo><entities><entity id="1" action="add">
        <generalInfo><entityType>Entity</entityType></generalInfo></entity></entities></sanctionsData>"#;
    assert_eq!(
        sentence(delta),
        "file.xml holds changes only (its namespace is `https://www.treasury.gov/ofac/DeltaFile/1.0`) and not the whole \
         list; fetch SDN_ENHANCED.XML or CONS_ENHANCED.XML"
    );
    // In another namespace its actions tell it, on a record or within one.
    let other = changed(delta, "DeltaFile/1.0", "Whatever/2.0");
    assert!(sentence(&other).contains("(record 1 has the action `add`)"), "{}", sentence(&other));
    let within = changed(&fixture(ENHANCED), "<sanctionsProgram refId", "<sanctionsProgram action=\"remove\" refId");
    assert!(sentence(&within).contains("has the action `remove`) and not the whole list"), "{}", sentence(&within));
}

#[test]
fn pages_archives_and_empty_lists_are_refused() {
    assert_eq!(
        sentence(b"<!DOCTYPE html><html><head><title>403 Forbidden</title></head></html>"),
        "file.xml is a web page and not a list (`403 Forbidden`); open the publisher's site and fetch the list itself"
    );
    let none = "file.xml has the form of a list of OFAC but holds no record; fetch it again";
    assert_eq!(sentence(b"<sanctionsData><entities/></sanctionsData>"), none);
    assert_eq!(sentence(b"<Sanctions><DistinctParties></DistinctParties></Sanctions>"), none);
    assert_eq!(sentence(b"<Sanctions/>"), none);
    assert!(sentence(b"PK\x03\x04").starts_with("file.xml is a ZIP archive; unpack it"));
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    let twice = changed(&fixture(ENHANCED), "<entity id=\"9659\">", "<entity id=\"9647\">");
    assert!(sentence(&twice).starts_with("file.xml, record 9647: its id stands in the file twice; fetch it again"));
    let twice = changed(&fixture(ADVANCED), "<DistinctParty FixedRef=\"9659\">", "<DistinctParty FixedRef=\"9639\">");
    assert!(sentence(&twice).starts_with("file.xml, record 9639: its number stands in the file twice; fetch it again"));
}

#[test]
fn a_record_without_id_name_or_list_is_refused() {
    let file = changed(&fixture(ENHANCED), "<entity id=\"9647\">", "<entity>");
    assert!(sentence(&file).starts_with("file.xml, an `entity`: it has no id; "), "{}", sentence(&file));
    let entity = |name: &str, list: &str| {
        format!(
            "<sanctionsData><entities><entity id=\"5\"><sanctionsLists>{list}</sanctionsLists><names>{name}</names></entity>\
             </entities></sanctionsData>"
        )
    };
    let list = "<sanctionsList>SDN List</sanctionsList>";
    let name = |text: &str, primary: &str| {
        format!(
            "<name><isPrimary>{primary}</isPrimary><translations><translation><formattedFullName>{text}</formattedFullName>\
             </translation></translations></name>"
        )
    };
    let nameless = "file.xml, record 5: it has no name that can be compared; ";
    assert!(sentence(entity("", list).as_bytes()).starts_with(nameless));
    assert!(sentence(entity(&name("...", "true"), list).as_bytes()).starts_with(nameless));
    let listless = sentence(entity(&name("A", "true"), "").as_bytes());
    assert!(
        listless.starts_with("file.xml, record 5: no `sanctionsList` says on which list it stands; "),
        "{listless}"
    );
    // An alias can stand for the primary name, and that is told.
    let names = name("- -", "true") + &name("A", "false") + &name("A", "false") + &name("B", "false");
    let lists = lists("file.xml", entity(&names, list).as_bytes()).unwrap();
    assert_eq!(self::names(record(&lists, "ofac-sdn", "5")), ["primary `A`", "`A`", "`B`"]);
    assert_eq!(
        warnings(&lists),
        [
            "the file carries no date, so the list has no date of issue",
            "1 record is of a kind that Namesieve does not know (`` of record 5); it is shown as of the kind `entity`",
            "1 name has neither letter nor digit (`- -` of record 5); it is left out, as there is nothing to compare",
            "1 record has no primary name (`5`); it is listed under the first of the other names",
        ]
    );
}

#[test]
fn an_entry_without_its_party_is_refused() {
    let text = String::from_utf8(fixture(ADVANCED)).unwrap();
    let from = text.find("<DistinctParty FixedRef=\"9639\">").unwrap();
    let to = from + text[from..].find("</DistinctParty>").unwrap() + "</DistinctParty>".len();
    let said = sentence(format!("{}{}", &text[..from], &text[to..]).as_bytes());
    assert!(
        said.starts_with(
            "file.xml, record 9639: a `SanctionsEntry` lists it, and its `DistinctParty` is not in the file; fetch it again"
        ),
        "{said}"
    );
}

#[test]
fn hostile_files_do_no_harm() {
    let deep = "<a>".repeat(100_000);
    for open in ["<Sanctions><DistinctParty>", "<sanctionsData><entity id=\"1\">"] {
        let refusal = sentence(format!("{open}{deep}").as_bytes());
        assert!(refusal.contains("elements nested more than 64 deep"), "{refusal}");
    }
    // An entity that the format does not define is not looked up anywhere.
    let file = changed(&fixture(ENHANCED), "ZAHHAR, Mahmoud Khaled", "&xxe;");
    assert!(sentence(&file).starts_with("file.xml cannot be read as XML at byte "), "{}", sentence(&file));
    // Marks that turn the direction of writing stay in the name; the screen deals with them.
    let file = changed(&fixture(ENHANCED), "ZAHHAR, Mahmoud Khaled", "ZAH\u{202e}HAR, Mahmoud");
    let lists = lists("file.xml", &file).unwrap();
    assert_eq!(record(&lists, "ofac-plc", "9647").primary_name(), "ZAH\u{202e}HAR, Mahmoud");
}

#[test]
fn the_order_of_a_records_parts_and_an_unknown_prefix_do_not_matter() {
    let text = String::from_utf8(fixture(ENHANCED)).unwrap();
    let prefixed = text.replace("<entity ", "<o:entity ").replace("</entity>", "</o:entity>");
    let prefixed = prefixed.replacen("<sanctionsData ", "<sanctionsData xmlns:o=\"urn:x\" ", 1);
    assert_eq!(lists("a", prefixed.as_bytes()), lists("b", text.as_bytes()));
    // Remarks before everything else, names after the features.
    let at = |mark: &str| text.find(mark).unwrap();
    let (names, features) = (at("      <names>"), at("      <addresses>"));
    let end = at("    </entity>");
    let moved = [&text[..names], &text[features..end], &text[names..features], &text[end..]].concat();
    assert_ne!(moved, text);
    assert_eq!(lists("a", moved.as_bytes()), lists("b", text.as_bytes()));
}
