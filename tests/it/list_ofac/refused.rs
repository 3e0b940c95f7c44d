//! What is refused, and the sentence that says why.

use super::*;

const XML: &str = "consolidated-2025-03-28.xml";

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let whole = fixture(XML);
    for part in [10, 50, 500, 999] {
        let cut = &whole[..whole.len() * part / 1000];
        let said = refusal(&[("c.xml", cut)]);
        assert!(
            said.starts_with("c.xml ends in the middle (") && said.ends_with("it was cut off; fetch it again"),
            "{said}"
        );
    }
    let whole = fixture("sdn-2023-12-28/sdn.csv");
    for at in [whole.len() / 2, whole.len() / 3, whole.len() - 4] {
        let said = refusal(&[("sdn.csv", &whole[..at])]);
        assert!(said.starts_with("sdn.csv ends in the middle ("), "{said}");
    }
    // Cut at the end of a line there is nothing to see but that the end mark is not there.
    let lines = whole[..5000].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    let lists = lists(&[("sdn.csv", &whole[..lines])]);
    assert_eq!(
        warnings(&lists).last().unwrap(),
        &"1 file does not end with the byte 1A, with which OFAC ends its CSV files (`sdn.csv`); it is read all the same, but \
          lines that are missing at the end cannot be seen"
    );
    // A quotation mark that is not closed swallows the rest of the file.
    let open = b"1,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1960\r\n\x1a";
    assert_eq!(
        refusal(&[("sdn.csv", open)]),
        "sdn.csv ends in the middle (line 1 has a quotation mark that is not closed): it was cut off; fetch it again"
    );
}

#[test]
fn a_count_that_is_not_kept_is_refused() {
    let file = String::from_utf8(fixture(XML)).unwrap().replace("<Record_Count>25<", "<Record_Count>26<");
    assert_eq!(
        refusal(&[("c.xml", file.as_bytes())]),
        "c.xml says that it has 26 records and holds 25; fetch it again"
    );
}

#[test]
fn a_count_that_cannot_be_read_is_refused_and_one_that_is_missing_is_said() {
    let text = String::from_utf8(fixture(XML)).unwrap();
    let counted = |words: &str| text.replace("<Record_Count>25<", &format!("<Record_Count>{words}<"));
    assert_eq!(
        refusal(&[("c.xml", counted("1,025").as_bytes())]),
        "c.xml says that it has 1025 records and holds 25; fetch it again"
    );
    let said = refusal(&[("c.xml", counted("many").as_bytes())]);
    let unread =
        "c.xml, its `Record_Count`: `many` is no number, so that missing records cannot be seen; fetch it again";
    assert!(said.starts_with(unread), "{said}");
    let uncounted = "the file does not say how many records it has, so that missing ones cannot be seen";
    let none = text.replace("<Record_Count>25</Record_Count>", "");
    assert_eq!(warnings(&lists(&[("c.xml", none.as_bytes())])), [uncounted]);
    // The element that carries both, in either spelling, or gone.
    let spelled = counted("26").replace("publshInformation", "publishInformation");
    assert!(refusal(&[("c.xml", spelled.as_bytes())]).starts_with("c.xml says that it has 26 records and holds 25"));
    let gone = text.replace("publshInformation", "aboutThis");
    let gone = lists(&[("c.xml", gone.as_bytes())]);
    assert_eq!(warnings(&gone), ["the file carries no date, so the list has no date of issue", uncounted]);
}

#[test]
fn an_empty_list_is_refused() {
    let none = b"<sdnList><publshInformation><Record_Count>0</Record_Count></publshInformation></sdnList>";
    for (file, bytes) in [("c.xml", none.as_slice()), ("c.xml", b"<sdnList/>")] {
        assert_eq!(
            refusal(&[(file, bytes)]),
            "c.xml has the form of a list of OFAC but holds no record; fetch it again"
        );
    }
    assert_eq!(
        refusal(&[("sdn.csv", b"\x1a")]),
        "sdn.csv has the form of a CSV file of OFAC but holds no record; fetch it again"
    );
    assert_eq!(refusal(&[("sdn.csv", b"  \r\n")]), "sdn.csv is empty; fetch it again");
}

#[test]
fn an_error_page_is_refused() {
    let page = b"<!DOCTYPE html><html><head><title>Access Denied</title></head></html>";
    assert_eq!(
        refusal(&[("sdn.xml", page)]),
        "sdn.xml is a web page and not a list (`Access Denied`); open the publisher's site and fetch the list itself"
    );
}

