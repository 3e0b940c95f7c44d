//! The EU's list as CSV 1.1: semicolons, one line for each name, address, birth, number and citizenship of an entry; the
//! lines of one entry have the same `Entity_LogicalId`.
//!
//! The columns are found by their names. There is none that tells weak names, so that all count as strong.

use super::contents;
use super::entry::Entry;
use super::fields::{Fields, label};
use crate::date::Day;
use crate::list::cells::{row_within, runs_on, swallowed};
use crate::list::notices::Notices;
use crate::list::{Contents, Input, Refusal};
use std::collections::HashMap;

/// The column that groups the lines.
const GROUP: &str = "Entity_LogicalId";
/// The blocks of a line: what their columns' names begin with. The entity's act comes before the entity, because its
/// columns begin with the entity's word, too.
const BLOCKS: [&str; 7] =
    ["Entity_Regulation_", "Entity_", "NameAlias_", "Address_", "BirthDate_", "Identification_", "Citizenship_"];
const SCOPE: &str = "The whole list; this form does not tell weak aliases, so that every name counts as strong.";

/// Whether a file begins like this list.
pub fn recognises(beginning: &[u8]) -> bool {
    let line = beginning.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let columns = columns(&line);
    columns.iter().any(|name| name.eq_ignore_ascii_case(GROUP))
        && columns.iter().any(|name| name.eq_ignore_ascii_case("NameAlias_WholeName"))
}

fn columns(line: &str) -> Vec<&str> {
    line.trim_start_matches('\u{feff}').split(';').map(|name| name.trim().trim_matches('"')).collect()
}

/// Reads the list.
///
/// # Errors
/// [`Refusal`].
pub fn read(files: &mut [Input]) -> Result<Contents, Refusal> {
    let Some(input) = files.first_mut() else { return Ok(Contents { lists: Vec::new(), records: Vec::new() }) };
    let file = input.name.clone();
    let malformed = |at: String, got: String| Refusal::Malformed { file: file.clone(), what: "CSV", at, got };
    let mut lines =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(&mut *input);
    let mut line = csv::StringRecord::new();
    let mut header: Vec<String> = Vec::new();
    let mut notices = Notices::default();
    let mut entries: Vec<Entry> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut issued: Option<Day> = None;
    let mut days: Option<(Day, Day)> = None;
    let mut number = 0;
    // A line with too few fields: the last one was cut off, any other is broken.
    let mut short: Option<(usize, usize)> = None;
    loop {
        match lines.read_record(&mut line) {
            Ok(false) => break,
            Ok(true) => number += 1,
            Err(error) => {
                let got = malformed(format!("line {}", number + 1), error.to_string());
                return Err(lines.get_ref().unreadable().unwrap_or(got));
            }
        }
        if header.is_empty() {
            header = line.iter().map(|name| name.trim_start_matches('\u{feff}').trim().to_owned()).collect();
            continue;
        }
        let counted = |fields: usize| format!("{fields} fields, where the header has {}", header.len());
        if let Some((broken, fields)) = short {
            return Err(malformed(format!("line {broken}"), counted(fields)));
        }
        if line.len() < header.len() {
            short = Some((number, line.len()));
            continue;
        }
        if line.iter().skip(header.len()).any(|field| !field.trim().is_empty()) {
            return Err(malformed(format!("line {number}"), counted(line.len())));
        }
        let blocks = blocks(&header, &line);
        let [act, entity, name, address, birth, identification, citizenship] = &blocks;
        if let Some(what) = broken_cell(&header, &line) {
            return Err(Refusal::Record { file, at: format!("line {number}"), what });
        }
        let day = generation_day(&header, &line);
        if let Some((one, other)) = issued.zip(day).filter(|(one, other)| one != other) {
            days.get_or_insert((one, other));
        }
        issued = [issued, day].into_iter().flatten().min();
        let Some(group) = entity.get(&["LogicalId"]) else {
            return Err(malformed(format!("line {number}"), format!("no value in the column `{GROUP}`")));
        };
        let index = match at.get(group) {
            Some(index) => *index,
            None => {
                let Some(entry) = Entry::new(entity, &mut notices) else { continue };
                at.insert(group.to_owned(), entries.len());
                entries.push(entry);
                entries.len() - 1
            }
        };
        let Some(entry) = entries.get_mut(index) else { continue };
        if !act.is_empty() {
            entry.regulation(act);
        }
        if !name.is_empty() {
            entry.name(name, &mut notices);
        }
        if !address.is_empty() {
            entry.address(address);
        }
        if !birth.is_empty() {
            entry.birth(birth);
        }
        if !identification.is_empty() {
            entry.identification(identification);
        }
        if !citizenship.is_empty() {
            entry.citizenship(citizenship);
        }
        for (column, value) in unknown(&header, &line) {
            entry.fact(&label(column), value);
        }
    }
    if let Some((line, fields)) = short {
        let got = format!("its last line, {line}, has {fields} of {} fields", header.len());
        return Err(Refusal::Truncated { file, got });
    }
    if let Some(missing) = missing(&header) {
        notices.say(missing);
    }
    if let Some((one, other)) = days {
        notices.say(format!(
            "the lines carry more than one date of generation (`{one}`, `{other}`): they may be of two files; the oldest date is \
             taken"
        ));
    }
    let designations = entries.into_iter().map(|entry| entry.designation(&mut notices)).collect();
    contents(&file, issued, SCOPE, designations, notices)
}

