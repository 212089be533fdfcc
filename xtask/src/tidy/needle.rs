//! Words that may not stand somewhere: clocks and files in pure code, hosts and paths of one machine anywhere.

use super::tree::Source;
use crate::complaint::Complaint;

/// A word, where it may not stand, and what to do instead.
struct Needle {
    word: &'static str,
    remedy: &'static str,
}

/// Clippy bans the calls (`pure/clippy.toml`); these catch whole modules, and macros clippy does not see.
const IMPURE: [Needle; 6] = [
    Needle {
        word: "Instant::now",
        remedy: "pass a budget",
    },
    Needle {
        word: "SystemTime",
        remedy: "pass the frame",
    },
    Needle {
        word: "std::fs",
        remedy: "pass the bytes; the edge reads files",
    },
    Needle {
        word: "std::net",
        remedy: "return what to send; the edge sends it",
    },
    Needle {
        word: "println!",
        remedy: "return the text; the edge prints",
    },
    Needle {
        word: "dbg!",
        remedy: "remove it",
    },
];

/// Attributes that hide a test's failure.
const TEST_CHEATS: [Needle; 2] = [
    Needle {
        word: "#[ignore",
        remedy: "run it, mend it or delete it; print `skipped: <name>: <why>` where it cannot run",
    },
    Needle {
        word: "#[should_panic",
        remedy: "return an error and assert on it",
    },
];

/// What makes a walk through the app pass or wait without looking.
const WALK_CHEATS: [Needle; 4] = [
    Needle {
        word: "waitForTimeout",
        remedy: "wait for what you wait for: `waitForFunction`, `waitForEvent`, a locator",
    },
    Needle {
        word: concat!(".on", "ly("),
        remedy: "name the file: `cargo xtask e2e NAME`",
    },
    Needle {
        word: concat!(".to", "do("),
        remedy: "write it, or leave it out",
    },
    Needle {
        word: ".skip(",
        remedy: "say why: the option `skip: 'no shared diaries here'`",
    },
];

/// What the strict policy refuses in a page, and what would leave the origin.
const REFUSED_IN_PAGES: [Needle; 5] = [
    Needle {
        word: " style=\"",
        remedy: "give it a class; the policy refuses inline style",
    },
    Needle {
        word: " onclick=",
        remedy: "listen in the code; the policy refuses inline script",
    },
    Needle {
        word: "<style",
        remedy: "write it in style.css",
    },
    Needle {
        word: "javascript:",
        remedy: "listen in the code; the policy refuses inline script",
    },
    Needle {
        word: "//",
        remedy: "serve it ourselves: nothing is fetched from elsewhere",
    },
];

/// How the text of `Debug` is asked for.
const DEBUG_TEXTS: [&str; 2] = [concat!(":", "?}"), concat!(":", "#?}")];

/// Code that is not there yet.
const STUBS: [Needle; 3] = [
    Needle {
        word: concat!("unimpl", "emented!"),
        remedy: "write it, or leave it out",
    },
    Needle {
        word: concat!("unreach", "able!()"),
        remedy: "say why it cannot happen",
    },
    Needle {
        word: concat!("unreach", "able!(\"wip"),
        remedy: "write it, or leave it out",
    },
];

/// Written in two halves so that this file does not hold what it forbids.
const FOREIGN_HOSTS: [&str; 6] = [
    concat!("crates", ".io/"),
    concat!("crates", ".io\""),
    concat!("npmjs", ".org"),
    concat!("pypi", ".org"),
    concat!("python", "hosted.org"),
    concat!("proxy.golang", ".org"),
];
const FOREIGN_ROOTS: [&str; 4] = [
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!("/wo", "rk/"),
];
const PLAIN_REGISTRY: &str = concat!("registry+https://github.com/rust-lang/crates", ".io-index");
const UNFINISHED: &str = concat!("FIX", "ME");

