//! Eight numbers side by side, and exponential and logarithm of them. The same operations in the same order on every machine, so
//! every machine gets the same bits; accurate to about 1e-14, which is far more than their only use needs. Not a general library.

mod registers;

use std::ops::{Add, Div, Mul, Neg, Sub};

pub(crate) use registers::{Plain, Simd};

/// How many numbers are worked on together: the nodes of one panel.
pub(crate) const LANES: usize = 8;

/// One number per node, in memory.
pub(crate) type Lanes = [f64; LANES];

/// Arguments of [`exp_of`] and [`Vector::exp`] are brought into -LARGEST_EXPONENT ..= LARGEST_EXPONENT.
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

/// One number per node, in registers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vector<S: Simd> {
    simd: S,
    registers: S::Registers,
}

/// Loading and combining with the instructions at hand.
pub(crate) trait Vectors: Simd {
    /// The numbers of a place in memory.
    #[inline(always)]
    fn load(self, lanes: &Lanes) -> Vector<Self> {
        Vector {
            simd: self,
            registers: self.loaded(lanes),
        }
    }

    /// The same number eight times.
    #[inline(always)]
    fn splat(self, value: f64) -> Vector<Self> {
        Vector {
            simd: self,
            registers: self.splatted(value),
        }
    }
}

impl<S: Simd> Vectors for S {}

impl<S: Simd> Vector<S> {
    #[inline(always)]
    fn with(self, registers: S::Registers) -> Vector<S> {
        Vector { registers, ..self }
    }

    #[inline(always)]
    pub(crate) fn simd(self) -> S {
        self.simd
    }

    #[inline(always)]
    pub(crate) fn to_lanes(self) -> Lanes {
        self.simd.stored(self.registers)
    }

    #[inline(always)]
    pub(crate) fn abs(self) -> Vector<S> {
        self.with(self.simd.abs(self.registers))
    }

    /// Each number, but at most `most`.
    #[inline(always)]
    fn at_most(self, most: f64) -> Vector<S> {
        self.with(self.simd.smaller(self.registers, self.simd.splatted(most)))
    }

    /// Each number, but at least `least`; numbers that are neither above nor below it become it.
    #[inline(always)]
    pub(crate) fn at_least(self, least: f64) -> Vector<S> {
        self.with(self.simd.larger(self.registers, self.simd.splatted(least)))
    }

    /// A bit for each negative number, the first lane's lowest.
    #[inline(always)]
    pub(crate) fn negative(self) -> u8 {
        self.simd.negative(self.registers)
    }

    #[inline(always)]
    pub(crate) fn highest(self) -> f64 {
        self.simd.highest(self.registers)
    }

    #[inline(always)]
    pub(crate) fn lowest(self) -> f64 {
        self.simd.lowest(self.registers)
    }

    /// The largest absolute value.
    #[inline(always)]
    pub(crate) fn largest(self) -> f64 {
        self.abs().highest()
    }

    /// All numbers added up, halves onto each other.
    #[inline(always)]
    pub(crate) fn total(self) -> f64 {
        self.simd.total(self.registers)
    }

    /// e^x of each, for finite x, clamped as said at [`LARGEST_EXPONENT`].
    #[inline(always)]
    pub(crate) fn exp(self) -> Vector<S> {
        let (shifted, rest) = split_exp(self.at_most(LARGEST_EXPONENT).at_least(-LARGEST_EXPONENT));
        let power = self.with(self.simd.power_of_two(shifted.registers));
        (rest + 1.0) * power
    }

    /// ln x of each, for normal positive x.
    #[inline(always)]
    pub(crate) fn ln(self) -> Vector<S> {
        let (exponent, mantissa) = self.simd.exponent_and_mantissa(self.registers);
        joined_ln(self.with(exponent), self.with(mantissa))
    }
}

macro_rules! operator {
    ($operator: ident, $method: ident, $of_registers: ident) => {
        impl<S: Simd> $operator for Vector<S> {
            type Output = Vector<S>;

            #[inline(always)]
            fn $method(self, other: Vector<S>) -> Vector<S> {
                self.with(self.simd.$of_registers(self.registers, other.registers))
            }
        }

        impl<S: Simd> $operator<f64> for Vector<S> {
            type Output = Vector<S>;

            #[inline(always)]
            fn $method(self, other: f64) -> Vector<S> {
                self.with(self.simd.$of_registers(self.registers, self.simd.splatted(other)))
            }
        }

        /// With a place in memory.
        impl<S: Simd> $operator<&Lanes> for Vector<S> {
            type Output = Vector<S>;

            #[inline(always)]
            fn $method(self, other: &Lanes) -> Vector<S> {
                self.with(self.simd.$of_registers(self.registers, self.simd.loaded(other)))
            }
        }
    };
}

operator!(Add, add, added);
operator!(Sub, sub, subtracted);
operator!(Mul, mul, multiplied);
operator!(Div, div, divided);

impl<S: Simd> Neg for Vector<S> {
    type Output = Vector<S>;

    #[inline(always)]
    fn neg(self) -> Vector<S> {
        self * -1.0
    }
}

/// One number, or eight.
trait Number:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
{
}

impl Number for f64 {}
impl<S: Simd> Number for Vector<S> {}

/// e^x, for finite x, clamped as said at [`LARGEST_EXPONENT`].
#[inline(always)]
pub(crate) fn exp_of(x: f64) -> f64 {
    let (shifted, rest) = split_exp(clamped(x));
    (rest + 1.0) * registers::power_of_two(shifted)
}

