//! Plain similarities of strings, which the method is held against: Jaro-Winkler on the whole name, and the ratios of
//! words that RapidFuzz made known.

use std::collections::BTreeSet;

use namesieve::designation::NameQuality;
use namesieve::normalise;
use namesieve::pack::List;
use rapidfuzz::fuzz;

/// A plain similarity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baseline {
    /// Jaro-Winkler of the whole names.
    JaroWinkler,
    /// The share of letters in common, in their order.
    Ratio,
    /// The same with the words of both names in alphabetical order.
    TokenSort,
    /// The best ratio among the common words and the common words with either rest.
    TokenSet,
    /// The best of the three ratios, those of words at 95 percent, as RapidFuzz's WRatio does for names of like length.
    Weighted,
}

/// All baselines.
pub const ALL: [Baseline; 5] =
    [Baseline::JaroWinkler, Baseline::Ratio, Baseline::TokenSort, Baseline::TokenSet, Baseline::Weighted];

/// A name as the baselines compare it: normalised as for the method, without roles.
pub struct Plain {
    text: String,
    sorted: String,
    words: BTreeSet<String>,
}

impl Plain {
    /// Normalises a name.
    pub fn read(name: &str) -> Plain {
        let mut words: Vec<String> = normalise::words(name).into_iter().map(|word| word.text).collect();
        let text = words.join(" ");
        words.sort_unstable();
        Plain { text, sorted: words.join(" "), words: words.into_iter().collect() }
    }
}

impl Baseline {
    /// How tables call it.
    pub fn title(self) -> &'static str {
        match self {
            Baseline::JaroWinkler => "Jaro-Winkler",
            Baseline::Ratio => "ratio",
            Baseline::TokenSort => "token_sort",
            Baseline::TokenSet => "token_set",
            Baseline::Weighted => "weighted",
        }
    }

    /// The similarity of two names, 0 to 100.
    pub fn score(self, one: &Plain, other: &Plain) -> u8 {
        (self.similarity(one, other) * 100.0).round() as u8
    }

    fn similarity(self, one: &Plain, other: &Plain) -> f64 {
        match self {
            Baseline::JaroWinkler => strsim::jaro_winkler(&one.text, &other.text),
            Baseline::Ratio => ratio(&one.text, &other.text),
            Baseline::TokenSort => ratio(&one.sorted, &other.sorted),
            Baseline::TokenSet => token_set(one, other),
            Baseline::Weighted => {
                let words = Baseline::TokenSort.similarity(one, other).max(token_set(one, other));
                ratio(&one.text, &other.text).max(0.95 * words)
            }
        }
    }
}

fn ratio(one: &str, other: &str) -> f64 {
    fuzz::ratio(one.chars(), other.chars())
}

fn token_set(one: &Plain, other: &Plain) -> f64 {
    let join = |words: Vec<&String>| words.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    let common = join(one.words.intersection(&other.words).collect());
    let with = |rest: String| [common.as_str(), &rest].join(" ").trim().to_owned();
    let first = with(join(one.words.difference(&other.words).collect()));
    let second = with(join(other.words.difference(&one.words).collect()));
    if common.is_empty() {
        return ratio(&first, &second);
    }
    ratio(&common, &first).max(ratio(&common, &second)).max(ratio(&first, &second))
}

/// The strong names of a list as the baselines compare them, each with the place of its party.
pub fn names(list: &List) -> Vec<(usize, Plain)> {
    let parties = list.designations.iter().enumerate();
    parties
        .flat_map(|(at, party)| {
            let strong = party.names.iter().filter(|name| name.quality == NameQuality::Strong);
            strong.map(move |name| (at, Plain::read(&name.name)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(baseline: Baseline, one: &str, other: &str) -> u8 {
        baseline.score(&Plain::read(one), &Plain::read(other))
    }

    #[test]
    fn order_matters_to_those_that_compare_whole_names() {
        assert_eq!(score(Baseline::TokenSort, "PUTIN, Vladimir", "Vladimir Putin"), 100);
        assert_eq!(score(Baseline::TokenSet, "Vladimir Vladimirovich Putin", "Putin Vladimir"), 100);
        assert_eq!(score(Baseline::Weighted, "PUTIN, Vladimir", "Vladimir Putin"), 95);
        assert!(score(Baseline::Ratio, "PUTIN, Vladimir", "Vladimir Putin") < 70);
    }

    #[test]
    fn known_values() {
        // Winkler's own example.
        assert_eq!(score(Baseline::JaroWinkler, "MARTHA", "MARHTA"), 96);
        // Of 8 letters 6 agree in their order.
        assert_eq!(score(Baseline::Ratio, "abcd", "abce"), 75);
        assert_eq!(score(Baseline::TokenSet, "abcd", "wxyz"), 0);
    }
}
