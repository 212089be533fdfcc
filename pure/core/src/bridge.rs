//! Diary to engine: the only place where the two meet.
//!
//! The engine knows hours and milligrams. This module puts the diary's doses on an hour axis, says how sure each is, and
//! decides what to do about what is not known. Nothing unknown becomes zero.

pub mod reports;

use crate::amount::Quantity;
use crate::diary::Diary;
use crate::entry::EntryId;
use crate::event::{DaySays, Dose, Precision, Route};
use crate::moment::Moment;
use crate::resolve::{Milligrams, Resolved, Resolver};
use crate::view::history::median;
use ebb_pharm::fit::PersonPrior;
use ebb_pharm::{MissingParameter, Population, Prior, UncertainDose};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// How many neighbouring known doses stand in for an unknown one.
const N_NEIGHBOURS: usize = 15;
/// Fewest known doses that may stand in for an unknown one.
const FEWEST_NEIGHBOURS: usize = 3;
/// A dose of which only the day is known is taken evenly over the waking day: hour it begins, and hours it lasts.
const UNKNOWN_TIME: (i8, f64) = (8, 14.0);

/// The diary as the engine sees it.
#[derive(Debug, Clone)]
pub struct EngineInput {
    /// Hour zero.
    pub origin: Timestamp,
    /// Doses in order of time, with their errors.
    pub doses: Vec<UncertainDose>,
    /// Doses of unknown amount that the person's own neighbouring doses stand in for: when they began, hours.
    pub stood_in_h: Vec<f64>,
    /// Doses that could not be used at all: nothing to stand in, or not swallowed.
    pub n_left_out: usize,
    /// 7-OH and similar doses: kept out of the engine (rule 9), with the instant of the last.
    pub last_without_forecast: Option<Timestamp>,
    /// When each of those was begun, hours.
    pub without_forecast_h: Vec<f64>,
    /// Doses whose amount is known and whose strength is not (tea of unknown strength, an unlabelled extract).
    pub n_strength_unknown: usize,
    /// The number under which the engine knows what shares its strength: a batch, a product, or doses of neither.
    pub groups: BTreeMap<Option<EntryId>, u32>,
}

impl EngineInput {
    /// Hours from the origin to `at`.
    #[must_use]
    pub fn hours(&self, at: Timestamp) -> f64 {
        hours_between(self.origin, at)
    }

    /// The instant `hours` after the origin.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a diary spans far less than 2^63 milliseconds"
    )]
    pub fn instant(&self, hours: f64) -> Timestamp {
        let ms = self
            .origin
            .as_millisecond()
            .saturating_add((hours * 3_600_000.0).round() as i64);
        Timestamp::from_millisecond(ms).unwrap_or(self.origin)
    }
}

/// Hours between two instants.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "milliseconds of a lifetime fit in 53 bits")]
pub fn hours_between(from: Timestamp, to: Timestamp) -> f64 {
    (to.as_millisecond() - from.as_millisecond()) as f64 / 3_600_000.0
}

/// The engine's parameters with their spread, as the evidence tables hold them.
///
/// # Errors
/// [`MissingParameter`] names a parameter the tables lack; a test of this crate keeps that from shipping.
pub fn population() -> Result<Population, MissingParameter> {
    Population::from_lookup(|name| {
        let row = ebb_evidence::parameter(name)?;
        Some(Prior {
            value: row.value,
            log_sd: row.log_sd.unwrap_or(0.0),
        })
    })
}

/// What is believed about anybody before any report, and how reports err, as the evidence tables hold them.
///
/// # Errors
/// As [`population`].
pub fn person_prior() -> Result<PersonPrior, MissingParameter> {
    PersonPrior::from_lookup(&population()?, |name| Some(ebb_evidence::parameter(name)?.value))
}

