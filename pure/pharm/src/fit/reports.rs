//! What a person reported, and which of it can be used. Times in hours on the same axis as the doses. Nothing here is ever
//! turned into a number it was not.

/// How strong it felt at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Felt {
    /// When, h.
    pub at_h: f64,
    /// Points, 0 to 10; 0 means "nothing or less than one could say", 10 "as much or more".
    pub rating: f64,
}

/// How long a dose was felt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lasted {
    /// When the dose was begun, h.
    pub dose_at_h: f64,
    /// Hours it was felt; 0 means not at all.
    pub hours: f64,
}

/// Which range a withdrawal score has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymptomScale {
    /// Sixteen answers, 0 to 64.
    Of64,
    /// Ten answers, 0 to 30: read as 30/64 of the long one.
    Of30,
}

impl SymptomScale {
    /// The highest score.
    #[must_use]
    pub fn highest(self) -> f64 {
        match self {
            SymptomScale::Of64 => 64.0,
            SymptomScale::Of30 => 30.0,
        }
    }
}

/// A withdrawal check-in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Symptoms {
    /// When, h.
    pub at_h: f64,
    /// Points on its scale.
    pub score: f64,
    /// Its scale.
    pub scale: SymptomScale,
}

/// The kinds of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportKind {
    /// [`Felt`].
    Felt,
    /// [`Lasted`].
    Lasted,
    /// [`Symptoms`].
    Symptoms,
}

impl ReportKind {
    /// All kinds.
    pub const ALL: [ReportKind; 3] = [ReportKind::Felt, ReportKind::Lasted, ReportKind::Symptoms];
}

impl std::fmt::Display for ReportKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            ReportKind::Felt => "felt effect",
            ReportKind::Lasted => "felt duration",
            ReportKind::Symptoms => "withdrawal check-in",
        })
    }
}

/// All that was reported, in any order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reports {
    /// Ratings of the felt effect.
    pub felt: Vec<Felt>,
    /// Felt durations.
    pub lasted: Vec<Lasted>,
    /// Withdrawal check-ins.
    pub symptoms: Vec<Symptoms>,
}

/// How many reports of each kind a fit learned from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportCounts {
    /// Ratings of the felt effect.
    pub felt: usize,
    /// Felt durations.
    pub lasted: usize,
    /// Withdrawal check-ins.
    pub symptoms: usize,
}

impl ReportCounts {
    /// Reports of all kinds.
    #[must_use]
    pub fn total(self) -> usize {
        self.felt + self.lasted + self.symptoms
    }

    /// Reports of one kind.
    #[must_use]
    pub fn of(self, kind: ReportKind) -> usize {
        match kind {
            ReportKind::Felt => self.felt,
            ReportKind::Lasted => self.lasted,
            ReportKind::Symptoms => self.symptoms,
        }
    }
}

/// A report that cannot be learned from. The value is not repeated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A time is no number or too far away.
    #[error("{kind} report {report_idx}: its time cannot be used")]
    Time {
        /// Its kind.
        kind: ReportKind,
        /// Position in the list of its kind.
        report_idx: usize,
    },
    /// A value is no number or outside its scale.
    #[error("{kind} report {report_idx}: its value must lie between 0 and {highest}")]
    Value {
        /// Its kind.
        kind: ReportKind,
        /// Position in the list of its kind.
        report_idx: usize,
        /// The end of its scale.
        highest: u32,
    },
}

impl Reports {
    /// The highest rating.
    pub const HIGHEST_RATING: f64 = 10.0;
    /// Longer felt durations are not believed, h.
    pub const LONGEST_FELT_H: f64 = 48.0;

    /// How many there are of each kind.
    #[must_use]
    pub fn counts(&self) -> ReportCounts {
        ReportCounts {
            felt: self.felt.len(),
            lasted: self.lasted.len(),
            symptoms: self.symptoms.len(),
        }
    }

    /// The first report that cannot be used.
    pub(crate) fn check(&self) -> Result<(), ReportError> {
        let rows = self
            .felt
            .iter()
            .enumerate()
            .map(|(idx, felt)| (ReportKind::Felt, idx, felt.at_h, felt.rating, 10))
            .chain(
                self.lasted
                    .iter()
                    .enumerate()
                    .map(|(idx, lasted)| (ReportKind::Lasted, idx, lasted.dose_at_h, lasted.hours, 48)),
            )
            .chain(self.symptoms.iter().enumerate().map(|(idx, symptoms)| {
                let highest = if symptoms.scale == SymptomScale::Of64 { 64 } else { 30 };
                (ReportKind::Symptoms, idx, symptoms.at_h, symptoms.score, highest)
            }));
        for (kind, report_idx, at_h, value, highest) in rows {
            if !(at_h.is_finite() && at_h.abs() <= crate::Dose::FURTHEST_H) {
                return Err(ReportError::Time { kind, report_idx });
            }
            if !(0.0..=f64::from(highest)).contains(&value) {
                return Err(ReportError::Value {
                    kind,
                    report_idx,
                    highest,
                });
            }
        }
        Ok(())
    }
}
