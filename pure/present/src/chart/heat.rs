//! A calendar of days as a scene: a column for each week, Monday at the top, cut into rows of months on a narrow page.
//!
//! The five states of a day differ in shape, not in color alone: a speck, waves, a ring, and squares that grow with the
//! amount; "at least" is a square in a frame.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::draw::{Swatch, key_rows, title};
use super::measure;
use super::prepare::StatesSeen;
use super::scene::{Anchor, Bounds, Circle, Group, Node, Rect, Role, Scene, Style, Text};
use super::spec::{Amount, Calendar, CalendarDay};
use super::svg::Heading;
use crate::number::{HourStyle, Numbers};

/// Weeks drawn at most: two years and a little.
const MOST_WEEKS: i64 = 107;
/// A day's square is at least this large, so that it can be touched on with a look.
const SMALLEST_CELL: f64 = 11.0;
const LARGEST_CELL: f64 = 22.0;
const MARGIN: f64 = 8.0;
const MONTHS_HEIGHT: f64 = 17.0;
/// Sizes of the squares as shares of a cell, smallest amounts first.
const LEVELS: [(Style, f64); 4] = [
    (Style::DayLevel1, 0.42),
    (Style::DayLevel2, 0.58),
    (Style::DayLevel3, 0.74),
    (Style::DayLevel4, 0.92),
];

/// The days of a calendar in order, with what is known of each, and the limits between its four levels.
pub(super) struct Days {
    pub(super) first_monday: Date,
    pub(super) n_weeks: i64,
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) days: Vec<CalendarDay>,
    /// Amounts up to `limits[0]` are level 0, up to `limits[1]` level 1, and so on; the last is the highest amount.
    pub(super) limits: [f64; 4],
    pub(super) seen: StatesSeen,
}

impl Days {
    pub(super) fn of(calendar: &Calendar) -> Self {
        let from = calendar.from.min(calendar.to);
        let first_monday = from.saturating_sub(i64::from(from.weekday().to_monday_zero_offset()).days());
        let last = first_monday.saturating_add((MOST_WEEKS * 7 - 1).days());
        let to = calendar.to.max(calendar.from).min(last);
        let n_weeks = first_monday.duration_until(to).as_hours() / 24 / 7 + 1;
        let mut known: Vec<CalendarDay> = calendar
            .days
            .iter()
            .filter(|day| (from..=to).contains(&day.date))
            .copied()
            .collect();
        known.sort_by_key(|day| day.date);
        let mut seen = StatesSeen::default();
        let days: Vec<CalendarDay> = from
            .series(1.day())
            .take_while(|date| *date <= to)
            .map(|date| {
                // Of two entries for one day the later in the list counts.
                let end = known.partition_point(|day| day.date <= date);
                let found = end
                    .checked_sub(1)
                    .and_then(|position| known.get(position))
                    .filter(|day| day.date == date);
                let amount = found.map_or(Amount::NoEntry, |day| day.amount.sane());
                seen.note(amount);
                CalendarDay { date, amount }
            })
            .collect();
        let limits = limits(&days);
        Self {
            first_monday,
            n_weeks,
            from,
            to,
            days,
            limits,
            seen,
        }
    }

    /// Which of the four levels an amount is in, 0 the lowest.
    pub(super) fn level(&self, figure: f64) -> usize {
        self.limits
            .iter()
            .position(|limit| figure <= *limit)
            .unwrap_or(self.limits.len() - 1)
    }

    /// Week from the first Monday, and weekday from Monday.
    pub(super) fn place(&self, date: Date) -> (i64, i8) {
        let n_days = self.first_monday.duration_until(date).as_hours() / 24;
        (n_days.div_euclid(7), date.weekday().to_monday_zero_offset())
    }

    /// Whether any amount was known.
    pub(super) fn has_figures(&self) -> bool {
        self.days
            .iter()
            .any(|day| day.amount.figure().is_some_and(|figure| figure > 0.0))
    }
}

/// Four equal steps up to a round number at or above the highest amount.
fn limits(days: &[CalendarDay]) -> [f64; 4] {
    let highest = days
        .iter()
        .filter_map(|day| day.amount.figure())
        .fold(0.0, f64::max)
        .clamp(1e-6, super::scale::LARGEST);
    let power = 10f64.powf((highest / 4.0).log10().floor());
    let step = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0]
        .into_iter()
        .map(|factor| factor * power);
    let step = step
        .into_iter()
        .find(|step| step * 4.0 >= highest * (1.0 - 1e-9))
        .unwrap_or(power * 10.0);
    [step, step * 2.0, step * 3.0, step * 4.0]
}

