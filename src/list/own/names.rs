//! The names of a row: whole ones, and those whose family and given names stand in columns of their own.
//!
//! - `Family, Given` is how both parts are joined, so that the person's surname is known.
//! - `Name` beside a column of given names alone is the family name, and beside a column of family names alone the given one,
//!   unless it holds the other part already.
//! - A line break in a name divides two names. A comma or a stroke divides nothing, since it may belong to the name; where it
//!   looks as though it should, that is said.

use super::row::values;
use crate::designation::{ListedName, NameKind, NameQuality};
use crate::list::notices::{Kind, Notices};
use crate::list::roll::Roll;
use crate::list::words::plain;
use crate::sheet::words::Meaning;

const SEVERAL_LINES: Kind = Kind {
    one: "name has a line break in it",
    many: "names have a line break in them",
    done: "divided there into several names; a quotation mark may be out of place, so look at the rows below",
};
const SEVERAL_IN_ONE: Kind = Kind {
    one: "cell with aliases has commas or strokes in it",
    many: "cells with aliases have commas or strokes in them",
    done: "taken for one name; if it is several, divide them by semicolons",
};

/// The names of a row, the first of which leads.
pub(super) struct Named {
    names: Vec<(String, NameKind, NameQuality)>,
    /// Whether a family name stands beside a given one, as people have them.
    pub(super) person: bool,
}

/// The cells of a row below the columns of one meaning that have something in them.
struct Cells<'a> {
    columns: &'a [(String, Meaning)],
    row: &'a [String],
}

impl<'a> Cells<'a> {
    fn of(&self, wanted: Meaning) -> impl Iterator<Item = (&'a str, &'a str)> {
        let filled = self.columns.iter().zip(self.row).filter(move |((_, meaning), _)| *meaning == wanted);
        filled.map(|((label, _), cell)| (label.as_str(), cell.trim())).filter(|(_, cell)| !cell.is_empty())
    }

    fn part(&self, wanted: Meaning) -> String {
        self.of(wanted).map(|(_, cell)| plain(cell)).collect::<Vec<_>>().join(" ")
    }

    fn has(&self, wanted: Meaning) -> bool {
        self.columns.iter().any(|(_, meaning)| *meaning == wanted)
    }
}

/// The names of a row that has something in it.
///
/// # Errors
/// What is wrong with it, as the rest of a sentence.
pub(super) fn read(
    columns: &[(String, Meaning)],
    row: &[String],
    place: &str,
    notices: &mut Notices,
) -> Result<Named, String> {
    let cells = Cells { columns, row };
    let parts = [Meaning::Name, Meaning::Family, Meaning::Given].into_iter().flat_map(|part| cells.of(part));
    for (_, cell) in parts.filter(|(_, cell)| cell.contains(['\n', '\r'])) {
        notices.add_at(SEVERAL_LINES, &plain(cell), place);
    }
    let mut whole: Vec<String> = Vec::new();
    for (_, cell) in cells.of(Meaning::Name) {
        whole.extend(cell.split(['\n', '\r']).map(plain).filter(|name| !name.is_empty()));
    }
    let (mut family, mut given) = (cells.part(Meaning::Family), cells.part(Meaning::Given));
    // A whole name that is but the part that has no column.
    match (cells.has(Meaning::Family), cells.has(Meaning::Given), whole.first()) {
        (true, false, Some(name)) if !family.is_empty() && !holds(name, &family) => given = whole.remove(0),
        (false, true, Some(name)) if !given.is_empty() && !holds(name, &given) => family = whole.remove(0),
        (true, false, Some(_)) => family.clear(),
        (false, true, Some(_)) => given.clear(),
        _ => {}
    }
    let person = !family.is_empty() && !given.is_empty();
    let composed = match person {
        true => format!("{family}, {given}"),
        false => family + &given,
    };
    whole.extend(Some(composed).filter(|name| !name.is_empty()));
    let name = whole.first().ok_or("it has no name; give it one or empty the row")?;
    if !name.chars().any(char::is_alphanumeric) {
        return Err(format!("its name `{name}` has no letter or digit"));
    }
    let strong = |name: String| (name, NameKind::Alias, NameQuality::Strong);
    let mut names: Vec<_> = whole.into_iter().map(strong).collect();
    names[0].1 = NameKind::Primary;
    for (meaning, kind) in [(Meaning::Aliases, NameKind::Alias), (Meaning::Former, NameKind::Former)] {
        for (label, cell) in cells.of(meaning) {
            let values = values(cell);
            if let [one] = &values[..]
                && seems_several(one)
            {
                notices.add_at(SEVERAL_IN_ONE, one, place);
            }
            let weak = label.to_lowercase().contains("weak");
            let quality = if weak { NameQuality::Weak } else { NameQuality::Strong };
            names.extend(values.into_iter().map(|name| (name, kind, quality)));
        }
    }
    Ok(Named { names, person })
}

/// Whether a name has all words of another one.
fn holds(name: &str, part: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let all = words(name);
    words(part).iter().all(|word| all.contains(word))
}

/// Whether an alias looks like several: `A, B, C`, `Alpha / Beta`.
fn seems_several(alias: &str) -> bool {
    let strokes = alias.split('/').collect::<Vec<_>>();
    alias.matches(',').count() > 1 || strokes.len() > 1 && strokes.iter().all(|name| name.trim().chars().count() > 2)
}

impl Named {
    /// The names as a designation has them.
    pub(super) fn roll(self, id: &str, notices: &mut Notices) -> Vec<ListedName> {
        let mut roll = Roll::of(id);
        for (name, kind, quality) in self.names {
            if kind != NameKind::Alias || !roll.holds(&name, quality) {
                roll.add(&name, kind, quality, notices);
            }
        }
        roll.finish(notices).unwrap_or_default()
    }
}
