//! The parts of a ZIP file, such as a Word document: what they truly unpack to is counted while they are unpacked.

use super::{DocumentError, MOST_BYTES, broken};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What the parts that are read may unpack to together.
const MOST_UNPACKED: usize = 4 * MOST_BYTES;

/// XML packs to a tenth or a twentieth; what packs to less than this part of itself was made to be a burden.
const MOST_RATIO: usize = 400;

/// Below this size no ratio is a burden.
const SMALL: usize = 4 << 20;

/// A Word document has some dozens of parts, and one for each picture.
const MOST_PARTS: usize = 20_000;

/// A ZIP file.
pub(super) struct Package<'a> {
    file: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of its parts.
    pub(super) names: Vec<String>,
    /// What may still be unpacked.
    left: usize,
}

impl<'a> Package<'a> {
    pub(super) fn open(file: &'a str, bytes: &'a [u8]) -> Result<Self, DocumentError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(file, &error))?;
        if zip.len() > MOST_PARTS {
            return Err(broken(file, format!("it has {} parts, which no document has", zip.len())));
        }
        let name = |at| zip.name_for_index(at).and_then(Result::ok).unwrap_or_default().into_owned();
        let names = (0..zip.len()).map(name).collect();
        Ok(Self { file, zip, names, left: MOST_UNPACKED.min((MOST_RATIO * bytes.len()).max(SMALL)) })
    }

    /// The bytes of a part.
    pub(super) fn part(&mut self, at: usize) -> Result<Vec<u8>, DocumentError> {
        let part = self.zip.by_index(at).map_err(|error| damaged(self.file, &error))?;
        let mut bytes = Vec::new();
        part.take(self.left as u64 + 1).read_to_end(&mut bytes).map_err(|error| damaged(self.file, &error))?;
        if bytes.len() > self.left {
            let what = "it unpacks to more than a document holds; open it and save it again, or paste its text";
            return Err(broken(self.file, what));
        }
        self.left -= bytes.len();
        Ok(bytes)
    }
}

fn damaged(file: &str, error: &dyn std::fmt::Display) -> DocumentError {
    broken(file, format!("it is cut off or damaged ({error}); fetch it or save it again"))
}
