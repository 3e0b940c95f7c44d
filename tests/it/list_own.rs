//! Lists of one's own: what spreadsheets save, what people forget, and what is refused.

use crate::rules::broken_rules;
use namesieve::designation::{Designation, NameKind, SubjectKind};
use namesieve::list::{Input, Parsed, Refusal, read};

const WATCHLIST: &str = include_str!("../fixtures/lists/own/watchlist.csv");
const TARGETS: &str = include_str!("../fixtures/lists/own/targets.simple.csv");

fn bytes(name: &str, bytes: &[u8]) -> Result<Parsed, Refusal> {
    let mut files = read(vec![Input::new(name, bytes)])?;
    assert_eq!(files.len(), 1);
    let mut file = files.remove(0);
    assert_eq!(file.sources[0].bytes, bytes.len() as u64);
    let list = file.lists.remove(0);
    assert_eq!(file.sources[0].records, list.designations.len());
    Ok(list)
}

fn list(text: &str) -> Parsed {
    bytes("My List.csv", text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn refused(text: &str) -> String {
    bytes("own.csv", text.as_bytes()).expect_err("read all the same").to_string()
}

fn row<'a>(list: &'a Parsed, id: &str) -> &'a Designation {
    list.designations.iter().find(|one| one.id == id).unwrap_or_else(|| panic!("no row {id}"))
}

fn facts<'a>(row: &'a Designation, label: &str) -> Vec<&'a str> {
    row.facts.iter().filter(|fact| fact.label == label).map(|fact| fact.value.as_str()).collect()
}

fn names(row: &Designation) -> Vec<&str> {
    row.names.iter().map(|name| name.name.as_str()).collect()
}

fn warnings(list: &Parsed) -> Vec<&str> {
    list.warnings.iter().map(|warning| warning.what.as_str()).collect()
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn a_watchlist_is_read_with_all_its_columns() {
    let list = bytes("Meine Liste (neu).csv", WATCHLIST.as_bytes()).unwrap();
    assert_eq!(list.publication.list, "own-meine-liste-neu");
    assert_eq!(list.publication.title, "Meine Liste (neu)");
    assert_eq!(list.publication.authority, "own list");
    assert_eq!(list.publication.scope, "A list of your own; it carries no date.");
    assert_eq!((list.publication.issued, list.programmes.len()), (None, 0));
    let ids: Vec<&str> = list.designations.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["K-1", "K-2", "row-4", "K-5", "K-6", "K-7"]);
    assert!(list.designations.iter().all(|one| one.measures == ["own-list"]));

    let erna = row(&list, "K-1");
    assert_eq!(erna.kind, SubjectKind::Individual);
    assert_eq!(names(erna), ["Erna Mustermann", "Erna M.", "Musterfrau, Erna", "Эрна Мустерманн"]);
    assert_eq!((erna.names[0].kind, erna.names[3].kind), (NameKind::Primary, NameKind::Alias));
    assert_eq!(&*erna.names[3].script, "Cyrillic");
    assert_eq!(erna.births[0].published, "1970-05");
    assert_eq!(erna.births[0].interval.unwrap().1.to_string(), "1970-05-31");
    assert_eq!(erna.nationalities, ["Germany"]);
    assert_eq!(facts(erna, "Note"), ["Said \"no\" twice,\nthen left."]);
    assert_eq!(facts(erna, "Account manager"), ["Lee"]);

    let works = row(&list, "K-2");
    assert_eq!((works.kind, works.addresses[0].country.as_deref()), (SubjectKind::Entity, Some("Austria")));
    let ship = row(&list, "row-4");
    assert_eq!((ship.kind, facts(ship, "Country")), (SubjectKind::Vessel, vec!["Panama"]));
    // Without a type, a birth date makes a person.
    assert_eq!(row(&list, "K-5").kind, SubjectKind::Individual);
    assert_eq!(row(&list, "K-5").births[0].interval.unwrap().0.to_string(), "1958-12-31");
    assert_eq!((row(&list, "K-6").kind, facts(row(&list, "K-6"), "Type")), (SubjectKind::Entity, vec!["robot"]));
    assert_eq!(
        warnings(&list),
        [
            "1 row gives a type that is not known (`robot` in row 7); it is read by whether there is a birth date: a person with \
             one, an entity without",
            "1 birth date can be read in two ways, day or month first (`03/04/1970` in row 8); it is shown as written and not \
             compared; write it as 1970-12-31",
        ]
    );
    let rules = broken_rules(&[], &[], &list.designations);
    assert!(rules.iter().all(|rule| rule.what.starts_with("measure")), "{rules:?}");
}

