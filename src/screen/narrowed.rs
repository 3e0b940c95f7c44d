//! A part of what is listed, looked at by itself: what was added or changed since an earlier screening.

use super::Screener;
use crate::pack::{OpenList, hex};
use sha2::{Digest, Sha256};
use std::sync::Arc;

impl Screener {
    /// A screener over the same lists that looks only at the designations at these places of them, by the ids of lists. Its coverage
    /// is that of the whole lists: what it says is only of use beside what is known of the others.
    pub(crate) fn only(&self, places: impl Fn(&str) -> Vec<usize>) -> Screener {
        let of = |open: &OpenList| places(&open.head.publication.list);
        Screener::over(Arc::clone(&self.lists), self.on.clone(), &of)
    }

    /// The lists that are looked at, each with the profiles of its designations in their order.
    pub(crate) fn profiles(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = String>)> {
        self.lists.iter().zip(&self.on).filter(|(_, on)| **on).map(|(open, _)| {
            (open.head.publication.list.as_str(), (0..open.subjects.len()).map(|at| profile_at(open, at)))
        })
    }

    /// The profile of a designation; empty for one that is not there.
    pub(crate) fn profile(&self, list: &str, id: &str) -> String {
        let open = self.lists.iter().find(|open| open.head.publication.list == list);
        let at = open.and_then(|open| open.subjects.iter().position(|subject| subject.id == id));
        open.zip(at).map_or(String::new(), |(open, at)| profile_at(open, at))
    }
}

/// The SHA-256 of all that a list says of a designation, in hexadecimal.
fn profile_at(open: &OpenList, at: usize) -> String {
    let bytes = postcard::to_allocvec(&open.designation(at));
    bytes.map_or(String::new(), |bytes| hex(&Sha256::digest(bytes)))
}