/// The doses that began by `until`; its clock is the one day totals are put on when no dose shows another.
#[must_use]
pub fn engine_input(diary: &Diary, until: &Moment) -> EngineInput {
    let resolver = Resolver::new(diary);
    let found: Vec<Found> = found_doses(diary, &resolver, until);
    let usual = Usual::of(&found);
    let origin = found.first().map_or(until.at, |f| f.start);
    let mut input = EngineInput {
        origin,
        doses: Vec::with_capacity(found.len()),
        stood_in_h: Vec::new(),
        n_left_out: 0,
        last_without_forecast: None,
        without_forecast_h: Vec::new(),
        n_strength_unknown: 0,
        groups: BTreeMap::new(),
    };
    for dose in &found {
        if !dose.resolved.kind.has_forecast() {
            input.last_without_forecast = Some(dose.start);
            input.without_forecast_h.push(hours_between(origin, dose.start));
            continue;
        }
        let Some(milligrams) = input.milligrams(dose, &usual) else {
            continue;
        };
        let group = input.group_of(dose.resolved.group);
        input.doses.push(UncertainDose {
            dose: ebb_pharm::Dose {
                start_h: hours_between(origin, dose.start),
                duration_h: dose.duration_h,
                mitragynine_mg: milligrams.mg,
                seven_oh_mg: 0.0,
            },
            log_sd: milligrams.entry_log_sd,
            group: Some(group),
            group_log_sd: milligrams.strength_log_sd,
        });
    }
    input
}

/// That something was taken.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Use {
    /// When it began, as the engine takes it.
    pub(crate) at: Timestamp,
    /// Mitragynine swallowed, mg, where both it and the time are known and the engine may be told.
    pub(crate) known_mg: Option<f64>,
}

/// What was taken by `until`, in order of time: doses of any kind and amount, known or not, and days of which only a
/// total or "something" is known. Not doses of a true zero.
pub(crate) fn uses(diary: &Diary, until: &Moment) -> Vec<Use> {
    let found = found_doses(diary, &Resolver::new(diary), until);
    found
        .iter()
        .filter(|dose| !dose.is_nothing())
        .map(|dose| Use {
            at: dose.start,
            known_mg: dose.known_mg().filter(|_| dose.is_timed),
        })
        .collect()
}

impl EngineInput {
    /// The number of what shares its strength, a new one if it was not met before.
    fn group_of(&mut self, shares: Option<EntryId>) -> u32 {
        let next = u32::try_from(self.groups.len()).unwrap_or(u32::MAX);
        *self.groups.entry(shares).or_insert(next)
    }

    /// What the engine is told of a dose, if anything, and the counts that go with it.
    fn milligrams(&mut self, dose: &Found, usual: &Usual) -> Option<Milligrams> {
        self.n_strength_unknown += usize::from(dose.has_amount && dose.resolved.mitragynine.is_none());
        if !dose.is_swallowed {
            self.n_left_out += 1;
            return None;
        }
        match dose.resolved.mitragynine {
            // A true zero: there is nothing to tell.
            Some(known) if known.mg <= 0.0 => None,
            Some(known) => Some(known),
            None => {
                let stands_in = usual.near(dose);
                match stands_in {
                    Some(_) => self.stood_in_h.push(hours_between(self.origin, dose.start)),
                    None => self.n_left_out += 1,
                }
                stands_in
            }
        }
    }
}

/// One dose, or one day's total, on the time axis.
struct Found {
    start: Timestamp,
    duration_h: f64,
    day: Date,
    is_day_total: bool,
    /// Whether its time of day is known.
    is_timed: bool,
    resolved: Resolved,
    has_amount: bool,
    is_swallowed: bool,
}

impl Found {
    fn counts(&self) -> bool {
        self.resolved.kind.has_forecast() && self.is_swallowed
    }

    /// A true zero.
    fn is_nothing(&self) -> bool {
        let known = self.resolved.mitragynine.or(self.resolved.seven_oh);
        self.has_amount && known.is_some_and(|known| known.mg <= 0.0)
    }

    fn known_mg(&self) -> Option<f64> {
        self.resolved.mitragynine.filter(|_| self.counts()).map(|m| m.mg)
    }
}

fn found_doses(diary: &Diary, resolver: &Resolver<'_>, until: &Moment) -> Vec<Found> {
    let mut days_with_doses = BTreeSet::new();
    let mut found = Vec::with_capacity(diary.doses.len());
    for logged in &diary.doses {
        let dose = &logged.body;
        let day = diary.day_of_dose(dose);
        days_with_doses.insert(day);
        let (start, duration_h) = time_of(dose);
        if start > until.at {
            continue;
        }
        found.push(Found {
            start,
            duration_h,
            day,
            is_day_total: false,
            is_timed: dose.precision == Precision::Minute,
            resolved: resolver.resolve(dose),
            has_amount: dose.amount.as_ref().is_some_and(Quantity::is_usable),
            is_swallowed: matches!(dose.route, Route::Oral | Route::Buccal | Route::Sublingual),
        });
    }
    found.extend(day_totals(diary, resolver, until, &days_with_doses));
    found.sort_by_key(|f| f.start);
    found
}

