//! A fit under way: look for the most likely place, then draw around it. Nothing is hidden between steps: dropping a run
//! cancels it, and no budget changes its result.

use super::dense::Square;
use super::draws::{Draws, Sampler};
use super::model::PersonModel;
use super::noise::Noise;
use super::person::PersonPrior;
use super::posterior::Posterior;
use super::reports::{ReportError, Reports};
use super::search::{Evidence, Model, Place, Search};
use crate::dose::UncertainDose;
use crate::notice::Notice;
use crate::params::InvalidParameter;

/// How a fit is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FitSettings {
    /// Seed of the ChaCha8 generator.
    pub seed: u64,
    /// How many draws to make: 1 to [`FitSettings::MOST_DRAWS`].
    pub draws: u32,
    /// The shape of a report's error.
    pub noise: Noise,
}

impl FitSettings {
    /// Most draws.
    pub const MOST_DRAWS: u32 = 100_000;

    /// Heavy-tailed errors.
    #[must_use]
    pub fn new(seed: u64, draws: u32) -> FitSettings {
        FitSettings {
            seed,
            draws,
            noise: Noise::Student4,
        }
    }
}

/// Why there is nothing to fit. No amount, time or rating is repeated.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FitError {
    /// A report cannot be used.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The population's middle cannot be computed with.
    #[error("the population's typical values: {0}")]
    Parameter(#[from] InvalidParameter),
    /// No draw, or too many.
    #[error("the count of draws must lie between 1 and {most}")]
    Draws {
        /// The most there may be.
        most: u32,
    },
    /// The curve or a report's error is no number at the population's middle: a width in the evidence tables is unusable.
    #[error(
        "the model gives no number for a report at the population's typical values: check the ratings' error widths"
    )]
    Unusable,
}

/// What a run is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Looking for the most likely place.
    Searching,
    /// Drawing around it.
    Drawing,
    /// Finished.
    Done,
}

/// How far a run is, in evaluations of the curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FitProgress {
    /// What it is at.
    pub phase: Phase,
    /// Evaluations made in this phase.
    pub done: u32,
    /// How many this phase will need as far as can be told; it may turn out to need more.
    pub expected: u32,
}

impl FitProgress {
    /// Whether the run can be finished.
    #[must_use]
    pub fn is_done(self) -> bool {
        self.phase == Phase::Done
    }
}

/// A fit in the making: call [`FitRun::step`] as often as time allows, then [`FitRun::finish`].
#[derive(Clone, Debug)]
pub struct FitRun {
    model: PersonModel,
    reports: Reports,
    evidence: Evidence,
    settings: FitSettings,
    notices: Vec<Notice>,
    stage: Stage,
    /// Further searches from a draw that turned out more likely than the most likely place found.
    searches_left: u32,
}

/// How often a search may begin anew from a better draw.
const MOST_FURTHER_SEARCHES: u32 = 3;
/// A draw counts as better when its loss is smaller by this: more than the rounding of a curve.
const CLEARLY_BETTER: f64 = 1e-2;

#[derive(Clone, Debug)]
enum Stage {
    Search {
        search: Box<Search>,
        steps: u32,
        own_errors_are_weighed: bool,
    },
    Draw {
        place: Box<Place>,
        sampler: Box<Sampler>,
    },
    Done {
        place: Box<Place>,
        draws: Draws,
    },
}

impl FitRun {
    /// Prepares a run from the doses (each with its own and its batch's error) and the reports.
    ///
    /// # Errors
    /// The first report that cannot be used, an unusable population, or an unusable count of draws.
    pub fn new(
        history: &[UncertainDose],
        reports: &Reports,
        prior: &PersonPrior,
        settings: FitSettings,
    ) -> Result<FitRun, FitError> {
        reports.check()?;
        if settings.draws == 0 || settings.draws > FitSettings::MOST_DRAWS {
            return Err(FitError::Draws {
                most: FitSettings::MOST_DRAWS,
            });
        }
        let mut notices = Vec::new();
        let model = PersonModel::new(history, reports, prior, settings.noise, &mut notices)?;
        let evidence = model.evidence(reports);
        let search = Search::new(&evidence, &model).ok_or(FitError::Unusable)?;
        let stage = if reports.counts().total() == 0 {
            Stage::Done {
                draws: Sampler::from_prior(settings.seed, settings.draws, model.len()),
                place: Box::new(search.into_place()),
            }
        } else {
            Stage::Search {
                search: Box::new(search),
                steps: 0,
                own_errors_are_weighed: !model.has_own_errors() || reports.felt.is_empty(),
            }
        };
        Ok(FitRun {
            model,
            reports: reports.clone(),
            evidence,
            settings,
            notices,
            stage,
            searches_left: MOST_FURTHER_SEARCHES,
        })
    }

