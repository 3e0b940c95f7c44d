//! What a text is like as a whole: how many words it has, which of them it writes with small letters, and what of it cannot be read.

use super::token::{Case, Token};
use crate::report::{Reason, ReasonCode};
use crate::tables::{HashSet, digest};
use crate::transliterate;
use std::collections::BTreeSet;
use unicode_script::{Script, UnicodeScript};

/// At most so many unreadable characters are named.
const MOST_NAMED: usize = 3;

/// A text of which fewer than one word in so many has a large letter is written without them, as people do in messages.
const WITHOUT_LARGE: usize = 50;

/// What a text is like.
#[derive(Default)]
pub struct Survey {
    /// How many words it has.
    pub words: usize,
    /// Those that stand in it with a small letter.
    small: HashSet<u32>,
    cased: usize,
    large: usize,
    letters: bool,
    scripts: BTreeSet<&'static str>,
    unreadable: BTreeSet<char>,
}

impl Survey {
    /// Adds a word of the text.
    pub fn word(&mut self, token: &Token) {
        self.words += 1;
        self.letters |= token.case != Case::Number;
        match token.case {
            Case::Small => {
                self.cased += 1;
                self.small.insert(digest(token.text.bytes()));
            }
            Case::Large | Case::Capitals => {
                self.cased += 1;
                self.large += 1;
            }
            Case::Caseless | Case::Number => {}
        }
    }

    /// Adds a piece of the text, for its characters.
    pub fn characters(&mut self, text: &str) {
        for c in text.chars().filter(|c| !c.is_ascii() || c.is_ascii_control()) {
            match c.script() {
                _ if c.is_whitespace() => {}
                _ if c.is_control() || c == char::REPLACEMENT_CHARACTER => drop(self.unreadable.insert(c)),
                Script::Unknown => drop(self.unreadable.insert(c)),
                Script::Latin | Script::Common | Script::Inherited => {}
                script if transliterate::scripts().any(|read| read == script) => {}
                script => drop(self.scripts.insert(script.full_name())),
            }
        }
    }

    /// Whether the text writes a word with a small letter somewhere: it is then no name by its large letter alone.
    pub fn has_small(&self, token: &Token) -> bool {
        self.small.contains(&digest(token.text.bytes()))
    }

    /// Whether the text is written without large letters.
    pub fn lacks_large(&self) -> bool {
        self.large * WITHOUT_LARGE < self.cased
    }

    /// Why the text cannot be searched, or not all of it.
    pub fn reasons(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if !self.letters {
            reasons.push(Reason { code: ReasonCode::NoLetters, value: None });
        }
        if !self.unreadable.is_empty() {
            let named: Vec<String> =
                self.unreadable.iter().take(MOST_NAMED).map(|c| format!("U+{:04X}", *c as u32)).collect();
            reasons.push(Reason { code: ReasonCode::Unreadable, value: Some(named.join(", ")) });
        }
        let unsupported =
            |script: &&str| Reason { code: ReasonCode::UnsupportedScript, value: Some((*script).to_owned()) };
        reasons.extend(self.scripts.iter().map(unsupported));
        reasons
    }
}
