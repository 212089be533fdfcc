//! What the engine costs, on the workloads of the project's speed notes: E1 (a year, hourly outputs), E2 (a crowd, by one and two
//! threads) and E4 (ten years:
//! state now and sixty days ahead, from scratch, after one more dose, after a dose put back in time), E3 (one person's fit), the
//! cost of one more dose after one, five and ten years, and an outlook of 200 draws.
//!
//! `cargo bench -p ebb-pharm`

#![allow(clippy::unwrap_used, reason = "a bench may stop on a broken fixture")]

use divan::{Bencher, black_box};
use ebb_pharm::batch::{Batch, Person};
use ebb_pharm::fit::{
    Felt, FitRun, FitSettings, Noise, Number, PersonPrior, Phase, Reports, SymptomScale, Symptoms, fit,
};
use ebb_pharm::{Dose, OutlookRun, OutlookSettings, Params, Timeline, UncertainDose, simulate};

#[path = "../tests/integration/support.rs"]
mod support;

use support::{FIVE_A_DAY, FOUR_A_DAY, diary, hourly, person_prior, population, typical};

#[allow(
    clippy::float_cmp,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "as in the tests it is shared with: instants are compared as they were written, steps are few"
)]
#[path = "../tests/integration/reference.rs"]
mod reference;

#[expect(
    clippy::print_stdout,
    reason = "`cargo xtask bench` puts these lines beside the times"
)]
fn main() {
    println!("error of e1_a_year_with_hourly_outputs: {:.1e}", e1_error());
    println!("error of e3_the_most_likely_person: {:.1e}", e3_error());
    divan::main();
}

/// The largest over C, C7, s, Af, As, E and W64 of max |value - slow path| / max |slow path|, first thirty days of E1.
fn e1_error() -> f64 {
    let (doses, times_h, params) = (diary(1, 30, &FOUR_A_DAY, 90), hourly(1, 720), typical());
    let ours = simulate(&doses, &times_h, &params);
    let later_h: Vec<f64> = times_h
        .iter()
        .copied()
        .filter(|time_h| *time_h >= doses[0].start_h)
        .collect();
    let before = times_h.len() - later_h.len();
    let (mut off, mut size) = ([0.0_f64; 7], [0.0_f64; 7]);
    for (idx, state) in reference::solve(&doses, &later_h, &params).into_iter().enumerate() {
        let [_, _, m1, _, h, _, _, af, as_, d] = state;
        let (c, c7) = (1000.0 * m1 / params.v1, 1000.0 * h / params.v7);
        let raised = (c + params.rho * c7).powf(params.gamma);
        let half = params.ec50 * (1.0 + params.tau_f * af + params.tau_s * as_);
        let signal = raised / (half.powf(params.gamma) + raised);
        let net = signal - params.beta_f * af - params.beta_s * as_;
        let effect = -10.0 * (-net.max(0.0) / params.k_e).exp_m1();
        let withdrawal = -64.0 * (-d.min((-net).max(0.0)) / params.k_w).exp_m1();
        let slow = [c, c7, signal, af, as_, effect, withdrawal];
        let series = [
            &ours.c,
            &ours.c7,
            &ours.signal,
            &ours.af,
            &ours.as_,
            &ours.effect,
            &ours.withdrawal_64,
        ];
        for (output, (slow, series)) in slow.into_iter().zip(series).enumerate() {
            off[output] = off[output].max((series[before + idx] - slow).abs());
            size[output] = size[output].max(slow.abs());
        }
    }
    off.iter()
        .zip(size)
        .fold(0.0, |worst, (off, size)| worst.max(off / size))
}

/// Distance of the most likely person of E3 from where an independent optimizer ended, in logarithms (points for the baseline).
fn e3_error() -> f64 {
    let (doses, reports) = e3();
    let prior = PersonPrior::from_lookup(&population(), |name| match name {
        // The reference knows of no slips.
        "slip_share" => Some(0.0),
        known => Some(ebb_evidence::parameter(known)?.value),
    });
    let prior = prior.unwrap();
    let settings = FitSettings {
        noise: Noise::Normal,
        ..FitSettings::new(1, 1)
    };
    let found = fit(&doses, &reports, &prior, settings).unwrap();
    let file: serde_json::Value = serde_json::from_str(include_str!("../tests/fits/e3.json")).unwrap();
    let numbers = Number::ALL.into_iter().enumerate();
    numbers.fold(0.0, |worst: f64, (idx, number)| {
        let theirs = file["normal"]["z"][idx].as_f64().unwrap();
        worst.max((found.most_likely()[number.idx()] - theirs).abs() * prior.width(number))
    })
}

const TEN_YEARS_DAYS: u32 = 3650;

