//! What a machine must have, how to see whether it does, and the one command that installs what is missing.

use anyhow::{Result, bail};
use xshell::Shell;

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

/// Fails, saying what is missing and how to get it, unless `need` is there.
pub(crate) fn require(shell: &Shell, need: &Need) -> Result<()> {
    let Some((program, args)) = need.probe.split_first() else {
        return Ok(());
    };
    let answers = shell
        .cmd(program)
        .args(args)
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_ok();
    if !answers {
        bail!(
            "{} is missing; it is needed for {}. To install it:\n    {}",
            need.name,
            need.purpose,
            need.install
        );
    }
    Ok(())
}
