//! Who may name whom: `layers.toml` against the manifests, no C in the pure half, no licence nobody accepted.
//!
//! The comparison is a pure function of two sets of arrows, so that its tests can feed it arrows that must fail.

mod licences;
mod purity;
mod workspace;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::complaint::{Complaint, line_where, settle};
use workspace::Workspace;

const LISTED: &str = "xtask/layers.toml";

/// Crate → the crates of this workspace it names.
type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Arrows of both kinds.
#[derive(Debug, Default, PartialEq, Eq)]
struct Layers {
    /// Dependencies of what a person runs.
    allow: Arrows,
    /// Further ones, of tests and benches.
    dev: Arrows,
}

/// A difference between the list and the manifests.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    /// The manifests have it, the list does not.
    Unlisted {
        table: &'static str,
        from: String,
        to: String,
    },
    /// The list has it, the manifests do not.
    Gone {
        table: &'static str,
        from: String,
        to: String,
    },
    /// A crate without a line in `[allow]`.
    UnlistedCrate(String),
    /// A line for a crate that is not in the workspace.
    GoneCrate(String),
}

/// `cargo xtask layers`.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let text = shell.read_file(LISTED).with_context(|| format!("read {LISTED}"))?;
    let listed = read_listed(&text).with_context(|| format!("understand {LISTED}"))?;
    let metadata = cmd!(shell, "cargo metadata --format-version 1 --no-deps")
        .quiet()
        .read()?;
    let workspace = Workspace::read(&metadata).context("understand `cargo metadata`")?;

    let mut complaints = Vec::new();
    for difference in compare(&listed, &workspace.layers) {
        complaints.push(word(shell, &difference, &text, &workspace));
    }
    complaints.extend(purity::check(shell, &workspace)?);
    complaints.extend(licences::check(shell, &text)?);
    settle(&complaints)
}

/// Reads the two tables of `layers.toml`.
fn read_listed(text: &str) -> Result<Layers> {
    let document: toml::Table = text.parse()?;
    let table = |name: &str| -> Result<Arrows> {
        let Some(value) = document.get(name) else {
            return Ok(Arrows::new());
        };
        Ok(value.clone().try_into::<Arrows>()?)
    };
    Ok(Layers {
        allow: table("allow")?,
        dev: table("dev")?,
    })
}

/// Every difference, in a fixed order.
fn compare(listed: &Layers, actual: &Layers) -> BTreeSet<Difference> {
    let mut found = BTreeSet::new();
    for from in actual.allow.keys().filter(|from| !listed.allow.contains_key(*from)) {
        found.insert(Difference::UnlistedCrate(from.clone()));
    }
    for from in listed
        .allow
        .keys()
        .chain(listed.dev.keys())
        .filter(|from| !actual.allow.contains_key(*from))
    {
        found.insert(Difference::GoneCrate(from.clone()));
    }
    let nothing = BTreeSet::new();
    for (table, listed, actual) in [
        ("allow", &listed.allow, &actual.allow),
        ("dev", &listed.dev, &actual.dev),
    ] {
        let crates: BTreeSet<&String> = listed.keys().chain(actual.keys()).collect();
        for from in crates {
            let ours = listed.get(from).unwrap_or(&nothing);
            let theirs = actual.get(from).unwrap_or(&nothing);
            for to in theirs.difference(ours) {
                found.insert(Difference::Unlisted {
                    table,
                    from: from.clone(),
                    to: to.clone(),
                });
            }
            for to in ours.difference(theirs) {
                found.insert(Difference::Gone {
                    table,
                    from: from.clone(),
                    to: to.clone(),
                });
            }
        }
    }
    found
}

