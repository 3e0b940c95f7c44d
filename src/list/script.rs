//! The script of a name, for lists that do not say it.

use unicode_script::{Script, UnicodeScript};

/// The script of most of a name's letters, in the words of Unicode (`Latin`, `Cyrillic`, `Han`); `Latin` for a name without
/// letters of any one script.
pub fn of(name: &str) -> &'static str {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for letter in name.chars() {
        let script = letter.script();
        if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
            continue;
        }
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    // The first of the most frequent ones, so that the answer does not depend on anything but the name.
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts.iter().find(|(_, count)| *count == most).map_or("Latin", |(script, _)| script.full_name())
}
