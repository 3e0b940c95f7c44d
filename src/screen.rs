//! Screening: one name against all names of all loaded lists.

mod best;
mod by_ofac_search;
mod narrowed;
mod numbers;
mod ranking;
mod scan;

use crate::date::Day;
use crate::designation::NameQuality;
use crate::facts::Facts;
use crate::identifier::{Number, Register};
use crate::name::{Forms, Name, Reading};
use crate::ofac_search;
use crate::pack::{self, Head, OpenList, PackError, Subject};
use crate::publication::Publication;
use crate::question;
use crate::report::{self, Coverage, Detail, QueryEcho, ReadAs, Reason, ReasonCode, Screening, Status};
use crate::score::{Asked, Index, Spelt, weights};
use best::{Best, Compared, Shown, best};
pub use scan::Scan;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// The method and its version; it changes whenever any score may.
pub const METHOD: &str = "namesieve/4";

/// The pack that is embedded in the library: OFAC's action of 10 December 2021.
pub const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/embedded.pack"));

/// How to screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    threshold: u8,
    weak: bool,
    exhaustive: bool,
    /// Today, and the age in days from which a list is out of date.
    oldest: Option<(Day, u32)>,
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
        Settings { threshold: weights::DEFAULT_THRESHOLD, weak: false, exhaustive: false, oldest: None }
    }
}

impl Settings {
    /// Settings with a threshold (1 to 100), and whether weak aliases alone make hits.
    ///
    /// # Errors
    /// [`ThresholdError`] for a threshold outside its range.
    pub fn new(threshold: i64, weak: bool) -> Result<Settings, ThresholdError> {
        match u8::try_from(threshold) {
            Ok(threshold @ 1..=100) => Ok(Settings { threshold, weak, ..Settings::default() }),
            _ => Err(ThresholdError { got: threshold }),
        }
    }

    /// The same settings, under which the name is compared with every listed name, whether or not it can be a potential match: the
    /// result is the same and comes hundreds of times later. It is there to check the index by which screening is fast.
    pub fn exhaustively(self) -> Settings {
        Settings { exhaustive: true, ..self }
    }

    /// The same settings, under which a result without hits is `not-screened` when a list that was looked at is older than
    /// so many days today, or of an unknown age. The screener itself has no clock.
    pub fn oldest(self, today: Day, days: u32) -> Settings {
        Settings { oldest: Some((today, days)), ..self }
    }
}

/// A listed name, read once when its list is opened.
struct PreparedName {
    name: Name,
    at: usize,
    weak: bool,
}

/// A designation whose names have been read.
struct Prepared {
    list: usize,
    at: usize,
    names: Vec<PreparedName>,
    /// The number of the first of them among all listed names.
    first: usize,
}

/// Lists, opened and ready to be asked.
pub struct Screener {
    lists: Arc<Vec<OpenList>>,
    coverage: Vec<Coverage>,
    /// For each list, whether it is looked at.
    on: Vec<bool>,
    subjects: Vec<Prepared>,
    /// The place in `subjects` of each listed name.
    subject_of: Vec<u32>,
    index: Index,
    /// Who has which identity number, by the places of `subjects`; made when a number is first asked for.
    register: OnceLock<Register>,
    /// The listed words by their spellings; made when a text is first searched.
    spelt: OnceLock<Spelt>,
}

impl Screener {
    /// A screener over the lists of packs, each verified first, and let go before the next is asked for.
    ///
    /// # Errors
    /// [`PackError`] for the first pack that is refused; nothing is opened then.
    pub fn open<P: AsRef<[u8]>>(packs: impl IntoIterator<Item = P>) -> Result<Screener, PackError> {
        let mut lists = Vec::new();
        for bytes in packs {
            lists.extend(pack::open(bytes.as_ref())?);
        }
        name_partial_editions(&mut lists);
        let mut ids = BTreeSet::new();
        if let Some(twice) = lists.iter().find(|open| !ids.insert(open.head.publication.list.as_str())) {
            return Err(PackError::Twice { list: twice.head.publication.list.clone() });
        }
        let on = vec![true; lists.len()];
        Ok(Screener::over(Arc::new(lists), on, &|open| (0..open.subjects.len()).collect()))
    }

