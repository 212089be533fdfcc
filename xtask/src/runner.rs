//! Runs a command and reads its output while a person watches it: nothing is held back until the end.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use xshell::Cmd;

use crate::tally::{Echo, LibtestReader, Tally};

/// Runs a test command, shows its lines as they come and counts them.
pub(crate) fn count_tests(cmd: Cmd<'_>) -> Result<Tally> {
    let mut reader = LibtestReader::default();
    let ended_well = stream(cmd, |line| reader.read(line))?;
    Ok(reader.finish(ended_well))
}

/// Hands each line of standard output to `read`, printing those it asks for; true when the command ended well.
pub(crate) fn stream(cmd: Cmd<'_>, mut read: impl FnMut(&str) -> Echo) -> Result<bool> {
    println!("$ {cmd}");
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
            let mut out = std::io::stdout().lock();
            writeln!(out, "{line}")
                .and_then(|()| out.flush())
                .context("print a line")?;
        }
    }
    Ok(child.wait().context("wait for the command")?.success())
}
