//! The engine's answers to fixed questions as fingerprints of their bits, and workloads to time: the same natively and in a
//! browser, so that one can be held against the other.
//!
//! It must never round: a single other bit is another fingerprint.

use ebb_core::bridge;
use ebb_pharm::fit::{Felt, FitSettings, Lasted, Number, PersonPrior, Reports, SymptomScale, Symptoms, fit};
use ebb_pharm::{Dose, Outlook, Output, Params, Population, Timeline, UncertainDose, outlook, simulate};
use std::cell::OnceCell;

/// Hours of a year.
const YEAR_H: u32 = 8_760;
/// Hours of ten years.
const TEN_YEARS_H: u32 = 87_600;
/// Hours that are looked ahead, sixty days.
const AHEAD_H: u32 = 1_440;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was asked.
    pub name: &'static str,
    /// FNV-1a over the bits of every number of the answer.
    pub fingerprint: u64,
}

/// Everything that is asked.
#[must_use]
pub fn answers() -> Vec<Answer> {
    vec![
        answer("a quarter year, hourly", |print| {
            print.output(&simulate(&diary(90, &FOUR_A_DAY), &hours(0, 24 * 100), &typical()));
        }),
        answer("odd doses", |print| {
            print.output(&simulate(&odd_doses(), &hours(0, 24 * 60), &typical()));
        }),
        answer("ten years, one more dose, sixty days ahead", |print| {
            let mut timeline = ten_years();
            // A dose that is taken is accepted.
            let _ = timeline.push(Dose::at_once(f64::from(TEN_YEARS_H) - 0.3, 30.0));
            print.output(&timeline.output(&hours(TEN_YEARS_H, TEN_YEARS_H + AHEAD_H)));
        }),
        answer("forty draws, four weeks ahead", |print| {
            let doses = uncertain(&diary(60, &FOUR_A_DAY));
            let times = hours(24 * 60, 24 * 88);
            print.outlook(&outlook(&doses, &[], &times, &population(), 7, 40));
        }),
        answer("a person from twenty reports", |print| {
            let doses = uncertain(&diary(40, &FOUR_A_DAY));
            let Ok(posterior) = fit(&doses, &twenty_reports(), &prior(), FitSettings::new(3, 60)) else {
                return print.number(f64::NAN);
            };
            for number in Number::ALL {
                let known = posterior.number(number);
                print.numbers(&[known.most_likely, known.median, known.low_80, known.high_80]);
            }
            for body in posterior.bodies(40, 5) {
                print.numbers(&[body.params.ec50, body.params.k_w, body.params.t_half_s, body.baseline]);
            }
        }),
    ]
}

/// The answers as text, `fingerprint name` a line.
#[must_use]
pub fn told() -> String {
    let lines = answers().into_iter();
    lines
        .map(|answer| format!("{:016x} {}\n", answer.fingerprint, answer.name))
        .collect()
}

/// A workload to time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workload {
    /// One person, a year of four doses a day, seven outputs each hour.
    E1,
    /// The state after ten years from scratch.
    E4a,
    /// One more dose after ten years, and sixty days ahead hourly.
    E4b,
    /// Two hundred draws after a quarter year, four weeks ahead.
    Draws,
}

impl Workload {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::E1, Self::E4a, Self::E4b, Self::Draws];

    /// What it is.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::E1 => "E1: a year of four doses a day, seven outputs each hour",
            Self::E4a => "E4a: the state after ten years from scratch",
            Self::E4b => "E4b: one more dose after ten years, sixty days ahead hourly",
            Self::Draws => "200 draws after a quarter year, four weeks ahead",
        }
    }

    /// Does it once and answers a number of the result.
    #[must_use]
    pub fn work(self) -> f64 {
        thread_local! {
            static TEN_YEARS: OnceCell<Timeline> = const { OnceCell::new() };
        }
        let last = |output: &Output| output.withdrawal_64.last().copied().unwrap_or(0.0);
        match self {
            Self::E1 => last(&simulate(&diary(365, &FOUR_A_DAY), &hours(0, YEAR_H), &typical())),
            Self::E4a => ten_years()
                .state_at(f64::from(TEN_YEARS_H))
                .map_or(0.0, |state| state.as_),
            Self::E4b => TEN_YEARS.with(|kept| {
                let mut timeline = kept.get_or_init(ten_years).clone();
                let _ = timeline.push(Dose::at_once(f64::from(TEN_YEARS_H) - 0.3, 30.0));
                last(&timeline.output(&hours(TEN_YEARS_H, TEN_YEARS_H + AHEAD_H)))
            }),
            Self::Draws => {
                let doses = uncertain(&diary(90, &FOUR_A_DAY));
                let times = hours(24 * 90, 24 * 118);
                outlook(&doses, &[], &times, &population(), 7, 200).peak.median
            }
        }
    }
}

