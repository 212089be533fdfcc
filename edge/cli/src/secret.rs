//! Passphrases and phrases: from a file for scripts, from the terminal for people, never from the argument list.

use crate::error::{Locked, Usage};
use anyhow::{Context, Result, bail};
use std::io::IsTerminal;
use std::path::Path;
use zeroize::Zeroizing;

/// A secret text that is wiped when dropped.
pub(crate) type Secret = Zeroizing<String>;

/// The passphrase of the vault: EBB_PASSPHRASE_FILE, or asked for.
pub(crate) fn passphrase() -> Result<Secret> {
    match std::env::var_os("EBB_PASSPHRASE_FILE") {
        Some(file) => first_line(Path::new(&file)).context("read EBB_PASSPHRASE_FILE"),
        None => ask("Passphrase: "),
    }
}

/// A new passphrase: from a file, from EBB_PASSPHRASE_FILE when `use_environment`, or asked for twice.
pub(crate) fn new_passphrase(file: Option<&Path>, use_environment: bool) -> Result<Secret> {
    if let Some(file) = file {
        return first_line(file).context("read the file of the new passphrase");
    }
    if let (true, Some(file)) = (use_environment, std::env::var_os("EBB_PASSPHRASE_FILE")) {
        return first_line(Path::new(&file)).context("read EBB_PASSPHRASE_FILE");
    }
    loop {
        let first = ask("New passphrase: ")?;
        if first.chars().count() < 8 {
            crate::term::say_aside("A passphrase of at least 8 characters, please; a sentence is best.");
            continue;
        }
        if *ask("The same again: ")? == *first {
            return Ok(first);
        }
        crate::term::say_aside("The two were not the same. Once more, please.");
    }
}

/// The recovery phrase: from a file, from EBB_PHRASE_FILE, or asked for.
pub(crate) fn phrase(file: Option<&Path>) -> Result<Secret> {
    if let Some(file) = file {
        return first_line(file).context("read the file of the recovery phrase");
    }
    match std::env::var_os("EBB_PHRASE_FILE") {
        Some(file) => first_line(Path::new(&file)).context("read EBB_PHRASE_FILE"),
        None => ask("Recovery phrase (24 words): "),
    }
}

/// Asks without showing what is typed.
fn ask(prompt: &str) -> Result<Secret> {
    if !std::io::stdin().is_terminal() {
        bail!(Locked::NoTerminal);
    }
    Ok(Zeroizing::new(
        rpassword::prompt_password(prompt).context("read from the terminal")?,
    ))
}

fn first_line(path: &Path) -> Result<Secret> {
    let text = Zeroizing::new(std::fs::read_to_string(path)?);
    let line = text.lines().next().unwrap_or_default().trim_end_matches('\r');
    if line.is_empty() {
        bail!(Usage::new(
            "the secret file is empty",
            "its first line must be the secret"
        ));
    }
    Ok(Zeroizing::new(line.to_owned()))
}
