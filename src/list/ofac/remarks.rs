//! The remarks of a record: in the plain XML what has no element of its own, in the CSV family nearly everything.
//!
//! The CSV family writes them as clauses that are separated by semicolons and ended by one full stop:
//!
//! ```text
//! DOB 21 Jan 1961; alt. DOB 1960; POB Natalin, Burma; nationality Burma; citizen Burma; Gender Male;
//! Passport DM005096 (Burma) issued 05 Feb 2019 expires 04 Feb 2029; a.k.a. 'KA PA SA'; Linked To: SEK STUDIO.
//! ```
//!
//! A quoted a.k.a. in the remarks is a weak alias; the strong ones have a file of their own. A clause that is none of these,
//! such as an office, stays as it is among the remarks.

use super::draft::Draft;
use super::labels;
use super::particular::Particular;
use crate::date::PartialDate;
use crate::designation::NameQuality;
use crate::list::notices::Notices;
use crate::list::push_new;

/// Reads the remarks of the plain XML: ties to other records, and text.
pub fn read_plain(remarks: &str, draft: &mut Draft) {
    let mut rest = remarks.to_owned();
    while let Some((from, to)) = tie(&rest) {
        draft.ties.push(rest[from + TIE.len()..to].trim().to_owned());
        rest.replace_range(from..=to, "");
    }
    let left: Vec<&str> = rest.split("; ").map(|part| part.trim().trim_end_matches(';')).collect();
    let left = left.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    draft.remark(left);
}

const TIE: &str = "(Linked To: ";