/// What the four levels hold, for a key: `up to 2 g`, then `to 4 g` and so on would be long; the highest of each is said.
pub(super) fn level_names(days: &Days, unit: &str, numbers: Numbers) -> [String; 4] {
    let mut low = String::from("0");
    days.limits.map(|limit| {
        let high = numbers.estimate(limit);
        let name = format!("{low}–{high} {unit}");
        low = high;
        name
    })
}

pub(super) fn scene(calendar: &Calendar, width: f64, heading: Heading) -> Scene {
    let days = Days::of(calendar);
    let numbers = Numbers::new(calendar.language, HourStyle::TwentyFour);
    let (mut nodes, top) = title(&calendar.title, width, MARGIN, heading);
    let grid = Grid::placed(&days, width, top, numbers);
    nodes.push(weekdays(&grid, &days, numbers));
    nodes.push(months(&grid, &days, numbers, width - MARGIN));
    for day in &days.days {
        nodes.push(day_node(&grid, &days, day, calendar, numbers));
    }
    let (key, foot) = key_rows(
        &key_items(calendar, &days, &grid, numbers),
        MARGIN,
        grid.foot(),
        width - MARGIN,
    );
    nodes.push(key);
    let height = (foot + MARGIN).ceil();
    if heading == Heading::Drawn {
        nodes.insert(
            0,
            Node::Rect(Rect {
                x: 0.0,
                y: 0.0,
                width,
                height,
                corner: 0.0,
                style: Style::Paper,
            }),
        );
    }
    Scene {
        width,
        height,
        title: calendar.title.clone(),
        description: calendar.description.clone(),
        nodes,
    }
}

/// Where the squares are.
struct Grid {
    cell: f64,
    left: f64,
    top: f64,
    weeks_per_block: i64,
    n_blocks: i64,
}

/// The space of each day on a drawing of this width, as [`scene`] draws it.
pub(super) fn squares(calendar: &Calendar, days: &Days, width: f64, heading: Heading) -> Vec<Bounds> {
    let numbers = Numbers::new(calendar.language, HourStyle::TwentyFour);
    let (_, top) = title(&calendar.title, width, MARGIN, heading);
    let grid = Grid::placed(days, width, top, numbers);
    let square = |day: &CalendarDay| {
        let (left, top) = grid.corner(days.place(day.date));
        Bounds {
            left,
            top,
            right: left + grid.cell,
            bottom: top + grid.cell,
        }
    };
    days.days.iter().map(square).collect()
}

/// What is said of a day.
pub(super) fn day_said(amount: Amount, calendar: &Calendar, numbers: Numbers) -> String {
    let states = &calendar.states;
    let figure = |figure: f64| numbers.amount_exact(Some(figure), &calendar.unit);
    match amount {
        Amount::NoEntry => states.no_entry.clone(),
        Amount::Unknown => states.unknown.clone(),
        Amount::Zero => states.zero.clone(),
        Amount::AtLeast(amount) => format!("{} {}", states.at_least, figure(amount)),
        Amount::Known(amount) => figure(amount),
    }
}

impl Grid {
    fn placed(days: &Days, width: f64, top: f64, numbers: Numbers) -> Self {
        let weekday_width = measure::width(numbers.weekday_short(days.first_monday), Style::TickText) + 8.0;
        let left = MARGIN + weekday_width;
        Self::of(days.n_weeks, width - left - MARGIN, left, top)
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "weeks and pixels are small"
    )]
    fn of(n_weeks: i64, available: f64, left: f64, top: f64) -> Self {
        let most_per_block = ((available / SMALLEST_CELL).floor() as i64).max(1);
        let n_blocks = (n_weeks + most_per_block - 1) / most_per_block;
        let weeks_per_block = ((n_weeks + n_blocks - 1) / n_blocks).max(1);
        let cell = (available / weeks_per_block as f64).clamp(4.0, LARGEST_CELL);
        Self {
            cell,
            left,
            top,
            weeks_per_block,
            n_blocks,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "weeks are few")]
    fn corner(&self, (week, weekday): (i64, i8)) -> (f64, f64) {
        let (block, column) = (
            week.div_euclid(self.weeks_per_block),
            week.rem_euclid(self.weeks_per_block),
        );
        let x = self.left + column as f64 * self.cell;
        (
            x,
            self.block_top(block) + MONTHS_HEIGHT + f64::from(weekday) * self.cell,
        )
    }

    #[expect(clippy::cast_precision_loss, reason = "blocks are few")]
    fn block_top(&self, block: i64) -> f64 {
        self.top + block as f64 * (MONTHS_HEIGHT + self.cell * 7.0 + 8.0)
    }

    fn foot(&self) -> f64 {
        self.block_top(self.n_blocks) - 8.0
    }
}

