//! Days: how much, how often, and what is not known. Grams per dose and doses per day are kept apart.

use super::{Band80, Frame};
use crate::amount::Quantity;
use crate::day;
use crate::diary::Diary;
use crate::entry::EntryId;
use crate::event::DaySays;
use crate::resolve::{Milligrams, Resolved, Resolver};
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
    /// Mitragynine, mg, with the errors of weighing and strength; `None` when part of the day is not known.
    pub mitragynine_mg: Option<Band80>,
    /// Single doses written down.
    pub doses: usize,
    /// Of these, doses whose amount is not known.
    pub unknown_doses: usize,
    /// Of these, doses whose amount is known, but not as grams of leaf: extracts, 7-OH, tea of unknown strength.
    pub doses_not_in_grams: usize,
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
    let today = to.min(frame.today());
    let rows = day_rows_since(diary, from.min(day::plus(today, -USUAL_DAYS)));
    let n = day::days_between(from, to);
    let days = (0..=n)
        .map(|i| day::plus(from, i))
        .map(|d| rows.get(&d).cloned().unwrap_or_else(|| DayRow::without_entry(d)))
        .collect();
    HistoryView {
        days,
        usual: usual(&rows, today),
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
        .filter(|r| matches!(r.state, DayState::Known | DayState::NothingTaken) && r.grams.is_some())
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
    day_rows_since(diary, Date::MIN)
}

/// Every day from `first` on that anything is known of: the same rows as [`day_rows`] has for them, without a look at the
/// years before.
#[must_use]
pub fn day_rows_since(diary: &Diary, first: Date) -> BTreeMap<Date, DayRow> {
    let resolver = Resolver::new(diary);
    let mut sums: BTreeMap<Date, Sum> = BTreeMap::new();
    let first_ms = earliest_ms(first);
    let from = diary.doses.partition_point(|logged| logged.body.when.ms() < first_ms);
    for logged in &diary.doses[from..] {
        let day = diary.day_of_dose(&logged.body);
        if day < first {
            continue;
        }
        sums.entry(day)
            .or_default()
            .add(&resolver.resolve(&logged.body), logged.body.amount.as_ref());
    }
    let mut rows: BTreeMap<Date, DayRow> = sums.into_iter().map(|(day, sum)| (day, sum.row(day))).collect();
    for logged in diary.days.iter().filter(|logged| logged.body.day >= first) {
        let statement = &logged.body;
        let row = rows
            .entry(statement.day)
            .or_insert_with(|| DayRow::without_entry(statement.day));
        // Single doses say more than a statement about the whole day, and are never added to it.
        if row.doses == 0 {
            *row = stated(&resolver, statement.day, &statement.says);
        }
    }
    rows
}

/// No moment before this belongs to `day`, wherever its clock hung: the world's clocks lie within two days of UTC.
fn earliest_ms(day: Date) -> i64 {
    let before = day::plus(day, -2).to_zoned(jiff::tz::TimeZone::UTC);
    before.map_or(i64::MIN, |midnight| midnight.timestamp().as_millisecond())
}

fn stated(resolver: &Resolver<'_>, day: Date, says: &DaySays) -> DayRow {
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
            let mut sum = Sum::default();
            sum.add(&resolver.resolve(&dose), dose.amount.as_ref());
            row = DayRow {
                doses: 0,
                unknown_doses: 0,
                doses_not_in_grams: 0,
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
            doses_not_in_grams: 0,
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
    not_in_grams: usize,
    without_forecast: usize,
    grams: Option<f64>,
    has_unknown_mg: bool,
    groups: BTreeMap<Option<EntryId>, GroupSum>,
}

impl Sum {
    fn add(&mut self, resolved: &Resolved, amount: Option<&Quantity>) {
        let has_amount = amount.is_some_and(Quantity::is_usable);
        self.doses += 1;
        self.without_forecast += usize::from(!resolved.kind.has_forecast());
        self.unknown += usize::from(!has_amount);
        self.not_in_grams += usize::from(has_amount && resolved.leaf_grams.is_none());
        if let Some(grams) = resolved.leaf_grams {
            self.grams = Some(self.grams.unwrap_or(0.0) + grams);
        }
        match resolved.mitragynine.filter(|_| resolved.kind.has_forecast()) {
            Some(mg) => self.groups.entry(resolved.group).or_default().add(&mg),
            None => self.has_unknown_mg |= resolved.kind.has_forecast(),
        }
    }

    fn row(&self, day: Date) -> DayRow {
        let is_mg_known = !self.has_unknown_mg && !self.groups.is_empty();
        let state = match (self.unknown, self.doses) {
            (0, _) => DayState::Known,
            (unknown, doses) if unknown == doses => DayState::UnknownAmount,
            _ => DayState::PartlyKnown,
        };
        DayRow {
            day,
            state,
            grams: self.grams,
            mitragynine_mg: is_mg_known.then(|| sum_band(self.groups.values())),
            doses: self.doses,
            unknown_doses: self.unknown,
            doses_not_in_grams: self.not_in_grams,
            doses_without_forecast: self.without_forecast,
            is_day_total: false,
        }
    }
}

/// Doses that share the error of their strength: a sum of independent log-normal amounts, times one log-normal factor.
#[derive(Default)]
struct GroupSum {
    amounts: Moments,
    strength_log_sd: f64,
}

impl GroupSum {
    fn add(&mut self, mg: &Milligrams) {
        self.amounts.add(mg.mg, mg.entry_log_sd);
        self.strength_log_sd = self.strength_log_sd.max(mg.strength_log_sd);
    }
}

/// Mean and variance of a sum of independent log-normal quantities.
#[derive(Default)]
struct Moments {
    mean: f64,
    variance: f64,
}

impl Moments {
    /// Adds a quantity with this median and log standard deviation.
    fn add(&mut self, median: f64, log_sd: f64) {
        let square = log_sd * log_sd;
        let mean = median * (0.5 * square).exp();
        self.mean += mean;
        self.variance += mean * mean * square.exp_m1();
    }

    /// Median and log standard deviation of the log-normal with the same mean and variance (Fenton and Wilkinson's way).
    fn lognormal(&self) -> (f64, f64) {
        if self.mean <= 0.0 {
            return (0.0, 0.0);
        }
        let square = (self.variance / (self.mean * self.mean)).ln_1p();
        (self.mean * (-0.5 * square).exp(), square.sqrt())
    }
}

/// The band of the sum of independent groups. A test compares it with a simulation.
fn sum_band<'a>(groups: impl Iterator<Item = &'a GroupSum>) -> Band80 {
    let mut all = Moments::default();
    for group in groups {
        let (median, log_sd) = group.amounts.lognormal();
        all.add(median, log_sd.hypot(group.strength_log_sd));
    }
    let (median, log_sd) = all.lognormal();
    Band80::lognormal(median, log_sd)
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