    /// A screener over the designations at these places of each list.
    fn over(lists: Arc<Vec<OpenList>>, on: Vec<bool>, places: &dyn Fn(&OpenList) -> Vec<usize>) -> Screener {
        let (mut subjects, mut subject_of, mut index) = (Vec::new(), Vec::new(), Index::default());
        let mut forms = Forms::default();
        for (list, open) in lists.iter().enumerate() {
            for (at, subject) in places(open).into_iter().filter_map(|at| Some((at, open.subjects.get(at)?))) {
                let (names, first) = (prepare(subject, &mut index, &mut forms), subject_of.len());
                subject_of.extend(names.iter().map(|_| subjects.len() as u32));
                subjects.push(Prepared { list, at, names, first });
            }
        }
        index.close();
        let coverage = lists.iter().map(report::coverage).collect();
        Screener { lists, coverage, on, subjects, subject_of, index, register: OnceLock::new(), spelt: OnceLock::new() }
    }

    /// Switches a list off or on again; says whether there is such a list. What is off is not looked at, and every screening
    /// says so.
    pub fn switch(&mut self, list: &str, on: bool) -> bool {
        let found = self.coverage.iter().position(|coverage| coverage.id == list);
        if let Some(at) = found {
            self.on[at] = on;
        }
        found.is_some()
    }

    /// A screener over the embedded lists.
    ///
    /// # Errors
    /// [`PackError`] if the binary itself is damaged.
    pub fn embedded() -> Result<Screener, PackError> {
        Screener::open([EMBEDDED])
    }

    /// The lists that are loaded, on or off.
    pub fn lists(&self) -> &[Coverage] {
        &self.coverage
    }

    /// What the pack says of a list: its measures, the files it was read from and what was noticed while reading them.
    pub fn head(&self, list: &str) -> Option<&Head> {
        self.lists.iter().map(|open| &open.head).find(|head| head.publication.list == list)
    }

    /// All that is known of a designation, by the id of its list and its own.
    pub fn designation(&self, list: &str, id: &str) -> Option<Detail> {
        let open = self.lists.iter().find(|open| open.head.publication.list == list)?;
        let at = open.subjects.iter().position(|subject| subject.id == id)?;
        Some(report::detail(open, &open.designation(at)))
    }

    /// Screens a name. A query that cannot be compared, or not as a whole, is `not-screened` with its reasons; potential
    /// matches that were found all the same are shown.
    pub fn screen(&self, name: &str, settings: Settings) -> Screening {
        self.screen_with(name, &Facts::default(), settings)
    }

