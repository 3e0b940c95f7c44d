//! Updates and imports from end to end, with publishers that stumble, refuse, send too little or something else.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use namesieve::pack::{self, hex};
use sha2::{Digest, Sha256};

use super::fetch::Patience;
use super::publisher::{Answer, Publisher};
use super::shelf::Shelf;
use super::sources::{Addresses, Source};
use super::{Outcome, Run, close};

/// A small source: the UN's list, of which three designations are enough.
const UN: Source = Source {
    id: "un-sc",
    publisher: "A publisher for tests",
    url: "https://publisher.example/lists/consolidated.xml",
    file: "consolidated.xml",
    lists: &["un-sc"],
    floor: 3,
    most_bytes: 100_000,
};

const TAG: &str = "ETag: \"first\"";

/// A UN list with so many persons, of two regimes, so that it is a whole one.
fn list(persons: usize, day: &str) -> Vec<u8> {
    let person = |number: usize| {
        let (regime, prefix) = if number % 2 == 0 { ("Al-Qaida", "QD") } else { ("Taliban", "TA") };
        format!(
            "<INDIVIDUAL><DATAID>{number}</DATAID><FIRST_NAME>PERSON</FIRST_NAME><SECOND_NAME>NUMBER{number}</SECOND_NAME>\
             <UN_LIST_TYPE>{regime}</UN_LIST_TYPE><REFERENCE_NUMBER>{prefix}i.{number:03}</REFERENCE_NUMBER>\
             <LISTED_ON>2001-01-25</LISTED_ON></INDIVIDUAL>\n"
        )
    };
    let persons: String = (1..=persons).map(person).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"{day}T06:00:00.000Z\"><INDIVIDUALS>\n\
         {persons}</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>\n"
    )
    .into_bytes()
}

/// A shelf of its own for a test.
struct Bench {
    folder: PathBuf,
}

