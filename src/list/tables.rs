//! The tables of programmes and measures (`data/programmes.toml`), as the build script compiled them.

use crate::designation::{Measure, Programme};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.postcard"));

/// The same shape as the one that `data/facts.rs` writes.
#[derive(Default, Deserialize)]
struct Tables {
    /// The programmes of each authority, by code.
    programmes: BTreeMap<String, Vec<Programme>>,
    /// The measures, by id.
    measures: Vec<Measure>,
}

impl Tables {
    fn get() -> &'static Tables {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        // The blob is made and embedded by one build; that it can be read is held by the tests below.
        TABLES.get_or_init(|| postcard::from_bytes(BLOB).unwrap_or_default())
    }
}

/// What a code means on the lists of this authority, for example `OFAC` or `EU`.
pub fn programme(authority: &str, code: &str) -> Option<Programme> {
    Tables::get().programmes.get(authority)?.iter().find(|programme| programme.code == code).cloned()
}

/// The measure of this id, for example `us-blocking`.
pub fn measure(id: &str) -> Option<Measure> {
    Tables::get().measures.iter().find(|measure| measure.id == id).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designation::MeasureKind;

    /// Every measure that a reader may name.
    const MEASURES: [&str; 21] = [
        "ca-dealings",
        "ch-asset-freeze",
        "ch-capital-market",
        "ch-transport",
        "ch-travel-ban",
        "eu-asset-freeze",
        "own-list",
        "uk-asset-freeze",
        "uk-other",
        "uk-services",
        "uk-trade",
        "uk-transport",
        "uk-travel-ban",
        "un-measures",
        "us-blocking",
        "us-correspondent-accounts",
        "us-evasion",
        "us-investment-restriction",
        "us-menu-based",
        "us-rejection",
        "us-sectoral",
    ];

    #[test]
    fn every_measure_is_there_and_says_what_it_does() {
        let ids: Vec<&str> = Tables::get().measures.iter().map(|measure| measure.id.as_str()).collect();
        assert_eq!(ids, MEASURES);
        for measure in &Tables::get().measures {
            assert!(measure.effect.ends_with('.') && measure.effect.len() > 20, "{measure:?}");
            assert!(measure.rule.is_empty() || measure.rule.ends_with('.'), "{measure:?}");
        }
    }

    #[test]
    fn blocking_is_the_word_of_one_measure_alone() {
        for measure in Tables::get().measures.iter().filter(|measure| measure.kind != MeasureKind::Blocking) {
            let words = format!("{measure:?}").to_lowercase();
            assert!(!words.contains("block"), "{words}");
        }
        let blocking = measure("us-blocking").unwrap();
        assert!(blocking.effect.contains("are blocked") && blocking.rule.contains("50 percent or more"));
    }

    #[test]
    fn a_code_is_looked_up_with_its_authority() {
        assert_eq!(programme("OFAC", "GLOMAG").unwrap().authority, "E.O. 13818");
        assert_eq!(programme("OFAC", "CAATSA - RUSSIA").unwrap().title.split(':').next(), Some("Russia"));
        assert_eq!(programme("EU", "UKR").unwrap().authority, "Council Regulation (EU) No 269/2014");
        assert_eq!(programme("UN", "Iran").unwrap().authority, "Security Council resolution 1737 (2006)");
        assert_eq!(programme("OFAC", "CAR").unwrap().authority, "E.O. 13667");
        assert_ne!(programme("UN", "CAR"), programme("OFAC", "CAR"));
        assert_eq!(programme("EU", "GLOMAG"), None);
        assert_eq!(programme("UK", "GLOMAG"), None);
    }

    #[test]
    fn every_programme_names_its_act_and_its_subject() {
        for (authority, programmes) in &Tables::get().programmes {
            for programme in programmes {
                let words = [&programme.code, &programme.authority, &programme.title];
                assert!(
                    words.iter().all(|text| !text.is_empty() && text.trim() == **text),
                    "{authority} {programme:?}"
                );
            }
        }
    }
}
