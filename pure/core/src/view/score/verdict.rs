//! What the comparisons come to: how much the ranges held, how far off they were, and whether that is better than no model.
//!
//! A verdict needs enough answers on enough different days, and an interval that leaves chance aside. What widens the
//! ranges of coming forecasts is judged on the model's own ranges, so that widening does not argue itself away.

use super::statistics::{self, Mean, Share};
use super::{Distribution, Scored};
use crate::entry::EntryId;
use std::collections::BTreeSet;

/// Fewest check-ins before anything is judged.
pub const FEWEST_CHECK_INS: usize = 15;
/// Fewest blocks of days they must come from.
pub const FEWEST_BLOCKS: usize = 5;
/// Ranges are never drawn more than this many times as wide as the model's own.
pub const MOST_WIDENING: f64 = 3.0;
/// A range is taken to reach at least this far from its middle, points, when asking how much wider it should have been.
const LEAST_REACH: f64 = 0.5;

/// What a forecast is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Baseline {
    /// The same as last time.
    LastValue,
    /// The curve of the population.
    Population,
}

/// The forecast against one baseline, on the answers that have both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Against {
    /// On how many comparisons.
    pub n: usize,
    /// Of how many check-ins.
    pub n_check_ins: usize,
    /// Mean CRPS of the forecast, points.
    pub crps: f64,
    /// Mean CRPS of the baseline, points.
    pub baseline_crps: f64,
    /// By which share the forecast was closer; negative when further off. 0 when the baseline was never off.
    pub skill: f64,
    /// Forecast less baseline, pair by pair, points: below 0 is closer.
    pub difference: Mean,
}

/// Comparisons summed up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// Comparisons.
    pub n: usize,
    /// Check-ins they are of.
    pub n_check_ins: usize,
    /// Blocks of days these are from.
    pub n_blocks: usize,
    /// How many the shown 50 % range held.
    pub inside_50: Share,
    /// How many the shown 80 % range held.
    pub inside_80: Share,
    /// How many the model's own 80 % range held, before any widening.
    pub own_inside_80: Share,
    /// Mean CRPS, points.
    pub crps: f64,
    /// Said less the middle, points.
    pub bias: Mean,
    /// Against "the same as last time"; `None` when there was no last time.
    pub last_value: Option<Against>,
    /// Against the population's curve; `None` while the model knows no other.
    pub population: Option<Against>,
}

/// What is missing before anything is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// Check-ins compared so far; [`FEWEST_CHECK_INS`] are needed.
    pub check_ins: usize,
    /// Blocks of days so far; [`FEWEST_BLOCKS`] are needed.
    pub blocks: usize,
}

/// What it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing to compare yet, or too little.
    TooFew(Missing),
    /// No worse and no better than the baselines, as far as can be told.
    AsGood,
    /// Closer than "the same as last time", and not further off than the population.
    Better,
    /// Further off than this.
    Worse(Baseline),
}

/// Why ranges are drawn wider than the model's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WidenedBecause {
    /// They held fewer answers than they should.
    HeldTooFew,
    /// The model was further off than a baseline.
    Worse(Baseline),
}

/// How the ranges of coming forecasts are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Widening {
    /// How many times as wide as the model's own: 1 to [`MOST_WIDENING`].
    pub factor: f64,
    /// Why, when it is more than 1.
    pub because: Option<WidenedBecause>,
}

impl Widening {
    const NONE: Self = Self {
        factor: 1.0,
        because: None,
    };
}

impl Summary {
    /// Sums up; `None` of nothing.
    pub(super) fn of(scored: &[&Scored]) -> Option<Self> {
        let held = |share: f64, of: &dyn Fn(&Scored) -> &Distribution| {
            let held = scored.iter().map(|s| (s.block, of(s).holds(share, s.said)));
            statistics::share(&held.collect::<Vec<_>>())
        };
        let bias: Vec<(usize, f64)> = scored.iter().map(|s| (s.block, s.off_by())).collect();
        Some(Self {
            n: scored.len(),
            n_check_ins: check_ins(scored.iter().copied()),
            n_blocks: scored.iter().map(|s| s.block).collect::<BTreeSet<_>>().len(),
            inside_50: held(0.5, &|s| &s.forecast_64)?,
            inside_80: held(0.8, &|s| &s.forecast_64)?,
            own_inside_80: held(0.8, &|s| &s.own_64)?,
            crps: scored.iter().map(|s| s.forecast_64.crps(s.said)).sum::<f64>() / scored.len() as f64,
            bias: statistics::mean(&bias)?,
            last_value: against(scored, Baseline::LastValue, &|s| &s.forecast_64),
            population: against(scored, Baseline::Population, &|s| &s.forecast_64),
        })
    }
}

