//! The built app, served by the real server, in a real browser: walked through (`cargo xtask e2e`), measured (`speed`) and
//! looked at (`pictures`).
//!
//! The walks are in `e2e/tests`, their tools in `e2e/harness`, what measures in `e2e/measure`, what takes pictures in
//! `e2e/pictures`. This file sees to it that everything they need is there, tells them where it is, and counts what the
//! walks say.

mod tap;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

use crate::app::serve;
use crate::tally::{Echo, Tally};
use crate::{machine, root, runner, web};
use tap::TapReader;

const FOLDER: &str = "e2e";
/// What npm installed, by the lock file it was installed from.
const STAMP: &str = "node_modules/.installed-from";
/// Names Chromium goes by.
const CHROMIUM: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/// How often the app is measured, unless told.
const ROUNDS: u32 = 5;
const CHROMIUM_PURPOSE: &str = "walking through the app";

/// Builds the app and walks through it; `names` are parts of the names of test files, none means all.
pub(crate) fn run(shell: &Shell, names: &[String]) -> Result<(Tally, Vec<String>)> {
    prepare(shell)?;
    walk(shell, names)
}

/// Everything the walks need, installed or built.
pub(crate) fn prepare(shell: &Shell) -> Result<()> {
    packages(shell)?;
    chromium(shell)?;
    web::build(shell, web::Parts::AppAndSelftest)?;
    serve::build(shell)?;
    println!("$ cargo build --package ebb-cli");
    cmd!(shell, "cargo build --package ebb-cli")
        .quiet()
        .run()
        .context("build the command line")
}

/// The walks themselves; everything must be there.
pub(crate) fn walk(shell: &Shell, names: &[String]) -> Result<(Tally, Vec<String>)> {
    let tests = choose(&test_files(shell)?, names)?;
    let target = root::target_dir(shell)?;
    let failures = failures_in(&target);
    if failures.exists() {
        shell
            .remove_path(&failures)
            .context("throw away the pictures of last time")?;
    }
    let mut args = vec![
        "--test".to_owned(),
        "--test-concurrency=2".to_owned(),
        "--test-reporter=tap".to_owned(),
    ];
    args.extend(tests);
    let mut reader = TapReader::default();
    let ended_well = in_browser(shell, &args, &[], |line| reader.read(line))?;
    Ok(reader.finish(ended_well))
}

/// `cargo xtask speed`: how quick the app is on a slow device, with ten years of diary.
pub(crate) fn speed(shell: &Shell, rounds: Option<u32>) -> Result<()> {
    prepare(shell)?;
    let figures = root::target_dir(shell)?.join("speed.json");
    let rounds = rounds.unwrap_or(ROUNDS).to_string();
    let given = [
        ("EBB_SPEED_ROUNDS", OsString::from(rounds)),
        ("EBB_SPEED_OUT", figures.into_os_string()),
    ];
    script(shell, "measure/speed.mjs", &given)
}

/// `cargo xtask speed --engine`: the engine in the browser beside natively.
pub(crate) fn engine_speed(shell: &Shell) -> Result<()> {
    prepare(shell)?;
    script(shell, "measure/engine.mjs", &[])
}

/// `cargo xtask pictures`: every screen, into docs/screens.
pub(crate) fn pictures(shell: &Shell) -> Result<()> {
    prepare(shell)?;
    script(shell, "pictures/take.mjs", &[])
}

/// Runs a script that says itself what it does.
fn script(shell: &Shell, path: &str, given: &[(&str, OsString)]) -> Result<()> {
    let ended_well = in_browser(shell, &[path.to_owned()], given, |_| Echo::Show)?;
    if !ended_well {
        bail!("{FOLDER}/{path} failed; it said why above");
    }
    Ok(())
}

