//! The colors, each named by what it is for, in light and dark.
//!
//! Water by day and by night: teal for what the diary and the model say, amber for now, plum for the person's own lines.
//! A test holds the contrasts: text 4.5 to 1, marks and lines 3 to 1 against the paper (WCAG 2.2).
//! No meaning rests on a color alone: bands have edges and labels, states have shapes and patterns.

/// What a color is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tint {
    /// Behind everything.
    Paper,
    /// Titles and labels that matter.
    Ink,
    /// Axis labels, headings, keys.
    Quiet,
    /// Grid lines: barely there.
    Grid,
    /// The middle line and drops.
    Deep,
    /// Bars: large, so quieter than lines.
    Bar,
    /// The narrow range.
    Middle,
    /// The wide range.
    Shallow,
    /// Edges of ranges.
    Edge,
    /// Under the middle line.
    Water,
    /// The now line.
    Now,
    /// A person's own limit or plan.
    Own,
    /// Slanted lines and waves for what is missing or unknown.
    Missing,
    /// A tint over a span of time.
    Veil,
}

/// Every tint, in the order of the style sheet.
pub const TINTS: [Tint; 14] = [
    Tint::Paper,
    Tint::Ink,
    Tint::Quiet,
    Tint::Grid,
    Tint::Deep,
    Tint::Bar,
    Tint::Middle,
    Tint::Shallow,
    Tint::Edge,
    Tint::Water,
    Tint::Now,
    Tint::Own,
    Tint::Missing,
    Tint::Veil,
];

impl Tint {
    /// The name of its custom property, after `--ebb-`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Ink => "ink",
            Self::Quiet => "quiet",
            Self::Grid => "grid",
            Self::Deep => "deep",
            Self::Bar => "bar",
            Self::Middle => "middle",
            Self::Shallow => "shallow",
            Self::Edge => "edge",
            Self::Water => "water",
            Self::Now => "now",
            Self::Own => "own",
            Self::Missing => "missing",
            Self::Veil => "veil",
        }
    }

    /// Red, green, blue by day, as `#rrggbb`.
    #[must_use]
    pub fn light(self) -> &'static str {
        match self {
            Self::Paper => "#fcfcfa",
            Self::Ink => "#1b2a31",
            Self::Quiet => "#52646c",
            Self::Grid => "#e3e9ea",
            Self::Deep => "#14677a",
            Self::Bar => "#4790a0",
            Self::Middle => "#8ec3cd",
            Self::Shallow => "#cfe5e8",
            Self::Edge => "#5b9aa6",
            Self::Water => "#dcecee",
            Self::Now => "#9a5510",
            Self::Own => "#7d3f73",
            Self::Missing => "#7f9097",
            Self::Veil => "#eef1f1",
        }
    }

    /// Red, green, blue by night, as `#rrggbb`.
    #[must_use]
    pub fn dark(self) -> &'static str {
        match self {
            Self::Paper => "#10191e",
            Self::Ink => "#e3ecef",
            Self::Quiet => "#9fb1b8",
            Self::Grid => "#22313a",
            Self::Deep => "#7ccbda",
            Self::Bar => "#4b98a9",
            Self::Middle => "#2f7080",
            Self::Shallow => "#1d4450",
            Self::Edge => "#4c909e",
            Self::Water => "#17323b",
            Self::Now => "#f0b45c",
            Self::Own => "#d9a3cd",
            Self::Missing => "#748890",
            Self::Veil => "#18242b",
        }
    }
}
