//! Where every draw of an outlook stands at an hour of the past, so that a long diary need not be walked again each time.
//!
//! An outlook that is given an hour to stand at walks each draw to it, keeps where it stands, and goes on from there. It
//! does so whether the standpoints were brought along or made just now: both ways give the same bits. A kept standpoint
//! carries a key over everything it depends on; one that does not match is made anew, so a stale or damaged store costs
//! time, never truth.

use sha2::{Digest, Sha256};

use crate::dose::{Dose, UncertainDose};
use crate::fit::{Answers, Body};
use crate::params::{PARAMETER_NAMES, Population};
use crate::state::State;

/// Changes whenever the same input may give other bits.
const VERSION: u8 = 5;

/// Most groups and open infusions a stored draw may claim: far more than a diary has, little enough for any memory.
const MOST_ITEMS: usize = 100_000;

/// The standpoints of all draws. It reveals amounts: store it sealed.
#[derive(Clone, Debug, PartialEq)]
pub struct Standpoint {
    pub(crate) key: [u8; 32],
    pub(crate) draws: Vec<DrawStandpoint>,
}

/// One draw, just after the last dose before the hour.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DrawStandpoint {
    pub(crate) state: State,
    /// Position in the draw's stream of random numbers.
    pub(crate) word_pos: u128,
    /// Error of each group that was met so far.
    pub(crate) groups: Vec<(u32, f64)>,
    /// Doses still being swallowed, with their drawn amounts.
    pub(crate) open: Vec<Dose>,
}

/// The key of what a standpoint depends on.
pub(crate) fn key(seed: u64, draws: u32, hour: f64, population: &Population, before: &[UncertainDose]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update([VERSION]);
    hash.update(seed.to_le_bytes());
    hash.update(draws.to_le_bytes());
    hash.update(hour.to_le_bytes());
    for name in PARAMETER_NAMES {
        let prior = population
            .prior(name)
            .map_or((0.0, 0.0), |prior| (prior.value, prior.log_sd));
        hash.update(prior.0.to_le_bytes());
        hash.update(prior.1.to_le_bytes());
    }
    let mut row = [0_u8; 56];
    for UncertainDose {
        dose,
        log_sd,
        group,
        group_log_sd,
    } in before
    {
        let numbers = [
            dose.start_h,
            dose.duration_h,
            dose.mitragynine_mg,
            dose.seven_oh_mg,
            *log_sd,
            *group_log_sd,
        ];
        for (place, number) in row.chunks_exact_mut(8).zip(numbers) {
            place.copy_from_slice(&number.to_le_bytes());
        }
        let group = group.map_or(u64::MAX, u64::from);
        row[48..].copy_from_slice(&group.to_le_bytes());
        hash.update(row);
    }
    hash.finalize().into()
}

/// The same key with what was learned about a person; the key itself when nothing was.
pub(crate) fn key_of_people(key: [u8; 32], people: &[Body]) -> [u8; 32] {
    if people.is_empty() {
        return key;
    }
    let mut hash = Sha256::new();
    hash.update(key);
    for body in people {
        for number in body.params.to_array() {
            hash.update(number.to_le_bytes());
        }
        let Answers {
            baseline,
            sd_base,
            sd_slope,
        } = body.answers;
        for number in [baseline, sd_base, sd_slope] {
            hash.update(number.to_le_bytes());
        }
        hash.update((body.strengths.len() as u64).to_le_bytes());
        for (group, strength) in &body.strengths {
            hash.update(group.to_le_bytes());
            hash.update(strength.to_le_bytes());
        }
    }
    hash.finalize().into()
}

impl Standpoint {
    /// The standpoint as bytes, for a store.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend(self.key);
        put_len(&mut bytes, self.draws.len());
        for draw in &self.draws {
            put_numbers(&mut bytes, &draw.state.to_array());
            bytes.extend(draw.word_pos.to_le_bytes());
            put_len(&mut bytes, draw.groups.len());
            for (group, error) in &draw.groups {
                bytes.extend(group.to_le_bytes());
                put_numbers(&mut bytes, &[*error]);
            }
            put_len(&mut bytes, draw.open.len());
            for dose in &draw.open {
                put_numbers(
                    &mut bytes,
                    &[dose.start_h, dose.duration_h, dose.mitragynine_mg, dose.seven_oh_mg],
                );
            }
        }
        bytes
    }

    /// The inverse of [`Standpoint::to_bytes`]; `None` for anything else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Standpoint> {
        let mut reader = Reader { bytes };
        if reader.take::<1>()? != [VERSION] {
            return None;
        }
        let key = reader.take::<32>()?;
        let mut draws = Vec::new();
        for _ in 0..reader.len()? {
            let state = State::from_array(reader.numbers()?);
            let word_pos = u128::from_le_bytes(reader.take()?);
            let mut groups = Vec::new();
            for _ in 0..reader.len()? {
                let group = u32::from_le_bytes(reader.take()?);
                let [error] = reader.numbers()?;
                groups.push((group, error));
            }
            let mut open = Vec::new();
            for _ in 0..reader.len()? {
                let [start_h, duration_h, mitragynine_mg, seven_oh_mg] = reader.numbers()?;
                open.push(Dose {
                    start_h,
                    duration_h,
                    mitragynine_mg,
                    seven_oh_mg,
                });
            }
            draws.push(DrawStandpoint {
                state,
                word_pos,
                groups,
                open,
            });
        }
        reader.bytes.is_empty().then_some(Standpoint { key, draws })
    }
}

pub(crate) fn put_len(bytes: &mut Vec<u8>, len: usize) {
    bytes.extend(u32::try_from(len).unwrap_or(u32::MAX).to_le_bytes());
}

pub(crate) fn put_numbers(bytes: &mut Vec<u8>, numbers: &[f64]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

/// Reads what the functions above wrote.
pub(crate) struct Reader<'a> {
    pub(crate) bytes: &'a [u8],
}

impl Reader<'_> {
    pub(crate) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, tail) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = tail;
        Some(*head)
    }

    pub(crate) fn len(&mut self) -> Option<usize> {
        let len = u32::from_le_bytes(self.take()?) as usize;
        (len <= MOST_ITEMS).then_some(len)
    }

    pub(crate) fn numbers<const N: usize>(&mut self) -> Option<[f64; N]> {
        let mut numbers = [0.0; N];
        for number in &mut numbers {
            *number = f64::from_le_bytes(self.take()?);
        }
        Some(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_anything_else_does_not() {
        let draw = DrawStandpoint {
            state: State::from_array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 0.1, 0.2, 0.3]),
            word_pos: 1 << 70,
            groups: vec![(3, -0.25)],
            open: vec![Dose {
                start_h: 1.0,
                duration_h: 0.5,
                mitragynine_mg: 20.0,
                seven_oh_mg: 0.0,
            }],
        };
        let standpoint = Standpoint {
            key: [7; 32],
            draws: vec![draw.clone(), draw],
        };
        let bytes = standpoint.to_bytes();
        assert_eq!(Standpoint::from_bytes(&bytes), Some(standpoint));
        for cut in 0..bytes.len() {
            assert_eq!(Standpoint::from_bytes(&bytes[..cut]), None);
        }
        assert_eq!(Standpoint::from_bytes(&[bytes, vec![0]].concat()), None);
    }
}
