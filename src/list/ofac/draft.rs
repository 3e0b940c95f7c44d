//! A record while it is being read: the designation, and what is settled only when the whole file is known.

use super::lists::Marks;
use super::particular::push_new;
use super::quirks::{Quirk, Quirks};
use crate::date::{PartialDate, whole_year};
use crate::designation::{Address, Designation, LabelledFact, ListedName, NameKind, NameQuality, SubjectKind};
use crate::list::script;

/// A record in the making.
#[derive(Debug)]
pub struct Draft {
    /// The subject.
    pub designation: Designation,
    /// The names in `Linked To`, which become links once all records are known.
    pub ties: Vec<String>,
    /// What shows on which of the non-SDN lists it stands.
    pub marks: Marks,
}

impl Draft {
    /// A record with an id and OFAC's word for its kind; an empty word or `-0-` is an entity in the CSV family.
    pub fn new(id: &str, kind: &str, quirks: &mut Quirks) -> Draft {
        let known = match kind.to_ascii_lowercase().as_str() {
            "individual" => Some(SubjectKind::Individual),
            "entity" | "" => Some(SubjectKind::Entity),
            "vessel" => Some(SubjectKind::Vessel),
            "aircraft" => Some(SubjectKind::Aircraft),
            _ => None,
        };
        let designation = Designation::new(id, known.unwrap_or(SubjectKind::Entity));
        let mut draft = Draft { designation, ties: Vec::new(), marks: Marks::default() };
        if known.is_none() {
            quirks.note(Quirk::UnknownKind, format!("`{kind}` of record {id}"));
            draft.fact("Kind", kind);
        }
        draft
    }

    /// Adds a name; one that is there already, with the same kind and quality, is not added again.
    pub fn name(&mut self, name: ListedName, quirks: &mut Quirks) {
        if !name.name.chars().any(char::is_alphanumeric) {
            quirks.note(Quirk::NameWithoutLetter, format!("`{}` of record {}", name.name, self.designation.id));
            return;
        }
        let same =
            |known: &ListedName| (&known.name, known.kind, known.quality) == (&name.name, name.kind, name.quality);
        if !self.designation.names.iter().any(same) {
            self.designation.names.push(name);
        }
    }

    /// Adds the primary name.
    pub fn primary(&mut self, name: &str, quirks: &mut Quirks) {
        self.name(ListedName::new(name, NameKind::Primary, NameQuality::Strong, script::of(name)), quirks);
    }

    /// Adds an alias with OFAC's word for its type: `a.k.a.`, `f.k.a.`, `n.k.a.`, with or without the full stops.
    pub fn alias(&mut self, kind: &str, name: &str, quality: NameQuality, uid: Option<String>, quirks: &mut Quirks) {
        let kind = match kind.replace('.', "").to_ascii_lowercase().as_str() {
            "fka" => NameKind::Former,
            // Now known as: another name of today.
            "aka" | "nka" => NameKind::Alias,
            _ => {
                quirks.note(Quirk::UnknownAliasType, format!("`{kind}` of record {}", self.designation.id));
                NameKind::Alias
            }
        };
        self.name(ListedName { uid, ..ListedName::new(name, kind, quality, script::of(name)) }, quirks);
    }

    /// Adds a date of birth.
    pub fn birth(&mut self, published: &str, quirks: &mut Quirks) {
        let read = PartialDate::read(published);
        let date = if read.interval.is_some() { read } else { years(published).unwrap_or(read) };
        if date.interval.is_none() {
            quirks.note(Quirk::UnreadableBirth, format!("`{published}` of record {}", self.designation.id));
        }
        push_new(&mut self.designation.births, date);
    }

    /// Adds the titles of one field, which a semicolon keeps apart.
    pub fn titles(&mut self, published: &str) {
        for title in published.split(';').map(str::trim).filter(|title| !title.is_empty()) {
            push_new(&mut self.designation.titles, title.to_owned());
        }
    }

    /// Adds an address that says something.
    pub fn address(&mut self, address: Address) {
        if address.street.is_some() || address.place.is_some() || address.country.is_some() {
            self.designation.addresses.push(address);
        }
    }

    /// Adds a labelled fact.
    pub fn fact(&mut self, label: &str, value: impl Into<String>) {
        push_new(&mut self.designation.facts, LabelledFact { label: label.to_owned(), value: value.into() });
    }

    /// Adds remarks without a label of their own.
    pub fn remark(&mut self, text: String) {
        if text.starts_with("United States financial institutions are prohibited") {
            // So the CAPTA list says what listing means; it has no label for it.
            push_new(&mut self.designation.legal_notes, text);
        } else if !text.is_empty() {
            self.fact("Remarks", text);
        }
    }

    /// Sees to it that the first name alone is primary; false for a record without any name.
    pub fn settle_names(&mut self, quirks: &mut Quirks) -> bool {
        let names = &mut self.designation.names;
        match names.iter().position(|name| name.kind == NameKind::Primary) {
            Some(at) => names[..=at].rotate_right(1),
            None => match names.first_mut() {
                Some(first) => {
                    first.kind = NameKind::Primary;
                    quirks.note(Quirk::NoPrimaryName, format!("record {}", self.designation.id));
                }
                None => return false,
            },
        }
        true
    }
}

/// `circa 1979-1982`: two years that a hyphen joins, as in one record among thousands.
fn years(published: &str) -> Option<PartialDate> {
    let (first, last) = published.strip_prefix("circa ").unwrap_or(published).split_once('-')?;
    let year = |text: &str| whole_year(text.trim().parse().ok().filter(|_| text.trim().len() == 4)?);
    Some(PartialDate::between(published, year(first)?.0, year(last)?.1)).filter(|date| date.interval.is_some())
}
