//! The licences of what is in the app: every crate that `ebb-web` is built from, with its copyright lines, and each text
//! once. Written to a file that is served with the app and can be read without a network.
//!
//! Where a crate offers a choice we take the first of our list; where it names several that all hold, each is given.

mod expression;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::complaint::{Complaint, settle};
use texts::{Found, found_in};

const FILE: &str = "edge/web/static/licences.txt";

/// What a program in Rust always carries along.
const STANDARD: &str = "the Rust standard library, MIT OR Apache-2.0, copyright the Rust project contributors";

/// `cargo xtask licences`: writes the file.
pub(crate) fn write(shell: &Shell) -> Result<()> {
    let text = generate(shell)?;
    let is_fresh = shell.read_file(FILE).is_ok_and(|old| old == text);
    println!("{FILE}: {}", if is_fresh { "was fresh" } else { "written" });
    shell.write_file(FILE, text).with_context(|| format!("write {FILE}"))
}

/// `cargo xtask licences --check`: writes nothing.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    let text = generate(shell)?;
    let committed = shell.read_file(FILE).unwrap_or_default();
    if committed == text {
        return Ok(());
    }
    let same = committed
        .lines()
        .zip(text.lines())
        .take_while(|(old, new)| old == new)
        .count();
    settle(&[Complaint::new(
        FILE,
        same + 1,
        "is not what the app is built from",
        "write it anew with `cargo xtask licences` and commit it",
    )])
}

/// A crate that is in the app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Shipped {
    name: String,
    version: String,
}

/// A crate with what it is under.
struct Licensed {
    shipped: Shipped,
    expression: String,
    authors: Vec<String>,
    folder: PathBuf,
}

fn generate(shell: &Shell) -> Result<String> {
    let tree = cmd!(
        shell,
        "cargo tree --package ebb-web --target wasm32-unknown-unknown --edges normal,no-proc-macro --prefix none --format {'{'}p{'}'}"
    );
    let shipped = read_tree(&tree.quiet().read().context("list what the app is built from")?);
    let metadata = cmd!(shell, "cargo metadata --format-version 1").quiet().read()?;
    let licensed = read_metadata(&serde_json::from_str(&metadata)?, &shipped)?;
    page(&licensed)
}

/// `name v1.2.3`, one a line, with a path or a star behind it; our own crates have a path.
fn read_tree(tree: &str) -> BTreeSet<Shipped> {
    let line = |line: &str| {
        let mut words = line.split_whitespace();
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        let is_ours = words.any(|word| word.starts_with("(/") || word.starts_with("(C:"));
        (!is_ours).then(|| Shipped {
            name: name.to_owned(),
            version: version.to_owned(),
        })
    };
    tree.lines().filter_map(line).collect()
}

fn read_metadata(metadata: &Value, shipped: &BTreeSet<Shipped>) -> Result<Vec<Licensed>> {
    let packages = metadata["packages"].as_array().context("find the packages")?;
    let text = |package: &Value, field: &str| package[field].as_str().map(str::to_owned);
    let mut licensed = Vec::new();
    for package in packages {
        let one = Shipped {
            name: text(package, "name").context("find a package's name")?,
            version: text(package, "version").context("find a package's version")?,
        };
        if !shipped.contains(&one) {
            continue;
        }
        let manifest = text(package, "manifest_path").context("find a package's manifest")?;
        let folder = PathBuf::from(manifest)
            .parent()
            .context("find a package's folder")?
            .to_owned();
        let authors = package["authors"].as_array().into_iter().flatten();
        licensed.push(Licensed {
            expression: text(package, "license").with_context(|| format!("{} names no licence", one.name))?,
            authors: authors
                .filter_map(|author| author.as_str().map(str::to_owned))
                .collect(),
            shipped: one,
            folder,
        });
    }
    if licensed.len() != shipped.len() {
        bail!(
            "{} crates are in the app, but only {} are described",
            shipped.len(),
            licensed.len()
        );
    }
    licensed.sort_by(|a, b| a.shipped.cmp(&b.shipped));
    Ok(licensed)
}

