//! Days: how much, how often, and what is not known. Grams per dose and doses per day are kept apart.

use super::{Band80, Frame};
use crate::day;
use crate::diary::Diary;
use crate::entry::EntryId;
use crate::event::{DaySays, ProductKind};
use crate::resolve::{Resolved, Resolver};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Days that "usual" looks back on.
pub const USUAL_DAYS: i64 = 28;
/// Fewest days with a known amount that may be called usual.
pub const USUAL_NEEDS: usize = 5;

/// What is known of a day as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayState {
    /// Nothing was written: it may have been a day without, or not.
    NoEntry,
    /// The person, or their file, says that nothing was taken.
    NothingTaken,
    /// Something was taken, and no amount is known.
    UnknownAmount,
    /// Some amounts are known and some are not: the grams are a lower bound.
    PartlyKnown,
    /// Every amount that was written is known.
    Known,
}

/// One local day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayRow {
    /// The day.
    pub day: Date,
    /// What is known of it.
    pub state: DayState,
    /// Grams of leaf, as typed; zero only on a day that is said to be without; `None` when no gram is known.
    pub grams: Option<f64>,
    /// Mitragynine, mg, with the errors of weighing and strength.
    pub mitragynine_mg: Option<Band80>,
    /// Single doses written down.
    pub doses: usize,
    /// Of these, doses whose amount is not known.
    pub unknown_doses: usize,
    /// Of these, doses of 7-OH and similar products, which the engine leaves out.
    pub doses_without_forecast: usize,
    /// The grams come from a statement about the whole day, not from doses.
    pub is_day_total: bool,
}

/// The middle of a person's recent days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usual {
    /// Median grams on days with a known amount.
    pub grams: f64,
    /// Median doses on those days.
    pub doses: f64,
    /// How many days that rests on.
    pub n_days: usize,
}

/// A stretch of days.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryView {
    /// Every day from the first to the last asked for, also those without an entry.
    pub days: Vec<DayRow>,
    /// The usual day before the last one, if there is enough to say.
    pub usual: Option<Usual>,
}

/// The days `from` to `to`, both included.
#[must_use]
pub fn history(frame: &Frame, diary: &Diary, from: Date, to: Date) -> HistoryView {
    let rows = day_rows(diary);
    let n = day::days_between(from, to);
    let days = (0..=n)
        .map(|i| day::plus(from, i))
        .map(|d| rows.get(&d).cloned().unwrap_or_else(|| DayRow::without_entry(d)))
        .collect();
    HistoryView {
        days,
        usual: usual(&rows, to.min(frame.today())),
    }
}

/// First and last day that anything is known of.
#[must_use]
pub fn span(diary: &Diary) -> Option<(Date, Date)> {
    let rows = day_rows(diary);
    Some((*rows.keys().next()?, *rows.keys().next_back()?))
}

/// The usual day, from the [`USUAL_DAYS`] days before `today`.
#[must_use]
pub fn usual(rows: &BTreeMap<Date, DayRow>, today: Date) -> Option<Usual> {
    let days = rows.range(day::plus(today, -USUAL_DAYS)..today).map(|(_, row)| row);
    let known: Vec<&DayRow> = days
        .filter(|r| matches!(r.state, DayState::Known | DayState::NothingTaken))
        .collect();
    if known.len() < USUAL_NEEDS {
        return None;
    }
    let doses = known
        .iter()
        .filter(|r| !r.is_day_total)
        .map(|r| r.doses as f64)
        .collect();
    Some(Usual {
        grams: median(known.iter().filter_map(|r| r.grams).collect())?,
        doses: median(doses)?,
        n_days: known.len(),
    })
}

/// Every day that anything is known of.
#[must_use]
pub fn day_rows(diary: &Diary) -> BTreeMap<Date, DayRow> {
    let resolver = Resolver::new(diary);
    let mut sums: BTreeMap<Date, Sum> = BTreeMap::new();
    for logged in &diary.doses {
        let day = diary.day_of_dose(&logged.body);
        sums.entry(day)
            .or_default()
            .add(&resolver.resolve(&logged.body), logged.body.amount.is_some());
    }
    let mut rows: BTreeMap<Date, DayRow> = sums.into_iter().map(|(day, sum)| (day, sum.row(day))).collect();
    for logged in &diary.days {
        let statement = &logged.body;
        let row = rows
            .entry(statement.day)
            .or_insert_with(|| DayRow::without_entry(statement.day));
        // Single doses say more than a statement about the whole day, and are never added to it.
        if row.doses == 0 {
            *row = stated(diary, &resolver, statement.day, &statement.says);
        }
    }
    rows
}

