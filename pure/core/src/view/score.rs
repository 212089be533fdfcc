//! How past forecasts did: each withdrawal answer against the forecasts that were shown before it, and against what
//! somebody without a model would have said.
//!
//! A pure function of the diary as it stands: a dose that is back-dated, an answer that is corrected, changes the score.
//! It must never use for a forecast, or for what it is compared with, anything that was not known when it was shown.
//! The rules and their reasons are in docs/model.md and docs/design.md.

mod baseline;
mod condition;
pub mod distribution;
mod keeping;
mod statistics;
mod verdict;

pub use baseline::{FEWEST_CHANGES, MOST_CHANGES};
pub use condition::{SAME_AMOUNT, SAME_TIME_H, Unscorable};
pub use distribution::Distribution;
pub use keeping::{HOURS, PROBABILITIES, SAME_WITHIN_H, course_to_keep, forecast_to_keep};
pub use statistics::{Mean, Share};
pub use verdict::{
    Against, Baseline, FEWEST_BLOCKS, FEWEST_CHECK_INS, MOST_WIDENING, Missing, Summary, Verdict, WidenedBecause,
    Widening,
};

use super::Frame;
use crate::bridge::hours_between;
use crate::day;
use crate::diary::{Diary, Logged};
use crate::entry::EntryId;
use crate::event::Forecast;
use crate::moment::Moment;
use baseline::{Past, Said};
use condition::Known;
use keeping::Curve;
use std::collections::BTreeMap;

/// Days that answers are taken for one block of: answers of neighbouring days are alike.
pub const BLOCK_DAYS: i64 = 3;

/// Most answers that are compared, the newest: about a year of one a day. An older model is another model, and the cost stays.
pub const MOST_ANSWERS: usize = 400;

/// How long before the answer the forecast was shown. An answer counts once for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lead {
    /// Half an hour to six hours.
    Hours,
    /// Six hours to a day.
    Day,
    /// One to three days.
    Days,
    /// Three to seven days.
    Week,
    /// A week to four weeks.
    Weeks,
}

impl Lead {
    /// All, shortest first.
    pub const ALL: [Self; 5] = [Self::Hours, Self::Day, Self::Days, Self::Week, Self::Weeks];

    /// The lead of so many hours; `None` when too short (who has just read a figure repeats it) or too long.
    #[must_use]
    pub fn of(hours: f64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|lead| (lead.from_h()..lead.until_h()).contains(&hours))
    }

    /// Fewest hours.
    #[must_use]
    pub fn from_h(self) -> f64 {
        match self {
            Self::Hours => 0.5,
            Self::Day => 6.0,
            Self::Days => 24.0,
            Self::Week => 72.0,
            Self::Weeks => 168.0,
        }
    }

    /// Fewer hours than this.
    #[must_use]
    pub fn until_h(self) -> f64 {
        match self {
            Self::Hours => 6.0,
            Self::Day => 24.0,
            Self::Days => 72.0,
            Self::Week => 168.0,
            Self::Weeks => 672.0,
        }
    }

    /// Its place in [`Self::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }
}

/// One answer against one forecast.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The check-in.
    pub check_in: EntryId,
    /// The kept forecast.
    pub forecast: EntryId,
    /// When the answer is of.
    pub when: Moment,
    /// When the forecast was shown.
    pub shown: Moment,
    /// Hours from the one to the other.
    pub lead_h: f64,
    /// Its class.
    pub lead: Lead,
    /// What was said, 0 to 64.
    pub said: f64,
    /// What had been shown for that hour.
    pub forecast_64: Distribution,
    /// The same before any widening.
    pub own_64: Distribution,
    /// What "the same as last time" would have said; `None` without a last time.
    pub last_value_64: Option<Distribution>,
    /// What the population's curve said; `None` when the model's own is no other.
    pub population_64: Option<Distribution>,
    /// Answers of the same few days have the same number.
    pub block: usize,
}

impl Scored {
    /// Where the answer fell in what was shown, 0 (below) to 1 (above).
    #[must_use]
    pub fn place(&self) -> f64 {
        self.forecast_64.place_of(self.said)
    }

    /// What was said less the middle of what was shown, points.
    #[must_use]
    pub fn off_by(&self) -> f64 {
        self.said - self.forecast_64.median()
    }
}

/// Check-ins that are not scored though a forecast had been shown before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Something was taken in between.
    pub something_taken: usize,
    /// What was taken in between is not what was assumed.
    pub not_as_assumed: usize,
    /// A whole day in between is without any entry.
    pub nobody_said: usize,
}

