//! What a person reported, as the fit reads it: ratings, durations and check-ins on the engine's hours.
//!
//! A report counts if a reading made at its moment could have spoken, and if the diary tells what happened before it. What
//! does not count is counted. Nothing here is turned into a number it was not: a rating in words is no number.

use super::EngineInput;
use crate::day;
use crate::diary::{Diary, Logged};
use crate::event::{CheckIn, Dose, FeltEffect, Precision};
use crate::moment::Moment;
use crate::view::Frame;
use crate::view::reading::{FEWEST_DOSES, RECENT_DAYS, STALE_DAYS, WITHOUT_FORECAST_DAYS};
use ebb_pharm::fit::{FELT_FOLLOWED_H, Felt, Lasted, PersonPrior, Reports, SymptomScale, Symptoms};
use ebb_pharm::{Dose as EngineDose, UncertainDose, simulate};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Most reports that are learned from, the newest: more than three a day. The cost stays, and an older body is another.
pub const MOST_REPORTS: usize = 400;
/// Days before now whose reports are learned from.
pub const REPORT_DAYS: f64 = 120.0;
/// Days before the first report whose doses the fit is told: what older ones still mean is a hundredth of the typical body's slow
/// adaptation, and a tenth for one that forgets at half the speed.
pub const DOSE_DAYS: f64 = 90.0;
/// A rating of a dose given for a moment this close to its beginning speaks of the dose, not of that moment.
const OF_THE_DOSE_H: f64 = 0.25;

/// Reports that do not count, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Only the day is known, or a felt duration names no dose of known time.
    pub no_time: usize,
    /// Outside its scale.
    pub out_of_range: usize,
    /// A 7-OH or similar product was taken in the [`WITHOUT_FORECAST_DAYS`] days before (rule 9).
    pub without_forecast: usize,
    /// Fewer than [`FEWEST_DOSES`] doses of known amount before it.
    pub too_few_doses: usize,
    /// More of the doses of the [`RECENT_DAYS`] days before are of unknown amount than of a known one.
    pub mostly_unknown: usize,
    /// No entry of any kind tells of the days before it (rule 6).
    pub nobody_said: usize,
    /// From before the person began anew.
    pub before_reset: usize,
    /// Older than [`REPORT_DAYS`], or more than [`MOST_REPORTS`] reports ago.
    pub older: usize,
}

impl LeftOut {
    /// All of them.
    #[must_use]
    pub fn total(&self) -> usize {
        self.no_time
            + self.out_of_range
            + self.without_forecast
            + self.too_few_doses
            + self.mostly_unknown
            + self.nobody_said
            + self.before_reset
            + self.older
    }
}

/// What there is to learn from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reported {
    /// What counts.
    pub reports: Reports,
    /// What does not.
    pub left_out: LeftOut,
}

/// One number a person said.
enum Said {
    Felt(Felt),
    Lasted(Lasted),
    Symptoms(Symptoms),
}

impl Said {
    /// The hour it speaks of.
    fn at_h(&self) -> f64 {
        match self {
            Self::Felt(felt) => felt.at_h,
            Self::Lasted(lasted) => lasted.dose_at_h,
            Self::Symptoms(symptoms) => symptoms.at_h,
        }
    }

    fn is_on_its_scale(&self) -> bool {
        match self {
            Self::Felt(felt) => (0.0..=Reports::HIGHEST_RATING).contains(&felt.rating),
            Self::Lasted(lasted) => (0.0..=Reports::LONGEST_FELT_H).contains(&lasted.hours),
            Self::Symptoms(symptoms) => (0.0..=symptoms.scale.highest()).contains(&symptoms.score),
        }
    }
}

/// The reports of a diary up to the frame's moment. `input` holds its doses.
#[must_use]
pub fn reported(frame: &Frame, diary: &Diary, input: &EngineInput, prior: &PersonPrior) -> Reported {
    let reader = Reader::of(frame, diary, input, prior);
    let mut found = Reported::default();
    let mut said: Vec<Said> = Vec::new();
    for check_in in up_to(&diary.check_ins, frame.now, |body| &body.when) {
        reader.check_in(&check_in.body, &mut said, &mut found.left_out);
    }
    for felt in up_to(&diary.felt_effects, frame.now, |body| &body.when) {
        reader.felt(felt, &mut said, &mut found.left_out);
    }
    // Newest first, and in a fixed order: equal hours keep the order of the diary.
    said.sort_by(|a, b| b.at_h().total_cmp(&a.at_h()));
    found.left_out.older += said.len().saturating_sub(MOST_REPORTS);
    said.truncate(MOST_REPORTS);
    for one in said.into_iter().rev() {
        match one {
            Said::Felt(felt) => found.reports.felt.push(felt),
            Said::Lasted(lasted) => found.reports.lasted.push(lasted),
            Said::Symptoms(symptoms) => found.reports.symptoms.push(symptoms),
        }
    }
    found
}

