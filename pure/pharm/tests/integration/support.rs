//! What the tests and benches share: parameter values from the evidence tables, and made-up diaries.

#![allow(dead_code, reason = "every user takes what it needs")]

use ebb_pharm::fit::PersonPrior;
use ebb_pharm::{Dose, Params, Population, Prior};

/// The population of the evidence tables.
pub(crate) fn population() -> Population {
    Population::from_lookup(|name| {
        let cited = ebb_evidence::parameter(name)?;
        Some(Prior {
            value: cited.value,
            log_sd: cited.width_log_sd().unwrap_or(0.0),
        })
    })
    .unwrap()
}

/// The person in the middle.
pub(crate) fn typical() -> Params {
    population().typical()
}

/// What is believed about anybody before any report.
pub(crate) fn person_prior() -> PersonPrior {
    PersonPrior::from_lookup(&population(), |name| Some(ebb_evidence::parameter(name)?.value)).unwrap()
}

/// Whole hours.
pub(crate) fn hourly(from_h: u32, to_h: u32) -> Vec<f64> {
    (from_h..=to_h).map(f64::from).collect()
}

/// Minutes of the day at which a made-up diary has its doses.
pub(crate) const FOUR_A_DAY: [u32; 4] = [420, 720, 1050, 1320];
/// Minutes of the day at which a made-up diary has its doses.
pub(crate) const FIVE_A_DAY: [u32; 5] = [420, 630, 840, 1050, 1320];

/// A made-up diary: doses of 20 to 60 mg at the given minutes of each day, give or take `jitter` minutes, never at a full
/// hour. The same seed gives the same diary as the shared workload generator.
pub(crate) fn diary(seed: u64, days: u32, minutes: &[u32], jitter: u32) -> Vec<Dose> {
    let mut random = SplitMix64(seed);
    let mut doses = Vec::new();
    for day in 0..days {
        for minute in minutes {
            let moved = (random.uniform() * f64::from(2 * jitter + 1)).floor() - f64::from(jitter);
            let mut minute = f64::from(1440 * day + minute) + moved;
            if minute % 60.0 == 0.0 {
                minute += 1.0;
            }
            doses.push(Dose::at_once(minute / 60.0, 20.0 + (random.uniform() * 41.0).floor()));
        }
    }
    doses
}

struct SplitMix64(u64);

impl SplitMix64 {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
