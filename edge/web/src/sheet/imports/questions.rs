//! What a file leaves open, as fields a person can fill in: choices with words, numbers with their unit, a zone, a word
//! for each column, a kind of product.

use crate::form::import_answers::{ZoneAnswer, product_parts, takes_milligrams};
use ebb_exchange::import::row::{AnswerKind, ColumnSeen};
use ebb_exchange::import::{Question, Report, vocabulary};
use ebb_present::imports as said;
use ebb_present::screen::Voice;
use ebb_present::text::{for_label, shorten};
use ebb_present::words::Words;
use serde::{Deserialize, Serialize};

/// Cells of the file that a question shows.
const EXAMPLES: usize = 3;
/// Longest such cell, in characters.
const LONGEST: usize = 24;
/// Kinds of product that can be answered.
pub(super) const PRODUCTS: [&str; 5] = ["leaf", "extract", "7oh", "other", "not_mine"];

/// One open question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportQuestion {
    /// Stable id: the key of the answer.
    pub id: String,
    /// The question, worded.
    pub asks: String,
    /// Why it is asked; empty when that needs no words.
    pub why: String,
    /// `In 3 rows, such as “1,500”`; empty when it is about the whole file.
    pub rows: String,
    /// How it is answered.
    pub field: AnswerField,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AnswerField {
    /// One of these.
    Choice(Vec<AnswerChoice>),
    /// A number, or nothing when it is not known.
    Number(NumberField),
    /// A zone, and stays elsewhere.
    Zone {
        /// The zone that holds.
        home: String,
        /// Stays elsewhere.
        journeys: Vec<JourneyLine>,
    },
    /// A word for each column.
    Columns {
        /// One each, in order.
        columns: Vec<ColumnChoice>,
        /// What a column can be: the word of the answer, and what it says.
        words: Vec<(String, String)>,
    },
    /// A kind of product.
    Product(ProductField),
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerChoice {
    /// What is answered; empty leaves the question open, and the careful answer holds.
    pub answer: String,
    /// In words.
    pub said: String,
    /// What it means; may be empty.
    pub hint: String,
    /// Whether it holds when nobody answers.
    pub is_careful: bool,
    /// Whether it holds now.
    pub is_chosen: bool,
}

/// A number to type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberField {
    /// Its unit, worded.
    pub unit: String,
    /// The number that was given; may be empty.
    pub given: String,
}

/// A kind of product to choose, with milligrams for some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductField {
    /// The kinds.
    pub choices: Vec<AnswerChoice>,
    /// The milligrams that were given; may be empty.
    pub mg: String,
    /// What the field for milligrams is called.
    pub mg_label: String,
}

/// A stay elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JourneyLine {
    /// The zone's name.
    pub zone: String,
    /// From when, on the clock there.
    pub from: String,
    /// Until when.
    pub until: String,
}

/// A column and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnChoice {
    /// Its heading, or its number.
    pub name: String,
    /// A few of its cells.
    pub cells: String,
    /// The word of the answer that holds.
    pub chosen: String,
}

/// The zones that hold, by answer, by the file, or by the diary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ZoneGiven {
    /// The name of the zone at home.
    pub(crate) home: String,
}

/// The questions of a report, in its order.
pub(super) fn of(voice: &Voice, report: &Report, zones: &ZoneGiven) -> Vec<ImportQuestion> {
    report
        .questions
        .iter()
        .map(|question| one(voice, question, zones))
        .collect()
}

fn one(voice: &Voice, question: &Question, zones: &ZoneGiven) -> ImportQuestion {
    let words = &voice.words;
    let (kind, _) = said::kind_and_name(&question.id);
    // The zone and the columns are about the whole file.
    let is_of_rows = !matches!(question.answers, AnswerKind::Zone | AnswerKind::Columns(_));
    ImportQuestion {
        id: question.id.clone(),
        asks: said::question(words, &question.id),
        why: said::why(words, kind),
        rows: if is_of_rows {
            rows(words, question)
        } else {
            String::new()
        },
        field: field(words, question, zones),
    }
}

fn rows(words: &Words, question: &Question) -> String {
    let n = question.n_rows as u64;
    let quoted = |cell: &String| format!("“{}”", shorten(&for_label(cell), LONGEST));
    let examples: Vec<String> = question.examples.iter().take(EXAMPLES).map(quoted).collect();
    if examples.is_empty() {
        words.import_rows(n)
    } else {
        words.import_rows_such_as(n, &examples.join(" "))
    }
}

