//! Words that one side writes together and the other apart: `ErkenTuniyaz`, `Al Mamun`, `JSCARGUMENT`.

use super::crossing;
use super::deduction::Means;
use super::weights as w;
use super::word::relate;
use crate::name::{Name, Reading, Role, Word};

/// Letters that one word has and the other lacks cost .6 of an edit each, but for one `h` at .3; more than four of them are
/// dearer than `GLUE_EDITS`.
const MOST_UNSHARED: u32 = 4;
/// Letters that one word has more than the other cost .3 each at least: eight are dearer than `GLUE_EDITS`.
const MOST_LONGER: usize = 7;

/// A run of words of one name that together are one word of the other.
struct Seam {
    cost: u32,
    words: Vec<usize>,
    target: usize,
    in_query: bool,
}

/// The two names with such runs joined, or nothing when there are none.
///
/// A run is joined only if the joined word meets its partner closely and better than any single word does. In the names of
/// people a run may go round from the last word to the first and two words may change places, since `FAMILY, Given` is
/// glued as `GivenFamily`.
pub fn joined(query: &Name, listed: &Name) -> Option<(Name, Name)> {
    let mut seams = seams(query, listed, true);
    seams.extend(self::seams(listed, query, false));
    let key = |seam: &Seam| (seam.cost, std::cmp::Reverse(seam.words.len()), !seam.in_query, seam.target);
    seams.sort_unstable_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.words.cmp(&b.words)));

    let (mut used_query, mut used_listed) = (vec![false; query.words.len()], vec![false; listed.words.len()]);
    let (mut query_runs, mut listed_runs) = (Vec::new(), Vec::new());
    for seam in seams {
        let (own, other, runs) = match seam.in_query {
            true => (&mut used_query, &mut used_listed, &mut query_runs),
            false => (&mut used_listed, &mut used_query, &mut listed_runs),
        };
        if other[seam.target] || seam.words.iter().any(|at| own[*at]) {
            continue;
        }
        other[seam.target] = true;
        seam.words.iter().for_each(|at| own[*at] = true);
        runs.push(seam.words);
    }
    let changed = !query_runs.is_empty() || !listed_runs.is_empty();
    changed.then(|| (join(query, &query_runs), join(listed, &listed_runs)))
}

fn seams(name: &Name, other: &Name, in_query: bool) -> Vec<Seam> {
    let targets = || other.words.iter().enumerate().filter(|(_, word)| word.role == Role::Core);
    let mut seams = Vec::new();
    let one_word = targets().count() == 1;
    for run in runs(name, one_word) {
        let words: Vec<&Word> = run.iter().map(|at| &name.words[*at]).collect();
        let has_core = words.iter().any(|word| word.role == Role::Core);
        let letters = words.iter().fold(0, |letters, word| letters | word.form.letters);
        let length: usize = words.iter().map(|word| word.form.length).sum();
        let possible = |target: &Word| {
            (target.form.letters & !letters).count_ones() <= MOST_UNSHARED
                && (letters & !target.form.letters).count_ones() <= MOST_UNSHARED
                && target.form.length.abs_diff(length) <= MOST_LONGER
        };
        if !has_core || !targets().any(|(_, word)| possible(word)) {
            continue;
        }
        let glued = Word::glue(&words);
        // The syllables of a given name do not change places: Un Jong is not Jong Un.
        let turned = run.len() == 2 && run[0] > run[1] && name.words.len() > 2;
        for (target, word) in targets() {
            if !possible(word) || (turned && crossing::is_syllabic(word)) {
                continue;
            }
            let relation = relate(&glued, word);
            // Titles, numbers and initials are part of a glued word only when every letter says so.
            if relation.means != Means::Same
                && words.iter().any(|word| word.role != Role::Core && word.role != Role::Particle)
            {
                continue;
            }
            if relation.cost > w::GLUE_COST || relation.edits > w::GLUE_EDITS {
                continue;
            }
            if name.words.iter().all(|single| relate(single, word).cost > relation.cost) {
                seams.push(Seam { cost: relation.cost, words: run.clone(), target, in_query });
            }
        }
    }
    seams
}

/// The runs of two or three words that a name may have been glued from, and against one word the whole name as well.
fn runs(name: &Name, one_word: bool) -> Vec<Vec<usize>> {
    let n = name.words.len();
    let mut runs = Vec::new();
    let whole = (one_word && n > 3).then_some(n);
    for length in (2..=n.min(3)).chain(whole) {
        for start in 0..n {
            if start + length <= n || name.reading == Reading::Person {
                let run: Vec<usize> = (start..start + length).map(|at| at % n).collect();
                if length == 2 && n > 2 && name.reading == Reading::Person {
                    runs.push(run.iter().rev().copied().collect());
                }
                runs.push(run);
            }
        }
    }
    runs
}

fn join(name: &Name, runs: &[Vec<usize>]) -> Name {
    let mut words = Vec::with_capacity(name.words.len());
    for (at, word) in name.words.iter().enumerate() {
        match runs.iter().find(|run| run.contains(&at)) {
            None => words.push(word.clone()),
            Some(run) if run.iter().min() == Some(&at) => {
                words.push(Word::glue(&run.iter().map(|at| &name.words[*at]).collect::<Vec<_>>()));
            }
            Some(_) => {}
        }
    }
    Name { words, ..*name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glued(query: &str, listed: &str, reading: Reading) -> Option<(Vec<String>, Vec<String>)> {
        let texts = |name: Name| name.words.into_iter().map(|word| word.form.text).collect::<Vec<_>>();
        joined(&Name::read(query, reading), &Name::read(listed, reading)).map(|(q, l)| (texts(q), texts(l)))
    }

    #[test]
    fn glued_words_are_found_in_either_order() {
        let (query, listed) = glued("ErkenTuniyaz", "TUNIYAZ, Erken", Reading::Person).unwrap();
        assert_eq!((query, listed), (vec!["erkentuniyaz".to_owned()], vec!["erkentuniyaz".to_owned()]));
        let (_, listed) = glued("KhanAzad Mohammad", "AZAD, Mohammad Khan", Reading::Person).unwrap();
        assert!(listed.contains(&"khanazad".to_owned()), "{listed:?}");
        assert!(glued("JSCARGUMENT", "JSC ARGUMENT", Reading::Organisation).is_some());
        assert!(glued("Chowdhury Almamun", "AL-MAMUN, Chowdhury", Reading::Person).is_some());
    }

    #[test]
    fn nothing_is_glued_that_stands_alone_as_well() {
        assert_eq!(glued("Erken Tuniyaz", "TUNIYAZ, Erken", Reading::Person), None);
        assert_eq!(glued("Benazir Ahmad", "AHMED, Benazir", Reading::Person), None);
        assert_eq!(glued("Argument JSC", "ARGUMENT", Reading::Organisation), None);
    }
}
