//! Where the repository begins: the nearest folder upwards that holds `xtask/layers.toml`.
//!
//! The answer is looked for at run time, never compiled in, so a moved or shared binary still works in the folder it is
//! called from.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

/// The repository's root folder.
pub(crate) fn find() -> Result<PathBuf> {
    let here = std::env::current_dir().context("read the current folder")?;
    here.ancestors()
        .find(|folder| folder.join("xtask/layers.toml").is_file())
        .map(PathBuf::from)
        .with_context(|| format!("find Ebb's repository from {}: call this inside it", here.display()))
}

/// Cargo's target folder, wherever this machine keeps it.
pub(crate) fn target_dir(shell: &Shell) -> Result<PathBuf> {
    let metadata = cmd!(shell, "cargo metadata --format-version 1 --no-deps")
        .quiet()
        .read()?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).context("understand `cargo metadata`")?;
    let folder = metadata["target_directory"]
        .as_str()
        .context("find cargo's target folder")?;
    Ok(PathBuf::from(folder))
}
