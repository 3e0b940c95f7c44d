//! The names of one record as they are gathered: the primary one first, none twice unless the publisher numbers them, none without
//! a letter.

use super::notices::{LETTERLESS, NO_PRIMARY, Notices};
use super::script;
use super::words::even;
use crate::designation::{ListedName, NameKind, NameQuality};

/// The names of one record.
#[derive(Debug)]
pub struct Roll {
    id: String,
    names: Vec<ListedName>,
    /// Whether a name that stands there twice is kept twice.
    repeats: bool,
}

impl Roll {
    /// The names of the record with this id, none yet.
    pub fn of(id: &str) -> Roll {
        Roll { id: id.to_owned(), names: Vec::new(), repeats: false }
    }

    /// The same for a publisher who numbers names, each of which is kept as often as it is published.
    pub fn with_repeats(id: &str) -> Roll {
        Roll { repeats: true, ..Roll::of(id) }
    }

    /// Adds a name, its white space made even and its script told by its letters. A second primary name is an alias, for a
    /// designation has one.
    pub fn add(&mut self, name: &str, kind: NameKind, quality: NameQuality, notices: &mut Notices) {
        self.list(ListedName::new(even(name), kind, quality, script::of(name)), notices);
    }

    /// Adds a name as it stands, of which the authority tells the script or the number.
    pub fn list(&mut self, mut name: ListedName, notices: &mut Notices) {
        if name.name.is_empty() {
            return;
        }
        if !name.name.chars().any(char::is_alphanumeric) {
            return notices.add_at(LETTERLESS, &name.name, &format!(" of record {}", self.id));
        }
        let published = name.kind;
        if published == NameKind::Primary && self.names.iter().any(|known| known.kind == NameKind::Primary) {
            name.kind = NameKind::Alias;
        }
        let same = |known: &ListedName| {
            (&known.name, known.quality) == (&name.name, name.quality)
                && (known.kind == name.kind || known.kind == published)
        };
        if self.repeats || !self.names.iter().any(same) {
            self.names.push(name);
        }
    }

    /// Whether no name is there.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether a name is there as the primary one or as an alias, for lists that repeat the one among the others.
    pub fn holds(&self, name: &str, quality: NameQuality) -> bool {
        let same = |known: &ListedName| {
            (known.name.as_str(), known.quality) == (name, quality) && known.kind != NameKind::Former
        };
        self.names.iter().any(same)
    }

    /// Hands over all names, the primary one first; without one the first strong name takes its place. Nothing for a record without
    /// any name.
    pub fn finish(&mut self, notices: &mut Notices) -> Option<Vec<ListedName>> {
        let mut names = std::mem::take(&mut self.names);
        let is = |wanted: fn(&ListedName) -> bool| names.iter().position(wanted);
        let first = match is(|name| name.kind == NameKind::Primary) {
            Some(at) => at,
            None => {
                let at = is(|name| name.quality == NameQuality::Strong).or_else(|| is(|_| true))?;
                notices.add(NO_PRIMARY, &self.id);
                at
            }
        };
        let mut primary = names.remove(first);
        if primary.quality == NameQuality::Weak {
            // A weak name leads no record, for nobody would see it unasked: the first strong one does. Without one the name is
            // all that there is, and counts in full.
            let strong = |name: &ListedName| name.quality == NameQuality::Strong && name.kind != NameKind::Former;
            match names.iter().position(strong) {
                Some(at) => {
                    let weak = std::mem::replace(&mut primary, names.remove(at));
                    names.insert(0, ListedName { kind: NameKind::Alias, ..weak });
                }
                None => primary.quality = NameQuality::Strong,
            }
        }
        primary.kind = NameKind::Primary;
        names.insert(0, primary);
        Some(names)
    }
}
