//! The lists of stable words against the source that says them.

#![expect(clippy::disallowed_methods, reason = "the test reads this crate's own source")]

use ebb_exchange::import::vocabulary::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Ways in which this crate says a word, with the list it belongs to. The word is the last text on the line.
const SAID: &[(&str, &[&[&str]])] = &[
    (".hold(", &[HELD]),
    (".skip(", &[SKIPPED]),
    (".warn(", &[WARNINGS]),
    ("what: \"", &[WARNINGS, NOT_DIARIES, TOO_MANY]),
    ("reason: \"", &[HELD, SKIPPED]),
    ("Err(\"", &[HELD, WARNINGS]),
    ("Impossible(\"", &[HELD]),
    ("ok_or(\"", &[HELD, WARNINGS]),
    ("Known::", &[KNOWN]),
];

#[test]
fn every_word_that_is_said_is_listed() {
    let mut seen = BTreeSet::new();
    for file in sources() {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (way, lists) in SAID {
                let Some((_, after)) = line.split_once(way) else {
                    continue;
                };
                let after = if way.ends_with('"') {
                    format!("\"{after}")
                } else {
                    after.to_owned()
                };
                let Some(word) = last_text(&after).filter(|word| is_stable(word)) else {
                    continue;
                };
                assert!(
                    lists.iter().any(|list| list.contains(&word)),
                    "{word:?} is said in {} and not listed",
                    file.display()
                );
                seen.insert(word.to_owned());
            }
        }
    }
    assert!(
        seen.len() > 60,
        "only {} words were found: the test has lost its grip",
        seen.len()
    );
}

#[test]
fn every_listed_word_is_somewhere_in_the_source() {
    let all: String = sources()
        .iter()
        .filter(|file| !file.ends_with("vocabulary.rs"))
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect();
    let lists = [HELD, SKIPPED, WARNINGS, KNOWN, SECRETS, NOT_DIARIES, TOO_MANY, COLUMNS];
    let questions = QUESTIONS.iter().flat_map(|(id, words)| words.iter().chain([id]));
    for word in lists.into_iter().flatten().chain(questions) {
        let is_there = [format!("\"{word}\""), format!("\"{word}:{{")]
            .iter()
            .any(|text| all.contains(text));
        assert!(is_there, "{word:?} is listed and never said");
    }
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn last_text(line: &str) -> Option<&str> {
    let (before, _) = line.rsplit_once('"')?;
    Some(before.rsplit_once('"').map_or(before, |(_, word)| word))
}

/// A word of a list: small letters, digits and lines between them.
fn is_stable(word: &str) -> bool {
    word.contains('_')
        && word
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
