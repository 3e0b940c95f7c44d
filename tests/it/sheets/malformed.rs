//! Files that are damaged: rows of other lengths, quotation marks out of place, files of other kinds.

use super::{Case, case, check};

/// Damaged files.
pub(super) fn corpus() -> Vec<Case> {
    rows().into_iter().chain(marks()).chain(nothing()).chain(foreign()).collect()
}

const THREE: &str = "',' UTF-8: name=Name, birth=Born, country=Country";

fn rows() -> Vec<Case> {
    vec![
        case(
            "short.csv",
            "Name,Born,Country\nBenazir Ahmed\nJane Roe,1970\n",
            &[THREE, "2 Benazir Ahmed: AHMED, Benazir", "3 Jane Roe birth=1970: none"],
        ),
        case(
            "wide.csv",
            "Name,Born,Country\nAhmed, Benazir,1963,BD\nJane Roe,1970,US,,,\n",
            &[
                THREE,
                "2 Ahmed birth=Benazir country=1963: NOT SCREENED too-many-cells",
                "3 Jane Roe birth=1970 country=US: none",
            ],
        ),
        case(
            "wide-without-a-header.csv",
            format!("Jane Roe\nBenazir Ahmed\nErken{}\n", ",x".repeat(600)),
            &[
                "',' UTF-8: name=Column 1",
                "1 Jane Roe: none",
                "2 Benazir Ahmed: AHMED, Benazir",
                "3 Erken: NOT SCREENED too-many-cells",
            ],
        ),
    ]
}

fn marks() -> Vec<Case> {
    vec![
        case(
            "unclosed.csv",
            "Name,Note\n\"Smith,x\nErken Tuniyaz,y\n",
            &[
                "unclosed.csv, row 2: a quotation mark opens in it that never closes, so the rows below cannot be told apart; close it or take it out; nothing was read",
            ],
        ),
        case(
            "stray.csv",
            "Name,Note\nA,\"x\nErken Tuniyaz,y\nC,\"z\nD,w\n",
            &[
                "stray.csv, row 2: a quotation mark opens in it and closes rows below, in the middle of a cell, so the rows between cannot be told apart; close it or take it out; nothing was read",
            ],
        ),
        case(
            "swallowed.csv",
            "Name,Note,Born\nA,\"x\nErken Tuniyaz,y,1\nC,z\",1970\nJane Roe,w,1971\n",
            &[
                "',' UTF-8: name=Name, other=Note, birth=Born",
                "2 A birth=1970: NOT SCREENED rows-within",
                "3 Jane Roe birth=1971: none",
            ],
        ),
        case(
            "swallowed-by-halves.csv",
            "Ref,Name,Size,Note\n1,Jane Roe,\"5,a\n2,Erken Tuniyaz,6\",b\n",
            &["',' UTF-8: reference=Ref, name=Name, other=Size, other=Note", "2#1 Jane Roe: NOT SCREENED rows-within"],
        ),
        case(
            "swallowed-in-a-titled-table.csv",
            "Report\n\nRef,Name,Note\n1,Jane Roe,\"x\n2,Erken Tuniyaz,y\n3,B,z\"\n",
            &[
                "',' UTF-8: reference=Ref, name=Name, other=Note",
                "4#1 Jane Roe: NOT SCREENED rows-within",
                "note: What stands above the header is left out: Report / .",
            ],
        ),
        case(
            "swallowed-by-the-header.csv",
            "Ref,Name,\"Note\n1,Erken Tuniyaz,x\n2,B,y\"\n3,Jane Roe,z\n",
            &[
                "swallowed-by-the-header.csv, row 1: a cell of it goes on over lines that read like rows of their own (`1,Erken Tuniyaz,x`), so a quotation mark is out of place; take it out or close it; nothing was read",
            ],
        ),
        case(
            "prose.csv",
            "Name,Address,Born,Country,Note\nBenazir Ahmed,\"1 Main Street\nDhaka, Bangladesh\",1963,BD,\"a, b,\nc, d\"\n",
            &[
                "',' UTF-8: name=Name, other=Address, birth=Born, country=Country, other=Note",
                "2 Benazir Ahmed birth=1963 country=BD: AHMED, Benazir",
            ],
        ),
        case(
            "marks-behind-a-cell.csv",
            "Name,Note\n\"Jane\" \"Roe,x\n\nErken Tuniyaz,y\n",
            &[
                "',' UTF-8: name=Name, other=Note",
                "2 Jane \"Roe: none",
                "3 : NOT SCREENED empty",
                "4 Erken Tuniyaz: TUNIYAZ, Erken",
            ],
        ),
        case(
            "single-marks.csv",
            "Name,Note\n'Ahmed, Benazir',x\n",
            &["',' UTF-8: name=Name, other=Note", "2 'Ahmed: NOT SCREENED too-many-cells"],
        ),
    ]
}

