//! `cargo xtask web`: the app as a folder of files, built with whichever compiler for the browser this machine has.
//!
//! What the folder holds and why files are renamed is in `pack/`, a program of its own (`web-pack`) so that the other
//! commands need not wait for what it is built from.

mod way;
mod weight;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use xshell::{Cmd, Shell, cmd};

use crate::{machine, root};
use way::Way;

const TARGET: &str = "wasm32-unknown-unknown";
const STATIC: &str = "edge/web/static";
const SELFTEST_STATIC: &str = "edge/selftest/static";
/// The self-test is at /selftest/; the server wants something at the root.
const SELFTEST_DOOR: &str = "<!doctype html><html lang=\"en\"><title>Ebb</title><p><a href=\"selftest/\">Self-test of the vault</a></p></html>\n";
/// No C compiler may be needed: this is the name of one that nobody has.
const NO_C: &str = "deny_c";

/// The standard library is built along, so that it holds no text for panics and `Debug` and no paths of this machine. A fault
/// then ends the program at once; page and keeper say so (boot.js, `page/link.rs`). The engine works on two numbers at a time, in
/// every browser since March 2023; boot.js tells the others apart.
const SMALLER: &str = "--cfg erase_components -Ctarget-feature=+simd128 -Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort";

/// Leptos forgets the types of views once they are built: much less code, a little more work per click.
const ERASED: &str = "--cfg erase_components -Ctarget-feature=+simd128";

/// Whether the result is also held against its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// Say what it weighs.
    Tell,
    /// Fail when it is too heavy.
    Enforce,
}

/// What is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parts {
    /// The app.
    App,
    /// The app, and beside it the page that checks the vault's contract in a browser. In one go: what both are built from
    /// is then built once.
    AppAndSelftest,
}

/// Builds, packs and weighs.
pub(crate) fn run(shell: &Shell, scale: Scale) -> Result<()> {
    let folder = build(shell, Parts::App)?;
    println!();
    weigh(shell, scale)?;
    println!("\nThe app is in {}", folder.display());
    Ok(())
}

/// What the built app weighs, file by file.
pub(crate) fn weigh(shell: &Shell, scale: Scale) -> Result<()> {
    let weight = weight::of(&folder_in(&root::target_dir(shell)?))?;
    println!("{weight}");
    match scale {
        Scale::Tell => Ok(()),
        Scale::Enforce => weight.enforce(),
    }
}

/// Builds the app and returns the folder to serve.
pub(crate) fn build(shell: &Shell, parts: Parts) -> Result<PathBuf> {
    machine::require(shell, &machine::RUSTC)?;
    let way = way::find(shell)?;
    println!("Building the app for the browser with {way}.");
    compile(shell, way, parts)?;

    let target = root::target_dir(shell)?;
    let built = target.join(TARGET).join("web");
    let folder = folder_in(&target);
    println!("Packing it: names, smaller forms, the list for offline use.");
    let wasm = built.join("ebb_web.wasm");
    pack(shell, &wasm, STATIC, &folder, &[])?;
    if parts == Parts::AppAndSelftest {
        let wasm = built.join("ebb_selftest.wasm");
        let root = selftest_in(&target);
        pack(shell, &wasm, SELFTEST_STATIC, &root.join("selftest"), &["--plain"])?;
        shell
            .write_file(root.join("index.html"), SELFTEST_DOOR)
            .context("write the door to the self-test")?;
    }
    Ok(folder)
}

fn pack(shell: &Shell, wasm: &Path, statics: &str, out: &Path, more: &[&str]) -> Result<()> {
    cmd!(
        shell,
        "cargo run --quiet --package xtask --features web --bin web-pack -- --wasm {wasm} --static {statics} --out {out} {more...}"
    )
    .quiet()
    .run()
    .with_context(|| format!("pack {}", wasm.display()))
}

fn compile(shell: &Shell, way: Way, parts: Parts) -> Result<()> {
    let packages: &[&str] = match parts {
        Parts::App => &["--package", "ebb-web"],
        Parts::AppAndSelftest => &["--package", "ebb-web", "--package", "ebb-selftest"],
    };
    let cargo = match way {
        Way::Small | Way::Toolchain => "cargo",
        Way::Debian => way::DEBIAN_CARGO,
    };
    let command = cmd!(shell, "{cargo} build --target {TARGET} --profile web {packages...}");
    let command = match way {
        Way::Toolchain => command.env("RUSTFLAGS", ERASED),
        Way::Small => with_small_library(command),
        Way::Debian => with_small_library(command)
            .env("RUSTC", way::DEBIAN_RUSTC)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", way::DEBIAN_LINKER)
            // Cargo points its children at the libraries of its own compiler.
            .env_remove("LD_LIBRARY_PATH")
            .env_remove("RUSTUP_TOOLCHAIN"),
    };
    println!("$ {command}");
    command.quiet().env("CC", NO_C).run().context("build the app")
}

fn with_small_library(command: Cmd<'_>) -> Cmd<'_> {
    command
        .arg(way::BUILD_LIBRARY)
        .arg(way::SMALL_SORTS)
        .env("RUSTFLAGS", SMALLER)
        .env(way::UNSTABLE.0, way::UNSTABLE.1)
}

/// Where the self-test lies, served as an origin of its own.
pub(crate) fn selftest_in(target: &Path) -> PathBuf {
    target.join("web-selftest")
}

/// Where the built app lies.
pub(crate) fn folder_in(target: &Path) -> PathBuf {
    target.join("web-dist")
}
