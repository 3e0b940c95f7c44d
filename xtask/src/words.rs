//! `cargo xtask words`: makes the table of common words from the names of a list.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use namesieve::designation::{Designation, ListedName, NameQuality};
use namesieve::{normalise, tables};

use crate::sdn;

/// Where the table lies.
pub const TABLE: &str = "src/tables/words.tsv";
/// The files that it is made from.
pub const SOURCE: &str = "../shared/lists/ofac-sdn/2023-12-28";
/// A word in fewer designations than this is as good as rare, and the table stays short.
const FEWEST: usize = 12;

/// Writes the table from the files in `source`.
pub fn write(root: &Path, source: &Path) -> Result<()> {
    let path = root.join(TABLE);
    fs::write(&path, table(&sdn::read(source)?.designations))
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// The table of the words in the names of these designations. Weak aliases are left out: they are nicknames and
/// abbreviations, and say little of which words names have in common.
pub fn table(designations: &[Designation]) -> String {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for designation in designations {
        let words: BTreeSet<String> =
            strong(designation).flat_map(|name| normalise::words(&name.name)).map(|word| word.text).collect();
        for word in words {
            *counts.entry(word).or_default() += 1;
        }
    }
    let is_word = |word: &str| word.chars().count() > 1 && !word.chars().all(char::is_numeric);
    let mut rows: Vec<_> = counts.into_iter().filter(|(word, count)| *count >= FEWEST && is_word(word)).collect();
    rows.sort_by(|(a, m), (b, n)| n.cmp(m).then(a.cmp(b)));

    let all = designations.len();
    let mut table = format!(
        "# Common words: how many of the {all} designations of OFAC's SDN list of 2023-12-28 carry the word in a name, and its rarity.\n\
         # Rarity is 100 (1 - ln(designations) / ln({all})), rounded: 0 for a word in every designation, 100 for a word in one.\n\
         # Words in fewer than {FEWEST} designations are left out and count as rare. Made by `cargo xtask words`; public-domain source.\n\
         # word\tdesignations\trarity\n"
    );
    for (word, count) in rows {
        table.push_str(&format!("{word}\t{count}\t{}\n", tables::rarity_of(count, all)));
    }
    table
}

fn strong(designation: &Designation) -> impl Iterator<Item = &ListedName> {
    designation.names.iter().filter(|name| name.quality == NameQuality::Strong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shared;

    #[test]
    fn the_table_is_what_the_list_gives() {
        let list = SOURCE.trim_start_matches("../shared/");
        let Some(source) = shared::file("the_table_is_what_the_list_gives", list) else { return };
        let made = table(&sdn::read(&source).unwrap().designations);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(TABLE);
        assert!(fs::read_to_string(path).unwrap() == made, "run `cargo xtask words`");
    }
}
