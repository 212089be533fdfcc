//! Our own engine on the workloads, through its public functions.

use std::hint::black_box;
use std::time::Instant;

use cpu_time::ThreadTime;
use ebb_pharm::batch::{Batch, Person};
use ebb_pharm::{Dose, Output, Timeline, simulate};

use crate::equations::Row;
use crate::workload::{self, Case, NOW_H};

/// The same doses as the engine takes them.
pub(crate) fn doses(pairs: &[(f64, f64)]) -> Vec<Dose> {
    pairs.iter().map(|(t_h, mg)| Dose::at_once(*t_h, *mg)).collect()
}

/// The outputs the others give, out of the engine's.
pub(crate) fn rows(output: &Output) -> Vec<Row> {
    (0..output.times_h.len())
        .map(|idx| {
            [
                output.c[idx],
                output.c7[idx],
                output.signal[idx],
                output.af[idx],
                output.as_[idx],
                output.effect[idx],
                output.withdrawal_64[idx],
            ]
        })
        .collect()
}

/// Seconds, and the outputs of one case.
pub(crate) fn one(case: &Case) -> (f64, Vec<Row>) {
    let doses = doses(&case.doses);
    let begin = ThreadTime::now();
    let output = simulate(black_box(&doses), &case.times_h, &case.params);
    (begin.elapsed().as_secs_f64(), rows(&output))
}

/// Seconds of processor time, and the outputs of each of many people, one after another.
pub(crate) fn each(cases: &[Case]) -> (f64, Vec<Vec<Row>>) {
    let doses = doses_of(cases);
    let people = people(cases, &doses);
    let begin = ThreadTime::now();
    let outputs = of_part(cases, &people);
    (begin.elapsed().as_secs_f64(), outputs)
}

/// Seconds of processor time for each day's peak and trough alone; nothing else is kept.
pub(crate) fn extremes(cases: &[Case]) -> f64 {
    let doses = doses_of(cases);
    let people = people(cases, &doses);
    let begin = ThreadTime::now();
    black_box(Batch::new().daily_extremes(black_box(&people), &cases[0].times_h));
    begin.elapsed().as_secs_f64()
}

/// Seconds by the clock on the wall, and the outputs of each of many people, on so many threads.
pub(crate) fn many(cases: &[Case], threads: usize) -> (f64, Vec<Vec<Row>>) {
    let doses = doses_of(cases);
    let people = people(cases, &doses);
    let share = people.len().div_ceil(threads).max(1);
    let begin = Instant::now();
    let outputs = std::thread::scope(|scope| {
        let parts: Vec<_> = people
            .chunks(share)
            .map(|part| scope.spawn(move || of_part(cases, part)))
            .collect();
        let joined = parts.into_iter();
        joined
            .flat_map(|part| part.join().expect("the engine never panics"))
            .collect()
    });
    (begin.elapsed().as_secs_f64(), outputs)
}

fn doses_of(cases: &[Case]) -> Vec<Vec<Dose>> {
    cases.iter().map(|case| doses(&case.doses)).collect()
}

fn people<'a>(cases: &[Case], doses: &'a [Vec<Dose>]) -> Vec<Person<'a>> {
    let pairs = cases.iter().zip(doses);
    pairs
        .map(|(case, doses)| Person {
            doses,
            params: case.params,
        })
        .collect()
}

/// All have the hours of the first. Storing the seven outputs is part of the work.
fn of_part(cases: &[Case], part: &[Person<'_>]) -> Vec<Vec<Row>> {
    let mut outputs = Vec::with_capacity(part.len());
    Batch::new().simulate(black_box(part), &cases[0].times_h, |_, output| {
        outputs.push(rows(output))
    });
    outputs
}

/// Seconds, and the outputs, of one more dose at `extra` and sixty days ahead, on a timeline of ten years that is kept.
pub(crate) fn amended(extra: (f64, f64)) -> (f64, Vec<Row>) {
    let case = workload::e4();
    let (past, plan) = (doses(&workload::e4_past()), doses(&workload::e4_plan()));
    let (mut timeline, _) = Timeline::from_doses(&past, &case.params).expect("usable parameters");
    // Room for one more dose, as a timeline in use nearly always has.
    let passing = Dose::at_once(NOW_H - 0.1, 1.0);
    timeline.push(passing).expect("a usable dose");
    timeline.remove(&passing);
    let begin = ThreadTime::now();
    timeline.push(Dose::at_once(extra.0, extra.1)).expect("a usable dose");
    let output = black_box(timeline.output_with(&plan, &case.times_h));
    (begin.elapsed().as_secs_f64(), rows(&output))
}
