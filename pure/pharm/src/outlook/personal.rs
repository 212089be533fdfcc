//! Draws of one person instead of the population: what was learned takes the place of what would have been drawn, and
//! everything that was held while learning is still drawn, so that a level is as uncertain as it was.
//!
//! The random numbers of a draw are the same with and without: whoever learned nothing gets what the population gets.

use std::collections::BTreeMap;

use super::{DrawSummary, OutlookRun};
use crate::fit::Body;
use crate::output::Output;
use crate::params::Params;
use crate::standpoint::{self, Standpoint};

/// The highest withdrawal score.
const HIGHEST: f64 = 64.0;

impl OutlookRun {
    /// The same run for a person of whom something was learned: a body per draw, in the order of the draws, begun again when
    /// there are fewer. The seven personal numbers and the strengths of batches come from the bodies; everything else is drawn
    /// from the population as before. None at all change nothing. Ask before the first step.
    ///
    /// Withdrawal scores then include each body's baseline: what a person would say. Times (onset, below a quarter) are
    /// read off before it is added.
    #[must_use]
    pub fn of_person(mut self, people: Vec<Body>) -> OutlookRun {
        if self.summaries.is_empty() && !people.is_empty() {
            self.key = standpoint::key_of_people(self.key, &people);
            self.people = people;
        }
        self
    }

    /// Where every draw of a finished run stands, whether it was brought along or made: a run over the same doses before
    /// that hour can believe it.
    #[must_use]
    pub fn stands(&self) -> Option<Standpoint> {
        self.believed.clone().or_else(|| self.standpoint())
    }

    pub(super) fn person(&self, draw_idx: u32) -> Option<&Body> {
        let len = self.people.len().max(1);
        self.people.get(draw_idx as usize % len)
    }
}

/// Steady effective concentration per milligram and hour, in mitragynine equivalents: equation 37 of `docs/model.md`.
fn exposure(params: &Params) -> f64 {
    1.0 / params.cl + params.rho * (params.fp + params.fs) / (params.k7 * params.v7)
}

/// One body: what was learned over what is drawn. A rating tells how much of what was swallowed is needed, not what the
/// blood holds; so where a draw makes more of an amount, its EC50 is higher in the same proportion.
pub(super) fn params(person: &Body, drawn: &Params, typical: &Params) -> Params {
    let share = exposure(drawn) / exposure(typical);
    let learned = &person.params;
    Params {
        ec50: if share.is_finite() && share > 0.0 {
            learned.ec50 * share
        } else {
            learned.ec50
        },
        k_e: learned.k_e,
        tau_f: learned.tau_f,
        tau_s: learned.tau_s,
        k_w: learned.k_w,
        t_half_f: learned.t_half_f,
        t_half_s: learned.t_half_s,
        ..*drawn
    }
}

/// The errors of learned batches, which are not drawn again.
pub(super) fn learned_errors(person: &Body) -> BTreeMap<u32, f64> {
    let errors = person.strengths.iter();
    errors.map(|(group, strength)| (*group, libm::log(*strength))).collect()
}

/// From the model's score to what the person would say.
pub(super) fn add_baseline(baseline: f64, output: &mut Output, summary: &mut DrawSummary) {
    if baseline > 0.0 {
        let scores = output.withdrawal_64.iter_mut().chain(&mut summary.day_worst);
        for score in scores.chain([&mut summary.peak]) {
            *score = (*score + baseline).min(HIGHEST);
        }
    }
}
