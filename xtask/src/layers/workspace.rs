//! The workspace as its manifests describe it, read from `cargo metadata`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::Layers;

const APP: &str = "edge/web/Cargo.toml";

/// What the manifests say.
#[derive(Debug, Default)]
pub(super) struct Workspace {
    pub(super) layers: Layers,
    /// Crate → its manifest, relative to the root.
    pub(super) manifests: BTreeMap<String, String>,
    /// Crates that run a program of their own while being built.
    pub(super) with_build_script: BTreeSet<String>,
}

impl Workspace {
    /// Reads the output of `cargo metadata --no-deps`.
    pub(super) fn read(metadata: &str) -> Result<Self> {
        let metadata: Value = serde_json::from_str(metadata)?;
        let root = text(&metadata, "workspace_root")?;
        let packages = list(&metadata, "packages")?;
        let names: BTreeSet<&str> = packages
            .iter()
            .map(|package| text(package, "name"))
            .collect::<Result<_>>()?;

        let mut workspace = Self::default();
        for package in packages {
            let name = text(package, "name")?;
            let manifest = Path::new(text(package, "manifest_path")?);
            let manifest = manifest.strip_prefix(root).unwrap_or(manifest);
            workspace
                .manifests
                .insert(name.to_owned(), manifest.to_string_lossy().replace('\\', "/"));
            if list(package, "targets")?.iter().any(is_build_script) {
                workspace.with_build_script.insert(name.to_owned());
            }
            let (allow, dev) = arrows_of(package, &names)?;
            workspace.layers.allow.insert(name.to_owned(), allow);
            if !dev.is_empty() {
                workspace.layers.dev.insert(name.to_owned(), dev);
            }
        }
        Ok(workspace)
    }

    /// The crates of `pure/`, and the app.
    pub(super) fn in_the_browser(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self
            .manifests
            .iter()
            .map(|(name, manifest)| (name.as_str(), manifest.as_str()));
        all.filter(|(_, manifest)| manifest.starts_with("pure/") || *manifest == APP)
    }
}

/// What a package names: for the product (and its build), and beyond that for its tests.
fn arrows_of(package: &Value, names: &BTreeSet<&str>) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
    let mut allow = BTreeSet::new();
    let mut dev = BTreeSet::new();
    let from = text(package, "name")?;
    for dependency in list(package, "dependencies")? {
        let to = text(dependency, "name")?;
        // A crate may name itself, to test what is behind one of its features.
        if !names.contains(to) || to == from {
            continue;
        }
        let set = if dependency["kind"] == "dev" {
            &mut dev
        } else {
            &mut allow
        };
        set.insert(to.to_owned());
    }
    // Naming a crate again for the tests, say with another feature, is no further arrow.
    let dev = dev.difference(&allow).cloned().collect();
    Ok((allow, dev))
}

fn is_build_script(target: &Value) -> bool {
    target["kind"]
        .as_array()
        .is_some_and(|kinds| kinds.iter().any(|kind| kind == "custom-build"))
}

pub(super) fn text<'v>(value: &'v Value, key: &str) -> Result<&'v str> {
    value[key].as_str().with_context(|| format!("find the text `{key}`"))
}

pub(super) fn list<'v>(value: &'v Value, key: &str) -> Result<&'v Vec<Value>> {
    value[key].as_array().with_context(|| format!("find the list `{key}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const METADATA: &str = r#"{"workspace_root": "/r", "packages": [
        {"name": "a", "manifest_path": "/r/pure/a/Cargo.toml", "targets": [{"kind": ["custom-build"]}],
         "dependencies": [{"name": "b", "kind": null}, {"name": "b", "kind": "dev"}, {"name": "serde", "kind": null}]},
        {"name": "c", "manifest_path": "/r/edge/web/Cargo.toml", "targets": [], "dependencies": []},
        {"name": "b", "manifest_path": "/r/edge/b/Cargo.toml", "targets": [{"kind": ["lib"]}],
         "dependencies": [{"name": "a", "kind": "dev"}, {"name": "b", "kind": "dev"}]}]}"#;

    #[test]
    fn arrows_keep_to_the_workspace_and_to_their_table() {
        let workspace = Workspace::read(METADATA).unwrap();
        let expected = Layers {
            allow: [
                ("a".to_owned(), ["b".to_owned()].into()),
                ("b".to_owned(), BTreeSet::new()),
                ("c".to_owned(), BTreeSet::new()),
            ]
            .into(),
            dev: [("b".to_owned(), ["a".to_owned()].into())].into(),
        };
        assert_eq!(workspace.layers, expected);
    }

    #[test]
    fn crates_of_the_browser_and_build_scripts_are_recognized() {
        let workspace = Workspace::read(METADATA).unwrap();
        assert_eq!(
            workspace.in_the_browser().collect::<Vec<_>>(),
            [("a", "pure/a/Cargo.toml"), ("c", "edge/web/Cargo.toml")]
        );
        assert_eq!(workspace.with_build_script, ["a".to_owned()].into());
    }

    #[test]
    fn an_answer_of_another_shape_is_refused() {
        assert!(Workspace::read("{}").is_err());
        assert!(Workspace::read("not json").is_err());
    }
}
