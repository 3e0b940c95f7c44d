//! The reader's door: official list files, as a browser hands them over, become a pack.

use super::{error, object, refused};
use crate::date::Day;
use crate::list::{self, Input};
use crate::pack;
use crate::publication::{Source, Warning};
use crate::report::{self, Coverage};
use js_sys::{Array, Function, Reflect, Uint8Array};
use serde::Serialize;
use std::io::{self, Read};
use wasm_bindgen::prelude::*;

/// A file that JavaScript reads piece by piece, so that it need not be in memory as a whole.
struct Pieces {
    read: Function,
    at: f64,
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = JsValue::from_f64(into.len() as f64);
        let piece = self
            .read
            .call2(&JsValue::NULL, &JsValue::from_f64(self.at), &length)
            .map_err(|thrown| io::Error::other(sentence(&thrown)))?;
        let piece: Uint8Array = piece.dyn_into().map_err(|_| io::Error::other("reading it gave no Uint8Array"))?;
        let length = piece.length() as usize;
        let Some(into) = into.get_mut(..length) else {
            return Err(io::Error::other("reading it gave more than was asked for"));
        };
        piece.copy_to(into);
        self.at += length as f64;
        Ok(length)
    }
}

/// What JavaScript threw, as a sentence.
fn sentence(thrown: &JsValue) -> String {
    let message = Reflect::get(thrown, &"message".into()).ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| "reading it failed".into())
}

/// What was read, apart from the pack itself.
#[derive(Serialize)]
struct Found {
    lists: Vec<Coverage>,
    source: Vec<Source>,
    warnings: Vec<Told>,
}

/// A warning and the list that it is about.
#[derive(Serialize)]
struct Told {
    list: String,
    #[serde(flatten)]
    warning: Warning,
}

/// Reads official list files, those of one CSV family together, and compiles them into one pack.
///
/// `files` is an array of `{ name, read }`, where `read(offset, length)` gives a `Uint8Array` of at most that length, an empty
/// one at the end of the file. `issued` is the day of issue (ISO 8601) of files that carry none. Gives
/// `{ pack, lists, source, warnings }`.
///
/// # Errors
/// An `Error` with the code `bad-list` for a file that is refused, `bad-pack` for lists that break the rules, `bad-argument`.
#[wasm_bindgen(js_name = compileLists)]
pub fn compile_lists(files: &Array, issued: Option<String>) -> Result<JsValue, JsValue> {
    let issued = issued
        .map(|day| day.parse::<Day>())
        .transpose()
        .map_err(|e| error("bad-argument", &format!("the day of issue: {e}")))?;
    let inputs = files.iter().map(|file| input(&file)).collect::<Result<Vec<_>, _>>()?;
    if inputs.is_empty() {
        return Err(error("bad-argument", "no file was given; choose the file of a list"));
    }
    let mut lists = Vec::new();
    for read in list::read(inputs).map_err(|refusal| error("bad-list", &refusal.to_string()))? {
        lists.extend(list::compile(read).map_err(refused)?);
    }
    for list in &mut lists {
        list.publication.issued = list.publication.issued.or(issued);
    }
    let pack = pack::write(&lists).map_err(refused)?;
    drop(lists);
    let open = pack::open(&pack).map_err(refused)?;
    let mut source: Vec<Source> = Vec::new();
    let mut warnings = Vec::new();
    for list in &open {
        source.extend(list.head.sources.iter().filter(|file| !source.contains(file)).cloned().collect::<Vec<_>>());
        let told = |warning: &Warning| Told { list: list.head.publication.list.clone(), warning: warning.clone() };
        warnings.extend(list.head.warnings.iter().map(told));
    }
    let found = object(&Found { lists: open.iter().map(report::coverage).collect(), source, warnings })?;
    drop(open);
    // Setting a property on a new object cannot fail.
    let _ = Reflect::set(&found, &"pack".into(), &Uint8Array::from(pack.as_slice()));
    Ok(found)
}

fn input(file: &JsValue) -> Result<Input<'static>, JsValue> {
    let wrong = || error("bad-argument", "a file is no object { name, read }");
    let property = |name: &str| Reflect::get(file, &name.into()).map_err(|_| wrong());
    let name = property("name")?.as_string().ok_or_else(wrong)?;
    let read = property("read")?.dyn_into::<Function>().map_err(|_| wrong())?;
    Ok(Input::new(name, Pieces { read, at: 0.0 }))
}

/// The version of the software.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
