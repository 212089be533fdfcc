//! The walk as data: what is said, what is typed, and what time it is.
//!
//! `# text` is said, `@ moment` sets the clock for what follows, `$ ebb …` is typed, an empty line is an empty line.

use anyhow::{Result, bail};

/// One line of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// A sentence for the person who watches.
    Say(String),
    /// What time it is from here on, as `EBB_NOW` wants it.
    Now(String),
    /// A command, as typed and as words after `ebb`.
    Type { line: String, words: Vec<String> },
}

/// Every step of the script.
pub(super) fn read(text: &str) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    for (idx, line) in text.lines().enumerate() {
        let number = idx + 1;
        if line.is_empty() {
            steps.push(Step::Say(String::new()));
        } else if let Some(said) = line.strip_prefix("# ") {
            steps.push(Step::Say(said.to_owned()));
        } else if let Some(moment) = line.strip_prefix("@ ") {
            steps.push(Step::Now(moment.trim().to_owned()));
        } else if let Some(typed) = line.strip_prefix("$ ebb ") {
            if !steps.iter().any(|step| matches!(step, Step::Now(_))) {
                bail!("line {number}: a command before the first `@ moment`: the walk must not depend on today");
            }
            steps.push(Step::Type {
                line: line[2..].to_owned(),
                words: split_words(typed, number)?,
            });
        } else {
            bail!("line {number}: begin it with `# `, `@ ` or `$ ebb `");
        }
    }
    Ok(steps)
}

/// Words separated by spaces; double quotes keep spaces together.
fn split_words(typed: &str, number: usize) -> Result<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    for c in typed.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    if quoted {
        bail!("line {number}: a quote is never closed");
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str, words: &[&str]) -> Step {
        Step::Type {
            line: line.to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        }
    }

    #[test]
    fn each_kind_of_line_becomes_its_step() {
        let steps = read("# A vault.\n@ 2026-01-02T08:00:00Z\n\n$ ebb log \"2 g, tired\"  --note \"\"\n").unwrap();
        let expected = [
            Step::Say("A vault.".to_owned()),
            Step::Now("2026-01-02T08:00:00Z".to_owned()),
            Step::Say(String::new()),
            typed(
                "ebb log \"2 g, tired\"  --note \"\"",
                &["log", "2 g, tired", "--note", ""],
            ),
        ];
        assert_eq!(steps, expected);
    }

    #[test]
    fn a_line_of_no_kind_is_refused_with_its_number() {
        let error = read("# fine\nebb today\n").unwrap_err().to_string();
        assert!(error.starts_with("line 2:"), "{error}");
        assert!(
            read("@ now\n$ ebb log \"2 g\n")
                .unwrap_err()
                .to_string()
                .contains("never closed")
        );
    }

    #[test]
    fn a_command_without_a_fixed_time_is_refused() {
        assert!(read("$ ebb today\n").is_err());
    }

    #[test]
    fn the_committed_walk_can_be_read_and_ends_with_today() {
        let steps = read(include_str!("../../walk.txt")).unwrap();
        let last = steps.iter().rev().find_map(|step| match step {
            Step::Type { words, .. } => Some(words.clone()),
            _ => None,
        });
        assert_eq!(last.unwrap(), ["today"]);
    }
}