/// Hours of the day at which doses are taken.
const FOUR_A_DAY: [f64; 4] = [8.0, 12.5, 17.0, 21.25];

fn diary(n_days: u32, hours: &[f64]) -> Vec<Dose> {
    let day = |day: u32| {
        // Amounts that are no round numbers, in a cycle of a week.
        hours.iter().enumerate().map(move |(idx, hour)| {
            let mg = 30.0 + f64::from(day % 7) * 1.37 + idx as f64 * 0.71;
            Dose::at_once(f64::from(day) * 24.0 + hour, mg)
        })
    };
    (0..n_days).flat_map(day).collect()
}

/// None at all, many within a minute, one sipped across midnight, and one after a month.
fn odd_doses() -> Vec<Dose> {
    let within_a_minute = (0..100).map(|idx| Dose::at_once(10.0 + f64::from(idx) / 6_000.0, 0.5));
    let sipped = Dose {
        duration_h: 3.0,
        ..Dose::at_once(46.5, 60.0)
    };
    let mut doses: Vec<Dose> = within_a_minute.collect();
    doses.extend([Dose::at_once(30.0, 0.0), sipped, Dose::at_once(24.0 * 40.0, 45.0)]);
    doses
}

fn uncertain(doses: &[Dose]) -> Vec<UncertainDose> {
    let of = |dose: &Dose| UncertainDose {
        dose: *dose,
        log_sd: 0.1,
        group: Some(1),
        group_log_sd: 0.35,
    };
    doses.iter().map(of).collect()
}

fn twenty_reports() -> Reports {
    let hour = |day: u32, hour: f64| f64::from(day) * 24.0 + hour;
    Reports {
        felt: (20..30)
            .map(|day| Felt {
                at_h: hour(day, 9.25),
                rating: f64::from(2 + day % 3),
            })
            .collect(),
        lasted: (30..33)
            .map(|day| Lasted {
                dose_at_h: hour(day, 8.0),
                hours: 2.5,
            })
            .collect(),
        symptoms: (33..40)
            .map(|day| Symptoms {
                at_h: hour(day, 7.5),
                score: f64::from(6 + day % 5),
                scale: SymptomScale::Of64,
            })
            .collect(),
    }
}

fn hours(from: u32, until: u32) -> Vec<f64> {
    (from..until).map(f64::from).collect()
}

fn ten_years() -> Timeline {
    match Timeline::from_doses(&diary(3_650, &[7.5, 11.0, 14.5, 18.0, 21.5]), &typical()) {
        Ok((timeline, _)) => timeline,
        Err(invalid) => unreachable!("the evidence tables hold usable parameters: {invalid}"),
    }
}

fn population() -> Population {
    bridge::population().unwrap_or_else(|missing| unreachable!("the evidence tables hold every parameter: {missing}"))
}

fn prior() -> PersonPrior {
    bridge::person_prior().unwrap_or_else(|missing| unreachable!("the evidence tables hold every parameter: {missing}"))
}

fn typical() -> Params {
    population().typical()
}

fn answer(name: &'static str, ask: impl FnOnce(&mut Print)) -> Answer {
    let mut print = Print(0xcbf2_9ce4_8422_2325);
    ask(&mut print);
    Answer {
        name,
        fingerprint: print.0,
    }
}

/// FNV-1a, 64 bits.
struct Print(u64);

impl Print {
    fn number(&mut self, value: f64) {
        for byte in value.to_bits().to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn numbers(&mut self, values: &[f64]) {
        for value in values {
            self.number(*value);
        }
    }

    fn output(&mut self, output: &Output) {
        for series in [
            &output.c,
            &output.c7,
            &output.signal,
            &output.net,
            &output.potency_shift,
            &output.effect,
            &output.withdrawal_64,
        ] {
            self.numbers(series);
        }
    }

    fn outlook(&mut self, outlook: &Outlook) {
        for band in [&outlook.c, &outlook.potency_shift, &outlook.withdrawal_64] {
            for series in [&band.median, &band.low_50, &band.high_50, &band.low_80, &band.high_80] {
                self.numbers(series);
            }
        }
    }
}
