//! The public JSON: what a screening says and what is known of a designation. One definition for the command line, the
//! wasm door and the npm package; the order of fields here is the order of keys there.

mod detail;
mod reason;
mod scanned;

pub use detail::{Birth, Detail, Direction, Tie, detail};
pub use scanned::{Mention, Mentioned, Scanned};

use crate::designation::{
    self, Designation, ListedName, MeasureKind, NameKind, NameQuality, Programme, Reference, SubjectKind,
};
use crate::facts::{Finding, Given};
use crate::identifier::{Held, Number};
use crate::ofac_search;
use crate::pack::{Head, OpenList, hex};
use crate::score::{Comparison, Latin, Means};
use serde::{Deserialize, Serialize};

/// A screening: what was asked, whether it was truly looked for, where, and what may be meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Screening {
    /// What was asked.
    pub query: QueryEcho,
    /// Whether the tool truly looked. Without hits, only `screened` means that there is no potential match.
    pub status: Status,
    /// Why it did not look; empty when screened.
    pub reasons: Vec<Reason>,
    /// The score from which a listed name is a hit, 1 to 100.
    pub threshold: u8,
    /// Whether a weak alias alone makes a hit.
    pub weak_aliases: bool,
    /// The method and its version.
    pub method: &'static str,
    /// The lists that were looked at.
    pub lists: Vec<Coverage>,
    /// Lists that are loaded and switched off.
    pub off: Vec<Coverage>,
    /// How many designations were compared.
    pub examined: usize,
    /// The potential matches: those with the identity number first, then the strongest, and those that the facts contradict
    /// last.
    pub hits: Vec<Hit>,
    /// How many parties are reached by a weak alias alone and are therefore not among the hits.
    pub weak_only: usize,
}

/// The question, as it was put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueryEcho {
    /// The name.
    pub name: String,
    /// As what it was read.
    pub read_as: ReadAs,
    /// The identity number that was looked for: the query itself, or the one among the facts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    /// The facts that were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Given>,
}

/// As what a query was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ReadAs {
    /// A name.
    Name,
    /// An identity number: looked for among those of all designations, and compared as a name besides.
    Identifier,
}

/// Whether the tool truly looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Every listed name was compared with the whole query.
    Screened,
    /// The query could not be compared, or not all of it.
    NotScreened,
}

/// Why a query was not screened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// A stable code.
    pub code: ReasonCode,
    /// What the code is about, for example the script.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// The reasons for which a query is not screened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonCode {
    /// Nothing was typed.
    Empty,
    /// There is no letter in the query.
    NoLetters,
    /// The query is longer than a name; the value is the limit in characters.
    TooLong,
    /// Letters of a script that this version cannot compare; the value names it.
    UnsupportedScript,
    /// One word that is common, or that is a word of a listed name and no more; an initial; a title. It fits too many parties for
    /// "no potential match" to mean anything.
    TooLittle,
    /// Characters that cannot be compared; the value names them.
    Unreadable,
    /// Several names at once, on lines of their own or with semicolons between them.
    SeveralNames,
    /// A web or e-mail address.
    Address,
    /// The identity number, which the value tells, fails its own checksum, and no list has it as it stands.
    MistypedNumber,
    /// No list is loaded, or all of them are switched off.
    NoList,
    /// Of a row of a file: it has more cells than the header, so that nobody can tell which is the name; the value is how many.
    TooManyCells,
    /// Of a row of a file: one of its cells has more characters than a cell has; the value is how many.
    LongCell,
    /// Of a row of a file: a cell goes on over lines that read like rows of their own; the value is how the first begins.
    RowsWithin,
    /// Of a row of a file: screening was stopped before it.
    Stopped,
    /// Of a row of a file: the engine went away over it each time that it was tried.
    Failed,
    /// Nothing was found, and lists that were looked at are older than the age that was set, or of an unknown one; the value
    /// names them.
    OutOfDate,
    /// Of a text: it has more characters than are searched; the value is the limit.
    LongText,
    /// Of a text: so many mentions were found, the value, that the search was ended before the end of the text.
    ManyMentions,
    /// Of a text: the search was stopped before the end of it.
    Unfinished,
    /// Of a text: parts of the document are not in it; they are told beside it.
    Unread,
}

/// What of a list was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The list's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub authority: String,
    /// Date of issue (ISO 8601), where it is known.
    pub issued: Option<String>,
    /// What part of the list this is.
    pub scope: String,
    /// Whether it is the whole list.
    pub complete: bool,
    /// Whether it goes out of date.
    pub ages: bool,
    /// Number of designations.
    pub designations: usize,
    /// Number of names.
    pub names: usize,
    /// SHA-256 of the list's section in its pack.
    pub sha256: String,
}

