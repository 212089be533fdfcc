//! The today screen: what the day adds up to, what can be logged or said with one tap, and what the engine says.

use super::entries::{self, EntryLine, HoursChoice, entry_line};
use super::telling::Teller;
use super::told::{self, Told};
use super::{Figure, Notice, Preset, Quiet, Ranged, Tone, logging};
use ebb_core::day;
use ebb_core::diary::{Diary, Logged};
use ebb_core::entry::EntryId;
use ebb_core::event::{Event, Held, Precision};
use ebb_core::view::ask::{Ask, AskNext};
use ebb_core::view::history::{DayRow, DayState, Usual};
use ebb_core::view::today::{LastDose, Now, TodayView};
use ebb_core::view::{Band80, Frame};
use ebb_present::picture;
use ebb_present::screen::forecast::in_points;
use ebb_present::screen::{Voice, today as screen};
use serde::{Deserialize, Serialize};

/// Hours after a dose when its effect can be asked about.
const ASK_AFTER_H: f64 = 1.0;
/// Hours after a dose when it can be asked how long it lasted.
const ASK_HOURS_AFTER_H: f64 = 3.0;
/// Hours after a dose when asking makes no sense any more.
const ASK_UNTIL_H: f64 = 24.0;
/// Hours without a dose after which the next urge is thought of.
const PAUSE_H: f64 = 20.0;
/// Hours without a dose after which nothing is offered any more.
const PAUSE_UNTIL_H: f64 = 14.0 * 24.0;
/// Hours after a check-in when another is offered.
const CHECK_IN_AFTER_H: f64 = 20.0;
/// Upper end of the level's scale unless the person's own is higher, ng/mL.
const SCALE_LEVEL_NG_PER_ML: f64 = 300.0;

/// The today screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Today {
    /// The day, worded.
    pub day: String,
    /// Nothing was ever logged.
    pub is_first: bool,
    /// What today adds up to, against the usual.
    pub usage: Usage,
    /// `Last dose 6 h ago: 0.55 g green`.
    pub last: Option<Told>,
    /// How the last dose felt, if that can be asked now.
    pub ask: Option<FeltAsk>,
    /// One tap logs this again: the last dose whose amount is known.
    pub again: Option<Preset>,
    /// What was logged today, newest first.
    pub entries: Vec<EntryLine>,
    /// Entries of the whole diary.
    pub n_entries: usize,
    /// Something to do, if the person likes.
    pub next: Option<NextStep>,
    /// What to know.
    pub notices: Vec<Notice>,
    /// Rows of imports that wait for the person's eye.
    pub held: Vec<EntryLine>,
}

/// What a day adds up to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Usage {
    /// The one large figure, `1.1 g`, if there is one.
    pub figure: Option<String>,
    /// What follows it, `in 2 doses`, or the whole when there is no figure.
    pub rest: Told,
    /// What of the day is not in the figure, a sentence each.
    pub aside: Vec<String>,
    /// `2.58 g less than your usual day`.
    pub compared: Option<Told>,
    /// Grams and doses against the usual, apart.
    pub bars: Vec<Bar>,
}

/// One measure of today beside the usual.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What is measured.
    pub label: String,
    /// Today's.
    pub said: String,
    /// `usual day: 3.68 g`.
    pub usual: Told,
    /// Today's share of the larger of both.
    pub share: f64,
    /// The usual one's.
    pub usual_share: f64,
}

/// A question about a dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FeltAsk {
    /// The dose.
    pub dose: EntryId,
    /// The question.
    pub title: String,
    /// What is asked.
    pub asks: Asks,
}

/// What is asked about a dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Asks {
    /// How strong it felt, 0 to 10.
    Strength,
    /// How long it lasted: one of these.
    Hours(Vec<HoursChoice>),
}

/// Something to do next, if the person likes: never a dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextStep {
    /// Why.
    pub text: Told,
    /// What.
    pub go: Go,
}

/// Where a next step leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Go {
    /// Say of this day that nothing was taken, or add what is missing.
    OpenDay(String),
    /// How the person is.
    CheckIn,
    /// Waiting out an urge.
    Craving,
}

/// What the engine says now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadingCard {
    /// Level in plasma.
    pub level: Ranged,
    /// Tolerance.
    pub tolerance: Ranged,
    /// Withdrawal now.
    pub withdrawal: Ranged,
    /// The worst if nothing more were taken.
    pub stop: Ranged,
    /// When that would be.
    pub stop_when: String,
    /// The level over three days and the next two.
    pub chart: Figure,
    /// Tolerance over the same hours.
    pub tolerance_chart: Figure,
    /// What it rests on, a sentence each.
    pub rests_on: Vec<String>,
    /// The question that would teach most, if any is worth asking.
    pub ask: Option<Asking>,
}

