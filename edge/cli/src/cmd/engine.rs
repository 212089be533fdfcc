//! `ebb engine run`: the engine on a file, without a vault.

use crate::args::Engine;
use crate::error::Usage;
use crate::term;
use anyhow::{Context, Result};
use std::io::Read;

/// Runs one scenario in the form of the reference solver, and prints the same keys.
pub(super) fn engine(action: &Engine) -> Result<()> {
    let Engine::Run { scenario } = action;
    let mut text = String::new();
    if scenario.as_os_str() == "-" {
        std::io::stdin()
            .read_to_string(&mut text)
            .context("read standard input")?;
    } else {
        text = std::fs::read_to_string(scenario).context("read the scenario")?;
    }
    let population = ebb_core::bridge::population()?;
    let answer = ebb_pharm::scenario::answer(&text, &population.typical()).map_err(|e| {
        Usage::new(
            format!("this scenario cannot be run: {e}"),
            "docs/json.md describes the form",
        )
    })?;
    term::say(&answer)
}