/// Says where a difference is and what to do about it.
fn word(shell: &Shell, difference: &Difference, listed: &str, workspace: &Workspace) -> Complaint {
    let in_list = |from: &str| line_where(listed, |line| line.split('=').next().map(str::trim) == Some(from));
    let manifest_of = |from: &str| workspace.manifests.get(from).map_or("Cargo.toml", String::as_str);
    match difference {
        Difference::Unlisted { table, from, to } => {
            let manifest = manifest_of(from);
            let text = shell.read_file(manifest).unwrap_or_default();
            let line = line_where(&text, |line| line.starts_with(to.as_str()));
            Complaint::new(
                manifest,
                line,
                format!("{from} names {to}, which {LISTED} does not allow ([{table}])"),
                format!("do without it, or list it under [{table}] and say why in docs/design.md"),
            )
        }
        Difference::Gone { table, from, to } => Complaint::new(
            LISTED,
            in_list(from),
            format!("[{table}] allows {from} to name {to}, but it does not any more"),
            format!("take {to} out of that line"),
        ),
        Difference::UnlistedCrate(name) => Complaint::new(
            manifest_of(name),
            1,
            format!("{name} has no line in {LISTED}"),
            format!("add `{name} = [...]` under [allow]"),
        ),
        Difference::GoneCrate(name) => Complaint::new(
            LISTED,
            in_list(name),
            format!("{name} is listed but is not a member of this workspace"),
            "remove its lines".to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(text: &str) -> Layers {
        read_listed(text).unwrap()
    }

    fn gone(table: &'static str, from: &str, to: &str) -> Difference {
        Difference::Gone {
            table,
            from: from.to_owned(),
            to: to.to_owned(),
        }
    }

    fn unlisted(table: &'static str, from: &str, to: &str) -> Difference {
        Difference::Unlisted {
            table,
            from: from.to_owned(),
            to: to.to_owned(),
        }
    }

    #[test]
    fn equal_pictures_differ_in_nothing() {
        let text = "[allow]\na = [\"b\"]\nb = []\n[dev]\nb = [\"a\"]\n";
        assert!(compare(&layers(text), &layers(text)).is_empty());
    }

    #[test]
    fn an_arrow_that_is_not_listed_is_found() {
        let found = compare(
            &layers("[allow]\na = []\nb = []"),
            &layers("[allow]\na = [\"b\"]\nb = []"),
        );
        assert_eq!(Vec::from_iter(found), [unlisted("allow", "a", "b")]);
    }

    #[test]
    fn a_listed_arrow_that_no_longer_exists_is_found() {
        let found = compare(
            &layers("[allow]\na = [\"b\"]\nb = []"),
            &layers("[allow]\na = []\nb = []"),
        );
        assert_eq!(Vec::from_iter(found), [gone("allow", "a", "b")]);
    }

    #[test]
    fn an_arrow_of_the_tests_does_not_allow_one_of_the_product() {
        let listed = layers("[allow]\na = []\nb = []\n[dev]\na = [\"b\"]");
        let found = compare(&listed, &layers("[allow]\na = [\"b\"]\nb = []"));
        assert_eq!(
            Vec::from_iter(found),
            [unlisted("allow", "a", "b"), gone("dev", "a", "b")].map(|d| d)
        );
    }

    #[test]
    fn a_crate_on_one_side_only_is_found() {
        let found = compare(&layers("[allow]\nold = []"), &layers("[allow]\nnew = []"));
        assert_eq!(
            Vec::from_iter(found),
            [
                Difference::UnlistedCrate("new".to_owned()),
                Difference::GoneCrate("old".to_owned())
            ]
        );
    }

    #[test]
    fn a_list_that_is_not_a_table_of_lists_is_refused() {
        assert!(read_listed("[allow]\na = \"b\"").is_err());
    }

    #[test]
    fn a_stale_arrow_is_worded_with_its_line_and_what_to_do() {
        let shell = Shell::new().unwrap();
        let text = "[allow]\nab = []\na = [\"b\"]\n";
        let complaint = word(&shell, &gone("allow", "a", "b"), text, &Workspace::default());
        assert_eq!((complaint.file.as_str(), complaint.line), (LISTED, 3));
        assert_eq!(complaint.remedy, "take b out of that line");
    }
}
