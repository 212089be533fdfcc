//! Checks the tables and writes what is generated from them.
//!
//! Only tools and tests turn this on (`--features generate`); the product reads [`crate::all`] and never a TOML file. It
//! touches no files itself: texts come in, text goes out. It must never repair a table: a row that breaks a rule is named
//! and nothing is written.
//!
//! # Examples
//! ```
//! use ebb_evidence::generate::table_rs;
//!
//! let no_source = r#"
//! title = "Units"
//! intro = "What a spoon stands for."
//! order = 1
//!
//! [[value]]
//! id = "teaspoon.grams"
//! group = "Spoons"
//! value = 2.3
//! unit = "g"
//! kind = "point"
//! basis = "seen"
//! population = "powder"
//! grade = "C"
//! note = "Fluffy and packed powder differ."
//! "#;
//! let problems = table_rs(&[("units.toml", no_source)]).unwrap_err();
//! assert_eq!(
//!     problems[0].to_string(),
//!     "units.toml:6, row `teaspoon.grams`: has no `source`. Name an entry of sources.toml, or take the number out."
//! );
//! ```

mod fields;
mod help;
mod help_page;
mod help_rust;
mod page;
mod problem;
mod read;
mod rules;
mod rust;
mod unit;
mod words;

pub use problem::{Fault, Form, Problem, Rule};
pub use unit::{Unit, UnitError};

use read::Tables;

/// The text of `src/table.rs` from the texts of `data/*.toml`, each with its file name. Their order does not matter.
///
/// # Errors
/// Everything that is wrong with the tables, in the order of the files, when anything is.
pub fn table_rs(files: &[(&str, &str)]) -> Result<String, Vec<Problem>> {
    checked(files).map(|tables| rust::write(&tables))
}

/// The text of `docs/evidence.md` from the same texts.
///
/// # Errors
/// As [`table_rs`].
pub fn evidence_md(files: &[(&str, &str)]) -> Result<String, Vec<Problem>> {
    checked(files).map(|tables| page::write(&tables))
}

fn checked(files: &[(&str, &str)]) -> Result<Tables, Vec<Problem>> {
    let (tables, unreadable) = read::read(files);
    if !unreadable.is_empty() {
        // A row that could not be read is missing, so the rules would complain about its absence too.
        return Err(unreadable);
    }
    let mut broken = rules::check(&tables);
    broken.extend(help::check(&tables));
    if broken.is_empty() { Ok(tables) } else { Err(broken) }
}