fn ten_years() -> (Vec<Dose>, Vec<Dose>) {
    let past = diary(4, TEN_YEARS_DAYS, &FIVE_A_DAY, 60);
    let plan = (0..60)
        .flat_map(|day| {
            FIVE_A_DAY.map(|minute| f64::from(1440 * (TEN_YEARS_DAYS + day) + minute + u32::from(minute % 60 == 0)))
        })
        .map(|minute| Dose::at_once(minute / 60.0, 30.0))
        .collect();
    (past, plan)
}

/// A copy with room for one more dose, as a timeline in use nearly always has.
fn in_use(timeline: &Timeline) -> Timeline {
    let mut copy = timeline.clone();
    let last_h = timeline.doses()[timeline.doses().len() - 1].start_h;
    let passing = Dose::at_once(last_h + 1.0, 30.0);
    copy.push(passing).unwrap();
    copy.remove(&passing);
    copy
}

fn now_h() -> f64 {
    f64::from(TEN_YEARS_DAYS) * 24.0
}

#[divan::bench]
fn e1_a_year_with_hourly_outputs(bencher: Bencher) {
    let (doses, times_h, params) = (diary(1, 365, &FOUR_A_DAY, 90), hourly(1, 8760), typical());
    bencher.bench(|| simulate(black_box(&doses), &times_h, &params));
}

const E2_PEOPLE: u32 = 200;
const E2_DAYS: u32 = 90;

/// The first of E2's thousand people: each another diary, and eleven numbers moved by about a third.
fn e2() -> Vec<(Vec<Dose>, Params)> {
    const VARIED: [&str; 11] = ["ka", "CL", "V1", "Q", "V2", "fp", "k7", "EC50", "tau_f", "tau_s", "kE"];
    (0..E2_PEOPLE)
        .map(|idx| {
            let mut params = typical();
            for (place, name) in (0_u32..).zip(VARIED) {
                // Spread over the widths without a random number: the golden section fills the range evenly.
                let share = (f64::from(idx * 11 + place) * 0.618_033_988_749_895).fract();
                let moved = params.get(name).unwrap() * (0.3 * 3.4 * (share - 0.5)).exp();
                params = params.with(name, moved).unwrap();
            }
            (diary(1000 + u64::from(idx), E2_DAYS, &FOUR_A_DAY, 90), params)
        })
        .collect()
}

