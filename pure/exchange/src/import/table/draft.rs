//! What a reader has gathered so far: rows, questions, warnings. Checks every time and amount against the same bounds
//! so that no reader can forget to.

use super::lex;
use super::when::{DateRead, Order, TimeRead, WhenRead};
use crate::import::row::{AnswerKind, Answers, Format, Question, Reading, Row, Says, Warning};
use crate::import::substance;
use crate::import::zones::{Oddity, Zones};
use ebb_core::amount::Quantity;
use ebb_core::event::{CoUse, DayStatement, Dose, Event, Precision, Route};
use ebb_core::moment::Moment;
use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Examples shown with a question.
const MAX_EXAMPLES: usize = 5;
/// Longest example shown with a question, in characters.
pub(crate) const MAX_EXAMPLE_CHARS: usize = 40;
/// Longest note kept whole, in characters.
const MAX_NOTE_CHARS: usize = 100_000;
/// How much of a held row is kept for the person to read, in characters.
const MAX_HELD_CHARS: usize = 2_000;
/// Nothing before this year is read without a look.
const FIRST_YEAR: i16 = 1990;
/// Nor anything later than this from now.
const FUTURE_LIMIT: SignedDuration = SignedDuration::from_hours(24);

/// What a reader is given besides the text.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) answers: &'a Answers,
    pub(crate) zones: &'a Zones,
    pub(crate) now: Timestamp,
}

/// A time as read, before it is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stamp {
    /// With its own offset.
    Instant(Timestamp),
    /// On the wall clock.
    Wall(Date, Option<Time>),
}

/// A placed time, or the reason why it is held.
pub(crate) type PlacedOrHeld = Result<(Moment, Precision), &'static str>;

