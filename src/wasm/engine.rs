//! The engine's door: the screener as JavaScript sees it.

use super::{array, error, object, refused};
use crate::batch::delta::{Entries, Places};
use crate::batch::{Row, Told};
use crate::date::Day;
use crate::designation::Measure;
use crate::facts::{Fact, Facts};
use crate::publication::{Source, Warning};
use crate::{DEFAULT_THRESHOLD, EMBEDDED, METHOD, Screener, Settings};
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Lists, opened and ready to be asked.
#[wasm_bindgen]
pub struct Engine {
    screener: Screener,
    /// The same lists narrowed to what was added or changed since an earlier screening.
    narrowed: Option<Screener>,
}

impl Engine {
    fn over(screener: Screener) -> Engine {
        Engine { screener, narrowed: None }
    }

    /// The screener.
    pub(super) fn screener(&self) -> &Screener {
        &self.screener
    }
}

#[wasm_bindgen]
impl Engine {
    /// An engine over the embedded lists.
    ///
    /// # Errors
    /// An `Error` with the code `bad-pack` if the module itself is damaged.
    pub fn embedded() -> Result<Engine, JsValue> {
        Screener::embedded().map(Engine::over).map_err(refused)
    }

    /// An engine over the lists of packs, an array of `Uint8Array`, and over the embedded ones if asked for.
    ///
    /// # Errors
    /// An `Error` with the code `bad-pack` for the first pack that is refused, `no-list` for an empty array without the
    /// embedded lists, `bad-argument` for anything that is no `Uint8Array`.
    pub fn open(packs: &Array, embedded: bool) -> Result<Engine, JsValue> {
        let packs = packs.iter().map(array).collect::<Result<Vec<_>, _>>()?;
        if packs.is_empty() && !embedded {
            return Err(error("no-list", "no pack was given; without a list nothing can be screened"));
        }
        let own = embedded.then(|| EMBEDDED.to_vec());
        // Each is copied when its turn comes: memory that the module once asked for it keeps.
        let all = packs.into_iter().map(|pack| pack.to_vec()).chain(own);
        Screener::open(all).map(Engine::over).map_err(refused)
    }

    /// Switches a list off or on again. What is off is not looked at, and every screening says so.
    ///
    /// # Errors
    /// An `Error` with the code `unknown-list`.
    pub fn switch(&mut self, list: &str, on: bool) -> Result<(), JsValue> {
        self.narrowed = None;
        match self.screener.switch(list, on) {
            true => Ok(()),
            false => Err(unknown(list)),
        }
    }

    /// Screens a name and gives the public JSON as an object. `settings` is `undefined` or an object with `threshold` (a
    /// whole number from 1 to 100), `weak` (whether a weak alias alone makes a potential match), and `maxAge` (days, a whole
    /// number) with `today` (an ISO day), after which a result without hits says that a list is out of date, and `facts`, an
    /// object of texts by the keys of [`Fact`]; all optional.
    ///
    /// # Errors
    /// An `Error` with the code `bad-threshold`, `bad-argument` or `bad-fact`; the latter names the fact in its property `fact`.
    pub fn screen(&self, name: &str, settings: JsValue) -> Result<JsValue, JsValue> {
        object(&self.screener.screen_with(name, &known(&settings)?, asked(&settings, DEFAULT_THRESHOLD)?))
    }

    /// Screens a row of a table and gives its outcome as an object. `facts` are the keys of facts and their texts in turn;
    /// `settings` are those of `screen`, whose `facts` are not heeded.
    ///
    /// # Errors
    /// An `Error` with the code `bad-threshold`, `bad-argument`.
    #[wasm_bindgen(js_name = screenRow)]
    pub fn screen_row(&self, names: Vec<String>, facts: Vec<String>, settings: JsValue) -> Result<JsValue, JsValue> {
        object(&self.screener.screen_row(&row(names, facts)?, asked(&settings, DEFAULT_THRESHOLD)?))
    }

    /// What is listed on the lists that are on, for [`Engine::narrow`] later: the id of each list and its fingerprints in turn.
    pub fn entries(&self) -> Vec<String> {
        Entries::of(&self.screener).pairs().flat_map(|(list, text)| [list.to_owned(), text.to_owned()]).collect()
    }

    /// Opens designations once more by themselves: those that were added or changed since an earlier screening. `places` are the id of
    /// each list and their places on it, with commas between them, in turn. Switching a list closes them.
    ///
    /// # Errors
    /// An `Error` with the code `bad-argument`.
    pub fn narrow(&mut self, places: Vec<String>) -> Result<(), JsValue> {
        let (pairs, _) = places.as_chunks::<2>();
        let of = |[list, at]: &[String; 2]| {
            let at: Option<Vec<usize>> = at.split_terminator(',').map(|at| at.parse().ok()).collect();
            Some((list.clone(), at?))
        };
        let places = pairs.iter().map(of).collect::<Option<Places>>();
        let places = places.ok_or_else(|| error("bad-argument", "a place is no number"))?;
        self.narrowed = Some(self.screener.narrowed(&places));
        Ok(())
    }

