//! The words of a text with their places, and what stands between them.

use crate::normalise::{self, Written};
use crate::tables::Tables;
use unicode_script::{Script, UnicodeScript};

/// What stands between a word and the one before it, from the closest to the farthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// No space: a hyphen, the stop of an abbreviation.
    Joined,
    /// A space, perhaps with quotation marks.
    Space,
    /// The end of a line that may be wrapped, or of a cell.
    Line,
    /// A comma.
    Comma,
    /// What no name crosses.
    Break,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// With a large letter first.
    Large,
    /// All in large letters, and more than one of them.
    Capitals,
    /// With a small letter first.
    Small,
    /// In a script without small and large letters.
    Caseless,
    /// A number.
    Number,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// In the form that is compared.
    pub text: String,
    /// As written, without the hyphen of a line's end.
    pub raw: String,
    /// Where it begins and ends, in bytes …
    pub bytes: [usize; 2],
    /// … and in UTF-16 code units.
    pub units: [usize; 2],
    /// What stands before it.
    pub gap: Gap,
    /// How it is written.
    pub case: Case,
    /// Whether a sentence or a paragraph begins with it, so that its large letter says nothing.
    pub first: bool,
}

impl Token {
    /// Whether it begins with a large letter.
    pub fn is_large(&self) -> bool {
        matches!(self.case, Case::Large | Case::Capitals)
    }

    /// Whether it is a Chinese character.
    pub fn is_han(&self) -> bool {
        self.raw.chars().next().is_some_and(is_han)
    }
}

/// What stands in lines of its own before an item of a list.
const BULLETS: [char; 8] = ['•', '‣', '▪', '●', '○', '*', '–', '—'];

/// Abbreviations with a stop, beside titles and legal forms, that do not end a sentence.
const ABBREVIATED: [&str; 10] = ["no", "nr", "st", "jr", "sr", "dept", "govt", "messrs", "mmes", "vs"];

/// Reads the words of a text one after the other, of the same text each time.
#[derive(Clone, Default)]
pub struct Tokens {
    at: usize,
    units: usize,
    /// What is already read of the gap before the next word.
    first: bool,
    break_before: bool,
    /// The word before, normalised.
    last: String,
    /// Words that were read at once and not told yet.
    ready: std::collections::VecDeque<Token>,
}

impl Tokens {
    /// From the beginning of a text.
    pub fn new() -> Tokens {
        Tokens { break_before: true, ..Tokens::default() }
    }

