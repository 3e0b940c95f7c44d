//! The names of a record as they are put together and in order: the primary name first, each name once.

use super::tally::Tally;
use crate::designation::{ListedName, NameKind};
use crate::list::Refusal;

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

/// Puts the names of a record into the order that designations have: one primary name, first; names without a letter or
/// digit and repetitions left out.
///
/// # Errors
/// [`Refusal::Record`] for a record without any name.
pub(super) fn settled(
    names: Vec<ListedName>,
    file: &str,
    id: &str,
    tally: &mut Tally,
) -> Result<Vec<ListedName>, Refusal> {
    let mut settled: Vec<ListedName> = Vec::with_capacity(names.len());
    for name in names {
        if !name.name.chars().any(char::is_alphanumeric) {
            tally.add(
                "A name without a letter or digit",
                format!("`{}` in record {id}", name.name),
                "it cannot be compared and is left out",
            );
            continue;
        }
        let same =
            |known: &ListedName| (&known.name, known.kind, known.quality) == (&name.name, name.kind, name.quality);
        if !settled.iter().any(same) {
            settled.push(name);
        }
    }
    match settled.iter().position(|name| name.kind == NameKind::Primary) {
        Some(at) => settled[..=at].rotate_right(1),
        None => {
            let what = "it has no name that can be compared".to_owned();
            let at = format!("record {id}");
            let Some(first) = settled.first_mut() else {
                return Err(Refusal::Record { file: file.to_owned(), at, what });
            };
            first.kind = NameKind::Primary;
            tally.add("A record without a primary name", at, "its first alias stands for it");
        }
    }
    for name in settled.iter_mut().skip(1).filter(|name| name.kind == NameKind::Primary) {
        name.kind = NameKind::Alias;
    }
    Ok(settled)
}
