//! A table screened on the command line: results, the record, and the record checked.

use crate::place::Place;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const PARTNERS: &str = "tests/fixtures/tables/partners.csv";
const UN: &str = "tests/fixtures/lists/un/consolidated.xml";
const SDN_WITHOUT_COMMENTS: [&str; 3] = [
    "tests/fixtures/lists/ofac/sdn-2023-12-28/sdn.csv",
    "tests/fixtures/lists/ofac/sdn-2023-12-28/alt.csv",
    "tests/fixtures/lists/ofac/sdn-2023-12-28/add.csv",
];

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_namesieve")).args(arguments).output().unwrap()
}

/// What a command that ends well says.
fn said(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "progress is for terminals");
    String::from_utf8(output.stdout).unwrap()
}

/// What a command that fails says, with the status of a data error.
fn fault(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_table_gives_results_and_a_record_that_is_confirmed() {
    let place = Place::new("tables-confirmed");
    let [results, record] = [place.at("results.csv"), place.at("record.json")];
    let told = said(&[
        "screen",
        "--names",
        PARTNERS,
        "--out",
        &results,
        "--record",
        &record,
        "--operator",
        "A caseworker",
        "--note",
        "Q4",
    ]);
    for words in [
        "Looked at 27 designations on 2 lists",
        "partners.csv: 11 rows, read as a table with `;`, UTF-8",
        "  family: Nom\n  given: Prénom\n  birth: Date de naissance\n",
        "  not compared: Remarque\n",
        "11 rows: 6 with potential matches (6 in all), 2 without one on these lists, 3 not screened",
    ] {
        assert!(told.contains(words), "{words} is missing in {told}");
    }
    let confirmed = said(&["verify", &record, "--input", PARTNERS]);
    assert!(confirmed.starts_with("confirmed: ") && confirmed.contains("with its file and its lists"), "{confirmed}");
    let seal = told.split("seal ").nth(1).unwrap().trim();
    assert!(seal.len() == 64 && confirmed.contains(seal), "{told}");
    assert!(said(&["verify", &record]).contains("the file was not given and not compared"));
}

#[test]
fn a_record_is_not_confirmed_when_anything_is_another() {
    let place = Place::new("tables-not-confirmed");
    let record = place.at("record.json");
    said(&["screen", "--names", PARTNERS, "--record", &record]);
    let text = fs::read_to_string(&record).unwrap();
    let changed = place.file("changed.json", text.replacen("Benazir", "Benizar", 1).as_bytes());
    assert!(fault(&["verify", &changed]).contains("the record was changed after it was made: row 2 (Benizar Ahmad)"));
    let other = place.file("other.csv", b"name\nBenazir Ahmad\n");
    assert!(fault(&["verify", &record, "--input", &other]).contains("not confirmed: the file"));
    let pack = place.at("un.pack");
    said(&["compile", UN, "-o", &pack]);
    assert!(
        fault(&["verify", &record, "--pack", &pack])
            .contains("not confirmed: the list `ofac-sdn` of 2021-12-10 of the record is not loaded")
    );
    // More lists than were looked at do no harm: they are left aside.
    assert!(said(&["verify", &record, "--pack", &pack, "--embedded"]).starts_with("confirmed"));
    assert!(fault(&["verify", PARTNERS]).contains("this is no screening record, or it is damaged"));
    let format = place.file("format.json", text.replacen("namesieve-record/2", "namesieve-record/9", 1).as_bytes());
    assert!(fault(&["verify", &format]).contains("the record has the format `namesieve-record/9`"));
}

#[test]
fn decisions_and_the_record_of_last_time_are_told_in_the_results() {
    let place = Place::new("tables-review");
    let [record, results] = [place.at("record.json"), place.at("results.csv")];
    said(&["screen", "--names", PARTNERS, "--record", &record]);
    let text = fs::read_to_string(&record).unwrap();
    let entry: serde_json::Value = serde_json::from_str(&text).unwrap();
    let hit = &entry["rows"][0]["outcome"]["hits"][0];
    let decision = serde_json::json!({
        "customer": { "reference": "A-1", "names": ["benazir ahmad"], "facts": ["birth 1963", "country bangladesh"] },
        "listing": { "list": hit["list"], "id": hit["id"], "name": hit["name"], "profile": hit["profile"] },
        "verdict": "false-positive", "reason": "another birth date", "reviewer": "A. B.", "made": "2026-11-30T00:00:00Z",
    });
    let review = serde_json::json!({ "format": "namesieve-review/1", "decisions": [decision] }).to_string();
    let review = place.file("review.json", review.as_bytes());
    let more =
        place.file("partners.csv", [fs::read(PARTNERS).unwrap(), b"A-12;Tuniyaz;Erken;;;;\r\n".to_vec()].concat());
    let told = said(&["screen", "--names", &more, "--out", &results, "--review", &review, "--since", &record]);
    assert!(told.contains("6 potential matches are undecided"), "{told}");
    assert!(told.contains(": 1 new, 0 changed, 0 gone, 6 the same\n  that record knows 11 of the 12 rows\n"), "{told}");
    let other = said(&[
        "screen",
        "--names",
        PARTNERS,
        "--out",
        &place.at("other.csv"),
        "--since",
        &record,
        "--threshold",
        "97",
    ]);
    assert!(
        other.contains(" 0 new, 0 changed, 4 gone, 2 the same")
            && other.contains("The earlier record was made at the threshold 70, and this at 97."),
        "{other}"
    );
    let written = fs::read_to_string(&results).unwrap();
    assert!(
        written.contains("ofac-sdn 33952: false positive (A. B., 2026-11-30T00:00:00Z, another birth date)"),
        "{written}"
    );
    assert!(written.contains("not in the record | new: TUNIYAZ, Erken (ofac-sdn 34119)"), "{written}");
    let no = fault(&["screen", "--names", PARTNERS, "--out", &results, "--review", &record]);
    assert!(no.contains("the review has the format `namesieve-record/2`"), "{no}");
}

#[test]
fn columns_are_named_where_the_header_does_not_say() {
    let place = Place::new("tables-columns");
    let odd = place.file("odd.csv", "Wer,Wann,Wo\nBenazir Ahmad,1963,BD\nJane Roe,1970,FR\n".as_bytes());
    let out = place.at("out.csv");
    let asks = fault(&["screen", "--names", &odd, "--out", &out]);
    assert!(
        asks.contains("no column is known to hold the names; the columns are `Column 1`, `Column 2`, `Column 3`")
            && asks.contains("--map name=COLUMN"),
        "{asks}"
    );
    assert!(!PathBuf::from(&out).exists());
    let told = said(&["screen", "--names", &odd, "--header", "--map", "name=wer,dob=#2,country=Wo", "--out", &out]);
    assert!(told.contains("2 rows: 1 with potential matches") && told.contains("birth: Wann"), "{told}");
    assert!(fs::read_to_string(&out).unwrap().contains("birth agrees; country agrees"));
    let map = |map: &str| fault(&["screen", "--names", &odd, "--header", "--map", map, "--out", &out]);
    assert!(map("name=Who").contains("there is no column `Who`; the columns are `Wer`, `Wann`, `Wo`, or #1"));
    assert!(map("shoe=Wer").contains("`shoe` is nothing that a column can be used for; expected one of name, given,"));
    let whole = said(&["screen", "--names", &odd, "--no-header", "--map", "name=#1", "--out", &out]);
    assert!(whole.contains("odd.csv: 3 rows"), "{whole}");
}

#[test]
fn columns_that_seem_to_hold_names_are_not_passed_over_in_silence() {
    let place = Place::new("tables-suspects");
    let file = place.file(
        "suppliers.csv",
        "Raison sociale;Nom du dirigeant;Contact e-mail\nAlpha SA;Erken Tuniyaz;a@b.c\n".as_bytes(),
    );
    let told = said(&["screen", "--names", &file, "--out", &place.at("out.csv")]);
    assert!(
        told.contains("not compared, though they seem to hold names (--map alias=COLUMN): Nom du dirigeant\n"),
        "{told}"
    );
    let told = said(&["screen", "--names", &file, "--map", "alias=nom du dirigeant", "--out", &place.at("out.csv")]);
    assert!(told.contains("1 row: 1 with potential matches") && !told.contains("though they seem"), "{told}");
}

#[test]
fn a_workbook_goes_in_and_comes_out() {
    let place = Place::new("tables-workbook");
    let [book, again] = [place.at("results.xlsx"), place.at("again.csv")];
    said(&["screen", "--names", PARTNERS, "--out", &book]);
    let told = said(&["screen", "--names", &book, "--sheet", "Results", "--out", &again]);
    assert!(told.contains("results.xlsx: 11 rows, read as the sheet `Results` of a workbook"), "{told}");
    assert!(
        fault(&["screen", "--names", &book, "--sheet", "Other", "--out", &again])
            .contains("has no sheet `Other`; it has `Results`")
    );
}

#[test]
fn nothing_is_written_over_the_file_and_nothing_is_half_meant() {
    let place = Place::new("tables-usage");
    let names = place.file("names.csv", b"name\nJane Roe\n");
    assert!(
        fault(&["screen", "--names", &names, "--out", &names])
            .contains("it would be written over the file that is screened")
    );
    assert_eq!(fs::read(&names).unwrap(), b"name\nJane Roe\n");
    let one = place.at("one.csv");
    assert!(
        fault(&["screen", "--names", &names, "--out", &one, "--record", &one])
            .contains("results and record would be written to one file")
    );
    assert!(
        fault(&["screen", "--names", &names, "--out", &place.at("x.pdf")])
            .contains("results are written as .csv or .xlsx")
    );
    let book = place.file("book.xlsx", b"PK\x03\x04");
    assert!(fault(&["screen", "--names", &book]).contains("it is a workbook: screen it as a table with --out"));
    for arguments in [
        &["screen", "Jane Roe", "--out", "x.csv"][..],
        &["screen", "--names", &names, "--out", "x.csv", "--birth", "1970"],
        &["screen", "--names", &names, "--out", "x.csv", "--json"],
        &["screen", "--names", &names, "--note", "x"],
        &["screen", "--names", &names, "--out", "x.csv", "--map", "name"],
    ] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_row_is_not_screened_over_lists_that_are_too_old_to_say_anything() {
    let place = Place::new("tables-age");
    let [pack, record] = [place.at("un.pack"), place.at("record.json")];
    said(&["compile", UN, "-o", &pack]);
    let told = said(&["screen", "--names", PARTNERS, "--pack", &pack, "--max-age", "1", "--record", &record]);
    assert!(told.contains(" 0 without one on these lists, "), "{told}");
    // The record says of which day and which age it speaks, so it is confirmed on any other day.
    assert!(said(&["verify", &record, "--pack", &pack]).starts_with("confirmed"));
}

#[test]
fn a_part_of_a_list_stands_beside_an_earlier_part_of_it() {
    let place = Place::new("tables-parts");
    let pack = place.at("sdn.pack");
    let [sdn, alt, add] = SDN_WITHOUT_COMMENTS;
    run(&["compile", sdn, alt, add, "--issued", "2023-12-28", "-o", &pack]);
    let lists = said(&["lists", "--pack", &pack, "--embedded"]);
    let ids: Vec<&str> = lists.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(ids, ["ofac-sdn", "ofac-sdn@2021-12-10", "ofac-cmic"]);
}

#[test]
fn a_stream_of_json_lines_gives_a_line_for_each_of_them() {
    use std::io::Write;
    use std::process::Stdio;
    let mut command = Command::new(env!("CARGO_BIN_EXE_namesieve"));
    let mut child = command.args(["screen", "--stream"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for at in 0..3000 {
            match at % 5 {
                0 => writeln!(input, "{{\"given\":\"Benazir\",\"family\":\"Ahmad\",\"birth\":1963,\"ref\":{at}}}"),
                1 => writeln!(input, "{{\"name\":\"Jane Roe {at}\"}}"),
                2 => writeln!(input),
                3 => writeln!(input, "Benazir Ahmad"),
                _ => writeln!(input, "{{\"name\":\"#N/A\"}}"),
            }
            .unwrap();
        }
        // The last line has no end.
        write!(input, "{{\"name\":\"ErkenTuniyaz\"}}").unwrap();
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let lines: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3001);
    for (at, line) in lines.iter().take(3000).enumerate() {
        assert_eq!(line["line"], at + 1);
        let outcome = &line["outcome"];
        match at % 5 {
            0 => assert_eq!(
                (&line["input"]["ref"], &outcome["hits"][0]["facts"][0]["verdict"]),
                (&at.into(), &"agrees".into())
            ),
            1 => assert_eq!((&outcome["status"], outcome["hits"].as_array().unwrap().len()), (&"screened".into(), 0)),
            _ => assert_eq!(
                (&outcome["status"], &outcome["reasons"][0]["code"]),
                (&"not-screened".into(), &"unreadable".into())
            ),
        }
    }
    assert_eq!(lines[3000]["outcome"]["hits"][0]["id"], "34119");
}

#[test]
fn a_later_run_looks_only_at_what_was_added_and_comes_to_the_same() {
    let place = Place::new("tables-delta");
    let names = ["Erken Tuniyaz", "Jane Roe", "Eric Badege", "Benazir Ahmad"];
    let names = place.file("names.csv", format!("name\n{}\n", names.join("\n")));
    let [un, old, full, delta] = ["un.pack", "old.json", "full.csv", "delta.csv"].map(|file| place.at(file));
    said(&["compile", UN, "-o", &un]);
    said(&["screen", "--names", &names, "--out", &place.at("old.csv"), "--record", &old]);
    let screen = |out: &str, more: &[&str]| {
        said(
            &[&["screen", "--names", &names, "--pack", &un, "--embedded", "--out", out, "--since", &old][..], more]
                .concat(),
        )
    };
    screen(&full, &[]);
    let record = place.at("delta.json");
    let told = screen(&delta, &["--delta", "--record", &record]);
    assert!(
        told.contains("were added or changed since")
            && told.contains("2 rows are held against these alone, 2 against all"),
        "{told}"
    );
    assert_eq!(fs::read(&full).unwrap(), fs::read(&delta).unwrap());
    let written: serde_json::Value = serde_json::from_slice(&fs::read(&record).unwrap()).unwrap();
    assert!(written["head"]["since"]["designations"].as_u64().unwrap() > 0, "{}", written["head"]);
    assert!(said(&["verify", &record, "--pack", &un, "--embedded"]).starts_with("confirmed"));
    let no = fault(&["screen", "--names", &names, "--out", &delta, "--since", &old, "--delta", "--threshold", "85"]);
    assert!(
        no.contains(
            "it was made with another threshold or otherwise about weak aliases; screen in full, without --delta"
        ),
        "{no}"
    );
}

#[test]
fn a_record_is_handed_on_without_its_names_and_single_rows_are_opened() {
    let place = Place::new("tables-redacted");
    let [record, redacted, key, opened] =
        ["record.json", "redacted.json", "key.json", "opened.json"].map(|file| place.at(file));
    said(&["screen", "--names", PARTNERS, "--record", &record]);
    let told = said(&["redact", &record, "-o", &redacted, "--key", &key]);
    assert!(told.contains("hand it to nobody"), "{told}");
    let text = fs::read_to_string(&redacted).unwrap();
    assert!(!text.contains("Benazir") && !text.contains("partners"), "{text}");
    let whole = said(&["verify", &redacted]);
    assert!(whole.starts_with("whole: ") && whole.contains("11 rows: 6 with potential matches"), "{whole}");
    assert!(whole.contains("Its rows are hidden, so they were not screened again."), "{whole}");
    said(&["reveal", &record, "--key", &key, "--rows", "2,3", "-o", &opened]);
    let confirmed = said(&["verify", &redacted, "--opened", &opened]);
    assert!(confirmed.contains("  row 2: Benazir Ahmad, screened, 94 ofac-sdn 33952"), "{confirmed}");
    assert!(confirmed.ends_with("confirmed: screening the opened rows again gives the same.\n"), "{confirmed}");
    let lie = fs::read_to_string(&opened).unwrap().replace("Benazir Ahmad", "Jane Roe");
    let lie = place.file("lie.json", lie);
    let no = fault(&["verify", &redacted, "--opened", &lie]);
    assert!(no.contains("not confirmed: what is said of row 2 is not what is hidden there"), "{no}");
    let changed = place.file("changed.json", text.replacen("\"potential\":1", "\"potential\":0", 1));
    assert!(fault(&["verify", &changed]).contains("the record was changed after it was made"));
    // A key that the redacted record took the place of would open nothing any more.
    let one = place.at("one.json");
    assert!(fault(&["redact", &record, "-o", &one, "--key", &one]).contains("give the key another name"));
    assert!(!PathBuf::from(&one).exists());
    // The key opens nothing of another record, and nothing is written over it.
    said(&["screen", "--names", PARTNERS, "--record", &place.at("other.json"), "--threshold", "90"]);
    let no = fault(&["reveal", &place.at("other.json"), "--key", &key, "--rows", "2", "-o", &place.at("x.json")]);
    assert!(no.contains("the key does not belong to this record"), "{no}");
    assert!(
        fault(&["reveal", &record, "--key", &key, "--rows", "1", "-o", &place.at("x.json")]).contains("has no row 1")
    );
    assert!(fault(&["redact", &record, "-o", &place.at("y.json"), "--key", &key]).contains("is there already"));
    assert!(fault(&["verify", &record, "--opened", &opened]).contains("this record is whole"));
}

#[test]
fn the_dates_of_a_column_are_read_in_the_order_that_one_of_them_shows() {
    let place = Place::new("tables-dates");
    let births = |births: [&str; 3]| {
        let names = ["Benazir Ahmad", "Benazir Ahmed", "Jane Roe"];
        let lines: Vec<String> = names.iter().zip(births).map(|(name, birth)| format!("{name},{birth}\n")).collect();
        let file = place.file("dates.csv", format!("name,birth date\n{}", lines.concat()));
        let record = place.at("record.json");
        let told = said(&["screen", "--names", &file, "--record", &record]);
        assert!(said(&["verify", &record, "--input", &file]).starts_with("confirmed"));
        let record: serde_json::Value = serde_json::from_slice(&fs::read(&record).unwrap()).unwrap();
        let text = |row: &serde_json::Value| row["row"]["facts"][0]["text"].as_str().unwrap().to_owned();
        (told, record["rows"].as_array().unwrap().iter().map(text).collect::<Vec<_>>())
    };
    let (told, day_first) = births(["10/01/1963", "01/10/1963", "14/03/1982"]);
    assert!(told.contains("The dates of `birth date` are read as day, month, year, as 14/03/1982 shows."), "{told}");
    assert_eq!(day_first, ["1963-01-10", "1963-10-01", "1982-03-14"]);
    let (told, month_first) = births(["10/01/1963", "01/10/1963", "03/14/1982"]);
    assert!(told.contains("are read as month, day, year, as 03/14/1982 shows."), "{told}");
    assert_eq!(month_first, ["1963-10-01", "1963-01-10", "1982-03-14"]);
    let (told, unknown) = births(["10/01/1963", "01/10/1963", "1982"]);
    assert!(!told.contains("are read as month") && !told.contains("are read as day"), "{told}");
    assert_eq!(unknown, ["10/01/1963", "01/10/1963", "1982"]);
}
