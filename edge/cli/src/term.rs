//! The terminal: data on standard output, everything else beside it on standard error.

use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::words::{Surface, Words};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Columns when nobody says.
const DEFAULT_COLUMNS: u16 = 80;

/// Writes data. A reader that went away (`| head`) is no error.
pub(crate) fn say(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let done = out.write_all(text.as_bytes()).and_then(|()| {
        if text.ends_with('\n') {
            Ok(())
        } else {
            out.write_all(b"\n")
        }
    });
    match done.and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes JSON, one line at the end.
pub(crate) fn say_json(value: &serde_json::Value) -> anyhow::Result<()> {
    say(&serde_json::to_string_pretty(value)?)
}

/// Writes beside the data: questions, progress, hints.
pub(crate) fn say_aside(text: &str) {
    let mut err = std::io::stderr().lock();
    // Nothing better can be done when even standard error is gone.
    let _ = writeln!(err, "{text}");
}

/// Writes a hint, last of all.
pub(crate) fn hint(text: &str) {
    say_aside(&format!("\n{}", words().hint(text)));
}

/// The words and figures of a terminal.
pub(crate) fn words() -> Words {
    Words::new(Language::English, Surface::Terminal)
}

/// Figures as this person reads them.
pub(crate) fn numbers() -> Numbers {
    Numbers::new(Language::English, HourStyle::TwentyFour)
}

/// Columns of the terminal, or of COLUMNS, or 80.
pub(crate) fn columns() -> u16 {
    let said = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    said.or_else(|| terminal_size::terminal_size().map(|(width, _)| width.0))
        .unwrap_or(DEFAULT_COLUMNS)
        .clamp(40, 120)
}

/// Whether colours help: a terminal, no NO_COLOR, not dumb.
pub(crate) fn has_color() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    std::io::stdout().is_terminal() && !is_set("NO_COLOR") && std::env::var("TERM").is_ok_and(|t| t != "dumb")
}

/// Whether a person can answer.
pub(crate) fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks for a line; `None` at the end of input.
pub(crate) fn ask(prompt: &str) -> anyhow::Result<Option<String>> {
    let mut err = std::io::stderr().lock();
    write!(err, "{prompt}")?;
    err.flush()?;
    let mut line = String::new();
    let n = std::io::stdin().read_line(&mut line)?;
    Ok((n > 0).then(|| line.trim().to_owned()))
}

/// A progress bar that appears only when the work takes longer than a second, and only for a person.
pub(crate) struct Progress {
    what: String,
    since: Instant,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Progress of `what`.
    pub(crate) fn of(what: &str) -> Self {
        Self {
            what: what.to_owned(),
            since: Instant::now(),
            bar: None,
        }
    }

    /// `done` of `total` steps.
    pub(crate) fn at(&mut self, done: usize, total: usize) {
        if self.bar.is_none() && std::io::stderr().is_terminal() && self.since.elapsed() > Duration::from_secs(1) {
            let bar = ProgressBar::new(0);
            if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {percent}% {eta}") {
                bar.set_style(style.progress_chars("=> "));
            }
            bar.set_message(self.what.clone());
            self.bar = Some(bar);
        }
        if let Some(bar) = &self.bar {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
