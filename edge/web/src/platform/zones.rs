//! Time zones: the browser names one, the rules come from `tz.bin`, which is served with the app and works offline.

use jiff::tz::TimeZone;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the file begins with; the rest is described in docs/platform.md.
const FIRST_LINE: &str = "ebb zones 1";

/// All zones.
#[derive(Debug, Default)]
pub(crate) struct Zones {
    /// Name and place of each zone's rules, sorted by name.
    names: Vec<(String, std::ops::Range<usize>)>,
    rules: Vec<u8>,
}

impl Zones {
    /// Fetches them; without them only fixed offsets are known.
    pub(crate) async fn fetch() -> Self {
        let pack = fetch(&super::file_address("tz.bin")).await;
        pack.and_then(Self::read).unwrap_or_default()
    }

    /// Reads the file.
    fn read(pack: Vec<u8>) -> Option<Self> {
        let end = pack.windows(2).position(|pair| pair == b"\n\n")?;
        let head = std::str::from_utf8(pack.get(..end)?).ok()?;
        let mut lines = head.lines();
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let name_of = |line: &str| {
            let mut parts = line.split(' ');
            let name = parts.next()?.to_owned();
            let from: usize = parts.next()?.parse().ok()?;
            let n_bytes: usize = parts.next()?.parse().ok()?;
            Some((name, from..from.checked_add(n_bytes)?))
        };
        // The second line is the release of the zone database.
        let names = lines.skip(1).map(name_of).collect::<Option<Vec<_>>>()?;
        let rules = pack.get(end + 2..)?.to_vec();
        Some(Self { names, rules })
    }

    /// The zone of this name, or the one that is meant by it: `new york` is America/New_York. It bears its own name.
    pub(crate) fn get(&self, name: &str) -> Option<TimeZone> {
        let (name, place) = self.find(name.trim())?;
        TimeZone::tzif(name, self.rules.get(place.clone())?).ok()
    }

    /// A name as it stands, else whatever its capitals, else the only one that ends in such a place.
    fn find(&self, name: &str) -> Option<&(String, std::ops::Range<usize>)> {
        if let Ok(found) = self.names.binary_search_by(|(known, _)| known.as_str().cmp(name)) {
            return self.names.get(found);
        }
        let typed = name.replace(' ', "_");
        let whole = self.names.iter().find(|(known, _)| known.eq_ignore_ascii_case(&typed));
        let ends_in_it = |known: &str| {
            let place = known.rsplit('/').next();
            place.is_some_and(|place| place.eq_ignore_ascii_case(&typed))
        };
        whole.or_else(|| {
            let mut ends = self.names.iter().filter(|(known, _)| ends_in_it(known));
            ends.next().filter(|_| ends.next().is_none())
        })
    }

    /// Every name.
    pub(crate) fn names(&self) -> Vec<String> {
        self.names.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The home zone of the diary, the browser's, or its present offset.
    pub(crate) fn home(&self, wanted: Option<&str>) -> TimeZone {
        wanted
            .and_then(|name| self.get(name))
            .or_else(|| self.get(&browser_zone()))
            .unwrap_or_else(present_offset)
    }
}

async fn fetch(address: &str) -> Option<Vec<u8>> {
    let promise = crate::platform::worker_scope().fetch_with_str(address);
    let response: web_sys::Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The zone the browser says it is in.
pub(crate) fn browser_zone() -> String {
    let options = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new()).resolved_options();
    js_sys::Reflect::get(&options, &JsValue::from_str("timeZone"))
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_else(|| "UTC".to_owned())
}

fn present_offset() -> TimeZone {
    let minutes_behind = js_sys::Date::new_0().get_timezone_offset();
    #[expect(clippy::cast_possible_truncation, reason = "less than a day in minutes")]
    let seconds = -(minutes_behind as i32) * 60;
    jiff::tz::Offset::from_seconds(seconds).map_or(TimeZone::UTC, TimeZone::fixed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    #[test]
    fn a_file_that_is_cut_off_or_of_another_kind_gives_no_zones() {
        assert!(Zones::read(b"ebb zones 2\n2026a\n\n".to_vec()).is_none());
        assert!(Zones::read(b"ebb zones 1\n2026a\nUTC 0".to_vec()).is_none());
        assert!(Zones::read(b"ebb zones 1\n2026a\nUTC 0 x\n\n".to_vec()).is_none());
    }

    #[test]
    fn a_name_whose_rules_lie_outside_the_file_is_unknown() {
        let zones = Zones::read(b"ebb zones 1\n2026a\nUTC 5 100\n\nTZif2".to_vec()).unwrap();
        assert!(zones.get("UTC").is_none());
        assert_eq!(zones.names(), ["UTC"]);
    }

    #[test]
    fn a_zone_is_found_as_people_type_it_and_never_guessed_among_two() {
        let names = [
            "America/New_York",
            "Asia/Istanbul",
            "Europe/Berlin",
            "Europe/Istanbul",
            "UTC",
        ];
        let zones = Zones {
            names: names.map(|name| (name.to_owned(), 0..0)).into(),
            rules: Vec::new(),
        };
        let found = |typed| zones.find(typed).map(|(name, _)| name.as_str());
        assert_eq!(found("Europe/Berlin"), Some("Europe/Berlin"));
        assert_eq!(found("new york"), Some("America/New_York"));
        assert_eq!(found("america/new york"), Some("America/New_York"));
        assert_eq!(found("utc"), Some("UTC"));
        assert_eq!(found("istanbul"), None);
        for typed in ["", "Mars", "Europe", "Berl"] {
            assert_eq!(found(typed), None, "{typed}");
        }
    }
}
