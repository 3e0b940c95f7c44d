//! Lines: runs that stand beside each other, in the order in which they are seen, with the spaces that are seen between them.

use super::drawing::{Letter, Run};
use super::visual;

/// A gap of this part of the letters' size is a space where none is written; justified lines have narrower ones within words.
const SPACE: f64 = 0.17;
/// Between Chinese, Japanese and Korean letters, which stand further apart, and whose words have no spaces.
const WIDE_SPACE: f64 = 0.6;
/// A gap of this part is the border of a cell.
const CELL: f64 = 1.5;
/// Letters that begin this far before the end of the one before are drawn on their own.
const BACK: f64 = 0.3;

/// A line of a page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) across: f64,
    pub(super) size: f64,
    pub(super) direction: (f64, f64),
    /// Whether it is read from right to left.
    pub(super) from_right: bool,
    /// How wide the word is that it begins with.
    pub(super) first_word: f64,
}

/// The lines of a page.
pub(super) fn lines(runs: &[Run]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = runs;
    while let [first, ..] = rest {
        let mut line = first;
        let mut count = 0;
        // What is smaller beside the line, such as the number of a note, does not move it.
        while let Some(run) = rest.get(count).filter(|run| line.holds(run)) {
            if run.size > line.size {
                line = run;
            }
            count += 1;
        }
        let (beside, below) = rest.split_at(count.max(1));
        lines.extend(of(beside, line));
        rest = below;
    }
    lines
}

/// A line of the runs on it; nothing where they are blank.
fn of(runs: &[Run], main: &Run) -> Option<Line> {
    let size = main.size;
    let mut pieces = pieces(runs, size);
    pieces.sort_by(|a, b| a[0].from.total_cmp(&b[0].from));
    let letters: Vec<&Letter> = pieces.concat();
    let gaps = gaps(&letters);
    let usual = usual(&gaps, &letters);
    let mut shown: Vec<String> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        if let Some(gap) = at.checked_sub(1).map(|before| gaps[before]) {
            let wide = is_wide(&letters[at - 1].text) && is_wide(&letter.text);
            let space = usual + size * if wide { WIDE_SPACE } else { SPACE };
            if gap > size * CELL {
                shown.push("\t".to_owned());
            } else if gap > space {
                shown.push(" ".to_owned());
            }
        }
        shown.push(letter.text.clone());
    }
    let (text, from_right) = visual::read(shown);
    if text.trim().is_empty() {
        return None;
    }
    let seen = letters.iter().filter(|letter| !letter.text.trim().is_empty());
    let (from, to) =
        seen.clone().fold((f64::MAX, f64::MIN), |(from, to), letter| (from.min(letter.from), to.max(letter.to)));
    let text = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let count = |text: &str| text.chars().count().max(1) as f64;
    let first = if is_wide(&text) { 1.0 } else { count(text.split([' ', '\t']).next().unwrap_or("")) };
    let first_word = (to - from) * first / count(&text);
    Some(Line { first_word, text, from, to, across: main.across, size, direction: main.direction, from_right })
}

/// Pieces of letters that follow each other to the right, so that what is drawn over other letters is not mixed with them.
fn pieces(runs: &[Run], size: f64) -> Vec<Vec<&Letter>> {
    let mut pieces: Vec<Vec<&Letter>> = Vec::new();
    for letter in runs.iter().flat_map(|run| &run.letters) {
        match pieces.last_mut() {
            Some(piece) if piece.last().is_some_and(|last| {
                letter.from >= last.to - BACK * size && letter.from >= last.from && letter.from - last.to < CELL * size
                    // A mark stands on the letter before it.
                    || is_mark(&letter.text)
            }) => piece.push(letter),
            _ => pieces.push(vec![letter]),
        }
    }
    pieces
}

/// The gaps between letters; none beside a space.
fn gaps(letters: &[&Letter]) -> Vec<f64> {
    let gap = |pair: &[&Letter]| {
        let blank = pair.iter().any(|letter| letter.text.trim().is_empty() || is_mark(&letter.text));
        if blank && pair[1].from - pair[0].to < pair[0].to - pair[0].from { 0.0 } else { pair[1].from - pair[0].to }
    };
    letters.windows(2).map(gap).collect()
}

/// The gap that letters usually have in a line that is spaced out; 0 in any other.
fn usual(gaps: &[f64], letters: &[&Letter]) -> f64 {
    let mut between: Vec<f64> = gaps
        .iter()
        .zip(letters.windows(2))
        .filter(|(_, pair)| pair.iter().all(|letter| !letter.text.trim().is_empty()))
        .map(|(gap, _)| *gap)
        .collect();
    between.sort_by(f64::total_cmp);
    between.get(between.len() / 2).copied().unwrap_or(0.0).max(0.0)
}

/// Whether letters are written without spaces between words.
pub(super) fn is_wide(text: &str) -> bool {
    text.chars().next().is_some_and(
        |c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'),
    )
}

fn is_mark(text: &str) -> bool {
    text.chars().next().is_some_and(unicode_normalization::char::is_combining_mark)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A run of letters that are half as wide as high.
    pub(in crate::document::pdf) fn run(text: &str, from: f64, across: f64) -> Run {
        let letter = |(at, c): (usize, char)| {
            let from = from + at as f64 * 5.0;
            Letter { text: c.to_string(), from, to: from + 5.0 }
        };
        Run { letters: text.chars().enumerate().map(letter).collect(), across, size: 10.0, direction: (1.0, 0.0) }
    }

    fn texts(runs: &[Run]) -> Vec<String> {
        lines(runs).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn gaps_are_spaces_and_wide_gaps_are_cells() {
        let runs = [run("Benazir", 0.0, 0.0), run("Ahmed", 38.0, 0.5), run("1963", 100.0, 0.0), run("next", 0.0, 12.0)];
        assert_eq!(texts(&runs), ["Benazir Ahmed\t1963", "next"]);
        assert_eq!(texts(&[run("Ahm", 0.0, 0.0), run("ed", 15.5, 0.0)]), ["Ahmed"], "kerning");
    }

    #[test]
    fn lines_that_are_spaced_out_are_words() {
        let mut spaced = run("SANCTIONS LIST", 0.0, 0.0);
        for (at, letter) in spaced.letters.iter_mut().enumerate() {
            (letter.from, letter.to) = (letter.from + 3.0 * at as f64, letter.to + 3.0 * at as f64);
        }
        assert_eq!(texts(&[spaced]), ["SANCTIONS LIST"]);
    }

    #[test]
    fn what_is_drawn_in_another_order_is_read_as_it_stands_and_what_lies_over_it_is_not_mixed_in() {
        assert_eq!(texts(&[run("Ahmed", 40.0, 0.0), run("Benazir", 0.0, 0.0)]), ["Benazir Ahmed"]);
        assert_eq!(texts(&[run("Benazir", 0.0, 0.0), run("DRAFT", 12.0, 1.0)]), ["BenazirDRAFT"]);
    }
}
