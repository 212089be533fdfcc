//! Diaries for the tests of sheets and of what forms mean.

use ebb_core::amount::Quantity;
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, EntryId, Hlc, Pen};
use ebb_core::event::{Dose, Event, Product, Settings};
use ebb_core::fold::fold;
use ebb_core::moment::Moment;
use ebb_core::view::Frame;
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::screen::Voice;
use ebb_present::words::{Surface, Words};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A person's wall clock with summer time, as in Berlin.
pub(crate) fn zone() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap()
}

/// The instant of a wall clock that shows it once.
pub(crate) fn at(wall: &str) -> Timestamp {
    let wall: DateTime = wall.parse().unwrap();
    zone().to_timestamp(wall).unwrap()
}

/// The same as a moment.
pub(crate) fn moment(wall: &str) -> Moment {
    Moment::new(at(wall), &zone())
}

/// What was written, in order.
pub(crate) struct Book {
    entries: Vec<Entry>,
    pen: Pen,
    n_written: u8,
}

impl Book {
    pub(crate) fn new() -> Self {
        Self {
            entries: Vec::new(),
            pen: Pen::after(Hlc::START),
            n_written: 0,
        }
    }

    /// Writes an event.
    pub(crate) fn write(&mut self, event: Event) -> EntryId {
        self.n_written += 1;
        let entry = self.pen.write(1_700_000_000_000, [self.n_written; 10], None, event);
        let id = entry.id;
        self.entries.push(entry);
        id
    }

    /// A leaf product.
    pub(crate) fn product(&mut self, name: &str) -> EntryId {
        self.write(Event::Product(Product::leaf(name.to_owned())))
    }

    /// The product meant when none is named.
    pub(crate) fn usual(&mut self, product: EntryId) {
        self.write(Event::Settings(Settings {
            product: Some(product),
            ..Settings::default()
        }));
    }

    /// A dose of this many grams; of an unknown amount without.
    pub(crate) fn dose(&mut self, wall: &str, grams: Option<f64>, product: Option<EntryId>) -> EntryId {
        self.write(Event::Dose(Dose {
            amount: grams.map(Quantity::grams),
            product,
            ..Dose::of_unknown_amount(moment(wall))
        }))
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn diary(&self) -> Diary {
        fold(&self.entries)
    }
}

/// Plain words without direction marks.
pub(crate) fn words() -> Words {
    Words::new(Language::English, Surface::Terminal)
}

pub(crate) fn numbers() -> Numbers {
    Numbers::new(Language::English, HourStyle::TwentyFour)
}

pub(crate) fn voice() -> Voice {
    Voice::new(words(), numbers(), zone())
}

/// The diary seen at this wall clock.
pub(crate) fn frame(wall: &str, diary: &Diary) -> Frame {
    Frame::new(at(wall), zone(), diary)
}
