//! The UK Sanctions List as CSV: the date in the first line, the columns in the second, and then several lines for one
//! entry, which belong together by its Unique ID.
//!
//! Columns are found by their names and not by their places. A column that is not known is kept as a fact under its name.
//! OFSI's consolidated list had a similar form; it is recognised, and refused because it is no longer kept.

use super::date;
use super::entry::{Entry, IMO, Name, Person, add};
use crate::list::cells::{row_within, runs_on, swallowed};
use crate::list::notices::Notices;
use crate::list::words::{even, joined};
use crate::list::{Contents, Input, Refusal};
use std::collections::HashMap;
use std::io::BufRead;

/// How the first line begins.
const REPORT: &[u8] = b"Report Date";
/// How the first line of OFSI's list began.
const RETIRED: &[u8] = b"Last Updated,";
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
pub fn read(files: &mut [Input]) -> Result<Contents, Refusal> {
    let mut contents = Contents { lists: Vec::new(), records: Vec::new() };
    for input in files {
        let parsed = list(input)?;
        contents.records.push(parsed.designations.len());
        contents.lists.push(parsed);
    }
    Ok(contents)
}

fn list(input: &mut Input) -> Result<crate::list::Parsed, Refusal> {
    let file = input.name.clone();
    let malformed = |at: String, got: String| Refusal::Malformed { file: file.clone(), what: "CSV", at, got };
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
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&mut *input);
    let mut columns: Vec<String> = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut record = ::csv::StringRecord::new();
    let mut last: Option<(u64, usize)> = None;
    let mut failed = None;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let line = error.position().map_or(1, |position| position.line()) + 1;
                failed = Some((line, error.to_string()));
                break;
            }
        }
        // The first line is one, and the reader counts from the second.
        let line = record.position().map_or(1, |position| position.line()) + 1;
        if columns.is_empty() {
            columns = record.iter().map(|name| even(&name.to_lowercase())).collect();
            if !columns.iter().any(|name| name == "unique id") {
                return Err(malformed(format!("line {line}"), "columns without a `Unique ID`".into()));
            }
            // Without one of these names would be lost or all look alike.
            if let Some(lacks) = NAMES.iter().find(|wanted| !columns.iter().any(|name| name == *wanted)) {
                let got = format!("no column is called `{lacks}`, and without it names are lost");
                return Err(malformed(format!("line {line}"), got));
            }
            continue;
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if let Some((line, cells)) = last.take() {
            return Err(malformed(format!("line {line}"), format!("{cells} cells for {} columns", columns.len())));
        }
        if record.len() != columns.len() {
            // Only the last line may end early: then the file was cut off there.
            last = Some((line, record.len()));
            continue;
        }
        let cells = Cells { columns: &columns, cells: &record };
        if let Some(what) = cells.swallowed() {
            return Err(Refusal::Record { file, at: format!("line {line}"), what });
        }
        let Some(id) = cells.of("unique id") else {
            return Err(Refusal::Record { file, at: format!("line {line}"), what: "it has no Unique ID".into() });
        };
        let at = *places.entry(id.clone()).or_insert(entries.len());
        match entries.get_mut(at) {
            Some(known) => cells.join(known),
            None => {
                let mut entry = Entry { id: Some(id), kind: cells.of("designation type"), ..Entry::default() };
                cells.join(&mut entry);
                entries.push(entry);
            }
        }
    }
    drop(reader);
    if let Some(unreadable) = input.unreadable() {
        return Err(unreadable);
    }
    if let Some((line, got)) = failed {
        return Err(malformed(format!("line {line}"), got));
    }
    if let Some((line, cells)) = last {
        let got = format!("line {line} has {cells} cells of {}", columns.len());
        return Err(Refusal::Truncated { file, got });
    }
    let mut notices = Notices::default();
    columns_apart(&columns, &mut notices);
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

/// One line, by the names of its columns.
struct Cells<'a> {
    columns: &'a [String],
    cells: &'a ::csv::StringRecord,
}

