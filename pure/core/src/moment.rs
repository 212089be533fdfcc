//! When something happened: an instant, and the wall clock the person lived by at that instant.
//!
//! A moment keeps the zone name *and* the offset that was in force, so the local day of an entry never changes when a
//! zone database does, and no zone database is needed to read a diary.

use jiff::civil::DateTime;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

/// An instant with the offset and zone name in force where the person was.
///
/// Written as RFC 9557 text, for example `2026-03-29T03:30:00+02:00[Europe/Berlin]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// Seconds east of UTC on the person's clock at that instant.
    pub offset_s: i32,
    /// IANA zone name, or an offset such as `+02:00` when no name is known.
    pub zone: Arc<str>,
}

impl Moment {
    /// The moment of `at` in `zone`.
    #[must_use]
    pub fn new(at: Timestamp, zone: &TimeZone) -> Self {
        let offset = zone.to_offset(at);
        Self {
            at,
            offset_s: offset.seconds(),
            zone: zone_name(zone, offset).into(),
        }
    }

    /// What the person's clock showed.
    #[must_use]
    pub fn wall(&self) -> DateTime {
        Offset::from_seconds(self.offset_s)
            .map_or_else(|_| Offset::UTC.to_datetime(self.at), |o| o.to_datetime(self.at))
    }

    /// Milliseconds since 1970 UTC.
    #[must_use]
    pub fn ms(&self) -> i64 {
        self.at.as_millisecond()
    }

    /// The same wall-clock rules, `minutes` earlier.
    #[must_use]
    pub fn minutes_earlier(&self, minutes: i64) -> Self {
        let at = self.at.checked_sub(minutes.minutes()).unwrap_or(self.at);
        Self {
            at,
            offset_s: self.offset_s,
            zone: self.zone.clone(),
        }
    }

    /// Reads the RFC 9557 text written by [`Self::to_text`]; `None` if it is not one. A `Z` without a zone is UTC.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        static PARSER: DateTimeParser = DateTimeParser::new();
        let pieces = PARSER.parse_pieces(text).ok()?;
        let offset = pieces.to_numeric_offset()?;
        let wall = DateTime::from_parts(pieces.date(), pieces.time()?);
        let at = offset.to_timestamp(wall).ok()?;
        let zone = match pieces.to_time_zone_annotation_name() {
            Some(name) => name,
            None => offset_name(offset),
        };
        Some(Self {
            at,
            offset_s: offset.seconds(),
            zone: zone.into(),
        })
    }

    /// RFC 9557 text: local date and time, offset, zone in brackets.
    #[must_use]
    pub fn to_text(&self) -> String {
        let offset = Offset::from_seconds(self.offset_s).unwrap_or(Offset::UTC);
        if self.zone.starts_with(['+', '-']) || self.zone.is_empty() {
            format!("{}{}", self.wall(), offset_name(offset))
        } else {
            format!("{}{}[{}]", self.wall(), offset_name(offset), self.zone)
        }
    }
}

/// `+hh:mm`, with seconds only where a historical zone has them.
#[must_use]
pub fn offset_name(offset: Offset) -> String {
    let s = offset.seconds();
    let (sign, a) = if s < 0 { ('-', -s) } else { ('+', s) };
    let (h, m, s) = (a / 3600, a / 60 % 60, a % 60);
    if s == 0 {
        format!("{sign}{h:02}:{m:02}")
    } else {
        format!("{sign}{h:02}:{m:02}:{s:02}")
    }
}

fn zone_name(zone: &TimeZone, offset: Offset) -> String {
    match zone.iana_name() {
        Some(name) => name.to_owned(),
        None => offset_name(offset),
    }
}

/// Small access to the parts of a parsed RFC 9557 text that this module needs.
trait PiecesExt {
    fn to_time_zone_annotation_name(&self) -> Option<String>;
}

impl PiecesExt for jiff::fmt::temporal::Pieces<'_> {
    fn to_time_zone_annotation_name(&self) -> Option<String> {
        match self.time_zone_annotation()?.kind() {
            jiff::fmt::temporal::TimeZoneAnnotationKind::Named(name) => Some(name.as_str().to_owned()),
            _ => None,
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::from_text(&text)
            .ok_or_else(|| serde::de::Error::custom("a moment must read 2026-03-29T03:30:00+02:00[Zone/Name]"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trips_with_zone_and_offset() {
        for text in [
            "2026-03-29T03:30:00+02:00[Europe/Berlin]",
            "2025-10-26T02:30:00.25+01:00[Europe/Berlin]",
            "2025-05-09T15:40:00+09:00[Asia/Tokyo]",
            "1999-01-01T00:00:00+00:00",
            "2025-05-09T15:40:00-03:30[America/St_Johns]",
        ] {
            let moment = Moment::from_text(text).unwrap();
            assert_eq!(moment.to_text(), text);
        }
    }

    #[test]
    fn a_text_without_offset_is_not_a_moment() {
        assert_eq!(Moment::from_text("2026-03-29T03:30:00"), None);
        assert_eq!(Moment::from_text("yesterday"), None);
    }

    #[test]
    fn the_wall_clock_is_the_one_in_force_then() {
        let moment = Moment::from_text("2026-03-29T03:30:00+02:00[Europe/Berlin]").unwrap();
        assert_eq!(moment.wall().to_string(), "2026-03-29T03:30:00");
        assert_eq!(moment.at.to_string(), "2026-03-29T01:30:00Z");
    }
}
