//! Pairs of names from a CSV file, each with its score.

use super::Failure;
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use namesieve::name::{Name, Reading};
use namesieve::score;
use std::io;
use std::path::Path;

/// Schemas of people; everything else that a schema column may say is read as an organisation.
const PEOPLE: [&str; 2] = ["person", "individual"];

/// Compares the pairs of a CSV file with the columns `name1`, `name2` and perhaps `schema`, and writes the file to standard
/// output with the column `score` (0 to 100) added at the end. Without a schema the better of both readings counts.
pub fn compare(path: &Path) -> Result<(), Failure> {
    let content = |what: String| Failure::Content { path: path.to_owned(), what };
    let mut reader = ReaderBuilder::new().from_path(path).map_err(|error| content(error.to_string()))?;
    let headers = reader.headers().map_err(|error| content(error.to_string()))?.clone();
    let column = |name: &str| headers.iter().position(|header| header.trim_start_matches('\u{feff}').trim() == name);
    let (Some(first), Some(second)) = (column("name1"), column("name2")) else {
        return Err(content("it needs the columns name1 and name2 in its first line".into()));
    };
    let schema = column("schema");

    let mut writer = WriterBuilder::new().from_writer(io::stdout().lock());
    let mut write = |record: &StringRecord, last: &str| {
        writer.write_record(record.iter().chain([last])).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => Failure::from(error),
            kind => content(format!("{kind:?}")),
        })?;
        Ok::<(), Failure>(())
    };
    write(&headers, "score")?;
    for record in reader.records() {
        let record = record.map_err(|error| content(error.to_string()))?;
        let readings = match schema.and_then(|at| record.get(at)).map(str::trim) {
            None | Some("") => vec![Reading::Person, Reading::Organisation],
            Some(schema) if PEOPLE.contains(&schema.to_lowercase().as_str()) => vec![Reading::Person],
            Some(_) => vec![Reading::Organisation],
        };
        let best = readings.into_iter().map(|reading| {
            let name = |at: usize| Name::read(record.get(at).unwrap_or(""), reading);
            score::compare(&name(first), &name(second)).score()
        });
        write(&record, &best.max().unwrap_or(0).to_string())?;
    }
    Ok(writer.flush()?)
}