/// Every second weekday is named; all seven would touch.
fn weekdays(grid: &Grid, days: &Days, numbers: Numbers) -> Node {
    let style = Style::TickText;
    let mut nodes = Vec::new();
    for block in 0..grid.n_blocks {
        for weekday in [0i8, 2, 4] {
            let name = numbers.weekday_short(days.first_monday.saturating_add(i64::from(weekday).days()));
            let (_, top) = grid.corner((block * grid.weeks_per_block, weekday));
            let y = top + grid.cell / 2.0 + style.size() * 0.35;
            nodes.push(Node::Text(Text {
                x: MARGIN,
                y,
                anchor: Anchor::Start,
                content: name.to_owned(),
                style,
            }));
        }
    }
    Node::Group(Group {
        role: Role::ValueAxis,
        label: None,
        nodes,
    })
}

/// A month is named above the week of its first day; January is named by its year.
fn months(grid: &Grid, days: &Days, numbers: Numbers, right: f64) -> Node {
    let style = Style::TickText;
    let mut nodes = Vec::new();
    let mut last: Option<Text> = None;
    let starts = days
        .from
        .first_of_month()
        .series(1.month())
        .take_while(|date| *date <= days.to);
    for start in starts {
        let date = start.max(days.from);
        let content = if start.month() == 1 {
            start.year().to_string()
        } else {
            numbers.month_short(start).to_owned()
        };
        let (x, top) = grid.corner((days.place(date).0, 0));
        let text = Text {
            x,
            y: top - 5.0,
            anchor: Anchor::Start,
            content,
            style,
        };
        let gap = super::scene::Bounds {
            right: text.bounds().right + 4.0,
            ..text.bounds()
        };
        let touches = last.as_ref().is_some_and(|last| {
            last.bounds().meets(gap) || last.bounds().right + 4.0 > text.x && (last.y - text.y).abs() < 1.0
        });
        if touches || text.bounds().right > right + MARGIN {
            continue;
        }
        last = Some(text.clone());
        nodes.push(Node::Text(text));
    }
    Node::Group(Group {
        role: Role::TimeAxis,
        label: None,
        nodes,
    })
}

fn day_node(grid: &Grid, days: &Days, day: &CalendarDay, calendar: &Calendar, numbers: Numbers) -> Node {
    let (x, y) = grid.corner(days.place(day.date));
    let middle = (x + grid.cell / 2.0, y + grid.cell / 2.0);
    let square = |share: f64, style: Style| {
        let size = grid.cell * share;
        let (x, y) = (middle.0 - size / 2.0, middle.1 - size / 2.0);
        Node::Rect(Rect {
            x,
            y,
            width: size,
            height: size,
            corner: (size * 0.2).min(3.0),
            style,
        })
    };
    let date = numbers.date_short(day.date);
    let said = day_said(day.amount, calendar, numbers);
    let nodes = match day.amount {
        Amount::NoEntry => vec![speck(middle)],
        Amount::Unknown => vec![square(0.92, Style::Waves)],
        Amount::Zero => {
            let radius = grid.cell * 0.3;
            let ring = Circle {
                x: middle.0,
                y: middle.1,
                radius,
                style: Style::DayFrame,
            };
            vec![Node::Circle(ring)]
        }
        Amount::AtLeast(figure) => {
            let (style, share) = LEVELS[days.level(figure)];
            vec![square(share * 0.78, style), square(0.9, Style::DayFrame)]
        }
        Amount::Known(figure) => {
            let (style, share) = LEVELS[days.level(figure)];
            vec![square(share, style)]
        }
    };
    Node::Group(Group {
        role: Role::Item,
        label: Some(format!("{date}: {said}")),
        nodes,
    })
}

fn speck(middle: (f64, f64)) -> Node {
    Node::Circle(Circle {
        x: middle.0,
        y: middle.1,
        radius: 0.9,
        style: Style::DayEmpty,
    })
}

fn key_items(calendar: &Calendar, days: &Days, grid: &Grid, numbers: Numbers) -> Vec<(Swatch, String)> {
    let mut items = Vec::new();
    if days.has_figures() {
        let names = level_names(days, &calendar.unit, numbers);
        for ((style, share), name) in LEVELS.into_iter().zip(names) {
            items.push((Swatch::Square(style, share * grid.cell.min(13.0)), name));
        }
    }
    let states = [
        (days.seen.at_least, Swatch::Framed, &calendar.states.at_least),
        (days.seen.unknown, Swatch::Patch(Style::Waves), &calendar.states.unknown),
        (days.seen.zero, Swatch::Ring, &calendar.states.zero),
        (
            days.seen.no_entry,
            Swatch::Square(Style::DayEmpty, 2.0),
            &calendar.states.no_entry,
        ),
    ];
    items.extend(
        states
            .into_iter()
            .filter(|(is_seen, ..)| *is_seen)
            .map(|(_, swatch, name)| (swatch, name.clone())),
    );
    items
}
