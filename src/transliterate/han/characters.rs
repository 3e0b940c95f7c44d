//! The characters that are known: each with its Mandarin syllable and, for a traditional form, its simplified character.
//!
//! The truth is `tables/han.tsv`; `data/han.rs` packs it, and says how, while the library is built.

use super::syllable::Syllable;
use std::sync::OnceLock;

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/han.bin"));
const FORM: u8 = 255;

/// A character.
#[derive(Clone, Copy, Debug)]
pub struct Character {
    /// The simplified one.
    pub simplified: char,
    /// Its usual reading in Mandarin.
    pub syllable: Syllable,
}

/// A character, if it is known.
pub fn find(character: char) -> Option<Character> {
    static ALL: OnceLock<Vec<(char, Character)>> = OnceLock::new();
    let all = ALL.get_or_init(|| unpack(PACKED).unwrap_or_default());
    let at = all.binary_search_by_key(&character, |(character, _)| *character).ok()?;
    Some(all[at].1)
}

fn unpack(bytes: &[u8]) -> Option<Vec<(char, Character)>> {
    let (count, rest) = bytes.split_at_checked(2)?;
    let count = usize::from(u16::from_le_bytes(count.try_into().ok()?));
    let (initials, rest) = rest.split_at_checked(count)?;
    let (finals, rest) = rest.split_at_checked(count)?;
    let (high, rest) = rest.split_at_checked(initials.iter().filter(|initial| **initial == FORM).count())?;
    let mut steps = rest.iter();
    let mut code = 0;
    let mut codes = Vec::with_capacity(count);
    for _ in 0..count {
        loop {
            let step = *steps.next()?;
            code += u32::from(step);
            if step < 255 {
                break;
            }
        }
        codes.push(char::from_u32(code)?);
    }
    let mut high = high.iter();
    (0..count)
        .map(|at| {
            let place = match initials[at] {
                FORM => usize::from(finals[at]) + 256 * usize::from(*high.next()?),
                _ => at,
            };
            let syllable = Syllable { initial: *initials.get(place)?, last: *finals.get(place)? };
            Some((codes[at], Character { simplified: *codes.get(place)?, syllable }))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = include_str!("../../tables/han.tsv");

    #[test]
    fn what_was_packed_is_the_table() {
        let mut seen = 0;
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (reading, characters) = line.split_once('\t').unwrap();
            if reading == "=" {
                for group in characters.split(' ') {
                    let simplified = group.chars().next().unwrap();
                    for form in group.chars().skip(1) {
                        assert_eq!(find(form).unwrap().simplified, simplified, "{form}");
                        assert_eq!(find(form).unwrap().syllable, find(simplified).unwrap().syllable);
                        seen += 1;
                    }
                }
                continue;
            }
            for character in characters.chars() {
                let found = find(character).unwrap();
                assert_eq!((found.simplified, found.syllable.pinyin("v").as_str()), (character, reading));
                seen += 1;
            }
        }
        assert!(seen > 8_500, "{seen}");
    }

    #[test]
    fn what_is_not_in_the_table_is_not_found() {
        assert!(find('々').is_none() && find('a').is_none() && find('\u{9fff}').is_none());
    }
}
