//! Diaries made through the front door: events are written with a pen, then folded.

use ebb_core::amount::{Estimate, Quantity, Unit};
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, EntryId, Hlc, Origin, Pen};
use ebb_core::event::{
    Amendment, DaySays, DayStatement, Dose, Event, ImportBatch, Product, ProductKind, Retraction, Settings,
};
use ebb_core::fold::fold;
use ebb_core::moment::Moment;
use ebb_core::view::Frame;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// Central Europe, with its clock changes; no zone database needed.
pub(crate) fn berlin() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap()
}

/// A moment on the wall clock of Berlin; of an hour that comes twice, the first.
pub(crate) fn at(wall: &str) -> Moment {
    let wall: DateTime = wall.parse().unwrap();
    let zone = berlin();
    let at = zone.to_timestamp(wall).unwrap();
    Moment {
        zone: "Europe/Berlin".into(),
        ..Moment::new(at, &zone)
    }
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A diary in the making.
pub(crate) struct Book {
    pen: Pen,
    written: u64,
    pub(crate) entries: Vec<Entry>,
}

impl Book {
    pub(crate) fn new() -> Self {
        Self {
            pen: Pen::after(Hlc::START),
            written: 0,
            entries: Vec::new(),
        }
    }

    pub(crate) fn write(&mut self, event: Event) -> EntryId {
        self.write_from(None, event)
    }

    pub(crate) fn write_from(&mut self, origin: Option<Origin>, event: Event) -> EntryId {
        self.written += 1;
        let mut random = [7; 10];
        random[2..].copy_from_slice(&self.written.to_be_bytes());
        let written_ms = 1_700_000_000_000 + i64::try_from(self.written).unwrap() * 1000;
        let entry = self.pen.write(written_ms, random, origin, event);
        self.entries.push(entry);
        self.entries.last().unwrap().id
    }

    pub(crate) fn dose(&mut self, wall: &str, amount: Option<Quantity>) -> EntryId {
        self.write(Event::Dose(dose(wall, amount)))
    }

    pub(crate) fn grams(&mut self, wall: &str, grams: f64) -> EntryId {
        self.dose(wall, Some(Quantity::grams(grams)))
    }

    /// Doses of these grams at these hours on `n_days` days from `first` on.
    pub(crate) fn days_of(&mut self, first: &str, n_days: i64, hours: &[i8], grams: f64) {
        for n in 0..n_days {
            let day = date(first).checked_add(n.days()).unwrap();
            for hour in hours {
                self.grams(&day.at(*hour, 0, 0, 0).to_string(), grams);
            }
        }
    }

    pub(crate) fn says(&mut self, day: &str, says: DaySays) -> EntryId {
        let day = date(day);
        self.write(Event::Day(DayStatement { day, says, note: None }))
    }

    pub(crate) fn retract(&mut self, target: EntryId) -> EntryId {
        self.write(Event::Retraction(Retraction { target }))
    }

    pub(crate) fn amend(&mut self, target: EntryId, changes: &str) -> EntryId {
        let changes = serde_json::from_str(changes).unwrap();
        self.write(Event::Amendment(Amendment { target, changes }))
    }

    pub(crate) fn usual_product(&mut self, product: EntryId) {
        self.write(Event::Settings(Settings {
            product: Some(product),
            ..Settings::default()
        }));
    }

    pub(crate) fn import(&mut self) -> EntryId {
        self.write(Event::ImportBatch(ImportBatch {
            format: "table".to_owned(),
            version: None,
            file: None,
            answers: BTreeMap::new(),
            rows: 1,
        }))
    }

    pub(crate) fn diary(&self) -> Diary {
        fold(&self.entries)
    }

    /// The diary and its frame at a time on the wall clock of Berlin.
    pub(crate) fn seen_at(&self, wall: &str) -> (Frame, Diary) {
        let diary = self.diary();
        (Frame::new(at(wall).at, berlin(), &diary), diary)
    }
}

pub(crate) fn origin(batch: EntryId, key: &str) -> Option<Origin> {
    Some(Origin {
        batch,
        key: key.into(),
        print: "p".into(),
    })
}

pub(crate) fn dose(wall: &str, amount: Option<Quantity>) -> Dose {
    Dose {
        amount,
        ..Dose::of_unknown_amount(at(wall))
    }
}

pub(crate) fn tea(ml: f64) -> Option<Quantity> {
    Some(Quantity::new(ml, Unit::TeaMl))
}

pub(crate) fn estimate(value: f64, log_sd: f64) -> Option<Estimate> {
    Some(Estimate { value, log_sd })
}

/// A product of which only the kind is known.
pub(crate) fn product(name: &str, kind: ProductKind) -> Product {
    Product {
        name: name.to_owned(),
        kind,
        mitragynine_mg_per_g: None,
        mitragynine_mg_each: None,
        seven_oh_mg_each: None,
        grams_per_capsule: None,
        grams_per_teaspoon: None,
        tea_grams_per_litre: None,
        note: None,
    }
}

/// Equal to the last few bits.
#[track_caller]
pub(crate) fn close(found: f64, expected: f64) {
    let scale = expected.abs().max(1e-300);
    assert!((found - expected).abs() <= 1e-12 * scale, "{found} is not {expected}");
}