    /// How far the text is read, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    fn peek(&self, text: &str) -> Option<char> {
        text[self.at..].chars().next()
    }

    fn skip(&mut self, c: char) {
        self.at += c.len_utf8();
        self.units += c.len_utf16();
    }

    /// Reads what stands between two words.
    fn gap(&mut self, text: &str) -> Gap {
        let start = self.at;
        while let Some(c) = self.peek(text).filter(|c| !is_word(*c)) {
            self.skip(c);
        }
        let between = &text[start..self.at];
        let next = self.peek(text);
        let gap = gap(between, &self.last, next);
        self.first = self.break_before || ends_sentence(between, &self.last, next);
        if std::mem::take(&mut self.break_before) { Gap::Break } else { gap }
    }

    /// Reads a word, as it is written and without the hyphens of line ends.
    fn word(&mut self, text: &str) -> String {
        let mut raw = String::new();
        loop {
            while let Some(c) = self.peek(text).filter(|c| is_word(*c)) {
                raw.push(c);
                self.skip(c);
            }
            match self.hyphenated(text, &raw) {
                Some(length) => {
                    self.units += text[self.at..self.at + length].encode_utf16().count();
                    self.at += length;
                }
                None => return raw,
            }
        }
    }

    /// The length of a hyphen at the end of a line, if the word goes on behind it.
    fn hyphenated(&self, text: &str, raw: &str) -> Option<usize> {
        let rest = &text[self.at..];
        let soft = raw.ends_with('\u{ad}');
        let behind = match rest.strip_prefix(['-', '\u{2010}', '\u{ac}']) {
            Some(behind) => behind,
            None if soft => rest,
            None => return None,
        };
        let line = behind.trim_start_matches([' ', '\t']);
        let line = line.strip_prefix("\r\n").or_else(|| line.strip_prefix('\n'))?;
        let next = line.trim_start_matches([' ', '\t']);
        let goes_on =
            next.starts_with(char::is_lowercase) && raw.trim_end_matches('\u{ad}').ends_with(char::is_lowercase);
        goes_on.then(|| rest.len() - next.len())
    }

    /// Chinese characters, each a word: nothing says where a word of several ends.
    fn characters(&mut self, piece: &str, bytes: usize, units: usize, gap: Gap, first: bool) {
        let (mut gap, mut start) = (gap, 0);
        let (mut at, mut unit) = (bytes, units);
        while let Some(c) = piece[start..].chars().next() {
            let rest = &piece[start..];
            let length = if is_han(c) { c.len_utf8() } else { rest.find(is_han).unwrap_or(rest.len()) };
            let wide = rest[..length].encode_utf16().count();
            for Written { text, raw, .. } in normalise::words(&rest[..length]) {
                let case = case(&raw);
                self.last.clone_from(&text);
                let (bytes, units) = ([at, at + length], [unit, unit + wide]);
                self.ready.push_back(Token { text, raw, bytes, units, gap, case, first });
                gap = Gap::Joined;
            }
            (start, at, unit) = (start + length, at + length, unit + wide);
        }
    }

    /// The next word.
    pub fn next(&mut self, text: &str) -> Option<Token> {
        if let Some(token) = self.ready.pop_front() {
            return Some(token);
        }
        loop {
            let gap = self.gap(text);
            self.peek(text)?;
            let (start, start_units, first) = (self.at, self.units, self.first);
            let written = self.word(text);
            // Apostrophes around a word are quotation marks.
            let apostrophe = |c: char| matches!(c, '\'' | '’' | '‘' | '‚' | '‛');
            let raw = written.trim_start_matches(apostrophe);
            let lead = written.len() - raw.len();
            let raw = raw.trim_end_matches(apostrophe);
            let mut from = 0;
            for (piece, skipped) in pieces(raw) {
                // The places of a word without a hyphen in it are those of its pieces.
                let whole = written.len() == self.at - start;
                let units = |to: usize| written[..to].encode_utf16().count();
                let [begin, end] = [lead + from, lead + from + piece.len()];
                let bytes = if whole { [start + begin, start + end] } else { [start, self.at] };
                let units = if whole {
                    [start_units + units(begin), start_units + units(end)]
                } else {
                    [start_units, self.units]
                };
                from += piece.len() + skipped;
                let gap = if begin == lead { gap } else { Gap::Joined };
                if whole && piece.chars().any(is_han) {
                    self.characters(piece, bytes[0], units[0], gap, first);
                    continue;
                }
                for Written { text, raw, .. } in normalise::words(piece) {
                    let case = case(&raw);
                    self.last.clone_from(&text);
                    self.ready.push_back(Token { text, raw, bytes, units, gap, case, first });
                }
            }
            match self.ready.pop_front() {
                Some(token) => return Some(token),
                None => self.break_before |= gap == Gap::Break,
            }
        }
    }
}

/// Whether a character is a Chinese one.
fn is_han(c: char) -> bool {
    !c.is_ascii() && c.script() == Script::Han
}

/// Whether a character is part of a word.
fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '\'' } else { normalise::is_part(c) }
}

/// The pieces of a word that are words by themselves, each with the bytes behind it that belong to none: an elided article comes
/// off (`d'Erken`), and the `'s` of a possessive.
fn pieces(raw: &str) -> Vec<(&str, usize)> {
    let apostrophe = |c: char| matches!(c, '\'' | '’' | 'ʼ' | '‘');
    let Some(at) = raw.find(apostrophe) else { return vec![(raw, 0)] };
    let sign = raw[at..].chars().next().map_or(0, char::len_utf8);
    let (before, behind) = (&raw[..at], &raw[at + sign..]);
    let elided = at > 0 && at <= LONGEST_ELIDED && before.chars().all(char::is_lowercase);
    if elided && behind.starts_with(char::is_uppercase) {
        let mut all = vec![(before, sign)];
        all.extend(pieces(behind));
        return all;
    }
    let last = raw.rfind(apostrophe).unwrap_or(at);
    let sign = raw[last..].chars().next().map_or(0, char::len_utf8);
    match &raw[last + sign..] {
        "s" | "S" if last > 0 => vec![(&raw[..last], raw.len() - last)],
        _ => vec![(raw, 0)],
    }
}

/// An elided word of so many bytes at the most: `dell'`.
const LONGEST_ELIDED: usize = 5;

fn case(raw: &str) -> Case {
    let mut letters = raw.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::Number };
    if first.is_lowercase() {
        return Case::Small;
    }
    if !first.is_uppercase() {
        return Case::Caseless;
    }
    let mut rest = letters.peekable();
    // A letter and numbers are an acronym too: `M23`.
    let several = rest.peek().is_some() || raw.chars().any(char::is_numeric);
    if several && rest.all(|c| !c.is_lowercase()) { Case::Capitals } else { Case::Large }
}

