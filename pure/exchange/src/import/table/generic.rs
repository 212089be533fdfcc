//! Tables of no known program: columns by name, by answer or by look. Two passes: the first finds out
//! what the whole file proves about its numbers and dates, the second reads the rows.

use super::column_words;
use super::columns::{self, Role, Scale};
use super::draft::{self, Context, Draft, Stamp};
use super::lex::{Lexed, Record};
use super::number::{Decimal, Proof};
use super::row;
use super::shape;
use super::when::{self, DateRead, Order, OrderProof, TimeRead, WhenRead};
use crate::import::ImportError;
use crate::import::row::{AnswerKind, ColumnSeen, Format, Reading};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Cells of a column that are shown to recognise it by.
const CELLS_SEEN: usize = 3;

/// What is known of a table as a whole.
pub(crate) struct Sheet<'t> {
    pub(crate) roles: Vec<Role>,
    pub(crate) names: Vec<&'t str>,
    /// How numbers are read: by answer, or by what the file proves.
    pub(crate) decimal: Decimal,
    /// What the file proves by itself.
    pub(crate) proven: Decimal,
    pub(crate) order: Option<Order>,
    /// The columns could mean something else, and nobody has said: amounts are held.
    pub(crate) is_unsettled: bool,
    /// Rows are totals of a day, not doses.
    pub(crate) rows_are_days: bool,
    /// Ids that more than one row bears.
    pub(crate) repeated_ids: BTreeSet<String>,
}

impl<'t> Sheet<'t> {
    /// The first column that means `role`.
    pub(crate) fn column(&self, role: &Role) -> Option<usize> {
        self.roles.iter().position(|r| r == role)
    }

    /// The cell of the first column that means `role`; empty when there is none.
    pub(crate) fn cell<'r>(&self, record: &'r Record<'t>, role: &Role) -> &'r str {
        self.column(role).map_or("", |c| record.cell(c))
    }

    /// Cells of every column whose role satisfies `is`, with the column's number.
    pub(crate) fn cells<'r>(
        &self,
        record: &'r Record<'t>,
        is: impl Fn(&Role) -> bool,
    ) -> impl Iterator<Item = (usize, &'r str)> {
        let picked: Vec<usize> = (0..self.roles.len()).filter(|&c| is(&self.roles[c])).collect();
        picked
            .into_iter()
            .map(|c| (c, record.cell(c)))
            .filter(|(_, cell)| !cell.is_empty())
    }

    /// Whether any column holds amounts of single doses.
    pub(crate) fn has_doses(&self) -> bool {
        self.roles.iter().any(|r| matches!(r, Role::Amount(_)))
    }
}

/// Reads a table.
pub(crate) fn read(lexed: &Lexed<'_>, context: Context<'_>) -> Result<Reading, ImportError> {
    let mut draft = Draft::new(context);
    draft.warnings.clone_from(&lexed.warnings);
    let has_header = lexed.records.first().is_some_and(columns::is_header);
    let (header, records) = if has_header {
        (lexed.records.first(), &lexed.records[1..])
    } else {
        (None, &lexed.records[..])
    };
    if records.is_empty() {
        let is_known = header.is_some_and(|h| h.cells.iter().any(|c| columns::role(c) != Role::Ignored));
        return if is_known {
            Ok(draft.finish(format()))
        } else {
            Err(ImportError::NotRecognised)
        };
    }
    if let Some(header) = header
        && header.cells.iter().all(|c| columns::role(c) == Role::Ignored)
    {
        draft.warn(header.place(), "first_row_taken_for_names");
    }
    let mut sheet = settle_columns(&mut draft, header, records)?;
    settle_numbers(&mut sheet, &draft, records);
    let read: Vec<WhenRead> = records.iter().map(|r| read_when(&sheet, r)).collect();
    settle_dates(&mut sheet, &mut draft, records, &read);
    let stamps: Vec<_> = records
        .iter()
        .zip(&read)
        .map(|(record, &read)| {
            let is_row = !record.is_blank() && !is_again(record, header);
            (
                record.line,
                if is_row {
                    draft::stamp(read, sheet.order)
                } else {
                    Err("no_date")
                },
            )
        })
        .collect();
    sheet.rows_are_days = settle_days(&sheet, &mut draft, &stamps);
    let placed = draft.place_all(&stamps);
    for (record, placed) in records.iter().zip(placed) {
        if record.is_blank() {
            draft.skip(record, "empty_row");
        } else if is_again(record, header) {
            draft.skip(record, "header_again");
        } else {
            row::read(&mut draft, &sheet, record, placed);
        }
    }
    report_ignored(&mut draft, &sheet, records);
    Ok(draft.finish(format()))
}

