//! How shapes look: a style is named by what it is for, and what it looks like is said once, in [`Style::look`], which
//! becomes the style sheet. Colors are only named here; [`super::palette`] has them.

use super::palette::Tint;

/// What a shape is for, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is named by what it is for; see Style::look")]
pub enum Style {
    Paper,
    GridLine,
    Baseline,
    Wave,
    Water,
    WideRange,
    NarrowRange,
    WideEdge,
    NarrowEdge,
    MiddleLine,
    MiddleLineAhead,
    ThinLine,
    PlanLine,
    Bar,
    MoreSign,
    Stem,
    Dot,
    DotHollow,
    NowLine,
    ReferenceLine,
    Leader,
    NoteDot,
    NoteSpan,
    Hatch,
    Waves,
    Veil,
    DayEmpty,
    DayFrame,
    DayLevel1,
    DayLevel2,
    DayLevel3,
    DayLevel4,
    TitleText,
    HeadingText,
    TickText,
    LabelText,
    SlopeText,
    NoteText,
    NowText,
    OwnText,
    KeyText,
    ShadeText,
    DayMark,
}

/// Every style, in the order of the style sheet.
pub const STYLES: [Style; 43] = [
    Style::Paper,
    Style::GridLine,
    Style::Baseline,
    Style::Wave,
    Style::Water,
    Style::WideRange,
    Style::NarrowRange,
    Style::WideEdge,
    Style::NarrowEdge,
    Style::MiddleLine,
    Style::MiddleLineAhead,
    Style::ThinLine,
    Style::PlanLine,
    Style::Bar,
    Style::MoreSign,
    Style::Stem,
    Style::Dot,
    Style::DotHollow,
    Style::NowLine,
    Style::ReferenceLine,
    Style::Leader,
    Style::NoteDot,
    Style::NoteSpan,
    Style::Hatch,
    Style::Waves,
    Style::Veil,
    Style::DayEmpty,
    Style::DayFrame,
    Style::DayLevel1,
    Style::DayLevel2,
    Style::DayLevel3,
    Style::DayLevel4,
    Style::TitleText,
    Style::HeadingText,
    Style::TickText,
    Style::LabelText,
    Style::SlopeText,
    Style::NoteText,
    Style::NowText,
    Style::OwnText,
    Style::KeyText,
    Style::ShadeText,
    Style::DayMark,
];

/// How a style looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Inside.
    pub fill: Option<Tint>,
    /// Along the line, with its width in pixels.
    pub stroke: Option<(Tint, f64)>,
    /// Lengths of dash and gap; empty for an unbroken line.
    pub dash: &'static str,
    /// Filled with a pattern instead of a tint.
    pub pattern: Option<Pattern>,
    /// For texts: size in pixels and weight.
    pub font: Option<(f64, u16)>,
}

/// A pattern of a fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Slanted lines: nothing was written down.
    Hatch,
    /// Small waves: unknown.
    Waves,
}

impl Pattern {
    /// The end of its id.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hatch => "hatch",
            Self::Waves => "waves",
        }
    }
}

const PLAIN: Look = Look {
    fill: None,
    stroke: None,
    dash: "",
    pattern: None,
    font: None,
};

const fn filled(tint: Tint) -> Look {
    Look {
        fill: Some(tint),
        ..PLAIN
    }
}

const fn drawn(tint: Tint, width: f64, dash: &'static str) -> Look {
    Look {
        stroke: Some((tint, width)),
        dash,
        ..PLAIN
    }
}

const fn written(tint: Tint, size: f64, weight: u16) -> Look {
    Look {
        fill: Some(tint),
        font: Some((size, weight)),
        ..PLAIN
    }
}

