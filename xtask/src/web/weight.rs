//! What the app weighs on the way to a phone: brotli, everything a first visit keeps for offline use.

use std::fmt;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

/// What the whole app is meant to weigh one day, in bytes of brotli. Missed; docs/performance.md says why.
const AIM: u64 = 400_000;
/// What it may not exceed meanwhile: a little above what it weighs built in the heaviest way, with the toolchain's library
/// as it comes, so that it does not grow unseen.
const LIMIT: u64 = 1_160_000;
/// Pictures that a system asks for while it installs the app, and no page ever.
const FOR_INSTALLING: &str = "png";

struct Row {
    name: String,
    raw: u64,
    brotli: u64,
    is_counted: bool,
}

/// Each file, the heaviest first.
pub(super) struct Weight {
    rows: Vec<Row>,
}

/// Weighs what `web-pack` wrote.
pub(super) fn of(folder: &Path) -> Result<Weight> {
    let mut rows = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in std::fs::read_dir(&inner).with_context(|| format!("read the folder {}", inner.display()))? {
            let path = entry.context("read the folder of the app")?.path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            if matches!(ending, "br" | "gz") {
                continue;
            }
            let length = |path: &Path| std::fs::metadata(path).map(|file| file.len());
            let raw = length(&path).with_context(|| format!("look at {}", path.display()))?;
            let brotli = length(Path::new(&format!("{}.br", path.display()))).unwrap_or(raw);
            rows.push(Row {
                name: path
                    .strip_prefix(folder)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .replace('\\', "/"),
                raw,
                brotli,
                is_counted: ending != FOR_INSTALLING,
            });
        }
    }
    if rows.is_empty() {
        bail!("there is no app in {}: `cargo xtask web` builds it", folder.display());
    }
    rows.sort_by(|a, b| (b.brotli, &a.name).cmp(&(a.brotli, &b.name)));
    Ok(Weight { rows })
}

impl Weight {
    fn total(&self) -> u64 {
        self.rows
            .iter()
            .filter(|row| row.is_counted)
            .map(|row| row.brotli)
            .sum()
    }

    pub(super) fn enforce(&self) -> Result<()> {
        let total = self.total();
        if total >= LIMIT {
            bail!(
                "the app weighs {} and must stay below {}: see the heaviest files above; `cargo tree -p ebb-web` shows \
                 who was invited",
                kilobytes(total),
                kilobytes(LIMIT)
            );
        }
        Ok(())
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<44} {:>12} {:>12}", "file", "raw", "brotli")?;
        for row in &self.rows {
            let note = if row.is_counted { "" } else { "  when installing" };
            writeln!(
                f,
                "{:<44} {:>12} {:>12}{note}",
                row.name,
                kilobytes(row.raw),
                kilobytes(row.brotli)
            )?;
        }
        let total = self.total();
        write!(
            f,
            "{:<44} {:>12} {:>12}  (at most {}, aim {})",
            "in all",
            "",
            kilobytes(total),
            kilobytes(LIMIT),
            kilobytes(AIM)
        )
    }
}

/// Thousands of bytes, as networks count.
fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use xshell::Shell;

    use super::*;

    /// Files and their sizes.
    fn weigh(files: &[(&str, usize)]) -> Result<Weight> {
        let shell = Shell::new()?;
        let folder = shell.create_temp_dir()?;
        std::fs::create_dir(folder.path().join("icons"))?;
        for (name, size) in files {
            std::fs::write(folder.path().join(name), vec![0; *size])?;
        }
        of(folder.path())
    }

    #[test]
    fn a_file_weighs_what_is_sent_of_it() {
        let weight = weigh(&[
            ("a.js", 9000),
            ("a.js.br", 1250),
            ("a.js.gz", 2000),
            ("icons/b.svg", 300),
        ])
        .unwrap();
        assert_eq!(weight.total(), 1550);
        let text = weight.to_string();
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        assert!(
            lines[1].starts_with("a.js ") && lines[1].ends_with("9.0 kB       1.2 kB"),
            "{text}"
        );
        assert!(lines[2].starts_with("icons/b.svg "), "{text}");
        assert!(
            lines[3].ends_with("1.5 kB  (at most 1160.0 kB, aim 400.0 kB)"),
            "{text}"
        );
    }

    #[test]
    fn an_app_at_its_limit_is_too_heavy() {
        assert!(weigh(&[("a.wasm", 1_159_999)]).unwrap().enforce().is_ok());
        let words = weigh(&[("a.wasm", 1_159_999), ("b.js", 1)])
            .unwrap()
            .enforce()
            .unwrap_err()
            .to_string();
        assert!(words.starts_with("the app weighs 1160.0 kB"), "{words}");
    }

    #[test]
    fn pictures_for_installing_are_shown_and_not_counted() {
        let weight = weigh(&[("a.js", 10), ("icons/b.png", 500_000)]).unwrap();
        assert_eq!(weight.total(), 10);
        assert!(weight.to_string().contains("500.0 kB  when installing"));
    }

    #[test]
    fn an_empty_folder_is_no_light_app() {
        assert!(weigh(&[]).is_err());
    }
}
