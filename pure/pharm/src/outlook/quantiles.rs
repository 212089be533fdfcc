//! What a run says about the withdrawal score at chosen hours, in more detail than its bands, and a key over everything
//! that decides it: what is kept of a forecast so that it can be compared with what came.

use super::{OutlookRun, quantile_of_sorted};
use crate::standpoint;

/// Where the withdrawal score lies among the series that are kept.
const WITHDRAWAL: usize = super::KEPT - 1;

impl OutlookRun {
    /// The withdrawal score at these hours, points 0 to 64, from the draws made so far: one row per hour, one value per
    /// probability (0 to 1). Linear between output times; before the first and after the last it stays as it is there.
    /// Without draws there are no rows.
    ///
    /// ```
    /// # use ebb_pharm::{Dose, OutlookRun, OutlookSettings, Population, Prior, UncertainDose};
    /// # let population = Population::from_lookup(|name| Some(Prior { log_sd: 0.3, value: match name {
    /// #     "ka" | "ka7" => 3.0, "CL" => 40.0, "V1" => 200.0, "Q" => 60.0, "V2" => 1500.0, "fp" => 0.07, "fs" => 0.02,
    /// #     "V7" => 100.0, "k7" => 0.16, "F7" => 0.3, "rho" => 5.0, "EC50" => 360.0, "g" => 1.7, "tau_f" => 1.1,
    /// #     "tau_s" => 2.4, "beta_f" => 0.6, "beta_s" => 0.1, "t_half_f" => 30.0, "t_half_s" => 336.0,
    /// #     "t_half_D" => 8.0, "kE" => 0.4, _ => 0.27 } })).unwrap();
    /// let doses: Vec<_> = (0..60).map(|n| UncertainDose::exact(Dose::at_once(f64::from(n) * 8.0, 60.0))).collect();
    /// let times: Vec<f64> = (0..=24).map(|n| 480.0 + f64::from(n) * 2.0).collect();
    /// let mut run = OutlookRun::new(&doses, &[], &times, &population, OutlookSettings::new(1, 50));
    /// run.step(50);
    /// let rows = run.withdrawal_quantiles(&[510.0, 511.0], &[0.1, 0.5, 0.9]);
    /// assert!(rows[0][0] < rows[0][1] && rows[0][1] < rows[0][2]);
    /// // The median at an output time is the one of the band.
    /// let outlook = run.clone().finish();
    /// assert_eq!(rows[0][1], outlook.withdrawal_64.median[15]);
    /// ```
    #[must_use]
    pub fn withdrawal_quantiles(&self, hours: &[f64], probabilities: &[f64]) -> Vec<Vec<f64>> {
        let (Some(last), false) = (self.times_h.len().checked_sub(1), self.summaries.is_empty()) else {
            return Vec::new();
        };
        let row = |hour: &f64| {
            let after = self.times_h.partition_point(|time_h| time_h < hour).min(last);
            let before = after.saturating_sub(1);
            let step = self.times_h[after] - self.times_h[before];
            let share = if step > 0.0 {
                ((hour - self.times_h[before]) / step).clamp(0.0, 1.0)
            } else {
                1.0
            };
            let draws = self.kept[WITHDRAWAL].chunks_exact(last + 1);
            let mut scores: Vec<f64> = draws.map(|draw| at(draw[before], draw[after], share)).collect();
            scores.sort_unstable_by(f64::total_cmp);
            probabilities.iter().map(|p| quantile_of_sorted(&scores, *p)).collect()
        };
        hours.iter().map(row).collect()
    }

    /// SHA-256 over everything that decides the draws: engine, seed, number of draws, priors (or
    /// what was learned about a person) and doses. Not the output
    /// times: the same doses seen an hour later have the same key.
    #[must_use]
    pub fn input_key(&self) -> [u8; 32] {
        let settings = &self.settings;
        let key = standpoint::key(
            settings.seed,
            settings.draws,
            f64::INFINITY,
            &self.population,
            &self.doses,
        );
        standpoint::key_of_people(key, &self.people)
    }
}

/// The value at a share of the way; both ends exactly.
fn at(before: f64, after: f64, share: f64) -> f64 {
    if share >= 1.0 {
        after
    } else {
        before + share * (after - before)
    }
}
