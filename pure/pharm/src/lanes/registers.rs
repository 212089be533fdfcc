//! The operations on eight numbers that kernels are made of, once for each kind of register. Adding a kind means writing these
//! few functions; every kind gives the same bits, because each lane of each operation is the same IEEE operation, and what
//! combines lanes does so in the same order.

use super::{EXPONENT_OF_ONE, LANES, Lanes, MANTISSA_MASK, ONE_BITS, SQRT_HALF_BITS, TWO_TO_52, TWO_TO_52_BITS};

/// A kind of register, and the right to use it.
pub(crate) trait Simd: Copy + std::fmt::Debug {
    /// Eight numbers.
    type Registers: Copy + std::fmt::Debug;

    fn loaded(self, lanes: &Lanes) -> Self::Registers;
    fn stored(self, a: Self::Registers) -> Lanes;
    fn splatted(self, value: f64) -> Self::Registers;
    fn added(self, a: Self::Registers, b: Self::Registers) -> Self::Registers;
    fn subtracted(self, a: Self::Registers, b: Self::Registers) -> Self::Registers;
    fn multiplied(self, a: Self::Registers, b: Self::Registers) -> Self::Registers;
    fn divided(self, a: Self::Registers, b: Self::Registers) -> Self::Registers;
    fn abs(self, a: Self::Registers) -> Self::Registers;
    /// a where a < b, else b.
    fn smaller(self, a: Self::Registers, b: Self::Registers) -> Self::Registers;
    /// a where a > b, else b.
    fn larger(self, a: Self::Registers, b: Self::Registers) -> Self::Registers;
    /// A bit for each number below zero, the first lane's lowest.
    fn negative(self, a: Self::Registers) -> u8;
    /// 2^k, for numbers that hold k in their lowest bits.
    fn power_of_two(self, shifted: Self::Registers) -> Self::Registers;
    /// x = 2^exponent * mantissa, with the mantissa from sqrt(1/2) to sqrt(2), for normal positive x.
    fn exponent_and_mantissa(self, x: Self::Registers) -> (Self::Registers, Self::Registers);
    /// ((a0 + a4) + (a2 + a6)) + ((a1 + a5) + (a3 + a7)).
    fn total(self, a: Self::Registers) -> f64;
    fn lowest(self, a: Self::Registers) -> f64;
    fn highest(self, a: Self::Registers) -> f64;
}

/// Plain arithmetic, for the compiler to make of it what the target has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain;

/// Lane by lane.
macro_rules! each {
    ($a: ident, $with: expr) => {{
        let mut result = [0.0; LANES];
        for lane in 0..LANES {
            result[lane] = $with($a[lane]);
        }
        result
    }};
    ($a: ident, $b: ident, $with: expr) => {{
        let mut result = [0.0; LANES];
        for lane in 0..LANES {
            result[lane] = $with($a[lane], $b[lane]);
        }
        result
    }};
}

/// Halves onto each other until one is left.
#[inline(always)]
fn folded(mut a: Lanes, with: impl Fn(f64, f64) -> f64) -> f64 {
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            a[lane] = with(a[lane], a[lane + half]);
        }
        half /= 2;
    }
    a[0]
}

#[inline(always)]
fn smaller(a: f64, b: f64) -> f64 {
    // Not f64::min, whose care about NaN costs more than the rest.
    if a < b { a } else { b }
}

#[inline(always)]
fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

#[inline(always)]
pub(super) fn power_of_two(shifted: f64) -> f64 {
    f64::from_bits(shifted.to_bits().wrapping_add(EXPONENT_OF_ONE) << 52)
}

#[inline(always)]
pub(super) fn exponent_and_mantissa(x: f64) -> (f64, f64) {
    let bits = x.to_bits().wrapping_add(ONE_BITS - SQRT_HALF_BITS);
    let exponent = f64::from_bits(bits >> 52 | TWO_TO_52_BITS) - (TWO_TO_52 + EXPONENT_OF_ONE as f64);
    (exponent, f64::from_bits((bits & MANTISSA_MASK) + SQRT_HALF_BITS))
}

