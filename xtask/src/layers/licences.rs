//! What we depend on must be under a licence that our own two allow: the list is in `layers.toml`.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

use super::LISTED;
use super::workspace::{list, text};
use crate::complaint::{Complaint, line_where};

/// Every crate in `Cargo.lock` against the list in `layers.toml`.
pub(super) fn check(shell: &Shell, listed: &str) -> Result<Vec<Complaint>> {
    let metadata = cmd!(shell, "cargo metadata --format-version 1").quiet().read()?;
    let line = line_where(listed, |line| line.starts_with("accept"));
    let complaint = |what, remedy: &str| Complaint::new(LISTED, line, what, remedy);
    let found = compare(&read_accepted(listed)?, &serde_json::from_str(&metadata)?)?;
    let refused = found.refused.into_iter().map(|what| {
        complaint(
            format!("{what}, which is not accepted"),
            "do without that crate, or accept the licence and say why in docs/design.md",
        )
    });
    let unused = found.unused.into_iter().map(|licence| {
        complaint(
            format!("{licence} is accepted, but nothing needs it"),
            "take it off the list",
        )
    });
    Ok(refused.chain(unused).collect())
}

fn read_accepted(listed: &str) -> Result<BTreeSet<String>> {
    let document: toml::Table = listed.parse()?;
    let accept = document.get("licences").and_then(|table| table.get("accept"));
    let accept = accept.context("find `accept` under [licences]")?;
    Ok(accept.clone().try_into()?)
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    /// Crates and what they are under.
    refused: Vec<String>,
    /// Accepted licences without which everything would still be accepted.
    unused: Vec<String>,
}

fn compare(accepted: &BTreeSet<String>, metadata: &Value) -> Result<Found> {
    let mut found = Found::default();
    let mut expressions = BTreeSet::new();
    for package in list(metadata, "packages")? {
        let (name, licence) = (
            text(package, "name")?,
            package["license"].as_str().unwrap_or("no licence named"),
        );
        if is_satisfied(licence, accepted) {
            expressions.insert(licence);
        } else {
            found.refused.push(format!("{name} is under {licence}"));
        }
    }
    for licence in accepted {
        let mut fewer = accepted.clone();
        fewer.remove(licence);
        if expressions.iter().all(|expression| is_satisfied(expression, &fewer)) {
            found.unused.push(licence.clone());
        }
    }
    Ok(found)
}

/// Whether an SPDX expression (or the older `A/B` for `A OR B`) can be met with the accepted licences alone.
fn is_satisfied(expression: &str, accepted: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let satisfied = either(&mut words, accepted);
    satisfied && words.next().is_none()
}

type Words<'w> = std::iter::Peekable<std::str::SplitWhitespace<'w>>;

fn either(words: &mut Words<'_>, accepted: &BTreeSet<String>) -> bool {
    let mut satisfied = both(words, accepted);
    while words.next_if_eq(&"OR").is_some() {
        satisfied |= both(words, accepted);
    }
    satisfied
}

fn both(words: &mut Words<'_>, accepted: &BTreeSet<String>) -> bool {
    let mut satisfied = one(words, accepted);
    while words.next_if_eq(&"AND").is_some() {
        satisfied &= one(words, accepted);
    }
    satisfied
}

fn one(words: &mut Words<'_>, accepted: &BTreeSet<String>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let satisfied = either(words, accepted);
        return words.next_if_eq(&")").is_some() && satisfied;
    }
    let Some(name) = words.next() else { return false };
    if words.next_if_eq(&"WITH").is_some() {
        let exception = words.next().unwrap_or_default();
        return accepted.contains(&format!("{name} WITH {exception}"));
    }
    accepted.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(licences: &[&str]) -> BTreeSet<String> {
        licences.iter().map(|licence| (*licence).to_owned()).collect()
    }

    #[test]
    fn one_accepted_alternative_is_enough_and_a_part_is_not() {
        let ours = accepted(&["MIT", "Zlib"]);
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR GPL-3.0-only) AND Zlib",
        ] {
            assert!(is_satisfied(good, &ours), "{good}");
        }
        for bad in [
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "MIT WITH X-exception",
            "(MIT",
            "MIT Zlib",
            "",
            "no licence named",
        ] {
            assert!(!is_satisfied(bad, &ours), "{bad}");
        }
    }

    #[test]
    fn a_crate_under_another_licence_and_an_idle_entry_are_found() {
        let metadata: Value = serde_json::from_str(
            r#"{"packages": [{"name": "a", "license": "MIT"}, {"name": "b", "license": "GPL-3.0-only"},
                {"name": "c", "license": null}]}"#,
        )
        .unwrap();
        let found = compare(&accepted(&["MIT", "Zlib"]), &metadata).unwrap();
        assert_eq!(
            found.refused,
            ["b is under GPL-3.0-only", "c is under no licence named"]
        );
        assert_eq!(found.unused, ["Zlib"]);
    }

    #[test]
    fn a_list_that_is_missing_is_not_an_empty_one() {
        assert!(read_accepted("[allow]\n").is_err());
    }
}
