//! The tables of `docs/model.md`: recomputed here by this engine and compared with the committed text, so that the document
//! cannot drift from the code. Expected figures stand beside ours; where they differ by more than their last digit allows,
//! the row says so.

use std::fmt::Write as _;

use ebb_pharm::{Dose, Output, simulate};

use crate::support::typical;

const DOCUMENT: &str = include_str!("../../../../docs/model.md");

#[test]
fn the_document_shows_what_the_engine_computes() {
    for (name, table) in [
        ("kinetics", kinetics()),
        ("withdrawal", withdrawal()),
        ("tapers", tapers()),
    ] {
        let begin = format!("<!-- {name}: computed, see tests/integration/model_table.rs -->\n");
        let committed = DOCUMENT
            .split_once(&begin)
            .and_then(|(_, rest)| rest.split_once("<!-- end -->"))
            .map(|(block, _)| block)
            .unwrap_or_default();
        assert!(
            committed == table,
            "docs/model.md, block {name}, must read:\n{begin}{table}<!-- end -->"
        );
    }
}

/// A row: what, ours, expected, and whether ours lies within the range that counts as agreement.
struct Table(String);

impl Table {
    fn new(head: &str) -> Table {
        let rule = "|---".repeat(head.matches('|').count() - 1);
        Table(format!("{head}\n{rule}|\n"))
    }

    fn row(&mut self, what: &str, ours: &[f64], digits: usize, expected: &str, ranges: &[(f64, f64)]) {
        let rounded: Vec<String> = ours.iter().map(|value| format!("{value:.digits$}")).collect();
        let misses = ours
            .iter()
            .zip(ranges)
            .filter(|(value, (low, high))| !(low..=high).contains(value))
            .count();
        let verdict = match misses {
            _ if ranges.is_empty() => "no figure to compare".to_owned(),
            0 => "agrees".to_owned(),
            _ if ranges.len() == 1 => "**misses**".to_owned(),
            _ => format!("**misses {misses} of {}**", ranges.len()),
        };
        writeln!(self.0, "| {what} | {} | {expected} | {verdict} |", rounded.join(" / ")).unwrap();
    }

    /// Agreement within half a unit of the last digit given.
    fn row_near(&mut self, what: &str, ours: &[f64], digits: usize, expected: &[f64], slack: f64) {
        let shown: Vec<String> = expected.iter().map(|value| format!("{value}")).collect();
        let ranges: Vec<(f64, f64)> = expected.iter().map(|value| (value - slack, value + slack)).collect();
        self.row(what, ours, digits, &shown.join(" / "), &ranges);
    }
}

fn peak(times_h: &[f64], series: &[f64]) -> (f64, f64) {
    times_h.iter().zip(series).fold(
        (0.0, 0.0),
        |best, (time_h, value)| if *value > best.1 { (*time_h, *value) } else { best },
    )
}

fn steps(from_h: f64, to_h: f64, step_h: f64) -> Vec<f64> {
    let count = ((to_h - from_h) / step_h).round() as u32;
    (0..=count).map(|step| from_h + f64::from(step) * step_h).collect()
}