fn stated(diary: &Diary, resolver: &Resolver<'_>, day: Date, says: &DaySays) -> DayRow {
    let mut row = DayRow {
        is_day_total: true,
        ..DayRow::without_entry(day)
    };
    match says {
        DaySays::NothingTaken => {
            row.state = DayState::NothingTaken;
            row.grams = Some(0.0);
            row.mitragynine_mg = Some(Band80 {
                low: 0.0,
                mid: 0.0,
                high: 0.0,
            });
        }
        DaySays::Unknown => row.state = DayState::UnknownAmount,
        DaySays::Total(quantity) => {
            let when = crate::moment::Moment::new(jiff::Timestamp::UNIX_EPOCH, &jiff::tz::TimeZone::UTC);
            let mut dose = crate::event::Dose::of_unknown_amount(when);
            dose.amount = Some(quantity.clone());
            dose.product = diary.default_product;
            let mut sum = Sum::default();
            sum.add(&resolver.resolve(&dose), true);
            row = DayRow {
                doses: 0,
                unknown_doses: 0,
                is_day_total: true,
                ..sum.row(day)
            };
        }
    }
    row
}

impl DayRow {
    /// A day of which nothing is known.
    #[must_use]
    pub fn without_entry(day: Date) -> Self {
        Self {
            day,
            state: DayState::NoEntry,
            grams: None,
            mitragynine_mg: None,
            doses: 0,
            unknown_doses: 0,
            doses_without_forecast: 0,
            is_day_total: false,
        }
    }
}

/// Running sums of one day.
#[derive(Default)]
struct Sum {
    doses: usize,
    unknown: usize,
    without_forecast: usize,
    grams: Option<f64>,
    mg: Option<f64>,
    entry_variance: f64,
    groups: BTreeMap<Option<EntryId>, (f64, f64)>,
}

impl Sum {
    fn add(&mut self, resolved: &Resolved, has_amount: bool) {
        self.doses += 1;
        self.without_forecast += usize::from(!resolved.kind.has_forecast());
        self.unknown += usize::from(!has_amount);
        if let Some(grams) = resolved.leaf_grams {
            self.grams = Some(self.grams.unwrap_or(0.0) + grams);
        }
        if let (Some(mg), true) = (
            resolved.mitragynine,
            matches!(resolved.kind, ProductKind::Leaf | ProductKind::Extract),
        ) {
            self.mg = Some(self.mg.unwrap_or(0.0) + mg.mg);
            self.entry_variance += variance(mg.mg, mg.entry_log_sd);
            let group = self.groups.entry(resolved.group).or_default();
            *group = (group.0 + mg.mg, group.1.max(mg.strength_log_sd));
        }
    }

    fn row(&self, day: Date) -> DayRow {
        let mitragynine_mg = self.mg.map(|total| {
            let variance = self.entry_variance + self.groups.values().map(|&(mg, sd)| variance(mg, sd)).sum::<f64>();
            let log_sd = if total > 0.0 {
                (variance / (total * total)).ln_1p().sqrt()
            } else {
                0.0
            };
            Band80::lognormal(total, log_sd)
        });
        let state = match (self.unknown, self.doses) {
            (0, _) => DayState::Known,
            (unknown, doses) if unknown == doses => DayState::UnknownAmount,
            _ => DayState::PartlyKnown,
        };
        DayRow {
            day,
            state,
            grams: self.grams,
            mitragynine_mg,
            doses: self.doses,
            unknown_doses: self.unknown,
            doses_without_forecast: self.without_forecast,
            is_day_total: false,
        }
    }
}

/// Variance of a log-normal quantity with this median, to the order that the band needs.
fn variance(mg: f64, log_sd: f64) -> f64 {
    mg * mg * (log_sd * log_sd).exp_m1()
}

/// The middle of `values`; `None` if there are none.
#[must_use]
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.retain(|v| v.is_finite());
    values.sort_by(f64::total_cmp);
    let n = values.len();
    match n {
        0 => None,
        _ if n % 2 == 1 => Some(values[n / 2]),
        _ => Some(f64::midpoint(values[n / 2 - 1], values[n / 2])),
    }
}
