//! The workloads E1, E2 and E4 of the project's speed notes, made anew from their definition (seeds included), and how far
//! a run's outputs lie from the reference's.

use ebb_pharm::{Params, Population, Prior};

use crate::equations::{OUTPUTS, Row};

/// One body, its doses (h, mg) in ascending order, and the hours at which outputs are wanted.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) doses: Vec<(f64, f64)>,
    pub(crate) times_h: Vec<f64>,
    pub(crate) params: Params,
}

const FOUR_A_DAY: [u32; 4] = [420, 720, 1050, 1320];
const FIVE_A_DAY: [u32; 5] = [420, 630, 840, 1050, 1320];
const TEN_YEARS_DAYS: u32 = 3650;
/// What E2 varies between people, in the order in which it is drawn.
const VARIED: [&str; 11] = ["ka", "CL", "V1", "Q", "V2", "fp", "k7", "EC50", "tau_f", "tau_s", "kE"];

/// People in E2.
pub(crate) const PEOPLE: u32 = 1000;
/// Days of each of them.
pub(crate) const PERSON_DAYS: u32 = 90;
/// The hour up to which E4's past goes.
pub(crate) const NOW_H: f64 = TEN_YEARS_DAYS as f64 * 24.0;

/// The person in the middle, from the evidence tables.
pub(crate) fn typical() -> Params {
    population().typical()
}

/// The population of the evidence tables.
pub(crate) fn population() -> Population {
    let found = Population::from_lookup(|name| {
        let cited = ebb_evidence::parameter(name)?;
        Some(Prior {
            value: cited.value,
            log_sd: cited.width_log_sd().unwrap_or(0.0),
        })
    });
    found.expect("the evidence tables name every parameter")
}

/// One person, a year of four doses a day, outputs each hour.
pub(crate) fn e1() -> Case {
    Case {
        doses: diary(1, 365, &FOUR_A_DAY, 90),
        times_h: hourly(1, 8760),
        params: typical(),
    }
}

/// One of the thousand people of E2: ninety days, eleven parameters of their own, outputs each hour.
pub(crate) fn e2(person: u32) -> Case {
    let mut random = SplitMix64(5000 + u64::from(person));
    let params = VARIED.iter().fold(typical(), |params, name| {
        let middle = params.get(name).expect("a name of the model");
        let value = middle * (0.3 * random.normal()).exp();
        params.with(name, value).expect("a name of the model")
    });
    Case {
        doses: diary(1000 + u64::from(person), PERSON_DAYS, &FOUR_A_DAY, 90),
        times_h: hourly(1, PERSON_DAYS * 24),
        params,
    }
}

/// Ten years of five doses a day and sixty planned days, outputs each hour of those.
pub(crate) fn e4() -> Case {
    let mut doses = e4_past();
    doses.extend(e4_plan());
    Case {
        doses,
        times_h: hourly(TEN_YEARS_DAYS * 24, (TEN_YEARS_DAYS + 60) * 24),
        params: typical(),
    }
}

/// E4 with one more dose at an hour of the past.
pub(crate) fn e4_with(extra: (f64, f64)) -> Case {
    let mut case = e4();
    let place = case.doses.partition_point(|dose| dose.0 <= extra.0);
    case.doses.insert(place, extra);
    case
}

pub(crate) fn e4_past() -> Vec<(f64, f64)> {
    diary(4, TEN_YEARS_DAYS, &FIVE_A_DAY, 60)
}

pub(crate) fn e4_plan() -> Vec<(f64, f64)> {
    let days = (0..60).flat_map(|day| {
        FIVE_A_DAY.map(|minute| f64::from(1440 * (TEN_YEARS_DAYS + day) + minute + u32::from(minute % 60 == 0)))
    });
    days.map(|minute| (minute / 60.0, 30.0)).collect()
}

fn hourly(from_h: u32, to_h: u32) -> Vec<f64> {
    (from_h..=to_h).map(f64::from).collect()
}

