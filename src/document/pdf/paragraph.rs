//! Paragraphs: lines that go on below each other, so that a name over the end of a line is in one piece.
//!
//! A line goes on in the next one if it is full: the next line's first word would not have fitted into it. A hyphen at its end goes
//! where the word goes on in small letters.

use super::line::{Line, is_wide};

/// Lines of a paragraph stand no further apart than this many times their size.
const APART: f64 = 2.2;
/// Letters of a paragraph differ in size by no more than this part.
const ALIKE: f64 = 0.15;

/// Text in paragraphs, a line each.
#[derive(Default)]
pub(super) struct Paragraphs {
    text: String,
    /// Lines that stand below each other.
    block: Vec<Line>,
    /// Whether a page ended behind the block.
    ended: bool,
}

impl Paragraphs {
    /// Adds the next line of a page.
    pub(super) fn add(&mut self, line: Line) {
        let goes_on = self.block.last().is_some_and(|last| !self.ended && is_below(last, &line));
        if !goes_on {
            // The last line of a column or page may go on at the top of the next.
            let to =
                self.block.last().filter(|last| is_full(last, &self.block, &line) && is_open(last, &line)).cloned();
            self.flush();
            if let Some(last) = to {
                self.join(&last.text, &line);
                self.block.push(Line { text: String::new(), ..line });
                self.ended = false;
                return;
            }
        }
        self.ended = false;
        self.block.push(line);
    }

    /// Ends a page.
    pub(super) fn page(&mut self) {
        self.ended = true;
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Writes the lines of the block that ended.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        for (at, line) in block.iter().enumerate() {
            match at.checked_sub(1).map(|before| &block[before]) {
                Some(before) if is_full(before, &block, line) => self.join(&before.text, line),
                _ if line.text.is_empty() => {} // It is written already, at the end of the column before.
                _ => {
                    if !self.text.is_empty() {
                        self.text.push('\n');
                    }
                    self.text.push_str(&line.text);
                }
            }
        }
    }

    /// Writes a line that goes on from the one before.
    fn join(&mut self, before: &str, line: &Line) {
        let next = line.text.chars().next().unwrap_or(' ');
        let within_word = before.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        match self.text.chars().last() {
            Some('\u{ad}') => drop(self.text.pop()),
            Some('-' | '\u{2010}') if within_word && next.is_lowercase() => drop(self.text.pop()),
            Some('-' | '\u{2010}' | '\u{2011}') if within_word => {}
            Some(last) if is_wide(&last.to_string()) && is_wide(&line.text) => {}
            _ => self.text.push(' '),
        }
        self.text.push_str(&line.text);
    }

    pub(super) fn finish(mut self) -> String {
        self.flush();
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}

fn is_alike(a: &Line, b: &Line) -> bool {
    a.direction == b.direction && (a.size - b.size).abs() <= ALIKE * a.size.max(b.size) && a.from_right == b.from_right
}

/// Whether a line stands right below another.
fn is_below(above: &Line, below: &Line) -> bool {
    let down = below.across - above.across;
    let beside = below.from > above.to || below.to < above.from;
    is_alike(above, below) && !beside && down > 0.0 && down < APART * above.size.max(below.size)
}

/// Whether a line goes on: the first word of the next line would not have fitted into it, which is as wide as the widest of its block,
/// or a word is divided. Cells do not.
fn is_full(line: &Line, block: &[Line], next: &Line) -> bool {
    if line.text.contains('\t') || next.text.contains('\t') {
        return false;
    }
    let divided = line.text.ends_with(['-', '\u{2010}', '\u{ad}']) && next.text.starts_with(char::is_lowercase);
    let space = 0.2 * line.size;
    let room = match line.from_right {
        false => block.iter().map(|line| line.to).fold(f64::MIN, f64::max) - line.to,
        true => line.from - block.iter().map(|line| line.from).fold(f64::MAX, f64::min),
    };
    is_alike(line, next) && (divided || room < next.first_word + space)
}

/// Whether the last line of a column or page is no end of a sentence, and another column or page begins.
fn is_open(last: &Line, next: &Line) -> bool {
    let ends = last.text.ends_with(['.', '!', '?', ':', ';', '。', '؟', '»', '”']);
    let (wide, other) = (last.to - last.from, next.to - next.from);
    !ends && wide > 8.0 * last.size && other > 4.0 * next.size
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::super::line::tests::run;
    use super::*;

    fn text(lines_of: &[(&str, f64, f64)]) -> String {
        let runs: Vec<_> = lines_of.iter().map(|(text, from, across)| run(text, *from, *across)).collect();
        let mut paragraphs = Paragraphs::default();
        lines(&runs).into_iter().for_each(|line| paragraphs.add(line));
        paragraphs.finish()
    }

    #[test]
    fn full_lines_go_on_and_others_end() {
        let page = [
            ("The bank of the minister Benazir", 0.0, 0.0),
            ("Ahmed was listed by an Ameri-", 0.0, 12.0),
            ("can office.", 0.0, 24.0),
            ("A new line is a paragraph.", 0.0, 36.0),
        ];
        assert_eq!(
            text(&page),
            "The bank of the minister Benazir Ahmed was listed by an American office.\nA new line is a paragraph.\n"
        );
    }

    #[test]
    fn a_hyphen_of_a_name_stays() {
        let page = [("It was founded by Bashar Al-", 0.0, 0.0), ("Assad.", 0.0, 12.0)];
        assert_eq!(text(&page), "It was founded by Bashar Al-Assad.\n");
    }

    #[test]
    fn a_column_goes_on_in_the_next_and_a_heading_does_not() {
        let columns = [
            ("Heading", 0.0, 0.0),
            ("In the left column there is", 0.0, 60.0),
            ("a name that is Benazir", 0.0, 72.0),
            ("Ahmed, and it goes on over", 200.0, 60.0),
            ("the end of the column.", 200.0, 72.0),
        ];
        let expected = "Heading\nIn the left column there is a name that is Benazir Ahmed, and it goes on over the end of the column.\n";
        assert_eq!(text(&columns), expected);
    }
}
