//! `cargo xtask run`: builds the command line and walks through it on a made-up diary, in a vault of its own.
//!
//! What is walked is `walk.txt`; the steps are parsed here and shown as they are typed. Nobody's own diary is touched:
//! every path the program may use is given to it through its environment.

mod place;
mod script;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

use crate::{machine, root};
use place::Place;
use script::Step;

const SCRIPT: &str = "xtask/walk.txt";
const DEMO: &str = "xtask/demo";

/// Builds, walks, and says how to begin one's own diary.
pub(crate) fn run(shell: &Shell, keep: bool) -> Result<ExitCode> {
    machine::require(shell, &machine::RUSTC)?;
    machine::require(shell, &machine::C_COMPILER)?;
    println!("Building the command line. The first time takes a few minutes.");
    cmd!(shell, "cargo build --release --package ebb-cli")
        .run()
        .context("build the command line")?;
    let program = root::target_dir(shell)?.join("release").join("ebb");
    let place = walk(shell, program.clone(), keep)?;

    println!("\nThat was a made-up diary. To begin your own:\n");
    let program = program.display();
    println!("  {program} init\n  {program} import FILE     a diary you already keep, if there is one");
    println!("  {program} log \"2 g\"");
    if keep {
        println!(
            "\nThe demo stays in {}. To look around in it, first:\n",
            place.folder().display()
        );
        for (name, value) in place.environment() {
            println!("  export {name}='{value}'");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Every step of the script, with `program` as `ebb`.
fn walk(shell: &Shell, program: PathBuf, keep: bool) -> Result<Place> {
    let text = shell.read_file(SCRIPT).with_context(|| format!("read {SCRIPT}"))?;
    let steps = script::read(&text).with_context(|| format!("understand {SCRIPT}"))?;
    let place = Place::make(keep)?;
    let demo = shell.current_dir().join(DEMO).to_string_lossy().into_owned();
    let out = place.folder().to_string_lossy().into_owned();
    let mut now = String::new();
    for step in steps {
        match step {
            Step::Say(text) => println!("{text}"),
            Step::Now(moment) => now = moment,
            Step::Type { line, words } => {
                println!("\n$ {line}\n");
                let words = words
                    .iter()
                    .map(|word| word.replace("{demo}", &demo).replace("{out}", &out));
                let command = cmd!(shell, "{program} {words...}").quiet().envs(place.environment());
                let output = command
                    .env("EBB_NOW", &now)
                    .ignore_status()
                    .output()
                    .context("start ebb")?;
                print!("{}", String::from_utf8_lossy(&output.stdout));
                eprint!("{}", String::from_utf8_lossy(&output.stderr));
                if !output.status.success() {
                    bail!("`{line}` failed ({}); the walk stops here", output.status);
                }
                if output.stdout.is_empty() && output.stderr.is_empty() {
                    bail!("`{line}` said nothing; the walk stops here");
                }
            }
        }
    }
    Ok(place)
}
