//! Japanese names in Han characters, and in characters with kana.
//!
//! Which of its readings a character has in a name only a table knows: there is one of family names, one of given names, and one
//! of the characters that most given names of two are made of. What they do not have is read in Mandarin, and with kana
//! beside it not at all. A family name that Chinese bear too is read in Japanese only beside a given name of the table.

mod names;

use super::super::kana;
use super::super::known;

/// At most so many spellings of a given name that is put together.
const MOST_SPELLINGS: usize = 8;

/// The spellings of a family name; none if it is not known.
pub fn family(characters: &str) -> Vec<String> {
    readings(names::FAMILY, characters).map_or(Vec::new(), spelled)
}

/// The spellings of a given name that is in the table as a whole.
pub fn known_given(characters: &str) -> Vec<String> {
    readings(names::GIVEN, characters).map_or(Vec::new(), spelled)
}

/// The spellings of a given name, as a whole or by its characters and kana; none if one of them is not known.
pub fn given(text: &str) -> Vec<String> {
    let known = known_given(text);
    if !known.is_empty() || text.chars().count() < 2 {
        return known;
    }
    let mut spellings = vec![String::new()];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kana = rest.find(|c| !kana::is_kana(c)).unwrap_or(rest.len());
        let (length, readings) = match kana {
            0 => (first.len_utf8(), readings(names::CHARACTERS, &rest[..first.len_utf8()]).map_or(Vec::new(), spelled)),
            _ => (kana, kana::spellings(&rest[..kana]).unwrap_or_default()),
        };
        spellings = spellings
            .iter()
            .flat_map(|before| readings.iter().map(move |reading| format!("{before}{reading}")))
            .take(MOST_SPELLINGS)
            .collect();
        rest = &rest[length..];
    }
    spellings
}

/// Where the family name that a name begins with ends, the longest first: in bytes, and never the whole name.
pub fn family_ends(name: &str) -> impl Iterator<Item = usize> {
    let mut ends: Vec<usize> = name.char_indices().map(|(at, _)| at).filter(|at| *at > 0).take(3).collect();
    ends.reverse();
    ends.into_iter().filter(move |end| readings(names::FAMILY, &name[..*end]).is_some())
}

/// A name with kana in it, which is Japanese: a family name, a given name, or both; nothing where a character is not known.
pub fn with_kana(name: &str) -> Option<Vec<(String, Vec<String>)>> {
    let whole = [family(name), given(name)].concat();
    if !whole.is_empty() {
        return Some(vec![(name.to_owned(), whole)]);
    }
    family_ends(name).find_map(|end| {
        let (first, rest) = name.split_at(end);
        let given = match rest.chars().all(kana::is_kana) {
            true => kana::spellings(rest)?,
            false => given(rest),
        };
        let parts = vec![(first.to_owned(), family(first)), (rest.to_owned(), given)];
        (!parts[1].1.is_empty()).then_some(parts)
    })
}

/// The readings in a table's row of these characters.
fn readings(table: &'static str, characters: &str) -> Option<&'static str> {
    let row = |row: &'static str| row.strip_prefix(characters).filter(|rest| rest.starts_with(|c: char| c.is_ascii()));
    table.split_whitespace().find_map(row)
}

/// Readings spelled out: a long vowel once, as names are printed, and with its second letter and `h`, as some write it.
fn spelled(readings: &str) -> Vec<String> {
    let mut spellings = Vec::new();
    for reading in readings.split('/') {
        for (o, u) in [("o", "u"), ("ou", "uu"), ("oh", "u")] {
            known::push(&mut spellings, reading.replace('O', o).replace('U', u));
        }
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_readings_and_stands_once() {
        for table in [names::FAMILY, names::GIVEN, names::CHARACTERS] {
            let mut seen = std::collections::BTreeSet::new();
            for row in table.split_whitespace() {
                let characters = row.trim_end_matches(|c: char| c.is_ascii());
                let plain = row[characters.len()..].bytes().all(|b| b.is_ascii_lowercase() || b"OU/".contains(&b));
                assert!(!characters.is_empty() && characters.len() < row.len() && plain, "{row}");
                assert!(seen.insert(characters), "{row}");
            }
        }
    }

    #[test]
    fn given_names_as_wholes_and_by_their_characters() {
        for (characters, printed) in [
            ("健一", "kenichi"),
            ("清司", "kiyoshi"),
            ("邦夫", "kunio"),
            ("晋三", "shinzo"),
            ("晋三", "shinzou"),
            ("くみ子", "kumiko"),
            ("照明", "teruaki"),
        ] {
            assert!(given(characters).contains(&printed.to_owned()), "{characters}: {:?}", given(characters));
        }
        assert!(given("泽东").is_empty() && given("子").is_empty());
    }

    #[test]
    fn long_vowels_are_written_in_three_ways() {
        assert_eq!(family("斎藤"), ["saito", "saitou", "saitoh"]);
        assert_eq!(family("大野"), ["ono", "ouno", "ohno"]);
    }
}