/// Every word that stands where it may not.
pub(super) fn check(source: &Source, machine_paths: &[String]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let is_pure = source.path.starts_with("pure/") && source.path.contains("/src/");
    let is_shipped = source.is_rust() && is_in_the_app(&source.path);
    let tests_from = if is_pure || is_shipped {
        first_line_of_tests(source)
    } else {
        0
    };
    for (idx, line) in source.text.lines().enumerate() {
        let mut complain = |what: String, remedy: &str| {
            complaints.push(Complaint::new(&source.path, idx + 1, what, remedy));
        };
        if source.is_rust() {
            let code = !line.trim_start().starts_with("//");
            if is_pure && code && idx < tests_from {
                for needle in IMPURE.iter().filter(|needle| line.contains(needle.word)) {
                    complain(format!("`{}` in pure code", needle.word), needle.remedy);
                }
            }
            let is_asserted = line.contains("assert") || line.contains("panic!");
            if is_shipped
                && code
                && idx < tests_from
                && !is_asserted
                && DEBUG_TEXTS.iter().any(|text| line.contains(text))
            {
                complain(
                    "the text of `Debug` in what the app is made of".to_owned(),
                    "write it out: the app is built without those texts, and gets an empty one",
                );
            }
            for needle in STUBS.iter().filter(|needle| line.contains(needle.word)) {
                complain(format!("`{}`", needle.word), needle.remedy);
            }
            for needle in TEST_CHEATS
                .iter()
                .filter(|needle| line.trim_start().starts_with(needle.word))
            {
                complain(format!("`{}]` on a test", needle.word), needle.remedy);
            }
            if lacks_reason(line) {
                complain(
                    format!("a {UNFINISHED} without its text"),
                    "say what is wrong and what would be right",
                );
            }
        }
        if source.has_ending(&["mjs"]) && source.path.starts_with("e2e/tests/") {
            for needle in WALK_CHEATS.iter().filter(|needle| line.contains(needle.word)) {
                complain(format!("`{}` in a walk", needle.word), needle.remedy);
            }
        }
        if source.has_ending(&["html"]) && source.path.starts_with("edge/web/") {
            for needle in REFUSED_IN_PAGES.iter().filter(|needle| line.contains(needle.word)) {
                complain(format!("`{}` in a page", needle.word.trim()), needle.remedy);
            }
        }
        if let Some(host) = foreign_host(&source.path, line) {
            complain(
                format!("names a package registry's host ({host})"),
                "name the project's own page, or nothing",
            );
        }
        if let Some(path) = machine_path(line, machine_paths) {
            complain(
                format!("holds a path of one machine ({path}…)"),
                "write it relative to the repository",
            );
        }
    }
    complaints
}

/// Whether a file's code is in the program that browsers get.
fn is_in_the_app(path: &str) -> bool {
    const SHIPPED: [&str; 7] = [
        "pure/core/src/",
        "pure/exchange/src/",
        "pure/pharm/src/",
        "pure/present/src/",
        "pure/seal/src/",
        "edge/vault/src/",
        "edge/web/src/",
    ];
    SHIPPED.iter().any(|folder| path.starts_with(folder))
}

/// Where the inline tests of a file begin: they may read files and print why they were skipped.
fn first_line_of_tests(source: &Source) -> usize {
    if source.path.ends_with("/tests.rs") || source.path.contains("/tests/") {
        return 0;
    }
    let lines: Vec<&str> = source.text.lines().collect();
    let opens_tests =
        |pair: &[&str]| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{');
    lines.windows(2).position(opens_tests).unwrap_or(lines.len())
}

fn lacks_reason(line: &str) -> bool {
    let Some((_, after)) = line.split_once(UNFINISHED) else {
        return false;
    };
    after.trim_matches([':', ' ', '(', ')']).len() < 10
}

/// A registry's host, except Cargo's plain one in its own lock file.
fn foreign_host(path: &str, line: &str) -> Option<String> {
    if path.ends_with("Cargo.lock") {
        let source = line.strip_prefix("source = \"")?.trim_end_matches('"');
        return (source != PLAIN_REGISTRY).then(|| source.to_owned());
    }
    FOREIGN_HOSTS
        .iter()
        .find(|host| line.contains(*host))
        .map(|host| host.trim_end_matches(['/', '"']).to_owned())
}

/// A path that begins in somebody's home.
fn machine_path<'p>(line: &str, machine_paths: &'p [String]) -> Option<&'p str> {
    if let Some(path) = machine_paths.iter().find(|path| line.contains(path.as_str())) {
        return Some(path);
    }
    FOREIGN_ROOTS
        .into_iter()
        .find(|root| line.match_indices(root).any(|(at, _)| begins_a_path(&line[..at])))
}

