//! Loop Habit Tracker, CSV in a zip. A measurable habit stores thousandths and prints 0, 0.001, 0.002 and
//! 0.003 as words, so its type is read before its values; a yes/no habit marks days. UNKNOWN is never zero.

use super::ImportError;
use super::row::{AnswerKind, Answers, Format, Reading, Says};
use super::table::draft::{self, Context, Draft, Stamp};
use super::table::lex::{self, Lexed, Record};
use super::table::measure::{self, Counted};
use super::table::number::Measured;
use super::table::when;
use super::zip::Archive;
use super::zones::Zones;

use ebb_core::event::{DaySays, DayStatement, Event, Note, NoteKind};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a habit says about kratom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// How much in a day.
    Amount,
    /// Days without.
    FreeDays,
    /// Days with.
    UsedDays,
    /// Nothing.
    LeftOut,
}

struct Habit<'t> {
    name: String,
    unit: String,
    is_measurable: bool,
    records: Vec<Record<'t>>,
    path: String,
}

/// A day's value, whatever the habit's type.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Value {
    Unknown,
    No,
    YesAuto,
    YesManual,
    Skip,
    Number(f64),
    Unreadable,
}

/// Reads the archive.
///
/// # Errors
/// [`ImportError::NotADiary`] for an archive that is not this program's, and those of opening a zip.
pub(crate) fn read(bytes: &[u8], answers: &Answers, zones: &Zones, now: Timestamp) -> Result<Reading, ImportError> {
    let archive = Archive::open(bytes)?;
    let Some(list) = archive.text("Habits.csv")? else {
        return Err(ImportError::NotADiary { what: "archive" });
    };
    let list = lex::lex(&list, b',')?;
    let tables = tables(&archive, &list)?;
    let mut draft = Draft::new(Context { answers, zones, now });
    let habits = habits(&mut draft, &list, &tables)?;
    let meanings: Vec<Meaning> = habits.iter().map(|h| meaning(&mut draft, h)).collect();
    let totals = totals(&habits, &meanings);
    for (habit, meaning) in habits.iter().zip(&meanings) {
        match meaning {
            Meaning::LeftOut => draft.leave_out(&habit.name, habit.records.len()),
            _ => read_habit(&mut draft, habit, *meaning, &totals),
        }
    }
    let n_scores = archive.names().filter(|n| n.ends_with("Scores.csv")).count();
    draft.leave_out("Scores.csv", n_scores);
    Ok(draft.finish(Format {
        id: "loop_habit",
        name: "Loop Habit Tracker (CSV zip)".to_owned(),
        version: None,
    }))
}

/// Each habit's table as text, by the habit's position; the root table stands under its own name.
fn tables(archive: &Archive<'_>, list: &Lexed<'_>) -> Result<BTreeMap<String, String>, ImportError> {
    let mut tables = BTreeMap::new();
    let position = column(list.records.first(), "Position");
    for record in list.records.iter().skip(1) {
        let folder = format!("{} ", position.map_or("", |c| record.cell(c)));
        let path = archive
            .names()
            .find(|n| folder.len() > 1 && n.starts_with(&folder) && n.ends_with("/Checkmarks.csv"))
            .map(str::to_owned);
        if let Some(path) = path
            && let Some(text) = archive.text(&path)?
        {
            tables.insert(path, text);
        }
    }
    if let Some(text) = archive.text(ROOT)? {
        tables.insert(ROOT.to_owned(), text);
    }
    Ok(tables)
}

const ROOT: &str = "Checkmarks.csv";

fn column(header: Option<&Record<'_>>, name: &str) -> Option<usize> {
    header?.cells.iter().position(|c| c.trim() == name)
}

fn habits<'t>(
    draft: &mut Draft<'_>,
    list: &Lexed<'_>,
    tables: &'t BTreeMap<String, String>,
) -> Result<Vec<Habit<'t>>, ImportError> {
    let header = list.records.first();
    let mut habits = Vec::new();
    for (idx, record) in list.records.iter().skip(1).enumerate() {
        let cell = |name| column(header, name).map_or("", |c| record.cell(c));
        let folder = format!("{} ", cell("Position"));
        let own = tables
            .iter()
            .find(|(path, _)| path.starts_with(&folder) && path.as_str() != ROOT);
        let (path, records) = match own {
            Some((path, text)) => {
                let lexed = lex::lex(text, b',')?;
                draft.warnings.extend(lexed.warnings);
                (path.clone(), lexed.records.into_iter().skip(1).collect())
            }
            // Without a table of its own: the habit's column of the root table.
            None => (
                ROOT.to_owned(),
                match tables.get(ROOT) {
                    Some(text) => column_of(&lex::lex(text, b',')?, idx + 1),
                    None => Vec::new(),
                },
            ),
        };
        habits.push(Habit {
            name: cell("Name").to_owned(),
            unit: cell("Unit").to_owned(),
            is_measurable: cell("Type").eq_ignore_ascii_case("NUMERICAL"),
            records,
            path,
        });
    }
    Ok(habits)
}

