//! OFAC's CSV family: sdn.csv or cons_prim.csv, and the files of aliases, addresses and long remarks that belong to it.
//!
//! No file has a header or a date. The first column of each is the id of the record. The file of names alone is read as well,
//! and the publication says what is missing then.

use super::draft::Draft;
pub use super::families::{Part, families, part};
use super::{Edition, assemble, remarks, rows, ties};
use crate::designation::{Address, NameQuality};
use crate::list::notices::{Kind, Notices};
use crate::list::{Contents, Input, Refusal, push_new};
use std::collections::HashMap;

/// Reads one family, the file of names first.
///
/// # Errors
/// [`Refusal`].
pub fn read(files: &mut [Input]) -> Result<Contents, Refusal> {
    let mut family = Family::default();
    let mut records = vec![0; files.len()];
    let mut parts = Vec::new();
    for file in files.iter_mut() {
        parts.push(part(file.beginning()?));
    }
    // Long remarks first, because a clause may go on in them; names before what is added to them.
    for wanted in [Part::Comments, Part::Names, Part::Aliases, Part::Addresses] {
        for (at, file) in files.iter_mut().enumerate().filter(|(at, _)| parts[*at] == Some(wanted)) {
            records[at] = match wanted {
                Part::Comments => family.comments(file)?,
                Part::Names => family.names(file)?,
                Part::Aliases => family.aliases(file)?,
                Part::Addresses => family.addresses(file)?,
                Part::Nothing => 0,
            };
        }
    }
    let names = files.first().map(|file| file.name.clone()).unwrap_or_default();
    if let Some((id, file)) = family.rest.iter().find_map(|(id, rest)| Some((id, rest.file.as_ref()?))) {
        return Err(strangers(file, id, &names));
    }
    let has = |part: Part| parts.contains(&Some(part));
    let Family { mut drafts, weak, mut notices, cut, .. } = family;
    if has(Part::Comments) {
        cut.iter().for_each(|id| notices.add(CUT, id));
    }
    let cut = if has(Part::Comments) { 0 } else { cut.len() };
    let edition =
        Edition { issued: None, missing: missing(has(Part::Aliases), has(Part::Addresses), cut), stated: None };
    for (draft, weak) in drafts.iter_mut().zip(weak) {
        remarks::add_weak(weak, draft, &mut notices);
        if !draft.settle_names(&mut notices) {
            let at = format!("record {}", draft.designation.id);
            return Err(Refusal::record(&names, at, "it has no name"));
        }
    }
    let standing = ties::records(drafts, &mut notices);
    let contents = assemble(&names, edition, standing, notices.warnings())?;
    Ok(Contents { records, ..contents })
}

const CUT: Kind = Kind {
    one: "record has remarks that end in the middle, together with the file of comments",
    many: "records have remarks that end in the middle, together with the file of comments",
    done: "shown as far as the remarks go",
};
const NO_END_MARK: Kind = Kind {
    one: "file does not end with the byte 1A, with which OFAC ends its CSV files",
    many: "files do not end with the byte 1A, with which OFAC ends its CSV files",
    done: "read all the same, but lines that are missing at the end cannot be seen",
};

/// What the publication lacks, in a sentence; `cut` is how many records have remarks that go on in a file that is not there.
fn missing(aliases: bool, addresses: bool, cut: usize) -> Option<String> {
    let ends = match cut {
        1 => "the end of the remarks of 1 record".to_owned(),
        many => format!("the ends of the remarks of {many} records"),
    };
    let lacking = [
        (!aliases, "the strong aliases", "alt.csv"),
        (!addresses, "the addresses", "add.csv"),
        (cut > 0, ends.as_str(), "the file of comments"),
    ];
    let (parts, files): (Vec<&str>, Vec<&str>) =
        lacking.into_iter().filter(|(lacks, ..)| *lacks).map(|(_, part, file)| (part, file)).unzip();
    let (are, were) = match parts[..] {
        [] => return None,
        [_] => (if cut == 1 && aliases && addresses { "is" } else { "are" }, "was"),
        _ => ("are", "were"),
    };
    let sentence = format!("{} {are} missing: {} {were} not given.", listed(&parts), listed(&files));
    Some(sentence.replacen('t', "T", 1))
}

/// `a, b and c`.
fn listed(words: &[&str]) -> String {
    match words {
        [first @ .., before, last] => {
            first.iter().map(|word| format!("{word}, ")).collect::<String>() + before + " and " + last
        }
        _ => words.concat(),
    }
}

/// That a part speaks of a record which the file of names does not have.
fn strangers(file: &str, id: &str, names: &str) -> Refusal {
    let what = format!("it is not in {names}, so that the two are not of the same list and the same day");
    Refusal::record(file, format!("record {id}"), what)
}

/// The records of a family while its files are read one after the other.
#[derive(Default)]
struct Family {
    names_file: String,
    drafts: Vec<Draft>,
    /// For each record, the weak aliases of its remarks, which come after the strong ones.
    weak: Vec<Vec<(String, String)>>,
    at: HashMap<String, usize>,
    rest: HashMap<String, Rest>,
    /// The records whose remarks end in the middle.
    cut: Vec<String>,
    notices: Notices,
}