/// A question, and where it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// The question, and what an answer is good for.
    pub said: String,
    /// The dose it is about; a check-in without.
    pub dose: Option<EntryId>,
}

/// Builds it. `view.now` is not looked at: the engine answers later, see [`reading`].
pub(crate) fn today(voice: &Voice, frame: &Frame, diary: &Diary, view: &TodayView) -> Today {
    let rows = ebb_core::view::entries::of_day(diary, view.day);
    // How a dose felt stands at the dose.
    let is_apart = |event: &Event| !matches!(event, Event::FeltEffect(felt) if felt.dose.is_some());
    let rows = rows.iter().rev().filter(|row| is_apart(&row.event));
    Today {
        day: day_name(voice, frame, view),
        is_first: diary.doses.is_empty()
            && diary.days.is_empty()
            && diary.check_ins.is_empty()
            && diary.cravings.is_empty(),
        usage: usage(voice, view),
        last: view.last_dose.as_ref().map(|last| said_last(voice, frame, diary, last)),
        ask: view
            .last_dose
            .as_ref()
            .and_then(|last| felt_ask(voice, frame, diary, last)),
        again: logging::once_more(voice, diary, frame),
        entries: rows.map(|row| entry_line(voice, frame, diary, row)).collect(),
        n_entries: diary.n_entries(),
        next: next_step(voice, frame, diary, view),
        notices: notices(view, voice),
        held: diary.held.iter().map(|row| held_line(voice, diary, row)).collect(),
    }
}

/// The day; after midnight also until when it lasts.
fn day_name(voice: &Voice, frame: &Frame, view: &TodayView) -> String {
    let day = voice.numbers.date_with_weekday(view.day);
    if frame.moment().wall().date() == view.day {
        return day;
    }
    let ends = jiff::civil::Time::constant(0, 0, 0, 0);
    let ends = ends.with().hour(frame.day_start.hour()).build().unwrap_or(ends);
    voice.words.today_until(&day, &voice.numbers.clock_time(ends))
}

fn said_last(voice: &Voice, frame: &Frame, diary: &Diary, last: &LastDose) -> Told {
    let dose = Teller { voice, diary }.dose(&last.dose);
    let ago = match last.hours_ago {
        Some(hours) => voice.numbers.relative(-hours_to_ms(hours)),
        None => voice.happened(&last.dose.when, last.dose.precision, frame),
    };
    Told::from(voice.words.today_last_dose(&ago, &dose))
}

/// The question that fits the time: first how strong, later how long, and nothing once it is said or long ago.
fn felt_ask(voice: &Voice, frame: &Frame, diary: &Diary, last: &LastDose) -> Option<FeltAsk> {
    let passed_h = last
        .hours_ago
        .filter(|hours| (ASK_AFTER_H..ASK_UNTIL_H).contains(hours))?;
    let felt = entries::felt(voice, frame, diary, last.id, &last.dose);
    let when = voice.numbers.clock_time(last.dose.when.wall().time());
    let is_today = last.dose.when.wall().date() == frame.moment().wall().date();
    let words = &voice.words;
    let (title, asks) = match (felt.strength, felt.hours) {
        (None, None) if is_today => (words.felt_ask(&when), Asks::Strength),
        (None, None) => (words.felt_ask_yesterday(&when), Asks::Strength),
        (Some(_), None) if passed_h >= ASK_HOURS_AFTER_H => {
            let title = if is_today {
                words.felt_ask_hours(&when)
            } else {
                words.felt_ask_hours_yesterday(&when)
            };
            (title, Asks::Hours(felt.choices))
        }
        _ => return None,
    };
    Some(FeltAsk {
        dose: last.id,
        title,
        asks,
    })
}

fn usage(voice: &Voice, view: &TodayView) -> Usage {
    let (figure, rest) = figure(voice, &view.today);
    Usage {
        figure,
        rest: Told::from(rest),
        aside: aside(voice, &view.today),
        compared: view.usual.and_then(|usual| compared(voice, &view.today, usual)),
        bars: view
            .usual
            .map(|usual| bars(voice, &view.today, usual))
            .unwrap_or_default(),
    }
}

