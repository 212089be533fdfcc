//! MedTimer CSV: semicolons and no quoting at all, so a note may hold semicolons and line ends. Rows are
//! counted from both ends; only what was taken is taken.

use super::draft::{self, Context, Draft, Stamp};
use super::lex::{self, Record};
use super::measure::{self, Counted, Mine};
use super::number::{self, Amount, Decimal};
use super::when;
use crate::import::ImportError;
use crate::import::row::{AnswerKind, Format, Reading, Says};
use ebb_core::event::{CoUse, Dose, Precision, ProductKind, Route};
use ebb_core::moment::Moment;
use std::borrow::Cow;

/// Cells of a row without semicolons in its note.
const N_CELLS: usize = 9;
/// Most lines one row may span before it is given up.
const MAX_LINES: usize = 100;

/// Whether a text is this program's: nine names, and rows that end in ISO times.
pub(super) fn is_one(text: &str) -> bool {
    let mut lines = text.lines();
    let header = lines
        .next()
        .is_some_and(|l| l.split(';').count() == N_CELLS && !l.contains('"'));
    header && lines.take(MAX_LINES).any(ends_a_row)
}

/// Whether the last two cells of a line are the two ISO times.
fn ends_a_row(line: &str) -> bool {
    let mut cells = line.rsplit(';').map(str::trim);
    let (Some(taken), Some(reminded)) = (cells.next(), cells.next()) else {
        return false;
    };
    let is_iso = |c: &str| when::instant(c).is_some() || when::iso_wall(c).is_some_and(|_| c.contains('T'));
    is_iso(reminded) && (taken.is_empty() || is_iso(taken))
}

/// Reads the export.
pub(super) fn read(text: &str, context: Context<'_>) -> Result<Reading, ImportError> {
    let mut draft = Draft::new(context);
    for record in records(text)? {
        read_row(&mut draft, &record);
    }
    Ok(draft.finish(Format {
        id: "medtimer",
        name: "MedTimer (CSV)".to_owned(),
        version: None,
    }))
}

/// Joins lines until a row is complete.
fn records(text: &str) -> Result<Vec<Record<'_>>, ImportError> {
    let mut records = Vec::new();
    let mut open: Option<(usize, String, usize)> = None;
    for (idx, line) in text.lines().enumerate().skip(1) {
        let (start, joined, n_lines) = match open.take() {
            Some((start, mut so_far, n)) => {
                so_far.push('\n');
                so_far.push_str(line);
                (start, so_far, n + 1)
            }
            None if line.trim().is_empty() => continue,
            None => (idx + 1, line.to_owned(), 1),
        };
        let is_complete = ends_a_row(line) && joined.split(';').count() >= N_CELLS;
        if is_complete || n_lines == MAX_LINES {
            records.push(record(start, joined));
        } else {
            open = Some((start, joined, n_lines));
        }
        if records.len() > lex::MAX_RECORDS {
            return Err(ImportError::TooMany {
                what: "rows",
                limit: lex::MAX_RECORDS as u64,
            });
        }
    }
    records.extend(open.map(|(start, joined, _)| record(start, joined)));
    Ok(records)
}

fn record(line: usize, text: String) -> Record<'static> {
    let cells = text.split(';').map(|c| Cow::Owned(c.to_owned())).collect();
    Record { line, cells }
}

fn read_row(draft: &mut Draft<'_>, record: &Record<'_>) {
    let n = record.cells.len();
    if n < N_CELLS {
        return draft.hold(record, None, "incomplete_row");
    }
    if n > N_CELLS || record.cells[..n].iter().any(|c| c.contains('\n')) {
        draft.warn(record.place(), "note_broke_the_row");
    }
    let taken = record.cell(n - 1);
    if taken.is_empty() {
        return draft.skip(record, "not_taken");
    }
    let stamp = match (when::instant(taken), when::iso_wall(taken)) {
        (Some(at), _) => Stamp::Instant(at),
        (None, Some(wall)) => Stamp::Wall(wall.date(), Some(wall.time())),
        (None, None) => return draft.hold(record, None, "no_date"),
    };
    let (moment, precision) = match draft.place(stamp, record.line, None) {
        Ok(placed) => placed,
        Err(reason) => return draft.hold(record, None, reason),
    };
    let note: Vec<&str> = record.cells[6..n - 2].iter().map(AsRef::as_ref).collect();
    let note = note.join(";").trim().replace('\0', "");
    let note = (!note.is_empty()).then_some(note);
    let name = record.cell(1).to_owned();
    if name.is_empty() {
        return draft.hold(record, None, "no_substance");
    }
    if measure::is_kratom(&name) {
        dose(draft, record, &name, moment, precision, note);
    } else {
        co_use(draft, record, name, moment, precision, note);
    }
}

fn dose(
    draft: &mut Draft<'_>,
    record: &Record<'_>,
    name: &str,
    moment: Moment,
    precision: Precision,
    note: Option<String>,
) {
    let product = match measure::product(draft, name, measure::kind_of_name(name), false) {
        Mine::Hint(hint) => hint,
        Mine::Other => return co_use(draft, record, name.to_owned(), moment, precision, note),
        Mine::SomeoneElse => return draft.skip(record, "someone_else"),
    };
    let cell = record.cell(2);
    let decimal = Decimal::of_answer(draft.answer("decimal")).unwrap_or(Decimal::Open);
    if number::is_doubtful(cell, Decimal::Open) {
        draft.ask(
            "decimal",
            || AnswerKind::OneOf(vec!["comma", "thousands"]),
            "hold",
            cell,
        );
    }
    let amount = match number::amount(cell, decimal) {
        Amount::Empty | Amount::Unknown => Ok(None),
        Amount::Ambiguous => Err("ambiguous_amount"),
        Amount::Negative => Err("negative_amount"),
        Amount::NotANumber => Err("not_a_number"),
        Amount::Sure(measured) => match measured.unit {
            Some(unit) => measure::quantity(draft, measured, Counted::of(unit), Some(&product)),
            // The table names no unit, and the app's own is not in it.
            None if product.kind == ProductKind::Leaf || measured.value == 0.0 => {
                draft.warn(record.place(), "no_unit");
                Ok(None)
            }
            None => measure::quantity(draft, measured, Counted::Named("piece".to_owned()), Some(&product)),
        },
    };
    let amount = match amount {
        Ok(amount) => amount,
        Err(reason) => return draft.hold(record, None, reason),
    };
    let dose = Dose {
        note,
        ..draft::dose(moment, precision, amount)
    };
    let says = Says::Dose {
        dose,
        product: Some(product),
        felt: None,
    };
    draft.push(record.place(), None, says);
}

fn co_use(
    draft: &mut Draft<'_>,
    record: &Record<'_>,
    substance: String,
    when: Moment,
    precision: Precision,
    note: Option<String>,
) {
    let (amount, unit) = match number::amount(record.cell(2), Decimal::Open) {
        Amount::Sure(m) => (Some(m.value), m.unit.map(str::to_owned)),
        // Kept as written where it is no plain number.
        _ => (None, Some(record.cell(2)).filter(|c| !c.is_empty()).map(str::to_owned)),
    };
    let event = CoUse {
        when,
        precision,
        substance,
        amount,
        unit,
        route: Route::Oral,
        note,
    };
    draft.co_use(record, None, event);
}
