//! The pack format: deterministic, whole or refused.

use namesieve::pack::{self, PackError};
use namesieve::{EMBEDDED, Screener};

/// A pack of two short lists, so that every byte of it can be tried.
fn small() -> Vec<u8> {
    let mut lists: Vec<_> = pack::open(EMBEDDED).unwrap().iter().map(|open| open.list()).collect();
    lists[0].designations.retain(|d| d.id == "33951" || d.id == "33952");
    pack::write(&lists).unwrap()
}

#[test]
fn what_is_written_is_read_and_the_same_lists_give_the_same_bytes() {
    let bytes = small();
    let open = pack::open(&bytes).unwrap();
    assert_eq!(open.len(), 2);
    assert_eq!(open[0].subjects[1].primary_name(), "AHMED, Benazir");
    let again: Vec<_> = open.iter().map(|open| open.list()).collect();
    assert_eq!(pack::write(&again).unwrap(), bytes);
}

#[test]
fn every_changed_byte_is_refused() {
    let whole = small();
    for at in 0..whole.len() {
        for change in [0x01, 0x80, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] ^= change;
            assert!(pack::open(&bytes).is_err(), "byte {at} changed by {change:#x} was not noticed");
        }
    }
}

#[test]
fn every_truncation_and_every_addition_is_refused() {
    let whole = small();
    for length in 0..whole.len() {
        assert!(pack::open(&whole[..length]).is_err(), "{length} of {} bytes were taken", whole.len());
    }
    assert!(matches!(pack::open(&[&whole[..], b"\0"].concat()), Err(PackError::Length { .. })));
}

#[test]
fn refusals_say_what_was_found_and_what_to_do() {
    let says = |bytes: &[u8]| pack::open(bytes).unwrap_err().to_string();
    assert_eq!(
        says(b""),
        "this is not a Namesieve pack: it starts with nothing: it is empty; choose a file that `namesieve` made"
    );
    assert!(says(b"<!DOCTYPE html>").contains("not a Namesieve pack"));
    let mut newer = small();
    newer[8] = 9;
    assert!(says(&newer).contains("format version 9"));
    let mut damaged = small();
    *damaged.last_mut().unwrap() ^= 1;
    assert!(
        says(&damaged).starts_with("the section of details of list 2 of the pack is damaged"),
        "{}",
        says(&damaged)
    );
    assert!(matches!(pack::write(&[]), Err(PackError::Lists { got: 0 })));
}

#[test]
fn what_cannot_be_screened_is_not_packed_and_a_list_is_opened_once() {
    let lists: Vec<_> = pack::open(&small()).unwrap().iter().map(|open| open.list()).collect();
    let refused = |change: &dyn Fn(&mut pack::List)| {
        let mut list = lists[0].clone();
        change(&mut list);
        pack::write(&[list]).unwrap_err().to_string()
    };
    assert!(refused(&|list| list.designations.clear()).contains("the list is empty"));
    assert!(refused(&|list| list.publication.list.clear()).contains("the list has no id"));
    assert!(refused(&|list| list.designations[0].names[0].name = "...".into()).contains("no letter to be compared"));
    let twice = Screener::open([&small()[..], &small()[..]]).err().unwrap();
    assert!(matches!(twice, PackError::Twice { .. }), "{twice}");
}

#[test]
fn a_bad_pack_beside_a_good_one_opens_nothing() {
    assert!(Screener::open([EMBEDDED, b"not a pack"]).is_err());
}
