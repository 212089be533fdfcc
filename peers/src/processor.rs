//! How fast this processor is by itself: what aims that were set in milliseconds on another machine are read with.

use std::hint::black_box;
use std::time::Instant;

use pulp::{Arch, Simd, WithSimd};

/// Sums under way at once: enough that none waits for another.
const SUMS: usize = 16;
const ROUNDS: u32 = 4_000_000;
const TRIES: u32 = 5;

/// Seconds for one product added to a sum, on one core with its widest registers.
pub(crate) fn seconds_per_product() -> f64 {
    (0..TRIES)
        .map(|_| Arch::new().dispatch(Products))
        .fold(f64::INFINITY, f64::min)
}

struct Products;

impl WithSimd for Products {
    type Output = f64;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> f64 {
        let (factor, summand) = (simd.splat_f64s(black_box(0.999_999)), simd.splat_f64s(black_box(1e-9)));
        let mut sums = [simd.splat_f64s(black_box(1.0)); SUMS];
        let begin = Instant::now();
        for _ in 0..ROUNDS {
            for sum in &mut sums {
                *sum = simd.mul_add_e_f64s(*sum, factor, summand);
            }
        }
        let seconds = begin.elapsed().as_secs_f64();
        let total = sums
            .into_iter()
            .fold(0.0, |total, sum| total + simd.reduce_sum_f64s(sum));
        black_box(total);
        let products = f64::from(ROUNDS) * (SUMS * S::F64_LANES) as f64;
        seconds / products
    }
}
