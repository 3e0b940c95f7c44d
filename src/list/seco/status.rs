//! Whether a target of SECO's list still stands on it, by its modifications.

use crate::date::Day;
use crate::list::days;
use crate::list::notices::{Kind, Notices};
use crate::list::xml::Element;

const UNKNOWN_MODIFICATION: Kind = Kind {
    one: "modification is of a kind that Namesieve does not know",
    many: "modifications are of a kind that Namesieve does not know",
    done: "taken to leave the target listed",
};

/// The status of a target.
#[derive(Debug, Default)]
pub(super) struct Status {
    /// Whether its newest modification struck it off.
    pub(super) struck_off: bool,
    /// The day of its newest listing.
    pub(super) listed: Option<Day>,
    /// The day of its newest modification, if that is a later one.
    pub(super) changed: Option<Day>,
}

/// The status on the day of the list. The day of a modification is that of its effect, or else of its publication, or else
/// of its enactment; of two on one day the one that stands first is the newer one, as the list writes them. What takes
/// effect after the day of the list does not count, unless there is nothing else.
pub(super) fn of(target: &Element, issued: Option<Day>, notices: &mut Notices) -> Status {
    let mut all: Vec<(Option<Day>, &str)> = target
        .all("modification")
        .map(|modification| (day(modification), modification.attribute("modification-type").unwrap_or("no type")))
        .collect();
    for (_, kind) in &all {
        if !matches!(*kind, "listed" | "amended" | "de-listed") {
            notices.add(UNKNOWN_MODIFICATION, kind);
        }
    }
    let in_effect = |day: &Option<Day>| day.is_none() || issued.is_none() || *day <= issued;
    if all.iter().any(|(day, _)| in_effect(day)) {
        all.retain(|(day, _)| in_effect(day));
    }
    // Stable: what stands first stays first among equals.
    all.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let Some((newest, kind)) = all.first() else { return Status::default() };
    let listed = all.iter().find(|(_, kind)| *kind == "listed").and_then(|(day, _)| *day);
    Status { struck_off: *kind == "de-listed", listed, changed: newest.filter(|_| *newest != listed) }
}

/// The day of a modification.
fn day(modification: &Element) -> Option<Day> {
    ["effective-date", "publication-date", "enactment-date"]
        .iter()
        .find_map(|name| days::iso(modification.attribute(name)?))
}

/// The modifications in one line, in the order of the list.
pub(super) fn history(target: &Element) -> Option<String> {
    let words: Vec<String> = target
        .all("modification")
        .map(|modification| {
            let kind = modification.attribute("modification-type").unwrap_or("modified");
            day(modification).map_or_else(|| kind.to_owned(), |day| format!("{kind} {day}"))
        })
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}