impl Simd for Plain {
    type Registers = Lanes;

    #[inline(always)]
    fn loaded(self, lanes: &Lanes) -> Lanes {
        *lanes
    }

    #[inline(always)]
    fn stored(self, a: Lanes) -> Lanes {
        a
    }

    #[inline(always)]
    fn splatted(self, value: f64) -> Lanes {
        [value; LANES]
    }

    #[inline(always)]
    fn added(self, a: Lanes, b: Lanes) -> Lanes {
        each!(a, b, |a: f64, b: f64| a + b)
    }

    #[inline(always)]
    fn subtracted(self, a: Lanes, b: Lanes) -> Lanes {
        each!(a, b, |a: f64, b: f64| a - b)
    }

    #[inline(always)]
    fn multiplied(self, a: Lanes, b: Lanes) -> Lanes {
        each!(a, b, |a: f64, b: f64| a * b)
    }

    #[inline(always)]
    fn divided(self, a: Lanes, b: Lanes) -> Lanes {
        each!(a, b, |a: f64, b: f64| a / b)
    }

    #[inline(always)]
    fn abs(self, a: Lanes) -> Lanes {
        each!(a, f64::abs)
    }

    #[inline(always)]
    fn smaller(self, a: Lanes, b: Lanes) -> Lanes {
        each!(a, b, smaller)
    }

    #[inline(always)]
    fn larger(self, a: Lanes, b: Lanes) -> Lanes {
        each!(a, b, larger)
    }

    #[inline(always)]
    fn negative(self, a: Lanes) -> u8 {
        (0..LANES).fold(0, |bits, lane| bits | u8::from(a[lane] < 0.0) << lane)
    }

    #[inline(always)]
    fn power_of_two(self, shifted: Lanes) -> Lanes {
        each!(shifted, power_of_two)
    }

    #[inline(always)]
    fn exponent_and_mantissa(self, x: Lanes) -> (Lanes, Lanes) {
        (
            each!(x, |x| exponent_and_mantissa(x).0),
            each!(x, |x| exponent_and_mantissa(x).1),
        )
    }

    #[inline(always)]
    fn total(self, a: Lanes) -> f64 {
        folded(a, |a, b| a + b)
    }

    #[inline(always)]
    fn lowest(self, a: Lanes) -> f64 {
        folded(a, smaller)
    }

