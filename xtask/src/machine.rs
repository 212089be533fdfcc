//! What a machine must have, how to see whether it does, and the one command that installs what is missing.

use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

/// Something that must be installed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Need {
    /// As a person would call it.
    pub(crate) name: &'static str,
    /// A command that succeeds when it is there.
    pub(crate) probe: &'static [&'static str],
    /// What it is needed for.
    pub(crate) purpose: &'static str,
    /// The one command that installs it.
    pub(crate) install: &'static str,
}

pub(crate) const RUSTC: Need = Need {
    name: "the Rust compiler named in rust-toolchain.toml",
    probe: &["rustc", "--version"],
    purpose: "building anything",
    install: "rustup toolchain install 1.95.0 --profile minimal --component clippy,rustfmt",
};
pub(crate) const C_COMPILER: Need = Need {
    name: "a C compiler",
    probe: &["cc", "--version"],
    purpose: "linking, and the SQLite that the vault brings along",
    install: "sudo apt-get install build-essential   (macOS: xcode-select --install)",
};
pub(crate) const CPP_COMPILER: Need = Need {
    name: "a C++ compiler",
    probe: &["c++", "--version"],
    purpose: "the fuzzer's own part",
    install: "sudo apt-get install build-essential   (macOS: xcode-select --install)",
};
pub(crate) const FORTRAN_COMPILER: Need = Need {
    name: "a Fortran compiler",
    probe: &["gfortran", "--version"],
    purpose: "building numbalsoda, one of the solvers we compare with",
    install: "sudo apt-get install gfortran   (macOS: brew install gcc)",
};
pub(crate) const PYTHON: Need = Need {
    name: "Python 3 that can make virtual environments",
    probe: &["python3", "-c", "import venv, ensurepip"],
    purpose: "the solvers we compare with that are called from Python",
    install: "sudo apt-get install python3 python3-venv   (macOS: brew install python)",
};
pub(crate) const CLIPPY: Need = Need {
    name: "clippy",
    probe: &["cargo", "clippy", "--version"],
    purpose: "the lints",
    install: "rustup component add clippy",
};
pub(crate) const RUSTFMT: Need = Need {
    name: "rustfmt",
    probe: &["cargo", "fmt", "--version"],
    purpose: "the format check",
    install: "rustup component add rustfmt",
};
pub(crate) const CARGO_FUZZ: Need = Need {
    name: "cargo-fuzz",
    probe: &["cargo", "fuzz", "--version"],
    purpose: "fuzzing",
    install: "cargo install cargo-fuzz --locked",
};
pub(crate) const NODE: Need = Need {
    name: "Node 20 or newer",
    probe: &["node", "--version"],
    purpose: "walking through the app in a browser",
    install: "sudo apt-get install nodejs npm   (macOS: brew install node)",
};
pub(crate) const NPM: Need = Need {
    name: "npm",
    probe: &["npm", "--version"],
    purpose: "installing what the walks through the app are written with",
    install: "sudo apt-get install npm",
};

/// Fails, saying what is missing and how to get it, unless `need` is there.
pub(crate) fn require(shell: &Shell, need: &Need) -> Result<()> {
    if !answers(shell, need.probe) {
        bail!(
            "{} is missing; it is needed for {}. To install it:\n    {}",
            need.name,
            need.purpose,
            need.install
        );
    }
    Ok(())
}

/// Whether this command can be called and ends well.
pub(crate) fn answers(shell: &Shell, probe: &[&str]) -> bool {
    let Some((program, args)) = probe.split_first() else {
        return false;
    };
    let command = shell.cmd(program).args(args).quiet();
    command.ignore_stdout().ignore_stderr().run().is_ok()
}

/// Whether packages of the system may be installed without asking for a password.
pub(crate) fn is_root(shell: &Shell) -> bool {
    cmd!(shell, "id -u")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|id| id.trim() == "0")
}

/// Installs Debian packages, after saying so.
pub(crate) fn apt_get(shell: &Shell, packages: &[&str], purpose: &str) -> Result<()> {
    println!("Installing {} for {purpose}:", packages.join(", "));
    let install = || {
        let command = cmd!(shell, "apt-get install --yes --no-install-recommends {packages...}");
        println!("$ {command}");
        command.quiet().env("DEBIAN_FRONTEND", "noninteractive").run()
    };
    if install().is_ok() {
        return Ok(());
    }
    println!("That failed; the list of packages may be old:");
    cmd!(shell, "apt-get update")
        .run()
        .context("renew the list of packages")?;
    install().with_context(|| format!("install {}", packages.join(", ")))
}
