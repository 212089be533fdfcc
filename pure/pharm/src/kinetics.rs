//! The linear part: gut, mitragynine in two volumes, 7-OH. Over any stretch with constant inflow its solution is known, so
//! there is no step and no step error, however long the stretch.
//!
//! Every entry of the solution is a sum of products of positive numbers: convolutions of decaying exponentials
//! (`docs/model.md`, equations 20 to 24). Nothing is ever subtracted from anything it nearly equals, also where rates
//! coincide, so amounts keep their relative precision down to the smallest.

mod convolutions;
mod strides;

use crate::params::Params;
use convolutions::{Convolutions, FAST, GUT, GUT_TWICE, SETS, SEVEN, SLOW, STAY, Which};
pub(crate) use strides::{Recalled, Strides};

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
#[derive(Clone, Copy, Debug, PartialEq)]
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
        self.propagator_of(&|set| leaf[set], &|set| product[set], parts)
    }

    /// The solutions over several lengths at once, a little less precise (mostly 1e-13; 1e-11 where rates lie close together).
    #[inline(always)]
    pub(crate) fn propagators<const N: usize>(&self, lengths_h: &[f64; N], parts: Parts) -> [Propagator; N] {
        let mut leaf = [[0.0; N]; SETS];
        self.leaf.evaluate_side_by_side(lengths_h, Which::DECAY, &mut leaf);
        if parts.inflow {
            self.leaf.evaluate_side_by_side(lengths_h, Which::INFLOW, &mut leaf);
        }
        if !parts.swallowed_seven_oh {
            return std::array::from_fn(|lane| self.propagator_of(&|set| leaf[set][lane], &|_| 0.0, parts));
        }
        let mut product = [[0.0; N]; SETS];
        self.product
            .evaluate_side_by_side(lengths_h, Which::DECAY, &mut product);
        if parts.inflow {
            self.product
                .evaluate_side_by_side(lengths_h, Which::INFLOW, &mut product);
        }
        std::array::from_fn(|lane| self.propagator_of(&|set| leaf[set][lane], &|set| product[set][lane], parts))
    }

    /// From the convolutions of each set, of leaf and of swallowed 7-OH.
    #[inline(always)]
    fn propagator_of(&self, leaf: &impl Fn(usize) -> f64, product: &impl Fn(usize) -> f64, parts: Parts) -> Propagator {
        let still = leaf;
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
    #[inline(always)]
    fn fate_of_leaf<V: Fn(usize) -> f64>(&self, gut: &Gut<'_, V>, entry: usize) -> Fate {
        let into_blood = gut.passage(entry);
        let value = |set: usize| (gut.value)(entry | set);
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

    #[inline(always)]
    fn fate_of_product(&self, value: &impl Fn(usize) -> f64, entry: usize) -> Fate {
        let gut = Gut { ka: self.ka7, value };
        Fate {
            g1: gut.first_step(entry),
            g2: gut.second_step(entry),
            h: gut.passage(entry) * self.f7 * value(entry | SEVEN),
            ..Fate::default()
        }
    }
}

/// Two equal absorption steps.
struct Gut<'a, V> {
    ka: f64,
    value: &'a V,
}

impl<V: Fn(usize) -> f64> Gut<'_, V> {
    /// What remains in the first step; nothing ever was there for what entered the second.
    #[inline(always)]
    fn first_step(&self, entry: usize) -> f64 {
        if entry & GUT_TWICE == 0 {
            0.0
        } else {
            (self.value)(entry & !GUT_TWICE)
        }
    }

    #[inline(always)]
    fn second_step(&self, entry: usize) -> f64 {
        if entry & GUT_TWICE == 0 {
            (self.value)(entry)
        } else {
            self.ka * (self.value)(entry)
        }
    }

    /// The product of the rates of the steps that are passed.
    #[inline(always)]
    fn passage(&self, entry: usize) -> f64 {
        if entry & GUT_TWICE == 0 {
            self.ka
        } else {
            self.ka * self.ka
        }
    }
}
