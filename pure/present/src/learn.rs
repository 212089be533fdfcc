//! Learn as data: short pages whose every figure is a row of the evidence tables.
//!
//! A page's text comes from the word files and holds no digits; a fact is filled from a row, so its number, source, grade and
//! population cannot drift apart. Where a person's own picture belongs, the page says which and draws nothing. It must never
//! state what is only remembered as established, name a dose to take, or say how to pass a test.

use crate::help::{citation, grounds, grounds_line};
use crate::number::Numbers;
use crate::words::Words;
use ebb_evidence::{Cited, Grade, Kind, RangeIs, source};

mod practice;
mod science;

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its name in an address: lower case words joined by hyphens. It never changes.
    pub slug: &'static str,
    /// Its title.
    pub title: String,
    /// What it says, in one or two sentences.
    pub lead: String,
    /// Its sections, in reading order.
    pub sections: Vec<Section>,
}

/// A part of a page under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// The text.
    pub paragraphs: Vec<String>,
    /// What was seen, each with its grounds.
    pub facts: Vec<Fact>,
    /// Which of the person's own pictures belongs here.
    pub curve: Option<CurveKind>,
}

/// A statement with everything needed to doubt it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The statement, with its figure.
    pub text: String,
    /// The row the figure is from. `None`: a statement without a figure, from a source as a whole.
    pub cited: Option<&'static Cited>,
    /// The id of the source, for links.
    pub source_id: &'static str,
    /// What the source is.
    pub source: &'static str,
    /// Whom or what it was seen in.
    pub population: &'static str,
    /// How far it may be trusted.
    pub grade: Grade,
    /// Source, population and grade in one line, to stand under the statement. For what is only remembered it is the warning.
    pub grounds: String,
}

/// A picture of the person's own diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveKind {
    /// The level over the last days.
    Level,
    /// Tolerance, and how it would fall in a break.
    Tolerance,
    /// Withdrawal, if the person stopped now.
    Withdrawal,
}

/// Every page, in reading order.
#[must_use]
pub fn pages(words: &Words, numbers: &Numbers) -> Vec<Page> {
    drafts().map(|draft| draft.worded(words, numbers)).collect()
}

/// The page with this slug.
#[must_use]
pub fn page(words: &Words, numbers: &Numbers, slug: &str) -> Option<Page> {
    drafts()
        .find(|draft| draft.slug == slug)
        .map(|draft| draft.worded(words, numbers))
}

/// Slug and title of every page, in reading order.
#[must_use]
pub fn contents(words: &Words) -> Vec<(&'static str, String)> {
    drafts().map(|draft| (draft.slug, (draft.title)(words))).collect()
}

/// What stands under a person's own picture, or in its place while there is none.
#[must_use]
pub fn curve_said(words: &Words, curve: CurveKind) -> String {
    match curve {
        CurveKind::Level => words.learn_curve_level(),
        CurveKind::Tolerance => words.learn_curve_tolerance(),
        CurveKind::Withdrawal => words.learn_curve_withdrawal(),
    }
}

/// The figure of a row as the pages write it: rounded outwards, with its unit, `about` where it was rounded, and with its
/// range where one was reported.
///
/// ```
/// use ebb_evidence::cited;
/// use ebb_present::learn::figure;
/// use ebb_present::number::{HourStyle, Language, Numbers};
/// use ebb_present::words::{Surface, Words};
/// let words = Words::new(Language::English, Surface::Terminal);
/// let numbers = Numbers::new(Language::English, HourStyle::TwentyFour);
/// assert_eq!(figure(&words, &numbers, cited::DRUG_TEST_URINE_WINDOW), "5 to 9 days");
/// assert_eq!(figure(&words, &numbers, cited::MTG_HALF_LIFE_HUESTIS2024_MULTIPLE), "about 68 hours");
/// ```
#[must_use]
pub fn figure(words: &Words, numbers: &Numbers, cited: &Cited) -> String {
    let span = |(low, high): (f64, f64)| numbers.range(low, high, "");
    if let (Kind::Range, Some(range)) = (cited.kind, cited.range) {
        return with_unit(words, cited.unit, &span(range));
    }
    let value = with_unit(words, cited.unit, &rounded(words, numbers, cited.value));
    match cited.range.zip(cited.range_is) {
        None => value,
        Some((range, RangeIs::OneSd)) => words.figure_with_deviation(&value, &span(range)),
        Some((range, RangeIs::Interval95)) => words.figure_with_interval(&value, &span(range)),
        Some((range, RangeIs::Observed | RangeIs::Quoted)) => words.figure_with_range(&value, &span(range)),
    }
}

