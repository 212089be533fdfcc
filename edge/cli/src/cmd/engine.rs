//! `ebb engine`: the engine on files, without a vault and without a passphrase. All arithmetic is the engine's; this reads,
//! waits and prints.

mod tables;

use crate::args::{Engine, EngineFit, EnginePopulation};
use crate::error::Usage;
use crate::term::{self, Progress};
use anyhow::{Context, Result};
use ebb_pharm::fit::FitSettings;
use ebb_pharm::scenario::{PersonAnswer, PersonFile, PopulationAnswer, PopulationScenario, ScenarioError};
use std::io::Read;
use std::path::Path;

/// Runs the command.
pub(super) fn engine(action: &Engine, json: bool) -> Result<()> {
    match action {
        Engine::Run { scenario } => run(scenario),
        Engine::Population(args) => population(args, Form::asked(json, args.csv)?),
        Engine::Fit(args) => fit(args, Form::asked(json, args.csv)?),
    }
}

/// How the answer is printed.
#[derive(Clone, Copy)]
enum Form {
    Table,
    Csv,
    Json,
}

impl Form {
    fn asked(json: bool, csv: bool) -> Result<Self> {
        match (json, csv) {
            (false, false) => Ok(Self::Table),
            (false, true) => Ok(Self::Csv),
            (true, false) => Ok(Self::Json),
            (true, true) => {
                Err(Usage::new("--json and --csv are two forms of one answer", "leave one of them out").into())
            }
        }
    }
}

/// One scenario in the form of the reference solver, with the same keys in answer.
fn run(scenario: &Path) -> Result<()> {
    let text = text_of(scenario)?;
    let population = ebb_core::bridge::population()?;
    let answer = ebb_pharm::scenario::answer(&text, &population.typical()).map_err(|e| refused(scenario, &e))?;
    term::say(&answer)
}

fn population(args: &EnginePopulation, form: Form) -> Result<()> {
    /// Draws between two looks at the clock.
    const BUDGET: u32 = 10;
    let text = text_of(&args.scenario)?;
    let refused = |e: ScenarioError| refused(&args.scenario, &e);
    let base = ebb_core::bridge::population()?;
    let scenario = PopulationScenario::read(&text, &base).map_err(refused)?;
    let mut run = scenario.begin(args.seed, args.n).map_err(refused)?;
    let mut progress = Progress::of("drawing bodies");
    loop {
        let now = run.step(BUDGET);
        progress.at(now.done as usize, now.total as usize);
        if now.is_done() {
            break;
        }
    }
    drop(progress);
    let answer = PopulationAnswer::of(run.finish(), args.seed);
    match form {
        Form::Table => term::say(&tables::population(&answer)),
        Form::Csv => term::say(&tables::population_csv(&answer)),
        Form::Json => term::say_json(&answer.to_json()),
    }
}

fn fit(args: &EngineFit, form: Form) -> Result<()> {
    /// Evaluations between two looks at the clock.
    const BUDGET: u32 = 10;
    let text = text_of(&args.file)?;
    let refused = |e: ScenarioError| refused(&args.file, &e);
    let prior = ebb_core::bridge::person_prior()?;
    let person = PersonFile::read(&text).map_err(refused)?;
    let settings = FitSettings::new(args.seed.or(person.seed).unwrap_or(1), args.draws);
    let mut run = person.begin(&prior, settings).map_err(refused)?;
    let mut progress = Progress::of("learning");
    loop {
        let now = run.step(BUDGET);
        progress.at(now.done as usize, now.expected as usize);
        if now.is_done() {
            break;
        }
    }
    drop(progress);
    let answer = PersonAnswer::of(&run.finish(), settings);
    match form {
        Form::Table => term::say(&tables::person(&answer)),
        Form::Csv => term::say(&tables::person_csv(&answer)),
        Form::Json => term::say_json(&answer.to_json()),
    }
}

fn text_of(file: &Path) -> Result<String> {
    let mut text = String::new();
    if file.as_os_str() == "-" {
        std::io::stdin()
            .read_to_string(&mut text)
            .context("read standard input")?;
    } else {
        text = std::fs::read_to_string(file).with_context(|| format!("read {}", file.display()))?;
    }
    Ok(text)
}

fn refused(file: &Path, error: &ScenarioError) -> anyhow::Error {
    let name = if file.as_os_str() == "-" {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    };
    let (what, hint) = match error {
        ScenarioError::Draws { .. } => (error.to_string(), "choose another --n or --draws".to_owned()),
        _ => (
            format!("{name} cannot be run: {error}"),
            "correct it there; positions count from 0, and docs/json.md describes the form".to_owned(),
        ),
    };
    Usage::new(what, hint).into()
}
