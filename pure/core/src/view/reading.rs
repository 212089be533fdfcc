//! Where a person is: level, tolerance, and what stopping now would bring. One run of the engine feeds every screen, so
//! the forecast that is shown is the forecast that decides and the forecast that is reported (rule 5).

use super::{Band80, Frame};
use crate::bridge::{self, EngineInput, engine_input};
use crate::day;
use crate::diary::Diary;
use crate::event::DaySays;
use ebb_pharm::{Band, Outlook, OutlookRun, OutlookSettings, Spread};

/// Draws of every outlook that is shown.
pub const DRAWS: u32 = 200;
/// Seed of every outlook that is shown: a fixed number, so that the same diary gives the same picture.
pub const SEED: u64 = 0x0e66;
/// Hours before now that the outlook shows.
pub const BACK_H: f64 = 72.0;
/// Days after now that the outlook covers.
pub const AHEAD_DAYS: f64 = 28.0;
/// Fewest doses of known amount before anything is said.
pub const FEWEST_DOSES: usize = 3;
/// Days without any entry after which nothing is said: a gap in a diary is not a break (rule 6).
pub const STALE_DAYS: i64 = 7;
/// Hours without a dose or a statement after which the reading says that it takes the gap for a break.
pub const GAP_H: f64 = 36.0;
/// Days that a 7-OH or similar product keeps the engine silent (rule 9): the evidence does not reach it.
pub const WITHOUT_FORECAST_DAYS: f64 = 14.0;

/// Why nothing is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Silence {
    /// No dose was ever logged.
    NothingLogged,
    /// Too few doses of known amount.
    TooFew {
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// Doses are logged, but what they are measured in has no known strength (tea, an unlabelled extract).
    StrengthUnknown {
        /// How many such doses.
        n: usize,
    },
    /// A 7-OH or similar product was taken lately (rule 9).
    WithoutForecast {
        /// Days ago.
        days: f64,
    },
    /// Nothing was written for too long.
    Stale {
        /// Days since the last entry.
        days: i64,
    },
}

/// What a reading rests on, and what to keep in mind with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestsOn {
    /// Doses used.
    pub n_doses: usize,
    /// Days from the first dose to now.
    pub n_days: i64,
    /// Of the doses, those of unknown amount that the person's usual amount stands in for.
    pub n_stood_in: usize,
    /// Doses that could not be used.
    pub n_left_out: usize,
    /// Reports of effect or withdrawal that the numbers were fitted to: none yet, so this is the spread between people.
    pub n_reports: usize,
    /// Hours since the last dose, when long enough to mention: taken as a time without, which nobody said.
    pub unexplained_gap_h: Option<f64>,
}

/// A reading at the frame's moment.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Mitragynine in plasma now, ng/mL.
    pub level_ng_per_ml: Band80,
    /// Potency shift now: 1 is no tolerance, 2 means that twice the level gives the same signal.
    pub potency_shift: Band80,
    /// Withdrawal now by the model, 0 to 64.
    pub withdrawal_64: Band80,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// Hours from the engine's origin to now.
    pub now_h: f64,
    /// The whole outlook, if nothing more is taken.
    pub outlook: Outlook,
    /// The doses behind it.
    pub input: EngineInput,
}

/// A reading in the making: long work in small steps.
#[derive(Debug, Clone)]
pub struct ReadingRun {
    run: OutlookRun,
    input: EngineInput,
    now_h: f64,
    rests_on: RestsOn,
}

/// Prepares a reading, or says why there is none.
///
/// # Errors
/// [`Silence`] is the reason, as data.
pub fn start(frame: &Frame, diary: &Diary) -> Result<ReadingRun, Silence> {
    let input = engine_input(diary, frame.now);
    let rests_on = rests_on(frame, diary, &input)?;
    let now_h = input.hours(frame.now);
    let Ok(population) = bridge::population() else {
        unreachable!("a test of this crate reads every engine parameter from the evidence tables")
    };
    let settings = OutlookSettings::new(SEED, DRAWS);
    let run = OutlookRun::new(&input.doses, &[], &times(now_h), &population, settings);
    Ok(ReadingRun {
        run,
        input,
        now_h,
        rests_on,
    })
}

/// The whole reading at once.
///
/// # Errors
/// [`Silence`] is the reason, as data.
pub fn read(frame: &Frame, diary: &Diary) -> Result<Reading, Silence> {
    let mut run = start(frame, diary)?;
    run.step(DRAWS);
    Ok(run.finish())
}

