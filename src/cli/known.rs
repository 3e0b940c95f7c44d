//! The options with which a person says what is known besides a name.

use clap::Args;
use namesieve::{Fact, Facts};

/// What is known of the party besides its name; it orders and labels what is found, and hides nothing.
#[derive(Args)]
#[command(next_help_heading = "What you know besides the name, of every name that is given")]
pub struct Known {
    /// Date of birth: 1963, 1963-10, 1963-10-01, 1 Oct 1963, 01/10/1963 or 1960-1965.
    #[arg(long, value_name = "DATE", value_parser = read::<{ Fact::Birth as usize }>)]
    birth: Option<Said>,
    /// A country that has to do with the party, by its English name or ISO code; several with semicolons between them.
    #[arg(long, value_name = "C", value_parser = read::<{ Fact::Country as usize }>)]
    country: Option<Said>,
    /// Nationality, in the same way.
    #[arg(long, value_name = "C", value_parser = read::<{ Fact::Nationality as usize }>)]
    nationality: Option<Said>,
    /// individual, entity, vessel or aircraft.
    #[arg(long, value_parser = read::<{ Fact::Kind as usize }>)]
    kind: Option<Said>,
    /// female or male.
    #[arg(long, value_parser = read::<{ Fact::Gender as usize }>)]
    gender: Option<Said>,
    /// An identity or registration number; it may stand without a name.
    #[arg(long, value_name = "NUMBER", value_parser = read::<{ Fact::Identifier as usize }>)]
    identifier: Option<Said>,
}

/// A fact that can be read.
#[derive(Clone)]
struct Said(Fact, String);

impl Known {
    /// The facts that were given.
    pub fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        let all = [&self.birth, &self.country, &self.nationality, &self.kind, &self.gender, &self.identifier];
        for Said(fact, text) in all.into_iter().flatten() {
            // Each was read once when the arguments were, so this cannot fail.
            let _ = facts.set(*fact, text);
        }
        facts
    }
}

/// Reads an argument as the fact at a place of [`Fact::ALL`], so that one that cannot be read is a fault of usage.
fn read<const FACT: usize>(text: &str) -> Result<Said, String> {
    let fact = Fact::ALL[FACT];
    Facts::default().with(fact, text).map(|_| Said(fact, text.to_owned())).map_err(|error| error.to_string())
}
