//! The nonlinear part: fast and slow adaptation and withdrawal build-up, driven by the known concentration.
//!
//! Time is cut into panels. On a panel the signal is a polynomial through eight nodes; the exact concentration at the nodes
//! comes from the linear solution, the adaptation there from integrating the polynomial, and the two are made to agree by a
//! few sweeps (adaptation moves slowly, so each sweep gains two to four digits). Panel lengths come from a fixed ladder, so
//! everything that depends on the length alone is computed once per parameter set. `docs/model.md` has the error figures.

mod ladder;
mod tangent;

use std::sync::{Arc, OnceLock};

use crate::build_up::{BuildUp, Memory};
use crate::collocation::{COLLOCATION, Matrix, dot, weighted};
use crate::kinetics::{Amounts, Inflow, Kinetics, Parts, Propagator};
use crate::lanes::{self, LANES, Lanes, largest, together};
use crate::params::Params;
use ladder::{Ladder, Reach};

pub(crate) use tangent::{Direction, PanelTangent, Place};

/// The longest panel, h; each further rung of the ladder is shorter by the square root of two.
const LONGEST_PANEL_H: f64 = 16.0;
/// Rungs: the shortest panel is about 0.001 h.
const RUNGS: usize = 29;
/// A panel shorter by one rung leaves less unresolved by about this factor.
const ERROR_PER_RUNG: f64 = 16.0;
/// How much worse than hoped a longer panel may turn out without being rejected.
const CAUTION: f64 = 1.0;
/// How much of the signal a panel's polynomial may leave unresolved. Adaptation averages what is left, so its own error is
/// far smaller: see the measured errors in `docs/model.md`.
pub(crate) const TOLERANCE: f64 = 2e-6;
/// The same for each of many draws, whose spread is hundreds of times what this leaves.
pub(crate) const DRAW_TOLERANCE: f64 = 2e-4;
/// Sweeps end when the signal at the nodes is this close to agreement.
const AGREEMENT: f64 = 1e-7;
/// Below this, consequences of a change are small enough to be followed to first order.
const NEARLY_AGREED: f64 = 1e-4;
const MOST_SWEEPS: usize = 8;
const MOST_CORRECTIONS: usize = 4;
/// Panels on which g times the relative potency shift moves further than this are cut: the binomial series ends here.
const LARGEST_SHIFT: f64 = 0.15;
/// Terms of the binomial series of (1 + e)^g after the first.
const BINOMIAL_TERMS: usize = 7;
/// Fading per panel above this is cut.
const LARGEST_FADING: f64 = 1.5;
/// When no concentration to come can give more signal than this, the slow states are left to fade exactly.
const SILENT_SIGNAL: f64 = 1e-13;
/// Concentrations below this count as this in the logarithm; the signal there is zero for any purpose.
const SMALLEST_CONCENTRATION: f64 = 1e-290;

/// The slow states.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Slow {
    pub(crate) af: f64,
    pub(crate) as_: f64,
    pub(crate) d: f64,
}

/// The equations of the slow states for one parameter set, and its ladder of panels.
#[derive(Clone, Debug)]
pub(crate) struct Adaptation {
    params: Params,
    /// How much of the signal a panel may leave unresolved.
    tolerance: f64,
    fast_rate: f64,
    slow_rate: f64,
    build_up_rate: f64,
    /// ln EC50, with EC50 in ng/mL.
    ec50_log: f64,
    /// Below this concentration, ng/mL, there is no signal worth following, whatever the adaptation.
    silent_x: f64,
    /// Coefficients of e, e^2, .. in (1 + e)^g.
    binomial: [f64; BINOMIAL_TERMS],
    longest_rung: usize,
    first_rung: usize,
    lengths_h: [f64; RUNGS],
    rungs: Vec<OnceLock<Box<Rung>>>,
    ladder: Arc<Ladder>,
}

/// One panel length and all that depends on it alone. Tables come first, each at the beginning of a cache line.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
struct Rung {
    /// The potency shift at each node from a signal at each node.
    shift: Matrix,
    /// The opposing part of the net signal at each node from a signal at each node.
    opposing: Matrix,
    fast: Memory,
    slow: Memory,
    build_up: Memory,
    /// The potency shift lost by fading at each node, per unit of fast and of slow adaptation at the start.
    shift_lost_fast: Lanes,
    shift_lost_slow: Lanes,
    reach: Arc<Reach>,
    idx: usize,
    length_h: f64,
    /// A bound of how far a signal of one moves the potency shift by the end.
    reach_of_shift: f64,
    /// A bound of how much a change of the signal changes the signal itself by the end, times the potency shift.
    self_influence: f64,
}

