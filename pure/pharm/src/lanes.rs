//! Exponential and logarithm of several numbers at once, in plain arithmetic, so that the compiler can put neighbours side by
//! side in vector registers and every machine gets the same bits. Accurate to about 1e-14, which is far more than their
//! only use needs; not a general library.

/// How many numbers are worked on together: the nodes of one panel.
pub(crate) const LANES: usize = 8;

/// One number per node.
pub(crate) type Lanes = [f64; LANES];

/// Arguments of [`exp`] are brought into -LARGEST_EXPONENT ..= LARGEST_EXPONENT.
pub(crate) const LARGEST_EXPONENT: f64 = 700.0;

/// 1.5 * 2^52: adding it rounds a small number to an integer, which then sits in the lowest bits.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// 2^52 as a bit pattern: an integer below 2^52 put into its lowest bits is that integer plus 2^52.
const TWO_TO_52_BITS: u64 = 0x4330_0000_0000_0000;
const TWO_TO_52: f64 = 4_503_599_627_370_496.0;
const EXPONENT_OF_ONE: u64 = 1023;
const MANTISSA_MASK: u64 = (1 << 52) - 1;
/// The bits of sqrt(1/2): mantissas are taken from there to sqrt(2).
const SQRT_HALF_BITS: u64 = 0x3FE6_A09E_667F_3BCD;
const ONE_BITS: u64 = 0x3FF0_0000_0000_0000;
/// ln 2 in two parts; the first has enough trailing zeros to be multiplied exactly by any exponent.
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// 1/n! for n = 2 ..= 11: leaves out less than 1e-14 of the result.
const EXP_COEFFICIENTS: [f64; 10] = [
    1.0 / 2.0,
    1.0 / 6.0,
    1.0 / 24.0,
    1.0 / 120.0,
    1.0 / 720.0,
    1.0 / 5_040.0,
    1.0 / 40_320.0,
    1.0 / 362_880.0,
    1.0 / 3_628_800.0,
    1.0 / 39_916_800.0,
];

/// 1/(2n+1) for n = 1 ..= 8: leaves out less than 1e-14.
const LOG_COEFFICIENTS: [f64; 8] = [
    1.0 / 3.0,
    1.0 / 5.0,
    1.0 / 7.0,
    1.0 / 9.0,
    1.0 / 11.0,
    1.0 / 13.0,
    1.0 / 15.0,
    1.0 / 17.0,
];

/// The largest absolute value.
#[inline(always)]
pub(crate) fn largest(values: &Lanes) -> f64 {
    let mut sizes = *values;
    for lane in 0..LANES {
        sizes[lane] = sizes[lane].abs();
    }
    // Halves against each other: not f64::max, whose care about NaN costs more than the rest.
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            let (one, other) = (sizes[lane], sizes[lane + half]);
            sizes[lane] = if one > other { one } else { other };
        }
        half /= 2;
    }
    sizes[0]
}

/// The smallest and the largest value.
#[inline(always)]
pub(crate) fn range(values: &Lanes) -> (f64, f64) {
    let (mut low, mut high) = (*values, *values);
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            low[lane] = if low[lane] < low[lane + half] {
                low[lane]
            } else {
                low[lane + half]
            };
            high[lane] = if high[lane] > high[lane + half] {
                high[lane]
            } else {
                high[lane + half]
            };
        }
        half /= 2;
    }
    (low[0], high[0])
}

/// e^x of each, for finite x, clamped as said at [`LARGEST_EXPONENT`].
#[inline(always)]
pub(crate) fn exp(x: &Lanes) -> Lanes {
    let mut result = [0.0; LANES];
    for lane in 0..LANES {
        result[lane] = exp_of(x[lane]);
    }
    result
}

/// ln x of each, for normal positive x.
#[inline(always)]
pub(crate) fn ln(x: &Lanes) -> Lanes {
    let mut result = [0.0; LANES];
    for lane in 0..LANES {
        result[lane] = ln_of(x[lane]);
    }
    result
}

/// e^x, for finite x, clamped as said at [`LARGEST_EXPONENT`].
#[inline(always)]
pub(crate) fn exp_of(x: f64) -> f64 {
    let (power, rest) = split_exp(x);
    (1.0 + rest) * power
}

/// e^x - 1, for finite x, clamped likewise; as precise near zero as anywhere.
#[inline(always)]
pub(crate) fn exp_m1_of(x: f64) -> f64 {
    let (power, rest) = split_exp(x);
    rest * power + (power - 1.0)
}

/// e^x as a power of two, and what the other factor is above one.
#[inline(always)]
fn split_exp(x: f64) -> (f64, f64) {
    let x = if x < LARGEST_EXPONENT { x } else { LARGEST_EXPONENT };
    let x = if x > -LARGEST_EXPONENT { x } else { -LARGEST_EXPONENT };
    let shifted = x * std::f64::consts::LOG2_E + ROUNDER;
    let k = shifted - ROUNDER;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    // Pairs, then pairs of pairs (Estrin): a shorter chain than Horner's.
    let [c2, c3, c4, c5, c6, c7, c8, c9, c10, c11] = EXP_COEFFICIENTS;
    let r2 = r * r;
    let r4 = r2 * r2;
    let low = (c2 + c3 * r) + (c4 + c5 * r) * r2;
    let high = (c6 + c7 * r) + (c8 + c9 * r) * r2;
    let sum = low + (high + (c10 + c11 * r) * r4) * r4;
    let power = f64::from_bits(shifted.to_bits().wrapping_add(EXPONENT_OF_ONE) << 52);
    (power, r + r2 * sum)
}

/// ln x, for normal positive x.
#[inline(always)]
pub(crate) fn ln_of(x: f64) -> f64 {
    let bits = x.to_bits().wrapping_add(ONE_BITS - SQRT_HALF_BITS);
    let exponent = f64::from_bits(bits >> 52 | TWO_TO_52_BITS) - (TWO_TO_52 + EXPONENT_OF_ONE as f64);
    let mantissa = f64::from_bits((bits & MANTISSA_MASK) + SQRT_HALF_BITS);
    let f = mantissa - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let [c1, c2, c3, c4, c5, c6, c7, c8] = LOG_COEFFICIENTS;
    let z2 = z * z;
    let z4 = z2 * z2;
    let low = (c1 + c2 * z) + (c3 + c4 * z) * z2;
    let high = (c5 + c6 * z) + (c7 + c8 * z) * z2;
    let sum = low + high * z4;
    let mantissa_log = 2.0 * s + 2.0 * s * z * sum;
    exponent * LN_2_HIGH + (exponent * LN_2_LOW + mantissa_log)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_agree_with_the_one_at_a_time_functions() {
        let mut x = 1e-300_f64;
        while x < 1e300 {
            let lanes: Lanes = std::array::from_fn(|lane| x * (1.0 + lane as f64 * 0.37));
            for (log, x) in ln(&lanes).iter().zip(&lanes) {
                assert!(
                    (log - libm::log(*x)).abs() <= 2e-14 + 4e-16 * libm::log(*x).abs(),
                    "ln {x}"
                );
            }
            x *= 1.734;
        }
        for step in -7000..7000 {
            let lanes: Lanes = std::array::from_fn(|lane| f64::from(step) * 0.1 + lane as f64 * 0.012);
            for (power, x) in exp(&lanes).iter().zip(&lanes) {
                let expected = libm::exp(x.clamp(-LARGEST_EXPONENT, LARGEST_EXPONENT));
                assert!((power / expected - 1.0).abs() < 2e-14, "exp {x}");
            }
        }
    }
}
