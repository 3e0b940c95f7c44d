//! OFAC's SDN List as the word table and the benches use it: read from its CSV files by the library's own reader.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result};
use namesieve::list::{self, Input};
use namesieve::pack::List;

/// The list of a folder's sdn.csv and alt.csv.
pub fn read(folder: &Path) -> Result<List> {
    let open = |name: &str| -> Result<Input<'static>> {
        let path = folder.join(name);
        let file = File::open(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(Input::new(name, file))
    };
    let family = list::read(vec![open("sdn.csv")?, open("alt.csv")?])?.pop().context("the two files are no family")?;
    list::compile(family)?.into_iter().next().context("the two files hold no list")
}
