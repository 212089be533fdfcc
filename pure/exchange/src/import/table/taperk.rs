//! TaperK CSV: several tables in one file, each under its title. Takes doses and symptoms, keeps the
//! set-up as a plan to read, never adopts the schedule.

use super::draft::{self, Context, Draft, PlacedOrHeld, Stamp};
use super::lex::{self, Lexed, Record};
use super::measure::{self, Mine};
use super::number::{self, Decimal};
use super::when;
use crate::import::ImportError;
use crate::import::row::{AnswerKind, Format, Reading, Says};
use ebb_core::event::{CheckIn, Dose, Event, Note, NoteKind, ProductKind};

const SETUP: &str = "SETUP PREFERENCES";
const DOSES: &str = "DOSE LOG STATISTICS";
const SYMPTOMS: &str = "SYMPTOM LOGS";
const SCHEDULE: &str = "TAPER SCHEDULE DESIGN";

/// Whether a text is this program's: one of its titles stands alone on an early line.
pub(super) fn is_one(text: &str) -> bool {
    let start = text.char_indices().nth(20_000).map_or(text, |(end, _)| &text[..end]);
    start
        .split(['\n', '\r'])
        .take(400)
        .any(|line| title(line.trim().trim_matches('"')).is_some())
}

fn title(line: &str) -> Option<&'static str> {
    [SETUP, DOSES, SYMPTOMS, SCHEDULE]
        .into_iter()
        .find(|t| line.eq_ignore_ascii_case(t))
}

/// Reads the export.
pub(super) fn read(text: &str, context: Context<'_>) -> Result<Reading, ImportError> {
    let lexed = lex::lex(text, b',')?;
    let mut draft = Draft::new(context);
    draft.warnings.clone_from(&lexed.warnings);
    for (title, records) in sections(&lexed) {
        match title {
            DOSES => logs(&mut draft, records, dose),
            SYMPTOMS => logs(&mut draft, records, symptoms),
            SETUP => setup(&mut draft, records),
            _ => draft.leave_out(title, records.len().saturating_sub(1)),
        }
    }
    Ok(draft.finish(Format {
        id: "taperk",
        name: "TaperK (CSV)".to_owned(),
        version: None,
    }))
}

