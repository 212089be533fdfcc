//! How long a dose is felt: the first stretch of time, counted from the dose on, in which the effect is at or above the
//! threshold. Read off a grid, linear between its points; knows no doses.

/// Longer than this is not followed, h.
pub const HORIZON_H: f64 = 16.0;
/// Steps of the grid: six an hour for two hours, then four.
const FINE_H: f64 = 1.0 / 6.0;
const FINE_STEPS: u32 = 12;
const COARSE_H: f64 = 0.25;
const COARSE_STEPS: u32 = 56;

/// The hours at which the effect is needed for a dose begun at `dose_at_h`.
pub(crate) fn grid_after(dose_at_h: f64) -> impl Iterator<Item = f64> {
    let fine = (0..FINE_STEPS).map(move |step| dose_at_h + f64::from(step) * FINE_H);
    let coarse = (0..=COARSE_STEPS).map(move |step| dose_at_h + 2.0 + f64::from(step) * COARSE_H);
    fine.chain(coarse)
}

/// The stretch, and how its length moves with the effect at single points of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct FeltTime {
    pub(crate) hours: f64,
    slopes: [(usize, f64); 4],
    slopes_len: usize,
}

impl FeltTime {
    /// Reads the stretch off ascending times and the effects there.
    pub(crate) fn read(times_h: &[f64], effect: &[f64], felt_from: f64) -> FeltTime {
        let mut felt = FeltTime::default();
        let is_felt = |effect: &f64| *effect >= felt_from;
        let Some(begin) = effect.iter().position(is_felt) else {
            return felt;
        };
        let Some(last_h) = times_h.last() else {
            return felt;
        };
        let from_h = if begin == 0 {
            times_h[0]
        } else {
            felt.crossing(times_h, effect, begin, felt_from, -1.0)
        };
        let to_h = match effect[begin..].iter().position(|effect| !is_felt(effect)) {
            Some(after) => felt.crossing(times_h, effect, begin + after, felt_from, 1.0),
            None => *last_h,
        };
        felt.hours = to_h - from_h;
        felt
    }

    /// Position on the grid and hours per point of effect there.
    pub(crate) fn slopes(&self) -> impl Iterator<Item = (usize, f64)> {
        self.slopes.into_iter().take(self.slopes_len)
    }

    /// Where the line from the point before `idx` to it meets the threshold; `counts` is what an hour later adds.
    fn crossing(&mut self, times_h: &[f64], effect: &[f64], idx: usize, felt_from: f64, counts: f64) -> f64 {
        let (before, after) = (effect[idx - 1], effect[idx]);
        let (length_h, rise) = (times_h[idx] - times_h[idx - 1], after - before);
        let per_square = counts * length_h / (rise * rise);
        for slope in [
            (idx - 1, per_square * (felt_from - after)),
            (idx, -per_square * (felt_from - before)),
        ] {
            self.slopes[self.slopes_len] = slope;
            self.slopes_len += 1;
        }
        times_h[idx - 1] + (felt_from - before) / rise * length_h
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_ascends_to_the_horizon() {
        let grid: Vec<f64> = grid_after(5.0).collect();
        assert!(grid.windows(2).all(|pair| pair[0] < pair[1]));
        assert!((grid[0] - 5.0).abs() < 1e-12 && (grid[grid.len() - 1] - 5.0 - HORIZON_H).abs() < 1e-12);
    }

    #[test]
    fn the_first_stretch_counts_and_its_slopes_are_right() {
        let times_h = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];
        let effect = [0.0, 4.0, 3.0, 1.0, 5.0, 5.0];
        let felt = FeltTime::read(&times_h, &effect, 2.0);
        assert!((felt.hours - 2.0).abs() < 1e-12);
        for (idx, slope) in felt.slopes() {
            let mut moved = effect;
            moved[idx] += 1e-6;
            let numeric = (FeltTime::read(&times_h, &moved, 2.0).hours - felt.hours) / 1e-6;
            assert!((slope - numeric).abs() < 1e-4, "{idx} {slope} {numeric}");
        }
        assert!(FeltTime::read(&times_h, &[1.0; 6], 2.0).hours < 1e-12);
        assert!((FeltTime::read(&times_h, &[9.0; 6], 2.0).hours - 5.0).abs() < 1e-12);
    }
}
