//! Convolutions of decaying exponentials, Phi(a, b, ..; t): what every entry of the linear solution is made of (equations 20 to 24 of
//! `docs/model.md`). Nothing here knows which exponential stands for what part of a body.

use std::sync::Arc;

use crate::lanes::exp_of;

// A set of exponentials that are convolved is a sum of these bits. The second gut step has the rate of the first, so
// GUT_TWICE never appears without GUT. STAY has rate zero: convolving with it is integrating over time.
pub(super) const GUT: usize = 1;
pub(super) const GUT_TWICE: usize = 2;
pub(super) const FAST: usize = 4;
pub(super) const SLOW: usize = 8;
pub(super) const SEVEN: usize = 16;
pub(super) const STAY: usize = 32;
const BITS: usize = 6;
pub(super) const SETS: usize = 64;

/// Which sets are wanted: those without or those with [`STAY`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Which {
    from: usize,
    to: usize,
}

impl Which {
    pub(super) const DECAY: Which = Which { from: 1, to: STAY };
    pub(super) const INFLOW: Which = Which { from: STAY, to: SETS };
}

/// Convolutions of exponentials, Phi(a, b, ..; t) = (exp(-a t) * exp(-b t) * ..)(t), over the sets the solution needs.
#[derive(Clone, Debug)]
pub(super) struct Convolutions {
    rates: [f64; BITS],
    recipes: Arc<[Recipe]>,
    decay_recipes: usize,
}

/// How to get one set from two smaller ones: Phi(S, low, high) = (Phi(S, low) - Phi(S, high)) / (high - low).
#[derive(Clone, Copy, Debug)]
struct Recipe {
    set: usize,
    without_high: usize,
    without_low: usize,
    /// The set of the highest rate alone.
    highest: usize,
    low: f64,
    /// high - low, 1/h.
    gap: f64,
    inverse_gap: f64,
}

/// Terms of that series.
const TERMS: usize = 14;
/// Below this span (gap times length) the difference above would lose digits; a series of positive terms takes its place.
const SERIES_SPAN: f64 = 0.25;
/// The same for several lengths at once, whose exponentials have 1e-14: rates close to each other leave 1e-11.
const SIDE_BY_SIDE_TERMS: usize = 11;
const SIDE_BY_SIDE_SPAN: f64 = 0.15;

impl Convolutions {
    pub(super) fn new(gut: f64, fast: f64, slow: f64, seven: f64) -> Convolutions {
        let rates = [gut, gut, fast, slow, seven, 0.0];
        let mut recipes: Vec<Recipe> = (1..SETS)
            .filter(|set| is_needed(*set))
            .map(|set| Recipe::new(set, &rates))
            .collect();
        // Smaller sets first within each half: a set with STAY needs sets without it, never the other way round.
        recipes.sort_by_key(|recipe| (recipe.set & STAY, recipe.set.count_ones()));
        let decay_recipes = recipes.iter().filter(|recipe| recipe.set & STAY == 0).count();
        Convolutions {
            rates,
            recipes: recipes.into(),
            decay_recipes,
        }
    }

    fn wanted(&self, which: Which) -> &[Recipe] {
        let recipes = if which.to == STAY {
            &self.recipes[..self.decay_recipes]
        } else {
            &self.recipes[self.decay_recipes..]
        };
        debug_assert!(
            recipes
                .iter()
                .all(|recipe| (which.from..which.to).contains(&recipe.set))
        );
        recipes
    }

    pub(super) fn evaluate(&self, length_h: f64, which: Which, value: &mut [f64; SETS]) {
        for recipe in self.wanted(which) {
            value[recipe.set] = if recipe.set.is_power_of_two() {
                libm::exp(-recipe.low * length_h)
            } else if recipe.set == GUT | GUT_TWICE {
                value[GUT] * length_h
            } else if recipe.gap * length_h > SERIES_SPAN {
                (value[recipe.without_high] - value[recipe.without_low]) * recipe.inverse_gap
            } else {
                self.series(recipe, length_h, value[recipe.highest])
            };
        }
    }

