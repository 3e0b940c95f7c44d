//! One part of a Word document: its paragraphs, and the cells of its tables.

use quick_xml::Reader;
use quick_xml::escape;
use quick_xml::events::{BytesStart, Event};

/// What is never shown, or is shown twice: properties, instructions of fields, what was struck out, and the form of a drawing for
/// programs of before 2010.
const UNSEEN: [&str; 14] = [
    "pPr",
    "rPr",
    "tblPr",
    "trPr",
    "tcPr",
    "sectPr",
    "sdtPr",
    "instrText",
    "del",
    "delText",
    "moveFrom",
    "Fallback",
    "ffData",
    "extLst",
];

/// Word nests elements some dozens deep; a part that nests them deeper was made to be a burden.
const MOST_DEEP: usize = 256;

/// The text of a part.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) pictures: usize,
    /// Whether there are symbols that no character is known for.
    pub(super) letters: bool,
}

/// The rows and paragraphs that are open, each within the one before.
enum Open {
    Paragraph(String),
    Row(Vec<String>),
    Cell(String),
}

/// Reads a part.
///
/// # Errors
/// What is wrong with its XML.
pub(super) fn read(xml: &[u8]) -> Result<Text, String> {
    let mut reader = Reader::from_reader(xml);
    let mut text = Text::default();
    let mut open: Vec<Open> = Vec::new();
    let (mut depth, mut unseen, mut in_text) = (0_usize, None, false);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| error.to_string())? {
            Event::Eof if depth > 0 => return Err("it is cut off".to_owned()),
            Event::Eof => break,
            Event::Start(start) => {
                depth += 1;
                if depth > MOST_DEEP {
                    return Err(format!("its elements are nested more than {MOST_DEEP} deep"));
                }
                let local = start.local_name();
                let name: &str = local.as_ref();
                if unseen.is_none() && UNSEEN.contains(&name) {
                    unseen = Some(depth);
                }
                if unseen.is_none() {
                    in_text = matches!(name, "t" | "v");
                    begin(name, &start, &mut open, &mut text);
                }
            }
            Event::Empty(start) if unseen.is_none() => {
                let local = start.local_name();
                let name: &str = local.as_ref();
                if !UNSEEN.contains(&name) {
                    begin(name, &start, &mut open, &mut text);
                    end(name, &mut open, &mut text);
                }
            }
            Event::End(tag) => {
                if unseen.is_none() {
                    end(tag.local_name().as_ref(), &mut open, &mut text);
                }
                in_text = false;
                unseen = unseen.filter(|at| *at != depth);
                depth = depth.saturating_sub(1);
            }
            Event::Text(piece) if in_text => letters(&piece, &mut open),
            Event::CData(piece) if in_text => letters(&piece, &mut open),
            Event::GeneralRef(entity) if in_text => {
                let entity = format!("&{};", &*entity);
                letters(&escape::unescape(&entity).map_err(|error| error.to_string())?, &mut open);
            }
            _ => {}
        }
    }
    Ok(text)
}

/// Adds letters to the paragraph that is open.
fn letters(piece: &str, open: &mut [Open]) {
    if let Some(Open::Paragraph(paragraph)) = open.iter_mut().rev().find(|open| matches!(open, Open::Paragraph(_))) {
        paragraph.push_str(piece);
    }
}

fn begin(name: &str, start: &BytesStart<'_>, open: &mut Vec<Open>, text: &mut Text) {
    match name {
        // The points of a chart have no paragraphs around them; readings above a word stand beside it.
        "p" | "v" | "rt" => open.push(Open::Paragraph(String::new())),
        "tr" => open.push(Open::Row(Vec::new())),
        "tc" => open.push(Open::Cell(String::new())),
        "tab" | "ptab" => letters("\t", open),
        "br" | "cr" => letters("\n", open),
        "noBreakHyphen" => letters("\u{2011}", open),
        "sym" => {
            let code = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "char");
            let code = code.and_then(|code| u32::from_str_radix(code.value.trim(), 16).ok()).and_then(char::from_u32);
            match code.filter(|c| !is_private(*c)) {
                Some(c) => letters(c.encode_utf8(&mut [0; 4]), open),
                None => {
                    letters(" ", open);
                    text.letters |= is_of_letters(start);
                }
            }
        }
        "blip" | "imagedata" => text.pictures += 1,
        _ => {}
    }
}

