//! How often something was met in a file: one warning for each kind of thing, with a count and an example.

use crate::publication::Warning;

/// How often something was met, and the first instance of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    count: usize,
    example: String,
}

impl Tally {
    /// Counts one more.
    pub(super) fn add(&mut self, example: &str) {
        self.add_at(example, "");
    }

    /// Counts one more, found at a place such as ` in row 7`.
    pub(super) fn add_at(&mut self, example: &str, place: &str) {
        if self.count == 0 {
            self.example = format!("`{example}`{place}");
        }
        self.count += 1;
    }

    /// A warning if there was anything: what `one` is or `many` are, with an example, then what was done.
    pub(super) fn warning(&self, one: &str, many: &str, done: &str) -> Option<Warning> {
        let found = match self.count {
            0 => return None,
            1 => format!("1 {one}: {}", self.example),
            count => format!("{count} {many}, for example {}", self.example),
        };
        Some(Warning { id: None, what: format!("{found}; {done}") })
    }
}