impl Style {
    /// How it looks.
    #[must_use]
    pub fn look(self) -> Look {
        match self {
            Self::Paper => filled(Tint::Paper),
            Self::GridLine => drawn(Tint::Grid, 1.0, ""),
            Self::Baseline => drawn(Tint::Quiet, 1.0, ""),
            Self::Wave => drawn(Tint::Edge, 2.0, ""),
            Self::Water => filled(Tint::Water),
            Self::WideRange => filled(Tint::Shallow),
            Self::NarrowRange => filled(Tint::Middle),
            Self::WideEdge => drawn(Tint::Edge, 1.0, "1.5 3"),
            Self::NarrowEdge => drawn(Tint::Edge, 1.0, ""),
            Self::MiddleLine => drawn(Tint::Deep, 2.0, ""),
            Self::MiddleLineAhead => drawn(Tint::Deep, 2.0, "6 4"),
            Self::ThinLine => drawn(Tint::Deep, 1.6, ""),
            Self::PlanLine => drawn(Tint::Own, 2.2, ""),
            Self::Bar => filled(Tint::Bar),
            Self::Stem => drawn(Tint::Grid, 2.0, ""),
            Self::Dot => filled(Tint::Deep),
            Self::MoreSign => drawn(Tint::Deep, 1.6, ""),
            Self::DotHollow => Look {
                fill: Some(Tint::Paper),
                ..drawn(Tint::Deep, 1.6, "")
            },
            Self::NowLine => drawn(Tint::Now, 1.4, ""),
            Self::ReferenceLine => drawn(Tint::Own, 1.4, "7 4"),
            Self::Leader => drawn(Tint::Missing, 0.8, ""),
            Self::NoteDot => Look {
                fill: Some(Tint::Paper),
                ..drawn(Tint::Ink, 1.8, "")
            },
            Self::NoteSpan => drawn(Tint::Ink, 1.2, ""),
            Self::Hatch => Look {
                pattern: Some(Pattern::Hatch),
                ..PLAIN
            },
            Self::Waves => Look {
                pattern: Some(Pattern::Waves),
                ..PLAIN
            },
            Self::Veil => filled(Tint::Veil),
            Self::DayEmpty => filled(Tint::Missing),
            Self::DayFrame => drawn(Tint::Deep, 1.3, ""),
            Self::DayLevel1 => filled(Tint::Middle),
            Self::DayLevel2 => filled(Tint::Edge),
            Self::DayLevel3 | Self::DayLevel4 => filled(Tint::Deep),
            Self::TitleText => written(Tint::Ink, 15.0, 600),
            Self::HeadingText | Self::KeyText => written(Tint::Quiet, 12.0, 400),
            Self::TickText => written(Tint::Quiet, 11.5, 400),
            Self::LabelText | Self::SlopeText => written(Tint::Ink, 11.5, 400),
            Self::NoteText => written(Tint::Ink, 12.0, 600),
            Self::NowText => written(Tint::Now, 12.0, 600),
            Self::OwnText => written(Tint::Own, 11.5, 600),
            Self::ShadeText => written(Tint::Quiet, 11.0, 400),
            Self::DayMark => written(Tint::Quiet, 9.0, 700),
        }
    }

    /// Its class name, after `ebb-`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::GridLine => "grid-line",
            Self::Baseline => "baseline",
            Self::Wave => "wave",
            Self::Water => "water",
            Self::WideRange => "wide",
            Self::NarrowRange => "narrow",
            Self::WideEdge => "wide-edge",
            Self::NarrowEdge => "narrow-edge",
            Self::MiddleLine => "middle",
            Self::MiddleLineAhead => "middle-ahead",
            Self::ThinLine => "thin",
            Self::PlanLine => "plan",
            Self::Bar => "bar",
            Self::MoreSign => "more",
            Self::Stem => "stem",
            Self::Dot => "dot",
            Self::DotHollow => "dot-hollow",
            Self::NowLine => "now-line",
            Self::ReferenceLine => "reference",
            Self::Leader => "leader",
            Self::NoteDot => "note-dot",
            Self::NoteSpan => "note-span",
            Self::Hatch => "hatch",
            Self::Waves => "waves",
            Self::Veil => "veil",
            Self::DayEmpty => "day-empty",
            Self::DayFrame => "day-frame",
            Self::DayLevel1 => "day-1",
            Self::DayLevel2 => "day-2",
            Self::DayLevel3 => "day-3",
            Self::DayLevel4 => "day-4",
            Self::TitleText => "title",
            Self::HeadingText => "panel-heading",
            Self::TickText => "tick",
            Self::LabelText => "label",
            Self::SlopeText => "slope-label",
            Self::NoteText => "note",
            Self::NowText => "now-text",
            Self::OwnText => "own-text",
            Self::KeyText => "key-text",
            Self::ShadeText => "shade-text",
            Self::DayMark => "day-mark",
        }
    }

    /// Font size in pixels; 0 for what is not text.
    #[must_use]
    pub fn size(self) -> f64 {
        self.look().font.map_or(0.0, |(size, _)| size)
    }
}
