//! Where things lie: one folder, named by EBB_HOME or by the system's habit.

use crate::error::Usage;
use anyhow::{Context, Result, bail};
use etcetera::BaseStrategy;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder of one vault.
pub(crate) struct Home(PathBuf);

impl Home {
    /// EBB_HOME, or `ebb` in the system's folder for application data.
    pub(crate) fn find() -> Result<Self> {
        match std::env::var_os("EBB_HOME") {
            Some(home) if !home.is_empty() => Ok(Self(home.into())),
            _ => Ok(Self(
                etcetera::choose_base_strategy()
                    .context("find the home folder")?
                    .data_dir()
                    .join("ebb"),
            )),
        }
    }

    /// Makes the folder, readable by its owner only.
    pub(crate) fn make(&self) -> Result<()> {
        std::fs::create_dir_all(&self.0).context("make the folder of the vault")?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&self.0, std::fs::Permissions::from_mode(0o700))
                .context("protect the folder of the vault")?;
        }
        Ok(())
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// The vault itself.
    pub(crate) fn vault_file(&self) -> PathBuf {
        self.0.join("vault.ebb")
    }
}

/// Writes a whole file or nothing: beside its place first, flushed, then renamed.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], overwrite: bool) -> Result<()> {
    if path.exists() && !overwrite {
        bail!(Usage::new(
            "the file is there already",
            "choose another name, or add --overwrite"
        ));
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut temporary = tempfile::NamedTempFile::new_in(folder).context("make a file beside it")?;
    temporary.write_all(bytes).context("write the file")?;
    temporary.as_file().sync_all().context("flush the file")?;
    temporary.persist(path).context("put the file in its place")?;
    Ok(())
}
