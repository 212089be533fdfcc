//! The few functions of the normal distribution the fit needs, good into the far tails, from `libm` alone so that every
//! machine gives the same bits.

/// ln sqrt(2 pi).
pub(crate) const LN_SQRT_2_PI: f64 = 0.918_938_533_204_672_7;
/// The upper quartile of the standard normal.
pub(crate) const UPPER_QUARTILE: f64 = 0.674_489_750_196_081_7;

/// Below this the lower tail comes from a continued fraction.
const FAR: f64 = -5.0;

/// Density of the standard normal.
pub(crate) fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x - LN_SQRT_2_PI)
}

/// Distribution function of the standard normal.
pub(crate) fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// density(x) / below(x): how fast ln below(x) rises.
pub(crate) fn reversed_hazard(x: f64) -> f64 {
    if x > FAR {
        density(x) / below(x)
    } else {
        // Laplace's continued fraction of Mills' ratio: 1/(x + 1/(x + 2/(x + 3/(x + ..)))).
        const TERMS: u32 = 60;
        let x = -x;
        (1..=TERMS)
            .rev()
            .fold(x, |denominator, k| x + f64::from(k) / denominator)
    }
}

/// ln below(x), also where below(x) itself would be zero.
pub(crate) fn ln_below(x: f64) -> f64 {
    if x > FAR {
        libm::log(below(x))
    } else {
        -0.5 * x * x - LN_SQRT_2_PI - libm::log(reversed_hazard(x))
    }
}

/// A half-normal of unit width at the same share as the standard normal `z`, and its slope there: the b with
/// P(|N| < b) = P(N < z).
pub(crate) fn half_normal_at(z: f64) -> (f64, f64) {
    const MOST: usize = 60;
    const CLOSE: f64 = 1e-16;
    let root_half_pi = libm::sqrt(std::f64::consts::FRAC_PI_2);
    let mut b;
    if z <= 0.0 {
        // Newton from the left on a concave rising function: no step goes too far.
        let share = below(z);
        b = share * root_half_pi;
        for _ in 0..MOST {
            let step = (share - libm::erf(b * std::f64::consts::FRAC_1_SQRT_2)) / (2.0 * density(b));
            b += step;
            if step.abs() <= CLOSE * b {
                break;
            }
        }
    } else {
        // From the right on a concave falling one, in logarithms for the tail's sake.
        let ln_share_above = ln_below(-z);
        b = z + 1.0;
        for _ in 0..MOST {
            let step = (std::f64::consts::LN_2 + ln_below(-b) - ln_share_above) / reversed_hazard(-b);
            b += step;
            if step.abs() <= CLOSE * b {
                break;
            }
        }
    }
    (b, density(z) / (2.0 * density(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_agree_with_tables_and_meet_where_they_change_hands() {
        // Abramowitz & Stegun, table 26.2: Q(5) = 2.8665e-7; -ln Q(10) = 53.23128515.
        assert!((ln_below(-10.0) + 53.231_285_150_512_47).abs() < 1e-10);
        assert!((below(-5.0) / 2.866_515_718_791_939e-7 - 1.0).abs() < 1e-12);
        let (near, far) = (reversed_hazard(FAR + 1e-12), reversed_hazard(FAR));
        assert!((near / far - 1.0).abs() < 1e-10, "{near} {far}");
    }

    #[test]
    fn the_half_normal_has_the_same_share_below_and_the_right_slope() {
        let mut z = -6.0;
        while z < 6.0 {
            let (b, slope) = half_normal_at(z);
            if z < 2.0 {
                let share = libm::erf(b * std::f64::consts::FRAC_1_SQRT_2);
                assert!((share / below(z) - 1.0).abs() < 1e-12, "{z}");
            } else {
                let above = libm::erfc(b * std::f64::consts::FRAC_1_SQRT_2);
                assert!((above / below(-z) - 1.0).abs() < 1e-12, "{z}");
            }
            let numeric = (half_normal_at(z + 1e-5).0 - half_normal_at(z - 1e-5).0) / 2e-5;
            assert!((slope / numeric - 1.0).abs() < 1e-5, "{z} {slope} {numeric}");
            z += 0.37;
        }
        assert!((half_normal_at(0.0).0 - UPPER_QUARTILE).abs() < 1e-15);
    }
}