/// A solved panel.
#[derive(Clone, Debug)]
pub(crate) struct Panel<'a> {
    rung: &'a Rung,
    start: Slow,
    signal: Lanes,
    build_up: BuildUp,
    unresolved: f64,
}

impl Panel<'_> {
    #[inline(always)]
    pub(crate) fn length_h(&self) -> f64 {
        self.rung.length_h
    }

    #[inline(always)]
    pub(crate) fn propagator(&self, parts: Parts) -> &Propagator {
        if parts == Parts::LEAF {
            &self.rung.reach.leaf
        } else {
            &self.rung.reach.more().propagator
        }
    }

    /// The slow states at `place` (0 to 1).
    #[inline(always)]
    pub(crate) fn slow_at(&self, place: f64) -> Slow {
        self.reader().at(self, place)
    }

    /// What readings at several places share.
    #[inline(always)]
    pub(crate) fn reader(&self) -> Reader {
        let rung = self.rung;
        Reader {
            af: rung.fast.at_nodes(self.start.af, &self.signal),
            as_: rung.slow.at_nodes(self.start.as_, &self.signal),
            driven: match &self.build_up {
                BuildUp::Driven(start, deficit) => rung.build_up.at_nodes(*start, deficit),
                BuildUp::Fading(_) | BuildUp::Cornered(_) => [0.0; LANES],
            },
        }
    }

    #[inline(always)]
    pub(crate) fn slow_at_end(&self) -> Slow {
        let rung = self.rung;
        Slow {
            af: rung.fast.at_end(self.start.af, &self.signal),
            as_: rung.slow.at_end(self.start.as_, &self.signal),
            d: self.build_up.at_end(&rung.build_up),
        }
    }
}

/// The slow states at the nodes of a panel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    af: Lanes,
    as_: Lanes,
    /// D where a deficit drives it everywhere; otherwise the panel knows better.
    driven: Lanes,
}

impl Reader {
    /// The slow states at `place` (0 to 1) of `panel`, which this is a reader of.
    #[inline(always)]
    pub(crate) fn at(&self, panel: &Panel<'_>, place: f64) -> Slow {
        let reading = COLLOCATION.reading(place);
        Slow {
            af: dot(&reading, &self.af),
            as_: dot(&reading, &self.as_),
            d: match &panel.build_up {
                BuildUp::Driven(..) => dot(&reading, &self.driven),
                elsewhere => elsewhere.at(&panel.rung.build_up, place, &reading),
            },
        }
    }
}

impl Adaptation {
    /// `ladder` must belong to the same kinetics; `None` makes a new one.
    pub(crate) fn new(params: &Params, tolerance: f64, ladder: Option<Arc<Ladder>>) -> Adaptation {
        let rate = |half_life_h: f64| std::f64::consts::LN_2 / half_life_h;
        let (fast_rate, slow_rate) = (rate(params.t_half_f), rate(params.t_half_s));
        let build_up_rate = rate(params.t_half_d);
        let mut binomial = [0.0; BINOMIAL_TERMS];
        let mut coefficient = 1.0;
        for (term, slot) in binomial.iter_mut().enumerate() {
            coefficient *= (params.gamma - term as f64) / (term + 1) as f64;
            *slot = coefficient;
        }
        let quickest = fast_rate.max(slow_rate).max(build_up_rate);
        // After a dose the quickest thing is absorption.
        let first_length_h = 3.4 / params.ka.max(params.ka7);
        let longest_rung = rung_no_longer_than(LARGEST_FADING / quickest);
        Adaptation {
            params: *params,
            tolerance,
            fast_rate,
            slow_rate,
            build_up_rate,
            ec50_log: libm::log(params.ec50),
            silent_x: params.ec50 * libm::exp(libm::log(SILENT_SIGNAL) / params.gamma),
            binomial,
            longest_rung,
            first_rung: rung_no_longer_than(first_length_h).max(longest_rung),
            lengths_h: std::array::from_fn(length_of),
            rungs: vec![OnceLock::new(); RUNGS],
            ladder: ladder.unwrap_or_else(|| Arc::new(Ladder::new())),
        }
    }

