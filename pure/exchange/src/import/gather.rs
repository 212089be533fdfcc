//! What every JSON reader does alike: place times, ask each question once, hold what is out of bounds, keep words, count
//! what is left out. A reader walks its format and hands everything here.

use super::amounts::{self, Found};
use super::json::Value;
use super::row::{AnswerKind, Answers, Format, ProductHint, Question, Reading, Row, Says, Warning};
use super::secrets::Dropped;
use super::substance::{self, ProductAnswer};
use super::zones::{Oddity, Zones};
use ebb_core::event::{CoUse, Dose, Event, Note, NoteKind, Precision, ProductKind, Route};
use ebb_core::moment::Moment;
use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::DateTimeParser;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// Longest note kept whole, in characters: a book of three hundred pages has about half a million.
const MAX_NOTE: usize = 100_000;
/// Nothing before this is a diary entry: 1990-01-01T00:00:00Z.
const EARLIEST: Timestamp = Timestamp::constant(631_152_000, 0);
/// How far ahead of now a clock may be wrong.
const LATEST_AHEAD: SignedDuration = SignedDuration::from_hours(24);
/// How much of a held row is kept for the person to read, in characters.
const EXCERPT: usize = 400;

/// What the caller passes in with the file.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    /// Answers by question id.
    pub(crate) answers: &'a Answers,
    /// Where the person was.
    pub(crate) zones: &'a Zones,
    /// The present moment.
    pub(crate) now: Timestamp,
}

/// The tick of a number that counts time since 1970.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tick {
    Millisecond,
    Second,
}

/// Whose and what a product is.
pub(crate) enum Whose {
    /// The person's kratom, extract or 7-OH.
    Kratom(ProductHint),
    /// Another substance.
    Other,
    /// Somebody else's.
    NotMine,
}

/// Where a row stands and what the source calls it.
#[derive(Clone)]
pub(crate) struct Spot {
    /// Path in the file.
    pub(crate) place: String,
    /// The source's own id.
    pub(crate) id: Option<String>,
}

impl Spot {
    /// A row without an id of its own.
    pub(crate) fn new(place: String) -> Self {
        Self { place, id: None }
    }

    /// A row that the source names by `id`.
    pub(crate) fn named(place: String, id: Option<&str>) -> Self {
        let id = id.map(|id| id.chars().take(200).collect());
        Self { place, id }
    }
}

/// A reading in the making.
pub(crate) struct Gather<'a> {
    given: Given<'a>,
    reading: Reading,
    question_idx: BTreeMap<String, usize>,
    misunderstood: BTreeSet<String>,
}

impl<'a> Gather<'a> {
    /// Begins a reading. `stated_zone` is a zone that the file itself names.
    pub(crate) fn new(given: Given<'a>, format: Format, dropped: Dropped, stated_zone: Option<&str>) -> Self {
        let mut gather = Self {
            given,
            reading: Reading {
                format,
                rows: Vec::new(),
                questions: Vec::new(),
                warnings: Vec::new(),
                not_taken: BTreeMap::new(),
                secrets_dropped: dropped.secrets.into_iter().collect(),
            },
            question_idx: BTreeMap::new(),
            misunderstood: BTreeSet::new(),
        };
        gather.leave("locations", dropped.n_places);
        let careful = stated_zone.map_or_else(|| given.zones.home_name(), str::to_owned);
        gather.ask("zone", AnswerKind::Zone, &careful, "");
        gather
    }

    /// Ends it.
    pub(crate) fn finish(mut self) -> Reading {
        if let Some(&zone) = self.question_idx.get("zone") {
            self.reading.questions[zone].n_rows = self.reading.rows.len();
        }
        if self.reading.rows.is_empty() {
            self.warn("", "nothing_to_import");
        }
        self.reading
    }

