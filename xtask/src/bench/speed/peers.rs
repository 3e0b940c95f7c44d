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
    /// The answers to the first names of a kind.
    fn of_kind(&self, kind: usize, first: usize) -> &[Found] {
        let found = self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
        &found[..found.len().min(first)]
    }
}

fn times(answers: &[Found]) -> Times {
    Times::of_millis(&answers.iter().map(|found| found.ms).collect::<Vec<_>>())
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

/// Prints the table of those that were asked in one place, each held against what Namesieve takes and finds there of the same names, and
/// gives the same as JSON.
pub fn print(place: &str, answers: &[Answers], kinds: &[&Kind]) -> Vec<Value> {
    let Some(namesieve) = answers.iter().find(|answers| answers.peer == NAMESIEVE) else { return Vec::new() };
    let percent = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", 100.0 * share));
    println!(
        "\n{place:30} {:>10} {:10} {:>5} {:>10} {:>10} {:>12} {:>7} {:>12}",
        "indexed", "names", "", "median", "p95", "to namesieve", "found", "by namesieve"
    );
    let mut figures = Vec::new();
    for peer in answers {
        for (at, kind) in kinds.iter().enumerate() {
            let found = peer.of_kind(at, usize::MAX);
            let beside = namesieve.of_kind(at, found.len());
            let (taken, ratio) = (times(found), times(found).ratio(&times(beside)));
            let [share, by_namesieve] = [found, beside].map(|found| recall(&kind.names, found));
            println!(
                "{:30} {:>10} {:10} {:5} {:>10} {:>10} {:>12} {:>7} {:>12}",
                peer.peer,
                shown(from_millis(peer.indexing)),
                kind.title,
                found.len(),
                shown(taken.median),
                shown(taken.p95),
                shown_ratio(ratio),
                percent(share),
                percent(by_namesieve)
            );
            figures.push(json!({
                "place": place, "peer": peer.peer, "indexingMs": peer.indexing, "names": kind.title, "count": found.len(),
                "ms": taken.json(), "toNamesieve": ratio, "recall": share, "recallOfNamesieve": by_namesieve,
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
        assert_eq!(answers.of_kind(0, 9)[0].parties, [3, 4]);
        assert_eq!(times(answers.of_kind(0, 9)).median, from_millis(2.0));
        assert_eq!([answers.of_kind(0, 0).len(), answers.of_kind(1, 9).len()], [0, 0]);
    }

    #[test]
    fn each_is_held_against_namesieve_on_the_same_names() {
        let kind = Kind { title: "misspelt", sought: true, names: vec![asked(Some(1)), asked(Some(2))] };
        let answers =
            |peer: &str, found: Vec<Found>| Answers { peer: peer.to_owned(), indexing: 0.0, kinds: vec![found] };
        let slow = |ms: f64, parties: &[usize]| Found { ms, ..found(parties) };
        let figures = print(
            "here",
            &[answers(NAMESIEVE, vec![slow(2.0, &[1]), slow(50.0, &[])]), answers("other", vec![slow(6.0, &[2])])],
            &[&kind],
        );
        let of = |at: usize, key: &str| figures[at][key].as_f64().unwrap();
        assert_eq!([of(0, "recall"), of(0, "toNamesieve")], [0.5, 1.0]);
        assert_eq!(
            [of(1, "count"), of(1, "recall"), of(1, "recallOfNamesieve"), of(1, "toNamesieve")],
            [1.0, 0.0, 1.0, 3.0]
        );
    }
}
