//! Rules about the repository as a whole: what must be there, and what must be reachable.

use super::tree::Tree;
use crate::complaint::{Complaint, line_where};

const README: &str = "README.md";
const MAPS: [&str; 2] = [README, "ARCHITECTURE.md"];
const COMMANDS: [&str; 2] = ["cargo xtask run", "cargo xtask test"];
/// A licence file and words that only that licence has.
const LICENCES: [(&str, &str); 2] = [
    ("LICENSE-MIT", "Permission is hereby granted, free of charge"),
    (
        "LICENSE-APACHE",
        "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
    ),
];
const FORBID_UNSAFE: &str = "#![forbid(unsafe_code)]";

/// Every rule, in a fixed order.
pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    complaints.extend(commands(tree));
    complaints.extend(linked(tree));
    complaints.extend(dangling(tree));
    complaints.extend(licences(tree));
    complaints.extend(forbids_unsafe(tree));
    complaints
}

/// The README shows the two commands a newcomer needs.
fn commands(tree: &Tree) -> Vec<Complaint> {
    let Some(readme) = tree.find(README) else {
        return vec![Complaint::new(
            README,
            1,
            "there is no README.md",
            "write one screen: what it is, and both commands",
        )];
    };
    let missing = COMMANDS.iter().filter(|command| !readme.text.contains(*command));
    missing
        .map(|command| {
            Complaint::new(
                README,
                1,
                format!("does not show `{command}`"),
                "add the command in a code block",
            )
        })
        .collect()
}

/// Every page of docs/ can be reached from one of the two maps.
fn linked(tree: &Tree) -> Vec<Complaint> {
    let maps: Vec<&str> = MAPS
        .iter()
        .filter_map(|path| tree.find(path))
        .map(|map| map.text.as_str())
        .collect();
    let pages = tree
        .files()
        .iter()
        .filter(|source| source.path.starts_with("docs/") && source.has_ending(&["md"]));
    let orphans = pages.filter(|page| !maps.iter().any(|map| links_to(map, &page.path)));
    orphans
        .map(|page| {
            Complaint::new(
                &page.path,
                1,
                "no map links to this page",
                format!("link it from {}", MAPS.join(" or ")),
            )
        })
        .collect()
}

/// A markdown link with this path, with or without `./` and an anchor.
fn links_to(map: &str, path: &str) -> bool {
    let targets = map.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .map(|target| target.trim_start_matches("./"))
        .any(|target| target.split('#').next() == Some(path))
}

/// A page that a comment or another page names must be here: a reader cannot look it up elsewhere.
fn dangling(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for source in tree
        .files()
        .iter()
        .filter(|source| source.has_ending(&["rs", "toml", "md"]))
    {
        for (idx, line) in source.text.lines().enumerate() {
            let words = match source.path.rsplit_once('.') {
                Some((_, "rs")) => line.trim_start().strip_prefix("//").unwrap_or_default(),
                Some((_, "toml")) => line.split_once('#').map_or("", |(_, comment)| comment),
                _ => line,
            };
            for page in pages_named(words).filter(|page| !is_here(tree, &source.path, page)) {
                let remedy = "name a page of this repository, or say here what it said";
                complaints.push(Complaint::new(
                    &source.path,
                    idx + 1,
                    format!("names {page}, which is not here"),
                    remedy,
                ));
            }
        }
    }
    complaints
}

/// Words that look like a page's path. Addresses elsewhere are not ours to check.
fn pages_named(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || "/._-:*".contains(c)));
    let pages = words
        .map(|word| word.trim_end_matches(['.', ':']))
        .filter(|word| !word.contains([':', '*']));
    pages.filter(|word| word.len() > ".md".len() && word.ends_with(".md"))
}

/// Found from the root, from docs/, or from the folder of the file that names it.
fn is_here(tree: &Tree, from: &str, page: &str) -> bool {
    let page = page.trim_start_matches("./").trim_start_matches("../");
    let beside = from.rsplit_once('/').map(|(folder, _)| format!("{folder}/{page}"));
    let candidates = [Some(page.to_owned()), Some(format!("docs/{page}")), beside];
    candidates.into_iter().flatten().any(|path| tree.find(&path).is_some())
}