/// What a forecast speaks of. The two are judged apart: somebody who goes on has it easier, and what goes well there must
/// not hide that stopping was foretold badly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ahead {
    /// Nothing more is taken.
    Stopping,
    /// Going on as before, coming down, a plan.
    GoingOn,
}

impl Ahead {
    fn of(forecast: &Forecast) -> Self {
        match forecast.assumed {
            None => Self::Stopping,
            Some(_) => Self::GoingOn,
        }
    }
}

/// The score screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreView {
    /// Check-ins with a withdrawal answer and a time of day, up to now.
    pub n_answers: usize,
    /// The forecasts of stopping.
    pub stopping: Compared,
    /// The forecasts of going on, coming down and plans.
    pub going_on: Compared,
}

/// Forecasts of one kind against what was said.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Forecasts that were kept.
    pub n_kept: usize,
    /// The newest [`MOST_ANSWERS`] answers against forecasts, by the time of the answer, shortest lead first.
    pub scored: Vec<Scored>,
    /// What could not be scored.
    pub left_out: LeftOut,
    /// All of it summed up; `None` when nothing is scored.
    pub all: Option<Summary>,
    /// By lead, those that have any.
    pub by_lead: Vec<(Lead, Summary)>,
    /// How many answers fell below the 80 % range, in its lower fringe, in the lower and upper half of the 50 % range, in
    /// the upper fringe, above.
    pub places: [usize; 6],
    /// What it comes to.
    pub verdict: Verdict,
    /// How the ranges of coming forecasts are drawn.
    pub widening: Widening,
}

/// Builds the score from the diary.
#[must_use]
pub fn score(frame: &Frame, diary: &Diary) -> ScoreView {
    let said = baseline::said(diary, frame.now);
    let answers = Answers::of(frame, diary, &said);
    ScoreView {
        n_answers: said.len(),
        stopping: compared(&answers, Ahead::Stopping),
        going_on: compared(&answers, Ahead::GoingOn),
    }
}

fn compared(answers: &Answers<'_>, ahead: Ahead) -> Compared {
    let (scored, left_out) = answers.compare(ahead);
    let (verdict, widening) = verdict::judge(&scored);
    let by_lead = Lead::ALL.into_iter().filter_map(|lead| {
        let of_lead: Vec<&Scored> = scored.iter().filter(|s| s.lead == lead).collect();
        Some((lead, Summary::of(&of_lead)?))
    });
    let mut places = [0; 6];
    for one in &scored {
        places[place_of(one.place())] += 1;
    }
    Compared {
        n_kept: answers.kept(ahead).count(),
        left_out,
        all: Summary::of(&scored.iter().collect::<Vec<_>>()),
        by_lead: by_lead.collect(),
        places,
        verdict,
        widening,
        scored,
    }
}

/// What a reading takes from the score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Record {
    /// How many times as wide as the model's own the ranges are to be drawn: 1 or more.
    pub widened_by: f64,
    /// What past 80 % ranges held; `None` when nothing is compared yet.
    pub held_80: Option<Share>,
}

/// The score as far as a reading needs it: of stopping, and of going on.
#[must_use]
pub fn records(frame: &Frame, diary: &Diary) -> (Record, Record) {
    const NONE: Record = Record {
        widened_by: 1.0,
        held_80: None,
    };
    if diary.forecasts.is_empty() {
        return (NONE, NONE);
    }
    let said = baseline::said(diary, frame.now);
    let answers = Answers::of(frame, diary, &said);
    let record = |ahead| {
        if answers.kept(ahead).next().is_none() {
            return NONE;
        }
        let (scored, _) = answers.compare(ahead);
        Record {
            widened_by: verdict::judge(&scored).1.factor,
            held_80: Summary::of(&scored.iter().collect::<Vec<_>>()).map(|all| all.inside_80),
        }
    };
    (record(Ahead::Stopping), record(Ahead::GoingOn))
}

fn place_of(place: f64) -> usize {
    [0.1, 0.25, 0.5, 0.75, 0.9].partition_point(|edge| *edge <= place)
}

/// The answers of a diary, and what is needed to hold forecasts against them.
struct Answers<'a> {
    diary: &'a Diary,
    known: Known,
    said: &'a [Said],
    past: Past<'a>,
}

impl<'a> Answers<'a> {
    fn of(frame: &Frame, diary: &'a Diary, said: &'a [Said]) -> Self {
        Self {
            diary,
            known: Known::of(diary, &frame.moment()),
            said,
            past: Past::of(said),
        }
    }