fn format() -> Format {
    Format {
        id: "csv",
        name: "table".to_owned(),
        version: None,
    }
}

fn is_again(record: &Record<'_>, header: Option<&Record<'_>>) -> bool {
    header.is_some_and(|h| {
        h.cells.len() == record.cells.len() && h.cells.iter().zip(&record.cells).all(|(a, b)| a.trim() == b.trim())
    })
}

fn settle_columns<'t>(
    draft: &mut Draft<'_>,
    header: Option<&'t Record<'t>>,
    records: &[Record<'t>],
) -> Result<Sheet<'t>, ImportError> {
    let names: Vec<&str> = header.map_or_else(Vec::new, |h| h.cells.iter().map(|c| c.trim()).collect());
    let mut is_unsure = header.is_none();
    let mut roles = match header {
        Some(_) => names.iter().map(|n| columns::role(n)).collect(),
        None => shape::guess(records),
    };
    leave_totals_beside_doses(&mut roles);
    let has_date = |roles: &[Role]| roles.iter().any(|r| matches!(r, Role::Date | Role::When));
    if !has_date(&roles) {
        shape::promote_time(records, &mut roles);
    }
    if !has_date(&roles) {
        is_unsure = true;
        shape::guess_date(records, &mut roles);
    }
    let says_something = roles
        .iter()
        .any(|r| !matches!(r, Role::Ignored | Role::Date | Role::Time | Role::When | Role::Id));
    let clashes = has_clash(&roles);
    is_unsure |= clashes || !says_something;
    let mut is_unsettled = clashes;
    let answer = draft.answer("columns").and_then(column_words::from_answer);
    if draft.answer("columns").is_some() && answer.is_none() {
        draft.warn("columns".to_owned(), "answer_not_understood");
    }
    if is_unsure || answer.is_some() {
        let careful = column_words::to_answer(&roles);
        for _ in records {
            let kind = || AnswerKind::Columns(columns_seen(&names, roles.len(), records));
            draft.ask("columns", kind, &careful, "");
        }
        if let Some(answer) = answer {
            roles = answer;
            is_unsettled = false;
        }
    }
    if !has_date(&roles) {
        return Err(ImportError::NotRecognised);
    }
    let id = roles.iter().position(|r| *r == Role::Id);
    let mut sheet = Sheet {
        roles,
        names,
        decimal: Decimal::Open,
        proven: Decimal::Open,
        order: None,
        is_unsettled,
        rows_are_days: false,
        repeated_ids: BTreeSet::new(),
    };
    if let Some(id) = id {
        sheet.repeated_ids = repeated_ids(draft, records, id);
    }
    Ok(sheet)
}

/// Headings and first cells, for a person to say what the columns are.
fn columns_seen(names: &[&str], n_columns: usize, records: &[Record<'_>]) -> Vec<ColumnSeen> {
    let short = |text: &str| text.chars().take(draft::MAX_EXAMPLE_CHARS).collect::<String>();
    let cells = |column: usize| {
        let cells = records.iter().map(|record| record.cell(column).trim());
        cells
            .filter(|cell| !cell.is_empty())
            .take(CELLS_SEEN)
            .map(short)
            .collect()
    };
    let seen = |column: usize| ColumnSeen {
        heading: short(names.get(column).copied().unwrap_or_default()),
        cells: cells(column),
    };
    (0..n_columns).map(seen).collect()
}

/// A total of the day in a column beside single doses is their sum, and would count them twice.
fn leave_totals_beside_doses(roles: &mut [Role]) {
    if roles.iter().any(|r| matches!(r, Role::Amount(_))) {
        let totals = roles.iter_mut().filter(|r| **r == Role::DayTotal);
        totals.for_each(|r| *r = Role::Ignored);
    }
}

/// Two columns that mean the same thing and cannot both be taken.
fn has_clash(roles: &[Role]) -> bool {
    let single = |r: &Role| {
        !matches!(
            r,
            Role::Ignored | Role::Note | Role::Trigger | Role::Helper | Role::Scale(Scale::Named(_))
        )
    };
    let is_same = |a: &Role, b: &Role| a == b || matches!((a, b), (Role::Amount(_), Role::Amount(_)));
    (0..roles.len()).any(|i| single(&roles[i]) && roles[i + 1..].iter().any(|r| is_same(&roles[i], r)))
}

/// Ids that more than one row bears. Such rows are read without their id.
fn repeated_ids(draft: &mut Draft<'_>, records: &[Record<'_>], column: usize) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut repeated = BTreeSet::new();
    for record in records {
        let id = record.cell(column);
        if !id.is_empty() && !seen.insert(id) {
            draft.warn(record.place(), "id_occurs_again");
            repeated.insert(id.to_owned());
        }
    }
    repeated
}

