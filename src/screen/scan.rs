//! A text searched for the names of listed parties, as a whole or step by step (`mention` tells the method).

mod again;
mod fit;
mod passage;

use super::{Screener, Settings, out_of_date};
use crate::METHOD;
use crate::document::Unread;
use crate::mention::known::Lexicon;
use crate::mention::survey::Survey;
use crate::mention::token::{Gap, Token, Tokens};
use crate::mention::{MOST_CHARACTERS, MOST_MENTIONS};
use crate::report::{Reason, ReasonCode, Scanned, Status};
use crate::score::Spelt;
use again::Again;
use fit::Fits;

/// So many words are surveyed in a step …
const SURVEYED_AT_ONCE: usize = 20_000;
/// … and so many searched, for some tens of milliseconds.
const SEARCHED_AT_ONCE: usize = 256;
/// A passage has so many words at the most: text without any punctuation is cut …
const LONGEST_PASSAGE: usize = 256;
/// … and the next one begins with so many of its words again, so that no name is cut.
const SHARED: usize = 48;
/// The survey takes so much of the time.
const SURVEY: f64 = 0.05;
/// The most that is told of what is not done: whoever waits for 1 would else miss what is left.
const ALMOST: f64 = 0.999;

/// A text that is being searched. Each step is handed the same screener, with the same lists on.
pub struct Scan {
    text: String,
    unread: Vec<Unread>,
    settings: Settings,
    /// Which lists were on when it began.
    on: Vec<bool>,
    phase: Phase,
    reasons: Vec<Reason>,
    tokens: Tokens,
    /// The first words of the next passage.
    next: Vec<Token>,
    /// Where the search is, in UTF-16 code units: what begins before that is a mention already, or none.
    searched: usize,
    survey: Survey,
    lexicon: Lexicon,
    fits: Fits,
    again: Again,
    places: Vec<Place>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Survey,
    Search,
    Done,
}

/// A mention, with the parties that it may be by their places among the subjects, and what each costs it.
struct Place {
    units: [usize; 2],
    text: String,
    parties: Vec<(u32, i32)>,
    again: bool,
}

impl Scan {
    /// A text that is to be searched. `unread` is what of its document is not in it.
    pub fn new(screener: &Screener, text: String, unread: Vec<Unread>, settings: Settings) -> Scan {
        let none = !screener.on.contains(&true);
        let refusal = if none {
            Some(Reason { code: ReasonCode::NoList, value: None })
        } else if text.trim().is_empty() {
            Some(Reason { code: ReasonCode::Empty, value: None })
        } else if text.len() > MOST_CHARACTERS && text.chars().count() > MOST_CHARACTERS {
            Some(Reason { code: ReasonCode::LongText, value: Some(MOST_CHARACTERS.to_string()) })
        } else {
            None
        };
        Scan {
            text,
            unread,
            settings,
            on: screener.on.clone(),
            phase: if refusal.is_some() { Phase::Done } else { Phase::Survey },
            reasons: Vec::from_iter(refusal),
            tokens: Tokens::new(),
            next: Vec::new(),
            searched: 0,
            survey: Survey::default(),
            lexicon: Lexicon::default(),
            fits: Fits::default(),
            again: Again::default(),
            places: Vec::new(),
        }
    }

    /// Searches on for some tens of milliseconds; says whether that was the last step.
    pub fn step(&mut self, screener: &Screener) -> bool {
        match self.phase {
            _ if self.on != screener.on => self.end(ReasonCode::Unfinished, None),
            Phase::Survey => self.survey(),
            Phase::Search => self.search(screener),
            Phase::Done => {}
        }
        self.phase == Phase::Done
    }

    /// How much of the work is done, 0 to 1; only what is done is 1.
    pub fn progress(&self) -> f64 {
        let read = self.tokens.at() as f64 / self.text.len().max(1) as f64;
        match self.phase {
            Phase::Survey => SURVEY * read,
            // What is read may still have to be searched.
            Phase::Search => (SURVEY + (1.0 - SURVEY) * read).min(ALMOST),
            Phase::Done => 1.0,
        }
    }

