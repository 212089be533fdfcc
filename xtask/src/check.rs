//! The checks that need no test to run: each counts as one, all run even when an early one fails.

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use xshell::{Cmd, Shell, cmd};

use crate::report::Report;
use crate::{evidence, layers, licences, machine, tidy};

/// `cargo xtask check`.
pub(crate) fn run(shell: &Shell) -> ExitCode {
    let mut report = Report::default();
    add(shell, &mut report);
    report.finish()
}

/// Adds every check to `report`, the quick ones first.
pub(crate) fn add(shell: &Shell, report: &mut Report) {
    report.check("tidy", || tidy::run(shell));
    report.check("layers", || layers::run(shell));
    report.check("evidence", || evidence::check(shell));
    report.check("licences", || licences::check(shell));
    report.check("fmt", || {
        machine::require(shell, &machine::RUSTFMT)?;
        shown(cmd!(shell, "cargo fmt --all -- --check")).context("format: `cargo fmt --all` mends it")
    });
    report.check("clippy", || {
        machine::require(shell, &machine::CLIPPY)?;
        shown(cmd!(
            shell,
            "cargo clippy --workspace --features xtask/web --all-targets --quiet --keep-going -- -D warnings"
        ))
    });
    report.check("doc", || {
        shown(
            cmd!(
                shell,
                "cargo doc --workspace --features xtask/web --no-deps --quiet --keep-going"
            )
            .env("RUSTDOCFLAGS", "-D warnings"),
        )
    });
}

/// Runs a command after showing it.
pub(crate) fn shown(cmd: Cmd<'_>) -> Result<()> {
    println!("$ {cmd}");
    cmd.quiet().run().map_err(anyhow::Error::from)
}
