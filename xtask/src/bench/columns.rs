//! The columns of a CSV file that a bench reads.

use std::path::Path;

use anyhow::{Context, Result};

/// The column of that name, in the order of the file; lines that begin with `#` are comments.
pub fn column(path: &Path, name: &str) -> Result<Vec<String>> {
    let [column] = columns(path, [name])?;
    Ok(column)
}

/// Several columns of one file, read once.
pub fn columns<const N: usize>(path: &Path, names: [&str; N]) -> Result<[Vec<String>; N]> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_path(path)
        .with_context(|| format!("{} cannot be read; the benches need it", path.display()))?;
    let headers = reader.headers()?.clone();
    let mut places = [0; N];
    for (place, name) in places.iter_mut().zip(names) {
        *place = headers
            .iter()
            .position(|header| header == name)
            .with_context(|| format!("{} has no column {name}", path.display()))?;
    }
    let mut columns = [const { Vec::new() }; N];
    for record in reader.records() {
        let record = record?;
        for (column, place) in columns.iter_mut().zip(places) {
            column.push(record.get(place).unwrap_or_default().to_owned());
        }
    }
    Ok(columns)
}
