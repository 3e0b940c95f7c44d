//! Lists of any size with the statistics of the real ones: each further copy of the lists holds the same designations under ids of its
//! own, and in their names every word that stands in one designation alone is turned into a new one.
//!
//! A word is turned by exchanging letters for others of their kind, in all names of a designation alike. So what one designation's
//! names have in common stays in common, words keep their lengths and their vowels, and the words that many share stay shared, which is
//! how real lists grow. Names in other scripts, and all but names and ids, are repeated as they are.

use std::collections::HashMap;

use namesieve::designation::Designation;
use namesieve::pack::List;

use crate::random::Random;

/// What is made starts from it; any number would do.
const SEED: u64 = 20_261_130;
/// Letters that are exchanged for each other: about as frequent as one another in Latin names, so that made ones look like them.
const KINDS: [&str; 4] = ["aeiou", "nrlstmdh", "kbzvgyfp", "cjwxq"];

/// Adds copies to lists until they hold so many designations in all; lists that hold more are left as they are.
pub fn enlarge(lists: &mut [List], designations: usize) {
    let single = Single::of(lists);
    let sizes: Vec<usize> = lists.iter().map(|list| list.designations.len()).collect();
    let real: usize = sizes.iter().sum();
    let mut random = Random::new(SEED);
    let mut missing = designations.saturating_sub(real);
    let mut copy = 1;
    while missing > 0 && real > 0 {
        for (list, size) in lists.iter_mut().zip(&sizes) {
            let some = missing.min(*size);
            for at in 0..some {
                let turned = single.turn(&list.designations[at], copy, &Letters::exchanged(&mut random));
                list.designations.push(turned);
            }
            missing -= some;
        }
        copy += 1;
    }
}

/// Which words stand in one designation alone.
struct Single(HashMap<String, Option<usize>>);

impl Single {
    fn of(lists: &[List]) -> Single {
        let mut seen: HashMap<String, Option<usize>> = HashMap::new();
        for (at, party) in lists.iter().flat_map(|list| &list.designations).enumerate() {
            for word in party.names.iter().flat_map(|listed| words(&listed.name)) {
                let only = seen.entry(word.to_lowercase()).or_insert(Some(at));
                *only = only.filter(|party| *party == at);
            }
        }
        Single(seen)
    }

    /// A copy of a designation.
    fn turn(&self, party: &Designation, copy: usize, letters: &Letters) -> Designation {
        let mut turned = Designation { id: format!("{}-{copy}", party.id), ..party.clone() };
        for listed in turned.names.iter_mut().filter(|listed| listed.name.is_ascii()) {
            let is_single = |word: &str| self.0.get(&word.to_lowercase()).is_some_and(Option::is_some);
            let parts = listed.name.split_inclusive(|c: char| !c.is_alphabetic());
            listed.name = parts
                .map(|part| match words(part).next().is_some_and(is_single) {
                    true => part.chars().map(|c| letters.of(c)).collect(),
                    false => part.to_owned(),
                })
                .collect();
        }
        turned
    }
}

/// The words of a name, letters alone.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// What each letter is exchanged for.
struct Letters(HashMap<char, char>);

impl Letters {
    fn exchanged(random: &mut Random) -> Letters {
        let pairs = KINDS.iter().flat_map(|kind| {
            let mut others: Vec<char> = kind.chars().collect();
            random.shuffle(&mut others);
            kind.chars().zip(others).collect::<Vec<_>>()
        });
        Letters(pairs.collect())
    }

    fn of(&self, c: char) -> char {
        let other = self.0.get(&c.to_ascii_lowercase()).copied().unwrap_or(c);
        if c.is_ascii_uppercase() { other.to_ascii_uppercase() } else { other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesieve::{EMBEDDED, Screener, Settings, pack};
    use std::collections::HashSet;

    fn embedded() -> Vec<List> {
        let open = pack::open(EMBEDDED).unwrap();
        open.iter().map(|open| open.list()).collect()
    }

    #[test]
    fn lists_grow_to_the_size_asked_and_the_real_ones_stay_first() {
        let real = embedded();
        let mut made = embedded();
        enlarge(&mut made, 100);
        assert_eq!(made.iter().map(|list| list.designations.len()).sum::<usize>(), 100);
        for (real, made) in real.iter().zip(&made) {
            assert_eq!(real.designations, made.designations[..real.designations.len()]);
            let ids: HashSet<&str> = made.designations.iter().map(|party| party.id.as_str()).collect();
            assert_eq!(ids.len(), made.designations.len());
        }
        let mut again = embedded();
        enlarge(&mut again, 100);
        assert_eq!(made, again);
        enlarge(&mut again, 1);
        assert_eq!(made, again);
    }

    #[test]
    fn a_word_of_one_designation_is_turned_and_one_of_several_stays() {
        let mut made = embedded();
        enlarge(&mut made, 100);
        let count = |lists: &[List], word: &str| {
            let names = lists.iter().flat_map(|list| &list.designations).flat_map(|party| &party.names);
            names.filter(|listed| listed.name.to_lowercase().contains(word)).count()
        };
        let real = embedded();
        assert!(count(&real, "tuniyaz") > 0 && count(&made, "tuniyaz") == count(&real, "tuniyaz"), "of one alone");
        assert!(count(&made, "cartoon") > count(&real, "cartoon"), "of several");
        let bytes = pack::write(&made).unwrap();
        let screener = Screener::open([bytes.as_slice()]).unwrap();
        let last = made.iter().rev().find_map(|list| list.designations.last()).unwrap();
        let hits = screener.screen(last.primary_name(), Settings::default()).hits;
        assert!(hits.iter().any(|hit| hit.id == last.id), "{} is found", last.primary_name());
    }
}
