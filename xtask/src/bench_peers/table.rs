//! The measured figures as tables in Markdown: the same text is printed and, when asked, written into the documentation.

use super::course::{AIMED_AT, Cell, Column, Measured, PEERS, TOLD_OF_THE_CORNER};
use super::figures::{plain, small};

/// What the figures were measured with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Surroundings {
    pub(super) date: String,
    pub(super) machine: String,
    pub(super) compiler: String,
    pub(super) diffsol: String,
    /// `name=version` words.
    pub(super) python: String,
}

/// Everything, ending in a line break.
pub(super) fn page(measured: &Measured, surroundings: &Surroundings) -> String {
    let mut lines = introduction(measured, surroundings);
    lines.extend(ratios(&measured.columns));
    lines.push(String::new());
    lines.push(tolerances(&measured.columns));
    lines.push(String::new());
    lines.extend(threads(measured));
    lines.push(String::new());
    lines.extend(kept(measured));
    lines.push(String::new());
    lines.extend(fits(measured));
    lines.push(String::new());
    lines.extend(aims(measured));
    lines.push(String::new());
    lines.join("\n")
}

fn introduction(measured: &Measured, surroundings: &Surroundings) -> Vec<String> {
    let Surroundings {
        date,
        machine,
        compiler,
        diffsol,
        python,
    } = surroundings;
    let worst = measured
        .agreement
        .iter()
        .skip(1)
        .map(|(_, error)| *error)
        .fold(0.0, f64::max);
    let ours = measured.agreement.first().map_or(0.0, |(_, error)| *error);
    vec![
        format!(
            "Measured on {date}: {machine}; {compiler}; diffsol {diffsol}; {}.",
            python.replace('=', " ")
        ),
        "Processor time of one thread, medians of runs in turns (ours, peer, ours, peer); × is the median over pairs of how many times \
         ours a peer takes."
            .to_owned(),
        "Other programs ran meanwhile: trust ratios, not times.".to_owned(),
        String::new(),
        format!(
            "One model: the reference differs from SciPy's DOP853 at 1e-11 by {} on the whole of E1; on thirty days of E1, at tight \
             tolerance, all peers lie within {} of it, ours (which has no tolerance to choose) within {}.",
            small(measured.reference_error),
            small(worst),
            small(ours)
        ),
        String::new(),
    ]
}

fn ratios(columns: &[Column]) -> Vec<String> {
    let mut head = "| |".to_owned();
    let mut rule = "|---|".to_owned();
    for column in columns {
        head.push_str(&format!(
            " {}: {} | error | × |",
            column.workload.key, column.workload.what
        ));
        rule.push_str("---|---|---|");
    }
    let mut ours = "| **ours** |".to_owned();
    for column in columns {
        let figure = figure(column, column.our_pace);
        ours.push_str(&format!(" **{figure}** | {} | 1 |", small(column.our_error)));
    }
    let mut lines = vec![head, rule, ours];
    for (idx, peer) in PEERS.iter().enumerate() {
        let mut line = format!("| {} |", peer.label);
        for column in columns {
            line.push_str(&match column.cells.get(idx).copied().flatten() {
                Some(cell) => format!(
                    " {} | {} | {} |",
                    figure(column, cell.pace),
                    small(cell.error),
                    plain(cell.ratio)
                ),
                None => " - | - | - |".to_owned(),
            });
        }
        lines.push(line);
    }
    lines
}

/// Milliseconds of the whole, or person-days per second.
fn figure(column: &Column, pace: f64) -> String {
    if column.workload.key == "E2" {
        plain(1.0 / pace)
    } else {
        plain(pace * column.workload.days() * 1e3)
    }
}

fn tolerances(columns: &[Column]) -> String {
    let asked = columns
        .iter()
        .map(|column| format!("{} {}", column.workload.key, small(column.asked_error)));
    let asked: Vec<String> = asked.collect();
    let mut chosen = Vec::new();
    for (idx, peer) in PEERS.iter().enumerate() {
        let of = columns
            .iter()
            .map(|column| match column.cells.get(idx).copied().flatten() {
                Some(Cell { tolerance, .. }) => format!("{:.0e} / {:.0e}", tolerance.rtol, tolerance.atol),
                None => "-".to_owned(),
            });
        chosen.push(format!("{} {}", peer.label, of.collect::<Vec<_>>().join(", ")));
    }
    format!(
        "Equal error: each peer's tolerances are the fastest found on a ladder of half decades at which it is no further off than asked \
         ({}: the larger of what the workload asks and what ours has). Relative and absolute tolerance on {}: {}. \
         SciPy steps in Python and was measured on 30 days of E1 and three people of E2; its figures are those parts, scaled. \
         E2 in pairs is the first hundred people.",
        asked.join(", "),
        columns
            .iter()
            .map(|column| column.workload.key)
            .collect::<Vec<_>>()
            .join(", "),
        chosen.join("; ")
    )
}

