//! A record while it is being read: the designation, and what is settled only when the whole file is known.

use super::lists::Marks;
use crate::date::{PartialDate, whole_year};
use crate::designation::{Address, Designation, ListedName, NameKind, NameQuality, SubjectKind};
use crate::list::notices::{Notices, UNKNOWN_NAME, UNKNOWN_SUBJECT};
use crate::list::roll::Roll;
use crate::list::words::{fact, line};
use crate::list::{push_new, script};

/// A record in the making.
#[derive(Debug)]
pub struct Draft {
    /// The subject, without its names until they are settled.
    pub designation: Designation,
    /// Its names.
    names: Roll,
    /// The names in `Linked To`, which become links once all records are known.
    pub ties: Vec<String>,
    /// What shows on which of the non-SDN lists it stands.
    pub marks: Marks,
}

impl Draft {
    /// A record with an id and OFAC's word for its kind; an empty word or `-0-` is an entity in the CSV family.
    pub fn new(id: &str, kind: &str, notices: &mut Notices) -> Draft {
        let known = match kind.to_ascii_lowercase().as_str() {
            "individual" => Some(SubjectKind::Individual),
            "entity" | "" => Some(SubjectKind::Entity),
            "vessel" => Some(SubjectKind::Vessel),
            "aircraft" => Some(SubjectKind::Aircraft),
            _ => None,
        };
        let designation = Designation::new(id, known.unwrap_or(SubjectKind::Entity));
        let mut draft = Draft { designation, names: Roll::with_repeats(id), ties: Vec::new(), marks: Marks::default() };
        if known.is_none() {
            notices.add_at(UNKNOWN_SUBJECT, kind, &format!(" of record {id}"));
            draft.fact("Kind", kind);
        }
        draft
    }

    /// Adds the primary name.
    pub fn primary(&mut self, name: &str, notices: &mut Notices) {
        let name = ListedName::new(name, NameKind::Primary, NameQuality::Strong, script::of(name));
        self.names.list(name, notices);
    }

    /// Adds an alias with OFAC's word for its type: `a.k.a.`, `f.k.a.`, `n.k.a.`, with or without the full stops.
    pub fn alias(&mut self, kind: &str, name: &str, quality: NameQuality, uid: Option<String>, notices: &mut Notices) {
        let kind = match kind.replace('.', "").to_ascii_lowercase().as_str() {
            "fka" => NameKind::Former,
            // Now known as: another name of today.
            "aka" | "nka" => NameKind::Alias,
            _ => {
                notices.add_at(UNKNOWN_NAME, kind, &format!(" of record {}", self.designation.id));
                NameKind::Alias
            }
        };
        self.names.list(ListedName { uid, ..ListedName::new(name, kind, quality, script::of(name)) }, notices);
    }

    /// Adds a date of birth.
    pub fn birth(&mut self, published: &str) {
        let read = PartialDate::read(published);
        let date = if read.interval.is_some() { read } else { years(published).unwrap_or(read) };
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
        if line(&address).is_some() {
            self.designation.addresses.push(address);
        }
    }

    /// Adds a labelled fact.
    pub fn fact(&mut self, label: &str, value: impl Into<String>) {
        push_new(&mut self.designation.facts, fact(label, value));
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

    /// Gives the subject its names; false for a record without any.
    pub fn settle_names(&mut self, notices: &mut Notices) -> bool {
        self.designation.names = self.names.finish(notices).unwrap_or_default();
        !self.designation.names.is_empty()
    }
}

/// `circa 1979-1982`: two years that a hyphen joins, as in one record among thousands.
fn years(published: &str) -> Option<PartialDate> {
    let (first, last) = published.strip_prefix("circa ").unwrap_or(published).split_once('-')?;
    let year = |text: &str| whole_year(text.trim().parse().ok().filter(|_| text.trim().len() == 4)?);
    Some(PartialDate::between(published, year(first)?.0, year(last)?.1)).filter(|date| date.interval.is_some())
}
