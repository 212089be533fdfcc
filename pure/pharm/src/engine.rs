//! Moves a state through a stretch of time in which nothing is swallowed at once and every infusion rate is constant: the
//! linear part in one exact step, the slow states panel by panel. It knows nothing of dose lists.

use std::sync::Arc;

use crate::adaptation::{Adaptation, Ladder, Slow, TOLERANCE};
use crate::instructions::{Instructions, Kernel};
use crate::kinetics::{Amounts, Inflow, Kinetics, Parts, Propagator, Recalled, Strides};
use crate::lanes::Simd;
use crate::params::Params;
use crate::state::State;

/// One parameter set made ready for stepping.
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    params: Params,
    adaptation: Adaptation,
    instructions: Instructions,
}

/// Linear solutions of one walk that may serve again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Steps {
    /// From one event to the next, and to the first output time after it.
    recalled: Recalled,
    between_outputs: OutputStep,
}

/// The last step between neighbouring output times: outputs are mostly evenly spaced, and then one step serves them all.
#[derive(Clone, Debug, Default)]
struct OutputStep {
    kept: Option<(f64, Parts, Propagator)>,
}

impl OutputStep {
    #[inline(always)]
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
        Engine::on(Ladder::new(params, std::iter::empty()), params, tolerance)
    }

    /// An engine for a diary that many bodies will walk over: what amounts do between its events (lengths in h) is worked out once
    /// for all engines that are [`Engine::alike`].
    pub(crate) fn foreseeing(params: &Params, lengths_h: impl Iterator<Item = f64>) -> Engine {
        Engine::on(Ladder::new(params, lengths_h), params, TOLERANCE)
    }

    fn on(ladder: Ladder, params: &Params, tolerance: f64) -> Engine {
        Engine {
            params: *params,
            adaptation: Adaptation::new(params, tolerance, Arc::new(ladder)),
            instructions: Instructions::widest(),
        }
    }

    /// An engine for another body. Where the kinetics are the same, what was computed for them is shared.
    pub(crate) fn alike(&self, params: &Params, tolerance: f64) -> Engine {
        if !params.has_kinetics_of(&self.params) {
            return Engine::with_tolerance(params, tolerance);
        }
        Engine {
            params: *params,
            adaptation: Adaptation::new(params, tolerance, Arc::clone(self.adaptation.ladder())),
            instructions: self.instructions,
        }
    }

    /// The same engine with its kernels run by these.
    pub(crate) fn with_instructions(mut self, instructions: Instructions) -> Engine {
        self.instructions = instructions;
        self
    }

    pub(crate) fn instructions(&self) -> Instructions {
        self.instructions
    }

    pub(crate) fn params(&self) -> &Params {
        &self.params
    }

    pub(crate) fn kinetics(&self) -> &Kinetics {
        self.adaptation.ladder().kinetics()
    }

    #[inline(always)]
    fn strides(&self) -> &Strides {
        self.adaptation.ladder().strides()
    }

    /// The linear solution over a length of time, h.
    pub(crate) fn propagator(&self, length_h: f64, parts: Parts) -> Propagator {
        let foreseen = self.strides().over(length_h, parts).copied();
        foreseen.unwrap_or_else(|| self.kinetics().propagator(length_h, parts))
    }

    pub(crate) fn adaptation(&self) -> &Adaptation {
        &self.adaptation
    }

    /// Moves `state` to `end_h`; adds to `found` the state at each of `sample_times_h` (ascending, within the stretch).
    /// The state at the end does not depend on the samples asked for.
    pub(crate) fn advance(
        &self,
        state: &mut State,
        inflow: Inflow,
        end_h: f64,
        sample_times_h: &[f64],
        steps: &mut Steps,
        found: &mut Vec<State>,
    ) {
        self.instructions.run(Advance {
            engine: self,
            state,
            inflow,
            end_h,
            sample_times_h,
            steps,
            found,
        });
    }

    /// Whether everything still in the body together could not raise a signal.
    #[inline(always)]
    pub(crate) fn is_silent(&self, a: &Amounts) -> bool {
        let p = &self.params;
        let gut = a.g1 + a.g2;
        let mitragynine = gut + a.m1 + a.m2;
        let seven_oh = a.h + p.fp * gut + p.fs * mitragynine + p.f7 * (a.k1 + a.k2);
        let x = 1000.0 * (mitragynine / p.v1 + p.rho * seven_oh / p.v7);
        self.adaptation.is_silent_below(x)
    }

    /// The exact solution cannot leave these bounds; a last bit of interpolation error could.
    #[inline(always)]
    pub(crate) fn within_bounds(&self, slow: Slow) -> Slow {
        let p = &self.params;
        Slow {
            af: slow.af.clamp(0.0, 1.0),
            as_: slow.as_.clamp(0.0, 1.0),
            d: slow.d.clamp(0.0, p.beta_f + p.beta_s),
        }
    }
}

/// [`Engine::advance`] as a kernel.
struct Advance<'a> {
    engine: &'a Engine,
    state: &'a mut State,
    inflow: Inflow,
    end_h: f64,
    sample_times_h: &'a [f64],
    steps: &'a mut Steps,
    found: &'a mut Vec<State>,
}