fn kinetics() -> String {
    let params = typical();
    let once = |mg: f64, times_h: &[f64]| simulate(&[Dose::at_once(0.0, mg)], times_h, &params);
    let fine = steps(0.0, 24.0, 0.01);
    let first = once(1.0, &fine);
    let (tmax_h, cmax) = peak(&first.times_h, &first.c);
    let (tmax7_h, cmax7) = peak(&first.times_h, &first.c7);
    let daily: Vec<Dose> = (0..15).map(|day| Dose::at_once(f64::from(day) * 24.0, 1.0)).collect();
    let fifteenth = simulate(&daily, &steps(336.0, 366.0, 0.01), &params);
    let (_, cmax_15) = peak(&fifteenth.times_h, &fifteenth.c);
    let (_, cmax7_15) = peak(&fifteenth.times_h, &fifteenth.c7);
    let long = once(1.0, &steps(0.0, 1200.0, 0.05));
    let area = |series: &[f64]| {
        series
            .windows(2)
            .zip(long.times_h.windows(2))
            .map(|(c, t)| (c[0] + c[1]) / 2.0 * (t[1] - t[0]))
            .sum::<f64>()
    };
    let half_life = |output: &Output, series: &[f64], from_h: f64, to_h: f64| {
        let at = |hour: f64| series[output.times_h.iter().position(|time_h| *time_h >= hour - 1e-9).unwrap()];
        (to_h - from_h) * std::f64::consts::LN_2 / (at(from_h) / at(to_h)).ln()
    };
    let terminal_h = half_life(&long, &long.c, 200.0, 400.0);
    let mut table = Table::new("| figure | this engine | published or expected | |");
    table.row(
        "Cmax per dose, ng/mL per mg",
        &[cmax],
        2,
        "3.15-3.31 (Huestis 2026); 0.84 (Tanna 2022)",
        &[(3.0, 3.4)],
    );
    table.row(
        "Cmax after 9.9 / 29.6 / 59.2 mg, ng/mL",
        &[9.9 * cmax, 29.6 * cmax, 59.2 * cmax],
        1,
        "32.8 ± 17.0 / 93.2 ± 38.6 / 196 ± 77.4",
        &[(15.8, 49.8), (54.6, 131.8), (118.6, 273.4)],
    );
    table.row(
        "the same on day 15, ng/mL",
        &[9.9 * cmax_15, 29.6 * cmax_15, 59.2 * cmax_15],
        1,
        "27.4 ± 10.9 / 125 ± 79.7 / 277 ± 48.8",
        &[(16.5, 38.3), (45.3, 204.7), (228.2, 325.8)],
    );
    table.row(
        "Tmax of mitragynine, h",
        &[tmax_h],
        2,
        "1.0-1.3 (medians, single dose)",
        &[(1.0, 1.3)],
    );
    table.row(
        "Tmax of 7-OH, h",
        &[tmax7_h],
        2,
        "1.2-1.8 (medians, single dose)",
        &[(1.2, 1.8)],
    );
    table.row(
        "terminal half-life, h",
        &[terminal_h],
        1,
        "23-45 single dose",
        &[(23.0, 45.3)],
    );
    table.row(
        "the same, repeated doses, h",
        &[terminal_h],
        1,
        "up to 67.9 (highest group mean); a linear model cannot lengthen",
        &[(60.0, 67.9)],
    );
    table.row(
        "accumulation of Cmax, day 15",
        &[cmax_15 / cmax; 3],
        2,
        "0.84 / 1.34 / 1.41 by dose",
        &[(0.74, 0.94), (1.24, 1.44), (1.31, 1.51)],
    );
    table.row(
        "7-OH / mitragynine, Cmax, day 1 and day 15",
        &[cmax7 / cmax, cmax7_15 / cmax_15],
        3,
        "0.20-0.31 and 0.15-0.21 (leaf)",
        &[(0.195, 0.31), (0.15, 0.21)],
    );
    table.row(
        "7-OH / mitragynine, AUC",
        &[area(&long.c7) / area(&long.c)],
        2,
        "0.25 (Tanna 2022)",
        &[(0.23, 0.27)],
    );
    table.row(
        "apparent half-life of 7-OH, 4 to 12 h, h",
        &[half_life(&long, &long.c7, 4.0, 12.0)],
        1,
        "4.7 (leaf); 5.67 (5.03-6.52, Tanna 2022)",
        &[(4.2, 5.67)],
    );
    table.row(
        "the same, 8 to 29 h after the fifteenth daily dose, h",
        &[half_life(&fifteenth, &fifteenth.c7, 344.0, 365.0)],
        1,
        "24.7 on repeated doses (highest group mean)",
        &[(20.0, 24.7)],
    );
    table.row(
        "Vz/F, L",
        &[
            1000.0 / (area(&long.c) + long.c.last().unwrap() * terminal_h / std::f64::consts::LN_2) * terminal_h
                / std::f64::consts::LN_2,
        ],
        0,
        "2900 ± 1850; 12,700 (Tanna 2022)",
        &[(1050.0, 4750.0)],
    );
    let leaf = [6.65, 13.3, 26.6, 39.9, 53.2].map(|mg| mg * cmax);
    table.row(
        "Cmax after 6.65 / 13.3 / 26.6 / 39.9 / 53.2 mg in leaf, ng/mL",
        &leaf,
        1,
        "not at hand (Huestis 2024, table 2)",
        &[],
    );
    table.0
}

/// The three regimens of the calibration: hours of the doses in a day, days on which they are taken, mg each.
fn regimens() -> [Vec<Dose>; 3] {
    let occasional =
        (0..13).flat_map(|week| [1, 4].map(|day| Dose::at_once(24.0 * f64::from(7 * week + day) + 19.0, 37.5)));
    let three =
        (0..182).flat_map(|day| [8.0, 14.0, 20.0].map(|hour| Dose::at_once(24.0 * f64::from(day) + hour, 45.0)));
    [occasional.collect(), three.collect(), eight_a_day(0, 730, 75.0)]
}

fn eight_a_day(from_day: u32, to_day: u32, mg: f64) -> Vec<Dose> {
    let hour = |idx: u32| 7.0 + 15.0 / 7.0 * f64::from(idx);
    (from_day..to_day)
        .flat_map(|day| (0..8).map(move |idx| Dose::at_once(24.0 * f64::from(day) + hour(idx), mg)))
        .collect()
}

/// Withdrawal after the last dose of a list, hours counted from it, every 0.1 h for 60 days.
struct Course {
    scores: Vec<f64>,
    on_use_worst: f64,
    potency_shift: f64,
}

impl Course {
    const STEP_H: f64 = 0.1;

    fn of(doses: &[Dose]) -> Course {
        let params = typical();
        let last_h = doses.last().unwrap().start_h;
        let after = simulate(doses, &steps(last_h, last_h + 1440.0, Course::STEP_H), &params);
        let before = simulate(doses, &steps(last_h - 336.0, last_h, Course::STEP_H), &params);
        Course {
            on_use_worst: peak(&before.times_h, &before.withdrawal_64).1,
            potency_shift: after.potency_shift[0],
            scores: after.withdrawal_64,
        }
    }

