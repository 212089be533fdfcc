//! The nonlinear part: fast and slow adaptation and withdrawal build-up, driven by the known concentration.
//!
//! Time is cut into panels. On a panel the signal is a polynomial through eight nodes; the exact concentration at the nodes
//! comes from the linear solution, the adaptation there from integrating the polynomial, and the two are made to agree by a
//! few sweeps (adaptation moves slowly, so each sweep gains two to four digits). Panel lengths come from a fixed ladder, so
//! everything that depends on the length alone is computed once per parameter set. `docs/model.md` has the error figures.

use std::sync::OnceLock;

use crate::build_up::{BuildUp, Memory};
use crate::collocation::{COLLOCATION, dot};
use crate::kinetics::{Amounts, Fate, Inflow, Kinetics, Parts, Propagator};
use crate::lanes::{self, LANES, LARGEST_EXPONENT, Lanes};
use crate::params::Params;

/// The longest panel, h; each further rung of the ladder is shorter by the square root of two.
const LONGEST_PANEL_H: f64 = 16.0;
/// Rungs: the shortest panel is about 0.001 h.
const RUNGS: usize = 29;
/// Rungs that halve the length twice over: one rung changes the error by about two to the fourth.
const ERROR_PER_RUNG_LOG2: f64 = 4.0;
/// How much of the signal a panel's polynomial may leave unresolved. Adaptation averages what is left, so its own error is
/// far smaller: see the measured errors in `docs/model.md`.
const TOLERANCE: f64 = 2e-6;
/// Sweeps end when the signal at the nodes is this close to agreement.
const AGREEMENT: f64 = 1e-9;
const MOST_SWEEPS: usize = 8;
/// Panels on which g times the relative potency shift moves further than this are cut: the binomial series ends here.
const LARGEST_SHIFT: f64 = 0.15;
/// Terms of the binomial series of (1 + e)^g after the first.
const BINOMIAL_TERMS: usize = 7;
/// Fading per panel above this is cut.
const LARGEST_FADING: f64 = 1.5;
/// Concentrations below this count as this in the logarithm; the signal there is zero for any purpose.
const SMALLEST_CONCENTRATION: f64 = 1e-290;

/// The slow states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slow {
    pub(crate) af: f64,
    pub(crate) as_: f64,
    pub(crate) d: f64,
}

/// The equations of the slow states for one parameter set, and its ladder of panels.
#[derive(Clone, Debug)]
pub(crate) struct Adaptation {
    params: Params,
    fast_rate: f64,
    slow_rate: f64,
    build_up_rate: f64,
    /// Coefficients of e, e^2, .. in (1 + e)^g.
    binomial: [f64; BINOMIAL_TERMS],
    longest_rung: usize,
    first_rung: usize,
    rungs: Vec<OnceLock<Box<Rung>>>,
}

/// One panel length and all that depends on it alone.
#[derive(Clone, Debug)]
struct Rung {
    length_h: f64,
    /// X at the nodes per mg in g1, g2, m1, m2, h at the start, ng/mL per mg.
    seen: [Lanes; 5],
    /// X at the nodes per mg in k1, k2 and per mg/h of either inflow.
    seen_more: [Lanes; 4],
    propagator: Propagator,
    fast: Memory,
    slow: Memory,
    build_up: Memory,
}

/// A solved panel.
#[derive(Clone, Debug)]
pub(crate) struct Panel<'a> {
    rung: &'a Rung,
    af: Lanes,
    as_: Lanes,
    build_up: BuildUp,
    /// The rung to try next.
    pub(crate) next_rung: usize,
}

impl Panel<'_> {
    pub(crate) fn length_h(&self) -> f64 {
        self.rung.length_h
    }

    pub(crate) fn propagator(&self) -> &Propagator {
        &self.rung.propagator
    }

    /// The slow states at `place` (0 to 1).
    pub(crate) fn slow_at(&self, place: f64) -> Slow {
        let reading = COLLOCATION.reading(place);
        Slow {
            af: dot(&reading, &self.af),
            as_: dot(&reading, &self.as_),
            d: self.build_up.at(place, &reading),
        }
    }

    pub(crate) fn slow_at_end(&self) -> Slow {
        Slow {
            af: self.af[LANES - 1],
            as_: self.as_[LANES - 1],
            d: self.build_up.at_end(),
        }
    }
}

