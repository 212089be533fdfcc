//! `ebb`: parse, run, turn an error into words and an exit code.

mod args;
mod cmd;
mod error;
mod paths;
mod secret;
mod session;
mod term;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match args::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are data; a usage error goes beside it.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let is_json = cli.json;
    match cmd::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let words = term::words();
            let ending = error::ending(&error, &words);
            if is_json {
                let value = serde_json::json!({"error": ending.what, "hint": ending.hint, "exit": ending.code});
                let _ = term::say_json(&value);
            } else {
                term::say_aside(&format!("error: {}", ending.what));
                if let Some(hint) = &ending.hint {
                    term::say_aside(&format!("\n{}", words.hint(hint)));
                }
            }
            ExitCode::from(ending.code)
        }
    }
}
