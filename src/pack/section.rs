//! The three sections of a list: its head, its names and its details.
//!
//! **Head**: publication, sources, warnings, programmes, measures, and the numbers of designations and names. No table.
//!
//! **Names**, all that screening asks: a table of scripts, then in columns, which compress better than rows: the kinds of
//! the designations, their numbers of names, the ids, and of each name its kind with its quality, its script, its length
//! and, last and in one piece, its text. Ids and names are texts without a table.
//!
//! **Details**: a table of texts, the lengths of the records, and the records. A record is a number whose bits say which of
//! the fields below it has, and those fields.

use super::field::{Damage, Field, In, Out};
use crate::designation::*;
use crate::publication::{Publication, Source, Warning};
use std::collections::HashMap;
use std::sync::Arc;

/// What a list is, apart from its designations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which edition of which list.
    pub publication: Publication,
    /// The files that it was read from.
    pub sources: Vec<Source>,
    /// What a person should know of how it was read.
    pub warnings: Vec<Warning>,
    /// The programmes that its designations name.
    pub programmes: Vec<Programme>,
    /// The measures that apply to its designations.
    pub measures: Vec<Measure>,
}

/// A designation as screening sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The authority's own id.
    pub id: String,
    /// Its kind.
    pub kind: SubjectKind,
    /// Its names, without the authority's numbers.
    pub names: Vec<ListedName>,
}

impl Subject {
    /// The primary name, or an empty text for a record that broke the rule of having one.
    pub fn primary_name(&self) -> &str {
        self.names.first().map_or("", |name| &name.name)
    }
}

/// The details of all designations of a list, unpacked one at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    table: Vec<String>,
    /// Where each record ends.
    ends: Vec<u32>,
    records: Vec<u8>,
}

impl Head {
    /// Writes the section to the end of what there is.
    pub fn write(&self, bytes: Vec<u8>) -> Vec<u8> {
        let mut out = Out::onto(bytes);
        self.publication.put(&mut out);
        self.sources.put(&mut out);
        self.warnings.put(&mut out);
        self.programmes.put(&mut out);
        self.measures.put(&mut out);
        out.bytes
    }

    /// The head out of its section.
    pub fn read(bytes: &[u8]) -> Result<Head, Damage> {
        let mut from = In::new(bytes, &[]);
        let head = Head {
            publication: Field::take(&mut from)?,
            sources: Field::take(&mut from)?,
            warnings: Field::take(&mut from)?,
            programmes: Field::take(&mut from)?,
            measures: Field::take(&mut from)?,
        };
        ended(&from)?;
        Ok(head)
    }
}

fn ended(from: &In) -> Result<(), Damage> {
    if from.is_empty() { Ok(()) } else { Err("it has bytes too many") }
}

/// Writes the section of names to the end of what there is.
pub fn write_names(designations: &[Designation], bytes: Vec<u8>) -> Vec<u8> {
    let names = || designations.iter().flat_map(|designation| &designation.names);
    let mut scripts: Vec<&str> = names().map(|name| &*name.script).collect();
    scripts.sort_unstable();
    scripts.dedup();
    let scripts: Vec<String> = scripts.into_iter().map(str::to_owned).collect();
    let place: HashMap<&str, u64> = scripts.iter().zip(0..).map(|(script, place)| (script.as_str(), place)).collect();

    let mut out = Out::onto(bytes);
    scripts.put(&mut out);
    out.number(designations.len() as u64);
    designations.iter().for_each(|designation| designation.kind.put(&mut out));
    designations.iter().for_each(|designation| out.number(designation.names.len() as u64));
    designations.iter().for_each(|designation| out.number(designation.id.len() as u64));
    designations.iter().for_each(|designation| out.bytes.extend(designation.id.as_bytes()));
    names().for_each(|name| {
        name.kind.put(&mut out);
        name.quality.put(&mut out);
    });
    names().for_each(|name| out.number(place.get(&*name.script).copied().unwrap_or_default()));
    names().for_each(|name| out.number(name.name.len() as u64));
    names().for_each(|name| out.bytes.extend(name.name.as_bytes()));
    out.bytes
}

