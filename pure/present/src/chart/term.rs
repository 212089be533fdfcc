//! A chart as lines of characters, 40 to 120 columns wide: the same spec, the same ticks, no pixels.
//!
//! Lines are drawn in Braille dots and ranges in shades, or, for terminals that know only ASCII, in plain signs. Color is
//! added only on request and never needed. Every word is made harmless before it is drawn.

use super::harmless::harmless;
use super::measure;
use super::prepare::{ReadyChart, ReadyPanel};
use super::scale::{Grain, Room, TimeTick, ValueTick, time_ticks};
use super::spec::{Chart, Spec};
use crate::number::Numbers;
use crate::text;

mod calendar;
mod canvas;
mod key;
mod panel;

use canvas::{Canvas, Ink};

/// Narrowest and widest chart, in columns.
const COLUMNS: (u16, u16) = (40, 120);
/// Rows of a panel of usual height.
const ROWS: f64 = 10.0;
/// Labels right of a panel take at most this many columns.
const WIDEST_LABEL: usize = 14;

/// How a chart is drawn in a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Width; 40 to 120 columns.
    pub columns: u16,
    /// Which characters the terminal can show.
    pub charset: Charset,
    /// Whether it may be colored.
    pub color: Color,
}

/// Which characters a terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// Braille dots, blocks and lines.
    Unicode,
    /// Nothing but ASCII.
    Ascii,
}

/// Whether a terminal's chart is colored. The edge decides, from `NO_COLOR` and from where the output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// No escape sequences at all.
    None,
    /// The sixteen colors every terminal's theme defines.
    Ansi,
}

impl Options {
    /// Unicode without color.
    #[must_use]
    pub fn plain(columns: u16) -> Self {
        Self {
            columns,
            charset: Charset::Unicode,
            color: Color::None,
        }
    }

    /// ASCII without color.
    #[must_use]
    pub fn ascii(columns: u16) -> Self {
        Self {
            columns,
            charset: Charset::Ascii,
            color: Color::None,
        }
    }
}

/// Draws a chart as lines that each end in a line break. See [`super::spec::Chart`] for an example.
#[must_use]
pub fn draw(spec: &Spec, options: &Options) -> String {
    let columns = usize::from(options.columns.clamp(COLUMNS.0, COLUMNS.1));
    let canvas = match harmless(spec) {
        Spec::Chart(chart) => draw_chart(&chart, columns, options.charset),
        Spec::Calendar(calendar) => calendar::draw(&calendar, columns, options.charset),
    };
    canvas.text(options.color)
}

/// Where a panel stands: columns of its plot, and its rows.
pub(super) struct Place {
    pub(super) left: usize,
    pub(super) columns: usize,
    pub(super) top: usize,
    pub(super) rows: usize,
}

fn draw_chart(chart: &Chart, columns: usize, charset: Charset) -> Canvas {
    let ready = ReadyChart::of(chart);
    let numbers = Numbers::new(chart.language, chart.time.hours);
    let mut canvas = Canvas::new(columns, charset);
    title(&mut canvas, &chart.title);
    let rows: Vec<usize> = ready.panels.iter().map(n_rows).collect();
    let ticks: Vec<Vec<ValueTick>> = ready
        .panels
        .iter()
        .zip(&rows)
        .map(|(panel, rows)| ticks_of(panel, *rows, numbers))
        .collect();
    let left = ticks
        .iter()
        .flatten()
        .map(|tick| measure::columns(&tick.label))
        .max()
        .unwrap_or(1)
        .min(14)
        + 2;
    let labels = ready
        .panels
        .iter()
        .flat_map(panel::end_labels)
        .map(|label| measure::columns(&label.words));
    let right = labels.max().map_or(1, |widest| widest.min(WIDEST_LABEL) + 2);
    let n_plot = columns.saturating_sub(left + right).max(10);
    for ((panel, rows), ticks) in ready.panels.iter().zip(rows).zip(&ticks) {
        let place = Place {
            left,
            columns: n_plot,
            top: canvas.n_rows() + 1,
            rows,
        };
        heading(&mut canvas, chart, &ready, panel, &place);
        panel::draw(&mut canvas, chart, &ready, panel, &place, ticks);
    }
    if !ready.panels.is_empty() {
        let axis = axis_ticks(chart, left, n_plot, right, numbers);
        time_labels(&mut canvas, &axis, left);
        if let Some(words) = &chart.time.title {
            let words = text::shorten(words, columns);
            let start = (left + n_plot / 2).saturating_sub(measure::columns(&words) / 2);
            let start = start.min(columns.saturating_sub(measure::columns(&words)));
            canvas.write_row(start, &words, Ink::Quiet);
        }
    }
    canvas.write_key(&key::items(chart, &ready, charset));
    canvas
}

