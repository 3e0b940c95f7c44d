//! A CSV file that is read as a whole or refused with the line at which it goes wrong.

use csv::{ReaderBuilder, StringRecord};

/// A header and its rows.
pub struct Table {
    /// The header.
    pub header: StringRecord,
    /// The rows; a row may be shorter than the header, never longer.
    pub rows: Vec<StringRecord>,
}

/// The bytes of a text file as text with `\n` at the end of each line.
///
/// # Errors
/// What is no text, with the line and what to do.
pub fn text(bytes: Vec<u8>) -> Result<String, String> {
    let line = |until: usize, bytes: &[u8]| 1 + bytes[..until].iter().filter(|byte| **byte == b'\n').count();
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let line = line(at, &bytes);
        return Err(format!(
            "line {line} holds zero bytes, as UTF-16 text does; save the file as UTF-8; nothing was read"
        ));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = line(error.utf8_error().valid_up_to(), error.as_bytes());
        format!("line {line} is not UTF-8 text; save the file as UTF-8 and try again; nothing was read")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = text.replace("\r\n", "\n");
    // The last line end closes the last line and opens no other.
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}

impl Table {
    /// Reads a table whose separator is the comma, semicolon or tab that its header has most of.
    ///
    /// # Errors
    /// An empty text, quotation marks that do not pair up, a row with more cells than the header.
    pub fn read(text: &str) -> Result<Table, String> {
        if text.trim().is_empty() {
            return Err("it is empty; nothing was read".into());
        }
        // A quotation mark that is not closed makes one cell of all that follows it, rows and all.
        if text.matches('"').count() % 2 == 1 {
            return Err("a quotation mark (\") in it is not closed, so its rows cannot be told apart; close it or take it out; nothing was read".into());
        }
        let first = text.lines().next().unwrap_or("");
        let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
        let separator = [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',');
        let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
        let failed = |error: csv::Error| format!("it cannot be read: {error}; nothing was read");
        let header = reader.headers().map_err(failed)?.clone();
        let mut rows = Vec::new();
        for row in reader.records() {
            let row = row.map_err(failed)?;
            if row.len() > header.len() {
                let line = row.position().map_or(0, csv::Position::line);
                return Err(format!(
                    "line {line} has {} cells and the header {}; put a cell that holds a separator into quotation marks; nothing was read",
                    row.len(),
                    header.len()
                ));
            }
            rows.push(row);
        }
        Ok(Table { header, rows })
    }

    /// The place of a column, by its name without regard to case.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|header| header.trim().eq_ignore_ascii_case(name.trim()))
    }

    /// The names of all columns, for a sentence.
    pub fn headers(&self) -> String {
        self.header.iter().map(|header| format!("`{header}`")).collect::<Vec<_>>().join(", ")
    }
}
