//! Finds the most likely place: minimises the loss of all observations plus half the squared distance from the prior's
//! middle, in coordinates in which the prior is a standard normal. Levenberg and Marquardt's damping on a matrix that is the
//! true curvature of the losses where that is positive definite and their expected information where it is not. Knows no
//! pharmacology: it serves every prediction function alike.

use super::dense::Square;
use super::noise::{Loss, Noise, Observed};

/// What a model says about each observation, at one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Predicted {
    /// One location and one scale per observation.
    pub(crate) location: Vec<f64>,
    pub(crate) scale: Vec<f64>,
    /// Their slopes: one row per observation, one column per coordinate. Empty when not asked for.
    pub(crate) location_by: Vec<f64>,
    pub(crate) scale_by: Vec<f64>,
}

/// Whether slopes are wanted, and how well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Want {
    Values,
    /// As the first steps of a search need them, which only have to lead into the neighbourhood.
    RoughSlopes,
    Slopes,
}

/// Something that predicts observations from a place in standard normal coordinates.
pub(crate) trait Model {
    /// How many coordinates.
    fn len(&self) -> usize;
    /// `None` where it cannot say.
    fn predict(&self, at: &[f64], want: Want) -> Option<Predicted>;
}

/// Observations and the shape of their errors.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) observed: Vec<Observed>,
    pub(crate) noise: Noise,
}

/// A place and all that is known there.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) at: Vec<f64>,
    /// Loss of the observations plus half the squared distance from the prior's middle.
    pub(crate) loss: f64,
    pub(crate) gradient: Vec<f64>,
    /// Expected information of the observations plus the prior's: positive definite.
    pub(crate) information: Square,
    /// The same with each loss's own curvature: may be indefinite.
    pub(crate) curvature: Square,
    pub(crate) predicted: Predicted,
}

impl Evidence {
    /// Loss at a place, without slopes; infinite where the model cannot say.
    pub(crate) fn loss(&self, model: &impl Model, at: &[f64]) -> f64 {
        let Some(predicted) = model.predict(at, Want::Values) else {
            return f64::INFINITY;
        };
        let loss = self.losses(&predicted).map(|loss| loss.value).sum::<f64>() + prior_loss(at);
        if loss.is_finite() { loss } else { f64::INFINITY }
    }

    /// Everything at a place; `None` where the model cannot say or a number is not finite. `want` slopes.
    pub(crate) fn place(&self, model: &impl Model, at: &[f64], want: Want) -> Option<Place> {
        let predicted = model.predict(at, want)?;
        let len = model.len();
        let mut place = Place {
            at: at.to_vec(),
            loss: prior_loss(at),
            gradient: at.to_vec(),
            information: Square::identity(len),
            curvature: Square::identity(len),
            predicted: Predicted::default(),
        };
        for (row, loss) in self.losses(&predicted).enumerate() {
            let location_by = &predicted.location_by[row * len..(row + 1) * len];
            let scale_by = &predicted.scale_by[row * len..(row + 1) * len];
            place.loss += loss.value;
            for ((gradient, location_by), scale_by) in place.gradient.iter_mut().zip(location_by).zip(scale_by) {
                *gradient += loss.by_location * location_by + loss.by_scale * scale_by;
            }
            add_bend(&mut place.information, loss.information, location_by, scale_by);
            add_bend(&mut place.curvature, loss.curvature, location_by, scale_by);
        }
        let is_finite = place.loss.is_finite() && place.gradient.iter().all(|slope| slope.is_finite());
        place.predicted = predicted;
        is_finite.then_some(place)
    }

    fn losses<'a>(&'a self, predicted: &'a Predicted) -> impl Iterator<Item = Loss> + 'a {
        self.observed
            .iter()
            .zip(&predicted.location)
            .zip(&predicted.scale)
            .map(|((observed, location), scale)| self.noise.loss(observed, *location, *scale))
    }
}

/// Adds one observation's bend in (location, scale) to a matrix over the coordinates.
pub(crate) fn add_bend(matrix: &mut Square, bend: [f64; 3], location_by: &[f64], scale_by: &[f64]) {
    let [location, both, scale] = bend;
    matrix.add_product(location_by, location_by, location);
    if scale_by.iter().any(|slope| slope.abs() > 0.0) {
        matrix.add_product(location_by, scale_by, both);
        matrix.add_product(scale_by, location_by, both);
        matrix.add_product(scale_by, scale_by, scale);
    }
}

