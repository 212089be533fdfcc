//! `cargo xtask walk`: builds the command line and walks through it on a made-up diary, in a vault of its own.
//!
//! What is walked is `walk.txt`; the steps are parsed here and shown as they are typed. Nobody's own diary is touched:
//! every path the program may use is given to it through its environment.

mod place;
mod script;

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, anyhow, bail};
use xshell::{Cmd, Shell, cmd};

use crate::{machine, root};
use place::Place;
use script::Step;

const SCRIPT: &str = "xtask/walk.txt";
const DEMO: &str = "xtask/demo";

/// How much of a walk is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    /// Everything, as in a terminal of one's own.
    Aloud,
    /// The commands alone, and the output of one that fails. A command that says nothing at all fails too.
    Quiet,
}

/// A walk that was finished.
struct Walked {
    place: Place,
    /// What time it was at the end.
    now: String,
}

/// `cargo xtask walk`: builds, walks, and says how to begin one's own diary.
pub(crate) fn run(shell: &Shell, keep: bool) -> Result<ExitCode> {
    machine::require(shell, &machine::RUSTC)?;
    machine::require(shell, &machine::C_COMPILER)?;
    println!("Building the command line. The first time takes a few minutes.");
    cmd!(shell, "cargo build --release --package ebb-cli")
        .run()
        .context("build the command line")?;
    let program = root::target_dir(shell)?.join("release").join("ebb");
    let walked = walk(shell, &program, &read_script(shell)?, keep, Voice::Aloud)?;

    println!("\nThat was a made-up diary. To begin your own:\n");
    let program = program.display();
    println!("  {program} init\n  {program} import FILE     a diary you already keep, if there is one");
    println!("  {program} log \"2 g\"");
    if keep {
        println!(
            "\nThe demo stays in {}. To look around in it, first:\n",
            walked.place.folder().display()
        );
        for (name, value) in walked.place.environment() {
            println!("  export {name}='{value}'");
        }
        println!("  export EBB_NOW='{}'", walked.now);
    }
    Ok(ExitCode::SUCCESS)
}

/// The same walk as a check: what the README shows first must work.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    cmd!(shell, "cargo build --quiet --package ebb-cli")
        .run()
        .context("build the command line")?;
    let program = root::target_dir(shell)?.join("debug").join("ebb");
    walk(shell, &program, &read_script(shell)?, false, Voice::Quiet).map(|_| ())
}

fn read_script(shell: &Shell) -> Result<String> {
    shell.read_file(SCRIPT).with_context(|| format!("read {SCRIPT}"))
}

/// Every step of `script`, with `program` as `ebb`.
fn walk(shell: &Shell, program: &Path, script: &str, keep: bool, voice: Voice) -> Result<Walked> {
    let steps = script::read(script).with_context(|| format!("understand {SCRIPT}"))?;
    let place = Place::make(keep)?;
    let out = place.folder().to_string_lossy().into_owned();
    let real = |text: &str| text.replace("{demo}", DEMO).replace("{out}", &out);
    let mut now = String::new();
    for step in steps {
        match step {
            Step::Say(text) if voice == Voice::Aloud => println!("{text}"),
            Step::Say(_) => {}
            Step::Now(moment) => now = moment,
            Step::Type { line, words } => {
                let line = real(&line);
                println!("$ {line}");
                let words = words.iter().map(|word| real(word));
                let command = cmd!(shell, "{program} {words...}").quiet().ignore_status();
                type_it(command.envs(place.environment()).env("EBB_NOW", &now), voice)
                    .with_context(|| format!("`{line}`: the walk stops here"))?;
            }
        }
    }
    Ok(Walked { place, now })
}

fn type_it(command: Cmd<'_>, voice: Voice) -> Result<()> {
    if voice == Voice::Aloud {
        println!();
        let status = Command::from(command).status().context("start ebb")?;
        println!();
        return if status.success() {
            Ok(())
        } else {
            Err(anyhow!("failed ({status})"))
        };
    }
    let output = command.output().context("start ebb")?;
    let said = [output.stdout, output.stderr].concat();
    if !output.status.success() {
        println!("{}", String::from_utf8_lossy(&said));
        bail!("failed ({})", output.status);
    }
    if said.is_empty() {
        bail!("said nothing");
    }
    Ok(())
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
        let script = format!("@ 2026-01-02T08:00:00Z\n{script}");
        let place = walk(&shell, &path, &script, false, Voice::Quiet)?.place;
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
        let reason = |program| {
            walk_with(program, "$ ebb today\n")
                .map(|_| ())
                .unwrap_err()
                .chain()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(": ")
        };
        let failed = reason("echo sorry; exit 3");
        assert!(
            failed.starts_with("`ebb today`: the walk stops here: failed"),
            "{failed}"
        );
        let silent = reason("exit 0");
        assert!(silent.contains("said nothing"), "{silent}");
    }
}
