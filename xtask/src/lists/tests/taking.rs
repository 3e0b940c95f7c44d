//! What is taken onto the shelf and what is not: no list, another list, a smaller or an older one.

use std::fs;
use std::process::ExitCode;

use super::super::close;
use super::{Answer, Bench, Publisher, Source, TAG, UN, designations, list, why};

#[test]
fn what_is_no_whole_list_is_not_taken_and_not_kept() {
    let bench = Bench::new("no-list");
    let pack = bench.filled();
    let whole = list(10, "2026-11-02");
    let cases: [(&[u8], &str); 4] = [
        (
            b"<!DOCTYPE html><html><head><title>Maintenance</title></head></html>",
            "web page and not a list (`Maintenance`)",
        ),
        (&whole[..whole.len() / 2], "cut off"),
        (b"", "empty"),
        (b"PK\x03\x04", "ZIP"),
    ];
    for (body, says) in cases {
        // Under a tag of its own: if it were kept, the next update would ask after that.
        let publisher = Publisher::start(vec![Answer::whole(body).with("ETag: \"broken\""), Answer::status(304)]);
        let failed = bench.update(&publisher);
        assert!(why(&failed).contains(says), "{}", why(&failed));
        assert_eq!(bench.pack().unwrap(), pack);
        assert!(!fs::exists(bench.folder.join("downloads/un-sc/consolidated.xml.part")).unwrap());
    }
}

#[test]
fn a_list_that_shrinks_is_taken_only_when_that_is_allowed() {
    let bench = Bench::new("shrinks");
    let update = |persons| {
        let tag = format!("ETag: \"{persons}\"");
        let publisher =
            Publisher::start(vec![Answer::whole(&list(persons, "2026-11-02")).with(&tag), Answer::status(304)]);
        (bench.update(&publisher), publisher)
    };
    // One in twenty may go.
    for (persons, taken) in [(300, true), (285, true), (270, false), (271, true)] {
        assert_eq!(update(persons).0.result.is_ok(), taken, "{persons}");
    }
    // Of a short list as well.
    fs::remove_dir_all(bench.folder.join("packs")).unwrap();
    for (persons, taken) in [(40, true), (37, false), (38, true)] {
        assert_eq!(update(persons).0.result.is_ok(), taken, "{persons}");
    }
    let pack = bench.pack();
    let (failed, publisher) = update(19);
    let sentence = why(&failed);
    assert!(
        sentence.contains("un-sc has 19 designations and had 38") && sentence.contains("--allow-shrink"),
        "{sentence}"
    );
    assert_eq!(bench.pack(), pack);

    // The download was kept: the publisher is only asked whether there is a newer one.
    let allowed = bench.run(Some(&publisher), true).update(&[&UN]).remove(0);
    assert_eq!(designations(&allowed), 19);
    assert!(allowed.to_string().contains("taken although it shrank"), "{allowed}");
    assert!(publisher.asked()[1].contains("if-none-match: \"19\"\r\n"));
    assert_ne!(bench.pack(), pack);
}

#[test]
fn a_kept_file_that_was_damaged_is_fetched_anew() {
    let bench = Bench::new("kept");
    let pack = bench.filled();
    let file = list(10, "2026-11-01");
    let publisher =
        Publisher::start(vec![Answer::whole(&file).with(TAG), Answer::status(304), Answer::whole(&file).with(TAG)]);
    assert!(bench.update(&publisher).result.is_ok());
    fs::write(bench.folder.join("downloads/un-sc/consolidated.xml"), &file[..500]).unwrap();
    assert!(why(&bench.update(&publisher)).contains("fetched anew the next time"));
    assert_eq!(bench.pack().unwrap(), pack);
    assert_eq!(designations(&bench.update(&publisher)), 10);
    assert!(!publisher.asked()[2].contains("if-none-match"));
}

#[test]
fn too_small_a_list_is_refused_though_none_was_there() {
    let bench = Bench::new("floor");
    let publisher = Publisher::start(vec![Answer::whole(&list(2, "2026-11-01"))]);
    let failed = bench.update(&publisher);
    assert!(why(&failed).contains("2 designations, and at least 3"), "{}", why(&failed));
    assert!(failed.to_string().contains("there is no earlier pack"), "{failed}");
    assert_eq!(bench.pack(), None);
}

