//! The nonlinear part: fast and slow adaptation and withdrawal build-up, driven by the known concentration.
//!
//! Time is cut into panels. On a panel the signal is a polynomial through eight nodes; the exact concentration at the nodes
//! comes from the linear solution, the adaptation there from integrating the polynomial, and the two are made to agree by a
//! few sweeps (adaptation moves slowly, so each sweep gains two to four digits). Panel lengths come from a fixed ladder, so
//! everything that depends on the length alone is computed once per parameter set. `docs/model.md` has the error figures.

mod ladder;
mod pace;
mod tangent;

use std::sync::{Arc, OnceLock};

use crate::build_up::{BuildUp, Memory};
use crate::collocation::{COLLOCATION, Matrix, weighted};
use crate::instructions::{Instructions, Kernel};
use crate::kinetics::{Amounts, Inflow, Parts, Propagator};
use crate::lanes::{LANES, Lanes, Simd, Vector, Vectors, exp_of, ln_of};
use crate::params::Params;
use ladder::Reach;
use pace::{rungs_finer, rungs_too_long};

pub(crate) use ladder::Ladder;
pub(crate) use pace::Pace;
pub(crate) use tangent::{Direction, Ground, PanelTangent};

/// The longest panel, h; each further rung of the ladder is shorter by the square root of two.
const LONGEST_PANEL_H: f64 = 16.0;
/// Rungs: the shortest panel is about 0.001 h.
const RUNGS: usize = 29;
/// How much of the signal a panel's polynomial may leave unresolved. Adaptation averages what is left, so its own error is
/// far smaller: see the measured errors in `docs/model.md`.
pub(crate) const TOLERANCE: f64 = 6e-6;
/// The same for each of many draws: thousandths of a point where their spread is points.
pub(crate) const DRAW_TOLERANCE: f64 = 2e-3;
/// Sweeps end when the signal at the nodes is this close to agreement, as a share of the tolerance.
const AGREEMENT: f64 = 0.05;
const MOST_SWEEPS: usize = 8;
const MOST_CORRECTIONS: usize = 4;
/// Panels on which g times the relative potency shift moves further than this are cut: the binomial series ends here.
const LARGEST_SHIFT: f64 = 0.15;
/// Terms of the binomial series of (1 + e)^g after the first.
const BINOMIAL_TERMS: usize = 7;
/// The same of (1 + e)^-g, which is carried on from panel to panel.
const INVERSE_TERMS: usize = 10;
/// Potency shifts up to 9 are foreseen.
const FOOTHOLDS: usize = 64;
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
    /// Sweeps end when the signal at the nodes is this close to agreement.
    agreement: f64,
    /// Below this, consequences of a change are small enough to be followed to first order: what that leaves out is of second.
    nearly_agreed: f64,
    fast_rate: f64,
    slow_rate: f64,
    build_up_rate: f64,
    /// ln EC50, with EC50 in ng/mL.
    ec50_log: f64,
    /// Below this concentration, ng/mL, there is no signal worth following, whatever the adaptation.
    silent_x: f64,
    /// Coefficients of e, e^2, .. in (1 + e)^g.
    binomial: [f64; BINOMIAL_TERMS],
    /// The same in (1 + e)^-g.
    inverse: [f64; INVERSE_TERMS],
    longest_rung: usize,
    first_rung: usize,
    lengths_h: [f64; RUNGS],
    rungs: Vec<OnceLock<Box<Rung>>>,
    /// What potency shifts do, one for each eighth from 1 on: where the first panel after something was swallowed starts from.
    footholds: Vec<OnceLock<Yielding>>,
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

/// What the potency shift Th at the start of a panel does to the force.
#[derive(Clone, Copy, Debug)]
struct Yielding {
    /// 1 / Th.
    per_shift: f64,
    /// Th^-g.
    power: f64,
}

/// A solved panel.
#[derive(Clone, Debug)]
pub(crate) struct Panel<'a, S: Simd> {
    rung: &'a Rung,
    start: Slow,
    signal: Vector<S>,
    build_up: BuildUp<S>,
    unresolved: f64,
}

impl<S: Simd> Panel<'_, S> {
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

    /// What readings at several places share.
    #[inline(always)]
    pub(crate) fn reader(&self) -> Reader<S> {
        let rung = self.rung;
        Reader {
            af: rung.fast.at_nodes(self.start.af, self.signal),
            as_: rung.slow.at_nodes(self.start.as_, self.signal),
            driven: match &self.build_up {
                BuildUp::Driven(start, deficit) => rung.build_up.at_nodes(*start, *deficit),
                BuildUp::Fading(_) | BuildUp::Cornered(..) => self.signal.simd().splat(0.0),
            },
        }
    }

    #[inline(always)]
    pub(crate) fn slow_at_end(&self) -> Slow {
        let rung = self.rung;
        Slow {
            af: rung.fast.at_end(self.start.af, self.signal),
            as_: rung.slow.at_end(self.start.as_, self.signal),
            d: self.build_up.at_end(&rung.build_up),
        }
    }
}

