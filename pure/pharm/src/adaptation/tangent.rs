//! How a solved panel would have come out with slightly other parameters or amounts: exact derivatives of the equations on
//! the panel's own nodes. They are linear, need no power and no logarithm, and so cost less than the panel itself.

use super::{Adaptation, Panel, Slow};
use crate::build_up::{BuildUp, negative};
use crate::collocation::{COLLOCATION, Matrix, dot, weighted};
use crate::lanes::{LANES, Lanes, largest, together};

/// One direction in which the parameters are moved: the change of each logarithm per unit step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Direction {
    pub(crate) ln_ec50: f64,
    /// Of both potency shifts.
    pub(crate) ln_tau: f64,
    pub(crate) ln_t_half_f: f64,
    pub(crate) ln_t_half_s: f64,
}

/// What all directions share on one panel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ground {
    /// Potency shift at the nodes.
    shift: Lanes,
    /// How the signal at the nodes moves with ln X, and the same per unit of potency shift.
    slope: Lanes,
    slope_by_shift: Lanes,
    /// The adaptation less the signal at the nodes: the force that a longer half-life adds.
    fast_lag: Lanes,
    slow_lag: Lanes,
    /// The potency shift a longer half-life adds at the nodes, from the panel's own part.
    shift_by_fast: Lanes,
    shift_by_slow: Lanes,
    /// Sweeps after which the derivative of the signal agrees with the shift it brings about.
    sweeps: usize,
}

/// A place on a panel (0 to 1), and what each node counts for there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    at: f64,
    reading: Lanes,
}

impl Place {
    #[inline(always)]
    pub(crate) fn new(at: f64) -> Place {
        Place {
            at,
            reading: COLLOCATION.reading(at),
        }
    }
}

/// The derivative of a panel's solution in one direction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PanelTangent {
    start: Slow,
    fast_force: Lanes,
    slow_force: Lanes,
    net: Lanes,
}

/// Sweeps end when the derivative of the signal is this close to agreement, relative to its size.
const AGREEMENT: f64 = 1e-7;
const MOST_SWEEPS: u32 = 60;

impl Panel<'_> {
    /// What all directions share.
    #[inline(always)]
    pub(crate) fn ground(&self, adaptation: &Adaptation) -> Ground {
        let p = &adaptation.params;
        let rung = self.rung;
        let af = rung.fast.at_nodes(self.start.af, &self.signal);
        let as_ = rung.slow.at_nodes(self.start.as_, &self.signal);
        let mut ground = Ground {
            shift: [0.0; LANES],
            slope: [0.0; LANES],
            slope_by_shift: [0.0; LANES],
            fast_lag: [0.0; LANES],
            slow_lag: [0.0; LANES],
            shift_by_fast: [0.0; LANES],
            shift_by_slow: [0.0; LANES],
            sweeps: 0,
        };
        for idx in 0..LANES {
            let signal = self.signal[idx];
            ground.shift[idx] = 1.0 + p.tau_f * af[idx] + p.tau_s * as_[idx];
            ground.slope[idx] = p.gamma * signal * (1.0 - signal);
            ground.slope_by_shift[idx] = ground.slope[idx] / ground.shift[idx];
            ground.fast_lag[idx] = af[idx] - signal;
            ground.slow_lag[idx] = as_[idx] - signal;
        }
        let by_fast = weighted(&rung.fast.gained, &ground.fast_lag);
        let by_slow = weighted(&rung.slow.gained, &ground.slow_lag);
        for idx in 0..LANES {
            ground.shift_by_fast[idx] = p.tau_f * by_fast[idx];
            ground.shift_by_slow[idx] = p.tau_s * by_slow[idx];
        }
        ground.sweeps = sweeps_for(rung.reach_of_shift * largest(&ground.slope_by_shift));
        ground
    }

    /// The derivative in one direction from that of the slow states at the start. `ln_x` is the change of ln X at the nodes,
    /// where amounts move.
    #[inline(always)]
    pub(crate) fn tangent(
        &self,
        adaptation: &Adaptation,
        ground: &Ground,
        direction: &Direction,
        start: Slow,
        ln_x: Option<&Lanes>,
    ) -> PanelTangent {
        let p = &adaptation.params;
        let rung = self.rung;
        let mut still: Lanes = [0.0; LANES];
        for idx in 0..LANES {
            let shifted = direction.ln_tau * (ground.shift[idx] - 1.0)
                + p.tau_f * rung.fast.kept[idx] * start.af
                + p.tau_s * rung.slow.kept[idx] * start.as_
                + direction.ln_t_half_f * ground.shift_by_fast[idx]
                + direction.ln_t_half_s * ground.shift_by_slow[idx];
            let ln_x = ln_x.map_or(0.0, |ln_x| ln_x[idx]);
            still[idx] = ground.slope[idx] * (ln_x - direction.ln_ec50) - ground.slope_by_shift[idx] * shifted;
        }
        let still = together(still);
        let signal = agreed(&still, &rung.shift, &ground.slope_by_shift, ground.sweeps);
        let mut tangent = PanelTangent {
            start,
            fast_force: signal,
            slow_force: signal,
            net: signal,
        };
        for idx in 0..LANES {
            tangent.fast_force[idx] += direction.ln_t_half_f * ground.fast_lag[idx];
            tangent.slow_force[idx] += direction.ln_t_half_s * ground.slow_lag[idx];
        }
        let af = rung.fast.at_nodes(start.af, &tangent.fast_force);
        let as_ = rung.slow.at_nodes(start.as_, &tangent.slow_force);
        for idx in 0..LANES {
            tangent.net[idx] -= p.beta_f * af[idx] + p.beta_s * as_[idx];
        }
        tangent
    }

    /// X at the nodes from these amounts, ng/mL of mitragynine equivalents.
    #[inline(always)]
    pub(crate) fn concentrations(&self, amounts: &crate::kinetics::Amounts, inflow: crate::kinetics::Inflow) -> Lanes {
        self.rung.concentrations(amounts, inflow)
    }

    /// The derivative of the slow states at `place`.
    #[inline(always)]
    pub(crate) fn tangent_at(&self, tangent: &PanelTangent, place: &Place) -> Slow {
        let Place { at: place, reading } = *place;
        let rung = self.rung;
        let d = match &self.build_up {
            BuildUp::Fading(_) => BuildUp::Fading(tangent.start.d).at(&rung.build_up, place, &reading),
            BuildUp::Driven(..) => {
                let moved = negative(&tangent.net);
                dot(&reading, &rung.build_up.at_nodes(tangent.start.d, &moved))
            }
            BuildUp::Cornered(cornered) => cornered.moved_at(tangent.start.d, &tangent.net, place),
        };
        Slow {
            af: dot(&reading, &rung.fast.at_nodes(tangent.start.af, &tangent.fast_force)),
            as_: dot(&reading, &rung.slow.at_nodes(tangent.start.as_, &tangent.slow_force)),
            d,
        }
    }

    /// The same at the end.
    #[inline(always)]
    pub(crate) fn tangent_at_end(&self, tangent: &PanelTangent) -> Slow {
        let rung = self.rung;
        let d = match &self.build_up {
            BuildUp::Fading(_) => BuildUp::Fading(tangent.start.d).at_end(&rung.build_up),
            BuildUp::Driven(..) => rung.build_up.at_end(tangent.start.d, &negative(&tangent.net)),
            BuildUp::Cornered(cornered) => cornered.moved_at(tangent.start.d, &tangent.net, 1.0),
        };
        Slow {
            af: rung.fast.at_end(tangent.start.af, &tangent.fast_force),
            as_: rung.slow.at_end(tangent.start.as_, &tangent.slow_force),
            d,
        }
    }
}

