//! Every file that a browser may keep is renamed after its content, `name.<hash>.ending`, so that two versions of the
//! app can never be mixed; and every file that names another one is told the new name.
//!
//! What is asked for under its plain name keeps it: the page, the service worker, the manifests. `boot.js` is given the
//! new names as a table, `sw.js` the list of everything with its hash, and both the number of this build.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::Files;

const PAGE: &str = "index.html";
const BOOT: &str = "boot.js";
const WORKER: &str = "sw.js";
/// What stands in the sources where the build writes.
const BUILD_HERE: &str = "const BUILD = '';";
const TABLE_HERE: &str = "const FILES = {};";
const LIST_HERE: &str = "const FILES = [];";
/// Digits of the hash in a name; the server knows such names by it.
const DIGITS: usize = 16;

/// Pictures that a system asks for while it installs the app, and no page ever: they need not work offline.
const FOR_INSTALLING: [&str; 1] = ["png"];

/// Files in which names are looked for. A picture names nothing but itself.
const TEXTS: [&str; 4] = ["html", "js", "css", "webmanifest"];
/// Of those, the ones in which every name that looks like a file must be one.
const STRICT: [&str; 3] = ["html", "css", "webmanifest"];
const LOOKS_LIKE_A_FILE: [&str; 8] = ["css", "js", "svg", "png", "webmanifest", "wasm", "bin", "woff2"];

/// SHA-256 as hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files as they are served.
pub(crate) fn settle(files: Files) -> Result<Files> {
    // The number of a build is the hash of everything in it, so it can only be written in a second round.
    let everything = Round::run(&files, "")?.named;
    let lines: Vec<String> = everything
        .iter()
        .map(|(name, bytes)| format!("{} {name}\n", hash(bytes)))
        .collect();
    let build = &hash(lines.concat().as_bytes())[..DIGITS];
    let mut round = Round::run(&files, build)?;

    let worker = files.get(WORKER).with_context(|| format!("find {WORKER}"))?;
    let worker = std::str::from_utf8(worker).with_context(|| format!("read {WORKER} as text"))?;
    let worker = once(WORKER, worker, BUILD_HERE, &format!("const BUILD = '{build}';"))?;
    let worker = once(WORKER, &worker, LIST_HERE, &list(&round.named))?;
    round.named.insert(WORKER.to_owned(), worker.into_bytes());
    Ok(round.named)
}

/// Everything that a page may ask for, each with the hash that its content must have.
fn list(named: &Files) -> String {
    let mut text = "const FILES = [\n".to_owned();
    for (name, bytes) in named.iter().filter(|(name, _)| !has_ending(name, &FOR_INSTALLING)) {
        // A server may send whoever asks for index.html elsewhere; the root is where people go.
        let path = if name == PAGE { "" } else { name };
        text.push_str(&format!("  ['./{path}', '{}'],\n", hash(bytes)));
    }
    text.push_str("];");
    text
}

/// One walk over all files but the worker: a file is named after those it names.
struct Round<'f> {
    files: &'f Files,
    build: &'f str,
    /// Plain name → the name it is served under.
    new_names: BTreeMap<&'f str, String>,
    /// Files that wait for the names of those they name: meeting one again means a circle.
    open: Vec<&'f str>,
    named: Files,
}

impl<'f> Round<'f> {
    fn run(files: &'f Files, build: &'f str) -> Result<Self> {
        let mut round = Self {
            files,
            build,
            new_names: BTreeMap::new(),
            open: Vec::new(),
            named: Files::new(),
        };
        for name in files.keys().filter(|name| !is_special(name)) {
            round.name(name)?;
        }
        // The table in boot.js names everything, so it comes when everything has its name.
        for name in [BOOT, PAGE] {
            round.name(name)?;
        }
        Ok(round)
    }

    fn name(&mut self, name: &str) -> Result<String> {
        if let Some(known) = self.new_names.get(name) {
            return Ok(known.clone());
        }
        let (name, bytes) = self
            .files
            .get_key_value(name)
            .with_context(|| format!("find {name} among the app's files"))?;
        if let Some(at) = self.open.iter().position(|open| open == name) {
            let circle = self.open[at..].join(", which names ");
            bail!("{circle}, which names {name}: none of them can be named after its content");
        }
        self.open.push(name);
        let bytes = if has_ending(name, &TEXTS) {
            let text = std::str::from_utf8(bytes).with_context(|| format!("read {name} as text"))?;
            let mut text = self.rewrite(name, text)?;
            if name == BOOT {
                text = once(BOOT, &text, BUILD_HERE, &format!("const BUILD = '{}';", self.build))?;
                text = once(BOOT, &text, TABLE_HERE, &self.table())?;
            }
            text.into_bytes()
        } else {
            bytes.clone()
        };
        let new_name = if keeps_its_name(name) {
            name.clone()
        } else {
            with_hash(name, &hash(&bytes)[..DIGITS])
        };
        self.open.pop();
        self.new_names.insert(name, new_name.clone());
        self.named.insert(new_name.clone(), bytes);
        Ok(new_name)
    }

