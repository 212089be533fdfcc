//! Workload E3: one person's most likely numbers from 60 ratings and 40 check-ins, and how far they lie from the committed optimum
//! of an independent optimizer (`pure/pharm/tests/fits/`).

use std::hint::black_box;
use std::path::Path;

use anyhow::{Context as _, Result};
use cpu_time::ThreadTime;
use ebb_pharm::fit::{
    Felt, FitRun, FitSettings, Noise, Number, PersonPrior, Phase, Reports, SymptomScale, Symptoms, fit,
};
use ebb_pharm::{Dose, UncertainDose};
use serde_json::Value;

use crate::workload::population;

/// Doses, reports, what is believed before, and the reference's optimum.
pub(crate) struct Person {
    doses: Vec<UncertainDose>,
    reports: Reports,
    prior: PersonPrior,
    optimum: Vec<f64>,
}

impl Person {
    pub(crate) fn read(file: &Path) -> Result<Person> {
        let text = std::fs::read_to_string(file).with_context(|| format!("read {}", file.display()))?;
        let file: Value = serde_json::from_str(&text).context("understand the person of E3")?;
        let doses = pairs(&file["doses"])?;
        let felt = pairs(&file["effect_ratings"])?;
        let symptoms = pairs(&file["sows64"])?;
        // The shared workload knows of no slips.
        let prior = PersonPrior::from_lookup(&population(), |name| match name {
            "slip_share" => Some(0.0),
            known => Some(ebb_evidence::parameter(known)?.value),
        })
        .context("find what the fit believes beforehand")?;
        let optimum = file["normal"]["z"].as_array().context("find the reference's optimum")?;
        Ok(Person {
            doses: doses
                .into_iter()
                .map(|(t_h, mg)| UncertainDose::exact(Dose::at_once(t_h, mg)))
                .collect(),
            reports: Reports {
                felt: felt.into_iter().map(|(at_h, rating)| Felt { at_h, rating }).collect(),
                lasted: Vec::new(),
                symptoms: symptoms
                    .into_iter()
                    .map(|(at_h, score)| Symptoms {
                        at_h,
                        score,
                        scale: SymptomScale::Of64,
                    })
                    .collect(),
            },
            prior,
            optimum: optimum.iter().filter_map(Value::as_f64).collect(),
        })
    }

    /// Seconds until the most likely place is found, and its distance from the reference's.
    pub(crate) fn search(&self) -> Result<(f64, f64)> {
        let begin = ThreadTime::now();
        let mut run = FitRun::new(black_box(&self.doses), &self.reports, &self.prior, settings(1))?;
        while run.step(1).phase == Phase::Searching {}
        let seconds = begin.elapsed().as_secs_f64();
        Ok((seconds, self.distance(run.finish().most_likely())))
    }

    /// Seconds for the search and 200 draws around it, and the same distance.
    pub(crate) fn search_and_draw(&self) -> Result<(f64, f64)> {
        let begin = ThreadTime::now();
        let posterior = fit(black_box(&self.doses), &self.reports, &self.prior, settings(200))?;
        let seconds = begin.elapsed().as_secs_f64();
        Ok((seconds, self.distance(posterior.most_likely())))
    }

    /// Largest difference in a number's logarithm (points for the baseline).
    fn distance(&self, found: &[f64]) -> f64 {
        let numbers = Number::ALL.into_iter().zip(&self.optimum);
        numbers.fold(0.0, |worst, (number, theirs)| {
            worst.max((found[number.idx()] - theirs).abs() * self.prior.width(number))
        })
    }
}

fn settings(draws: u32) -> FitSettings {
    FitSettings {
        noise: Noise::Normal,
        ..FitSettings::new(1, draws)
    }
}

fn pairs(value: &Value) -> Result<Vec<(f64, f64)>> {
    let rows = value.as_array().context("find a list in the person of E3")?;
    rows.iter()
        .map(|row| Ok((row[0].as_f64().context("a time")?, row[1].as_f64().context("a value")?)))
        .collect()
}
