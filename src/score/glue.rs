//! Words that one side writes together and the other apart: `ErkenTuniyaz`, `Al Mamun`, `JSCARGUMENT`.

use super::relations::Relations;
use super::seams::{Joint, Run};
use super::weights as w;
use super::word::relate;
use crate::name::{Name, Reading, Role, Word};

/// The letters whose replacement by another of them is a cheap edit, and those that cost less than an edit wherever they are.
pub const VOWELS: u32 = bits(b"aeiouy");
pub const SOFT: u32 = bits(b"h");

/// A run of words of one name that together are one word of the other.
struct Seam {
    cost: u32,
    words: Vec<usize>,
    target: usize,
    in_query: bool,
}

impl Seam {
    /// That of a run which may be a word, if it is one.
    fn of(joint: &Joint, query: &Name, listed: &Name, relations: &Relations) -> Option<Seam> {
        let Joint { run, target, in_query } = *joint;
        let (name, word) = if in_query { (query, &listed.words[target]) } else { (listed, &query.words[target]) };
        let places: Vec<usize> = run.places(name.words.len()).collect();
        let words: Vec<&Word> = places.iter().map(|at| &name.words[*at]).collect();
        let relation = relate(&Word::glue(&words), word);
        // Titles, numbers and initials are part of a glued word only when every letter says so.
        if relation.cost > 0 && words.iter().any(|word| word.role != Role::Core && word.role != Role::Particle) {
            return None;
        }
        if relation.cost > w::GLUE_COST || relation.edits > w::GLUE_EDITS {
            return None;
        }
        let single = |single: &Word| if in_query { relations.of(single, word) } else { relations.of(word, single) };
        let closest = name.words.iter().all(|word| single(word).cost > relation.cost);
        closest.then_some(Seam { cost: relation.cost, words: places, target, in_query })
    }
}

/// The two names with such runs joined, or nothing when there are none.
///
/// A run is joined only if the joined word meets its partner closely and better than any single word does. In the names of
/// people a run may go round from the last word to the first and two words may change places, since `FAMILY, Given` is
/// glued as `GivenFamily`.
pub fn joined(query: &Name, listed: &Name, joints: &[Joint], relations: &Relations) -> Option<(Name, Name)> {
    let mut seams: Vec<Seam> = joints.iter().filter_map(|joint| Seam::of(joint, query, listed, relations)).collect();
    if seams.is_empty() {
        return None;
    }
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
    Some((join(query, &query_runs), join(listed, &listed_runs)))
}

/// The runs of a name's words that may be written together in another name, each as one word.
pub fn runs(name: &Name) -> Vec<Word> {
    let n = name.words.len();
    let mut runs = Vec::new();
    for length in (2..=n.min(3)).chain((n > 3).then_some(n)) {
        let starts = if name.reading == Reading::Person { n } else { n + 1 - length };
        let straight = (0..starts).map(|start| Run::straight(start, length));
        for run in straight.flat_map(|run| [Some(run), run.turned(name)]).flatten() {
            let words: Vec<&Word> = run.places(n).map(|at| &name.words[at]).collect();
            if words.iter().any(|word| word.role == Role::Core) {
                runs.push(Word::glue(&words));
            }
        }
    }
    runs
}

const fn bits(letters: &[u8]) -> u32 {
    let (mut bits, mut at) = (0, 0);
    while at < letters.len() {
        bits |= 1 << (letters[at] - b'a');
        at += 1;
    }
    bits
}

/// The least tenths of an edit that letters cost which only one of two words has.
pub fn least_edits(unshared: u32) -> u32 {
    let vowels = (unshared & VOWELS).count_ones();
    let others = (unshared & !VOWELS & !SOFT).count_ones();
    vowels * w::EDIT_VOWEL + others * w::EDIT
}

/// How many letters of a word cost less than an edit when the other word lacks them: those that are doubled, and each `h`.
pub fn soft_letters(word: &str) -> usize {
    let bytes = word.as_bytes();
    bytes.iter().enumerate().filter(|(at, c)| **c == b'h' || *at > 0 && bytes[at - 1] == **c).count()
}

/// The least tenths of an edit between two words of such lengths when the longer has so many soft letters.
pub fn least_gaps(ours: usize, theirs: usize, soft: usize) -> u32 {
    let gaps = ours.abs_diff(theirs);
    let soft = soft.min(gaps);
    soft as u32 * w::EDIT_SOFT + (gaps - soft) as u32 * w::EDIT
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
    // The places of a legal form are those of the words as they were.
    Name { words, company: None, ..*name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::seams::joints;

    fn glued(query: &str, listed: &str, reading: Reading) -> Option<(Vec<String>, Vec<String>)> {
        let texts = |name: Name| name.words.into_iter().map(|word| word.form.text.clone()).collect::<Vec<_>>();
        let (query, listed) = (Name::read(query, reading), Name::read(listed, reading));
        joined(&query, &listed, &joints(&query, &listed, None), &Relations::none()).map(|(q, l)| (texts(q), texts(l)))
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
