//! The mentions in one passage: its windows, which of them are names, and of those that overlap the better one.

use super::{Place, Scan};
use crate::mention::context::{self, Fit};
use crate::mention::known::Listed;
use crate::mention::token::{Case, Gap, Token};
use crate::mention::window::{Passage, Window, digests};
use crate::screen::Screener;
use crate::tables::Tables;
use std::cmp::Reverse;

/// A listed word of Chinese characters has so many at the most, as far as they are looked for.
const LONGEST_HAN: usize = 6;

/// No word of a name has more bytes, in any script.
const LONGEST_WORD: usize = 120;

/// A window that is a name.
struct Named {
    window: Window,
    text: String,
    fit: Fit,
}

impl Scan {
    /// Finds the mentions of a passage that begin where nothing was searched yet and before the word at `end`.
    pub(super) fn passage(&mut self, screener: &Screener, tokens: &[Token], end: usize) {
        let passage = self.read(screener, tokens);
        let windows = passage.windows(&screener.index);
        let mut named: Vec<Named> = Vec::new();
        for window in &windows {
            let fit = self.fit(screener, &passage, *window);
            if let Some((text, fit)) = fit.filter(|(_, fit)| self.stands(screener, &passage, *window, *fit)) {
                named.push(Named { window: *window, text, fit });
            }
        }
        // The fuller name first; of equal ones the nearer, and then the earlier.
        named.sort_by_key(|named| (Reverse(named.fit.words), named.fit.deducted, named.window));
        let overlap = |a: &Window, b: &Window| a.first <= b.last && b.first <= a.last;
        let mut places: Vec<(Window, Place)> = Vec::new();
        for Named { window, text, .. } in &named {
            if places.iter().any(|(other, _)| overlap(other, window)) {
                continue;
            }
            let mut parties: Vec<(u32, i32)> = Vec::new();
            for other in windows.iter().filter(|other| overlap(other, window)) {
                let writing = passage.writing(*window);
                if let Some(fit) = self.fits.of(screener, text, other.name, writing, self.settings)
                    && !parties.iter().any(|(subject, _)| *subject == fit.subject)
                {
                    parties.push((fit.subject, fit.deducted));
                }
            }
            parties.sort_by_key(|(subject, deducted)| (*deducted, *subject));
            let units = [tokens[window.first].units[0], tokens[window.last].units[1]];
            places.push((*window, Place { units, text: text.clone(), parties, again: false }));
        }
        places.sort_by_key(|(window, _)| window.first);
        let start = tokens.iter().take_while(|token| token.units[0] < self.searched).count();
        let mut at = start;
        for (window, place) in places.into_iter().filter(|(window, _)| (start..end).contains(&window.first)) {
            self.mention_again(&passage, at, window.first);
            self.again.learn(screener, &passage, window, &place);
            self.places.push(place);
            at = window.last + 1;
        }
        self.mention_again(&passage, at, end);
        self.searched = tokens[at.max(end) - 1].units[1];
    }

    /// The text of a window, as it stands there or with the first forms of its words, whichever fits the party better.
    fn fit(&mut self, screener: &Screener, passage: &Passage, window: Window) -> Option<(String, Fit)> {
        let writing = passage.writing(window);
        let mut texts: Vec<String> =
            (0..=2).map(|base| passage.shown(&self.text, window.first, window.last, base)).collect();
        texts.dedup();
        let fits = texts.into_iter().filter_map(|text| {
            let fit = self.fits.of(screener, &text, window.name, writing, self.settings)?;
            Some((text, fit))
        });
        fits.min_by_key(|(_, fit)| fit.deducted)
    }

    /// A passage with what the lists know of its words.
    fn read<'a>(&mut self, screener: &Screener, tokens: &'a [Token]) -> Passage<'a> {
        let without_large = self.survey.lacks_large();
        let bears = |token: &Token| {
            let written = match token.case {
                Case::Large | Case::Capitals => !(token.first && self.survey.has_small(token)),
                Case::Small => without_large,
                Case::Caseless => true,
                Case::Number => false,
            };
            let long = token.is_han() || token.text.chars().nth(1).is_some();
            written && long && token.text.len() <= LONGEST_WORD && !Tables::get().is_particle(&token.text)
        };
        // No name says a word three times without another between; what does is no text of a person's.
        let repeats = |at: usize| at > 1 && (1..=2).all(|before| tokens[at - before].text == tokens[at].text);
        let bearing: Vec<bool> = (0..tokens.len()).map(|at| bears(&tokens[at]) && !repeats(at)).collect();
        let listed = Listed { index: &screener.index, spelt: screener.spelt() };
        let known: Vec<_> = tokens
            .iter()
            .zip(&bearing)
            .map(|(token, bears)| {
                (*bears && !token.is_han()).then(|| self.lexicon.word(listed, &token.raw, token.case))
            })
            .collect();
        let mut spans = Vec::new();
        for at in 0..tokens.len() {
            let next = tokens.get(at + 1).filter(|next| next.gap <= Gap::Line);
            if let Some(next) = next.filter(|_| bearing[at] && bearing[at + 1] && !tokens[at].is_han()) {
                spans.push((at, at + 1, self.lexicon.pair(listed, &tokens[at].raw, &next.raw)));
            }
            let joined = |to: &usize| tokens[*to].is_han() && (*to == at || tokens[*to].gap == Gap::Joined);
            let mut raw = String::new();
            for to in (at..tokens.len().min(at + LONGEST_HAN)).take_while(joined) {
                raw.push_str(&tokens[to].raw);
                spans.push((at, to, self.lexicon.characters(listed, &raw)));
            }
        }
        Passage { tokens, known, spans, digests: digests(tokens) }
    }

    /// Whether what stands beside a window leaves it a name of its own.
    fn stands(&mut self, screener: &Screener, passage: &Passage, window: Window, fit: Fit) -> bool {
        if fit.words <= 1 && window.first == window.last {
            return context::stands_alone(passage, window, fit.reading, &self.survey);
        }
        match context::longer(passage, window, fit) {
            // A longer name of which the window is a part is somebody else's, unless it fits as well.
            Some((first, last)) => self.fit(screener, passage, Window { first, last, name: window.name }).is_some(),
            None => true,
        }
    }
}
