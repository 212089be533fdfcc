//! `--zone ZONE` and `--zone ZONE@FROM/UNTIL`.

use crate::error::Usage;
use anyhow::{Result, bail};
use ebb_exchange::import::Zones;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The zones a person named, or `home` throughout.
pub(super) fn zones(said: &[String], home: &TimeZone) -> Result<Zones> {
    let mut base = home.clone();
    let mut journeys = Vec::new();
    for one in said {
        match one.split_once('@') {
            None => base = zone(one)?,
            Some((name, span)) => {
                let ends = span
                    .split_once('/')
                    .and_then(|(from, until)| Some((wall(from)?, wall(until)?)));
                let Some((from, until)) = ends.filter(|(from, until)| from < until) else {
                    bail!(Usage::new(
                        "a journey reads ZONE@FROM/UNTIL in local time",
                        "for example --zone Asia/Tokyo@2025-05-09T15:40/2025-05-20T17:30"
                    ));
                };
                journeys.push((zone(name)?, from, until));
            }
        }
    }
    Ok(journeys
        .into_iter()
        .fold(Zones::home(base), |zones, (zone, from, until)| {
            zones.with_journey(zone, from, until)
        }))
}

fn zone(name: &str) -> Result<TimeZone> {
    match TimeZone::get(name.trim()) {
        Ok(zone) => Ok(zone),
        Err(_) => bail!(Usage::new(
            "this zone is not known",
            "use an IANA name such as Europe/Berlin"
        )),
    }
}

fn wall(text: &str) -> Option<DateTime> {
    text.trim().parse().ok()
}
