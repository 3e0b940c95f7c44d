//! The rules that every list obeys, held against what a reader gives.

use namesieve::designation::{BrokenRule, Designation, Measure, Programme, Rules};

/// All that is broken, in the order of the list.
pub fn broken_rules(programmes: &[Programme], measures: &[Measure], designations: &[Designation]) -> Vec<BrokenRule> {
    let mut rules = Rules::new(programmes, measures, designations.iter().map(|designation| designation.id.as_str()));
    designations.iter().for_each(|designation| rules.hold(designation));
    rules.broken
}
