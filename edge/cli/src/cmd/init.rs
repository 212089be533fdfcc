//! `ebb init`: a new vault and its recovery phrase.

use crate::args::Init;
use crate::error::Usage;
use crate::paths::Home;
use crate::session::{Session, has_vault, random};
use crate::{secret, term};
use anyhow::{Result, bail};
use ebb_core::event::{Event, Settings};
use ebb_vault::{KdfParams, SqliteBackend, SqliteOptions, Vault, VaultError, block_on};
use jiff::tz::TimeZone;

/// Makes the vault, shows the phrase once, and asks for three of its words back.
pub(super) fn init(args: &Init, json: bool) -> Result<()> {
    let home = Home::find()?;
    let zone = home_zone(args.zone.as_deref())?;
    if has_vault(&home)? {
        return Err(VaultError::AlreadyExists.into());
    }
    let passphrase = secret::new_passphrase(None, true)?;
    home.make()?;
    let backend = SqliteBackend::create(&home.vault_file(), SqliteOptions::STANDARD).map_err(VaultError::from)?;
    let (vault, phrase) = block_on(Vault::create(backend, &passphrase, kdf(), random))?;
    let mut session = Session::of(vault)?;
    if zone.is_some() {
        session.write(vec![Event::Settings(Settings {
            day_start: None,
            zone,
            product: None,
        })])?;
    }
    let words = phrase.words();
    if json {
        return term::say_json(&serde_json::json!({ "created": true, "recovery_phrase": words.as_str() }));
    }
    term::say(&phrase_card(words.as_str()))?;
    if !args.yes && term::can_ask() {
        confirm(words.as_str())?;
    }
    term::say(
        "Your vault is ready. Log your first dose, or bring the diary you already keep:\n\n  ebb log \"2.5g green 20 min ago\"\n  ebb import FILE\n",
    )
}

/// Key derivation: as recommended. A debug build, which is what tests run, may ask for the cheapest; the vault records
/// which one it was, and a release build does not look.
pub(super) fn kdf() -> KdfParams {
    let is_test = cfg!(debug_assertions) && std::env::var_os("EBB_TEST_CHEAP_KEYS").is_some();
    if is_test {
        KdfParams::CHEAP_FOR_TESTS
    } else {
        KdfParams::RECOMMENDED
    }
}

fn home_zone(named: Option<&str>) -> Result<Option<String>> {
    match named {
        Some(name) => match TimeZone::get(name) {
            Ok(_) => Ok(Some(name.to_owned())),
            Err(_) => bail!(Usage::new(
                "this zone is not known",
                "use an IANA name such as Europe/Berlin"
            )),
        },
        None if std::env::var_os("EBB_NOW").is_some() => Ok(None),
        None => Ok(TimeZone::system().iana_name().map(str::to_owned)),
    }
}

/// Twenty-four numbered words in four columns.
pub(super) fn phrase_card(phrase: &str) -> String {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let mut text = String::from(
        "Recovery phrase. Write these words on paper, in order. They open your diary if you forget the\npassphrase, and nobody can give them to you again.\n\n",
    );
    let rows = words.len().div_ceil(4);
    for row in 0..rows {
        for column in 0..4 {
            if let Some(word) = words.get(column * rows + row) {
                text.push_str(&format!("  {:>2} {word:<12}", column * rows + row + 1));
            }
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

/// Asks for three words back, so that the phrase is on paper and not only on the screen.
fn confirm(phrase: &str) -> Result<()> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    term::say_aside("To be sure that it is on paper:");
    for at in [2, 11, 20] {
        while let Some(typed) = term::ask(&format!("Word {}: ", at + 1))? {
            if Some(typed.to_lowercase().as_str()) == words.get(at).copied() {
                break;
            }
            term::say_aside("That is another word. Look at your paper once more, please.");
        }
    }
    Ok(())
}
