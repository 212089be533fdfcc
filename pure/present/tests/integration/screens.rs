//! The screens of a terminal of 80 columns, as they were read and found good: one file per situation. To accept a change:
//! read it, then run the tests with `EBB_UPDATE_GOLDEN=1`.

use crate::golden;
use ebb_core::amount::{Estimate, Quantity, Unit};
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, EntryId, Hlc, Pen};
use ebb_core::event::{
    CheckIn, CoUse, Craving, DaySays, DayStatement, Dose, Event, FeltEffect, Held, Note, NoteKind, Precision, Product,
    ProductKind, Route, Settings, Symptom,
};
use ebb_core::fold::fold;
use ebb_core::moment::Moment;
use ebb_core::view::forecast::forecast;
use ebb_core::view::history::history;
use ebb_core::view::today::today;
use ebb_core::view::{Frame, entries, reading};
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::screen::{self, Voice};
use ebb_present::words::{Surface, Words};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

const COLUMNS: usize = 80;

fn zone() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap()
}

fn at(wall: &str) -> Moment {
    let wall: jiff::civil::DateTime = wall.parse().unwrap();
    Moment {
        zone: "Europe/Berlin".into(),
        ..Moment::new(zone().to_timestamp(wall).unwrap(), &zone())
    }
}

struct Book {
    pen: Pen,
    entries: Vec<Entry>,
}

impl Book {
    fn new() -> Self {
        Self {
            pen: Pen::after(Hlc::START),
            entries: Vec::new(),
        }
    }

    fn write(&mut self, event: Event) -> EntryId {
        let n = i64::try_from(self.entries.len()).unwrap();
        let mut random = [9; 10];
        random[2..].copy_from_slice(&n.to_be_bytes());
        let entry = self.pen.write(1_770_000_000_000 + n, random, None, event);
        self.entries.push(entry);
        self.entries.last().unwrap().id
    }

    fn dose(&mut self, wall: &str, amount: Option<Quantity>, product: Option<EntryId>) -> EntryId {
        self.write(Event::Dose(Dose {
            amount,
            product,
            ..Dose::of_unknown_amount(at(wall))
        }))
    }

    fn days(&mut self, first: &str, n_days: i64, hours: &[i8], grams: &dyn Fn(i64) -> f64) {
        let first: Date = first.parse().unwrap();
        for n in 0..n_days {
            for hour in hours {
                let wall = first.checked_add(n.days()).unwrap().at(*hour, 30, 0, 0).to_string();
                self.dose(&wall, Some(Quantity::grams(grams(n))), None);
            }
        }
    }

    fn product(&mut self, name: &str, kind: ProductKind, each: Option<f64>) -> EntryId {
        let each = each.map(|value| Estimate { value, log_sd: 0.2 });
        let is_extract = kind == ProductKind::Extract;
        self.write(Event::Product(Product {
            name: name.to_owned(),
            kind,
            mitragynine_mg_per_g: None,
            mitragynine_mg_each: each.filter(|_| is_extract),
            seven_oh_mg_each: each.filter(|_| !is_extract),
            grams_per_capsule: None,
            grams_per_teaspoon: None,
            tea_grams_per_litre: None,
            note: None,
        }))
    }

    fn says(&mut self, day: &str, says: DaySays) {
        let day = day.parse().unwrap();
        self.write(Event::Day(DayStatement { day, says, note: None }));
    }
}

/// Every screen, one under the other.
fn screens(book: &Book, now: &str) -> String {
    let diary: Diary = fold(&book.entries);
    let frame = Frame::new(at(now).at, zone(), &diary);
    let voice = Voice::new(
        Words::new(Language::English, Surface::Terminal),
        Numbers::new(Language::English, HourStyle::TwentyFour),
        zone(),
    );
    let reading = reading::read(&frame, &diary);
    let day = frame.today();
    let days = history(&frame, &diary, ebb_core::day::plus(day, -13), day);
    let parts = [
        (
            "today",
            screen::today::today(&voice, &frame, &today(&frame, &diary, &reading), None, COLUMNS),
        ),
        ("history", screen::history::history(&voice, &days)),
        (
            "forecast",
            screen::forecast::forecast(&voice, &frame, &forecast(&frame, &reading, 7), None, COLUMNS),
        ),
        (
            "entries",
            screen::entries::list(&voice, &frame, &diary, &entries::newest(&diary, 12)),
        ),
        ("product", screen::entries::products(&voice, &diary)),
    ];
    let part = |(name, text): &(&str, String)| format!("$ ebb {name}\n{}\n", text.trim_end());
    parts.iter().map(part).collect::<Vec<_>>().join("\n")
}

