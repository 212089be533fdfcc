//! One row of a generic table: a dose with what it felt like, a check-in, a rating, a total of a day or a note; or held,
//! when it cannot be read without a guess.

use super::columns::{Role, Scale, unit_of};
use super::draft::{self, Draft, PlacedOrHeld};
use super::generic::Sheet;
use super::lex::Record;
use super::measure::{self, Counted, Mine};
use super::number::{self, Amount, Measured};
use crate::import::row::{AnswerKind, ProductHint, Says};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::event::{
    CheckIn, CoUse, DaySays, DayStatement, Dose, Event, FeltEffect, Note, NoteKind, Precision, Route,
};
use ebb_core::moment::Moment;

/// An amount cell after every question: known, unknown, or a reason to hold the row.
type AmountOrHeld = Result<Option<Quantity>, &'static str>;

/// Reads one row and adds what it says to the draft.
pub(super) fn read(draft: &mut Draft<'_>, sheet: &Sheet<'_>, record: &Record<'_>, placed: PlacedOrHeld) {
    let id = source_id(sheet, record);
    warn_of_shape(draft, sheet, record);
    let (moment, precision) = match placed {
        Ok(placed) => placed,
        Err(reason) => return draft.hold(record, id, reason),
    };
    if sheet.is_unsettled {
        return draft.hold(record, id, "columns_not_settled");
    }
    let ratings = match check_in(sheet, record, &moment, precision) {
        Ok(ratings) => ratings,
        Err(reason) => return draft.hold(record, id, reason),
    };
    if let Some(column) = sheet.column(&Role::DayTotal).filter(|&c| !record.cell(c).is_empty()) {
        day_total(draft, sheet, record, id.clone(), &moment, record.cell(column));
    } else if has_dose(sheet, record, ratings.is_some(), precision) {
        dose(draft, sheet, record, id.clone(), moment, precision);
    } else if let Some(felt) = felt(sheet, record, &moment) {
        match felt {
            Ok(felt) => draft.push(record.place(), id.clone(), Says::Entry(Event::FeltEffect(felt))),
            Err(reason) => return draft.hold(record, id, reason),
        }
    } else if ratings.is_none() {
        return words_only(draft, sheet, record, id, moment, precision);
    }
    if let Some(mut ratings) = ratings {
        let is_alone = !sheet.has_doses() || !has_dose(sheet, record, true, precision);
        if is_alone {
            ratings.note = joined(sheet, record, &Role::Note);
        }
        let id = id.map(|id| format!("{id}:check_in"));
        draft.push(record.place(), id, Says::Entry(Event::CheckIn(ratings)));
    }
}

fn source_id(sheet: &Sheet<'_>, record: &Record<'_>) -> Option<String> {
    let id = sheet.cell(record, &Role::Id);
    (!id.is_empty() && !sheet.repeated_ids.contains(id)).then(|| id.to_owned())
}

fn warn_of_shape(draft: &mut Draft<'_>, sheet: &Sheet<'_>, record: &Record<'_>) {
    let n_columns = sheet.roles.len();
    if record.cells.len() > n_columns && record.cells[n_columns..].iter().any(|c| !c.trim().is_empty()) {
        draft.warn(record.place(), "row_has_extra_cells");
    } else if record.cells.len() < n_columns && !sheet.names.is_empty() {
        draft.warn(record.place(), "row_has_missing_cells");
    }
    if record.cells.iter().any(|c| c.contains('\0')) {
        draft.warn(record.place(), "nul_removed");
    }
}

/// Whether the row speaks of a dose: it has an amount, or stands in a table of doses with a time, a product or a
/// feeling and nothing that would make it a check-in.
fn has_dose(sheet: &Sheet<'_>, record: &Record<'_>, has_ratings: bool, precision: Precision) -> bool {
    if !sheet.has_doses() {
        return false;
    }
    if sheet.cells(record, |r| matches!(r, Role::Amount(_))).next().is_some() {
        return true;
    }
    let is_about_a_dose = |r: &Role| matches!(r, Role::Product | Role::Felt | Role::Lasted(_) | Role::Reason);
    !has_ratings && (precision == Precision::Minute || sheet.cells(record, is_about_a_dose).next().is_some())
}

