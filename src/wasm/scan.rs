//! The engine's door for texts: what a text names, found as a whole or step by step.

use super::engine::{Engine, asked};
use super::{error, object};
use crate::document::{Unread, UnreadCode};
use crate::{Scan, mention};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;
use wasm_bindgen::prelude::*;

/// A text that is being searched by one engine.
#[wasm_bindgen]
pub struct TextScan {
    scan: Scan,
}

#[wasm_bindgen]
impl TextScan {
    /// A text that is to be searched. `unread` are the codes and values of what of its document is not in it, in turn, with an
    /// empty text for a value that there is not; `settings` are those of `screen` without `facts`.
    ///
    /// # Errors
    /// An `Error` with the code `bad-threshold`, `bad-argument`.
    #[wasm_bindgen(constructor)]
    pub fn new(engine: &Engine, text: String, unread: Vec<String>, settings: JsValue) -> Result<TextScan, JsValue> {
        let (pairs, _) = unread.as_chunks::<2>();
        let part = |[code, value]: &[String; 2]| {
            let code: Result<UnreadCode, Error> = UnreadCode::deserialize(code.as_str().into_deserializer());
            Some(Unread { code: code.ok()?, value: Some(value.clone()).filter(|value| !value.is_empty()) })
        };
        let unread = pairs.iter().map(part).collect::<Option<Vec<_>>>();
        let unread =
            unread.ok_or_else(|| error("bad-argument", "a part that is unread has a code that is not known"))?;
        let settings = asked(&settings, mention::DEFAULT_THRESHOLD)?;
        Ok(TextScan { scan: Scan::new(engine.screener(), text, unread, settings) })
    }

    /// Searches on for some tens of milliseconds, with the same engine each time; gives how much is done, 1 at the end.
    pub fn step(&mut self, engine: &Engine) -> f64 {
        self.scan.step(engine.screener());
        self.scan.progress()
    }

    /// What was found so far, as the public JSON.
    ///
    /// # Errors
    /// None that is known.
    pub fn result(&self, engine: &Engine) -> Result<JsValue, JsValue> {
        object(&self.scan.result(engine.screener()))
    }

    /// The threshold for texts that is used when none is given.
    #[wasm_bindgen(js_name = defaultThreshold)]
    pub fn default_threshold() -> u8 {
        mention::DEFAULT_THRESHOLD
    }
}
