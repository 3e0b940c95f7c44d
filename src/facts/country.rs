//! Countries: the ways in which people and lists write them, and which of them stand for the same.

use crate::normalise;
use crate::tables::{self, HashMap};
use std::sync::OnceLock;

/// Words that writers of a country's name set or leave out freely.
const SMALL_WORDS: [&str; 3] = ["the", "of", "and"];

/// A country, as its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(u16);

/// What two countries are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Two countries that have nothing to do with each other.
    Other,
    /// One is, was, or is said to be a part of the other: nothing follows from it.
    Related,
    /// The same country.
    Same,
}

/// The table of countries.
struct Countries {
    /// Alpha-2 and alpha-3 codes, in the order of the table.
    codes: Vec<[&'static str; 2]>,
    spellings: HashMap<String, u16>,
    /// What people write in other languages than that of the lists.
    abroad: HashMap<String, u16>,
    /// For each country, the codes of what it includes or consisted of.
    holds: Vec<&'static str>,
}

impl Countries {
    /// The table, read on first use.
    fn get() -> &'static Countries {
        static COUNTRIES: OnceLock<Countries> = OnceLock::new();
        COUNTRIES.get_or_init(|| {
            let mut table = Countries {
                codes: Vec::new(),
                spellings: HashMap::default(),
                abroad: HashMap::default(),
                holds: Vec::new(),
            };
            for (at, row) in (0..).zip(tables::rows(include_str!("../tables/countries.tsv"))) {
                let cell = |n: usize| row.get(n).copied().unwrap_or_default();
                table.codes.push([cell(0), cell(1)]);
                table.holds.push(cell(3));
                table.spellings.extend(cell(2).split("; ").map(|spelling| (key(spelling), at)));
            }
            for row in tables::rows(include_str!("../tables/country_names.tsv")) {
                let place =
                    table.codes.iter().position(|codes| codes[0] == row[0]).and_then(|at| u16::try_from(at).ok());
                let names = row.get(1).into_iter().flat_map(|names| names.split("; "));
                table.abroad.extend(place.into_iter().flat_map(|at| names.clone().map(move |name| (key(name), at))));
            }
            table
        })
    }
}

impl Country {
    /// The country that a text is the name, the code or the demonym of, as a person writes it: in English, or its name in French,
    /// Spanish, Portuguese, Arabic or Russian.
    pub fn named(text: &str) -> Option<Country> {
        let abroad = || Countries::get().abroad.get(&key(text)).copied().map(Country);
        Country::in_english(text).or_else(abroad)
    }

    fn in_english(text: &str) -> Option<Country> {
        let table = Countries::get();
        let code = || {
            let text = text.trim();
            let is = |codes: &[&str; 2]| codes.iter().any(|code| !code.is_empty() && code.eq_ignore_ascii_case(text));
            table.codes.iter().position(is).and_then(|at| u16::try_from(at).ok())
        };
        table.spellings.get(&key(text)).copied().or_else(code).map(Country)
    }

    /// The country in a text of a list, which may say more before it: `Gopalganj, Bangladesh`. Codes count only where they
    /// are all of the text, since `CA` at the end of a place is not Canada.
    pub fn listed(text: &str) -> Option<Country> {
        if let Some(country) = Country::in_english(text) {
            return Some(country);
        }
        let table = Countries::get();
        let find = |words: &str| table.spellings.get(&key(words)).copied().map(Country);
        // The UK's list writes `Former USSR Currently Belarus`.
        let text = text.rsplit_once(" Currently ").map_or(text, |(_, now)| now);
        let parts: Vec<&str> = text.split([',', '(', ')', '/', ';', '.']).collect();
        // `Pyongyang, Korea, North`: the longest end that is a country, then any part.
        let ends = (0..parts.len()).find_map(|from| find(&parts[from..].join(" ")));
        ends.or_else(|| parts.iter().rev().find_map(|part| find(part)))
    }

    /// What the two are to each other.
    pub fn relation(self, other: Country) -> Relation {
        let table = Countries::get();
        let holds = |whole: Country, part: Country| {
            let code = table.codes[usize::from(part.0)][0];
            table.holds[usize::from(whole.0)].split(' ').any(|held| held == code)
        };
        match () {
            () if self == other => Relation::Same,
            () if holds(self, other) || holds(other, self) => Relation::Related,
            () => Relation::Other,
        }
    }
}

