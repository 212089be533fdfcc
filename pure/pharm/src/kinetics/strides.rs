//! Solutions over lengths that are asked for again and again: from one dose of a diary to the next, while body after body that
//! differs only in how it adapts walks over the same diary, or from one planned dose to the next, the same every day.

use super::{Kinetics, Parts, Propagator};

/// A length's bits in no order: what is alike in lengths does not fall together.
#[inline(always)]
fn scrambled(length_h: f64) -> u64 {
    length_h.to_bits().wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// What the bits above the lowest `below` say: a number less than any table's length.
#[inline(always)]
#[expect(
    clippy::cast_possible_truncation,
    reason = "tables have places in memory, so their count of them is a usize"
)]
fn highest(scrambled: u64, below: u32) -> usize {
    (scrambled >> below) as usize
}

/// Solutions worked out beforehand, of what was swallowed at once and holds no 7-OH.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strides {
    /// The lengths scrambled, ascending. Apart from the solutions, so that a search stays near the processor.
    lengths: Vec<u64>,
    propagators: Vec<Propagator>,
    /// For each number the highest bits can be: where in the list the lengths begin that have it.
    begins: Vec<usize>,
    /// How many bits there are below the highest.
    below: u32,
}

impl Strides {
    /// `lengths_h` are at least 0, in any order.
    pub(crate) fn new(kinetics: &Kinetics, lengths_h: impl Iterator<Item = f64>) -> Strides {
        let mut all: Vec<(u64, f64)> = lengths_h.map(|length_h| (scrambled(length_h), length_h)).collect();
        if all.is_empty() {
            return Strides::default();
        }
        all.sort_unstable_by_key(|(scrambled, _)| *scrambled);
        all.dedup_by_key(|(scrambled, _)| *scrambled);
        let buckets = all.len().next_power_of_two() * 2;
        let below = u64::BITS - buckets.trailing_zeros();
        let begin = |bucket: usize| all.partition_point(|(scrambled, _)| highest(*scrambled, below) < bucket);
        Strides {
            begins: (0..=buckets).map(begin).collect(),
            below,
            propagators: all
                .iter()
                .map(|(_, length_h)| kinetics.propagators(&[*length_h], Parts::LEAF)[0])
                .collect(),
            lengths: all.into_iter().map(|(scrambled, _)| scrambled).collect(),
        }
    }

    /// The solution over exactly this length, with the bits [`Kinetics::propagators`] gives, if it was foreseen.
    #[inline(always)]
    pub(crate) fn over(&self, length_h: f64, parts: Parts) -> Option<&Propagator> {
        if parts != Parts::LEAF || self.lengths.is_empty() {
            return None;
        }
        let sought = scrambled(length_h);
        let bucket = highest(sought, self.below);
        let mut candidates = self.begins[bucket]..self.begins[bucket + 1];
        let idx = candidates.find(|idx| self.lengths[*idx] == sought)?;
        self.propagators.get(idx)
    }
}

/// Solutions that one walk has met twice, by their length. Where no length comes back nothing is kept.
#[derive(Clone, Debug)]
pub(crate) struct Recalled {
    /// The last length that fell on each place, scrambled.
    lengths: [u64; PLACES],
    propagators: [Option<Box<Propagator>>; PLACES],
}

/// A day's plan has about ten lengths; here most of them find a place of their own.
const PLACES: usize = 64;

impl Default for Recalled {
    fn default() -> Recalled {
        Recalled {
            lengths: [scrambled(f64::NAN); PLACES],
            propagators: [const { None }; PLACES],
        }
    }
}

impl Recalled {
    #[inline(always)]
    fn place(scrambled: u64) -> usize {
        highest(scrambled, u64::BITS - PLACES.trailing_zeros())
    }

    /// The solution over exactly this length, if it was met twice not long ago.
    #[inline(always)]
    pub(crate) fn over(&self, length_h: f64, parts: Parts) -> Option<&Propagator> {
        let sought = scrambled(length_h);
        let place = Recalled::place(sought);
        if self.lengths[place] != sought {
            return None;
        }
        let kept = self.propagators[place].as_deref();
        kept.filter(|propagator| propagator.parts == parts)
    }

    /// Notes a solution that was worked out.
    #[inline(always)]
    pub(crate) fn meet(&mut self, length_h: f64, propagator: &Propagator) {
        let met = scrambled(length_h);
        let place = Recalled::place(met);
        if self.lengths[place] == met {
            self.propagators[place] = Some(Box::new(*propagator));
        } else {
            self.lengths[place] = met;
            self.propagators[place] = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::Params;

    fn typical() -> Params {
        Params {
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
        }
    }

    /// No length a diary could hold is taken for another: scrambling loses nothing.
    #[test]
    fn a_length_is_recalled_from_the_third_time_on_and_never_for_another() {
        let kinetics = Kinetics::new(&typical());
        let mut recalled = Recalled::default();
        let of = |length_h: f64| kinetics.propagators(&[length_h], Parts::LEAF)[0];
        for length_h in [3.5, 4.25] {
            recalled.meet(length_h, &of(length_h));
            assert_eq!(recalled.over(length_h, Parts::LEAF), None);
            recalled.meet(length_h, &of(length_h));
            assert_eq!(recalled.over(length_h, Parts::LEAF), Some(&of(length_h)));
        }
        assert_eq!(recalled.over(3.5, Parts::ALL), None);
        assert_eq!(recalled.over(0.0, Parts::LEAF), None);
        // Many others drive it out; it is forgotten, not mistaken.
        for step in 1..1000_u32 {
            let length_h = f64::from(step) / 60.0;
            assert!(
                recalled
                    .over(length_h, Parts::LEAF)
                    .is_none_or(|found| *found == of(length_h))
            );
            recalled.meet(length_h, &of(length_h));
        }
        assert_eq!(recalled.over(4.25, Parts::LEAF).copied().unwrap_or(of(4.25)), of(4.25));
    }

    #[test]
    fn a_foreseen_length_has_the_bits_of_one_worked_out_beside_another() {
        let kinetics = Kinetics::new(&typical());
        let lengths_h = [0.25, 7.3, 1e-3, 40.0];
        let strides = Strides::new(&kinetics, lengths_h.into_iter());
        for length_h in lengths_h {
            let [beside, _] = kinetics.propagators(&[length_h, 3.3], Parts::LEAF);
            assert_eq!(strides.over(length_h, Parts::LEAF), Some(&beside));
        }
        assert!(Strides::default().over(0.25, Parts::LEAF).is_none());
        assert!(strides.over(0.26, Parts::LEAF).is_none());
        assert!(strides.over(0.25, Parts::ALL).is_none());
    }
}
