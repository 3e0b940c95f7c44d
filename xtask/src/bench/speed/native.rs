//! Namesieve natively: how long a name takes, and how much sooner the index answers than comparing every name.

use std::time::Duration;

use anyhow::{Context, Result};
use namesieve::batch::Row;
use namesieve::{Screener, Settings, parallel};
use serde_json::{Value, json};

use super::DEVELOPMENT;
use super::names::{Asked, Kind, Names};
use super::place::Place;
use super::times::{Times, shown, shown_ratio, timed};

/// How often the lists are opened.
const OPENED: usize = 3;
/// Names of each kind that are compared with every listed name as well.
const EXHAUSTIVE: usize = 5;

/// Measures it and prints the table; beside the place come the figures that the table shows.
pub fn measure(pack: &[u8], names: &Names) -> Result<(Place, Value)> {
    let open = || timed(|| Screener::open([pack]));
    let (screener, first) = open();
    let screener = screener?;
    let asked = names.kinds.first().and_then(|kind| kind.names.first()).context("the lists have no names to ask")?;
    let first_query = taken(&screener, asked, Settings::default());
    drop(screener);
    let mut opening = vec![first];
    while opening.len() < OPENED {
        opening.push(open().1);
    }
    let screener = open().0?;
    println!(
        "{} designations, {} names; opened in {}",
        names.parties.len(),
        names.listed.len(),
        shown(Times::of(opening.clone()).median)
    );
    println!("{:16} {:>6} {:>10} {:>10} {:>10} {:>14}", "names", "", "median", "p95", "max", "exhaustive");
    let (kinds, exhaustive): (Vec<_>, Vec<_>) = names.kinds.iter().map(|kind| of_kind(&screener, kind)).unzip();
    let rows: Vec<Row> = names.batch.iter().map(|name| Row { names: vec![name.clone()], ..Row::default() }).collect();
    let screen = |row: &Row| screener.screen_row(row, Settings::default()).hits.len();
    let (_, one_by_one) = timed(|| rows.iter().map(screen).sum::<usize>());
    let (_, together) = timed(|| parallel::each(&rows, screen));
    let rate = rows.len() as f64 / together.as_secs_f64();
    println!(
        "{} rows of a file on {} threads: {}, {rate:.0} names a second",
        rows.len(),
        parallel::threads(),
        shown(together)
    );
    let build = if cfg!(debug_assertions) { DEVELOPMENT } else { "" };
    println!("times on this machine{build}; medians of names asked once each");
    let of_kinds = names.kinds.iter().zip(kinds.iter().zip(&exhaustive)).map(|(kind, (times, exhaustive))| {
        let count = kind.names.len();
        json!({"names": kind.title, "count": count, "ms": times.json(), "exhaustiveMs": exhaustive.json()})
    });
    let figures = json!({
        "designations": names.parties.len(), "names": names.listed.len(),
        "openingMs": Times::of(opening.clone()).json(), "kinds": of_kinds.collect::<Vec<_>>(),
        "batch": {"names": rows.len(), "threads": parallel::threads(), "namesPerSecond": rate},
    });
    let title = "native".to_owned();
    Ok((
        Place {
            title,
            opening,
            first_query,
            memory: None,
            kinds,
            by_message: None,
            rows: (rows.len(), one_by_one),
            note: None,
        },
        figures,
    ))
}

/// The names of a kind, through the index and, some of them, without it.
fn of_kind(screener: &Screener, kind: &Kind) -> (Times, Times) {
    let all =
        |names: &[Asked], settings| Times::of(names.iter().map(|asked| taken(screener, asked, settings)).collect());
    let times = all(&kind.names, Settings::default());
    let exhaustive = all(&kind.names[..kind.names.len().min(EXHAUSTIVE)], Settings::default().exhaustively());
    println!(
        "{:16} {:6} {:>10} {:>10} {:>10} {:>10} ={:>5}",
        kind.title,
        kind.names.len(),
        shown(times.median),
        shown(times.p95),
        shown(times.most),
        shown(exhaustive.median),
        shown_ratio(exhaustive.ratio(&times))
    );
    (times, exhaustive)
}

/// How long the answer to a name takes.
fn taken(screener: &Screener, asked: &Asked, settings: Settings) -> Duration {
    timed(|| screener.screen(&asked.name, settings)).1
}
