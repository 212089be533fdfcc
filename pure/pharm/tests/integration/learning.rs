//! What reports are worth to a forecast: people with known numbers, learned about from a few reports, and the week after their
//! last dose forecast from what was learned and from the population. Shared by a test and by the study in
//! `examples/calibration.rs`. Never judges a fit by the numbers it found: only by what then comes.

#![allow(dead_code, reason = "the test takes less of it than the study")]

use ebb_pharm::fit::{Body, FitSettings, PersonPrior, Posterior, Reports, fit};
use ebb_pharm::{Dose, UncertainDose, simulate};
use rand_chacha::ChaCha8Rng;

use crate::simulated::{Errors, Person, Plan, Truth, crps, generator, uniform};

/// Hours after the end of the diary at which forecasts are compared with what comes.
pub(crate) const AFTER_H: [f64; 8] = [12.0, 24.0, 36.0, 48.0, 72.0, 96.0, 120.0, 168.0];
/// The diaries end here.
pub(crate) const STOP_DAY: u32 = 40;
/// Bodies in a forecast.
pub(crate) const BODIES: u32 = 200;
/// With 20 reports the score of people one prior sd away may be at most this share of what it is without any.
pub(crate) const FAR_AT_MOST: f64 = 0.70;
/// The same for people in the middle, for any number of reports.
pub(crate) const MIDDLE_AT_MOST: f64 = 1.05;
/// Draws of a fit.
const DRAWS: u32 = 300;

/// Where somebody is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Whereabouts {
    /// Every number, and both batches, this many prior standard deviations from the middle, up or down by chance.
    Away(f64),
    /// Drawn from the prior.
    Drawn,
}

pub(crate) fn somebody(idx: u32, place: Whereabouts, prior: &PersonPrior) -> (Person, ChaCha8Rng) {
    let mut rng = generator(401, u64::from(idx));
    let person = match place {
        Whereabouts::Drawn => Person::drawn(prior, &Truth::BELIEVED, STOP_DAY, &mut rng),
        Whereabouts::Away(distance) => {
            let z = (0..9)
                .map(|_| if uniform(&mut rng) < 0.5 { -distance } else { distance })
                .collect();
            Person::at(z, prior, &Truth::BELIEVED, STOP_DAY, &mut rng)
        }
    };
    (person, rng)
}

/// So many reports before the last dose, half of them ratings, half morning check-ins.
pub(crate) fn reports_of(person: &Person, count: u32, rng: &mut ChaCha8Rng) -> Reports {
    let plan = Plan {
        felt: count / 2,
        lasted: 0,
        symptoms: count - count / 2,
        until_h: f64::from(STOP_DAY) * 24.0,
    };
    person.reports(&plan, &Errors::of_tables(), &Truth::BELIEVED, rng)
}

/// What is believed about somebody after so many reports.
pub(crate) fn learned(idx: u32, place: Whereabouts, count: u32, prior: &PersonPrior) -> (Person, Posterior) {
    let (person, mut rng) = somebody(idx, place, prior);
    let reports = reports_of(&person, count, &mut rng);
    let posterior = fit(&person.logged, &reports, prior, FitSettings::new(u64::from(idx), DRAWS)).unwrap();
    (person, posterior)
}

/// The score a body would give, one row per body, one value per time.
pub(crate) fn curves(logged: &[UncertainDose], bodies: &[Body], times_h: &[f64]) -> Vec<Vec<f64>> {
    bodies.iter().map(|body| curve(logged, body, times_h)).collect()
}

fn curve(logged: &[UncertainDose], body: &Body, times_h: &[f64]) -> Vec<f64> {
    let doses: Vec<Dose> = logged
        .iter()
        .map(|logged| {
            let strength = logged.group.and_then(|group| body.strengths.get(&group));
            Dose {
                mitragynine_mg: logged.dose.mitragynine_mg * strength.copied().unwrap_or(1.0),
                ..logged.dose
            }
        })
        .collect();
    let output = simulate(&doses, times_h, &body.params);
    output
        .withdrawal_64
        .iter()
        .map(|score| score + body.answers.baseline)
        .collect()
}

/// How a forecast did, on average over the times.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Score {
    /// Points.
    pub(crate) crps: f64,
    /// Width of the 80 % band, points.
    pub(crate) band: f64,
    /// Share of the times at which the 80 % band held what came.
    pub(crate) held: f64,
    /// The same for the 50 % band.
    pub(crate) held_50: f64,
}