/// Rows, questions and warnings in the making.
pub(crate) struct Draft<'a> {
    pub(crate) context: Context<'a>,
    pub(crate) rows: Vec<Row>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) not_taken: BTreeMap<String, usize>,
    questions: BTreeMap<String, Question>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(context: Context<'a>) -> Self {
        Self {
            context,
            rows: Vec::new(),
            warnings: Vec::new(),
            not_taken: BTreeMap::new(),
            questions: BTreeMap::new(),
        }
    }

    /// The answer given to `id`, if any.
    pub(crate) fn answer(&self, id: &str) -> Option<&'a str> {
        self.context.answers.get(id)
    }

    /// Puts a question, or counts one more row that depends on it.
    pub(crate) fn ask(&mut self, id: &str, kind: impl FnOnce() -> AnswerKind, careful: &str, example: &str) {
        if !self.questions.contains_key(id) {
            let question = Question {
                id: id.to_owned(),
                answers: kind(),
                careful: careful.to_owned(),
                given: self.context.answers.get(id).map(str::to_owned),
                n_rows: 0,
                examples: Vec::new(),
            };
            let is_misunderstood = match (&question.answers, question.given.as_deref()) {
                (AnswerKind::OneOf(words), Some(given)) => !words.contains(&given),
                (AnswerKind::Product, Some(given)) => substance::product_answer(given).is_none(),
                _ => false,
            };
            if is_misunderstood {
                self.warn(id.to_owned(), "answer_not_understood");
            }
            self.questions.insert(id.to_owned(), question);
        }
        let Some(question) = self.questions.get_mut(id) else {
            return;
        };
        question.n_rows += 1;
        if question.examples.len() < MAX_EXAMPLES && !example.is_empty() {
            let example: String = example.chars().take(MAX_EXAMPLE_CHARS).collect();
            if !question.examples.contains(&example) {
                question.examples.push(example);
            }
        }
    }

    pub(crate) fn warn(&mut self, place: String, what: &'static str) {
        self.warnings.push(Warning { place, what });
    }

    pub(crate) fn push(&mut self, place: String, source_id: Option<String>, mut says: Says) {
        if let Some(note) = note_of(&mut says)
            && let Some((end, _)) = note.char_indices().nth(MAX_NOTE_CHARS)
        {
            note.truncate(end);
            self.warn(place.clone(), "note_cut");
        }
        self.rows.push(Row { place, source_id, says });
    }

    pub(crate) fn hold(&mut self, record: &lex::Record<'_>, source_id: Option<String>, reason: &'static str) {
        let row = excerpt(record);
        self.push(record.place(), source_id, Says::Held { reason, row });
    }

    pub(crate) fn skip(&mut self, record: &lex::Record<'_>, reason: &'static str) {
        self.push(record.place(), None, Says::Skipped { reason });
    }

    /// Counts `n` things of a section or column that were not taken.
    pub(crate) fn leave_out(&mut self, name: &str, n: usize) {
        if n > 0 {
            let name: String = name.chars().take(MAX_EXAMPLE_CHARS).collect();
            *self.not_taken.entry(name).or_default() += n;
        }
    }

    /// Another substance, taken over unless the person said to drop such rows.
    pub(crate) fn co_use(&mut self, record: &lex::Record<'_>, source_id: Option<String>, co_use: CoUse) {
        let words = || AnswerKind::OneOf(vec!["keep", "drop"]);
        self.ask("co_use", words, "keep", &co_use.substance);
        if self.answer("co_use") == Some("drop") {
            self.skip(record, "other_substance");
        } else {
            self.push(record.place(), source_id, Says::Entry(Event::CoUse(co_use)));
        }
    }

    /// Says what is known of a whole day, if the day itself is plausible.
    pub(crate) fn day(&mut self, record: &lex::Record<'_>, source_id: Option<String>, statement: DayStatement) {
        match self.day_bound(statement.day) {
            Ok(()) => self.push(record.place(), source_id, Says::Entry(Event::Day(statement))),
            Err(reason) => self.hold(record, source_id, reason),
        }
    }

    /// Places the times of a table, in the order in which they were written so far as it can be seen. The times of a
    /// file that runs backwards are placed from its end.
    pub(crate) fn place_all(&mut self, stamps: &[(usize, Result<Stamp, &'static str>)]) -> Vec<PlacedOrHeld> {
        let mut placed: Vec<PlacedOrHeld> = Vec::with_capacity(stamps.len());
        let mut before = None;
        let backwards = runs_backwards(stamps);
        let order: Box<dyn Iterator<Item = &(usize, Result<Stamp, &'static str>)>> = if backwards {
            Box::new(stamps.iter().rev())
        } else {
            Box::new(stamps.iter())
        };
        for (line, stamp) in order {
            let moment = stamp.and_then(|stamp| self.place(stamp, *line, before));
            before = match &moment {
                Ok((moment, Precision::Minute)) => Some(moment.at),
                _ => None,
            };
            placed.push(moment);
        }
        if backwards {
            placed.reverse();
        }
        placed
    }

    /// Places one time and checks it against the bounds.
    pub(crate) fn place(&mut self, stamp: Stamp, line: usize, not_before: Option<Timestamp>) -> PlacedOrHeld {
        let (moment, precision) = match stamp {
            Stamp::Instant(at) => (self.context.zones.at_instant(at), Precision::Minute),
            Stamp::Wall(date, time) => {
                if date.year() < FIRST_YEAR {
                    return Err("before_1990");
                }
                let precision = if time.is_some() {
                    Precision::Minute
                } else {
                    Precision::Day
                };
                // The time of day of a day-only entry means nothing; noon is on the same day in every zone and for
                // every day start.
                let wall = DateTime::from_parts(date, time.unwrap_or(NOON));
                let Some(placed) = self.context.zones.at_wall(wall, not_before) else {
                    return Err("no_such_date");
                };
                self.ask_zone();
                match placed.oddity {
                    Some(Oddity::HourTwice) if time.is_some() => self.warn(lex::place(line), "hour_twice"),
                    Some(Oddity::HourMissing) if time.is_some() => self.warn(lex::place(line), "hour_missing"),
                    _ => {}
                }
                (placed.moment, precision)
            }
        };
        if moment.wall().year() < FIRST_YEAR {
            return Err("before_1990");
        }
        if moment.at.duration_since(self.context.now) > FUTURE_LIMIT {
            return Err("in_the_future");
        }
        Ok((moment, precision))
    }

    fn ask_zone(&mut self) {
        let careful = self.context.zones.home_name();
        self.ask("zone", || AnswerKind::Zone, &careful, "");
    }

    /// Whether `day` lies within the bounds.
    pub(crate) fn day_bound(&self, day: Date) -> Result<(), &'static str> {
        if day.year() < FIRST_YEAR {
            return Err("before_1990");
        }
        let today = self.context.zones.at_instant(self.context.now).wall().date();
        if day > ebb_core::day::plus(today, 1) {
            return Err("in_the_future");
        }
        Ok(())
    }

    /// The reading.
    pub(crate) fn finish(mut self, format: Format) -> Reading {
        if !self.rows.iter().any(|r| !matches!(r.says, Says::Skipped { .. })) {
            self.warn(String::new(), "nothing_to_import");
        }
        Reading {
            format,
            rows: self.rows,
            questions: self.questions.into_values().collect(),
            warnings: self.warnings,
            not_taken: self.not_taken,
            secrets_dropped: Vec::new(),
        }
    }
}

