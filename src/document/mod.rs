//! A document as text: what a person reads in it, and what could not be read, which is never passed over in silence.
//!
//! What kind of document it is, is told by its content (`recognise`), never by its name: plain text, a web page, a Word document,
//! a PDF with a text layer, or an e-mail with the documents attached to it. Letters that a reader would not see may be in the text;
//! letters that a reader sees are in the text or told as [`Unread`]. What is left out: sentences that were struck out as tracked
//! changes, and what a program would draw or fetch when the document is opened.

mod docx;
mod html;
mod mail;
mod package;
mod pdf;
mod recognise;
mod writing;

use crate::sheet::text;
use recognise::Kind;
use serde::{Deserialize, Serialize};

/// A larger file is no document for a person to read; it would not fit into the memory of a phone either.
pub const MOST_BYTES: usize = 64 << 20;
/// A longer text, in bytes, is thousands of pages, and would be screened for hours.
pub const MOST_TEXT: usize = 16 << 20;
/// A document that is attached to a message that is attached to a message is read; what lies deeper was put there by a machine.
const MOST_NESTED: usize = 3;
/// More documents than these are attached to no message that a person wrote.
const MOST_ATTACHED: usize = 100;

/// A document's text and what of it is not in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What a person reads, in reading order; paragraphs are lines of their own, and cells of a row have tabs between them.
    pub text: String,
    /// What is not in the text. Where there is any of it, a document without mentions is not screened.
    pub unread: Vec<Unread>,
    /// The encoding, by its name on the web, where it was guessed from the letters: a wrong guess makes other names.
    pub guessed: Option<String>,
}

/// A part of a document that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// What it is; stable, for programs.
    pub code: UnreadCode,
    /// Which part: page numbers, how many pictures, the name of an attachment.
    pub value: Option<String>,
}

/// What of a document could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadCode {
    /// Pages that hold no text, such as scanned ones: their numbers.
    PagesWithoutText,
    /// Pictures, which may show names: the numbers of their pages, or how many there are.
    Pictures,
    /// Something attached or embedded that is not read: its name.
    Attachment,
    /// Letters that the file gives no characters for: the numbers of their pages.
    Letters,
    /// What was cut off or changed on its way: the numbers of the pages; nothing where it is the file as a whole.
    Damaged,
}

/// Why a document is not read. Each says what was found and what to do; nothing of the document is used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// There is no text in it, nor anything that may hold some.
    #[error("{file} is empty; nothing was read")]
    Empty {
        /// Its name.
        file: String,
    },
    /// It is of another kind.
    #[error("{file} is {what}; {instead}; nothing was read")]
    Foreign {
        /// Its name.
        file: String,
        /// What it is.
        what: &'static str,
        /// What to do.
        instead: &'static str,
    },
    /// It is larger than can be read.
    #[error("{file} has {got} {what}, at most {most} are read; divide it and screen the parts; nothing was read")]
    TooMuch {
        /// Its name.
        file: String,
        /// How many there are.
        got: usize,
        /// Of what.
        what: &'static str,
        /// The limit.
        most: usize,
    },
    /// It is damaged, or locked.
    #[error("{file}: {what}; nothing was read")]
    Broken {
        /// Its name.
        file: String,
        /// What was found and what to do.
        what: String,
    },
}

/// Reads a document by its bytes. The name stands in sentences only.
///
/// # Errors
/// [`DocumentError`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, DocumentError> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let document = read_nested(name, bytes, MOST_NESTED)?;
    if !document.text.trim().is_empty() || document.unread.iter().any(|unread| unread.code != UnreadCode::Damaged) {
        return Ok(document);
    }
    Err(match document.unread.is_empty() {
        true => DocumentError::Empty { file: name.to_owned() },
        false => broken(name, "it is cut off or damaged; fetch it or save it again"),
    })
}

/// Reads a document, and what is attached to it down to a depth.
fn read_nested(file: &str, bytes: &[u8], depth: usize) -> Result<Document, DocumentError> {
    if bytes.len() > MOST_BYTES {
        return Err(too_much(file, bytes.len(), "bytes", MOST_BYTES));
    }
    let mut document = match recognise::kind(file, bytes)? {
        Kind::Pdf => pdf::read(file, bytes)?,
        Kind::Word => docx::read(file, bytes, depth)?,
        Kind::Mail => mail::read(file, bytes, depth)?,
        Kind::Page => html::read(file, bytes)?,
        Kind::Text => plain(file, bytes)?,
    };
    // A carriage return alone ends a line too, wherever it comes from.
    document.text = document.text.replace('\r', "\n");
    if document.text.len() > MOST_TEXT {
        return Err(too_much(file, document.text.len(), "bytes of text", MOST_TEXT));
    }
    Ok(document)
}

/// A text as it stands there.
fn plain(file: &str, bytes: &[u8]) -> Result<Document, DocumentError> {
    let mut document = Document::default();
    document.text = document.decoded(file, bytes, None)?.replace("\r\n", "\n");
    Ok(document)
}

impl Document {
    /// The text of bytes in the encoding that they show or declare; what was guessed or is broken is noted.
    fn decoded(&mut self, file: &str, bytes: &[u8], declared: Option<&str>) -> Result<String, DocumentError> {
        let instead = "save it as a Word document, PDF, web page or text";
        let foreign =
            |_| DocumentError::Foreign { file: file.to_owned(), what: "no text or document that is known", instead };
        let text = text::decode(file, bytes, declared).map_err(foreign)?;
        if text.note.is_some() && !text.text.contains('\u{fffd}') {
            self.guessed = Some(text.encoding.to_owned());
        }
        if text.text.contains('\u{fffd}') {
            self.leave(UnreadCode::Letters, None);
        }
        Ok(text.text)
    }

    /// Notes what could not be read.
    fn leave(&mut self, code: UnreadCode, value: Option<String>) {
        let unread = Unread { code, value };
        if !self.unread.contains(&unread) {
            self.unread.push(unread);
        }
    }

    /// Puts what is attached below the text, under its name; or notes that it is not read.
    fn attach(&mut self, name: Option<&str>, bytes: &[u8], depth: usize) {
        let read = match depth {
            0 => None,
            depth => read_nested(name.unwrap_or("an attachment"), bytes, depth - 1).ok(),
        };
        // What would make the whole too long is left out and told, so that the rest is screened.
        match read.filter(|attached| self.text.len() + attached.text.len() <= MOST_TEXT) {
            Some(attached) => {
                self.text += "\n";
                self.text.extend(name.map(|name| format!("{name}\n")));
                self.text += &attached.text;
                attached.unread.into_iter().for_each(|unread| self.leave(unread.code, unread.value));
                self.guessed = self.guessed.take().or(attached.guessed);
            }
            None => self.leave(UnreadCode::Attachment, name.map(str::to_owned)),
        }
    }
}

fn too_much(file: &str, got: usize, what: &'static str, most: usize) -> DocumentError {
    DocumentError::TooMuch { file: file.to_owned(), got, what, most }
}

fn broken(file: &str, what: impl Into<String>) -> DocumentError {
    DocumentError::Broken { file: file.to_owned(), what: what.into() }
}
