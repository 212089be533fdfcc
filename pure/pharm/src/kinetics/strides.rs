//! Solutions over lengths that are asked for again and again: from one dose of a diary to the next, while body after body that
//! differs only in how it adapts walks over the same diary.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::{Kinetics, Parts, Propagator};

/// Solutions by their length, of what was swallowed at once and holds no 7-OH.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strides {
    by_length: HashMap<u64, Propagator, BuildHasherDefault<Spread>>,
}

impl Strides {
    pub(crate) fn new(kinetics: &Kinetics, lengths_h: impl Iterator<Item = f64>) -> Strides {
        let mut strides = Strides::default();
        for length_h in lengths_h {
            strides
                .by_length
                .entry(length_h.to_bits())
                .or_insert_with(|| kinetics.propagators(&[length_h], Parts::LEAF)[0]);
        }
        strides
    }

    /// The solution over exactly this length, with the bits [`Kinetics::propagators`] gives, if it was foreseen.
    #[inline(always)]
    pub(crate) fn over(&self, length_h: f64, parts: Parts) -> Option<&Propagator> {
        if parts == Parts::LEAF {
            self.by_length.get(&length_h.to_bits())
        } else {
            None
        }
    }
}

/// Lengths are nobody's secret and differ in their high bits: one multiplication spreads them well enough.
#[derive(Clone, Copy, Debug, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    #[inline(always)]
    fn write_u64(&mut self, bits: u64) {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let product = (self.0 ^ bits).wrapping_mul(ODD);
        self.0 = product ^ product >> 32;
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
