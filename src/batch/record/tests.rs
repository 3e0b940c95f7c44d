//! A record can be read back, counted and checked, and nothing in it can be changed unseen.

use super::*;
use crate::Screener;
use crate::Settings;
use crate::sheet::Sheet;

const NAMES: &str = "name,born\nBenazir Ahmad,1963\n,\nJane Roe,1970\nErkenTuniyaz,\n";

pub(in crate::batch) fn record() -> Record {
    let screener = Screener::embedded().unwrap();
    let sheet = Sheet::read("partners.csv", NAMES.as_bytes(), &Choice::default()).unwrap();
    let columns = Columns::recognise(&sheet);
    let rows = columns.rows(&sheet).unwrap();
    let head = Head {
        made: "2026-11-30T00:00:00Z".into(),
        operator: "A. B.".into(),
        note: "Quarterly “check”".into(),
        software: Software { version: "0".into(), engine: "native".into(), sha256: "00".into() },
        method: crate::METHOD.into(),
        threshold: 70,
        weak_aliases: false,
        oldest: None,
        lists: screener.lists().to_vec(),
        off: Vec::new(),
        without: Vec::new(),
        entries: Entries::of(&screener),
        since: None,
        input: Input {
            file: sheet.file,
            form: sheet.form,
            choice: Choice::default(),
            labels: sheet.labels,
            columns,
            notes: sheet.notes,
        },
    };
    let settings = Settings::default();
    Record::new(head, rows.into_iter().map(|row| (row.clone(), screener.screen_row(&row, settings))))
}

#[test]
fn what_is_written_is_read_and_counted() {
    let record = record();
    assert_eq!(Record::read(record.write().as_bytes()).as_ref(), Ok(&record));
    let expected = Counts { rows: 4, potential: 2, none: 1, not_screened: 1, stopped: 0, hits: 2 };
    assert_eq!(record.counts, expected);
    assert_eq!(record.settings(), Ok(Settings::default()));
    assert_eq!(record.other_lists(Screener::embedded().unwrap().lists()), None);
}

#[test]
fn no_byte_can_be_changed_or_taken_out_unseen() {
    let bytes = record().write().into_bytes();
    for at in 0..bytes.len() {
        for flip in [1, 0x20] {
            let mut other = bytes.clone();
            other[at] ^= flip;
            assert!(Record::read(&other).is_err(), "byte {at}: {}", String::from_utf8_lossy(&other));
        }
        let mut shorter = bytes.clone();
        shorter.remove(at);
        assert!(Record::read(&shorter).is_err(), "without byte {at}");
        assert!(Record::read(&bytes[..at]).is_err(), "cut off at {at}");
    }
}

#[test]
fn no_row_can_be_taken_out_or_moved_unseen() {
    let whole = record();
    for at in 0..whole.rows.len() {
        let mut without = whole.clone();
        without.rows.remove(at);
        without.counts = Counts::of(without.rows.iter().map(|entry| &entry.outcome));
        let refused = Record::read(without.write().as_bytes());
        assert!(matches!(refused, Err(RecordError::Changed(_))), "without row {at}: {refused:?}");
        let mut turned = whole.clone();
        turned.rows.rotate_left(1);
        assert!(matches!(Record::read(turned.write().as_bytes()), Err(RecordError::Changed(_))));
    }
}

#[test]
fn a_forger_who_makes_all_digests_anew_is_found_by_screening_again() {
    let screener = Screener::embedded().unwrap();
    let honest = record();
    let rows =
        honest.rows.iter().map(|entry| (entry.row.clone(), Outcome { hits: Vec::new(), ..entry.outcome.clone() }));
    let forged = Record::new(honest.head.clone(), rows);
    let read = Record::read(forged.write().as_bytes()).unwrap();
    let settings = read.settings().unwrap();
    let differences =
        read.rows.iter().filter_map(|entry| Record::differs(entry, &screener.screen_row(&entry.row, settings)));
    assert_eq!(differences.count(), 2);
    assert!(
        honest.rows.iter().all(|entry| Record::differs(entry, &screener.screen_row(&entry.row, settings)).is_none())
    );
}
