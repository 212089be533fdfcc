//! Which compiler builds for the browser: the toolchain's own, or Debian's packages where the toolchain cannot get its
//! part. What is missing is fetched when that needs nobody's permission, and named with its one command otherwise.

use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

use super::TARGET;
use crate::machine;

pub(super) const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
pub(super) const DEBIAN_CARGO: &str = "/usr/bin/cargo";
pub(super) const DEBIAN_LINKER: &str = "wasm-ld-19";
/// The standard library as source: Debian's compiler builds it along.
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library/std/src/lib.rs";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
/// On a machine whose network answers nobody, we do not wait for long.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(60);

/// A way to build for the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The toolchain named in rust-toolchain.toml, with its standard library for the browser.
    Toolchain,
    /// Debian's compiler, which builds the standard library from source.
    Debian,
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Toolchain => "the toolchain of rust-toolchain.toml",
            Self::Debian => "Debian's rustc-web, the standard library from source; the first time takes some minutes",
        })
    }
}

/// What this machine has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Machine {
    has_library: bool,
    has_debian: bool,
}

/// The first way that is there, or can be made to be there.
pub(super) fn find(shell: &Shell) -> Result<Way> {
    if let Some(way) = choose(look(shell)) {
        return Ok(way);
    }
    if machine::answers(shell, &["rustup", "--version"]) {
        println!("The toolchain lacks its part for the browser. Fetching it: rustup target add {TARGET}");
        let added = ends_well_within(
            Command::new("rustup")
                .args(["target", "add", TARGET])
                .current_dir(shell.current_dir()),
            RUSTUP_PATIENCE,
        );
        match choose(look(shell)) {
            Some(way) => return Ok(way),
            None if added => println!("It was added, but this compiler does not find it."),
            None => println!("It cannot be had from here."),
        }
    }
    if machine::is_root(shell) && machine::answers(shell, &["apt-get", "--version"]) {
        machine::apt_get(shell, &DEBIAN_PACKAGES, "building the app for the browser")?;
        if let Some(way) = choose(look(shell)) {
            return Ok(way);
        }
    }
    bail!(
        "the app needs a compiler for the browser. To get one:\n    rustup target add {TARGET}\n\
         or, where that cannot be had, on Debian:\n    sudo apt-get install {}",
        DEBIAN_PACKAGES.join(" ")
    )
}

/// The toolchain first: it is the compiler that everything else is tested with.
fn choose(machine: Machine) -> Option<Way> {
    if machine.has_library {
        Some(Way::Toolchain)
    } else {
        machine.has_debian.then_some(Way::Debian)
    }
}

fn look(shell: &Shell) -> Machine {
    let library = cmd!(shell, "rustc --print target-libdir --target {TARGET}")
        .quiet()
        .read();
    Machine {
        has_library: library.is_ok_and(|folder| holds_library(Path::new(&folder))),
        has_debian: [DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_LIBRARY]
            .iter()
            .all(|path| Path::new(path).is_file())
            && machine::answers(shell, &[DEBIAN_LINKER, "--version"]),
    }
}

/// The folder is named also where nothing is in it.
fn holds_library(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    let mut names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.any(|name| name.starts_with("libstd-") && name.ends_with(".rlib"))
}

/// Runs `command`, and ends it when it takes longer.
fn ends_well_within(command: &mut Command, patience: Duration) -> bool {
    let mut wait = || -> Result<bool> {
        let mut child = command.stdin(Stdio::null()).spawn().context("start it")?;
        let deadline = Instant::now() + patience;
        loop {
            if let Some(status) = child.try_wait().context("wait for it")? {
                return Ok(status.success());
            }
            if Instant::now() > deadline {
                child.kill().context("end it")?;
                child.wait().context("see its end")?;
                return Ok(false);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    wait().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_toolchain_comes_first_and_nothing_is_no_way() {
        let machine = |has_library, has_debian| Machine {
            has_library,
            has_debian,
        };
        assert_eq!(choose(machine(true, true)), Some(Way::Toolchain));
        assert_eq!(choose(machine(true, false)), Some(Way::Toolchain));
        assert_eq!(choose(machine(false, true)), Some(Way::Debian));
        assert_eq!(choose(machine(false, false)), None);
    }

    #[test]
    fn a_folder_without_the_library_does_not_count() {
        let shell = Shell::new().unwrap();
        let folder = shell.create_temp_dir().unwrap();
        assert!(!holds_library(&folder.path().join("missing")));
        std::fs::write(folder.path().join("libcore-1.rlib"), "").unwrap();
        assert!(!holds_library(folder.path()));
        std::fs::write(folder.path().join("libstd-1.rlib"), "").unwrap();
        assert!(holds_library(folder.path()));
    }

    #[test]
    fn a_command_that_hangs_is_ended() {
        let start = Instant::now();
        let patience = Duration::from_millis(100);
        assert!(!ends_well_within(
            Command::new("sh").args(["-c", "while :; do :; done"]),
            patience
        ));
        assert!(start.elapsed() < Duration::from_secs(10));
        assert!(ends_well_within(&mut Command::new("true"), Duration::from_secs(10)));
        assert!(!ends_well_within(&mut Command::new("false"), Duration::from_secs(10)));
        assert!(!ends_well_within(&mut Command::new("ebb-no-such-command"), patience));
    }
}
