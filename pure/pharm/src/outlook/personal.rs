//! Draws of one person instead of the population: what was learned takes the place of what would have been drawn, and
//! everything that was held while learning is still drawn, so that a level is as uncertain as it was.
//!
//! The random numbers of a draw are the same with and without: whoever learned nothing gets what the population gets.

use std::collections::BTreeMap;

use rand_distr::{Distribution, StandardNormal};

use super::{DrawSummary, OutlookRun};
use crate::fit::{Answers, Body, stream};
use crate::output::Output;
use crate::params::Params;
use crate::standpoint::{self, Standpoint};

/// The round of random numbers for answers; round 0 is the draws' own.
const ANSWERS: u32 = 1;
/// Answers further off are slips, which no range is about: standard deviations.
const FURTHEST_ANSWER: f64 = 4.0;

impl OutlookRun {
    /// The same run for a person of whom something was learned: a body per draw, in the order of the draws, begun again when
    /// there are fewer. The seven personal numbers and the strengths of batches come from the bodies; everything else is drawn
    /// from the population as before. None at all change nothing. Ask before the first step.
    ///
    /// Withdrawal scores are then what the person would say ([`Answers`]): each body's baseline and the ups and downs of answering
    /// are in them. Times (onset, below a quarter) are read off before.
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

/// How far this draw's answers lie from what is meant, in standard deviations: one number for all hours, so that a draw stays a
/// curve and the worst of a day is the answer at its worst hour. Draws that follow each other, whose bodies are alike, lie as
/// far above as below, so that the middle stays where it is.
pub(super) fn answer(seed: u64, draw_idx: u32) -> f64 {
    let z: f64 = StandardNormal.sample(&mut stream(seed, ANSWERS, draw_idx / 2));
    let z = z.clamp(-FURTHEST_ANSWER, FURTHEST_ANSWER);
    if draw_idx.is_multiple_of(2) { z } else { -z }
}

/// From the model's score to what the person would say.
pub(super) fn ask(answers: Answers, z: f64, output: &mut Output, summary: &mut DrawSummary) {
    let scores = output.withdrawal_64.iter_mut().chain(&mut summary.day_worst);
    for score in scores.chain([&mut summary.peak]) {
        *score = answers.said(*score, z);
    }
}