/// The slow states at the nodes of a panel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<S: Simd> {
    af: Vector<S>,
    as_: Vector<S>,
    /// D where a deficit drives it everywhere; otherwise the panel knows better.
    driven: Vector<S>,
}

impl<S: Simd> Reader<S> {
    /// The slow states at `place` (0 to 1) of `panel`, which this is a reader of.
    #[inline(always)]
    pub(crate) fn at(&self, panel: &Panel<'_, S>, place: f64) -> Slow {
        self.read(panel, place, COLLOCATION.reading(self.af.simd(), place))
    }

    /// The same where the collocation's reading there is known.
    #[inline(always)]
    fn read(&self, panel: &Panel<'_, S>, place: f64, reading: Vector<S>) -> Slow {
        Slow {
            af: (reading * self.af).total(),
            as_: (reading * self.as_).total(),
            d: match &panel.build_up {
                BuildUp::Driven(..) => (reading * self.driven).total(),
                elsewhere => elsewhere.at(&panel.rung.build_up, place, reading),
            },
        }
    }
}

impl Adaptation {
    /// `ladder` must be of the same kinetics.
    pub(crate) fn new(params: &Params, tolerance: f64, ladder: Arc<Ladder>) -> Adaptation {
        let rate = |half_life_h: f64| std::f64::consts::LN_2 / half_life_h;
        let (fast_rate, slow_rate) = (rate(params.t_half_f), rate(params.t_half_s));
        let build_up_rate = rate(params.t_half_d);
        let quickest = fast_rate.max(slow_rate).max(build_up_rate);
        // After a dose the quickest thing is absorption.
        let first_length_h = 3.4 / params.ka.max(params.ka7);
        let finer = rungs_finer(tolerance);
        let longest_rung = rung_no_longer_than(LARGEST_FADING / quickest);
        Adaptation {
            params: *params,
            tolerance,
            agreement: AGREEMENT * tolerance,
            nearly_agreed: 0.3 * libm::sqrt(AGREEMENT * tolerance),
            fast_rate,
            slow_rate,
            build_up_rate,
            ec50_log: libm::log(params.ec50),
            silent_x: params.ec50 * libm::exp(libm::log(SILENT_SIGNAL) / params.gamma),
            binomial: binomial(params.gamma),
            inverse: binomial(-params.gamma),
            longest_rung,
            first_rung: (rung_no_longer_than(first_length_h) + finer).clamp(longest_rung, RUNGS - 1),
            lengths_h: std::array::from_fn(length_of),
            rungs: vec![OnceLock::new(); RUNGS],
            footholds: vec![OnceLock::new(); FOOTHOLDS],
            ladder,
        }
    }

    pub(crate) fn ladder(&self) -> &Arc<Ladder> {
        &self.ladder
    }

    /// How to step after something was swallowed.
    #[inline(always)]
    pub(crate) fn pace(&self) -> Pace {
        Pace::new(self.first_rung)
    }