#[test]
fn the_simple_table_of_opensanctions_is_read() {
    let list = bytes("targets.simple.csv", TARGETS.as_bytes()).unwrap();
    assert_eq!(list.publication.list, "own-targets-simple");
    assert_eq!(warnings(&list), Vec::<&str>::new());
    let jane = row(&list, "NK-1");
    assert_eq!(jane.kind, SubjectKind::Individual);
    assert_eq!(names(jane), ["Jane Fiction", "J. Fiction", "Джейн Фикшн", "Fiction; Jane"]);
    let births: Vec<&str> = jane.births.iter().map(|birth| birth.published.as_str()).collect();
    assert_eq!(births, ["1970-01-02", "1971"]);
    assert_eq!(jane.nationalities, ["ru", "ua"]);
    let streets: Vec<_> = jane.addresses.iter().filter_map(|address| address.street.as_deref()).collect();
    assert_eq!(streets, ["Moscow", "Kyiv; Main St 1"]);
    assert_eq!(facts(jane, "sanctions"), ["UK: Invented Regulations"]);
    assert_eq!(facts(jane, "last_seen"), ["2026-09-15T13:11:55"]);
    let ship = row(&list, "NK-2");
    let numbers: Vec<_> = ship.identifiers.iter().map(|one| (one.kind.as_str(), one.number.as_str())).collect();
    assert_eq!(numbers, [("IMO number", "9422964"), ("identifiers", "371234000")]);
    assert_eq!(
        [ship.kind, row(&list, "NK-3").kind, row(&list, "NK-4").kind],
        [SubjectKind::Vessel, SubjectKind::Entity, SubjectKind::Aircraft]
    );
}

#[test]
fn every_encoding_of_a_spreadsheet_gives_the_same_list() {
    let plain = list(WATCHLIST).designations;
    let marked = [b"\xef\xbb\xbf", WATCHLIST.as_bytes()].concat();
    for (encoding, file) in
        [("UTF-8 with a mark", marked), ("UTF-16 LE", utf16(WATCHLIST, false)), ("UTF-16 BE", utf16(WATCHLIST, true))]
    {
        let found = bytes("own.csv", &file).unwrap_or_else(|refusal| panic!("{encoding}: {refusal}"));
        assert_eq!(found.designations, plain, "{encoding}");
    }
    for divider in [";", "\t"] {
        let text = "Name,Note,Id\nA B,\"x, y\",1\n".replace(',', divider);
        let found = list(&text);
        assert_eq!(names(row(&found, "1")), ["A B"]);
    }
}

#[test]
fn letters_beyond_the_first_plane_survive_utf_16_wherever_they_are_cut() {
    // Long enough for several pieces, so that a pair of units falls onto a border.
    for shift in 0..4 {
        let rows: String = (0..9000).map(|at| format!("{at},𐎀 name {at}\n")).collect();
        let text = format!("id,name\n{}", "x,y\n".repeat(usize::from(shift > 0)) + &" ".repeat(shift) + &rows);
        let found = bytes("own.csv", &utf16(&text, shift % 2 == 0)).unwrap();
        assert_eq!(names(row(&found, "8999")), ["𐎀 name 8999"]);
    }
}

#[test]
fn windows_1252_is_read_and_said() {
    let found = bytes("own.csv", b"name;note\nMax M\xfcller;\nJos\xe9 \x8eivkovi\xe6;costs 5 \x80\n").unwrap();
    assert_eq!(names(row(&found, "row-2")), ["Max Müller"]);
    assert_eq!(names(row(&found, "row-3")), ["José Živkoviæ"]);
    assert_eq!(facts(row(&found, "row-3"), "Note"), ["costs 5 €"]);
    assert_eq!(
        warnings(&found),
        [
            "the file is not UTF-8 (first seen in row 2) and is read as Windows-1252; if letters look wrong, save it as CSV UTF-8"
        ]
    );
}

#[test]
fn the_header_may_be_written_in_many_ways() {
    for text in [
        "NAME,DOB\nA B,1970\n",
        "sep=;\r\nname;dob\r\nA B;1970\r\n",
        "date_of_birth\tFull Name\n1970\tA B",
        "\n\nName,Birth-Date\nA B,1970\n",
        "\"Name\",\"Birth Date\",\"\"\n\"A B\",\"1970\",\"more\"\n",
    ] {
        let found = list(text);
        assert_eq!(found.designations.len(), 1, "{text}");
        let one = row(&found, "row-2");
        assert_eq!((names(one), one.births[0].published.as_str()), (vec!["A B"], "1970"), "{text}");
    }
    assert_eq!(facts(row(&list("name,\nA B,more\n"), "row-2"), "Column 2"), ["more"]);
    assert_eq!(names(row(&list("name\nA, B\n".replace(", ", " ").as_str()), "row-2")), ["A B"]);
    // A second column of a meaning of which there is one.
    assert_eq!(facts(row(&list("name,type,type\nA B,person,C D\n"), "row-2"), "type"), ["C D"]);
    // A header without a name column belongs to no list.
    assert!(refused("title,dob\nA B,1970\n").contains("no column is called `name`; its columns are `title`, `dob`"));
}

