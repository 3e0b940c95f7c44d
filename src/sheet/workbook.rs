//! A sheet of an Excel workbook (XLSX), read cell by cell.
//!
//! A workbook is a ZIP file of XML, which can be made to unpack to more than any machine holds. What its parts truly unpack to is
//! counted before it is read, and its cells are read one by one: a sheet with two cells in opposite corners is two cells.

use super::{
    Choice, Form, Line, MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet, SheetError, SheetFile, too_much,
};
use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use quick_xml::events::Event;
use std::io::{BufReader, Cursor, Read};

/// What the parts of a workbook may unpack to together.
const MOST_UNPACKED: usize = 8 * MOST_BYTES;

/// Text packs to a tenth or a twentieth; what packs to less than this part of itself was made to be a burden.
const MOST_RATIO: usize = 400;

/// Below this size no ratio is a burden.
const SMALL: usize = 4 << 20;

/// Reads a workbook.
pub(super) fn read(file: SheetFile, bytes: &[u8], choice: &Choice) -> Result<Sheet, SheetError> {
    if choice.encoding.is_some() {
        return Err(SheetError::Choice(format!("{} is a workbook, which has no encoding to choose", file.name)));
    }
    let name = file.name.clone();
    let damaged = |what: String| SheetError::Broken { file: name.clone(), at: "workbook".into(), what };
    unpacks(&file.name, bytes)?;
    let open: Result<Xlsx<_>, XlsxError> = Xlsx::new(Cursor::new(bytes));
    let mut book = open.map_err(|error| match error {
        XlsxError::Password => damaged("it is protected with a password; save it without one".to_owned()),
        error => damaged(format!("it cannot be read ({error}); open and save it again as XLSX, or as CSV")),
    })?;
    let all: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let sheets: Vec<String> = all.iter().map(|(name, _)| name.clone()).collect();
    let quoted = |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let first = || all.iter().find(|(_, visible)| *visible).or(all.first()).map(|(name, _)| name.clone());
    let sheet = match &choice.sheet {
        Some(wanted) => sheets.iter().find(|sheet| *sheet == wanted).cloned().ok_or_else(|| {
            SheetError::Choice(format!("{} has no sheet `{wanted}`; it has {}", file.name, quoted(&sheets)))
        })?,
        None => first().ok_or_else(|| damaged("it has no sheet".to_owned()))?,
    };
    let mut notes = Vec::new();
    if sheets.len() > 1 {
        let others: Vec<String> = sheets.iter().filter(|other| **other != sheet).cloned().collect();
        notes.push(format!("Only the sheet `{sheet}` is read; the workbook also has {}.", quoted(&others)));
    }
    let (rows, long) = rows(&mut book, &sheet, &file.name, &damaged)?;
    notes.extend(long.map(|row| {
        format!(
            "Row {row} has a number of more than {SURE_DIGITS} digits, of which a workbook keeps no more for certain; if it is an \
             identity number, format its column as text and enter it again."
        )
    }));
    Sheet::of(file, Form::Workbook { sheet, sheets }, rows, choice, notes)
}

/// A number in a workbook is sure to so many digits.
const SURE_DIGITS: u32 = 15;

/// Reads the cells of a sheet as rows; and tells the first row that has a number with more digits than a workbook keeps.
fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    file: &str,
    damaged: &dyn Fn(String) -> SheetError,
) -> Result<(Vec<Line>, Option<usize>), SheetError> {
    let wrong = |error: XlsxError| {
        damaged(format!("its sheet `{sheet}` cannot be read ({error}); open and save it again as XLSX, or as CSV"))
    };
    let mut cells = book.worksheet_cells_reader(sheet).map_err(wrong)?;
    let mut rows: Vec<Line> = Vec::new();
    let (mut total, mut kept, mut long) = (0, 0, None);
    while let Some(cell) = cells.next_cell().map_err(wrong)? {
        let value = cell.get_value();
        let text = text(value);
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        if row > MOST_ROWS {
            return Err(too_much(file, row + 1, "rows", MOST_ROWS));
        }
        if column >= MOST_COLUMNS {
            return Err(too_much(file, column + 1, "columns", MOST_COLUMNS));
        }
        total += text.len();
        if total > MOST_UNPACKED {
            return Err(too_much(file, total, "bytes of text", MOST_UNPACKED));
        }
        rows.resize_with((row + 1).max(rows.len()), || Line { cells: Vec::new(), fault: None });
        if matches!(value, DataRef::Float(number) if number.abs() >= 10_f64.powi(SURE_DIGITS as i32)) {
            long.get_or_insert(row + 1);
        }
        let line = &mut rows[row].cells;
        kept += (column + 1).saturating_sub(line.len());
        if kept > MOST_CELLS {
            return Err(too_much(file, kept, "cells and more", MOST_CELLS));
        }
        line.resize((column + 1).max(line.len()), String::new());
        if !line[column].is_empty() {
            return Err(damaged(format!(
                "its sheet `{sheet}` has a cell of row {} twice; open and save it again as XLSX",
                row + 1
            )));
        }
        line[column] = text;
    }
    Ok((rows, long))
}

/// A cell as a person sees it: numbers without a fraction as whole ones, dates in ISO form.
fn text(value: &DataRef<'_>) -> String {
    match Data::from(value.clone()) {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text,
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or("").to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(date) => date.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    }
}

/// Counts what a ZIP file unpacks to.
fn unpacks(file: &str, bytes: &[u8]) -> Result<(), SheetError> {
    let damaged = |what: String| SheetError::Broken { file: file.to_owned(), at: "workbook".into(), what };
    let unreadable =
        |error: &dyn std::fmt::Display| damaged(format!("it is cut off or damaged ({error}); fetch or save it again"));
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    if !zip.file_names().flatten().any(|part| part.eq_ignore_ascii_case("xl/workbook.xml")) {
        let instead = "save its table as XLSX or CSV";
        return Err(SheetError::Foreign {
            file: file.to_owned(),
            what: "a ZIP file or a document that is no Excel workbook (XLSX)",
            instead,
        });
    }
    let most = MOST_UNPACKED.min((MOST_RATIO * bytes.len()).max(SMALL));
    let mut total = 0;
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(|error| unreadable(&error))?;
        let has_strings = part.name().unwrap_or_default().to_ascii_lowercase().ends_with("sharedstrings.xml");
        let mut part = part.take((most - total + 1) as u64);
        let size = std::io::copy(&mut part, &mut std::io::sink()).map_err(|error| unreadable(&error))?;
        total += size as usize;
        if total > most {
            return Err(damaged(format!("it unpacks to more than {most} bytes, which is no table of names")));
        }
        drop(part);
        if has_strings {
            let part = zip.by_index(at).map_err(|error| unreadable(&error))?;
            if promised(part.take(size)) > size {
                return Err(damaged(
                    "it promises more texts than it can hold; open and save it again as XLSX".to_owned(),
                ));
            }
        }
    }
    Ok(())
}

/// How many texts the table of shared texts says that it has: the reader makes room for them before it has seen one.
fn promised(part: impl Read) -> u64 {
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(part));
    // As the reader of workbooks sets it, so that both come to the same place.
    xml.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) if start.local_name().as_ref() == "sst" => {
                let count = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "uniqueCount");
                let digits = count.map(|count| count.value.trim().to_owned());
                return digits
                    .filter(|digits| !digits.is_empty())
                    .map_or(0, |digits| digits.parse().unwrap_or(u64::MAX));
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}
