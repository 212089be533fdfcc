//! Walks a sorted list of doses from event to event: a dose begins, an infusion ends. Between events the engine moves the
//! state; at an event the amounts enter the gut. The walk restarts its stepping at every event, so the state just before a
//! dose does not depend on which outputs were asked for.

use crate::dose::{Dose, accept_all, accept_times};
use crate::engine::{Engine, Steps};
use crate::kinetics::Inflow;
use crate::output::Output;
use crate::params::Params;
use crate::state::State;

/// The curve of one body over `times_h` (h), given its doses. Doses and times may come in any order; the output is in
/// ascending order of time. A dose at an output time counts from that time on: it is in the gut, not yet in the blood.
///
/// Never fails: what cannot be used is left out and named in [`Output::notices`].
#[must_use]
pub fn simulate(doses: &[Dose], times_h: &[f64], params: &Params) -> Output {
    let mut notices = Vec::new();
    let accepted = accept_all(doses, &mut notices);
    let times_h = accept_times(times_h, &mut notices);
    let mut output = match params.check() {
        Ok(()) => output_of(&accepted, &times_h, &Engine::new(params)),
        Err(invalid) => {
            notices.push(invalid.notice());
            Output::default()
        }
    };
    output.notices = notices;
    output
}

/// The series for accepted (sorted, usable) doses and times.
pub(crate) fn output_of(doses: &[Dose], times_h: &[f64], engine: &Engine) -> Output {
    let mut output = Output::with_capacity(times_h.len());
    Walk::from_start(doses).read(doses, times_h, engine, &mut output);
    output
}

/// An infusion that has begun and not ended.
#[derive(Clone, Copy, Debug)]
struct OpenInfusion {
    end_h: f64,
    inflow: Inflow,
}

/// A position in a list of doses together with the state there.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    /// Before the dose at `next_dose_idx`, after all earlier ones.
    state: State,
    next_dose_idx: usize,
    open: Vec<OpenInfusion>,
    inflow: Inflow,
    steps: Steps,
    /// States not yet handed on.
    found: Vec<State>,
}

/// States are handed on when there are this many: enough to work on side by side, few enough to stay near the processor.
const HANDED_ON: usize = 64;

impl Walk {
    /// Just before the first dose.
    pub(crate) fn from_start(doses: &[Dose]) -> Walk {
        let start_h = doses.first().map_or(0.0, |dose| dose.start_h);
        Walk {
            state: State::untouched(start_h),
            next_dose_idx: 0,
            open: Vec::new(),
            inflow: Inflow::default(),
            steps: Steps::default(),
            found: Vec::new(),
        }
    }

    /// Continues from a kept state that lies before `doses[next_dose_idx]` and at or after every earlier start.
    /// No dose before `first_open_idx` is still being swallowed then.
    pub(crate) fn resume(doses: &[Dose], state: State, next_dose_idx: usize, first_open_idx: usize) -> Walk {
        let mut walk = Walk {
            state,
            next_dose_idx,
            open: Vec::new(),
            inflow: Inflow::default(),
            steps: Steps::default(),
            found: Vec::new(),
        };
        for dose in &doses[first_open_idx..next_dose_idx] {
            walk.open_infusion(dose);
        }
        walk.close_infusions();
        walk
    }

    pub(crate) fn state(&self) -> &State {
        &self.state
    }

    pub(crate) fn next_dose_idx(&self) -> usize {
        self.next_dose_idx
    }

    /// Moves to just before `doses[dose_idx]`.
    pub(crate) fn go_to_dose(&mut self, doses: &[Dose], dose_idx: usize, engine: &Engine) {
        while self.next_dose_idx < dose_idx {
            self.swallow_next(doses);
            let until_h = doses
                .get(self.next_dose_idx)
                .map_or(self.state.t_h, |dose| dose.start_h);
            self.go_to_time(until_h, &[], engine);
        }
    }

    /// Adds every series over the ascending `times_h` to `output`. Times before the walk's position are those of an untouched
    /// body: the walk must then stand at the first dose.
    pub(crate) fn read(&mut self, doses: &[Dose], times_h: &[f64], engine: &Engine, output: &mut Output) {
        self.sample(doses, times_h, engine, &mut |states| {
            output.extend(states, engine.params(), engine.instructions());
        });
    }

