//! A record without its names, for a donor or an auditor: it says what was looked at and what each row came to, not who was asked.
//!
//! ```text
//! {"format":"namesieve-redacted/1",
//! "head":{ when, by whom, software, method, settings, lists, and a commitment to the whole record },
//! "rows":[
//! {"hidden":"…","status":"screened","potential":0,"reasons":[],"chain":"…"},      one line for each row of the record
//! …
//! ],
//! "counts":{…},
//! "seal":"…"}
//! ```
//!
//! `hidden` is the HMAC-SHA-256 of the row and its outcome with a key of its own, which comes from the key of the whole redacted record and
//! the place of the row. Without that key nobody can find out whether a name stands in it by trying names; with it whoever has the
//! record can open one row and no other: the row's own key, its text and its outcome ([`opened`](super::opened)) fit `hidden` or they do not. So what
//! is opened later is what was screened then, and nothing is said of the other rows. Chain and seal are those of
//! [`record`](super::record).

use super::delta::Basis;
use super::record::{Counts, Oldest, Record, RecordError, Software, digest, json};
use super::{Outcome, Row};
use crate::pack::hex;
use crate::report::{Coverage, ReasonCode, Status};
use hmac::{Hmac, KeyInit, Mac};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// The format of a redacted record and its version.
pub const FORMAT: &str = "namesieve-redacted/1";
/// The format of its key.
pub const KEY_FORMAT: &str = "namesieve-redacted-key/1";

/// Bytes of a key.
pub const KEY: usize = 32;

/// A record without its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redacted {
    format: String,
    /// What holds for all rows.
    pub head: Head,
    /// The rows of the record, each without what it asked and what was found.
    pub rows: Vec<Hidden>,
    /// How many rows came to what.
    pub counts: Counts,
    /// The digest over everything above it, in hexadecimal.
    pub seal: String,
}

/// What a redacted record tells of all its rows. The file that was screened, its columns and the note are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Head {
    /// When screening began, UTC.
    pub made: String,
    /// Who screened, as they say.
    pub operator: String,
    /// What screened.
    pub software: Software,
    /// The method and its version.
    pub method: String,
    /// The score from which a listed name is a hit, 1 to 100.
    pub threshold: u8,
    /// Whether a weak alias alone makes a hit.
    pub weak_aliases: bool,
    /// Today and the age in days from which a list is out of date, if that was heeded.
    pub oldest: Option<Oldest>,
    /// The lists that were looked at.
    pub lists: Vec<Coverage>,
    /// Lists that were loaded and switched off.
    pub off: Vec<Coverage>,
    /// Lists that could not be loaded.
    pub without: Vec<String>,
    /// The earlier record on which the run relied, its seal being an HMAC.
    pub since: Option<Basis>,
    /// The HMAC of the seal of the whole record.
    pub record: String,
}

/// A row that is hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Hidden {
    /// The HMAC of the row and its outcome, in hexadecimal.
    pub hidden: String,
    /// Whether it was screened.
    pub status: Status,
    /// How many potential matches it has.
    pub potential: usize,
    /// Why it was not screened.
    pub reasons: Vec<ReasonCode>,
    /// The digest over this row and all before it.
    pub chain: String,
}

/// The key of a redacted record, which whoever hands it out keeps beside the whole record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    format: String,
    /// Of which redacted record, by its seal.
    pub redacted: String,
    /// 32 bytes in hexadecimal that nobody can guess.
    pub key: String,
}

/// A file as JSON, of this format.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8], wanted: &str) -> Result<T, RecordError> {
    #[derive(Deserialize)]
    struct Version {
        format: String,
    }
    let unreadable = |error: serde_json::Error| RecordError::Unreadable(error.to_string());
    let Version { format } = serde_json::from_slice(bytes).map_err(unreadable)?;
    match format == wanted {
        true => serde_json::from_slice(bytes).map_err(unreadable),
        false => Err(RecordError::Other { wanted: wanted.to_owned(), got: format }),
    }
}

/// The HMAC-SHA-256 of texts, in hexadecimal.
fn hmac(key: &[u8], text: &str) -> String {
    // HMAC takes keys of any length.
    let mac = Hmac::<Sha256>::new_from_slice(key).map(|mac| mac.chain_update(text.as_bytes()).finalize());
    mac.map_or(String::new(), |mac| hex(&mac.into_bytes()))
}

/// The key of one row, of which none says anything about another.
pub(super) fn key_of(key: &[u8], at: usize) -> String {
    hmac(key, &format!("row {at}"))
}

fn hidden(key: &str, row: &Row, outcome: &Outcome) -> String {
    hmac(key.as_bytes(), &json(&(row, outcome)))
}

impl Redacted {
    /// Hides what a record asked and found. `key` are random bytes that nobody else knows; the same give the same again.
    pub fn new(record: &Record, key: &[u8; KEY]) -> (Redacted, Key) {
        let whole = &record.head;
        let head = Head {
            made: whole.made.clone(),
            operator: whole.operator.clone(),
            software: whole.software.clone(),
            method: whole.method.clone(),
            threshold: whole.threshold,
            weak_aliases: whole.weak_aliases,
            oldest: whole.oldest.clone(),
            lists: whole.lists.clone(),
            off: whole.off.clone(),
            without: whole.without.clone(),
            since: whole
                .since
                .as_ref()
                .map(|since| Basis { seal: hmac(key, &format!("since {}", since.seal)), ..since.clone() }),
            record: hmac(key, &format!("record {}", record.seal)),
        };
        let mut chain = digest(FORMAT, &json(&head));
        let rows = record.rows.iter().enumerate().map(|(at, entry)| {
            let mut row = Hidden::of(&key_of(key, at), &entry.row, &entry.outcome);
            chain = digest(&chain, &json(&row));
            row.chain.clone_from(&chain);
            row
        });
        let rows: Vec<Hidden> = rows.collect();
        let seal = digest(&chain, &json(&record.counts));
        let key = Key { format: KEY_FORMAT.into(), redacted: seal.clone(), key: hex(key) };
        (Redacted { format: FORMAT.into(), head, rows, counts: record.counts, seal }, key)
    }

