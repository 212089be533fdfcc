//! Laws that every picture keeps, whatever numbers it is given.

use ebb_present::chart::palette::Tint;
use ebb_present::chart::scale::{Grain, Room, TimeRange, ValueRange, time_ticks, value_ticks};
use ebb_present::chart::scene::{Bounds, Node, Role, Scene, Style};
use ebb_present::chart::spec::*;
use ebb_present::chart::{LocalClock, svg, term};
use ebb_present::number::{HourStyle, Language, Numbers};
use jiff::civil::date;
use proptest::prelude::*;

use crate::examples::{self, DAY, HOUR, NOW};

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => 0.0..100.0f64,
        1 => any::<f64>(),
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(0.0), Just(-3.0), Just(1e300)],
    ]
}

fn any_instant() -> impl Strategy<Value = i64> {
    prop_oneof![8 => NOW - 400 * DAY..NOW + 40 * DAY, 1 => any::<i64>(), 1 => Just(NOW)]
}

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-z ]{0,30}", 1 => any::<String>(), 1 => Just("<b>&\u{202e}\u{1b}[2J".to_owned())]
}

fn any_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        4 => any_value().prop_map(Amount::Known),
        1 => any_value().prop_map(Amount::AtLeast),
        1 => Just(Amount::Unknown),
        1 => Just(Amount::Zero),
        1 => Just(Amount::NoEntry),
    ]
}

fn any_series() -> impl Strategy<Value = Series> {
    let points = prop::collection::vec((any_instant(), prop::option::of(any_value())), 0..20);
    let line = (points, any_words(), prop::option::of(any_words()))
        .prop_map(|(points, name, label)| Line {
            name,
            points: points
                .into_iter()
                .map(|(at_ms, value)| Point { at_ms, value })
                .collect(),
            label,
        })
        .boxed();
    let band_point = (
        any_instant(),
        prop::option::of(any_value()),
        prop::collection::vec((any_value(), any_value()), 0..4),
    );
    let band =
        (prop::collection::vec(band_point, 0..20), any_words(), any::<bool>()).prop_map(|(points, name, wet)| Band {
            name: name.clone(),
            points: points
                .into_iter()
                .map(|(at_ms, middle, ranges)| BandPoint { at_ms, middle, ranges })
                .collect(),
            labels: vec![name.clone(), "5 in 10".into()],
            middle_label: Some(name),
            water: if wet { Water::UpToNow } else { Water::None },
        });
    let bar = (any_instant(), 0..3 * DAY, any_amount());
    let bars = prop::collection::vec(bar, 0..20)
        .prop_map(|bars| Bars {
            name: "grams".into(),
            bars: bars
                .into_iter()
                .map(|(from_ms, length_ms, amount)| Bar {
                    from_ms,
                    to_ms: from_ms.saturating_add(length_ms),
                    amount,
                })
                .collect(),
            states: StateNames::english(),
        })
        .boxed();
    let mark = (any_instant(), any::<bool>(), any_words());
    let marks = prop::collection::vec(mark, 0..12).prop_map(|marks| Marks {
        name: "dose".into(),
        hollow_name: "dose, amount unknown".into(),
        marks: marks
            .into_iter()
            .map(|(at_ms, full, label)| Mark {
                at_ms,
                fill: if full { MarkFill::Full } else { MarkFill::Hollow },
                label,
            })
            .collect(),
    });
    prop_oneof![
        line.clone().prop_map(Series::Line),
        line.prop_map(Series::Steps),
        band.prop_map(Series::Band),
        bars.clone().prop_map(Series::Bars),
        bars.prop_map(Series::Dots),
        marks.prop_map(Series::Marks),
    ]
}

fn any_panel() -> impl Strategy<Value = Panel> {
    let scale = prop_oneof![
        any_value().prop_map(|at_least| ValueScale::FromZero { at_least }),
        (any_value(), any_value()).prop_map(|(low, high)| ValueScale::Between { low, high }),
        Just(ValueScale::Log),
    ];
    let references = prop::collection::vec((any_value(), any_words()), 0..3);
    let span = prop::option::of((any_instant(), any_instant()));
    let notes = prop::collection::vec((any_instant(), span, any_value(), any_words()), 0..3);
    let series = prop::collection::vec(any_series(), 0..3);
    (any_words(), any_value(), scale, series, references, notes).prop_map(
        |(heading, height, scale, series, references, notes)| Panel {
            heading,
            measure: Measure::plain(),
            height,
            scale,
            series,
            references: references
                .into_iter()
                .map(|(value, label)| Reference { value, label })
                .collect(),
            notes: notes
                .into_iter()
                .map(|(at_ms, span_ms, value, label)| Note {
                    at_ms,
                    span_ms,
                    value,
                    label,
                })
                .collect(),
        },
    )
}

