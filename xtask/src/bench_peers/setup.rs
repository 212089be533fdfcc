//! What the comparison needs on this machine: our worker built, a folder of Python packages, a compiler for one of them.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{machine, root};

const MANIFEST: &str = "peers/Cargo.toml";
const REQUIREMENTS: &str = "peers/python/requirements.txt";
const LOCK: &str = "peers/Cargo.lock";

/// Everything a worker is started with.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The worker for solvers in Rust.
    pub(super) rust_worker: PathBuf,
    /// The Python that has the packages.
    pub(super) python: PathBuf,
    /// Where workloads and references are kept.
    pub(super) references: PathBuf,
    /// Whether programs may ask for more of a busy machine.
    pub(super) is_root: bool,
}

/// Builds and installs what is missing.
pub(super) fn prepare(shell: &Shell) -> Result<Place> {
    let is_root = machine::is_root(shell);
    let target = root::target_dir(shell)?;
    let folder = target.join("peers");
    shell
        .create_dir(&folder)
        .context("make the folder for what is installed")?;
    let build = cmd!(
        shell,
        "cargo build --release --locked --manifest-path {MANIFEST} --target-dir {target}"
    );
    println!("$ {build}");
    build.quiet().run().context("build the worker in peers/")?;
    provide(shell, &machine::PYTHON, &["python3", "python3-venv"], is_root)?;
    let home = folder.join("python");
    let python = home.join("bin").join("python");
    if !shell.path_exists(&python) {
        let make = cmd!(shell, "python3 -m venv {home}");
        println!("$ {make}");
        make.quiet().run().context("make a folder of Python packages")?;
    }
    let has_numbalsoda = cmd!(shell, "{python} -c 'import numbalsoda'").quiet().ignore_stderr();
    if has_numbalsoda.run().is_err() {
        provide(shell, &machine::CPP_COMPILER, &["build-essential"], is_root)?;
        provide(shell, &machine::FORTRAN_COMPILER, &["gfortran"], is_root)?;
    }
    let install = cmd!(shell, "{python} -m pip install --quiet -r {REQUIREMENTS}");
    println!("$ {install}");
    install
        .quiet()
        .run()
        .with_context(|| format!("install what {REQUIREMENTS} names; pip needs a network the first time"))?;
    Ok(Place {
        rust_worker: target.join("release").join("ebb-peers"),
        python,
        references: folder.join("references"),
        is_root,
    })
}

/// Installs what is missing where that needs no password, and otherwise names the command.
fn provide(shell: &Shell, need: &machine::Need, packages: &[&str], is_root: bool) -> Result<()> {
    if is_root && !machine::answers(shell, need.probe) && machine::answers(shell, &["apt-get", "--version"]) {
        machine::apt_get(shell, packages, need.purpose)?;
    }
    machine::require(shell, need)
}

/// The version our lock file settled on.
pub(super) fn diffsol_version(shell: &Shell) -> Result<String> {
    let lock: toml::Table = shell.read_file(LOCK).context("read the peers' lock file")?.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let found = packages
        .into_iter()
        .flatten()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some("diffsol"));
    let version = found.and_then(|package| package.get("version")?.as_str());
    version
        .map(str::to_owned)
        .context("find diffsol in the peers' lock file")
}

/// The kind of processor and how many cores, without any name of the machine.
pub(super) fn machine_in_words(shell: &Shell) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let kind = shell.read_file("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let kind = kind.unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    format!("{cores} cores ({kind}), {}", std::env::consts::OS)
}
