//! The reader's door for documents: bytes become the text that a person reads, and what could not be read.

use super::{error, object};
use crate::document;
use wasm_bindgen::prelude::*;

/// Reads a document: plain text, a web page, a Word document, a PDF with text, or an e-mail. Gives `{ text, unread, guessed }`.
///
/// # Errors
/// An `Error` with the code `bad-document`: it is none, empty, locked, damaged or too large.
#[wasm_bindgen(js_name = readDocument)]
pub fn read_document(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    let document = document::read(name, bytes).map_err(|refusal| error("bad-document", &refusal.to_string()))?;
    object(&document)
}