impl ReadingRun {
    /// Makes up to `draws` more draws; true when all are made.
    pub fn step(&mut self, draws: u32) -> bool {
        self.run.step(draws).is_done()
    }

    /// The reading from the draws made so far.
    #[must_use]
    pub fn finish(self) -> Reading {
        let outlook = self.run.finish();
        let at_now = outlook.times_h.iter().position(|t| *t >= self.now_h).unwrap_or(0);
        Reading {
            level_ng_per_ml: band_at(&outlook.c, at_now),
            potency_shift: band_at(&outlook.potency_shift, at_now),
            withdrawal_64: band_at(&outlook.withdrawal_64, at_now),
            rests_on: self.rests_on,
            now_h: self.now_h,
            outlook,
            input: self.input,
        }
    }
}

fn rests_on(frame: &Frame, diary: &Diary, input: &EngineInput) -> Result<RestsOn, Silence> {
    let last = diary.doses.iter().rev().find(|d| d.body.when.at <= frame.now);
    if last.is_none() && input.doses.is_empty() {
        return Err(Silence::NothingLogged);
    }
    if let Some(at) = input.last_without_forecast {
        let days = bridge::hours_between(at, frame.now) / 24.0;
        if days <= WITHOUT_FORECAST_DAYS {
            return Err(Silence::WithoutForecast { days });
        }
    }
    let n_known = input.doses.len() - input.n_stood_in;
    if n_known < FEWEST_DOSES {
        return Err(match input.n_strength_unknown {
            0 => Silence::TooFew {
                have: n_known,
                need: FEWEST_DOSES,
            },
            n => Silence::StrengthUnknown { n },
        });
    }
    let last_written = last_word(frame, diary);
    let stale = day::days_between(last_written, frame.today());
    if stale > STALE_DAYS {
        return Err(Silence::Stale { days: stale });
    }
    let since_last = input
        .doses
        .last()
        .map_or(0.0, |d| input.hours(frame.now) - d.dose.start_h);
    let is_said = diary
        .days
        .last()
        .is_some_and(|d| d.body.says == DaySays::NothingTaken && day::days_between(d.body.day, frame.today()) <= 1);
    let first = input.instant(input.doses.first().map_or(0.0, |d| d.dose.start_h));
    Ok(RestsOn {
        n_doses: input.doses.len(),
        n_days: day::days_between(
            day::of(&crate::moment::Moment::new(first, &frame.zone), frame.day_start),
            frame.today(),
        ) + 1,
        n_stood_in: input.n_stood_in,
        n_left_out: input.n_left_out,
        n_reports: 0,
        unexplained_gap_h: (since_last > GAP_H && !is_said).then_some(since_last),
    })
}

/// The last day that any entry speaks of, up to today.
fn last_word(frame: &Frame, diary: &Diary) -> jiff::civil::Date {
    let today = frame.today();
    let of = |when: &crate::moment::Moment| day::of(when, frame.day_start);
    let days = [
        diary.doses.last().map(|d| of(&d.body.when)),
        diary.check_ins.last().map(|c| of(&c.body.when)),
        diary.cravings.last().map(|c| of(&c.body.when)),
        diary.felt_effects.last().map(|f| of(&f.body.when)),
        diary.notes.last().map(|n| of(&n.body.when)),
        diary.days.last().map(|d| d.body.day),
    ];
    days.into_iter().flatten().map(|d| d.min(today)).max().unwrap_or(today)
}

/// Half-hours around now, then every two hours.
fn times(now_h: f64) -> Vec<f64> {
    let near = (-144..=96).map(|i| now_h + f64::from(i) * 0.5);
    let far = (25..=336)
        .map(|i| now_h + f64::from(i) * 2.0)
        .filter(|t| *t <= now_h + AHEAD_DAYS * 24.0);
    near.chain(far).collect()
}

/// The band at one output time.
#[must_use]
pub fn band_at(band: &Band, idx: usize) -> Band80 {
    let at = |series: &[f64]| series.get(idx).copied().unwrap_or(f64::NAN);
    Band80 {
        low: at(&band.low_80),
        mid: at(&band.median),
        high: at(&band.high_80),
    }
}

/// The band of a summary.
#[must_use]
pub fn band_of(spread: &Spread) -> Band80 {
    Band80 {
        low: spread.low_80,
        mid: spread.median,
        high: spread.high_80,
    }
}
