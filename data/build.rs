//! Compiles the hand-written facts of this folder into the pack that is embedded in the library, and packs the table of Han
//! characters.
//!
//! The types and the pack format are the library's own files, so that there is one definition of each.

// Of these modules the build script uses a part.
#![allow(dead_code, unused_imports)]

#[path = "../src/date.rs"]
mod date;
#[path = "../src/designation.rs"]
mod designation;
#[path = "../src/pack/mod.rs"]
mod pack;
#[path = "../src/publication.rs"]
mod publication;
#[path = "../src/transliterate/han/syllable.rs"]
mod syllable;

mod facts;
mod han;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const ACTION: &str = "data/ofac-2021-12-10.toml";
const PROGRAMMES: &str = "data/programmes.toml";
const HAN: &str = "src/tables/han.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    for input in [
        ACTION,
        PROGRAMMES,
        "data/build.rs",
        "data/facts.rs",
        HAN,
        "data/han.rs",
        "src/transliterate/han/syllable.rs",
        "src/date.rs",
        "src/designation.rs",
        "src/publication.rs",
        "src/pack",
    ] {
        println!("cargo::rerun-if-changed={input}");
    }
    let lists = facts::compile(&read(ACTION)?, &read(PROGRAMMES)?).map_err(|error| format!("{ACTION}: {error}"))?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo did not set OUT_DIR")?);
    let bytes = pack::write(&lists)?;
    // What is embedded has been read back once.
    if pack::open(&bytes)?.into_iter().map(|open| open.list()).ne(lists) {
        return Err("the pack does not hold what was written into it".into());
    }
    fs::write(out.join("embedded.pack"), bytes)?;
    fs::write(out.join("tables.postcard"), postcard::to_allocvec(&facts::tables(&read(PROGRAMMES)?)?)?)?;
    fs::write(out.join("han.bin"), han::pack(&read(HAN)?).map_err(|error| format!("{HAN}: {error}"))?)?;
    Ok(())
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{path} cannot be read: {error}"))
}