    /// The same for several lengths.
    #[inline(always)]
    pub(super) fn evaluate_side_by_side<const N: usize>(
        &self,
        lengths_h: &[f64; N],
        which: Which,
        value: &mut [[f64; N]; SETS],
    ) {
        for recipe in self.wanted(which) {
            let mut found = [0.0; N];
            if recipe.set.is_power_of_two() {
                for lane in 0..N {
                    found[lane] = exp_of(-recipe.low * lengths_h[lane]);
                }
            } else if recipe.set == GUT | GUT_TWICE {
                for lane in 0..N {
                    found[lane] = value[GUT][lane] * lengths_h[lane];
                }
            } else {
                let (more, less) = (value[recipe.without_high], value[recipe.without_low]);
                let mut needs_series = false;
                for lane in 0..N {
                    // Never negative, except for what is left of exponentials that are brought into their bounds.
                    let left = (more[lane] - less[lane]) * recipe.inverse_gap;
                    found[lane] = if left > 0.0 { left } else { 0.0 };
                    needs_series |= recipe.gap * lengths_h[lane] <= SIDE_BY_SIDE_SPAN;
                }
                if needs_series {
                    let series = self.series_side_by_side(recipe, lengths_h, &value[recipe.highest]);
                    for lane in 0..N {
                        if recipe.gap * lengths_h[lane] <= SIDE_BY_SIDE_SPAN {
                            found[lane] = series[lane];
                        }
                    }
                }
            }
            value[recipe.set] = found;
        }
    }

    /// [`Convolutions::series`] for several lengths; lanes with too long a span come out meaningless, but finite or not used.
    #[inline(always)]
    fn series_side_by_side<const N: usize>(
        &self,
        recipe: &Recipe,
        lengths_h: &[f64; N],
        of_highest: &[f64; N],
    ) -> [f64; N] {
        let high = recipe.low + recipe.gap;
        let mut symmetric = [[0.0; N]; SIDE_BY_SIDE_TERMS];
        symmetric[0] = [1.0; N];
        let mut members = 0_u32;
        for bit in 0..BITS {
            if recipe.set & (1 << bit) != 0 {
                members += 1;
                let gap = if high > self.rates[bit] {
                    high - self.rates[bit]
                } else {
                    0.0
                };
                for k in 1..SIDE_BY_SIDE_TERMS {
                    let before = symmetric[k - 1];
                    for lane in 0..N {
                        symmetric[k][lane] += gap * lengths_h[lane] * before[lane];
                    }
                }
            }
        }
        let mut term = *of_highest;
        for k in 1..members {
            let share = 1.0 / f64::from(k);
            for lane in 0..N {
                term[lane] *= lengths_h[lane] * share;
            }
        }
        let mut sum = [0.0; N];
        let mut divisor = f64::from(members);
        for symmetric in &symmetric {
            let share = 1.0 / divisor;
            for lane in 0..N {
                sum[lane] += term[lane] * symmetric[lane];
                term[lane] *= share;
            }
            divisor += 1.0;
        }
        sum
    }

    /// Phi = t^(m-1) exp(-high t) sum_k h_k / (m-1+k)!, with h_k the complete homogeneous symmetric polynomials of
    /// (high - rate) t >= 0. `of_highest` is exp(-high t).
    #[cold]
    fn series(&self, recipe: &Recipe, length_h: f64, of_highest: f64) -> f64 {
        let high = recipe.low + recipe.gap;
        let mut symmetric = [0.0; TERMS];
        symmetric[0] = 1.0;
        let mut members = 0_u32;
        for (bit, rate) in self.rates.iter().enumerate() {
            if recipe.set & (1 << bit) != 0 {
                members += 1;
                let x = (high - rate).max(0.0) * length_h;
                for k in 1..TERMS {
                    symmetric[k] += x * symmetric[k - 1];
                }
            }
        }
        let mut term = of_highest;
        for k in 1..members {
            term *= length_h / f64::from(k);
        }
        let mut sum = 0.0;
        let mut divisor = f64::from(members);
        for h_k in symmetric {
            sum += term * h_k;
            term /= divisor;
            divisor += 1.0;
        }
        sum
    }
}

