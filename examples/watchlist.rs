//! Compiles a list of one's own, a CSV file, into a pack in memory, and screens a name against it.
//!
//! `cargo run --example watchlist -- tests/fixtures/lists/own/FILE.csv "A name"`

use namesieve::list::{self, Input};
use namesieve::{Screener, Settings, pack};
use std::error::Error;
use std::fs::File;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(name)) = (arguments.next(), arguments.next()) else {
        return Err("give the CSV file of a list and a name".into());
    };
    let read = list::read(vec![Input::new(path.as_str(), File::open(&path)?)])?;
    let mut packs = Vec::new();
    for read in read {
        for list in list::compile(read)? {
            packs.push(pack::write(&[list])?);
        }
    }
    // The screener verifies what it opens, so that a pack may as well come from a file.
    let screener = Screener::open(packs.iter().map(Vec::as_slice))?;
    println!("{}", serde_json::to_string_pretty(&screener.screen(&name, Settings::default()))?);
    Ok(())
}
