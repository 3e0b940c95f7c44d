//! The EU's list as CSV 1.1: semicolons, one line for each name, address, birth, number and citizenship of an entry; the
//! lines of one entry have the same `Entity_LogicalId`.
//!
//! The columns are found by their names. There is none that tells weak names, so that all count as strong.

use super::contents;
use super::entry::Entry;
use super::fields::Fields;
use crate::date::Day;
use crate::list::cells::{row_within, runs_on, swallowed};
use crate::list::lines::{Line, Lines};
use crate::list::notices::Notices;
use crate::list::words::label;
use crate::list::{Contents, Input, Refusal, days};
use std::collections::HashMap;

/// The column that groups the lines.
const GROUP: &str = "Entity_LogicalId";
/// The column of the day on which the file was made.
const DAY: &str = "fileGenerationDate";
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
pub fn read(input: &mut Input) -> Result<Contents, Refusal> {
    let file = input.name.clone();
    let mut lines = Lines::open(input, b';', 0)?;
    let mut notices = Notices::default();
    if let Some(missing) = missing(lines.header()) {
        notices.say(missing);
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut issued: Option<Day> = None;
    let mut days: Option<(Day, Day)> = None;
    while let Some(line) = lines.next()? {
        if let Some(what) = broken_cell(&line) {
            return Err(Refusal::record(&file, format!("line {}", line.number), what));
        }
        let [act, entity, name, address, birth, identification, citizenship] = &blocks(&line);
        let day = generation_day(&line);
        if let Some(both) = issued.zip(day).filter(|(one, other)| one != other) {
            days.get_or_insert(both);
        }
        issued = [issued, day].into_iter().flatten().min();
        let Some(group) = entity.get(&["LogicalId"]) else {
            return Err(Refusal::line(&file, line.number, format!("no value in the column `{GROUP}`")));
        };
        let at = match places.get(group) {
            Some(at) => *at,
            None => {
                let Some(entry) = Entry::new(entity, &mut notices) else { continue };
                places.insert(group.to_owned(), entries.len());
                entries.push(entry);
                entries.len() - 1
            }
        };
        let entry = &mut entries[at];
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
        for (column, value) in line.cells().filter(|(name, _)| block(name).is_none() && !name.eq_ignore_ascii_case(DAY))
        {
            entry.fact(&label(column), &value);
        }
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
fn broken_cell(line: &Line) -> Option<String> {
    let (group, made) = (line.place(GROUP)?, line.place(DAY));
    let number = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_row = |fields: &[&str]| {
        let is_day = |at: usize| fields.get(at).is_none_or(|words| words.is_empty() || slashed(words).is_some());
        fields.get(group).is_some_and(number) && made.is_none_or(is_day)
    };
    line.raw().filter(|(_, cell)| cell.contains(['\n', '\r'])).find_map(|(name, cell)| {
        let field = name.to_ascii_lowercase();
        let said = |words: &[&str]| words.iter().any(|word| field.ends_with(word));
        let broken = said(&["logicalid", "referencenumber", "date"]) && cell.trim().contains(['\n', '\r'])
            || field.starts_with("namealias_") && said(&["name"]) && runs_on(cell, ';');
        let second = || cell.trim().split(['\n', '\r']).nth(1).unwrap_or_default();
        row_within(cell, ';', is_row).or_else(|| broken.then(second)).map(|line| swallowed(name, line))
    })
}

/// The fields of a line by their blocks, in the order of [`BLOCKS`].
fn blocks(line: &Line) -> [Fields; 7] {
    let mut blocks: [Fields; 7] = Default::default();
    for (name, value) in line.cells() {
        if let Some((block, field)) = block(name) {
            blocks[block].push(field, &value);
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

/// The day on which the file was made, which stands in every line as `05/08/2026`.
fn generation_day(line: &Line) -> Option<Day> {
    slashed(&line.of(DAY)?)
}

/// `05/08/2026`.
fn slashed(words: &str) -> Option<Day> {
    let [day, month, year] = days::numbers(words, '/')?;
    days::day(year, month, day)
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
