//! A calendar of days in characters: a column or two for each week, a row for each weekday.

use super::Charset;
use super::canvas::{Canvas, Ink};
use super::key::{Signs, state_items};
use crate::chart::heat::{Days, level_names};
use crate::chart::measure;
use crate::chart::spec::{Amount, Calendar};
use crate::number::{HourStyle, Numbers};

/// Columns for the names of weekdays.
const LEFT: usize = 5;

pub(super) fn draw(calendar: &Calendar, columns: usize, charset: Charset) -> Canvas {
    let days = Days::of(calendar);
    let numbers = Numbers::new(calendar.language, HourStyle::TwentyFour);
    let mut canvas = Canvas::new(columns, charset);
    super::title(&mut canvas, &calendar.title);
    let n_weeks = usize::try_from(days.n_weeks).unwrap_or(1).max(1);
    let available = columns - LEFT;
    let pitch = if n_weeks * 2 <= available { 2 } else { 1 };
    let n_blocks = (n_weeks * pitch).div_ceil(available);
    let weeks_per_block = n_weeks.div_ceil(n_blocks);
    let signs = level_signs(charset);
    for block in 0..n_blocks {
        let weeks = block * weeks_per_block..((block + 1) * weeks_per_block).min(n_weeks);
        months(&mut canvas, &days, &weeks, pitch, numbers);
        let top = canvas.n_rows();
        for weekday in 0..7i64 {
            let date = days.first_monday.saturating_add(jiff::ToSpan::days(weekday));
            canvas.write_row(0, numbers.weekday_short(date), Ink::Quiet);
        }
        for day in &days.days {
            let (week, weekday) = days.place(day.date);
            let (Ok(week), Ok(weekday)) = (usize::try_from(week), usize::try_from(weekday)) else {
                continue;
            };
            if weeks.contains(&week) {
                let (sign, ink) = sign_of(day.amount, &days, signs, charset);
                canvas.put(top + weekday, LEFT + (week - weeks.start) * pitch, sign, ink);
            }
        }
    }
    let mut items: Vec<(char, Ink, String)> = Vec::new();
    if days.has_figures() {
        let names = level_names(&days, &calendar.unit, numbers);
        items.extend(signs.into_iter().zip(names).map(|(sign, name)| (sign, Ink::Line, name)));
    }
    let states = state_items(days.seen, &calendar.states, calendar_signs(charset));
    items.extend(states);
    canvas.write_key(&items);
    canvas
}

fn level_signs(charset: Charset) -> [char; 4] {
    match charset {
        Charset::Unicode => ['░', '▒', '▓', '█'],
        Charset::Ascii => ['1', '2', '3', '4'],
    }
}

/// A day without an entry is a speck here, as it is on a page.
fn calendar_signs(charset: Charset) -> Signs {
    let no_entry = match charset {
        Charset::Unicode => '·',
        Charset::Ascii => '.',
    };
    Signs {
        no_entry,
        ..Signs::of(charset)
    }
}

fn sign_of(amount: Amount, days: &Days, levels: [char; 4], charset: Charset) -> (char, Ink) {
    let signs = calendar_signs(charset);
    match amount {
        Amount::NoEntry => (signs.no_entry, Ink::Quiet),
        Amount::Unknown => (signs.unknown, Ink::Plain),
        Amount::Zero => (signs.zero, Ink::Plain),
        Amount::AtLeast(_) => (signs.at_least, Ink::Line),
        Amount::Known(figure) => (levels[days.level(figure)], Ink::Line),
    }
}

/// The names of months above the weeks they begin in, as far as they do not touch.
fn months(canvas: &mut Canvas, days: &Days, weeks: &std::ops::Range<usize>, pitch: usize, numbers: Numbers) {
    let row = canvas.write_row(0, "", Ink::Quiet);
    let mut free_from = 0;
    let starts = days
        .from
        .first_of_month()
        .series(jiff::ToSpan::month(1))
        .take_while(|date| *date <= days.to);
    for start in starts {
        let (week, _) = days.place(start.max(days.from));
        let Some(week) = usize::try_from(week).ok().filter(|week| weeks.contains(week)) else {
            continue;
        };
        let words = if start.month() == 1 {
            start.year().to_string()
        } else {
            numbers.month_short(start).to_owned()
        };
        let column = LEFT + (week - weeks.start) * pitch;
        let end = column + measure::columns(&words);
        if column >= free_from && end <= canvas.columns() {
            canvas.write(row, column, &words, Ink::Quiet);
            free_from = end + 1;
        }
    }
}
