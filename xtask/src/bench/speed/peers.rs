//! Other ways to look for a name, and Namesieve beside them: how long each takes, and how often it finds the party that is meant.

use serde::Deserialize;
use serde_json::{Value, json};

use super::names::{Asked, Kind};
use super::times::{Times, from_millis, shown, shown_ratio};

/// A party is found if it is among so many that are named first: what a person looks through.
const FIRST: usize = 10;

/// Namesieve among the others, by its name in every place.
pub const NAMESIEVE: &str = "namesieve";

/// What one of them answered; a script says the same as JSON.
#[derive(Deserialize)]
pub struct Answers {
    pub peer: String,
    /// How long it takes until the first name can be asked, in milliseconds.
    pub indexing: f64,
    /// The answers to the names of each kind that is sought, or to the first of them, in order.
    pub kinds: Vec<Vec<Found>>,
}

/// The answer to a name.
#[derive(Deserialize)]
pub struct Found {
    pub ms: f64,
    /// Places of parties, the best first; one stands there several times if several of its names do.
    pub parties: Vec<usize>,
}

impl Answers {
    fn of_kind(&self, kind: usize) -> &[Found] {
        self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default()
    }

    fn times(&self, kind: usize) -> Times {
        Times::of_millis(&self.of_kind(kind).iter().map(|found| found.ms).collect::<Vec<_>>())
    }
}

/// The share of names whose party is among the first that were named; nothing where nothing was asked.
fn recall(names: &[Asked], answers: &[Found]) -> Option<f64> {
    let asked = names.len().min(answers.len());
    let found = names.iter().zip(answers).filter(|(asked, found)| {
        let mut named: Vec<usize> = Vec::new();
        for party in &found.parties {
            if named.len() < FIRST && !named.contains(party) {
                named.push(*party);
            }
        }
        asked.party.is_some_and(|party| named.contains(&party))
    });
    (asked > 0).then(|| found.count() as f64 / asked as f64)
}

/// Prints the table of those that were asked in one place, each held against Namesieve there, and gives the same as JSON.
pub fn print(place: &str, answers: &[Answers], kinds: &[&Kind]) -> Vec<Value> {
    let namesieve = answers.iter().find(|answers| answers.peer == NAMESIEVE);
    let mut figures = Vec::new();
    if answers.is_empty() {
        return figures;
    }
    println!(
        "\n{:28} {:>10} {:10} {:>6} {:>11} {:>11} {:>12} {:>7}",
        place, "indexed", "names", "", "median", "p95", "to namesieve", "found"
    );
    for peer in answers {
        for (at, kind) in kinds.iter().enumerate() {
            let (times, asked) = (peer.times(at), peer.of_kind(at).len());
            let ratio = namesieve.and_then(|namesieve| times.ratio(&namesieve.times(at)));
            let found = recall(&kind.names, peer.of_kind(at));
            println!(
                "{:28} {:>10} {:10} {asked:6} {:>11} {:>11} {:>12} {:>7}",
                peer.peer,
                shown(from_millis(peer.indexing)),
                kind.title,
                shown(times.median),
                shown(times.p95),
                shown_ratio(ratio),
                found.map_or_else(|| "–".to_owned(), |found| format!("{:.1} %", 100.0 * found))
            );
            figures.push(json!({
                "place": place, "peer": peer.peer, "indexingMs": peer.indexing, "names": kind.title, "count": asked,
                "ms": times.json(), "toNamesieve": ratio, "recall": found,
            }));
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(party: Option<usize>) -> Asked {
        Asked { name: String::new(), party }
    }

    fn found(parties: &[usize]) -> Found {
        Found { ms: 1.0, parties: parties.to_vec() }
    }

    #[test]
    fn a_party_is_found_among_the_first_ten_parties_however_many_names_they_have() {
        let names = [asked(Some(7)), asked(Some(7)), asked(Some(7)), asked(Some(7))];
        let repeated: Vec<usize> = [vec![1; 30], vec![7]].concat();
        let late: Vec<usize> = (10..20).chain([7]).collect();
        let answers = [found(&[1, 7]), found(&repeated), found(&late), found(&[])];
        assert_eq!(recall(&names, &answers), Some(0.5));
    }

    #[test]
    fn those_who_are_asked_fewer_names_are_measured_by_these() {
        let names = [asked(Some(1)), asked(Some(2)), asked(None)];
        assert_eq!(recall(&names, &[found(&[1])]), Some(1.0));
        assert_eq!(recall(&names, &[found(&[2]), found(&[2]), found(&[3])]), Some(1.0 / 3.0));
        assert_eq!(recall(&names, &[]), None);
    }

    #[test]
    fn what_a_script_says_is_read() {
        let said = r#"{"peer":"a","indexing":1.5,"kinds":[[{"ms":2.0,"parties":[3,4]}]]}"#;
        let answers: Answers = serde_json::from_str(said).unwrap();
        assert_eq!(answers.of_kind(0)[0].parties, [3, 4]);
        assert_eq!(answers.times(0).median, from_millis(2.0));
        assert_eq!(answers.of_kind(1).len(), 0);
    }
}