    fn kept(&self, ahead: Ahead) -> impl Iterator<Item = &'a Logged<Forecast>> {
        let forecasts = self.diary.forecasts.iter();
        forecasts.filter(move |kept| Ahead::of(&kept.body) == ahead)
    }

    /// Every answer against the newest forecast of each lead before it.
    fn compare(&self, ahead: Ahead) -> (Vec<Scored>, LeftOut) {
        let kept: Vec<&Logged<Forecast>> = self.kept(ahead).collect();
        let mut blocks = Blocks::default();
        let (mut scored, mut left_out) = (Vec::new(), LeftOut::default());
        for answer in &self.said[self.said.len().saturating_sub(MOST_ANSWERS)..] {
            let mut why_not = None;
            let before = scored.len();
            for lead in Lead::ALL {
                match self.newest(&kept, answer, lead) {
                    None => {}
                    Some(Err(because)) => why_not = why_not.or(Some(because)),
                    Some(Ok(shown)) => scored.extend(one(answer, shown, lead, &self.past)),
                }
            }
            if scored.len() > before {
                let block = blocks.of(day::of(&answer.when, self.diary.day_start));
                for one in &mut scored[before..] {
                    one.block = block;
                }
            } else {
                match why_not {
                    Some(Unscorable::SomethingTaken) => left_out.something_taken += 1,
                    Some(Unscorable::NotAsAssumed) => left_out.not_as_assumed += 1,
                    Some(Unscorable::NobodySaid) => left_out.nobody_said += 1,
                    None => {}
                }
            }
        }
        (scored, left_out)
    }

    /// The newest forecast of this lead before the answer that was shown before the answer was written, and whose condition
    /// held: several courses may have been looked at on one evening, and one of them may have come about. Or why none did.
    fn newest(
        &self,
        kept: &[&'a Logged<Forecast>],
        answer: &Said,
        lead: Lead,
    ) -> Option<Result<&'a Logged<Forecast>, Unscorable>> {
        let hours = |shown: &Logged<Forecast>| hours_between(shown.body.when.at, answer.when.at);
        let until = kept.partition_point(|shown| hours(shown) >= lead.from_h());
        let in_time = kept[..until].iter().rev();
        let mut why_not = None;
        for shown in in_time.take_while(|shown| hours(shown) < lead.until_h()) {
            if shown.clock >= answer.clock {
                continue;
            }
            match self.known.held(&shown.body, &answer.when) {
                Ok(()) => return Some(Ok(shown)),
                Err(because) => why_not = why_not.or(Some(because)),
            }
            // What was taken after the newest forecast of stopping was taken after every older one.
            if shown.body.assumed.is_none() {
                break;
            }
        }
        why_not.map(Err)
    }
}

fn one(answer: &Said, shown: &Logged<Forecast>, lead: Lead, past: &Past<'_>) -> Option<Scored> {
    let lead_h = hours_between(shown.body.when.at, answer.when.at);
    let own_64 = keeping::at(&shown.body, Curve::Own, lead_h)?;
    let population = keeping::at(&shown.body, Curve::Population, lead_h)?;
    let forecast_64 = own_64.widened(shown.body.widened_by);
    Some(Scored {
        check_in: answer.id,
        forecast: shown.id,
        when: answer.when.clone(),
        shown: shown.body.when.clone(),
        lead_h,
        lead,
        said: answer.score,
        last_value_64: past.same_as_last(shown, answer.when.at, &population, &shown.body.probabilities),
        population_64: (!shown.body.population_tenths.is_empty()).then_some(population),
        forecast_64,
        own_64,
        block: 0,
    })
}

/// Numbers runs of days: a block begins with an answer and lasts [`BLOCK_DAYS`].
#[derive(Default)]
struct Blocks {
    first: Option<jiff::civil::Date>,
    n: usize,
}

impl Blocks {
    fn of(&mut self, date: jiff::civil::Date) -> usize {
        let is_new = self
            .first
            .is_none_or(|first| day::days_between(first, date) >= BLOCK_DAYS);
        if is_new {
            self.first = Some(date);
            self.n += 1;
        }
        self.n
    }
}

/// For each check-in the comparison with the shortest lead: one point each for a picture.
#[must_use]
pub fn latest_of_each(scored: &[Scored]) -> Vec<&Scored> {
    let mut first = BTreeMap::new();
    for (idx, one) in scored.iter().enumerate() {
        first.entry(one.check_in).or_insert(idx);
    }
    let mut order: Vec<usize> = first.into_values().collect();
    order.sort_unstable();
    order.into_iter().map(|idx| &scored[idx]).collect()
}