fn time_of(dose: &Dose) -> (Timestamp, f64) {
    match dose.precision {
        Precision::Minute => (
            dose.when.at,
            dose.over_min.filter(|m| m.is_finite() && *m > 0.0).unwrap_or(0.0) / 60.0,
        ),
        Precision::Day => (waking_day(&dose.when, dose.when.wall().date()), UNKNOWN_TIME.1),
    }
}

fn waking_day(clock: &Moment, day: Date) -> Timestamp {
    let offset = jiff::tz::Offset::from_seconds(clock.offset_s).unwrap_or(jiff::tz::Offset::UTC);
    offset.to_timestamp(day.at(UNKNOWN_TIME.0, 0, 0, 0)).unwrap_or(clock.at)
}

/// Day totals, on days that no single dose speaks of, by the clock of the dose before them.
fn day_totals(diary: &Diary, resolver: &Resolver<'_>, until: &Moment, with_doses: &BTreeSet<Date>) -> Vec<Found> {
    let mut latest: BTreeMap<Date, Option<&Quantity>> = BTreeMap::new();
    for logged in &diary.days {
        match &logged.body.says {
            DaySays::Total(quantity) => latest.insert(logged.body.day, Some(quantity)),
            DaySays::NothingTaken => latest.remove(&logged.body.day),
            DaySays::Unknown => latest.insert(logged.body.day, None),
        };
    }
    let clock_of = |day: Date| {
        let after = diary.doses.partition_point(|d| d.body.when.wall().date() <= day);
        let near = diary.doses.get(after.saturating_sub(1));
        near.map_or(until, |d| &d.body.when)
    };
    latest
        .into_iter()
        .filter(|(day, _)| !with_doses.contains(day))
        .filter_map(|(day, quantity)| {
            let clock = clock_of(day);
            let start = waking_day(clock, day);
            let dose = Dose {
                amount: quantity.cloned(),
                ..Dose::of_unknown_amount(Moment {
                    at: start,
                    ..clock.clone()
                })
            };
            let found = Found {
                start,
                duration_h: UNKNOWN_TIME.1,
                day,
                is_day_total: true,
                is_timed: false,
                resolved: resolver.resolve(&dose),
                has_amount: quantity.is_some_and(Quantity::is_usable),
                is_swallowed: true,
            };
            (start <= until.at).then_some(found)
        })
        .collect()
}

/// What a person usually takes, around any time: a single dose and a whole day apart, because one does not stand in for
/// the other.
struct Usual {
    doses: Vec<(Timestamp, f64)>,
    days: Vec<(Timestamp, f64)>,
}

impl Usual {
    fn of(found: &[Found]) -> Self {
        let mut doses = Vec::new();
        let mut days: BTreeMap<Date, (Timestamp, Option<f64>)> = BTreeMap::new();
        for dose in found.iter().filter(|d| d.counts()) {
            let mg = dose.known_mg();
            if let (Some(mg), false) = (mg, dose.is_day_total) {
                doses.push((dose.start, mg));
            }
            let day = days.entry(dose.day).or_insert((dose.start, Some(0.0)));
            day.1 = day.1.zip(mg).map(|(sum, mg)| sum + mg);
        }
        let days = days.into_values().filter_map(|(at, mg)| Some((at, mg?))).collect();
        Self { doses, days }
    }

    /// Median and spread of the known amounts around a dose; `None` if there are too few.
    fn near(&self, dose: &Found) -> Option<Milligrams> {
        let known = if dose.is_day_total { &self.days } else { &self.doses };
        let before = known.partition_point(|(at, _)| *at < dose.start);
        let from = before
            .saturating_sub(N_NEIGHBOURS / 2 + 1)
            .min(known.len().saturating_sub(N_NEIGHBOURS));
        let near = &known[from..known.len().min(from + N_NEIGHBOURS)];
        let logs: Vec<f64> = near
            .iter()
            .map(|(_, mg)| mg)
            .filter(|mg| **mg > 0.0)
            .map(|mg| mg.ln())
            .collect();
        if logs.len() < FEWEST_NEIGHBOURS {
            return None;
        }
        let n = logs.len() as f64;
        let mean = logs.iter().sum::<f64>() / n;
        let sd = (logs.iter().map(|l| (l - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
        Some(Milligrams {
            mg: median(logs)?.exp(),
            // An amount nobody measured is at least as uncertain as a spoonful.
            entry_log_sd: sd.max(ebb_evidence::cited::ENTRY_ERROR_SPOON.value),
            strength_log_sd: 0.0,
        })
    }
}