    /// Screens a name with what else is known of the party ([`facts`]). Whatever is found with the name alone is found with
    /// any facts. A name that looks like an identity number is looked for among those as well; so is the number among the
    /// facts, which may stand alone.
    ///
    /// [`facts`]: crate::facts
    pub fn screen_with(&self, name: &str, facts: &Facts, settings: Settings) -> Screening {
        let [lists, off] = self.on_and_off();
        let (given, written) = (facts.identifier(), numbers::in_query(name));
        let held = |number: Option<&Number>| number.map_or(Vec::new(), |number| self.holders(number));
        let (mut holders, others) = (held(given), held(written.as_ref()));
        let by_number = match &written {
            Some(_) => !others.is_empty() || Number::bare(name).is_some(),
            None => given.is_some() && name.trim().is_empty(),
        };
        let lost = [given.filter(|_| holders.is_empty()), written.as_ref().filter(|_| others.is_empty())];
        let mistyped = lost.into_iter().flatten().filter(|number| number.is_mistyped());
        let mistyped: Vec<Reason> = mistyped.map(numbers::mistyped).collect();
        holders.extend(others);
        let refusal = match lists.is_empty() {
            true => Some(Reason { code: ReasonCode::NoList, value: None }),
            false if by_number => None,
            false => question::refusal(name),
        };
        let askable = refusal.is_none();
        let (mut reasons, mut hits, mut weak_only) = (Vec::from_iter(refusal), Vec::new(), 0);
        if askable {
            reasons = question::doubts(name);
            reasons.retain(|reason| !by_number || reason.code != ReasonCode::NoLetters);
            let readings = question::readings(name);
            let ofac = ofac_search::Query::new(name).filter(|_| !by_number);
            let parts = question::parts(name);
            let whole = std::iter::once(readings.clone());
            let all = whole.chain(parts.iter().map(|part| question::readings(part)));
            let asked: Vec<Asked> = all.map(|readings| Asked::new(readings, &self.index)).collect();
            let mut found;
            (found, weak_only) = self.found(&asked, settings);
            let none = found.is_empty() && weak_only == 0 && holders.is_empty();
            if reasons.is_empty()
                && none
                && !by_number
                && (question::says_too_little(&readings) || self.has_word(&readings, &asked[0], settings))
            {
                reasons.push(Reason { code: ReasonCode::TooLittle, value: None });
            }
            reasons.extend(mistyped);
            weak_only -= self.add(holders, &mut found, (!by_number).then_some(asked.as_slice()), settings);
            if found.is_empty() {
                reasons.extend(out_of_date(&lists, settings));
            }
            hits = self.hits(&found, facts, ofac.as_ref().filter(|_| parts.is_empty()));
        }
        Screening {
            query: QueryEcho {
                name: name.to_owned(),
                read_as: if by_number { ReadAs::Identifier } else { ReadAs::Name },
                number: given.cloned().or(written.filter(|_| by_number)),
                facts: facts.echo(),
            },
            status: if reasons.is_empty() { Status::Screened } else { Status::NotScreened },
            reasons,
            threshold: settings.threshold,
            weak_aliases: settings.weak,
            method: METHOD,
            examined: if askable { lists.iter().map(|list| list.designations).sum() } else { 0 },
            lists,
            off,
            hits,
            weak_only,
        }
    }

    /// What is looked at, and what is switched off.
    fn on_and_off(&self) -> [Vec<Coverage>; 2] {
        let (on, off): (Vec<_>, Vec<_>) = self.coverage.iter().cloned().zip(&self.on).partition(|(_, on)| **on);
        [on, off].map(|part| part.into_iter().map(|(coverage, _)| coverage).collect())
    }

    /// Whether a query of one word is close to a word of a strong listed name: a given name, say. Nobody can tell then
    /// whether it is that party.
    fn has_word(&self, readings: &[Name; 3], asked: &Asked, settings: Settings) -> bool {
        let Some([person, organisation]) = question::only_word(readings) else { return false };
        let word = |reading| if reading == Reading::Person { person } else { organisation };
        if settings.exhaustive {
            let mut names = self.looked_at().flat_map(|subject| &subject.names).filter(|prepared| !prepared.weak);
            return names.any(|prepared| asked.has_word(word(prepared.name.reading), &prepared.name));
        }
        Reading::ALL.into_iter().any(|reading| {
            asked.close(&self.index, reading, word(reading)).any(|name| {
                let (subject, prepared) = self.listed(name);
                self.on[subject.list] && !prepared.weak && prepared.name.reading == reading
            })
        })
    }

    /// A listed name by its number, and whose it is.
    fn listed(&self, name: u32) -> (&Prepared, &PreparedName) {
        let subject = &self.subjects[self.subject_of[name as usize] as usize];
        (subject, &subject.names[name as usize - subject.first])
    }