fn diary(seed: u64, days: u32, minutes: &[u32], jitter: u32) -> Vec<(f64, f64)> {
    let mut random = SplitMix64(seed);
    let mut doses = Vec::new();
    for day in 0..days {
        for minute in minutes {
            let moved = (random.uniform() * f64::from(2 * jitter + 1)).floor() - f64::from(jitter);
            let mut minute = f64::from(1440 * day + minute) + moved;
            if minute % 60.0 == 0.0 {
                minute += 1.0;
            }
            doses.push((minute / 60.0, 20.0 + (random.uniform() * 41.0).floor()));
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

    fn normal(&mut self) -> f64 {
        let first = 1.0 - self.uniform();
        let second = self.uniform();
        (-2.0 * first.ln()).sqrt() * (2.0 * std::f64::consts::PI * second).cos()
    }
}

/// The largest over the outputs of max |value - reference| / max |reference|.
pub(crate) fn error(rows: &[Row], reference: &[Row]) -> f64 {
    if rows.len() != reference.len() {
        return f64::INFINITY;
    }
    let (mut off, mut size) = ([0.0_f64; OUTPUTS], [0.0_f64; OUTPUTS]);
    for (row, expected) in rows.iter().zip(reference) {
        for idx in 0..OUTPUTS {
            let distance = (row[idx] - expected[idx]).abs();
            if distance.is_nan() {
                return f64::INFINITY;
            }
            off[idx] = off[idx].max(distance);
            size[idx] = size[idx].max(expected[idx].abs());
        }
    }
    off.iter()
        .zip(size)
        .fold(0.0, |worst, (off, size)| worst.max(off / size))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPECTED_E1: [(f64, f64); 2] = [(7.2, 50.0), (8_758.616_666_666_667, 37.0)];
    const EXPECTED_E2_DOSE: (f64, f64) = (2_156.783_333_333_333_3, 38.0);
    const EXPECTED_E2_PARAMS: [f64; 2] = [3.107_113_935_786_450_6, 0.558_066_250_300_572_8];
    const EXPECTED_E4: [(f64, f64); 2] = [(87_597.483_333_333_34, 24.0), (89_038.016_666_666_66, 30.0)];

    #[test]
    fn the_workloads_are_those_of_the_shared_generator() {
        let e1 = e1();
        assert_eq!(e1.doses.len(), 1460);
        assert_eq!(e1.times_h.len(), 8760);
        // Computed once by the generator of the speed notes.
        assert_eq!(e1.doses[0], EXPECTED_E1[0]);
        assert_eq!(e1.doses[1459], EXPECTED_E1[1]);
        let e2 = e2(999);
        assert_eq!(e2.doses[359], EXPECTED_E2_DOSE);
        for (name, expected) in ["ka", "kE"].into_iter().zip(EXPECTED_E2_PARAMS) {
            let value = e2.params.get(name).unwrap();
            assert!((value / expected - 1.0).abs() < 1e-14, "{name} {value}");
        }
        let e4 = e4();
        assert_eq!(e4.doses.len(), 18_550);
        assert_eq!(e4.doses[18_249], EXPECTED_E4[0]);
        assert_eq!(e4.doses[18_549], EXPECTED_E4[1]);
        assert_eq!(e4.times_h.len(), 1441);
    }

    #[test]
    fn the_error_is_that_of_the_worst_output() {
        let reference = vec![[1.0; OUTPUTS], [2.0; OUTPUTS]];
        let mut rows = reference.clone();
        assert_eq!(error(&rows, &reference), 0.0);
        rows[0][3] += 0.5;
        rows[1][6] -= 0.25;
        assert_eq!(error(&rows, &reference), 0.25);
        rows[1][0] = f64::NAN;
        assert_eq!(error(&rows, &reference), f64::INFINITY);
        assert_eq!(error(&rows[..1], &reference), f64::INFINITY);
    }
}
