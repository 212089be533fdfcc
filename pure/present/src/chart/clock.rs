//! Local time as plain data: which offset from UTC held from when, over the time a chart shows.
//!
//! A chart must put its midnights where the person's midnights were, and a value that can be compared and printed serves
//! that better than a time zone handle. Knows nothing of "now" and never asks the machine for its zone.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

/// Clock changes kept for one chart: more than a year of charts can meet, few enough to stay small.
const MOST_CHANGES: usize = 64;

/// Offsets from UTC over time.
///
/// ```
/// use ebb_present::chart::LocalClock;
/// let clock = LocalClock::fixed(3_600);
/// assert_eq!(clock.civil(0).to_string(), "1970-01-01T01:00:00");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalClock {
    /// The offset before the first change, in seconds east of UTC.
    first_offset_s: i32,
    /// (from this instant in ms on, this offset in seconds), in order.
    changes: Vec<(i64, i32)>,
}

impl LocalClock {
    /// UTC, for ever.
    #[must_use]
    pub fn utc() -> Self {
        Self::fixed(0)
    }

    /// One offset, for ever. `offset_s` is in seconds east of UTC.
    #[must_use]
    pub fn fixed(offset_s: i32) -> Self {
        Self {
            first_offset_s: offset_s,
            changes: Vec::new(),
        }
    }

    /// The offsets a zone had between two instants, in milliseconds since 1970 UTC.
    #[must_use]
    pub fn from_zone(zone: &TimeZone, from_ms: i64, to_ms: i64) -> Self {
        let start = timestamp(from_ms);
        let changes = zone
            .following(start)
            .take(MOST_CHANGES)
            .map(|change| (change.timestamp().as_millisecond(), change.offset().seconds()))
            .take_while(|(at_ms, _)| *at_ms <= to_ms)
            .collect();
        Self {
            first_offset_s: zone.to_offset(start).seconds(),
            changes,
        }
    }

    /// What a clock on the wall showed at this instant.
    #[must_use]
    pub fn civil(&self, at_ms: i64) -> DateTime {
        offset(self.offset_s_at(at_ms)).to_datetime(timestamp(at_ms))
    }

    /// The instant at which a wall clock first showed this; where the clocks skipped it, the instant of the skip.
    #[must_use]
    pub fn instant(&self, civil: DateTime) -> i64 {
        let offsets = std::iter::once(self.first_offset_s).chain(self.changes.iter().map(|(_, offset_s)| *offset_s));
        let mut latest = i64::MIN;
        let mut earliest: Option<i64> = None;
        for offset_s in offsets {
            let Ok(instant) = offset(offset_s).to_timestamp(civil) else {
                continue;
            };
            let at_ms = instant.as_millisecond();
            latest = latest.max(at_ms);
            if self.offset_s_at(at_ms) == offset_s {
                earliest = Some(earliest.map_or(at_ms, |earliest| earliest.min(at_ms)));
            }
        }
        if let Some(at_ms) = earliest {
            return at_ms;
        }
        let skip = self.changes.iter().rev().find(|(at_ms, _)| *at_ms <= latest);
        skip.map_or(latest, |(at_ms, _)| *at_ms)
    }

    /// The first instant of a local date.
    #[must_use]
    pub fn start_of(&self, date: Date) -> i64 {
        self.instant(date.at(0, 0, 0, 0))
    }

    fn offset_s_at(&self, at_ms: i64) -> i32 {
        let n_before = self.changes.partition_point(|(from_ms, _)| *from_ms <= at_ms);
        if n_before == 0 {
            self.first_offset_s
        } else {
            self.changes[n_before - 1].1
        }
    }
}

/// The nearest instant that calendars can name.
fn timestamp(at_ms: i64) -> Timestamp {
    let end = if at_ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_millisecond(at_ms).unwrap_or(end)
}

fn offset(offset_s: i32) -> Offset {
    Offset::from_seconds(offset_s).unwrap_or(Offset::UTC)
}