fn situations() -> [(&'static str, String); 8] {
    [
        ("empty", screens(&Book::new(), "2026-02-03T09:00")),
        ("first-day", first_day()),
        ("heavy", heavy()),
        ("tapering", tapering()),
        ("stopped", stopped()),
        ("stale", stale()),
        ("seven-oh", seven_oh()),
        ("held", held()),
    ]
}

fn first_day() -> String {
    let mut book = Book::new();
    let green = book.product("green", ProductKind::Leaf, None);
    book.write(Event::Settings(Settings {
        product: Some(green),
        ..Settings::default()
    }));
    book.dose("2026-02-03T08:15", Some(Quantity::grams(2.5)), Some(green));
    book.dose("2026-02-03T14:00", None, Some(green));
    screens(&book, "2026-02-03T16:00")
}

fn heavy() -> String {
    let mut book = Book::new();
    book.days("2025-12-01", 64, &[6, 9, 12, 15, 18, 21], &|n| {
        if n % 7 == 6 { 6.5 } else { 5.0 }
    });
    let shot = book.product("shot", ProductKind::Extract, Some(100.0));
    book.dose("2026-02-02T23:00", Some(Quantity::new(1.0, Unit::Piece)), Some(shot));
    book.dose("2026-02-03T06:30", Some(Quantity::new(9.0, Unit::Capsule)), None);
    book.write(Event::CoUse(CoUse {
        when: at("2026-02-03T08:00"),
        precision: Precision::Minute,
        substance: "coffee".to_owned(),
        amount: Some(2.0),
        unit: Some("cups".to_owned()),
        route: Route::Oral,
        note: None,
    }));
    screens(&book, "2026-02-03T09:00")
}

fn tapering() -> String {
    let mut book = Book::new();
    book.days("2025-12-15", 50, &[8, 14, 20], &|n| {
        f64::from(i32::try_from(60 - n).unwrap()) / 20.0
    });
    book.write(Event::CheckIn(CheckIn {
        symptoms: Symptom::ALL.into_iter().map(|symptom| (symptom, 1)).collect(),
        craving: Some(4.0),
        mood: Some(6.0),
        note: Some("slept badly, walked a lot".to_owned()),
        ..CheckIn::at(at("2026-02-02T21:00"))
    }));
    book.write(Event::Craving(Craving {
        when: at("2026-02-02T22:00"),
        precision: Precision::Minute,
        strength: Some(7.0),
        trigger: Some("argument".to_owned()),
        outcome: None,
        minutes: None,
        count: None,
        note: None,
    }));
    book.write(Event::FeltEffect(FeltEffect {
        when: at("2026-02-02T20:30"),
        dose: None,
        strength: Some(3.0),
        duration_h: Some(2.5),
        word: None,
        scales: Default::default(),
        note: None,
    }));
    screens(&book, "2026-02-03T09:00")
}

fn stopped() -> String {
    let mut book = Book::new();
    book.days("2025-12-15", 47, &[7, 11, 15, 19], &|_| 4.0);
    for day in ["2026-01-31", "2026-02-01", "2026-02-02"] {
        book.says(day, DaySays::NothingTaken);
    }
    book.write(Event::Note(Note {
        when: at("2026-01-31T08:00"),
        precision: Precision::Day,
        text: "the day of stopping".to_owned(),
        kind: NoteKind::Milestone,
    }));
    screens(&book, "2026-02-03T09:00")
}

fn stale() -> String {
    let mut book = Book::new();
    book.days("2025-12-15", 38, &[8, 20], &|_| 3.0);
    screens(&book, "2026-02-03T09:00")
}

fn seven_oh() -> String {
    let mut book = Book::new();
    book.days("2026-01-10", 24, &[8, 20], &|_| 3.0);
    let tablet = book.product("tablet", ProductKind::SevenOh, Some(15.0));
    book.dose("2026-02-02T22:00", Some(Quantity::new(2.0, Unit::Piece)), Some(tablet));
    screens(&book, "2026-02-03T09:00")
}

fn held() -> String {
    let mut book = Book::new();
    book.days("2026-01-20", 10, &[8, 20], &|_| 2.0);
    book.says("2026-01-30", DaySays::Total(Quantity::grams(7.5)));
    book.says("2026-02-01", DaySays::Unknown);
    book.dose("2026-02-02T08:00", None, None);
    book.dose("2026-02-02T12:00", Some(Quantity::grams(2.0)), None);
    book.write(Event::Dose(Dose {
        precision: Precision::Day,
        note: Some("time not written down".to_owned()),
        amount: Some(Quantity::new(1.5, Unit::Teaspoon)),
        ..Dose::of_unknown_amount(at("2026-02-01T12:00"))
    }));
    for (place, reason) in [("line 7", "over_100_g"), ("line 9", "two_readings")] {
        book.write(Event::Held(Held {
            place: place.to_owned(),
            reason: reason.to_owned(),
            row: "2026-02-03;250;g".to_owned(),
        }));
    }
    screens(&book, "2026-02-03T09:00")
}

#[test]
fn the_screens_of_every_situation_are_as_they_were() {
    let results = situations().map(|(name, text)| golden::check(&format!("screen-{name}.txt"), &text));
    golden::all_good(results.into());
}

#[test]
fn no_line_is_wider_than_the_terminal_and_none_ends_in_a_space() {
    for (name, text) in situations() {
        for line in text.lines() {
            assert!(line.chars().count() <= COLUMNS, "{name}: {line}");
            assert!(!line.ends_with(' '), "{name}: {line:?}");
        }
    }
}

#[test]
fn sentences_are_folded_at_the_width() {
    assert_eq!(screen::wrapped("one two three", "  ", 9), "  one two\n  three");
    assert_eq!(
        screen::wrapped("averyveryverylongword x", "  ", 9),
        "  averyveryverylongword\n  x"
    );
    assert_eq!(screen::wrapped("", "  ", 9), "");
    assert_eq!(screen::wrapped("ü ü ü", "", 5), "ü ü ü");
}
