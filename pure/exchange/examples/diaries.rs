//! Prints what the importers make of the made-up diaries: `cargo run -p ebb-exchange --example diaries`.

#![expect(clippy::unwrap_used, reason = "an example that cannot build its input has failed")]

#[path = "../tests/integration/diaries.rs"]
mod diaries;
#[path = "../tests/integration/people.rs"]
mod people;
#[path = "../tests/integration/table.rs"]
mod table;
#[path = "../tests/integration/traps.rs"]
mod traps;
#[expect(dead_code, reason = "shared with the tests")]
#[path = "../tests/integration/workbench.rs"]
mod workbench;

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match diaries::diaries_table() {
        Some(table) => write!(out, "{}", table.print()),
        None => writeln!(out, "SKIPPED: no shared folder with diaries (set EBB_SHARED)"),
    }
}
