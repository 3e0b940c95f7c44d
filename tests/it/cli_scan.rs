//! Documents on the command line, as a person searches them.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn scan(arguments: &[&str], input: &str) -> (Output, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_namesieve"));
    command.arg("scan").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Whoever reads no input closes it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap());
    (output, out, err)
}

const MEMO: &str = "tests/fixtures/documents/memo.docx";
const LOCKED: &str = "tests/fixtures/documents/locked.pdf";

#[test]
fn a_text_is_shown_with_its_names_marked() {
    let (output, out, err) = scan(&["-"], "On Friday\nErken Tuniyaz met Otto Warmbier.\n");
    assert_eq!((output.status.code(), err.as_str()), (Some(0), ""));
    for words in
        ["Looked at 27 designations", "1 mention of listed parties in 7 words", "«Erken Tuniyaz»[1] met Otto Warmbier."]
    {
        assert!(out.contains(words), "{words}: {out}");
    }
    let (_, out, _) = scan(&["-"], "Otto Warmbier wrote.");
    assert!(out.contains("no mention of a party on these lists was found in 3 words (threshold 75)"), "{out}");
}

#[test]
fn a_document_that_cannot_be_read_is_told_and_the_others_are_searched() {
    let (output, out, err) = scan(&[LOCKED, "nowhere.txt", MEMO], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out.matches("NOT SCREENED").count(), 2, "{out}");
    assert!(out.contains("«Benazir Ahmed»") && out.contains("it is protected with a password"), "{out}");
    assert!(err.contains("it is protected with a password"), "{err}");
}

#[test]
fn in_json_each_document_has_its_line_or_nothing_follows() {
    let (output, out, _) = scan(&["--json", MEMO, LOCKED, MEMO], "");
    assert_eq!((output.status.code(), out.lines().count()), (Some(1), 1));
    let scanned: serde_json::Value = serde_json::from_str(out.trim()).unwrap();
    assert_eq!(scanned["mentions"][0]["text"], "Benazir Ahmed");
}