    /// `text` with the new name of each file it names.
    fn rewrite(&mut self, name: &str, text: &str) -> Result<String> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let in_style = !has_ending(name, &["js"]);
        while let Some(at) = rest.find(|c| matches!(c, '"' | '\'') || (c == '(' && in_style)) {
            let (before, after) = rest.split_at(at + 1);
            out.push_str(before);
            let end = after.find(closes).unwrap_or(after.len());
            let (word, onward) = after.split_at(end);
            let plain = word
                .strip_prefix("./")
                .or_else(|| word.strip_prefix('/'))
                .unwrap_or(word);
            if self.files.contains_key(plain) && !is_special(plain) {
                out.push_str(&word[..word.len() - plain.len()]);
                out.push_str(&self.name(plain)?);
                rest = onward;
            } else if plain == BOOT && name == PAGE {
                out.push_str(&word[..word.len() - plain.len()]);
                out.push_str(&self.name(BOOT)?);
                rest = onward;
            } else if has_ending(name, &STRICT) && is_lost(plain) {
                bail!("{name} names {plain}, which is not among the app's files: add it, or take the name out");
            } else {
                rest = after;
            }
        }
        out.push_str(rest);
        Ok(out)
    }

    /// Plain name → new name, for whoever asks for a file by its plain name while the app runs.
    fn table(&self) -> String {
        let rows = self.new_names.iter().filter(|(plain, new)| **plain != new.as_str());
        let rows: String = rows.map(|(plain, new)| format!("  '{plain}': './{new}',\n")).collect();
        format!("const FILES = {{\n{rows}}};")
    }
}

/// Told apart from the other files: they name all of them.
fn is_special(name: &str) -> bool {
    [PAGE, BOOT, WORKER].contains(&name)
}

fn keeps_its_name(name: &str) -> bool {
    name == PAGE || name == WORKER || has_ending(name, &["webmanifest"])
}

fn closes(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | '#' | '?') || c.is_whitespace()
}

/// Looks like one of our files, but is not: a spelling mistake would otherwise be found by a person, offline.
fn is_lost(word: &str) -> bool {
    let is_path = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    !word.is_empty()
        && word.chars().all(is_path)
        && has_ending(word, &LOOKS_LIKE_A_FILE)
        && word != WORKER
        && word != BOOT
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(stem, ending)| !stem.is_empty() && endings.contains(&ending))
}

fn with_hash(name: &str, digits: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{digits}.{ending}"),
        None => format!("{name}.{digits}"),
    }
}