#[test]
fn dates_are_read_as_people_write_them() {
    for (text, expected) in [
        ("1958-03-01", "1958-03-01/1958-03-01"),
        ("1958", "1958-01-01/1958-12-31"),
        ("01 Mar 1958", "1958-03-01/1958-03-01"),
        ("1.3.1958", "1958-03-01/1958-03-01"),
        ("31/12/1958", "1958-12-31/1958-12-31"),
        ("12/31/1958", "1958-12-31/1958-12-31"),
        ("4/4/1958", "1958-04-04/1958-04-04"),
        ("1958/12/31", "1958-12-31/1958-12-31"),
        ("3/4/1958", "none"),
        ("31.2.1958", "none"),
        ("1.3.58", "none"),
        ("in spring", "none"),
    ] {
        let found = list(&format!("name,dob\nA B,{text}\n"));
        let birth = &row(&found, "row-2").births[0];
        let interval = birth.interval.map_or("none".to_owned(), |(first, last)| format!("{first}/{last}"));
        assert_eq!((birth.published.as_str(), interval.as_str()), (text, expected));
        assert_eq!(found.warnings.len(), usize::from(expected == "none"), "{text}");
    }
}

#[test]
fn rows_that_a_person_must_put_right_are_refused() {
    assert_eq!(
        refused("id,name\n1,A B\n2,C D\n1,E F\n"),
        "own.csv, row 4: its id `1` stands in row 2, too; correct it there and choose the file again"
    );
    assert_eq!(
        refused("id,name\n1,A B\n2,\n"),
        "own.csv, row 3: it has no name; give it one or empty the row; correct it there and choose the file again"
    );
    assert_eq!(
        refused("id,name\n1,?!\n"),
        "own.csv, row 2: its name `?!` has no letter or digit; correct it there and choose the file again"
    );
    assert_eq!(
        refused("id,name\n1,Smith, John\n"),
        "own.csv, row 2: it has 3 cells, where the header has 2; put a cell that contains the separator in quotation marks; \
         correct it there and choose the file again"
    );
    let long = format!("id,name\n1,A B\n2,{}\n", "x".repeat(10_001));
    assert_eq!(
        refused(&long),
        "own.csv, row 3: its cell 2 has 10001 characters, at most 10000 are read; a quotation mark may be missing; correct it \
         there and choose the file again"
    );
    assert_eq!(list(&long.replacen("xx", "x", 1)).designations.len(), 2);
    assert_eq!(
        refused("id,name\n1,A B\n2,\"C D\n"),
        "own.csv, row 3: a quotation mark opens in it that never closes; correct it there and choose the file again"
    );
    assert_eq!(
        refused("id,name\n,\n"),
        "own.csv, row 2: below the header there is no row with a name; correct it there and choose the file again"
    );
    assert!(refused("  \n ").ends_with("is empty; fetch it again"));
}

#[test]
fn utf_16_that_is_broken_is_refused() {
    let mut cut = utf16("id,name\n1,A B\n", false);
    cut.pop();
    let said = bytes("own.csv", &cut).expect_err("read all the same").to_string();
    assert!(said.contains("UTF-16 that ends in the middle of a letter"), "{said}");
    let half: Vec<u8> = "name\nA".encode_utf16().chain([0xd800, 0x42]).flat_map(u16::to_le_bytes).collect();
    let said = bytes("own.csv", &[b"\xff\xfe".to_vec(), half].concat()).expect_err("read all the same").to_string();
    assert!(said.contains("UTF-16 with half a letter in it"), "{said}");
}

#[test]
fn a_million_rows_are_the_most() {
    // Empty rows count, too, and cost little.
    let mut text = format!("name,note\n{}A,\n", ",\n".repeat(999_999));
    assert_eq!(names(row(&list(&text), "row-1000001")), ["A"]);
    text.push_str("B,\n");
    assert_eq!(
        refused(&text),
        "own.csv, row 1000002: a list may have at most 1000000 rows below its header; correct it there and choose the file again"
    );
}

#[test]
fn letters_that_turn_the_direction_are_kept() {
    let found = list("name\nA \u{202e}B\n");
    assert_eq!(names(row(&found, "row-2")), ["A \u{202e}B"]);
}

#[test]
fn short_rows_and_marks_within_cells_are_read() {
    let found = list("name,aliases,note\nA B\nC D,\"5\"\" gun;E\"\n");
    assert_eq!(names(row(&found, "row-2")), ["A B"]);
    assert_eq!(names(row(&found, "row-3")), ["C D", "5\" gun", "E"]);
}