/// The titled sections, without what precedes the first title.
fn sections<'l, 't>(lexed: &'l Lexed<'t>) -> Vec<(&'static str, &'l [Record<'t>])> {
    let records = &lexed.records;
    let starts: Vec<(usize, &'static str)> = records
        .iter()
        .enumerate()
        .filter(|(_, r)| r.cells.iter().skip(1).all(|c| c.trim().is_empty()))
        .filter_map(|(i, r)| Some((i, title(r.cell(0))?)))
        .collect();
    starts
        .iter()
        .enumerate()
        .map(|(k, &(start, title))| {
            let end = starts.get(k + 1).map_or(records.len(), |&(next, _)| next);
            (title, &records[start + 1..end])
        })
        .collect()
}

/// One record with the names of its section's columns.
struct Log<'r, 't> {
    header: &'r Record<'t>,
    record: &'r Record<'t>,
}

impl Log<'_, '_> {
    fn cell(&self, name: &str) -> &str {
        let column = self
            .header
            .cells
            .iter()
            .position(|c| c.trim().eq_ignore_ascii_case(name));
        column.map_or("", |c| self.record.cell(c))
    }

    fn words(&self, name: &str) -> Option<String> {
        let cell = self.cell(name);
        (!cell.is_empty()).then(|| cell.replace('\0', ""))
    }

    fn stamp(&self) -> Result<Stamp, &'static str> {
        let typed = self.cell("Timestamp");
        if let Some(at) = when::instant(typed) {
            return Ok(Stamp::Instant(at));
        }
        match when::iso_wall(typed) {
            Some(wall) => Ok(Stamp::Wall(wall.date(), Some(wall.time()))),
            None => when::date(self.cell("Date"))
                .settle(None)
                .map(|day| Stamp::Wall(day, None)),
        }
    }
}

type ReadLog = fn(&mut Draft<'_>, &Log<'_, '_>, PlacedOrHeld);

/// Reads a section of logged rows: its first record names the columns.
fn logs(draft: &mut Draft<'_>, records: &[Record<'_>], read: ReadLog) {
    let Some((header, records)) = records.split_first() else {
        return;
    };
    let log = |record| Log { header, record };
    let stamps: Vec<_> = records.iter().map(|r| (r.line, log(r).stamp())).collect();
    for (record, placed) in records.iter().zip(draft.place_all(&stamps)) {
        if record.is_blank() {
            draft.skip(record, "empty_row");
        } else {
            read(draft, &log(record), placed);
        }
    }
}

fn dose(draft: &mut Draft<'_>, log: &Log<'_, '_>, placed: PlacedOrHeld) {
    let (moment, precision) = match placed {
        Ok(placed) => placed,
        Err(reason) => return draft.hold(log.record, None, reason),
    };
    let name = log.cell("Product Type").to_owned();
    let (kind, must_ask) = match name.to_lowercase().as_str() {
        "" | "powder" => (ProductKind::Leaf, false),
        "capsules" => (ProductKind::Leaf, true),
        // "Other" may be anything: grams of it count for nothing until someone says what it is.
        "other" => {
            let id = format!("product:{name}");
            draft.ask(&id, || AnswerKind::Product, "hold", "");
            if draft.answer(&id).is_none() {
                return draft.hold(log.record, None, "product_unknown");
            }
            (ProductKind::Leaf, false)
        }
        other => (measure::kind_of_name(other), true),
    };
    let product = if name.is_empty() {
        None
    } else {
        match measure::product(draft, &name, kind, must_ask) {
            Mine::Hint(hint) => Some(hint),
            Mine::Other => return draft.skip(log.record, "other_substance"),
            Mine::SomeoneElse => return draft.skip(log.record, "someone_else"),
        }
    };
    let amount = match measure::program_grams(draft, log.cell("Amount (g)")) {
        Ok(amount) => amount,
        Err(reason) => return draft.hold(log.record, None, reason),
    };
    let dose = Dose {
        note: log.words("Notes"),
        ..draft::dose(moment, precision, amount)
    };
    let says = Says::Dose {
        dose,
        product,
        felt: None,
    };
    draft.push(log.record.place(), None, says);
}

fn symptoms(draft: &mut Draft<'_>, log: &Log<'_, '_>, placed: PlacedOrHeld) {
    let (moment, precision) = match placed {
        Ok(placed) => placed,
        Err(reason) => return draft.hold(log.record, None, reason),
    };
    let mut check_in = CheckIn::at(moment);
    check_in.precision = precision;
    check_in.note = log.words("Notes");
    for (name, cell) in log.header.cells.iter().zip(&log.record.cells) {
        let (name, cell) = (name.trim(), cell.trim());
        if matches!(name, "Timestamp" | "Date" | "Notes") || cell.is_empty() {
            continue;
        }
        match number::plain(cell, Decimal::Point) {
            Some(value) if value <= 10.0 => match name {
                "Mood" => check_in.mood = Some(value),
                "Cravings" => check_in.craving = Some(value),
                "Sleep Quality" => check_in.sleep = Some(value),
                _ => {
                    check_in.scales.insert(name.to_owned(), value);
                }
            },
            _ => return draft.hold(log.record, None, "out_of_range"),
        }
    }
    draft.push(log.record.place(), None, Says::Entry(Event::CheckIn(check_in)));
}

/// Keeps the set-up as words, on the day the plan began. Without that day it is only counted.
fn setup(draft: &mut Draft<'_>, records: &[Record<'_>]) {
    let start = records
        .iter()
        .find(|r| r.cell(0).eq_ignore_ascii_case("start date"))
        .and_then(|r| Some((r, when::date(r.cell(1)).settle(None).ok()?)));
    let placed = start.map(|(record, day)| (record, draft.place(Stamp::Wall(day, None), record.line, None)));
    let Some((record, Ok((moment, precision)))) = placed else {
        return draft.leave_out(SETUP, records.len());
    };
    let lines: Vec<String> = records
        .iter()
        .filter(|r| !r.is_blank())
        .map(|r| format!("{}: {}", r.cell(0), r.cell(1)).replace('\0', ""))
        .collect();
    let note = Note {
        when: moment,
        precision,
        text: lines.join("\n"),
        kind: NoteKind::ForeignPlan,
    };
    let id = Some("setup".to_owned());
    draft.push(record.place(), id, Says::Entry(Event::Note(note)));
}