    /// Solves one panel from `amounts` and `slow` on, no longer than is needed to reach over `left_h`, and shortened until the
    /// polynomial resolves the signal.
    #[inline(always)]
    pub(crate) fn solve<S: Simd>(
        &self,
        simd: S,
        amounts: &Amounts,
        inflow: Inflow,
        slow: Slow,
        left_h: f64,
        pace: &mut Pace,
    ) -> Panel<'_, S> {
        let shift = 1.0 + self.params.tau_f * slow.af + self.params.tau_s * slow.as_;
        let yielding = self.yielding(shift, pace.yielding);
        pace.yielding = Some(yielding);
        let mut idx = self.rung_reaching(left_h, pace.rung);
        loop {
            let rung = self.rung(idx);
            match self.attempt(simd, rung, amounts, inflow, slow, yielding) {
                Some(panel) if panel.unresolved <= self.tolerance || rung.is_shortest() => {
                    let longest = pace.rung_after(rung.idx, panel.unresolved, self.tolerance);
                    pace.rung = longest.max(self.longest_rung);
                    return panel;
                }
                Some(panel) => idx = (idx + rungs_too_long(panel.unresolved, self.tolerance)).min(RUNGS - 1),
                None => idx = (idx + 2).min(RUNGS - 1),
            }
        }
    }

    /// The shortest rung from `rung` on that still reaches over `left_h`; `rung` when none does.
    #[inline(always)]
    fn rung_reaching(&self, left_h: f64, rung: usize) -> usize {
        let mut rung = rung;
        while rung + 1 < RUNGS && self.lengths_h[rung + 1] >= left_h {
            rung += 1;
        }
        rung
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

    /// Solves one panel; `None` when it is too long for that. How much its polynomial leaves unresolved the panel says itself.
    #[inline(always)]
    fn attempt<'a, S: Simd>(
        &self,
        simd: S,
        rung: &'a Rung,
        amounts: &Amounts,
        inflow: Inflow,
        slow: Slow,
        yielding: Yielding,
    ) -> Option<Panel<'a, S>> {
        let p = &self.params;
        let force = self.force(rung.concentrations(simd, amounts, inflow)) * yielding.power;
        let signal = self.agreed_signal(rung, force, slow, yielding.per_shift)?;
        let unresolved = COLLOCATION.unresolved(signal);
        let build_up = if unresolved > self.tolerance && !rung.is_shortest() {
            // Too coarse: spare the rest.
            BuildUp::Fading(0.0)
        } else {
            let faded =
                simd.load(&rung.fast.kept) * p.beta_f * slow.af + simd.load(&rung.slow.kept) * p.beta_s * slow.as_;
            let net = signal - weighted(&rung.opposing, signal) - faded;
            BuildUp::new(&rung.build_up, slow.d, net)
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
    fn agreed_signal<S: Simd>(&self, rung: &Rung, force: Vector<S>, slow: Slow, per_shift: f64) -> Option<Vector<S>> {
        let simd = force.simd();
        let p = &self.params;
        // How far the shift falls by fading alone, relative to the start.
        let lost = simd.load(&rung.shift_lost_fast) * slow.af + simd.load(&rung.shift_lost_slow) * slow.as_;
        let faded = -lost * per_shift;
        let agreement_per_change = rung.self_influence * per_shift;
        let mut signal = force / (force + 1.0);
        for _ in 0..MOST_SWEEPS {
            let moved = weighted(&rung.shift, signal) * per_shift + faded;
            if p.gamma * moved.largest() > LARGEST_SHIFT && !rung.is_shortest() {
                return None;
            }
            let change = force / (force + self.binomial_power(moved)) - signal;
            signal = signal + change;
            let left = agreement_per_change * change.largest();
            if left < self.agreement {
                return Some(signal);
            }
            if left < self.nearly_agreed {
                return Some(self.corrected(rung, signal, change, per_shift));
            }
        }
        rung.is_shortest().then_some(signal)
    }

    /// Carries the last change of the signal through its own consequences, to first order: all that is left is of second.
    #[inline(always)]
    fn corrected<S: Simd>(
        &self,
        rung: &Rung,
        mut signal: Vector<S>,
        mut change: Vector<S>,
        per_shift: f64,
    ) -> Vector<S> {
        let slope = self.params.gamma * per_shift;
        for _ in 0..MOST_CORRECTIONS {
            let moved = weighted(&rung.shift, change);
            let yielding = signal * (signal.simd().splat(1.0) - signal) * slope;
            change = -(yielding * moved);
            signal = signal + change;
            if change.largest() * rung.self_influence * per_shift < self.agreement {
                break;
            }
        }
        signal
    }

    /// (X / EC50)^g at the nodes. It does not depend on anything adapting, so a processor can work on it while the panel before is
    /// not finished.
    #[inline(always)]
    fn force<S: Simd>(&self, x: Vector<S>) -> Vector<S> {
        ((x.ln() - self.ec50_log) * self.params.gamma).exp()
    }

    /// What this potency shift does to the force, from what the last panel's did where that is near.
    #[inline(always)]
    fn yielding(&self, shift: f64, last: Option<Yielding>) -> Yielding {
        let near = last.or_else(|| self.foothold(shift));
        let e = near.map_or(f64::INFINITY, |near| shift * near.per_shift - 1.0);
        let power = match near {
            Some(near) if self.params.gamma * e.abs() <= LARGEST_SHIFT => {
                let [c1, c2, c3, c4, c5, c6, c7, c8, c9, c10] = self.inverse;
                let e2 = e * e;
                let e4 = e2 * e2;
                let low = (c1 + c2 * e) + (c3 + c4 * e) * e2;
                let high = (c5 + c6 * e) + (c7 + c8 * e) * e2;
                near.power * (1.0 + e * (low + (high + (c9 + c10 * e) * e4) * e4))
            }
            _ => self.power_of_shift(shift),
        };
        Yielding {
            per_shift: 1.0 / shift,
            power,
        }
    }

    /// What a potency shift near this one does, worked out once for each eighth.
    #[inline(always)]
    fn foothold(&self, shift: f64) -> Option<Yielding> {
        const PER_SHIFT: f64 = 8.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a shift is at least one; what is too large for a place ends in the last and beyond the list"
        )]
        let idx = ((shift - 1.0) * PER_SHIFT) as usize;
        let middle = || 1.0 + (idx as f64 + 0.5) / PER_SHIFT;
        self.footholds.get(idx).map(|foothold| {
            *foothold.get_or_init(|| Yielding {
                per_shift: 1.0 / middle(),
                power: self.power_of_shift(middle()),
            })
        })
    }

    /// Th^-g.
    #[inline(always)]
    fn power_of_shift(&self, shift: f64) -> f64 {
        exp_of(-self.params.gamma * ln_of(shift))
    }

    /// (1 + e)^g for small e.
    #[inline(always)]
    fn binomial_power<S: Simd>(&self, e: Vector<S>) -> Vector<S> {
        let [c1, c2, c3, c4, c5, c6, c7] = self.binomial;
        let e2 = e * e;
        let low = e * c2 + c1;
        let middle = e * c4 + c3;
        let high = (e * c6 + c5) + e2 * c7;
        e * (low + (middle + high * e2) * e2) + 1.0
    }

    #[inline(always)]
    fn rung(&self, idx: usize) -> &Rung {
        self.rungs[idx].get_or_init(|| Box::new(self.make_rung(idx)))
    }

    #[inline(never)]
    fn make_rung(&self, idx: usize) -> Rung {
        Instructions::widest().run(MakeRung { adaptation: self, idx })
    }
}