fn licences(tree: &Tree) -> Vec<Complaint> {
    let lacks = |(path, words): &(&str, &str)| !tree.find(path).is_some_and(|found| found.text.contains(words));
    let missing = LICENCES.iter().filter(|licence| lacks(licence));
    missing
        .map(|(path, _)| Complaint::new(path, 1, "the licence's text is missing", "restore the file from git"))
        .collect()
}

/// Every crate of pure/ forbids unsafe code itself, so that no attribute below can allow it again.
fn forbids_unsafe(tree: &Tree) -> Vec<Complaint> {
    let roots = tree.files().iter().filter(|source| {
        let in_pure = source.path.strip_prefix("pure/").and_then(|rest| rest.split_once('/'));
        in_pure.is_some_and(|(_, rest)| rest == "src/lib.rs")
    });
    let without = roots.filter(|source| !source.text.lines().any(|line| line == FORBID_UNSAFE));
    without
        .map(|source| {
            let line = line_where(&source.text, |line| !line.starts_with("//!"));
            Complaint::new(
                &source.path,
                line,
                "a pure crate that does not forbid unsafe code",
                format!("add `{FORBID_UNSAFE}`"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIT: (&str, &str) = ("LICENSE-MIT", "Permission is hereby granted, free of charge, to");
    const APACHE: (&str, &str) = (
        "LICENSE-APACHE",
        "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION\n1.",
    );
    const GOOD_README: (&str, &str) = (
        "README.md",
        "`cargo xtask run`, `cargo xtask test`, [model](docs/model.md), [style](./docs/style.md#words)",
    );

    const PLAIN_README: (&str, &str) = ("README.md", "`cargo xtask run`, `cargo xtask test`");

    fn complaints(extra: &[(&str, &str)]) -> Vec<String> {
        let mut files = vec![MIT, APACHE];
        files.extend_from_slice(extra);
        check(&Tree::of(&files))
            .into_iter()
            .map(|found| format!("{}:{} {}", found.file, found.line, found.what))
            .collect()
    }

    #[test]
    fn a_whole_repository_is_left_alone() {
        let files = [GOOD_README, ("docs/model.md", ""), ("docs/style.md", "")];
        assert_eq!(complaints(&files), Vec::<String>::new());
    }

    #[test]
    fn a_missing_or_silent_readme_is_found() {
        assert_eq!(complaints(&[]), ["README.md:1 there is no README.md"]);
        assert_eq!(
            complaints(&[("README.md", "cargo xtask run")]),
            ["README.md:1 does not show `cargo xtask test`"]
        );
    }

    #[test]
    fn a_page_that_is_named_but_not_linked_is_found() {
        let readme = ("README.md", "cargo xtask run, cargo xtask test, see docs/model.md");
        assert_eq!(
            complaints(&[readme, ("docs/model.md", "")]),
            ["docs/model.md:1 no map links to this page"]
        );
    }

    #[test]
    fn a_page_that_is_named_and_not_here_is_found() {
        let files = [
            GOOD_README,
            (
                "docs/model.md",
                "see style.md and ../CONTRIBUTING.md, [x](https://example.org/a.md)",
            ),
            ("docs/style.md", "docs/*.md"),
            (
                "edge/a/src/main.rs",
                "//! As docs/model.md says.\nlet path = \"none.md\";\n// See docs/none.md.\n",
            ),
        ];
        assert_eq!(
            complaints(&files),
            [
                "docs/model.md:1 names ../CONTRIBUTING.md, which is not here",
                "edge/a/src/main.rs:3 names docs/none.md, which is not here"
            ]
        );
    }

    #[test]
    fn a_missing_or_emptied_licence_is_found() {
        let found = check(&Tree::of(&[
            PLAIN_README,
            ("LICENSE-MIT", "All rights reserved"),
            APACHE,
        ]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].file, "LICENSE-MIT");
    }

    #[test]
    fn a_pure_crate_that_allows_unsafe_is_found_and_an_edge_crate_is_not() {
        let good = ("pure/a/src/lib.rs", "//! a\n#![forbid(unsafe_code)]\n");
        let bad = ("pure/b/src/lib.rs", "//! b\n\nuse x;\n");
        let edge = ("edge/c/src/lib.rs", "//! c\n");
        let found = complaints(&[PLAIN_README, good, bad, edge]);
        assert_eq!(
            found,
            ["pure/b/src/lib.rs:2 a pure crate that does not forbid unsafe code"]
        );
    }
}
