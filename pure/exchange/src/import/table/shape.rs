//! What the columns of a table look like, for tables without names. Only the obvious is guessed: two columns of numbers
//! are not told apart, and every guess is shown before anything is imported.

use super::columns::Role;
use super::lex::Record;
use super::number::{self, Amount, Decimal};
use super::when::{self, TimeRead, WhenRead};

/// How many rows are looked at.
const SAMPLE: usize = 200;

/// Guesses the columns of a table without names from its cells. Two columns of numbers are not told apart.
pub(crate) fn guess(records: &[Record<'_>]) -> Vec<Role> {
    let n_columns = records.iter().map(|r| r.cells.len()).max().unwrap_or(0);
    let sample = &records[..records.len().min(SAMPLE)];
    let mut roles = vec![Role::Ignored; n_columns];
    let shapes: Vec<Shape> = (0..n_columns).map(|c| Shape::of(sample, c)).collect();
    let mut has_date = false;
    let mut has_time = false;
    for (role, shape) in roles.iter_mut().zip(&shapes) {
        if !has_date && shape.is(shape.n_whens) {
            (*role, has_date, has_time) = (Role::When, true, true);
        } else if !has_date && shape.is(shape.n_dates) {
            (*role, has_date) = (Role::Date, true);
        } else if !has_time && shape.is(shape.n_times) {
            (*role, has_time) = (Role::Time, true);
        }
    }
    let free = |roles: &[Role], c: usize| roles[c] == Role::Ignored && shapes[c].n > 0;
    let numeric: Vec<usize> = (0..n_columns)
        .filter(|&c| free(&roles, c) && shapes[c].n_numbers * 2 >= shapes[c].n)
        .collect();
    if let [only] = numeric[..] {
        roles[only] = Role::Amount(None);
    }
    for c in 0..n_columns {
        if free(&roles, c) && !numeric.contains(&c) {
            roles[c] = Role::Note;
        }
    }
    roles
}

/// Makes a column named "time" that holds dates as well what it is.
pub(crate) fn promote_time(records: &[Record<'_>], roles: &mut [Role]) {
    let sample = &records[..records.len().min(SAMPLE)];
    for (c, role) in roles.iter_mut().enumerate() {
        let shape = Shape::of(sample, c);
        if *role == Role::Time && shape.is(shape.n_whens + shape.n_dates) {
            *role = Role::When;
        }
    }
}

/// The column that looks most like dates, for a table whose names say nothing of one.
pub(crate) fn guess_date(records: &[Record<'_>], roles: &mut [Role]) -> bool {
    let sample = &records[..records.len().min(SAMPLE)];
    for (c, role) in roles.iter_mut().enumerate() {
        let shape = Shape::of(sample, c);
        if *role == Role::Ignored && shape.is(shape.n_whens + shape.n_dates) {
            *role = Role::When;
            return true;
        }
    }
    false
}

#[derive(Default)]
struct Shape {
    n: usize,
    n_dates: usize,
    n_whens: usize,
    n_times: usize,
    n_numbers: usize,
}

impl Shape {
    fn of(records: &[Record<'_>], column: usize) -> Self {
        let mut shape = Self::default();
        for cell in records.iter().map(|r| r.cell(column)).filter(|c| !c.is_empty()) {
            shape.n += 1;
            match when::when(cell) {
                WhenRead::Instant(_) => shape.n_whens += 1,
                WhenRead::Wall(date, TimeRead::Blank) if date.is_date() => shape.n_dates += 1,
                WhenRead::Wall(date, _) if date.is_date() => shape.n_whens += 1,
                WhenRead::Wall(..) => {
                    if matches!(when::time(cell), TimeRead::Sure(_)) && !cell.contains('.') {
                        shape.n_times += 1;
                    } else if matches!(number::amount(cell, Decimal::Open), Amount::Sure(_) | Amount::Ambiguous) {
                        shape.n_numbers += 1;
                    }
                }
            }
        }
        shape
    }

    /// Whether nearly all cells are of a kind that `n_such` are.
    fn is(&self, n_such: usize) -> bool {
        self.n > 0 && n_such * 10 >= self.n * 9
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::column_words::to_answer;
    use crate::import::table::lex::lex;

    #[test]
    fn columns_without_names_are_guessed_only_when_obvious() {
        let lexed = lex(
            "2025-01-03,01:16,2.5,x\n2025-01-03,22:30,3 caps,\n2025-01-04,9:30,,a bit much\n",
            b',',
        )
        .unwrap();
        assert_eq!(to_answer(&guess(&lexed.records)), "date,time,amount,note");
        let lexed = lex("2025-01-03,1,2.5\n2025-01-03,2,3\n", b',').unwrap();
        assert_eq!(to_answer(&guess(&lexed.records)), "date,-,-");
    }
}