fn any_axis() -> impl Strategy<Value = TimeAxis> {
    let labels = prop_oneof![
        2 => Just(TimeLabels::Calendar),
        1 => any_instant().prop_map(|origin_ms| TimeLabels::DaysSince { origin_ms }),
    ];
    let to_ms = prop_oneof![1 => any_instant(), 2 => (1i64..2_000).prop_map(|hours| NOW + hours * HOUR)];
    let changes = -50_000..50_000i32;
    (
        prop_oneof![Just(NOW), any_instant()],
        to_ms,
        labels,
        prop::option::of(any_words()),
        changes,
        any::<bool>(),
    )
        .prop_map(|(from_ms, to_ms, labels, title, offset_s, is_twelve)| TimeAxis {
            from_ms,
            to_ms,
            labels,
            title,
            clock: LocalClock::fixed(offset_s),
            hours: if is_twelve {
                HourStyle::Twelve
            } else {
                HourStyle::TwentyFour
            },
        })
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let kind = prop_oneof![
        Just(ShadeKind::NoEntries),
        Just(ShadeKind::Unknown),
        Just(ShadeKind::Asleep)
    ];
    let shades = prop::collection::vec((any_instant(), any_instant(), kind, any_words()), 0..3);
    let now = prop::option::of((any_instant(), any_words()));
    (
        any_words(),
        any_axis(),
        prop::collection::vec(any_panel(), 0..3),
        now,
        shades,
    )
        .prop_map(|(title, time, panels, now, shades)| Chart {
            description: title.clone(),
            title,
            time,
            panels,
            now: now.map(|(at_ms, label)| Moment { at_ms, label }),
            shades: shades
                .into_iter()
                .map(|(from_ms, to_ms, kind, label)| Shade {
                    from_ms,
                    to_ms,
                    kind,
                    label,
                })
                .collect(),
            language: Language::English,
        })
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let days = prop::collection::vec((-20..800i64, any_amount()), 0..60);
    (0..40_000i64, -10..1_000i64, days, any_words()).prop_map(|(first, length, days, unit)| {
        let from = date(1950, 1, 1).saturating_add(jiff::ToSpan::days(first));
        let on = |offset: i64| from.saturating_add(jiff::ToSpan::days(offset));
        Calendar {
            title: "The year".into(),
            description: "A year.".into(),
            from,
            to: on(length),
            days: days
                .into_iter()
                .map(|(offset, amount)| CalendarDay {
                    date: on(offset),
                    amount,
                })
                .collect(),
            unit,
            states: StateNames::english(),
            language: Language::English,
        }
    })
}

pub(crate) fn any_spec() -> impl Strategy<Value = Spec> {
    prop_oneof![4 => any_chart().prop_map(Spec::Chart), 1 => any_calendar().prop_map(Spec::Calendar)]
}

/// Every shape that is not a group, wherever it is.
fn shapes(nodes: &[Node]) -> Vec<&Node> {
    nodes
        .iter()
        .flat_map(|node| match node {
            Node::Group(group) => shapes(&group.nodes),
            shape => vec![shape],
        })
        .collect()
}

fn labels_of(scene: &Scene, role: Role) -> Vec<Vec<Bounds>> {
    scene
        .nodes
        .iter()
        .filter_map(|node| match node {
            Node::Group(group) if group.role == role => Some(
                group
                    .nodes
                    .iter()
                    .filter_map(|node| match node {
                        Node::Text(text) => Some(text.bounds()),
                        _ => None,
                    })
                    .collect(),
            ),
            _ => None,
        })
        .collect()
}