    /// The same as `screenRow` for a row that was screened and had no potential match before what [`Engine::narrow`] was told of was
    /// added or changed.
    ///
    /// # Errors
    /// An `Error` with the code `bad-threshold`, `bad-argument`.
    #[wasm_bindgen(js_name = screenRowSince)]
    pub fn screen_row_since(
        &self,
        names: Vec<String>,
        facts: Vec<String>,
        settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let narrowed = self.narrowed.as_ref();
        let narrowed =
            narrowed.ok_or_else(|| error("bad-argument", "nothing was said of what was added: narrow first"))?;
        object(&self.screener.screen_row_since(narrowed, &row(names, facts)?, asked(&settings, DEFAULT_THRESHOLD)?))
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
        object(&self.screener.designation(list, id).ok_or_else(unknown)?)
    }

    /// The coverage of the loaded lists.
    ///
    /// # Errors
    /// None that is known.
    pub fn lists(&self) -> Result<JsValue, JsValue> {
        object(&self.screener.lists())
    }

    /// What is known of a list besides its coverage: what its measures do, the files it was read from, and what was noticed
    /// while reading them.
    ///
    /// # Errors
    /// An `Error` with the code `unknown-list`.
    pub fn list(&self, list: &str) -> Result<JsValue, JsValue> {
        let head = self.screener.head(list).ok_or_else(|| unknown(list))?;
        object(&About { measures: &head.measures, sources: &head.sources, warnings: &head.warnings })
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

/// A row as it is asked: `facts` are keys and texts in turn.
fn row(names: Vec<String>, facts: Vec<String>) -> Result<Row, JsValue> {
    let (pairs, _) = facts.as_chunks::<2>();
    let told = |[key, text]: &[String; 2]| {
        let fact = Fact::ALL.into_iter().find(|fact| fact.key() == key)?;
        Some(Told { fact, text: text.clone() })
    };
    let facts = pairs.iter().map(told).collect::<Option<Vec<_>>>();
    let facts = facts.ok_or_else(|| error("bad-argument", "a fact of the row is not known"))?;
    Ok(Row { names, facts, ..Row::default() })
}

/// What is known besides the name.
fn known(settings: &JsValue) -> Result<Facts, JsValue> {
    let mut facts = Facts::default();
    // A property of what is no object cannot be read; it has none.
    let property = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let given = property(settings, "facts");
    for fact in Fact::ALL {
        let value = property(&given, fact.key());
        let refuse = |sentence: &str| {
            let refusal = error("bad-fact", sentence);
            let _ = Reflect::set(&refusal, &"fact".into(), &fact.key().into());
            refusal
        };
        if !(value.is_undefined() || value.is_null()) {
            let text = value.as_string().ok_or_else(|| refuse("a fact is no text; pass a string"))?;
            facts.set(fact, &text).map_err(|error| refuse(&error.to_string()))?;
        }
    }
    Ok(facts)
}

/// What is known of a list besides its coverage.
#[derive(Serialize)]
struct About<'a> {
    measures: &'a [Measure],
    sources: &'a [Source],
    warnings: &'a [Warning],
}

fn unknown(list: &str) -> JsValue {
    error("unknown-list", &format!("no list `{list}` is loaded; take its id from `lists`"))
}

/// The settings, with this threshold where none is given.
pub(super) fn asked(settings: &JsValue, usual: u8) -> Result<Settings, JsValue> {
    let wrong = |sentence: &str| Err(error("bad-argument", sentence));
    if !(settings.is_undefined() || settings.is_null() || settings.is_object()) {
        return wrong(
            "the settings are no object; expected { threshold: number, weak: boolean, maxAge: number, today: string, facts: object }",
        );
    }
    // A property of `undefined` cannot be read; it has none.
    let setting = |name: &str| Reflect::get(settings, &name.into()).ok().filter(|value| !value.is_undefined());
    let threshold = match setting("threshold").map(|value| value.as_f64()) {
        None => i64::from(usual),
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
    let settings = Settings::new(threshold, weak).map_err(|e| error("bad-threshold", &e.to_string()))?;
    let today = setting("today").map(|value| value.as_string().and_then(|day| day.parse::<Day>().ok()));
    let days = setting("maxAge").map(|value| value.as_f64().filter(|days| days.fract() == 0.0 && *days >= 0.0));
    match (days, today) {
        (None, None) => Ok(settings),
        // A number of days beyond the range of the type is as good as no limit, which is what casting makes of it.
        (Some(Some(days)), Some(Some(today))) => Ok(settings.oldest(today, days as u32)),
        _ => wrong("the settings maxAge and today belong together: a whole number of days and an ISO day (2026-11-21)"),
    }
}
