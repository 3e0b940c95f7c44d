//! Texts searched for the names of listed parties: what is found, where, what is not, and that a text without an end ends.

use namesieve::document::{Unread, UnreadCode};
use namesieve::list::{self, Input};
use namesieve::pack;
use namesieve::report::{ReasonCode, Scanned, Status};
use namesieve::{Scan, Screener, Settings, mention};
use std::io::Cursor;
use std::time::{Duration, Instant};

fn settings() -> Settings {
    Settings::new(mention::DEFAULT_THRESHOLD.into(), true).unwrap()
}

fn scan(text: &str) -> Scanned {
    Screener::embedded().unwrap().scan(text, &[], settings())
}

/// Each mention as it stands in the text, with the ids of its parties; a part of a name has a tilde.
fn found(text: &str) -> Vec<String> {
    found_by(&Screener::embedded().unwrap(), text)
}

fn found_by(screener: &Screener, text: &str) -> Vec<String> {
    let scanned = screener.scan(text, &[], settings());
    let units: Vec<u16> = text.encode_utf16().collect();
    let mention = |mention: &namesieve::report::Mention| {
        let ids: Vec<&str> = mention.parties.iter().map(|at| scanned.parties[*at].hit.id.as_str()).collect();
        let written = String::from_utf16(&units[mention.from..mention.to]).unwrap();
        format!("{}{written}: {}", if mention.again { "~" } else { "" }, ids.join(" "))
    };
    scanned.mentions.iter().map(mention).collect()
}

const REPORT: &str = "WASHINGTON — The Treasury named Shohrat Zakir, who chaired the regional government of Xinjiang, and Erken\n\
    Tuniyaz, who acts in his place. Mr Tuniyaz did not answer; Zakir's office in Urumqi was closed. \
    “These are abuses,” said Wally Adeyemo. The family of Otto Warmbier welcomed it.\n\n\
    In Burma it is Myo Swe Win, in Bangladesh the Rapid Action Battalion and Benazir Ahmad. \
    SenseTime Group Limited is on another list.";

#[test]
fn a_press_report_names_its_parties_and_nobody_else() {
    let expected = [
        "Shohrat Zakir: 34079",
        "Erken\nTuniyaz: 34119",
        "~Tuniyaz: 34119",
        "~Zakir: 34079",
        "Myo Swe Win: 33973",
        "Rapid Action Battalion: 33951",
        "Benazir Ahmad: 33952",
        "SenseTime Group Limited: 33114",
    ];
    assert_eq!(found(REPORT), expected);
    assert_eq!(scan(REPORT).status, Status::Screened);
}

#[test]
fn what_stands_in_the_next_cell_is_no_part_of_a_name() {
    assert_eq!(found("1\tShohrat Zakir\tChina"), ["Shohrat Zakir: 34079"]);
    assert_eq!(
        found("Shohrat\tZakir\tChairman"),
        ["Shohrat\tZakir: 34079"],
        "given and family name in cells of their own"
    );
}

