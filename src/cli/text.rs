//! Screenings as text for a person at a terminal.

use super::told;
use namesieve::METHOD;
use namesieve::diff::{Diff, Entry};
use namesieve::normalise;
use namesieve::ofac_search;
use namesieve::publication::Warning;
use namesieve::report::{Coverage, Hit, Part, ReadAs, Screening, Status};
use namesieve::score::Means;
use std::fmt::Write;

/// What was looked at; stands above every outcome.
pub fn coverage(lists: &[Coverage]) -> String {
    let designations: usize = lists.iter().map(|list| list.designations).sum();
    let mut text = format!("Looked at {} on {}:\n", count(designations, "designation"), count(lists.len(), "list"));
    for list in lists {
        let _ =
            writeln!(text, "  {} ({}, {}, {})", plain(&list.title), list.id, issued(list), count(list.names, "name"));
    }
    if lists.iter().any(|list| !list.complete) {
        text.push_str("  These are not the authority's whole lists.\n");
    }
    text
}

/// The lists with their digests.
pub fn lists(lists: &[Coverage]) -> String {
    let mut text = String::new();
    for list in lists {
        let _ = writeln!(text, "{}\n  {}\n  {}", plain(&list.id), plain(&list.title), plain(&list.scope));
        let (designations, names) = (count(list.designations, "designation"), count(list.names, "name"));
        let _ = writeln!(text, "  {}, {designations}, {names}\n  sha256 {}", issued(list), list.sha256);
    }
    text
}

fn issued(list: &Coverage) -> String {
    list.issued.as_ref().map_or("date of issue unknown".into(), |day| format!("issued {day}"))
}

/// A warning of a list.
pub fn warning(list: &str, warning: &Warning) -> String {
    match &warning.id {
        Some(id) => format!("{list} {id}: {}", plain(&warning.what)),
        None => format!("{list}: {}", plain(&warning.what)),
    }
}

/// What changed.
pub fn diff(diff: &Diff) -> String {
    let mut text =
        format!("{} added, {} removed, {} changed\n", diff.added.len(), diff.removed.len(), diff.changed.len());
    let entry = |entry: &Entry| format!("{} {}  {}", entry.list, entry.id, plain(&entry.name));
    for (sign, entries) in [('+', &diff.added), ('-', &diff.removed)] {
        for each in entries {
            let _ = writeln!(text, "{sign} {}", entry(each));
        }
    }
    for change in &diff.changed {
        let _ = writeln!(text, "* {}  ({})", entry(&change.entry), change.fields.join(", "));
    }
    text
}

/// One screening.
pub fn screening(screening: &Screening) -> String {
    let query = &screening.query;
    let number = query.number.as_ref().map(|number| number.as_written());
    // A number that stands without a name.
    let asked = if query.name.trim().is_empty() { number.unwrap_or_default() } else { &query.name };
    let name = visible(asked);
    let mut text = match (screening.status, screening.hits.len()) {
        (Status::NotScreened, _) => format!("\n{name}: NOT SCREENED\n"),
        (Status::Screened, 0) => {
            format!("\n{name}: no potential match on these lists (threshold {})\n", screening.threshold)
        }
        (Status::Screened, 1) => format!("\n{name}: 1 potential match (threshold {})\n", screening.threshold),
        (Status::Screened, n) => format!("\n{name}: {n} potential matches (threshold {})\n", screening.threshold),
    };
    if screening.method == ofac_search::METHOD {
        text.push_str(
            "  By an emulation of OFAC's own search, fitted on public recordings of it; not OFAC's answer.\n",
        );
    }
    for reason in &screening.reasons {
        let _ = writeln!(text, "  {}", reason);
    }
    if screening.status == Status::NotScreened && !screening.hits.is_empty() {
        text.push_str("  Potential matches were found all the same:\n");
    }
    if screening.hits.is_empty()
        && screening.status == Status::Screened
        && query.read_as == ReadAs::Name
        && screening.method == METHOD
        && normalise::words(&screening.query.name).len() == 1
    {
        text.push_str("  It is one word, which was compared with family names and the telling words of organisations: give more of the name.\n");
    }
    if query.read_as == ReadAs::Identifier {
        text.push_str(
            "  It was read as an identity number: looked for among the numbers of all designations, and as a name.\n",
        );
    }
    let mut contradicted = screening.hits.iter().filter(|hit| hit.contradicted).count();
    for found in &screening.hits {
        if found.contradicted && contradicted > 0 {
            let those = count_of(contradicted, "potential match", "potential matches");
            let _ = writeln!(text, "\n  What you know contradicts the last {those}, shown all the same:");
            contradicted = 0;
        }
        text.push_str(&hit(found));
    }
    if screening.weak_only > 0 {
        let parties = count_of(screening.weak_only, "party has", "parties have");
        let _ = writeln!(text, "  {parties} a like name only as a weak alias; --weak shows them.");
    }
    if !screening.hits.is_empty() {
        text.push_str("  Names that are alike are not yet the same party: a person decides.\n");
    }
    text
}