fn check_ins<'a>(scored: impl Iterator<Item = &'a Scored>) -> usize {
    scored.map(|s| s.check_in).collect::<BTreeSet<EntryId>>().len()
}

fn against(scored: &[&Scored], baseline: Baseline, ours: &dyn Fn(&Scored) -> &Distribution) -> Option<Against> {
    let theirs = |s: &Scored| match baseline {
        Baseline::LastValue => s.last_value_64.clone(),
        Baseline::Population => s.population_64.clone(),
    };
    let pairs: Vec<(&Scored, f64, f64)> = scored
        .iter()
        .filter_map(|s| Some((*s, ours(s).crps(s.said), theirs(s)?.crps(s.said))))
        .collect();
    let differences: Vec<(usize, f64)> = pairs.iter().map(|(s, ours, theirs)| (s.block, ours - theirs)).collect();
    let difference = statistics::mean(&differences)?;
    let n = pairs.len() as f64;
    let crps = pairs.iter().map(|(_, ours, _)| ours).sum::<f64>() / n;
    let baseline_crps = pairs.iter().map(|(_, _, theirs)| theirs).sum::<f64>() / n;
    Some(Against {
        n: pairs.len(),
        n_check_ins: check_ins(pairs.iter().map(|(s, _, _)| *s)),
        crps,
        baseline_crps,
        skill: if baseline_crps > 0.0 {
            1.0 - crps / baseline_crps
        } else {
            0.0
        },
        difference,
    })
}

/// The verdict on what was shown, and what follows for the ranges to come.
pub(super) fn judge(scored: &[Scored]) -> (Verdict, Widening) {
    let all: Vec<&Scored> = scored.iter().collect();
    let Some(summary) = Summary::of(&all) else {
        let nothing = Missing {
            check_ins: 0,
            blocks: 0,
        };
        return (Verdict::TooFew(nothing), Widening::NONE);
    };
    if summary.n_check_ins < FEWEST_CHECK_INS || summary.n_blocks < FEWEST_BLOCKS {
        let missing = Missing {
            check_ins: summary.n_check_ins,
            blocks: summary.n_blocks,
        };
        return (Verdict::TooFew(missing), Widening::NONE);
    }
    let worse = worse_than(summary.last_value, summary.population);
    let is_closer = |against: Option<Against>| counts(against).is_some_and(|a| a.difference.high < 0.0);
    let verdict = match worse {
        Some(baseline) => Verdict::Worse(baseline),
        None if is_closer(summary.last_value) => Verdict::Better,
        None => Verdict::AsGood,
    };
    (verdict, widening(&all))
}

/// A comparison with a baseline that rests on enough check-ins.
fn counts(against: Option<Against>) -> Option<Against> {
    against.filter(|a| a.n_check_ins >= FEWEST_CHECK_INS)
}

fn worse_than(last_value: Option<Against>, population: Option<Against>) -> Option<Baseline> {
    let is_further = |against: Option<Against>| counts(against).is_some_and(|a| a.difference.low > 0.0);
    let both = [(last_value, Baseline::LastValue), (population, Baseline::Population)];
    both.into_iter()
        .find(|(against, _)| is_further(*against))
        .map(|(_, baseline)| baseline)
}

/// Judged on the model's own ranges: what was shown may already be wider.
fn widening(scored: &[&Scored]) -> Widening {
    let held = |share: f64| {
        let held = scored.iter().map(|s| (s.block, s.own_64.holds(share, s.said)));
        statistics::share(&held.collect::<Vec<_>>())
    };
    let is_short = |share: f64| held(share).is_some_and(|held| held.high < share);
    let own = |baseline| against(scored, baseline, &|s| &s.own_64);
    let because = if is_short(0.8) || is_short(0.5) {
        Some(WidenedBecause::HeldTooFew)
    } else {
        worse_than(own(Baseline::LastValue), own(Baseline::Population)).map(WidenedBecause::Worse)
    };
    let factor = because.map_or(1.0, |_| needed(scored));
    Widening {
        factor,
        because: because.filter(|_| factor > 1.0),
    }
}

/// The factor with which the model's own 80 % ranges would have held four answers in five: of the factors the single
/// answers needed, the one that four in five of one more would not exceed.
fn needed(scored: &[&Scored]) -> f64 {
    let mut factors: Vec<f64> = scored
        .iter()
        .map(|s| {
            let (middle, (low, high)) = (s.own_64.median(), s.own_64.band(0.8));
            let reach = if s.said > middle { high - middle } else { middle - low };
            (s.said - middle).abs() / reach.max(LEAST_REACH)
        })
        .collect();
    factors.sort_unstable_by(f64::total_cmp);
    let place = ((factors.len() + 1) * 4).div_ceil(5);
    let factor = factors.get(place.saturating_sub(1)).or(factors.last());
    factor.copied().unwrap_or(1.0).clamp(1.0, MOST_WIDENING)
}
