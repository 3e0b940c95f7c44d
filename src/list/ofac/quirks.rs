//! What a reader met that a person should know of, told once a kind with a count and an example.

use crate::publication::Warning;
use std::collections::BTreeMap;

/// A kind of thing that is read all the same and told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quirk {
    /// Words for a birth date that mean no interval.
    UnreadableBirth,
    /// A name without a letter or digit.
    NameWithoutLetter,
    /// A record without a primary name, but with another one.
    NoPrimaryName,
    /// A subject kind that is not known.
    UnknownKind,
    /// A kind of alias that is not known.
    UnknownAliasType,
    /// A quality of an alias that is not known.
    UnknownQuality,
    /// An element that is not known.
    UnknownElement,
    /// A day of issue that is none.
    UnreadableDay,
    /// A record of the non-SDN file that carries no mark of one of its lists.
    NoList,
    /// Remarks that end in the middle.
    CutRemarks,
    /// A file of the CSV family that does not end as OFAC ends them.
    NoEndMark,
}

/// The quirks of one file or family of files.
#[derive(Debug, Default)]
pub struct Quirks(BTreeMap<Quirk, (usize, String)>);

impl Quirks {
    /// Counts a quirk; the first example is the one that is told.
    pub fn note(&mut self, quirk: Quirk, example: impl Into<String>) {
        self.0.entry(quirk).or_insert_with(|| (0, example.into())).0 += 1;
    }

    /// Adds those of another file of the family.
    pub fn join(&mut self, other: Quirks) {
        for (quirk, (count, example)) in other.0 {
            self.0.entry(quirk).or_insert((0, example)).0 += count;
        }
    }

    /// One warning for each kind.
    pub fn warnings(&self) -> Vec<Warning> {
        self.0
            .iter()
            .map(|(quirk, (count, example))| Warning { id: None, what: sentence(*quirk, *count, example) })
            .collect()
    }
}

fn sentence(quirk: Quirk, count: usize, example: &str) -> String {
    let of = |one: &str, many: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {many}") };
    match quirk {
        Quirk::UnreadableBirth => format!(
            "{} cannot be read as dates, for example {example}; they are shown as published",
            of("birth date", "birth dates")
        ),
        Quirk::NameWithoutLetter => format!(
            "{} without a letter or digit left out, for example {example}; nothing can be compared with such a name",
            of("name", "names")
        ),
        Quirk::NoPrimaryName => format!(
            "{} without a primary name, for example {example}; the first alias stands in its place",
            of("record", "records")
        ),
        Quirk::UnknownKind => format!(
            "{} of a kind that Namesieve does not know, for example {example}; they are read as entities",
            of("record", "records")
        ),
        Quirk::UnknownAliasType => format!(
            "{} of a type that Namesieve does not know, for example {example}; they are read as aliases",
            of("name", "names")
        ),
        Quirk::UnknownQuality => format!(
            "{} of a quality that Namesieve does not know, for example {example}; they are read as strong",
            of("name", "names")
        ),
        Quirk::UnknownElement => format!(
            "{} in elements that Namesieve does not know, for example {example}; they are kept as facts",
            of("value", "values")
        ),
        Quirk::UnreadableDay => {
            format!("the day of issue {example} is not a date of the form MM/DD/YYYY and is left out")
        }
        Quirk::NoList => format!(
            "{} of the non-SDN file without a mark of one of its lists, for example {example}; they are put on the \
             Menu-Based Sanctions List, whose marks change with each order",
            of("record", "records")
        ),
        Quirk::CutRemarks => format!(
            "the remarks of {} are longer than this file holds and end in the middle, for example {example}; give \
             sdn_comments.csv or cons_comments.csv with it, which holds the rest",
            of("record", "records")
        ),
        Quirk::NoEndMark => format!(
            "{example} does not end with the byte 1A, with which OFAC ends its CSV files; if lines are missing at its end, \
             that cannot be seen"
        ),
    }
}
