//! A forecast of one number as its quantiles: its band, where a value falls in it, and how far it was off.
//!
//! Between the stored probabilities the quantiles are joined by straight lines; below the lowest and above the highest
//! they stay where they are. All scores are exact for that shape.

/// Lowest and highest withdrawal score.
const SCALE: (f64, f64) = (0.0, 64.0);

/// Quantiles of a withdrawal score.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    probabilities: Vec<f64>,
    values: Vec<f64>,
}

impl Distribution {
    /// A distribution from ascending probabilities between 0 and 1 and a value for each; values out of order are put in
    /// order. `None` for anything that is not one.
    #[must_use]
    pub fn new(probabilities: &[f64], mut values: Vec<f64>) -> Option<Self> {
        let is_ascending = probabilities.windows(2).all(|pair| pair[0] < pair[1]);
        let is_inside = probabilities.iter().all(|p| *p > 0.0 && *p < 1.0);
        let is_finite = values.iter().all(|value| value.is_finite());
        if probabilities.len() < 3 || probabilities.len() != values.len() || !(is_ascending && is_inside && is_finite) {
            return None;
        }
        values.sort_unstable_by(f64::total_cmp);
        Some(Self {
            probabilities: probabilities.to_vec(),
            values,
        })
    }

    /// The value that a share of the distribution lies below.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        let after = self.probabilities.partition_point(|p| *p < share);
        let last = self.values.len() - 1;
        if after == 0 || after > last {
            return self.values[after.min(last)];
        }
        let (low, high) = (self.probabilities[after - 1], self.probabilities[after]);
        let way = (share - low) / (high - low);
        self.values[after - 1] + way * (self.values[after] - self.values[after - 1])
    }

    /// The middle.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// The middle part that holds this share: its lower and upper end.
    #[must_use]
    pub fn band(&self, share: f64) -> (f64, f64) {
        (self.quantile(0.5 - share / 2.0), self.quantile(0.5 + share / 2.0))
    }

    /// Whether the band as a screen shows it, in whole points, holds the value.
    #[must_use]
    pub fn holds(&self, share: f64, value: f64) -> bool {
        let (low, high) = self.band(share);
        (low.round()..=high.round()).contains(&value.round())
    }

    /// The same with every value this many times as far from the middle, within the scale. Never narrower.
    #[must_use]
    pub fn widened(&self, factor: f64) -> Self {
        let middle = self.median();
        let widened = |value: &f64| widened(*value, middle, factor);
        Self {
            probabilities: self.probabilities.clone(),
            values: self.values.iter().map(widened).collect(),
        }
    }

    /// The share of the distribution below the value, counting half of what lies exactly on it: 0.5 is the middle.
    #[must_use]
    pub fn place_of(&self, value: f64) -> f64 {
        let below = self.values.partition_point(|v| *v < value);
        let up_to = self.values.partition_point(|v| *v <= value);
        let last = self.values.len() - 1;
        let from = match below {
            0 => 0.0,
            _ if up_to > below => self.probabilities[below],
            _ if below > last => self.probabilities[last],
            _ => self.between(below, value),
        };
        let until = match up_to {
            0 => self.probabilities[0],
            _ if up_to > last => 1.0,
            _ if up_to > below => self.probabilities[up_to - 1],
            _ => self.between(up_to, value),
        };
        f64::midpoint(from, until)
    }

    /// The probability of a value between the quantiles before `after` and at it.
    fn between(&self, after: usize, value: f64) -> f64 {
        let way = (value - self.values[after - 1]) / (self.values[after] - self.values[after - 1]);
        self.probabilities[after - 1] + way * (self.probabilities[after] - self.probabilities[after - 1])
    }

    /// Continuous ranked probability score, points: the mean over all probabilities of twice the quantile loss. For a
    /// distribution without width it is the distance to the value. Lower is better.
    #[must_use]
    pub fn crps(&self, value: f64) -> f64 {
        let last = self.values.len() - 1;
        let mut sum = stretch((0.0, self.values[0]), (self.probabilities[0], self.values[0]), value);
        for idx in 0..last {
            let from = (self.probabilities[idx], self.values[idx]);
            let until = (self.probabilities[idx + 1], self.values[idx + 1]);
            if from.1 < value && value < until.1 {
                let way = (value - from.1) / (until.1 - from.1);
                let meeting = (from.0 + way * (until.0 - from.0), value);
                sum += stretch(from, meeting, value) + stretch(meeting, until, value);
            } else {
                sum += stretch(from, until, value);
            }
        }
        sum + stretch(
            (self.probabilities[last], self.values[last]),
            (1.0, self.values[last]),
            value,
        )
    }
}