fn dose(
    draft: &mut Draft<'_>,
    sheet: &Sheet<'_>,
    record: &Record<'_>,
    id: Option<String>,
    moment: Moment,
    precision: Precision,
) {
    let name = sheet.cell(record, &Role::Product);
    let product = if name.is_empty() {
        None
    } else {
        match measure::product(draft, name, measure::kind_of_name(name), false) {
            Mine::Hint(hint) => Some(hint),
            Mine::Other => return other_substance(draft, sheet, record, id, moment, precision),
            Mine::SomeoneElse => return draft.skip(record, "someone_else"),
        }
    };
    let amount = match amount(draft, sheet, record, product.as_ref()) {
        Ok(amount) => amount,
        Err(reason) => return draft.hold(record, id, reason),
    };
    let felt = match felt(sheet, record, &moment).transpose() {
        Ok(felt) => felt,
        Err(reason) => return draft.hold(record, id, reason),
    };
    let note = note(sheet, record, amount.is_none());
    if sheet.rows_are_days {
        let statement = DayStatement {
            day: moment.wall().date(),
            says: amount.map_or(DaySays::Unknown, DaySays::Total),
            note,
        };
        return draft.day(record, id, statement);
    }
    let dose = Dose {
        reason: joined(sheet, record, &Role::Reason).or_else(|| joined(sheet, record, &Role::Trigger)),
        note,
        ..draft::dose(moment, precision, amount)
    };
    draft.push(record.place(), id, Says::Dose { dose, product, felt });
}

/// A row about another substance.
fn other_substance(
    draft: &mut Draft<'_>,
    sheet: &Sheet<'_>,
    record: &Record<'_>,
    id: Option<String>,
    when: Moment,
    precision: Precision,
) {
    let cell = sheet.cells(record, |r| matches!(r, Role::Amount(_))).next();
    let beside = sheet.cell(record, &Role::Unit);
    let (amount, unit) = match cell.map(|(_, cell)| number::amount(cell, sheet.decimal)) {
        Some(Amount::Sure(m)) => (Some(m.value), m.unit.or(Some(beside)).filter(|u| !u.is_empty())),
        _ => (None, None),
    };
    let co_use = CoUse {
        when,
        precision,
        substance: sheet.cell(record, &Role::Product).to_owned(),
        amount,
        unit: unit.map(str::to_owned),
        route: Route::Oral,
        note: note(sheet, record, amount.is_none()),
    };
    draft.co_use(record, id, co_use);
}

/// The note of a row; what stood where an amount should be is kept in front of it when it made none.
fn note(sheet: &Sheet<'_>, record: &Record<'_>, keeps_amount: bool) -> Option<String> {
    let note = joined(sheet, record, &Role::Note);
    let is_amount = |r: &Role| matches!(r, Role::Amount(_) | Role::Unit);
    let words: Vec<&str> = sheet.cells(record, is_amount).map(|(_, cell)| cell).collect();
    let words = words.join(" ");
    let is_said = words.chars().any(|c| c.is_alphanumeric() && c != '0');
    match (keeps_amount && is_said, note) {
        (true, Some(note)) => Some(format!("{words}; {note}")),
        (true, None) => Some(words),
        (false, note) => note,
    }
}

/// The cells of all columns that mean `role`, without the NUL characters that no text needs.
fn joined(sheet: &Sheet<'_>, record: &Record<'_>, role: &Role) -> Option<String> {
    let cells: Vec<String> = sheet
        .cells(record, |r| r == role)
        .map(|(_, c)| c.replace('\0', ""))
        .collect();
    (!cells.is_empty()).then(|| cells.join("; "))
}

fn amount(
    draft: &mut Draft<'_>,
    sheet: &Sheet<'_>,
    record: &Record<'_>,
    product: Option<&ProductHint>,
) -> AmountOrHeld {
    let mut cells = sheet.cells(record, |r| matches!(r, Role::Amount(_)));
    let Some((column, cell)) = cells.next() else {
        return Ok(None);
    };
    if cells.next().is_some() {
        return Err("ambiguous_amount");
    }
    // A decimal comma in a table cut at commas: "1,5" stands in two cells.
    let is_digits = |c: &str| !c.is_empty() && c.len() <= 3 && c.bytes().all(|b| b.is_ascii_digit());
    if record.cells.len() > sheet.roles.len() && is_digits(cell) && is_digits(record.cell(column + 1)) {
        return Err("ambiguous_amount");
    }
    ask_decimal(draft, sheet, cell);
    let measured = match number::amount(cell, sheet.decimal) {
        Amount::Empty | Amount::Unknown => return Ok(None),
        Amount::Ambiguous => return Err("ambiguous_amount"),
        Amount::Negative => return Err("negative_amount"),
        Amount::NotANumber => return Err("not_a_number"),
        Amount::Sure(measured) => measured,
    };
    if measured.value == 0.0 && measure::is_zero_unknown(draft, cell) {
        return Ok(None);
    }
    let counted = unit(draft, sheet, record, column, &measured)?;
    measure::quantity(draft, measured, counted, product)
}

