//! Names from a file: one a line, or a column of a CSV file.

use super::Failure;
use super::table::{self, Table};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Endings of files that hold a table, which is not to be read as one name a line.
const TABLES: [&str; 2] = ["csv", "tsv"];

/// Reads the names of a file (`-` is standard input) in their order, one for each line or each row, empty ones too: an empty
/// row is reported as not screened rather than left out.
pub fn read(path: &Path, column: Option<&str>) -> Result<Vec<String>, Failure> {
    let mut bytes = Vec::new();
    let read = match path.as_os_str() == "-" {
        true => io::stdin().lock().read_to_end(&mut bytes).map(drop),
        false => fs::read(path).map(|content| bytes = content),
    };
    read.map_err(|source| Failure::Input { path: path.to_owned(), source })?;
    let content = |what: String| Failure::Content { path: path.to_owned(), what };
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(content("it is a workbook: screen it as a table with --out RESULTS.csv".into()));
    }
    let text = table::text(bytes).map_err(content)?;
    let names = match column {
        Some(column) => Table::read(&text).and_then(|table| names(&table, column)).map_err(content)?,
        None if path
            .extension()
            .is_some_and(|ending| TABLES.iter().any(|table| ending.eq_ignore_ascii_case(table))) =>
        {
            let header =
                Table::read(&text).map_or(String::new(), |table| format!("; its header has {}", table.headers()));
            return Err(content(format!(
                "it looks like a table: screen it as one with --out RESULTS.csv, or name the column of the names with --column{header}"
            )));
        }
        None if text.trim().is_empty() => Vec::new(),
        None => text.split(['\r', '\n']).map(str::to_owned).collect(),
    };
    if names.is_empty() {
        return Err(content("it holds no names; nothing was screened".into()));
    }
    Ok(names)
}

fn names(table: &Table, column: &str) -> Result<Vec<String>, String> {
    let at = table.column(column).ok_or_else(|| {
        format!("there is no column `{column}`; its header has {}; name one of them with --column", table.headers())
    })?;
    Ok(table.rows.iter().map(|row| row.get(at).unwrap_or("").to_owned()).collect())
}
