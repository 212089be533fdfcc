//! What is known, with its sources.
//!
//! One row, one number, one source. The rows live in `data/*.toml`, where a clinician can read them; they are checked and
//! turned into `src/table.rs` and `docs/evidence.md` by the module `generate` (a feature of the tools, never of the product). A row that
//! fails a rule stops the generation, so a number without a source has no constant and code that names it does not build.
//!
//! This crate must never hold a number that is not in `data/`, and must never soften a grade.
//!
//! Start here:
//!
//! ```
//! use ebb_evidence::{Standing, cited, id, parameter, value};
//!
//! // A constant that does not exist does not compile.
//! let leaf = cited::LEAF_MITRAGYNINE;
//! assert_eq!(leaf.unit, "mg/g");
//!
//! // The same row by its id, for ids that arrive as text.
//! assert_eq!(value(id::LEAF_MITRAGYNINE), Some(leaf));
//!
//! // The engine's parameters under the names of its equations.
//! let clearance = parameter("CL").expect("the engine has a clearance");
//! assert_eq!(clearance.unit, "L/h");
//! assert_eq!(clearance.standing(), Standing::Ours);
//! ```
//!
//! Nobody has measured a tea of unknown strength, so no row holds it and this does not build:
//!
//! ```compile_fail,E0432
//! use ebb_evidence::cited::TEA_MITRAGYNINE;
//! ```

#![forbid(unsafe_code)]

#[cfg(feature = "generate")]
pub mod generate;
mod help;
#[rustfmt::skip]
mod table;

pub use help::{Act, Checked, ELSEWHERE, Helpline, Hours, Reach, RedFlag, Service, helplines, helplines_in, red_flags};
pub use table::{cited, id, red_flag};

/// One number, with everything a person needs in order to doubt it.
///
/// There is deliberately no `Deref` and no conversion to `f64`: code must say `.value`, so a reviewer can search for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cited {
    /// Name of the row: lower case words joined by dots, unique over all tables.
    pub id: &'static str,
    /// The number, in [`unit`](Self::unit).
    pub value: f64,
    /// Unit as written in the table, for example `mg/g`. `-` means a plain number, `log_sd` a standard deviation of the
    /// natural logarithm.
    pub unit: &'static str,
    /// Low and high end as the source reports them, in [`unit`](Self::unit). [`range_is`](Self::range_is) says what the
    /// two ends are.
    pub range: Option<(f64, f64)>,
    /// What the ends of [`range`](Self::range) are. Present exactly when the range is.
    pub range_is: Option<RangeIs>,
    /// Spread of a lognormal prior: standard deviation of the natural logarithm. Only rows of [`Kind::Prior`] have it.
    pub log_sd: Option<f64>,
    /// What sort of statement the number is.
    pub kind: Kind,
    /// How the number was come by.
    pub basis: Basis,
    /// Who or what it was measured on.
    pub population: &'static str,
    /// Id of the [`Source`]; [`Cited::cited_source`] looks it up.
    pub source: &'static str,
    /// How far it may be trusted.
    pub grade: Grade,
    /// Ids of the rows this one was fitted to, calibrated to or judged from.
    pub rests_on: &'static [&'static str],
    /// What in Ebb uses it, or an empty string.
    pub used_by: &'static str,
    /// Why the prior leaves out something it should cover, when it does.
    pub gap: Option<&'static str>,
    /// One or two sentences in our own words.
    pub note: &'static str,
}

/// What sort of statement a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A single best figure: a mean, a median, a count.
    Point,
    /// Only a range was reported; the value is its middle.
    Range,
    /// The largest that was seen or is claimed.
    Upper,
    /// The smallest that was seen or is claimed.
    Lower,
    /// A starting belief about one person or one batch: a centre and a `log_sd`.
    Prior,
}

/// How a number was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Read in the source, as it stands.
    Seen,
    /// Computed by us from numbers read in the source.
    Calculated,
    /// Taken over to people from animals, rounded.
    CarriedOver,
    /// Fitted by us to published figures; agreement with those figures is by construction.
    Fitted,
    /// Tuned by hand to published figures; agreement with those figures is by construction.
    Calibrated,
    /// Assumed because nobody has measured it.
    Assumption,
    /// Chosen by us after weighing what there is.
    Judgement,
    /// Free to choose: nothing that is shown depends on it.
    Convention,
}

/// What the two ends of a reported range are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RangeIs {
    /// Smallest and largest that were seen.
    Observed,
    /// 95 % confidence interval.
    Interval95,
    /// Mean minus and plus one standard deviation.
    OneSd,
    /// Printed as a range without saying of what.
    Quoted,
}

/// How far a number may be trusted. The letters are explained in `docs/evidence.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Measured in people, or in the product itself, and read by us in the study's own text.
    A,
    /// The same, but read second-hand or standing on little.
    B,
    /// Case reports, users' accounts, sellers' pages.
    C,
    /// Measured in animals.
    D,
    /// Measured in a dish.
    E,
    /// Ours: fitted or calibrated to published figures.
    F,
    /// Ours: judgement, assumption or convention.
    J,
    /// From memory, unverified. Never to be shown as established.
    M,
}

impl Grade {
    /// How it is written: a program that is built small holds no other name of it.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Grade::A => "A",
            Grade::B => "B",
            Grade::C => "C",
            Grade::D => "D",
            Grade::E => "E",
            Grade::F => "F",
            Grade::J => "J",
            Grade::M => "M",
        }
    }
}

