//! How long panels are: what the last ones left unresolved foretells what the next will. What the potency shift does
//! is only carried along; how panels are solved is not known here.

use super::{RUNGS, Yielding};

/// A panel shorter by one rung leaves less unresolved by about this factor.
const ERROR_PER_RUNG: f64 = 16.0;
/// A first panel after something was swallowed gains less from being shorter: about this factor per rung.
const ERROR_PER_FIRST_RUNG: f64 = 5.0;
/// What a panel leaves unresolved mostly falls from one to the next, as what was swallowed spreads: at most this is hoped for.
const STEEPEST_FALL: f64 = 1.0 / 32.0;
/// What a first panel about as long as absorption takes leaves unresolved.
const FIRST_TOLERANCE: f64 = 1e-4;
/// What is hoped for after the first panel.
const FIRST_FALL: f64 = 1.0 / 20.0;

/// How to step on: what the panels so far have shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    /// To be tried next.
    pub(super) rung: usize,
    pub(super) yielding: Option<Yielding>,
    before: Option<Resolution>,
}

impl Pace {
    #[inline(always)]
    pub(super) fn new(first_rung: usize) -> Pace {
        Pace {
            rung: first_rung,
            yielding: None,
            before: None,
        }
    }

    /// The rung to try after a panel of `rung` that left this much unresolved.
    #[inline(always)]
    pub(super) fn rung_after(&mut self, rung: usize, unresolved: f64, tolerance: f64) -> usize {
        let now = Resolution { rung, unresolved };
        let fall = match self.before.replace(now) {
            Some(before) => now.fall_since(before),
            None => FIRST_FALL,
        };
        rung.saturating_sub(rungs_of_room(unresolved * fall, tolerance))
    }
}

/// How well a panel resolved the signal.
#[derive(Clone, Copy, Debug)]
struct Resolution {
    rung: usize,
    unresolved: f64,
}

impl Resolution {
    /// How much less was left unresolved than on the panel `before`, had that been of the same length: at most 1.
    #[inline(always)]
    fn fall_since(self, before: Resolution) -> f64 {
        let mut expected = before.unresolved;
        for _ in self.rung..before.rung {
            expected *= ERROR_PER_RUNG;
        }
        for _ in before.rung..self.rung {
            expected /= ERROR_PER_RUNG;
        }
        if self.unresolved >= expected {
            1.0
        } else if self.unresolved > expected * STEEPEST_FALL {
            self.unresolved / expected
        } else {
            STEEPEST_FALL
        }
    }
}

/// How many rungs shorter than absorption takes a first panel must be for this tolerance.
pub(super) fn rungs_finer(tolerance: f64) -> usize {
    rungs_down(FIRST_TOLERANCE, ERROR_PER_FIRST_RUNG, tolerance, RUNGS)
}

/// How many rungs shorter a panel must be that left this much unresolved.
#[cold]
pub(super) fn rungs_too_long(unresolved: f64, tolerance: f64) -> usize {
    const MOST: usize = 6;
    1 + rungs_down(unresolved / ERROR_PER_RUNG, ERROR_PER_RUNG, tolerance, MOST - 1)
}

/// How many rungs down, at most so many, bring an error to the tolerance.
fn rungs_down(mut error: f64, per_rung: f64, tolerance: f64, most: usize) -> usize {
    let mut rungs = 0;
    while error > tolerance && rungs < most {
        error /= per_rung;
        rungs += 1;
    }
    rungs
}

/// How many rungs longer the next panel may be. A rung changes the unresolved part [`ERROR_PER_RUNG`]-fold.
#[inline(always)]
fn rungs_of_room(unresolved: f64, tolerance: f64) -> usize {
    const MOST: usize = 6;
    let mut error = unresolved * ERROR_PER_RUNG;
    let mut rungs = 0;
    while error < tolerance && rungs < MOST {
        error *= ERROR_PER_RUNG;
        rungs += 1;
    }
    rungs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_that_left_little_is_followed_by_a_longer_one_and_never_by_a_shorter() {
        let mut pace = Pace::new(11);
        // The first may leave as much as it may, and what comes after it is smoother.
        assert_eq!(pace.rung_after(11, 2e-6, 2e-6), 10);
        // A tenth of what the same length left before: a tenth again would leave room for one rung.
        assert_eq!(pace.rung_after(11, 2e-7, 2e-6), 10);
        // As much as before: no fall is hoped for.
        assert_eq!(pace.rung_after(11, 2e-7, 2e-6), 11);
        // However small, it is believed only so far.
        assert_eq!(pace.rung_after(11, 1e-30, 2e-6), 5);
        assert_eq!(Pace::new(0).rung_after(0, 0.0, 2e-6), 0);
    }

    #[test]
    fn a_panel_too_long_is_shortened_by_what_it_left() {
        assert_eq!(rungs_too_long(3e-6, 2e-6), 1);
        assert_eq!(rungs_too_long(3e-5, 2e-6), 1);
        assert_eq!(rungs_too_long(5e-5, 2e-6), 2);
        assert_eq!(rungs_finer(FIRST_TOLERANCE), 0);
        assert_eq!(rungs_finer(2e-6), 3);
    }
}