/// Replaces what must stand in `text` exactly once.
fn once(name: &str, text: &str, here: &str, with: &str) -> Result<String> {
    let count = text.matches(here).count();
    if count != 1 {
        bail!("{name} holds `{here}` {count} times; the build writes there, so it must stand there once");
    }
    Ok(text.replace(here, with))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOT_TEXT: &str = "const BUILD = '';\nconst FILES = {};\nimport('./ebb_web.js');\n";
    const WORKER_TEXT: &str = "const BUILD = '';\nconst FILES = [];\n";
    const PAGE_TEXT: &str = "<link href=\"style.css\"><script src=\"./boot.js\"></script>";

    fn app(more: &[(&str, &str)]) -> Files {
        let base = [
            (BOOT, BOOT_TEXT),
            (WORKER, WORKER_TEXT),
            (PAGE, PAGE_TEXT),
            ("ebb_web.js", "export {};"),
            ("style.css", "a { background: url(icons/a.svg#wave) }"),
            ("icons/a.svg", "<svg/>"),
        ];
        let files = base.iter().chain(more);
        files
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    fn text<'f>(files: &'f Files, begins: &str) -> &'f str {
        let name = files.keys().find(|name| name.starts_with(begins)).unwrap();
        std::str::from_utf8(&files[name]).unwrap()
    }

    fn new_name<'f>(files: &'f Files, stem: &str) -> &'f str {
        files.keys().find(|name| name.starts_with(stem)).unwrap()
    }

    fn reason(files: Files) -> String {
        format!("{:#}", settle(files).unwrap_err())
    }

    #[test]
    fn a_file_is_served_under_the_hash_of_what_is_served() {
        let files = settle(app(&[])).unwrap();
        for (name, bytes) in &files {
            if let [_, digits, _] = name.split('.').collect::<Vec<_>>()[..] {
                assert_eq!(digits, &hash(bytes)[..DIGITS], "{name}");
            }
        }
        let plain: Vec<&String> = files.keys().filter(|name| name.split('.').count() == 2).collect();
        assert_eq!(plain, [PAGE, WORKER]);
    }

    #[test]
    fn whoever_names_a_file_is_told_its_new_name() {
        let manifest = r#"{"start_url": "./", "icons": [{"src": "icons/a.svg"}]}"#;
        let files = settle(app(&[("app.webmanifest", manifest)])).unwrap();
        let icon = new_name(&files, "icons/a.");
        assert_eq!(text(&files, "style."), format!("a {{ background: url({icon}#wave) }}"));
        assert_eq!(text(&files, "app.webmanifest"), manifest.replace("icons/a.svg", icon));
        let page = text(&files, PAGE);
        assert_eq!(
            page,
            format!(
                "<link href=\"{}\"><script src=\"./{}\"></script>",
                new_name(&files, "style."),
                new_name(&files, "boot.")
            )
        );
        let boot = text(&files, "boot.");
        assert!(
            boot.contains(&format!("import('./{}')", new_name(&files, "ebb_web."))),
            "{boot}"
        );
        assert!(boot.contains(&format!("'icons/a.svg': './{icon}',")), "{boot}");
    }

    #[test]
    fn the_worker_knows_every_other_file_and_its_whole_hash() {
        let files = settle(app(&[])).unwrap();
        let worker = text(&files, WORKER);
        for (name, bytes) in files.iter().filter(|(name, _)| *name != WORKER) {
            let path = if name == PAGE { "" } else { name };
            assert!(
                worker.contains(&format!("['./{path}', '{}']", hash(bytes))),
                "{name}: {worker}"
            );
        }
        assert_eq!(worker.matches("  ['./").count(), files.len() - 1);
    }

    #[test]
    fn any_change_makes_another_build_and_none_makes_the_same() {
        let build = |files: Files| text(&settle(files).unwrap(), WORKER).lines().next().unwrap().to_owned();
        let first = build(app(&[]));
        assert_eq!(first, build(app(&[])));
        assert_ne!(first, build(app(&[("icons/b.svg", "<svg/>")])));
        assert_ne!(first, build(app(&[("icons/a.svg", "<svg />")])));
        assert_ne!(first, build(app(&[(PAGE, &PAGE_TEXT.replace("link", "LINK"))])));
        let boot = settle(app(&[])).unwrap();
        assert_eq!(text(&boot, "boot.").lines().next(), Some(first.as_str()));
    }

    #[test]
    fn a_change_reaches_every_name_that_depends_on_it() {
        let before = settle(app(&[])).unwrap();
        let after = settle(app(&[("icons/a.svg", "<svg />")])).unwrap();
        for stem in ["icons/a.", "style.", "boot."] {
            assert_ne!(new_name(&before, stem), new_name(&after, stem));
        }
        assert_eq!(new_name(&before, "ebb_web."), new_name(&after, "ebb_web."));
    }

    #[test]
    fn a_name_that_nobody_has_is_refused_where_a_browser_would_ask_for_it() {
        let words = reason(app(&[("app.webmanifest", r#"{"src": "icons/b.png"}"#)]));
        assert!(words.starts_with("app.webmanifest names icons/b.png"), "{words}");
        assert!(settle(app(&[("more.js", "'not/ours.js'")])).is_ok());
    }

    #[test]
    fn files_that_name_each_other_are_refused() {
        let words = reason(app(&[("a.js", "'./b.js'"), ("b.js", "'./a.js'")]));
        assert!(
            words.starts_with("a.js, which names b.js, which names a.js: none"),
            "{words}"
        );
    }

    #[test]
    fn a_place_to_write_that_is_missing_or_doubled_is_refused() {
        let words = reason(app(&[(WORKER, "const BUILD = '';")]));
        assert!(words.contains("`const FILES = [];` 0 times"), "{words}");
        let words = reason(app(&[(BOOT, &BOOT_TEXT.repeat(2))]));
        assert!(words.contains("2 times"), "{words}");
    }
}