    /// Evaluates the curve up to `budget` more times (one with slopes counts as one).
    pub fn step(&mut self, budget: u32) -> FitProgress {
        for _ in 0..budget {
            if matches!(self.stage, Stage::Done { .. }) {
                break;
            }
            self.evaluate_once();
        }
        self.progress()
    }

    /// How far the run is.
    #[must_use]
    pub fn progress(&self) -> FitProgress {
        const USUAL_SEARCH: u32 = 12;
        match &self.stage {
            Stage::Search { steps, .. } => FitProgress {
                phase: Phase::Searching,
                done: *steps,
                expected: USUAL_SEARCH.max(*steps + 1),
            },
            Stage::Draw { sampler, .. } => {
                let (done, expected) = sampler.progress();
                FitProgress {
                    phase: Phase::Drawing,
                    done,
                    expected,
                }
            }
            Stage::Done { .. } => FitProgress {
                phase: Phase::Done,
                done: self.settings.draws,
                expected: self.settings.draws,
            },
        }
    }

    /// The posterior; completes what is left.
    #[must_use]
    pub fn finish(mut self) -> Posterior {
        loop {
            match self.stage {
                Stage::Done { place, draws } => {
                    return Posterior::new(&self.model, &self.reports, &self.evidence, &place, draws, self.notices);
                }
                Stage::Search { .. } | Stage::Draw { .. } => self.evaluate_once(),
            }
        }
    }

    fn evaluate_once(&mut self) {
        match &mut self.stage {
            Stage::Search {
                search,
                steps,
                own_errors_are_weighed,
            } => {
                *steps += 1;
                search.step(&self.evidence, &self.model);
                if !search.is_done() {
                    return;
                }
                if !*own_errors_are_weighed {
                    // Once more, with the errors of single doses as they count at this place.
                    *own_errors_are_weighed = true;
                    self.model.weigh_own_errors(&search.place().at.clone());
                    let from = search.place().at.clone();
                    if let Some(again) = Search::from(&self.evidence, &self.model, &from) {
                        **search = again;
                        return;
                    }
                }
                let place = search.place().clone();
                let sampler = Sampler::new(
                    self.settings.seed,
                    self.settings.draws,
                    place.at.clone(),
                    &covariance_at(&place),
                );
                self.stage = Stage::Draw {
                    place: Box::new(place),
                    sampler: Box::new(sampler),
                };
            }
            Stage::Draw { place, sampler } => {
                sampler.step(|at| self.evidence.loss(&self.model, at));
                if self.searches_left > 0
                    && sampler.is_between_rounds()
                    && let Some((at, loss)) = sampler.best()
                    && loss < place.loss - CLEARLY_BETTER
                    && let Some(again) = Search::from(&self.evidence, &self.model, at)
                {
                    self.searches_left -= 1;
                    self.stage = Stage::Search {
                        search: Box::new(again),
                        steps: 0,
                        own_errors_are_weighed: true,
                    };
                    return;
                }
                if sampler.is_done()
                    && let Some(draws) = sampler.clone().into_draws()
                {
                    self.stage = Stage::Done {
                        place: place.clone(),
                        draws,
                    };
                }
            }
            Stage::Done { .. } => {}
        }
    }
}

/// Laplace's covariance: the inverse of the true curvature where that is positive definite, of the expected information
/// where not.
pub(crate) fn covariance_at(place: &Place) -> Square {
    let factor = place.curvature.factor().or_else(|| place.information.factor());
    factor.map_or_else(|| Square::identity(place.at.len()), |factor| factor.inverse())
}

/// A whole fit in one go.
///
/// # Errors
/// As [`FitRun::new`].
pub fn fit(
    history: &[UncertainDose],
    reports: &Reports,
    prior: &PersonPrior,
    settings: FitSettings,
) -> Result<Posterior, FitError> {
    Ok(FitRun::new(history, reports, prior, settings)?.finish())
}
