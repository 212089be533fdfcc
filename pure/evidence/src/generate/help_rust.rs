//! Signs and telephone numbers as Rust constants, at the end of `src/table.rs`.

use super::help::{HelplineRow, HoursRow, ReachRow, RedFlagRow};
use super::read::Tables;
use super::rust::{add, constant_name, list};

/// Both lists, and a constant for each sign.
pub(super) fn write(out: &mut String, tables: &Tables) {
    let mut flags: Vec<&RedFlagRow> = tables.red_flags().collect();
    flags.sort_by_key(|flag| flag.act);
    let mut lines: Vec<&HelplineRow> = tables.helplines().collect();
    lines.sort_by_key(|line| (line.country.as_str(), line.service));
    list(
        out,
        "RED_FLAGS",
        "RedFlag",
        flags.iter().map(|flag| red_flag(flag)).collect(),
    );
    list(
        out,
        "HELPLINES",
        "Helpline",
        lines.iter().map(|line| helpline(line)).collect(),
    );
    out.push_str(
        "\n/// The signs that must not wait, as constants: no look-up, nothing to unwrap.\npub mod red_flag {\n",
    );
    out.push_str("    use super::RED_FLAGS;\n    use crate::RedFlag;\n");
    for (idx, flag) in flags.iter().enumerate() {
        add(
            out,
            format_args!(
                "    /// {}\n    pub const {}: &RedFlag = &RED_FLAGS[{idx}];\n",
                flag.note,
                constant_name(&flag.id)
            ),
        );
    }
    out.push_str("}\n");
}

fn red_flag(row: &RedFlagRow) -> String {
    format!(
        "RedFlag {{ id: {:?}, act: Act::{:?}, basis: Basis::{:?}, population: {:?}, source: {:?}, grade: Grade::{:?}, \
         rests_on: &{:?}, note: {:?} }}",
        row.id, row.act, row.basis, row.population, row.source, row.grade, row.rests_on, row.note
    )
}

fn helpline(row: &HelplineRow) -> String {
    let reach = match &row.reach {
        ReachRow::Call => "Reach::Call".to_owned(),
        ReachRow::CallOrText => "Reach::CallOrText".to_owned(),
        ReachRow::Text(word) => format!("Reach::Text({word:?})"),
    };
    let hours = match row.hours {
        HoursRow::Always => "Hours::Always".to_owned(),
        HoursRow::Daily(from, to) => format!("Hours::Daily({from}, {to})"),
        HoursRow::Weekdays(from, to) => format!("Hours::Weekdays({from}, {to})"),
        HoursRow::Unknown => "Hours::Unknown".to_owned(),
    };
    let checked = match &row.checked {
        None => "Checked::Unverified".to_owned(),
        Some((day, at)) => format!("Checked::On {{ day: {day:?}, at: {at:?} }}"),
    };
    format!(
        "Helpline {{ country: {:?}, service: Service::{:?}, name: {:?}, number: {:?}, reach: {reach}, hours: {hours}, \
         checked: {checked}, source: {:?} }}",
        row.country, row.service, row.name, row.number, row.source
    )
}
