//! What is told once for a whole file although it happens in many records: how often, the first of them, and what was done.

use crate::publication::Warning;

/// The things of which a person must know, each with its count and its first example.
#[derive(Debug, Default)]
pub(super) struct Tally(Vec<Kind>);

#[derive(Debug)]
struct Kind {
    what: String,
    example: String,
    done: &'static str,
    count: usize,
}

impl Tally {
    /// Counts one more case: `what` it is, as the beginning of a sentence, this `example` of it, and what is `done` with it.
    pub fn add(&mut self, what: impl Into<String>, example: impl Into<String>, done: &'static str) {
        let what = what.into();
        match self.0.iter_mut().find(|kind| kind.what == what) {
            Some(kind) => kind.count += 1,
            None => self.0.push(Kind { what, example: example.into(), done, count: 1 }),
        }
    }

    /// One warning for each thing.
    pub fn warnings(self) -> Vec<Warning> {
        let sentence = |Kind { what, example, done, count }: Kind| match count {
            1 => format!("{what}: {example}; {done}."),
            _ => format!("{what}: {count} times, first {example}; {done}."),
        };
        self.0.into_iter().map(|kind| Warning { id: None, what: sentence(kind) }).collect()
    }
}