impl Cells<'_> {
    /// The cell of a column, nothing for an empty one.
    fn of(&self, column: &str) -> Option<String> {
        let at = self.columns.iter().position(|name| name == column)?;
        self.cells.get(at).map(even).filter(|text| !text.is_empty())
    }

    /// What shows that lines below are a part of this one, which happens where a quotation mark is out of place: a number, a
    /// day or a name over several lines, or a text with a line in it that begins like a line of the file.
    fn swallowed(&self) -> Option<String> {
        const ONE_LINE: [&str; 5] = ["unique id", "date designated", "last updated", "name type", "designation type"];
        let place = |name: &str| self.columns.iter().position(|column| column == name);
        let (id, updated) = (place("unique id")?, place("last updated"));
        let is_row = |fields: &[&str]| {
            let is_day = |at: usize| fields.get(at).is_none_or(|words| words.is_empty() || date::day(words).is_some());
            fields.get(id).is_some_and(|word| is_id(word)) && updated.is_none_or(is_day)
        };
        self.columns.iter().zip(self.cells).find_map(|(column, cell)| {
            if !cell.contains(['\n', '\r']) {
                return None;
            }
            let name = matches!(column.strip_prefix("name ").map(str::len), Some(1));
            let broken =
                ONE_LINE.contains(&column.as_str()) && cell.trim().contains(['\n', '\r']) || name && runs_on(cell, ',');
            let second = || cell.trim().split(['\n', '\r']).nth(1).unwrap_or_default();
            row_within(cell, ',', is_row).or_else(|| broken.then(second)).map(|line| swallowed(column, line))
        })
    }

    /// Adds the line to an entry.
    fn join(&self, entry: &mut Entry) {
        let name = joined(["name 1", "name 2", "name 3", "name 4", "name 5", "name 6"].map(|part| self.of(part)), " ");
        entry.add_name(Name {
            name: name.unwrap_or_default(),
            kind: self.of("name type"),
            strength: self.of("alias strength"),
        });
        entry.add_native(
            self.of("name non-latin script"),
            self.of("non-latin script type"),
            self.of("non-latin script language"),
        );
        add(&mut entry.ofsi, self.of("ofsi group id"));
        add(&mut entry.un, self.of("un reference number"));
        add(&mut entry.regimes, self.of("regime name"));
        add(&mut entry.source, self.of("designation source"));
        add(&mut entry.imposed, self.of("sanctions imposed"));
        add(&mut entry.designated, self.of("date designated"));
        add(&mut entry.updated, self.of("last updated"));
        add(&mut entry.information, self.of("other information"));
        add(&mut entry.reasons, self.of("uk statement of reasons"));
        add(&mut entry.titles, self.of("title"));
        let lines = [
            "address line 1",
            "address line 2",
            "address line 3",
            "address line 4",
            "address line 5",
            "address line 6",
        ];
        entry.add_address(lines.map(|line| self.of(line)), self.of("address postal code"), self.of("address country"));
        add(&mut entry.countries, self.of("country of birth"));
        entry.add_person(Person {
            births: self.of("d.o.b").into_iter().collect(),
            nationalities: self.of("nationality(/ies)").into_iter().collect(),
            genders: self.of("gender").into_iter().collect(),
            positions: self.of("position").into_iter().collect(),
            places: joined([self.of("town of birth"), self.of("country of birth")], ", ").into_iter().collect(),
        });
        entry.add_document("Passport", self.of("passport number"), self.of("passport additional information"));
        entry.add_document(
            "National identifier",
            self.of("national identifier number"),
            self.of("national identifier additional information"),
        );
        for (column, kind) in [
            ("business registration number (s)", "Business registration number"),
            ("imo number", IMO),
            ("hull identification number (hin)", "Hull identification number"),
        ] {
            self.of(column).into_iter().for_each(|number| entry.add_number(kind, number, None));
        }
        for (column, label) in FACTS {
            self.of(column).into_iter().for_each(|value| entry.add_fact(label, value));
        }
        for (at, column) in self.columns.iter().enumerate().filter(|(_, column)| !known(column)) {
            let value = self.cells.get(at).map(even).filter(|text| !text.is_empty());
            value.into_iter().for_each(|value| entry.add_fact(&crate::list::words::label(column), value));
        }
    }
}

/// Whether a word has the form of a Unique ID: `RUS0001`.
fn is_id(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    word.len() >= digits.len() + 2 && digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Says which columns of the form are missing and which are none of it.
fn columns_apart(columns: &[String], notices: &mut Notices) {
    if columns.is_empty() {
        return;
    }
    let quoted = |names: Vec<&str>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let form = COLUMNS.into_iter().chain(FACTS.iter().map(|(name, _)| *name));
    let missing: Vec<&str> = form.filter(|wanted| !columns.iter().any(|name| name == wanted)).collect();
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
    COLUMNS.contains(&column) || FACTS.iter().any(|(name, _)| *name == column)
}