impl Adaptation {
    pub(crate) fn new(params: &Params) -> Adaptation {
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
        let first_length_h = 2.3 / params.ka.max(params.ka7);
        let longest_rung = rung_no_longer_than(LARGEST_FADING / quickest);
        Adaptation {
            params: *params,
            fast_rate,
            slow_rate,
            build_up_rate,
            binomial,
            longest_rung,
            first_rung: rung_no_longer_than(first_length_h).max(longest_rung),
            rungs: vec![OnceLock::new(); RUNGS],
        }
    }

    /// The rung to try first after something was swallowed.
    pub(crate) fn first_rung(&self) -> usize {
        self.first_rung
    }

    /// The shortest rung that still reaches over `left_h`, if shorter than `rung`; else `rung`.
    pub(crate) fn rung_reaching(&self, left_h: f64, rung: usize) -> usize {
        let reaching = rung_no_longer_than(left_h * std::f64::consts::SQRT_2);
        if length_of(reaching) >= left_h {
            reaching.max(rung)
        } else {
            rung
        }
    }

    /// Solves one panel from `amounts` and `slow` on, shortening it from `rung` until the polynomial resolves the signal.
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
                Some((mut panel, unresolved)) => {
                    let rungs_of_room = libm::log2(TOLERANCE / unresolved.max(1e-30)) / ERROR_PER_RUNG_LOG2;
                    if rungs_of_room >= 0.0 || is_shortest {
                        panel.next_rung = self.longer(rung, rungs_of_room - 0.2);
                        return panel;
                    }
                    rung = shorter(rung, -rungs_of_room);
                }
                None => rung = shorter(rung, 2.0),
            }
        }
    }

    /// Ever so slightly above nothing: a bound of the signal from any concentration up to `x`, whatever the adaptation.
    pub(crate) fn signal_bound(&self, x: f64) -> f64 {
        crate::output::hill(x, self.params.ec50, self.params.gamma)
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

    /// The panel with how much of the signal its polynomial leaves unresolved; `None` when it is too long to be solved at all.
    fn attempt<'a>(
        &self,
        rung: &'a Rung,
        amounts: &Amounts,
        inflow: Inflow,
        slow: Slow,
        is_shortest: bool,
    ) -> Option<(Panel<'a>, f64)> {
        let p = &self.params;
        let shift = 1.0 + p.tau_f * slow.af + p.tau_s * slow.as_;
        let force = self.force(&rung.concentrations(amounts, inflow), shift);
        let mut signal = force.map(|force| force / (force + 1.0));
        let agreement_per_change =
            p.gamma / 4.0 * (p.tau_f * self.fast_rate + p.tau_s * self.slow_rate) * rung.length_h / shift;
        let mut sweeps = 0;
        let (mut af, mut as_);
        loop {
            af = rung.fast.at_nodes(slow.af, &signal);
            as_ = rung.slow.at_nodes(slow.as_, &signal);
            let mut moved: Lanes = [0.0; LANES];
            for ((moved, af), as_) in moved.iter_mut().zip(&af).zip(&as_) {
                *moved = (p.tau_f * (af - slow.af) + p.tau_s * (as_ - slow.as_)) / shift;
            }
            let furthest = moved.iter().fold(0.0_f64, |furthest, moved| furthest.max(moved.abs()));
            if p.gamma * furthest > LARGEST_SHIFT && !is_shortest {
                return None;
            }
            let resistance = self.binomial_power(&moved);
            let mut change = 0.0_f64;
            for ((signal, force), resistance) in signal.iter_mut().zip(&force).zip(&resistance) {
                let next = force / (force + resistance);
                change = change.max((next - *signal).abs());
                *signal = next;
            }
            sweeps += 1;
            if change * agreement_per_change < AGREEMENT {
                break;
            }
            if sweeps == MOST_SWEEPS {
                if is_shortest {
                    break;
                }
                return None;
            }
        }
        let unresolved = COLLOCATION.unresolved(&signal);
        if unresolved > TOLERANCE && !is_shortest {
            // Too coarse: spare the rest.
            let panel = Panel {
                rung,
                af,
                as_,
                build_up: BuildUp::Smooth([0.0; LANES]),
                next_rung: 0,
            };
            return Some((panel, unresolved));
        }
        let mut net: Lanes = [0.0; LANES];
        for (((net, signal), af), as_) in net.iter_mut().zip(&signal).zip(&af).zip(&as_) {
            *net = signal - p.beta_f * af - p.beta_s * as_;
        }
        let build_up = BuildUp::new(&rung.build_up, slow.d, &net);
        Some((
            Panel {
                rung,
                af,
                as_,
                build_up,
                next_rung: 0,
            },
            unresolved,
        ))
    }

    /// (X / (EC50 Th))^g at the nodes, with the potency shift Th at the start of the panel.
    fn force(&self, x: &Lanes, shift: f64) -> Lanes {
        let half_log = libm::log(self.params.ec50 * shift);
        let exponent =
            lanes::ln(x).map(|log| (self.params.gamma * (log - half_log)).clamp(-LARGEST_EXPONENT, LARGEST_EXPONENT));
        lanes::exp(&exponent)
    }

    /// (1 + e)^g for small e.
    fn binomial_power(&self, e: &Lanes) -> Lanes {
        e.map(|e| {
            let mut sum = 0.0;
            for coefficient in self.binomial.iter().rev() {
                sum = (sum + coefficient) * e;
            }
            1.0 + sum
        })
    }

    fn rung(&self, kinetics: &Kinetics, rung: usize) -> &Rung {
        self.rungs[rung].get_or_init(|| Box::new(self.make_rung(kinetics, length_of(rung))))
    }

    fn make_rung(&self, kinetics: &Kinetics, length_h: f64) -> Rung {
        let per_mg = 1000.0 / self.params.v1;
        let per_mg7 = self.params.rho * 1000.0 / self.params.v7;
        let at_nodes = COLLOCATION
            .nodes
            .map(|node| kinetics.propagator(node * length_h, Parts::ALL));
        let seen = |fate: fn(&Propagator) -> &Fate| {
            at_nodes.each_ref().map(|propagator| {
                let fate = fate(propagator);
                per_mg * fate.m1 + per_mg7 * fate.h
            })
        };
        Rung {
            length_h,
            seen: [
                seen(|propagator| &propagator.from_g1),
                seen(|propagator| &propagator.from_g2),
                seen(|propagator| &propagator.from_m1),
                seen(|propagator| &propagator.from_m2),
                at_nodes.each_ref().map(|propagator| per_mg7 * propagator.h_kept),
            ],
            seen_more: [
                seen(|propagator| &propagator.from_k1),
                seen(|propagator| &propagator.from_k2),
                seen(|propagator| &propagator.from_inflow),
                seen(|propagator| &propagator.from_inflow7),
            ],
            propagator: kinetics.propagator(length_h, Parts::ALL),
            fast: Memory::new(self.fast_rate, length_h),
            slow: Memory::new(self.slow_rate, length_h),
            build_up: Memory::new(self.build_up_rate, length_h),
        }
    }

    fn longer(&self, rung: usize, rungs: f64) -> usize {
        const MOST: f64 = 6.0;
        rung.saturating_sub(whole_rungs(rungs.min(MOST))).max(self.longest_rung)
    }
}