    /// The answer to `id`, whether or not it was asked yet.
    pub(crate) fn answer(&self, id: &str) -> Option<&'a str> {
        self.given.answers.get(id)
    }

    /// Lists the question once and counts one more row that depends on it. Gives the answer if there is one that can be
    /// understood.
    pub(crate) fn ask(&mut self, id: &str, answers: AnswerKind, careful: &str, example: &str) -> Option<&'a str> {
        let given = self.given.answers.get(id);
        let understood = given.filter(|text| is_answer(text, &answers));
        if given.is_some() && understood.is_none() && self.misunderstood.insert(id.to_owned()) {
            self.warn(id, "answer_not_understood");
        }
        let next = self.reading.questions.len();
        let idx = *self.question_idx.entry(id.to_owned()).or_insert(next);
        if idx == next {
            self.reading.questions.push(Question {
                id: id.to_owned(),
                answers,
                careful: careful.to_owned(),
                given: understood.map(str::to_owned),
                n_rows: 0,
                examples: Vec::new(),
            });
        }
        let question = &mut self.reading.questions[idx];
        question.n_rows += 1;
        let example: String = example.chars().take(60).collect();
        if !example.is_empty() && question.examples.len() < 3 && !question.examples.contains(&example) {
            question.examples.push(example);
        }
        understood
    }

    /// A warning with its place.
    pub(crate) fn warn(&mut self, place: &str, what: &'static str) {
        self.reading.warnings.push(Warning {
            place: place.to_owned(),
            what,
        });
    }

    /// Counts `n` things of a section that is not taken.
    pub(crate) fn leave(&mut self, section: &str, n: usize) {
        if n > 0 {
            let section: String = section.chars().take(60).collect();
            *self.reading.not_taken.entry(section).or_default() += n;
        }
    }

    /// A row.
    pub(crate) fn row(&mut self, spot: Spot, says: Says) {
        self.reading.rows.push(Row {
            place: spot.place,
            source_id: spot.id,
            says,
        });
    }

    /// A row that becomes one entry.
    pub(crate) fn entry(&mut self, spot: Spot, event: Event) {
        self.row(spot, Says::Entry(event));
    }

    /// A row left out on purpose.
    pub(crate) fn skip(&mut self, spot: Spot, reason: &'static str) {
        self.row(spot, Says::Skipped { reason });
    }

    /// A row that needs a person's look.
    pub(crate) fn hold(&mut self, spot: Spot, reason: &'static str, row: &Value) {
        let row = row.excerpt(EXCERPT);
        self.row(spot, Says::Held { reason, row });
    }

    /// A note, if its time could be read; held otherwise.
    pub(crate) fn note(&mut self, spot: Spot, when: Result<Moment, &'static str>, text: String, row: &Value) {
        match when {
            Ok(when) => self.entry(
                spot,
                Event::Note(Note {
                    when,
                    precision: Precision::Minute,
                    text,
                    kind: NoteKind::Plain,
                }),
            ),
            Err(reason) => self.hold(spot, reason, row),
        }
    }

    /// A dose, unless its amount is out of bounds.
    pub(crate) fn dose(&mut self, spot: Spot, dose: Dose, product: Option<ProductHint>, row: &Value) {
        match dose.amount.as_ref().and_then(amounts::out_of_bounds) {
            Some(reason) => self.hold(spot, reason, row),
            None => self.row(
                spot,
                Says::Dose {
                    dose,
                    product,
                    felt: None,
                },
            ),
        }
    }

    /// Another substance, taken over unless the person said to drop such rows.
    pub(crate) fn co_use(&mut self, spot: Spot, co_use: CoUse) {
        let words = AnswerKind::OneOf(vec!["keep", "drop"]);
        if self.ask("co_use", words, "keep", &co_use.substance) == Some("drop") {
            self.skip(spot, "other_substance");
        } else {
            self.entry(spot, Event::CoUse(co_use));
        }
    }

    /// Words as they are, unless blank; far too long ones are cut with a warning.
    pub(crate) fn words(&mut self, place: &str, text: Option<&str>) -> Option<String> {
        let text = text.filter(|t| !t.trim().is_empty())?;
        match text.char_indices().nth(MAX_NOTE) {
            Some((end, _)) => {
                self.warn(place, "note_cut");
                Some(text[..end].to_owned())
            }
            None => Some(text.to_owned()),
        }
    }

    /// What a number found as an amount means: `Ok(None)` is an unknown amount, `Err` a reason to hold the row.
    pub(crate) fn amount(&mut self, found: Found, example: &str) -> Result<Option<f64>, &'static str> {
        match found {
            Found::Number(n) => Ok(Some(n)),
            Found::Nothing => Ok(None),
            Found::Zero => {
                let words = AnswerKind::OneOf(vec!["unknown", "zero"]);
                let answer = self.ask("zero", words, "unknown", example);
                Ok((answer == Some("zero")).then_some(0.0))
            }
            Found::Unclear => {
                self.ask("decimal", AnswerKind::OneOf(vec!["comma", "point"]), "hold", example);
                Err("ambiguous_amount")
            }
            Found::Impossible(reason) => Err(reason),
        }
    }

    /// The amount in a JSON value.
    pub(crate) fn amount_in(&mut self, value: Option<&Value>) -> Result<Option<f64>, &'static str> {
        let found = amounts::number(value, self.answer("decimal"));
        let example = value.map(|v| v.excerpt(40)).unwrap_or_default();
        self.amount(found, &example)
    }

    /// What a product's name stands for. `kind` is what the format says it is; the answer `product:NAME` overrules it.
    /// With `ask`, the question is listed.
    pub(crate) fn product(&mut self, name: &str, kind: Option<ProductKind>, ask: bool) -> Whose {
        let id = format!("product:{name}");
        let answer = if ask || self.answer(&id).is_some() {
            let careful = match kind {
                Some(ProductKind::Leaf) => "leaf",
                Some(ProductKind::Extract) => "extract",
                Some(ProductKind::SevenOh | ProductKind::OtherAlkaloid) => "7oh",
                None => "other",
            };
            self.ask(&id, AnswerKind::Product, careful, name)
                .and_then(substance::product_answer)
        } else {
            None
        };
        match answer {
            Some(ProductAnswer::NotMine) => Whose::NotMine,
            Some(ProductAnswer::Other) => Whose::Other,
            Some(ProductAnswer::Kratom(kind, each)) => {
                let mut hint = ProductHint::named(name, kind);
                match kind {
                    ProductKind::SevenOh => hint.seven_oh_mg_each = each,
                    _ => hint.mitragynine_mg_each = each,
                }
                Whose::Kratom(hint)
            }
            None => kind.map_or(Whose::Other, |kind| Whose::Kratom(ProductHint::named(name, kind))),
        }
    }

    /// An instant within the bounds, where the person was.
    pub(crate) fn at(&self, at: Timestamp) -> Result<Moment, &'static str> {
        if at < EARLIEST {
            Err("before_1990")
        } else if self.given.now.checked_add(LATEST_AHEAD).is_ok_and(|latest| at > latest) {
            Err("in_the_future")
        } else {
            Ok(self.given.zones.at_instant(at))
        }
    }

    /// A count of ticks since 1970, as a number or as digits in a string. Parts of a millisecond are cut off.
    pub(crate) fn epoch(&self, value: Option<&Value>, tick: Tick) -> Result<Moment, &'static str> {
        let digits = match value {
            Some(Value::Number(digits)) => digits,
            Some(Value::Text(text)) if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) => text.as_str(),
            _ => return Err("no_time"),
        };
        self.at(since_1970(digits, tick).ok_or("no_such_date")?)
    }

    /// An ISO 8601 time. With an offset it is an instant; without, a reading of the clock where the person was, not
    /// before `not_before` if that settles an hour that came twice.
    pub(crate) fn iso(
        &mut self,
        place: &str,
        text: &str,
        not_before: Option<Timestamp>,
    ) -> Result<Moment, &'static str> {
        match parse_iso(text)? {
            Iso::Instant(at) => self.at(at),
            Iso::Wall(wall) => {
                let placed = self.given.zones.at_wall(wall, not_before).ok_or("no_such_date")?;
                match placed.oddity {
                    Some(Oddity::HourMissing) => self.warn(place, "hour_missing"),
                    Some(Oddity::HourTwice) => self.warn(place, "hour_twice"),
                    None => {}
                }
                self.at(placed.moment.at)?;
                Ok(placed.moment)
            }
        }
    }

    /// A day of which no time is known, as a moment for [`Precision::Day`]: noon of that day, where the person was.
    pub(crate) fn day(&self, date: Date) -> Result<Moment, &'static str> {
        let noon = date.at(12, 0, 0, 0);
        let placed = self.given.zones.at_wall(noon, None).ok_or("no_such_date")?;
        self.at(placed.moment.at)?;
        Ok(placed.moment)
    }
}

