//! Entries in one line each, and what was just logged.

use super::{Voice, wrapped};
use crate::text;
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, EntryId};
use ebb_core::event::{DaySays, Event, Precision, Product, ProductKind};
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
fn product(voice: &Voice, product: &Product) -> String {
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

fn said(voice: &Voice, frame: &Frame, diary: &Diary, event: &Event) -> String {
    let words = &voice.words;
    let at = |moment, precision| voice.happened(moment, precision, frame);
    let note = |note: Option<&String>| {
        note.map(|n| format!(" · {}", text::shorten(&text::for_terminal(n), NOTE_COLUMNS)))
            .unwrap_or_default()
    };
    let score = |name: String, value: Option<f64>, highest: f64| {
        value.map(|v| format!("{name} {}", voice.numbers.score(v, highest, None)))
    };
    match event {
        Event::Dose(d) => {
            let name = d.product.and_then(|id| diary.product(id)).map(|p| p.body.name.as_str());
            let over = d
                .over_min
                .map(|m| format!(", {}", words.sipped_over(&voice.numbers.duration_estimate(m / 60.0))))
                .unwrap_or_default();
            format!(
                "{}, {}{over}{}{}",
                voice.dose(d, name),
                at(&d.when, d.precision),
                note(d.reason.as_ref()),
                note(d.note.as_ref())
            )
        }
        Event::CheckIn(c) => {
            let parts = [
                score(words.withdrawal_title(), c.total_64(), 64.0),
                score(words.label_craving(), c.craving, 10.0),
                score(words.label_mood(), c.mood, 10.0),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            format!(
                "{} {}: {}{}",
                words.kind_check_in(),
                at(&c.when, c.precision),
                parts.join(", "),
                note(c.note.as_ref())
            )
        }
        Event::FeltEffect(f) => {
            let hours = f.duration_h.map(|h| voice.numbers.duration_estimate(h));
            let parts: Vec<String> = [
                score(words.label_felt(), f.strength, 10.0),
                hours,
                f.word.as_deref().map(text::for_terminal),
            ]
            .into_iter()
            .flatten()
            .collect();
            format!(
                "{} {}: {}",
                words.kind_felt(),
                at(&f.when, Precision::Minute),
                parts.join(", ")
            )
        }
        Event::Craving(c) => {
            let strength = score(String::new(), c.strength, 10.0).unwrap_or_default();
            format!(
                "{} {}:{strength}{}{}",
                words.label_craving(),
                at(&c.when, c.precision),
                note(c.trigger.as_ref()),
                note(c.note.as_ref())
            )
        }
        Event::CoUse(c) => {
            let amount = c.amount.map(|a| {
                format!(
                    " {}",
                    voice
                        .numbers
                        .amount_exact(Some(a), &text::for_terminal(c.unit.as_deref().unwrap_or_default()))
                )
            });
            format!(
                "{}{}, {}",
                text::for_terminal(&c.substance),
                amount.unwrap_or_default(),
                at(&c.when, c.precision)
            )
        }
        Event::Note(n) => format!(
            "{} {}{}",
            words.kind_note(),
            at(&n.when, n.precision),
            note(Some(&n.text))
        ),
        Event::Day(d) => {
            let date = voice.numbers.date_with_weekday(d.day);
            match &d.says {
                DaySays::NothingTaken => words.history_day_zero(&date),
                DaySays::Unknown => format!("{date}: {}", words.unknown_amount()),
                DaySays::Total(q) => format!("{date}: {}", words.day_total_only(&voice.amount(Some(q)))),
            }
        }
        Event::Product(p) => format!(
            "{} {}: {}",
            words.kind_product(),
            text::for_terminal(&p.name),
            product(voice, p)
        ),
        Event::Batch(b) => format!(
            "{} {}{}",
            words.kind_batch(),
            at(&b.opened, Precision::Minute),
            note(b.name.as_ref())
        ),
        Event::ImportBatch(b) => words.kind_import(b.rows, &text::for_terminal(&b.format)),
        Event::Held(h) => words.kind_held(&text::for_terminal(&h.place), &h.reason.replace('_', " ")),
        Event::Settings(_) => words.kind_settings(),
        Event::Unknown(_) => words.history_newer_entry(),
        Event::Amendment(_) | Event::Retraction(_) => words.change(),
    }
}
