//! How far a report may lie from what the model says: the distribution of one report's error, its censoring at the ends of
//! the scale, and how the loss (minus log density) changes with location and scale. Knows nothing of doses or people.

use super::normal;

/// The shape of one report's error, slips aside.
///
/// `Student4` is Student's t with four degrees of freedom, narrowed so that its middle half is as wide as that of a normal with
/// the given standard deviation. A report k scales away pulls on the estimate with 5k/(4 + k²): most at k = 2, then ever
/// less, so that an odd report cannot swing it. Four degrees are the customary choice for robust regression (Lange, Little
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
pub(crate) struct Observed {
    /// The value as reported.
    pub(crate) value: f64,
    /// A value at or below this says only "no more than this"; negative infinity where the scale has no lower end.
    pub(crate) lowest: f64,
    /// A value at or above this says only "no less than this"; infinity where the scale has no upper end.
    pub(crate) highest: f64,
    /// How probable the value is as a typing slip; `None` where there are no slips.
    pub(crate) slip: Option<Slip>,
}

/// A report that has nothing to do with what it is about: a slip of the finger, a wrong line, the wrong day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slip {
    /// Share of reports that are slips, 0 to 1.
    pub(crate) share: f64,
    /// Probability of this value among slips: per unit of the value inside the scale, as a whole at its ends.
    pub(crate) density: f64,
}

/// Of all slips so many lie at each end of the scale; the others are spread evenly between. A convention.
const SLIPS_AT_EACH_END: f64 = 0.1;

impl Observed {
    /// A value on a scale without ends.
    #[must_use]
    pub(crate) fn open(value: f64) -> Observed {
        Observed {
            value,
            lowest: f64::NEG_INFINITY,
            highest: f64::INFINITY,
            slip: None,
        }
    }

    /// A value on a scale with ends, of which a share are slips.
    pub(crate) fn on_scale(value: f64, lowest: f64, highest: f64, slip_share: f64) -> Observed {
        let density = if value > lowest && value < highest {
            (1.0 - 2.0 * SLIPS_AT_EACH_END) / (highest - lowest)
        } else {
            SLIPS_AT_EACH_END
        };
        Observed {
            value,
            lowest,
            highest,
            slip: (slip_share > 0.0).then_some(Slip {
                share: slip_share,
                density,
            }),
        }
    }

