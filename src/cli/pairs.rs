//! Pairs of names from a CSV file, each with its score.

use super::Failure;
use super::table::{self, Table};
use csv::{StringRecord, WriterBuilder};
use namesieve::MOST_CHARACTERS;
use namesieve::name::{Name, Reading};
use namesieve::ofac_search::Query;
use namesieve::score;
use std::path::Path;
use std::{fs, io};

/// Schemas of people; everything else that a schema column may say is read as an organisation.
const PEOPLE: [&str; 2] = ["person", "individual"];

/// The score of two names of a schema, or nothing where the first cannot be compared.
pub type Score = fn(&str, &str, Option<&str>) -> Option<u8>;

/// The score of the method. Without a schema the better of both readings counts.
pub fn own(first: &str, second: &str, schema: Option<&str>) -> Option<u8> {
    let readings = match schema {
        None => vec![Reading::Person, Reading::Organisation],
        Some(schema) if PEOPLE.contains(&schema.to_lowercase().as_str()) => vec![Reading::Person],
        Some(_) => vec![Reading::Organisation],
    };
    let score = |reading| score::compare(&Name::read(first, reading), &Name::read(second, reading)).score();
    readings.into_iter().map(score).max()
}

/// The score that OFAC's own search would show for the first name, of a listed second one; 0 where it would not show it.
pub fn ofac_search(first: &str, second: &str, _: Option<&str>) -> Option<u8> {
    Query::new(first).map(|query| query.score(second).unwrap_or(0))
}

/// Compares the pairs of a CSV file with the columns `name1`, `name2` and perhaps `schema`, and writes the file to standard
/// output with the column `score` (0 to 100) added at the end. The file is read as a whole before the first row is written.
pub fn compare(path: &Path, score: Score) -> Result<(), Failure> {
    let bytes = fs::read(path).map_err(|source| Failure::Input { path: path.to_owned(), source })?;
    let content = |what: String| Failure::Content { path: path.to_owned(), what };
    let table = table::text(bytes).and_then(|text| Table::read(&text)).map_err(content)?;
    let (Some(first), Some(second)) = (table.column("name1"), table.column("name2")) else {
        return Err(content(format!("it needs the columns name1 and name2; its header has {}", table.headers())));
    };
    let schema = table.column("schema");

    let mut writer = WriterBuilder::new().from_writer(io::stdout().lock());
    let mut write = |cells: &mut dyn Iterator<Item = &str>| {
        writer.write_record(cells).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => Failure::from(error),
            kind => content(format!("{kind:?}")),
        })
    };
    // The comparison's time grows with the product of the lengths.
    let too_long = |row: &StringRecord| {
        [first, second].iter().any(|at| row.get(*at).unwrap_or("").chars().count() > MOST_CHARACTERS)
    };
    if let Some(row) = table.rows.iter().find(|row| too_long(row)) {
        let line = row.position().map_or(0, csv::Position::line);
        return Err(content(format!(
            "line {line} holds a name of more than {MOST_CHARACTERS} characters; shorten or remove it; nothing was compared"
        )));
    }
    write(&mut table.header.iter().chain(["score"]))?;
    for row in &table.rows {
        let name = |at: usize| row.get(at).unwrap_or("");
        let schema = schema.and_then(|at| row.get(at)).map(str::trim).filter(|schema| !schema.is_empty());
        let score = score(name(first), name(second), schema).map_or(String::new(), |score| score.to_string());
        let cells = (0..table.header.len()).map(|at| row.get(at).unwrap_or(""));
        write(&mut cells.chain([score.as_str()]))?;
    }
    Ok(writer.flush()?)
}