/// How equally likely `forecasts` (a row each) did against what came.
pub(crate) fn score(forecasts: &[Vec<f64>], truth: &[f64]) -> Score {
    let (mut total, mut band, mut held, mut held_50) = (0.0, 0.0, 0.0, 0.0);
    let share = 1.0 / forecasts.len() as f64;
    for (place, truth) in truth.iter().enumerate() {
        let mut values: Vec<(f64, f64)> = forecasts.iter().map(|row| (row[place], share)).collect();
        total += crps(&values, *truth);
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (low, high) = (quantile(&values, 0.1), quantile(&values, 0.9));
        band += high - low;
        held += f64::from(u8::from(low <= *truth && *truth <= high));
        let (low, high) = (quantile(&values, 0.25), quantile(&values, 0.75));
        held_50 += f64::from(u8::from(low <= *truth && *truth <= high));
    }
    let len = truth.len() as f64;
    Score {
        crps: total / len,
        band: band / len,
        held: held / len,
        held_50: held_50 / len,
    }
}

fn quantile(values: &[(f64, f64)], share: f64) -> f64 {
    let mut reached = 0.0;
    for (value, each) in values {
        reached += each;
        if reached > share {
            return *value;
        }
    }
    values[values.len() - 1].0
}

/// The hours of [`AFTER_H`] on the diary's clock.
pub(crate) fn after_h() -> Vec<f64> {
    AFTER_H.iter().map(|hours| f64::from(STOP_DAY) * 24.0 + hours).collect()
}

/// The ratio of two means over the same people, and its standard error from the paired differences.
pub(crate) fn ratio(of: &[f64], to: &[f64]) -> (f64, f64) {
    let len = of.len() as f64;
    let (mean_of, mean_to) = (of.iter().sum::<f64>() / len, to.iter().sum::<f64>() / len);
    let ratio = mean_of / mean_to;
    let squares: f64 = of.iter().zip(to).map(|(of, to)| (of - ratio * to).powi(2)).sum();
    (ratio, (squares / (len - 1.0).max(1.0) / len).sqrt() / mean_to)
}

#[cfg(test)]
mod slow {
    use super::{BODIES, FAR_AT_MOST, MIDDLE_AT_MOST, Whereabouts, after_h, curves, learned, ratio, score};
    use crate::support::person_prior;

    /// What must be shown (docs/model.md, "What reports are worth") in small: 16 of the study's people whose ratios lie near
    /// those of all. The same people, doses and errors for all counts of reports. Without the population's share in
    /// forecasts the second figure is 1.15, and with half of them from the population the first is 0.74: both fail.
    #[test]
    fn reports_help_who_differs_and_do_not_harm_who_does_not() {
        const PEOPLE: std::ops::Range<u32> = 56..72;
        let (prior, after) = (person_prior(), after_h());
        let population = learned(0, Whereabouts::Away(0.0), 0, &prior).1.bodies(BODIES, 5);
        let mut scores: [Vec<f64>; 4] = Default::default();
        for idx in PEOPLE {
            // Both have logged the same doses, so the population foretells both the same.
            let mut unlearned = None;
            for (pair, (place, count)) in [(Whereabouts::Away(1.0), 20), (Whereabouts::Away(0.0), 5)]
                .iter()
                .enumerate()
            {
                let (person, posterior) = learned(idx, *place, *count, &prior);
                let none = unlearned.get_or_insert_with(|| curves(&person.logged, &population, &after));
                let forecasts = curves(&person.logged, &posterior.bodies(BODIES, 5), &after);
                scores[2 * pair].push(score(none, &person.said(&after)).crps);
                scores[2 * pair + 1].push(score(&forecasts, &person.said(&after)).crps);
            }
        }
        let [far_none, far_learned, middle_none, middle_learned] = &scores;
        let (far, far_error) = ratio(far_learned, far_none);
        let (middle, middle_error) = ratio(middle_learned, middle_none);
        eprintln!(
            "20 reports, one sd away: {far:.3} ± {far_error:.3}; 5 reports, in the middle: {middle:.3} ± {middle_error:.3}"
        );
        assert!(far <= FAR_AT_MOST, "{far} {far_error}");
        assert!(middle <= MIDDLE_AT_MOST, "{middle} {middle_error}");
    }
}
