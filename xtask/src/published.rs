//! The Rust crate as others get it: its examples say what they should, and what would be published builds by itself.

use anyhow::{Result, bail};

use crate::command;
use crate::outcome::Stop;
use crate::project::Project;
use crate::tally::Tally;

/// Each example with what it is given, and what stands in its answer.
const EXAMPLES: [(&str, &[&str], &str); 2] = [
    ("screen", &["ErkenTuniyaz"], "TUNIYAZ, Erken (ofac-sdn 34119)"),
    ("watchlist", &["tests/fixtures/lists/own/watchlist.csv", "Erna Mustermann"], "\"Erna Mustermann\""),
];

/// Runs the examples, and packs and builds the crate as `cargo publish` does, which uploads nothing.
pub fn test(project: &Project) -> Result<Tally, Stop> {
    for (name, given, expected) in EXAMPLES {
        let mut example = project.cargo();
        example.args(["run", "--quiet", "--package=namesieve", "--example", name, "--"]).args(given);
        answers(name, &command::read(&mut example)?, expected)?;
    }
    // What is not committed yet is tested as well.
    command::run(project.cargo().args(["publish", "--dry-run", "--allow-dirty", "--package=namesieve"]))?;
    Ok(Tally::PASSED)
}

fn answers(name: &str, answer: &str, expected: &str) -> Result<()> {
    if !answer.contains(expected) {
        bail!("the example {name} does not say {expected}, but:\n{answer}");
    }
    Ok(())
}
