//! How a fact is written in a section and read back: one definition for both directions.
//!
//! Numbers are varints of seven bits a byte, lowest first. A text that occurs more than once in a section stands in the
//! section's table, most frequent first, and is written as its place there, counted from 1; any other text is written as 0,
//! its length and its bytes. A day is one number. A structure is its fields in order, without names or gaps.

use crate::date::{Day, PartialDate};
use crate::designation::*;
use crate::publication::{Publication, Source, Warning};
use std::collections::HashMap;

/// What is being written.
#[derive(Default)]
pub struct Out<'t> {
    /// The bytes so far.
    pub bytes: Vec<u8>,
    /// The places of the texts that stand in the table.
    table: HashMap<&'t str, u64>,
    /// How often each text was written, while they are counted and nothing is written.
    counts: Option<HashMap<&'t str, usize>>,
}

/// What is being read.
pub struct In<'b> {
    bytes: &'b [u8],
    table: &'b [String],
}

/// Why a section cannot be read.
pub type Damage = &'static str;

/// A fact that can be written and read.
pub trait Field: Sized {
    /// Writes it.
    fn put<'t>(&'t self, out: &mut Out<'t>);
    /// Reads it.
    ///
    /// # Errors
    /// [`Damage`] for bytes that are not such a fact.
    fn take(from: &mut In) -> Result<Self, Damage>;
    /// Whether it says nothing, so that it can be left out.
    fn is_blank(&self) -> bool {
        false
    }
}

impl<'t> Out<'t> {
    /// Nothing yet, with a table of texts.
    pub fn new(table: &'t [String]) -> Out<'t> {
        let places = table.iter().zip(1..).map(|(text, place)| (text.as_str(), place));
        Out { table: places.collect(), ..Out::default() }
    }

    /// At the end of what has been written.
    pub fn onto(bytes: Vec<u8>) -> Out<'t> {
        Out { bytes, ..Out::default() }
    }

    /// Counts texts and keeps nothing else, to make the table.
    pub fn counting() -> Out<'t> {
        Out { counts: Some(HashMap::new()), ..Out::default() }
    }

    /// The texts that were written more than once, most frequent first, then in the order of their bytes.
    pub fn repeated(self) -> Vec<String> {
        let counts = self.counts.unwrap_or_default();
        let mut repeated: Vec<(&str, usize)> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
        repeated.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        repeated.into_iter().map(|(text, _)| text.to_owned()).collect()
    }

    /// Writes a number.
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// Writes a text.
    pub fn text(&mut self, text: &'t str) {
        if let Some(counts) = &mut self.counts {
            self.bytes.clear();
            *counts.entry(text).or_default() += 1;
            return;
        }
        match self.table.get(text) {
            Some(place) => self.number(*place),
            None => {
                self.number(0);
                self.number(text.len() as u64);
                self.bytes.extend(text.as_bytes());
            }
        }
    }
}

impl<'b> In<'b> {
    /// Bytes to be read, with the table of their texts.
    pub fn new(bytes: &'b [u8], table: &'b [String]) -> In<'b> {
        In { bytes, table }
    }

    /// Whether all has been read.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Reads a number.
    ///
    /// # Errors
    /// [`Damage`] when the bytes end or the number is too large.
    pub fn number(&mut self) -> Result<u64, Damage> {
        let mut number = 0;
        for at in 0..10 {
            let (byte, rest) = self.bytes.split_first().ok_or("it ends in a number")?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << (7 * at);
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err("a number is too long")
    }

    /// Reads a number of things that each take a byte at least.
    ///
    /// # Errors
    /// [`Damage`] for more of them than there are bytes.
    pub fn count(&mut self) -> Result<usize, Damage> {
        let count = self.number()?;
        usize::try_from(count).ok().filter(|count| *count <= self.bytes.len()).ok_or("a number of things is too large")
    }

    /// Reads that many bytes.
    ///
    /// # Errors
    /// [`Damage`] when there are fewer.
    pub fn bytes(&mut self, length: usize) -> Result<&'b [u8], Damage> {
        let (found, rest) = self.bytes.split_at_checked(length).ok_or("it ends in a text")?;
        self.bytes = rest;
        Ok(found)
    }

    /// Reads a text.
    ///
    /// # Errors
    /// [`Damage`] for no text.
    pub fn text(&mut self) -> Result<&'b str, Damage> {
        match self.number()? {
            0 => {
                let length = self.count()?;
                std::str::from_utf8(self.bytes(length)?).map_err(|_| "a text is not UTF-8")
            }
            place => {
                let place = usize::try_from(place - 1).map_err(|_| "a text is missing in the table")?;
                self.table.get(place).map(String::as_str).ok_or("a text is missing in the table")
            }
        }
    }
}

