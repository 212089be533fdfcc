//! Moves a state through a stretch of time in which nothing is swallowed at once and every infusion rate is constant: the
//! linear part in one exact step, the slow states panel by panel. It knows nothing of dose lists.

use crate::adaptation::{Adaptation, Slow, TOLERANCE};
use crate::kinetics::{Amounts, Inflow, Kinetics, Parts, Propagator};
use crate::params::Params;
use crate::state::State;

/// When no concentration to come can give more signal than this, the slow states are left to fade exactly.
const SILENT_SIGNAL: f64 = 1e-13;

/// One parameter set made ready for stepping.
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    params: Params,
    kinetics: Kinetics,
    adaptation: Adaptation,
}

/// The last step between neighbouring output times: outputs are mostly evenly spaced, and then one step serves them all.
#[derive(Clone, Debug, Default)]
pub(crate) struct OutputStep {
    kept: Option<(f64, Parts, Propagator)>,
}

impl OutputStep {
    fn over(&mut self, length_h: f64, parts: Parts, kinetics: &Kinetics) -> &Propagator {
        let stale = self
            .kept
            .as_ref()
            .is_none_or(|(kept_h, kept_parts, _)| kept_h.to_bits() != length_h.to_bits() || *kept_parts != parts);
        if stale {
            self.kept = None;
        }
        let (_, _, propagator) = self
            .kept
            .get_or_insert_with(|| (length_h, parts, kinetics.propagator(length_h, parts)));
        propagator
    }
}

impl Engine {
    /// The parameters must have passed [`Params::check`].
    pub(crate) fn new(params: &Params) -> Engine {
        Engine::with_tolerance(params, TOLERANCE)
    }

    /// An engine whose panels are shorter, so that no more than this of the signal is left unresolved.
    pub(crate) fn with_tolerance(params: &Params, tolerance: f64) -> Engine {
        Engine {
            params: *params,
            kinetics: Kinetics::new(params),
            adaptation: Adaptation::new(params, tolerance, None),
        }
    }

    /// An engine for another body. Where the kinetics are the same, what was computed for them is shared.
    pub(crate) fn alike(&self, params: &Params, tolerance: f64) -> Engine {
        if !params.has_kinetics_of(&self.params) {
            return Engine::with_tolerance(params, tolerance);
        }
        Engine {
            params: *params,
            kinetics: self.kinetics.clone(),
            adaptation: Adaptation::new(params, tolerance, Some(self.adaptation.ladder().clone())),
        }
    }

    pub(crate) fn params(&self) -> &Params {
        &self.params
    }

    pub(crate) fn kinetics(&self) -> &Kinetics {
        &self.kinetics
    }

    pub(crate) fn adaptation(&self) -> &Adaptation {
        &self.adaptation
    }

    /// Moves `state` to `end_h`; calls `sample` with the state at each of `sample_times_h` (ascending, within the stretch).
    /// The state at the end does not depend on the samples asked for.
    pub(crate) fn advance(
        &self,
        state: &mut State,
        inflow: Inflow,
        end_h: f64,
        sample_times_h: &[f64],
        output_step: &mut OutputStep,
        sample: &mut impl FnMut(&State),
    ) {
        let start = state.amounts();
        let start_h = state.t_h;
        let parts = Parts::of(&start, inflow);
        let mut samples = Samples {
            kinetics: &self.kinetics,
            inflow,
            parts,
            start,
            start_h,
            latest: None,
            left_h: sample_times_h,
            output_step,
        };
        let (mut amounts, mut slow, mut t_h) = (start, state.slow(), start_h);
        let mut rung = self.adaptation.first_rung();
        while t_h < end_h {
            let left_h = end_h - t_h;
            if inflow.is_none() && self.is_silent(&amounts) {
                samples.take_until(end_h, sample, |at_h| self.adaptation.without_signal(slow, at_h - t_h));
                slow = self.adaptation.without_signal(slow, left_h);
                break;
            }
            rung = self.adaptation.rung_reaching(left_h, rung);
            let panel = self.adaptation.solve(&self.kinetics, &amounts, inflow, slow, rung);
            let length_h = panel.length_h();
            samples.take_until((t_h + length_h).min(end_h), sample, |at_h| {
                self.within_bounds(panel.slow_at((at_h - t_h) / length_h))
            });
            if length_h >= left_h {
                slow = self.within_bounds(panel.slow_at(left_h / length_h));
                break;
            }
            slow = self.within_bounds(panel.slow_at_end());
            amounts = panel.propagator().apply(&amounts, inflow, parts);
            t_h += length_h;
            rung = self.adaptation.rung_after(&panel);
        }
        let end = if end_h > start_h {
            self.kinetics
                .propagator(end_h - start_h, parts)
                .apply(&start, inflow, parts)
        } else {
            start
        };
        samples.take_until(f64::INFINITY, sample, |_| slow);
        *state = State::of(end_h.max(start_h), &end, slow);
    }