    /// What is found by name, and how many parties a weak alias alone would have added. The query is asked as a whole and in
    /// parts, if it has any.
    fn found(&self, asked: &[Asked], settings: Settings) -> (Vec<Shown<'_>>, usize) {
        let prospects = |query: &Asked| query.prospects(&self.index, settings.threshold);
        let prospects: Option<Vec<_>> = if settings.exhaustive { None } else { asked.iter().map(prospects).collect() };
        let mut found = Vec::new();
        let mut weak_only = 0;
        let mut take = |best| match best {
            Best::Shown(shown) => found.push(shown),
            Best::WeakOnly => weak_only += 1,
            Best::Nothing => {}
        };
        let Some(prospects) = prospects else {
            self.looked_at().for_each(|subject| take(best(subject, every_name(subject, asked), settings)));
            return (found, weak_only);
        };
        let mut names: Vec<u32> = prospects.iter().flatten().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        for of_subject in names.chunk_by(|a, b| self.subject_of[*a as usize] == self.subject_of[*b as usize]) {
            let (subject, _) = self.listed(of_subject[0]);
            if !self.on[subject.list] {
                continue;
            }
            let names = of_subject.iter().filter_map(|name| {
                let (_, listed) = self.listed(*name);
                let compared = asked.iter().zip(&prospects).filter_map(|(query, prospects)| {
                    let at = prospects.binary_search_by_key(name, |(name, _)| *name).ok()?;
                    Some(Compared::new(query, listed, query.compare(&listed.name, prospects[at].1)?))
                });
                Some((listed, Compared::closest(compared)?))
            });
            take(best(subject, names, settings));
        }
        (found, weak_only)
    }

    /// The designations of the lists that are on.
    fn looked_at(&self) -> impl Iterator<Item = &Prepared> {
        self.subjects.iter().filter(|subject| self.on[subject.list])
    }
}

/// Compares all names of a designation with a query, as a whole and in parts.
fn every_name<'a, 'b>(
    subject: &'a Prepared,
    asked: &'b [Asked<'b>],
) -> impl Iterator<Item = (&'a PreparedName, Compared<'b>)> {
    subject.names.iter().filter_map(|listed| {
        let compared = |query: &'b Asked| Compared::new(query, listed, query.compare_alone(&listed.name));
        Some((listed, Compared::closest(asked.iter().map(compared))?))
    })
}

/// A part of a list beside the whole of it, such as the embedded action beside the SDN List, is named with its date so that
/// each keeps an id of its own; and so is one beside a part that was issued later.
fn name_partial_editions(lists: &mut [OpenList]) {
    let editions: Vec<Publication> = lists.iter().map(|open| open.head.publication.clone()).collect();
    for publication in lists.iter_mut().map(|open| &mut open.head.publication).filter(|each| !each.complete) {
        let goes_before = |other: &Publication| other.complete || other.issued > publication.issued;
        let beside = editions.iter().any(|other| other.list == publication.list && goes_before(other));
        if let Some(issued) = publication.issued.filter(|_| beside) {
            publication.list = format!("{}@{issued}", publication.list);
        }
    }
}

/// The lists that are too old for a result without hits to mean anything.
fn out_of_date(lists: &[Coverage], settings: Settings) -> Option<Reason> {
    let (today, days) = settings.oldest?;
    let old = |list: &&Coverage| {
        let issued = list.issued.as_ref().and_then(|day| day.parse::<Day>().ok());
        // The day before tomorrow is today somewhere; a date beyond that is wrong, so the age is unknown.
        let known = issued.map(|issued| issued.until(today)).filter(|age| *age >= -1);
        list.ages && known.is_none_or(|age| age > i64::from(days))
    };
    let old: Vec<&str> = lists.iter().filter(old).map(|list| list.id.as_str()).collect();
    let value = Some(old.join(", ")).filter(|value| !value.is_empty())?;
    Some(Reason { code: ReasonCode::OutOfDate, value: Some(value) })
}

fn prepare(subject: &Subject, index: &mut Index, forms: &mut Forms) -> Vec<PreparedName> {
    let reading = Reading::of(subject.kind);
    let prepared = |(at, listed): (usize, &crate::designation::ListedName)| {
        let mut name = Name::read_among(&listed.name, reading, forms);
        index.add(&mut name);
        PreparedName { name, at, weak: listed.quality == NameQuality::Weak }
    };
    subject.names.iter().enumerate().map(prepared).collect()
}
