//! The browser's door: the screener as JavaScript sees it. Everything that may cross the border is in this file.

use crate::{DEFAULT_THRESHOLD, METHOD, PackError, Screener, Settings};
use js_sys::{Array, Error, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Lists, opened and ready to be asked.
#[wasm_bindgen]
pub struct Engine(Screener);

#[wasm_bindgen]
impl Engine {
    /// An engine over the embedded lists.
    ///
    /// # Errors
    /// An `Error` with the code `bad-pack` if the module itself is damaged.
    pub fn embedded() -> Result<Engine, JsValue> {
        Screener::embedded().map(Engine).map_err(refused)
    }

    /// An engine over the lists of packs, an array of `Uint8Array`.
    ///
    /// # Errors
    /// An `Error` with the code `bad-pack` for the first pack that is refused, `no-list` for an empty array, `bad-argument`
    /// for anything that is no `Uint8Array`.
    pub fn open(packs: &Array) -> Result<Engine, JsValue> {
        let bytes = packs
            .iter()
            .map(|pack| pack.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| error("bad-argument", "a pack is not a Uint8Array; pass the bytes of a .pack file"))?;
        if bytes.is_empty() {
            return Err(error("no-list", "no pack was given; without a list nothing can be screened"));
        }
        Screener::open(bytes.iter().map(Vec::as_slice)).map(Engine).map_err(refused)
    }

    /// Screens a name and gives the public JSON as an object. `settings` is `undefined` or an object with `threshold` (a
    /// whole number from 1 to 100) and `weak` (whether a weak alias alone makes a potential match), both optional.
    ///
    /// # Errors
    /// An `Error` with the code `bad-threshold` or `bad-argument`.
    pub fn screen(&self, name: &str, settings: JsValue) -> Result<JsValue, JsValue> {
        object(&self.0.screen(name, asked(&settings)?))
    }

    /// All that is known of a designation.
    ///
    /// # Errors
    /// An `Error` with the code `unknown-designation`.
    pub fn designation(&self, list: &str, id: &str) -> Result<JsValue, JsValue> {
        let unknown = || {
            error(
                "unknown-designation",
                &format!("there is no designation `{id}` on a loaded list `{list}`; take both ids from a result"),
            )
        };
        object(&self.0.designation(list, id).ok_or_else(unknown)?)
    }

    /// The coverage of the loaded lists.
    ///
    /// # Errors
    /// None that is known.
    pub fn lists(&self) -> Result<JsValue, JsValue> {
        object(&self.0.lists())
    }

    /// The method and its version.
    pub fn method() -> String {
        METHOD.to_owned()
    }

    /// The threshold that is used when none is given.
    #[wasm_bindgen(js_name = defaultThreshold)]
    pub fn default_threshold() -> u8 {
        DEFAULT_THRESHOLD
    }

    /// The version of the software.
    pub fn version() -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}

fn asked(settings: &JsValue) -> Result<Settings, JsValue> {
    let wrong = |sentence: &str| Err(error("bad-argument", sentence));
    if !(settings.is_undefined() || settings.is_null() || settings.is_object()) {
        return wrong("the settings are no object; expected { threshold: number, weak: boolean }");
    }
    // A property of `undefined` cannot be read; it has none.
    let setting = |name: &str| Reflect::get(settings, &name.into()).ok().filter(|value| !value.is_undefined());
    let threshold = match setting("threshold").map(|value| value.as_f64()) {
        None => i64::from(DEFAULT_THRESHOLD),
        // Casting saturates, so that what is no whole number in range stays out of range.
        Some(Some(threshold)) if threshold.fract() == 0.0 => threshold as i64,
        Some(Some(_)) => {
            return Err(error("bad-threshold", "the threshold is no whole number; expected one from 1 to 100"));
        }
        Some(None) => return wrong("the setting threshold is no number; expected a whole number from 1 to 100"),
    };
    let weak = match setting("weak").map(|value| value.as_bool()) {
        None => false,
        Some(Some(weak)) => weak,
        Some(None) => return wrong("the setting weak is neither true nor false"),
    };
    Settings::new(threshold, weak).map_err(|e| error("bad-threshold", &e.to_string()))
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
