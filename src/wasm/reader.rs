//! The reader's door: official list files and packs, as a browser hands them over, become a pack for each list.

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

/// No list has a pack of nearly so many bytes; one that is larger is found to be cut off.
const LARGEST_PACK: u64 = 256 << 20;

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

/// What was read, apart from the packs themselves.
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

/// Reads official list files, those of one CSV family together, and compiles each list into a pack of its own, so that one
/// can later be replaced without the others. A file that is a pack already is opened, and its lists become a pack each.
///
/// `files` is an array of `{ name, read }`, where `read(offset, length)` gives a `Uint8Array` of at most that length, an empty
/// one at the end of the file. `issued` is the day of issue (ISO 8601) of files that carry none. Gives
/// `{ packs, lists, source, warnings }`; the packs stand in the order of the lists.
///
/// # Errors
/// An `Error` with the code `bad-list` for a file that is refused, `bad-pack` for lists that break the rules, `bad-argument`.
#[wasm_bindgen(js_name = compileLists)]
pub fn compile_lists(files: &Array, issued: Option<String>) -> Result<JsValue, JsValue> {
    let issued = issued
        .map(|day| day.parse::<Day>())
        .transpose()
        .map_err(|e| error("bad-argument", &format!("the day of issue: {e}")))?;
    let (mut lists, mut inputs) = (Vec::new(), Vec::new());
    for file in files.iter() {
        match packed(&file)? {
            Some(pack) => lists.extend(pack::open(&pack).map_err(refused)?.iter().map(|open| open.list())),
            None => inputs.push(input(&file)?),
        }
    }
    if inputs.is_empty() && lists.is_empty() {
        return Err(error("bad-argument", "no file was given; choose the file of a list"));
    }
    if !inputs.is_empty() {
        for read in list::read(inputs).map_err(|refusal| error("bad-list", &refusal.to_string()))? {
            lists.extend(list::compile(read).map_err(refused)?);
        }
    }
    lists.iter_mut().for_each(|list| list.date(issued));
    let packs = Array::new();
    let (mut coverages, mut source, mut warnings): (Vec<_>, Vec<Source>, Vec<_>) = Default::default();
    for list in lists {
        let pack = pack::write(std::slice::from_ref(&list)).map_err(refused)?;
        drop(list);
        for list in &pack::open(&pack).map_err(refused)? {
            coverages.push(report::coverage(list));
            source.extend(list.head.sources.iter().filter(|file| !source.contains(file)).cloned().collect::<Vec<_>>());
            for warning in &list.head.warnings {
                // The lists of one file share its warnings.
                if !warnings.iter().any(|told: &Told| told.warning == *warning) {
                    warnings.push(Told { list: list.head.publication.list.clone(), warning: warning.clone() });
                }
            }
        }
        packs.push(&Uint8Array::from(pack.as_slice()));
    }
    let found = object(&Found { lists: coverages, source, warnings })?;
    // Setting a property on a new object cannot fail.
    let _ = Reflect::set(&found, &"packs".into(), &packs);
    Ok(found)
}

/// The bytes of a file that is a pack already.
fn packed(file: &JsValue) -> Result<Option<Vec<u8>>, JsValue> {
    let (_, mut pieces) = pieces(file)?;
    let mut bytes = Vec::new();
    let mut read =
        |most: u64| pieces.by_ref().take(most).read_to_end(&mut bytes).map(|_| bytes.starts_with(&pack::MAGIC));
    // What cannot be read is refused where it is read as a list.
    if !read(pack::MAGIC.len() as u64).unwrap_or(false) {
        return Ok(None);
    }
    read(LARGEST_PACK).map_err(|e| error("bad-pack", &e.to_string()))?;
    Ok(Some(bytes))
}

fn input(file: &JsValue) -> Result<Input<'static>, JsValue> {
    pieces(file).map(|(name, pieces)| Input::new(name, pieces))
}

fn pieces(file: &JsValue) -> Result<(String, Pieces), JsValue> {
    let wrong = || error("bad-argument", "a file is no object { name, read }");
    let property = |name: &str| Reflect::get(file, &name.into()).map_err(|_| wrong());
    let name = property("name")?.as_string().ok_or_else(wrong)?;
    let read = property("read")?.dyn_into::<Function>().map_err(|_| wrong())?;
    Ok((name, Pieces { read, at: 0.0 }))
}

/// The version of the software.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