/// A potential match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The list's id.
    pub list: String,
    /// The designation's id.
    pub id: String,
    /// Its primary name.
    pub name: String,
    /// Its kind.
    pub kind: SubjectKind,
    /// 0 to 100: the closeness of the names. A hit by its number alone, with no name to compare, has 100.
    pub score: u8,
    /// The score that OFAC's own search would show for this party, by an emulation; nothing where it would not show it.
    #[serde(rename = "ofacSearch")]
    pub ofac_search: Option<u8>,
    /// The place among the hits, from 0, of the first one that is the same party; its own where there is none before it.
    pub party: usize,
    /// The listed name that compared best.
    pub matched: Matched,
    /// Codes of its programmes.
    pub programmes: Vec<String>,
    /// What the listing does.
    pub measures: Vec<Measure>,
    /// Dates of birth as published.
    pub births: Vec<String>,
    /// Nationalities.
    pub nationalities: Vec<String>,
    /// Titles and offices.
    pub titles: Vec<String>,
    /// Countries of its addresses.
    pub places: Vec<String>,
    /// Why it is shown: the parts add up from 100 to the score.
    pub explanation: Vec<Part>,
    /// Weak aliases that fit as well.
    pub corroboration: Vec<Corroboration>,
    /// The listed identity number that was asked for.
    pub identifier: Option<Held>,
    /// What each fact that was given says of it.
    pub facts: Vec<Finding>,
    /// Whether the facts contradict it strongly: it stands last, and counts.
    pub contradicted: bool,
}

/// The listed name that compared best.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Matched {
    /// As listed.
    pub name: String,
    /// Primary, alias or former.
    pub kind: NameKind,
    /// Strong or weak.
    pub quality: NameQuality,
}

/// What a listing does, under one programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    /// The programme's code; empty where the list names none.
    pub programme: String,
    /// The kind of measure.
    pub kind: MeasureKind,
    /// The legal act.
    pub authority: String,
    /// What the programme is about.
    pub title: String,
    /// The effect in one plain sentence.
    pub effect: String,
    /// The rule about companies that a listed party owns.
    pub rule: String,
    /// Day of listing (ISO 8601).
    pub listed: Option<String>,
    /// Day from which it applies, where it is another one.
    pub effective: Option<String>,
    /// Last day of the divestment period.
    pub divest_by: Option<String>,
    /// Official pages.
    pub references: Vec<Reference>,
}

/// One part of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// By which means words met or failed to.
    pub means: Means,
    /// The words of the query, as written.
    pub query: String,
    /// The words of the listed name, as written.
    pub listed: String,
    /// The Latin spellings by which they met, if they are not written in one script.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latin: Option<Latin>,
    /// Points: 100 and all of them are the score.
    pub points: i32,
}

/// A weak alias that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Corroboration {
    /// The weak alias.
    pub name: String,
    /// Its score.
    pub score: u8,
}

/// The coverage of a list.
pub fn coverage(open: &OpenList) -> Coverage {
    let publication = &open.head.publication;
    Coverage {
        id: publication.list.clone(),
        title: publication.title.clone(),
        authority: publication.authority.clone(),
        issued: publication.issued.map(|day| day.to_string()),
        scope: publication.scope.clone(),
        complete: publication.complete,
        ages: publication.ages,
        designations: open.subjects.len(),
        names: open.subjects.iter().map(|subject| subject.names.len()).sum(),
        sha256: hex(&open.sha256),
    }
}

/// A designation as a hit; with the query as OFAC's own search would take it, if it can.
pub fn hit(
    list: &OpenList,
    designation: &Designation,
    name: &ListedName,
    comparison: &Comparison,
    party: usize,
    corroboration: Vec<Corroboration>,
    ofac: Option<&ofac_search::Query>,
) -> Hit {
    let mut places: Vec<String> = designation.addresses.iter().filter_map(|address| address.country.clone()).collect();
    places.dedup();
    Hit {
        list: list.head.publication.list.clone(),
        id: designation.id.clone(),
        name: designation.primary_name().to_owned(),
        kind: designation.kind,
        score: comparison.score(),
        ofac_search: ofac.and_then(|query| query.best(designation.names.iter().map(|name| name.name.as_str()))),
        party,
        matched: Matched { name: name.name.clone(), kind: name.kind, quality: name.quality },
        programmes: designation.programmes.clone(),
        measures: measures(&list.head, designation),
        births: designation.births.iter().map(|birth| birth.published.clone()).collect(),
        nationalities: designation.nationalities.clone(),
        titles: designation.titles.clone(),
        places,
        explanation: crate::explain::parts(comparison),
        corroboration,
        identifier: None,
        facts: Vec::new(),
        contradicted: false,
    }
}

/// Each measure under each programme: what applies, by which legal act.
fn measures(list: &Head, designation: &Designation) -> Vec<Measure> {
    let day = |day: Option<crate::date::Day>| day.map(|day| day.to_string());
    let measure = |measure: &designation::Measure, programme: Option<&Programme>| Measure {
        programme: programme.map_or(String::new(), |p| p.code.clone()),
        kind: measure.kind,
        authority: programme.map_or(String::new(), |p| p.authority.clone()),
        title: programme.map_or(String::new(), |p| p.title.clone()),
        effect: measure.effect.clone(),
        rule: measure.rule.clone(),
        listed: day(designation.listed),
        effective: day(designation.effective),
        divest_by: day(designation.divest_by),
        references: programme.iter().flat_map(|p| &p.references).chain(&measure.references).cloned().collect(),
    };
    let of = |id: &String| list.measures.iter().find(|m| m.id == *id);
    let programmes: Vec<&Programme> =
        designation.programmes.iter().filter_map(|code| list.programmes.iter().find(|p| p.code == *code)).collect();
    let under = |each: &designation::Measure| match programmes.is_empty() {
        true => vec![measure(each, None)],
        false => programmes.iter().map(|programme| measure(each, Some(programme))).collect(),
    };
    designation.measures.iter().filter_map(of).flat_map(under).collect()
}