/// A potential match.
pub fn hit(hit: &Hit) -> String {
    let mut about = vec![format!("{} {}", hit.list, hit.id), format!("{:?}", hit.kind).to_lowercase()];
    about.extend(hit.births.iter().map(|birth| format!("born {birth}")));
    about.extend(hit.nationalities.iter().cloned());
    about.extend(hit.titles.iter().cloned());
    let mut text = format!("\n  {:>3}  {}  ({})\n", hit.score, plain(&hit.name), plain(&about.join(", ")));
    let which = format!("{:?} {:?}", hit.matched.quality, hit.matched.kind).to_lowercase();
    // A hit by its number, where there is no name to compare, has nothing to explain.
    if hit.identifier.is_none() || !hit.explanation.is_empty() {
        let _ = writeln!(text, "       compared with the {which} name {}", plain(&hit.matched.name));
    }
    if let Some(held) = &hit.identifier {
        let _ = writeln!(text, "       has the number {} ({})", plain(&held.number), plain(&held.kind));
    }
    for finding in &hit.facts {
        let _ = writeln!(text, "       {}", plain(&told::finding(finding)));
    }
    for part in &hit.explanation {
        let _ = writeln!(text, "       {:>4}  {}", part.points, plain(&explain(part)));
    }
    let emulated = hit.explanation.iter().any(|part| part.means == Means::Emulation);
    if let Some(score) = hit.ofac_search.filter(|_| !emulated) {
        let _ = writeln!(text, "       OFAC's own search would show about {score}");
    }
    for measure in &hit.measures {
        let by = [&measure.programme, &measure.authority].into_iter().filter(|words| !words.is_empty());
        let by: Vec<&str> = by.map(String::as_str).collect();
        let by = if by.is_empty() { String::new() } else { format!("{}: ", by.join(", ")) };
        let _ = writeln!(text, "       {}", plain(&format!("{by}{}", measure.effect)));
        if !measure.rule.is_empty() {
            let _ = writeln!(text, "       {}", plain(&measure.rule));
        }
        let days = [
            ("listed", &measure.listed),
            ("in effect from", &measure.effective),
            ("divestment until", &measure.divest_by),
        ];
        let days: Vec<String> =
            days.iter().filter_map(|(what, day)| day.as_ref().map(|day| format!("{what} {day}"))).collect();
        if !days.is_empty() {
            let _ = writeln!(text, "       {}", days.join(", "));
        }
    }
    for alias in &hit.corroboration {
        let _ = writeln!(text, "       also fits the weak alias {} ({})", plain(&alias.name), alias.score);
    }
    text
}

/// What was seen, and as what words of other scripts were read.
fn explain(part: &Part) -> String {
    let latin = part.latin.iter().flat_map(|latin| {
        [(&part.query, &latin.query), (&part.listed, &latin.listed)]
            .into_iter()
            .filter_map(|(word, latin)| latin.as_ref().map(|latin| format!("; {word} read as {latin}")))
    });
    std::iter::once(observation(part)).chain(latin).collect()
}

fn observation(part: &Part) -> String {
    let (query, listed) = (&part.query, &part.listed);
    match part.means {
        Means::Same => format!("{query} = {listed}"),
        Means::Spelling => format!("{query} is spelled like {listed}"),
        Means::Sound => format!("{query} sounds like {listed}"),
        Means::Family => format!("{query} is a spelling of {listed}"),
        Means::Transliteration => format!("{query} is {listed} in another script"),
        Means::Nickname => format!("{query} and {listed}: a name and its short form"),
        Means::Acronym => format!("{query} and {listed}: words and their first letters"),
        Means::Initial => format!("{query} and {listed}: an initial and its word"),
        Means::Glued => format!("{query} = {listed}, written together or apart"),
        Means::Order => "the words stand in another order".into(),
        Means::Missing => format!("{listed} is listed and was not given"),
        Means::Extra => format!("{query} was given and is not listed"),
        Means::Contradicting => format!("{query} stands against {listed}"),
        Means::Particle | Means::Title => format!("{query}{listed} is on one side only"),
        Means::LegalForm if query.is_empty() || listed.is_empty() => {
            format!("the legal form {query}{listed} is on one side only")
        }
        Means::LegalForm => format!("the legal forms {query} and {listed} differ"),
        Means::Number if query.is_empty() || listed.is_empty() => {
            format!("the number {query}{listed} is on one side only")
        }
        Means::Number => format!("the numbers {query} and {listed} differ"),
        Means::Single => "only one word agrees".into(),
        Means::Describing => "what agrees only describes an organisation".into(),
        Means::Thin => "little of the name is there, and not exactly".into(),
        Means::Common if part.points < 0 => "the words that agree are common".into(),
        Means::Common => "the words that agree are rare".into(),
        Means::Emulation => format!("{query} and {listed}, by an emulation of OFAC's own search"),
    }
}

/// A name is shown to this many characters; whoever gives a longer one knows it.
const SHOWN: usize = 200;

/// A text of a list for a terminal, as a whole.
pub fn plain(text: &str) -> String {
    let hidden = |c: char| c.is_control() || normalise::is_invisible(c);
    text.chars().map(|c| if hidden(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}

/// A text for a terminal: what controls the terminal or cannot be seen is shown as its code and not obeyed.
fn visible(text: &str) -> String {
    let mut shown = plain(&text.chars().take(SHOWN).collect::<String>());
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// So many of something.
pub fn count(n: usize, what: &str) -> String {
    count_of(n, what, &format!("{what}s"))
}

fn count_of(n: usize, one: &str, more: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { more })
}
