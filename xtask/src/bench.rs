//! Runs the divan benches and prints one table, beside figures saved earlier on the same machine and, where a bench says how far
//! off its function is (`error of NAME: 1.2e-6`), beside that error.
//!
//! Saved figures stay in the target folder: a time measured on one machine says nothing about another.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::root;
use crate::runner::stream;
use crate::tally::Echo;

/// One measured function.
#[derive(Debug, Clone, PartialEq)]
struct Measured {
    name: String,
    fastest_ns: f64,
    median_ns: f64,
}

/// What a bench's line about its own precision begins with.
const ERROR_OF: &str = "error of ";

/// `cargo xtask bench [--save]`.
pub(crate) fn run(shell: &Shell, save: bool) -> Result<()> {
    let metadata = cmd!(shell, "cargo metadata --format-version 1 --no-deps")
        .quiet()
        .read()?;
    let benches = benches(&metadata).context("understand `cargo metadata`")?;
    if benches.is_empty() {
        bail!("no crate has a bench yet; add `[[bench]]` with `harness = false` to one");
    }
    let mut rows = Vec::new();
    let mut errors = BTreeMap::new();
    for (package, bench) in benches {
        let mut reader = DivanReader::default();
        let command = cmd!(shell, "cargo bench --quiet -p {package} --bench {bench}");
        let ended_well = stream(&mut std::io::stdout(), command, |line| {
            reader.read(line);
            Echo::Show
        })?;
        if !ended_well || reader.rows.is_empty() {
            bail!("the bench {bench} of {package} failed or measured nothing");
        }
        rows.extend(reader.rows);
        errors.extend(reader.errors);
    }
    let file = root::target_dir(shell)?.join("bench-saved.json");
    let saved = read_saved(&file)?;
    println!("\n{}", table(&rows, &saved, &errors));
    if save {
        let figures: BTreeMap<&str, f64> = rows.iter().map(|row| (row.name.as_str(), row.median_ns)).collect();
        std::fs::write(&file, serde_json::to_vec_pretty(&figures)?).context("save the figures")?;
        println!("saved: the next `cargo xtask bench` compares with these");
    }
    Ok(())
}

/// Package and bench of each bench target.
fn benches(metadata: &str) -> Result<Vec<(String, String)>> {
    let metadata: Value = serde_json::from_str(metadata)?;
    let mut found = Vec::new();
    for package in metadata["packages"].as_array().context("find the packages")? {
        for target in package["targets"].as_array().context("find the targets")? {
            let kinds = target["kind"].as_array().context("find the kinds")?;
            if kinds.iter().any(|kind| kind == "bench") {
                let text = |value: &Value| value["name"].as_str().map(str::to_owned).context("find the name");
                found.push((text(package)?, text(target)?));
            }
        }
    }
    Ok(found)
}

fn read_saved(file: &Path) -> Result<BTreeMap<String, f64>> {
    if !file.is_file() {
        return Ok(BTreeMap::new());
    }
    let text = std::fs::read(file).context("read the saved figures")?;
    serde_json::from_slice(&text).with_context(|| format!("read {}; delete it to start afresh", file.display()))
}

/// Reads divan's tree of results.
#[derive(Debug, Default)]
struct DivanReader {
    /// Names from the bench's own down to the current branch.
    path: Vec<String>,
    rows: Vec<Measured>,
    /// As the bench wrote them, by the function's own name.
    errors: BTreeMap<String, String>,
}

impl DivanReader {
    fn read(&mut self, line: &str) {
        if let Some((name, error)) = line.strip_prefix(ERROR_OF).and_then(|rest| rest.split_once(": ")) {
            self.errors.insert(name.to_owned(), error.to_owned());
            return;
        }
        let prefix_len = line.find(|c: char| !" │├╰─".contains(c)).unwrap_or(line.len());
        let (prefix, rest) = line.split_at(prefix_len);
        let (name, cells) = rest.split_once("  ").unwrap_or((rest, ""));
        if prefix.is_empty() {
            if cells.contains("fastest") && cells.contains("median") {
                self.path = vec![name.trim().to_owned()];
            }
            return;
        }
        // A line without a branch continues the one above (items per second, allocations).
        if !prefix.contains('─') || self.path.is_empty() {
            return;
        }
        let depth = prefix.chars().count() / 3;
        self.path.truncate(depth);
        self.path.push(name.trim().to_owned());
        let cells: Vec<&str> = cells.split('│').map(str::trim).collect();
        let (Some(fastest), Some(median)) = (cells.first(), cells.get(2)) else {
            return;
        };
        if let (Some(fastest_ns), Some(median_ns)) = (nanoseconds(fastest), nanoseconds(median)) {
            self.rows.push(Measured {
                name: self.path.join(" / "),
                fastest_ns,
                median_ns,
            });
        }
    }
}