/// The s with s = still - slope (shift s), by so many sweeps. Nothing is decided on the way, so the sweeps of several
/// directions can overlap in a processor.
#[inline(always)]
fn agreed(still: &Lanes, shift: &Matrix, slope_by_shift: &Lanes, sweeps: usize) -> Lanes {
    let mut sum = *still;
    let mut change = *still;
    for _ in 0..sweeps {
        let moved = weighted(shift, &change);
        for idx in 0..LANES {
            change[idx] = -slope_by_shift[idx] * moved[idx];
            sum[idx] += change[idx];
        }
        change = together(change);
        sum = together(sum);
    }
    sum
}

/// How many sweeps bring agreement where one, were nothing to come later than its cause, would leave at most `share` of a
/// change. Consequences only come later, so the n-th leaves share^n / n! (a Volterra equation).
#[inline(always)]
fn sweeps_for(share: f64) -> usize {
    let mut left = 1.0;
    let mut sweeps = 0;
    while left > AGREEMENT && sweeps < MOST_SWEEPS {
        sweeps += 1;
        left *= share / f64::from(sweeps);
    }
    sweeps as usize
}

impl Adaptation {
    /// The derivative of [`Adaptation::without_signal`] in one direction.
    pub(crate) fn tangent_without_signal(
        &self,
        slow: Slow,
        tangent: Slow,
        direction: &Direction,
        length_h: f64,
    ) -> Slow {
        // Linear in the slow states.
        let mut moved = self.without_signal(tangent, length_h);
        let longer = |rate: f64| rate * length_h * libm::exp(-rate * length_h);
        moved.af += direction.ln_t_half_f * slow.af * longer(self.fast_rate);
        moved.as_ += direction.ln_t_half_s * slow.as_ * longer(self.slow_rate);
        let passed_on = |rate: f64, ln_t_half: f64| {
            // How what is passed on to the build-up moves with a half-life: a central difference of a smooth closed form.
            const STEP: f64 = 1e-5;
            let at = |ln: f64| super::two_phases(rate * libm::exp(-ln), self.build_up_rate, length_h);
            ln_t_half * self.build_up_rate * (at(STEP) - at(-STEP)) / (2.0 * STEP)
        };
        moved.d += self.params.beta_f * slow.af * passed_on(self.fast_rate, direction.ln_t_half_f)
            + self.params.beta_s * slow.as_ * passed_on(self.slow_rate, direction.ln_t_half_s);
        moved
    }
}
