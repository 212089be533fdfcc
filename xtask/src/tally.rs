//! Counting: what passed, failed and was skipped, read from the lines that test runners print.
//!
//! A test that cannot run here prints `skipped: <name>: <why>` and returns. libtest counts it as passed; we do not.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::AddAssign;

/// How many of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    pub(crate) const ONE_PASSED: Self = Self {
        passed: 1,
        failed: 0,
        skipped: 0,
    };
    pub(crate) const ONE_FAILED: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };

    fn total(self) -> u64 {
        self.passed + self.failed + self.skipped
    }

    /// A runner that ends badly without naming a failed test (it did not compile, it crashed) is one failure, and so is
    /// one that ends well without having run anything: then we no longer understand what it prints.
    pub(crate) fn settled(self, ended_well: bool) -> Self {
        let silent_failure = !ended_well && self.failed == 0;
        let nothing_ran = ended_well && self.total() == 0;
        if silent_failure || nothing_ran {
            Self {
                failed: self.failed + 1,
                ..self
            }
        } else {
            self
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// Reads what `cargo test -- --show-output` prints, line by line.
#[derive(Debug, Default)]
pub(crate) struct LibtestReader {
    tally: Tally,
    /// The test whose captured output is being shown.
    section: Option<String>,
    in_successes: bool,
    /// Tests of the current binary that said they were skipped.
    skipped: BTreeSet<String>,
    failures: Vec<String>,
}

/// What to do with a line after it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Echo {
    Show,
    /// Captured output of a test that passed.
    Hide,
}

impl LibtestReader {
    /// Takes one line, without its line end.
    pub(crate) fn read(&mut self, line: &str) -> Echo {
        if let Some(mut counted) = closing_line(line) {
            let skipped = u64::try_from(self.skipped.len())
                .unwrap_or(u64::MAX)
                .min(counted.passed);
            counted.passed -= skipped;
            counted.skipped += skipped;
            self.tally += counted;
            self.section = None;
            self.in_successes = false;
            self.skipped.clear();
            return Echo::Show;
        }
        if let Some(name) = line
            .strip_prefix("test ")
            .and_then(|rest| rest.strip_suffix(" ... FAILED"))
        {
            self.failures.push(name.to_owned());
        }
        match line {
            "successes:" => self.in_successes = true,
            "failures:" => self.in_successes = false,
            _ => {}
        }
        if let Some(name) = line
            .strip_prefix("---- ")
            .and_then(|rest| rest.strip_suffix(" stdout ----"))
        {
            self.section = Some(name.to_owned());
        }
        if line.trim_start().starts_with("skipped: ") {
            self.skipped
                .insert(self.section.clone().unwrap_or_else(|| line.to_owned()));
            return Echo::Show;
        }
        if self.in_successes { Echo::Hide } else { Echo::Show }
    }

    /// The sum, and the names of the tests that failed.
    pub(crate) fn finish(self, ended_well: bool) -> (Tally, Vec<String>) {
        (self.tally.settled(ended_well), self.failures)
    }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s`
fn closing_line(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut tally = Tally::default();
    for part in counts.split(';') {
        let Some((number, word)) = part.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse::<u64>() else { continue };
        match word {
            "passed" => tally.passed += number,
            "failed" => tally.failed += number,
            "ignored" => tally.skipped += number,
            _ => {}
        }
    }
    Some(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, ended_well: bool) -> Tally {
        let mut reader = LibtestReader::default();
        for line in text.lines() {
            reader.read(line);
        }
        reader.finish(ended_well).0
    }

    const OK_LINE: &str =
        "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
    const BAD_LINE: &str =
        "test result: FAILED. 1 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";

    #[test]
    fn closing_lines_are_summed_over_all_runners() {
        let tally = read(&format!("running 3 tests\n{OK_LINE}\n\n{BAD_LINE}\n"), false);
        assert_eq!(
            tally,
            Tally {
                passed: 4,
                failed: 2,
                skipped: 1
            }
        );
        assert_eq!(tally.to_string(), "4 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn a_runner_that_dies_without_a_closing_line_is_one_failure() {
        assert_eq!(read("error[E0308]: mismatched types", false), Tally::ONE_FAILED);
        assert_eq!(
            read(OK_LINE, false),
            Tally {
                passed: 3,
                failed: 1,
                skipped: 0
            }
        );
    }

    #[test]
    fn a_runner_that_ran_nothing_is_not_a_success() {
        assert_eq!(read("all good, trust me", true), Tally::ONE_FAILED);
    }

    #[test]
    fn a_test_that_says_it_was_skipped_is_not_counted_as_passed() {
        let text = format!(
            "test a ... ok\n\nsuccesses:\n\n---- a::one stdout ----\nskipped: one: no shared files\nskipped: one: again\n\
             \n---- b stdout ----\nhello\n\nsuccesses:\n    a::one\n    b\n\n{OK_LINE}\n"
        );
        assert_eq!(
            read(&text, true),
            Tally {
                passed: 2,
                failed: 0,
                skipped: 1
            }
        );
    }

    #[test]
    fn skips_of_one_runner_do_not_leak_into_the_next() {
        let text = format!("skipped: x: why\n{OK_LINE}\n{OK_LINE}");
        assert_eq!(
            read(&text, true),
            Tally {
                passed: 5,
                failed: 0,
                skipped: 1
            }
        );
    }

    #[test]
    fn output_of_passing_tests_is_hidden_but_their_skips_are_shown() {
        let mut reader = LibtestReader::default();
        assert_eq!(reader.read("test b ... ok"), Echo::Show);
        assert_eq!(reader.read("successes:"), Echo::Hide);
        assert_eq!(reader.read("---- b stdout ----"), Echo::Hide);
        assert_eq!(reader.read("noise"), Echo::Hide);
        assert_eq!(reader.read("skipped: b: no zone database"), Echo::Show);
        assert_eq!(reader.read("failures:"), Echo::Show);
        assert_eq!(reader.read("the reason of a failure"), Echo::Show);
    }

    #[test]
    fn failed_tests_are_remembered_by_name() {
        let mut reader = LibtestReader::default();
        for line in [
            "test a::b ... ok",
            "test a::c ... FAILED",
            "test src/lib.rs - (line 3) ... FAILED",
            BAD_LINE,
        ] {
            reader.read(line);
        }
        assert_eq!(reader.finish(false).1, ["a::c", "src/lib.rs - (line 3)"]);
    }

    #[test]
    fn the_last_line_leaves_skips_out_when_there_are_none() {
        assert_eq!(
            Tally {
                passed: 7,
                failed: 0,
                skipped: 0
            }
            .to_string(),
            "7 passed, 0 failed"
        );
    }
}
