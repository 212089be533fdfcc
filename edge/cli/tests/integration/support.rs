//! A vault in a folder of its own and a way to type commands at it.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) const PASSPHRASE: &str = "plant-this-marker correct horse";
pub(crate) const NOW: &str = "2026-06-01T12:00:00+02:00[Europe/Berlin]";

/// A home of its own, gone when dropped.
pub(crate) struct Home {
    folder: tempfile::TempDir,
    now: String,
}

/// What a command left behind.
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    /// A folder with a passphrase file and no vault.
    pub(crate) fn empty() -> Self {
        let home = Self {
            folder: tempfile::tempdir().unwrap(),
            now: NOW.to_owned(),
        };
        std::fs::write(home.path("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        home
    }

    /// A folder with a new vault.
    pub(crate) fn new() -> Self {
        let home = Self::empty();
        home.ok(&["init", "--yes"]);
        home
    }

    /// The same at another time.
    pub(crate) fn at(mut self, now: &str) -> Self {
        now.clone_into(&mut self.now);
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn vault_file(&self) -> PathBuf {
        self.path("home").join("vault.ebb")
    }

    /// The command, ready to run: fixed clock, no terminal, no colours.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ebb"));
        command
            .args(args)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("EBB_HOME", self.path("home"))
            .env("EBB_PASSPHRASE_FILE", self.path("passphrase"))
            .env("EBB_NOW", &self.now)
            .env("EBB_TEST_CHEAP_KEYS", "1")
            .env("COLUMNS", "80")
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Done {
        done(self.command(args).output().unwrap())
    }

    /// Runs a command that must succeed, and gives its standard output.
    #[track_caller]
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert_eq!(done.code, 0, "{args:?}\n{}\n{}", done.out, done.err);
        done.out
    }

    /// Runs a command that must succeed, with `--json`.
    #[track_caller]
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let mut with: Vec<&str> = args.to_vec();
        with.push("--json");
        serde_json::from_str(&self.ok(&with)).unwrap()
    }

    /// Runs a command that must fail with this code, and gives what it said.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, args: &[&str]) -> String {
        let done = self.run(args);
        assert_eq!(done.code, code, "{args:?}\n{}\n{}", done.out, done.err);
        assert!(!done.err.contains("panicked"), "{}", done.err);
        assert!(
            done.err.contains("hint:") || code == 1 || done.err.contains("Usage:"),
            "no hint: {}",
            done.err
        );
        done.err
    }
}

pub(crate) fn done(output: Output) -> Done {
    Done {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// The shared test diaries: EBB_SHARED, or `shared` beside the repository. `None` prints that the test is skipped.
#[expect(clippy::print_stdout, reason = "a skipped test must say so")]
pub(crate) fn shared(test: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("EBB_SHARED").map_or(beside, PathBuf::from);
    if shared.join("diaries").is_dir() {
        return Some(shared.join("diaries"));
    }
    println!("skipped: {test}: the shared diaries are not beside the repository (set EBB_SHARED)");
    None
}