/// What a person should be told about a number before anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Measured in people or in the product, and read in the study's own text.
    Measured,
    /// Somebody else's summary of a measurement, or a weak source.
    SecondHand,
    /// Measured, but not in people.
    Laboratory,
    /// Ebb's own: fitted, calibrated or judged.
    Ours,
    /// Written down from memory and not checked.
    Unverified,
}

/// How a source was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Read {
    /// In the source's own text, mostly its abstract.
    Primary,
    /// In somebody else's summary.
    SecondHand,
    /// Not read: cited from memory.
    Memory,
    /// Ebb's own work.
    Own,
}

/// One entry of the bibliography.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Name used by the rows, for example `huestis2024`.
    pub id: &'static str,
    /// What it is, in our words.
    pub citation: &'static str,
    /// Digital object identifier, without the address of a resolver.
    pub doi: Option<&'static str>,
    /// PubMed Central number, for example `PMC4425236`.
    pub pmc: Option<&'static str>,
    /// Where the text was read, when that is neither the DOI nor PubMed Central.
    pub read_at: Option<&'static str>,
    /// Who or what was studied.
    pub population: &'static str,
    /// How it was read.
    pub read: Read,
    /// The best grade a row may take from it.
    pub grade: Grade,
    /// True when no number is taken from it: it is listed because it was read.
    pub background: bool,
}

impl Cited {
    /// What a person should be told first.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.grade {
            Grade::A => Standing::Measured,
            Grade::B if self.cited_source().is_some_and(|source| source.read == Read::Primary) => Standing::Measured,
            Grade::B | Grade::C => Standing::SecondHand,
            Grade::D | Grade::E => Standing::Laboratory,
            Grade::F | Grade::J => Standing::Ours,
            Grade::M => Standing::Unverified,
        }
    }

    /// How the number was read: from memory when it is graded so, or else as its source was.
    #[must_use]
    pub fn read(&self) -> Read {
        match self.cited_source() {
            Some(source) if self.grade != Grade::M => source.read,
            Some(_) | None => Read::Memory,
        }
    }

    /// The bibliography entry. The generator refuses rows without one.
    #[must_use]
    pub fn cited_source(&self) -> Option<&'static Source> {
        source(self.source)
    }

    /// Width on the log scale: the row's own `log_sd`, or else the smallest one whose central 95 % covers the reported
    /// range around the value. `None` when there is neither, or when a logarithm would make no sense.
    ///
    /// # Examples
    /// ```
    /// let shot = ebb_evidence::cited::EXTRACT_SHOT_MITRAGYNINE; // 112.5 mg, 50 to 250
    /// let width = shot.width_log_sd().unwrap();
    /// assert!((shot.value * (-1.96 * width).exp()) <= 50.0 + 1e-9);
    /// assert!((shot.value * (1.96 * width).exp()) >= 250.0 - 1e-9);
    /// ```
    #[must_use]
    pub fn width_log_sd(&self) -> Option<f64> {
        if self.log_sd.is_some() {
            return self.log_sd;
        }
        let (low, high) = self.range?;
        if low <= 0.0 || self.value <= 0.0 {
            return None;
        }
        Some(libm::log(self.value / low).max(libm::log(high / self.value)) / NORMAL_95)
    }
}

/// Half-width of the central 95 % of a standard normal, in standard deviations.
pub(crate) const NORMAL_95: f64 = 1.96;

/// The row with this id.
#[must_use]
pub fn value(id: &str) -> Option<&'static Cited> {
    table::ROWS
        .binary_search_by(|row| row.id.cmp(id))
        .ok()
        .map(|idx| &table::ROWS[idx])
}

/// Every row, sorted by id.
#[must_use]
pub fn all() -> &'static [Cited] {
    &table::ROWS
}

/// The bibliography entry with this id.
#[must_use]
pub fn source(id: &str) -> Option<&'static Source> {
    table::SOURCES
        .binary_search_by(|source| source.id.cmp(id))
        .ok()
        .map(|idx| &table::SOURCES[idx])
}

/// Every bibliography entry, sorted by id.
#[must_use]
pub fn sources() -> &'static [Source] {
    &table::SOURCES
}

/// The engine's parameter under the name it has in the equations: `ka`, `CL`, `V1`, `Q`, `V2`, `fp`, `fs`, `V7`, `k7`,
/// `F7`, `ka7`, `rho`, `EC50`, `g`, `tau_f`, `tau_s`, `beta_f`, `beta_s`, `t_half_f`, `t_half_s`, `t_half_D`, `kE`, `kW`,
/// and those of the ratings (`b0`, `sigma_E`, `sigma_W_base`, `sigma_W_slope`, `sigma_dur`, `duration_floor_h`,
/// `slip_share`, `theta_E`, and the width `potency_log_sd`).
#[must_use]
pub fn parameter(oracle_name: &str) -> Option<&'static Cited> {
    table::PARAMETERS
        .binary_search_by(|(name, _)| (*name).cmp(oracle_name))
        .ok()
        .map(|idx| table::PARAMETERS[idx].1)
}

/// Every parameter of the engine with its name in the equations, sorted by that name.
#[must_use]
pub fn parameters() -> &'static [(&'static str, &'static Cited)] {
    &table::PARAMETERS
}