fn prior_loss(at: &[f64]) -> f64 {
    0.5 * at.iter().map(|z| z * z).sum::<f64>()
}

/// Coordinates are kept within this many prior standard deviations.
pub(crate) const FURTHEST: f64 = 6.0;

/// A search under way.
#[derive(Clone, Debug)]
pub(crate) struct Search {
    place: Place,
    /// What the curvature leaves out (the bend of the predictions themselves), learned from how gradients changed: the
    /// symmetric rank-one correction.
    unseen: Square,
    damping: f64,
    steps: u32,
    /// The place is known as well as the last one has to be.
    is_near: bool,
    is_done: bool,
}

impl Search {
    /// Most steps, accepted or not.
    pub(crate) const MOST_STEPS: u32 = 60;
    /// The next step is the last, and taken without looking, when what it will leave is less than this in every coordinate (prior
    /// standard deviations), as the last two steps foretell it: each leaves the same share of the one before.
    const CLOSE: f64 = 2e-6;
    /// From the first step on that is shorter than this, slopes are wanted as they are.
    const NEAR: f64 = 0.05;
    /// What a longer step shows of the curvature is an average over its length, and no use near its end.
    const TELLING: f64 = 0.1;
    /// A step shorter than this ends the search whatever came of it.
    const SHORTEST: f64 = 1e-7;
    /// Changes of the loss below this are the curve's own rounding: then the gradient decides.
    const LOSS_ROUNDING: f64 = 1e-5;
    /// No step moves a coordinate further, prior standard deviations.
    const LONGEST: f64 = 2.0;
    /// So much damping that no step could help.
    const MOST_DAMPING: f64 = 1e8;

    /// Starts at the prior's middle; `None` when the model cannot say anything there.
    pub(crate) fn new(evidence: &Evidence, model: &impl Model) -> Option<Search> {
        Search::from(evidence, model, &vec![0.0; model.len()])
    }