/// Characters whose look is the font's own affair.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// Whether a symbol is of a font with letters, and not of one with arrows and boxes.
fn is_of_letters(start: &BytesStart<'_>) -> bool {
    let font = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "font");
    let font = font.map(|font| font.value.to_ascii_lowercase()).unwrap_or_default();
    !(font.contains("dings") || font.starts_with("symbol") || font.contains("marlett"))
}

fn end(name: &str, open: &mut Vec<Open>, text: &mut Text) {
    match (name, open.pop()) {
        ("p" | "v" | "rt", Some(Open::Paragraph(paragraph))) => emit(&paragraph, open, text),
        ("tc", Some(Open::Cell(cell))) => match open.last_mut() {
            Some(Open::Row(row)) => row.push(cell),
            _ => emit(&cell, open, text),
        },
        // A row is a line where its cells are; where a cell has paragraphs of its own, each stands by itself.
        ("tr", Some(Open::Row(row))) => match row.iter().all(|cell| !cell.trim_end().contains('\n')) {
            true => emit(&row.iter().map(|cell| cell.trim()).collect::<Vec<_>>().join("\t"), open, text),
            false => row.iter().for_each(|cell| emit(cell, open, text)),
        },
        (_, Some(other)) => open.push(other),
        (_, None) => {}
    }
}

/// Puts a finished line where it belongs: into the cell around it, or into the text.
fn emit(line: &str, open: &mut [Open], text: &mut Text) {
    let cell = open.iter_mut().rev().find_map(|open| if let Open::Cell(cell) = open { Some(cell) } else { None });
    let into = cell.unwrap_or(&mut text.text);
    let line = line.trim_matches(['\n', '\r']);
    if !line.trim().is_empty() {
        into.push_str(line);
        into.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(inner: &str) -> String {
        read(format!("<w:document xmlns:w='w'>{inner}</w:document>").as_bytes()).unwrap().text
    }

    #[test]
    fn paragraphs_are_lines_and_what_was_struck_out_is_not_read() {
        let runs = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Benazir </w:t></w:r><w:ins><w:r><w:t>Ah</w:t></w:r></w:ins>\
            <w:del><w:r><w:delText>x</w:delText><w:t>y</w:t></w:r></w:del><w:r><w:t>med &amp; Co</w:t><w:tab/><w:t>2</w:t></w:r></w:p>\
            <w:p/><w:p><w:r><w:instrText>AUTHOR</w:instrText><w:t>z</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>";
        assert_eq!(text(runs), "Benazir Ahmed & Co\t2\nz\n\u{2011}\n");
    }

    #[test]
    fn a_box_within_a_paragraph_does_not_part_it() {
        let boxed = "<w:p><w:r><w:t>Benazir </w:t></w:r><AlternateContent><Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></Choice>\
            <Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></Fallback></AlternateContent><w:r><w:t>Ahmed</w:t></w:r></w:p>";
        assert_eq!(text(boxed), "box\nBenazir Ahmed\n");
    }

    #[test]
    fn rows_are_lines_and_cells_with_paragraphs_stand_by_themselves() {
        let cell = |text: &str| format!("<w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
        let nested =
            format!("<w:tc><w:tbl>{}</w:tbl><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc>", row(&[cell("a"), cell("b")]));
        let table = format!("<w:tbl>{}{}</w:tbl>", row(&[cell("Benazir"), cell("Ahmed")]), row(&[nested, cell("d")]));
        assert_eq!(text(&table), "Benazir\tAhmed\na\tb\nc\nd\n");
    }

    #[test]
    fn what_is_cut_off_closes_twice_or_is_nested_too_deep_is_an_error() {
        for broken in ["<w:p><w:t>a", "<w:p></w:t></w:p>", "<w:p><w:t>&nothing;</w:t></w:p>"] {
            assert!(read(broken.as_bytes()).is_err(), "{broken}");
        }
        let deep = |depth: usize| format!("{}<t>Ali</t>{}", "<p>".repeat(depth), "</p>".repeat(depth));
        assert_eq!(read(deep(MOST_DEEP - 1).as_bytes()).unwrap().text, "Ali\n");
        assert!(read(deep(MOST_DEEP).as_bytes()).is_err());
    }
}
