//! Screens the names that are given against the embedded designations, and says of each what came of it.
//!
//! `cargo run --example screen -- "Erken Tuniyaz" "Benazir Ahmad"`

use namesieve::report::Status;
use namesieve::{PackError, Screener, Settings};

fn main() -> Result<(), PackError> {
    let screener = Screener::embedded()?;
    for name in std::env::args().skip(1) {
        let screening = screener.screen(&name, Settings::default());
        let lists: Vec<&str> = screening.lists.iter().map(|list| list.title.as_str()).collect();
        println!("{name}: {} on {}", told(screening.status, screening.hits.len()), lists.join(", "));
        for reason in &screening.reasons {
            println!("  {reason}");
        }
        for hit in &screening.hits {
            println!("  {} {} ({} {})", hit.score, hit.name, hit.list, hit.id);
        }
    }
    Ok(())
}

/// Without a screening there is no result, whatever was found.
fn told(status: Status, hits: usize) -> String {
    match (status, hits) {
        (Status::NotScreened, 0) => "not screened".into(),
        (Status::NotScreened, hits) => format!("not screened as a whole, potential matches: {hits}"),
        (Status::Screened, 0) => "no potential match".into(),
        (Status::Screened, hits) => format!("potential matches: {hits}"),
    }
}