/// Where a tie in brackets begins and where its bracket closes; names have brackets of their own.
fn tie(text: &str) -> Option<(usize, usize)> {
    let from = text.find(TIE)?;
    let mut depth = 0_usize;
    for (at, letter) in text[from..].char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 1 => return Some((from, from + at)),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Reads the remarks of the CSV family. They end with a full stop, unless they are longer than the column; then what the
/// last clause says is not known, and it is kept as text alone.
pub fn read_clauses(remarks: &str, draft: &mut Draft, weak: &mut Vec<(String, String)>) {
    let remarks = remarks.trim();
    let (text, whole) = match remarks.strip_suffix('.') {
        // An abbreviation at the end lends its full stop: `S.A.`, `n.e.c.`
        Some(text) if ends_in_abbreviation(text) => (remarks, true),
        Some(text) => (text, true),
        None => (remarks, false),
    };
    let mut clauses = clauses(text);
    let cut = if whole { None } else { clauses.pop() };
    let mut left = Vec::new();
    for clause in clauses {
        // The column of titles stands in the remarks once more.
        if !clause_of(&clause, draft, weak) && !draft.designation.titles.contains(&clause) {
            left.push(clause);
        }
    }
    draft.remark(left.join("; "));
    if let Some(cut) = cut {
        draft.fact("Remarks, cut off", cut);
    }
}

/// Whether a text ends in single letters that full stops keep apart.
fn ends_in_abbreviation(text: &str) -> bool {
    let last = text.rsplit([' ', ',', '(', '-']).next().unwrap_or_default();
    last.contains('.') && last.split('.').all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// The clauses; the type of an organisation may hold a semicolon of its own, after which it goes on in small letters.
fn clauses(text: &str) -> Vec<String> {
    let mut clauses: Vec<String> = Vec::new();
    for part in text.split("; ").map(str::trim).filter(|part| !part.is_empty()) {
        match clauses.last_mut() {
            Some(last)
                if last.starts_with("Organization Type: ")
                    && part.starts_with(char::is_lowercase)
                    && !STARTS.iter().any(|start| part.starts_with(start)) =>
            {
                last.push_str("; ");
                last.push_str(part);
            }
            _ => clauses.push(part.to_owned()),
        }
    }
    clauses
}

/// How clauses begin that have a small letter first.
const STARTS: [&str; 6] = ["alt. ", "nationality ", "citizen ", "a.k.a. ", "f.k.a. ", "n.k.a. "];

/// Puts a clause where it belongs; false for one that is not understood.
fn clause_of(clause: &str, draft: &mut Draft, weak: &mut Vec<(String, String)>) -> bool {
    // `alt.` says that there is more than one, which the number of values says as well.
    let text = clause.strip_prefix("alt. ").unwrap_or(clause);
    let value = |start: &str| text.strip_prefix(start).map(str::trim).filter(|value| !value.is_empty());
    if let Some((kind, name)) = quoted(text) {
        weak.push((kind.to_owned(), name.to_owned()));
    } else if let Some(date) = value("DOB ") {
        draft.birth(date);
    } else if let Some(place) = value("POB ") {
        push_new(&mut draft.designation.birth_places, place.to_owned());
    } else if let Some(country) = value("nationality ") {
        push_new(&mut draft.designation.nationalities, country.to_owned());
    } else if let Some(country) = value("citizen ") {
        push_new(&mut draft.designation.citizenships, country.to_owned());
    } else if let Some(name) = value("Linked To: ") {
        draft.ties.push(name.to_owned());
    } else if let Some((from, to)) = tie(text).filter(|(from, to)| *from == 0 && to + 1 == text.len()) {
        draft.ties.push(text[from + TIE.len()..to].trim().to_owned());
    } else if let Some(particular) = particular(text) {
        particular.place(draft);
    } else {
        return false;
    }
    true
}

/// `a.k.a. 'NAME'`: the type of the alias and the name.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let kind = ["a.k.a.", "f.k.a.", "n.k.a."].into_iter().find(|kind| text.starts_with(kind))?;
    let name = text[kind.len()..].trim().strip_prefix('\'')?.strip_suffix('\'')?;
    Some((kind, name.trim())).filter(|(_, name)| !name.is_empty())
}

/// A clause with a label: a known one, or an unknown one before a number with its country in brackets.
fn particular(text: &str) -> Option<Particular> {
    if let Some((label, value)) = labels::split(text) {
        let bare = label.trim_end_matches([':', '-', ' ']);
        return Some(match labels::meaning(bare) {
            // `Passport issued in Sarajevo` says something of a passport and gives no number.
            Some(labels::Meaning::Number) => {
                // Some are written `R.F.C. # PMA-910805`.
                let value = value.trim_start_matches(['#', ' ']);
                return Some(issue(label, value)).filter(|_| reads_as_number(value));
            }
            _ => Particular { label: label.to_owned(), value: value.to_owned(), ..Particular::default() },
        });
    }
    let number = text.split(' ').find(|word| word.bytes().any(|byte| byte.is_ascii_digit()))?;
    let (label, _) = text.split_once(number)?;
    let label = label.trim().trim_end_matches(':');
    let particular = issue(label, text[label.len()..].trim_start_matches([':', ' ']));
    let reads_as_label = label.starts_with(char::is_uppercase) && label.split(' ').count() <= MOST_WORDS;
    Some(particular).filter(|found| reads_as_label && found.country.is_some())
}

fn reads_as_number(value: &str) -> bool {
    let first = value.split(' ').next().unwrap_or_default();
    first.bytes().any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// Labels have no more words than this; a longer text before a number is a sentence.
const MOST_WORDS: usize = 5;

/// `B00002095 (Bangladesh) issued 04 Mar 2020 expires 03 Mar 2030`.
fn issue(label: &str, value: &str) -> Particular {
    let (rest, expires) = dated(value, " expires ");
    let (rest, issued) = dated(rest, " issued ");
    let (number, country) = country(rest);
    Particular {
        label: label.to_owned(),
        value: number.to_owned(),
        country: country.map(str::to_owned),
        issued: issued.map(str::to_owned),
        expires: expires.map(str::to_owned),
    }
}

/// What stands before a word and the date after it, if there is a date.
fn dated<'a>(text: &'a str, word: &str) -> (&'a str, Option<&'a str>) {
    let found = text.rsplit_once(word).filter(|(_, date)| PartialDate::read(date).interval.is_some());
    found.map_or((text, None), |(before, date)| (before.trim(), Some(date)))
}

/// Seats of Colombian chambers of commerce, which stand where otherwise the country does.
const SEATS: [&str; 4] = ["Bogota", "Cali", "Medellin", "Uraba"];

/// A number and the country in brackets at its end.
fn country(text: &str) -> (&str, Option<&str>) {
    let found = text.strip_suffix(')').and_then(|open| open.rsplit_once(" (")).filter(|(number, country)| {
        !number.trim().is_empty()
            && !SEATS.contains(country)
            && country.starts_with(char::is_uppercase)
            && !country.bytes().any(|b| b.is_ascii_digit())
    });
    found.map_or((text, None), |(number, country)| (number.trim(), Some(country)))
}

/// The weak aliases of the remarks, which stand after those of the file of aliases.
pub fn add_weak(weak: Vec<(String, String)>, draft: &mut Draft, notices: &mut Notices) {
    for (kind, name) in weak {
        draft.alias(&kind, &name, NameQuality::Weak, None, notices);
    }
}
