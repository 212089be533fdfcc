//! How far a report may lie from what the model says: the distribution of one report's error, its censoring at the ends of
//! the scale, and how the loss (minus log density) changes with location and scale. Knows nothing of doses or people.

use super::normal;

/// The shape of one report's error.
///
/// `Student4` is Student's t with four degrees of freedom, narrowed so that its middle half is as wide as that of a normal with
/// the given standard deviation. A report k scales away pulls on the estimate with 5k/(4 + k²): most at k = 2, then ever
/// less, so that a typing slip cannot swing it. Four degrees are the customary choice for robust regression (Lange, Little
/// and Taylor 1989, J Am Stat Assoc 84:881; from memory, unverified), and the only ones near it whose distribution function
/// needs no series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noise {
    /// Normal errors: for data that were cleaned, and for comparison with other programs.
    Normal,
    /// Heavy tails, the same middle half.
    Student4,
}

/// What was reported, and the ends of its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed {
    /// The value as reported.
    pub value: f64,
    /// A value at or below this says only "no more than this"; negative infinity where the scale has no lower end.
    pub lowest: f64,
    /// A value at or above this says only "no less than this"; infinity where the scale has no upper end.
    pub highest: f64,
}

impl Observed {
    /// A value on a scale without ends.
    #[must_use]
    pub fn open(value: f64) -> Observed {
        Observed {
            value,
            lowest: f64::NEG_INFINITY,
            highest: f64::INFINITY,
        }
    }
}

/// The loss of one observation and how it bends. `information` is positive semidefinite, in (location, scale).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Loss {
    pub(crate) value: f64,
    pub(crate) by_location: f64,
    pub(crate) by_scale: f64,
    /// (location, location), (location, scale), (scale, scale).
    pub(crate) information: [f64; 3],
    /// The same as it is for this very value: may be indefinite.
    pub(crate) curvature: [f64; 3],
}

/// The upper quartile of Student's t with four degrees of freedom.
const STUDENT_UPPER_QUARTILE: f64 = 0.740_697_084_112_682_9;

impl Noise {
    /// The scale that belongs to a stated standard deviation.
    #[must_use]
    pub fn scale_of(self, sd: f64) -> f64 {
        match self {
            Noise::Normal => sd,
            Noise::Student4 => sd * normal::UPPER_QUARTILE / STUDENT_UPPER_QUARTILE,
        }
    }

    /// The loss of `observed` when the model says `location`, give or take `scale`.
    pub(crate) fn loss(self, observed: &Observed, location: f64, scale: f64) -> Loss {
        if observed.value <= observed.lowest {
            self.tail_loss((observed.lowest - location) / scale, -1.0, scale)
        } else if observed.value >= observed.highest {
            self.tail_loss((location - observed.highest) / scale, 1.0, scale)
        } else {
            self.point_loss((observed.value - location) / scale, scale)
        }
    }

    /// What one uncensored observation tells on average about (location, location) and (scale, scale), times scale squared.
    pub(crate) fn fisher(self) -> [f64; 2] {
        match self {
            Noise::Normal => [1.0, 2.0],
            Noise::Student4 => [5.0 / 7.0, 8.0 / 7.0],
        }
    }

    fn point_loss(self, r: f64, scale: f64) -> Loss {
        // rho(r) is the loss at unit scale, psi its slope, bend its curvature.
        let (rho, psi, bend) = match self {
            Noise::Normal => (0.5 * r * r + normal::LN_SQRT_2_PI, r, 1.0),
            Noise::Student4 => student_point(r),
        };
        let per = 1.0 / scale;
        let [location, of_scale] = self.fisher();
        Loss {
            value: rho + libm::log(scale),
            by_location: -psi * per,
            by_scale: (1.0 - r * psi) * per,
            information: [location * per * per, 0.0, of_scale * per * per],
            curvature: [
                bend * per * per,
                (psi + r * bend) * per * per,
                (2.0 * r * psi + r * r * bend - 1.0) * per * per,
            ],
        }
    }

