//! The text of a watchlist in the encodings that spreadsheets write.
//!
//! UTF-16 is told by its byte order mark and turned into UTF-8 as it is read. Without a mark, a cell that is no UTF-8 is
//! Windows-1252 ([`windows`]), so that the file need not be held whole to be judged.

use crate::list::{Input, Refusal, windows};
use crate::sheet::quotes::Quotes;
use std::io::{self, BufRead, Read};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    /// UTF-8, or an encoding that is told cell by cell; the number of bytes of its mark.
    Bytes(usize),
    Utf16Little,
    Utf16Big,
}

fn encoding(beginning: &[u8]) -> Encoding {
    match beginning {
        [0xef, 0xbb, 0xbf, ..] => Encoding::Bytes(3),
        [0xff, 0xfe, ..] => Encoding::Utf16Little,
        [0xfe, 0xff, ..] => Encoding::Utf16Big,
        _ => Encoding::Bytes(0),
    }
}

/// The beginning of a file as text, for its first row.
pub(super) fn beginning(bytes: &[u8]) -> String {
    let units = |of: fn([u8; 2]) -> u16| -> String {
        let units = bytes[2..].as_chunks::<2>().0.iter().map(|pair| of(*pair));
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match encoding(bytes) {
        Encoding::Bytes(mark) => windows::text(&bytes[mark..]).0,
        Encoding::Utf16Little => units(u16::from_le_bytes),
        Encoding::Utf16Big => units(u16::from_be_bytes),
    }
}

/// A file as bytes whose separators are those of ASCII: UTF-16 has become UTF-8, byte order marks are gone.
pub(super) struct Decoded<'r, 'a> {
    input: &'r mut Input<'a>,
    encoding: Option<Encoding>,
    /// What was decoded and not yet taken, and how much of it was.
    ready: Vec<u8>,
    taken: usize,
    /// The first half of a pair of units.
    high: Option<u16>,
    /// What the quotation marks show, as far as was decoded.
    pub(super) quotes: Quotes,
}

impl<'r, 'a> Decoded<'r, 'a> {
    pub(super) fn new(input: &'r mut Input<'a>, separator: u8) -> Decoded<'r, 'a> {
        let quotes = Quotes::new(separator);
        Decoded { input, encoding: None, ready: Vec::new(), taken: 0, high: None, quotes }
    }

    /// Why the last reading failed, if it was the system's fault and not the file's.
    pub(super) fn unreadable(&self) -> Option<Refusal> {
        self.input.unreadable()
    }

    /// Takes the first line, whatever ends it.
    pub(super) fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let ready = self.fill_buf()?;
            let end = ready.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let amount = end.map_or(ready.len(), |end| end + 1);
            self.consume(amount);
            if end.is_some() || amount == 0 {
                return Ok(());
            }
        }
    }

    /// Decodes as much as is at hand.
    fn decode(&mut self) -> io::Result<()> {
        const PIECE: usize = 16 * 1024;
        self.ready.clear();
        self.taken = 0;
        let encoding = match self.encoding {
            Some(encoding) => encoding,
            None => {
                let encoding = encoding(self.input.fill_buf()?);
                self.input.consume(match encoding {
                    Encoding::Bytes(mark) => mark,
                    Encoding::Utf16Little | Encoding::Utf16Big => 2,
                });
                self.encoding = Some(encoding);
                encoding
            }
        };
        let mut piece = [0; PIECE];
        // Whole pieces, so that no unit is cut in two but at the end of the file.
        let mut filled = 0;
        while filled < PIECE {
            match self.input.read(&mut piece[filled..])? {
                0 => break,
                more => filled += more,
            }
        }
        let piece = &piece[..filled];
        match encoding {
            Encoding::Bytes(_) => self.ready.extend_from_slice(piece),
            Encoding::Utf16Little => self.units(piece, u16::from_le_bytes)?,
            Encoding::Utf16Big => self.units(piece, u16::from_be_bytes)?,
        }
        self.quotes.watch(&self.ready);
        Ok(())
    }

    fn units(&mut self, piece: &[u8], of: fn([u8; 2]) -> u16) -> io::Result<()> {
        let broken = |what| Err(io::Error::new(io::ErrorKind::InvalidData, what));
        let (pairs, rest) = piece.as_chunks::<2>();
        let ends = piece.is_empty() || !rest.is_empty();
        for unit in pairs.iter().map(|pair| of(*pair)) {
            let decoded = match self.high.take() {
                Some(high) => char::decode_utf16([high, unit]).next(),
                None if (0xd800..0xdc00).contains(&unit) => {
                    self.high = Some(unit);
                    continue;
                }
                None => char::decode_utf16([unit]).next(),
            };
            match decoded {
                Some(Ok(letter)) => self.ready.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
                _ => return broken("UTF-16 with half a letter in it"),
            }
        }
        if ends && (self.high.is_some() || !rest.is_empty()) {
            return broken("UTF-16 that ends in the middle of a letter");
        }
        Ok(())
    }
}

impl Read for Decoded<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let from = self.fill_buf()?;
        let amount = from.len().min(into.len());
        into[..amount].copy_from_slice(&from[..amount]);
        self.consume(amount);
        Ok(amount)
    }
}

impl BufRead for Decoded<'_, '_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken == self.ready.len() {
            self.decode()?;
        }
        Ok(&self.ready[self.taken..])
    }

    fn consume(&mut self, amount: usize) {
        self.taken = (self.taken + amount).min(self.ready.len());
    }
}
