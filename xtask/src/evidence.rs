//! What is generated from the evidence tables: written anew, or compared with what is committed.
//!
//! The rules and the words are those of `ebb_evidence::generate`; this file only reads and writes.

use anyhow::{Context as _, Result};
use ebb_evidence::generate::{Problem, evidence_md, table_rs};
use xshell::Shell;

use crate::complaint::{Complaint, settle};

const DATA: &str = "pure/evidence/data";

/// A committed file, and the function that writes it.
type Generated = (&'static str, fn(&[(&str, &str)]) -> Result<String, Vec<Problem>>);

const GENERATED: [Generated; 2] = [
    ("pure/evidence/src/table.rs", table_rs),
    ("docs/evidence.md", evidence_md),
];

/// `cargo xtask evidence`: writes both files, unless a table breaks a rule.
pub(crate) fn write(shell: &Shell) -> Result<()> {
    match generate(&read_tables(shell)?) {
        Err(problems) => settle(&problems),
        Ok(texts) => {
            for ((path, _), text) in GENERATED.iter().zip(texts) {
                let is_fresh = shell.read_file(path).is_ok_and(|old| old == text);
                println!("{path}: {}", if is_fresh { "was fresh" } else { "written" });
                shell.write_file(path, text).with_context(|| format!("write {path}"))?;
            }
            Ok(())
        }
    }
}

/// `cargo xtask evidence --check`: writes nothing.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    let complaints = match generate(&read_tables(shell)?) {
        Err(problems) => problems,
        Ok(texts) => {
            let pairs = GENERATED.iter().zip(&texts);
            pairs
                .filter_map(|((path, _), text)| stale(path, &shell.read_file(path).unwrap_or_default(), text))
                .collect()
        }
    };
    settle(&complaints)
}

/// Every table with its path, in the order of their names.
fn read_tables(shell: &Shell) -> Result<Vec<(String, String)>> {
    let mut tables = Vec::new();
    for path in shell.read_dir(DATA).with_context(|| format!("list {DATA}"))? {
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            continue;
        };
        if name.ends_with(".toml") {
            let text = shell.read_file(&path).with_context(|| format!("read {name}"))?;
            tables.push((format!("{DATA}/{name}"), text));
        }
    }
    tables.sort();
    Ok(tables)
}

/// The text of each generated file, or what is wrong with the tables.
fn generate(tables: &[(String, String)]) -> Result<Vec<String>, Vec<Complaint>> {
    let tables: Vec<(&str, &str)> = tables
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let texts = GENERATED
        .iter()
        .map(|(_, generate)| generate(&tables))
        .collect::<Result<_, _>>();
    texts.map_err(|problems| problems.iter().map(complaint).collect())
}

/// A problem words both halves itself: what is wrong, then what to do.
fn complaint(problem: &Problem) -> Complaint {
    let fault = problem.fault.to_string();
    let (what, remedy) = fault.split_once(". ").unwrap_or((&fault, "mend the table"));
    let what = if problem.row.is_empty() {
        what.to_owned()
    } else {
        format!("row `{}`: {what}", problem.row)
    };
    Complaint::new(&problem.file, problem.line, what, remedy.trim_end_matches('.'))
}

/// The first line in which a committed file differs from what the tables say.
fn stale(path: &str, committed: &str, generated: &str) -> Option<Complaint> {
    if committed == generated {
        return None;
    }
    let same = committed
        .lines()
        .zip(generated.lines())
        .take_while(|(old, new)| old == new)
        .count();
    Some(Complaint::new(
        path,
        same + 1,
        "is not what the evidence tables say",
        "write it anew with `cargo xtask evidence` and commit it with the tables",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_file_is_found_at_its_first_different_line() {
        assert_eq!(stale("a.md", "1\n2\n", "1\n2\n"), None);
        assert_eq!(stale("a.md", "1\n2\n3\n", "1\nx\n3\n").unwrap().line, 2);
        assert_eq!(stale("a.md", "", "1\n").unwrap().line, 1);
        assert_eq!(stale("a.md", "1\n", "1").unwrap().line, 2);
    }

    #[test]
    fn a_table_that_breaks_a_rule_is_a_complaint_with_its_line() {
        let table = "title = \"T\"\nintro = \"I\"\norder = 1\n\n[[value]]\nid = \"a.b\"\ngroup = \"G\"\nvalue = 1.0\n\
                     unit = \"g\"\nkind = \"point\"\nbasis = \"seen\"\npopulation = \"p\"\ngrade = \"C\"\nnote = \"N.\"\n";
        let complaints = generate(&[("data/x.toml".to_owned(), table.to_owned())]).unwrap_err();
        let words = complaints[0].to_string();
        assert!(
            words.starts_with("data/x.toml:5: row `a.b`: has no `source`\n    to do: Name an entry"),
            "{words}"
        );
    }
}
