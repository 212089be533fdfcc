//! Counting what node's runner says in TAP: one line a test, a sum at the end. The two must agree.

use crate::tally::{Echo, Tally};

/// Reads TAP line by line.
#[derive(Debug, Default)]
pub(crate) struct TapReader {
    /// Counted from the lines of tests.
    tally: Tally,
    failures: Vec<String>,
    /// How many tests the runner says there were.
    claimed: Option<u64>,
    /// Inside the details of a test: shown only when it failed.
    in_details: bool,
    last_failed: bool,
}

impl TapReader {
    /// Takes one line, without its line end.
    pub(crate) fn read(&mut self, line: &str) -> Echo {
        let text = line.trim_start();
        if self.in_details {
            self.in_details = text != "...";
            return if self.last_failed { Echo::Show } else { Echo::Hide };
        }
        if text == "---" {
            self.in_details = true;
            return if self.last_failed { Echo::Show } else { Echo::Hide };
        }
        if let Some(rest) = text.strip_prefix("not ok ") {
            let name = name_of(rest);
            // A test that something was expected of and that is not written yet is no success either.
            self.tally.failed += 1;
            self.failures.push(name.to_owned());
            self.last_failed = true;
            return Echo::Show;
        }
        if let Some(rest) = text.strip_prefix("ok ") {
            self.last_failed = false;
            if rest.contains("# SKIP") {
                self.tally.skipped += 1;
            } else if rest.contains("# TODO") {
                self.tally.failed += 1;
                self.failures.push(name_of(rest).to_owned());
            } else {
                self.tally.passed += 1;
            }
            return Echo::Show;
        }
        if let Some(count) = text.strip_prefix("# tests ") {
            self.claimed = count.trim().parse().ok();
        }
        let is_frame = ["TAP version", "# Subtest:", "1..", "# "]
            .iter()
            .any(|frame| text.starts_with(frame));
        if is_frame || text.is_empty() {
            Echo::Hide
        } else {
            Echo::Show
        }
    }

    /// The sum, and the names of the tests that failed.
    pub(crate) fn finish(mut self, ended_well: bool) -> (Tally, Vec<String>) {
        let read = self.tally.passed + self.tally.failed + self.tally.skipped;
        if self.claimed != Some(read) {
            self.tally.failed += 1;
            self.failures.push(match self.claimed {
                Some(claimed) => format!("the runner speaks of {claimed} tests, {read} were read"),
                None => "the runner ended without its sum".to_owned(),
            });
        }
        (self.tally.settled(ended_well), self.failures)
    }
}

/// `3 - a name # SKIP why` → `a name`.
fn name_of(rest: &str) -> &str {
    let name = rest.split_once(" - ").map_or(rest, |(_, name)| name);
    name.split(" # ").next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, ended_well: bool) -> (Tally, Vec<String>) {
        let mut reader = TapReader::default();
        for line in text.lines() {
            reader.read(line);
        }
        reader.finish(ended_well)
    }

    const THREE: &str = "TAP version 13\n# Subtest: a\nok 1 - a\n  ---\n  duration_ms: 3\n  ...\n# Subtest: b\nnot ok 2 - b\n  ---\n  \
                         error: 'ok 7 - not a test'\n  ...\nok 3 - c # SKIP no diaries\n1..3\n# tests 3\n# pass 1\n# fail 1\n";

    #[test]
    fn each_test_is_counted_once_and_details_are_no_tests() {
        let (tally, failures) = read(THREE, false);
        let expected = Tally {
            passed: 1,
            failed: 1,
            skipped: 1,
        };
        assert_eq!((tally, failures), (expected, vec!["b".to_owned()]));
    }

    #[test]
    fn details_are_shown_of_failures_alone() {
        let mut reader = TapReader::default();
        let shown: Vec<&str> = THREE.lines().filter(|line| reader.read(line) == Echo::Show).collect();
        let expected = [
            "ok 1 - a",
            "not ok 2 - b",
            "  ---",
            "  error: 'ok 7 - not a test'",
            "  ...",
            "ok 3 - c # SKIP no diaries",
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_runner_that_breaks_off_is_a_failure() {
        assert_eq!(read("TAP version 13\nok 1 - a\n", true).0.failed, 1);
        assert_eq!(read("ok 1 - a\n# tests 2\n", true).0.failed, 1);
        assert!(read("", true).0.failed > 0);
        assert_eq!(read("ok 1 - a\n# tests 1\n", true).0, Tally::ONE_PASSED);
        assert_eq!(read("ok 1 - a\n# tests 1\n", false).0.failed, 1);
    }

    #[test]
    fn a_test_that_is_only_planned_is_a_failure() {
        assert_eq!(read("ok 1 - a # TODO later\n# tests 1\n", true).0.failed, 1);
    }
}
