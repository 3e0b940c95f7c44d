//! OFAC's SDN List as the word table and the benches use it: read from its CSV files by the library's own reader.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result};
use namesieve::list::{self, Input, Parsed};

/// The list of a folder's sdn.csv and alt.csv.
pub fn read(folder: &Path) -> Result<Parsed> {
    let open = |name: &str| -> Result<Input<'static>> {
        let path = folder.join(name);
        let file = File::open(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(Input::new(name, file))
    };
    let mut read = list::read(vec![open("sdn.csv")?, open("alt.csv")?])?;
    read.pop().and_then(|family| family.lists.into_iter().next()).context("the two files hold no list")
}