/// Asks what a comma or point means where this cell can be read two ways.
fn ask_decimal(draft: &mut Draft<'_>, sheet: &Sheet<'_>, cell: &str) {
    if number::is_doubtful(cell, sheet.proven) {
        draft.ask(
            "decimal",
            || AnswerKind::OneOf(vec!["comma", "thousands"]),
            "hold",
            cell,
        );
    }
}

/// The unit of an amount: glued to it, in its own column, in the column's name, or grams, which is asked.
fn unit(
    draft: &mut Draft<'_>,
    sheet: &Sheet<'_>,
    record: &Record<'_>,
    column: usize,
    measured: &Measured<'_>,
) -> Result<Counted, &'static str> {
    let glued = measured.unit.map(Counted::of);
    let beside = sheet.cell(record, &Role::Unit);
    let beside = (!beside.is_empty()).then(|| Counted::of(beside));
    match (glued, beside) {
        (Some(glued), Some(beside)) if glued != beside => return Err("ambiguous_amount"),
        (Some(counted), _) | (None, Some(counted)) => return Ok(counted),
        (None, None) => {}
    }
    // Half of what? A fraction without a unit is as likely a spoon as a gram.
    if measured.is_fraction {
        return Err("ambiguous_amount");
    }
    if let Some(Role::Amount(Some((unit, factor)))) = sheet.roles.get(column) {
        return Ok(Counted::Known(*unit, *factor));
    }
    let has_unit_column = sheet.column(&Role::Unit).is_some();
    let careful = if has_unit_column { "hold" } else { "g" };
    let kind = || AnswerKind::OneOf(vec!["g", "mg", "tsp", "tbsp", "caps", "ml"]);
    draft.ask("amount_unit", kind, careful, record.cell(column));
    match draft.answer("amount_unit").and_then(unit_of) {
        Some((unit, factor)) => Ok(Counted::Known(unit, factor)),
        None if has_unit_column => Err("no_unit"),
        None => Ok(Counted::Known(Unit::Gram, 1.0)),
    }
}

/// What the row says of how a dose felt; `None` when it says nothing.
fn felt(sheet: &Sheet<'_>, record: &Record<'_>, moment: &Moment) -> Option<Result<FeltEffect, &'static str>> {
    let strength = sheet.cell(record, &Role::Felt);
    let lasted = sheet.cells(record, |r| matches!(r, Role::Lasted(_))).next();
    if strength.is_empty() && lasted.is_none() {
        return None;
    }
    let mut felt = FeltEffect {
        when: moment.clone(),
        dose: None,
        strength: None,
        duration_h: None,
        word: None,
        scales: std::collections::BTreeMap::new(),
        note: if sheet.has_doses() {
            None
        } else {
            joined(sheet, record, &Role::Note)
        },
    };
    if !strength.is_empty() {
        match number::plain(strength, sheet.decimal) {
            Some(value) if (0.0..=10.0).contains(&value) => felt.strength = Some(value),
            Some(_) => return Some(Err("out_of_range")),
            None => felt.word = Some(strength.replace('\0', "")),
        }
    }
    if let Some((column, cell)) = lasted {
        match hours(sheet, column, cell) {
            Some(hours) if (0.0..=72.0).contains(&hours) => felt.duration_h = Some(hours),
            Some(_) => return Some(Err("out_of_range")),
            None => felt.word = Some(felt.word.map_or_else(|| cell.to_owned(), |w| format!("{w}; {cell}"))),
        }
    }
    Some(Ok(felt))
}

fn hours(sheet: &Sheet<'_>, column: usize, cell: &str) -> Option<f64> {
    let Amount::Sure(measured) = number::amount(cell, sheet.decimal) else {
        return None;
    };
    let factor = match (measured.unit, sheet.roles.get(column)) {
        (Some(unit), _) => match unit.to_lowercase().trim_end_matches('.') {
            "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" => 1.0,
            "m" | "min" | "mins" | "minutes" | "minuten" => 1.0 / 60.0,
            _ => return None,
        },
        (None, Some(Role::Lasted(factor))) => *factor,
        _ => 1.0,
    };
    Some(measured.value * factor)
}

