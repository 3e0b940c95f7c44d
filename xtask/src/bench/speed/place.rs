//! What was measured of Namesieve in one place, natively or in a script, and the tables that hold the places against each other.

use std::time::Duration;

use serde_json::{Value, json};

use super::names::Kind;
use super::times::{Times, millis, shown, shown_ratio};

/// What was measured in one place.
pub struct Place {
    /// How tables call it.
    pub title: String,
    /// How long opening the lists takes, time after time.
    pub opening: Vec<Duration>,
    /// How long the first name takes after that.
    pub first_query: Duration,
    /// The bytes of the WebAssembly memory, when the lists are first open and at the end.
    pub memory: Option<[u64; 2]>,
    /// In the order of the kinds of names.
    pub kinds: Vec<Times>,
    /// How long the names of the first kind take from the message that asks to the one that answers.
    pub by_message: Option<Times>,
    /// How many rows of a file were screened one after the other, and how long that took.
    pub rows: (usize, Duration),
    /// What a person should know of how it was measured.
    pub note: Option<String>,
}

impl Place {
    fn first(&self) -> Duration {
        self.opening.first().copied().unwrap_or_default()
    }

    fn best(&self) -> Duration {
        self.opening.iter().min().copied().unwrap_or_default()
    }

    fn a_second(&self) -> f64 {
        self.rows.0 as f64 / self.rows.1.as_secs_f64()
    }

    /// What was asked there: how tables call it, the place of its kind, and how long it takes.
    fn asked<'a>(&'a self, kinds: &'a [Kind]) -> impl Iterator<Item = (String, usize, &'a Times)> {
        let names =
            kinds.iter().zip(&self.kinds).enumerate().map(|(at, (kind, times))| (kind.title.to_owned(), at, times));
        let by_message = kinds.first().zip(self.by_message.as_ref());
        names.chain(by_message.map(|(kind, times)| (format!("{}, by message", kind.title), 0, times)))
    }
}

/// Prints both tables, each place held against the first, and gives the same as JSON.
pub fn print(places: &[Place], kinds: &[Kind]) -> Vec<Value> {
    let Some(native) = places.first() else { return Vec::new() };
    println!(
        "\n{:14} {:20} {:>6} {:>10} {:>10} {:>10} {:>9}",
        "where", "names", "", "median", "p95", "max", "to native"
    );
    let asked = places.iter().map(|place| of_kinds(place, native, kinds)).collect::<Vec<_>>();
    println!(
        "\n{:14} {:>11} {:>11} {:>11} {:>9} {:>9} {:>6} {:>9} {:>9}",
        "where", "opened", "at best", "first name", "memory", "at last", "rows", "a second", "to native"
    );
    let figures = places.iter().zip(asked).map(|(place, asked)| as_a_whole(place, native, asked)).collect();
    places.iter().filter_map(|place| place.note.as_ref()).for_each(|note| println!("{note}"));
    figures
}

/// The lines of the first table for a place.
fn of_kinds(place: &Place, native: &Place, kinds: &[Kind]) -> Vec<Value> {
    let line = |(names, kind, times): (String, usize, &Times)| {
        let ratio = native.kinds.get(kind).and_then(|native| times.ratio(native));
        println!(
            "{:14} {names:20} {:6} {:>10} {:>10} {:>10} {:>9}",
            place.title,
            kinds[kind].names.len(),
            shown(times.median),
            shown(times.p95),
            shown(times.most),
            shown_ratio(ratio)
        );
        json!({"names": names, "ms": times.json(), "toNative": ratio})
    };
    place.asked(kinds).map(line).collect()
}

/// The line of the second table for a place, and all its figures.
fn as_a_whole(place: &Place, native: &Place, asked: Vec<Value>) -> Value {
    let megabytes = |at: usize| match place.memory {
        Some(memory) => format!("{:.1} MB", memory[at] as f64 / 1e6),
        None => "–".to_owned(),
    };
    let ratio = native.a_second() / place.a_second();
    println!(
        "{:14} {:>11} {:>11} {:>11} {:>9} {:>9} {:6} {:>9.1} {:>9}",
        place.title,
        shown(place.first()),
        shown(place.best()),
        shown(place.first_query),
        megabytes(0),
        megabytes(1),
        place.rows.0,
        place.a_second(),
        shown_ratio(Some(ratio))
    );
    json!({
        "place": place.title, "note": place.note, "kinds": asked, "firstOpeningMs": millis(place.first()),
        "bestOpeningMs": millis(place.best()), "firstQueryMs": millis(place.first_query), "memoryBytes": place.memory,
        "rows": {"count": place.rows.0, "aSecond": place.a_second(), "toNative": ratio},
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::speed::names::Asked;

    fn place(title: &str, millis: u64, by_message: Option<u64>) -> Place {
        let times = |millis| Times::of(vec![Duration::from_millis(millis)]);
        Place {
            title: title.to_owned(),
            opening: [5, 3, 4].map(Duration::from_millis).into(),
            first_query: Duration::from_millis(1),
            memory: None,
            kinds: vec![times(millis), times(2 * millis)],
            by_message: by_message.map(times),
            rows: (100, Duration::from_millis(100 * millis)),
            note: None,
        }
    }

    #[test]
    fn every_place_is_held_against_the_first_kind_by_kind() {
        let kinds = ["listed", "people"].map(|title| Kind { title, sought: false, names: Vec::<Asked>::new() });
        let figures = print(&[place("native", 2, None), place("Node", 3, Some(5))], &kinds);
        let ratios: Vec<_> = figures[1]["kinds"].as_array().unwrap().iter().map(|kind| &kind["toNative"]).collect();
        assert_eq!(ratios, [1.5, 1.5, 2.5]);
        assert_eq!(figures[1]["kinds"][2]["names"], "listed, by message");
        let close = |value: &Value, to: f64| (value.as_f64().unwrap() - to).abs() < 1e-9;
        assert!(close(&figures[1]["rows"]["toNative"], 1.5) && close(&figures[0]["rows"]["aSecond"], 500.0));
        assert_eq!([&figures[1]["firstOpeningMs"], &figures[1]["bestOpeningMs"]], [5.0, 3.0]);
    }
}
