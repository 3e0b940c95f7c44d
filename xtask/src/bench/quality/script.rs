//! The script of a whole name, as the tables of the bench name it.

use std::collections::BTreeMap;

use namesieve::transliterate;

/// The script that most of a name's letters belong to, in the words of Unicode; `Latin` where there are none. Where several
/// are as frequent, the first in the alphabet.
pub fn of(name: &str) -> &'static str {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut letter = [0; 4];
    for c in name.chars().filter(|c| c.is_alphabetic()) {
        if let Some(script) = transliterate::script_of(c.encode_utf8(&mut letter)) {
            *counts.entry(script.full_name()).or_default() += 1;
        }
    }
    let most = counts.values().copied().max().unwrap_or(0);
    counts.into_iter().find(|(_, count)| *count == most).map_or("Latin", |(script, _)| script)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn most_letters_decide() {
        assert_eq!(of("ООО \"Ромашка\" Ltd"), "Cyrillic");
        assert_eq!(of("李 Ming Wei"), "Latin");
        assert_eq!(of("محمد"), "Arabic");
        assert_eq!(of("7-28"), "Latin");
    }
}