/// The doses that decide what the reports should have been: from [`DOSE_DAYS`] before the first to the last report. Doses
/// after it change nothing of what was learned.
#[must_use]
pub fn doses_behind(reports: &Reports, doses: &[UncertainDose]) -> Vec<UncertainDose> {
    let felt = reports.felt.iter().map(|felt| (felt.at_h, felt.at_h));
    let symptoms = reports.symptoms.iter().map(|symptoms| (symptoms.at_h, symptoms.at_h));
    let lasted = reports.lasted.iter();
    let lasted = lasted.map(|lasted| (lasted.dose_at_h, lasted.dose_at_h + FELT_FOLLOWED_H));
    let spans = felt.chain(symptoms).chain(lasted);
    let (first_h, last_h) = spans.fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), (from, until)| {
        (first.min(from), last.max(until))
    });
    let is_behind = |dose: &&UncertainDose| (first_h - 24.0 * DOSE_DAYS..=last_h).contains(&dose.dose.start_h);
    doses.iter().filter(is_behind).copied().collect()
}

/// Hours from a dose swallowed at once to its highest effective concentration in the typical body.
#[must_use]
pub fn hours_to_fullest(prior: &PersonPrior) -> f64 {
    const STEP_H: f64 = 0.05;
    let params = prior.population().typical();
    let times: Vec<f64> = (0..100).map(|n| f64::from(n) * STEP_H).collect();
    let output = simulate(&[EngineDose::at_once(0.0, 10.0)], &times, &params);
    let effective = output.c.iter().zip(&output.c7).map(|(c, c7)| c + params.rho * c7);
    let highest = effective.zip(&times).max_by(|a, b| a.0.total_cmp(&b.0));
    highest.map_or(0.0, |(_, time)| *time)
}

fn up_to<T>(list: &[Logged<T>], now: Timestamp, when: impl Fn(&T) -> &Moment) -> impl Iterator<Item = &Logged<T>> {
    list.iter().filter(move |logged| when(&logged.body).at <= now)
}

struct Reader<'a> {
    diary: &'a Diary,
    input: &'a EngineInput,
    now_h: f64,
    fullest_h: f64,
    with_entry: BTreeSet<Date>,
}

impl<'a> Reader<'a> {
    fn of(frame: &Frame, diary: &'a Diary, input: &'a EngineInput, prior: &PersonPrior) -> Self {
        Self {
            diary,
            input,
            now_h: input.hours(frame.now),
            fullest_h: hours_to_fullest(prior),
            with_entry: diary.days_with_entry(),
        }
    }

    fn check_in(&self, check_in: &CheckIn, said: &mut Vec<Said>, left_out: &mut LeftOut) {
        let Some(score) = check_in.total_64() else { return };
        if check_in.precision == Precision::Day {
            left_out.no_time += 1;
            return;
        }
        let symptoms = Symptoms {
            at_h: self.input.hours(check_in.when.at),
            score,
            scale: SymptomScale::Of64,
        };
        self.take(Said::Symptoms(symptoms), &check_in.when, said, left_out);
    }

    fn felt(&self, felt: &Logged<FeltEffect>, said: &mut Vec<Said>, left_out: &mut LeftOut) {
        let body = &felt.body;
        let dose = self.dose_of(body);
        if let Some(rating) = body.strength {
            match self.felt_at_h(felt, dose) {
                Some(at_h) => self.take(Said::Felt(Felt { at_h, rating }), &body.when, said, left_out),
                None => left_out.no_time += 1,
            }
        }
        if let Some(hours) = body.duration_h {
            match dose {
                Some(dose) => {
                    let dose_at_h = self.input.hours(dose.when.at);
                    self.take(Said::Lasted(Lasted { dose_at_h, hours }), &dose.when, said, left_out);
                }
                None => left_out.no_time += 1,
            }
        }
    }

