//! The rows as Rust constants: `src/table.rs`.

use core::fmt::Write as _;

use super::read::{Row, SourceRow, Tables};

const HEAD: &str =
    "//! Generated from `data/*.toml` by `cargo xtask evidence`. Do not edit: edit the tables and generate again.

use crate::{
    Act, Basis, Checked, Cited, Grade, Helpline, Hours, Kind, RangeIs, Reach, Read, RedFlag, Service, Source,
};
";

/// The whole file.
pub(super) fn write(tables: &Tables) -> String {
    let mut rows: Vec<&Row> = tables.rows().collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let mut out = HEAD.to_owned();
    list(&mut out, "ROWS", "Cited", rows.iter().map(|row| cited(row)).collect());
    list(
        &mut out,
        "SOURCES",
        "Source",
        tables.sources.iter().map(source).collect(),
    );
    list(&mut out, "PARAMETERS", "(&str, &Cited)", parameters(&rows));
    constants(&mut out, &rows);
    super::help_rust::write(&mut out, tables);
    out
}

/// The name of the constant for a row: `leaf.mitragynine` becomes `LEAF_MITRAGYNINE`.
pub(super) fn constant_name(id: &str) -> String {
    id.replace('.', "_").to_ascii_uppercase()
}

pub(super) fn list(out: &mut String, name: &str, of: &str, lines: Vec<String>) {
    let body: String = lines.iter().map(|line| format!("    {line},\n")).collect();
    add(
        out,
        format_args!("\npub(crate) static {name}: [{of}; {}] = [\n{body}];\n", lines.len()),
    );
}

fn cited(row: &Row) -> String {
    let rests_on: Vec<&String> = row.covers.iter().chain(&row.rests_on).collect();
    format!(
        "Cited {{ id: {:?}, value: {:?}, unit: {:?}, range: {:?}, range_is: {}, log_sd: {:?}, kind: Kind::{:?}, \
         basis: Basis::{:?}, population: {:?}, source: {:?}, grade: Grade::{:?}, rests_on: &{rests_on:?}, used_by: {:?}, \
         gap: {:?}, note: {:?} }}",
        row.id,
        row.value,
        row.unit,
        row.range,
        row.range_is
            .map_or("None".to_owned(), |range_is| format!("Some(RangeIs::{range_is:?})")),
        row.log_sd,
        row.kind,
        row.basis,
        row.population,
        row.source,
        row.grade,
        row.used_by,
        row.gap,
        row.note,
    )
}

fn source(source: &SourceRow) -> String {
    format!(
        "Source {{ id: {:?}, citation: {:?}, doi: {:?}, pmc: {:?}, read_at: {:?}, population: {:?}, read: Read::{:?}, \
         grade: Grade::{:?}, background: {:?} }}",
        source.id,
        source.citation,
        source.doi,
        source.pmc,
        source.read_at,
        source.population,
        source.read,
        source.grade,
        source.background,
    )
}

fn parameters(rows: &[&Row]) -> Vec<String> {
    let named = rows
        .iter()
        .enumerate()
        .filter_map(|(idx, row)| Some((row.parameter.as_ref()?, idx)));
    let mut named: Vec<(&String, usize)> = named.collect();
    named.sort();
    named
        .iter()
        .map(|(name, idx)| format!("({name:?}, &ROWS[{idx}])"))
        .collect()
}

fn constants(out: &mut String, rows: &[&Row]) {
    out.push_str("\n/// Ids of all rows as constants: a typing mistake does not compile.\npub mod id {\n");
    for row in rows {
        let name = constant_name(&row.id);
        add(
            out,
            format_args!("    /// {}\n    pub const {name}: &str = {:?};\n", row.note, row.id),
        );
    }
    out.push_str("}\n\n/// The rows themselves as constants: no look-up, nothing to unwrap.\npub mod cited {\n");
    out.push_str("    use super::ROWS;\n    use crate::Cited;\n");
    for (idx, row) in rows.iter().enumerate() {
        let name = constant_name(&row.id);
        add(
            out,
            format_args!("    /// {}\n    pub const {name}: &Cited = &ROWS[{idx}];\n", row.note),
        );
    }
    out.push_str("}\n");
}

pub(super) fn add(out: &mut String, text: core::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _infallible = out.write_fmt(text);
}
