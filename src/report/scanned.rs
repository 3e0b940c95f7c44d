//! What was found in a text, as public JSON: where listed parties may be named, and who they may be.

use super::{Coverage, Hit, Reason, Status};
use crate::document::Unread;
use serde::Serialize;

/// A text that was searched for the names of listed parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scanned {
    /// Whether the tool truly looked at all of it. Without mentions, only `screened` means that none was found.
    pub status: Status,
    /// Why it did not, or not at all of it; empty when screened.
    pub reasons: Vec<Reason>,
    /// What of the document is not in the text, as the caller told.
    pub unread: Vec<Unread>,
    /// The method and its version.
    pub method: &'static str,
    /// The score from which a name in the text is a mention, 1 to 100.
    pub threshold: u8,
    /// Whether a weak alias alone makes a mention.
    pub weak_aliases: bool,
    /// The lists that were looked at.
    pub lists: Vec<Coverage>,
    /// Lists that are loaded and switched off.
    pub off: Vec<Coverage>,
    /// How many designations were looked for.
    pub examined: usize,
    /// How many words the text has; in writing without spaces, how many stretches of letters.
    pub words: usize,
    /// Where listed parties may be named, in the order of the text; no two overlap.
    pub mentions: Vec<Mention>,
    /// The parties that may be meant, in the order of their first mentions.
    pub parties: Vec<Mentioned>,
}

/// A place in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    /// Where it begins, and where it ends: UTF-16 code units from the beginning of the text, as JavaScript counts them.
    pub from: usize,
    /// Behind its last letter.
    pub to: usize,
    /// The name as it was compared: that of the text, on one line and without the hyphens of line ends.
    pub text: String,
    /// The parties that it may be, by their places among `parties`, the strongest first.
    pub parties: Vec<usize>,
    /// Whether it is a part of a name that stands in full before it: `Mr Tuniyaz` behind `Erken Tuniyaz`.
    pub again: bool,
}

/// A party that may be meant, with the comparison of its strongest mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mentioned {
    /// As in a screening of the text of that mention; `party` is the place among `parties`.
    #[serde(flatten)]
    pub hit: Hit,
    /// Its mentions, by their places among `mentions`; the first of the strongest is the one that was compared.
    pub mentions: Vec<usize>,
}
