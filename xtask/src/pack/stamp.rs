//! What the folder was made from, kept beside it: when nothing changed, nothing is made again.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context as _, Result};

use crate::Files;
use crate::names::hash;

/// A hash of the compiled app, the files beside it, and of this program, which may have changed too.
pub(crate) fn of(compiled: &[u8], files: &Files) -> Result<String> {
    let program = std::env::current_exe().context("find this program")?;
    let program = std::fs::metadata(program).context("look at this program")?;
    let changed = program
        .modified()
        .ok()
        .and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    let mut lines = format!("{:?} {}\n{}\n", changed, program.len(), hash(compiled));
    for (name, bytes) in files {
        lines.push_str(&format!("{} {name}\n", hash(bytes)));
    }
    Ok(hash(lines.as_bytes()))
}

/// Whether the folder is there and was made from the same.
pub(crate) fn is_kept(out: &Path, stamp: &str) -> bool {
    out.join("sw.js").is_file() && std::fs::read_to_string(place(out)).is_ok_and(|kept| kept == stamp)
}

/// Remembers it.
pub(crate) fn keep(out: &Path, stamp: &str) -> Result<()> {
    let place = place(out);
    std::fs::write(&place, stamp).with_context(|| format!("write {}", place.display()))
}

/// Beside the folder: in it, it would be served.
fn place(out: &Path) -> PathBuf {
    out.with_extension("stamp")
}
