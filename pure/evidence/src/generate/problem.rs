//! What is wrong with a table: where, what, and what to do about it.

use core::fmt;

use crate::Grade;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// File name as it was handed in.
    pub file: String,
    /// Line the row begins on, counted from 1.
    pub line: usize,
    /// Id of the row or source, or what is known of it. Empty when the whole file is meant.
    pub row: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong: how it is written, or what it says.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// It cannot be read as a row.
    Form(Form),
    /// It can be read, and breaks a rule of evidence.
    Rule(Rule),
}

/// Why something cannot be read as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// The file is not TOML.
    NotToml {
        /// What the TOML reader says.
        why: String,
    },
    /// A field that every row must have is not there.
    Missing {
        /// The field.
        field: &'static str,
    },
    /// A field that no row has.
    Unknown {
        /// The field.
        field: String,
    },
    /// A field holds the wrong sort of thing.
    WrongType {
        /// The field.
        field: &'static str,
        /// What it must hold.
        wanted: &'static str,
    },
    /// A field holds a word that means nothing.
    UnknownWord {
        /// The field.
        field: &'static str,
        /// The word.
        word: String,
        /// The words that mean something.
        allowed: Vec<&'static str>,
    },
    /// The id is not lower-case words of letters, digits and `_`, joined by dots.
    BadId,
    /// The unit holds a part that is not known.
    BadUnit {
        /// The unit.
        unit: String,
        /// The part.
        part: String,
    },
    /// The range is upside down, does not hold the value, or lacks the word for what it is.
    BadRange,
    /// Spread where it does not belong, missing where it does, or not above zero.
    BadSpread,
    /// The same id, parameter name or constant name stands twice.
    Twice {
        /// What stands twice.
        name: String,
        /// Where it stands first.
        first: String,
    },
}