/// The names out of their section.
pub fn read_names(bytes: &[u8]) -> Result<Vec<Subject>, Damage> {
    let mut from = In::new(bytes, &[]);
    let scripts: Vec<String> = Field::take(&mut from)?;
    let scripts: Vec<Arc<str>> = scripts.into_iter().map(Arc::from).collect();
    let count = from.count()?;
    let kinds: Vec<SubjectKind> = column(count, || Field::take(&mut from))?;
    let counts: Vec<usize> = column(count, || from.count())?;
    let lengths: Vec<usize> = column(count, || from.count())?;
    let ids: Vec<&str> = lengths.iter().map(|length| text(&mut from, *length)).collect::<Result<_, _>>()?;
    let all = counts.iter().try_fold(0_usize, |sum, count| sum.checked_add(*count)).ok_or("too many names")?;
    if all > bytes.len() {
        return Err("it has more names than bytes");
    }
    let classes: Vec<(NameKind, NameQuality)> = column(all, || Field::take(&mut from))?;
    let places: Vec<usize> = column(all, || Field::take(&mut from))?;
    let lengths: Vec<usize> = column(all, || from.count())?;
    let mut subjects = Vec::with_capacity(count);
    let mut at = 0;
    for ((kind, number), id) in kinds.into_iter().zip(counts).zip(ids) {
        let mut names = Vec::with_capacity(number);
        for at in at..at + number {
            let (kind, quality) = classes[at];
            let script = scripts.get(places[at]).ok_or("a script is missing in the table")?;
            names.push(ListedName::new(text(&mut from, lengths[at])?, kind, quality, Arc::clone(script)));
        }
        at += number;
        subjects.push(Subject { id: id.to_owned(), kind, names });
    }
    ended(&from)?;
    Ok(subjects)
}

fn column<T>(count: usize, mut take: impl FnMut() -> Result<T, Damage>) -> Result<Vec<T>, Damage> {
    (0..count).map(|_| take()).collect()
}

fn text<'b>(from: &mut In<'b>, length: usize) -> Result<&'b str, Damage> {
    std::str::from_utf8(from.bytes(length)?).map_err(|_| "a text is not UTF-8")
}

/// The fields of a record of details, in their order; a new one goes to the end.
macro_rules! fields {
    ($($bit:literal $field:ident),*) => {
        fn put<'t>(designation: &'t Designation, out: &mut Out<'t>) {
            let names = &designation.names;
            let mut present = u64::from(names.iter().any(|name| name.uid.is_some()));
            $(present |= u64::from(!designation.$field.is_blank()) << $bit;)*
            out.number(present);
            if present & 1 != 0 {
                out.number(names.len() as u64);
                names.iter().for_each(|name| name.uid.put(out));
            }
            $(if present >> $bit & 1 != 0 {
                designation.$field.put(out);
            })*
        }

        fn take(designation: &mut Designation, from: &mut In) -> Result<(), Damage> {
            let present = from.number()?;
            if present & 1 != 0 {
                let uids: Vec<Option<String>> = Field::take(from)?;
                if uids.len() != designation.names.len() {
                    return Err("its names and their numbers are not as many");
                }
                designation.names.iter_mut().zip(uids).for_each(|(name, uid)| name.uid = uid);
            }
            $(if present >> $bit & 1 != 0 {
                designation.$field = Field::take(from)?;
            })*
            ended(from)
        }
    };
}

fields! {
    1 programmes, 2 measures, 3 listed, 4 changed, 5 effective, 6 divest_by, 7 births, 8 birth_places, 9 nationalities,
    10 citizenships, 11 gender, 12 titles, 13 identifiers, 14 addresses, 15 links, 16 cross_references, 17 reasons, 18 facts,
    19 legal_notes, 20 context
}

/// Writes the section of details to the end of what there is.
pub fn write_details(designations: &[Designation], bytes: Vec<u8>) -> Vec<u8> {
    let mut counting = Out::counting();
    designations.iter().for_each(|designation| put(designation, &mut counting));
    let table = counting.repeated();
    let mut out = Out::onto(bytes);
    table.put(&mut out);
    out.number(designations.len() as u64);
    // Their lengths stand before the records. Writing each of them twice costs less than holding all of them twice.
    let mut record = Out::new(&table);
    for designation in designations {
        put(designation, &mut record);
        out.number(record.bytes.len() as u64);
        record.bytes.clear();
    }
    for designation in designations {
        put(designation, &mut record);
        out.bytes.append(&mut record.bytes);
    }
    out.bytes
}

impl Details {
    /// The details out of their section, still packed.
    pub fn read(bytes: &[u8]) -> Result<Details, Damage> {
        let mut from = In::new(bytes, &[]);
        let table = Field::take(&mut from)?;
        let count = from.count()?;
        let mut end = 0_u32;
        let ends = column(count, || {
            let length = u32::try_from(from.number()?).map_err(|_| "a record is too long")?;
            end = end.checked_add(length).ok_or("its records are too long")?;
            Ok(end)
        })?;
        let records = from.bytes(end as usize)?.to_vec();
        ended(&from)?;
        Ok(Details { table, ends, records })
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A subject with its details.
    pub fn unpack(&self, at: usize, subject: &Subject) -> Result<Designation, Damage> {
        let end = *self.ends.get(at).ok_or("a record is missing")? as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        let record = self.records.get(start..end).ok_or("a record is missing")?;
        let mut designation = Designation::new(subject.id.clone(), subject.kind);
        designation.names = subject.names.clone();
        take(&mut designation, &mut In::new(record, &self.table))?;
        Ok(designation)
    }
}