/// The rest of long remarks, and from which file as long as no record has claimed it.
struct Rest {
    text: String,
    file: Option<String>,
}

impl Family {
    fn comments(&mut self, input: &mut Input) -> Result<usize, Refusal> {
        let file = input.name.clone();
        let rest = &mut self.rest;
        let rows = rows::each(input, Part::Comments.columns(), |row| {
            let (Some(id), Some(text)) = (column(row, 0), row.get(1).cloned().flatten()) else { return Ok(()) };
            let entry = rest.entry(id).or_insert_with(|| Rest { text: String::new(), file: Some(file.clone()) });
            entry.text.push_str(&text);
            Ok(())
        })?;
        Ok(self.count(rows, &file))
    }

    fn names(&mut self, input: &mut Input) -> Result<usize, Refusal> {
        let file = input.name.clone();
        self.names_file.clone_from(&file);
        let rows = rows::each(input, Part::Names.columns(), |row| self.record(&file, row))?;
        Ok(self.count(rows, &file))
    }

    /// The number of rows of a file, and a notice if it does not end with the end mark.
    fn count(&mut self, (rows, ended): (usize, bool), file: &str) -> usize {
        if !ended {
            self.notices.add(NO_END_MARK, file);
        }
        rows
    }

    fn record(&mut self, file: &str, row: &[Option<String>]) -> Result<(), Refusal> {
        let refused = |id: &str, what: &str| Refusal::record(file, format!("record {id}"), what);
        let Some(id) = column(row, 0).filter(|id| id.bytes().all(|byte| byte.is_ascii_digit())) else {
            return Err(refused(&format!("number {}", self.drafts.len() + 1), "its first column is no number"));
        };
        if self.at.insert(id.clone(), self.drafts.len()).is_some() {
            return Err(refused(&id, "its number stands in the file twice"));
        }
        let mut draft = Draft::new(&id, &column(row, 2).unwrap_or_default(), &mut self.notices);
        if let Some(name) = column(row, 1) {
            draft.primary(&name, &mut self.notices);
        }
        for code in column(row, 3).unwrap_or_default().split("] [").map(|code| code.trim_matches(['[', ']', ' '])) {
            if !code.is_empty() {
                draft.marks.programme(code);
                push_new(&mut draft.designation.programmes, code.to_owned());
            }
        }
        if let Some(title) = column(row, 4) {
            draft.titles(&title);
        }
        for (at, label) in VESSEL {
            if let Some(value) = column(row, at) {
                draft.fact(label, value);
            }
        }
        let mut text = row.get(11).cloned().flatten().unwrap_or_default();
        if let Some(rest) = self.rest.get_mut(&id) {
            // Cut anywhere, in the middle of a word as well, so that nothing may come between.
            text.push_str(&rest.text);
            rest.file = None;
        }
        let mut weak = Vec::new();
        if !text.trim().is_empty() {
            if !text.trim_end().ends_with('.') {
                self.cut.push(id);
            }
            remarks::read_clauses(&text, &mut draft, &mut weak);
        }
        self.drafts.push(draft);
        self.weak.push(weak);
        Ok(())
    }

    fn aliases(&mut self, input: &mut Input) -> Result<usize, Refusal> {
        self.each_of(input, Part::Aliases, |draft, row, notices| {
            if let Some(name) = column(row, 3) {
                let kind = column(row, 2).unwrap_or("aka".to_owned());
                draft.alias(&kind, &name, NameQuality::Strong, column(row, 1), notices);
            }
            if let Some(remarks) = column(row, 4) {
                draft.fact("Remarks on an alias", remarks);
            }
        })
    }

    fn addresses(&mut self, input: &mut Input) -> Result<usize, Refusal> {
        self.each_of(input, Part::Addresses, |draft, row, _| {
            let (street, place, country) = (column(row, 2), column(row, 3), column(row, 4));
            draft.address(Address { street, place, country, uid: column(row, 1) });
            if let Some(remarks) = column(row, 5) {
                draft.fact("Remarks on an address", remarks);
            }
        })
    }

    /// Each row of a part with the record to which it belongs.
    fn each_of(
        &mut self,
        input: &mut Input,
        part: Part,
        mut add: impl FnMut(&mut Draft, &[Option<String>], &mut Notices),
    ) -> Result<usize, Refusal> {
        let file = input.name.clone();
        let Family { drafts, at, notices, names_file, .. } = self;
        let rows = rows::each(input, part.columns(), |row| {
            let id = column(row, 0).unwrap_or_default();
            match at.get(&id).and_then(|at| drafts.get_mut(*at)) {
                Some(draft) => add(draft, row, notices),
                None => return Err(strangers(&file, &id, names_file)),
            }
            Ok(())
        })?;
        Ok(self.count(rows, &file))
    }
}

/// The columns on a vessel and the labels of their facts.
const VESSEL: [(usize, &str); 6] =
    [(5, "Call sign"), (6, "Vessel type"), (7, "Tonnage"), (8, "Gross tonnage"), (9, "Flag"), (10, "Vessel owner")];

/// A column, trimmed.
fn column(row: &[Option<String>], at: usize) -> Option<String> {
    let text = row.get(at)?.as_deref()?.trim();
    Some(text.to_owned()).filter(|text| !text.is_empty())
}