/// The title behind a small wave.
fn title(canvas: &mut Canvas, words: &str) {
    let wave = canvas.sign('≈', '~');
    for (position, line) in canvas.wrapped(words, 2).into_iter().enumerate() {
        let before = if position == 0 {
            format!("{wave} ")
        } else {
            "  ".to_owned()
        };
        let row = canvas.write_row(0, &before, Ink::Line);
        canvas.write(row, 2, &line, Ink::Strong);
    }
}

/// The panel's heading, and on the first panel the word for now above its line, with the heading on the side of it that
/// is large enough.
fn heading(canvas: &mut Canvas, chart: &Chart, ready: &ReadyChart<'_>, panel: &ReadyPanel<'_>, place: &Place) {
    let row = canvas.write_row(0, "", Ink::Quiet);
    let (mut column, mut widest) = (0, canvas.columns());
    let is_first = ready.panels.first().is_some_and(|first| std::ptr::eq(first, panel));
    if let (true, Some(at_ms), Some(now)) = (is_first, ready.now_ms, chart.now.as_ref()) {
        let words = text::shorten(&now.label, 12);
        let width = measure::columns(&words);
        let middle = place.left + panel::column_of(ready.range.share(at_ms), place.columns);
        let start = middle
            .saturating_sub(width / 2)
            .min(canvas.columns().saturating_sub(width));
        canvas.write(row, start, &words, Ink::Now);
        let (before, after) = (
            start.saturating_sub(2),
            canvas.columns().saturating_sub(start + width + 2),
        );
        widest = before;
        if measure::columns(&panel.panel.heading) > before && after > before {
            (column, widest) = (start + width + 2, after);
        }
    }
    let words = text::shorten(&panel.panel.heading, widest);
    canvas.write(row, column, &words, Ink::Quiet);
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 4 and 20 after the clamp"
)]
fn n_rows(panel: &ReadyPanel<'_>) -> usize {
    let height = panel.panel.height;
    let share = if height.is_finite() { height } else { 1.0 };
    (ROWS * share).round().clamp(4.0, 20.0) as usize
}

fn ticks_of(panel: &ReadyPanel<'_>, rows: usize, numbers: Numbers) -> Vec<ValueTick> {
    let n_wanted = if panel.grain == Grain::Whole {
        rows / 2
    } else {
        rows / 3
    };
    panel.ticks(n_wanted.max(2), numbers)
}

#[expect(clippy::cast_precision_loss, reason = "columns are few")]
fn axis_ticks(chart: &Chart, left: usize, n_plot: usize, right: usize, numbers: Numbers) -> Vec<TimeTick> {
    let room = Room {
        length: n_plot as f64,
        overhang: (left as f64, right as f64),
        gap: 2.0,
        width_of: &|label| measure::columns(label) as f64,
        numbers,
    };
    time_ticks(&chart.time, &room)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "columns are few"
)]
fn time_labels(canvas: &mut Canvas, ticks: &[TimeTick], left: usize) {
    let row = canvas.write_row(0, "", Ink::Quiet);
    let mut free_from = 0usize;
    for tick in ticks {
        let width = measure::columns(&tick.label);
        let start = (left as f64 + tick.middle - width as f64 / 2.0).round().max(0.0) as usize;
        let start = start.min(canvas.columns().saturating_sub(width));
        if start >= free_from {
            canvas.write(row, start, &tick.label, Ink::Quiet);
            free_from = start + width + 1;
        }
    }
}