impl Kernel for Advance<'_> {
    type Found = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Advance {
            engine, inflow, end_h, ..
        } = self;
        let adaptation = &engine.adaptation;
        let start = self.state.amounts();
        let start_h = self.state.t_h;
        let parts = Parts::of(&start, inflow);
        // Where nothing is asked for, a second length like the first: it costs nothing.
        let first_h = self.sample_times_h.first().map_or(end_h, |at_h| *at_h);
        let lengths_h = [end_h, first_h].map(|at_h| (at_h - start_h).max(0.0));
        let worked_out;
        let Steps {
            recalled,
            between_outputs,
        } = self.steps;
        let known = |length_h: f64| {
            let foreseen = engine.strides().over(length_h, parts);
            foreseen.or_else(|| recalled.over(length_h, parts))
        };
        let [to_end_h, to_first_h] = lengths_h;
        let to_end = known(to_end_h);
        let to_first = if self.sample_times_h.is_empty() {
            to_end
        } else {
            known(to_first_h)
        };
        let [to_end, to_first] = match (to_end, to_first) {
            (Some(to_end), Some(to_first)) => [to_end, to_first],
            _ => {
                worked_out = engine.kinetics().propagators(&lengths_h, parts);
                let [to_end, to_first] = &worked_out;
                recalled.meet(to_end_h, to_end);
                if !self.sample_times_h.is_empty() {
                    recalled.meet(to_first_h, to_first);
                }
                worked_out.each_ref()
            }
        };
        let mut samples = Samples {
            kinetics: engine.kinetics(),
            inflow,
            parts,
            start,
            to_first,
            latest: None,
            left_h: self.sample_times_h,
            between_outputs,
            found: self.found,
        };
        let (mut amounts, mut slow, mut t_h) = (start, self.state.slow(), start_h);
        let mut pace = adaptation.pace();
        while t_h < end_h {
            let left_h = end_h - t_h;
            if inflow.is_none() && engine.is_silent(&amounts) {
                samples.take_faded_until(end_h, adaptation, slow, t_h);
                slow = adaptation.without_signal(slow, left_h);
                break;
            }
            let panel = adaptation.solve(simd, &amounts, inflow, slow, left_h, &mut pace);
            let length_h = panel.length_h();
            let is_last = length_h >= left_h;
            let until_h = (t_h + length_h).min(end_h);
            if is_last || samples.is_any_before(until_h) {
                let reader = panel.reader();
                while let Some(at_h) = samples.next_before(until_h) {
                    samples.take(at_h, engine.within_bounds(reader.at(&panel, (at_h - t_h) / length_h)));
                }
                if is_last {
                    slow = engine.within_bounds(reader.at(&panel, left_h / length_h));
                    break;
                }
            }
            slow = engine.within_bounds(panel.slow_at_end());
            amounts = panel.propagator(parts).apply(&amounts, inflow, parts);
            t_h += length_h;
        }
        let end = if end_h > start_h {
            to_end.apply(&start, inflow, parts)
        } else {
            start
        };
        while let Some(at_h) = samples.next_before(f64::INFINITY) {
            samples.take(at_h, slow);
        }
        *self.state = State::of(end_h.max(start_h), &end, slow);
    }
}

/// The output times of one stretch, and the linear solution at them.
struct Samples<'a> {
    kinetics: &'a Kinetics,
    inflow: Inflow,
    parts: Parts,
    start: Amounts,
    to_first: &'a Propagator,
    /// The last sample taken.
    latest: Option<(f64, Amounts)>,
    left_h: &'a [f64],
    between_outputs: &'a mut OutputStep,
    found: &'a mut Vec<State>,
}

impl Samples<'_> {
    #[inline(always)]
    fn is_any_before(&self, until_h: f64) -> bool {
        self.left_h.first().is_some_and(|at_h| *at_h < until_h)
    }

    /// Takes the next time out of the list, if it comes before `until_h`.
    #[inline(always)]
    fn next_before(&mut self, until_h: f64) -> Option<f64> {
        let (at_h, later) = self.left_h.split_first()?;
        if *at_h < until_h {
            self.left_h = later;
            Some(*at_h)
        } else {
            None
        }
    }

    #[inline(always)]
    fn take(&mut self, at_h: f64, slow: Slow) {
        let amounts = self.amounts_at(at_h);
        self.found.push(State::of(at_h, &amounts, slow));
        self.latest = Some((at_h, amounts));
    }

    /// Takes all samples before `until_h`, with the slow states fading from `slow` at `from_h` on.
    #[inline(never)]
    fn take_faded_until(&mut self, until_h: f64, adaptation: &Adaptation, slow: Slow, from_h: f64) {
        while let Some(at_h) = self.next_before(until_h) {
            self.take(at_h, adaptation.without_signal(slow, at_h - from_h));
        }
    }

    #[inline(always)]
    fn amounts_at(&mut self, at_h: f64) -> Amounts {
        match self.latest {
            Some((latest_h, amounts)) if at_h > latest_h => self
                .between_outputs
                .over(at_h - latest_h, self.parts, self.kinetics)
                .apply(&amounts, self.inflow, self.parts),
            Some((_, amounts)) => amounts,
            None => self.to_first.apply(&self.start, self.inflow, self.parts),
        }
    }
}

impl State {
    #[inline(always)]
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

    #[inline(always)]
    pub(crate) fn slow(&self) -> Slow {
        Slow {
            af: self.af,
            as_: self.as_,
            d: self.d,
        }
    }

    #[inline(always)]
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