fn gap(between: &str, last: &str, next: Option<char>) -> Gap {
    if next.is_none() || ends_sentence(between, last, next) {
        return Gap::Break;
    }
    let spaced = between.contains(char::is_whitespace);
    let mut gap = Gap::Joined;
    for c in between.chars() {
        gap = gap.max(match c {
            '\n' | '\r' | '\t' | '\u{2028}' => Gap::Line,
            c if c.is_whitespace() => Gap::Space,
            ',' | '،' | '、' | '，' => Gap::Comma,
            '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '&' | '・' | '·' | '.' => Gap::Joined,
            '-' | '\u{2010}' | '\u{2011}' | '–' if !spaced => Gap::Joined,
            '-' | '\u{2010}' | '\u{2011}' if between.starts_with(c) => Gap::Joined,
            _ => Gap::Break,
        });
    }
    gap
}

/// Whether a sentence, a paragraph or an item of a list ends between two words.
fn ends_sentence(between: &str, last: &str, next: Option<char>) -> bool {
    let mut lines = between.split('\n');
    lines.next();
    let mut lines = lines.map(str::trim).peekable();
    while let Some(line) = lines.next() {
        // What is left before the next word is its indent, or the sign of an item.
        let blank = line.is_empty() && lines.peek().is_some();
        if blank || line.starts_with(BULLETS) || line.starts_with("- ") || line == "-" {
            return true;
        }
    }
    if between.contains(['\u{2029}', '\u{c}']) {
        return true;
    }
    between.chars().any(|c| matches!(c, '!' | '?' | '。' | '！' | '？' | '।' | '॥' | '۔' | '؟' | '…' | '။' | '．'))
        || between.find('.').is_some_and(|at| {
            let spaced = between[at..].contains(char::is_whitespace);
            let small = next.is_some_and(|c| c.is_lowercase());
            let short = last.chars().count() == 1 || is_abbreviated(last);
            if spaced { !small && !short } else { last.chars().count() > LONGEST_JOINED }
        })
}

/// What stands before a stop without a space behind it is no abbreviation from so many letters on.
const LONGEST_JOINED: usize = 4;

fn is_abbreviated(word: &str) -> bool {
    let tables = Tables::get();
    ABBREVIATED.contains(&word) || tables.is_title(word) || tables.legal_form(&[word]).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Token> {
        let mut tokens = Tokens::new();
        std::iter::from_fn(|| tokens.next(text)).collect()
    }

    fn shown(text: &str) -> String {
        let mut shown = String::new();
        for token in all(text) {
            shown.push_str(match token.gap {
                Gap::Joined => "=",
                Gap::Space => " ",
                Gap::Line => "/",
                Gap::Comma => ",",
                Gap::Break => "|",
            });
            shown.push_str(&token.raw);
        }
        shown
    }

    #[test]
    fn names_cross_spaces_and_lines_and_no_sentences() {
        for (text, expected) in [
            ("Erken Tuniyaz spoke. Shohrat Zakir left.", "|Erken Tuniyaz spoke|Shohrat Zakir left"),
            ("Gen. Myo Swe, J. Smith", "|Gen Myo Swe,J Smith"),
            ("Erken\nTuniyaz and\n\nShohrat", "|Erken/Tuniyaz and|Shohrat"),
            ("the Tuni-\nyaz case", "|the Tuniyaz case"),
            ("Chowdhury Abdullah Al-Mamun", "|Chowdhury Abdullah Al=Mamun"),
            ("Abdullah Al-\nMamun", "|Abdullah Al/Mamun"),
            ("Zakir's house, d'Erken", "|Zakir house,d=Erken"),
            ("“Zakir” (Erken)", "|Zakir|Erken"),
            ("Li\n- Wang\n• Zhou", "|Li|Wang|Zhou"),
            ("Technology Co., Ltd. was", "|Technology Co,Ltd was"),
            ("A – B", "|A|B"),
            ("‘Zakir’ and ‘Erken Tuniyaz’", "|Zakir and Erken Tuniyaz"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "😀 l'Erken’s Tuni-\nyaz";
        let tokens = all(text);
        let units: Vec<u16> = text.encode_utf16().collect();
        let at = |token: &Token| String::from_utf16_lossy(&units[token.units[0]..token.units[1]]);
        assert_eq!(tokens.iter().map(at).collect::<Vec<_>>(), ["l", "Erken", "Tuni-\nyaz"]);
        assert!(tokens.iter().all(|token| text[token.bytes[0]..token.bytes[1]] == at(token)));
        assert_eq!(tokens[2].raw, "Tuniyaz");
    }
}