/// Whether a `/` after `before` is the root, not a separator within a path or an address.
fn begins_a_path(before: &str) -> bool {
    !before.ends_with(|c: char| c.is_alphanumeric() || "._-~}/*".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(path: &str, text: &str) -> Vec<(usize, String)> {
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        check(&source, &["/srv/build/ebb".to_owned()])
            .into_iter()
            .map(|found| (found.line, found.what))
            .collect()
    }

    #[test]
    fn a_clock_in_pure_code_is_found_but_not_in_edge_code() {
        let text = "//! m\nlet start = std::time::Instant::now();\n";
        assert_eq!(
            lines_of("pure/core/src/day.rs", text),
            [(2, "`Instant::now` in pure code".to_owned())]
        );
        assert_eq!(lines_of("edge/cli/src/main.rs", text), []);
    }

    #[test]
    fn comments_and_inline_tests_of_pure_code_are_left_alone() {
        let text = "//! m\n// std::fs is for the edge\n#[cfg(test)]\nmod tests {\n    std::fs::read(path);\n}\n";
        assert_eq!(lines_of("pure/core/src/day.rs", text), []);
        let early = "//! m\n#[cfg(test)]\nmod tests;\nuse std::fs;\n";
        assert_eq!(
            lines_of("pure/core/src/day.rs", early),
            [(4, "`std::fs` in pure code".to_owned())]
        );
    }

    #[test]
    fn an_ignored_test_is_found() {
        let cheat = concat!("#[", "ignore = \"slow\"]");
        assert_eq!(lines_of("edge/cli/tests/a.rs", cheat).len(), 1);
        assert_eq!(lines_of("edge/cli/tests/a.rs", "// nothing to ignore").len(), 0);
    }

    #[test]
    fn a_stub_is_found() {
        assert_eq!(lines_of("edge/cli/src/main.rs", STUBS[0].word).len(), 1);
        assert_eq!(
            lines_of("edge/cli/src/main.rs", concat!("unreach", "able!(\"24 words\")")),
            []
        );
    }

    #[test]
    fn text_that_the_app_is_built_without_is_found() {
        let line = format!("let text = format!(\"{{kind{}\");", DEBUG_TEXTS[0]);
        assert_eq!(lines_of("pure/exchange/src/import/keys.rs", &line).len(), 1);
        assert_eq!(lines_of("edge/cli/src/main.rs", &line), []);
        let in_tests = format!("#[cfg(test)]\nmod tests {{\n{line}\n}}");
        assert_eq!(lines_of("pure/exchange/src/import/keys.rs", &in_tests), []);
        assert_eq!(
            lines_of(
                "pure/exchange/src/a.rs",
                &format!("assert!(is, \"{{x{}\");", DEBUG_TEXTS[0])
            ),
            []
        );
    }

    #[test]
    fn a_walk_that_waits_blindly_or_leaves_something_out_is_found() {
        for cheat in WALK_CHEATS {
            assert_eq!(
                lines_of("e2e/tests/a.test.mjs", &format!("test{}1)", cheat.word)).len(),
                1
            );
        }
        assert_eq!(lines_of("e2e/tests/a.test.mjs", "await page.waitForFunction(f);"), []);
    }

    #[test]
    fn what_the_policy_refuses_is_found_in_a_page() {
        let page = |text| lines_of("edge/web/static/index.html", text).len();
        assert_eq!(page("<p style=\"color: red\">"), 1);
        assert_eq!(page("<script src=\"https://example.org/x.js\">"), 1);
        assert_eq!(
            page("<link rel=\"stylesheet\" href=\"style.css\"><p class=\"style\">"),
            0
        );
    }

    #[test]
    fn an_open_end_needs_its_text() {
        let bare = format!("// {UNFINISHED}\n");
        let told = format!("// {UNFINISHED}: a day of 25 hours is shown as 24\n");
        assert_eq!(lines_of("edge/cli/src/main.rs", &bare).len(), 1);
        assert_eq!(lines_of("edge/cli/src/main.rs", &told), []);
    }

    #[test]
    fn a_mirror_in_a_lock_file_is_found_and_the_plain_registry_is_not() {
        let plain = format!("source = \"{PLAIN_REGISTRY}\"\n");
        assert_eq!(lines_of("Cargo.lock", &plain), []);
        assert_eq!(
            lines_of("fuzz/Cargo.lock", "source = \"sparse+https://mirror.example/index/\"\n").len(),
            1
        );
    }

    #[test]
    fn a_registry_host_in_a_text_is_found() {
        let text = format!("see https://{}\n", concat!("crates", ".io/crates/ebb"));
        assert_eq!(lines_of("README.md", &text).len(), 1);
        let web = format!("  \"resolved\": \"https://registry.{}/x\"\n", concat!("npmjs", ".org"));
        assert_eq!(lines_of("e2e/package-lock.json", &web).len(), 1);
    }

    #[test]
    fn paths_of_a_machine_are_found_but_not_parts_of_other_paths() {
        let own = "target: /srv/build/ebb/target\n";
        let at_home = format!("cd {}ebb\n", concat!("/ho", "me/somebody/"));
        let inside = format!(
            "docs{}ebb and https://example.org{}x\n",
            concat!("/wo", "rk/"),
            concat!("/ho", "me/")
        );
        assert_eq!(lines_of("docs/a.md", own).len(), 1);
        assert_eq!(lines_of("docs/a.md", &at_home).len(), 1);
        assert_eq!(lines_of("docs/a.md", &inside), []);
    }
}
