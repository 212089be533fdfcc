//! What is measured, in which order: agreement first, then tolerances, then times in turns.

use anyhow::{Context as _, Result, bail};

use super::figures::{median, ratio, rounds};
use super::worker::{Host, Run, Tolerance, Workers};

/// A solver we compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Peer {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    host: Host,
    pace: Pace,
}

/// Whether a solver can be given a whole workload many times over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pace {
    Compiled,
    /// Steps in Python: it gets a part of each workload, and the ratio is taken on that part.
    Interpreted,
}

/// Every peer.
pub(super) const PEERS: [Peer; 9] = [
    peer("dopri5", "textbook DOPRI5(4) in Rust", Host::Rust),
    peer("dopri5-corner", "the same, told where the corner is", Host::Rust),
    peer("diffsol-tsit45", "diffsol tsit45", Host::Rust),
    peer(
        "diffsol-tsit45-corner",
        "diffsol tsit45, corner as its root",
        Host::Rust,
    ),
    peer("diffsol-bdf", "diffsol bdf", Host::Rust),
    peer("numbalsoda-dop853", "numbalsoda dop853", Host::Python),
    peer("numbalsoda-lsoda", "numbalsoda lsoda", Host::Python),
    interpreted("scipy-lsoda", "SciPy LSODA (`odeint`)"),
    interpreted("scipy-dop853", "SciPy DOP853 (`solve_ivp`)"),
];

/// The peers that an aim is set against: as they come.
pub(super) const AIMED_AT: [&str; 3] = ["dopri5", "diffsol-tsit45", "numbalsoda-dop853"];
/// The same, where somebody took the trouble to tell them of this model's corner. No aim is set against them, and the best of
/// them is named beside each aim.
pub(super) const TOLD_OF_THE_CORNER: [&str; 2] = ["dopri5-corner", "diffsol-tsit45-corner"];

const fn peer(key: &'static str, label: &'static str, host: Host) -> Peer {
    Peer {
        key,
        label,
        host,
        pace: Pace::Compiled,
    }
}

const fn interpreted(key: &'static str, label: &'static str) -> Peer {
    Peer {
        key,
        label,
        host: Host::Python,
        pace: Pace::Interpreted,
    }
}

/// A workload all solvers can run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Workload {
    pub(super) key: &'static str,
    pub(super) what: &'static str,
    /// The error that is asked of a peer, unless ours is larger.
    asked_error: f64,
    whole: Part,
    /// What tolerances are tuned on, and what is measured in pairs.
    tuning: Part,
    pairs: Part,
    /// What an interpreted solver is tuned on and measured on; none when even a part takes minutes.
    part: Option<Part>,
}

/// A piece of a workload and how many person-days it has.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Part {
    name: &'static str,
    days: f64,
}

const fn part(name: &'static str, days: f64) -> Part {
    Part { name, days }
}

/// E1, E2, E4 (a).
pub(super) const WORKLOADS: [Workload; 3] = [
    Workload {
        key: "E1",
        what: "a year, hourly outputs, ms",
        asked_error: 1e-6,
        whole: part("e1", 365.0),
        tuning: part("e1", 365.0),
        pairs: part("e1", 365.0),
        part: Some(part("e1:30", 30.0)),
    },
    Workload {
        key: "E2",
        what: "many people, person-days/s",
        asked_error: 1e-5,
        whole: part("e2", 90_000.0),
        tuning: part("e2:20", 1_800.0),
        pairs: part("e2:100", 9_000.0),
        part: Some(part("e2:3", 270.0)),
    },
    Workload {
        key: "E4a",
        what: "ten years and 60 days ahead, ms",
        asked_error: 1e-6,
        whole: part("e4", 3_710.0),
        tuning: part("e4", 3_710.0),
        pairs: part("e4", 3_710.0),
        part: None,
    },
];

/// One peer on one workload.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) tolerance: Tolerance,
    pub(super) error: f64,
    /// Seconds per person-day.
    pub(super) pace: f64,
    /// How many times ours it takes.
    pub(super) ratio: f64,
}

/// One workload.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) workload: Workload,
    pub(super) asked_error: f64,
    pub(super) our_error: f64,
    /// Seconds per person-day.
    pub(super) our_pace: f64,
    /// In the order of [`PEERS`]; none where it was not run or did not reach the error.
    pub(super) cells: Vec<Option<Cell>>,
}