    #[inline(always)]
    fn highest(self, a: Lanes) -> f64 {
        folded(a, larger)
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::{__m256d, __m512d};

    use pulp::cast;
    use pulp::x86::{V3, V4};

    use super::{
        EXPONENT_OF_ONE, Lanes, MANTISSA_MASK, ONE_BITS, SQRT_HALF_BITS, Simd, TWO_TO_52, TWO_TO_52_BITS, larger,
        smaller,
    };

    /// Numbers whose bits are these.
    fn bits(value: u64) -> i64 {
        value.cast_signed()
    }

    const EXPONENT_OFFSET: f64 = TWO_TO_52 + EXPONENT_OF_ONE as f64;

    impl Simd for V4 {
        type Registers = __m512d;

        #[inline(always)]
        fn loaded(self, lanes: &Lanes) -> __m512d {
            cast(*lanes)
        }

        #[inline(always)]
        fn stored(self, a: __m512d) -> Lanes {
            cast(a)
        }

        #[inline(always)]
        fn splatted(self, value: f64) -> __m512d {
            self.avx512f._mm512_set1_pd(value)
        }

        #[inline(always)]
        fn added(self, a: __m512d, b: __m512d) -> __m512d {
            self.avx512f._mm512_add_pd(a, b)
        }

        #[inline(always)]
        fn subtracted(self, a: __m512d, b: __m512d) -> __m512d {
            self.avx512f._mm512_sub_pd(a, b)
        }

        #[inline(always)]
        fn multiplied(self, a: __m512d, b: __m512d) -> __m512d {
            self.avx512f._mm512_mul_pd(a, b)
        }

        #[inline(always)]
        fn divided(self, a: __m512d, b: __m512d) -> __m512d {
            self.avx512f._mm512_div_pd(a, b)
        }

        #[inline(always)]
        fn abs(self, a: __m512d) -> __m512d {
            self.avx512f._mm512_abs_pd(a)
        }

        #[inline(always)]
        fn smaller(self, a: __m512d, b: __m512d) -> __m512d {
            self.avx512f._mm512_min_pd(a, b)
        }

        #[inline(always)]
        fn larger(self, a: __m512d, b: __m512d) -> __m512d {
            self.avx512f._mm512_max_pd(a, b)
        }

        #[inline(always)]
        fn negative(self, a: __m512d) -> u8 {
            self.avx512f._mm512_cmplt_pd_mask(a, self.splatted(0.0))
        }

        #[inline(always)]
        fn power_of_two(self, shifted: __m512d) -> __m512d {
            let one = self.avx512f._mm512_set1_epi64(bits(EXPONENT_OF_ONE));
            let sum = self.avx512f._mm512_add_epi64(cast(shifted), one);
            cast(self.avx512f._mm512_slli_epi64::<52>(sum))
        }

        #[inline(always)]
        fn exponent_and_mantissa(self, x: __m512d) -> (__m512d, __m512d) {
            let with = self.avx512f;
            let number = |value: u64| with._mm512_set1_epi64(bits(value));
            let moved = with._mm512_add_epi64(cast(x), number(ONE_BITS - SQRT_HALF_BITS));
            let exponent = with._mm512_or_epi64(with._mm512_srli_epi64::<52>(moved), number(TWO_TO_52_BITS));
            let mantissa = with._mm512_and_epi64(moved, number(MANTISSA_MASK));
            (
                with._mm512_sub_pd(cast(exponent), self.splatted(EXPONENT_OFFSET)),
                cast(with._mm512_add_epi64(mantissa, number(SQRT_HALF_BITS))),
            )
        }

        #[inline(always)]
        fn total(self, a: __m512d) -> f64 {
            Simd::total(*self, halves_of_eight(self, a))
        }

        #[inline(always)]
        fn lowest(self, a: __m512d) -> f64 {
            Simd::lowest(*self, halves_of_eight(self, a))
        }

        #[inline(always)]
        fn highest(self, a: __m512d) -> f64 {
            Simd::highest(*self, halves_of_eight(self, a))
        }
    }

    #[inline(always)]
    fn halves_of_eight(simd: V4, a: __m512d) -> [__m256d; 2] {
        [
            simd.avx512f._mm512_castpd512_pd256(a),
            simd.avx512f._mm512_extractf64x4_pd::<1>(a),
        ]
    }

    #[inline(always)]
    fn halves_of_four(simd: V3, a: __m256d) -> [std::arch::x86_64::__m128d; 2] {
        [
            simd.avx._mm256_castpd256_pd128(a),
            simd.avx._mm256_extractf128_pd::<1>(a),
        ]
    }

    /// Both halves.
    macro_rules! both {
        ($simd: ident . $kind: ident . $function: ident, $a: ident, $b: ident) => {
            [
                $simd.$kind.$function($a[0], $b[0]),
                $simd.$kind.$function($a[1], $b[1]),
            ]
        };
    }

    impl Simd for V3 {
        type Registers = [__m256d; 2];

        #[inline(always)]
        fn loaded(self, lanes: &Lanes) -> [__m256d; 2] {
            let [a, b, c, d, e, f, g, h] = *lanes;
            [cast([a, b, c, d]), cast([e, f, g, h])]
        }

        #[inline(always)]
        fn stored(self, a: [__m256d; 2]) -> Lanes {
            cast(a)
        }

        #[inline(always)]
        fn splatted(self, value: f64) -> [__m256d; 2] {
            [self.avx._mm256_set1_pd(value); 2]
        }

        #[inline(always)]
        fn added(self, a: [__m256d; 2], b: [__m256d; 2]) -> [__m256d; 2] {
            both!(self.avx._mm256_add_pd, a, b)
        }

        #[inline(always)]
        fn subtracted(self, a: [__m256d; 2], b: [__m256d; 2]) -> [__m256d; 2] {
            both!(self.avx._mm256_sub_pd, a, b)
        }

        #[inline(always)]
        fn multiplied(self, a: [__m256d; 2], b: [__m256d; 2]) -> [__m256d; 2] {
            both!(self.avx._mm256_mul_pd, a, b)
        }

        #[inline(always)]
        fn divided(self, a: [__m256d; 2], b: [__m256d; 2]) -> [__m256d; 2] {
            both!(self.avx._mm256_div_pd, a, b)
        }

        #[inline(always)]
        fn abs(self, a: [__m256d; 2]) -> [__m256d; 2] {
            let sign = self.splatted(-0.0);
            both!(self.avx._mm256_andnot_pd, sign, a)
        }

        #[inline(always)]
        fn smaller(self, a: [__m256d; 2], b: [__m256d; 2]) -> [__m256d; 2] {
            both!(self.avx._mm256_min_pd, a, b)
        }

        #[inline(always)]
        fn larger(self, a: [__m256d; 2], b: [__m256d; 2]) -> [__m256d; 2] {
            both!(self.avx._mm256_max_pd, a, b)
        }

        #[inline(always)]
        fn negative(self, a: [__m256d; 2]) -> u8 {
            const LESS_THAN: i32 = std::arch::x86_64::_CMP_LT_OQ;
            let zero = self.avx._mm256_set1_pd(0.0);
            let of = |half: __m256d| {
                self.avx
                    ._mm256_movemask_pd(self.avx._mm256_cmp_pd::<LESS_THAN>(half, zero))
            };
            (of(a[0]) | of(a[1]) << 4).to_le_bytes()[0]
        }

        #[inline(always)]
        fn power_of_two(self, shifted: [__m256d; 2]) -> [__m256d; 2] {
            let with = self.avx2;
            let one = self.avx._mm256_set1_epi64x(bits(EXPONENT_OF_ONE));
            shifted.map(|half| cast(with._mm256_slli_epi64::<52>(with._mm256_add_epi64(cast(half), one))))
        }

        #[inline(always)]
        fn exponent_and_mantissa(self, x: [__m256d; 2]) -> ([__m256d; 2], [__m256d; 2]) {
            let with = self.avx2;
            let number = |value: u64| self.avx._mm256_set1_epi64x(bits(value));
            let moved = x.map(|half| with._mm256_add_epi64(cast(half), number(ONE_BITS - SQRT_HALF_BITS)));
            let exponent = moved.map(|moved| {
                let exponent = with._mm256_or_si256(with._mm256_srli_epi64::<52>(moved), number(TWO_TO_52_BITS));
                self.avx
                    ._mm256_sub_pd(cast(exponent), self.avx._mm256_set1_pd(EXPONENT_OFFSET))
            });
            let mantissa = moved.map(|moved| {
                let mantissa = with._mm256_and_si256(moved, number(MANTISSA_MASK));
                cast(with._mm256_add_epi64(mantissa, number(SQRT_HALF_BITS)))
            });
            (exponent, mantissa)
        }

        #[inline(always)]
        fn total(self, [low, high]: [__m256d; 2]) -> f64 {
            let [low, high] = halves_of_four(self, self.avx._mm256_add_pd(low, high));
            let [even, odd] = cast::<_, [f64; 2]>(self.sse2._mm_add_pd(low, high));
            even + odd
        }

        #[inline(always)]
        fn lowest(self, [low, high]: [__m256d; 2]) -> f64 {
            let [low, high] = halves_of_four(self, self.avx._mm256_min_pd(low, high));
            let [even, odd] = cast::<_, [f64; 2]>(self.sse2._mm_min_pd(low, high));
            smaller(even, odd)
        }

        #[inline(always)]
        fn highest(self, [low, high]: [__m256d; 2]) -> f64 {
            let [low, high] = halves_of_four(self, self.avx._mm256_max_pd(low, high));
            let [even, odd] = cast::<_, [f64; 2]>(self.sse2._mm_max_pd(low, high));
            larger(even, odd)
        }
    }
}
