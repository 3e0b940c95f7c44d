//! Fetching from publishers that stumble, fall silent, break off, refuse and change their mind.

use std::fs;
use std::time::{Duration, Instant};

use namesieve::pack;

use super::{Answer, Bench, Publisher, TAG, designations, list, why};
use crate::digest;

#[test]
fn a_list_is_fetched_once_and_then_only_asked_after() {
    let bench = Bench::new("once");
    let file = list(10, "2026-11-01");
    let publisher = Publisher::start(vec![
        Answer::whole(&file).with(TAG).with("Last-Modified: Sun, 01 Nov 2026 06:00:00 GMT"),
        Answer::status(304),
    ]);
    let first = bench.update(&publisher);
    assert_eq!(designations(&first), 10);
    let pack = bench.pack().unwrap();
    let open = pack::open(&pack).unwrap();
    assert_eq!(open[0].list().publication.issued.unwrap().to_string(), "2026-11-01");

    let manifest = bench.manifest();
    let entry = &manifest["packs"][0];
    assert_eq!((&entry["file"], &entry["bytes"]), (&"un-sc.pack".into(), &pack.len().into()));
    assert_eq!(entry["sha256"], digest::hex(&pack));
    assert_eq!(entry["warnings"], serde_json::json!([]));
    let [list] = entry["lists"].as_array().unwrap().as_slice() else { panic!("one list") };
    assert_eq!((&list["id"], &list["issued"]), (&"un-sc".into(), &"2026-11-01".into()));
    assert_eq!((&list["designations"], &list["names"], &list["complete"]), (&10.into(), &10.into(), &true.into()));
    let source = &entry["source"][0];
    assert_eq!((&source["file"], &source["bytes"]), (&"consolidated.xml".into(), &file.len().into()));
    assert_eq!(source["sha256"], digest::hex(&file));
    assert_eq!(source["url"], format!("{}/lists/consolidated.xml", publisher.address));
    assert_eq!(
        (&source["etag"], &source["lastModified"]),
        (&"\"first\"".into(), &"Sun, 01 Nov 2026 06:00:00 GMT".into())
    );

    let second = bench.update(&publisher);
    assert_eq!(designations(&second), 10);
    assert!(second.to_string().contains("no newer one"), "{second}");
    assert_eq!(bench.pack().unwrap(), pack, "the same file gives the same pack");
    assert_eq!(bench.manifest(), manifest);
    let [first, second] = &publisher.asked()[..] else { panic!("two requests") };
    assert!(first.starts_with("get /lists/consolidated.xml http/1.1") && !first.contains("if-none-match"), "{first}");
    assert!(second.contains("if-none-match: \"first\"\r\n"), "{second}");
    assert!(second.contains("if-modified-since: sun, 01 nov 2026 06:00:00 gmt\r\n"), "{second}");
    assert_eq!(bench.shelf(), ["manifest.json", "un-sc.pack"]);
}

#[test]
fn a_transfer_that_breaks_off_goes_on_where_it_was() {
    let bench = Bench::new("cut");
    let file = list(10, "2026-11-01");
    // Twice as often as a server may stumble without progress; here each try brings something.
    let publisher = Publisher::start(vec![
        Answer::whole(&file).with(TAG).cut(300),
        Answer::rest(&file, 300).with(TAG).cut(200),
        Answer::rest(&file, 500).with(TAG).cut(100),
        Answer::rest(&file, 600).with(TAG).cut(1),
        Answer::rest(&file, 601).with(TAG),
    ]);
    assert_eq!(designations(&bench.update(&publisher)), 10);
    assert_eq!(bench.manifest()["packs"][0]["source"][0]["sha256"], digest::hex(&file));
    let asked = publisher.asked();
    assert!(!asked[0].contains("range"), "{}", asked[0]);
    for (request, from) in asked[1..].iter().zip([300, 500, 600, 601]) {
        assert!(request.contains(&format!("range: bytes={from}-\r\n")), "{request}");
        assert!(request.contains("if-range: \"first\"\r\n"), "{request}");
    }
    assert_eq!(asked.len(), 5);
}

#[test]
fn a_server_that_falls_silent_is_asked_again() {
    let bench = Bench::new("silent");
    let began = Instant::now();
    let long = Duration::from_secs(5);
    let file = list(10, "2026-11-01");
    let publisher = Publisher::start(vec![
        Answer::whole(&file).with(TAG).cut(300).silent(long),
        Answer::rest(&file, 300).with(TAG),
    ]);
    assert_eq!(designations(&bench.update(&publisher)), 10);
    assert!(began.elapsed() < long, "it must be asked again before it has closed the connection");
}