/// The whole file: who made what, then each text once.
fn page(licensed: &[Licensed]) -> Result<String> {
    let mut by_text: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut list = String::new();
    for one in licensed {
        let taken = expression::taken(&one.expression)
            .with_context(|| format!("read what {} is under: {}", one.shipped.name, one.expression))?;
        list.push_str(&format!(
            "{} {}: {}\n",
            one.shipped.name, one.shipped.version, one.expression
        ));
        let mut copyright = BTreeSet::new();
        for licence in taken {
            let found = found_in(&one.folder, &licence)?;
            if let Some(Found { body, copyright: lines }) = found {
                copyright.extend(lines);
                by_text
                    .entry((licence, body))
                    .or_default()
                    .push(one.shipped.name.clone());
            } else {
                by_text
                    .entry((licence, String::new()))
                    .or_default()
                    .push(one.shipped.name.clone());
            }
        }
        if copyright.is_empty() && !one.authors.is_empty() {
            copyright.insert(format!("by {}", without_addresses(&one.authors)));
        }
        list.extend(copyright.iter().map(|line| format!("  {line}\n")));
    }
    Ok(laid_out(&list, licensed.len(), &by_text))
}

/// Names without the addresses some give in pointed brackets.
fn without_addresses(authors: &[String]) -> String {
    let name = |author: &String| author.split('<').next().unwrap_or_default().trim().to_owned();
    authors.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn laid_out(list: &str, n: usize, by_text: &BTreeMap<(String, String), Vec<String>>) -> String {
    let mut page = format!(
        "Ebb is built from the work of many others. This file names it: {n} libraries and {STANDARD}.\n\
         First each library with what it is under and whose it is; below, the text of each licence once.\n\
         Where a library offers a choice of licences, the texts below are of the one used here.\n\n{list}"
    );
    // A library whose package has no text of its own: the text of the same licence stands for it.
    let has_text = |licence: &str| by_text.keys().any(|(other, body)| other == licence && !body.is_empty());
    for ((licence, body), names) in by_text {
        let names = names.join(", ");
        if body.is_empty() {
            if !has_text(licence) {
                page.push_str(&format!("\n==== {licence}\nNamed without its text by: {names}.\n"));
            }
        } else {
            page.push_str(&format!("\n==== {licence}\nFor: {names}.\n\n{body}\n"));
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_crates_are_not_among_those_of_others() {
        let tree =
            "ebb-web v0.1.0 (/src/edge/web)\nserde v1.0.229\nserde v1.0.229 (*)\nleptos_macro v0.8.20 (proc-macro)\n";
        let names: Vec<String> = read_tree(tree).into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["leptos_macro", "serde"]);
    }

    #[test]
    fn a_crate_that_is_not_described_is_an_error_and_not_left_out() {
        let shipped = read_tree("a v1.0.0\nb v1.0.0\n");
        let metadata = serde_json::json!({"packages": [
            {"name": "a", "version": "1.0.0", "license": "MIT", "manifest_path": "/x/Cargo.toml", "authors": []}]});
        assert!(read_metadata(&metadata, &shipped).is_err());
    }

    #[test]
    fn each_text_stands_once_with_all_it_is_for() {
        let by_text = BTreeMap::from([
            (
                ("MIT".to_owned(), "Permission".to_owned()),
                vec!["a".to_owned(), "b".to_owned()],
            ),
            (("MIT".to_owned(), String::new()), vec!["c".to_owned()]),
            (("Zlib".to_owned(), String::new()), vec!["d".to_owned()]),
        ]);
        let page = laid_out("a 1: MIT\n", 4, &by_text);
        assert_eq!(page.matches("Permission").count(), 1);
        assert!(page.contains("For: a, b."));
        assert!(page.contains("==== Zlib\nNamed without its text by: d."));
        assert!(!page.contains("by: c"));
    }
}