impl Workload {
    /// Person-days of the whole.
    pub(super) fn days(&self) -> f64 {
        self.whole.days
    }
}

/// A fit's seconds and its distance from the reference's optimum.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fit {
    pub(super) label: &'static str,
    pub(super) seconds: f64,
    pub(super) distance: f64,
    pub(super) ratio: Option<f64>,
}

/// One of E4's ways that need what was kept.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Kept {
    pub(super) label: &'static str,
    pub(super) seconds: f64,
    pub(super) error: f64,
}

/// Everything.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measured {
    /// The reference against SciPy's DOP853 at tight tolerance, on the whole of E1.
    pub(super) reference_error: f64,
    /// Each solver at tight tolerance, ours first.
    pub(super) agreement: Vec<(&'static str, f64)>,
    pub(super) columns: Vec<Column>,
    /// Person-days per second by the clock on one and on two threads, and how many times faster two are.
    pub(super) threads: [f64; 3],
    /// Person-days per second when only each day's peak and trough is kept, one thread.
    pub(super) extremes: f64,
    pub(super) fits: Vec<Fit>,
    pub(super) kept: Vec<Kept>,
    /// How many thousand million products one core adds to sums in a second.
    pub(super) products: f64,
}

/// All implementations must compute one model: largest error allowed at tight tolerance.
const AGREEMENT: f64 = 1e-6;
/// Ours cannot be made tighter: it may be as far off as it is.
const OUR_AGREEMENT: f64 = 2e-5;
const TIGHT: Tolerance = Tolerance {
    rtol: 1e-11,
    atol: 1e-12,
};

/// Measures everything; a pair of solvers gets about so many seconds.
pub(super) fn run(workers: &mut Workers, pair_seconds: f64) -> Result<Measured> {
    println!("the reference against SciPy's DOP853 at 1e-11, a year (a minute, the first time)");
    let reference_error = workers.check_reference()?;
    println!("  {reference_error:.1e}");
    let agreement = agreement(workers)?;
    let mut columns = Vec::new();
    for workload in WORKLOADS {
        columns.push(column(workers, workload, &columns, pair_seconds)?);
    }
    Ok(Measured {
        reference_error,
        agreement,
        threads: threads(workers)?,
        extremes: extremes(workers)?,
        fits: fits(workers)?,
        kept: kept(workers)?,
        products: products(workers)?,
        columns,
    })
}

fn agreement(workers: &mut Workers) -> Result<Vec<(&'static str, f64)>> {
    println!("agreement at tight tolerance, thirty days of E1:");
    let mut found = vec![(
        "ours",
        workers.run(Host::Rust, "e1:30", "ours", Tolerance::NONE)?.error,
        OUR_AGREEMENT,
    )];
    for peer in PEERS {
        let error = workers.run(peer.host, "e1:30", peer.key, TIGHT)?.error;
        found.push((peer.label, error, AGREEMENT));
    }
    for (label, error, allowed) in &found {
        println!("  {error:.1e}  {label}");
        if error.is_nan() || error > allowed {
            bail!("{label} does not compute the same model: it is {error:.1e} off, {allowed:.0e} is allowed");
        }
    }
    Ok(found.into_iter().map(|(label, error, _)| (label, error)).collect())
}

fn column(workers: &mut Workers, workload: Workload, before: &[Column], pair_seconds: f64) -> Result<Column> {
    let ours = workers.run(Host::Rust, workload.whole.name, "ours", Tolerance::NONE)?;
    let asked_error = workload.asked_error.max(ours.error);
    println!(
        "{}: ours is {:.1e} off, peers may be {asked_error:.1e} off",
        workload.key, ours.error
    );
    let mut our_paces = Vec::new();
    let mut cells = Vec::new();
    for (idx, peer) in PEERS.into_iter().enumerate() {
        let known = before
            .first()
            .and_then(|column| column.cells[idx])
            .map(|cell| cell.tolerance);
        let (tuning, pairs) = match (peer.pace, workload.part) {
            (Pace::Compiled, _) => (workload.tuning, workload.pairs),
            (Pace::Interpreted, Some(part)) => (part, part),
            // Minutes a run: the tolerance of E1, once, and only for the faster of the two.
            (Pace::Interpreted, None) if peer.key != "scipy-lsoda" => {
                cells.push(None);
                continue;
            }
            (Pace::Interpreted, None) => (workload.tuning, workload.pairs),
        };
        let tolerance = match (workload.part, peer.pace) {
            (None, Pace::Interpreted) => known,
            _ => tuned(workers, peer, tuning, asked_error),
        };
        let Some(tolerance) = tolerance else {
            println!("  {}: does not come so near", peer.label);
            cells.push(None);
            continue;
        };
        let cell = in_turns(workers, peer, pairs, tolerance, pair_seconds, &mut our_paces)?;
        println!(
            "  {}: rtol {:.0e}, {:.1e} off, {:.2} times ours",
            peer.label, tolerance.rtol, cell.error, cell.ratio
        );
        cells.push(Some(cell));
    }
    Ok(Column {
        workload,
        asked_error,
        our_error: ours.error,
        our_pace: median(&our_paces).unwrap_or(ours.seconds / workload.whole.days),
        cells,
    })
}