    pub(crate) fn ladder(&self) -> &Arc<Ladder> {
        &self.ladder
    }

    /// The rung to try first after something was swallowed.
    #[inline(always)]
    pub(crate) fn first_rung(&self) -> usize {
        self.first_rung
    }

    /// The shortest rung from `rung` on that still reaches over `left_h`; `rung` when none does.
    #[inline(always)]
    pub(crate) fn rung_reaching(&self, left_h: f64, rung: usize) -> usize {
        let mut rung = rung;
        while rung + 1 < RUNGS && self.lengths_h[rung + 1] >= left_h {
            rung += 1;
        }
        rung
    }

    /// Solves one panel from `amounts` and `slow` on, shortening it from `rung` until the polynomial resolves the signal.
    #[inline(always)]
    pub(crate) fn solve(
        &self,
        kinetics: &Kinetics,
        amounts: &Amounts,
        inflow: Inflow,
        slow: Slow,
        mut rung: usize,
    ) -> Panel<'_> {
        loop {
            let is_shortest = rung + 1 == RUNGS;
            match self.attempt(self.rung(kinetics, rung), amounts, inflow, slow, is_shortest) {
                Some(panel) if panel.unresolved <= self.tolerance || is_shortest => return panel,
                Some(panel) => rung = (rung + rungs_too_long(panel.unresolved, self.tolerance)).min(RUNGS - 1),
                None => rung = (rung + 2).min(RUNGS - 1),
            }
        }
    }

    /// The rung to try after this panel, of `rung`.
    #[inline(always)]
    pub(crate) fn rung_after(&self, panel: &Panel<'_>) -> usize {
        panel
            .rung
            .idx
            .saturating_sub(rungs_of_room(panel.unresolved, self.tolerance))
            .max(self.longest_rung)
    }

    /// Whether no concentration up to `x` could raise a signal, whatever the adaptation.
    #[inline(always)]
    pub(crate) fn is_silent_below(&self, x: f64) -> bool {
        x < self.silent_x
    }

    /// The slow states after `length_h` without any signal: exact.
    pub(crate) fn without_signal(&self, slow: Slow, length_h: f64) -> Slow {
        let kept = |rate: f64| libm::exp(-rate * length_h);
        let passed_on = |rate: f64| self.build_up_rate * two_phases(rate, self.build_up_rate, length_h);
        Slow {
            af: slow.af * kept(self.fast_rate),
            as_: slow.as_ * kept(self.slow_rate),
            d: slow.d * kept(self.build_up_rate)
                + self.params.beta_f * slow.af * passed_on(self.fast_rate)
                + self.params.beta_s * slow.as_ * passed_on(self.slow_rate),
        }
    }

    /// Solves one panel; `false` when it is too long for that. Says through `panel` how much its polynomial leaves unresolved.
    #[inline(always)]
    fn attempt<'a>(
        &self,
        rung: &'a Rung,
        amounts: &Amounts,
        inflow: Inflow,
        slow: Slow,
        is_shortest: bool,
    ) -> Option<Panel<'a>> {
        let p = &self.params;
        let shift = 1.0 + p.tau_f * slow.af + p.tau_s * slow.as_;
        let force = self.force(&rung.concentrations(amounts, inflow), shift);
        let signal = self.agreed_signal(rung, &force, slow, shift, is_shortest)?;
        let unresolved = COLLOCATION.unresolved(&signal);
        let build_up = if unresolved > self.tolerance && !is_shortest {
            // Too coarse: spare the rest.
            BuildUp::Fading(0.0)
        } else {
            let mut net = weighted(&rung.opposing, &signal);
            for lane in 0..LANES {
                let faded = p.beta_f * rung.fast.kept[lane] * slow.af + p.beta_s * rung.slow.kept[lane] * slow.as_;
                net[lane] = signal[lane] - net[lane] - faded;
            }
            let net = together(net);
            BuildUp::new(&rung.build_up, slow.d, &net)
        };
        Some(Panel {
            rung,
            start: slow,
            signal,
            build_up,
            unresolved,
        })
    }

    /// The signal at the nodes, in agreement with the potency shift it brings about itself; `None` when that moves too far or
    /// agreement is not reached. `force` is (X / (EC50 Th))^g with the potency shift at the start of the panel.
    #[inline(always)]
    fn agreed_signal(&self, rung: &Rung, force: &Lanes, slow: Slow, shift: f64, is_shortest: bool) -> Option<Lanes> {
        let p = &self.params;
        let per_shift = 1.0 / shift;
        // How far the shift falls by fading alone, relative to the start.
        let mut faded: Lanes = [0.0; LANES];
        for lane in 0..LANES {
            let lost = rung.shift_lost_fast[lane] * slow.af + rung.shift_lost_slow[lane] * slow.as_;
            faded[lane] = -lost * per_shift;
        }
        let faded = together(faded);
        let agreement_per_change = rung.self_influence * per_shift;
        let mut signal = *force;
        for lane in 0..LANES {
            signal[lane] = force[lane] / (force[lane] + 1.0);
        }
        signal = together(signal);
        for _ in 0..MOST_SWEEPS {
            let moved = relative_shift(rung, &signal, per_shift, &faded);
            if p.gamma * largest(&moved) > LARGEST_SHIFT && !is_shortest {
                return None;
            }
            let mut change: Lanes = [0.0; LANES];
            let resistance = self.binomial_power(&moved);
            for lane in 0..LANES {
                change[lane] = force[lane] / (force[lane] + resistance[lane]) - signal[lane];
            }
            change = together(change);
            for lane in 0..LANES {
                signal[lane] += change[lane];
            }
            signal = together(signal);
            let left = agreement_per_change * largest(&change);
            if left < AGREEMENT {
                return Some(signal);
            }
            if left < NEARLY_AGREED {
                self.correct(rung, &mut signal, change, per_shift);
                return Some(signal);
            }
        }
        is_shortest.then_some(signal)
    }

    /// Carries the last change of the signal through its own consequences, to first order: all that is left is of second.
    #[inline(always)]
    fn correct(&self, rung: &Rung, signal: &mut Lanes, mut change: Lanes, per_shift: f64) {
        for _ in 0..MOST_CORRECTIONS {
            let moved = weighted(&rung.shift, &change);
            let slope = self.params.gamma * per_shift;
            for lane in 0..LANES {
                change[lane] = -(slope * (signal[lane] * (1.0 - signal[lane])) * moved[lane]);
                signal[lane] += change[lane];
            }
            change = together(change);
            *signal = together(*signal);
            if largest(&change) * rung.self_influence * per_shift < AGREEMENT {
                return;
            }
        }
    }

    /// (X / (EC50 Th))^g at the nodes, with the potency shift Th at the start of the panel. The first factor does not depend on
    /// anything adapting, so a processor can work on it while the panel before is not finished.
    #[inline(always)]
    fn force(&self, x: &Lanes, shift: f64) -> Lanes {
        let mut force = lanes::ln(x);
        for lane in 0..LANES {
            force[lane] = self.params.gamma * (force[lane] - self.ec50_log);
        }
        force = lanes::exp(&force);
        let by_shift = lanes::exp_of(-self.params.gamma * lanes::ln_of(shift));
        for lane in 0..LANES {
            force[lane] *= by_shift;
        }
        together(force)
    }

    /// (1 + e)^g for small e.
    #[inline(always)]
    fn binomial_power(&self, e: &Lanes) -> Lanes {
        let [c1, c2, c3, c4, c5, c6, c7] = self.binomial;
        let mut power = *e;
        for lane in 0..LANES {
            let e = power[lane];
            let e2 = e * e;
            let low = c1 + c2 * e;
            let middle = c3 + c4 * e;
            let high = (c5 + c6 * e) + c7 * e2;
            power[lane] = 1.0 + e * (low + (middle + high * e2) * e2);
        }
        together(power)
    }

    #[inline(always)]
    fn rung(&self, kinetics: &Kinetics, rung: usize) -> &Rung {
        self.rungs[rung].get_or_init(|| Box::new(self.make_rung(kinetics, rung)))
    }

    #[inline(never)]
    fn make_rung(&self, kinetics: &Kinetics, idx: usize) -> Rung {
        let p = &self.params;
        let length_h = length_of(idx);
        let fast = Memory::new(self.fast_rate, length_h);
        let slow = Memory::new(self.slow_rate, length_h);
        let shift = mixed(&fast, p.tau_f, &slow, p.tau_s);
        let opposing = mixed(&fast, p.beta_f, &slow, p.beta_s);
        let reach_of_shift = (p.tau_f * self.fast_rate + p.tau_s * self.slow_rate) * length_h;
        Rung {
            idx,
            length_h,
            reach: self.ladder.reach(idx, kinetics, p),
            shift_lost_fast: fast.kept.map(|kept| p.tau_f * (1.0 - kept)),
            shift_lost_slow: slow.kept.map(|kept| p.tau_s * (1.0 - kept)),
            fast,
            slow,
            build_up: Memory::new(self.build_up_rate, length_h),
            shift,
            opposing,
            reach_of_shift,
            self_influence: p.gamma / 4.0 * reach_of_shift,
        }
    }
}