/// A dose of which only the moment is known.
pub(crate) fn dose_at(when: Moment) -> Dose {
    Dose {
        when,
        precision: Precision::Minute,
        over_min: None,
        amount: None,
        product: None,
        batch: None,
        route: Route::Oral,
        stomach: None,
        reason: None,
        mood: None,
        note: None,
    }
}

/// A note with words appended that could not be read as an amount, so that they are not lost.
pub(crate) fn with_words(note: Option<String>, words: &str) -> Option<String> {
    let words = words.trim();
    match note {
        note if words.is_empty() => note,
        None => Some(words.to_owned()),
        Some(note) => Some(format!("{note}\n{words}")),
    }
}

/// A date written as `2026-02-14`.
pub(crate) fn date(text: &str) -> Option<Date> {
    static PARSER: DateTimeParser = DateTimeParser::new();
    (text.len() == 10).then(|| PARSER.parse_date(text).ok()).flatten()
}

/// The route a word names, in any case.
pub(crate) fn route_of(word: &str) -> Option<Route> {
    Some(match word.trim().to_lowercase().as_str() {
        "oral" => Route::Oral,
        "sublingual" => Route::Sublingual,
        "buccal" => Route::Buccal,
        "insufflated" | "insufflation" => Route::Insufflated,
        "rectal" => Route::Rectal,
        "transdermal" => Route::Transdermal,
        "subcutaneous" => Route::Subcutaneous,
        "intramuscular" => Route::Intramuscular,
        "intravenous" => Route::Intravenous,
        "smoked" => Route::Smoked,
        "inhaled" | "inhalation" => Route::Inhaled,
        "other" => Route::Other,
        _ => return None,
    })
}

