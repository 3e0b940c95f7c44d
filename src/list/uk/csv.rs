//! The UK Sanctions List as CSV: the date in the first line, the columns in the second, and then several lines for one
//! entry, which belong together by its Unique ID.
//!
//! Columns are found by their names and not by their places. A column that is not known is kept as a fact under its name.
//! OFSI's consolidated list had a similar form; it is recognised, and refused because it is no longer kept.

use super::date;
use super::entry::{Entry, IMO, Name, Person, add};
use crate::list::cells::{row_within, runs_on, swallowed};
use crate::list::lines::{Line, Lines};
use crate::list::notices::Notices;
use crate::list::words::{joined, label};
use crate::list::{Contents, Input, Refusal};
use std::collections::HashMap;
use std::io::BufRead;

/// How the first line begins.
const REPORT: &[u8] = b"Report Date";
/// How the first line of OFSI's list began.
const RETIRED: &[u8] = b"Last Updated,";
/// The column that tells entries apart.
const ID: &str = "unique id";
/// No list has a longer first line; what is longer is read as far as this.
const LONGEST: usize = 1 << 20;

/// What a cell is taken for besides what [`entry`] takes together, by the name of its column in small letters.
const FACTS: [(&str, &str); 14] = [
    ("phone number", "Phone number"),
    ("website", "Website"),
    ("email address", "Email address"),
    ("type of entity", "Type of entity"),
    ("subsidiaries", "Subsidiary"),
    ("parent company", "Parent company"),
    ("current owner/operator (s)", "Owner or operator"),
    ("previous owner/operator (s)", "Previous owner or operator"),
    ("current believed flag of ship", "Flag"),
    ("previous flags", "Previous flag"),
    ("type of ship", "Vessel type"),
    ("tonnage of ship", "Tonnage"),
    ("length of ship", "Length"),
    ("year built", "Year built"),
];

/// The columns without which a name is not whole.
const NAMES: [&str; 7] = ["name type", "name 1", "name 2", "name 3", "name 4", "name 5", "name 6"];

/// Whether a file begins like the UK Sanctions List, or like the list that came before it.
pub fn recognises(beginning: &[u8]) -> bool {
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
    let begins = |with: &[u8]| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    // A quoted first line is the same line.
    let quoted = text.strip_prefix(b"\"").and_then(|text| text.get(..REPORT.len()));
    begins(REPORT) || begins(RETIRED) || quoted.is_some_and(|start| start.eq_ignore_ascii_case(REPORT))
}

/// Reads the list.
///
/// # Errors
/// [`Refusal`], also for OFSI's consolidated list, which is no longer kept.
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    list(input).map(Contents::of)
}

fn list(input: &mut Input) -> Result<crate::list::Parsed, Refusal> {
    let file = input.name.clone();
    let first = first_line(input)?;
    let first = first.trim_start_matches('\u{feff}').trim().trim_matches(['"', ',']).trim().to_owned();
    if first.get(..RETIRED.len()).is_some_and(|start| start.as_bytes().eq_ignore_ascii_case(RETIRED)) {
        return Err(Refusal::Retired {
            file,
            got: "OFSI's consolidated list, which was retired on 28 January 2026",
            fetch: "the UK Sanctions List, as XML or CSV, from https://sanctionslist.fcdo.gov.uk",
        });
    }
    let date = first.split_once(':').map(|(_, date)| date.trim_matches(['"', ',', ' ']).to_owned());
    let mut lines = Lines::open(input, b',', 1)?;
    if !lines.header().is_empty() && !lines.header().iter().any(|name| name.eq_ignore_ascii_case(ID)) {
        return Err(Refusal::line(&file, 2, "columns without a `Unique ID`"));
    }
    // Without one of these names would be lost or all look alike.
    let has = |wanted: &&&str| lines.header().iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if let Some(lacks) = NAMES.iter().find(|wanted| !lines.header().is_empty() && !has(wanted)) {
        return Err(Refusal::line(&file, 2, format!("no column is called `{lacks}`, and without it names are lost")));
    }
    let mut notices = Notices::default();
    columns_apart(lines.header(), &mut notices);
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    while let Some(line) = lines.next()? {
        if let Some(what) = broken_cell(&line) {
            return Err(Refusal::record(&file, format!("line {}", line.number), what));
        }
        let Some(id) = line.of(ID) else {
            return Err(Refusal::record(&file, format!("line {}", line.number), "it has no Unique ID"));
        };
        let at = *places.entry(id.clone()).or_insert(entries.len());
        if at == entries.len() {
            entries.push(Entry { id: Some(id), kind: line.of("designation type"), ..Entry::default() });
        }
        join(&line, &mut entries[at]);
    }
    super::list(&file, date, entries, notices)
}

/// The first line of the file, taken from it.
fn first_line(input: &mut Input) -> Result<String, Refusal> {
    let mut line = Vec::new();
    let name = input.name.clone();
    let mut limited = std::io::Read::take(&mut *input, LONGEST as u64);
    limited
        .read_until(b'\n', &mut line)
        .map_err(|error| Refusal::Unreadable { file: name, what: error.to_string() })?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}

