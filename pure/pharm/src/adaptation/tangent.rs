//! How a solved panel would have come out with slightly other parameters or amounts: exact derivatives of the equations on
//! the panel's own nodes. They are linear, need no power and no logarithm, and so cost less than the panel itself.

use super::{Adaptation, Panel, Slow};
use crate::build_up::BuildUp;
use crate::collocation::{COLLOCATION, Matrix, weighted};
use crate::lanes::{Simd, Vector, Vectors};

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
pub(crate) struct Ground<S: Simd> {
    /// Potency shift at the nodes.
    shift: Vector<S>,
    /// How the signal at the nodes moves with ln X, and the same per unit of potency shift.
    slope: Vector<S>,
    slope_by_shift: Vector<S>,
    /// The adaptation less the signal at the nodes: the force that a longer half-life adds.
    fast_lag: Vector<S>,
    slow_lag: Vector<S>,
    /// The potency shift a longer half-life adds at the nodes, from the panel's own part.
    shift_by_fast: Vector<S>,
    shift_by_slow: Vector<S>,
    /// How the build-up at the end moves with the net signal at each node, where that changes sign.
    by_net_at_end: Vector<S>,
    /// Sweeps after which the derivative of the signal agrees with the shift it brings about.
    sweeps: usize,
}

/// A place on a panel (0 to 1), and what each node counts for there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<S: Simd> {
    at: f64,
    reading: Vector<S>,
    /// How the build-up there moves with the net signal at each node, where that changes sign.
    by_net: Vector<S>,
}

/// The derivative of a panel's solution in one direction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PanelTangent<S: Simd> {
    start: Slow,
    fast_force: Vector<S>,
    slow_force: Vector<S>,
    net: Vector<S>,
}

/// Sweeps end when the derivative of the signal is this close to agreement, relative to its size and as a share of the tolerance.
const AGREEMENT: f64 = 0.08;
const MOST_SWEEPS: u32 = 60;

