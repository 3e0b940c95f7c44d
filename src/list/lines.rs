//! The lines of an official CSV file whose columns are found by the names in its header.

use super::words::even;
use super::{Input, Refusal};
use csv::{Reader, ReaderBuilder, StringRecord};

/// The lines of a file, its header taken.
pub struct Lines<'r, 'a> {
    file: String,
    reader: Reader<&'r mut Input<'a>>,
    header: Vec<String>,
    /// The numbers of the line that was read last and of the one after it.
    number: u64,
    after: u64,
    cells: StringRecord,
}

/// One line.
pub struct Line<'l> {
    /// Its number in the file.
    pub number: u64,
    header: &'l [String],
    cells: &'l StringRecord,
}

impl<'r, 'a> Lines<'r, 'a> {
    /// Reads the header, before which some lines of the file may have been taken.
    ///
    /// # Errors
    /// [`Refusal::Malformed`], [`Refusal::Unreadable`].
    pub fn open(input: &'r mut Input<'a>, delimiter: u8, before: u64) -> Result<Lines<'r, 'a>, Refusal> {
        let file = input.name.clone();
        let reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(input);
        let (header, cells) = (Vec::new(), StringRecord::new());
        let mut lines = Lines { file, reader, header, number: before, after: before + 1, cells };
        if lines.read()? {
            lines.header = lines.cells.iter().map(|name| even(name.trim_start_matches('\u{feff}'))).collect();
        }
        Ok(lines)
    }

    /// The names of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next line that has something in it.
    ///
    /// # Errors
    /// [`Refusal::Truncated`] for a last line with too few cells, [`Refusal::Malformed`] for any other whose cells are not
    /// those of the header.
    pub fn next(&mut self) -> Result<Option<Line<'_>>, Refusal> {
        while self.read()? {
            if self.cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let (number, has, wants) = (self.number, self.cells.len(), self.header.len());
            if has < wants {
                return Err(match self.read()? {
                    true => Refusal::line(&self.file, number, format!("{has} cells for {wants} columns")),
                    false => {
                        let got = format!("line {number} has {has} cells of {wants}");
                        Refusal::Truncated { file: self.file.clone(), got }
                    }
                });
            }
            if self.cells.iter().skip(wants).any(|cell| !cell.trim().is_empty()) {
                return Err(Refusal::line(&self.file, number, format!("{has} cells for {wants} columns")));
            }
            return Ok(Some(Line { number, header: &self.header, cells: &self.cells }));
        }
        Ok(None)
    }

    fn read(&mut self) -> Result<bool, Refusal> {
        self.number = self.after;
        let read = self.reader.read_record(&mut self.cells).map_err(|error| {
            let malformed = || Refusal::line(&self.file, self.number, error.to_string());
            self.reader.get_ref().unreadable().unwrap_or_else(malformed)
        })?;
        // A cell may go on over several lines.
        let breaks = self.cells.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        self.after += 1 + breaks;
        Ok(read)
    }
}

impl<'l> Line<'l> {
    /// The even text of a column, whatever the capitals of its name; nothing for an empty one.
    pub fn of(&self, column: &str) -> Option<String> {
        let at = self.header.iter().position(|name| name.eq_ignore_ascii_case(column))?;
        self.cells.get(at).map(even).filter(|text| !text.is_empty())
    }

    /// The columns and their cells as they stand in the file.
    pub fn raw(&self) -> impl Iterator<Item = (&'l str, &'l str)> {
        self.header.iter().zip(self.cells).map(|(name, cell)| (name.as_str(), cell))
    }

    /// Where a column stands.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.header.iter().position(|name| name.eq_ignore_ascii_case(column))
    }

    /// The columns that have a text, each with its name.
    pub fn cells(&self) -> impl Iterator<Item = (&'l str, String)> {
        let cells = self.header.iter().zip(self.cells).map(|(name, cell)| (name.as_str(), even(cell)));
        cells.filter(|(_, text)| !text.is_empty())
    }
}