/// The check-in of a row; `None` when no question of one is answered.
fn check_in(
    sheet: &Sheet<'_>,
    record: &Record<'_>,
    moment: &Moment,
    precision: Precision,
) -> Result<Option<CheckIn>, &'static str> {
    let mut check_in = CheckIn::at(moment.clone());
    check_in.precision = precision;
    let mut has_answers = false;
    for (column, cell) in sheet.cells(record, |r| {
        matches!(r, Role::Scale(_) | Role::Symptom(_) | Role::Helper)
    }) {
        has_answers = true;
        let name = || {
            sheet
                .names
                .get(column)
                .map_or_else(|| format!("column {}", column + 1), |n| (*n).to_owned())
        };
        match (&sheet.roles[column], number::plain(cell, sheet.decimal)) {
            (Role::Helper, _) => check_in.helpers.extend(listed(cell)),
            (Role::Scale(scale), Some(value)) => rate(&mut check_in, scale, value)?,
            (Role::Symptom(symptom), Some(value)) => {
                check_in.symptoms.insert(*symptom, score(value)?);
            }
            (_, None)
                if matches!(
                    number::amount(cell, sheet.decimal),
                    Amount::Negative | Amount::Ambiguous
                ) =>
            {
                return Err("out_of_range");
            }
            _ => {
                check_in.answers.insert(name(), cell.replace('\0', ""));
            }
        }
    }
    if !sheet.has_doses() {
        for (_, cell) in sheet.cells(record, |r| *r == Role::Trigger) {
            has_answers = true;
            check_in.triggers.extend(listed(cell));
        }
    }
    Ok(has_answers.then_some(check_in))
}

fn listed(cell: &str) -> impl Iterator<Item = String> {
    cell.split(['|', ';'])
        .map(|w| w.trim().replace('\0', ""))
        .filter(|w| !w.is_empty())
}

fn rate(check_in: &mut CheckIn, scale: &Scale, value: f64) -> Result<(), &'static str> {
    let (field, top) = match scale {
        Scale::Withdrawal => (&mut check_in.withdrawal_64, 64.0),
        Scale::Craving => (&mut check_in.craving, 10.0),
        Scale::Mood => (&mut check_in.mood, 10.0),
        Scale::Energy => (&mut check_in.energy, 10.0),
        Scale::Focus => (&mut check_in.focus, 10.0),
        Scale::Sleep => (&mut check_in.sleep, 10.0),
        Scale::SleepHours => (&mut check_in.sleep_hours, 24.0),
        Scale::Named(name) => {
            check_in.scales.insert(name.clone(), value);
            return Ok(());
        }
    };
    if value > top {
        return Err("out_of_range");
    }
    *field = Some(value);
    Ok(())
}

/// An answer of 0 to 4.
fn score(value: f64) -> Result<u8, &'static str> {
    [0u8, 1, 2, 3, 4]
        .into_iter()
        .find(|&s| f64::from(s).to_bits() == value.to_bits())
        .ok_or("out_of_range")
}

/// A column of day totals.
fn day_total(
    draft: &mut Draft<'_>,
    sheet: &Sheet<'_>,
    record: &Record<'_>,
    id: Option<String>,
    moment: &Moment,
    cell: &str,
) {
    ask_decimal(draft, sheet, cell);
    let says = match number::amount(cell, sheet.decimal) {
        Amount::Empty | Amount::Unknown => DaySays::Unknown,
        Amount::Ambiguous => return draft.hold(record, id, "ambiguous_amount"),
        Amount::Negative => return draft.hold(record, id, "negative_amount"),
        Amount::NotANumber => return draft.hold(record, id, "not_a_number"),
        Amount::Sure(measured) if measured.value == 0.0 => {
            draft.ask("zero", || AnswerKind::OneOf(vec!["unknown", "zero"]), "hold", cell);
            match draft.answer("zero") {
                Some("zero") => DaySays::NothingTaken,
                _ => return draft.hold(record, id, "zero_or_unknown"),
            }
        }
        Amount::Sure(measured) => {
            let counted = measured.unit.map_or(Counted::Known(Unit::Gram, 1.0), Counted::of);
            match measure::quantity(draft, measured, counted, None) {
                Ok(quantity) => quantity.map_or(DaySays::Unknown, DaySays::Total),
                Err(reason) => return draft.hold(record, id, reason),
            }
        }
    };
    let statement = DayStatement {
        day: moment.wall().date(),
        says,
        note: joined(sheet, record, &Role::Note),
    };
    draft.day(record, id, statement);
}

/// A row with nothing but words, or with nothing at all besides its date.
fn words_only(
    draft: &mut Draft<'_>,
    sheet: &Sheet<'_>,
    record: &Record<'_>,
    id: Option<String>,
    moment: Moment,
    precision: Precision,
) {
    match joined(sheet, record, &Role::Note) {
        Some(text) => {
            let note = Note {
                when: moment,
                precision,
                text,
                kind: NoteKind::Plain,
            };
            draft.push(record.place(), id, Says::Entry(Event::Note(note)));
        }
        None => draft.hold(record, id, "incomplete_row"),
    }
}