/// A spelling in the form in which it is looked up: its words in a fixed order, without the small ones.
fn key(text: &str) -> String {
    let mut words: Vec<String> = normalise::words(text).into_iter().map(|word| word.text).collect();
    words.retain(|word| !SMALL_WORDS.contains(&word.as_str()));
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_person_writes_in_their_own_language_and_a_list_in_english() {
        let code = |text: &str| Country::named(text).map(|country| Countries::get().codes[usize::from(country.0)][0]);
        let named = [
            ("Chine", "CN"),
            ("ALLEMAGNE", "DE"),
            ("Emiratos Árabes Unidos", "AE"),
            ("Coréia do Norte", "KP"),
            ("Corée du Nord", "KP"),
            ("الصين", "CN"),
            ("أفغانستان", "AF"),
            ("Мьянма (Бирма)", "MM"),
            ("République démocratique du Congo", "CD"),
            ("Niger", "NE"),
        ];
        for (text, expected) in named {
            assert_eq!(code(text), Some(expected), "{text}");
        }
        assert_eq!(Country::listed("Granada, Spain"), Country::named("ES"));
        // What a person writes in Russian is not looked for in a list.
        assert_eq!((code("Китай"), Country::listed("Китай")), (Some("CN"), None));
        let english = &Countries::get().spellings;
        let twice: Vec<&String> = Countries::get().abroad.keys().filter(|name| english.contains_key(*name)).collect();
        assert_eq!(twice, [] as [&String; 0], "one spelling stands in one table");
    }

    #[test]
    fn every_spelling_has_one_country_and_every_part_is_in_the_table() {
        let (mut seen, mut codes, mut parts) = (HashMap::default(), HashSet::new(), Vec::new());
        for row in tables::rows(include_str!("../tables/countries.tsv")) {
            assert!(row.len() == 3 || row.len() == 4, "{row:?}");
            for code in row[..2].iter().filter(|code| !code.is_empty()) {
                assert!(codes.insert(*code), "the code {code} is there twice");
            }
            for spelling in row[2].split("; ") {
                let other = seen.insert(key(spelling), row[0]);
                assert!(other.is_none_or(|code| code == row[0]), "{spelling} is {other:?} as well");
            }
            parts.extend(row.get(3).iter().flat_map(|parts| parts.split(' ')));
        }
        assert!(parts.iter().all(|part| codes.contains(part)), "{parts:?}");
    }

    #[test]
    fn a_country_is_known_by_its_code_its_names_and_the_spellings_of_the_lists() {
        for same in [
            &["KP", "PRK", "Korea, North", "North Korea", "Korea, Democratic People's Republic of", "DPRK"][..],
            &["MM", "Burma", "Myanmar", "burmese"],
            &["RU", "rus", "Russia", "Russian Federation", "The Russian Federation"],
            &["CI", "Cote d’Ivoire", "Côte d'Ivoire", "Ivory Coast"],
            &["US", "U.S.A.", "United States of America", "American"],
            &["TR", "Türkiye", "Turkey"],
            &["CD", "Congo, Democratic Republic of the", "Democratic Republic of the Congo", "DRC"],
            &["GB", "UK", "U.K.", "Great Britain"],
        ] {
            let first = Country::named(same[0]).unwrap();
            for spelling in same {
                assert_eq!(Country::named(spelling), Some(first), "{spelling}");
            }
        }
        assert_ne!(Country::named("North Korea"), Country::named("South Korea"));
        assert_ne!(Country::named("Congo"), Country::named("DR Congo"));
        assert_ne!(Country::named("Niger"), Country::named("Nigeria"));
        for text in ["", "Atlantis", "north", "of the"] {
            assert_eq!(Country::named(text), None, "{text}");
        }
    }

    #[test]
    fn a_place_says_its_country_at_its_end() {
        for (place, country) in [
            ("Gopalganj, Bangladesh", "BD"),
            ("Pyongyang, KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF", "KP"),
            ("Tehran, Iran (Islamic Republic of)", "IR"),
            ("Former USSR Currently Belarus", "BY"),
            ("Tbilisi, Georgia", "GE"),
            ("Atlanta, Georgia, United States", "US"),
            ("Region: Gaza", "PS"),
        ] {
            assert_eq!(Country::listed(place), Country::named(country), "{place}");
        }
        for place in ["Los Angeles, CA", "Tikrit", "undetermined"] {
            assert_eq!(Country::listed(place), None, "{place}");
        }
    }

    #[test]
    fn former_states_and_territories_neither_agree_nor_differ() {
        let relation = |a, b| Country::named(a).unwrap().relation(Country::named(b).unwrap());
        assert_eq!(relation("Soviet Union", "Ukraine"), Relation::Related);
        assert_eq!(relation("Hong Kong", "China"), Relation::Related);
        assert_eq!(relation("Serbia", "Yugoslavia"), Relation::Related);
        assert_eq!(relation("Russia", "Ukraine"), Relation::Other);
        assert_eq!(relation("Iran", "Islamic Republic of Iran"), Relation::Same);
    }
}