    fn at_day(&self, day: f64) -> f64 {
        self.scores[(day * 24.0 / Course::STEP_H).round() as usize]
    }

    fn peak(&self) -> (f64, f64) {
        let hours: Vec<f64> = (0..self.scores.len())
            .map(|step| step as f64 * Course::STEP_H)
            .collect();
        peak(&hours, &self.scores)
    }

    fn below_quarter_days(&self) -> f64 {
        let (peak_h, peak) = self.peak();
        let from = (peak_h / Course::STEP_H).round() as usize;
        let steps = self.scores[from..]
            .iter()
            .position(|score| *score < peak / 4.0)
            .unwrap();
        (from + steps) as f64 * Course::STEP_H / 24.0
    }

    /// The hour at which the score last rises through the level on its way to the peak.
    fn onset_h(&self, level: f64) -> f64 {
        let to = (self.peak().0 / Course::STEP_H).round() as usize;
        let below = self.scores[..to].iter().rposition(|score| *score < level).unwrap();
        (below + 1) as f64 * Course::STEP_H
    }
}

fn withdrawal() -> String {
    let courses = regimens().map(|doses| Course::of(&doses));
    let of = |figure: &dyn Fn(&Course) -> f64| [figure(&courses[0]), figure(&courses[1]), figure(&courses[2])];
    let mut table = Table::new("| figure, regimens a / b / c | this engine | expected | |");
    table.row_near(
        "potency shift at the last dose",
        &of(&|course| course.potency_shift),
        2,
        &[1.05, 1.72, 2.95],
        0.05,
    );
    table.row_near(
        "worst W64 on ordinary use, last two weeks",
        &of(&|course| course.on_use_worst),
        1,
        &[2.6, 5.5, 3.0],
        0.15,
    );
    table.row_near("peak W64", &of(&|course| course.peak().1), 1, &[2.6, 15.9, 30.1], 0.15);
    table.row_near(
        "hour of the peak",
        &of(&|course| course.peak().0),
        1,
        &[39.3, 37.6, 42.3],
        0.5,
    );
    let onset = of(&|course| course.onset_h((0.15 * course.peak().1).max(2.0)));
    table.row_near(
        "hour of onset (15 % of the peak, at least 2 points)",
        &onset,
        1,
        &[24.6, 8.8, 10.2],
        0.5,
    );
    table.row_near(
        "day below a quarter of the peak",
        &of(&|course| course.below_quarter_days()),
        1,
        &[5.5, 8.0, 12.0],
        0.5,
    );
    for (day, expected) in [
        (1.0, [1.9, 13.7, 24.5]),
        (2.0, [2.3, 14.2, 28.9]),
        (3.0, [1.5, 10.8, 24.2]),
        (5.0, [0.8, 6.6, 16.9]),
        (7.0, [0.5, 4.6, 12.3]),
        (10.0, [0.3, 3.3, 8.8]),
        (14.0, [0.2, 2.5, 6.7]),
        (28.0, [0.1, 1.3, 3.4]),
        (45.0, [0.0, 0.5, 1.5]),
    ] {
        table.row_near(
            &format!("W64 after {day:.0} × 24 h"),
            &of(&|course| course.at_day(day)),
            1,
            &expected,
            0.15,
        );
    }
    table.0
}

fn tapers() -> String {
    let mut table = Table::new(
        "| plan from 40 g/day after two years: weeks, peak W64, days with worst above 10, above 20 | this engine | expected | |",
    );
    let plans: [(&str, f64, u32, [f64; 4]); 4] = [
        ("abrupt stop", 0.0, 0, [0.0, 30.1, 9.0, 4.0]),
        ("5 % a week down to 1 g, stop", 0.05, 72, [72.0, 5.1, 0.0, 0.0]),
        ("10 % a week down to 1 g, stop", 0.10, 36, [36.0, 5.6, 0.0, 0.0]),
        ("25 % a week down to 1 g, stop", 0.25, 13, [13.0, 7.4, 0.0, 0.0]),
    ];
    for (what, cut, weeks, expected) in plans {
        let mut doses = eight_a_day(0, 730, 75.0);
        let mut mg = 75.0;
        for week in 0..weeks {
            doses.extend(eight_a_day(730 + 7 * week, 737 + 7 * week, mg));
            mg *= 1.0 - cut;
        }
        let days = 7 * weeks + 60;
        let from_h = 730.0 * 24.0;
        let output = simulate(&doses, &steps(from_h, from_h + f64::from(days) * 24.0, 0.1), &typical());
        let worst_of_day: Vec<f64> = (0..days as usize)
            .map(|day| {
                output.withdrawal_64[240 * day..240 * (day + 1)]
                    .iter()
                    .copied()
                    .fold(0.0, f64::max)
            })
            .collect();
        let above = |level: f64| worst_of_day.iter().filter(|worst| **worst > level).count() as f64;
        let highest = worst_of_day.iter().copied().fold(0.0, f64::max);
        table.row_near(
            what,
            &[f64::from(weeks), highest, above(10.0), above(20.0)],
            1,
            &expected,
            0.15,
        );
    }
    table.0
}
