//! `ebb engine …`: the engine on files. None of these opens a vault.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `ebb engine`
#[derive(Debug, Subcommand)]
pub(crate) enum Engine {
    /// Run one scenario: {"doses": [[hour, mg], …], "times_h": […], "params": {…}}
    Run {
        /// The scenario; `-` for standard input
        scenario: PathBuf,
    },
    /// The same for many bodies drawn from the population: middle, 50 % and 80 % bands
    Population(EnginePopulation),
    /// Learn one person's numbers from doses and reports
    Fit(EngineFit),
}

/// `ebb engine population`
#[derive(Debug, Args)]
pub(crate) struct EnginePopulation {
    /// The scenario; `-` for standard input
    pub(crate) scenario: PathBuf,
    /// How many bodies to draw, at most 100000
    #[arg(long, short, default_value_t = 1000)]
    pub(crate) n: u32,
    /// The same seed draws the same bodies
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Print CSV: one row per series and time
    #[arg(long)]
    pub(crate) csv: bool,
}

/// `ebb engine fit`
#[derive(Debug, Args)]
pub(crate) struct EngineFit {
    /// The person: {"doses": […], "reports": {"felt": […], "lasted": […], "symptoms": […]}}; `-` for standard input
    pub(crate) file: PathBuf,
    /// How many draws to make, at most 100000
    #[arg(long, default_value_t = 800)]
    pub(crate) draws: u32,
    /// Seed of the draws, instead of the file's
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// Print CSV: one row per number
    #[arg(long)]
    pub(crate) csv: bool,
}