/// The fastest tolerance at which a peer is no further off than asked.
fn tuned(workers: &mut Workers, peer: Peer, part: Part, asked_error: f64) -> Option<Tolerance> {
    const RUNGS: u32 = 20;
    let mut best: Option<(f64, Tolerance)> = None;
    let mut first_rung = 0;
    for share in [1.0, 0.1, 0.01] {
        for rung in first_rung..RUNGS {
            let rtol = 1e-3 * 10_f64.powf(-0.5 * f64::from(rung));
            let tolerance = Tolerance {
                rtol,
                atol: rtol * share,
            };
            // A solver that gives up at a tolerance is simply not near enough there.
            let Ok(run) = workers.run(peer.host, part.name, peer.key, tolerance) else {
                continue;
            };
            if run.error > asked_error {
                continue;
            }
            let again = workers.run(peer.host, part.name, peer.key, tolerance);
            let seconds = again.map_or(run.seconds, |again| again.seconds.min(run.seconds));
            if best.is_none_or(|(least, _)| seconds < least) {
                best = Some((seconds, tolerance));
            }
            // With another absolute tolerance it will be near this rung again.
            first_rung = rung.saturating_sub(3);
            break;
        }
    }
    best.map(|(_, tolerance)| tolerance)
}

/// Ours, theirs, ours, theirs.
fn in_turns(
    workers: &mut Workers,
    peer: Peer,
    part: Part,
    tolerance: Tolerance,
    pair_seconds: f64,
    our_paces: &mut Vec<f64>,
) -> Result<Cell> {
    let mut once = |paces: &mut Vec<f64>| -> Result<(Run, Run)> {
        let ours = workers.run(Host::Rust, part.name, "ours", Tolerance::NONE)?;
        paces.push(ours.seconds / part.days);
        Ok((ours, workers.run(peer.host, part.name, peer.key, tolerance)?))
    };
    let (ours, theirs) = once(&mut Vec::new())?;
    let count = match ours.seconds + theirs.seconds {
        long if long > 2.0 * pair_seconds => 1,
        short => rounds(short, pair_seconds),
    };
    let mut pairs = Vec::new();
    let mut own = Vec::new();
    for _ in 0..count {
        let (ours, theirs) = once(&mut own)?;
        pairs.push((ours.seconds, theirs.seconds));
    }
    // Short parts carry a larger share of what is done once per body; our own pace is that of whole ones.
    if peer.pace == Pace::Compiled {
        our_paces.extend(own);
    }
    let seconds: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
    Ok(Cell {
        tolerance,
        error: theirs.error,
        pace: median(&seconds).unwrap_or(theirs.seconds) / part.days,
        ratio: ratio(&pairs).unwrap_or(theirs.seconds / ours.seconds),
    })
}

fn threads(workers: &mut Workers) -> Result<[f64; 3]> {
    const ROUNDS: u32 = 5;
    let mut pairs = Vec::new();
    for _ in 0..ROUNDS {
        let two = workers.run(Host::Rust, "e2", "ours-two-threads", Tolerance::NONE)?;
        let one = workers.run(Host::Rust, "e2", "ours-one-thread", Tolerance::NONE)?;
        pairs.push((two.seconds, one.seconds));
    }
    let days = WORKLOADS[1].whole.days;
    let speed = |seconds: Vec<f64>| median(&seconds).map_or(0.0, |seconds| days / seconds);
    let one = speed(pairs.iter().map(|pair| pair.1).collect());
    let two = speed(pairs.iter().map(|pair| pair.0).collect());
    println!("E2 on two threads: {one:.0} and {two:.0} person-days/s");
    Ok([one, two, ratio(&pairs).unwrap_or(0.0)])
}

