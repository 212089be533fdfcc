//! The files of the repository: what git keeps, or would keep once added.

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

/// One text file.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// Relative to the root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    pub(super) fn is_rust(&self) -> bool {
        self.has_ending(&["rs"])
    }

    pub(super) fn has_ending(&self, endings: &[&str]) -> bool {
        self.path
            .rsplit_once('.')
            .is_some_and(|(_, ending)| endings.contains(&ending))
    }

    /// A generated file says so in its first line, so that a person who opens it knows.
    pub(super) fn is_generated(&self) -> bool {
        let first = self.text.lines().next().unwrap_or_default().to_ascii_lowercase();
        first.contains("generated") && first.contains("do not edit")
    }
}

/// Every text file, and the paths of this machine that none of them may hold.
#[derive(Debug, Default)]
pub(super) struct Tree {
    files: Vec<Source>,
    machine_paths: Vec<String>,
}

impl Tree {
    /// Reads the repository in the shell's folder.
    pub(super) fn read(shell: &Shell) -> Result<Self> {
        let listed = cmd!(shell, "git ls-files --cached --others --exclude-standard -z")
            .quiet()
            .read()
            .context("list the repository's files with git")?;
        let root = shell.current_dir();
        let mut files = Vec::new();
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            // A file may be listed but deleted, or not be text: neither is for us.
            let Ok(bytes) = std::fs::read(root.join(path)) else {
                continue;
            };
            let Ok(text) = String::from_utf8(bytes) else { continue };
            files.push(Source {
                path: path.to_owned(),
                text,
            });
        }
        let home = std::env::var("HOME").ok();
        let machine_paths = [Some(root.to_string_lossy().into_owned()), home];
        // A short path such as `/` or `/src` would be found everywhere.
        let machine_paths = machine_paths
            .into_iter()
            .flatten()
            .filter(|path| path.len() > 4)
            .collect();
        Ok(Self { files, machine_paths })
    }

    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| Source {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        });
        Self {
            files: files.collect(),
            machine_paths: Vec::new(),
        }
    }

    pub(super) fn files(&self) -> &[Source] {
        &self.files
    }

    pub(super) fn find(&self, path: &str) -> Option<&Source> {
        self.files.iter().find(|source| source.path == path)
    }

    pub(super) fn machine_paths(&self) -> &[String] {
        &self.machine_paths
    }
}