/// Text of a file that may stand in a format's name or version: short, and only plain characters.
pub(crate) fn version_text(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '+'))
        .take(40)
        .collect()
}

enum Iso {
    Instant(Timestamp),
    Wall(DateTime),
}

fn parse_iso(text: &str) -> Result<Iso, &'static str> {
    static PARSER: DateTimeParser = DateTimeParser::new();
    let text = text.trim();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Err("no_time");
    }
    let pieces = PARSER.parse_pieces(text).map_err(|_| "no_such_date")?;
    let wall = pieces.date().to_datetime(pieces.time().ok_or("no_time")?);
    match pieces.to_numeric_offset() {
        Some(offset) => offset.to_timestamp(wall).map(Iso::Instant).map_err(|_| "no_such_date"),
        None => Ok(Iso::Wall(wall)),
    }
}

/// The wall-clock reading of an ISO time without an offset.
pub(crate) fn wall_of(text: &str) -> Option<DateTime> {
    match parse_iso(text) {
        Ok(Iso::Wall(wall)) => Some(wall),
        _ => None,
    }
}

fn since_1970(digits: &str, tick: Tick) -> Option<Timestamp> {
    let whole: i64 = match digits.parse() {
        Ok(whole) => whole,
        Err(_) => {
            let ticks: f64 = digits.parse().ok()?;
            // Far beyond any calendar, and still exact in a float.
            if ticks.is_nan() || ticks.abs() > 1e15 {
                return None;
            }
            #[expect(
                clippy::cast_possible_truncation,
                reason = "bounded just above; cutting off is what is wanted"
            )]
            {
                ticks as i64
            }
        }
    };
    match tick {
        Tick::Millisecond => Timestamp::from_millisecond(whole).ok(),
        Tick::Second => Timestamp::from_second(whole).ok(),
    }
}

fn is_answer(text: &str, answers: &AnswerKind) -> bool {
    match answers {
        AnswerKind::OneOf(words) => words.contains(&text),
        AnswerKind::Number(unit) => text == "unknown" || amounts::positive_answer(text, unit).is_some(),
        AnswerKind::Zone | AnswerKind::Columns(_) => !text.is_empty(),
        AnswerKind::Product => substance::product_answer(text).is_some(),
    }
}
