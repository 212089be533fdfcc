//! Entries in one line each, and what was just logged.

use super::{Voice, wrapped};
use crate::text;
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, EntryId};
use ebb_core::event::{
    CheckIn, CoUse, Craving, DaySays, DayStatement, Dose, Event, FeltEffect, Precision, Product, ProductKind,
};
use ebb_core::moment::Moment;
use ebb_core::view::Frame;
use ebb_core::view::entries::EntryRow;

const NOTE_COLUMNS: usize = 48;
/// A line longer than this goes on under itself.
const COLUMNS: usize = 80;

/// The list of entries, newest first.
#[must_use]
pub fn list(voice: &Voice, frame: &Frame, diary: &Diary, rows: &[EntryRow]) -> String {
    if rows.is_empty() {
        return voice.words.today_first();
    }
    let line = |row: &EntryRow| {
        let changed = if row.is_amended {
            format!(" ({})", voice.words.entry_changed())
        } else {
            String::new()
        };
        let said = format!("{}{changed}", said(voice, frame, diary, &row.event));
        let name = row.id.short();
        let under_itself = " ".repeat(name.len() + 2);
        format!("{name}  {}", wrapped(&said, &under_itself, COLUMNS).trim_start())
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// One entry as it stands.
#[must_use]
pub fn line(voice: &Voice, frame: &Frame, diary: &Diary, entry: &Entry) -> String {
    let current = ebb_core::view::entries::find(diary, entry.id);
    said(
        voice,
        frame,
        diary,
        current.as_ref().map_or(&entry.event, |row| &row.event),
    )
}

/// What was just logged, and how to take it back.
#[must_use]
pub fn logged(voice: &Voice, frame: &Frame, diary: &Diary, id: EntryId) -> String {
    let Some(dose) = diary.doses.iter().find(|d| d.id == id) else {
        return String::new();
    };
    let mut text = voice
        .words
        .logged(&said(voice, frame, diary, &Event::Dose(dose.body.clone())));
    let day = diary.day_of_dose(&dose.body);
    let rows = ebb_core::view::history::day_rows(diary);
    if let Some(row) = rows.get(&day) {
        let name = if day == frame.today() {
            voice.words.today()
        } else {
            voice.numbers.date_with_weekday(day)
        };
        text.push_str(&format!("\n{name}: {}", super::today::day_line(voice, row)));
    }
    text.push_str(&format!("\n\n{}", voice.words.hint(&voice.words.undo_hint())));
    text
}

/// Products, one a line.
#[must_use]
pub fn products(voice: &Voice, diary: &Diary) -> String {
    if diary.products.is_empty() {
        return voice.words.products_none();
    }
    let line = |p: &ebb_core::diary::Logged<Product>| {
        let mark = if diary.default_product == Some(p.id) {
            "* "
        } else {
            "  "
        };
        let name = text::for_terminal(&p.body.name);
        format!("{mark}{name:<20} {}", product(voice, &p.body))
    };
    diary.products.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What it is and how strong.
#[must_use]
pub fn product(voice: &Voice, product: &Product) -> String {
    let kind = match product.kind {
        ProductKind::Leaf => voice.words.kind_leaf(),
        ProductKind::Extract => voice.words.kind_extract(),
        ProductKind::SevenOh => voice.words.kind_seven_oh(),
        ProductKind::OtherAlkaloid => voice.words.kind_other(),
    };
    let strength = |estimate: Option<ebb_core::amount::Estimate>, unit: &str| {
        estimate.map(|e| {
            let band = ebb_core::view::Band80::lognormal(e.value, e.log_sd);
            format!(
                "{} ({})",
                voice.numbers.amount_exact(Some(e.value), unit),
                voice.numbers.range(band.low, band.high, "")
            )
        })
    };
    let parts = [
        strength(product.mitragynine_mg_per_g, "mg/g"),
        strength(product.mitragynine_mg_each, "mg"),
        strength(product.seven_oh_mg_each, "mg 7-OH"),
        strength(product.tea_grams_per_litre, "g/L"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let strength = if parts.is_empty() {
        voice.words.strength_unknown()
    } else {
        parts.join(", ")
    };
    format!("{kind}, {strength}")
}

/// What one entry says, in a line.
#[must_use]
pub fn said(voice: &Voice, frame: &Frame, diary: &Diary, event: &Event) -> String {
    Teller { voice, frame, diary }.event(event)
}

/// Says one event in one line.
struct Teller<'a> {
    voice: &'a Voice,
    frame: &'a Frame,
    diary: &'a Diary,
}

impl Teller<'_> {
    fn event(&self, event: &Event) -> String {
        let words = &self.voice.words;
        match event {
            Event::Dose(dose) => self.dose(dose),
            Event::CheckIn(check_in) => self.check_in(check_in),
            Event::FeltEffect(felt) => self.felt_effect(felt),
            Event::Craving(craving) => self.craving(craving),
            Event::CoUse(co_use) => self.co_use(co_use),
            Event::Note(n) => {
                let at = self.at(&n.when, n.precision);
                format!("{} {at}{}", words.kind_note(), note(Some(&n.text)))
            }
            Event::Day(day) => self.day(day),
            Event::Product(p) => {
                let name = text::for_terminal(&p.name);
                format!("{} {name}: {}", words.kind_product(), product(self.voice, p))
            }
            Event::Batch(b) => {
                let at = self.at(&b.opened, Precision::Minute);
                format!("{} {at}{}", words.kind_batch(), note(b.name.as_ref()))
            }
            Event::ImportBatch(b) => words.kind_import(b.rows, &text::for_terminal(&b.format)),
            Event::Held(h) => {
                let reason = crate::imports::held(words, &h.reason);
                words.kind_held(&text::for_terminal(&h.place), &reason)
            }
            Event::Settings(_) => words.kind_settings(),
            Event::Learning(l) => super::learned::kind(self.voice, l.says),
            // The number stays where it is asked for: a list of entries is shown to more eyes than Help.
            Event::Person(p) => words.kind_person(&text::for_terminal(&p.name)),
            Event::Forecast(f) => words.kind_forecast(&self.at(&f.when, Precision::Minute)),
            Event::Unknown(_) => words.history_newer_entry(),
            Event::Amendment(_) | Event::Retraction(_) => words.change(),
        }
    }

    fn at(&self, moment: &Moment, precision: Precision) -> String {
        self.voice.happened(moment, precision, self.frame)
    }

    /// `mood 6 of 10`.
    fn score(&self, name: &str, value: Option<f64>, highest: f64) -> Option<String> {
        value.map(|v| format!("{name} {}", self.voice.numbers.score(v, highest, None)))
    }

    fn dose(&self, dose: &Dose) -> String {
        let (words, numbers) = (&self.voice.words, &self.voice.numbers);
        let product = dose.product.and_then(|id| self.diary.product(id));
        let what = self.voice.dose(dose, product.map(|p| p.body.name.as_str()));
        let over = dose
            .over_min
            .map(|minutes| format!(", {}", words.sipped_over(&numbers.duration_estimate(minutes / 60.0))));
        format!(
            "{what}, {}{}{}{}",
            self.at(&dose.when, dose.precision),
            over.unwrap_or_default(),
            note(dose.reason.as_ref()),
            note(dose.note.as_ref())
        )
    }

    fn check_in(&self, check_in: &CheckIn) -> String {
        let words = &self.voice.words;
        let parts = [
            self.score(&words.withdrawal_title(), check_in.total_64(), 64.0),
            self.score(&words.label_craving(), check_in.craving, 10.0),
            self.score(&words.label_mood(), check_in.mood, 10.0),
        ];
        let head = format!(
            "{} {}",
            words.kind_check_in(),
            self.at(&check_in.when, check_in.precision)
        );
        format!("{}{}", with_parts(&head, parts), note(check_in.note.as_ref()))
    }

    fn felt_effect(&self, felt: &FeltEffect) -> String {
        let words = &self.voice.words;
        let parts = [
            self.score(&words.label_felt(), felt.strength, 10.0),
            felt.duration_h.map(|hours| self.voice.numbers.duration_estimate(hours)),
            felt.word.as_deref().map(text::for_terminal),
        ];
        let head = format!("{} {}", words.kind_felt(), self.at(&felt.when, Precision::Minute));
        with_parts(&head, parts)
    }

    fn craving(&self, craving: &Craving) -> String {
        let strength = craving.strength.map(|v| self.voice.numbers.score(v, 10.0, None));
        let at = self.at(&craving.when, craving.precision);
        let head = format!("{} {at}", self.voice.words.label_craving());
        let (trigger, note) = (note(craving.trigger.as_ref()), note(craving.note.as_ref()));
        format!("{}{trigger}{note}", with_parts(&head, [strength]))
    }

    fn co_use(&self, co_use: &CoUse) -> String {
        let unit = text::for_terminal(co_use.unit.as_deref().unwrap_or_default());
        let amount = co_use
            .amount
            .map(|amount| format!(" {}", self.voice.numbers.amount_exact(Some(amount), &unit)));
        let at = self.at(&co_use.when, co_use.precision);
        format!(
            "{}{}, {at}",
            text::for_terminal(&co_use.substance),
            amount.unwrap_or_default()
        )
    }

    fn day(&self, day: &DayStatement) -> String {
        let words = &self.voice.words;
        let date = self.voice.numbers.date_with_weekday(day.day);
        match &day.says {
            DaySays::NothingTaken => words.history_day_zero(&date),
            DaySays::Unknown => format!("{date}: {}", words.unknown_amount()),
            DaySays::Total(total) => format!("{date}: {}", words.day_total_only(&self.voice.amount(Some(total)))),
        }
    }
}

/// ` · the note`, shortened; nothing without one.
fn note(note: Option<&String>) -> String {
    note.map(|n| format!(" · {}", text::shorten(&text::for_terminal(n), NOTE_COLUMNS)))
        .unwrap_or_default()
}

/// `head: part, part`, or the head alone.
fn with_parts<const N: usize>(head: &str, parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        head.to_owned()
    } else {
        format!("{head}: {}", parts.join(", "))
    }
}