    /// The redacted record as a file, one row a line.
    pub fn write(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(json).collect();
        format!(
            "{{\"format\":{},\n\"head\":{},\n\"rows\":[\n{}\n],\n\"counts\":{},\n\"seal\":{}}}\n",
            json(&self.format),
            json(&self.head),
            rows.join(",\n"),
            json(&self.counts),
            json(&self.seal)
        )
    }

    /// Whether a file is meant to be one.
    pub fn is_meant(bytes: &[u8]) -> bool {
        bytes.starts_with(b"{\"format\":\"namesieve-redacted/")
    }

    /// Reads a redacted record and holds it against its own digests.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn read(bytes: &[u8]) -> Result<Redacted, RecordError> {
        let redacted: Redacted = read(bytes, FORMAT)?;
        let changed = |what: String| Err(RecordError::Changed(what));
        let mut chain = digest(&redacted.format, &json(&redacted.head));
        for (at, row) in redacted.rows.iter().enumerate() {
            chain = digest(&chain, &json(&Hidden { chain: String::new(), ..row.clone() }));
            if chain != row.chain {
                return changed(format!("its row at place {} does not fit what stands before it", at + 1));
            }
        }
        if digest(&chain, &json(&redacted.counts)) != redacted.seal || !redacted.counts_fit() {
            return changed("its counts or its seal do not fit its rows".to_owned());
        }
        match redacted.write().as_bytes() == bytes {
            true => Ok(redacted),
            false => changed("its text is not as it was written".to_owned()),
        }
    }

    fn counts_fit(&self) -> bool {
        let count = |is: &dyn Fn(&Hidden) -> bool| self.rows.iter().filter(|row| is(row)).count();
        let screened = |row: &Hidden| row.status == Status::Screened;
        self.counts
            == Counts {
                rows: self.rows.len(),
                potential: count(&|row| row.potential > 0),
                none: count(&|row| screened(row) && row.potential == 0),
                not_screened: count(&|row| !screened(row)),
                stopped: count(&|row| row.reasons.contains(&ReasonCode::Stopped)),
                hits: self.rows.iter().map(|row| row.potential).sum(),
            }
    }
}

impl Hidden {
    pub(super) fn of(key: &str, row: &Row, outcome: &Outcome) -> Hidden {
        // Each code once and in one order: how many names it is said of is nothing to tell.
        let mut reasons: Vec<ReasonCode> = outcome.reasons.iter().map(|reason| reason.code).collect();
        reasons.sort_by_cached_key(json);
        reasons.dedup();
        Hidden {
            hidden: hidden(key, row, outcome),
            status: outcome.status,
            potential: outcome.hits.len(),
            reasons,
            chain: String::new(),
        }
    }
}

impl Key {
    /// Reads a key.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn read(bytes: &[u8]) -> Result<Key, RecordError> {
        read(bytes, KEY_FORMAT)
    }

    /// The key as a file.
    pub fn write(&self) -> String {
        format!("{}\n", json(self))
    }

    pub(super) fn bytes(&self) -> Option<[u8; KEY]> {
        let digits = self.key.as_bytes().as_chunks::<2>().0;
        let byte = |pair: &[u8; 2]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        digits.iter().map(byte).collect::<Option<Vec<u8>>>()?.try_into().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::record::tests::record;

    const SECRET: [u8; KEY] = [7; KEY];

    #[test]
    fn nothing_of_a_row_is_told() {
        let record = record();
        let (redacted, key) = Redacted::new(&record, &SECRET);
        let text = redacted.write();
        for hidden in ["Benazir", "AHMED", "33952", "partners", "Quarterly", "1963", &record.seal, &key.key] {
            assert!(!text.contains(hidden), "{hidden} stands in {text}");
        }
        assert_eq!(Redacted::read(text.as_bytes()).as_ref(), Ok(&redacted));
        assert!(Redacted::is_meant(text.as_bytes()) && !Redacted::is_meant(record.write().as_bytes()));
        assert_eq!(Key::read(key.write().as_bytes()), Ok(key));
    }

    #[test]
    fn equal_rows_are_hidden_differently() {
        let mut record = record();
        record.rows[1] = record.rows[0].clone();
        let (redacted, _) = Redacted::new(&record, &SECRET);
        assert_ne!(redacted.rows[0].hidden, redacted.rows[1].hidden);
    }

    #[test]
    fn no_byte_of_it_can_be_changed_and_no_row_taken_out_unseen() {
        let (redacted, _) = Redacted::new(&record(), &SECRET);
        let bytes = redacted.write().into_bytes();
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1;
            assert!(Redacted::read(&other).is_err(), "byte {at}");
            other.remove(at);
            assert!(Redacted::read(&other).is_err(), "without byte {at}");
        }
        for at in 0..redacted.rows.len() {
            let mut without = redacted.clone();
            without.rows.remove(at);
            assert!(matches!(Redacted::read(without.write().as_bytes()), Err(RecordError::Changed(_))));
        }
        // Digests made anew do not hide counts that are none.
        let mut other = redacted;
        other.counts.none += 1;
        other.seal = digest(&other.rows[3].chain, &json(&other.counts));
        assert!(matches!(Redacted::read(other.write().as_bytes()), Err(RecordError::Changed(_))));
    }
}