impl<S: Simd> Panel<'_, S> {
    /// What all directions share.
    #[inline(always)]
    pub(crate) fn ground(&self, adaptation: &Adaptation) -> Ground<S> {
        let p = &adaptation.params;
        let rung = self.rung;
        let signal = self.signal;
        let af = rung.fast.at_nodes(self.start.af, signal);
        let as_ = rung.slow.at_nodes(self.start.as_, signal);
        let shift = af * p.tau_f + 1.0 + as_ * p.tau_s;
        let slope = signal * p.gamma * (signal.simd().splat(1.0) - signal);
        let slope_by_shift = slope / shift;
        let (fast_lag, slow_lag) = (af - signal, as_ - signal);
        Ground {
            shift,
            slope,
            slope_by_shift,
            fast_lag,
            slow_lag,
            shift_by_fast: weighted(&rung.fast.gained, fast_lag) * p.tau_f,
            shift_by_slow: weighted(&rung.slow.gained, slow_lag) * p.tau_s,
            by_net_at_end: self.build_up_by_net(1.0),
            sweeps: sweeps_for(
                rung.reach_of_shift * slope_by_shift.largest(),
                AGREEMENT * adaptation.tolerance,
            ),
        }
    }

    /// The derivative in one direction from that of the slow states at the start. `ln_x` is the change of ln X at the nodes,
    /// where amounts move.
    #[inline(always)]
    pub(crate) fn tangent(
        &self,
        adaptation: &Adaptation,
        ground: &Ground<S>,
        direction: &Direction,
        start: Slow,
        ln_x: Option<Vector<S>>,
    ) -> PanelTangent<S> {
        let simd = self.signal.simd();
        let p = &adaptation.params;
        let rung = self.rung;
        let shifted = (ground.shift - 1.0) * direction.ln_tau
            + simd.load(&rung.fast.kept) * p.tau_f * start.af
            + simd.load(&rung.slow.kept) * p.tau_s * start.as_
            + ground.shift_by_fast * direction.ln_t_half_f
            + ground.shift_by_slow * direction.ln_t_half_s;
        let ln_x = ln_x.unwrap_or_else(|| simd.splat(0.0)) - direction.ln_ec50;
        let still = ground.slope * ln_x - ground.slope_by_shift * shifted;
        let signal = agreed(still, &rung.shift, ground.slope_by_shift, ground.sweeps);
        let fast_force = signal + ground.fast_lag * direction.ln_t_half_f;
        let slow_force = signal + ground.slow_lag * direction.ln_t_half_s;
        let net = if matches!(self.build_up, BuildUp::Fading(_)) {
            // Nobody asks.
            signal
        } else {
            let af = rung.fast.at_nodes(start.af, fast_force);
            let as_ = rung.slow.at_nodes(start.as_, slow_force);
            signal - (af * p.beta_f + as_ * p.beta_s)
        };
        PanelTangent {
            start,
            fast_force,
            slow_force,
            net,
        }
    }

    /// X at the nodes from these amounts, ng/mL of mitragynine equivalents.
    #[inline(always)]
    pub(crate) fn concentrations(
        &self,
        amounts: &crate::kinetics::Amounts,
        inflow: crate::kinetics::Inflow,
    ) -> Vector<S> {
        self.rung.concentrations(self.signal.simd(), amounts, inflow)
    }

    /// A place on this panel (0 to 1).
    #[inline(always)]
    pub(crate) fn place(&self, at: f64) -> Place<S> {
        Place {
            at,
            reading: COLLOCATION.reading(self.signal.simd(), at),
            by_net: self.build_up_by_net(at),
        }
    }

    /// The slow states at a place of this panel.
    #[inline(always)]
    pub(crate) fn slow_at(&self, place: &Place<S>) -> Slow {
        self.reader().read(self, place.at, place.reading)
    }

    /// Nothing where the net signal keeps its sign: there the nodes say it.
    #[inline(always)]
    fn build_up_by_net(&self, at: f64) -> Vector<S> {
        match &self.build_up {
            BuildUp::Cornered(simd, cornered) => cornered.by_net(*simd, at),
            BuildUp::Fading(_) | BuildUp::Driven(..) => self.signal.simd().splat(0.0),
        }
    }

    /// The derivative of the slow states at `place`.
    #[inline(always)]
    pub(crate) fn tangent_at(&self, tangent: &PanelTangent<S>, place: &Place<S>) -> Slow {
        let Place { at, reading, by_net } = *place;
        let rung = self.rung;
        let faded = BuildUp::<S>::Fading(tangent.start.d);
        let d = match &self.build_up {
            BuildUp::Fading(_) => faded.at(&rung.build_up, at, reading),
            BuildUp::Driven(..) => (reading * rung.build_up.at_nodes(tangent.start.d, -tangent.net)).total(),
            BuildUp::Cornered(..) => faded.at(&rung.build_up, at, reading) + (by_net * tangent.net).total(),
        };
        Slow {
            af: (reading * rung.fast.at_nodes(tangent.start.af, tangent.fast_force)).total(),
            as_: (reading * rung.slow.at_nodes(tangent.start.as_, tangent.slow_force)).total(),
            d,
        }
    }

    /// The same at the end.
    #[inline(always)]
    pub(crate) fn tangent_at_end(&self, ground: &Ground<S>, tangent: &PanelTangent<S>) -> Slow {
        let rung = self.rung;
        let faded = BuildUp::<S>::Fading(tangent.start.d);
        let d = match &self.build_up {
            BuildUp::Fading(_) => faded.at_end(&rung.build_up),
            BuildUp::Driven(..) => rung.build_up.at_end(tangent.start.d, -tangent.net),
            BuildUp::Cornered(..) => faded.at_end(&rung.build_up) + (ground.by_net_at_end * tangent.net).total(),
        };
        Slow {
            af: rung.fast.at_end(tangent.start.af, tangent.fast_force),
            as_: rung.slow.at_end(tangent.start.as_, tangent.slow_force),
            d,
        }
    }
}

/// The s with s = still - slope (shift s), by so many sweeps. Nothing is decided on the way, so the sweeps of several
/// directions can overlap in a processor.
#[inline(always)]
fn agreed<S: Simd>(still: Vector<S>, shift: &Matrix, slope_by_shift: Vector<S>, sweeps: usize) -> Vector<S> {
    let (mut sum, mut change) = (still, still);
    for _ in 0..sweeps {
        change = -slope_by_shift * weighted(shift, change);
        sum = sum + change;
    }
    sum
}

/// How many sweeps bring agreement where one, were nothing to come later than its cause, would leave at most `share` of a
/// change. Consequences only come later, so the n-th leaves share^n / n! (a Volterra equation).
#[inline(always)]
fn sweeps_for(share: f64, agreement: f64) -> usize {
    let mut left = 1.0;
    let mut sweeps = 0;
    while left > agreement && sweeps < MOST_SWEEPS {
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
