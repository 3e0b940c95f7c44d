//! What must hold of any bytes whatever, target by target: nothing panics, nothing is read in part, and nothing that is listed is
//! called "no potential match".
//!
//! Each check is used twice: `cargo xtask fuzz` lets libFuzzer look for bytes that break it, and `tests/it/corpus.rs` holds it
//! against the files in `corpus/` with every test run. A file that broke a check once stays there.

pub mod documents;
pub mod lists;
pub mod packs;
pub mod query;
pub mod records;
pub mod tables;

use namesieve::{Screener, Settings};
use std::sync::OnceLock;

/// Checks bytes, and panics where something does not hold.
pub type Check = fn(&[u8]);

/// Each target with its check. The readers of lists share one, since a file is recognised by its content; they are apart so that
/// each has files of its own to begin with and a share of the time.
pub const TARGETS: [(&str, Check); 23] = [
    ("ofac_xml", lists::read),
    ("ofac_advanced", lists::read),
    ("ofac_enhanced", lists::read),
    ("ofac_csv", lists::read),
    ("un_xml", lists::read),
    ("uk_xml", lists::read),
    ("uk_csv", lists::read),
    ("eu_xml", lists::read),
    ("eu_csv", lists::read),
    ("seco_xml", lists::read),
    ("canada_xml", lists::read),
    ("own_csv", lists::read),
    ("pack", packs::file),
    ("pack_body", packs::body),
    ("signature", packs::signature),
    ("query", query::anything),
    ("noise", query::noise),
    ("table", tables::file),
    ("workbook", tables::workbook),
    ("document", documents::file),
    ("record", records::record),
    ("redacted", records::redacted),
    ("review", records::review),
];

/// What stands between the parts of an input that has several, for example the files of OFAC's CSV family: the record separator of
/// ASCII, which none of them holds.
pub const BETWEEN: u8 = 0x1e;

/// Runs the check of a target.
///
/// # Panics
/// Where something does not hold, or for a target that there is not.
pub fn run(target: &str, data: &[u8]) {
    let (_, check) = TARGETS.iter().find(|(name, _)| *name == target).expect("a target of the table");
    check(data);
}

/// The embedded lists, opened once.
fn embedded() -> &'static Screener {
    static EMBEDDED: OnceLock<Screener> = OnceLock::new();
    EMBEDDED.get_or_init(|| Screener::embedded().expect("the embedded lists open"))
}

/// Holds a screener against names that are on its lists: each is found, or the answer says that it was not screened.
fn finds<'a>(screener: &Screener, listed: impl Iterator<Item = (&'a str, &'a str)>) {
    for (id, name) in listed {
        let screening = screener.screen(name, Settings::default());
        query::holds(&screening);
        let found = screening.hits.iter().any(|hit| hit.id == id);
        assert!(found || !screening.reasons.is_empty(), "{name:?} of {id} is listed and not found: {screening:#?}");
    }
}
