//! Names from a file: one a line, or a column of a CSV file.

use super::Failure;
use std::fs;
use std::path::Path;

/// Reads the names of a file in their order, one for each line or each row, empty ones too: an empty row is reported as
/// not screened rather than left out.
pub fn read(path: &Path, column: Option<&str>) -> Result<Vec<String>, Failure> {
    let bytes = fs::read(path).map_err(|source| Failure::Input { path: path.to_owned(), source })?;
    let content = |what: String| Failure::Content { path: path.to_owned(), what };
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        content(format!("line {line} is not UTF-8 text; save the file as UTF-8 and try again; nothing was screened"))
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    match column {
        None => Ok(text.lines().map(str::to_owned).collect()),
        Some(column) => read_column(text, column).map_err(content),
    }
}

fn read_column(text: &str, column: &str) -> Result<Vec<String>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|error| format!("its header cannot be read: {error}"))?;
    let at = headers.iter().position(|header| header.trim() == column).ok_or_else(|| {
        let found = headers.iter().map(|header| format!("`{header}`")).collect::<Vec<_>>().join(", ");
        format!("there is no column `{column}`; its header has {found}; name one of them with --column")
    })?;
    reader
        .records()
        .map(|record| {
            let record = record.map_err(|error| format!("it cannot be read: {error}; nothing was screened"))?;
            Ok(record.get(at).unwrap_or("").to_owned())
        })
        .collect()
}
