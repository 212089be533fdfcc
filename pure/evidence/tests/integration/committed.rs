//! What is committed is what the tables say.

use std::path::PathBuf;

use ebb_evidence::generate::{evidence_md, table_rs};

/// Every table, with its name as the errors should print it.
pub(crate) const TABLES: &[(&str, &str)] = &[
    ("data/care.toml", include_str!("../../data/care.toml")),
    ("data/effects.toml", include_str!("../../data/effects.toml")),
    ("data/helplines.toml", include_str!("../../data/helplines.toml")),
    ("data/instruments.toml", include_str!("../../data/instruments.toml")),
    ("data/parameters.toml", include_str!("../../data/parameters.toml")),
    (
        "data/pharmacokinetics.toml",
        include_str!("../../data/pharmacokinetics.toml"),
    ),
    ("data/products.toml", include_str!("../../data/products.toml")),
    ("data/red_flags.toml", include_str!("../../data/red_flags.toml")),
    ("data/sources.toml", include_str!("../../data/sources.toml")),
    ("data/tapering.toml", include_str!("../../data/tapering.toml")),
    ("data/tests.toml", include_str!("../../data/tests.toml")),
    ("data/tolerance.toml", include_str!("../../data/tolerance.toml")),
    ("data/units.toml", include_str!("../../data/units.toml")),
    ("data/withdrawal.toml", include_str!("../../data/withdrawal.toml")),
];

fn assert_fresh(committed: &str, generated: Result<String, Vec<ebb_evidence::generate::Problem>>, what: &str) {
    let generated = generated.unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the tables break {} rules:\n{}", lines.len(), lines.join("\n"));
    });
    let mut lines = committed.lines().zip(generated.lines()).enumerate();
    let first = lines.find(|(_, (old, new))| old != new).map_or(0, |(idx, _)| idx + 1);
    assert!(
        committed == generated,
        "{what} is stale from line {first} on ({} lines committed, {} generated): run `cargo xtask evidence`",
        committed.lines().count(),
        generated.lines().count()
    );
}

#[test]
fn the_committed_constants_are_what_the_tables_say() {
    assert_fresh(include_str!("../../src/table.rs"), table_rs(TABLES), "src/table.rs");
}

#[test]
fn the_committed_page_is_what_the_tables_say() {
    assert_fresh(
        include_str!("../../../../docs/evidence.md"),
        evidence_md(TABLES),
        "docs/evidence.md",
    );
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let mut turned = TABLES.to_vec();
    turned.reverse();
    assert_eq!(table_rs(TABLES), table_rs(&turned));
    assert_eq!(evidence_md(TABLES), evidence_md(&turned));
}

#[test]
fn no_table_is_forgotten_by_these_tests() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut on_disk: Vec<String> = folder
        .read_dir()
        .unwrap()
        .map(|entry| format!("data/{}", entry.unwrap().file_name().into_string().unwrap()))
        .collect();
    on_disk.sort();
    let listed: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
    assert_eq!(on_disk, listed);
}