fn threads(measured: &Measured) -> Vec<String> {
    let [one, two, gain] = measured.threads;
    vec![format!(
        "E2, all thousand people, by the clock on the wall: ours {} person-days/s on one thread, {} on two, {} times as many. \
         With only each day's peak and trough kept: {} in processor time of one thread.",
        plain(one),
        plain(two),
        plain(gain),
        plain(measured.extremes)
    )]
}

fn kept(measured: &Measured) -> Vec<String> {
    let from_scratch = measured.columns.last();
    let mut lines = vec![
        "| E4 with 60 days ahead, from what a timeline keeps | ours, ms | error | best peer the aims name, ms (a) | × |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    let best = from_scratch.and_then(|column| best_of(&AIMED_AT, column));
    for kept in &measured.kept {
        let (theirs, ratio) = match (best, from_scratch) {
            (Some((_, cell)), Some(column)) => {
                let seconds = cell.pace * column.workload.days();
                (plain(seconds * 1e3), plain(seconds / kept.seconds))
            }
            _ => ("-".to_owned(), "-".to_owned()),
        };
        lines.push(format!(
            "| {} | {} | {} | {theirs} | {ratio} |",
            kept.label,
            plain(kept.seconds * 1e3),
            small(kept.error)
        ));
    }
    lines.push(String::new());
    lines.push("Peers keep nothing between calls: b and c cost them what a does.".to_owned());
    lines
}

fn fits(measured: &Measured) -> Vec<String> {
    let mut lines = vec![
        "| E3: one person's most likely numbers | ms | distance from the reference's optimum | × |".to_owned(),
        "|---|---|---|---|".to_owned(),
    ];
    for fit in &measured.fits {
        let ratio = fit.ratio.map_or("-".to_owned(), plain);
        lines.push(format!(
            "| {} | {} | {} | {ratio} |",
            fit.label,
            plain(fit.seconds * 1e3),
            small(fit.distance)
        ));
    }
    lines.push(String::new());
    lines.push(
        "The distance is the largest over the seven numbers, in logarithms (points for the baseline). Peers use central differences and \
         the loosest simulation that ends within 1e-5, or else the one that ends nearest. Draws are ours only: they do not draw."
            .to_owned(),
    );
    lines
}

/// What one core of the machine did on which the aims in milliseconds were set, thousand million products added to sums in a second.
const PRODUCTS_THERE: f64 = 59.0;

fn aims(measured: &Measured) -> Vec<String> {
    let pace = measured.products / PRODUCTS_THERE;
    let mut lines = vec![
        format!(
            "Aims in milliseconds were set on a machine of which one core adds {PRODUCTS_THERE:.0} thousand million products to sums in a \
             second; one of this machine adds {:.1}. Beside such a time stands what it comes to at that pace: a comparison of processors \
             by one figure, not a measurement.",
            measured.products
        ),
        String::new(),
        "| aim | measured | |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    let verdict = |is_met: bool| if is_met { "met" } else { "**missed**" };
    let mut add = |aim: &str, (measured, verdict): (String, &str)| {
        lines.push(format!("| {aim} | {measured} | {verdict} |"));
    };
    for (column, least, error) in measured
        .columns
        .iter()
        .zip([15.0, 15.0, 10.0])
        .zip([2e-6, 1e-5, f64::INFINITY])
        .map(|((column, least), error)| (column, least, error))
    {
        if let Some((label, cell)) = best_of(&AIMED_AT, column) {
            let aim = format!(
                "{}: {least:.0} times the best of DOPRI5, diffsol tsit45, numbalsoda dop853",
                column.workload.key
            );
            let told = match best_of(&TOLD_OF_THE_CORNER, column) {
                Some((_, told)) => format!("; {} where the peer is told of the corner", plain(told.ratio)),
                None => String::new(),
            };
            let written = format!("{} ({label}){told}", plain(cell.ratio));
            add(&aim, (written, verdict(cell.ratio >= least)));
        }
        if error.is_finite() {
            let aim = format!("{}: error at most {error:.0e}", column.workload.key);
            add(&aim, (small(column.our_error), verdict(column.our_error <= error)));
        }
    }
    add(
        "E2: 1.85 times as many on two threads",
        (plain(measured.threads[2]), verdict(measured.threads[2] >= 1.85)),
    );
    let in_time = |aim: f64, seconds: f64| {
        let verdict = match seconds {
            _ if seconds <= aim => "met",
            _ if seconds * pace <= aim => "**missed** here, met at that pace",
            _ => "**missed**",
        };
        (
            format!(
                "{} ms; {} ms at that pace",
                plain(seconds * 1e3),
                plain(seconds * pace * 1e3)
            ),
            verdict,
        )
    };
    if let [search, draws, ..] = measured.fits.as_slice() {
        add("E3: 10 ms", in_time(10e-3, search.seconds));
        add(
            "E3: within 1e-5 of the optimum",
            (small(search.distance), verdict(search.distance <= 1e-5)),
        );
        add(
            "E3 with 200 draws: 100 ms more",
            in_time(0.1, draws.seconds - search.seconds),
        );
    }
    if let Some(today) = measured.kept.first() {
        add("E4b with forecast: 0.3 ms", in_time(0.3e-3, today.seconds));
    }
    lines
}

/// The fastest of these peers.
fn best_of(keys: &[&str], column: &Column) -> Option<(&'static str, Cell)> {
    let asked = PEERS
        .iter()
        .zip(&column.cells)
        .filter(|(peer, _)| keys.contains(&peer.key));
    let ran = asked.filter_map(|(peer, cell)| Some((peer.label, (*cell)?)));
    ran.min_by(|(_, a), (_, b)| a.ratio.total_cmp(&b.ratio))
}

#[cfg(test)]
mod tests {
    use super::super::course::{Fit, Kept, WORKLOADS};
    use super::super::worker::Tolerance;
    use super::*;

    fn measured() -> Measured {
        let cell = |ratio: f64| {
            Some(Cell {
                tolerance: Tolerance { rtol: 1e-7, atol: 1e-8 },
                error: 8e-7,
                pace: 1e-5 * ratio,
                ratio,
            })
        };
        let column = |workload| Column {
            workload,
            asked_error: 1e-6,
            our_error: 1.5e-6,
            our_pace: 1e-5,
            cells: vec![
                cell(16.0),
                cell(9.0),
                cell(20.0),
                None,
                cell(14.0),
                cell(30.0),
                None,
                None,
                None,
            ],
        };
        Measured {
            reference_error: 1e-10,
            agreement: vec![("ours", 2e-6), ("theirs", 3e-8)],
            columns: WORKLOADS.map(column).to_vec(),
            threads: [1e5, 1.9e5, 1.9],
            extremes: 1.2e5,
            fits: ["ours", "ours, with draws"]
                .map(|label| Fit {
                    label,
                    seconds: 0.02,
                    distance: 4e-6,
                    ratio: None,
                })
                .to_vec(),
            kept: vec![Kept {
                label: "b",
                seconds: 1e-4,
                error: 1e-6,
            }],
            products: 29.5,
        }
    }

    #[test]
    fn every_row_has_the_cells_of_its_head() {
        let text = page(
            &measured(),
            &Surroundings {
                date: "2026-01-01".to_owned(),
                machine: "two cores".to_owned(),
                compiler: "rustc".to_owned(),
                diffsol: "0.18.0".to_owned(),
                python: "scipy=1".to_owned(),
            },
        );
        let mut cells = 0;
        for line in text.lines() {
            let bars = line.matches('|').count();
            if bars > 0 && cells > 0 {
                assert_eq!(bars, cells, "{line}");
            }
            cells = bars;
        }
        assert!(text.contains("| **ours** | **3.65** | 1.5e-6 | 1 |"), "{text}");
        assert!(text.contains("100,000"), "{text}");
    }

    #[test]
    fn an_aim_is_set_against_the_best_of_the_peers_it_names() {
        // bdf is faster here, but no aim speaks of it, nor of a pair that was told of the corner.
        let lines = aims(&measured()).join("\n");
        assert!(
            lines.contains("| 16.0 (textbook DOPRI5(4) in Rust); 9.00 where the peer is told of the corner | met |"),
            "{lines}"
        );
        assert!(
            lines.contains("| E3: 10 ms | 20.0 ms; 10.0 ms at that pace | **missed** here, met at that pace |"),
            "{lines}"
        );
        assert!(lines.contains("| E1: error at most 2e-6 | 1.5e-6 | met |"), "{lines}");
    }
}
