//! The names of one record as they are gathered: the primary one first, none twice, none without a letter.

use super::notices::{LETTERLESS, NO_PRIMARY, Notices};
use super::script;
use super::words::even;
use crate::designation::{ListedName, NameKind, NameQuality};

/// The names of one record.
#[derive(Debug, Default)]
pub struct Roll {
    names: Vec<ListedName>,
}

impl Roll {
    /// Adds a name, its script told by its letters. A second primary name is an alias, for a designation has one.
    pub fn add(&mut self, name: &str, kind: NameKind, quality: NameQuality, notices: &mut Notices) {
        self.add_in(name, kind, quality, None, notices);
    }

    /// Adds a name with the authority's word for its script, where it gives one.
    pub fn add_in(
        &mut self,
        name: &str,
        kind: NameKind,
        quality: NameQuality,
        script: Option<&str>,
        notices: &mut Notices,
    ) {
        let name = even(name);
        if name.is_empty() {
            return;
        }
        if !name.chars().any(char::is_alphanumeric) {
            return notices.add(LETTERLESS, &name);
        }
        let kind = match kind {
            NameKind::Primary if self.names.iter().any(|known| known.kind == NameKind::Primary) => NameKind::Alias,
            kind => kind,
        };
        let same = |known: &ListedName| known.name == name && known.kind == kind && known.quality == quality;
        if !self.names.iter().any(same) {
            let script = script.map_or_else(|| script::of(&name).to_owned(), str::to_owned);
            self.names.push(ListedName::new(name, kind, quality, script));
        }
    }

    /// All names, the primary one first; without one the first strong name takes its place. Nothing for a record without
    /// any name.
    pub fn finish(mut self, id: &str, notices: &mut Notices) -> Option<Vec<ListedName>> {
        let is = |wanted: fn(&ListedName) -> bool| self.names.iter().position(wanted);
        let first = match is(|name| name.kind == NameKind::Primary) {
            Some(at) => at,
            None => {
                let at = is(|name| name.quality == NameQuality::Strong).or_else(|| is(|_| true))?;
                notices.add(NO_PRIMARY, id);
                at
            }
        };
        let mut primary = self.names.remove(first);
        primary.kind = NameKind::Primary;
        self.names.insert(0, primary);
        Some(self.names)
    }
}
