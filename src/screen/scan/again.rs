//! Parts of names that a text has given in full before: `Mr Tuniyaz` behind `Erken Tuniyaz`; and what is told of all mentions.

use super::{Place, Scan};
use crate::facts::Facts;
use crate::mention::token::{Case, Gap, Token};
use crate::mention::window::{Passage, Window};
use crate::name::Reading;
use crate::party::{self, Party};
use crate::report::{Mention, Mentioned};
use crate::screen::Screener;
use crate::tables::{HashMap, Tables};

/// Family names and words that name organisations, as the text writes them, with the parties that they stand for.
#[derive(Default)]
pub struct Again {
    words: HashMap<String, Vec<(u32, i32)>>,
}

/// A word stands for a party without a title before it only from so many letters on.
const LONG: usize = 4;

impl Again {
    /// Learns by which words alone the party of a mention may be named later.
    pub(super) fn learn(&mut self, screener: &Screener, passage: &Passage, window: Window, place: &Place) {
        for (subject, deducted) in &place.parties {
            for at in window.first..=window.last {
                let token = &passage.tokens[at];
                let Some(known) = passage.known[at].as_ref().filter(|_| token.case != Case::Small) else { continue };
                let names = &screener.subjects[*subject as usize].names;
                let names_it = names.iter().any(|prepared| {
                    let name = &prepared.name;
                    let comma = name.words.iter().any(|word| word.surname);
                    let last = name.compared().last();
                    name.words.iter().any(|word| {
                        let tells = match name.reading {
                            Reading::Person if comma => word.surname,
                            Reading::Person => last.is_some_and(|last| std::ptr::eq(last, word)),
                            Reading::Organisation | Reading::Craft => {
                                word.rarity == crate::tables::RARE && word.form.length >= LONG
                            }
                        };
                        tells && known.near.iter().any(|near| near.id == word.id)
                    })
                });
                if names_it && window.first != window.last {
                    let parties = self.words.entry(token.text.clone()).or_default();
                    if !parties.iter().any(|(other, _)| other == subject) {
                        parties.push((*subject, *deducted));
                    }
                }
            }
        }
    }
}

impl Scan {
    /// Finds further mentions among the words of a passage from one place to another.
    pub(super) fn mention_again(&mut self, passage: &Passage, from: usize, to: usize) {
        for at in from..to {
            let token = &passage.tokens[at];
            let Some(parties) = self.again.words.get(&token.text).filter(|_| self.names_again(passage, at)) else {
                continue;
            };
            let (units, text, parties) = (token.units, token.raw.clone(), parties.clone());
            self.places.push(Place { units, text, parties, again: true });
        }
    }

    /// Whether a word stands where a family name stands: with a large letter, and not in the name of somebody else.
    fn names_again(&self, passage: &Passage, at: usize) -> bool {
        let tokens = passage.tokens;
        let token = &tokens[at];
        let large = |token: &Token| matches!(token.case, Case::Large | Case::Capitals);
        if !large(token) && token.case != Case::Caseless {
            return false;
        }
        let before = at.checked_sub(1).map(|before| &tokens[before]).filter(|_| token.gap <= Gap::Space);
        let title = before.is_some_and(|before| Tables::get().is_title(&before.text));
        if !title && (token.text.chars().count() < LONG || self.survey.has_small(token)) {
            return false;
        }
        let beside = |at: usize| {
            large(&tokens[at])
                && !Tables::get().is_title(&tokens[at].text)
                && passage.known[at].as_ref().is_some_and(|known| known.of_people)
        };
        let named_before = before.is_some() && beside(at - 1);
        let named_behind = tokens.get(at + 1).is_some_and(|next| next.gap <= Gap::Space) && beside(at + 1);
        !named_before && !named_behind
    }

    /// What is told of the mentions and of the parties that they may be.
    pub(super) fn told(&self, screener: &Screener) -> (Vec<Mention>, Vec<Mentioned>) {
        // The parties in the order in which they are first mentioned, each with its strongest mention.
        let mut order: Vec<u32> = Vec::new();
        let mut at_of: HashMap<u32, usize> = HashMap::default();
        let mut best: Vec<(i32, usize)> = Vec::new();
        let mut mentions_of: Vec<Vec<usize>> = Vec::new();
        for (mention, place) in self.places.iter().enumerate() {
            for (subject, deducted) in &place.parties {
                let at = *at_of.entry(*subject).or_insert_with(|| {
                    order.push(*subject);
                    best.push((i32::MAX, mention));
                    mentions_of.push(Vec::new());
                    order.len() - 1
                });
                mentions_of[at].push(mention);
                if !place.again && *deducted < best[at].0 {
                    best[at] = (*deducted, mention);
                }
            }
        }
        let mentions = self.places.iter().map(|place| Mention {
            from: place.units[0],
            to: place.units[1],
            text: place.text.clone(),
            parties: place.parties.iter().filter_map(|(subject, _)| at_of.get(subject).copied()).collect(),
            again: place.again,
        });
        let known: Vec<Party> = order
            .iter()
            .map(|subject| {
                let subject = &screener.subjects[*subject as usize];
                let list = &screener.lists[subject.list];
                Party::of(&list.head.publication, &list.designation(subject.at))
            })
            .collect();
        let places = party::places(&known);
        let hits = order.iter().zip(&best).zip(mentions_of).zip(places).filter_map(
            |(((subject, (_, mention)), mentions), party)| {
                let text = &self.places[*mention].text;
                let shown = screener.shown_of(text, *subject, self.settings)?;
                let ofac = crate::ofac_search::Query::new(text);
                let mut hit = screener.hits(&[shown], &Facts::default(), ofac.as_ref()).pop()?;
                hit.party = party;
                Some(Mentioned { hit, mentions })
            },
        );
        (mentions.collect(), hits.collect())
    }
}
