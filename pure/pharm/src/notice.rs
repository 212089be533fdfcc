//! Reasons and cautions as data: what the engine left out or corrected in its input, and where.
//! A notice never holds an amount, a time or any other content of a diary.

/// Something in the input that was ignored or corrected. Words for people are made elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// The dose at this position of the input was left out.
    DoseIgnored {
        /// Position in the list that was passed in.
        dose_idx: usize,
        /// Why.
        because: IgnoredBecause,
    },
    /// The duration of the dose at this position cannot be used; the dose counts as swallowed at once.
    DurationIgnored {
        /// Position in the list that was passed in.
        dose_idx: usize,
    },
    /// The output time at this position of the input was left out: not finite, or too far away.
    TimeIgnored {
        /// Position in the list that was passed in.
        time_idx: usize,
    },
    /// The output times came unsorted; the output is in ascending order.
    TimesSorted,
    /// A parameter is unusable, so no series was computed: all are empty.
    UnusableParameter {
        /// The parameter's name, as in [`crate::PARAMETER_NAMES`].
        name: &'static str,
    },
    /// Of a run with uncertainty: so many draws were asked for that fewer were made.
    DrawsReduced,
}

/// Why a dose was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IgnoredBecause {
    /// Its time or an amount is not a finite number.
    #[error("its time or an amount is not a finite number")]
    NotFinite,
    /// An amount is negative.
    #[error("an amount is negative")]
    Negative,
    /// Both amounts are zero.
    #[error("both amounts are zero")]
    Zero,
    /// An amount is beyond anything a body could hold ([`crate::Dose::LARGEST_MG`]).
    #[error("an amount is larger than {} mg", crate::Dose::LARGEST_MG)]
    TooLarge,
    /// Its time is further from the origin than [`crate::Dose::FURTHEST_H`].
    #[error("its time is further than {} h from the origin", crate::Dose::FURTHEST_H)]
    TooFarAway,
}