impl Rung {
    /// X at the nodes, ng/mL of mitragynine equivalents, never quite zero.
    #[inline(always)]
    fn concentrations(&self, a: &Amounts, inflow: Inflow) -> Lanes {
        let mut x = [SMALLEST_CONCENTRATION; LANES];
        add(&mut x, &self.reach.seen, &[a.g1, a.g2, a.m1, a.m2, a.h]);
        let more = [a.k1, a.k2, inflow.mitragynine_mg_per_h, inflow.seven_oh_mg_per_h];
        if more[0] + more[1] + more[2] + more[3] > 0.0 {
            add(&mut x, &self.reach.more().seen, &more);
        }
        together(x)
    }
}

#[inline(always)]
fn add<const N: usize>(x: &mut Lanes, seen: &[Lanes; N], amounts: &[f64; N]) {
    for place in 0..N {
        for lane in 0..LANES {
            x[lane] += seen[place][lane] * amounts[place];
        }
    }
}

/// What a signal at each node gives to a weighted sum of both memories at each node.
fn mixed(fast: &Memory, fast_weight: f64, slow: &Memory, slow_weight: f64) -> Matrix {
    let mut mixed = fast.gained;
    for column in 0..LANES {
        for lane in 0..LANES {
            mixed[column][lane] = fast_weight * mixed[column][lane] + slow_weight * slow.gained[column][lane];
        }
    }
    mixed
}