fn field(words: &Words, question: &Question, zones: &ZoneGiven) -> AnswerField {
    let given = question.given.as_deref();
    match &question.answers {
        AnswerKind::OneOf(answers) => AnswerField::Choice(choices(words, question, answers)),
        AnswerKind::Number(unit) => AnswerField::Number(NumberField {
            unit: match *unit {
                "g" => words.import_each_g(),
                "mg" => words.import_each_mg(),
                "g/l" => words.import_each_gl(),
                other => other.to_owned(),
            },
            given: given
                .filter(|text| *text != question.careful)
                .unwrap_or_default()
                .to_owned(),
        }),
        AnswerKind::Zone => {
            let answer = ZoneAnswer::read(given.unwrap_or_default());
            let journeys = answer.journeys.into_iter().map(|stay| JourneyLine {
                zone: stay.zone,
                from: stay.from,
                until: stay.until,
            });
            AnswerField::Zone {
                home: zones.home.clone(),
                journeys: journeys.collect(),
            }
        }
        AnswerKind::Columns(seen) => columns(words, seen, given.unwrap_or(&question.careful)),
        AnswerKind::Product => AnswerField::Product(product(words, question)),
    }
}

/// The answers, and the careful one when it is not among them: that is "I do not know", and stays unanswered.
fn choices(words: &Words, question: &Question, answers: &[&'static str]) -> Vec<AnswerChoice> {
    let careful = question.careful.as_str();
    let holds = question
        .given
        .as_deref()
        .filter(|given| answers.contains(given))
        .unwrap_or(careful);
    let beside = Some(careful).filter(|careful| !answers.contains(careful));
    let choice = |answer: &str| AnswerChoice {
        answer: if answers.contains(&answer) {
            answer.to_owned()
        } else {
            String::new()
        },
        said: said::answer(words, &question.id, answer),
        hint: said::answer_hint(words, &question.id, answer),
        is_careful: answer == careful,
        is_chosen: answer == holds,
    };
    answers.iter().copied().chain(beside).map(choice).collect()
}

fn product(words: &Words, question: &Question) -> ProductField {
    let careful = question.careful.as_str();
    let (kind, mg) = product_parts(question.given.as_deref().unwrap_or(careful));
    let beside = Some(careful).filter(|careful| !PRODUCTS.contains(careful));
    let choice = |answer: &str| AnswerChoice {
        answer: if PRODUCTS.contains(&answer) {
            answer.to_owned()
        } else {
            String::new()
        },
        said: said::answer(words, &question.id, answer),
        hint: said::answer_hint(words, &question.id, answer),
        is_careful: answer == careful,
        is_chosen: answer == kind,
    };
    ProductField {
        choices: PRODUCTS.into_iter().chain(beside).map(choice).collect(),
        mg: if takes_milligrams(kind) {
            mg.to_owned()
        } else {
            String::new()
        },
        mg_label: words.import_product_mg(),
    }
}

fn columns(words: &Words, seen: &[ColumnSeen], answer: &str) -> AnswerField {
    let mut chosen = answer.split(',').map(str::trim);
    let column = |(idx, column): (usize, &ColumnSeen)| {
        let heading = shorten(&for_label(column.heading.trim()), 2 * LONGEST);
        let cells: Vec<String> = column
            .cells
            .iter()
            .map(|cell| shorten(&for_label(cell), LONGEST))
            .collect();
        ColumnChoice {
            name: if heading.is_empty() {
                words.import_column(idx as u64 + 1)
            } else {
                heading
            },
            cells: cells.join(" · "),
            chosen: chosen.next().unwrap_or("-").to_owned(),
        }
    };
    let columns: Vec<ColumnChoice> = seen.iter().enumerate().map(column).collect();
    // A symptom that the file names stays among the answers.
    let named = columns.iter().map(|column| column.chosen.as_str());
    let mut answers: Vec<&str> = vocabulary::COLUMNS.to_vec();
    for word in named {
        if !answers.contains(&word) {
            answers.push(word);
        }
    }
    let words = answers
        .into_iter()
        .map(|word| (word.to_owned(), said::column(words, word)))
        .collect();
    AnswerField::Columns { columns, words }
}

/// The question that is asked when the letters of a file cannot be read.
pub(super) fn encoding(words: &Words) -> ImportQuestion {
    let choice = |answer: &str| AnswerChoice {
        answer: answer.to_owned(),
        said: said::answer(words, "encoding", answer),
        hint: said::answer_hint(words, "encoding", answer),
        is_careful: false,
        is_chosen: false,
    };
    ImportQuestion {
        id: "encoding".to_owned(),
        asks: said::question(words, "encoding"),
        why: said::why(words, "encoding"),
        rows: String::new(),
        field: AnswerField::Choice(vec![choice("windows-1252")]),
    }
}
