//! A picture as a table: every day of bars, every week of a calendar, and of curves so many rows as can be read.

use super::super::heat::Days;
use super::super::heat::day_said;
use super::super::prepare::ReadySeries;
use super::super::spec::{Amount, Calendar};
use super::points::Reader;
use super::{ReadPoint, Table};
use crate::number::Numbers;
use crate::words::Words;
use jiff::ToSpan as _;

/// Rows of a curve at most.
const MOST_ROWS: usize = 60;

/// The table of a chart.
pub(super) fn rows(reader: &Reader<'_>, points: &[ReadPoint]) -> Table {
    let words = reader.words;
    let has_days = points.iter().all(|point| point.day.is_some());
    let mut heading = vec![if has_days {
        words.days_table_day()
    } else {
        words.days_table_time()
    }];
    // Which columns have a range beside them.
    let mut with_range = Vec::new();
    for plot in reader.plots {
        for series in &plot.ready.series {
            if matches!(series, ReadySeries::Marks(..)) {
                continue;
            }
            let is_band = matches!(series, ReadySeries::Band(..));
            heading.push(plot.ready.panel.heading.clone());
            heading.extend(is_band.then(|| words.days_table_range()));
            with_range.push(is_band);
        }
    }
    let shown: Vec<&ReadPoint> = if has_days {
        points.iter().collect()
    } else {
        sparse(points)
    };
    let row = |point: &ReadPoint| {
        let mut cells = vec![point.when.clone()];
        for (value, has_range) in point.values.iter().zip(&with_range) {
            cells.push(value.figure.clone());
            // A gap has no range to say.
            cells.extend(has_range.then(|| value.range.clone().unwrap_or_default()));
        }
        cells
    };
    Table {
        heading,
        rows: shown.into_iter().map(row).collect(),
    }
}

/// At most [`MOST_ROWS`] points, evenly, with the first and the last.
fn sparse(points: &[ReadPoint]) -> Vec<&ReadPoint> {
    let n = points.len();
    if n <= MOST_ROWS {
        return points.iter().collect();
    }
    let last = n - 1;
    let mut positions: Vec<usize> = (0..MOST_ROWS).map(|row| row * last / (MOST_ROWS - 1)).collect();
    positions.dedup();
    positions
        .into_iter()
        .filter_map(|position| points.get(position))
        .collect()
}

/// The table of a calendar: a row for each week, from the first with an entry.
pub(super) fn weeks(calendar: &Calendar, days: &Days, numbers: Numbers, words: &Words) -> Table {
    let monday = days.first_monday;
    let names = (0..7i64).map(|n| numbers.weekday_short(monday.saturating_add(n.days())).to_owned());
    let heading = std::iter::once(words.days_table_week()).chain(names).collect();
    let empty_row = || vec![String::new(); 8];
    let mut rows: Vec<(bool, Vec<String>)> = Vec::new();
    for day in &days.days {
        let (week, weekday) = days.place(day.date);
        let (Ok(week), Ok(weekday)) = (usize::try_from(week), usize::try_from(weekday)) else {
            continue;
        };
        while rows.len() <= week {
            rows.push((false, empty_row()));
        }
        let (is_used, row) = &mut rows[week];
        *is_used |= day.amount != Amount::NoEntry;
        if row[0].is_empty() {
            let start = days
                .first_monday
                .saturating_add((i64::try_from(week).unwrap_or(0) * 7).days());
            row[0] = numbers.date_full(start);
        }
        row[weekday + 1] = day_said(day.amount, calendar, numbers);
    }
    let rows = rows.into_iter().skip_while(|(is_used, _)| !is_used).map(|(_, row)| row);
    Table {
        heading,
        rows: rows.collect(),
    }
}