fn products(workers: &mut Workers) -> Result<f64> {
    let run = workers.run(Host::Rust, "processor", "ours", Tolerance::NONE)?;
    let products = 1e-9 / run.seconds;
    println!("one core adds {products:.1} thousand million products to sums in a second");
    Ok(products)
}

fn extremes(workers: &mut Workers) -> Result<f64> {
    const ROUNDS: u32 = 5;
    let mut seconds = Vec::new();
    for _ in 0..ROUNDS {
        let run = workers.run(Host::Rust, "e2", "ours-extremes", Tolerance::NONE)?;
        seconds.push(run.seconds);
    }
    Ok(median(&seconds).map_or(0.0, |seconds| WORKLOADS[1].whole.days / seconds))
}

fn fits(workers: &mut Workers) -> Result<Vec<Fit>> {
    const OURS: [(&str, &str); 2] = [("ours", "ours"), ("ours, with 200 draws", "ours-draws")];
    const THEIRS: [(&str, &str); 2] = [
        (
            "SciPy `least_squares` over numbalsoda lsoda",
            "scipy-least-squares/numbalsoda-lsoda",
        ),
        ("SciPy L-BFGS-B over numbalsoda lsoda", "scipy-lbfgs/numbalsoda-lsoda"),
    ];
    const ROUNDS: u32 = 7;
    let mut found = Vec::new();
    for (label, key) in OURS {
        let mut seconds = Vec::new();
        let mut distance = 0.0;
        for _ in 0..ROUNDS {
            let run = workers.run(Host::Rust, "e3", key, Tolerance::NONE)?;
            seconds.push(run.seconds);
            distance = run.error;
        }
        found.push(Fit {
            label,
            seconds: median(&seconds).unwrap_or(0.0),
            distance,
            ratio: None,
        });
    }
    for (label, key) in THEIRS {
        let (run, ratio) = their_fit(workers, key)?;
        found.push(Fit {
            label,
            seconds: run.seconds,
            distance: run.error,
            ratio: Some(ratio),
        });
        println!("E3: {label}: {:.3} s, {:.1e} off", run.seconds, run.error);
    }
    Ok(found)
}

/// The loosest simulation with which a search ends near enough, beside ours; or else the nearest. Once: it takes a hundred times
/// as long as what the clock is unsure of.
fn their_fit(workers: &mut Workers, key: &str) -> Result<(Run, f64)> {
    const NEAR: f64 = 1e-5;
    const RTOLS: [f64; 2] = [1e-9, 1e-11];
    let mut nearest: Option<(Run, f64)> = None;
    for rtol in RTOLS {
        let ours = workers.run(Host::Rust, "e3", "ours", Tolerance::NONE)?;
        let theirs = workers.run(Host::Python, "e3", key, Tolerance { rtol, atol: rtol * 0.1 })?;
        if nearest.is_none_or(|(least, _)| theirs.error < least.error) {
            nearest = Some((theirs, theirs.seconds / ours.seconds));
        }
        if theirs.error <= NEAR {
            break;
        }
    }
    nearest.context("no search ended")
}

fn kept(workers: &mut Workers) -> Result<Vec<Kept>> {
    const WAYS: [(&str, &str); 4] = [
        ("b: one more dose today", "e4b"),
        ("c: a dose put back by 3 days", "e4c3"),
        ("c: by 30 days", "e4c30"),
        ("c: by 300 days", "e4c300"),
    ];
    const ROUNDS: u32 = 21;
    let mut found = Vec::new();
    for (label, workload) in WAYS {
        let mut seconds = Vec::new();
        let mut error = 0.0;
        for _ in 0..ROUNDS {
            let run = workers.run(Host::Rust, workload, "ours", Tolerance::NONE)?;
            seconds.push(run.seconds);
            error = run.error;
        }
        found.push(Kept {
            label,
            seconds: median(&seconds).unwrap_or(0.0),
            error,
        });
    }
    Ok(found)
}