/// The rule of evidence that is broken.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// The source is not in the bibliography.
    UnknownSource {
        /// The id that was named.
        source: String,
    },
    /// The grade is better than the source allows, or of the wrong sort.
    GradeAboveSource {
        /// The grade of the row.
        grade: Grade,
        /// The source.
        source: String,
        /// The best grade of the source.
        best: Grade,
    },
    /// A number of our own without an own source, or the other way round.
    BasisAgainstSource {
        /// The basis, as written.
        basis: &'static str,
        /// The source.
        source: String,
    },
    /// Fitted, calibrated or carried over from nothing.
    RestsOnNothing,
    /// The number is used although it is only remembered.
    UsedFromMemory,
    /// A row that is named as support does not exist.
    UnknownRow {
        /// The id that was named.
        id: String,
    },
    /// A row that is to be covered measures something else.
    CoversOtherUnit {
        /// The row that is to be covered.
        id: String,
        /// Its unit.
        unit: String,
    },
    /// The central 95 % of the prior leaves out what was reported, and nothing says why.
    PriorTooNarrow {
        /// What is left out: the row, or the prior's own range.
        id: String,
        /// Central 95 % of the prior.
        prior: (f64, f64),
        /// What was reported, in the prior's unit.
        reported: (f64, f64),
    },
    /// A gap is explained that is not there.
    GapWithoutNeed,
    /// No row takes a number from the source.
    UnusedSource,
    /// Marked as background, yet rows take numbers from it.
    UsedBackground,
    /// Graded better than how it was read allows.
    GradeAgainstReading,
    /// A sign that must not wait, from memory.
    SignFromMemory,
    /// Numbers of a country, and none for an ambulance.
    NoAmbulance {
        /// Its code.
        country: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.file, self.line)?;
        if !self.row.is_empty() {
            write!(out, ", row `{}`", self.row)?;
        }
        write!(out, ": {}", self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Form(form) => form.fmt(out),
            Fault::Rule(rule) => rule.fmt(out),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Form::NotToml { why } => write!(out, "is not TOML: {why}. Mend the line."),
            Form::Missing { field: "source" } => {
                write!(
                    out,
                    "has no `source`. Name an entry of sources.toml, or take the number out."
                )
            }
            Form::Missing { field } => write!(out, "has no `{field}`. Write it; a number without it is not evidence."),
            Form::Unknown { field } => write!(
                out,
                "has a field `{field}` that no row has. Correct its name or take it out."
            ),
            Form::WrongType { field, wanted } => write!(out, "`{field}` must be {wanted}. Write it so."),
            Form::UnknownWord { field, word, allowed } => {
                write!(
                    out,
                    "`{field}` is `{word}`, which means nothing here. Use one of: {}.",
                    allowed.join(", ")
                )
            }
            Form::BadId => {
                write!(
                    out,
                    "has an `id` of another form. Use lower-case words of letters, digits and `_`, joined by dots."
                )
            }
            Form::BadUnit { unit, part } => {
                write!(
                    out,
                    "`unit` is `{unit}`, of which `{part}` is not known. Use a unit of generate/unit.rs or add one there."
                )
            }
            Form::BadRange => write!(
                out,
                "has a `range` that cannot be. Write [low, high] around the value, and `range_is` if and only if there is one."
            ),
            Form::BadSpread => write!(
                out,
                "has `log_sd` or `kind` wrong. A prior has a `log_sd` and a value, both above zero; nothing else has a `log_sd`."
            ),
            Form::Twice { name, first } => {
                write!(out, "repeats `{name}`, which stands in {first}. Rename one of them.")
            }
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::UnknownSource { source } => {
                write!(
                    out,
                    "names the source `{source}`, which is not in sources.toml. Add it there or correct the name."
                )
            }
            Rule::GradeAboveSource { grade, source, best } => write!(
                out,
                "is graded {grade:?}, but `{source}` gives {best:?} at best. Lower the grade or name the source that was read."
            ),
            Rule::BasisAgainstSource { basis, source } => write!(
                out,
                "has the basis `{basis}`, which does not go with the source `{source}`. What was read is `seen`, `calculated` or \
                 `carried_over`; what is ours names a source of ours."
            ),
            Rule::RestsOnNothing => {
                write!(
                    out,
                    "was derived by us but names no rows it rests on. List them in `covers` or `rests_on`."
                )
            }
            Rule::UsedFromMemory => write!(
                out,
                "is only remembered (grade M), yet has `used_by` or `parameter`. Read the source and regrade it, or stop using it."
            ),
            Rule::UnknownRow { id } => write!(out, "names the row `{id}`, which does not exist. Correct the name."),
            Rule::CoversOtherUnit { id, unit } => write!(
                out,
                "is to cover `{id}`, which is in `{unit}` and cannot be compared. Move it to `rests_on`, or add a row in this unit."
            ),
            Rule::PriorTooNarrow { id, prior, reported } => write!(
                out,
                "has a prior of {:.4} to {:.4} (central 95 %), which leaves out {:.4} to {:.4} of `{id}`. Widen `log_sd`, or say why \
                 not in `gap`.",
                prior.0, prior.1, reported.0, reported.1
            ),
            Rule::GapWithoutNeed => write!(
                out,
                "explains a `gap`, but the prior covers everything. Take `gap` out."
            ),
            Rule::UnusedSource => {
                write!(
                    out,
                    "is a source no number comes from. Use it, take it out, or write `background = true`."
                )
            }
            Rule::SignFromMemory => write!(
                out,
                "is a sign from memory (grade M), which is never shown. Name what was read, or grade it J as our judgement."
            ),
            Rule::NoAmbulance { country } => write!(
                out,
                "stands under `{country}`, which has no row with the service `emergency`. Add that row first."
            ),
            Rule::UsedBackground => write!(
                out,
                "is marked as background, but numbers come from it. Take `background` out."
            ),
            Rule::GradeAgainstReading => write!(
                out,
                "is graded against how it was read. Second-hand is B or C, memory is M, our own work is F or J, and only those."
            ),
        }
    }
}