/// The making of one rung.
struct MakeRung<'a> {
    adaptation: &'a Adaptation,
    idx: usize,
}

impl Kernel for MakeRung<'_> {
    type Found = Rung;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> Rung {
        let MakeRung { adaptation, idx } = self;
        let p = &adaptation.params;
        let length_h = length_of(idx);
        let memory = |rate: f64| Memory::new(simd, rate, length_h);
        let (fast, slow) = (memory(adaptation.fast_rate), memory(adaptation.slow_rate));
        let shift = mixed(&fast, p.tau_f, &slow, p.tau_s);
        let opposing = mixed(&fast, p.beta_f, &slow, p.beta_s);
        let reach_of_shift = (p.tau_f * adaptation.fast_rate + p.tau_s * adaptation.slow_rate) * length_h;
        Rung {
            idx,
            length_h,
            reach: adaptation.ladder.reach(idx),
            shift_lost_fast: fast.kept.map(|kept| p.tau_f * (1.0 - kept)),
            shift_lost_slow: slow.kept.map(|kept| p.tau_s * (1.0 - kept)),
            fast,
            slow,
            build_up: memory(adaptation.build_up_rate),
            shift,
            opposing,
            reach_of_shift,
            self_influence: p.gamma / 4.0 * reach_of_shift,
        }
    }
}

impl Rung {
    #[inline(always)]
    fn is_shortest(&self) -> bool {
        self.idx + 1 == RUNGS
    }

    /// X at the nodes, ng/mL of mitragynine equivalents, never quite zero.
    #[inline(always)]
    fn concentrations<S: Simd>(&self, simd: S, a: &Amounts, inflow: Inflow) -> Vector<S> {
        let x = added(
            simd.splat(SMALLEST_CONCENTRATION),
            &self.reach.seen,
            &[a.g1, a.g2, a.m1, a.m2, a.h],
        );
        let more = [a.k1, a.k2, inflow.mitragynine_mg_per_h, inflow.seven_oh_mg_per_h];
        if more[0] + more[1] + more[2] + more[3] > 0.0 {
            added(x, &self.reach.more().seen, &more)
        } else {
            x
        }
    }
}

#[inline(always)]
fn added<S: Simd, const N: usize>(mut x: Vector<S>, seen: &[Lanes; N], amounts: &[f64; N]) -> Vector<S> {
    for place in 0..N {
        x = x + x.simd().load(&seen[place]) * amounts[place];
    }
    x
}

/// Coefficients of e, e^2, .. in (1 + e)^power.
fn binomial<const TERMS: usize>(power: f64) -> [f64; TERMS] {
    let mut coefficient = 1.0;
    std::array::from_fn(|term| {
        coefficient *= (power - term as f64) / (term + 1) as f64;
        coefficient
    })
}

/// What a signal at each node gives to a weighted sum of both memories at each node.
#[inline(always)]
fn mixed(fast: &Memory, fast_weight: f64, slow: &Memory, slow_weight: f64) -> Matrix {
    let mut mixed = fast.gained;
    for column in 0..LANES {
        for lane in 0..LANES {
            mixed[column][lane] = fast_weight * mixed[column][lane] + slow_weight * slow.gained[column][lane];
        }
    }
    mixed
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
