//! A folder for one walk: a vault, a passphrase file, and what is exported on the way. Removed at the end unless kept.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result};

/// The folder; dropping it removes it unless it is to be kept.
#[derive(Debug)]
pub(super) struct Place {
    folder: PathBuf,
    keep: bool,
}

impl Place {
    /// A new folder that only this user can read, with a passphrase that opens nothing but the demo.
    pub(super) fn make(keep: bool) -> Result<Self> {
        let nanos = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_nanos());
        let folder = std::env::temp_dir().join(format!("ebb-demo-{}-{nanos:x}", std::process::id()));
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
            .create(&folder)
            .with_context(|| format!("make the folder {}", folder.display()))?;
        let place = Self { folder, keep };
        std::fs::write(place.passphrase_file(), format!("a made-up diary {nanos:x}\n"))
            .context("write a passphrase")?;
        Ok(place)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn passphrase_file(&self) -> PathBuf {
        self.folder.join("passphrase.txt")
    }

    /// Where the program finds its vault and its passphrase.
    pub(super) fn environment(&self) -> [(&'static str, String); 2] {
        [
            ("EBB_HOME", self.folder.join("vault").to_string_lossy().into_owned()),
            (
                "EBB_PASSPHRASE_FILE",
                self.passphrase_file().to_string_lossy().into_owned(),
            ),
        ]
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.keep
            && let Err(error) = std::fs::remove_dir_all(&self.folder)
        {
            eprintln!("warning: {} could not be removed: {error}", self.folder.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_removed_unless_it_is_kept() {
        let place = Place::make(false).unwrap();
        let folder = place.folder().to_owned();
        assert!(place.passphrase_file().is_file());
        drop(place);
        assert!(!folder.exists());

        let kept = Place::make(true).unwrap();
        let folder = kept.folder().to_owned();
        drop(kept);
        assert!(folder.exists());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn two_places_do_not_share_a_vault() {
        let (one, two) = (Place::make(false).unwrap(), Place::make(false).unwrap());
        assert_ne!(one.environment(), two.environment());
    }
}
