//! Signs and telephone numbers as tables of `docs/evidence.md`.

use super::help::{HelplineRow, HoursRow, ReachRow, RedFlagRow};
use super::page::{add, cell, grade};
use super::read::{Chapter, Tables};
use crate::{Act, Read, Service};

/// The help tables of a chapter, if it has any.
pub(super) fn write(out: &mut String, chapter: &Chapter, tables: &Tables) {
    if !chapter.red_flags.is_empty() {
        out.push_str(
            "\n| sign | what to do | grade of the reason | who | source | in our words |\n|---|---|---|---|---|---|\n",
        );
    }
    for flag in &chapter.red_flags {
        red_flag(out, flag, tables);
    }
    if !chapter.helplines.is_empty() {
        out.push_str(
            "\n| country | what answers | name | number | hours | checked | source |\n|---|---|---|---|---|---|---|\n",
        );
    }
    for line in &chapter.helplines {
        helpline(out, line, tables);
    }
}

fn red_flag(out: &mut String, flag: &RedFlagRow, tables: &Tables) {
    let act = match flag.act {
        Act::Emergency => "emergency number now",
        Act::DoctorToday => "doctor today",
        Act::DoctorSoon => "doctor soon",
    };
    let rests_on: Vec<String> = flag.rests_on.iter().map(|id| format!("`{id}`")).collect();
    let rests_on = if rests_on.is_empty() {
        String::new()
    } else {
        format!(" Rests on {}.", rests_on.join(", "))
    };
    add(
        out,
        format_args!(
            "| `{}` | {act} | {} | {} | {} | {}{rests_on} |\n",
            flag.id,
            grade(flag.grade),
            cell(&flag.population),
            link(&flag.source, tables),
            cell(&flag.note)
        ),
    );
}

fn helpline(out: &mut String, line: &HelplineRow, tables: &Tables) {
    let service = match line.service {
        Service::Emergency => "ambulance",
        Service::Crisis => "crisis",
        Service::Poison => "poison",
        Service::Advice => "medical advice",
        Service::Drugs => "drugs",
    };
    let reach = match &line.reach {
        ReachRow::Call => String::new(),
        ReachRow::CallOrText => ", call or text".to_owned(),
        ReachRow::Text(word) => format!(", text {word}"),
    };
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let hours = match line.hours {
        HoursRow::Always => "day and night".to_owned(),
        HoursRow::Daily(from, to) => format!("daily {} to {}", clock(from), clock(to)),
        HoursRow::Weekdays(from, to) => format!("weekdays {} to {}", clock(from), clock(to)),
        HoursRow::Unknown => "not known".to_owned(),
    };
    let checked = match &line.checked {
        None => "*unverified*".to_owned(),
        Some((day, at)) => format!("{day}, {}", cell(at)),
    };
    add(
        out,
        format_args!(
            "| {} | {service} | {} | {}{reach} | {hours} | {checked} | {} |\n",
            line.country,
            cell(&line.name),
            line.number,
            link(&line.source, tables)
        ),
    );
}

fn link(source: &str, tables: &Tables) -> String {
    let how = match tables.source(source).map(|source| source.read) {
        Some(Read::SecondHand) => ", second-hand",
        Some(Read::Memory) => ", from memory",
        Some(Read::Primary | Read::Own) | None => "",
    };
    format!("[{source}](#{source}){how}")
}
