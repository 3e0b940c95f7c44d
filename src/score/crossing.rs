//! Words of other scripts: compared in their own script when both have it, and by their Latin spellings when not.

use super::deduction::Means;
use super::word::{Relation, relate_forms};
use crate::name::{Form, Word};

/// How two words relate of which at least one is written in another script than Latin. Symmetric.
pub fn relate(a: &Word, b: &Word) -> Relation {
    if let (Some(a), Some(b)) = (&a.native, &b.native)
        && a.script == b.script
    {
        return relate_forms(&a.form, &b.form);
    }
    let relation = spellings(a)
        .flat_map(|a| spellings(b).map(move |b| relate_forms(a, b)))
        .min_by_key(|relation| relation.cost)
        .unwrap_or_else(|| relate_forms(&a.form, &b.form));
    match relation.means {
        Means::Same => Relation { means: Means::Transliteration, ..relation },
        _ => relation,
    }
}

/// The Latin spellings of a word, the most usual first.
fn spellings(word: &Word) -> impl Iterator<Item = &Form> {
    std::iter::once(&word.form).chain(word.native.iter().flat_map(|native| &native.others))
}