/// Node in the folder of the walks, told where everything is.
fn in_browser(
    shell: &Shell,
    args: &[String],
    given: &[(&str, OsString)],
    read: impl FnMut(&str) -> Echo,
) -> Result<bool> {
    let target = root::target_dir(shell)?;
    let program = |name: &str| {
        target
            .join("debug")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    };
    let beside = shell.current_dir().join("../shared");
    let shared = std::env::var_os("EBB_SHARED").map_or(beside, PathBuf::from);
    let chromium = chromium(shell)?;
    let _here = shell.push_dir(FOLDER);
    let mut command = cmd!(shell, "node {args...}")
        .env("EBB_WEB_DIST", web::folder_in(&target))
        .env("EBB_SELFTEST", web::selftest_in(&target))
        .env("EBB_SERVER", program("ebb-server"))
        .env("EBB_CLI", program("ebb"))
        .env("EBB_CHROMIUM", chromium)
        .env("EBB_E2E_OUT", failures_in(&target))
        .env("EBB_SHARED", shared);
    for (name, value) in given {
        command = command.env(name, value);
    }
    runner::stream(&mut std::io::stdout(), command, read)
}

/// Where pictures of failures go.
fn failures_in(target: &Path) -> PathBuf {
    target.join("e2e-failures")
}

/// The test files, by their names without the ending.
fn test_files(shell: &Shell) -> Result<Vec<String>> {
    let files = shell
        .read_dir(format!("{FOLDER}/tests"))
        .context("read the folder of tests")?;
    let names = files
        .iter()
        .filter_map(|path| path.file_name()?.to_str()?.strip_suffix(".test.mjs"));
    Ok(names.map(str::to_owned).collect())
}

/// The files to run, relative to the folder of the tests.
fn choose(files: &[String], names: &[String]) -> Result<Vec<String>> {
    let wanted = |file: &&String| names.is_empty() || names.iter().any(|name| file.contains(name.as_str()));
    let chosen: Vec<String> = files
        .iter()
        .filter(wanted)
        .map(|file| format!("tests/{file}.test.mjs"))
        .collect();
    if chosen.is_empty() {
        bail!("no test file has that in its name; there are: {}", files.join(", "));
    }
    Ok(chosen)
}

/// What npm installs, exactly as the lock file says, and again only when that changed.
fn packages(shell: &Shell) -> Result<()> {
    if !(machine::answers(shell, &["node", "--version"]) && machine::answers(shell, &["npm", "--version"]))
        && machine::is_root(shell)
        && machine::answers(shell, &["apt-get", "--version"])
    {
        machine::apt_get(shell, &["nodejs", "npm"], CHROMIUM_PURPOSE)?;
    }
    machine::require(shell, &machine::NODE)?;
    machine::require(shell, &machine::NPM)?;
    let _here = shell.push_dir(FOLDER);
    let lock = shell
        .read_file("package-lock.json")
        .context("read e2e/package-lock.json")?;
    if shell.read_file(STAMP).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("$ npm ci");
    cmd!(shell, "npm ci --loglevel=error")
        .quiet()
        .run()
        .context("install what e2e/package-lock.json names")?;
    shell.write_file(STAMP, lock).context("remember what was installed")
}

/// The browser: named by a person, found, or installed.
fn chromium(shell: &Shell) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("EBB_CHROMIUM") {
        return Ok(PathBuf::from(named));
    }
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    if machine::is_root(shell) && machine::answers(shell, &["apt-get", "--version"]) {
        machine::apt_get(shell, &["chromium"], CHROMIUM_PURPOSE)?;
        if let Some(found) = find_chromium() {
            return Ok(found);
        }
    }
    bail!(
        "Chromium is missing; it is needed for {CHROMIUM_PURPOSE}. To install it:\n    sudo apt-get install chromium\n\
         or set EBB_CHROMIUM to a Chromium or Chrome that is installed elsewhere"
    )
}

fn find_chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut places = CHROMIUM
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.find(|place| place.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_choose_files_and_a_name_without_a_file_is_an_error() {
        let files = ["start".to_owned(), "log".to_owned(), "login".to_owned()];
        let chosen = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            choose(&files, &names)
        };
        assert_eq!(chosen(&[]).unwrap().len(), 3);
        assert_eq!(
            chosen(&["log"]).unwrap(),
            ["tests/log.test.mjs", "tests/login.test.mjs"]
        );
        let words = chosen(&["craving"]).unwrap_err().to_string();
        assert!(words.ends_with("there are: start, log, login"), "{words}");
    }
}