/// The large figure and what follows it; nothing large when there is nothing to count.
fn figure(voice: &Voice, row: &DayRow) -> (Option<String>, String) {
    let words = &voice.words;
    let doses = words.dose_count(row.doses as u64);
    let grams = row
        .grams
        .map(|grams| voice.numbers.amount_exact(Some(screen::round2(grams)), "g"));
    match (row.state, grams) {
        (DayState::NoEntry, _) => (None, words.today_nothing()),
        (DayState::NothingTaken, _) => (None, words.today_zero()),
        (DayState::UnknownAmount, _) if row.is_day_total => (None, words.entry_day_unknown()),
        (DayState::UnknownAmount, _) => (Some(doses), words.today_amounts_unknown()),
        (_, None) => (Some(doses), words.today_not_in_grams()),
        (_, Some(grams)) if row.is_day_total => (Some(grams), words.today_in_all()),
        (DayState::PartlyKnown, grams) => (grams, words.today_at_least(&told::amount(&doses))),
        (DayState::Known, grams) => (grams, words.today_in_doses(&told::amount(&doses))),
    }
}

/// What the figure leaves out.
fn aside(voice: &Voice, row: &DayRow) -> Vec<String> {
    let words = &voice.words;
    let unknown = (row.state == DayState::PartlyKnown && row.unknown_doses > 0)
        .then(|| words.today_unknown_amounts(row.unknown_doses as u64));
    let other = (row.grams.is_some() && row.doses_not_in_grams > 0)
        .then(|| words.today_and_not_in_grams(row.doses_not_in_grams as u64));
    [unknown, other].into_iter().flatten().collect()
}

/// Only a day whose grams are known and whole is compared.
fn compared(voice: &Voice, row: &DayRow, usual: Usual) -> Option<Told> {
    let is_whole = row.state == DayState::Known && row.doses_not_in_grams == 0;
    let difference = screen::round2(row.grams.filter(|_| is_whole)? - screen::round2(usual.grams));
    let words = &voice.words;
    let figure = told::amount(&voice.numbers.amount_exact(Some(difference.abs()), "g"));
    Some(Told::from(if difference.abs() < 0.05 * usual.grams {
        words.today_compare_same()
    } else if difference > 0.0 {
        words.today_compare_more(&figure)
    } else {
        words.today_compare_less(&figure)
    }))
}

fn bars(voice: &Voice, row: &DayRow, usual: Usual) -> Vec<Bar> {
    let words = &voice.words;
    let bar = |label: String, said: String, usual_said: String, today: f64, usual: f64| {
        let most = today.max(usual);
        (most > 0.0).then(|| Bar {
            label,
            said,
            usual: Told::from(words.today_usual_is(&told::amount(&usual_said))),
            share: today / most,
            usual_share: usual / most,
        })
    };
    let grams = |grams: f64| voice.numbers.amount_exact(Some(screen::round2(grams)), "g");
    let is_counted = matches!(row.state, DayState::Known | DayState::PartlyKnown);
    let of_grams = row.grams.filter(|_| is_counted).and_then(|today| {
        let said = match row.state {
            DayState::PartlyKnown => format!("{} {}", words.at_least(), grams(today)),
            _ => grams(today),
        };
        bar(words.today_grams(), said, grams(usual.grams), today, usual.grams)
    });
    let is_single = row.doses > 0;
    let of_doses = is_single.then(|| {
        let today = row.doses as f64;
        let usual_said = voice.numbers.exact(usual.doses);
        bar(
            words.today_doses(),
            voice.numbers.exact(today),
            usual_said,
            today,
            usual.doses,
        )
    });
    [of_grams, of_doses.flatten()].into_iter().flatten().collect()
}

/// One calm thing to do: close an open day, be there for an urge, or say how it is. Nothing is as good an answer.
fn next_step(voice: &Voice, frame: &Frame, diary: &Diary, view: &TodayView) -> Option<NextStep> {
    let words = &voice.words;
    let n = view.recent.len();
    let (before, yesterday) = (view.recent.get(..n.checked_sub(2)?)?, view.recent.get(n - 2)?);
    let is_kept = before.iter().any(|row| row.state != DayState::NoEntry);
    if yesterday.state == DayState::NoEntry && is_kept {
        return Some(NextStep {
            text: Told::from(words.next_open_day()),
            go: Go::OpenDay(yesterday.day.to_string()),
        });
    }
    let pause_h = view.last_dose.as_ref().and_then(|last| last.hours_ago);
    if let Some(hours) = pause_h.filter(|hours| (PAUSE_H..PAUSE_UNTIL_H).contains(hours)) {
        let gap = told::amount(&voice.numbers.duration(hours_to_ms(hours)));
        return Some(NextStep {
            text: Told::from(words.next_pause(&gap)),
            go: Go::Craving,
        });
    }
    let is_recent = |at: jiff::Timestamp| ebb_core::bridge::hours_between(at, frame.now) < CHECK_IN_AFTER_H;
    let has_checked_in = diary.check_ins.iter().any(|entry| match entry.body.precision {
        Precision::Minute => is_recent(entry.body.when.at),
        Precision::Day => day::of(&entry.body.when, frame.day_start) == view.day,
    });
    (view.last_dose.is_some() && !has_checked_in).then(|| NextStep {
        text: Told::from(words.next_check_in()),
        go: Go::CheckIn,
    })
}

