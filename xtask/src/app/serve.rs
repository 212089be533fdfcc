//! The server as a process: built, started, asked whether it answers, and stopped with whoever started it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

use crate::root;

/// How its line begins when it listens.
const READY: &str = "Ebb is at ";
/// The server answers from this machine: it needs milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// Builds the server and returns its program.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    let command = cmd!(shell, "cargo build --package ebb-server");
    println!("$ {command}");
    command.quiet().run().context("build the server")?;
    let name = format!("ebb-server{}", std::env::consts::EXE_SUFFIX);
    Ok(root::target_dir(shell)?.join("debug").join(name))
}

/// A server that is listening. It ends when this is dropped.
pub(crate) struct Server {
    child: Child,
    /// Kept open: a program whose output nobody holds may end when it writes.
    _output: BufReader<ChildStdout>,
    port: u16,
}

impl Server {
    /// Starts `program` and waits until it listens. Port 0 means any that is free.
    pub(crate) fn start(program: &Path, folder: &Path, port: u16) -> Result<Self> {
        let mut child = Command::new(program)
            .arg("--dir")
            .arg(folder)
            .args(["--addr", &format!("{}:{port}", Ipv4Addr::LOCALHOST)])
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("start {}", program.display()))?;
        let mut output = BufReader::new(child.stdout.take().context("read what the server says")?);
        let mut line = String::new();
        loop {
            line.clear();
            if output.read_line(&mut line).context("read what the server says")? == 0 {
                let status = child.wait().context("see why the server ended")?;
                bail!("the server could not start ({status}); it said why above");
            }
            if let Some(port) = port_of(&line) {
                return Ok(Self {
                    child,
                    _output: output,
                    port,
                });
            }
        }
    }

    /// As a person opens it.
    pub(crate) fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Asks as a browser would: an answer that is not the page is an error.
    pub(crate) fn ask_for_the_page(&self) -> Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).context("reach the server")?;
        stream.set_read_timeout(Some(PATIENCE)).context("reach the server")?;
        let question = format!(
            "GET / HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
            self.port
        );
        stream.write_all(question.as_bytes()).context("ask the server")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).context("hear the server's answer")?;
        let answer = String::from_utf8_lossy(&answer);
        let first = answer.lines().next().unwrap_or("nothing");
        if !first.contains(" 200 ") || !answer.contains("<script type=\"module\"") {
            bail!("the server answers, but not with the page: {first}");
        }
        Ok(())
    }

    /// Waits until the server ends, or until `deadline` and ends it.
    pub(crate) fn stay(&mut self, deadline: Option<Instant>) -> Result<()> {
        let Some(deadline) = deadline else {
            let status = self.child.wait().context("wait for the server")?;
            if status.success() {
                return Ok(());
            }
            bail!("the server ended ({status})");
        };
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait().context("wait for the server")? {
                bail!("the server ended by itself ({status})");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        println!("The time is over: stopping.");
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already; either way nothing is left behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn port_of(line: &str) -> Option<u16> {
    let address = line.strip_prefix(READY)?.split(' ').next()?;
    address.rsplit(':').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_line_that_says_it_is_ready() {
        assert_eq!(
            port_of("Ebb is at http://localhost:7340 (Ctrl-C stops it)\n"),
            Some(7340)
        );
        assert_eq!(port_of("Note: others reach it\n"), None);
        assert_eq!(port_of("Ebb is at home\n"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_server_that_ends_before_it_listens_is_an_error() {
        let started = Server::start(Path::new("false"), Path::new("."), 0);
        let words = started.err().unwrap().to_string();
        assert!(words.starts_with("the server could not start"), "{words}");
    }
}
