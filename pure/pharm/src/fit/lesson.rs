//! Which report would teach most now: how much narrower the belief would be on average after it, before anybody has answered.
//! It ranks questions; it never says what an answer should be.

use super::dense::Square;
use super::model::PersonModel;
use super::person::Number;
use super::posterior::Posterior;
use super::reports::{Felt, Lasted, ReportKind, Reports, SymptomScale, Symptoms};
use super::run::FitError;
use super::search::{Model, Want, add_bend};
use crate::dose::UncertainDose;

/// A report that could be asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Question {
    /// How strong it feels.
    Felt {
        /// When, h.
        at_h: f64,
    },
    /// How long a dose was felt.
    Lasted {
        /// When the dose was begun, h.
        dose_at_h: f64,
    },
    /// A withdrawal check-in.
    Symptoms {
        /// When, h.
        at_h: f64,
        /// Its scale.
        scale: SymptomScale,
    },
}

impl Question {
    /// The kind of report it asks for.
    #[must_use]
    pub fn kind(&self) -> ReportKind {
        match self {
            Question::Felt { .. } => ReportKind::Felt,
            Question::Lasted { .. } => ReportKind::Lasted,
            Question::Symptoms { .. } => ReportKind::Symptoms,
        }
    }

    /// The question alone, with any answer: only where and when it is asked counts.
    fn as_reports(&self) -> Reports {
        let mut reports = Reports::default();
        match *self {
            Question::Felt { at_h } => reports.felt.push(Felt { at_h, rating: 5.0 }),
            Question::Lasted { dose_at_h } => reports.lasted.push(Lasted { dose_at_h, hours: 2.0 }),
            Question::Symptoms { at_h, scale } => reports.symptoms.push(Symptoms {
                at_h,
                score: 1.0,
                scale,
            }),
        }
        reports
    }
}

/// What a question would teach on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// The question.
    pub question: Question,
    /// Expected information about the personal numbers and batches, nats; 0.69 halves the volume of what is believed possible.
    pub nats: f64,
    /// What would be left of each number's present width, 0 to 1.
    pub width_left: [f64; Number::LEN],
}

/// How many equally likely bodies the expectation is taken over.
const BODIES: u32 = 8;

impl Posterior {
    /// What each question would teach, in the order asked. `history` holds all doses up to the questions.
    ///
    /// # Errors
    /// A question at a time that cannot be used.
    pub fn lessons(&self, history: &[UncertainDose], questions: &[Question]) -> Result<Vec<Lesson>, FitError> {
        questions
            .iter()
            .map(|question| self.lesson(history, question))
            .collect()
    }

    fn lesson(&self, history: &[UncertainDose], question: &Question) -> Result<Lesson, FitError> {
        let reports = question.as_reports();
        reports.check()?;
        let model = PersonModel::new(history, &reports, self.prior(), self.noise(), &mut Vec::new())?;
        let now = self.covariance_for(&model);
        let known = now
            .factor()
            .map_or_else(|| Square::identity(now.len), |factor| factor.inverse());
        let mut lesson = Lesson {
            question: *question,
            nats: 0.0,
            width_left: [0.0; Number::LEN],
        };
        let mut bodies = 0.0;
        for place in self.equal_places(BODIES, 0) {
            let told = self.told(&model, &self.place_for(place, &model), &reports);
            let Some((before, after)) = told.and_then(|told| Some((known.factor()?, known.plus(&told, 1.0).factor()?)))
            else {
                continue;
            };
            bodies += 1.0;
            lesson.nats += (after.ln_determinant() - before.ln_determinant()) / 2.0;
            let covariance = after.inverse();
            for (idx, width_left) in lesson.width_left.iter_mut().enumerate() {
                *width_left += libm::sqrt(covariance.at(idx, idx) / now.at(idx, idx));
            }
        }
        if bodies > 0.0 {
            lesson.nats /= bodies;
            lesson
                .width_left
                .iter_mut()
                .for_each(|width_left| *width_left = (*width_left / bodies).min(1.0));
        }
        Ok(lesson)
    }

    /// What the one report tells at a place, averaged over its possible values.
    fn told(&self, model: &PersonModel, place: &[f64], reports: &Reports) -> Option<Square> {
        let predicted = model.predict(place, Want::Slopes)?;
        let evidence = model.evidence(reports);
        let mut told = Square::zero(model.len());
        for (idx, observed) in evidence.observed.iter().enumerate() {
            let expected = evidence
                .noise
                .expected(observed, predicted.location[idx], predicted.scale[idx]);
            let row = idx * model.len()..(idx + 1) * model.len();
            add_bend(
                &mut told,
                expected,
                &predicted.location_by[row.clone()],
                &predicted.scale_by[row],
            );
        }
        Some(told)
    }

    /// Where a coordinate of another model lies among ours.
    fn coordinate_of(&self, coordinate: usize, model: &PersonModel) -> Option<usize> {
        match coordinate.checked_sub(Number::LEN) {
            None => Some(coordinate),
            Some(batch) => self
                .batches()
                .position(|ours| ours == model.batches[batch])
                .map(|idx| Number::LEN + idx),
        }
    }

    /// A place in the coordinates of another model. Batches it alone has are at the prior's middle.
    fn place_for(&self, place: &[f64], model: &PersonModel) -> Vec<f64> {
        (0..model.len())
            .map(|coordinate| self.coordinate_of(coordinate, model).map_or(0.0, |ours| place[ours]))
            .collect()
    }

    fn covariance_for(&self, model: &PersonModel) -> Square {
        let len = model.len();
        let mut covariance = Square::identity(len);
        for row in 0..len {
            for column in 0..len {
                let pair = (self.coordinate_of(row, model), self.coordinate_of(column, model));
                if let (Some(our_row), Some(our_column)) = pair {
                    covariance.entries[row * len + column] = self.covariance(our_row, our_column);
                }
            }
        }
        covariance
    }
}