    /// The loss -ln F(r) of a censored observation, where r moves by `towards`/scale with the location.
    fn tail_loss(self, r: f64, towards: f64, scale: f64) -> Loss {
        let (ln_share, hazard, psi) = match self {
            Noise::Normal => (normal::ln_below(r), normal::reversed_hazard(r), r),
            Noise::Student4 => {
                let below = student_below(r);
                let (rho, psi, _) = student_point(r);
                (libm::log(below), libm::exp(-rho) / below, psi)
            }
        };
        let bend = hazard * (hazard + psi);
        let per = 1.0 / scale;
        let (by_location, by_scale) = (towards * per, -r * per);
        let of = |bend: f64| {
            [
                bend * per * per,
                -towards * r * bend * per * per,
                r * r * bend * per * per,
            ]
        };
        let mut curvature = of(bend);
        // The bend of r itself in location and scale.
        curvature[1] += hazard * towards * per * per;
        curvature[2] -= 2.0 * hazard * r * per * per;
        Loss {
            value: -ln_share,
            by_location: -hazard * by_location,
            by_scale: -hazard * by_scale,
            information: of(bend.max(0.0)),
            curvature,
        }
    }
}

/// Minus the log density, its slope and its curvature.
fn student_point(r: f64) -> (f64, f64, f64) {
    /// -ln(3/8): the density at zero.
    const AT_ZERO: f64 = 0.980_829_253_011_726_2;
    let spread = 4.0 + r * r;
    (
        AT_ZERO + 2.5 * libm::log1p(0.25 * r * r),
        5.0 * r / spread,
        5.0 * (4.0 - r * r) / (spread * spread),
    )
}

/// Distribution function, in closed form: with u = -r / sqrt(4 + r²) it is (1 - u)² (2 + u) / 4.
fn student_below(r: f64) -> f64 {
    let spread = 4.0 + r * r;
    let u = -r / libm::sqrt(spread);
    let short = if u > 0.0 { 4.0 / spread / (1.0 + u) } else { 1.0 - u };
    short * short * (2.0 + u) / 4.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: [Observed; 4] = [
        Observed {
            value: 4.2,
            lowest: 0.0,
            highest: 10.0,
        },
        Observed {
            value: 0.0,
            lowest: 0.0,
            highest: 10.0,
        },
        Observed {
            value: 10.0,
            lowest: 0.0,
            highest: 10.0,
        },
        Observed {
            value: -3.0,
            lowest: f64::NEG_INFINITY,
            highest: f64::INFINITY,
        },
    ];

    #[test]
    fn slopes_and_curvatures_are_those_of_the_loss() {
        for noise in [Noise::Normal, Noise::Student4] {
            for observed in &CASES {
                for (location, scale) in [(0.3, 1.3), (9.7, 0.4), (4.0, 2.0), (-2.0, 1.0), (14.0, 1.1)] {
                    let at = |l: f64, s: f64| noise.loss(observed, l, s);
                    let loss = at(location, scale);
                    let h = 1e-5;
                    let close = |ours: f64, numeric: f64| (ours - numeric).abs() <= 1e-6 * (1.0 + numeric.abs());
                    let (up, down) = (at(location + h, scale), at(location - h, scale));
                    assert!(
                        close(loss.by_location, (up.value - down.value) / (2.0 * h)),
                        "{noise:?} {observed:?}"
                    );
                    assert!(close(
                        loss.curvature[0],
                        (up.by_location - down.by_location) / (2.0 * h)
                    ));
                    assert!(
                        close(loss.curvature[1], (up.by_scale - down.by_scale) / (2.0 * h)),
                        "{noise:?} {observed:?}"
                    );
                    let (up, down) = (at(location, scale + h), at(location, scale - h));
                    assert!(close(loss.by_scale, (up.value - down.value) / (2.0 * h)));
                    assert!(
                        close(loss.curvature[2], (up.by_scale - down.by_scale) / (2.0 * h)),
                        "{noise:?} {observed:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_shares_of_student_with_four_degrees_are_those_of_the_tables() {
        // One-sided 5 % and 0.5 % points and the quartile.
        for (r, share) in [
            (-2.131_846_786_326_649_8, 0.05),
            (-4.604_094_871_349_993, 0.005),
            (-STUDENT_UPPER_QUARTILE, 0.25),
            (0.0, 0.5),
            (2.131_846_786_326_649_8, 0.95),
        ] {
            assert!((student_below(r) - share).abs() < 1e-13, "{r} {}", student_below(r));
        }
        // Far out it falls like 3 / r^4.
        assert!((student_below(-1e5) * 1e20 / 3.0 - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_report_far_away_pulls_less_than_one_two_scales_away() {
        let pull = |location: f64| Noise::Student4.loss(&Observed::open(0.0), location, 1.0).by_location;
        assert!(pull(2.0) > pull(1.0) && pull(2.0) > pull(4.0) && pull(4.0) > pull(9.0));
        assert!(pull(1e6) < 1e-5);
    }
}
