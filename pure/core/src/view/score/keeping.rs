//! Which forecast is kept, and what of it: on the way out of a reading or a course, and back from the diary.

use super::Distribution;
use crate::diary::Diary;
use crate::event::{Assumed, Forecast};
use crate::moment::Moment;
use crate::view::Frame;
use crate::view::course::CourseView;
use crate::view::reading::{DRAWS, MadeOf, Reading, SEED};

/// Probabilities of the quantiles that are kept.
pub const PROBABILITIES: [f64; 13] = [
    0.025, 0.05, 0.1, 0.175, 0.25, 0.4, 0.5, 0.6, 0.75, 0.825, 0.9, 0.95, 0.975,
];
/// Hours ahead that the quantiles are kept of: closer together where the curve bends.
pub const HOURS: [f64; 33] = [
    0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0, 12.0, 15.0, 18.0, 21.0, 24.0, 30.0, 36.0, 42.0, 48.0, 54.0, 60.0, 66.0,
    72.0, 84.0, 96.0, 108.0, 120.0, 144.0, 168.0, 216.0, 264.0, 336.0, 432.0, 552.0, 672.0,
];
/// Hours within which a forecast from the same doses is the same forecast.
pub const SAME_WITHIN_H: f64 = 6.0;

/// Bytes of the key that are kept: enough that two diaries never meet.
const KEY_BYTES: usize = 16;

/// The forecast to keep when this reading is shown; `None` when the one kept before still stands: made from the same doses
/// (and priors, draws, engine) less than [`SAME_WITHIN_H`] ago.
#[must_use]
pub fn forecast_to_keep(frame: &Frame, diary: &Diary, reading: &Reading) -> Option<Forecast> {
    let forecast = to_keep(frame, reading, &reading.made_of, reading.rests_on.widened_by, None)?;
    is_new(frame, diary, &forecast).then_some(forecast)
}

/// The forecast to keep when this course from the reading is shown; `None` when the same course is kept and still stands, or
/// when it is the reading's own forecast.
#[must_use]
pub fn course_to_keep(frame: &Frame, diary: &Diary, reading: &Reading, course: &CourseView) -> Option<Forecast> {
    let assumed = course.assumed.clone()?;
    let widened_by = course.rests_on.widened_by;
    let forecast = to_keep(frame, reading, &course.made_of, widened_by, Some(assumed))?;
    is_new(frame, diary, &forecast).then_some(forecast)
}

fn is_new(frame: &Frame, diary: &Diary, forecast: &Forecast) -> bool {
    let course = |of: &Forecast| of.assumed.as_ref().map(|assumed| assumed.course.clone());
    let hours_ago = |kept: &Forecast| crate::bridge::hours_between(kept.when.at, frame.now);
    let stands = |kept: &Forecast| {
        kept.input == forecast.input
            && (0.0..SAME_WITHIN_H).contains(&hours_ago(kept))
            && course(kept) == course(forecast)
    };
    !diary.forecasts.iter().rev().any(|kept| stands(&kept.body))
}

fn to_keep(
    frame: &Frame,
    reading: &Reading,
    made_of: &MadeOf,
    widened_by: f64,
    assumed: Option<Assumed>,
) -> Option<Forecast> {
    let last_dose_h = reading.outlook.last_dose_h?;
    let tenths = tenths(&made_of.rows);
    let population_tenths = made_of.population_rows.as_deref().map(self::tenths).unwrap_or_default();
    (tenths.len() == made_of.hours.len()).then(|| Forecast {
        when: frame.moment(),
        last_dose: Moment::new(reading.input.instant(last_dose_h), &frame.zone),
        seed: SEED,
        draws: DRAWS,
        engine: ebb_pharm::ENGINE_VERSION,
        // The past it comes from; what is assumed of the days ahead stands beside it.
        input: reading.made_of.input_key[..KEY_BYTES]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        learned_from: reading.rests_on.n_reports as u64,
        widened_by,
        probabilities: PROBABILITIES.to_vec(),
        hours: made_of.hours.to_vec(),
        population_tenths: if population_tenths == tenths {
            Vec::new()
        } else {
            population_tenths
        },
        tenths,
        assumed,
    })
}

fn tenths(rows: &[Vec<f64>]) -> Vec<Vec<u16>> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 640; what is no number becomes 0"
    )]
    let tenth = |score: &f64| (score.clamp(0.0, 64.0) * 10.0).round() as u16;
    rows.iter().map(|row| row.iter().map(tenth).collect()).collect()
}

/// The two curves of a kept forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Curve {
    /// The model's own, before any widening.
    Own,
    /// The population's.
    Population,
}

/// What a kept forecast said of the score so many hours after it was shown; `None` before it, beyond its horizon, or when
/// it is not in the form of a forecast.
pub(super) fn at(kept: &Forecast, curve: Curve, hours: f64) -> Option<Distribution> {
    let rows = match curve {
        Curve::Population if !kept.population_tenths.is_empty() => &kept.population_tenths,
        Curve::Own | Curve::Population => &kept.tenths,
    };
    let is_whole = rows.len() == kept.hours.len() && rows.iter().all(|row| row.len() == kept.probabilities.len());
    let is_ascending = kept.hours.windows(2).all(|pair| pair[0] < pair[1]);
    let (first, last) = (kept.hours.first()?, kept.hours.last()?);
    if !is_whole || !is_ascending || !(*first..=*last).contains(&hours) {
        return None;
    }
    let after = kept.hours.partition_point(|hour| *hour < hours);
    let before = after.saturating_sub(1);
    let step = kept.hours[after] - kept.hours[before];
    let way = if step > 0.0 {
        (hours - kept.hours[before]) / step
    } else {
        0.0
    };
    let between = |(a, b): (&u16, &u16)| (f64::from(*a) + way * (f64::from(*b) - f64::from(*a))) / 10.0;
    let values = rows[before].iter().zip(&rows[after]).map(between).collect();
    Distribution::new(&kept.probabilities, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_is_ascending_and_starts_at_once() {
        assert!(HOURS.windows(2).all(|pair| pair[0] < pair[1]) && HOURS[0].total_cmp(&0.0).is_eq());
        assert!(PROBABILITIES.windows(2).all(|pair| pair[0] < pair[1]));
        for p in [0.1, 0.25, 0.5, 0.75, 0.9] {
            assert!(
                PROBABILITIES.contains(&p),
                "the ends of the bands that are shown are kept themselves"
            );
        }
    }
}
