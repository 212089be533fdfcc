//! In which zone a diary was kept: one home zone, and others between two wall-clock readings (a journey).

use ebb_core::moment::Moment;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

/// The zones of a diary. The edge looks them up; this only applies them.
#[derive(Debug, Clone)]
pub struct Zones {
    home: TimeZone,
    journeys: Vec<Journey>,
}

#[derive(Debug, Clone)]
struct Journey {
    zone: TimeZone,
    from: DateTime,
    until: DateTime,
}

/// What was odd about a wall-clock reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// The clock jumped over it: the reading one hour later was meant, or the same reading on the old clock.
    HourMissing,
    /// The clock showed it twice.
    HourTwice,
}

/// A wall-clock reading placed in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Where it landed.
    pub moment: Moment,
    /// What was odd, for a warning.
    pub oddity: Option<Oddity>,
}

impl Zones {
    /// One zone throughout.
    #[must_use]
    pub fn home(zone: TimeZone) -> Self {
        Self {
            home: zone,
            journeys: Vec::new(),
        }
    }

    /// The home zone's IANA name, or its offset when it has none.
    #[must_use]
    pub fn home_name(&self) -> String {
        match self.home.iana_name() {
            Some(name) => name.to_owned(),
            None => Moment::new(Timestamp::UNIX_EPOCH, &self.home).zone.to_string(),
        }
    }

    /// The same, with `zone` from the wall-clock reading `from` (on arrival, in `zone`) up to `until` (in `zone`).
    #[must_use]
    pub fn with_journey(mut self, zone: TimeZone, from: DateTime, until: DateTime) -> Self {
        self.journeys.push(Journey { zone, from, until });
        self
    }

    /// The zone in which the wall-clock reading `wall` was made.
    #[must_use]
    pub fn zone_of_wall(&self, wall: DateTime) -> &TimeZone {
        self.journeys
            .iter()
            .rev()
            .find(|j| (j.from..j.until).contains(&wall))
            .map_or(&self.home, |j| &j.zone)
    }

    /// An instant, on the clock of where the person was.
    #[must_use]
    pub fn at_instant(&self, at: Timestamp) -> Moment {
        let zone = self
            .journeys
            .iter()
            .rev()
            .find(|j| (j.from..j.until).contains(&j.zone.to_datetime(at)));
        Moment::new(at, zone.map_or(&self.home, |j| &j.zone))
    }

    /// A wall-clock reading without an offset.
    ///
    /// A reading that the clock skipped is taken as the same count of hours after midnight on the old clock (so 02:30
    /// becomes 03:30). A reading that came twice is the earlier one, unless `not_before` (the row before it, in a file
    /// that runs forward) says the earlier one would break the file's order. `None` outside the calendar.
    #[must_use]
    pub fn at_wall(&self, wall: DateTime, not_before: Option<Timestamp>) -> Option<Placed> {
        let zone = self.zone_of_wall(wall);
        let ambiguous = zone.to_ambiguous_timestamp(wall);
        let (at, oddity) = match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { .. } => (ambiguous.compatible().ok()?, None),
            AmbiguousOffset::Gap { .. } => (ambiguous.compatible().ok()?, Some(Oddity::HourMissing)),
            AmbiguousOffset::Fold { .. } => {
                let early = ambiguous.earlier().ok()?;
                let late = ambiguous.later().ok()?;
                let at = if not_before.is_some_and(|t| t > early && t <= late) {
                    late
                } else {
                    early
                };
                (at, Some(Oddity::HourTwice))
            }
        };
        Some(Placed {
            moment: Moment::new(at, zone),
            oddity,
        })
    }
}
