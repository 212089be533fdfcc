//! The two long studies of what is learned about a person: whether it is as sure as it may be, and what reports are worth to a
//! forecast. Both judge themselves by thresholds stated in docs/model.md and fail beyond them. Too long for CI, where tests
//! repeat them in small: for a night, and before a release that changes the engine or the fit.

use std::time::Instant;

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

/// Which study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Study {
    /// Where the truth lies among the draws, as believed and with beliefs made wrong by a tenth on purpose.
    Believed,
    /// Score of forecasts against the number of reports.
    Learning,
}

impl Study {
    fn name(self) -> &'static str {
        match self {
            Study::Believed => "believed",
            Study::Learning => "learning",
        }
    }

    /// Fewer people cannot tell a tenth, or 5 %.
    fn people(self) -> u32 {
        match self {
            Study::Believed => 500,
            Study::Learning => 300,
        }
    }
}

/// `cargo xtask calibrate [--learning] [--people N]`.
pub(crate) fn run(shell: &Shell, study: Study, people: Option<u32>) -> Result<()> {
    let (name, count) = (study.name(), people.unwrap_or(study.people()).to_string());
    let begin = Instant::now();
    let command = cmd!(
        shell,
        "cargo run --quiet --release --package ebb-pharm --example calibration -- {name} {count}"
    );
    let ended_well = command.run().is_ok();
    println!("took {} s", begin.elapsed().as_secs());
    if !ended_well {
        bail!("the study `{name}` does not keep its thresholds (docs/model.md); its figures stand above");
    }
    Ok(())
}
