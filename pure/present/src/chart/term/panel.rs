//! One panel in characters: axis, shades, ranges, bars, lines and marks, in that order from back to front.

use super::canvas::{Canvas, Ink};
use super::key::Signs;
use super::{Place, WIDEST_LABEL};
use crate::chart::prepare::{ReadyChart, ReadyPanel, ReadySeries};
use crate::chart::samples::Run;
use crate::chart::scale::{TimeRange, ValueTick};
use crate::chart::spec::{Amount, Bar, Chart, MarkFill};
use crate::text;

/// A label right of the panel.
pub(super) struct EndLabel {
    pub(super) words: String,
    value: f64,
}

/// Names of lines that end at the right: plans, single lines and limits. Bands are named in the key.
pub(super) fn end_labels(panel: &ReadyPanel<'_>) -> Vec<EndLabel> {
    let mut labels = Vec::new();
    for series in &panel.series {
        if let ReadySeries::Line(line, runs) | ReadySeries::Steps(line, runs) = series
            && let (Some(words), Some(last)) = (&line.label, runs.last().and_then(|run| run.last()))
        {
            labels.push(EndLabel {
                words: words.clone(),
                value: last.middle,
            });
        }
    }
    for reference in &panel.references {
        labels.push(EndLabel {
            words: reference.label.clone(),
            value: reference.value,
        });
    }
    labels
}

pub(super) fn draw(
    canvas: &mut Canvas,
    chart: &Chart,
    ready: &ReadyChart<'_>,
    panel: &ReadyPanel<'_>,
    place: &Place,
    ticks: &[ValueTick],
) {
    canvas.add_rows(place.rows + 1);
    let plot = Plot {
        place,
        panel,
        range: ready.range,
        now_ms: ready.now_ms,
        signs: Signs::of(charset_of(canvas)),
    };
    plot.axis(canvas, ticks);
    for series in &panel.series {
        match series {
            ReadySeries::Band(_, runs) => plot.ranges(canvas, runs),
            ReadySeries::Bars(_, spans) => plot.bars(canvas, spans),
            ReadySeries::Dots(_, spans) => plot.dots(canvas, spans),
            ReadySeries::Line(..) | ReadySeries::Steps(..) | ReadySeries::Marks(..) => {}
        }
    }
    for series in &panel.series {
        match series {
            ReadySeries::Band(_, runs) | ReadySeries::Line(_, runs) => plot.lines(canvas, runs, Ink::Line),
            ReadySeries::Steps(_, runs) => plot.lines(canvas, runs, Ink::Own),
            ReadySeries::Bars(..) | ReadySeries::Dots(..) | ReadySeries::Marks(..) => {}
        }
    }
    plot.now(canvas);
    plot.references(canvas);
    plot.shades(canvas, chart);
    plot.notes(canvas);
    plot.marks(canvas);
    plot.labels(canvas);
}

fn charset_of(canvas: &Canvas) -> super::Charset {
    if canvas.is_ascii() {
        super::Charset::Ascii
    } else {
        super::Charset::Unicode
    }
}

/// The sign of the note at this position, from 1 to 9.
pub(super) fn note_sign(position: usize) -> char {
    u32::try_from(position + 1)
        .ok()
        .and_then(|number| char::from_digit(number, 10))
        .unwrap_or('*')
}

/// The column of a share of the axis.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "columns are few"
)]
pub(super) fn column_of(share: f64, n_columns: usize) -> usize {
    let column = (share.clamp(0.0, 1.0) * n_columns as f64).floor() as usize;
    column.min(n_columns.saturating_sub(1))
}

