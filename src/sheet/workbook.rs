//! A sheet of an Excel workbook (XLSX), read cell by cell.
//!
//! A workbook is a ZIP file of XML, which can be made to unpack to more than any machine holds. What its parts truly unpack to is
//! counted before it is read, and its cells are read one by one: a sheet with two cells in opposite corners is two cells.

use super::{Choice, Form, Line, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Sheet, SheetError, SheetFile, too_much};
use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::{Cursor, Read};

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
    let rows = rows(&mut book, &sheet, &file.name, &damaged)?;
    Sheet::of(file, Form::Workbook { sheet, sheets }, rows, choice, notes)
}

/// Reads the cells of a sheet as rows.
fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    file: &str,
    damaged: &dyn Fn(String) -> SheetError,
) -> Result<Vec<Line>, SheetError> {
    let wrong = |error: XlsxError| {
        damaged(format!("its sheet `{sheet}` cannot be read ({error}); open and save it again as XLSX, or as CSV"))
    };
    let mut cells = book.worksheet_cells_reader(sheet).map_err(wrong)?;
    let mut rows: Vec<Line> = Vec::new();
    let mut total = 0;
    while let Some(cell) = cells.next_cell().map_err(wrong)? {
        let text = text(cell.get_value());
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
        let line = &mut rows[row].cells;
        line.resize((column + 1).max(line.len()), String::new());
        line[column] = text;
    }
    Ok(rows)
}

/// A cell as a person sees it: numbers without a fraction as whole ones, dates in ISO form.
fn text(value: &DataRef<'_>) -> String {
    match Data::from(value.clone()) {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text,
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
        let mut part = part.take((most - total + 1) as u64);
        total += std::io::copy(&mut part, &mut std::io::sink()).map_err(|error| unreadable(&error))? as usize;
        if total > most {
            return Err(damaged(format!("it unpacks to more than {most} bytes, which is no table of names")));
        }
    }
    Ok(())
}
