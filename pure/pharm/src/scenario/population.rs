//! The same question asked of many bodies: the scenario's doses, with their errors, in bodies drawn from a population, and
//! the middle and width of every series in answer. It goes from doses to consequences; the felt effect is not among them.

use serde::Serialize;
use serde_json::Value;

use super::{ScenarioError, reading};
use crate::dose::UncertainDose;
use crate::outlook::{Band, Outlook, OutlookRun, OutlookSettings};
use crate::params::Population;

/// A question about a population: a scenario whose doses may have errors. `params` moves a middle and keeps its spread.
#[derive(Clone, Debug, PartialEq)]
pub struct PopulationScenario {
    /// Doses as given, in the order of the file.
    pub doses: Vec<UncertainDose>,
    /// Output times as given, h.
    pub times_h: Vec<f64>,
    /// The base population with the file's middles.
    pub population: Population,
}

impl PopulationScenario {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// Whatever is not understood, or would have been left out of the run, with its place.
    pub fn read(json: &str, base: &Population) -> Result<PopulationScenario, ScenarioError> {
        let top = reading::top(json, &["doses", "times_h", "params"])?;
        let scenario = PopulationScenario {
            doses: reading::doses(&top)?,
            times_h: reading::times_h(&top)?,
            population: reading::moved(base, &top)?,
        };
        reading::all_usable(&scenario.doses, &scenario.times_h)?;
        Ok(scenario)
    }

    /// Prepares the draws. [`OutlookRun::step`] makes them, [`PopulationAnswer::of`] writes down what they show.
    ///
    /// # Errors
    /// No draw, or more than [`OutlookSettings::MOST_DRAWS`].
    pub fn begin(&self, seed: u64, draws: u32) -> Result<OutlookRun, ScenarioError> {
        if draws == 0 || draws > OutlookSettings::MOST_DRAWS {
            return Err(ScenarioError::Draws {
                most: OutlookSettings::MOST_DRAWS,
            });
        }
        let settings = OutlookSettings::new(seed, draws);
        Ok(OutlookRun::new(
            &self.doses,
            &[],
            &self.times_h,
            &self.population,
            settings,
        ))
    }
}

/// One series of a population, under the keys of docs/json.md.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Width {
    /// Half of the bodies lie below.
    pub median: Vec<f64>,
    /// Lower end of the middle half.
    pub low_50: Vec<f64>,
    /// Upper end of the middle half.
    pub high_50: Vec<f64>,
    /// Lower end of the middle four fifths.
    pub low_80: Vec<f64>,
    /// Upper end of the middle four fifths.
    pub high_80: Vec<f64>,
    /// Standard error of the median from the finite number of draws.
    pub median_error: Vec<f64>,
}

impl Width {
    fn of(band: Band) -> Width {
        let Band {
            median,
            low_50,
            high_50,
            low_80,
            high_80,
            median_error,
        } = band;
        Width {
            median,
            low_50,
            high_50,
            low_80,
            high_80,
            median_error,
        }
    }
}

/// The middle and width of each series, one value per output time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PopulationAnswer {
    /// The engine's version.
    pub engine: u32,
    /// Seed of the draws.
    pub seed: u64,
    /// Bodies drawn.
    pub draws: u32,
    /// Output times in ascending order, h.
    pub times_h: Vec<f64>,
    /// Mitragynine in plasma, ng/mL.
    #[serde(rename = "C")]
    pub c: Width,
    /// 7-hydroxymitragynine in plasma, ng/mL.
    #[serde(rename = "C7")]
    pub c7: Width,
    /// Potency shift: tolerance.
    #[serde(rename = "Th")]
    pub th: Width,
    /// Signal, 0 to 1.
    pub s: Width,
    /// Withdrawal score, points 0 to 64.
    #[serde(rename = "W64")]
    pub w64: Width,
}

impl PopulationAnswer {
    /// What a finished run shows.
    #[must_use]
    pub fn of(outlook: Outlook, seed: u64) -> PopulationAnswer {
        PopulationAnswer {
            engine: crate::timeline::ENGINE_VERSION,
            seed,
            draws: u32::try_from(outlook.draws.len()).unwrap_or(u32::MAX),
            times_h: outlook.times_h,
            c: Width::of(outlook.c),
            c7: Width::of(outlook.c7),
            th: Width::of(outlook.potency_shift),
            s: Width::of(outlook.signal),
            w64: Width::of(outlook.withdrawal_64),
        }
    }

    /// The series with their keys, in the order of the file.
    #[must_use]
    pub fn series(&self) -> [(&'static str, &Width); 5] {
        [
            ("C", &self.c),
            ("C7", &self.c7),
            ("Th", &self.th),
            ("s", &self.s),
            ("W64", &self.w64),
        ]
    }

    /// As JSON text.
    #[must_use]
    pub fn to_json(&self) -> Value {
        serde_json::to_value(self).unwrap_or_else(|_| unreachable!("lists of numbers always serialize"))
    }
}