    /// Starts at a place of one's own.
    pub(crate) fn from(evidence: &Evidence, model: &impl Model, at: &[f64]) -> Option<Search> {
        Some(Search {
            place: evidence.place(model, at, Want::RoughSlopes)?,
            unseen: Square::zero(at.len()),
            damping: 0.0,
            steps: 0,
            is_near: false,
            is_done: false,
        })
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    pub(crate) fn into_place(self) -> Place {
        self.place
    }

    pub(crate) fn is_done(&self) -> bool {
        self.is_done
    }

    /// Tries one step.
    pub(crate) fn step(&mut self, evidence: &Evidence, model: &impl Model) {
        self.steps += 1;
        let Some(tried) = self.proposed() else {
            self.is_done = true;
            return;
        };
        let (step, moved) = self.step_to(&tried);
        self.is_done = moved < Self::SHORTEST;
        let was_near = self.is_near;
        self.is_near |= moved < Self::NEAR;
        let want = if self.is_near { Want::Slopes } else { Want::RoughSlopes };
        match evidence.place(model, &tried, want) {
            // What is known roughly and what is known well are not compared.
            Some(place) if was_near != self.is_near || self.is_better(&place) => {
                if was_near == self.is_near && moved < Self::TELLING {
                    self.learn(&place, &step);
                }
                self.place = place;
                self.damping = if self.damping > 1e-3 { self.damping / 10.0 } else { 0.0 };
                self.is_done |= self.is_near && self.take_last_step(moved);
            }
            _ => self.damping = (self.damping * 5.0).max(1e-2),
        }
        self.is_done |= self.damping > Self::MOST_DAMPING || self.steps >= Self::MOST_STEPS;
    }

    /// The way from the place to another, and how far that moves a coordinate at most.
    fn step_to(&self, at: &[f64]) -> (Vec<f64>, f64) {
        let step: Vec<f64> = at.iter().zip(&self.place.at).map(|(a, b)| a - b).collect();
        let moved = step.iter().map(|step| step.abs()).fold(0.0, f64::max);
        (step, moved)
    }

    /// Moves the place by the next step, if after one of the length `last` that can be the last, and its slope by what the
    /// curvature makes of it. All else about the place changes by less than anything could tell. Says whether it did.
    fn take_last_step(&mut self, last: f64) -> bool {
        let Some(next) = self.proposed() else {
            return false;
        };
        let (step, moves) = self.step_to(&next);
        // A damped step is short whatever it leaves.
        let is_free = self.damping <= 0.0;
        let is_last = is_free && moves < last && moves * moves <= Self::CLOSE * last;
        if is_last {
            let change = self.place.curvature.plus(&self.unseen, 1.0).times(&step);
            self.place.at = next;
            for (slope, change) in self.place.gradient.iter_mut().zip(change) {
                *slope += change;
            }
        }
        is_last
    }

    fn is_better(&self, place: &Place) -> bool {
        let gained = self.place.loss - place.loss;
        if gained.abs() > Self::LOSS_ROUNDING {
            return gained > 0.0;
        }
        // How far each still seems to be from the bottom, in units of loss.
        let left = |place: &Place| {
            let factor = self.place.information.factor();
            factor.map_or(f64::INFINITY, |factor| {
                factor.solve_lower(&place.gradient).iter().map(|x| x * x).sum::<f64>()
            })
        };
        left(place) < left(&self.place)
    }

    fn learn(&mut self, place: &Place, step: &[f64]) {
        const SMALLEST_SHARE: f64 = 1e-8;
        let known = place.curvature.plus(&self.unseen, 1.0).times(step);
        let missed: Vec<f64> = known
            .iter()
            .zip(&place.gradient)
            .zip(&self.place.gradient)
            .map(|((known, after), before)| after - before - known)
            .collect();
        let along: f64 = missed.iter().zip(step).map(|(missed, step)| missed * step).sum();
        let size = |list: &[f64]| list.iter().map(|x| x * x).sum::<f64>();
        if along * along > SMALLEST_SHARE * SMALLEST_SHARE * size(&missed) * size(step) {
            self.unseen.add_product(&missed, &missed, 1.0 / along);
        }
    }

    fn proposed(&self) -> Option<Vec<f64>> {
        let down: Vec<f64> = self.place.gradient.iter().map(|slope| -slope).collect();
        let damped = |matrix: Square| {
            let mut matrix = matrix;
            for idx in 0..matrix.len {
                let own = self.place.information.at(idx, idx);
                matrix.add_to(idx, idx, self.damping * own);
            }
            matrix.factor()
        };
        let factor = damped(self.place.curvature.plus(&self.unseen, 1.0))
            .or_else(|| damped(self.place.curvature.clone()))
            .or_else(|| damped(self.place.information.clone()))?;
        let step = factor.solve(&down);
        // Far steps are shortened: the quadratic does not reach that far.
        let longest = step.iter().map(|step| step.abs()).fold(0.0, f64::max);
        let share = if longest > Self::LONGEST {
            Self::LONGEST / longest
        } else {
            1.0
        };
        Some(
            self.place
                .at
                .iter()
                .zip(step)
                .map(|(at, step)| (at + share * step).clamp(-FURTHEST, FURTHEST))
                .collect(),
        )
    }
}

/// The best place there is, in one go; `None` when the model cannot say anything at the prior's middle.
pub(crate) fn best_place(evidence: &Evidence, model: &impl Model) -> Option<Place> {
    let mut search = Search::new(evidence, model)?;
    while !search.is_done() {
        search.step(evidence, model);
    }
    Some(search.into_place())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two curved predictions of two coordinates.
    struct Banana;

    impl Model for Banana {
        fn len(&self) -> usize {
            2
        }

        fn predict(&self, at: &[f64], _want: Want) -> Option<Predicted> {
            let bent = at[1] - at[0] * at[0];
            Some(Predicted {
                location: vec![10.0 * bent, at[0]],
                scale: vec![1.0, 0.5],
                location_by: vec![-20.0 * at[0], 10.0, 1.0, 0.0],
                scale_by: vec![0.0; 4],
            })
        }
    }

    #[test]
    fn the_bottom_of_a_bent_valley_is_found_to_rounding_in_few_steps() {
        for noise in [Noise::Normal, Noise::Student4] {
            let evidence = Evidence {
                observed: vec![Observed::open(1.0), Observed::open(2.0)],
                noise,
            };
            let mut search = Search::new(&evidence, &Banana).unwrap();
            let mut steps = 0;
            while !search.is_done() {
                search.step(&evidence, &Banana);
                steps += 1;
            }
            assert!(steps < 30, "{steps}");
            let slope = search
                .place()
                .gradient
                .iter()
                .map(|slope| slope.abs())
                .fold(0.0, f64::max);
            assert!(slope < 1e-6, "{slope:e}");
        }
    }
}