/// A whole number as it is; anything else to two digits, and then "about".
fn rounded(words: &Words, numbers: &Numbers, value: f64) -> String {
    if value.fract() == 0.0 {
        numbers.exact(value)
    } else {
        words.figure_about(&numbers.estimate(value))
    }
}

/// The units that the pages use. A test proves that every row on a page has one of them.
fn with_unit(words: &Words, unit: &str, figure: &str) -> String {
    match unit {
        "h" => words.figure_hours(figure),
        "min" => words.figure_minutes(figure),
        "s" => words.figure_seconds(figure),
        "d" => words.figure_days(figure),
        "%" => words.figure_percent(figure),
        "mg" => words.figure_milligrams(figure),
        "mg/g" => words.figure_milligrams_per_gram(figure),
        "points" => words.figure_points(figure),
        "-" => figure.to_owned(),
        other => format!("{figure} {other}"),
    }
}

type Say = fn(&Words) -> String;

struct PageDraft {
    slug: &'static str,
    title: Say,
    lead: Say,
    sections: &'static [SectionDraft],
}

struct SectionDraft {
    heading: Say,
    paragraphs: &'static [Paragraph],
    facts: &'static [FactDraft],
    curve: Option<CurveKind>,
}

enum Paragraph {
    Text(Say),
    /// The letters with what they mean, a paragraph each.
    Grades,
}

enum FactDraft {
    /// A figure from a row.
    Row(&'static Cited, fn(&Words, &str) -> String),
    /// A statement without a figure, from a source as a whole.
    Source(&'static str, Say),
}

fn drafts() -> impl Iterator<Item = &'static PageDraft> {
    science::PAGES.iter().chain(practice::PAGES)
}

/// A section of text alone.
const fn text(heading: Say, paragraphs: &'static [Paragraph]) -> SectionDraft {
    SectionDraft {
        heading,
        paragraphs,
        facts: &[],
        curve: None,
    }
}

/// A section of text and facts.
const fn seen(heading: Say, paragraphs: &'static [Paragraph], facts: &'static [FactDraft]) -> SectionDraft {
    SectionDraft {
        heading,
        paragraphs,
        facts,
        curve: None,
    }
}

/// A section where the person's own picture belongs.
const fn own(
    heading: Say,
    paragraphs: &'static [Paragraph],
    facts: &'static [FactDraft],
    curve: CurveKind,
) -> SectionDraft {
    SectionDraft {
        heading,
        paragraphs,
        facts,
        curve: Some(curve),
    }
}

impl PageDraft {
    fn worded(&self, words: &Words, numbers: &Numbers) -> Page {
        let section = |draft: &SectionDraft| Section {
            heading: (draft.heading)(words),
            paragraphs: draft.paragraphs.iter().flat_map(|draft| draft.worded(words)).collect(),
            facts: draft.facts.iter().map(|draft| draft.worded(words, numbers)).collect(),
            curve: draft.curve,
        };
        Page {
            slug: self.slug,
            title: (self.title)(words),
            lead: (self.lead)(words),
            sections: self.sections.iter().map(section).collect(),
        }
    }
}

impl Paragraph {
    fn worded(&self, words: &Words) -> Vec<String> {
        match self {
            Self::Text(say) => vec![say(words)],
            Self::Grades => GRADES
                .iter()
                .map(|grade| words.learn_numbers_grade_line(grade.letter(), &grounds(words, *grade)))
                .collect(),
        }
    }
}

const GRADES: [Grade; 8] = [
    Grade::A,
    Grade::B,
    Grade::C,
    Grade::D,
    Grade::E,
    Grade::F,
    Grade::J,
    Grade::M,
];

impl FactDraft {
    fn worded(&self, words: &Words, numbers: &Numbers) -> Fact {
        match self {
            Self::Row(cited, say) => Fact {
                text: say(words, &figure(words, numbers, cited)),
                cited: Some(cited),
                source_id: cited.source,
                source: citation(cited.source),
                population: cited.population,
                grade: cited.grade,
                grounds: grounds_line(words, citation(cited.source), cited.population, cited.grade),
            },
            Self::Source(id, say) => {
                let known = source(id);
                // An id that is not in the bibliography counts as not verified; a test proves that there is none.
                let grade = known.map_or(Grade::M, |source| source.grade);
                let population = known.map_or("", |source| source.population);
                Fact {
                    text: say(words),
                    cited: None,
                    source_id: id,
                    source: citation(id),
                    population,
                    grade,
                    grounds: grounds_line(words, citation(id), population, grade),
                }
            }
        }
    }
}
