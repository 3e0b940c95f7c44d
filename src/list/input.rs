//! A file as it is being read: its beginning can be looked at, and its size and digest are known at the end.

use super::Refusal;
use crate::pack::hex;
use crate::publication::Source;
use sha2::{Digest, Sha256};
use std::io::{self, BufRead, BufReader, Read};

/// How much of a file is held in memory, and how much of it is looked at to recognise it.
pub const WINDOW: usize = 64 * 1024;

/// A file that is being read.
pub struct Input<'a> {
    /// Its name, without folders, for sentences and for provenance.
    pub name: String,
    reader: BufReader<Counted<'a>>,
}

/// Counts and digests what is read.
struct Counted<'a> {
    inner: Box<dyn Read + 'a>,
    digest: Sha256,
    bytes: u64,
    failed: Option<String>,
}

impl<'a> Input<'a> {
    /// A file by its name and its bytes.
    pub fn new(name: impl Into<String>, bytes: impl Read + 'a) -> Input<'a> {
        let counted = Counted { inner: Box::new(bytes), digest: Sha256::new(), bytes: 0, failed: None };
        Input { name: name.into(), reader: BufReader::with_capacity(WINDOW, counted) }
    }

    /// The beginning of the file, at most 64 KB, without taking anything from it.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`].
    pub fn beginning(&mut self) -> Result<&[u8], Refusal> {
        let name = &self.name;
        self.reader.fill_buf().map_err(|error| Refusal::Unreadable { file: name.clone(), what: error.to_string() })
    }

    /// Why the last reading failed, if it was the system's fault and not the file's.
    pub fn unreadable(&self) -> Option<Refusal> {
        let what = self.reader.get_ref().failed.clone()?;
        Some(Refusal::Unreadable { file: self.name.clone(), what })
    }

    /// Reads whatever is left and says what the whole file was.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`].
    pub fn finish(mut self, records: usize) -> Result<Source, Refusal> {
        if let Err(error) = io::copy(&mut self.reader, &mut io::sink()) {
            return Err(Refusal::Unreadable { file: self.name, what: error.to_string() });
        }
        let counted = self.reader.into_inner();
        Ok(Source { file: self.name, bytes: counted.bytes, sha256: hex(&counted.digest.finalize()), records })
    }
}

impl Read for Input<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.reader.read(into)
    }
}

impl BufRead for Input<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reader.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.reader.consume(amount);
    }
}

impl Read for Counted<'_> {
    /// Fills the buffer as far as the file goes, so that the beginning is a whole window however the bytes come in.
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < into.len() {
            match self.inner.read(&mut into[filled..]) {
                Ok(0) => break,
                Ok(more) => filled += more,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.failed = Some(error.to_string());
                    return Err(error);
                }
            }
        }
        self.digest.update(&into[..filled]);
        self.bytes += filled as u64;
        Ok(filled)
    }
}
