//! Rules about one file: how it opens, how long it is, how its lines end.

use super::tree::Source;
use crate::complaint::Complaint;

/// Lines of Rust, tests included, from which a file should be thought about.
const WARN_ABOVE: usize = 480;
/// Lines of Rust above which a file is two files.
const FAIL_ABOVE: usize = 700;
/// Kinds of file written by hand. Golden files of other kinds keep the spaces they were frozen with.
const BY_HAND: [&str; 11] = [
    "rs",
    "toml",
    "md",
    "sh",
    "yml",
    "ftl",
    "css",
    "js",
    "mjs",
    "html",
    "webmanifest",
];
/// Of those, the ones that open with a comment as a Rust module does.
const COMMENTED: [&str; 3] = ["js", "mjs", "css"];
/// A service worker outlives every bug in it: it must be read at one sitting.
const SERVICE_WORKER: (&str, usize) = ("edge/web/static/sw.js", 90);

/// What must be mended.
pub(super) fn check(source: &Source) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    if source.has_ending(&BY_HAND) && !source.is_generated() {
        complaints.extend(spaces(source));
    }
    if source.is_rust() && !source.is_generated() {
        complaints.extend(opening(source));
        complaints.extend(length(source, FAIL_ABOVE));
    }
    if source.has_ending(&COMMENTED) && !source.is_generated() {
        complaints.extend(comment(source));
    }
    if source.path == SERVICE_WORKER.0 {
        complaints.extend(length(source, SERVICE_WORKER.1));
    }
    complaints
}

/// What may be thought about.
pub(super) fn warn(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    let long = source.is_rust() && !source.is_generated() && (WARN_ABOVE + 1..=FAIL_ABOVE).contains(&lines);
    long.then(|| format!("{}: {lines} lines; above {FAIL_ABOVE} it must be split", source.path))
}

/// Every module opens with `//!`, after attributes at most.
fn opening(source: &Source) -> Option<Complaint> {
    let first = source
        .text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with("#!["));
    if first.is_some_and(|line| line.starts_with("//!") && line.len() > "//! ".len()) {
        return None;
    }
    Some(Complaint::new(
        &source.path,
        1,
        "the module does not say what it is",
        "open it with `//! What this is, and what it must never do.`",
    ))
}

/// A script or a style sheet opens with what it is.
fn comment(source: &Source) -> Option<Complaint> {
    let first = source.text.lines().next().unwrap_or_default();
    let words = first.strip_prefix("//").or_else(|| first.strip_prefix("/*"));
    if words.is_some_and(|words| words.chars().any(char::is_alphabetic)) {
        return None;
    }
    Some(Complaint::new(
        &source.path,
        1,
        "the file does not say what it is",
        "open it with a comment: what this is, and what it must never do",
    ))
}

fn length(source: &Source, most: usize) -> Option<Complaint> {
    let lines = source.text.lines().count();
    (lines > most).then(|| {
        Complaint::new(
            &source.path,
            most + 1,
            format!("{lines} lines, and {most} is the most"),
            "find the second subject in it and give it a file of its own",
        )
    })
}

fn spaces(source: &Source) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (idx, line) in source.text.lines().enumerate() {
        let complain = |what: &str, remedy: &str| Complaint::new(&source.path, idx + 1, what, remedy);
        if line.ends_with([' ', '\t']) {
            complaints.push(complain("space at the end of the line", "remove it"));
        }
        if source.is_rust() && line.contains('\t') {
            complaints.push(complain("a tab", "use spaces, or \\t inside a literal"));
        }
    }
    if !source.text.is_empty() && !source.text.ends_with('\n') {
        let last = source.text.lines().count();
        complaints.push(Complaint::new(
            &source.path,
            last,
            "no line end at the end of the file",
            "add one",
        ));
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    fn lines_of(path: &str, text: &str) -> Vec<(usize, String)> {
        check(&source(path, text))
            .into_iter()
            .map(|complaint| (complaint.line, complaint.what))
            .collect()
    }

    #[test]
    fn a_good_module_is_left_alone() {
        assert_eq!(lines_of("a.rs", "#![no_main]\n\n//! What it is.\nfn a() {}\n"), []);
    }

    #[test]
    fn a_module_that_opens_with_code_is_complained_about() {
        let wanted = [(1, "the module does not say what it is".to_owned())];
        assert_eq!(lines_of("a.rs", "use std::fmt;\n//! Too late.\n"), wanted);
        assert_eq!(lines_of("a.rs", "//!\nfn a() {}\n"), wanted);
        assert_eq!(lines_of("a.rs", ""), wanted);
    }

    #[test]
    fn spaces_at_the_end_and_tabs_are_found_on_their_lines() {
        let found = lines_of("a.rs", "//! What it is. \nfn a() {\n\tb();\n}\n");
        assert_eq!(
            found,
            [(1, "space at the end of the line".to_owned()), (3, "a tab".to_owned())]
        );
        assert_eq!(lines_of("a.md", "# A\ttab is fine here\n"), []);
        assert_eq!(lines_of("golden.txt", "kept as it was \n"), []);
    }

    #[test]
    fn a_script_or_a_style_sheet_opens_with_a_comment() {
        let wanted = [(1, "the file does not say what it is".to_owned())];
        assert_eq!(lines_of("e2e/a.mjs", "import x from 'x';\n"), wanted);
        assert_eq!(lines_of("a.js", "//\nlet a;\n"), wanted);
        assert_eq!(lines_of("a.js", "// What it is.\nlet a;\n"), []);
        assert_eq!(lines_of("a.css", "/* What it is. */\n"), []);
        assert_eq!(lines_of("a.html", "<!doctype html>\n"), []);
    }

    #[test]
    fn the_service_worker_stays_short() {
        let of_length = |lines: usize| lines_of(SERVICE_WORKER.0, &"// What it is.\n".repeat(lines));
        assert_eq!(of_length(90), []);
        assert_eq!(of_length(91), [(91, "91 lines, and 90 is the most".to_owned())]);
    }

    #[test]
    fn a_file_without_a_last_line_end_is_found() {
        assert_eq!(
            lines_of("a.md", "# A"),
            [(1, "no line end at the end of the file".to_owned())]
        );
    }

    #[test]
    fn budgets_warn_first_and_fail_later() {
        let of_length = |lines: usize| source("a.rs", &format!("//! What it is.\n{}", "x\n".repeat(lines - 1)));
        assert!(warn(&of_length(480)).is_none());
        assert!(warn(&of_length(481)).is_some() && check(&of_length(481)).is_empty());
        assert!(check(&of_length(700)).is_empty());
        assert_eq!(check(&of_length(701)).len(), 1);
        assert!(warn(&of_length(701)).is_none());
    }

    #[test]
    fn a_generated_file_may_be_long_and_plain() {
        let text = format!(
            "//! Generated by `cargo xtask evidence`. Do not edit.\n{}",
            "x \n".repeat(900)
        );
        assert_eq!(lines_of("table.rs", &text), []);
    }
}
