//! Which licences of an SPDX expression are used here: of a choice one, of what all holds each.

use anyhow::{Result, bail};
use std::collections::BTreeSet;

/// Taken first where there is a choice: those that ask least to be said.
const PREFERRED: [&str; 9] = [
    "MIT",
    "Zlib",
    "0BSD",
    "BSL-1.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Apache-2.0",
    "CC0-1.0",
];

/// The licences taken from `expression`; the older `A/B` is a choice.
pub(super) fn taken(expression: &str) -> Result<BTreeSet<String>> {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, at: 0 };
    let taken = reader.either()?;
    if reader.at != words.len() {
        bail!("`{}` is not expected there", words[reader.at]);
    }
    Ok(taken)
}

struct Reader<'w> {
    words: &'w [&'w str],
    at: usize,
}

impl Reader<'_> {
    fn takes(&mut self, word: &str) -> bool {
        let is_it = self.words.get(self.at) == Some(&word);
        self.at += usize::from(is_it);
        is_it
    }

    /// Of alternatives the one whose licences stand furthest to the front.
    fn either(&mut self) -> Result<BTreeSet<String>> {
        let mut best = self.both()?;
        while self.takes("OR") {
            let other = self.both()?;
            if worst(&other) < worst(&best) {
                best = other;
            }
        }
        Ok(best)
    }

    fn both(&mut self) -> Result<BTreeSet<String>> {
        let mut all = self.one()?;
        while self.takes("AND") {
            all.extend(self.one()?);
        }
        Ok(all)
    }

    fn one(&mut self) -> Result<BTreeSet<String>> {
        if self.takes("(") {
            let inner = self.either()?;
            if !self.takes(")") {
                bail!("a bracket does not close");
            }
            return Ok(inner);
        }
        let Some(name) = self.words.get(self.at) else {
            bail!("a licence is missing");
        };
        self.at += 1;
        if self.takes("WITH") {
            let exception = self.words.get(self.at).copied().unwrap_or_default();
            self.at += 1;
            return Ok(BTreeSet::from([format!("{name} WITH {exception}")]));
        }
        Ok(BTreeSet::from([(*name).to_owned()]))
    }
}

fn worst(licences: &BTreeSet<String>) -> usize {
    let rank = |licence: &String| {
        PREFERRED
            .iter()
            .position(|known| known == licence)
            .unwrap_or(PREFERRED.len())
    };
    licences.iter().map(rank).max().unwrap_or(PREFERRED.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expression: &str, expected: &[&str]) {
        let found: Vec<String> = taken(expression).unwrap().into_iter().collect();
        assert_eq!(found, expected, "{expression}");
    }

    #[test]
    fn of_a_choice_one_is_taken_and_of_all_each() {
        check("Apache-2.0 OR MIT", &["MIT"]);
        check("Apache-2.0/MIT", &["MIT"]);
        check("(MIT OR Apache-2.0) AND Unicode-3.0", &["MIT", "Unicode-3.0"]);
        check("Apache-2.0 OR GPL-2.0-only", &["Apache-2.0"]);
        check("Unlicense OR MIT", &["MIT"]);
        check("Apache-2.0 WITH LLVM-exception OR MIT", &["MIT"]);
        check("Unicode-3.0", &["Unicode-3.0"]);
    }

    #[test]
    fn what_is_no_expression_is_said_and_not_guessed() {
        for broken in ["", "MIT Zlib", "(MIT", "MIT OR"] {
            assert!(taken(broken).is_err(), "{broken}");
        }
    }
}