    /// Calls `record` with the states at the ascending `times_h`, many at a time. Times before the walk's position are as with
    /// [`Walk::read`].
    pub(crate) fn sample(
        &mut self,
        doses: &[Dose],
        times_h: &[f64],
        engine: &Engine,
        record: &mut impl FnMut(&[State]),
    ) {
        let before = times_h.partition_point(|time_h| *time_h < self.state.t_h);
        let (early, mut remaining) = times_h.split_at(before);
        for time_h in early {
            self.found.push(State::untouched(*time_h));
        }
        while let Some(last_h) = remaining.last() {
            while doses
                .get(self.next_dose_idx)
                .is_some_and(|dose| dose.start_h <= self.state.t_h)
            {
                self.swallow_next(doses);
            }
            let next_h = doses.get(self.next_dose_idx).map_or(f64::INFINITY, |dose| dose.start_h);
            let inside = count_before(remaining, next_h);
            let (now, later) = remaining.split_at(inside);
            self.go_to_time(next_h.min(*last_h), now, engine);
            remaining = later;
            if self.found.len() >= HANDED_ON {
                record(&self.found);
                self.found.clear();
            }
        }
        record(&self.found);
        self.found.clear();
    }

    /// Moves to `until_h`, over the ends of infusions, finding states on the way. Swallows nothing new.
    fn go_to_time(&mut self, until_h: f64, mut times_h: &[f64], engine: &Engine) {
        loop {
            let first_end_h = self
                .open
                .iter()
                .fold(f64::INFINITY, |first, infusion| first.min(infusion.end_h));
            let stop_h = first_end_h.min(until_h);
            let inside = if stop_h >= until_h {
                times_h.len()
            } else {
                count_before(times_h, stop_h)
            };
            let (now, later) = times_h.split_at(inside);
            engine.advance(
                &mut self.state,
                self.inflow,
                stop_h,
                now,
                &mut self.steps,
                &mut self.found,
            );
            times_h = later;
            if !self.open.is_empty() {
                self.close_infusions();
            }
            if stop_h >= until_h {
                return;
            }
        }
    }

    fn swallow_next(&mut self, doses: &[Dose]) {
        let dose = &doses[self.next_dose_idx];
        self.next_dose_idx += 1;
        if dose.duration_h > 0.0 {
            self.open_infusion(dose);
            self.close_infusions();
        } else {
            self.state.g1 += dose.mitragynine_mg;
            self.state.k1 += dose.seven_oh_mg;
        }
    }

    fn open_infusion(&mut self, dose: &Dose) {
        if dose.duration_h > 0.0 {
            // The length as the clock will measure it, so that the whole amount arrives.
            let length_h = dose.end_h() - dose.start_h;
            self.open.push(OpenInfusion {
                end_h: dose.end_h(),
                inflow: Inflow {
                    mitragynine_mg_per_h: dose.mitragynine_mg / length_h,
                    seven_oh_mg_per_h: dose.seven_oh_mg / length_h,
                },
            });
        }
    }

    /// Forgets infusions that have ended and sums the rates of the others afresh, so that none leaves a trace of rounding.
    fn close_infusions(&mut self) {
        let now_h = self.state.t_h;
        self.open.retain(|infusion| infusion.end_h > now_h);
        self.inflow = self.open.iter().fold(Inflow::default(), |sum, infusion| Inflow {
            mitragynine_mg_per_h: sum.mitragynine_mg_per_h + infusion.inflow.mitragynine_mg_per_h,
            seven_oh_mg_per_h: sum.seven_oh_mg_per_h + infusion.inflow.seven_oh_mg_per_h,
        });
    }
}

/// How many of the ascending times come before this one. Mostly few: so looked for from the front, in growing strides.
fn count_before(times_h: &[f64], before_h: f64) -> usize {
    let mut stride = 8;
    while times_h.get(stride).is_some_and(|time_h| *time_h < before_h) {
        stride *= 2;
    }
    let end = times_h.len().min(stride + 1);
    times_h[..end].partition_point(|time_h| *time_h < before_h)
}