#[test]
fn running_text_writes_names_in_its_own_ways() {
    for (text, expected) in [
        ("the case of Erken Tuni-\nyaz was heard", vec!["Erken Tuni-\nyaz: 34119"]),
        ("Messrs Erken Tuniyaz and Shohrat Zakir", vec!["Erken Tuniyaz: 34119", "Shohrat Zakir: 34079"]),
        ("It was “Erken Tuniyaz’s” plan", vec!["Erken Tuniyaz: 34119"]),
        ("ERKEN TUNIYAZ LISTED", vec!["ERKEN TUNIYAZ: 34119"]),
        ("ZAKIR, Shohrat; born 1953", vec!["ZAKIR, Shohrat: 34079"]),
        ("they met ErkenTuniyaz there", vec!["ErkenTuniyaz: 34119"]),
        ("the signature reads D. Y. Soin", vec!["D. Y. Soin: 34021"]),
        ("i met erken tuniyaz in the office", vec!["erken tuniyaz: 34119"]),
        ("der Beamte Chowdhury Abdullah Al-Mamun sagte", vec!["Chowdhury Abdullah Al-Mamun: 33953"]),
        ("встретил Эркена Тунияза в Урумчи", vec!["Эркена Тунияза: 34119"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

/// A list of one's own, with these rows of id, name and type.
fn of_own(rows: &str) -> Screener {
    let text = format!("id,name,type\n{rows}");
    let read = list::read(vec![Input::new("own.csv", Cursor::new(text.as_bytes()))]).unwrap().remove(0);
    let bytes = pack::write(&list::compile(read).unwrap()).unwrap();
    Screener::open([bytes.as_slice()]).unwrap()
}

#[test]
fn who_has_a_family_name_in_common_is_found_behind_the_other() {
    let screener = of_own("M,ماهر الأسد,person\nA,أسماء الأسد,person\n");
    assert_eq!(found_by(&screener, "زار ماهر الأسد وأسماء الأسد المدينة"), ["ماهر الأسد: M", "وأسماء الأسد: A"]);
}

#[test]
fn an_and_that_arabic_binds_to_a_name_is_taken_off_where_the_word_with_it_is_listed_too() {
    let screener = of_own("R,رامي مخلوف,person\nW,Warami Trading,company\n");
    assert_eq!(found_by(&screener, "زار ورامي مخلوف المدينة"), ["ورامي مخلوف: R"]);
}

#[test]
fn a_legal_form_before_a_name_of_one_word_is_no_other_name() {
    let screener = of_own("K,PAO Kamaz,company\nB,Belaruskali,company\n");
    assert_eq!(found_by(&screener, "Он купил ПАО «КАМАЗ» вчера."), ["КАМАЗ: K"]);
    assert_eq!(found_by(&screener, "la société OAO Belaruskali a répondu"), ["Belaruskali: B"]);
    assert_eq!(found_by(&screener, "la société Minsk Belaruskali a répondu"), [""; 0]);
}

#[test]
fn an_initial_before_a_name_may_be_a_title_and_two_are_somebody_elses() {
    let screener = of_own("G,Dan Gertler,person\nM,Abdul Momen,person\n");
    assert_eq!(found_by(&screener, "Les sociétés de M. Dan Gertler ont répondu."), ["Dan Gertler: G"]);
    assert_eq!(found_by(&screener, "The minister, A. K. Abdul Momen, answered."), [""; 0]);
    assert_eq!(found_by(&screener, "The minister, Abdul Momen, answered."), ["Abdul Momen: M"]);
}

#[test]
fn what_nobody_listed_stays_unmarked() {
    for text in [
        "Wally Adeyemo, the deputy secretary of the Treasury, spoke of Otto Warmbier.",
        "In Burma, Xinjiang and Bangladesh the police were on strike.",
        "Zakir and Ahmed are names of many.",
        "Erken was early. Tuniyaz, a village, is far.",
        "A rapid action of the battalion ended the strike.",
        "Benazir Bhutto met Abdullah Khan of the Azad Foundation.",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
        assert_eq!(scan(text).status, Status::Screened, "{text}");
    }
}

#[test]
fn each_mention_has_the_score_that_a_screening_of_its_text_has() {
    let screener = Screener::embedded().unwrap();
    let scanned = scan(REPORT);
    assert!(scanned.parties.len() > 5);
    for party in &scanned.parties {
        let first = party.mentions.iter().map(|at| &scanned.mentions[*at]).find(|mention| !mention.again).unwrap();
        let screening = screener.screen(&first.text, settings());
        let hit = screening.hits.iter().find(|hit| hit.id == party.hit.id).unwrap();
        assert_eq!((hit.score, &hit.explanation), (party.hit.score, &party.hit.explanation), "{}", first.text);
    }
}

#[test]
fn step_by_step_gives_the_same() {
    let screener = Screener::embedded().unwrap();
    let text = REPORT.repeat(20);
    let whole = screener.scan(&text, &[], settings());
    let mut scan = Scan::new(&screener, text, Vec::new(), settings());
    let mut progress = vec![scan.progress()];
    assert_eq!(scan.result(&screener).status, Status::NotScreened, "nothing was searched yet");
    while !scan.step(&screener) {
        progress.push(scan.progress());
    }
    assert!(progress.len() > 5 && progress.is_sorted() && scan.progress() == 1.0, "{progress:?}");
    assert_eq!(scan.result(&screener), whole);
    assert_eq!(whole.mentions.len(), 20 * 8);
}

#[test]
fn a_text_without_punctuation_is_cut_through_no_name() {
    let screener = Screener::embedded().unwrap();
    for (shift, between) in (0..9).flat_map(|shift| [(shift, " "), (shift, "\n")]) {
        let few = "nobody else was seen with".split(' ').cycle();
        let names = "Shohrat Zakir".split(' ');
        let words: Vec<&str> =
            few.clone().take(shift).chain((0..120).flat_map(|_| names.clone().chain(few.clone().take(5)))).collect();
        let found = screener.scan(&words.join(between), &[], settings());
        let whole = found.mentions.iter().filter(|mention| !mention.again).count();
        assert_eq!((whole, found.mentions.len()), (120, 120), "{shift} {between:?}");
    }
}

#[test]
fn only_what_is_done_is_all_of_the_work() {
    let screener = Screener::embedded().unwrap();
    // Texts that end at every place of a step, with a name in their last words.
    for words in (0..600).step_by(7) {
        let text = format!("{}\n\nErken Tuniyaz spoke.", "and so on, ".repeat(words));
        let mut scan = Scan::new(&screener, text, Vec::new(), settings());
        while !scan.step(&screener) {
            assert!(scan.progress() < 1.0, "{words}");
        }
        let result = scan.result(&screener);
        assert_eq!((result.status, result.mentions.len()), (Status::Screened, 1), "{words}");
    }
}

#[test]
fn what_was_not_looked_at_is_said() {
    let screener = Screener::embedded().unwrap();
    let codes = |scanned: &Scanned| scanned.reasons.iter().map(|reason| reason.code).collect::<Vec<_>>();
    for (text, code) in [
        ("  \n", ReasonCode::Empty),
        ("12 % – 3", ReasonCode::NoLetters),
        ("ភាសាខ្មែរ and more", ReasonCode::UnsupportedScript),
        ("a \u{fffd} b", ReasonCode::Unreadable),
    ] {
        let scanned = screener.scan(text, &[], settings());
        assert_eq!((scanned.status, codes(&scanned)), (Status::NotScreened, vec![code]), "{text}");
    }
    let unread = [Unread { code: UnreadCode::PagesWithoutText, value: Some("2".into()) }];
    let scanned = screener.scan(REPORT, &unread, settings());
    assert_eq!((scanned.status, codes(&scanned)), (Status::NotScreened, vec![ReasonCode::Unread]));
    assert_eq!(scanned.mentions.len(), 8, "what was found is shown");
    let mut off = Screener::embedded().unwrap();
    off.switch("ofac-sdn", false);
    off.switch("ofac-cmic", false);
    let scanned = off.scan(REPORT, &[], settings());
    assert_eq!((codes(&scanned), scanned.mentions.len()), (vec![ReasonCode::NoList], 0));
}

#[test]
fn a_hostile_text_ends_with_its_sentence() {
    let screener = Screener::embedded().unwrap();
    let started = Instant::now();
    let word = screener.scan(&"tuniyaz".repeat(1_500_000), &[], settings());
    assert_eq!(word.mentions.len(), 0);
    let words = screener.scan(&"Tuniyaz ".repeat(300_000), &[], settings());
    assert_eq!(words.mentions.len(), 0, "a family name that nobody gave in full");
    let names = screener.scan(&"Erken Tuniyaz, ".repeat(100_000), &[], settings());
    assert_eq!(names.mentions.len(), mention::MOST_MENTIONS);
    assert_eq!(names.reasons[0].code, ReasonCode::ManyMentions);
    let long = screener.scan(&"a".repeat(mention::MOST_CHARACTERS + 1), &[], settings());
    assert_eq!(long.reasons[0].code, ReasonCode::LongText);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}