/// E2 by one or two threads; person-days are what is counted.
fn e2_bench(bencher: Bencher, threads: usize, work: impl Fn(&mut Batch, &[Person<'_>], &[f64]) + Sync) {
    let crowd = e2();
    let people: Vec<Person<'_>> = crowd
        .iter()
        .map(|(doses, params)| Person { doses, params: *params })
        .collect();
    let times_h = hourly(1, E2_DAYS * 24);
    bencher
        .counter(divan::counter::ItemsCount::new(E2_PEOPLE * E2_DAYS))
        .bench_local(|| {
            std::thread::scope(|scope| {
                for part in people.chunks(people.len().div_ceil(threads)) {
                    scope.spawn(|| work(&mut Batch::new(), part, &times_h));
                }
            });
        });
}

#[divan::bench(args = [1, 2], sample_count = 20)]
fn e2_hourly_outputs_of_a_crowd_by_threads(bencher: Bencher, threads: usize) {
    e2_bench(bencher, threads, |batch, people, times_h| {
        batch.simulate(people, times_h, |_, output| {
            black_box(output);
        });
    });
}

#[divan::bench(args = [1, 2], sample_count = 20)]
fn e2_daily_extremes_of_a_crowd_by_threads(bencher: Bencher, threads: usize) {
    e2_bench(bencher, threads, |batch, people, times_h| {
        black_box(batch.daily_extremes(people, times_h));
    });
}

#[divan::bench]
fn e4a_state_after_ten_years_from_scratch(bencher: Bencher) {
    let ((past, _), params) = (ten_years(), typical());
    bencher.bench(|| simulate(black_box(&past), &[now_h()], &params));
}

#[divan::bench]
fn e4a_timeline_of_ten_years_from_scratch(bencher: Bencher) {
    let ((past, _), params) = (ten_years(), typical());
    bencher.bench(|| {
        Timeline::from_doses(black_box(&past), &params)
            .unwrap()
            .0
            .state_at(now_h())
    });
}

#[divan::bench]
fn e4a_timeline_of_ten_years_from_checkpoints(bencher: Bencher) {
    let ((past, _), params) = (ten_years(), typical());
    let checkpoints = Timeline::from_doses(&past, &params).unwrap().0.checkpoints();
    bencher.bench(|| {
        Timeline::from_checkpoints(black_box(&past), &params, &checkpoints)
            .unwrap()
            .0
            .state_at(now_h())
    });
}

#[divan::bench]
fn e4a_with_sixty_days_ahead_hourly(bencher: Bencher) {
    let ((past, plan), params) = (ten_years(), typical());
    let (all, times_h) = ([past, plan].concat(), hourly(87_600, 89_040));
    bencher.bench(|| simulate(black_box(&all), &times_h, &params));
}

#[divan::bench]
fn e4b_one_more_dose_today_and_sixty_days_ahead(bencher: Bencher) {
    let ((past, plan), params) = (ten_years(), typical());
    let times_h = hourly(87_600, 89_040);
    let timeline = Timeline::from_doses(&past, &params).unwrap().0;
    bencher.with_inputs(|| in_use(&timeline)).bench_values(|mut timeline| {
        timeline.push(Dose::at_once(now_h() - 0.3, 30.0)).unwrap();
        (timeline.output_with(&plan, &times_h), timeline)
    });
}

#[divan::bench(args = [3, 30, 300])]
fn e4c_a_dose_put_back_by_days(bencher: Bencher, days: u32) {
    let ((past, _), params) = (ten_years(), typical());
    let timeline = Timeline::from_doses(&past, &params).unwrap().0;
    bencher.with_inputs(|| in_use(&timeline)).bench_values(|mut timeline| {
        timeline
            .push(Dose::at_once(now_h() - f64::from(days) * 24.0 + 0.3, 30.0))
            .unwrap();
        (timeline.state_at(now_h()), timeline)
    });
}

#[divan::bench(args = [1, 5, 10])]
fn one_more_dose_after_years(bencher: Bencher, years: u32) {
    let (doses, params) = (diary(4, years * 365, &FIVE_A_DAY, 60), typical());
    let now_h = f64::from(years) * 8760.0;
    let timeline = Timeline::from_doses(&doses, &params).unwrap().0;
    bencher.with_inputs(|| in_use(&timeline)).bench_values(|mut timeline| {
        timeline.push(Dose::at_once(now_h - 0.1, 30.0)).unwrap();
        (timeline.state_at(now_h), timeline)
    });
}

#[divan::bench(args = [90, 365, 3650], sample_count = 5)]
fn outlook_of_200_draws_sixty_days_ahead_after_days(bencher: Bencher, days: u32) {
    let doses: Vec<UncertainDose> = diary(1, days, &FOUR_A_DAY, 90)
        .into_iter()
        .map(|dose| UncertainDose {
            dose,
            log_sd: 0.3,
            group: Some(1),
            group_log_sd: 0.35,
        })
        .collect();
    let times_h = hourly(days * 24, days * 24 + 1440);
    let population = population();
    bencher.bench(|| {
        let mut run = OutlookRun::new(
            black_box(&doses),
            &[],
            &times_h,
            &population,
            OutlookSettings::new(7, 200),
        );
        run.step(200);
        run.finish()
    });
}

#[divan::bench]
fn a_parameter_set_made_ready(bencher: Bencher) {
    let params: Params = typical();
    bencher.bench(|| simulate(&[Dose::at_once(0.0, 30.0)], &[100.0], black_box(&params)));
}

/// The person of E3: 60 ratings and 40 check-ins over 180 days.
fn e3() -> (Vec<UncertainDose>, Reports) {
    let file: serde_json::Value = serde_json::from_str(include_str!("../tests/fits/e3.json")).unwrap();
    let pairs = |key: &str| -> Vec<(f64, f64)> {
        let rows = file[key].as_array().unwrap().iter();
        rows.map(|row| (row[0].as_f64().unwrap(), row[1].as_f64().unwrap()))
            .collect()
    };
    let doses = pairs("doses")
        .into_iter()
        .map(|(t_h, mg)| UncertainDose::exact(Dose::at_once(t_h, mg)));
    let felt = pairs("effect_ratings")
        .into_iter()
        .map(|(at_h, rating)| Felt { at_h, rating });
    let symptoms = pairs("sows64").into_iter().map(|(at_h, score)| Symptoms {
        at_h,
        score,
        scale: SymptomScale::Of64,
    });
    let reports = Reports {
        felt: felt.collect(),
        lasted: Vec::new(),
        symptoms: symptoms.collect(),
    };
    (doses.collect(), reports)
}

#[divan::bench]
fn e3_the_most_likely_person(bencher: Bencher) {
    let ((doses, reports), prior) = (e3(), person_prior());
    bencher.bench(|| {
        let mut run = FitRun::new(black_box(&doses), &reports, &prior, FitSettings::new(1, 200)).unwrap();
        while run.step(1).phase == Phase::Searching {}
        run
    });
}

#[divan::bench(sample_count = 20)]
fn e3_with_200_draws(bencher: Bencher) {
    let ((doses, reports), prior) = (e3(), person_prior());
    bencher.bench(|| fit(black_box(&doses), &reports, &prior, FitSettings::new(1, 200)).unwrap());
}