/// Date and value of one column of the root table, in the shape of a habit's own table.
fn column_of<'t>(lexed: &Lexed<'t>, column: usize) -> Vec<Record<'t>> {
    let pick = |record: &Record<'t>| Record {
        line: record.line,
        cells: [0, column]
            .iter()
            .filter_map(|&c| record.cells.get(c).cloned())
            .collect(),
    };
    lexed.records.iter().skip(1).map(pick).collect()
}

/// What a habit is about: by its name, or by the answer to `habit:NAME`. A habit that does not name kratom is left out
/// until someone says otherwise.
fn meaning(draft: &mut Draft<'_>, habit: &Habit<'_>) -> Meaning {
    let name = habit.name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| name.contains(w));
    let is_free = has(&[
        "free",
        "frei",
        "without",
        "ohne",
        "no kratom",
        "kein",
        "none",
        "clean",
        "abstin",
    ]);
    let guess = match (measure::is_kratom(&name), habit.is_measurable) {
        (true, true) if !is_free => Some(Meaning::Amount),
        (true, false) if is_free => Some(Meaning::FreeDays),
        _ => None,
    };
    let id = format!("habit:{}", habit.name);
    if guess.is_none() {
        let words: Vec<&'static str> = if habit.is_measurable {
            vec!["amount", "leave_out"]
        } else {
            vec!["free_days", "used_days", "leave_out"]
        };
        draft.ask(&id, || AnswerKind::OneOf(words), "leave_out", "");
    }
    match draft.answer(&id) {
        Some("amount") if habit.is_measurable => Meaning::Amount,
        Some("free_days") if !habit.is_measurable => Meaning::FreeDays,
        Some("used_days") if !habit.is_measurable => Meaning::UsedDays,
        Some("leave_out") => Meaning::LeftOut,
        _ => guess.unwrap_or(Meaning::LeftOut),
    }
}

/// Amounts of the day by any measurable habit, for marks that would say the same or the contrary.
fn totals(habits: &[Habit<'_>], meanings: &[Meaning]) -> BTreeMap<Date, f64> {
    let mut totals = BTreeMap::new();
    for (habit, _) in habits.iter().zip(meanings).filter(|(_, m)| **m == Meaning::Amount) {
        for record in &habit.records {
            let amount = match value(record.cell(1)) {
                Value::No => 0.0,
                Value::Number(thousandths) => thousandths,
                _ => continue,
            };
            if let Ok(day) = when::date(record.cell(0)).settle(None) {
                *totals.entry(day).or_insert(0.0) += amount;
            }
        }
    }
    totals
}

fn value(cell: &str) -> Value {
    match cell {
        "" | "UNKNOWN" | "-1" => Value::Unknown,
        "NO" | "0" => Value::No,
        "YES_AUTO" | "1" => Value::YesAuto,
        "YES_MANUAL" | "2" => Value::YesManual,
        "SKIP" | "3" | "-3" => Value::Skip,
        digits if digits.len() <= 12 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse().map_or(Value::Unreadable, Value::Number)
        }
        _ => Value::Unreadable,
    }
}

fn read_habit(draft: &mut Draft<'_>, habit: &Habit<'_>, meaning: Meaning, totals: &BTreeMap<Date, f64>) {
    for record in &habit.records {
        let day = match when::date(record.cell(0)).settle(None) {
            Ok(day) => day,
            Err(reason) => {
                hold(draft, habit, record, None, reason);
                continue;
            }
        };
        let value = value(record.cell(1));
        let says = match meaning {
            Meaning::Amount => amount(draft, habit, value),
            Meaning::FreeDays => mark(value, true, totals.get(&day).copied()),
            Meaning::UsedDays => mark(value, false, totals.get(&day).copied()),
            Meaning::LeftOut => Ok(None),
        };
        let id = Some(format!("{}/{day}", habit.name));
        match says.and_then(|says| draft.day_bound(day).map(|()| says)) {
            Ok(says) => push(draft, habit, record, id, day, says),
            Err(reason) => hold(draft, habit, record, id, reason),
        }
    }
}

