//! Which compiler builds for the browser: the toolchain's own with its standard library built small, the toolchain's as
//! it comes, or Debian's packages where the toolchain cannot get its part. What is missing is fetched when that needs
//! nobody's permission, and named with its one command otherwise.

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
/// Where a toolchain keeps the standard library as source.
const SOURCE: &str = "lib/rustlib/src/rust/library/std/src/lib.rs";
/// Builds the standard library along.
pub(super) const BUILD_LIBRARY: &str = "-Zbuild-std=std,panic_abort";
/// With small sorts: the fast ones weigh a tenth of the app, and lists that are long are nearly always in order already.
pub(super) const SMALL_SORTS: &str = "-Zbuild-std-features=optimize_for_size";
/// Without it a stable compiler does not build its own library.
pub(super) const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");
/// The standard library as source: Debian's compiler builds it along.
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library/std/src/lib.rs";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
/// On a machine whose network answers nobody, we do not wait for long.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(60);
/// Everything the app is built from, the first time.
const FETCH_PATIENCE: Duration = Duration::from_secs(600);

/// A way to build for the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The toolchain named in rust-toolchain.toml, which builds the standard library from source, small.
    Small,
    /// The same toolchain with its standard library for the browser as it comes: the app is a tenth heavier.
    Toolchain,
    /// Debian's compiler, which builds the standard library from source.
    Debian,
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Small => {
                "the toolchain of rust-toolchain.toml, the standard library from source; the first time takes some minutes"
            }
            Self::Toolchain => {
                "the toolchain of rust-toolchain.toml as it comes; with `rustup component add rust-src` the app is lighter"
            }
            Self::Debian => "Debian's rustc-web, the standard library from source; the first time takes some minutes",
        })
    }
}

/// What this machine has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Machine {
    has_source: bool,
    has_library: bool,
    has_debian: bool,
}

/// The first way that is there, or can be made to be there.
pub(super) fn find(shell: &Shell) -> Result<Way> {
    let mut machine = look(shell);
    let has_rustup = machine::answers(shell, &["rustup", "--version"]);
    if !machine.has_source && has_rustup {
        println!("The standard library's source makes the app lighter.");
        fetch_with_rustup(shell, &["component", "add", "rust-src"]);
        machine = look(shell);
    }
    if let Some(way) = choose(machine) {
        return Ok(way);
    }
    if has_rustup {
        println!("The toolchain lacks its part for the browser.");
        fetch_with_rustup(shell, &["target", "add", TARGET]);
        if let Some(way) = choose(look(shell)) {
            return Ok(way);
        }
    }
    if machine::is_root(shell) && machine::answers(shell, &["apt-get", "--version"]) {
        machine::apt_get(shell, &DEBIAN_PACKAGES, "building the app for the browser")?;
        if let Some(way) = choose(look(shell)) {
            return Ok(way);
        }
    }
    bail!(
        "the app needs a compiler for the browser. To get one:\n    rustup component add rust-src\n\
         or, for a heavier app:\n    rustup target add {TARGET}\n\
         or, where neither can be had, on Debian:\n    sudo apt-get install {}",
        DEBIAN_PACKAGES.join(" ")
    )
}

/// The toolchain first: it is the compiler that everything else is tested with.
fn choose(machine: Machine) -> Option<Way> {
    if machine.has_source {
        Some(Way::Small)
    } else if machine.has_library {
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
        has_source: has_source(shell),
        has_library: library.is_ok_and(|folder| holds_library(Path::new(&folder))),
        has_debian: [DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_LIBRARY]
            .iter()
            .all(|path| Path::new(path).is_file())
            && machine::answers(shell, &[DEBIAN_LINKER, "--version"]),
    }
}

/// Whether the toolchain has the standard library as source, and what that is built from can be had.
fn has_source(shell: &Shell) -> bool {
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read();
    let is_there = sysroot.is_ok_and(|folder| Path::new(&folder).join(SOURCE).is_file());
    if !is_there {
        return false;
    }
    let mut fetch = Command::new("cargo");
    fetch
        .args(["fetch", "--quiet", "--target", TARGET, BUILD_LIBRARY])
        .env(UNSTABLE.0, UNSTABLE.1)
        .current_dir(shell.current_dir());
    ends_well_within(&mut fetch, FETCH_PATIENCE)
}

/// Says what it does and whether it worked.
fn fetch_with_rustup(shell: &Shell, arguments: &[&str]) {
    println!("Fetching it: rustup {}", arguments.join(" "));
    let mut rustup = Command::new("rustup");
    rustup.args(arguments).current_dir(shell.current_dir());
    if !ends_well_within(&mut rustup, RUSTUP_PATIENCE) {
        println!("It cannot be had from here.");
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
    fn the_small_library_comes_first_then_the_toolchain_and_nothing_is_no_way() {
        let way = |has_source, has_library, has_debian| {
            choose(Machine {
                has_source,
                has_library,
                has_debian,
            })
        };
        assert_eq!(way(true, true, true), Some(Way::Small));
        assert_eq!(way(true, false, false), Some(Way::Small));
        assert_eq!(way(false, true, true), Some(Way::Toolchain));
        assert_eq!(way(false, true, false), Some(Way::Toolchain));
        assert_eq!(way(false, false, true), Some(Way::Debian));
        assert_eq!(way(false, false, false), None);
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
