//! The fault matrix, `tests/faults.tsv`: every fault at every place, what may come of it, and the test that shows it. It is held
//! here to be whole and to name tests that there are; the tests themselves run with all others.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Where the matrix is.
pub const MATRIX: &str = "tests/faults.tsv";

/// What can go wrong.
const FAULTS: [&str; 13] = [
    "missing",
    "truncated",
    "one byte flipped",
    "empty",
    "wrong version",
    "wrong key",
    "older than the last",
    "out of date",
    "memory refused",
    "worker killed",
    "quota exceeded",
    "tab frozen",
    "clock wrong",
];

/// Where it can go wrong.
const PLACES: [&str; 12] = [
    "engine",
    "reader",
    "pack of the site",
    "manifest",
    "signature",
    "kept list",
    "list file",
    "table",
    "record",
    "worker",
    "document",
    "component",
];

/// What may come of a fault: never "no potential match" where that is not the answer.
const OUTCOMES: [&str; 3] = ["not-screened", "right", "refused"];

/// What stands in place of an outcome where the fault cannot occur; the reason stands in place of the test.
const NONE: &str = "-";

/// How many cells come to what, and what is wrong with the matrix.
#[derive(Default)]
pub struct Matrix {
    /// How many cells have which outcome.
    counts: BTreeMap<String, usize>,
    /// Files with tests that the matrix names.
    pub files: Vec<String>,
    /// One sentence for each fault of the matrix itself.
    pub findings: Vec<String>,
}

impl Matrix {
    /// Reads the matrix of a project and looks for its tests.
    pub fn read(root: &Path) -> Result<Matrix> {
        let read =
            |path: &str| fs::read_to_string(root.join(path)).with_context(|| format!("{path} could not be read"));
        Ok(Matrix::check(&read(MATRIX)?, |path| read(path).ok()))
    }

    /// Holds a matrix against what it has to name; `read` gives the text of a file with tests.
    fn check(text: &str, read: impl Fn(&str) -> Option<String>) -> Matrix {
        let mut matrix = Matrix::default();
        let mut cells: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.starts_with('#')) {
            let mut wrong = |what: String| matrix.findings.push(format!("{MATRIX}:{number}: {what}"));
            let [fault, place, outcome, file, test] = line.split('\t').collect::<Vec<_>>()[..] else {
                wrong("a cell has a fault, a place, an outcome, a file and a test, with tabs between them".into());
                continue;
            };
            if !FAULTS.contains(&fault) || !PLACES.contains(&place) {
                wrong(format!("the fault `{fault}` or the place `{place}` is not known"));
            }
            *cells.entry((fault, place)).or_default() += 1;
            *matrix.counts.entry(outcome.to_owned()).or_default() += 1;
            if outcome == NONE {
                if file != NONE || test.split(' ').count() < 3 {
                    wrong("what cannot occur has a reason, a sentence, and no file".into());
                }
                continue;
            }
            if !OUTCOMES.contains(&outcome) {
                wrong(format!("`{outcome}` is none of the outcomes that are allowed: {}", OUTCOMES.join(", ")));
            }
            match read(file) {
                None => wrong(format!("{file} could not be read")),
                Some(tests) if !holds(&tests, test) => wrong(format!("{file} has no test `{test}`")),
                Some(_) if !matrix.files.iter().any(|known| known == file) => matrix.files.push(file.to_owned()),
                Some(_) => {}
            }
        }
        for (fault, place) in FAULTS.iter().flat_map(|fault| PLACES.iter().map(move |place| (*fault, *place))) {
            match cells.get(&(fault, place)) {
                Some(1) => {}
                Some(_) => matrix.findings.push(format!("{MATRIX}: {fault}, {place}: it is there twice")),
                None => matrix.findings.push(format!("{MATRIX}: {fault}, {place}: it is not there")),
            }
        }
        matrix
    }
}

/// Whether a file has a test of this name, or a case of one: a function of Rust, or a text between quotation marks.
fn holds(tests: &str, name: &str) -> bool {
    tests.contains(&format!("fn {name}()"))
        || ['\'', '"', '`'].iter().any(|mark| tests.contains(&format!("{mark}{name}{mark}")))
}

impl fmt::Display for Matrix {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let count = |outcome: &str| self.counts.get(outcome).copied().unwrap_or_default();
        let [not_screened, right, refused] = OUTCOMES.map(count);
        let none = count(NONE);
        write!(
            f,
            "{} cells: {not_screened} not screened, {right} answered right, {refused} refused, {none} that cannot occur",
            not_screened + right + refused + none
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(outcome: &str, file: &str, test: &str) -> String {
        let all = FAULTS.iter().flat_map(|fault| PLACES.iter().map(move |place| (fault, place)));
        all.map(|(fault, place)| format!("{fault}\t{place}\t{outcome}\t{file}\t{test}\n")).collect()
    }

    fn findings(text: &str) -> Vec<String> {
        let file = "fn it_holds() {}\ntest('that it holds', () => {});\n'as a case': 1,\n";
        Matrix::check(text, |path| (path == "a.rs").then(|| file.to_owned())).findings
    }

    #[test]
    fn a_whole_matrix_names_tests_that_there_are() {
        for test in ["it_holds", "that it holds", "as a case"] {
            assert_eq!(findings(&cells("right", "a.rs", test)), Vec::<String>::new());
        }
        let all = FAULTS.len() * PLACES.len();
        assert_eq!(findings(&cells("right", "a.rs", "that it")).len(), all);
        assert_eq!(findings(&cells("right", "b.rs", "that it holds")).len(), all);
        assert_eq!(findings(&cells("no match", "a.rs", "it_holds")).len(), all);
    }

    #[test]
    fn what_cannot_occur_says_why() {
        assert_eq!(findings(&cells("-", "-", "it has no clock")), Vec::<String>::new());
        assert_eq!(findings(&cells("-", "-", "no")).len(), FAULTS.len() * PLACES.len());
    }

    #[test]
    fn a_cell_is_there_once() {
        let whole = cells("right", "a.rs", "it_holds");
        let (first, rest) = whole.split_once('\n').unwrap();
        assert_eq!(findings(rest), ["tests/faults.tsv: missing, engine: it is not there"]);
        assert_eq!(findings(&format!("{first}\n{whole}")), ["tests/faults.tsv: missing, engine: it is there twice"]);
        assert_eq!(findings(&format!("missing\n{whole}")).len(), 1);
        assert_eq!(findings(&format!("late\tengine\tright\ta.rs\tit_holds\n{whole}")).len(), 1);
    }
}
