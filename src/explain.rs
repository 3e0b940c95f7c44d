//! Deductions → the parts of an explanation, in whole points that add up to the score.

use crate::report::Part;
use crate::score::{Comparison, Means, score_after};

/// The parts of a comparison. Each is the difference that it makes to the rounded sum, so that 100 and all points give
/// exactly the score. What would take the score below 0 is cut off where 0 is reached.
pub fn parts(comparison: &Comparison) -> Vec<Part> {
    let mut deducted = 0;
    let mut score = 100;
    let mut parts: Vec<Part> = comparison
        .deductions
        .iter()
        .map(|deduction| {
            deducted += deduction.points;
            let before = std::mem::replace(&mut score, i32::from(score_after(deducted)));
            Part {
                means: deduction.means,
                query: deduction.query.clone(),
                listed: deduction.listed.clone(),
                latin: deduction.latin.as_deref().cloned(),
                points: score - before,
            }
        })
        .collect();
    // A part about no word at all that makes no whole point says nothing to a reader; the order of words does.
    parts.retain(|part| {
        part.points != 0 || !part.query.is_empty() || !part.listed.is_empty() || part.means == Means::Order
    });
    parts
}