/// What shows that lines below are a part of this one, which happens where a quotation mark is out of place: a number, a day
/// or a name over several lines, or a text with a line in it that begins like a line of the file.
fn broken_cell(line: &Line) -> Option<String> {
    const ONE_LINE: [&str; 5] = [ID, "date designated", "last updated", "name type", "designation type"];
    let (id, updated) = (line.place(ID)?, line.place("last updated"));
    let is_row = |fields: &[&str]| {
        let is_day = |at: usize| fields.get(at).is_none_or(|words| words.is_empty() || date::day(words).is_some());
        fields.get(id).is_some_and(|word| is_id(word)) && updated.is_none_or(is_day)
    };
    line.raw().filter(|(_, cell)| cell.contains(['\n', '\r'])).find_map(|(column, cell)| {
        let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(column));
        let broken = is(&ONE_LINE) && cell.trim().contains(['\n', '\r']) || is(&NAMES) && runs_on(cell, ',');
        let second = || cell.trim().split(['\n', '\r']).nth(1).unwrap_or_default();
        row_within(cell, ',', is_row).or_else(|| broken.then(second)).map(|line| swallowed(column, line))
    })
}

/// Whether a word has the form of a Unique ID: `RUS0001`.
fn is_id(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    word.len() >= digits.len() + 2 && digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Adds a line to an entry.
fn join(line: &Line, entry: &mut Entry) {
    let name = joined(["name 1", "name 2", "name 3", "name 4", "name 5", "name 6"].map(|part| line.of(part)), " ");
    entry.add_name(Name {
        name: name.unwrap_or_default(),
        kind: line.of("name type"),
        strength: line.of("alias strength"),
    });
    entry.add_native(
        line.of("name non-latin script"),
        line.of("non-latin script type"),
        line.of("non-latin script language"),
    );
    add(&mut entry.ofsi, line.of("ofsi group id"));
    add(&mut entry.un, line.of("un reference number"));
    add(&mut entry.regimes, line.of("regime name"));
    add(&mut entry.source, line.of("designation source"));
    add(&mut entry.imposed, line.of("sanctions imposed"));
    add(&mut entry.designated, line.of("date designated"));
    add(&mut entry.updated, line.of("last updated"));
    add(&mut entry.information, line.of("other information"));
    add(&mut entry.reasons, line.of("uk statement of reasons"));
    add(&mut entry.titles, line.of("title"));
    let lines =
        ["address line 1", "address line 2", "address line 3", "address line 4", "address line 5", "address line 6"];
    entry.add_address(lines.map(|column| line.of(column)), line.of("address postal code"), line.of("address country"));
    add(&mut entry.countries, line.of("country of birth"));
    entry.add_person(Person {
        births: line.of("d.o.b").into_iter().collect(),
        nationalities: line.of("nationality(/ies)").into_iter().collect(),
        genders: line.of("gender").into_iter().collect(),
        positions: line.of("position").into_iter().collect(),
        places: joined([line.of("town of birth"), line.of("country of birth")], ", ").into_iter().collect(),
    });
    entry.add_document("Passport", line.of("passport number"), line.of("passport additional information"));
    entry.add_document(
        "National identifier",
        line.of("national identifier number"),
        line.of("national identifier additional information"),
    );
    for (column, kind) in [
        ("business registration number (s)", "Business registration number"),
        ("imo number", IMO),
        ("hull identification number (hin)", "Hull identification number"),
    ] {
        line.of(column).into_iter().for_each(|number| entry.add_number(kind, number, None));
    }
    for (column, label) in FACTS {
        line.of(column).into_iter().for_each(|value| entry.add_fact(label, value));
    }
    for (column, value) in line.cells().filter(|(column, _)| !known(column)) {
        entry.add_fact(&label(column), value);
    }
}

/// Says which columns of the form are missing and which are none of it.
fn columns_apart(columns: &[String], notices: &mut Notices) {
    if columns.is_empty() {
        return;
    }
    let quoted = |names: Vec<&str>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let form = COLUMNS.into_iter().chain(FACTS.iter().map(|(name, _)| *name));
    let has = |wanted: &&str| columns.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let missing: Vec<&str> = form.filter(|wanted| !has(wanted)).collect();
    if !missing.is_empty() {
        notices.say(format!("columns are missing that the list has: {}; what they say is not here", quoted(missing)));
    }
    let new: Vec<&str> = columns.iter().map(String::as_str).filter(|name| !name.is_empty() && !known(name)).collect();
    if !new.is_empty() {
        notices.say(format!("columns are new to Namesieve: {}; they are kept among the facts", quoted(new)));
    }
}

/// What the columns are called that are taken for something, besides [`FACTS`].
const COLUMNS: [&str; 44] = [
    "last updated",
    "unique id",
    "ofsi group id",
    "un reference number",
    "name 1",
    "name 2",
    "name 3",
    "name 4",
    "name 5",
    "name 6",
    "name type",
    "alias strength",
    "title",
    "name non-latin script",
    "non-latin script type",
    "non-latin script language",
    "regime name",
    "designation type",
    "designation source",
    "sanctions imposed",
    "other information",
    "uk statement of reasons",
    "address line 1",
    "address line 2",
    "address line 3",
    "address line 4",
    "address line 5",
    "address line 6",
    "address postal code",
    "address country",
    "date designated",
    "d.o.b",
    "nationality(/ies)",
    "national identifier number",
    "national identifier additional information",
    "passport number",
    "passport additional information",
    "position",
    "gender",
    "town of birth",
    "country of birth",
    "business registration number (s)",
    "imo number",
    "hull identification number (hin)",
];

/// Whether a column is taken for something.
fn known(column: &str) -> bool {
    let mut known = COLUMNS.into_iter().chain(FACTS.iter().map(|(name, _)| *name));
    known.any(|name| name.eq_ignore_ascii_case(column))
}
