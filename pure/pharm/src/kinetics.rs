//! The linear part: gut, mitragynine in two volumes, 7-OH. Over any stretch with constant inflow its solution is known, so
//! there is no step and no step error, however long the stretch.
//!
//! Every entry of the solution is a sum of products of positive numbers: convolutions of decaying exponentials
//! (`docs/model.md`, equations 20 to 24). Nothing is ever subtracted from anything it nearly equals, also where rates
//! coincide, so amounts keep their relative precision down to the smallest.

use std::sync::Arc;

use crate::lanes::{LANES, Lanes, exp_of};
use crate::params::Params;

/// The linear states, mg.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Amounts {
    pub(crate) g1: f64,
    pub(crate) g2: f64,
    pub(crate) m1: f64,
    pub(crate) m2: f64,
    pub(crate) h: f64,
    pub(crate) k1: f64,
    pub(crate) k2: f64,
}

/// Constant rates at which amounts enter the gut, mg/h.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Inflow {
    pub(crate) mitragynine_mg_per_h: f64,
    pub(crate) seven_oh_mg_per_h: f64,
}

impl Inflow {
    #[inline(always)]
    pub(crate) fn is_none(self) -> bool {
        self.mitragynine_mg_per_h <= 0.0 && self.seven_oh_mg_per_h <= 0.0
    }
}

/// Which parts of a step matter for the amounts at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// Something enters at a constant rate.
    pub(crate) inflow: bool,
    /// 7-OH was swallowed as such.
    pub(crate) swallowed_seven_oh: bool,
}

impl Parts {
    pub(crate) const ALL: Parts = Parts {
        inflow: true,
        swallowed_seven_oh: true,
    };

    /// What was swallowed at once and holds no 7-OH.
    pub(crate) const LEAF: Parts = Parts {
        inflow: false,
        swallowed_seven_oh: false,
    };

    #[inline(always)]
    pub(crate) fn of(amounts: &Amounts, inflow: Inflow) -> Parts {
        let swallowed = amounts.k1 + amounts.k2 + inflow.seven_oh_mg_per_h;
        Parts {
            inflow: !inflow.is_none(),
            swallowed_seven_oh: swallowed > 0.0,
        }
    }

    fn cover(self, needed: Parts) -> bool {
        (self.inflow || !needed.inflow) && (self.swallowed_seven_oh || !needed.swallowed_seven_oh)
    }
}

/// Where an amount goes per mg that starts in a place (or per mg/h that flows in), after a given time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Fate {
    g1: f64,
    g2: f64,
    pub(crate) m1: f64,
    m2: f64,
    pub(crate) h: f64,
}

/// The solution over one length of time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Propagator {
    parts: Parts,
    pub(crate) from_g1: Fate,
    pub(crate) from_g2: Fate,
    pub(crate) from_m1: Fate,
    pub(crate) from_m2: Fate,
    pub(crate) from_inflow: Fate,
    /// From the gut steps of swallowed 7-OH; `g1` and `g2` stand for those steps.
    pub(crate) from_k1: Fate,
    pub(crate) from_k2: Fate,
    pub(crate) from_inflow7: Fate,
    pub(crate) h_kept: f64,
}

impl Propagator {
    /// Where `a` is after this length of time. Leaves out the parts that are not needed; those that are must be there.
    #[inline(always)]
    pub(crate) fn apply(&self, a: &Amounts, inflow: Inflow, needed: Parts) -> Amounts {
        debug_assert!(
            self.parts.cover(needed) && needed.cover(Parts::of(a, inflow)),
            "the propagator lacks a part that is needed"
        );
        let mut after = Amounts {
            g1: self.from_g1.g1 * a.g1,
            g2: self.from_g1.g2 * a.g1 + self.from_g2.g2 * a.g2,
            m1: self.from_g1.m1 * a.g1 + self.from_g2.m1 * a.g2 + self.from_m1.m1 * a.m1 + self.from_m2.m1 * a.m2,
            m2: self.from_g1.m2 * a.g1 + self.from_g2.m2 * a.g2 + self.from_m1.m2 * a.m1 + self.from_m2.m2 * a.m2,
            h: self.from_g1.h * a.g1
                + self.from_g2.h * a.g2
                + self.from_m1.h * a.m1
                + self.from_m2.h * a.m2
                + self.h_kept * a.h,
            k1: 0.0,
            k2: 0.0,
        };
        if needed.swallowed_seven_oh {
            after.k1 = self.from_k1.g1 * a.k1;
            after.k2 = self.from_k1.g2 * a.k1 + self.from_k2.g2 * a.k2;
            after.h += self.from_k1.h * a.k1 + self.from_k2.h * a.k2;
        }
        if needed.inflow {
            let rate = inflow.mitragynine_mg_per_h;
            after.g1 += self.from_inflow.g1 * rate;
            after.g2 += self.from_inflow.g2 * rate;
            after.m1 += self.from_inflow.m1 * rate;
            after.m2 += self.from_inflow.m2 * rate;
            after.h += self.from_inflow.h * rate;
            let rate7 = inflow.seven_oh_mg_per_h;
            after.k1 += self.from_inflow7.g1 * rate7;
            after.k2 += self.from_inflow7.g2 * rate7;
            after.h += self.from_inflow7.h * rate7;
        }
        after
    }
}

