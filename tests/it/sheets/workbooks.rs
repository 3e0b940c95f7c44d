//! Excel workbooks: as programs write them, as nobody should, and what only calls itself one.

use super::{Case, Choice, case, check};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A ZIP file of these parts.
pub(super) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with this sheet data and these shared texts.
pub(super) fn workbook(data: &str, strings: &str, settings: &str) -> Vec<u8> {
    const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    zipped(&[
        (
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{SHEET}\" xmlns:r=\"{RELATIONS}\">{settings}<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/styles.xml",
            &format!(
                "<styleSheet xmlns=\"{SHEET}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", strings),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet xmlns=\"{SHEET}\"><sheetData>{data}</sheetData></worksheet>"),
        ),
    ])
}

/// A cell with its text in it.
pub(super) fn inline(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn raw(data: &str) -> Vec<u8> {
    workbook(data, "<sst/>", "")
}

/// A sheet as a spreadsheet program writes it.
fn written() -> Vec<u8> {
    let mut book = Workbook::new();
    let hidden = book.add_worksheet().set_name("Hidden").unwrap();
    hidden.write_string(0, 0, "Nothing").unwrap();
    hidden.set_hidden(true);
    let page = book.add_worksheet().set_name("Parties").unwrap();
    page.set_active(true);
    for (column, word) in (0..).zip(["Ref", "Name", "Born", "Passport", "Active"]) {
        page.write_string(0, column, word).unwrap();
    }
    let date = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    page.write_number(1, 0, 12_345_678_901_234.0).unwrap();
    page.write_string(1, 1, "Benazir Ahmed").unwrap();
    page.write_datetime_with_format(
        1,
        2,
        ExcelDateTime::from_ymd(1963, 10, 1).unwrap().and_hms(13, 5, 0).unwrap(),
        &date,
    )
    .unwrap();
    page.write_string(1, 3, "B00002095").unwrap();
    page.write_boolean(1, 4, true).unwrap();
    page.write_number(3, 0, 7.0).unwrap();
    page.write_formula(3, 1, Formula::new("=\"Jane\"&\" Roe\"").set_result("Jane Roe")).unwrap();
    page.write_number(3, 2, 1970.0).unwrap();
    book.add_worksheet().set_name("Notes").unwrap().write_string(0, 0, "x").unwrap();
    book.save_to_buffer().unwrap()
}

fn empty() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet();
    book.save_to_buffer().unwrap()
}

/// Its central directory and its parts say that they unpack to nothing.
fn lying(mut bytes: Vec<u8>) -> Vec<u8> {
    for (mark, at) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let places: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, window)| window == mark).map(|(at, _)| at).collect();
        for place in places {
            bytes[place + at..place + at + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
    }
    bytes
}

/// Workbooks, and what is none.
pub(super) fn corpus() -> Vec<Case> {
    as_written().into_iter().chain(by_hand()).chain(not_one()).collect()
}

fn as_written() -> Vec<Case> {
    const NOTE: &str = "note: Only the sheet `Parties` is read; the workbook also has `Hidden`, `Notes`.";
    vec![
        case(
            "written.xlsx",
            written(),
            &[
                "sheet Parties: reference=Ref, name=Name, birth=Born, identifier=Passport, other=Active",
                "2#12345678901234 Benazir Ahmed birth=1963-10-01 identifier=B00002095: AHMED, Benazir",
                "3 : NOT SCREENED empty",
                "4#7 Jane Roe birth=1970: none",
                NOTE,
            ],
        ),
        case(
            "called-csv.csv",
            written(),
            &["called-csv.csv has no sheet `Other`; it has `Hidden`, `Parties`, `Notes`; nothing was read"],
        )
        .chosen(Choice { sheet: Some("Other".into()), ..Choice::default() }),
        case("hidden.xlsx", written(), &["hidden.xlsx, row 1: there is no row below the header; if it is a name, say that there is no header; nothing was read"])
            .chosen(Choice { sheet: Some("Notes".into()), header: Some(true), ..Choice::default() }),
        case("encoded.xlsx", written(), &["encoded.xlsx is a workbook, which has no encoding to choose; nothing was read"])
            .chosen(Choice { encoding: Some("utf-8".into()), ..Choice::default() }),
        case("empty.xlsx", empty(), &["empty.xlsx is empty; nothing was read"]),
    ]
}

