//! Records, redacted records and decisions: as they were written, or refused; and one that somebody forged is found by screening
//! again.

use super::{BETWEEN, embedded};
use namesieve::batch::delta::Entries;
use namesieve::batch::opened::Opened;
use namesieve::batch::record::Record;
use namesieve::batch::redacted::{KEY, Key, Redacted};
use namesieve::batch::review::Review;
use namesieve::batch::since::Since;
use namesieve::report::Status;

/// A record: by its own digests, and once more with all of them made anew, as a forger would.
pub fn record(data: &[u8]) {
    if let Ok(record) = Record::read(data) {
        assert!(record.write().as_bytes() == data, "a record that is taken is not written as it was");
    }
    let Ok(Record { head, rows, .. }) = serde_json::from_slice(data) else { return };
    let forged = Record::new(head, rows.into_iter().map(|entry| (entry.row, entry.outcome)));
    let Ok(record) = Record::read(forged.write().as_bytes()) else { return };
    assert!(record == forged, "a record is another one after it was written");
    let _ = (record.other_lists(embedded().lists()), record.other_entries(&Entries::of(embedded())));
    if let Ok(settings) = record.settings() {
        for entry in &record.rows {
            let now = embedded().screen_row(&entry.row, settings);
            let hides = entry.outcome.status == Status::Screened && entry.outcome.hits.len() < now.hits.len();
            assert!(
                !hides || Record::differs(entry, &now).is_some(),
                "a potential match was taken out unseen: {entry:?}"
            );
        }
    }
    let (redacted, key) = Redacted::new(&record, &[7; KEY]);
    assert!(Redacted::read(redacted.write().as_bytes()).as_ref() == Ok(&redacted), "a redacted record is another one");
    let numbers: Vec<usize> = record.rows.iter().map(|entry| entry.row.row).collect();
    if let Ok(opened) = Opened::new(&record, &key, &numbers) {
        assert!(redacted.holds(&opened).is_ok(), "rows that were opened are not those that were hidden");
    }
    let before = Since::new(record.clone());
    for entry in &record.rows {
        let _ = before.changes(&entry.row, &entry.outcome);
    }
}

/// A redacted record, opened rows of it and a key.
pub fn redacted(data: &[u8]) {
    let mut parts = data.split(|byte| *byte == BETWEEN);
    let mut part = || parts.next().unwrap_or_default();
    let (redacted, opened, key) = (Redacted::read(part()), Opened::read(part()), Key::read(part()));
    if let Ok(redacted) = &redacted {
        assert!(Redacted::read(redacted.write().as_bytes()).as_ref() == Ok(redacted));
        let _ = (redacted.settings(), redacted.other_lists(embedded().lists()));
    }
    if let (Ok(redacted), Ok(opened)) = (&redacted, &opened)
        && let Ok(rows) = redacted.holds(opened)
        && let Ok(settings) = redacted.settings()
    {
        for open in rows {
            let _ = Redacted::differs(open, &embedded().screen_row(&open.row, settings));
        }
    }
    if let Ok(key) = key {
        assert!(Key::read(key.write().as_bytes()).as_ref() == Ok(&key));
    }
}

/// Decisions of an earlier review.
pub fn review(data: &[u8]) {
    if let Ok(review) = Review::read(data) {
        assert!(
            Review::read(review.write().as_bytes()).as_ref() == Ok(&review),
            "decisions are others after they were written"
        );
    }
}