/// One parameter set's linear system, ready to be solved over any length of time.
#[derive(Clone, Debug)]
pub(crate) struct Kinetics {
    ka: f64,
    ka7: f64,
    fp: f64,
    f7: f64,
    /// 7-OH formed from central mitragynine, 1/h.
    form: f64,
    /// From the central to the peripheral volume and back, 1/h.
    across: f64,
    back: f64,
    /// Shares of the fast and slow disposition phase in the central volume after a dose into it.
    fast_share: f64,
    slow_share: f64,
    leaf: Convolutions,
    product: Convolutions,
}

impl Kinetics {
    pub(crate) fn new(params: &Params) -> Kinetics {
        let out = params.cl / params.v1;
        let across = params.q / params.v1;
        let back = params.q / params.v2;
        // The disposition rates are the roots of z^2 - (out + across + back) z + out back; neither root nor share is
        // computed as a difference of nearly equal numbers.
        let lead = out + across - back;
        let spread = libm::sqrt(lead * lead + 4.0 * across * back);
        let fast = (out + across + back + spread) / 2.0;
        let slow = if fast > 0.0 { out * back / fast } else { 0.0 };
        let (fast_share, slow_share) = if spread > 0.0 {
            let larger = (spread + lead.abs()) / (2.0 * spread);
            let smaller = across * back / (spread * spread) / larger;
            if lead >= 0.0 {
                (larger, smaller)
            } else {
                (smaller, larger)
            }
        } else {
            (1.0, 0.0)
        };
        Kinetics {
            ka: params.ka,
            ka7: params.ka7,
            fp: params.fp,
            f7: params.f7,
            form: params.fs * out,
            across,
            back,
            fast_share,
            slow_share,
            leaf: Convolutions::new(params.ka, fast, slow, params.k7),
            product: Convolutions::new(params.ka7, fast, slow, params.k7),
        }
    }

    /// The solution over `length_h` (at least 0). Without `parts` that are not needed it costs less.
    pub(crate) fn propagator(&self, length_h: f64, parts: Parts) -> Propagator {
        let mut leaf = [0.0; SETS];
        self.leaf.evaluate(length_h, Which::DECAY, &mut leaf);
        if parts.inflow {
            self.leaf.evaluate(length_h, Which::INFLOW, &mut leaf);
        }
        let mut product = [0.0; SETS];
        if parts.swallowed_seven_oh {
            self.product.evaluate(length_h, Which::DECAY, &mut product);
            if parts.inflow {
                self.product.evaluate(length_h, Which::INFLOW, &mut product);
            }
        }
        self.propagator_of(&leaf, &product, parts)
    }

    /// The solutions over eight lengths at once, a little less precise (1e-14): for what only drives the signal.
    #[inline(always)]
    pub(crate) fn propagators(&self, lengths_h: &Lanes, parts: Parts) -> [Propagator; LANES] {
        let mut leaf = [[0.0; LANES]; SETS];
        let mut product = [[0.0; LANES]; SETS];
        self.leaf.evaluate_lanes(lengths_h, Which::DECAY, &mut leaf);
        if parts.inflow {
            self.leaf.evaluate_lanes(lengths_h, Which::INFLOW, &mut leaf);
        }
        if parts.swallowed_seven_oh {
            self.product.evaluate_lanes(lengths_h, Which::DECAY, &mut product);
            if parts.inflow {
                self.product.evaluate_lanes(lengths_h, Which::INFLOW, &mut product);
            }
        }
        std::array::from_fn(|lane| {
            let column = |values: &[Lanes; SETS]| {
                let mut column = [0.0; SETS];
                for set in 0..SETS {
                    column[set] = values[set][lane];
                }
                column
            };
            self.propagator_of(&column(&leaf), &column(&product), parts)
        })
    }