struct Plot<'a> {
    place: &'a Place,
    panel: &'a ReadyPanel<'a>,
    range: TimeRange,
    now_ms: Option<i64>,
    signs: Signs,
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "rows and columns are few"
)]
impl Plot<'_> {
    fn axis(&self, canvas: &mut Canvas, ticks: &[ValueTick]) {
        let axis_column = self.place.left - 1;
        let (upright, notch, corner, level) = (
            canvas.sign('│', '|'),
            canvas.sign('┤', '+'),
            canvas.sign('└', '+'),
            canvas.sign('─', '-'),
        );
        for row in self.place.top..self.foot() {
            canvas.put(row, axis_column, upright, Ink::Quiet);
        }
        canvas.put(self.foot(), axis_column, corner, Ink::Quiet);
        for column in 0..self.place.columns {
            canvas.put(self.foot(), self.place.left + column, level, Ink::Quiet);
        }
        let mut taken = Vec::new();
        for tick in ticks {
            let row = self.row_or_foot(tick.value);
            if taken.contains(&row) {
                continue;
            }
            taken.push(row);
            let label = text::shorten(&tick.label, axis_column.saturating_sub(1));
            let start = axis_column.saturating_sub(1 + label.chars().count());
            canvas.write(row, start, &label, Ink::Quiet);
            if row != self.foot() {
                canvas.put(row, axis_column, notch, Ink::Quiet);
            }
        }
    }

    /// Shades each cell whose middle lies in a range somewhere in its column.
    fn ranges(&self, canvas: &mut Canvas, runs: &[Run]) {
        for column in 0..self.place.columns {
            let extremes = self.extremes(runs, column);
            let n_ranges = extremes.len();
            for (position, (low, high)) in extremes.into_iter().enumerate() {
                let sign = if position == 0 && n_ranges > 1 {
                    self.signs.wide
                } else {
                    self.signs.narrow
                };
                for row in self.place.top..self.foot() {
                    let middle =
                        1.0 - (row - self.place.top) as f64 / self.place.rows as f64 - 0.5 / self.place.rows as f64;
                    if self.panel.values.share(low) <= middle && middle <= self.panel.values.share(high) {
                        canvas.put(row, self.place.left + column, sign, Ink::Range);
                    }
                }
            }
        }
    }

    /// The lowest and highest end of each range over the width of a column, widest first.
    fn extremes(&self, runs: &[Run], column: usize) -> Vec<(f64, f64)> {
        let n_columns = self.place.columns as f64;
        let (left, right) = (column as f64 / n_columns, (column + 1) as f64 / n_columns);
        let mut extremes: Vec<(f64, f64)> = Vec::new();
        let mut widen = |ranges: &[(f64, f64)]| {
            for (position, (low, high)) in ranges.iter().enumerate() {
                match extremes.get_mut(position) {
                    Some(known) => *known = (known.0.min(*low), known.1.max(*high)),
                    None => extremes.push((*low, *high)),
                }
            }
        };
        for run in runs {
            for pair in run.windows(2) {
                let (from, to) = (self.range.share(pair[0].at_ms), self.range.share(pair[1].at_ms));
                if to < left || from >= right {
                    continue;
                }
                let middle = if to > from {
                    ((left + right) / 2.0 - from) / (to - from)
                } else {
                    0.0
                }
                .clamp(0.0, 1.0);
                let between = pair[0].ranges.iter().zip(&pair[1].ranges);
                let at_middle: Vec<(f64, f64)> = between
                    .map(|(a, b)| (a.0 + (b.0 - a.0) * middle, a.1 + (b.1 - a.1) * middle))
                    .collect();
                widen(&at_middle);
            }
            for sample in run
                .iter()
                .filter(|sample| (left..right).contains(&self.range.share(sample.at_ms)))
            {
                widen(&sample.ranges);
            }
        }
        extremes
    }

    fn bars(&self, canvas: &mut Canvas, spans: &[Bar]) {
        let blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
        self.each_span(
            spans,
            |canvas: &mut Canvas, amount, columns, middle| {
                let Some(figure) = amount.figure().filter(|figure| *figure > 0.0) else {
                    self.state(canvas, amount, columns, middle);
                    return;
                };
                let eighths = (self.panel.values.share(figure) * self.place.rows as f64 * 8.0)
                    .round()
                    .max(1.0) as usize;
                let n_full = if canvas.is_ascii() {
                    eighths.div_ceil(8)
                } else {
                    eighths / 8
                };
                for column in columns {
                    for up in 0..n_full {
                        canvas.put(self.foot() - 1 - up, column, self.signs.bar, Ink::Line);
                    }
                    if !canvas.is_ascii() && !eighths.is_multiple_of(8) && n_full < self.place.rows {
                        canvas.put(self.foot() - 1 - n_full, column, blocks[eighths % 8 - 1], Ink::Line);
                    }
                }
                if matches!(amount, Amount::AtLeast(_)) {
                    let top = (self.foot() - 1)
                        .saturating_sub(eighths.div_ceil(8))
                        .max(self.place.top);
                    canvas.put(top, middle, self.signs.at_least, Ink::Strong);
                }
            },
            canvas,
        );
    }

    fn dots(&self, canvas: &mut Canvas, spans: &[Bar]) {
        self.each_span(
            spans,
            |canvas: &mut Canvas, amount, columns, middle| {
                let Some(figure) = amount.figure().filter(|figure| *figure > 0.0) else {
                    self.state(canvas, amount, columns, middle);
                    return;
                };
                let row = self.row_of(figure);
                canvas.put(row, middle, self.signs.dot, Ink::Line);
                if matches!(amount, Amount::AtLeast(_)) && row > self.place.top {
                    canvas.put(row - 1, middle, self.signs.at_least, Ink::Strong);
                }
            },
            canvas,
        );
    }

    /// The sign of a span without a figure.
    fn state(&self, canvas: &mut Canvas, amount: Amount, columns: std::ops::Range<usize>, middle: usize) {
        match amount {
            Amount::NoEntry => {
                for column in columns {
                    canvas.put(self.foot() - 1, column, self.signs.no_entry, Ink::Quiet);
                }
            }
            Amount::Unknown => canvas.put(self.foot() - 1, middle, self.signs.unknown, Ink::Strong),
            Amount::Zero | Amount::Known(_) | Amount::AtLeast(_) => {
                canvas.put(self.foot(), middle, self.signs.zero, Ink::Strong);
            }
        }
    }

    /// Calls for each span with its columns. Where several spans share a column, the one with the highest figure, and
    /// without figures the one that says most, stands for all.
    fn each_span(
        &self,
        spans: &[Bar],
        draw: impl Fn(&mut Canvas, Amount, std::ops::Range<usize>, usize),
        canvas: &mut Canvas,
    ) {
        let n_columns = self.place.columns;
        let mut drawn: Vec<(usize, usize, Amount)> = Vec::new();
        for span in spans {
            let first = column_of(self.range.share(span.from_ms), n_columns);
            let end = (self.range.share(span.to_ms) * n_columns as f64).round() as usize;
            let end = end.clamp(first + 1, n_columns.max(first + 1));
            match drawn.last_mut() {
                Some(last) if last.0 >= first => {
                    if rank(span.amount) > rank(last.2) {
                        last.2 = span.amount;
                    }
                    last.1 = last.1.max(end);
                }
                Some(last) if last.1 > first => {
                    last.1 = first;
                    drawn.push((first, end, span.amount));
                }
                _ => drawn.push((first, end, span.amount)),
            }
        }
        // Where there is room for gaps all bars are equally wide; where there is none they touch, because a gap between
        // them would look like a day without an entry.
        let narrowest = drawn.iter().map(|(first, end, _)| end - first).min().unwrap_or(1);
        for (first, end, amount) in drawn {
            let width = if narrowest >= 3 { narrowest - 1 } else { end - first };
            let start = self.place.left + first;
            let columns = start..start + width;
            let middle = columns.start + (columns.end - columns.start - 1) / 2;
            draw(canvas, amount, columns, middle);
        }
    }

    fn lines(&self, canvas: &mut Canvas, runs: &[Run], ink: Ink) {
        let (across, down) = if canvas.is_ascii() { (1, 1) } else { (2, 4) };
        let (n_across, n_down) = (self.place.columns * across, self.place.rows * down);
        for run in runs {
            let points: Vec<(i64, i64, bool)> = run
                .iter()
                .map(|sample| {
                    let x = (self.range.share(sample.at_ms) * n_across as f64)
                        .floor()
                        .min(n_across as f64 - 1.0);
                    let y = ((1.0 - self.panel.values.share(sample.middle)) * n_down as f64).floor();
                    let is_ahead = self.now_ms.is_some_and(|now_ms| sample.at_ms > now_ms);
                    (x as i64, y.min(n_down as f64 - 1.0) as i64, is_ahead)
                })
                .collect();
            if let [(x, y, _)] = points.as_slice() {
                self.line_dot(canvas, *x, *y, ink);
            }
            for pair in points.windows(2) {
                let is_ahead = pair[1].2 && ink != Ink::Own;
                for (x, y) in between((pair[0].0, pair[0].1), (pair[1].0, pair[1].1)) {
                    let is_in_gap = is_ahead && x.rem_euclid(2) == 1;
                    if !is_in_gap {
                        self.line_dot(canvas, x, y, ink);
                    }
                }
            }
        }
    }

    fn line_dot(&self, canvas: &mut Canvas, x: i64, y: i64, ink: Ink) {
        let (x, y) = (x.max(0) as usize, y.max(0) as usize);
        if canvas.is_ascii() {
            let sign = if ink == Ink::Own { '=' } else { self.signs.line };
            canvas.put(self.place.top + y, self.place.left + x, sign, ink);
        } else {
            canvas.dot(self.place.top * 4 + y, self.place.left * 2 + x, ink);
        }
    }

    fn now(&self, canvas: &mut Canvas) {
        let Some(at_ms) = self.now_ms else { return };
        let column = self.place.left + column_of(self.range.share(at_ms), self.place.columns);
        let sign = canvas.sign('│', '|');
        for row in self.place.top..self.foot() {
            canvas.put_behind(row, column, sign, Ink::Now);
        }
    }

    fn references(&self, canvas: &mut Canvas) {
        let sign = canvas.sign('╌', '-');
        for reference in &self.panel.references {
            let row = self.row_of(reference.value);
            for column in 0..self.place.columns {
                canvas.put_behind(row, self.place.left + column, sign, Ink::Own);
            }
        }
    }

    fn shades(&self, canvas: &mut Canvas, chart: &Chart) {
        for shade in &chart.shades {
            let Some((from_ms, to_ms)) = self.range.overlap(shade.from_ms, shade.to_ms) else {
                continue;
            };
            let first = column_of(self.range.share(from_ms), self.place.columns);
            let last = column_of(self.range.share(to_ms), self.place.columns).max(first + 1);
            for column in first..last {
                for row in (self.place.top..self.foot()).filter(|row| (row + column).is_multiple_of(3)) {
                    let sign = self.signs.of_shade(shade.kind);
                    canvas.put_behind(row, self.place.left + column, sign, Ink::Quiet);
                }
            }
        }
    }

    fn notes(&self, canvas: &mut Canvas) {
        for (position, note) in self.panel.notes.iter().enumerate() {
            let column = self.place.left + column_of(self.range.share(note.at_ms), self.place.columns);
            canvas.put(self.row_of(note.value), column, note_sign(position), Ink::Strong);
        }
    }

    fn marks(&self, canvas: &mut Canvas) {
        if !self.panel.has_marks() {
            return;
        }
        let row = canvas.write_row(0, "", Ink::Plain);
        for series in &self.panel.series {
            let ReadySeries::Marks(_, marks) = series else { continue };
            for mark in marks {
                let column = self.place.left + column_of(self.range.share(mark.at_ms), self.place.columns);
                let sign = match mark.fill {
                    MarkFill::Full => self.signs.dose,
                    MarkFill::Hollow => self.signs.unknown,
                };
                canvas.put(row, column, sign, Ink::Line);
            }
        }
    }

    /// Labels right of the plot, one to a row, as near to their lines as there is room.
    fn labels(&self, canvas: &mut Canvas) {
        let mut labels = end_labels(self.panel);
        labels.sort_by(|one, other| other.value.total_cmp(&one.value));
        let n_labels = labels.len();
        let mut free_from = self.place.top;
        for (position, label) in labels.into_iter().enumerate() {
            let n_left = n_labels - position - 1;
            let row = self
                .row_of(label.value)
                .max(free_from)
                .min(self.foot().saturating_sub(n_left));
            let words = text::shorten(&label.words, WIDEST_LABEL);
            canvas.write(row, self.place.left + self.place.columns + 1, &words, Ink::Own);
            free_from = row + 1;
        }
    }

    /// The row of the line at the foot.
    fn foot(&self) -> usize {
        self.place.top + self.place.rows
    }

    /// The row a value lies in, above the foot.
    fn row_of(&self, value: f64) -> usize {
        let down = ((1.0 - self.panel.values.share(value)) * self.place.rows as f64).floor() as usize;
        self.place.top + down.min(self.place.rows - 1)
    }

    fn row_or_foot(&self, value: f64) -> usize {
        if self.panel.values.share(value) * (self.place.rows as f64) < 0.05 {
            self.foot()
        } else {
            self.row_of(value)
        }
    }
}

/// Which of two spans in one column is shown.
fn rank(amount: Amount) -> (u8, u64) {
    match amount {
        Amount::NoEntry => (0, 0),
        Amount::Zero => (1, 0),
        Amount::Unknown => (2, 0),
        // Figures are never negative here, so their bits are in the order of their sizes.
        Amount::Known(figure) | Amount::AtLeast(figure) => (3, figure.max(0.0).to_bits()),
    }
}

/// The dots of a straight line, ends included.
fn between(from: (i64, i64), to: (i64, i64)) -> Vec<(i64, i64)> {
    let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs());
    (0..=steps)
        .map(|step| {
            let along = |start: i64, end: i64| {
                if steps == 0 {
                    start
                } else {
                    start + ((end - start) * step * 2 + steps * (end - start).signum()) / (steps * 2)
                }
            };
            (along(from.0, to.0), along(from.1, to.1))
        })
        .collect()
}
