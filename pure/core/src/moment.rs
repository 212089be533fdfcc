//! When something happened: an instant, and the wall clock the person lived by at that instant.
//!
//! A moment keeps the zone name *and* the offset that was in force, so the local day of an entry never changes when a
//! zone database does, and no zone database is needed to read a diary.

use jiff::civil::DateTime;
use jiff::fmt::temporal::{DateTimeParser, TimeZoneAnnotationKind};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
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
        Self::from_usual_text(text).or_else(|| Self::from_any_text(text))
    }

    /// Every form of RFC 9557. Slow, and the measure of the quick way: a test compares the two.
    fn from_any_text(text: &str) -> Option<Self> {
        static PARSER: DateTimeParser = DateTimeParser::new();
        let pieces = PARSER.parse_pieces(text).ok()?;
        let offset = pieces.to_numeric_offset()?;
        let wall = DateTime::from_parts(pieces.date(), pieces.time()?);
        let zone = match pieces.time_zone_annotation().map(|annotation| annotation.kind()) {
            Some(TimeZoneAnnotationKind::Named(name)) => name.as_str().into(),
            _ => offset_name(offset).into(),
        };
        Self::from_parts(wall, offset, zone)
    }

    /// The form that nearly every stored moment has: `2026-03-29T03:30:00+02:00[Europe/Berlin]`, with a fraction of up
    /// to nine digits or none. `None` leaves the text to the slow way.
    fn from_usual_text(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (wall, rest) = bytes.split_at_checked(19)?;
        let is_shaped = wall[4] == b'-' && wall[7] == b'-' && wall[10] == b'T' && wall[13] == b':' && wall[16] == b':';
        if !is_shaped {
            return None;
        }
        let year = digits(&wall[..2])?
            .checked_mul(100)?
            .checked_add(digits(&wall[2..4])?)?;
        let [month, day] = [digits(&wall[5..7])?, digits(&wall[8..10])?];
        let [hour, minute, second] = [digits(&wall[11..13])?, digits(&wall[14..16])?, digits(&wall[17..19])?];
        let (nanosecond, rest) = fraction(rest)?;
        let (offset, annotation) = rest.split_at_checked(6)?;
        let sign = match offset[0] {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let [hours, minutes] = [digits(&offset[1..3])?, digits(&offset[4..6])?];
        if offset[3] != b':' || minutes > 59 {
            return None;
        }
        let zone = annotation.strip_prefix(b"[")?.strip_suffix(b"]")?;
        let is_plain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'-');
        if !(zone.first()?.is_ascii_alphabetic() && zone.iter().all(is_plain)) {
            return None;
        }
        let small = |n: i32| i8::try_from(n).ok();
        let wall = DateTime::new(
            i16::try_from(year).ok()?,
            small(month)?,
            small(day)?,
            small(hour)?,
            small(minute)?,
            small(second)?,
            nanosecond,
        );
        let offset = Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()?;
        Self::from_parts(wall.ok()?, offset, std::str::from_utf8(zone).ok()?.into())
    }

    fn from_parts(wall: DateTime, offset: Offset, zone: Arc<str>) -> Option<Self> {
        Some(Self {
            at: offset.to_timestamp(wall).ok()?,
            offset_s: offset.seconds(),
            zone,
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

/// Two decimal digits.
fn digits(two: &[u8]) -> Option<i32> {
    let [a @ b'0'..=b'9', b @ b'0'..=b'9'] = two else {
        return None;
    };
    Some(i32::from(a - b'0') * 10 + i32::from(b - b'0'))
}

/// Nanoseconds of `.25` at the beginning, if it is there, and what follows.
fn fraction(text: &[u8]) -> Option<(i32, &[u8])> {
    let Some(text) = text.strip_prefix(b".") else {
        return Some((0, text));
    };
    let n = text.iter().take_while(|b| b.is_ascii_digit()).count();
    let (digits, rest) = text.split_at_checked(n).filter(|_| (1..=9).contains(&n))?;
    let ninth = |value: i32, i| value * 10 + digits.get(i).map_or(0, |b| i32::from(b - b'0'));
    Some(((0..9).fold(0, ninth), rest))
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text)
    }
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Moment;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a moment")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Moment, E> {
        Moment::from_text(text).ok_or_else(|| E::custom("a moment must read 2026-03-29T03:30:00+02:00[Zone/Name]"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    /// Texts near the usual form: every part now right, now wrong.
    fn near_texts() -> impl Strategy<Value = String> {
        let two = || prop_oneof![4 => (0..60_u8).prop_map(|n| format!("{n:02}")), 1 => "[0-9a-z+.-]{1,3}"];
        let date = (prop_oneof!["[0-9]{4}", Just("-000001".to_owned())], two(), two());
        let fraction = prop_oneof![4 => Just(String::new()), 2 => "\\.[0-9]{1,9}", 1 => "[.,][0-9]{0,12}"];
        let offset = prop_oneof![6 => "[+-][0-2][0-9]:[0-6][0-9]", 1 => "Z", 1 => "[+-][0-9]{4}", 1 => "[+-]02:00:30"];
        let zone = prop_oneof![
            4 => Just("[Europe/Berlin]".to_owned()),
            1 => Just("[!America/St_Johns]".to_owned()),
            1 => Just("[+02:00]".to_owned()),
            1 => Just("[Etc/GMT+5]".to_owned()),
            1 => Just("[Asia/Tokyo][u-ca=japanese]".to_owned()),
            1 => "\\[[A-Za-z0-9/_.+-]{0,12}\\]",
            1 => Just(String::new()),
        ];
        (date, "[Tt ]", two(), two(), two(), fraction, offset, zone).prop_map(
            |((year, month, day), t, hour, minute, second, fraction, offset, zone)| {
                format!("{year}-{month}-{day}{t}{hour}:{minute}:{second}{fraction}{offset}{zone}")
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_quick_way_of_reading_says_what_the_slow_one_says(text in near_texts()) {
            if let Some(quick) = Moment::from_usual_text(&text) {
                prop_assert_eq!(Some(quick), Moment::from_any_text(&text), "{}", text);
            }
        }
    }

    #[test]
    fn the_usual_text_is_read_the_quick_way() {
        for text in [
            "2026-03-29T03:30:00+02:00[Europe/Berlin]",
            "2025-10-26T02:30:00.25-03:30[America/St_Johns]",
            "2025-10-26T02:30:00.123456789+00:00[Etc/GMT-1]",
        ] {
            assert_eq!(Moment::from_usual_text(text).unwrap().to_text(), text);
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