impl Rung {
    /// X at the nodes, ng/mL of mitragynine equivalents, never quite zero.
    fn concentrations(&self, a: &Amounts, inflow: Inflow) -> Lanes {
        let mut x = [SMALLEST_CONCENTRATION; LANES];
        add(&mut x, &self.seen, &[a.g1, a.g2, a.m1, a.m2, a.h]);
        let more = [a.k1, a.k2, inflow.mitragynine_mg_per_h, inflow.seven_oh_mg_per_h];
        if more.iter().any(|amount| *amount > 0.0) {
            add(&mut x, &self.seen_more, &more);
        }
        x
    }
}

fn add<const N: usize>(x: &mut Lanes, seen: &[Lanes; N], amounts: &[f64; N]) {
    for (row, amount) in seen.iter().zip(amounts) {
        for (x, seen) in x.iter_mut().zip(row) {
            *x += seen * amount;
        }
    }
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
    let rungs = libm::ceil(2.0 * libm::log2(LONGEST_PANEL_H / length_h.max(1e-6)) - 1e-9);
    whole_rungs(rungs).min(RUNGS - 1)
}

fn shorter(rung: usize, rungs: f64) -> usize {
    const MOST: f64 = 6.0;
    (rung + whole_rungs(libm::ceil(rungs).clamp(1.0, MOST))).min(RUNGS - 1)
}

/// How many whole rungs; none for negative numbers.
fn whole_rungs(rungs: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a small range"
    )]
    let whole = rungs.clamp(0.0, RUNGS as f64) as usize;
    whole
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
