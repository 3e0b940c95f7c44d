//! Official files in which parties could be lost without a word, and files that are something else than they seem.

use namesieve::designation::{NameKind, NameQuality};
use namesieve::list::{Input, Parsed, Refusal, read};

const UK: &str = include_str!("../fixtures/lists/uk/rebuilt.csv");
const EU: &str = include_str!("../fixtures/lists/eu/csvFullSanctionsList_1_1.csv");
const UN: &str = include_str!("../fixtures/lists/un/consolidated.xml");

fn bytes(bytes: &[u8]) -> Result<Parsed, Refusal> {
    Ok(read(vec![Input::new("list", bytes)])?.remove(0).lists.remove(0))
}

fn list(text: &str) -> Parsed {
    bytes(text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn refused(found: &[u8]) -> String {
    bytes(found).map(|list| list.designations.len()).expect_err("read all the same").to_string()
}

fn said(list: &Parsed) -> Vec<&str> {
    list.warnings.iter().map(|warning| warning.what.as_str()).collect()
}

/// Puts words into the cell of a column in a line of the UK's file, which has no quoted cells there.
fn uk_line(id: &str, number: usize, column: &str, words: &str) -> String {
    let columns: Vec<&str> = UK.lines().nth(1).unwrap().split(',').collect();
    let at = columns.iter().position(|name| *name == column).unwrap();
    let mut cells = vec![String::new(); columns.len()];
    for (name, value) in
        [("Last Updated", "20/08/2026"), ("Name type", "Primary Name"), ("Sanctions Imposed", "Asset freeze")]
    {
        cells[columns.iter().position(|column| *column == name).unwrap()] = value.to_owned();
    }
    let at_of = |name: &str| columns.iter().position(|column| *column == name).unwrap();
    cells[at_of("Unique ID")] = format!("{id}{number:04}");
    cells[at_of("Designation Type")] = "Entity".to_owned();
    cells[at_of("Name 6")] = "Alpha".to_owned();
    cells[at] = words.to_owned();
    cells.join(",") + "\n"
}

#[test]
fn a_stray_quotation_mark_in_the_uk_csv_is_refused() {
    let head: String = UK.lines().take(2).map(|line| format!("{line}\n")).collect();
    let file = |column: &str, words: [&str; 3]| {
        let lines = words.iter().enumerate().map(|(at, words)| uk_line("RUS", at, column, words));
        head.clone() + &lines.collect::<String>()
    };
    for (column, words) in [
        ("Name 6", ["\"Beta Holding", "Gamma Oil", "Delta\" Zavod"]),
        ("Name 6", ["\"Beta Holding", "Delta\"", "Gamma"]),
        ("Other Information", ["\"Some words", "more", "the end\""]),
        ("UK Statement of Reasons", ["\"Some words", "the end\" of it", "x"]),
    ] {
        let said = refused(file(column, words).as_bytes());
        assert!(said.starts_with("list, line 3: its cell `"), "{column}: {said}");
        assert!(said.contains("a quotation mark is out of place"), "{said}");
    }
    // Texts over several lines are right, and a name with a break in it is one name.
    let text = file("Other Information", ["\"Some words, and\nmore words, of 5 May, RUS\n\"", "more", ""]);
    assert_eq!(list(&text).designations.len(), 3);
    assert_eq!(list(&file("Name 6", ["\"Beta\nHolding\"", "B", "C"])).designations[0].primary_name(), "Beta Holding");
    let day = refused(file("Date Designated", ["\"01/02/2026\n02/02/2026\"", "", ""]).as_bytes());
    assert!(day.contains("its cell `Date Designated` goes on over the lines below"), "{day}");
}

#[test]
fn a_stray_quotation_mark_in_the_eu_csv_is_refused() {
    let columns: Vec<&str> = EU.trim_start_matches('\u{feff}').lines().next().unwrap().split(';').collect();
    let at = |name: &str| columns.iter().position(|column| *column == name).unwrap();
    let file = |column: &str, words: [&str; 3]| {
        let mut text = columns.join(";") + "\n";
        for (number, words) in words.into_iter().enumerate() {
            let mut cells = vec![String::new(); columns.len()];
            cells[0] = "05/08/2026".to_owned();
            cells[at("Entity_LogicalId")] = format!("{}", 100 + number);
            cells[at("Entity_EU_ReferenceNumber")] = format!("EU.{number}.1");
            cells[at("Entity_SubjectType")] = "E".to_owned();
            cells[at("NameAlias_WholeName")] = "Alpha".to_owned();
            cells[at(column)] = words.to_owned();
            text += &(cells.join(";") + "\n");
        }
        text
    };
    for (column, words) in [
        ("NameAlias_WholeName", ["\"Gamma Holding", "Beta", "Delta\" Oil"]),
        ("NameAlias_WholeName", ["\"Gamma Holding", "Delta\"", "Beta"]),
        ("Entity_Remark", ["\"Some words", "more", "the end\" of it"]),
    ] {
        let said = refused(file(column, words).as_bytes());
        assert!(said.starts_with(&format!("list, line 2: its cell `{column}` goes on over the lines below")), "{said}");
    }
    assert_eq!(list(&file("Entity_Remark", ["\"Some;\nwords; 7\n\"", "", ""])).designations.len(), 3);
    // Capitals of the header do not matter, and two dates of generation are said.
    let (head, rest) = EU.split_once('\n').unwrap();
    assert_eq!(said(&list(&format!("{}\n{rest}", head.to_lowercase()))), Vec::<&str>::new());
    let dated = list(&EU.replacen("05/08/2026", "03/08/2026", 1));
    assert_eq!(dated.publication.issued.unwrap().to_string(), "2026-08-03");
    assert!(
        said(&dated)[0].contains("more than one date of generation (`2026-08-03`, `2026-08-05`)"),
        "{:?}",
        said(&dated)
    );
}

#[test]
fn nothing_may_follow_the_end_of_an_xml() {
    let whole = list(UN).designations.len();
    assert_eq!(list(&format!("{UN}\n<!-- the end --><?note it?>\n ")).designations.len(), whole);
    for after in [UN, "garbage <<<<", "<CONSOLIDATED_LIST/>", "</CONSOLIDATED_LIST>", "<html>", "&amp;"] {
        let said = refused(format!("{UN}{after}").as_bytes());
        assert!(
            said.contains("something follows the end of the list, `</CONSOLIDATED_LIST>`; fetch it again"),
            "{said}"
        );
    }
}

#[test]
fn a_web_page_is_told_by_its_beginning() {
    assert_eq!(list("name,note\nA,see <html> page\n").designations.len(), 1);
    assert!(refused(format!("{UN}<html></html>").as_bytes()).contains("something follows"));
    for page in [
        "<?xml version=\"1.0\"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC \"\"><html><title>Oops</title></html>",
        "\u{feff}\n<HTML><title>Oops</title></HTML>",
        "<head><title>Oops</title></head>",
    ] {
        assert!(refused(page.as_bytes()).contains("is a web page and not a list (`Oops`)"), "{page}");
    }
}

#[test]
fn a_file_in_another_encoding_is_told_to_be_saved_as_utf_8() {
    let wide = |text: &str, mark: bool| -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let marked = "list is text in the encoding UTF-16, of which Namesieve reads UTF-8; open it in a text editor, save it as UTF-8 \
                  and choose that file";
    for text in [UN, EU, UK] {
        assert_eq!(refused(&wide(text.trim_start_matches('\u{feff}'), true)), marked);
    }
    let bare = refused(&wide("name,note\nA,b\n", false));
    assert!(
        bare.starts_with("list is text in the encoding UTF-16 without the mark at its beginning that says so,"),
        "{bare}"
    );
    let declared = UN.replacen("encoding=\"UTF-8\"", "encoding=\"windows-1251\"", 1);
    let declared = if declared == UN {
        format!("<?xml version=\"1.0\" encoding=\"windows-1251\"?>{}", &UN[UN.find("<CONS").unwrap()..])
    } else {
        declared
    };
    let foreign = declared.replacen("<FIRST_NAME>", "<FIRST_NAME>@@", 1);
    let foreign: Vec<u8> = foreign.bytes().map(|byte| if byte == b'@' { 0xc8 } else { byte }).collect();
    assert!(
        refused(&foreign).starts_with("list is text in the encoding windows-1251, of which"),
        "{}",
        refused(&foreign)
    );
}

#[test]
fn packed_files_and_cut_ones_are_named() {
    let zip = |name: &str| {
        let mut file = b"PK\x03\x04".to_vec();
        file.resize(26, 0);
        file.extend([name.len() as u8, 0, 0, 0]);
        [file, name.as_bytes().to_vec()].concat()
    };
    assert_eq!(refused(&zip("sdn.xml")), "list is a ZIP archive; unpack it and choose the sdn.xml file in it");
    for book in [zip("[Content_Types].xml"), zip("xl/workbook.xml"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()] {
        let said = refused(&book);
        assert!(said.contains("an Excel workbook") && said.contains("save the sheet as `CSV UTF-8`"), "{said}");
    }
    assert_eq!(refused(b"\x1f\x8b\x08\x00"), "list is compressed with gzip; unpack it and choose the file in it");
    assert!(refused(b"PK\x05\x06\0\0\0\0").contains("has the form of a ZIP archive but holds no record"));
    for cut in [1, 10, 30, 60] {
        let said = refused(&UN.as_bytes()[..cut]);
        assert!(said.contains("it was cut off; fetch it again"), "{cut}: {said}");
    }
    let said = refused(b"Report Date: 08-Oct-2026\nUnique ID,Name 6\xff\n");
    assert!(said.starts_with("list cannot be read as CSV at line 2: "), "{said}");
}

#[test]
fn no_record_is_led_by_a_weak_name() {
    let entity = |names: &str| {
        format!(
            "<export generationDate='2026-05-01'><sanctionEntity euReferenceNumber='E'><subjectType code='person'/>{names}</sanctionEntity></export>"
        )
    };
    let of = |text: &str| -> Vec<(String, NameKind, NameQuality)> {
        let names = list(text).designations.remove(0).names;
        names.into_iter().map(|name| (name.name, name.kind, name.quality)).collect()
    };
    let weak = "<nameAlias wholeName='Abu X' strong='false'/>";
    let strong = "<nameAlias wholeName='Xaver Y' strong='true'/>";
    assert_eq!(of(&entity(weak)), [("Abu X".into(), NameKind::Primary, NameQuality::Strong)]);
    assert_eq!(
        of(&entity(&format!("{weak}{strong}"))),
        [
            ("Xaver Y".into(), NameKind::Primary, NameQuality::Strong),
            ("Abu X".into(), NameKind::Alias, NameQuality::Weak)
        ]
    );
    let seco = "<swiss-sanctions-list list-type='whole-list' date='2026-01-01'><target ssid='1'><individual><identity main='true'>\
        <name name-type='primary-name' quality='low'><name-part><value>Abu X</value></name-part></name></identity></individual>\
        </target></swiss-sanctions-list>";
    assert_eq!(of(seco), [("Abu X".into(), NameKind::Primary, NameQuality::Strong)]);
}

#[test]
fn several_names_of_the_eu_in_one_are_searched_one_by_one() {
    let text = "<export generationDate='2026-05-01'><sanctionEntity euReferenceNumber='E'><subjectType code='enterprise'/>\
        <nameAlias wholeName='JSC Hydromash; NJSC Hydromash' strong='true'/><nameAlias wholeName='ARFA;' strong='true'/>\
        <nameAlias wholeName='X' strong='true' nickName='Y'/><pseudonym>Z</pseudonym></sanctionEntity></export>";
    let found = list(text);
    let names: Vec<&str> = found.designations[0].names.iter().map(|name| name.name.as_str()).collect();
    assert_eq!(names, ["JSC Hydromash; NJSC Hydromash", "JSC Hydromash", "NJSC Hydromash", "ARFA;", "X"]);
    assert_eq!(
        said(&found),
        [
            "2 values stand in elements that Namesieve does not know, for example `Nick name` of a name of E; they are kept among \
             the facts"
        ]
    );
}
