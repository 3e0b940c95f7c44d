//! The peers that run natively: Namesieve, and similarities of strings from `strsim`, for which every listed name is compared.

use std::collections::HashMap;

use anyhow::Result;
use namesieve::{DEFAULT_THRESHOLD, Screener, Settings, normalise};

use super::names::{Asked, Names, Party};
use super::peers::{Answers, Found, NAMESIEVE};
use super::times::{millis, timed};

/// So many names of each kind are asked at most, because every listed name is compared with each.
const FEW: usize = 100;
/// So many nearest names are kept: a party has several, and the first ten parties are what counts.
const NAMES: usize = 100;

/// All that run within this program.
pub fn ask(pack: &[u8], names: &Names) -> Result<Vec<Answers>> {
    Ok(vec![namesieve(pack, names)?, jaro_winkler(names)])
}

/// Namesieve as the others are asked: weak aliases are among the listed names, so they count.
fn namesieve(pack: &[u8], names: &Names) -> Result<Answers> {
    let (screener, indexing) = timed(|| Screener::open([pack]));
    let (screener, settings) = (screener?, Settings::new(i64::from(DEFAULT_THRESHOLD), true)?);
    let places: HashMap<(&str, &str), usize> =
        names.parties.iter().enumerate().map(|(at, Party { list, id })| ((list.as_str(), id.as_str()), at)).collect();
    let find = |name: &str| {
        let hits = screener.screen(name, settings).hits;
        hits.iter().filter_map(|hit| places.get(&(hit.list.as_str(), hit.id.as_str())).copied()).collect()
    };
    Ok(answers(NAMESIEVE, millis(indexing), names, usize::MAX, find))
}

/// The words of a name as the method compares them, which flatters those who have no reading of their own.
fn words(name: &str) -> Vec<String> {
    normalise::words(name).into_iter().map(|word| word.text).collect()
}

/// Jaro-Winkler word by word: how near the nearest word of the listed name comes to each word that is asked, on average. Of whole
/// names it finds far less, and so does their edit distance, because their words stand in another order.
fn jaro_winkler(names: &Names) -> Answers {
    let similarity = |asked: &Vec<String>, listed: &Vec<String>| {
        let near = |word: &String| listed.iter().map(|other| strsim::jaro_winkler(word, other)).fold(0.0, f64::max);
        asked.iter().map(near).sum::<f64>() / asked.len().max(1) as f64
    };
    exhaustively("strsim, Jaro-Winkler of words", names, words, similarity)
}

/// Compares every listed name: the parties in the order of their nearest names.
fn exhaustively<T>(peer: &str, names: &Names, read: impl Fn(&str) -> T, similarity: impl Fn(&T, &T) -> f64) -> Answers {
    let (listed, indexing) =
        timed(|| names.listed.iter().map(|(name, party)| (read(name), *party)).collect::<Vec<_>>());
    let find = |name: &str| {
        let asked = read(name);
        let mut near: Vec<(f64, usize)> =
            listed.iter().map(|(listed, party)| (similarity(&asked, listed), *party)).collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0));
        near.truncate(NAMES);
        near.into_iter().map(|(_, party)| party).collect()
    };
    answers(peer, millis(indexing), names, FEW, find)
}

fn answers(peer: &str, indexing: f64, names: &Names, most: usize, find: impl Fn(&str) -> Vec<usize>) -> Answers {
    let answer = |asked: &Asked| {
        let (parties, time) = timed(|| find(&asked.name));
        Found { ms: millis(time), parties }
    };
    let kinds = names.sought().map(|kind| kind.names.iter().take(most).map(answer).collect()).collect();
    Answers { peer: peer.to_owned(), indexing, kinds }
}