/// What the engine says, or why it says nothing.
pub(crate) fn reading(voice: &Voice, frame: &Frame, view: &TodayView, width: u16) -> Result<ReadingCard, Quiet> {
    match &view.now {
        Ok(now) => Ok(card(voice, frame, view, now, width)),
        Err(silence) => Err(Quiet {
            title: voice.words.no_forecast_title(),
            reason: voice.silence(*silence),
        }),
    }
}

fn card(voice: &Voice, frame: &Frame, view: &TodayView, now: &Now, width: u16) -> ReadingCard {
    let words = &voice.words;
    let most_level = scale_end(SCALE_LEVEL_NG_PER_ML.max(now.level_ng_per_ml.high));
    let most_shift = scale_end(now.potency_shift.high.max(4.0));
    let score = |label: String, band: Band80| ranged(voice, label, in_points(band), "", 0.0, 64.0);
    ReadingCard {
        level: ranged(
            voice,
            words.label_level(),
            now.level_ng_per_ml,
            "ng/mL",
            0.0,
            most_level,
        ),
        tolerance: ranged(
            voice,
            words.today_tolerance_scale(),
            now.potency_shift,
            "",
            1.0,
            most_shift,
        ),
        withdrawal: score(words.today_withdrawal_now(), now.withdrawal_64),
        stop: score(words.today_stop_hardest(), now.stop_peak_64),
        stop_when: words.forecast_peak(&voice.numbers.duration_range(now.stop_peak_h.low, now.stop_peak_h.high)),
        chart: Figure::of(voice, &picture::level(voice, frame, view, now), width, "level"),
        tolerance_chart: Figure::of(voice, &picture::tolerance(voice, frame, now), width, "tolerance"),
        rests_on: voice.rests_on(&now.rests_on),
        ask: None,
    }
}

/// The question that would teach most.
pub(crate) fn ask(voice: &Voice, frame: &Frame, next: &AskNext) -> Asking {
    Asking {
        said: ebb_present::screen::learned::ask(voice, frame, next),
        dose: match next.ask {
            Ask::CheckIn => None,
            Ask::Felt { dose } | Ask::Lasted { dose } => Some(dose),
        },
    }
}

/// The next round figure, so that no band reaches beyond the end that is written there: one digit and a half.
fn scale_end(highest: f64) -> f64 {
    let step = 10_f64.powf(highest.max(1.0).log10().floor()) / 2.0;
    (highest / step).ceil() * step
}

/// A band on a scale from `from` to `to`.
fn ranged(voice: &Voice, label: String, band: Band80, unit: &str, from: f64, to: f64) -> Ranged {
    let share = |value: f64| ((value - from) / (to - from)).clamp(0.0, 1.0);
    Ranged {
        label,
        middle: voice.numbers.amount_estimate(Some(band.mid), unit),
        range: voice.numbers.range(band.low, band.high, unit),
        shares: [share(band.low), share(band.mid), share(band.high)],
        scale: [voice.numbers.exact(from), voice.numbers.exact(to)],
    }
}

fn notices(view: &TodayView, voice: &Voice) -> Vec<Notice> {
    let is_newer = |notice: &ebb_core::diary::Notice| matches!(notice, ebb_core::diary::Notice::NewerEntry { .. });
    let newer = view.notices.iter().any(is_newer).then(|| Notice {
        tone: Tone::Caution,
        text: voice.words.history_newer_entry(),
    });
    newer.into_iter().collect()
}

fn held_line(voice: &Voice, diary: &Diary, held: &Logged<Held>) -> EntryLine {
    let lines = Teller { voice, diary }.tell(held.id, &Event::Held(held.body.clone()));
    EntryLine {
        id: held.id,
        kind: "held".to_owned(),
        time: None,
        said: lines.title.plain(),
        title: lines.title,
        detail: lines.detail,
        is_amended: held.is_amended,
        is_imported: true,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a few days in milliseconds")]
fn hours_to_ms(hours: f64) -> i64 {
    (hours * 3_600_000.0) as i64
}

#[cfg(test)]
#[path = "today/tests.rs"]
mod tests;