    fn propagator_of(&self, leaf: &[f64; SETS], product: &[f64; SETS], parts: Parts) -> Propagator {
        let still = |set: usize| leaf[set];
        let gut = Gut {
            ka: self.ka,
            value: leaf,
        };
        let mut propagator = Propagator {
            parts,
            from_g1: self.fate_of_leaf(&gut, GUT | GUT_TWICE),
            from_g2: self.fate_of_leaf(&gut, GUT),
            from_m1: Fate {
                m1: self.fast_share * still(FAST) + self.slow_share * still(SLOW),
                m2: self.across * still(FAST | SLOW),
                h: self.form * (self.fast_share * still(FAST | SEVEN) + self.slow_share * still(SLOW | SEVEN)),
                ..Fate::default()
            },
            from_m2: Fate {
                m1: self.back * still(FAST | SLOW),
                m2: self.slow_share * still(FAST) + self.fast_share * still(SLOW),
                h: self.form * self.back * still(FAST | SLOW | SEVEN),
                ..Fate::default()
            },
            h_kept: still(SEVEN),
            from_inflow: Fate::default(),
            from_k1: Fate::default(),
            from_k2: Fate::default(),
            from_inflow7: Fate::default(),
        };
        if parts.inflow {
            propagator.from_inflow = self.fate_of_leaf(&gut, GUT | GUT_TWICE | STAY);
        }
        if parts.swallowed_seven_oh {
            propagator.from_k1 = self.fate_of_product(product, GUT | GUT_TWICE);
            propagator.from_k2 = self.fate_of_product(product, GUT);
            if parts.inflow {
                propagator.from_inflow7 = self.fate_of_product(product, GUT | GUT_TWICE | STAY);
            }
        }
        propagator
    }

    /// The fate of what enters the gut steps named by `entry` (with [`STAY`]: at a constant rate).
    fn fate_of_leaf(&self, gut: &Gut<'_>, entry: usize) -> Fate {
        let into_blood = gut.passage(entry);
        let value = |set: usize| gut.value[entry | set];
        Fate {
            g1: gut.first_step(entry),
            g2: gut.second_step(entry),
            m1: into_blood * (self.fast_share * value(FAST) + self.slow_share * value(SLOW)),
            m2: into_blood * self.across * value(FAST | SLOW),
            h: into_blood
                * (self.fp * value(SEVEN)
                    + self.form * (self.fast_share * value(FAST | SEVEN) + self.slow_share * value(SLOW | SEVEN))),
        }
    }

    fn fate_of_product(&self, value: &[f64; SETS], entry: usize) -> Fate {
        let gut = Gut { ka: self.ka7, value };
        Fate {
            g1: gut.first_step(entry),
            g2: gut.second_step(entry),
            h: gut.passage(entry) * self.f7 * value[entry | SEVEN],
            ..Fate::default()
        }
    }
}

/// Two equal absorption steps.
struct Gut<'a> {
    ka: f64,
    value: &'a [f64; SETS],
}

impl Gut<'_> {
    /// What remains in the first step; nothing ever was there for what entered the second.
    fn first_step(&self, entry: usize) -> f64 {
        if entry & GUT_TWICE == 0 {
            0.0
        } else {
            self.value[entry & !GUT_TWICE]
        }
    }

    fn second_step(&self, entry: usize) -> f64 {
        if entry & GUT_TWICE == 0 {
            self.value[entry]
        } else {
            self.ka * self.value[entry]
        }
    }

    /// The product of the rates of the steps that are passed.
    fn passage(&self, entry: usize) -> f64 {
        if entry & GUT_TWICE == 0 {
            self.ka
        } else {
            self.ka * self.ka
        }
    }
}

// A set of exponentials that are convolved is a sum of these bits. The second gut step has the rate of the first, so
// GUT_TWICE never appears without GUT. STAY has rate zero: convolving with it is integrating over time.
const GUT: usize = 1;
const GUT_TWICE: usize = 2;
const FAST: usize = 4;
const SLOW: usize = 8;
const SEVEN: usize = 16;
const STAY: usize = 32;
const BITS: usize = 6;
const SETS: usize = 64;

/// Which sets are wanted: those without or those with [`STAY`].
#[derive(Clone, Copy, Debug)]
struct Which {
    from: usize,
    to: usize,
}

impl Which {
    const DECAY: Which = Which { from: 1, to: STAY };
    const INFLOW: Which = Which { from: STAY, to: SETS };
}