fn check_scene(scene: &Scene) -> Result<(), TestCaseError> {
    let paper = Bounds {
        left: 0.0,
        top: 0.0,
        right: scene.width,
        bottom: scene.height,
    };
    for shape in shapes(&scene.nodes) {
        if let Some(bounds) = shape.bounds() {
            let sides = [bounds.left, bounds.top, bounds.right, bounds.bottom];
            prop_assert!(sides.iter().all(|side| side.is_finite()), "not a number: {:?}", shape);
            prop_assert!(bounds.is_within(paper), "leaves {:?}: {:?} {:?}", paper, bounds, shape);
        }
    }
    let above: Vec<Bounds> = [Role::Heading, Role::References]
        .into_iter()
        .flat_map(|role| labels_of(scene, role))
        .flatten()
        .collect();
    for (position, one) in above.iter().enumerate() {
        prop_assert!(
            !above[position + 1..].iter().any(|other| one.meets(*other)),
            "headings touch: {:?}",
            above
        );
    }
    for role in [Role::TimeAxis, Role::ValueAxis, Role::Key, Role::EndLabels, Role::Notes] {
        for labels in labels_of(scene, role) {
            for (position, one) in labels.iter().enumerate() {
                for other in &labels[position + 1..] {
                    prop_assert!(!one.meets(*other), "{:?} labels touch: {:?} {:?}", role, one, other);
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_shape_leaves_its_drawing_and_no_axis_labels_touch(spec in any_spec(), width in 280u16..1_600) {
        for options in [svg::Options::page(width, "a"), svg::Options::file(width, "a")] {
            check_scene(&svg::scene(&spec, &options))?;
        }
    }

    #[test]
    fn any_numbers_give_a_picture_without_nonsense_in_it(spec in any_spec(), width in 0u16..2_000) {
        let drawn = svg::draw(&spec, &svg::Options::page(width, "a"));
        let coordinates: String = drawn.split('<').filter(|tag| !tag.starts_with("t") && !tag.starts_with("desc")).collect();
        for nonsense in ["NaN", "inf", "script", "style="] {
            prop_assert!(!coordinates.contains(nonsense), "{} in {}", nonsense, coordinates);
        }
        prop_assert_eq!(drawn.matches("<g").count(), drawn.matches("</g>").count());
        prop_assert!(!drawn.chars().any(|character| character.is_control() && character != '\n'));
    }

    #[test]
    fn a_terminal_chart_keeps_to_its_columns_and_its_characters(spec in any_spec(), columns in 40u16..=120) {
        for options in [term::Options::plain(columns), term::Options::ascii(columns)] {
            let drawn = term::draw(&spec, &options);
            for line in drawn.lines() {
                prop_assert!(line.chars().count() <= usize::from(columns), "too wide: {:?}", line);
                prop_assert!(!line.chars().any(char::is_control), "commands: {:?}", line);
                prop_assert!(options.charset == term::Charset::Unicode || line.is_ascii(), "not ASCII: {:?}", line);
            }
        }
    }

    #[test]
    fn color_adds_nothing_but_color(spec in any_spec()) {
        let plain = term::draw(&spec, &term::Options::plain(80));
        let colored = term::draw(&spec, &term::Options { color: term::Color::Ansi, ..term::Options::plain(80) });
        let mut stripped = String::new();
        let mut rest = colored.as_str();
        while let Some((before, after)) = rest.split_once('\u{1b}') {
            stripped.push_str(before);
            rest = after.split_once('m').map_or("", |(_, after)| after);
        }
        stripped.push_str(rest);
        prop_assert_eq!(stripped, plain);
    }

    #[test]
    fn a_value_range_is_never_upside_down_and_its_ticks_lie_inside(
        values in prop::collection::vec(any_value(), 0..20), at_least in any_value(), n_wanted in 1usize..9, is_log in any::<bool>(),
    ) {
        let scale = if is_log { ValueScale::Log } else { ValueScale::FromZero { at_least } };
        let range = ValueRange::of(scale, values.into_iter(), 0.1);
        prop_assert!(range.low < range.high);
        let ticks = value_ticks(range, n_wanted, Grain::Any, Numbers::new(Language::English, HourStyle::TwentyFour));
        prop_assert!(ticks.windows(2).all(|pair| pair[0].value < pair[1].value && pair[0].label != pair[1].label));
        let slack = (range.high - range.low) * 1e-6;
        prop_assert!(ticks.iter().all(|tick| tick.value >= range.low - slack && tick.value <= range.high + slack));
        prop_assert!(is_log || !ticks.is_empty());
    }

    #[test]
    fn time_ticks_are_in_order_and_inside_for_any_range(axis in any_axis(), length in 20.0..2_000.0f64) {
        let room = Room {
            length,
            overhang: (10.0, 10.0),
            gap: 4.0,
            width_of: &|label| label.chars().count() as f64 * 6.0,
            numbers: Numbers::new(Language::English, axis.hours),
        };
        let ticks = time_ticks(&axis, &room);
        for pair in ticks.windows(2) {
            prop_assert!(pair[0].at_ms < pair[1].at_ms);
            let half = |label: &str| label.chars().count() as f64 * 3.0;
            prop_assert!(pair[1].middle - half(&pair[1].label) >= pair[0].middle + half(&pair[0].label));
        }
        let range = TimeRange::of(&axis);
        prop_assert!(range.from_ms < range.to_ms);
        prop_assert!(ticks.iter().all(|tick| (-10.1..=length + 10.1).contains(&tick.middle)));
    }
}

#[test]
fn a_drawing_is_the_same_every_time() {
    for (name, spec) in examples::all() {
        let options = svg::Options::file(640, name);
        assert_eq!(svg::draw(&spec, &options), svg::draw(&spec, &options));
    }
}

#[test]
fn a_drawing_points_to_nothing_outside_itself() {
    for (name, spec) in examples::all() {
        let drawn = svg::draw(&spec, &svg::Options::file(640, name));
        assert_eq!(drawn.matches("http").count(), 1, "only the name space in {name}");
        for outside in [
            "@import",
            "href",
            "src=",
            "<script",
            "<foreignObject",
            "<image",
            " style=\"",
        ] {
            assert!(!drawn.contains(outside), "{outside} in {name}");
        }
        assert!(drawn.contains("<title id=") && drawn.contains("<desc id=") && drawn.contains("role=\"img\""));
        assert_eq!(
            drawn.matches("url(").count(),
            drawn.matches(&format!("url(#{name}-")).count()
        );
    }
}

#[test]
fn a_year_of_levels_stays_a_small_drawing() {
    let mut chart = examples::level();
    chart.time.from_ms = NOW - 365 * DAY;
    let points = (0..365 * 240i64).map(|step| {
        let middle = 40.0 + (step % 97) as f64;
        BandPoint::new(
            NOW - 365 * DAY + step * HOUR / 10,
            middle,
            &[(middle * 0.6, middle * 1.5), (middle * 0.8, middle * 1.2)],
        )
    });
    if let Series::Band(band) = &mut chart.panels[0].series[0] {
        band.points = points.collect();
    }
    let drawn = svg::draw(&Spec::Chart(chart), &svg::Options::page(360, "year"));
    assert!(drawn.len() < 150_000, "{} bytes", drawn.len());
}

#[test]
fn a_gap_is_a_gap_and_not_a_line_to_zero() {
    let mut chart = examples::level();
    let level = |hours: i64, value: Option<f64>| Point {
        at_ms: NOW + hours * HOUR,
        value,
    };
    let points = vec![
        level(-30, Some(50.0)),
        level(-20, Some(50.0)),
        level(-15, None),
        level(-10, Some(50.0)),
        level(-2, Some(50.0)),
    ];
    chart.panels[0].series = vec![Series::Line(Line {
        name: "level".into(),
        points,
        label: None,
    })];
    chart.shades.clear();
    let scene = svg::scene(&Spec::Chart(chart), &svg::Options::page(600, "gap"));
    let lines: Vec<Bounds> = shapes(&scene.nodes)
        .into_iter()
        .filter(|node| matches!(node, Node::Path(path) if path.style == Style::ThinLine))
        .filter_map(Node::bounds)
        .collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].right < lines[1].left);
    assert!((lines[0].top - lines[0].bottom).abs() < 0.01 && (lines[0].top - lines[1].top).abs() < 0.01);
}

#[test]
fn the_five_states_of_a_day_look_different_without_color() {
    let amounts = [
        Amount::NoEntry,
        Amount::Unknown,
        Amount::Zero,
        Amount::AtLeast(4.0),
        Amount::Known(4.0),
    ];
    let mut drawn_days = Vec::new();
    for amount in amounts {
        let mut chart = examples::daily(5);
        chart.panels.truncate(1);
        chart.panels[0].references.clear();
        if let Series::Bars(bars) = &mut chart.panels[0].series[0] {
            for bar in &mut bars.bars {
                bar.amount = Amount::Known(4.0);
            }
            bars.bars[2].amount = amount;
        }
        let terminal = term::draw(&Spec::Chart(chart.clone()), &term::Options::ascii(60));
        let scene = svg::scene(&Spec::Chart(chart), &svg::Options::page(600, "day"));
        let kinds: Vec<String> = shapes(&scene.nodes)
            .into_iter()
            .map(|shape| match shape {
                Node::Rect(rect) => format!("rect {}", rect.style.name()),
                Node::Circle(circle) => format!("circle {}", circle.style.name()),
                Node::Path(path) => format!("path {}", path.style.name()),
                Node::Text(text) => text.content.clone(),
                Node::Group(_) => String::new(),
            })
            .collect();
        for (other_kinds, other_terminal) in &drawn_days {
            assert_ne!(&kinds, other_kinds, "{amount:?} looks like another state on a page");
            assert_ne!(
                &terminal, other_terminal,
                "{amount:?} looks like another state in a terminal"
            );
        }
        drawn_days.push((kinds, terminal));
    }
}

#[test]
fn midnights_follow_the_clocks_of_the_place() {
    // Clocks go forward on 2026-03-29 at 02:00 in a place one hour east: the day has 23 hours.
    let change_ms = 1_774_746_000_000;
    let zone_before = LocalClock::fixed(3_600);
    assert_eq!(zone_before.civil(change_ms - 1).to_string(), "2026-03-29T01:59:59.999");
    let zone = jiff::tz::TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
    let clock = LocalClock::from_zone(&zone, change_ms - 30 * DAY, change_ms + 30 * DAY);
    assert_eq!(clock.civil(change_ms).to_string(), "2026-03-29T03:00:00");
    let (sunday, monday) = (clock.start_of(date(2026, 3, 29)), clock.start_of(date(2026, 3, 30)));
    assert_eq!(monday - sunday, 23 * HOUR);
    // 02:30 was skipped; the skip itself stands for it.
    assert_eq!(clock.instant(date(2026, 3, 29).at(2, 30, 0, 0)), change_ms);
}

#[test]
fn hostile_words_are_text_in_every_picture() {
    let hostile = "</title><script>alert(1)</script>\u{1b}[31m\u{202e}";
    let mut chart = examples::withdrawal();
    chart.title = hostile.into();
    chart.description = hostile.into();
    chart.panels[0].heading = hostile.into();
    chart.panels[0].notes[0].label = hostile.into();
    let spec = Spec::Chart(chart);
    let drawn = svg::draw(&spec, &svg::Options::file(900, "\"><script>"));
    assert!(!drawn.contains("<script") && !drawn.contains('\u{1b}') && !drawn.contains('\u{202e}'));
    assert!(drawn.contains("id=\"script-title\""));
    let terminal = term::draw(&spec, &term::Options::plain(120));
    assert!(terminal.contains("<U+001B>") && !terminal.contains('\u{1b}') && !terminal.contains('\u{202e}'));
}

/// Relative luminance of a color (WCAG 2.2).
fn luminance(color: &str) -> f64 {
    let channel = |from: usize| {
        let share = f64::from(u8::from_str_radix(&color[from..from + 2], 16).unwrap()) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_and_marks_stand_out_by_day_and_by_night() {
    for value in [Tint::light as fn(Tint) -> &'static str, Tint::dark] {
        let paper = value(Tint::Paper);
        for text in [Tint::Ink, Tint::Quiet, Tint::Now, Tint::Own] {
            for ground in [Tint::Paper, Tint::Veil] {
                let ratio = contrast(value(text), value(ground));
                assert!(ratio >= 4.5, "{text:?} on {ground:?}: {ratio:.2}");
            }
        }
        for mark in [Tint::Deep, Tint::Bar, Tint::Edge, Tint::Now, Tint::Own, Tint::Missing] {
            let ratio = contrast(value(mark), paper);
            assert!(ratio >= 3.0, "{mark:?} on paper: {ratio:.2}");
        }
        // The middle line on its own range, and the two ranges beside each other.
        assert!(contrast(value(Tint::Deep), value(Tint::Middle)) >= 3.0);
        assert!(contrast(value(Tint::Middle), value(Tint::Shallow)) >= 1.3);
        assert!(contrast(value(Tint::Shallow), paper) >= 1.2);
    }
}