impl Field for String {
    fn put<'t>(&'t self, out: &mut Out<'t>) {
        out.text(self);
    }
    fn take(from: &mut In) -> Result<String, Damage> {
        from.text().map(str::to_owned)
    }
}

impl Field for u64 {
    fn put<'t>(&'t self, out: &mut Out<'t>) {
        out.number(*self);
    }
    fn take(from: &mut In) -> Result<u64, Damage> {
        from.number()
    }
}

impl Field for usize {
    fn put<'t>(&'t self, out: &mut Out<'t>) {
        out.number(*self as u64);
    }
    fn take(from: &mut In) -> Result<usize, Damage> {
        usize::try_from(from.number()?).map_err(|_| "a number is too large")
    }
}

impl Field for bool {
    fn put<'t>(&'t self, out: &mut Out<'t>) {
        out.number(u64::from(*self));
    }
    fn take(from: &mut In) -> Result<bool, Damage> {
        match from.number()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err("a yes or no is neither"),
        }
    }
}

/// Days are numbered as if each month had 31 days; those that the calendar lacks are refused.
impl Field for Day {
    fn put<'t>(&'t self, out: &mut Out<'t>) {
        out.number((u64::from(self.year) * 12 + u64::from(self.month) - 1) * 31 + u64::from(self.day) - 1);
    }
    fn take(from: &mut In) -> Result<Day, Damage> {
        let number = from.number()?;
        let (month, year) = (number / 31 % 12 + 1, u16::try_from(number / (31 * 12)).map_err(|_| "no such year")?);
        Day::new(year, month as u8, (number % 31 + 1) as u8).ok_or("a day is not in the calendar")
    }
}

impl<A: Field, B: Field> Field for (A, B) {
    fn put<'t>(&'t self, out: &mut Out<'t>) {
        self.0.put(out);
        self.1.put(out);
    }
    fn take(from: &mut In) -> Result<(A, B), Damage> {
        Ok((A::take(from)?, B::take(from)?))
    }
}

impl<T: Field> Field for Option<T> {
    fn put<'t>(&'t self, out: &mut Out<'t>) {
        out.number(u64::from(self.is_some()));
        if let Some(some) = self {
            some.put(out);
        }
    }
    fn take(from: &mut In) -> Result<Option<T>, Damage> {
        bool::take(from)?.then(|| T::take(from)).transpose()
    }
    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T: Field> Field for Vec<T> {
    fn put<'t>(&'t self, out: &mut Out<'t>) {
        out.number(self.len() as u64);
        self.iter().for_each(|each| each.put(out));
    }
    fn take(from: &mut In) -> Result<Vec<T>, Damage> {
        let count = from.count()?;
        (0..count).map(|_| T::take(from)).collect()
    }
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

/// A structure: its fields, in this order.
macro_rules! structure {
    ($type:ident { $($field:ident),* }) => {
        impl Field for $type {
            fn put<'t>(&'t self, out: &mut Out<'t>) {
                $(self.$field.put(out);)*
            }
            fn take(from: &mut In) -> Result<$type, Damage> {
                Ok($type { $($field: Field::take(from)?),* })
            }
        }
    };
}

/// A choice: its cases, numbered in this order. New cases go to the end.
macro_rules! choice {
    ($type:ident { $($case:ident),* }) => {
        impl Field for $type {
            fn put<'t>(&'t self, out: &mut Out<'t>) {
                const CASES: &[$type] = &[$($type::$case),*];
                let place = CASES.iter().position(|case| case == self).unwrap_or(CASES.len());
                out.number(place as u64);
            }
            fn take(from: &mut In) -> Result<$type, Damage> {
                const CASES: &[$type] = &[$($type::$case),*];
                let place = from.number()? as usize;
                CASES.get(place).copied().ok_or(concat!("it has an unknown ", stringify!($type)))
            }
        }
    };
}

choice!(SubjectKind { Individual, Entity, Vessel, Aircraft });
choice!(NameKind { Primary, Alias, Former });
choice!(NameQuality { Strong, Weak });
choice!(MeasureKind {
    Blocking,
    InvestmentRestriction,
    Sectoral,
    CorrespondentAccounts,
    MenuBased,
    Rejection,
    Evasion,
    AssetFreeze,
    TravelBan,
    Services,
    Trade,
    Transport,
    Other,
    OwnList
});
structure!(PartialDate { published, interval });
structure!(Identifier { kind, number, country, issued, expires });
structure!(Address { street, place, country, uid });
structure!(Link { to, relation });
structure!(CrossReference { authority, id });
structure!(LabelledFact { label, value });
structure!(Reference { title, url });
structure!(Context { text, source });
structure!(Programme { code, authority, title, references });
structure!(Measure { id, kind, effect, rule, references });
structure!(Source { file, bytes, sha256, records });
structure!(Warning { id, what });
structure!(Publication { list, authority, title, issued, scope, complete, ages, record_url });
