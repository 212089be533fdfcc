//! TOML rows of the help tables into signs and telephone numbers, and the rules they must keep.
//!
//! It must never let a sign pass without a source, or a country without a number for an ambulance.

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::fields::{Fields, name_of};
use super::problem::{Fault, Form, Problem, Rule};
use super::read::{Place, Tables};
use super::rules;
use super::words::{ACTS, BASES, GRADES, SERVICES};
use crate::{Act, Basis, Grade, Service};

/// One `[[red_flag]]`.
#[derive(Debug)]
pub(super) struct RedFlagRow {
    pub place: Place,
    pub id: String,
    pub act: Act,
    pub basis: Basis,
    pub population: String,
    pub source: String,
    pub grade: Grade,
    pub rests_on: Vec<String>,
    pub note: String,
}

/// One `[[helpline]]`.
#[derive(Debug)]
pub(super) struct HelplineRow {
    pub place: Place,
    pub country: String,
    pub service: Service,
    pub name: String,
    pub number: String,
    /// `call`, `call or text`, or `text WORD`.
    pub reach: ReachRow,
    pub hours: HoursRow,
    /// Day and address.
    pub checked: Option<(String, String)>,
    pub source: String,
}

/// How a line is reached, as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReachRow {
    Call,
    CallOrText,
    Text(String),
}

/// When a line answers, as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HoursRow {
    Always,
    Daily(u16, u16),
    Weekdays(u16, u16),
    Unknown,
}

pub(super) fn read_red_flag(
    table: &DeTable<'_>,
    file: &str,
    line: usize,
    problems: &mut Vec<Problem>,
) -> Option<RedFlagRow> {
    let place = Place::new(file, line);
    let mut fields = Fields::new(table, place.clone(), name_of(table));
    let id = fields.id();
    let act = fields.word("act", ACTS);
    let basis = fields.word("basis", BASES);
    let population = fields.text("population");
    let source = fields.text("source");
    let grade = fields.word("grade", GRADES);
    let rests_on = fields.list("rests_on");
    let note = fields.text("note");
    fields.finish(problems);
    Some(RedFlagRow {
        place,
        id: id?,
        act: act?,
        basis: basis?,
        population: population?,
        source: source?,
        grade: grade?,
        rests_on,
        note: note?,
    })
}

pub(super) fn read_helpline(
    table: &DeTable<'_>,
    file: &str,
    line: usize,
    problems: &mut Vec<Problem>,
) -> Option<HelplineRow> {
    let place = Place::new(file, line);
    let name = table.get("name").and_then(|name| name.get_ref().as_str());
    let mut fields = Fields::new(table, place.clone(), name.unwrap_or("without a name"));
    let country = fields.formed("country", "two capital letters", |text| {
        text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    });
    let service = fields.word("service", SERVICES);
    let name = fields.text("name");
    let number = fields.formed("number", "a number as it is dialed, digits and spaces", is_number);
    let reach = reach(&mut fields);
    let hours = hours(&mut fields);
    let checked = checked(&mut fields);
    let source = fields.text("source");
    fields.finish(problems);
    Some(HelplineRow {
        place,
        country: country?,
        service: service?,
        name: name?,
        number: number?,
        reach: reach?,
        hours: hours?,
        checked: checked?,
        source: source?,
    })
}

fn is_number(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    text.starts_with(is_digit) && text.ends_with(is_digit) && text.chars().all(|c| is_digit(c) || c == ' ')
}

fn reach(fields: &mut Fields<'_>) -> Option<ReachRow> {
    if fields.optional("reach").is_none() {
        return Some(ReachRow::Call);
    }
    let text = fields.text("reach")?;
    match text.strip_prefix("text ") {
        Some(word) if !word.contains(' ') => Some(ReachRow::Text(word.to_owned())),
        None if text == "call or text" => Some(ReachRow::CallOrText),
        _ => fields.wrong("reach", "`call or text` or `text WORD`, or left out for a call"),
    }
}