impl Bench {
    fn new(test: &str) -> Bench {
        let folder = std::env::temp_dir().join(format!("namesieve-lists-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Bench { folder }
    }

    fn run(&self, publisher: Option<&Publisher>, allow_shrink: bool) -> Run {
        Run {
            shelf: Shelf::new(self.folder.join("packs")),
            downloads: self.folder.join("downloads"),
            addresses: Addresses { from: publisher.map(|publisher| publisher.address.clone()), ..Addresses::default() },
            allow_shrink,
            patience: Patience { tries: 3, pause: Duration::from_millis(5), silence: Duration::from_millis(400) },
        }
    }

    fn update(&self, publisher: &Publisher) -> Outcome {
        self.run(Some(publisher), false).update(&[&UN]).remove(0)
    }

    /// Fills the shelf with a list of ten persons under the tag `first`.
    fn filled(&self) -> Vec<u8> {
        let publisher = Publisher::start(vec![Answer::whole(&list(10, "2026-11-01")).with(TAG)]);
        self.update(&publisher).result.unwrap();
        self.pack().unwrap()
    }

    fn pack(&self) -> Option<Vec<u8>> {
        fs::read(self.folder.join("packs/un-sc.pack")).ok()
    }

    fn manifest(&self) -> serde_json::Value {
        serde_json::from_slice(&fs::read(self.folder.join("packs/manifest.json")).unwrap()).unwrap()
    }

    /// Every file of the shelf; nothing half-written may lie there.
    fn shelf(&self) -> Vec<String> {
        let files = fs::read_dir(self.folder.join("packs")).unwrap();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn why(outcome: &Outcome) -> String {
    format!("{:#}", outcome.result.as_ref().err().expect("this update must fail"))
}

fn designations(outcome: &Outcome) -> usize {
    match &outcome.result {
        Ok(done) => done.lists.iter().map(|list| list.designations).sum(),
        Err(error) => panic!("{error:#}"),
    }
}

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
    assert_eq!(entry["sha256"], hex(&Sha256::digest(&pack)));
    assert_eq!(entry["warnings"], serde_json::json!([]));
    let [list] = entry["lists"].as_array().unwrap().as_slice() else { panic!("one list") };
    assert_eq!((&list["id"], &list["issued"]), (&"un-sc".into(), &"2026-11-01".into()));
    assert_eq!((&list["designations"], &list["names"], &list["complete"]), (&10.into(), &10.into(), &true.into()));
    let source = &entry["source"][0];
    assert_eq!((&source["file"], &source["bytes"]), (&"consolidated.xml".into(), &file.len().into()));
    assert_eq!(source["sha256"], hex(&Sha256::digest(&file)));
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
    assert_eq!(bench.manifest()["packs"][0]["source"][0]["sha256"], hex(&Sha256::digest(&file)));
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
    let file = list(10, "2026-11-01");
    let publisher = Publisher::start(vec![
        Answer::whole(&file).with(TAG).cut(300).silent(Duration::from_secs(5)),
        Answer::rest(&file, 300).with(TAG),
    ]);
    assert_eq!(designations(&bench.update(&publisher)), 10);
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
    let publisher = Publisher::start(vec![Answer::whole(&file).with(TAG).cut(300), Answer::status(403)]);
    assert!(why(&bench.update(&publisher)).contains("403"));
    let publisher = Publisher::start(vec![Answer::rest(&file, 300).with(TAG)]);
    // The same address: only then is the part of the same file.
    let other = bench.update(&publisher);
    assert!(other.result.is_err(), "a part from another address must not be gone on with");
    assert!(!publisher.asked()[0].contains("range"));
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
        assert!(line.contains("FAILED") && line.contains("un-sc (2026-11-01): 10 designations"), "{line}");
    }
    assert_eq!((bench.pack().unwrap(), bench.manifest()), (pack, manifest));
    let nobody = Publisher::start(Vec::new());
    assert!(why(&bench.update(&nobody)).contains("could not be fetched"));
}

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
fn a_list_that_shrinks_is_taken_only_when_that_is_allowed() {
    let bench = Bench::new("shrinks");
    let pack = bench.filled();
    let shrunk = list(9, "2026-11-02");
    let publisher = Publisher::start(vec![Answer::whole(&shrunk).with("ETag: \"second\""), Answer::status(304)]);
    let failed = bench.update(&publisher);
    let sentence = why(&failed);
    assert!(
        sentence.contains("un-sc has 9 designations and had 10") && sentence.contains("--allow-shrink"),
        "{sentence}"
    );
    assert_eq!(bench.pack().unwrap(), pack);

    let allowed = bench.run(Some(&publisher), true).update(&[&UN]).remove(0);
    assert_eq!(designations(&allowed), 9);
    assert!(allowed.to_string().contains("taken although it shrank"), "{allowed}");
    assert_ne!(bench.pack().unwrap(), pack);

    // One in twenty may go: 40 to 38. One more may not.
    for (persons, taken) in [(40, true), (38, true), (36, false)] {
        let publisher = Publisher::start(vec![Answer::whole(&list(persons, "2026-11-03"))]);
        assert_eq!(bench.update(&publisher).result.is_ok(), taken, "{persons}");
    }
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
    let publisher = Publisher::start(vec![Answer::whole(&list(10, "2026-10-01"))]);
    let older = bench.update(&publisher).to_string();
    assert!(older.contains("un-sc of 2026-10-01 takes the place of that of 2026-11-01"), "{older}");

    // What a pack held that can no longer be opened, the manifest remembers.
    fs::write(bench.folder.join("packs/un-sc.pack"), b"damaged").unwrap();
    let publisher = Publisher::start(vec![Answer::whole(&list(5, "2026-11-02"))]);
    assert!(why(&bench.update(&publisher)).contains("5 designations and had 10"));

    fs::write(bench.folder.join("packs/manifest.json"), b"{").unwrap();
    let publisher = Publisher::start(vec![Answer::whole(&list(10, "2026-11-02"))]);
    assert!(why(&bench.update(&publisher)).contains("remove it and update all lists again"));
}