/// Convolutions of exponentials, Phi(a, b, ..; t) = (exp(-a t) * exp(-b t) * ..)(t), over the sets the solution needs.
#[derive(Clone, Debug)]
struct Convolutions {
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
    low: f64,
    /// high - low, 1/h.
    gap: f64,
    inverse_gap: f64,
}

/// Terms of that series.
const TERMS: usize = 14;
/// Below this span (gap times length) the difference above would lose digits; a series of positive terms takes its place.
const SERIES_SPAN: f64 = 0.25;

impl Convolutions {
    fn new(gut: f64, fast: f64, slow: f64, seven: f64) -> Convolutions {
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

    fn evaluate(&self, length_h: f64, which: Which, value: &mut [f64; SETS]) {
        for recipe in self.wanted(which) {
            value[recipe.set] = if recipe.set.is_power_of_two() {
                libm::exp(-recipe.low * length_h)
            } else if recipe.set == GUT | GUT_TWICE {
                value[GUT] * length_h
            } else if recipe.gap * length_h > SERIES_SPAN {
                (value[recipe.without_high] - value[recipe.without_low]) * recipe.inverse_gap
            } else {
                self.series(recipe, length_h)
            };
        }
    }

    /// The same for eight lengths.
    #[inline(always)]
    fn evaluate_lanes(&self, lengths_h: &Lanes, which: Which, value: &mut [Lanes; SETS]) {
        for recipe in self.wanted(which) {
            let mut found = [0.0; LANES];
            if recipe.set.is_power_of_two() {
                for lane in 0..LANES {
                    found[lane] = exp_of(-recipe.low * lengths_h[lane]);
                }
            } else if recipe.set == GUT | GUT_TWICE {
                for lane in 0..LANES {
                    found[lane] = value[GUT][lane] * lengths_h[lane];
                }
            } else {
                let (more, less) = (value[recipe.without_high], value[recipe.without_low]);
                let mut needs_series = false;
                for lane in 0..LANES {
                    found[lane] = (more[lane] - less[lane]) * recipe.inverse_gap;
                    needs_series |= recipe.gap * lengths_h[lane] <= SERIES_SPAN;
                }
                if needs_series {
                    let series = self.series_lanes(recipe, lengths_h);
                    for lane in 0..LANES {
                        if recipe.gap * lengths_h[lane] <= SERIES_SPAN {
                            found[lane] = series[lane];
                        }
                    }
                }
            }
            value[recipe.set] = found;
        }
    }

    /// [`Convolutions::series`] for eight lengths; lanes with too long a span come out meaningless, but finite or not used.
    #[inline(always)]
    fn series_lanes(&self, recipe: &Recipe, lengths_h: &Lanes) -> Lanes {
        let high = recipe.low + recipe.gap;
        let mut symmetric = [[0.0; LANES]; TERMS];
        symmetric[0] = [1.0; LANES];
        let mut members = 0_u32;
        for bit in 0..BITS {
            if recipe.set & (1 << bit) != 0 {
                members += 1;
                let gap = if high > self.rates[bit] {
                    high - self.rates[bit]
                } else {
                    0.0
                };
                for k in 1..TERMS {
                    let before = symmetric[k - 1];
                    for lane in 0..LANES {
                        symmetric[k][lane] += gap * lengths_h[lane] * before[lane];
                    }
                }
            }
        }
        let mut term = [0.0; LANES];
        for lane in 0..LANES {
            term[lane] = exp_of(-high * lengths_h[lane]);
        }
        for k in 1..members {
            let share = 1.0 / f64::from(k);
            for lane in 0..LANES {
                term[lane] *= lengths_h[lane] * share;
            }
        }
        let mut sum = [0.0; LANES];
        let mut divisor = f64::from(members);
        for symmetric in &symmetric {
            let share = 1.0 / divisor;
            for lane in 0..LANES {
                sum[lane] += term[lane] * symmetric[lane];
                term[lane] *= share;
            }
            divisor += 1.0;
        }
        sum
    }

    /// Phi = t^(m-1) exp(-high t) sum_k h_k / (m-1+k)!, with h_k the complete homogeneous symmetric polynomials of
    /// (high - rate) t >= 0.
    #[cold]
    fn series(&self, recipe: &Recipe, length_h: f64) -> f64 {
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
        let mut term = libm::exp(-high * length_h);
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
            let series = leaf.series(recipe, length_h);
            assert!((value[recipe.set] / series - 1.0).abs() < 1e-12, "set {}", recipe.set);
        }
    }
}
