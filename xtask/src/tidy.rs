//! The rules a formatter and a linter do not know. Each file is read once; each rule is a pure function of its text.
//!
//! Rules about one file are in `tidy/file.rs`, words that may not stand somewhere in `tidy/needle.rs`, rules about the
//! repository as a whole in `tidy/whole.rs`.

mod file;
mod needle;
mod tree;
mod whole;

use anyhow::Result;
use xshell::Shell;

use crate::complaint::settle;
use tree::Tree;

/// `cargo xtask tidy`.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let tree = Tree::read(shell)?;
    let mut complaints = Vec::new();
    for source in tree.files() {
        complaints.extend(file::check(source));
        complaints.extend(needle::check(source, tree.machine_paths()));
        if let Some(warning) = file::warn(source) {
            println!("warning: {warning}");
        }
    }
    complaints.extend(whole::check(&tree));
    settle(&complaints)
}
