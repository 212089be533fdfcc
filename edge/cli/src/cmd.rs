//! One file per verb, or per family of verbs that share their words.

mod copies;
mod course;
mod engine;
mod entries;
mod export;
mod feel;
mod import;
mod init;
mod keys;
mod learn;
mod log;
mod maintain;
mod pictures;
mod product;
mod score;
mod views;
mod when;

use crate::args::{Cli, Command};
use anyhow::Result;
use clap::CommandFactory;

/// Runs the command.
pub(crate) fn run(cli: Cli) -> Result<()> {
    let json = cli.json;
    match cli.command {
        Command::Init(args) => init::init(&args, json),
        Command::Log(args) => log::log(&args, json),
        Command::Amend(args) => entries::amend(&args, json),
        Command::Undo => entries::undo(json),
        Command::Remove(args) => entries::remove(&args, json),
        Command::Entries(args) => entries::list(&args, json),
        Command::Product(args) => product::product(&args, json),
        Command::Batch(args) => product::batch(&args, json),
        Command::Checkin(args) => feel::checkin(&args, json),
        Command::Effect(args) => feel::effect(&args, json),
        Command::Craving(args) => feel::craving(&args, json),
        Command::Took(args) => feel::took(&args, json),
        Command::Note(args) => feel::note(&args, json),
        Command::Today => views::today(json),
        Command::History(args) => views::history(&args, json),
        Command::Forecast(args) => views::forecast(&args, json),
        Command::Learn(args) => learn::learn(&args, json),
        Command::Score => score::score(json),
        Command::Chart(args) => pictures::chart(&args, json),
        Command::Import(args) => import::import(&args, json),
        Command::Export(args) => export::export(&args, json),
        Command::Backup(args) => copies::backup(&args, json),
        Command::Restore(args) => copies::restore(&args, json),
        Command::Verify => maintain::verify(json),
        Command::Rebuild => maintain::rebuild(json),
        Command::Doctor => maintain::doctor(json),
        Command::Set(args) => maintain::set(&args, json),
        Command::Passphrase(args) => keys::passphrase(&args, json),
        Command::Recover(args) => keys::recover(&args, json),
        Command::Engine(action) => engine::engine(&action, json),
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "ebb", &mut text);
            crate::term::say(&String::from_utf8_lossy(&text))
        }
        Command::Man => {
            let mut text = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut text)?;
            crate::term::say(&String::from_utf8_lossy(&text))
        }
    }
}
