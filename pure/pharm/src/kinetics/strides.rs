//! Solutions over lengths that are asked for again and again: from one dose of a diary to the next, while body after body that
//! differs only in how it adapts walks over the same diary.

use super::{Kinetics, Parts, Propagator};

/// Solutions by their length, of what was swallowed at once and holds no 7-OH.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strides {
    /// The bits of the lengths, ascending. Apart from the solutions, so that a search stays near the processor.
    lengths: Vec<u64>,
    propagators: Vec<Propagator>,
}

impl Strides {
    /// `lengths_h` are at least 0, in any order.
    pub(crate) fn new(kinetics: &Kinetics, lengths_h: impl Iterator<Item = f64>) -> Strides {
        let mut lengths: Vec<u64> = lengths_h.map(f64::to_bits).collect();
        lengths.sort_unstable();
        lengths.dedup();
        let propagator = |length: &u64| kinetics.propagators(&[f64::from_bits(*length)], Parts::LEAF)[0];
        Strides {
            propagators: lengths.iter().map(propagator).collect(),
            lengths,
        }
    }

    /// The solution over exactly this length, with the bits [`Kinetics::propagators`] gives, if it was foreseen.
    #[inline(always)]
    pub(crate) fn over(&self, length_h: f64, parts: Parts) -> Option<&Propagator> {
        if parts != Parts::LEAF {
            return None;
        }
        let idx = self.lengths.binary_search(&length_h.to_bits()).ok()?;
        self.propagators.get(idx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::Params;

    #[test]
    fn a_foreseen_length_has_the_bits_of_one_worked_out_beside_another() {
        let params = Params {
            ka: 3.3,
            cl: 44.4,
            v1: 206.0,
            q: 66.0,
            v2: 1533.0,
            fp: 0.0717,
            fs: 0.02,
            v7: 100.0,
            k7: 0.161,
            f7: 0.3,
            ka7: 3.0,
            rho: 5.0,
            ec50: 360.0,
            gamma: 1.7,
            tau_f: 1.1,
            tau_s: 2.4,
            beta_f: 0.6,
            beta_s: 0.1,
            t_half_f: 30.0,
            t_half_s: 336.0,
            t_half_d: 8.0,
            k_e: 0.4,
            k_w: 0.27,
        };
        let kinetics = Kinetics::new(&params);
        let lengths_h = [0.25, 7.3, 1e-3, 40.0];
        let strides = Strides::new(&kinetics, lengths_h.into_iter());
        for length_h in lengths_h {
            let [beside, _] = kinetics.propagators(&[length_h, 3.3], Parts::LEAF);
            assert_eq!(strides.over(length_h, Parts::LEAF), Some(&beside));
        }
        assert!(strides.over(0.26, Parts::LEAF).is_none());
        assert!(strides.over(0.25, Parts::ALL).is_none());
    }
}