fn by_hand() -> Vec<Case> {
    let head = format!("<row r=\"1\">{}{}</row>", inline("A1", "Name"), inline("B1", "Born"));
    let row = |cells: &str| raw(&format!("{head}<row r=\"2\">{cells}</row>"));
    let jane = inline("A2", "Jane Roe");
    const BORN: &str = "sheet A: name=Name, birth=Born";
    let of = |file, cells: &str, line: &str| case(file, row(cells), &[BORN, line]);
    let corners = format!("{}<row r=\"1048576\">{}</row>", head, inline("XFD1048576", "x"));
    let wide = format!("<row r=\"1\">{}{}</row>", inline("A1", "Name"), inline("XFD1", "x"));
    let blank: String = (3..1_000_000).map(|at| format!("<row r=\"{at}\"/>")).collect();
    let strings = "<sst count=\"2\" uniqueCount=\"2\"><si><t>Name</t></si><si><r><t xml:space=\"preserve\">Benazir </t></r><r><t>Ahmed</t></r></si></sst>";
    let shared =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>";
    let date = "<c r=\"B2\" s=\"1\"><v>22189</v></c>";
    vec![
        case("shared.xlsx", workbook(shared, strings, ""), &["sheet A: name=Name", "2 Benazir Ahmed: AHMED, Benazir"]),
        of("date.xlsx", &format!("{jane}{}", date.replace("22189", "23285")), "2 Jane Roe birth=1963-10-01: none"),
        case(
            "date-1904.xlsx",
            workbook(
                &format!("{head}<row r=\"2\">{jane}{}</row>", date.replace("22189", "21823")),
                "<sst/>",
                "<workbookPr date1904=\"1\"/>",
            ),
            &[BORN, "2 Jane Roe birth=1963-10-01: none"],
        ),
        of(
            "date-iso.xlsx",
            &format!("{jane}<c r=\"B2\" t=\"d\"><v>1963-10-01T00:00:00</v></c>"),
            "2 Jane Roe birth=1963-10-01: none",
        ),
        of(
            "date-negative.xlsx",
            &format!("{jane}<c r=\"B2\" s=\"1\"><v>-1e300</v></c>"),
            "2 Jane Roe birth=1899-12-31: none",
        ),
        of("error.xlsx", "<c r=\"A2\" t=\"e\"><v>#N/A</v></c>", "2 #N/A: NOT SCREENED unreadable"),
        of("true.xlsx", "<c r=\"A2\" t=\"b\"><v>1</v></c>", "2 true: none"),
        of("year.xlsx", &format!("{jane}<c r=\"B2\"><v>1963</v></c>"), "2 Jane Roe birth=1963: none"),
        of(
            "no-places.xlsx",
            "<c t=\"inlineStr\"><is><t>Jane Roe</t></is></c><c><v>1963</v></c>",
            "2 Jane Roe birth=1963: none",
        ),
        case(
            "long-number.xlsx",
            raw(&format!(
                "<row r=\"1\">{}{}</row><row r=\"2\">{jane}<c r=\"B2\"><v>12345678901234567</v></c></row>",
                inline("A1", "Name"),
                inline("B1", "National ID")
            )),
            &[
                "sheet A: name=Name, identifier=National ID",
                "2 Jane Roe identifier=12345678901234568: none",
                "note: Row 2 has a number of more than 15 digits, of which a workbook keeps no more for certain; if it is an identity number, format its column as text and enter it again.",
            ],
        ),
        of("formula.xlsx", &inline("A2", "=cmd Benazir Ahmed"), "2 =cmd Benazir Ahmed: AHMED, Benazir"),
        case(
            "below.xlsx",
            raw(&corners),
            &["below.xlsx has 1048576 rows, at most 200000 are read; divide it and screen the parts; nothing was read"],
        ),
        case(
            "aside.xlsx",
            raw(&wide),
            &["aside.xlsx has 16384 columns, at most 500 are read; divide it and screen the parts; nothing was read"],
        ),
        case("million.xlsx", raw(&format!("{head}<row r=\"2\">{jane}</row>{blank}")), &[BORN, "2 Jane Roe: none"]),
        case(
            "twice.xlsx",
            row(&format!("{jane}{}", inline("A2", "Benazir Ahmed"))),
            &[
                "twice.xlsx, workbook: its sheet `A` has a cell of row 2 twice; open and save it again as XLSX; nothing was read",
            ],
        ),
        case(
            "promise.xlsx",
            workbook(shared, &strings.replace("uniqueCount=\"2\"", "uniqueCount=\"99999999999999\""), ""),
            &[
                "promise.xlsx, workbook: it promises more texts than it can hold; open and save it again as XLSX; nothing was read",
            ],
        ),
        case(
            "no-text.xlsx",
            workbook(&shared.replace("<v>1</v>", "<v>9</v>"), strings, ""),
            &[
                "no-text.xlsx, workbook: its sheet `A` cannot be read (Cell string index not found in shared strings table); open and save it again as XLSX, or as CSV; nothing was read",
            ],
        ),
    ]
}

fn not_one() -> Vec<Case> {
    const FOREIGN: &str = "a ZIP file or a document that is no Excel workbook (XLSX); save its table as XLSX or CSV";
    let foreign = |file: &'static str, part: &str| {
        case(file, zipped(&[(part, "<a/>")]), &[&format!("{file} is {FOREIGN}; nothing was read")])
    };
    let mut protected = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    protected.extend([0; 600]);
    let bomb = zipped(&[("xl/workbook.xml", "<a/>"), ("xl/worksheets/sheet1.xml", &" ".repeat(16 << 20))]);
    let unpacked = format!(
        "bomb.xlsx, workbook: it unpacks to more than {} bytes, which is no table of names; nothing was read",
        bomb.len() * 400
    );
    vec![
        foreign("text.xlsx", "word/document.xml"),
        foreign("open.xlsx", "content.xml"),
        foreign("plain.xlsx", "names.csv"),
        case(
            "protected.xlsx",
            protected,
            &[
                "protected.xlsx is an Excel workbook of before 2007 or a protected one; save it as XLSX or CSV without a password; nothing was read",
            ],
        ),
        case("bomb.xlsx", bomb, &[&unpacked]),
    ]
}

#[test]
fn workbooks_are_read_cell_by_cell_or_refused() {
    check(corpus());
}

#[test]
fn a_workbook_that_is_cut_off_or_lies_is_refused_and_does_not_panic() {
    let whole = written();
    for end in (4..whole.len()).step_by(97) {
        let error =
            namesieve::sheet::Sheet::read("cut.xlsx", &whole[..end], &Choice::default()).unwrap_err().to_string();
        assert!(error.contains("cut off or damaged"), "{end}: {error}");
    }
    let error = namesieve::sheet::Sheet::read("lying.xlsx", &lying(whole), &Choice::default()).unwrap_err().to_string();
    assert!(error.contains("cut off or damaged"), "{error}");
}
