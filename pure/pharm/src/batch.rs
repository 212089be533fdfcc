//! Many people, draws or slightly moved copies of one person, one after another through the same engine with what costs most
//! done side by side: the eight nodes of a panel, and eight outputs at a time. What one body's preparation and memory can serve,
//! the next one reuses.
//!
//! **A person's numbers never depend on the company**: every series has the bits [`crate::simulate`] gives, whatever else is in
//! the batch, however it is split and however many threads work on the parts. This crate starts no threads; a caller that has them
//! gives each a [`Batch`] and some of the people.
//!
//! ```
//! use ebb_pharm::{Dose, Params, batch::{Batch, Person}};
//! # let params = Params { ka: 3.0, cl: 40.0, v1: 200.0, q: 60.0, v2: 1500.0, fp: 0.07, fs: 0.02, v7: 100.0, k7: 0.16,
//! #     f7: 0.3, ka7: 3.0, rho: 5.0, ec50: 360.0, gamma: 1.7, tau_f: 1.1, tau_s: 2.4, beta_f: 0.6, beta_s: 0.1,
//! #     t_half_f: 30.0, t_half_s: 336.0, t_half_d: 8.0, k_e: 0.4, k_w: 0.27 };
//! let doses = [Dose::at_once(8.0, 45.0), Dose::at_once(20.0, 45.0)];
//! let times_h: Vec<f64> = (0..48).map(f64::from).collect();
//! let people = [1.0, 1.2].map(|factor| Person { doses: &doses, params: Params { ec50: params.ec50 * factor, ..params } });
//! let mut highest = Vec::new();
//! Batch::new().simulate(&people, &times_h, |_, output| highest.push(output.effect.iter().copied().fold(0.0, f64::max)));
//! assert!(highest[0] > highest[1]);
//! ```

use crate::dose::{Dose, accept_all, accept_times};
use crate::engine::Engine;
use crate::instructions::Instructions;
use crate::march::Walk;
use crate::notice::Notice;
use crate::output::Output;
use crate::params::Params;

/// One body and what it swallowed.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Doses in any order (h, mg).
    pub doses: &'a [Dose],
    /// The body's parameters.
    pub params: Params,
}

/// The lowest and the highest of one series within one day, in the series' unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extremes {
    /// The trough.
    pub lowest: f64,
    /// The peak.
    pub highest: f64,
}

/// Peaks and troughs of one day, over the output times in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayExtremes {
    /// Which day: the output times from 24 `day` hours (inclusive) to 24 (`day` + 1) hours (exclusive).
    pub day: i64,
    /// Mitragynine in plasma, ng/mL.
    pub c: Extremes,
    /// 7-hydroxymitragynine in plasma, ng/mL.
    pub c7: Extremes,
    /// Net signal.
    pub net: Extremes,
    /// Felt effect, points 0 to 10.
    pub effect: Extremes,
    /// Withdrawal score, points 0 to 64.
    pub withdrawal_64: Extremes,
}

/// A worker: keeps the memory that one person's series need and hands it from person to person.
#[derive(Clone, Debug)]
pub struct Batch {
    instructions: Instructions,
    /// The last body's engine: the next may share its kinetics.
    engine: Option<Engine>,
    output: Output,
}

impl Default for Batch {
    fn default() -> Batch {
        Batch::new()
    }
}

impl Batch {
    /// A worker with the widest instructions this machine has.
    #[must_use]
    pub fn new() -> Batch {
        Batch::with_instructions(Instructions::widest())
    }

    /// A worker with chosen instructions: to check that they agree, and to see what they are worth.
    #[must_use]
    pub fn with_instructions(instructions: Instructions) -> Batch {
        Batch {
            instructions,
            engine: None,
            output: Output::default(),
        }
    }

    /// Calls `found` with each person's place in `people` and all series over `times_h` (h, as [`crate::simulate`] takes them), in
    /// the order of `people`. The output is only lent: its memory serves the next person.
    ///
    /// Never fails: what cannot be used is left out and named in [`Output::notices`].
    pub fn simulate(&mut self, people: &[Person<'_>], times_h: &[f64], mut found: impl FnMut(usize, &Output)) {
        let mut of_times = Vec::new();
        let times_h = accept_times(times_h, &mut of_times);
        for (person_idx, person) in people.iter().enumerate() {
            self.simulate_one(person, &times_h, &of_times);
            found(person_idx, &self.output);
        }
    }

    /// Peaks and troughs of each day, one list per person: what is left when nobody needs the series.
    ///
    /// Days without an output time are not listed; a person with unusable parameters has none.
    #[must_use]
    pub fn daily_extremes(&mut self, people: &[Person<'_>], times_h: &[f64]) -> Vec<Vec<DayExtremes>> {
        let mut days = Vec::with_capacity(people.len());
        self.simulate(people, times_h, |_, output| days.push(extremes_of(output)));
        days
    }

    fn simulate_one(&mut self, person: &Person<'_>, times_h: &[f64], of_times: &[Notice]) {
        self.output.clear();
        let mut notices = Vec::new();
        let doses = accept_all(person.doses, &mut notices);
        notices.extend_from_slice(of_times);
        if let Err(invalid) = person.params.check() {
            notices.push(invalid.notice());
        } else {
            let engine = match self.engine.take() {
                Some(engine) => engine.alike(&person.params, crate::adaptation::TOLERANCE),
                None => Engine::new(&person.params),
            };
            let engine = engine.with_instructions(self.instructions);
            Walk::from_start(&doses).read(&doses, times_h, &engine, &mut self.output);
            self.engine = Some(engine);
        }
        self.output.notices = notices;
    }
}

/// All bodies' whole series at once, for those who have the memory: 112 bytes per person and output time.
#[must_use]
pub fn simulate_all(people: &[Person<'_>], times_h: &[f64]) -> Vec<Output> {
    let mut outputs = Vec::with_capacity(people.len());
    Batch::new().simulate(people, times_h, |_, output| outputs.push(output.clone()));
    outputs
}

fn extremes_of(output: &Output) -> Vec<DayExtremes> {
    const DAY_H: f64 = 24.0;
    let day_of = |time_h: f64| libm::floor(time_h / DAY_H);
    let mut days = Vec::new();
    let mut from = 0;
    while let Some(first_h) = output.times_h.get(from) {
        let day = day_of(*first_h);
        let len = output.times_h[from..].partition_point(|time_h| day_of(*time_h) <= day);
        let within = from..from + len;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "times are at most a few million hours from the origin"
        )]
        let day = day as i64;
        days.push(DayExtremes {
            day,
            c: Extremes::of(&output.c[within.clone()]),
            c7: Extremes::of(&output.c7[within.clone()]),
            net: Extremes::of(&output.net[within.clone()]),
            effect: Extremes::of(&output.effect[within.clone()]),
            withdrawal_64: Extremes::of(&output.withdrawal_64[within]),
        });
        from += len;
    }
    days
}

impl Extremes {
    fn of(values: &[f64]) -> Extremes {
        let mut extremes = Extremes {
            lowest: f64::INFINITY,
            highest: f64::NEG_INFINITY,
        };
        for value in values {
            extremes.lowest = if *value < extremes.lowest {
                *value
            } else {
                extremes.lowest
            };
            extremes.highest = if *value > extremes.highest {
                *value
            } else {
                extremes.highest
            };
        }
        extremes
    }
}
