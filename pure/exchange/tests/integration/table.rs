//! Expected against got, one line each, for a person to read and a test to assert.

use std::fmt::{Display, Write as _};

/// One comparison.
pub(crate) struct Line {
    file: String,
    what: String,
    expected: String,
    got: String,
    is_ok: bool,
}

/// All comparisons of a run.
#[derive(Default)]
pub(crate) struct Table {
    lines: Vec<Line>,
    file: String,
}

impl Table {
    /// The file that the next lines are about.
    pub(crate) fn about(&mut self, file: &str) {
        file.clone_into(&mut self.file);
    }

    pub(crate) fn same<T: Display + PartialEq>(&mut self, what: impl Into<String>, expected: T, got: T) {
        let is_ok = expected == got;
        self.line(what, expected.to_string(), got.to_string(), is_ok);
    }

    pub(crate) fn between(&mut self, what: impl Into<String>, least: usize, most: usize, got: usize) {
        self.line(
            what,
            format!("{least} to {most}"),
            got.to_string(),
            (least..=most).contains(&got),
        );
    }

    pub(crate) fn holds(&mut self, what: impl Into<String>, is_ok: bool) {
        let got = if is_ok { "yes" } else { "no" };
        self.line(what, "yes".to_owned(), got.to_owned(), is_ok);
    }

    pub(crate) fn line(&mut self, what: impl Into<String>, expected: String, got: String, is_ok: bool) {
        self.lines.push(Line {
            file: self.file.clone(),
            what: what.into(),
            expected,
            got,
            is_ok,
        });
    }

    pub(crate) fn n_wrong(&self) -> usize {
        self.lines.iter().filter(|l| !l.is_ok).count()
    }

    /// One line for every comparison, then the sum.
    pub(crate) fn print(&self) -> String {
        let mut text = String::new();
        for l in &self.lines {
            let mark = if l.is_ok { "ok   " } else { "WRONG" };
            let _ = writeln!(
                text,
                "{mark} {:<52} {:<44} expected {:<22} got {}",
                l.file, l.what, l.expected, l.got
            );
        }
        let n_wrong = self.n_wrong();
        let _ = writeln!(text, "{} ok, {n_wrong} wrong", self.lines.len() - n_wrong);
        text
    }
}
