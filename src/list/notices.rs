//! Warnings gathered per kind while a list is read: one sentence with a number and an example for each, and not one for
//! every record.

use crate::publication::Warning;

/// A kind of thing that a person should know, as the clauses of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// After `1 `: `birth date cannot be read as a date`.
    pub one: &'static str,
    /// After a number: `birth dates cannot be read as dates`.
    pub many: &'static str,
    /// What was done with it, after `it is ` or `they are `: `shown as published`.
    pub done: &'static str,
}

/// Birth dates without an interval.
pub const UNREAD_BIRTH: Kind = Kind {
    one: "birth date cannot be read as a date",
    many: "birth dates cannot be read as dates",
    done: "shown as published",
};

/// Days of listing or of change that are no days.
pub const UNREAD_DAY: Kind = Kind {
    one: "date of listing or of change cannot be read as a date",
    many: "dates of listing or of change cannot be read as dates",
    done: "kept as published among the other facts",
};

/// Names of signs only.
pub const LETTERLESS: Kind = Kind {
    one: "name has neither letter nor digit",
    many: "names have neither letter nor digit",
    done: "left out, as there is nothing to compare",
};

/// Records whose only names are other names.
pub const NO_PRIMARY: Kind = Kind {
    one: "record has no primary name",
    many: "records have no primary name",
    done: "listed under the first of the other names",
};

/// What was gathered, in the order in which the kinds came up.
#[derive(Debug, Default)]
pub struct Notices {
    kinds: Vec<(Kind, usize, String)>,
}

impl Notices {
    /// One more of a kind. The first of each is the example.
    pub fn add(&mut self, kind: Kind, example: &str) {
        match self.kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, count, _)) => *count += 1,
            None => self.kinds.push((kind, 1, example.to_owned())),
        }
    }

    /// One warning for each kind.
    pub fn warnings(self) -> Vec<Warning> {
        let sentence = |(kind, count, example): (Kind, usize, String)| match count {
            1 => format!("1 {} (`{example}`); it is {}", kind.one, kind.done),
            _ => format!("{count} {}, for example `{example}`; they are {}", kind.many, kind.done),
        };
        self.kinds.into_iter().map(|gathered| Warning { id: None, what: sentence(gathered) }).collect()
    }
}