    /// What was found so far. Before the last step the text is not screened, since it was not searched to its end.
    pub fn result(&self, screener: &Screener) -> Scanned {
        let [lists, off] = screener.on_and_off();
        let mut reasons = self.reasons.clone();
        if (self.phase != Phase::Done || self.on != screener.on)
            && !reasons.iter().any(|reason| reason.code == ReasonCode::Unfinished)
        {
            reasons.push(Reason { code: ReasonCode::Unfinished, value: None });
        }
        if !self.unread.is_empty() {
            reasons.push(Reason { code: ReasonCode::Unread, value: None });
        }
        if self.places.is_empty() && !lists.is_empty() {
            reasons.extend(out_of_date(&lists, self.settings));
        }
        let (mentions, parties) = self.told(screener);
        let looked = self.survey.words > 0;
        Scanned {
            status: if reasons.is_empty() { Status::Screened } else { Status::NotScreened },
            reasons,
            unread: self.unread.clone(),
            method: METHOD,
            threshold: self.settings.threshold,
            weak_aliases: self.settings.weak,
            examined: if looked { lists.iter().map(|list| list.designations).sum() } else { 0 },
            lists,
            off,
            words: self.survey.words,
            mentions,
            parties,
        }
    }

    fn end(&mut self, code: ReasonCode, value: Option<usize>) {
        self.reasons.push(Reason { code, value: value.map(|value| value.to_string()) });
        self.phase = Phase::Done;
    }

    fn survey(&mut self) {
        let start = self.tokens.at();
        for _ in 0..SURVEYED_AT_ONCE {
            match self.tokens.next(&self.text) {
                Some(token) => self.survey.word(&token),
                None => {
                    self.phase = Phase::Search;
                    break;
                }
            }
        }
        self.survey.characters(&self.text[start..self.tokens.at()]);
        if self.phase == Phase::Search {
            self.tokens = Tokens::new();
            self.reasons = self.survey.reasons();
            if self.survey.words == 0 {
                self.phase = Phase::Done;
            }
        }
    }

    fn search(&mut self, screener: &Screener) {
        let mut searched = 0;
        while searched < SEARCHED_AT_ONCE {
            let mut passage = std::mem::take(&mut self.next);
            let mut cut = true;
            while cut && passage.len() < LONGEST_PASSAGE {
                match self.tokens.next(&self.text) {
                    Some(token) if token.gap == Gap::Break && !passage.is_empty() => {
                        self.next.push(token);
                        cut = false;
                    }
                    Some(token) => passage.push(token),
                    None => cut = false,
                }
            }
            if passage.is_empty() {
                self.phase = Phase::Done;
                return;
            }
            searched += passage.len();
            // Half of what both share stands beside what is searched in either.
            let end = if cut { passage.len() - SHARED / 2 } else { passage.len() };
            self.passage(screener, &passage, end);
            if cut {
                self.next.extend_from_slice(&passage[passage.len() - SHARED..]);
            }
            if self.places.len() > MOST_MENTIONS {
                self.places.truncate(MOST_MENTIONS);
                return self.end(ReasonCode::ManyMentions, Some(MOST_MENTIONS));
            }
        }
    }
}

impl Screener {
    fn spelt(&self) -> &Spelt {
        self.spelt.get_or_init(|| self.index.spelt())
    }

    /// Searches a text for the names of listed parties. `unread` is what of its document is not in it: a text without mentions is then
    /// `not-screened`. A threshold for texts is [`crate::mention::DEFAULT_THRESHOLD`].
    pub fn scan(&self, text: &str, unread: &[Unread], settings: Settings) -> Scanned {
        let mut scan = Scan::new(self, text.to_owned(), unread.to_vec(), settings);
        while !scan.step(self) {}
        scan.result(self)
    }
}