/// A swallowed dose of which no more is known than this.
pub(crate) fn dose(when: Moment, precision: Precision, amount: Option<Quantity>) -> Dose {
    Dose {
        when,
        precision,
        over_min: None,
        amount,
        product: None,
        batch: None,
        route: Route::Oral,
        stomach: None,
        reason: None,
        mood: None,
        note: None,
    }
}

/// A row as text, for a person to read.
pub(crate) fn excerpt(record: &lex::Record<'_>) -> String {
    let mut text = record.text();
    if let Some((end, _)) = text.char_indices().nth(MAX_HELD_CHARS) {
        text.truncate(end);
    }
    text
}

/// The words of a row that may be long.
fn note_of(says: &mut Says) -> Option<&mut String> {
    match says {
        Says::Dose { dose, .. } => dose.note.as_mut(),
        Says::Entry(Event::Note(note)) => Some(&mut note.text),
        Says::Entry(Event::CheckIn(check_in)) => check_in.note.as_mut(),
        Says::Entry(Event::FeltEffect(felt)) => felt.note.as_mut(),
        Says::Entry(Event::CoUse(co_use)) => co_use.note.as_mut(),
        Says::Entry(Event::Day(day)) => day.note.as_mut(),
        Says::Entry(_) | Says::Held { .. } | Says::Skipped { .. } => None,
    }
}

/// Noon.
pub(crate) const NOON: Time = Time::constant(12, 0, 0, 0);

/// A read date and time as a stamp, or the reason why there is none.
pub(crate) fn stamp(read: WhenRead, order: Option<Order>) -> Result<Stamp, &'static str> {
    match read {
        WhenRead::Instant(at) => Ok(Stamp::Instant(at)),
        WhenRead::Wall(date, time) => wall_stamp(date, time, order),
    }
}

/// A read date and a read time as a stamp, or the reason why there is none.
pub(crate) fn wall_stamp(date: DateRead, time: TimeRead, order: Option<Order>) -> Result<Stamp, &'static str> {
    let date = date.settle(order)?;
    match time {
        TimeRead::Sure(time) => Ok(Stamp::Wall(date, Some(time))),
        TimeRead::Blank | TimeRead::Words => Ok(Stamp::Wall(date, None)),
        TimeRead::NoSuchTime => Err("no_such_time"),
    }
}

/// Whether more neighbours descend than ascend.
fn runs_backwards(stamps: &[(usize, Result<Stamp, &'static str>)]) -> bool {
    let key = |stamp: &Stamp| match *stamp {
        Stamp::Instant(at) => at.as_second(),
        Stamp::Wall(date, time) => jiff::tz::Offset::UTC
            .to_timestamp(DateTime::from_parts(date, time.unwrap_or(NOON)))
            .map_or(0, Timestamp::as_second),
    };
    let mut balance = 0i64;
    let mut last = None;
    for stamp in stamps.iter().filter_map(|(_, s)| s.as_ref().ok()) {
        let key = key(stamp);
        if let Some(last) = last {
            balance += i64::from(key > last) - i64::from(key < last);
        }
        last = Some(key);
    }
    balance < 0
}