#[test]
fn a_part_without_its_names_is_refused() {
    for (file, got) in [("alt", "aliases"), ("add", "addresses"), ("comments", "the rest of long remarks")] {
        let bytes = fixture(&format!("cons-2025-12-19/cons_{file}.csv"));
        assert_eq!(
            refusal(&[("part.csv", &bytes)]),
            format!(
                "part.csv holds {got} only; give it together with the file of names to which it belongs, sdn.csv or \
                 cons_prim.csv"
            )
        );
    }
    let (names, aliases) = (fixture("sdn-2023-12-28/sdn.csv"), fixture("sdn-2023-12-28/alt.csv"));
    let said = refusal(&[("sdn.csv", &names), ("alt.csv", &aliases), ("alt (1).csv", &aliases)]);
    assert!(said.starts_with("alt (1).csv holds aliases only"), "{said}");
}

#[test]
fn parts_of_another_day_are_refused() {
    let names = fixture("sdn-2023-12-28/sdn.csv");
    let said = "record 9640: it is not in sdn.csv, so that the two are not of the same list and the same day";
    for part in ["alt", "add", "comments"] {
        let row: &[u8] = match part {
            "alt" => b"36,1,\"aka\",\"B\",-0- \r\n9640,2,\"aka\",\"C\",-0- \r\n\x1a",
            "add" => b"36,1,-0- ,\"B\",-0- ,-0- \r\n9640,2,-0- ,\"C\",-0- ,-0- \r\n\x1a",
            _ => b"9640,\"and more.\"\r\n\x1a",
        };
        let found = refusal(&[("sdn.csv", &names), ("part.csv", row)]);
        assert!(found.starts_with(&format!("part.csv, {said}")), "{found}");
    }
}

#[test]
fn a_record_that_breaks_the_format_is_refused() {
    let row = |id: &str, name: &str| format!("{id},{name},-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
    let file = format!("{}{}\x1a", row("1", "\"A\""), row("1", "\"B\""));
    let said = refusal(&[("sdn.csv", file.as_bytes())]);
    assert!(said.starts_with("sdn.csv, record 1: its number stands in the file twice; fetch it again"), "{said}");
    let file = format!("{}{}\x1a", row("1", "\"A\""), row("2", "-0- "));
    assert!(refusal(&[("sdn.csv", file.as_bytes())]).starts_with("sdn.csv, record 2: it has no name;"));
    let file = format!("{}{}\x1a", row("1", "\"A\""), row("x", "\"B\""));
    assert!(
        refusal(&[("sdn.csv", file.as_bytes())])
            .starts_with("sdn.csv, record number 2: its first column is no number;")
    );
    let file = format!("{}2,\"B\"\r\n{}\x1a", row("1", "\"A\""), row("3", "\"C\""));
    assert_eq!(
        refusal(&[("sdn.csv", file.as_bytes())]),
        "sdn.csv cannot be read as CSV at line 2: 2 columns instead of 12; fetch it again"
    );

    let entry = |uid: &str, name: &str| format!("<sdnEntry><uid>{uid}</uid><lastName>{name}</lastName></sdnEntry>");
    for (entries, expected) in [
        (entry("1", "A") + &entry("1", "B"), "s.xml, record 1: its uid stands in the file twice;"),
        (entry("", "A"), "s.xml, record number 1: it has no uid;"),
        (entry("4", " "), "s.xml, record 4: it has no name;"),
    ] {
        let said = refusal(&[("s.xml", format!("<sdnList>{entries}</sdnList>").as_bytes())]);
        assert!(said.starts_with(expected), "{said}");
    }
}

#[test]
fn a_file_made_to_do_harm_is_refused() {
    let deep = format!("<sdnList><sdnEntry>{}</sdnEntry></sdnList>", "<a>".repeat(100_000));
    let said = refusal(&[("s.xml", deep.as_bytes())]);
    assert!(said.contains("elements nested more than 64 deep"), "{said}");
    let entities = b"<!DOCTYPE sdnList [<!ENTITY a \"aaaa\">]><sdnList><sdnEntry><uid>&a;</uid></sdnEntry></sdnList>";
    assert!(refusal(&[("s.xml", entities)]).starts_with("s.xml cannot be read as XML"));
}
