//! One row per stage: its name, what it counted, how long it took. A failing stage never stops the next.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::tally::Tally;

/// The suite's budget on two cores, compiling left out (docs/style.md, "Tests").
const SUITE_BUDGET: Duration = Duration::from_secs(180);

struct Row {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// What ran so far.
#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
    /// What failed, in words a person can search the output for.
    failures: Vec<String>,
    running_tests: Duration,
}

impl Report {
    /// A check counts as one.
    pub(crate) fn check(&mut self, name: &'static str, check: impl FnOnce() -> Result<()>) {
        self.stage(name, || check().map(|()| (Tally::ONE_PASSED, Vec::new())));
    }

    /// Something the tests need first, which counts only when it fails; true when it is there.
    pub(crate) fn prepare(&mut self, name: &'static str, prepare: impl FnOnce() -> Result<()>) -> bool {
        self.stage(name, || prepare().map(|()| (Tally::default(), Vec::new())))
            .tally
            .failed
            == 0
    }

    /// A runner of many tests counts each, and its time counts against the budget.
    pub(crate) fn tests(&mut self, name: &'static str, run: impl FnOnce() -> Result<(Tally, Vec<String>)>) {
        let took = self.stage(name, run).took;
        self.running_tests += took;
    }

    fn stage(&mut self, name: &'static str, run: impl FnOnce() -> Result<(Tally, Vec<String>)>) -> &Row {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = match run() {
            Ok((tally, failures)) => {
                self.failures
                    .extend(failures.into_iter().map(|failure| format!("{name}: {failure}")));
                tally
            }
            Err(error) => {
                println!("{name} failed: {error:#}");
                self.failures.push(name.to_owned());
                Tally::ONE_FAILED
            }
        };
        let row = Row {
            name,
            tally,
            took: start.elapsed(),
        };
        self.rows.push_mut(row)
    }

    /// Prints the table, what failed and, as the last line alone, the sum.
    pub(crate) fn finish(self) -> ExitCode {
        let (text, sum) = self.closing();
        print!("{text}");
        if sum.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    fn closing(&self) -> (String, Tally) {
        let mut lines = vec![String::new()];
        let mut sum = Tally::default();
        for row in &self.rows {
            sum += row.tally;
            let mark = if row.tally.failed > 0 { "FAILED" } else { "ok" };
            let counts = if row.tally == Tally::default() {
                String::new()
            } else {
                row.tally.to_string()
            };
            let line = format!(
                "{:<20} {mark:<7} {:>7.1} s   {counts}",
                row.name,
                row.took.as_secs_f64()
            );
            lines.push(line.trim_end().to_owned());
        }
        if self.running_tests > SUITE_BUDGET {
            let (took, budget) = (self.running_tests.as_secs(), SUITE_BUDGET.as_secs());
            lines.push(format!("warning: the tests took {took} s, their budget is {budget} s"));
        }
        lines.extend(self.failures.iter().map(|failure| format!("failed: {failure}")));
        lines.push(format!("{sum}\n"));
        (lines.join("\n"), sum)
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn every_stage_runs_and_the_last_line_is_the_sum_alone() {
        let mut report = Report::default();
        report.check("tidy", || Ok(()));
        report.check("layers", || bail!("1 complaint, above"));
        assert!(report.prepare("build", || Ok(())));
        report.tests("tests", || {
            Ok((
                Tally {
                    passed: 7,
                    failed: 1,
                    skipped: 2,
                },
                vec!["a::b".to_owned()],
            ))
        });
        let (text, sum) = report.closing();
        assert_eq!(
            sum,
            Tally {
                passed: 8,
                failed: 2,
                skipped: 2
            }
        );
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[lines.len() - 3..],
            ["failed: layers", "failed: tests: a::b", "8 passed, 2 failed, 2 skipped"]
        );
    }

    #[test]
    fn something_that_could_not_be_prepared_is_one_failure() {
        let mut report = Report::default();
        assert!(!report.prepare("build", || bail!("does not compile")));
        assert_eq!(report.closing().1, Tally::ONE_FAILED);
    }

    #[test]
    fn a_suite_over_its_budget_is_warned_about() {
        let report = Report {
            running_tests: SUITE_BUDGET + Duration::from_secs(1),
            ..Report::default()
        };
        assert!(report.closing().0.contains("warning: the tests took 181 s"));
    }
}
