//! The command line with tables: as many results as rows.

use super::corpus;
use namesieve::sheet::Sheet;
use std::path::PathBuf;
use std::process::Command;

const FILES: [&str; 9] = [
    "comma.csv",
    "blank-in-the-middle.csv",
    "titled.csv",
    "swallowed.csv",
    "wide.csv",
    "nul.csv",
    "utf-16be.csv",
    "written.xlsx",
    "lines-mixed.txt",
];

#[test]
fn the_command_line_writes_one_result_for_each_row() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sheets");
    std::fs::create_dir_all(&folder).unwrap();
    let cases: Vec<_> = corpus().iter().filter(|case| FILES.contains(&case.file)).collect();
    assert_eq!(cases.len(), FILES.len());
    for case in cases {
        let (file, out) = (folder.join(case.file), folder.join(format!("{}.results.csv", case.file)));
        std::fs::write(&file, &case.bytes).unwrap();
        let [names, results] = [&file, &out].map(|path| path.to_str().unwrap());
        let arguments = ["screen", "--names", names, "--out", results];
        let output = Command::new(env!("CARGO_BIN_EXE_namesieve")).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}: {}", case.file, String::from_utf8_lossy(&output.stderr));
        let sheet = Sheet::read(case.file, &case.bytes, &case.choice).unwrap();
        let bytes = std::fs::read(&out).unwrap();
        let mut written = csv::Reader::from_reader(&bytes[..]);
        let result = written.headers().unwrap().iter().position(|label| label == "Namesieve: result").unwrap();
        let written: Vec<csv::StringRecord> = written.records().map(Result::unwrap).collect();
        assert_eq!(written.len(), sheet.rows.len(), "{}", case.file);
        for (line, record) in sheet.rows.iter().zip(&written) {
            let is_screened = !record[result].starts_with("NOT SCREENED");
            assert!(!is_screened || line.fault.is_none(), "{}: {record:?}", case.file);
        }
    }
}
