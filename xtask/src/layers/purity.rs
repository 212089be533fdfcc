//! Pure crates, and the app that is made of them, build for the browser without a C compiler: no build script of their
//! own, and nothing in their dependency tree that compiles or binds foreign code.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use super::workspace::Workspace;
use crate::complaint::Complaint;

const TARGET: &str = "wasm32-unknown-unknown";
/// Crates that call a compiler of another language.
const COMPILERS: [&str; 4] = ["cc", "cmake", "bindgen", "pkg-config"];
/// Bindings that every browser offers.
const BROWSER_BINDINGS: [&str; 2] = ["web-sys", "js-sys"];

/// Both rules, for each crate in `pure/` and for the app.
pub(super) fn check(shell: &Shell, workspace: &Workspace) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for (name, manifest) in workspace.in_the_browser() {
        if workspace.with_build_script.contains(name) {
            complaints.push(Complaint::new(
                manifest,
                1,
                format!("{name} runs in the browser and has a build script"),
                "generate the file with a command of xtask and commit it",
            ));
        }
        let tree = cmd!(
            shell,
            "cargo tree -p {name} --target {TARGET} -e normal,build --prefix none"
        )
        .quiet()
        .read()
        .with_context(|| format!("list what {name} depends on"))?;
        for foreign in foreign_code(&tree) {
            complaints.push(Complaint::new(
                manifest,
                1,
                format!("{name} reaches {foreign}, which compiles or binds foreign code"),
                format!(
                    "see who invited it with `cargo tree -p {name} --target {TARGET} -i {foreign}`, then use a crate \
                     in pure Rust or turn that feature off"
                ),
            ));
        }
    }
    Ok(complaints)
}

/// The names in a dependency tree that pure crates may not reach.
fn foreign_code(tree: &str) -> BTreeSet<&str> {
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    names
        .filter(|name| COMPILERS.contains(name) || (name.ends_with("-sys") && !BROWSER_BINDINGS.contains(name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compilers_and_bindings_are_found_by_whole_names() {
        let tree = "ebb-core v0.1.0 (/r/pure/core)\ncc v1.2.0\nlibsqlite3-sys v0.38.0\nccl v1.0.0 (*)\nsysinfo v1.0.0";
        assert_eq!(Vec::from_iter(foreign_code(tree)), ["cc", "libsqlite3-sys"]);
    }

    #[test]
    fn the_browser_may_be_named() {
        assert!(foreign_code("web-sys v0.3.0\njs-sys v0.3.0\nserde v1.0.0").is_empty());
    }
}
