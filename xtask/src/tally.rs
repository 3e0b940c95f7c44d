//! Tallies of tests, read from the closing lines of the programs that run them.

use std::fmt;
use std::ops::Add;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
}

/// The program whose closing lines are read.
#[derive(Clone, Copy)]
pub enum Dialect {
    /// `Summary [ 0.005s] 3 tests run: 2 passed (1 slow), 1 failed, 0 skipped`
    Nextest,
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; …`, once for each binary
    Libtest,
    /// `ℹ pass 3`, `ℹ fail 0` and so on, one line each
    Node,
}

impl Tally {
    pub const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };

    /// The tally in a program's output; none without closing lines.
    pub fn read(dialect: Dialect, output: &str) -> Option<Self> {
        let output = without_colours(output);
        match dialect {
            Dialect::Nextest => {
                let (_, line) = output.rsplit_once("Summary [")?;
                Some(Self::of(line.lines().next()?.split_once("run:")?.1))
            }
            Dialect::Libtest => {
                let lines = output.lines().filter_map(|line| line.strip_prefix("test result: ")?.split_once(". "));
                lines.map(|(_, counts)| Self::of(counts)).reduce(|one, other| one + other)
            }
            Dialect::Node => {
                // A test may print what looks the same, but the closing lines are the last.
                let (_, closing) = output.rsplit_once("ℹ tests ")?;
                let lines = closing.lines().filter_map(|line| line.strip_prefix("ℹ ")?.split_once(' '));
                Some(lines.map(|(word, count)| Self::count(count, word)).fold(Self::default(), Self::add))
            }
        }
    }

    /// The sum of counts like `2 passed (1 slow), 1 failed`.
    fn of(counts: &str) -> Self {
        let counts = counts.split([',', ';', '(', ')']).filter_map(|count| count.trim().split_once(' '));
        counts.map(|(count, word)| Self::count(count, word)).fold(Self::default(), Self::add)
    }

    fn count(count: &str, word: &str) -> Self {
        let count = count.parse().unwrap_or(0);
        match word {
            "passed" | "pass" => Self { passed: count, ..Self::default() },
            "failed" | "fail" | "timed out" | "exec failed" | "cancelled" => Self { failed: count, ..Self::default() },
            "skipped" | "ignored" | "todo" => Self { skipped: count, ..Self::default() },
            _ => Self::default(),
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// The text without the escape sequences that colour it.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: usize, failed: usize, skipped: usize) -> Option<Tally> {
        Some(Tally { passed, failed, skipped })
    }

    #[test]
    fn nextest() {
        let read = |output| Tally::read(Dialect::Nextest, output);
        assert_eq!(read("     Summary [   0.005s] 3 tests run: 3 passed, 0 skipped\n"), tally(3, 0, 0));
        assert_eq!(
            read(
                "     Summary [   9.1s] 7/9 tests run: 4 passed (1 slow, 1 flaky), 2 failed, 1 timed out, 5 skipped\n  FAIL it\n"
            ),
            tally(4, 3, 5)
        );
        assert_eq!(
            read(
                "\u{1b}[32;1m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m1\u{1b}[0m test run: \u{1b}[1m1\u{1b}[0m passed"
            ),
            tally(1, 0, 0)
        );
        assert_eq!(read("error: could not compile"), None);
    }

    #[test]
    fn libtest_sums_its_binaries() {
        let output = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(Tally::read(Dialect::Libtest, output), tally(4, 2, 1));
        assert_eq!(Tally::read(Dialect::Libtest, "error: no library"), None);
    }

    #[test]
    fn node_counts_cancelled_tests_as_failed_and_reads_the_last_lines_only() {
        let output = "ℹ tests 90\nℹ pass 90\n✔ prints\nℹ tests 6\nℹ suites 1\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\n\
            ℹ skipped 1\nℹ todo 1\nℹ duration_ms 52.5\n";
        assert_eq!(Tally::read(Dialect::Node, output), tally(2, 2, 2));
        assert_eq!(Tally::read(Dialect::Node, "node: bad option"), None);
    }

    #[test]
    fn the_last_line_of_a_run() {
        assert_eq!((Tally::PASSED + Tally::FAILED).to_string(), "1 passed, 1 failed, 0 skipped");
    }
}