/// e^x - 1, for finite x, clamped likewise; as precise near zero as anywhere.
#[inline(always)]
pub(crate) fn exp_m1_of(x: f64) -> f64 {
    let (shifted, rest) = split_exp(clamped(x));
    let power = registers::power_of_two(shifted);
    rest * power + (power - 1.0)
}

/// ln x, for normal positive x.
#[inline(always)]
pub(crate) fn ln_of(x: f64) -> f64 {
    let (exponent, mantissa) = registers::exponent_and_mantissa(x);
    joined_ln(exponent, mantissa)
}

#[inline(always)]
fn clamped(x: f64) -> f64 {
    let x = if x < LARGEST_EXPONENT { x } else { LARGEST_EXPONENT };
    if x > -LARGEST_EXPONENT { x } else { -LARGEST_EXPONENT }
}

/// e^x as 2^k and what the other factor is above one; the first number holds k in its lowest bits.
#[inline(always)]
fn split_exp<N: Number>(x: N) -> (N, N) {
    let shifted = x * std::f64::consts::LOG2_E + ROUNDER;
    let k = shifted - ROUNDER;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    // Pairs, then pairs of pairs (Estrin): a shorter chain than Horner's.
    let [c2, c3, c4, c5, c6, c7, c8, c9, c10, c11] = EXP_COEFFICIENTS;
    let r2 = r * r;
    let r4 = r2 * r2;
    let low = (r * c3 + c2) + (r * c5 + c4) * r2;
    let high = (r * c7 + c6) + (r * c9 + c8) * r2;
    let sum = low + (high + (r * c11 + c10) * r4) * r4;
    (shifted, r + r2 * sum)
}

/// ln (2^exponent * mantissa).
#[inline(always)]
fn joined_ln<N: Number>(exponent: N, mantissa: N) -> N {
    let f = mantissa - 1.0;
    let s = f / (f + 2.0);
    let z = s * s;
    let [c1, c2, c3, c4, c5, c6, c7, c8] = LOG_COEFFICIENTS;
    let z2 = z * z;
    let z4 = z2 * z2;
    let low = (z * c2 + c1) + (z * c4 + c3) * z2;
    let high = (z * c6 + c5) + (z * c8 + c7) * z2;
    let sum = low + high * z4;
    let mantissa_log = s * 2.0 + s * 2.0 * z * sum;
    exponent * LN_2_HIGH + (exponent * LN_2_LOW + mantissa_log)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instructions::{Instructions, Kernel};

    #[derive(Clone, Copy)]
    struct Both<'a>(&'a Lanes);

    impl Kernel for Both<'_> {
        type Found = [Lanes; 2];

        fn run<S: Simd>(self, simd: S) -> [Lanes; 2] {
            let x = simd.load(self.0);
            [x.ln().to_lanes(), x.exp().to_lanes()]
        }
    }

    #[test]
    fn lanes_agree_with_the_one_at_a_time_functions() {
        for instructions in Instructions::ALL {
            let mut x = 1e-300_f64;
            while x < 1e300 {
                let lanes: Lanes = std::array::from_fn(|lane| x * (1.0 + lane as f64 * 0.37));
                let [ln, _] = instructions.run(Both(&lanes));
                for (log, x) in ln.iter().zip(&lanes) {
                    assert_eq!(log.to_bits(), ln_of(*x).to_bits(), "ln {x}");
                    assert!(
                        (log - libm::log(*x)).abs() <= 2e-14 + 4e-16 * libm::log(*x).abs(),
                        "ln {x}"
                    );
                }
                x *= 1.734;
            }
            for step in -7000..7000 {
                let lanes: Lanes = std::array::from_fn(|lane| f64::from(step) * 0.1 + lane as f64 * 0.012);
                let [_, exp] = instructions.run(Both(&lanes));
                for (power, x) in exp.iter().zip(&lanes) {
                    let expected = libm::exp(x.clamp(-LARGEST_EXPONENT, LARGEST_EXPONENT));
                    assert_eq!(power.to_bits(), exp_of(*x).to_bits(), "exp {x}");
                    assert!((power / expected - 1.0).abs() < 2e-14, "exp {x}");
                }
            }
        }
    }

    /// What each operation makes of lanes with every sign, and of sums across them.
    #[derive(Clone, Copy)]
    struct Everything<'a>(&'a Lanes, &'a Lanes);

    impl Kernel for Everything<'_> {
        type Found = Vec<u64>;

        fn run<S: Simd>(self, simd: S) -> Vec<u64> {
            let (a, b) = (simd.load(self.0), simd.load(self.1));
            let vectors = [
                a + b,
                a - b,
                a * b,
                a / b,
                a.abs(),
                -a,
                a.at_most(0.5),
                a.at_least(0.0),
                a + 2.0,
                a * self.1,
            ];
            let mut bits: Vec<u64> = vectors.iter().flat_map(|v| v.to_lanes()).map(f64::to_bits).collect();
            bits.extend([a.total(), a.lowest(), a.highest(), a.largest()].map(f64::to_bits));
            bits.push(u64::from(a.negative()));
            bits
        }
    }

    #[test]
    fn all_instructions_give_the_same_bits() {
        let a = [0.1, -0.7, 3.0, -1e-300, 0.0, 1e9, -2.5, 0.3];
        let b = [1.3, 0.9, -0.2, 7.0, 1e-3, 0.6, -4.0, 11.0];
        let plain = Instructions::Plain.run(Everything(&a, &b));
        assert_eq!(plain[0], (0.1_f64 + 1.3).to_bits());
        assert_eq!(plain.last(), Some(&0b0100_1010));
        for instructions in Instructions::ALL {
            assert_eq!(instructions.run(Everything(&a, &b)), plain, "{instructions:?}");
        }
    }
}
