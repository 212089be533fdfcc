//! Build, check and test Ebb: the only scripts of this repository.
//!
//! This file reads the command line and nothing else; each command has a module of its own. Nothing here may end up in
//! the product. Start at `check.rs` for what is checked, at `test.rs` for what CI runs.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a build script talks to the person who runs it"
)]

mod app;
mod bench;
mod bench_peers;
mod calibrate;
mod check;
mod complaint;
mod e2e;
mod evidence;
mod fuzz;
mod layers;
mod licences;
mod machine;
mod report;
mod root;
mod runner;
mod tally;
mod test;
mod tidy;
mod walk;
mod web;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use pico_args::Arguments;
use xshell::Shell;

const HELP: &str = include_str!("help.txt");

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut args = Arguments::from_env();
    if args.contains(["-h", "--help"]) {
        println!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    let command = args.subcommand().context("read the command's name")?;
    let Some(command) = command else {
        println!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    };
    let shell = Shell::new().context("open a shell")?;
    shell.change_dir(root::find()?);
    match command.as_str() {
        "help" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        "run" => {
            let wanted = app::Wanted {
                port: args.opt_value_from_str("--port").context("read --port")?,
                browser: if args.contains("--no-open") {
                    app::Browser::Leave
                } else {
                    app::Browser::Open
                },
                stop_after: args
                    .opt_value_from_str("--for")
                    .context("read --for, a number of seconds")?
                    .map(Duration::from_secs),
            };
            nothing_left(args)?;
            one(app::run(&shell, wanted))
        }
        "walk" => {
            let keep = args.contains("--keep");
            nothing_left(args)?;
            walk::run(&shell, keep)
        }
        "test" => {
            nothing_left(args)?;
            Ok(test::everything(&shell))
        }
        "unit" => {
            nothing_left(args)?;
            Ok(test::unit(&shell))
        }
        "check" => {
            nothing_left(args)?;
            Ok(check::run(&shell))
        }
        "tidy" => {
            nothing_left(args)?;
            one(tidy::run(&shell))
        }
        "layers" => {
            nothing_left(args)?;
            one(layers::run(&shell))
        }
        "evidence" => {
            let check = args.contains("--check");
            nothing_left(args)?;
            one(if check {
                evidence::check(&shell)
            } else {
                evidence::write(&shell)
            })
        }
        "licences" => {
            let check = args.contains("--check");
            nothing_left(args)?;
            one(if check {
                licences::check(&shell)
            } else {
                licences::write(&shell)
            })
        }
        "diaries" => {
            nothing_left(args)?;
            let table = xshell::cmd!(shell, "cargo run --quiet --package ebb-exchange --example diaries");
            table.run().context("compare the shared diaries with their truth")?;
            Ok(ExitCode::SUCCESS)
        }
        "calibrate" => {
            let study = if args.contains("--learning") {
                calibrate::Study::Learning
            } else {
                calibrate::Study::Believed
            };
            let people: Option<u32> = args.opt_value_from_str("--people").context("read --people")?;
            nothing_left(args)?;
            one(calibrate::run(&shell, study, people))
        }
        "web" => {
            let scale = if args.contains("--release-check") {
                web::Scale::Enforce
            } else {
                web::Scale::Tell
            };
            nothing_left(args)?;
            one(web::run(&shell, scale))
        }
        "size" => {
            nothing_left(args)?;
            one(web::weigh(&shell, web::Scale::Enforce))
        }
        "e2e" => {
            let names = args.finish();
            let names: Vec<String> = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
            Ok(test::e2e(&shell, &names))
        }
        "speed" => {
            let of_engine = args.contains("--engine");
            let rounds: Option<u32> = args.opt_value_from_str("--rounds").context("read --rounds")?;
            nothing_left(args)?;
            one(if of_engine {
                e2e::engine_speed(&shell)
            } else {
                e2e::speed(&shell, rounds)
            })
        }
        "pictures" => {
            nothing_left(args)?;
            one(e2e::pictures(&shell))
        }
        "fuzz" => {
            let seconds: Option<u32> = args.opt_value_from_str("--seconds").context("read --seconds")?;
            let target: Option<String> = args.opt_free_from_str().context("read the name of the target")?;
            nothing_left(args)?;
            one(fuzz::run(&shell, target.as_deref(), seconds))
        }
        "bench" => {
            let save = args.contains("--save");
            nothing_left(args)?;
            one(bench::run(&shell, save))
        }
        "bench-peers" => {
            let keep = if args.contains("--save") {
                bench_peers::Keep::Page
            } else {
                bench_peers::Keep::Nothing
            };
            let pair_seconds = args.opt_value_from_str("--seconds").context("read --seconds")?;
            nothing_left(args)?;
            one(bench_peers::run(&shell, keep, pair_seconds))
        }
        other => bail!("there is no command `{other}`; `cargo xtask help` lists them all"),
    }
}

/// A command that is one check: done, or the reason why not.
fn one(outcome: Result<()>) -> Result<ExitCode> {
    outcome.map(|()| ExitCode::SUCCESS)
}

fn nothing_left(args: Arguments) -> Result<()> {
    let rest = args.finish();
    match rest.first() {
        None => Ok(()),
        Some(first) => bail!(
            "`{}` is not understood here; see `cargo xtask help`",
            first.to_string_lossy()
        ),
    }
}
