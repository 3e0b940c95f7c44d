//! The names of a record of an ADVANCED or ENHANCED file: put together from parts, and in order.

use crate::designation::ListedName;
use crate::list::Refusal;
use crate::list::notices::Notices;
use crate::list::roll::Roll;

/// How OFAC prints the parts of a name: the family name, or the whole name of anything but a person, in capitals, a comma,
/// and the given names.
pub(super) fn printed(parts: &[(&str, &str)], is_given: impl Fn(&str) -> bool) -> String {
    let (mut family, mut given) = (Vec::new(), Vec::new());
    for (kind, value) in parts {
        match is_given(kind) {
            true => given.push((*value).to_owned()),
            false => family.push(value.to_uppercase()),
        }
    }
    let (family, given) = (family.join(" "), given.join(" "));
    match (family.is_empty(), given.is_empty()) {
        (false, false) => format!("{family}, {given}"),
        _ => family + &given,
    }
}

/// The names of a record with one primary name, first; names without a letter or digit and repetitions left out.
///
/// # Errors
/// [`Refusal::Record`] for a record without any name.
pub(super) fn settled(
    names: Vec<ListedName>,
    file: &str,
    id: &str,
    notices: &mut Notices,
) -> Result<Vec<ListedName>, Refusal> {
    let mut roll = Roll::with_repeats(id);
    names.into_iter().for_each(|name| roll.list(name, notices));
    roll.finish(notices)
        .ok_or_else(|| Refusal::record(file, format!("record {id}"), "it has no name that can be compared"))
}