#[test]
fn a_file_that_changed_meanwhile_is_fetched_anew() {
    let bench = Bench::new("changed");
    let (old, new) = (list(10, "2026-11-01"), list(12, "2026-11-02"));
    let publisher =
        Publisher::start(vec![Answer::whole(&old).with(TAG).cut(300), Answer::whole(&new).with("ETag: \"second\"")]);
    assert_eq!(designations(&bench.update(&publisher)), 12);
    assert_eq!(bench.manifest()["packs"][0]["source"][0]["etag"], "\"second\"");

    // A server that sends another part than the missing one, and one that knows no such part, are asked for the whole.
    for wrong in [Answer::rest(&new, 301).with(TAG), Answer::status(416)] {
        let bench = Bench::new("changed-part");
        let publisher = Publisher::start(vec![
            Answer::whole(&old).with(TAG).cut(300),
            wrong,
            Answer::whole(&new).with("ETag: \"second\""),
        ]);
        assert_eq!(designations(&bench.update(&publisher)), 12);
        assert!(!publisher.asked()[2].contains("range"));
    }
}

#[test]
fn without_a_tag_a_part_is_never_gone_on_with() {
    let bench = Bench::new("no-tag");
    let file = list(10, "2026-11-01");
    for weak in ["X-Nothing: 1", "ETag: W/\"first\""] {
        let publisher = Publisher::start(vec![Answer::whole(&file).with(weak).cut(300), Answer::whole(&file)]);
        assert_eq!(designations(&bench.update(&publisher)), 10);
        assert!(!publisher.asked()[1].contains("range"), "{weak}");
    }
}

#[test]
fn what_was_begun_in_one_run_is_finished_in_the_next() {
    let bench = Bench::new("next-run");
    let file = list(10, "2026-11-01");
    let part = || Answer::whole(&file).with(TAG).cut(300);
    let publisher = Publisher::start(vec![part(), Answer::status(403), Answer::rest(&file, 300).with(TAG)]);
    assert!(why(&bench.update(&publisher)).contains("403"));
    assert_eq!(designations(&bench.update(&publisher)), 10);
    assert!(publisher.asked()[2].contains("range: bytes=300-\r\n"));

    // A part of a file from another address is another file's part.
    let bench = Bench::new("next-run-elsewhere");
    assert!(bench.update(&Publisher::start(vec![part(), Answer::status(403)])).result.is_err());
    let elsewhere = Publisher::start(vec![Answer::whole(&file)]);
    assert_eq!(designations(&bench.update(&elsewhere)), 10);
    assert!(!elsewhere.asked()[0].contains("range"));
}

#[test]
fn a_server_that_stumbles_is_asked_three_times() {
    let bench = Bench::new("stumbles");
    let file = list(10, "2026-11-01");
    let publisher = Publisher::start(vec![Answer::status(500), Answer::status(503), Answer::whole(&file)]);
    assert_eq!(designations(&bench.update(&publisher)), 10);

    let pack = bench.pack().unwrap();
    let publisher = Publisher::start(vec![Answer::status(500); 4]);
    let failed = bench.update(&publisher);
    assert!(why(&failed).contains("given up after 3 tries") && why(&failed).contains("500"), "{}", why(&failed));
    assert_eq!(publisher.asked().len(), 3);
    assert_eq!(bench.pack().unwrap(), pack);
}

#[test]
fn a_refusal_is_final_and_the_old_pack_stays() {
    let bench = Bench::new("refused");
    let pack = bench.filled();
    let manifest = bench.manifest();
    for (status, advice) in [(403, "lists import"), (404, "--url"), (418, "no list")] {
        let publisher = Publisher::start(vec![Answer::status(status), Answer::whole(&list(11, "2026-11-02"))]);
        let failed = bench.update(&publisher);
        let why = why(&failed);
        assert!(why.contains(&status.to_string()) && why.contains(advice), "{why}");
        assert_eq!(publisher.asked().len(), 1, "it must not be asked again");
        let line = failed.to_string();
        assert!(line.contains("FAILED") && line.contains("un-sc (2026-11-01), designations: 10"), "{line}");
    }
    assert_eq!((bench.pack().unwrap(), bench.manifest()), (pack, manifest));
    let nobody = Publisher::start(Vec::new());
    assert!(why(&bench.update(&nobody)).contains("could not be fetched"));
}

#[test]
fn a_broken_answer_does_not_make_us_forget_the_file_that_we_have() {
    let bench = Bench::new("not-forgotten");
    let file = list(10, "2026-11-01");
    let publisher = Publisher::start(vec![
        Answer::whole(&file).with(TAG),
        Answer::whole(b"<html><body>Sorry</body></html>").with("ETag: \"broken\""),
        Answer::status(304),
    ]);
    assert_eq!(designations(&bench.update(&publisher)), 10);
    assert!(bench.update(&publisher).result.is_err());
    assert_eq!(designations(&bench.update(&publisher)), 10);
    assert!(publisher.asked()[2].contains("if-none-match: \"first\"\r\n"));
}

#[test]
fn too_large_a_file_is_not_fetched_to_its_end() {
    let bench = Bench::new("large");
    let large = vec![b' '; 200_000];
    for answer in [Answer::whole(&large), Answer::endless(&large)] {
        let publisher = Publisher::start(vec![answer]);
        let failed = bench.update(&publisher);
        assert!(why(&failed).contains("more than 100000 bytes"), "{}", why(&failed));
        assert!(!fs::exists(bench.folder.join("downloads/un-sc/consolidated.xml.part")).unwrap());
    }
}
