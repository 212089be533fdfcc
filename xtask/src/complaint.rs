//! What a check says when it is not content: where, what, and what to do about it.

use std::fmt;

use anyhow::{Result, bail};

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Complaint {
    /// A path relative to the repository's root.
    pub(crate) file: String,
    /// Counted from 1.
    pub(crate) line: usize,
    /// What is wrong.
    pub(crate) what: String,
    /// What to do.
    pub(crate) remedy: String,
}

impl Complaint {
    pub(crate) fn new(file: &str, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}\n    to do: {}",
            self.file, self.line, self.what, self.remedy
        )
    }
}

/// Prints every complaint and fails when there is one.
pub(crate) fn settle(complaints: &[Complaint]) -> Result<()> {
    for complaint in complaints {
        println!("{complaint}");
    }
    match complaints.len() {
        0 => {
            println!("nothing to complain about");
            Ok(())
        }
        1 => bail!("1 complaint, above"),
        n => bail!("{n} complaints, above"),
    }
}

/// The line, from 1, of the first line that `wanted` accepts; 1 when none does.
pub(crate) fn line_where(text: &str, wanted: impl Fn(&str) -> bool) -> usize {
    text.lines().position(wanted).map_or(1, |idx| idx + 1)
}
