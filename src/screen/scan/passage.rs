//! The mentions in one passage: its windows, which of them are names, and of those that overlap the better one.

use super::fit::Fit;
use super::{Place, Scan};
use crate::mention::token::{Case, Gap, Token};
use crate::mention::window::{Passage, Window, digests};
use crate::name::Reading;
use crate::screen::Screener;
use crate::tables::Tables;

/// From this many hundredths of points on a window that is longer is not worse for them: a name in full before a part of it.
const AS_GOOD: i32 = 400;

/// Words behind which a ship is named. They are too few to be a table, and those of the languages in which ships are reported on.
const SHIPS: [&str; 34] = [
    "vessel",
    "ship",
    "tanker",
    "mv",
    "mt",
    "ss",
    "freighter",
    "carrier",
    "bulker",
    "barge",
    "yacht",
    "boat",
    "steamer",
    "buque",
    "petrolero",
    "barco",
    "navire",
    "petrolier",
    "bateau",
    "cargo",
    "schiff",
    "tankschiff",
    "frachter",
    "frachtschiff",
    "navio",
    "petroleiro",
    "nave",
    "petroliera",
    "sudno",
    "aircraft",
    "called",
    "named",
    "renamed",
    "formerly",
];

/// A window that is a name.
struct Named {
    window: Window,
    text: String,
    fit: Fit,
}

impl Scan {
    /// Finds the mentions of a passage.
    pub(super) fn passage(&mut self, screener: &Screener, tokens: &[Token]) {
        let passage = self.read(screener, tokens);
        let windows = passage.windows(&screener.index);
        let mut named: Vec<Named> = Vec::new();
        for window in &windows {
            let text = self.shown(tokens, window.first, window.last);
            if let Some(fit) = self.fit(screener, &text, *window, tokens)
                && self.stands(screener, &passage, *window, fit)
            {
                named.push(Named { window: *window, text, fit });
            }
        }
        // The better first; of equal ones the longer, and then the earlier.
        named.sort_by_key(|named| {
            let Window { first, last, .. } = named.window;
            (named.fit.deducted.max(AS_GOOD), first as isize - last as isize, named.fit.deducted, named.window)
        });
        let mut taken: Vec<Window> = Vec::new();
        let overlap = |a: &Window, b: &Window| a.first <= b.last && b.first <= a.last;
        let mut places: Vec<(Window, Place)> = Vec::new();
        for Named { window, text, .. } in &named {
            if taken.iter().any(|other| overlap(other, window)) {
                continue;
            }
            taken.push(*window);
            let mut parties: Vec<(u32, i32)> = Vec::new();
            for other in windows.iter().filter(|other| overlap(other, window)) {
                if let Some(fit) = self.fit(screener, text, Window { name: other.name, ..*window }, tokens)
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
        let mut at = 0;
        for (window, place) in places {
            self.mention_again(&passage, at, window.first);
            self.again.learn(screener, &passage, window, &place);
            self.places.push(place);
            at = window.last + 1;
        }
        self.mention_again(&passage, at, tokens.len());
    }

    fn fit(&mut self, screener: &Screener, text: &str, window: Window, tokens: &[Token]) -> Option<Fit> {
        let capitals = tokens[window.first..=window.last].iter().all(|token| token.case == Case::Capitals);
        self.fits.of(screener, text, window.name, capitals, self.settings)
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
            written && token.text.chars().nth(1).is_some() && !Tables::get().is_particle(&token.text)
        };
        let bearing: Vec<bool> = tokens.iter().map(bears).collect();
        let index = &screener.index;
        let known: Vec<_> = tokens
            .iter()
            .zip(&bearing)
            .map(|(token, bears)| bears.then(|| self.lexicon.word(index, &token.raw, token.case)))
            .collect();
        let pairs = (0..tokens.len()).map(|at| {
            let next = tokens.get(at + 1).filter(|next| next.gap <= Gap::Line)?;
            let two = bearing[at] && bearing[at + 1] && next.case != Case::Caseless;
            two.then(|| self.lexicon.pair(index, &tokens[at].raw, &next.raw))
        });
        Passage { tokens, pairs: pairs.collect(), known, digests: digests(tokens) }
    }

    /// The text of a window on one line.
    fn shown(&self, tokens: &[Token], first: usize, last: usize) -> String {
        let mut text = tokens[first].raw.clone();
        for at in first + 1..=last {
            let (before, token) = (&tokens[at - 1], &tokens[at]);
            let between = self.text.get(before.bytes[1]..token.bytes[0]).unwrap_or("");
            // The `'s` of a possessive stands there too.
            let between = between
                .strip_prefix(['\'', '’'])
                .map_or(between, |rest| rest.trim_start_matches(char::is_alphanumeric));
            let spaced = between.contains(char::is_whitespace);
            let hyphen = between.starts_with(['-', '\u{2010}', '\u{2011}']);
            let words: Vec<&str> = between.split_whitespace().collect();
            match (hyphen && spaced, spaced) {
                (true, _) => text.push('-'),
                (_, true) => {
                    text.extend(
                        words.iter().map(|sign| {
                            if between.starts_with(sign) { (*sign).to_owned() } else { format!(" {sign}") }
                        }),
                    );
                    text.push(' ');
                }
                _ => text.push_str(between),
            }
            text.push_str(&token.raw);
        }
        text
    }

    /// Whether what stands beside a window leaves it a name of its own.
    fn stands(&mut self, screener: &Screener, passage: &Passage, window: Window, fit: Fit) -> bool {
        let tokens = passage.tokens;
        let beside = |at: usize, gap: Gap| {
            let token = &tokens[at];
            let large = matches!(token.case, Case::Large | Case::Capitals);
            gap <= Gap::Space && large && !Tables::get().is_title(&token.text)
        };
        let before = window.first.checked_sub(1).filter(|at| beside(*at, tokens[window.first].gap));
        let behind = Some(window.last + 1).filter(|at| tokens.get(*at).is_some_and(|token| beside(*at, token.gap)));
        let of_people = |at: &usize| passage.known[*at].as_ref().is_some_and(|known| known.of_people);
        if fit.words <= 1 {
            let token = &tokens[window.first];
            if self.survey.has_small(token) || Tables::get().describing(&token.text) < 100 {
                return false;
            }
            return match fit.reading {
                Reading::Person => before.is_none() && behind.is_none(),
                Reading::Organisation => true,
                Reading::Craft => {
                    let called =
                        window.first.checked_sub(1).is_some_and(|at| SHIPS.contains(&tokens[at].text.as_str()));
                    let capitals = token.case == Case::Capitals && tokens.iter().any(|token| token.case == Case::Small);
                    called || capitals
                }
            };
        }
        if fit.reading != Reading::Person {
            return true;
        }
        // A longer name of which the window is a part is somebody else's, unless it fits as well.
        let first = before.filter(of_people).unwrap_or(window.first);
        let last = behind.filter(of_people).unwrap_or(window.last);
        if (first, last) == (window.first, window.last) {
            return true;
        }
        let text = self.shown(tokens, first, last);
        self.fit(screener, &text, Window { first, last, name: window.name }, tokens).is_some()
    }
}