/// `always`, `daily 10:00-24:00`, `weekdays 09:30-17:30`, or nothing.
fn hours(fields: &mut Fields<'_>) -> Option<HoursRow> {
    if fields.optional("hours").is_none() {
        return Some(HoursRow::Unknown);
    }
    let text = fields.text("hours")?;
    let span = |span: &str| {
        let (from, to) = span.split_once('-')?;
        Some((minutes(from)?, minutes(to)?))
    };
    let read = match text.split_once(' ') {
        None if text == "always" => Some(HoursRow::Always),
        Some(("daily", times)) => span(times).map(|(from, to)| HoursRow::Daily(from, to)),
        Some(("weekdays", times)) => span(times).map(|(from, to)| HoursRow::Weekdays(from, to)),
        _ => None,
    };
    read.or_else(|| {
        fields.wrong(
            "hours",
            "`always`, `daily 10:00-24:00` or `weekdays 09:30-17:30`, or left out when not known",
        )
    })
}

fn minutes(clock: &str) -> Option<u16> {
    let (hour, minute) = clock.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60 || (hour, minute) == (24, 0)).then_some(hour * 60 + minute)
}

/// `checked = "unverified"`, or a day together with the address that was looked at.
#[expect(
    clippy::option_option,
    reason = "the outer one says whether the field could be read, as everywhere here"
)]
fn checked(fields: &mut Fields<'_>) -> Option<Option<(String, String)>> {
    let day = fields.formed("checked", "`unverified` or a day such as 2026-11-21", |text| {
        text == "unverified" || is_day(text)
    });
    let at = fields.optional("checked_at").and_then(|_| fields.text("checked_at"));
    match (day?.as_str(), at) {
        ("unverified", None) => Some(None),
        (day, Some(at)) if day != "unverified" => Some(Some((day.to_owned(), at))),
        _ => fields.wrong(
            "checked_at",
            "the address that was looked at, if and only if there is a day",
        ),
    }
}

fn is_day(text: &str) -> bool {
    let shape = |(position, byte): (usize, u8)| match position {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}

/// What is wrong with the signs and the numbers.
pub(super) fn check(tables: &Tables) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut complain = |place: &Place, row: &str, fault: Fault| {
        problems.push(Problem {
            file: place.file.clone(),
            line: place.line,
            row: row.to_owned(),
            fault,
        });
    };
    let mut ids = BTreeSet::new();
    for flag in tables.red_flags() {
        let mut broken = Vec::new();
        rules::check_origin(flag.grade, flag.basis, &flag.source, tables, &mut broken);
        if flag.grade == Grade::M {
            broken.push(Rule::SignFromMemory);
        }
        for id in flag
            .rests_on
            .iter()
            .filter(|id| tables.rows().all(|row| row.id != **id))
        {
            broken.push(Rule::UnknownRow { id: id.clone() });
        }
        for rule in broken {
            complain(&flag.place, &flag.id, Fault::Rule(rule));
        }
        if !ids.insert(flag.id.as_str()) {
            let (name, first) = (flag.id.clone(), "an earlier row".to_owned());
            complain(&flag.place, &flag.id, Fault::Form(Form::Twice { name, first }));
        }
    }
    let mut numbers = BTreeSet::new();
    for line in tables.helplines() {
        if tables.source(&line.source).is_none() {
            let source = line.source.clone();
            complain(&line.place, &line.name, Fault::Rule(Rule::UnknownSource { source }));
        }
        if !numbers.insert((&line.country, line.service, &line.number)) {
            let (name, first) = (line.number.clone(), "an earlier row".to_owned());
            complain(&line.place, &line.name, Fault::Form(Form::Twice { name, first }));
        }
        let has_ambulance = |other: &HelplineRow| other.country == line.country && other.service == Service::Emergency;
        if !tables.helplines().any(has_ambulance) {
            let country = line.country.clone();
            complain(&line.place, &line.name, Fault::Rule(Rule::NoAmbulance { country }));
        }
    }
    problems
}
