//! One row per stage: its name, what it counted, how long it took. A failing stage never stops the next.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::tally::Tally;

/// The suite's budget on two cores, compiling left out (docs/style.md, "Tests").
const SUITE_BUDGET: Duration = Duration::from_secs(180);

/// Whether a stage's time counts against the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clocked {
    Tests,
    Other,
}

struct Row {
    name: &'static str,
    tally: Tally,
    took: Duration,
    clocked: Clocked,
}

/// What ran so far.
#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// A check counts as one.
    pub(crate) fn check(&mut self, name: &'static str, check: impl FnOnce() -> Result<()>) {
        self.stage(name, Clocked::Other, || check().map(|()| Tally::ONE_PASSED));
    }

    /// Something the tests need first, which counts only when it fails.
    pub(crate) fn prepare(&mut self, name: &'static str, prepare: impl FnOnce() -> Result<()>) -> bool {
        self.stage(name, Clocked::Other, || prepare().map(|()| Tally::default()))
            .failed
            == 0
    }

    /// A runner of many tests counts each.
    pub(crate) fn tests(&mut self, name: &'static str, run: impl FnOnce() -> Result<Tally>) {
        self.stage(name, Clocked::Tests, run);
    }

    fn stage(&mut self, name: &'static str, clocked: Clocked, run: impl FnOnce() -> Result<Tally>) -> Tally {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = run().unwrap_or_else(|error| {
            println!("{name} failed: {error:#}");
            Tally::ONE_FAILED
        });
        self.rows.push(Row {
            name,
            tally,
            took: start.elapsed(),
            clocked,
        });
        tally
    }

    /// Prints the table and, as the last line alone, the sum.
    pub(crate) fn finish(self) -> ExitCode {
        println!();
        let mut sum = Tally::default();
        let mut clocked = Duration::ZERO;
        for row in &self.rows {
            sum += row.tally;
            if row.clocked == Clocked::Tests {
                clocked += row.took;
            }
            let mark = if row.tally.failed > 0 { "FAILED" } else { "ok" };
            let counts = if row.tally == Tally::default() {
                String::new()
            } else {
                row.tally.to_string()
            };
            println!(
                "{:<24} {mark:<7} {:>7.1} s   {counts}",
                row.name,
                row.took.as_secs_f64()
            );
        }
        if clocked > SUITE_BUDGET {
            let (took, budget) = (clocked.as_secs(), SUITE_BUDGET.as_secs());
            println!("warning: the tests took {took} s, their budget is {budget} s");
        }
        println!("{sum}");
        if sum.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}
