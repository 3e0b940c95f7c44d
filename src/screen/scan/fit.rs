//! Whether the text of a window is a mention of a party: as `screen` compares it, and as exact as running text needs.

use crate::designation::NameQuality;
use crate::mention::exact;
use crate::name::Reading;
use crate::question;
use crate::score::{Asked, compare};
use crate::screen::best::{Best, Shown, best};
use crate::screen::{Screener, Settings, every_name};
use crate::tables::HashMap;

/// What was compared already, by the text of the window and the listed name.
#[derive(Default)]
pub struct Fits {
    texts: HashMap<String, HashMap<u32, Option<Fit>>>,
}

/// A window that fits a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The party's place among the subjects.
    pub subject: u32,
    /// Hundredths of points deducted.
    pub deducted: i32,
    /// How the name that compared best is read.
    pub reading: Reading,
    /// Of how many words the window's name is, as far as they are compared.
    pub words: usize,
}

/// So many texts are kept.
const MOST_KEPT: usize = 20_000;

/// A weak alias is a mention only to the letter, apart from small words.
const WEAK_DEDUCTED: i32 = 200;

impl Fits {
    /// How the text of a window fits the party that has a listed name.
    pub fn of(
        &mut self,
        screener: &Screener,
        text: &str,
        name: u32,
        capitals: bool,
        settings: Settings,
    ) -> Option<Fit> {
        if let Some(known) = self.texts.get(text).and_then(|names| names.get(&name)) {
            return *known;
        }
        if self.texts.len() >= MOST_KEPT {
            self.texts.clear();
        }
        let fit = screener.fit(text, name, capitals, settings);
        self.texts.entry(text.to_owned()).or_default().insert(name, fit);
        fit
    }
}

/// A text in all ways in which `screen` compares it.
pub fn asked<'a>(screener: &'a Screener, text: &str) -> Vec<Asked<'a>> {
    let parts = question::parts(text);
    let all = std::iter::once(text).chain(parts.iter().map(String::as_str));
    all.map(|text| Asked::new(question::readings(text), &screener.index)).collect()
}

impl Screener {
    fn fit(&self, text: &str, name: u32, capitals: bool, settings: Settings) -> Option<Fit> {
        let (subject, listed) = self.listed(name);
        if !self.on[subject.list] {
            return None;
        }
        let asked = asked(self, text);
        let reaches = |query: &Asked| query.compare_alone(&listed.name).score() >= settings.threshold;
        if !asked.iter().any(reaches) {
            return None;
        }
        let Best::Shown(shown) = best(subject, every_name(subject, &asked), settings) else { return None };
        let best = subject.names.iter().find(|prepared| prepared.at == shown.name)?;
        let exact = |query: &Asked| {
            let query = query.name(best.name.reading);
            let comparison = compare(query, &best.name);
            comparison.score() >= settings.threshold && exact::is_exact(query, &best.name, &comparison, capitals)
        };
        let weak = self.lists[subject.list].subjects[subject.at].names[shown.name].quality == NameQuality::Weak;
        let deducted = shown.comparison.deducted();
        if !asked.iter().any(exact) || (weak && deducted > WEAK_DEDUCTED) {
            return None;
        }
        let subject = self.subject_of[name as usize];
        let words = asked[0].name(best.name.reading).compared().count();
        Some(Fit { subject, deducted, reading: best.name.reading, words })
    }

    /// What a text finds in a party, as `screen` would show it.
    pub(super) fn shown_of(&self, text: &str, subject: u32, settings: Settings) -> Option<Shown<'_>> {
        let subject = &self.subjects[subject as usize];
        let asked = asked(self, text);
        match best(subject, every_name(subject, &asked), settings) {
            Best::Shown(shown) => Some(shown),
            _ => None,
        }
    }
}
