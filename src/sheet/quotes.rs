//! The quotation marks of a CSV file, watched as they go by. The csv reader takes a stray one as it comes: a mark that opens
//! a cell and closes rows below makes all rows between a part of that cell, without an error.

/// Where the reader stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// Before a row.
    #[default]
    Row,
    /// Before a cell.
    Cell,
    /// In a cell without marks.
    Plain,
    /// Within marks.
    Quoted,
    /// Behind the mark that closes a cell, or behind the first of two that stand for one.
    Closed,
    /// Behind spaces that follow it: a mark here opens nothing.
    Behind,
}

/// What the marks of a file have shown so far.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    separator: u8,
    place: Place,
    /// The number of rows begun, blank lines not counted.
    rows: usize,
    /// Whether the cell within marks has gone over the end of a line.
    broken: bool,
    stray: Option<usize>,
}

impl Quotes {
    /// For a file with this separator.
    pub fn new(separator: u8) -> Quotes {
        Quotes { separator, ..Quotes::default() }
    }

    /// The first row in which a cell over several lines goes on behind the mark that closes it.
    pub fn stray(&self) -> Option<usize> {
        self.stray
    }

    /// At the end of the file: the row whose mark never closes.
    pub fn open(&self) -> Option<usize> {
        (self.place == Place::Quoted).then_some(self.rows)
    }

    /// Whether what comes next begins a row, or is the end of a blank line.
    pub fn before_row(&self) -> bool {
        self.place == Place::Row
    }

    /// Whether what comes next is within marks.
    pub fn within(&self) -> bool {
        self.place == Place::Quoted
    }

    /// Watches more of the file.
    pub fn watch(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let ends = matches!(byte, b'\n' | b'\r');
            if self.place == Place::Row && !ends {
                self.rows += 1;
                self.place = Place::Cell;
            }
            self.place = match (self.place, byte) {
                (Place::Quoted, b'"') => Place::Closed,
                (Place::Quoted, _) => {
                    self.broken |= ends;
                    Place::Quoted
                }
                (Place::Closed, b'"') => Place::Quoted,
                (_, b'\n' | b'\r') => Place::Row,
                (_, byte) if *byte == self.separator => Place::Cell,
                (Place::Cell, b'"') => {
                    self.broken = false;
                    Place::Quoted
                }
                (Place::Closed | Place::Behind, b' ') => Place::Behind,
                (Place::Closed | Place::Behind, _) => {
                    if self.broken {
                        self.stray.get_or_insert(self.rows);
                    }
                    Place::Plain
                }
                _ => Place::Plain,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched(text: &str) -> (Option<usize>, Option<usize>) {
        let mut quotes = Quotes::new(b',');
        quotes.watch(text.as_bytes());
        (quotes.stray(), quotes.open())
    }

    #[test]
    fn a_mark_out_of_place_is_seen_and_one_within_a_line_is_not() {
        assert_eq!(watched("name,note\n\nA,\"x\nB,y\nC,\"z\nD,w\n"), (Some(2), None));
        assert_eq!(watched("name,note\nA,\"x\nB,\"\"y\"\"\nC\"\nD,5\" gun\n\"E\" F,\n"), (None, None));
        assert_eq!(watched("name,note\n\"A\" \"B,c\nD,e\n"), (None, None), "the second mark of a cell opens nothing");
        assert_eq!(watched("name,note\nA,b\nC,\"d\nE,f\n"), (None, Some(3)));
    }
}
