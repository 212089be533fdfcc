//! Runs a command and reads its output while a person watches it: nothing is held back until the end.

use std::io::{BufRead as _, BufReader, Write};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use xshell::Cmd;

use crate::tally::{Echo, LibtestReader, Tally};

/// Runs a test command, shows its lines as they come, counts the tests and names those that failed.
pub(crate) fn count_tests(cmd: Cmd<'_>) -> Result<(Tally, Vec<String>)> {
    count_tests_to(&mut std::io::stdout(), cmd)
}

fn count_tests_to(out: &mut impl Write, cmd: Cmd<'_>) -> Result<(Tally, Vec<String>)> {
    let mut reader = LibtestReader::default();
    let ended_well = stream(out, cmd, |line| reader.read(line))?;
    Ok(reader.finish(ended_well))
}

/// Hands each line of standard output to `read` and writes those it asks for to `out`; true when the command ended well.
pub(crate) fn stream(out: &mut impl Write, cmd: Cmd<'_>, mut read: impl FnMut(&str) -> Echo) -> Result<bool> {
    writeln!(out, "$ {cmd}").context("print the command")?;
    let mut child = Command::from(cmd)
        .stdout(Stdio::piped())
        .spawn()
        .context("start the command")?;
    let output = child.stdout.take().context("read the command's output")?;
    let mut lines = BufReader::new(output);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if lines
            .read_until(b'\n', &mut bytes)
            .context("read the command's output")?
            == 0
        {
            break;
        }
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_end_matches(['\n', '\r']);
        if read(line) == Echo::Show {
            writeln!(out, "{line}")
                .and_then(|()| out.flush())
                .context("print a line")?;
        }
    }
    Ok(child.wait().context("wait for the command")?.success())
}

#[cfg(test)]
mod tests {
    use xshell::{Shell, cmd};

    use super::*;

    /// What was counted, and what was shown after the command itself. Nothing may reach the real standard output: whoever
    /// runs these tests counts what stands there.
    fn count(script: &str) -> ((Tally, Vec<String>), String) {
        let shell = Shell::new().unwrap();
        let mut shown = Vec::new();
        let counted = count_tests_to(&mut shown, cmd!(shell, "sh -c {script}")).unwrap();
        let shown = String::from_utf8(shown).unwrap();
        (counted, shown.split_once('\n').unwrap().1.to_owned())
    }

    #[test]
    fn a_runner_is_counted_through_its_own_output_and_exit_code() {
        let closing = "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        let (counted, shown) = count(&format!("echo 'test x ... FAILED'; echo '{closing}'; exit 101"));
        assert_eq!(
            counted,
            (
                Tally {
                    passed: 2,
                    failed: 1,
                    skipped: 0
                },
                vec!["x".to_owned()]
            )
        );
        assert_eq!(shown, format!("test x ... FAILED\n{closing}\n"));
        assert_eq!(count("exit 101").0.0, Tally::ONE_FAILED);
    }

    #[test]
    fn output_that_is_not_text_does_not_stop_the_count() {
        let closing = "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        let (counted, _) = count(&format!("printf '\\377\\376\\n'; echo '{closing}'"));
        assert_eq!(counted.0, Tally::ONE_PASSED);
    }

    #[test]
    fn a_command_that_does_not_exist_is_an_error() {
        let shell = Shell::new().unwrap();
        assert!(count_tests_to(&mut Vec::new(), cmd!(shell, "ebb-no-such-command")).is_err());
    }
}