#[test]
fn another_list_than_the_one_that_was_asked_for_is_not_taken() {
    let bench = Bench::new("other");
    let other = Source { id: "eu-fsf", lists: &["eu-fsf"], ..UN };
    let publisher = Publisher::start(vec![Answer::whole(&list(10, "2026-11-01"))]);
    let failed = bench.run(Some(&publisher), true).update(&[&other]).remove(0);
    assert!(why(&failed).contains("it holds un-sc, and eu-fsf was asked for"), "{}", why(&failed));
}

#[test]
fn one_failure_fails_the_run_and_the_others_are_made() {
    let bench = Bench::new("others");
    let other = Source { id: "uk-sanctions", lists: &["uk-sanctions"], ..UN };
    let publisher = Publisher::start(vec![Answer::status(404), Answer::whole(&list(10, "2026-11-01"))]);
    let outcomes = bench.run(Some(&publisher), false).update(&[&other, &UN]);
    assert!(outcomes[0].result.is_err());
    assert_eq!(designations(&outcomes[1]), 10);
    assert_eq!(format!("{:?}", close(&outcomes)), format!("{:?}", ExitCode::FAILURE));
    assert_eq!(format!("{:?}", close(&outcomes[1..])), format!("{:?}", ExitCode::SUCCESS));
}

#[test]
fn an_older_edition_and_a_damaged_pack_are_noticed() {
    let bench = Bench::new("older");
    bench.filled();
    let publisher = Publisher::start(vec![Answer::whole(&list(20, "2026-10-01"))]);
    let older = bench.update(&publisher).to_string();
    assert!(older.contains("un-sc of 2026-10-01 takes the place of that of 2026-11-01"), "{older}");

    // What a pack held that can no longer be opened, the manifest remembers.
    fs::write(bench.folder.join("packs/un-sc.pack"), b"damaged").unwrap();
    let publisher = Publisher::start(vec![Answer::whole(&list(5, "2026-11-02"))]);
    assert!(why(&bench.update(&publisher)).contains("5 designations and had 20"));

    fs::write(bench.folder.join("packs/manifest.json"), b"{").unwrap();
    let publisher = Publisher::start(vec![Answer::whole(&list(10, "2026-11-02"))]);
    assert!(why(&bench.update(&publisher)).contains("remove it and update all lists again"));
}

#[test]
fn files_that_a_person_brings_are_held_against_the_same_rules() {
    let bench = Bench::new("import");
    let run = |allow_shrink| bench.run(None, allow_shrink);
    let file = |name: &str, bytes: &[u8]| {
        let path = bench.folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let small = file("anything.txt", &list(10, "2026-11-01"));
    let refused = run(false).import(std::slice::from_ref(&small)).unwrap().remove(0);
    assert!(why(&refused).contains("10 designations, and at least 750"), "{}", why(&refused));
    assert_eq!(bench.pack(), None);

    let taken = run(true).import(std::slice::from_ref(&small)).unwrap().remove(0);
    assert_eq!((taken.name.as_str(), designations(&taken)), ("un-sc", 10));
    let source = &bench.manifest()["packs"][0]["source"][0];
    assert_eq!((&source["file"], &source["url"]), (&"anything.txt".into(), &serde_json::Value::Null));

    let pack = bench.pack();
    let page = file("page.xml", b"<html><title>Busy</title></html>");
    let other = file("other.xml", &list(12, "2026-11-02"));
    for (files, says) in [
        (vec![other.clone(), page], "page.xml is a web page"),
        (vec![other, small], "two of the files hold the list `un-sc`"),
        (vec![bench.folder.join("missing.xml")], "missing.xml cannot be opened"),
    ] {
        let error = format!("{:#}", run(true).import(&files).err().expect("nothing may be taken"));
        assert!(error.contains(says), "{error}");
        assert_eq!(bench.pack(), pack);
    }
}

#[test]
fn the_version_of_the_manifest_grows_with_every_change_and_only_then() {
    let bench = Bench::new("version");
    let whole = |persons, day| Answer::whole(&list(persons, day)).with(TAG);
    let answers = vec![whole(10, "2026-11-01"), Answer::status(304), whole(11, "2026-11-02")];
    let publisher = Publisher::start(answers);
    let version = || {
        bench.update(&publisher).result.unwrap();
        bench.manifest()["version"].as_u64().unwrap()
    };
    let (first, second, third) = (version(), version(), version());
    // Seconds since 1970, so that a page can show a date: the clock is this century's.
    assert!(first > 946_684_800, "{first}");
    assert_eq!(second, first);
    assert!(third > second, "{third}");
}
