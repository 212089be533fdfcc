//! One fingerprint of everything the engine answers: curves, outlooks and a fit over a fixed set of histories and seeds. Two
//! programs that give the same digest for the same evidence give the same numbers, to the last bit: native or in a browser,
//! with whatever instructions, on one thread or more. Made for checks; nothing else calls it, so no program carries it.

use sha2::{Digest, Sha256};

use crate::batch::{Batch, Person};
use crate::dose::{Dose, UncertainDose};
use crate::fit::{self, Felt, FitError, FitSettings, PersonPrior, Reports, SymptomScale, Symptoms};
use crate::instructions::Instructions;
use crate::outlook::{Band, outlook};
use crate::output::Output;
use crate::params::Params;

/// SHA-256, in hexadecimal digits, over the bits of all answers to the fixed set of questions. It depends on the engine and on the
/// values in `prior` only. The curves run with the given instructions, outlook and fit with the widest at hand.
///
/// # Errors
/// What a fit says of a `prior` it cannot use.
pub fn digest(prior: &PersonPrior, instructions: Instructions) -> Result<String, FitError> {
    let mut hash = Sha256::new();
    let typical = prior.population().typical();
    let times_h: Vec<f64> = (0..500).map(|step| 1.37 * f64::from(step)).collect();
    for history in histories() {
        let people = bodies(&typical).map(|params| Person {
            doses: &history,
            params,
        });
        Batch::with_instructions(instructions).simulate(&people, &times_h, |_, output| add_output(&mut hash, output));
    }
    add_outlook(&mut hash, prior);
    add_fit(&mut hash, prior)?;
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The middle, a body with two coinciding rates, and one in which everything is a little different.
fn bodies(typical: &Params) -> [Params; 3] {
    let coinciding = Params {
        ka7: typical.ka,
        k7: typical.ka,
        ..*typical
    };
    let mut place = 0.0;
    let different = typical.to_array().map(|value| {
        place += 1.0;
        value * (1.0 + 0.2 * (place / 23.0 - 0.5))
    });
    [*typical, coinciding, Params::from_array(different)]
}

/// Ordinary days; a crowd within a minute; drinks across midnight and swallowed 7-OH; a gap of a year.
fn histories() -> [Vec<Dose>; 4] {
    let ordinary = (0..120_u32).map(|idx| Dose::at_once(5.3 * f64::from(idx), 20.0 + f64::from(idx % 7) * 5.0));
    let crowd = (0..1000_u32).map(|idx| Dose::at_once(30.0 + f64::from(idx) / 60_000.0, 0.1));
    let sipped = (0..20_u32).map(|idx| Dose {
        start_h: 22.5 + 24.0 * f64::from(idx),
        duration_h: 3.0,
        mitragynine_mg: 30.0,
        seven_oh_mg: f64::from(idx % 3),
    });
    let gap = [1.0, 7.0, -8760.0].map(|at_h| Dose::at_once(at_h, 40.0));
    [ordinary.collect(), crowd.collect(), sipped.collect(), gap.to_vec()]
}

fn add(hash: &mut Sha256, values: &[f64]) {
    for value in values {
        hash.update(value.to_bits().to_le_bytes());
    }
}

fn add_output(hash: &mut Sha256, output: &Output) {
    for series in [
        &output.gut,
        &output.c,
        &output.c7,
        &output.potency_shift,
        &output.signal,
        &output.af,
        &output.as_,
        &output.net,
        &output.build_up,
        &output.effect,
        &output.withdrawal_64,
    ] {
        add(hash, series);
    }
}

fn uncertain() -> Vec<UncertainDose> {
    let [ordinary, ..] = histories();
    let doses = ordinary.into_iter().map(|dose| UncertainDose {
        dose,
        log_sd: 0.2,
        group: Some(1),
        group_log_sd: 0.3,
    });
    doses.collect()
}

fn add_outlook(hash: &mut Sha256, prior: &PersonPrior) {
    let times_h: Vec<f64> = (0..100).map(|step| 640.0 + 2.0 * f64::from(step)).collect();
    let found = outlook(&uncertain(), &[], &times_h, prior.population(), 11, 24);
    for band in [&found.c, &found.net, &found.withdrawal_64] {
        let Band {
            median,
            low_80,
            high_80,
            ..
        } = band;
        add(hash, median);
        add(hash, low_80);
        add(hash, high_80);
    }
    add(hash, &[found.peak.median, found.onset_h.median]);
}

fn add_fit(hash: &mut Sha256, prior: &PersonPrior) -> Result<(), FitError> {
    let felt = (0..8_u32).map(|idx| Felt {
        at_h: 54.3 + 53.0 * f64::from(idx),
        rating: f64::from(2 + idx % 4),
    });
    let symptoms = (0..6_u32).map(|idx| Symptoms {
        at_h: 104.0 + 90.0 * f64::from(idx),
        score: f64::from(4 + idx),
        scale: SymptomScale::Of64,
    });
    let reports = Reports {
        felt: felt.collect(),
        lasted: Vec::new(),
        symptoms: symptoms.collect(),
    };
    let posterior = fit::fit(&uncertain(), &reports, prior, FitSettings::new(5, 40))?;
    for (place, weight) in posterior.draws() {
        add(hash, place);
        add(hash, &[weight]);
    }
    Ok(())
}
