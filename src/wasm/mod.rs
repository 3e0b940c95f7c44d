//! The browser's doors: what JavaScript sees. Everything that may cross the border is in this folder.
//!
//! There are two modules, so that whoever only screens need not fetch what reads list files: the engine, and with the feature
//! `reader` the reader of lists, of tables and of documents.

#[cfg(feature = "reader")]
pub mod check;
#[cfg(feature = "reader")]
pub mod document;
#[cfg(feature = "reader")]
pub mod earlier;
#[cfg(not(feature = "reader"))]
pub mod engine;
#[cfg(feature = "reader")]
pub mod reader;
#[cfg(feature = "reader")]
pub mod redact;
#[cfg(not(feature = "reader"))]
pub mod scan;
#[cfg(not(feature = "reader"))]
pub mod signature;
#[cfg(feature = "reader")]
pub mod table;

use crate::PackError;
use crate::pack::hex;
use js_sys::{Error, Reflect};
use serde::Serialize;
use sha2::{Digest, Sha256};
use wasm_bindgen::prelude::*;

/// The bytes of a pack, as the script holds them.
#[cfg(not(feature = "reader"))]
fn array(pack: JsValue) -> Result<js_sys::Uint8Array, JsValue> {
    let wrong = |_| error("bad-argument", "a pack is not a Uint8Array; pass the bytes of a .pack file");
    pack.dyn_into::<js_sys::Uint8Array>().map_err(wrong)
}

/// A value as a plain object with the keys of the public JSON, absent values as `null`.
fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|e| error("internal", &e.to_string()))
}

fn refused(refusal: PackError) -> JsValue {
    error("bad-pack", &refusal.to_string())
}

/// An `Error` whose `code` does not change when its sentence does.
fn error(code: &str, sentence: &str) -> JsValue {
    let error = Error::new(sentence);
    // Setting a property on a new object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

/// The SHA-256 of these bytes in hexadecimal.
#[wasm_bindgen]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
