//! `cargo xtask run`: builds the command line and walks through it on a made-up diary, in a vault of its own.
//!
//! What is walked is `walk.txt`; the steps are parsed here and shown as they are typed. Nobody's own diary is touched:
//! every path the program may use is given to it through its environment.

mod place;
mod script;

use std::path::Path;
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
    let text = shell.read_file(SCRIPT).with_context(|| format!("read {SCRIPT}"))?;
    let place = walk(shell, &program, &text, keep)?;

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

/// Every step of `script`, with `program` as `ebb`.
fn walk(shell: &Shell, program: &Path, text: &str, keep: bool) -> Result<Place> {
    let steps = script::read(text).with_context(|| format!("understand {SCRIPT}"))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Walks `script` with a shell script as the program, kept so that the test can look at the folder.
    fn walk_with(program: &str, script: &str) -> Result<(Place, String)> {
        let shell = Shell::new()?;
        let folder = shell.create_temp_dir()?;
        let path = folder.path().join("ebb");
        std::fs::write(&path, format!("#!/bin/sh\n{program}\n"))?;
        #[cfg(unix)]
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
        let place = walk(&shell, &path, &format!("@ 2026-01-02T08:00:00Z\n{script}"), false)?;
        let written = std::fs::read_to_string(place.folder().join("log")).unwrap_or_default();
        Ok((place, written))
    }

    #[test]
    fn a_command_gets_its_words_its_time_and_a_vault_of_its_own() {
        let program = "echo done; echo \"$EBB_NOW|$1|$2|$(dirname $EBB_HOME)|$(cat $EBB_PASSPHRASE_FILE)\" >> $3/log";
        let (place, written) = walk_with(program, "$ ebb log \"2 g\" {out}\n").unwrap();
        let expected = format!(
            "2026-01-02T08:00:00Z|log|2 g|{}|a made-up diary",
            place.folder().display()
        );
        assert!(written.starts_with(&expected), "{written}");
    }

    #[test]
    fn a_command_that_fails_or_says_nothing_stops_the_walk() {
        let failed = walk_with("echo sorry; exit 3", "$ ebb today\n")
            .unwrap_err()
            .to_string();
        assert!(failed.contains("`ebb today` failed"), "{failed}");
        let silent = walk_with("exit 0", "$ ebb today\n").unwrap_err().to_string();
        assert!(silent.contains("said nothing"), "{silent}");
    }
}