/// `1.234 ms` → 1,234,000.
fn nanoseconds(text: &str) -> Option<f64> {
    let (number, unit) = text.split_once(' ')?;
    let scale = match unit {
        "ps" => 1e-3,
        "ns" => 1.0,
        "µs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * scale)
}

fn table(rows: &[Measured], saved: &BTreeMap<String, f64>, errors: &BTreeMap<String, String>) -> String {
    let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
    let mut lines = vec![format!(
        "{:<width$}  {:>11}  {:>11}  {:>8}  {:>11}  {:>7}",
        "", "median", "fastest", "error", "saved", "ratio"
    )];
    for row in rows {
        let (before, ratio) = match saved.get(&row.name) {
            Some(before) => (duration(*before), format!("{:.2}", row.median_ns / before)),
            None => ("-".to_owned(), "-".to_owned()),
        };
        let (median, fastest) = (duration(row.median_ns), duration(row.fastest_ns));
        let own_name = row.name.rsplit(" / ").next().unwrap_or_default();
        let error = errors.get(own_name).map_or("-", String::as_str);
        lines.push(format!(
            "{:<width$}  {median:>11}  {fastest:>11}  {error:>8}  {before:>11}  {ratio:>7}",
            row.name
        ));
    }
    lines.join("\n")
}

fn duration(ns: f64) -> String {
    match ns {
        ns if ns < 1e3 => format!("{ns:.1} ns"),
        ns if ns < 1e6 => format!("{:.2} µs", ns / 1e3),
        ns if ns < 1e9 => format!("{:.3} ms", ns / 1e6),
        ns => format!("{:.3} s", ns / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
Timer precision: 20 ns
engine            fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ fit            3.1 ms        │ 4 ms          │ 3.25 ms       │ 3.3 ms        │ 100     │ 100
│                 320 item/s    │ 250 item/s    │ 307 item/s    │ 303 item/s    │         │
├─ taper                        │               │               │               │         │
│  ╰─ weekly      2 s           │ 3 s           │ 2.5 s         │ 2.6 s         │ 10      │ 10
╰─ forecast                     │               │               │               │         │
   ├─ 90          10.5 µs       │ 14 µs         │ 11 µs         │ 11 µs         │ 100     │ 100
   ╰─ 365         999 ns        │ 2 µs          │ 1.5 µs        │ 1.5 µs        │ 100     │ 100
";

    fn rows() -> Vec<Measured> {
        let mut reader = DivanReader::default();
        PRINTED.lines().for_each(|line| reader.read(line));
        reader.rows
    }

    #[test]
    fn a_tree_of_results_becomes_rows_with_whole_names() {
        let named = |name: &str, fastest_ns, median_ns| Measured {
            name: name.to_owned(),
            fastest_ns,
            median_ns,
        };
        let expected = [
            named("engine / fit", 3.1e6, 3.25e6),
            named("engine / taper / weekly", 2e9, 2.5e9),
            named("engine / forecast / 90", 10.5e3, 11e3),
            named("engine / forecast / 365", 999.0, 1500.0),
        ];
        assert_eq!(rows(), expected);
    }

    #[test]
    fn other_output_is_not_a_result() {
        let mut reader = DivanReader::default();
        reader.read("running 3 tests");
        reader.read("├─ stray 1 ms │ 1 ms │ 1 ms │ 1 ms │ 1 │ 1");
        assert_eq!(reader.rows, []);
        assert_eq!(nanoseconds("12 parsecs"), None);
        reader.read("error of fit: 1.2e-6");
        assert_eq!(reader.errors["fit"], "1.2e-6");
    }

    #[test]
    fn the_table_compares_with_what_was_saved() {
        let saved = BTreeMap::from([("engine / fit".to_owned(), 6.5e6)]);
        let errors = BTreeMap::from([("fit".to_owned(), "1.2e-6".to_owned())]);
        let table = table(&rows(), &saved, &errors);
        let fit = table.lines().find(|line| line.starts_with("engine / fit ")).unwrap();
        assert!(
            fit.contains("3.250 ms") && fit.contains("1.2e-6") && fit.contains("6.500 ms") && fit.ends_with("0.50"),
            "{fit}"
        );
        assert!(table.lines().last().unwrap().trim_end().ends_with('-'));
    }

    #[test]
    fn bench_targets_are_found_in_the_manifests() {
        let metadata = r#"{"packages": [{"name": "p", "targets": [
            {"name": "engine", "kind": ["bench"]}, {"name": "p", "kind": ["lib"]}]}]}"#;
        assert_eq!(benches(metadata).unwrap(), [("p".to_owned(), "engine".to_owned())]);
    }
}