/// The value `factor` times as far from the middle, within the scale; a factor below one counts as one.
#[must_use]
pub fn widened(value: f64, middle: f64, factor: f64) -> f64 {
    if factor > 1.0 {
        (middle + factor * (value - middle)).clamp(SCALE.0, SCALE.1)
    } else {
        value
    }
}

/// The integral of twice the quantile loss over a stretch of probabilities on which the quantile is a line that does not
/// cross the value: a parabola, so Simpson's rule is exact.
fn stretch(from: (f64, f64), until: (f64, f64), value: f64) -> f64 {
    let middle = (f64::midpoint(from.0, until.0), f64::midpoint(from.1, until.1));
    let is_above = middle.1 >= value;
    let loss = |(probability, quantile): (f64, f64)| {
        let indicator = if is_above { 1.0 } else { 0.0 };
        2.0 * (indicator - probability) * (quantile - value)
    };
    (until.0 - from.0) * (loss(from) + 4.0 * loss(middle) + loss(until)) / 6.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even() -> Distribution {
        Distribution::new(&[0.1, 0.25, 0.5, 0.75, 0.9], vec![2.0, 4.0, 8.0, 12.0, 14.0]).unwrap()
    }

    #[test]
    fn a_distribution_without_width_scores_the_distance() {
        let sure = Distribution::new(&[0.1, 0.5, 0.9], vec![7.0; 3]).unwrap();
        assert!((sure.crps(10.0) - 3.0).abs() < 1e-12);
        assert!((sure.crps(7.0)).abs() < 1e-12);
        assert!((sure.place_of(7.0) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_value_has_its_place() {
        let even = even();
        for (value, place) in [(8.0, 0.5), (4.0, 0.25), (6.0, 0.375), (0.0, 0.05), (20.0, 0.95)] {
            assert!((even.place_of(value) - place).abs() < 1e-12, "{value}");
        }
        let at_zero = Distribution::new(&[0.1, 0.5, 0.9], vec![0.0, 0.0, 4.0]).unwrap();
        assert!((at_zero.place_of(0.0) - 0.25).abs() < 1e-12);
    }

    #[test]
    fn a_band_holds_what_its_shown_ends_hold() {
        let even = even();
        assert!(even.holds(0.8, 2.0) && even.holds(0.8, 14.4) && !even.holds(0.8, 15.0) && !even.holds(0.5, 3.0));
    }

    #[test]
    fn widening_never_narrows_and_stays_on_the_scale() {
        let even = even();
        assert_eq!(even.widened(0.5), even);
        assert_eq!(even.widened(1.0), even);
        assert_eq!(even.widened(2.0).band(0.8), (0.0, 20.0));
    }

    #[test]
    fn what_is_no_distribution_is_none() {
        assert!(Distribution::new(&[0.1, 0.5], vec![1.0, 2.0]).is_none());
        assert!(Distribution::new(&[0.1, 0.5, 0.5], vec![1.0, 2.0, 3.0]).is_none());
        assert!(Distribution::new(&[0.1, 0.5, 0.9], vec![1.0, f64::NAN, 3.0]).is_none());
        assert!(Distribution::new(&[0.0, 0.5, 0.9], vec![1.0, 2.0, 3.0]).is_none());
    }
}
