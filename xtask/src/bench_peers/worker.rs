//! The two programs that run the solvers, and the lines spoken with them. Both answer one line with one line.

use std::io::{BufRead as _, BufReader, Lines, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::setup::Place;

/// The person of E3, with an independent optimizer's answer.
const E3: &str = "pure/pharm/tests/fits/e3.json";
const PYTHON_WORKER: &str = "peers/python/worker.py";

/// One run of one solver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run {
    /// Processor time of the one thread, s (for threads: by the clock on the wall).
    pub(super) seconds: f64,
    /// How far off it was.
    pub(super) error: f64,
}

/// Relative and absolute tolerance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tolerance {
    pub(super) rtol: f64,
    pub(super) atol: f64,
}

impl Tolerance {
    /// For what has none to choose.
    pub(super) const NONE: Tolerance = Tolerance { rtol: 0.0, atol: 0.0 };
}

/// Which program knows a solver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Host {
    Rust,
    Python,
}

/// Both programs, started.
pub(super) struct Workers {
    rust: Worker,
    python: Worker,
}

impl Workers {
    /// The Rust worker first: it fills the folder that the other reads.
    pub(super) fn start(place: &Place) -> Result<Workers> {
        println!("preparing workloads and references (minutes, the first time)");
        let mut rust = command(place, &[place.rust_worker.as_os_str()]);
        rust.arg(&place.references).arg(E3);
        let rust = Worker::start(rust)?;
        let mut python = command(place, &[place.python.as_os_str()]);
        python.arg(PYTHON_WORKER).arg(&place.references).arg(E3);
        // One thread for everybody.
        for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"] {
            python.env(name, "1");
        }
        python.env("PYTHONDONTWRITEBYTECODE", "1");
        let python = Worker::start(python)?;
        Ok(Workers { rust, python })
    }

    /// What the Python worker runs on, as `name=version` words.
    pub(super) fn versions(&self) -> &str {
        &self.python.greeting
    }

    /// Runs a solver once; an error when it gave up.
    pub(super) fn run(&mut self, host: Host, workload: &str, solver: &str, tolerance: Tolerance) -> Result<Run> {
        let Tolerance { rtol, atol } = tolerance;
        let line = format!("run {workload} {solver} {rtol:e} {atol:e}");
        match host {
            Host::Rust => self.rust.ask(&line),
            Host::Python => self.python.ask(&line),
        }
    }

    /// How far the reference of E1 is from SciPy's DOP853 at tight tolerance.
    pub(super) fn check_reference(&mut self) -> Result<f64> {
        Ok(self.python.ask("check")?.error)
    }
}

/// With priority, where that is allowed: the machine may be busy.
fn command(place: &Place, words: &[&std::ffi::OsStr]) -> Command {
    let mut all = Vec::new();
    if place.is_root {
        all.extend(["nice", "-n", "-5"].map(std::ffi::OsStr::new));
    }
    all.extend(words);
    let mut command = Command::new(all[0]);
    command.args(&all[1..]);
    command
}

struct Worker {
    child: Child,
    input: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
    greeting: String,
}

impl Worker {
    fn start(mut command: Command) -> Result<Worker> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("start a worker of peers/")?;
        let input = child.stdin.take().context("talk to the worker")?;
        let output = child.stdout.take().context("listen to the worker")?;
        let mut lines = BufReader::new(output).lines();
        let first = lines
            .next()
            .context("the worker ended before it was ready; its reason stands above")??;
        let greeting = first
            .strip_prefix("ready")
            .context("understand the worker's first line")?;
        let greeting = greeting.trim().to_owned();
        Ok(Worker {
            child,
            input,
            lines,
            greeting,
        })
    }

    fn ask(&mut self, line: &str) -> Result<Run> {
        writeln!(self.input, "{line}")
            .and_then(|()| self.input.flush())
            .context("talk to the worker")?;
        let answer = self.lines.next();
        let answer = answer.with_context(|| format!("the worker ended at `{line}`; its reason stands above"))??;
        understood(&answer).with_context(|| format!("after `{line}`"))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may have ended already, and nothing depends on how it ends.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `ok SECONDS ERROR`, or why not.
fn understood(answer: &str) -> Result<Run> {
    let words: Vec<&str> = answer.split_whitespace().collect();
    match words[..] {
        ["ok", seconds, error] => Ok(Run {
            seconds: seconds.parse().context("read the seconds")?,
            error: error.parse().context("read the error")?,
        }),
        _ => bail!("{answer}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_time_and_an_error_or_the_reason_why_there_is_none() {
        let run = Run {
            seconds: 0.0125,
            error: 1e-6,
        };
        assert_eq!(understood("ok 1.25e-2 1e-6").unwrap(), run);
        assert!(understood("ok 1 inf").unwrap().error.is_infinite());
        assert_eq!(
            understood("failed too stiff").unwrap_err().to_string(),
            "failed too stiff"
        );
        assert!(understood("").is_err());
    }
}