    /// Whether everything still in the body together could not raise a signal.
    pub(crate) fn is_silent(&self, a: &Amounts) -> bool {
        let p = &self.params;
        let gut = a.g1 + a.g2;
        let mitragynine = gut + a.m1 + a.m2;
        let seven_oh = a.h + p.fp * gut + p.fs * mitragynine + p.f7 * (a.k1 + a.k2);
        let x = 1000.0 * (mitragynine / p.v1 + p.rho * seven_oh / p.v7);
        self.adaptation.signal_bound(x) < SILENT_SIGNAL
    }

    /// The exact solution cannot leave these bounds; a last bit of interpolation error could.
    pub(crate) fn within_bounds(&self, slow: Slow) -> Slow {
        let p = &self.params;
        Slow {
            af: slow.af.clamp(0.0, 1.0),
            as_: slow.as_.clamp(0.0, 1.0),
            d: slow.d.clamp(0.0, p.beta_f + p.beta_s),
        }
    }
}

/// The output times of one stretch, and the linear solution at them.
struct Samples<'a> {
    kinetics: &'a Kinetics,
    inflow: Inflow,
    parts: Parts,
    start: Amounts,
    start_h: f64,
    /// The last sample taken.
    latest: Option<(f64, Amounts)>,
    left_h: &'a [f64],
    output_step: &'a mut OutputStep,
}

impl Samples<'_> {
    /// Takes the samples before `until_h` (all of them if infinite).
    fn take_until(&mut self, until_h: f64, sample: &mut impl FnMut(&State), slow_at: impl Fn(f64) -> Slow) {
        while let Some((at_h, later)) = self.left_h.split_first()
            && *at_h < until_h
        {
            let amounts = self.amounts_at(*at_h);
            sample(&State::of(*at_h, &amounts, slow_at(*at_h)));
            self.latest = Some((*at_h, amounts));
            self.left_h = later;
        }
    }

    fn amounts_at(&mut self, at_h: f64) -> Amounts {
        match self.latest {
            Some((latest_h, amounts)) if at_h > latest_h => self
                .output_step
                .over(at_h - latest_h, self.parts, self.kinetics)
                .apply(&amounts, self.inflow, self.parts),
            Some((_, amounts)) => amounts,
            None if at_h > self.start_h => {
                self.kinetics
                    .propagator(at_h - self.start_h, self.parts)
                    .apply(&self.start, self.inflow, self.parts)
            }
            None => self.start,
        }
    }
}

impl State {
    pub(crate) fn amounts(&self) -> Amounts {
        let State {
            g1,
            g2,
            m1,
            m2,
            h,
            k1,
            k2,
            ..
        } = *self;
        Amounts {
            g1,
            g2,
            m1,
            m2,
            h,
            k1,
            k2,
        }
    }

    pub(crate) fn slow(&self) -> Slow {
        Slow {
            af: self.af,
            as_: self.as_,
            d: self.d,
        }
    }

    pub(crate) fn of(t_h: f64, amounts: &Amounts, slow: Slow) -> State {
        let Amounts {
            g1,
            g2,
            m1,
            m2,
            h,
            k1,
            k2,
        } = *amounts;
        State {
            t_h,
            g1,
            g2,
            m1,
            m2,
            h,
            k1,
            k2,
            af: slow.af,
            as_: slow.as_,
            d: slow.d,
        }
    }
}