/// The potency shift at the nodes relative to the start of the panel, less one.
#[inline(always)]
fn relative_shift(rung: &Rung, signal: &Lanes, per_shift: f64, faded: &Lanes) -> Lanes {
    let mut moved = weighted(&rung.shift, signal);
    for lane in 0..LANES {
        moved[lane] = moved[lane] * per_shift + faded[lane];
    }
    together(moved)
}

fn length_of(rung: usize) -> f64 {
    let halved = f64::from(u32::try_from(rung / 2).unwrap_or(u32::MAX));
    let length_h = LONGEST_PANEL_H * libm::exp2(-halved);
    if rung.is_multiple_of(2) {
        length_h
    } else {
        length_h * std::f64::consts::FRAC_1_SQRT_2
    }
}

fn rung_no_longer_than(length_h: f64) -> usize {
    (0..RUNGS - 1)
        .find(|rung| length_of(*rung) <= length_h)
        .unwrap_or(RUNGS - 1)
}

/// How many rungs longer the next panel may be. A rung changes the unresolved part [`ERROR_PER_RUNG`]-fold.
#[inline(always)]
fn rungs_of_room(unresolved: f64, tolerance: f64) -> usize {
    const MOST: usize = 6;
    let mut error = unresolved * ERROR_PER_RUNG * CAUTION;
    let mut rungs = 0;
    while error < tolerance && rungs < MOST {
        error *= ERROR_PER_RUNG;
        rungs += 1;
    }
    rungs
}

/// How many rungs shorter a panel must be that left this much unresolved.
#[cold]
fn rungs_too_long(unresolved: f64, tolerance: f64) -> usize {
    const MOST: usize = 6;
    let mut error = unresolved / ERROR_PER_RUNG;
    let mut rungs = 1;
    while error > tolerance && rungs < MOST {
        error /= ERROR_PER_RUNG;
        rungs += 1;
    }
    rungs
}

/// exp(-a t) convolved with exp(-b t), at `length_h`, without cancellation for a near b.
fn two_phases(a: f64, b: f64, length_h: f64) -> f64 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    let gap = high - low;
    let difference = if gap > 0.0 {
        -libm::expm1(-gap * length_h) / gap
    } else {
        length_h
    };
    libm::exp(-low * length_h) * difference
}
