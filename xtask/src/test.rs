//! The tests: all of them, as CI runs them, or the fast ones alone.

use std::process::ExitCode;

use xshell::{Shell, cmd};

use crate::report::Report;
use crate::runner::count_tests;
use crate::{check, e2e, root, walk, web};

/// The program that packs the app is behind a feature, so that the other commands start at once.
const PACKING: [&str; 2] = ["--features", "xtask/web"];

/// `cargo xtask test`: everything CI runs.
pub(crate) fn everything(shell: &Shell) -> ExitCode {
    let mut report = Report::default();
    check::add(shell, &mut report);
    let built = report.prepare("build the tests", || {
        check::shown(cmd!(shell, "cargo test --workspace {PACKING...} --no-run --quiet"))
    });
    if built {
        report.tests("tests", || {
            count_tests(cmd!(
                shell,
                "cargo test --workspace {PACKING...} --no-fail-fast -- --show-output"
            ))
        });
    }
    report.tests("kept fuzz inputs", || {
        let target = root::target_dir(shell)?;
        count_tests(cmd!(
            shell,
            "cargo test --manifest-path fuzz/Cargo.toml --target-dir {target} --no-fail-fast -- --show-output"
        ))
    });
    report.check("walk", || walk::check(shell));
    if report.prepare("build the app", || e2e::prepare(shell)) {
        report.check("size", || web::weigh(shell, web::Scale::Enforce));
        report.tests("e2e", || e2e::walk(shell, &[]));
    }
    report.finish()
}

/// `cargo xtask e2e`: the walks through the app, all or some.
pub(crate) fn e2e(shell: &Shell, names: &[String]) -> ExitCode {
    let mut report = Report::default();
    report.tests("e2e", || e2e::run(shell, names));
    report.finish()
}

/// `cargo xtask unit`: no documentation tests, and no test in a module called `slow`.
pub(crate) fn unit(shell: &Shell) -> ExitCode {
    let mut report = Report::default();
    report.tests("fast tests", || {
        count_tests(cmd!(
            shell,
            "cargo test --workspace --lib --bins --tests --no-fail-fast -- --show-output --skip slow::"
        ))
    });
    report.finish()
}