    /// Another value on the same scale.
    fn with_value(&self, value: f64) -> Observed {
        match self.slip {
            Some(slip) => Observed::on_scale(value, self.lowest, self.highest, slip.share),
            None => Observed { value, ..*self },
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

impl Loss {
    /// The loss of a value that is meant, with this loss, or else a slip.
    fn or_slip(self, slip: Slip) -> Loss {
        let meant = (1.0 - slip.share) * libm::exp(-self.value);
        let total = meant + slip.share * slip.density;
        // How probable it is that the value is meant.
        let faith = meant / total;
        let doubt = faith * (1.0 - faith);
        let Loss {
            by_location, by_scale, ..
        } = self;
        let products = [by_location * by_location, by_location * by_scale, by_scale * by_scale];
        Loss {
            value: -libm::log(total),
            by_location: faith * by_location,
            by_scale: faith * by_scale,
            information: self.information.map(|entry| faith * entry),
            curvature: std::array::from_fn(|idx| faith * self.curvature[idx] - doubt * products[idx]),
        }
    }
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
        let meant = self.meant_loss(observed, location, scale);
        observed.slip.map_or(meant, |slip| meant.or_slip(slip))
    }

    /// The loss if it is no slip.
    fn meant_loss(self, observed: &Observed, location: f64, scale: f64) -> Loss {
        if observed.value <= observed.lowest {
            self.tail_loss((observed.lowest - location) / scale, -1.0, scale)
        } else if observed.value >= observed.highest {
            self.tail_loss((location - observed.highest) / scale, 1.0, scale)
        } else {
            self.point_loss((observed.value - location) / scale, scale)
        }
    }

    /// What one observation on this scale tells on average, whatever it will be: mean products of the slopes in location and
    /// scale. Only the ends of `scale_ends` count.
    pub(crate) fn expected(self, scale_ends: &Observed, location: f64, scale: f64) -> [f64; 3] {
        const POINTS: u32 = 64;
        let mut told = [0.0; 3];
        for point in 0..POINTS {
            let share = (f64::from(point) + 0.5) / f64::from(POINTS);
            let observed = scale_ends.with_value(location + scale * self.quantile(share));
            let loss = self.loss(&observed, location, scale);
            // A slip tells nothing, nearly.
            let weight = (1.0 - scale_ends.slip.map_or(0.0, |slip| slip.share)) / f64::from(POINTS);
            told[0] += weight * loss.by_location * loss.by_location;
            told[1] += weight * loss.by_location * loss.by_scale;
            told[2] += weight * loss.by_scale * loss.by_scale;
        }
        told
    }

    /// The value at unit scale below which a share of the errors lies, by bisection.
    fn quantile(self, share: f64) -> f64 {
        const HALVINGS: u32 = 60;
        let (mut low, mut high) = (-64.0, 64.0);
        for _ in 0..HALVINGS {
            let middle = (low + high) / 2.0;
            let below = match self {
                Noise::Normal => normal::below(middle),
                Noise::Student4 => student_below(middle),
            };
            if below < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        (low + high) / 2.0
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

    fn cases() -> [Observed; 7] {
        [
            Observed::on_scale(4.2, 0.0, 10.0, 0.0),
            Observed::on_scale(0.0, 0.0, 10.0, 0.0),
            Observed::on_scale(10.0, 0.0, 10.0, 0.0),
            Observed::on_scale(9.2, 0.0, 10.0, 0.05),
            Observed::on_scale(0.0, 0.0, 10.0, 0.05),
            Observed::on_scale(10.0, 0.0, 10.0, 0.05),
            Observed::open(-3.0),
        ]
    }

    #[test]
    fn slopes_and_curvatures_are_those_of_the_loss() {
        for noise in [Noise::Normal, Noise::Student4] {
            for observed in &cases() {
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
            (-2.131_846_786_326_65, 0.05),
            (-4.604_094_871_349_993, 0.005),
            (-STUDENT_UPPER_QUARTILE, 0.25),
            (0.0, 0.5),
            (2.131_846_786_326_65, 0.95),
        ] {
            assert!((student_below(r) - share).abs() < 1e-13, "{r} {}", student_below(r));
        }
        // Far out it falls like 3 / r^4.
        assert!((student_below(-1e5) * 1e20 / 3.0 - 1.0).abs() < 1e-6);
    }

    #[test]
    fn what_a_report_tells_on_average_is_its_fisher_information_and_less_at_an_end() {
        for noise in [Noise::Normal, Noise::Student4] {
            let open = noise.expected(&Observed::open(0.0), 1.0, 2.0);
            let [location, scale] = noise.fisher();
            assert!((open[0] / (location / 4.0) - 1.0).abs() < 0.03, "{noise:?} {open:?}");
            assert!(open[1].abs() < 1e-6);
            assert!((open[2] / (scale / 4.0) - 1.0).abs() < 0.16, "{noise:?} {open:?}");
            let at_the_end = noise.expected(&cases()[0], -1.0, 1.3);
            let inside = noise.expected(&cases()[0], 5.0, 1.3);
            assert!(at_the_end[0] < 0.7 * inside[0], "{at_the_end:?} {inside:?}");
        }
    }

    #[test]
    fn a_report_far_away_pulls_less_than_one_two_scales_away() {
        let pull = |location: f64| Noise::Student4.loss(&Observed::open(0.0), location, 1.0).by_location;
        assert!(pull(2.0) > pull(1.0) && pull(2.0) > pull(4.0) && pull(4.0) > pull(9.0));
        assert!(pull(1e6) < 1e-5);
        // Where slips happen, a value eight scales away is most likely one, at an end of the scale too.
        let with_slips = |value: f64, location: f64| {
            let observed = Observed::on_scale(value, 0.0, 10.0, 0.05);
            Noise::Student4.loss(&observed, location, 1.18).by_location.abs()
        };
        assert!(
            with_slips(9.5, 0.5) < 0.12 * with_slips(3.0, 0.5),
            "{}",
            with_slips(9.5, 0.5)
        );
        assert!(
            with_slips(10.0, 0.5) < 0.25 * with_slips(3.0, 0.5),
            "{}",
            with_slips(10.0, 0.5)
        );
    }
}
