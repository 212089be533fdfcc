//! What somebody without a model would have said: "the same as last time", as wide as such guesses were wrong before.
//!
//! It knows what was written when the forecast was shown, and nothing later: an answer counts if it was both given for a
//! time before and written before. A later correction of such an answer counts as corrected.

use super::{Distribution, Lead};
use crate::bridge::hours_between;
use crate::diary::{Diary, Logged};
use crate::entry::{EntryId, Hlc};
use crate::event::{Forecast, Precision};
use crate::moment::Moment;
use jiff::Timestamp;

/// Fewest earlier changes that a width is taken from.
pub const FEWEST_CHANGES: usize = 5;
/// Most of them that are looked at, the newest.
pub const MOST_CHANGES: usize = 100;

/// A withdrawal answer with a time of day.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) id: EntryId,
    pub(super) when: Moment,
    pub(super) clock: Hlc,
    pub(super) score: f64,
}

/// The withdrawal answers of a diary up to `now`, by time.
pub(super) fn said(diary: &Diary, now: Timestamp) -> Vec<Said> {
    let usable = |logged: &Logged<crate::event::CheckIn>| {
        let body = &logged.body;
        let score = body.total_64().filter(|score| (0.0..=64.0).contains(score))?;
        (body.precision == Precision::Minute && body.when.at <= now).then(|| Said {
            id: logged.id,
            when: body.when.clone(),
            clock: logged.clock,
            score,
        })
    };
    diary.check_ins.iter().filter_map(usable).collect()
}

/// By how much an answer differed from the last one of a lead before it.
struct Change {
    at: Timestamp,
    clock: Hlc,
    size: f64,
}

/// What "the same as last time" was worth so far.
pub(super) struct Past<'a> {
    said: &'a [Said],
    /// Of each lead, in order of writing.
    changes: [Vec<Change>; Lead::ALL.len()],
}

impl<'a> Past<'a> {
    pub(super) fn of(said: &'a [Said]) -> Self {
        let mut changes: [Vec<Change>; Lead::ALL.len()] = Default::default();
        for (idx, later) in said.iter().enumerate() {
            for (place, lead) in Lead::ALL.into_iter().enumerate() {
                // An answer counts once for each lead, as a check-in does in the score.
                let earlier = said[..idx]
                    .iter()
                    .rev()
                    .map(|s| (hours_between(s.when.at, later.when.at), s));
                let mut near = earlier.skip_while(|(hours, _)| *hours < lead.from_h());
                if let Some((_, earlier)) = near.next().filter(|(hours, _)| *hours < lead.until_h()) {
                    changes[place].push(Change {
                        at: later.when.at,
                        clock: later.clock.max(earlier.clock),
                        size: (later.score - earlier.score).abs(),
                    });
                }
            }
        }
        for of_lead in &mut changes {
            of_lead.sort_by_key(|change| change.clock);
        }
        Self { said, changes }
    }

    /// "The same as last time" for `target`, by somebody who knew what was written when the forecast was shown. With fewer
    /// than [`FEWEST_CHANGES`] changes to learn a width from, it takes the width of the population's curve. `None` when
    /// nothing was said in the four weeks before the target.
    pub(super) fn same_as_last(
        &self,
        shown: &Logged<Forecast>,
        target: Timestamp,
        population: &Distribution,
        probabilities: &[f64],
    ) -> Option<Distribution> {
        let shown_at = shown.body.when.at;
        let before = self.said.partition_point(|said| said.when.at <= shown_at);
        let last = self.said[..before].iter().rev().find(|said| said.clock < shown.clock)?;
        let lead = Lead::of(hours_between(last.when.at, target))?;
        let changes = &self.changes[lead.place()];
        let written = changes.partition_point(|change| change.clock < shown.clock);
        let known = changes[..written].iter().rev().filter(|change| change.at <= shown_at);
        let sizes: Vec<f64> = known.take(MOST_CHANGES).map(|change| change.size).collect();
        let offset: Box<dyn Fn(f64) -> f64> = if sizes.len() < FEWEST_CHANGES {
            Box::new(|p| population.quantile(p) - population.median())
        } else {
            let both_ways = both_ways(&sizes);
            Box::new(move |p| quantile(&both_ways, p))
        };
        let values = probabilities.iter().map(|p| (last.score + offset(*p)).clamp(0.0, 64.0));
        Distribution::new(probabilities, values.collect())
    }
}

/// Changes up and down alike: that an answer rose last week says nothing of the next.
fn both_ways(sizes: &[f64]) -> Vec<f64> {
    let mut both: Vec<f64> = sizes.iter().flat_map(|size| [-size, *size]).collect();
    both.sort_unstable_by(f64::total_cmp);
    both
}

/// A quantile of sorted values, linear between them.
fn quantile(sorted: &[f64], p: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let place = p * last as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index within the slice"
    )]
    let below = (place.floor() as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}
