//! Designations without spare room: a text or a table that has grown piece by piece holds up to four times what stands in it,
//! which on a list of twenty thousand designations is more than the list itself.

use crate::date::PartialDate;
use crate::designation::{
    Address, Context, CrossReference, Designation, Identifier, LabelledFact, Link, ListedName, Reference,
};

/// Something that may hold more memory than it needs.
pub(super) trait Fit {
    /// Gives back the memory that it does not need.
    fn fit(&mut self);
}

impl Fit for String {
    fn fit(&mut self) {
        self.shrink_to_fit();
    }
}

impl<T: Fit> Fit for Option<T> {
    fn fit(&mut self) {
        self.iter_mut().for_each(T::fit);
    }
}

impl<T: Fit> Fit for Vec<T> {
    fn fit(&mut self) {
        self.iter_mut().for_each(T::fit);
        self.shrink_to_fit();
    }
}

impl<A: Fit, B: Fit> Fit for (A, B) {
    fn fit(&mut self) {
        self.0.fit();
        self.1.fit();
    }
}

/// A structure: its fields with texts, and those without, all of which must be named.
macro_rules! structure {
    ($type:ident { $($text:ident),* $(; $($other:ident),*)? }) => {
        impl Fit for $type {
            fn fit(&mut self) {
                let $type { $($text,)* $($($other: _,)*)? } = self;
                $($text.fit();)*
            }
        }
    };
}

structure!(ListedName { name, uid; kind, quality, script });
structure!(PartialDate { published; interval });
structure!(Identifier { kind, number, country, issued, expires });
structure!(Address { street, place, country, uid });
structure!(Link { to, relation });
structure!(CrossReference { authority, id });
structure!(LabelledFact { label, value });
structure!(Reference { title, url });
structure!(Context { text, source });
structure!(Designation {
    id, names, programmes, measures, births, birth_places, nationalities, citizenships, gender, titles, identifiers,
    addresses, links, cross_references, reasons, facts, legal_notes, context;
    kind, listed, changed, effective, divest_by
});