    /// The dose that was felt: the one named, else the one begun at that very minute. `None` when its time is not known.
    fn dose_of(&self, felt: &FeltEffect) -> Option<&'a Dose> {
        let near = |dose: &&Logged<Dose>| (dose.body.when.ms() - felt.when.ms()).abs() < 60_000;
        let mut doses = self.diary.doses.iter();
        let dose = match felt.dose {
            Some(id) => doses.find(|dose| dose.id == id),
            None => doses.find(near),
        };
        dose.map(|dose| &dose.body)
            .filter(|dose| dose.precision == Precision::Minute)
    }

    /// The hour a rating speaks of: the moment it names; or, when it only names a dose, the fullest effect of that, or when
    /// it was written if that was before.
    fn felt_at_h(&self, felt: &Logged<FeltEffect>, dose: Option<&Dose>) -> Option<f64> {
        let said_h = self.input.hours(felt.body.when.at);
        let Some(dose) = dose else {
            return felt.body.dose.is_none().then_some(said_h);
        };
        let dose_h = self.input.hours(dose.when.at);
        if (said_h - dose_h).abs() > OF_THE_DOSE_H {
            return Some(said_h);
        }
        let over_h = dose.over_min.unwrap_or(0.0).clamp(0.0, 24.0 * 60.0) / 60.0;
        let fullest_h = dose_h + over_h + self.fullest_h;
        let written = Timestamp::from_millisecond(felt.clock.0).ok()?;
        let written_h = self.input.hours(written);
        let was_early = (dose_h + OF_THE_DOSE_H..fullest_h).contains(&written_h);
        Some(if was_early {
            written_h
        } else {
            fullest_h.min(self.now_h)
        })
    }

    /// Counts it, or counts why not.
    fn take(&self, one: Said, when: &Moment, said: &mut Vec<Said>, left_out: &mut LeftOut) {
        let at_h = one.at_h();
        let why_not = if self
            .diary
            .learns_after
            .as_ref()
            .is_some_and(|after| when.at <= after.at)
        {
            &mut left_out.before_reset
        } else if !one.is_on_its_scale() {
            &mut left_out.out_of_range
        } else if at_h < self.now_h - 24.0 * REPORT_DAYS {
            &mut left_out.older
        } else if self.is_without_forecast(at_h) {
            &mut left_out.without_forecast
        } else if self.n_doses(f64::NEG_INFINITY, at_h).1 < FEWEST_DOSES {
            &mut left_out.too_few_doses
        } else if self.is_mostly_unknown(at_h) {
            &mut left_out.mostly_unknown
        } else if self.nobody_said(&one, when, at_h) {
            &mut left_out.nobody_said
        } else {
            said.push(one);
            return;
        };
        *why_not += 1;
    }

    fn is_without_forecast(&self, at_h: f64) -> bool {
        let taken = &self.input.without_forecast_h;
        let before = taken.partition_point(|hour| *hour <= at_h);
        before > 0 && at_h - taken[before - 1] <= 24.0 * WITHOUT_FORECAST_DAYS
    }

    /// How many doses lie between two hours, and how many of them are of known amount.
    fn n_doses(&self, from_h: f64, until_h: f64) -> (usize, usize) {
        let doses = &self.input.doses;
        let place = |hour: f64| doses.partition_point(|dose| dose.dose.start_h <= hour);
        let n = place(until_h).saturating_sub(place(from_h));
        let stood_in = &self.input.stood_in_h;
        let place = |hour: f64| stood_in.partition_point(|start_h| *start_h <= hour);
        let unknown = place(until_h).saturating_sub(place(from_h));
        (n, n.saturating_sub(unknown))
    }

    fn is_mostly_unknown(&self, at_h: f64) -> bool {
        let (of, known) = self.n_doses(at_h - 24.0 * RECENT_DAYS as f64, at_h);
        2 * (of - known) > of
    }

    /// Whether the diary is silent about the days before: for a withdrawal score any whole day since the last dose, for how a
    /// dose felt more than [`STALE_DAYS`] days on end.
    fn nobody_said(&self, one: &Said, when: &Moment, at_h: f64) -> bool {
        let doses = &self.input.doses;
        let before = doses.partition_point(|dose| dose.dose.start_h <= at_h);
        let Some(last) = before.checked_sub(1).map(|idx| &doses[idx]) else {
            return true;
        };
        let day_start = self.diary.day_start;
        let today = day::of(when, day_start);
        let clock = Moment {
            at: self.input.instant(last.dose.start_h),
            ..when.clone()
        };
        let from = day::of(&clock, day_start);
        match one {
            Said::Symptoms(_) => {
                let mut whole_days = (1..day::days_between(from, today)).map(|n| day::plus(from, n));
                whole_days.any(|date| !self.with_entry.contains(&date))
            }
            Said::Felt(_) | Said::Lasted(_) => {
                let known = self.with_entry.range(..today).next_back();
                known.is_some_and(|known| day::days_between(*known, today) > STALE_DAYS)
            }
        }
    }
}
