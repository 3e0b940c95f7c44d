//! Screening: one name against all names of all loaded lists.

use crate::designation::{Designation, NameKind, NameQuality};
use crate::name::{Name, Reading, Role};
use crate::normalise;
use crate::pack::{self, OpenList, PackError};
use crate::report::{self, Corroboration, Coverage, Detail, Hit, QueryEcho, Reason, ReasonCode, Screening, Status};
use crate::score::{self, Comparison, weights};
use unicode_script::{Script, UnicodeScript};

/// The method and its version; it changes whenever any score may.
pub const METHOD: &str = "namesieve/1";

/// A query of more characters than this is not a name. The longest listed name
/// seen, on the EU's list of May 2026, has 245.
pub const MOST_CHARACTERS: usize = 600;

/// The pack that is embedded in the library: OFAC's action of 10 December 2021.
pub const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/embedded.pack"));

/// How to screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    threshold: u8,
    weak: bool,
}

/// A threshold outside 1 to 100.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the threshold is {got}; expected a whole number from 1 to 100")]
pub struct ThresholdError {
    /// What was given.
    pub got: i64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { threshold: weights::DEFAULT_THRESHOLD, weak: false }
    }
}

impl Settings {
    /// Settings with a threshold (1 to 100), and whether weak aliases alone make hits.
    ///
    /// # Errors
    /// [`ThresholdError`] for a threshold outside its range.
    pub fn new(threshold: i64, weak: bool) -> Result<Settings, ThresholdError> {
        match u8::try_from(threshold) {
            Ok(threshold @ 1..=100) => Ok(Settings { threshold, weak }),
            _ => Err(ThresholdError { got: threshold }),
        }
    }
}

/// A listed name, read once when its list is opened.
struct Prepared {
    name: Name,
    at: usize,
    weak: bool,
}

struct Subject {
    list: usize,
    at: usize,
    names: Vec<Prepared>,
}

/// Lists, opened and ready to be asked.
pub struct Screener {
    lists: Vec<OpenList>,
    subjects: Vec<Subject>,
}

/// What a query finds in one designation.
enum Best<'a> {
    /// A name that makes a hit.
    Shown(Shown<'a>),
    /// Weak aliases, which make none.
    WeakOnly,
    /// Nothing at or above the threshold.
    Nothing,
}

/// A designation with the name that compared best, and the weak aliases that fit besides with their scores, in the order of
/// the list.
struct Shown<'a> {
    subject: &'a Subject,
    name: usize,
    comparison: Comparison,
    weak: Vec<(usize, u8)>,
}

