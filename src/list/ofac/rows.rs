//! The rows of one file of the CSV family: no header, `-0-` for an empty column, the byte 1A at the end.

use crate::list::{Input, Refusal, windows};
use csv::{ByteRecord, ReaderBuilder};
use std::io::{self, Read};

/// The byte with which OFAC ends its CSV files.
pub const END_MARK: u8 = 0x1a;

/// Calls a function for each row, with nothing for the columns that hold `-0-` alone. Returns how many rows there are, and
/// whether the file ends with the end mark.
///
/// # Errors
/// [`Refusal::Truncated`] for a file that ends in a row, [`Refusal::Malformed`] for a row of another width, and what the
/// function refuses.
pub fn each(
    input: &mut Input,
    columns: usize,
    mut row: impl FnMut(&[Option<String>]) -> Result<(), Refusal>,
) -> Result<(usize, bool), Refusal> {
    let file = input.name.clone();
    let malformed = |line: u64, got: String| Refusal::line(&file, line, got);
    let mut last = Last { inner: &mut *input, byte: None };
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&mut last);
    let (mut record, mut rows, mut ended) = (ByteRecord::new(), 0, false);
    // A row of another width is the file's fault, unless it is the last one of a file that was cut off.
    let mut odd: Option<(u64, String)> = None;
    // No row has a line break in it, so that rows are lines.
    let mut line = 0;
    loop {
        line += 1;
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                drop(reader);
                return Err(input.unreadable().unwrap_or_else(|| malformed(line, error.to_string())));
            }
        }
        if let Some((line, got)) = odd {
            return Err(malformed(line, got));
        }
        if ended {
            return Err(malformed(line, "text after the end mark, the byte 1A".to_owned()));
        }
        if record.len() == 1 && record[0].trim_ascii() == [END_MARK] {
            ended = true;
            continue;
        }
        if record.len() != columns {
            odd = Some((line, format!("{} columns instead of {columns}", record.len())));
            continue;
        }
        if record.iter().any(|field| field.contains(&END_MARK) || field.contains(&b'\n')) {
            odd = Some((line, "a quotation mark that is not closed".to_owned()));
            continue;
        }
        let values: Vec<Option<String>> = record.iter().map(value).collect();
        rows += 1;
        row(&values)?;
    }
    drop(reader);
    let line_is_over = matches!(last.byte, Some(b'\n' | b'\r' | END_MARK));
    if let Some((line, got)) = odd {
        return Err(Refusal::Truncated { file, got: format!("line {line} has {got}") });
    }
    if !ended && !line_is_over {
        return Err(Refusal::Truncated { file, got: format!("row {rows} has no end of line") });
    }
    Ok((rows, ended))
}

/// A column as text: UTF-8, or else Windows-1252. Blanks at the end of remarks matter, since long remarks go on in another
/// file; they are trimmed by those who join them.
fn value(field: &[u8]) -> Option<String> {
    if matches!(field.trim_ascii(), b"-0-" | b"") {
        return None;
    }
    Some(windows::text(field).0)
}

/// Remembers the last byte that was read.
struct Last<R> {
    inner: R,
    byte: Option<u8>,
}

impl<R: Read> Read for Last<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        if let Some(byte) = into[..read].last() {
            self.byte = Some(*byte);
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_utf_8_or_else_windows_1252() {
        assert_eq!(value("Ñandú".as_bytes()).as_deref(), Some("Ñandú"));
        assert_eq!(value(b"\xd1and\xfa \x96 \x80").as_deref(), Some("Ñandú – €"));
        assert_eq!(value(b"-0- "), None);
        assert_eq!(value(b"-0-x").as_deref(), Some("-0-x"));
    }
}
