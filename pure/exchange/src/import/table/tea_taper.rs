//! Tea Taper CSV: totals of tea and ratings, one row a day. A zero is no statement here: a day with
//! ratings only prints it like a day without tea, so it says nothing about use.

use super::draft::{Context, Draft};
use super::herbal::unguarded;
use super::lex::{Lexed, Record};
use super::measure::{self, Counted};
use super::number::{self, Amount, Decimal};
use super::when;
use crate::import::row::{Format, Reading, Says};
use ebb_core::amount::Unit;
use ebb_core::event::{CheckIn, DaySays, DayStatement, Event, Precision};
use ebb_core::moment::Moment;
use jiff::civil::Date;

/// Ratings that Ebb has no field of its own for, kept under the app's names and in its range of 0 to 10. `sleepHours`
/// is such a scale too, not hours.
const OTHER_SCALES: [&str; 11] = [
    "withdrawal",
    "anxiety",
    "sleepHours",
    "stress",
    "bodyPain",
    "sweating",
    "stomach",
    "appetite",
    "hydration",
    "productivity",
    "restlessness",
];

/// Whether a header is this program's.
pub(super) fn is_one(header: &[&str]) -> bool {
    ["date", "total_ml", "target_ml", "entries_count"]
        .iter()
        .all(|name| header.contains(name))
}

/// Reads the export.
pub(super) fn read(lexed: &Lexed<'_>, context: Context<'_>) -> Reading {
    let mut draft = Draft::new(context);
    draft.warnings.clone_from(&lexed.warnings);
    let header: Vec<&str> = lexed.records[0].cells.iter().map(|c| c.trim()).collect();
    for record in &lexed.records[1..] {
        if record.is_blank() {
            draft.skip(record, "empty_row");
            continue;
        }
        let row = Row {
            header: &header,
            record,
        };
        match when::date(row.cell("date")).settle(None) {
            Ok(day) => read_day(&mut draft, &row, day),
            Err(reason) => draft.hold(record, None, reason),
        }
    }
    let n_days = lexed.records.len() - 1;
    for name in ["target_ml", "difference_ml", "status"] {
        if header.contains(&name) {
            draft.leave_out(name, n_days);
        }
    }
    draft.finish(Format {
        id: "tea_taper",
        name: "Tea Taper (CSV)".to_owned(),
        version: None,
    })
}

struct Row<'r, 't> {
    header: &'r [&'r str],
    record: &'r Record<'t>,
}

impl Row<'_, '_> {
    fn cell(&self, name: &str) -> &str {
        self.header
            .iter()
            .position(|h| *h == name)
            .map_or("", |c| unguarded(self.record.cell(c)))
    }

    fn rating(&self, name: &str) -> Option<f64> {
        number::plain(self.cell(name), Decimal::Point).filter(|v| (0.0..=10.0).contains(v))
    }

    fn list(&self, name: &str) -> Vec<String> {
        let words = self.cell(name).split('|').map(|w| w.trim().replace('\0', ""));
        words.filter(|w| !w.is_empty()).collect()
    }

    fn note(&self) -> Option<String> {
        let note = self.cell("note");
        (!note.is_empty()).then(|| note.replace('\0', ""))
    }
}

fn read_day(draft: &mut Draft<'_>, row: &Row<'_, '_>, day: Date) {
    if let Err(reason) = draft.day_bound(day) {
        return draft.hold(row.record, Some(day.to_string()), reason);
    }
    let placed = draft.place(super::draft::Stamp::Wall(day, None), row.record.line, None);
    let check_in = placed.ok().and_then(|(moment, _)| check_in(row, moment));
    let n_before = draft.rows.len();
    total(draft, row, day, check_in.is_none());
    if let Some(check_in) = check_in {
        let id = Some(format!("{day}:check_in"));
        draft.push(row.record.place(), id, Says::Entry(Event::CheckIn(check_in)));
    }
    if draft.rows.len() == n_before {
        draft.skip(row.record, "zero_is_no_statement");
    }
}

/// The total of the day, if the row states one. The note goes with it only when there is no check-in to carry it.
fn total(draft: &mut Draft<'_>, row: &Row<'_, '_>, day: Date, takes_note: bool) {
    let id = Some(day.to_string());
    let says = match number::amount(row.cell("total_ml"), Decimal::Point) {
        Amount::Sure(measured) if measured.value > 0.0 => {
            match measure::quantity(draft, measured, Counted::Known(Unit::TeaMl, 1.0), None) {
                Ok(quantity) => quantity.map_or(DaySays::Unknown, DaySays::Total),
                Err(reason) => return draft.hold(row.record, id, reason),
            }
        }
        Amount::Sure(_) | Amount::Empty => match number::plain(row.cell("entries_count"), Decimal::Point) {
            // Glasses were logged without an amount.
            Some(n) if n > 0.0 => DaySays::Unknown,
            _ => return,
        },
        Amount::Unknown => DaySays::Unknown,
        Amount::Ambiguous => return draft.hold(row.record, id, "ambiguous_amount"),
        Amount::Negative => return draft.hold(row.record, id, "negative_amount"),
        Amount::NotANumber => return draft.hold(row.record, id, "not_a_number"),
    };
    let note = if takes_note { row.note() } else { None };
    draft.day(row.record, id, DayStatement { day, says, note });
}

/// The ratings of the day, at no time of it; `None` when there are none.
fn check_in(row: &Row<'_, '_>, moment: Moment) -> Option<CheckIn> {
    let mut check_in = CheckIn::at(moment);
    check_in.precision = Precision::Day;
    check_in.craving = row.rating("craving");
    check_in.mood = row.rating("mood");
    check_in.energy = row.rating("energy");
    check_in.focus = row.rating("focus");
    check_in.sleep = row.rating("sleepQuality");
    for name in OTHER_SCALES {
        if let Some(value) = row.rating(name) {
            check_in.scales.insert(name.to_owned(), value);
        }
    }
    check_in.triggers = row.list("triggers");
    check_in.helpers = row.list("helpers");
    let relapse = row.cell("relapse");
    if !relapse.is_empty() {
        check_in.answers.insert("relapse".to_owned(), relapse.to_owned());
    }
    let empty = CheckIn {
        precision: Precision::Day,
        ..CheckIn::at(check_in.when.clone())
    };
    if check_in == empty {
        return None;
    }
    check_in.note = row.note();
    Some(check_in)
}