fn settle_numbers(sheet: &mut Sheet<'_>, draft: &Draft<'_>, records: &[Record<'_>]) {
    let numeric: Vec<usize> = (0..sheet.roles.len())
        .filter(|&c| {
            matches!(
                sheet.roles[c],
                Role::Amount(_) | Role::DayTotal | Role::Felt | Role::Lasted(_) | Role::Scale(_)
            )
        })
        .collect();
    let mut proof = Proof::default();
    for record in records {
        for &column in &numeric {
            proof.add(record.cell(column));
        }
    }
    sheet.proven = proof.decimal();
    sheet.decimal = Decimal::of_answer(draft.answer("decimal")).unwrap_or(sheet.proven);
}

fn read_when(sheet: &Sheet<'_>, record: &Record<'_>) -> WhenRead {
    let time = sheet.column(&Role::Time).map(|c| when::time(record.cell(c)));
    if let Some(column) = sheet.column(&Role::When) {
        match (when::when(record.cell(column)), time) {
            (WhenRead::Wall(DateRead::NotADate, _), _) => {}
            (WhenRead::Wall(date, TimeRead::Blank), Some(time)) => return WhenRead::Wall(date, time),
            (read, _) => return read,
        }
    }
    let Some(column) = sheet.column(&Role::Date) else {
        return WhenRead::Wall(DateRead::NotADate, TimeRead::Blank);
    };
    // A date column may hold times too, above all when there is no time column.
    match (when::when(record.cell(column)), time) {
        (WhenRead::Wall(date, _), Some(time)) => WhenRead::Wall(date, time),
        (read, _) => read,
    }
}

fn settle_dates(sheet: &mut Sheet<'_>, draft: &mut Draft<'_>, records: &[Record<'_>], read: &[WhenRead]) {
    let mut proof = OrderProof::default();
    for read in read {
        if let WhenRead::Wall(date, _) = read {
            proof.add(*date);
        }
    }
    sheet.order = proof.order();
    if sheet.order.is_some() {
        return;
    }
    let column = sheet.column(&Role::When).or(sheet.column(&Role::Date)).unwrap_or(0);
    for (record, read) in records.iter().zip(read) {
        if matches!(read, WhenRead::Wall(date, _) if date.is_ambiguous()) {
            let kind = || AnswerKind::OneOf(vec!["day_first", "month_first"]);
            draft.ask("dates", kind, "hold", record.cell(column));
        }
    }
    sheet.order = match draft.answer("dates") {
        Some("day_first") => Some(Order::DayFirst),
        Some("month_first") => Some(Order::MonthFirst),
        _ => None,
    };
}

/// Whether amounts without any time are totals of their day. One row a day is taken for a total unless someone says
/// otherwise: a total never becomes a dose at a made-up hour.
fn settle_days(sheet: &Sheet<'_>, draft: &mut Draft<'_>, stamps: &[(usize, Result<Stamp, &'static str>)]) -> bool {
    if !sheet.has_doses() || sheet.column(&Role::Time).is_some() {
        return false;
    }
    let mut days: BTreeSet<Date> = BTreeSet::new();
    let (mut n, mut is_once) = (0usize, true);
    for stamp in stamps.iter().filter_map(|(_, s)| s.as_ref().ok()) {
        match stamp {
            Stamp::Wall(day, None) => {
                n += 1;
                is_once &= days.insert(*day);
            }
            _ => return false,
        }
    }
    let careful = if is_once { "total" } else { "dose" };
    for _ in 0..n {
        draft.ask("day_rows", || AnswerKind::OneOf(vec!["total", "dose"]), careful, "");
    }
    n > 0 && draft.answer("day_rows").unwrap_or(careful) == "total"
}

fn report_ignored(draft: &mut Draft<'_>, sheet: &Sheet<'_>, records: &[Record<'_>]) {
    for (column, role) in sheet.roles.iter().enumerate() {
        if *role != Role::Ignored {
            continue;
        }
        let n = records.iter().filter(|r| !r.cell(column).is_empty()).count();
        let name = sheet.names.get(column).filter(|n| !n.is_empty());
        let name = name.map_or_else(|| format!("column {}", column + 1), |n| (*n).to_owned());
        draft.leave_out(&name, n);
    }
}