fn nothing() -> Vec<Case> {
    let empty = |file: &'static str, bytes: &[u8]| case(file, bytes, &[&format!("{file} is empty; nothing was read")]);
    vec![
        empty("nothing.csv", b""),
        empty("mark.csv", b"\xef\xbb\xbf"),
        empty("wide-mark.csv", b"\xff\xfe"),
        empty("blank.csv", b" \r\n\t\n"),
        empty("separators.csv", b",,,\n,,,\n"),
        empty("quotes.csv", b"\"\"\n\"\",\"\"\n"),
        empty("named.csv", b"sep=;\n"),
        case(
            "three-quotes.csv",
            "\"\"\"",
            &[
                "three-quotes.csv, row 1: a quotation mark opens in it that never closes, so the rows below cannot be told apart; close it or take it out; nothing was read",
            ],
        ),
    ]
}

fn foreign() -> Vec<Case> {
    const LIST: &str = "an XML file; an official list goes under Lists; a table of names is CSV or XLSX";
    const PAGE: &str = "a web page; save its table as CSV or XLSX";
    const JSON: &str = "JSON; a table of names is CSV, XLSX or one name a line";
    const PICTURE: &str = "a picture; the names have to be text: save them as CSV or XLSX";
    let of = |file: &'static str, bytes: &[u8], what: &str| {
        case(file, bytes, &[&format!("{file} is {what}; nothing was read")])
    };
    let wide: Vec<u8> = "\u{feff}<?xml version=\"1.0\"?><a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        of("a.pdf.csv", b"%PDF-1.7\n1 0 obj", "a PDF; save its table as CSV or XLSX"),
        of("png.csv", b"\x89PNG\r\n\x1a\n", PICTURE),
        of("jpeg.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF", PICTURE),
        of("rtf.csv", b"{\\rtf1\\ansi Benazir Ahmed}", "a text document; save its table as CSV or XLSX"),
        of("html.csv", b"<!DOCTYPE html><table>", PAGE),
        of("html-after-a-mark.csv", "\u{feff}\n<html><body>".as_bytes(), PAGE),
        of("table.csv", b"  <TABLE border=1><tr><td>Name", PAGE),
        of("xml.csv", b"<?xml version=\"1.0\"?><sdnList/>", LIST),
        of("xml-after-a-mark.csv", "\u{feff}<?xml version=\"1.0\"?><a/>".as_bytes(), LIST),
        of("wide-xml.csv", &wide, LIST),
        of("object.csv", b"{\"name\": \"Benazir Ahmed\"}", JSON),
        of("array.csv", b"[\n  {\"name\": \"Benazir Ahmed\"}\n]", JSON),
        of(
            "old.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
            "an Excel workbook of before 2007 or a protected one; save it as XLSX or CSV without a password",
        ),
        of(
            "gzip.csv",
            b"\x1f\x8b\x08\x00\x01\x02\x03\x04\x05\x06\x07\x00\x00",
            "no text: it is full of control characters; save the table as CSV or XLSX",
        ),
        case(
            "brackets.csv",
            "[Name],[Born]\n[Jane Roe],1970\n",
            &[
                "',' UTF-8: other=Column 1, other=Column 2",
                "no column is known to hold the names; the columns are `Column 1`, `Column 2`; say which one does",
            ],
        ),
    ]
}

#[test]
fn damaged_files_lose_no_row_or_are_refused_with_what_to_do() {
    check(corpus());
}