impl Recipe {
    fn new(set: usize, rates: &[f64; BITS]) -> Recipe {
        let members = (0..BITS).filter(|bit| set & (1 << bit) != 0);
        let (mut low_bit, mut high_bit) = (BITS, BITS);
        for bit in members {
            if low_bit == BITS || rates[bit] < rates[low_bit] {
                low_bit = bit;
            }
            if high_bit == BITS || rates[bit] >= rates[high_bit] {
                high_bit = bit;
            }
        }
        let gap = rates[high_bit] - rates[low_bit];
        Recipe {
            set,
            without_high: canonical(set & !(1 << high_bit)),
            without_low: canonical(set & !(1 << low_bit)),
            highest: canonical(1 << high_bit),
            low: rates[low_bit],
            gap,
            inverse_gap: if gap > 0.0 { 1.0 / gap } else { 0.0 },
        }
    }
}

/// GUT_TWICE alone means one gut step.
fn canonical(set: usize) -> usize {
    if set & (GUT | GUT_TWICE) == GUT_TWICE {
        set & !GUT_TWICE | GUT
    } else {
        set
    }
}

/// The sets the solution is made of, and all they are computed from.
fn is_needed(set: usize) -> bool {
    let disposition = (set & (FAST | SLOW | SEVEN)).count_ones();
    canonical(set) == set && (disposition < 3 || set == FAST | SLOW | SEVEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Phi by repeated integration with many small Gauss steps would be slow and no more certain; a convolution of equal
    /// rates is known in closed form, and nearly equal rates must approach it.
    #[test]
    fn convolutions_of_equal_and_nearly_equal_rates_agree_with_the_closed_form() {
        for length_h in [1e-6_f64, 1e-3, 0.1, 1.0, 7.0, 60.0] {
            let rate: f64 = 0.7;
            let exact = |m: i32, factorial: f64| length_h.powi(m - 1) / factorial * (-rate * length_h).exp();
            for nudge in [0.0, 1e-15, 1e-12, 1e-9] {
                let leaf = Convolutions::new(rate, rate * (1.0 + nudge), rate * (1.0 - nudge), rate);
                let mut value = [0.0; SETS];
                leaf.evaluate(length_h, Which::DECAY, &mut value);
                leaf.evaluate(length_h, Which::INFLOW, &mut value);
                let four = value[GUT | GUT_TWICE | FAST | SEVEN];
                assert!(
                    (four / exact(4, 6.0) - 1.0).abs() < 1e-7 * nudge.max(1e-6) / 1e-6,
                    "{length_h} {nudge}"
                );
                let three = value[FAST | SLOW | SEVEN];
                assert!(
                    (three / exact(3, 2.0) - 1.0).abs() < 1e-12 + 100.0 * nudge,
                    "{length_h} {nudge}"
                );
            }
        }
    }

    #[test]
    fn the_difference_and_the_series_agree_where_they_meet() {
        let leaf = Convolutions::new(3.3, 0.56, 0.0165, 0.161);
        for recipe in leaf
            .recipes
            .iter()
            .filter(|recipe| !recipe.set.is_power_of_two() && recipe.gap > 0.0)
        {
            let mut value = [0.0; SETS];
            let length_h = 1.0001 * SERIES_SPAN / recipe.gap;
            leaf.evaluate(length_h, Which::DECAY, &mut value);
            leaf.evaluate(length_h, Which::INFLOW, &mut value);
            let series = leaf.series(recipe, length_h, value[recipe.highest]);
            assert!((value[recipe.set] / series - 1.0).abs() < 1e-12, "set {}", recipe.set);
        }
    }

    #[test]
    fn several_lengths_at_once_agree_with_one_at_a_time() {
        for (gut, fast, slow, seven) in [(3.3, 0.56, 0.016, 0.16), (0.7, 0.7, 0.7, 0.7), (40.0, 39.0, 1e-3, 0.2)] {
            let leaf = Convolutions::new(gut, fast, slow, seven);
            let lengths_h: [f64; 8] = std::array::from_fn(|lane| 0.02 * f64::from(1_u32 << lane));
            let mut together = [[0.0; 8]; SETS];
            leaf.evaluate_side_by_side(&lengths_h, Which::DECAY, &mut together);
            leaf.evaluate_side_by_side(&lengths_h, Which::INFLOW, &mut together);
            for (lane, length_h) in lengths_h.into_iter().enumerate() {
                let mut alone = [0.0; SETS];
                leaf.evaluate(length_h, Which::DECAY, &mut alone);
                leaf.evaluate(length_h, Which::INFLOW, &mut alone);
                for (together, alone) in together.iter().zip(alone) {
                    assert!((together[lane] - alone).abs() <= 1e-11 * alone.abs());
                }
            }
        }
    }
}
