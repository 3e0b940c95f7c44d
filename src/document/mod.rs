//! A document as text: what a person reads in it, and what could not be read, which is never passed over in silence.

use serde::{Deserialize, Serialize};

/// A document's text and what of it is not in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What a person reads, in reading order; paragraphs are lines of their own.
    pub text: String,
    /// What is not in the text. Where there is any of it, a document without mentions is not screened.
    pub unread: Vec<Unread>,
}

/// A part of a document that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// What it is; stable, for programs.
    pub code: UnreadCode,
    /// Which part: page numbers, the name of an attachment.
    pub value: Option<String>,
}

/// What of a document could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadCode {
    /// Pages that hold no text, such as scanned ones.
    PagesWithoutText,
    /// Pictures, which may show names.
    Pictures,
    /// Something attached that is not a document itself.
    Attachment,
    /// Letters that the file gives no characters for.
    Letters,
}
