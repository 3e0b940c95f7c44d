//! The page itself in Chromium: how soon a name can be typed, and whether the page hears who types while a file is screened.

use serde::Deserialize;
use serde_json::{Value, json};

use super::times::{Times, shown};

/// A task of so many milliseconds or more is felt as a delay (the Long Tasks specification of W3C).
const LONG: f64 = 50.0;

/// What `page.mjs` measures, in milliseconds.
#[derive(Deserialize)]
pub struct Figures {
    /// Of the browser.
    version: String,
    /// From the start of each first visit until a name can be typed.
    usable: Vec<f64>,
    typing: Typing,
}

/// What happened while somebody typed.
#[derive(Deserialize)]
struct Typing {
    /// How many times slower the page's thread was.
    rate: u32,
    keys: usize,
    /// How long each long task of the page's thread took.
    tasks: Vec<f64>,
    /// The rows of the file that was screened meanwhile.
    rows: usize,
    /// Whether it still was at the end.
    running: bool,
}

/// Prints the figures, and gives the same as JSON.
pub fn print(figures: &Figures) -> Value {
    let Figures { version, usable, typing } = figures;
    let usable = Times::of_millis(usable);
    println!(
        "\nthe page in Chromium {version}: a name can be typed {} after the visit begins, {} at the most (first visits, embedded lists)",
        shown(usable.median),
        shown(usable.most)
    );
    let long: Vec<f64> = typing.tasks.iter().copied().filter(|task| *task >= LONG).collect();
    let longest = Times::of_millis(&long).most;
    println!(
        "{} keys typed at {}× while {} rows were screened{}: {} tasks of {LONG} ms or more, the longest {}",
        typing.keys,
        typing.rate,
        typing.rows,
        if typing.running { "" } else { " (done before the last key)" },
        long.len(),
        shown(longest)
    );
    json!({
        "version": version, "usableMs": usable.json(), "typing": {
            "rate": typing.rate, "keys": typing.keys, "rows": typing.rows, "running": typing.running,
            "longTasks": long.len(), "longestMs": super::times::millis(longest),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_count_from_where_they_are_felt() {
        let said = json!({
            "version": "1.2", "usable": [90.0, 70.0, 80.0],
            "typing": {"rate": 4, "keys": 9, "tasks": [49.9, 50.0, 120.0], "rows": 5, "running": true},
        });
        let figures = print(&serde_json::from_value::<Figures>(said).unwrap());
        assert_eq!((&figures["usableMs"]["median"], &figures["typing"]["longTasks"]), (&json!(80.0), &json!(2)));
        assert_eq!(figures["typing"]["longestMs"], 120.0);
    }
}