/// What shows that lines below are a part of this one, which happens where a quotation mark is out of place: a number, a day
/// or a name over several lines, or a text with a line in it that begins like a line of the file.
fn broken_cell(header: &[String], line: &csv::StringRecord) -> Option<String> {
    let group = header.iter().position(|name| name.eq_ignore_ascii_case(GROUP))?;
    let made = header.iter().position(|name| name.eq_ignore_ascii_case("fileGenerationDate"));
    let number = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_row = |fields: &[&str]| {
        let is_day = |at: usize| fields.get(at).is_none_or(|words| words.is_empty() || slashed(words).is_some());
        fields.get(group).is_some_and(number) && made.is_none_or(is_day)
    };
    header.iter().zip(line).find_map(|(name, cell)| {
        if !cell.contains(['\n', '\r']) {
            return None;
        }
        let field = name.to_ascii_lowercase();
        let said = |words: &[&str]| words.iter().any(|word| field.ends_with(word));
        let broken = said(&["logicalid", "referencenumber", "date"]) && cell.trim().contains(['\n', '\r'])
            || field.starts_with("namealias_") && said(&["name"]) && runs_on(cell, ';');
        let second = || cell.trim().split(['\n', '\r']).nth(1).unwrap_or_default();
        row_within(cell, ';', is_row).or_else(|| broken.then(second)).map(|line| swallowed(name, line))
    })
}

/// The fields of a line by their blocks, in the order of [`BLOCKS`].
fn blocks(header: &[String], line: &csv::StringRecord) -> [Fields; 7] {
    let mut blocks: [Fields; 7] = Default::default();
    for (name, value) in header.iter().zip(line) {
        if let Some((block, field)) = block(name) {
            blocks[block].push(field, value);
        }
    }
    blocks
}

/// Which block a column belongs to, and what its name is within it.
fn block(name: &str) -> Option<(usize, &str)> {
    BLOCKS.iter().enumerate().find_map(|(block, prefix)| {
        let begins = name.get(..prefix.len())?.eq_ignore_ascii_case(prefix);
        begins.then(|| (block, &name[prefix.len()..]))
    })
}

/// The fields of a line that stand in no block.
fn unknown<'a>(header: &'a [String], line: &'a csv::StringRecord) -> impl Iterator<Item = (&'a str, &'a str)> {
    let pairs = header.iter().zip(line).map(|(name, value)| (name.as_str(), value.trim()));
    pairs.filter(|(name, value)| {
        !value.is_empty() && block(name).is_none() && !name.eq_ignore_ascii_case("fileGenerationDate")
    })
}

/// The day on which the file was made, which stands in every line as `05/08/2026`.
fn generation_day(header: &[String], line: &csv::StringRecord) -> Option<Day> {
    let column = header.iter().position(|name| name.eq_ignore_ascii_case("fileGenerationDate"))?;
    slashed(line.get(column)?)
}

/// `05/08/2026`.
fn slashed(words: &str) -> Option<Day> {
    let mut parts = words.trim().split('/').map(|part| part.parse::<u16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// That blocks are missing whose columns the form has.
fn missing(header: &[String]) -> Option<String> {
    const WANTED: [(&str, &str); 4] = [
        ("Address_", "addresses"),
        ("BirthDate_", "births"),
        ("Identification_", "identity numbers"),
        ("Citizenship_", "citizenships"),
    ];
    let absent: Vec<&str> = WANTED
        .iter()
        .filter(|(prefix, _)| !header.iter().any(|name| block(name).is_some_and(|(at, _)| BLOCKS[at] == *prefix)))
        .map(|(_, what)| *what)
        .collect();
    let missing = || format!("the file has no columns for {}; the EU's own file has them", absent.join(", "));
    (!absent.is_empty()).then(missing)
}