/// `Ok(None)` is a day of which nothing is known.
type SaysOrHeld = Result<Option<DaySays>, &'static str>;

fn amount(draft: &mut Draft<'_>, habit: &Habit<'_>, value: Value) -> SaysOrHeld {
    let thousandths = match value {
        Value::Unknown => return Ok(None),
        Value::No => return Ok(Some(DaySays::NothingTaken)),
        // One, two or three thousandths, or a word that a measurable habit does not have.
        Value::YesAuto | Value::YesManual | Value::Skip => return Err("ambiguous_amount"),
        Value::Unreadable => return Err("not_a_number"),
        Value::Number(thousandths) => thousandths,
    };
    let measured = Measured {
        value: thousandths / 1000.0,
        is_about: false,
        is_fraction: false,
        unit: None,
    };
    let last_word = habit.name.rsplit(' ').next().unwrap_or("");
    let counted = match (Counted::of(&habit.unit), Counted::of(last_word)) {
        (known @ Counted::Known(..), _) => known,
        (Counted::Named(unit), known @ Counted::Known(..)) if unit.is_empty() => known,
        (Counted::Named(unit), _) if unit.is_empty() => return Err("no_unit"),
        (named, _) => named,
    };
    measure::quantity(draft, measured, counted, None)
        .map(|quantity| Some(quantity.map_or(DaySays::Unknown, DaySays::Total)))
}

/// A mark of a yes/no habit. A yes that the app filled in by itself is nobody's statement.
fn mark(value: Value, yes_is_free: bool, total: Option<f64>) -> SaysOrHeld {
    let is_free = match value {
        Value::YesManual => yes_is_free,
        Value::No => !yes_is_free,
        Value::Unknown | Value::YesAuto | Value::Skip => return Ok(None),
        Value::Number(_) | Value::Unreadable => return Err("not_a_number"),
    };
    match (is_free, total) {
        (true, Some(total)) if total > 0.0 => Err("contradicts_the_total"),
        (true, _) => Ok(Some(DaySays::NothingTaken)),
        (false, Some(total)) if total > 0.0 => Ok(None),
        (false, Some(_)) => Err("contradicts_the_total"),
        (false, None) => Ok(Some(DaySays::Unknown)),
    }
}

fn place(habit: &Habit<'_>, record: &Record<'_>) -> String {
    format!("{}, {}", habit.path, lex::place(record.line))
}

fn hold(draft: &mut Draft<'_>, habit: &Habit<'_>, record: &Record<'_>, id: Option<String>, reason: &'static str) {
    let row = draft::excerpt(record);
    draft.push(place(habit, record), id, Says::Held { reason, row });
}

fn push(
    draft: &mut Draft<'_>,
    habit: &Habit<'_>,
    record: &Record<'_>,
    id: Option<String>,
    day: Date,
    says: Option<DaySays>,
) {
    let note = record.cell(2).replace('\0', "");
    let note = (!note.is_empty()).then_some(note);
    let place = place(habit, record);
    let says = match (says, note) {
        (Some(says), note) => Says::Entry(Event::Day(DayStatement { day, says, note })),
        (None, Some(text)) => match draft.place(Stamp::Wall(day, None), record.line, None) {
            Ok((when, precision)) => Says::Entry(Event::Note(Note {
                when,
                precision,
                text,
                kind: NoteKind::Plain,
            })),
            Err(reason) => Says::Held {
                reason,
                row: draft::excerpt(record),
            },
        },
        (None, None) => Says::Skipped {
            reason: "nothing_known",
        },
    };
    draft.push(place, id, says);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_other_things_in_a_measurable_habit() {
        assert_eq!(mark(Value::YesManual, true, None), Ok(Some(DaySays::NothingTaken)));
        assert_eq!(mark(Value::No, true, None), Ok(Some(DaySays::Unknown)));
        assert_eq!(mark(Value::No, true, Some(2500.0)), Ok(None));
        assert_eq!(mark(Value::YesAuto, true, None), Ok(None));
        assert_eq!(mark(Value::YesManual, true, Some(2500.0)), Err("contradicts_the_total"));
        assert_eq!(value("4500"), Value::Number(4500.0));
        assert_eq!(value("UNKNOWN"), Value::Unknown);
        assert_eq!(value("-5"), Value::Unreadable);
    }
}
