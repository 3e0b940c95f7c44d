//! Warnings gathered per kind while a list is read: one sentence with a number and an example for each, and not one for
//! every record.

use crate::publication::Warning;

/// A kind of thing that a person should know, as the clauses of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// After `1 `: `name has neither letter nor digit`.
    pub one: &'static str,
    /// After a number: `names have neither letter nor digit`.
    pub many: &'static str,
    /// What was done with it, after `it is ` or `they are `: `left out`.
    pub done: &'static str,
}

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

/// Records that are neither of a person nor of anything else that lists name.
pub const UNKNOWN_SUBJECT: Kind = Kind {
    one: "record is of a kind that Namesieve does not know",
    many: "records are of a kind that Namesieve does not know",
    done: "shown as of the kind `entity`",
};

/// Names of which it is not known what they are to their record.
pub const UNKNOWN_NAME: Kind = Kind {
    one: "name is of a type that Namesieve does not know",
    many: "names are of a type that Namesieve does not know",
    done: "listed among the other names",
};

/// Names of which it is not known whether they are strong or weak.
pub const UNKNOWN_QUALITY: Kind = Kind {
    one: "name is of a quality that Namesieve does not know",
    many: "names are of a quality that Namesieve does not know",
    done: "taken for strong",
};

/// Elements of a record that no reader takes.
pub const UNKNOWN_ELEMENT: Kind = Kind {
    one: "value stands in an element that Namesieve does not know",
    many: "values stand in elements that Namesieve does not know",
    done: "kept among the facts",
};

/// What was gathered, in the order in which the kinds came up.
#[derive(Debug, Default)]
pub struct Notices {
    said: Vec<Warning>,
    kinds: Vec<(Kind, usize, String)>,
}

impl Notices {
    /// One more of a kind. The first of each is the example.
    pub fn add(&mut self, kind: Kind, example: &str) {
        self.add_at(kind, example, "");
    }

    /// One more of a kind, and where it was met: ` of record 7`.
    pub fn add_at(&mut self, kind: Kind, example: &str, place: &str) {
        match self.kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, count, _)) => *count += 1,
            None => self.kinds.push((kind, 1, format!("`{example}`{place}"))),
        }
    }

    /// A sentence of its own, which stands before those on kinds.
    pub fn say(&mut self, what: String) {
        self.said.push(Warning { id: None, what });
    }

    /// A sentence on one record.
    pub fn say_of(&mut self, id: &str, what: String) {
        self.said.push(Warning { id: Some(id.to_owned()), what });
    }

    /// That a list has no date of issue, because the file has none or has in its place what is no date.
    pub fn undated(&mut self, words: Option<&str>) {
        self.say(match words {
            Some(words) => {
                format!("the file's date `{words}` cannot be read as a date, so the list has no date of issue")
            }
            None => "the file carries no date, so the list has no date of issue".to_owned(),
        });
    }

    /// The sentences, then one warning for each kind.
    pub fn warnings(self) -> Vec<Warning> {
        let sentence = |(kind, count, example): (Kind, usize, String)| match count {
            1 => format!("1 {} ({example}); it is {}", kind.one, kind.done),
            _ => format!("{count} {}, for example {example}; they are {}", kind.many, kind.done),
        };
        let of_kinds = self.kinds.into_iter().map(|gathered| Warning { id: None, what: sentence(gathered) });
        self.said.into_iter().chain(of_kinds).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many_are_sentences_and_what_stands_by_itself_comes_first() {
        let mut notices = Notices::default();
        notices.add_at(LETTERLESS, "...", " of record 7");
        notices.add(UNKNOWN_QUALITY, "fair");
        notices.add(UNKNOWN_QUALITY, "poor");
        notices.undated(Some("soon"));
        let said: Vec<String> = notices.warnings().into_iter().map(|warning| warning.what).collect();
        assert_eq!(
            said,
            [
                "the file's date `soon` cannot be read as a date, so the list has no date of issue",
                "1 name has neither letter nor digit (`...` of record 7); it is left out, as there is nothing to compare",
                "2 names are of a quality that Namesieve does not know, for example `fair`; they are taken for strong",
            ]
        );
    }
}
