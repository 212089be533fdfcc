//! A posterior as bytes, so that reports need not be fitted again at every look. The key in them is over everything that
//! decides it; bytes with another key, of another version, or damaged are not believed: they cost time, never truth.
//!
//! ```text
//! 1 version | 32 key | 32 SHA-256 of version, key and the rest
//! 1 noise | 3 x 4 counts of reports | 4 n batches, each 4 group, 8 log sd
//! (7 + n) x 8 most likely place | 5 matrices of (7 + n)^2 x 8: covariance, information, told by each kind
//! 4 d draws, each (7 + n) x 8 place, 8 share | 1 route | 8 effective size | 1 whether there is a shape, 8 shape | 8 loss
//! ```
//!
//! All numbers are little-endian.

use sha2::{Digest, Sha256};

use super::Posterior;
use crate::dose::UncertainDose;
use crate::fit::dense::Square;
use crate::fit::draws::{Draws, Quality, Route};
use crate::fit::noise::Noise;
use crate::fit::person::{Number, PersonPrior};
use crate::fit::reports::{ReportCounts, Reports};
use crate::fit::run::FitSettings;
use crate::standpoint::{self, Reader, put_len, put_numbers};
use crate::timeline::ENGINE_VERSION;

/// Changes whenever the same input may give other bits.
const VERSION: u8 = 2;

const NOISES: [Noise; 2] = [Noise::Normal, Noise::Student4];
const ROUTES: [Route; 4] = [
    Route::Prior,
    Route::Importance,
    Route::ImportanceAgain,
    Route::RandomWalk,
];

/// The key of what a posterior depends on: engine, settings, prior, doses and reports.
#[must_use]
pub fn posterior_key(
    history: &[UncertainDose],
    reports: &Reports,
    prior: &PersonPrior,
    settings: FitSettings,
) -> [u8; 32] {
    let FitSettings { seed, draws, noise } = settings;
    let mut hash = Sha256::new();
    hash.update([VERSION, place_in(&NOISES, &noise)]);
    hash.update(ENGINE_VERSION.to_le_bytes());
    hash.update(standpoint::key(
        seed,
        draws,
        f64::NEG_INFINITY,
        prior.population(),
        history,
    ));
    let mut numbers: Vec<f64> = Number::ALL.iter().map(|number| prior.width(*number)).collect();
    numbers.extend(prior.errors());
    let counts = reports.counts();
    numbers.extend([counts.felt, counts.lasted, counts.symptoms].map(|count| count as f64));
    numbers.extend(reports.felt.iter().flat_map(|felt| [felt.at_h, felt.rating]));
    numbers.extend(
        reports
            .lasted
            .iter()
            .flat_map(|lasted| [lasted.dose_at_h, lasted.hours]),
    );
    let symptoms = reports.symptoms.iter();
    numbers.extend(symptoms.flat_map(|symptoms| [symptoms.at_h, symptoms.score, symptoms.scale.highest()]));
    let mut bytes = Vec::new();
    put_numbers(&mut bytes, &numbers);
    hash.update(&bytes);
    hash.finalize().into()
}

fn place_in<T: PartialEq>(all: &[T], one: &T) -> u8 {
    let place = all.iter().position(|known| known == one);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
}

fn checksum(key: &[u8; 32], rest: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update([VERSION]);
    hash.update(key);
    hash.update(rest);
    hash.finalize().into()
}

impl Posterior {
    /// The posterior as bytes for a store, under the key of [`posterior_key`]; `None` when something of the input was left out,
    /// which the bytes cannot say. It reveals what a person reported: store it sealed.
    #[must_use]
    pub fn to_bytes(&self, key: [u8; 32]) -> Option<Vec<u8>> {
        if !self.notices.is_empty() {
            return None;
        }
        let mut rest = vec![place_in(&NOISES, &self.noise)];
        let ReportCounts { felt, lasted, symptoms } = self.learned_from;
        [felt, lasted, symptoms]
            .iter()
            .for_each(|count| put_len(&mut rest, *count));
        put_len(&mut rest, self.batches.len());
        for (group, log_sd) in &self.batches {
            rest.extend(group.to_le_bytes());
            put_numbers(&mut rest, &[*log_sd]);
        }
        put_numbers(&mut rest, &self.most_likely);
        for square in [&self.covariance, &self.information].into_iter().chain(&self.told) {
            put_numbers(&mut rest, &square.entries);
        }
        put_len(&mut rest, self.draws.places.len());
        for (place, share) in self.draws.places.iter().zip(&self.draws.shares) {
            put_numbers(&mut rest, place);
            put_numbers(&mut rest, &[*share]);
        }
        let Quality {
            route,
            effective_size,
            tail_shape,
        } = self.draws.quality;
        rest.push(place_in(&ROUTES, &route));
        put_numbers(&mut rest, &[effective_size]);
        rest.push(u8::from(tail_shape.is_some()));
        put_numbers(&mut rest, &[tail_shape.unwrap_or(0.0), self.loss]);
        let sum = checksum(&key, &rest);
        Some([&[VERSION][..], &key, &sum, &rest].concat())
    }

    /// The inverse of [`Posterior::to_bytes`]; `None` for bytes of another key or version, and for damaged ones.
    #[must_use]
    pub fn from_bytes(bytes: &[u8], key: [u8; 32], prior: &PersonPrior) -> Option<Posterior> {
        let mut reader = Reader { bytes };
        let is_ours = reader.take::<1>()? == [VERSION] && reader.take::<32>()? == key;
        let sum = reader.take::<32>()?;
        if !is_ours || sum != checksum(&key, reader.bytes) {
            return None;
        }
        let noise = *NOISES.get(usize::from(reader.take::<1>()?[0]))?;
        let learned_from = ReportCounts {
            felt: reader.len()?,
            lasted: reader.len()?,
            symptoms: reader.len()?,
        };
        let mut batches = Vec::new();
        for _ in 0..reader.len()? {
            let group = u32::from_le_bytes(reader.take()?);
            batches.push((group, one(&mut reader)?));
        }
        let len = Number::LEN + batches.len();
        let most_likely = many(&mut reader, len)?;
        let mut square = || {
            let entries = many(&mut reader, len * len)?;
            Some(Square { len, entries })
        };
        let (covariance, information) = (square()?, square()?);
        let told = [square()?, square()?, square()?];
        let draws = read_draws(&mut reader, len)?;
        let loss = one(&mut reader)?;
        reader.bytes.is_empty().then_some(Posterior {
            prior: *prior,
            noise,
            batches,
            learned_from,
            most_likely,
            covariance,
            information,
            told,
            draws,
            loss,
            notices: Vec::new(),
        })
    }
}

fn read_draws(reader: &mut Reader<'_>, len: usize) -> Option<Draws> {
    let (mut places, mut shares) = (Vec::new(), Vec::new());
    for _ in 0..reader.len()? {
        places.push(many(reader, len)?);
        shares.push(one(reader)?);
    }
    let route = *ROUTES.get(usize::from(reader.take::<1>()?[0]))?;
    let effective_size = one(reader)?;
    let has_shape = reader.take::<1>()? == [1];
    let shape = one(reader)?;
    let quality = Quality {
        route,
        effective_size,
        tail_shape: has_shape.then_some(shape),
    };
    Some(Draws {
        places,
        shares,
        quality,
    })
}

fn one(reader: &mut Reader<'_>) -> Option<f64> {
    let [number] = reader.numbers()?;
    Some(number)
}

fn many(reader: &mut Reader<'_>, len: usize) -> Option<Vec<f64>> {
    (0..len).map(|_| one(reader)).collect()
}
