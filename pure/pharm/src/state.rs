//! Everything the model remembers at one instant. No derived quantity is stored here.

/// The full state at one time. Amounts in mg, adaptation and build-up between 0 and 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct State {
    /// The time this state belongs to, h. A dose that starts at this time is already in the gut.
    pub t_h: f64,
    /// Mitragynine in the first gut step, mg.
    pub g1: f64,
    /// Mitragynine in the second gut step, mg.
    pub g2: f64,
    /// Mitragynine in the central volume, mg.
    pub m1: f64,
    /// Mitragynine in the peripheral volume, mg.
    pub m2: f64,
    /// 7-hydroxymitragynine in its nominal volume, mg.
    pub h: f64,
    /// Swallowed 7-hydroxymitragynine in its first gut step, mg.
    pub k1: f64,
    /// Swallowed 7-hydroxymitragynine in its second gut step, mg.
    pub k2: f64,
    /// Fast adaptation Af, 0 to 1.
    pub af: f64,
    /// Slow adaptation As, 0 to 1.
    pub as_: f64,
    /// Withdrawal build-up D, 0 to 1.
    pub d: f64,
}

impl State {
    /// How many numbers a state is.
    pub const LEN: usize = 11;

    /// Nobody has taken anything yet.
    #[must_use]
    pub fn untouched(t_h: f64) -> State {
        State {
            t_h,
            ..State::default()
        }
    }

    /// The state as plain numbers, in the order of the fields.
    #[must_use]
    pub fn to_array(&self) -> [f64; State::LEN] {
        [
            self.t_h, self.g1, self.g2, self.m1, self.m2, self.h, self.k1, self.k2, self.af, self.as_, self.d,
        ]
    }

    /// The inverse of [`State::to_array`].
    #[must_use]
    pub fn from_array(array: [f64; State::LEN]) -> State {
        let [t_h, g1, g2, m1, m2, h, k1, k2, af, as_, d] = array;
        State {
            t_h,
            g1,
            g2,
            m1,
            m2,
            h,
            k1,
            k2,
            af,
            as_,
            d,
        }
    }
}
