//! The text of a licence in a package: its words without the title and the copyright lines, so that the same text of many
//! packages is found to be the same, and the copyright lines apart.

use std::path::Path;

use anyhow::{Context as _, Result};

/// A text, and whose work it is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The words, in paragraphs.
    pub(super) body: String,
    /// Lines that say whose it is.
    pub(super) copyright: Vec<String>,
}

/// Words that only this licence has, and where its text begins.
const MARKS: [(&str, &str); 10] = [
    ("MIT", "Permission is hereby granted, free of charge"),
    ("Zlib", "This software is provided 'as-is'"),
    ("0BSD", "Permission to use, copy, modify, and/or distribute"),
    ("ISC", "Permission to use, copy, modify, and/or distribute"),
    (
        "BSL-1.0",
        "Permission is hereby granted, free of charge, to any person or organization",
    ),
    ("BSD-2-Clause", "Redistribution and use in source and binary forms"),
    ("BSD-3-Clause", "Redistribution and use in source and binary forms"),
    ("Apache-2.0", "Apache License"),
    ("CC0-1.0", "CC0 1.0 Universal"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
];

/// The text of `licence` in the folder of a package, if there is one.
pub(super) fn found_in(folder: &Path, licence: &str) -> Result<Option<Found>> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .with_context(|| format!("list {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| is_licence_file(name))
        .collect();
    names.sort();
    for name in names {
        // A link or a folder of that name has no text; the next one may.
        let Ok(text) = std::fs::read_to_string(folder.join(&name)) else {
            continue;
        };
        if let Some(found) = read(&text, licence) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn is_licence_file(name: &str) -> bool {
    let name = name.to_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "COPYRIGHT"]
        .iter()
        .any(|begins| name.starts_with(begins))
}

/// The text of `licence` in a file.
fn read(text: &str, licence: &str) -> Option<Found> {
    let (_, mark) = MARKS.iter().find(|(name, _)| *name == licence)?;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let joined = lines.join(" ");
    let is_other = licence == "MIT" && joined.contains("to any person or organization obtaining");
    if !squeezed(&joined).contains(mark) || is_other {
        return None;
    }
    let copyright: Vec<String> = lines
        .iter()
        .filter(|line| is_copyright(line))
        .map(|line| squeezed(line))
        .collect();
    let first = mark.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let begins = lines.iter().position(|line| line.contains(&first))?;
    let kept = lines.iter().skip(begins).filter(|line| !is_copyright(line));
    Some(Found {
        body: paragraphs(kept.copied()),
        copyright,
    })
}

/// A line that says whose it is, and not one of the text itself.
fn is_copyright(line: &str) -> bool {
    let lower = line.to_lowercase();
    let rest = lower.strip_prefix("copyright").unwrap_or_default().trim_start();
    let is_of_text = [
        "notice",
        "license",
        "[yyyy]",
        "owner",
        "and ",
        "law",
        "statement",
        "holder",
        "{yyyy}",
    ];
    (lower.starts_with("copyright") && !rest.is_empty() && !is_of_text.iter().any(|word| rest.starts_with(word)))
        || lower.starts_with("(c) ")
        || lower.starts_with("© ")
}

/// The lines as paragraphs, each on one line: how a file breaks its lines makes no other text.
fn paragraphs<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let mut paragraphs = vec![String::new()];
    for line in lines {
        if line.is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push(' ');
            last.push_str(line);
        }
    }
    let whole = paragraphs.iter().map(|paragraph| squeezed(paragraph));
    whole
        .filter(|paragraph| !paragraph.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "MIT License\n\nCopyright (c) 2020 A. Writer\n\nPermission is hereby granted, free of charge, to any\n\
                       person.\n\nThe above copyright notice shall stand.\n";
    const OTHER: &str = "The MIT License (MIT)\nCopyright 2021  B. Other\n\nPermission is hereby granted, free\nof charge, to \
                         any person.\n\nThe above copyright notice shall stand.";

    #[test]
    fn the_same_text_of_two_people_is_one_text_with_two_names() {
        let (one, other) = (read(ONE, "MIT").unwrap(), read(OTHER, "MIT").unwrap());
        assert_eq!(one.body, other.body);
        assert_eq!(one.copyright, ["Copyright (c) 2020 A. Writer"]);
        assert_eq!(other.copyright, ["Copyright 2021 B. Other"]);
        assert!(one.body.contains("The above copyright notice"));
    }

    #[test]
    fn a_text_of_another_licence_is_not_taken_for_it() {
        assert_eq!(read(ONE, "Apache-2.0"), None);
        assert_eq!(
            read(
                "Permission is hereby granted, free of charge, to any person or organization obtaining a copy",
                "MIT"
            ),
            None
        );
    }

    #[test]
    fn only_files_of_that_name_are_read() {
        assert!(is_licence_file("LICENSE-MIT") && is_licence_file("license.md") && is_licence_file("COPYING"));
        assert!(!is_licence_file("lib.rs") && !is_licence_file("README.md"));
    }
}
