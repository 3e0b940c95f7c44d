//! `cargo xtask enlarge`: makes a list file of any size from a small one, by repeating its records under new ids.
//!
//! The result is a whole list of the same format: its ids are unique, what pointed to a part of a record points to the same
//! part of its copy, and its number of records is right. The first copy is the source as it is. In every further one names,
//! and where the format allows it addresses and document numbers, get a word that no other copy has: on a real list no two
//! records have these in common, and texts that repeat would make a pack far smaller than a real one. All else repeats, as
//! programmes, countries and days of listing do on a real list.
//!
//! The source is held in memory, the result never.

mod form;
mod template;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};

use template::Template;

/// Bytes of a megabyte, as publishers state sizes.
const MEGABYTE: u64 = 1_000_000;

/// Writes `source` enlarged to about so many megabytes, and returns how often its records stand in the result.
pub fn enlarge(source: &Path, megabytes: u64, out: &Path) -> Result<u64> {
    let text = fs::read_to_string(source).with_context(|| format!("{} could not be read", source.display()))?;
    let template = Template::read(&text).with_context(|| format!("{} cannot be enlarged", source.display()))?;
    let copies = template.copies(megabytes * MEGABYTE)?;
    let unwritten = || format!("{} could not be written", out.display());
    let mut file = BufWriter::new(File::create(out).with_context(unwritten)?);
    template.write(copies, &mut file).and_then(|()| file.flush()).with_context(unwritten)?;
    Ok(copies)
}

#[cfg(test)]
mod tests {
    use namesieve::list::{self, Input, Read};
    use namesieve::pack;

    use super::*;

    /// One file of each format.
    const FIXTURES: [&str; 9] = [
        "ofac/consolidated-2025-03-28.xml",
        "ofac-advanced/cons_advanced-2020-03-17-excerpt.xml",
        "ofac-advanced/sdn_advanced-four-parties.xml",
        "ofac-advanced/CONS_ENHANCED-2025-01-10-excerpt.xml",
        "seco/composed.xml",
        "seco/trimmed.xml",
        "un/consolidated.xml",
        "uk/rebuilt.xml",
        "eu/xmlFullSanctionsList_1_1.xml",
    ];

    fn fixture(name: &str) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/lists").join(name);
        fs::read_to_string(path).unwrap()
    }

    fn written(template: &Template, copies: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        template.write(copies, &mut bytes).unwrap();
        bytes
    }

    fn read(name: &str, bytes: &[u8]) -> Vec<Read> {
        list::read(vec![Input::new(name, bytes)]).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
    }

    #[test]
    fn one_copy_is_the_file_itself() {
        for name in FIXTURES {
            let text = fixture(name);
            assert!(written(&Template::read(&text).unwrap(), 1) == text.as_bytes(), "{name}");
        }
    }

    #[test]
    fn copies_are_whole_lists_without_another_warning() {
        for name in FIXTURES {
            let text = fixture(name);
            let template = Template::read(&text).unwrap();
            let copies = template.copies(400_000).unwrap();
            assert!(copies > 1, "{name}");
            let bytes = written(&template, copies);
            assert!((400_000..500_000).contains(&bytes.len()), "{name}: {}", bytes.len());
            let (one, many) = (read(name, text.as_bytes()), read(name, &bytes));
            assert_eq!(many[0].sources[0].records, one[0].sources[0].records * copies as usize, "{name}");
            for (one, many) in one[0].lists.iter().zip(&many[0].lists) {
                assert_eq!(many.designations.len(), one.designations.len() * copies as usize, "{name}");
                assert!(one.designations.iter().all(|designation| many.designations.contains(designation)), "{name}");
                assert_eq!(many.warnings.len(), one.warnings.len(), "{name}: {:?}", many.warnings);
                let facts = |list: &list::Parsed| {
                    let of = |d: &namesieve::designation::Designation| {
                        (d.names.len(), d.addresses.len(), d.identifiers.len(), d.births.len(), d.links.len())
                    };
                    list.designations.iter().map(of).collect::<Vec<_>>()
                };
                let (mut found, mut expected) = (facts(many), facts(one).repeat(copies as usize));
                found.sort_unstable();
                expected.sort_unstable();
                assert_eq!(found, expected, "{name}");
                let mut names: Vec<&str> = many.designations.iter().map(|d| d.primary_name()).collect();
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), many.designations.len(), "{name}");
            }
        }
    }

    /// Gives a file in small pieces.
    struct Pieces<'b>(&'b [u8], usize);

    impl std::io::Read for Pieces<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let length = self.1.min(into.len()).min(self.0.len());
            into[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    #[test]
    fn however_the_bytes_come_in_the_pack_is_the_same() {
        for name in FIXTURES {
            let text = fixture(name);
            let template = Template::read(&text).unwrap();
            let bytes = written(&template, template.copies(200_000).unwrap());
            let packed = |input: Input| {
                let read = list::read(vec![input]).unwrap();
                let lists: Vec<_> = read.into_iter().flat_map(|read| list::compile(read).unwrap()).collect();
                pack::write(&lists).unwrap()
            };
            let whole = packed(Input::new(name, bytes.as_slice()));
            for length in [1, 7, 4096] {
                assert!(packed(Input::new(name, Pieces(&bytes, length))) == whole, "{name} in pieces of {length}");
            }
        }
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert!(Template::read("<html></html>").is_err());
        assert!(Template::read("<sdnList></sdnList>").is_err());
        assert!(Template::read("<sdnList><sdnEntry></sdnList>").is_err());
    }
}