impl Screener {
    /// A screener over the lists of packs, each verified first.
    ///
    /// # Errors
    /// [`PackError`] for the first pack that is refused; nothing is opened then.
    pub fn open<'a>(packs: impl IntoIterator<Item = &'a [u8]>) -> Result<Screener, PackError> {
        let mut lists = Vec::new();
        for bytes in packs {
            lists.extend(pack::open(bytes)?);
        }
        let mut subjects = Vec::new();
        for (list, open) in lists.iter().enumerate() {
            for (at, designation) in open.list.designations.iter().enumerate() {
                subjects.push(Subject { list, at, names: prepare(designation) });
            }
        }
        Ok(Screener { lists, subjects })
    }

    /// A screener over the embedded lists.
    ///
    /// # Errors
    /// [`PackError`] if the binary itself is damaged.
    pub fn embedded() -> Result<Screener, PackError> {
        Screener::open([EMBEDDED])
    }

    /// The lists that are loaded.
    pub fn lists(&self) -> Vec<Coverage> {
        self.lists.iter().map(report::coverage).collect()
    }

    /// All that is known of a designation, by the id of its list and its own.
    pub fn designation(&self, list: &str, id: &str) -> Option<Detail> {
        let open = self.lists.iter().find(|open| open.list.publication.list == list)?;
        let designation = open.list.designations.iter().find(|designation| designation.id == id)?;
        Some(report::detail(open, designation))
    }

    /// Screens a name. A query that cannot be compared, or not as a whole, is `not-screened` with its reasons; potential
    /// matches that were found all the same are shown.
    pub fn screen(&self, name: &str, settings: Settings) -> Screening {
        let mut reasons = self.refusals(name);
        // What can be compared all the same is compared: whatever it finds is worth showing beside the reason.
        let askable = reasons
            .iter()
            .all(|r| matches!(r.code, ReasonCode::UnsupportedScript | ReasonCode::SeveralNames | ReasonCode::Address));
        let (hits, weak_only) = if askable { self.hits(name, settings) } else { (Vec::new(), 0) };
        if reasons.is_empty() && hits.is_empty() && weak_only == 0 && says_too_little(name) {
            reasons.push(Reason { code: ReasonCode::TooCommon, value: None });
        }
        Screening {
            query: QueryEcho { name: name.to_owned() },
            status: if reasons.is_empty() { Status::Screened } else { Status::NotScreened },
            reasons,
            threshold: settings.threshold,
            weak_aliases: settings.weak,
            method: METHOD,
            lists: self.lists(),
            examined: if askable { self.subjects.len() } else { 0 },
            hits,
            weak_only,
        }
    }

    /// Why a query cannot be compared, or not as a whole.
    fn refusals(&self, name: &str) -> Vec<Reason> {
        let reason = |code, value| vec![Reason { code, value }];
        if self.subjects.is_empty() {
            return reason(ReasonCode::NoList, None);
        }
        if name.trim().is_empty() {
            return reason(ReasonCode::Empty, None);
        }
        if name.chars().count() > MOST_CHARACTERS {
            return reason(ReasonCode::TooLong, Some(MOST_CHARACTERS.to_string()));
        }
        let words = normalise::words(name);
        if !words.iter().any(|word| word.text.chars().any(char::is_alphabetic)) {
            return reason(ReasonCode::NoLetters, None);
        }
        if name.trim().contains(['\n', '\r', ';', '|', '\u{2028}', '\u{2029}']) {
            return reason(ReasonCode::SeveralNames, None);
        }
        if name.contains("://") || name.split_whitespace().any(is_mail_address) {
            return reason(ReasonCode::Address, None);
        }
        let mut scripts: Vec<&str> = words
            .iter()
            .flat_map(|word| word.text.chars())
            .map(|letter| letter.script())
            .filter(|script| !matches!(script, Script::Latin | Script::Common | Script::Inherited))
            .map(|script| script.full_name())
            .collect();
        scripts.sort_unstable();
        scripts.dedup();
        let unsupported = |script: &str| Reason { code: ReasonCode::UnsupportedScript, value: Some(script.to_owned()) };
        scripts.into_iter().map(unsupported).collect()
    }

    /// The potential matches, and how many parties a weak alias alone would have added.
    fn hits(&self, name: &str, settings: Settings) -> (Vec<Hit>, usize) {
        let readings = [Name::read(name, Reading::Person), Name::read(name, Reading::Organisation)];
        let mut found = Vec::new();
        let mut weak_only = 0;
        for subject in &self.subjects {
            match best(subject, &readings, settings) {
                Best::Shown(shown) => found.push(shown),
                Best::WeakOnly => weak_only += 1,
                Best::Nothing => {}
            }
        }
        // Strongest first, then primary names, then the order of the lists: no two are ever equal.
        let mut order: Vec<(i32, bool, usize)> = found
            .iter()
            .enumerate()
            .map(|(at, shown)| {
                let (_, designation) = self.facts(shown.subject);
                let other_name = designation.names[shown.name].kind != NameKind::Primary;
                (shown.comparison.deducted(), other_name, at)
            })
            .collect();
        order.sort_unstable();
        (order.into_iter().map(|(.., at)| self.hit(&found[at])).collect(), weak_only)
    }

    fn hit(&self, shown: &Shown) -> Hit {
        let (list, designation) = self.facts(shown.subject);
        let corroboration = shown
            .weak
            .iter()
            .map(|(at, score)| Corroboration { name: designation.names[*at].name.clone(), score: *score })
            .collect();
        report::hit(list, designation, &designation.names[shown.name], &shown.comparison, corroboration)
    }

    fn facts(&self, subject: &Subject) -> (&OpenList, &Designation) {
        let list = &self.lists[subject.list];
        (list, &list.list.designations[subject.at])
    }
}

fn prepare(designation: &Designation) -> Vec<Prepared> {
    let reading = Reading::of(designation.kind);
    let prepared = |(at, listed): (usize, &crate::designation::ListedName)| Prepared {
        name: Name::read(&listed.name, reading),
        at,
        weak: listed.quality == NameQuality::Weak,
    };
    designation.names.iter().enumerate().map(prepared).collect()
}

/// Holds a query against the names of a designation: the strong name that compares best is shown, or with weak aliases on
/// the best of all; weak aliases that fit besides corroborate it.
fn best<'a>(subject: &'a Subject, readings: &[Name; 2], settings: Settings) -> Best<'a> {
    let mut best: Option<(&Prepared, Comparison)> = None;
    let mut weak = Vec::new();
    for prepared in &subject.names {
        let query = if prepared.name.reading == Reading::Person { &readings[0] } else { &readings[1] };
        let comparison = score::compare(query, &prepared.name);
        if comparison.score() < settings.threshold {
            continue;
        }
        if prepared.weak {
            weak.push((prepared.at, comparison.score()));
        }
        let better = best.as_ref().is_none_or(|(_, best)| comparison.deducted() < best.deducted());
        if better && (settings.weak || !prepared.weak) {
            best = Some((prepared, comparison));
        }
    }
    match best {
        Some((prepared, comparison)) => {
            weak.retain(|(at, _)| *at != prepared.at);
            Best::Shown(Shown { subject, name: prepared.at, comparison, weak })
        }
        None if weak.is_empty() => Best::Nothing,
        None => Best::WeakOnly,
    }
}

/// Letters on both sides of an `@`.
fn is_mail_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(before, after)| !before.is_empty() && after.contains('.'))
}

/// Whether a query is one common word, or only words that are no names: nothing can be said of it.
fn says_too_little(query: &str) -> bool {
    [Reading::Person, Reading::Organisation].into_iter().any(|reading| {
        let name = Name::read(query, reading);
        let core: Vec<_> = name.words.iter().filter(|word| word.role == Role::Core).collect();
        name.bare || core.is_empty() || (core.len() == 1 && core[0].rarity <= weights::TOO_COMMON)
    })
}
