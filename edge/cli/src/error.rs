//! From an error to words and an exit code. Nothing a person wrote, and no secret, passes through here.

use ebb_core::phrase::PhraseError;
use ebb_exchange::import::ImportError;
use ebb_exchange::import::ebb_json::EbbFileError;
use ebb_present::words::Words;
use ebb_vault::VaultError;
use thiserror::Error;

/// The command was understood by the parser and still cannot be meant: exit code 2.
#[derive(Debug, Error)]
#[error("{what}")]
pub(crate) struct Usage {
    what: String,
    hint: String,
}

impl Usage {
    /// What is wrong, and what to do.
    pub(crate) fn new(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            hint: hint.into(),
        }
    }
}

/// The vault cannot be unlocked from here: exit code 3.
#[derive(Debug, Error)]
pub(crate) enum Locked {
    /// There is nobody to ask.
    #[error("the vault is locked and there is no terminal to ask for the passphrase")]
    NoTerminal,
}

/// The vault answers, but part of it does not open: exit code 6.
#[derive(Debug, Error)]
#[error("{n} records do not open")]
pub(crate) struct SomeDamaged {
    /// How many.
    pub(crate) n: usize,
}

/// What is shown and with which code the program ends.
pub(crate) struct Ending {
    pub(crate) code: u8,
    pub(crate) what: String,
    pub(crate) hint: Option<String>,
}

/// The ending of a failed command.
pub(crate) fn ending(error: &anyhow::Error, words: &Words) -> Ending {
    if let Some(usage) = error.downcast_ref::<Usage>() {
        return Ending {
            code: 2,
            what: usage.what.clone(),
            hint: Some(usage.hint.clone()),
        };
    }
    if let Some(Locked::NoTerminal) = error.downcast_ref::<Locked>() {
        return pair(
            3,
            words.err_vault_locked(),
            "name a file that holds it in EBB_PASSPHRASE_FILE, or run in a terminal".to_owned(),
        );
    }
    if let Some(damaged) = error.downcast_ref::<SomeDamaged>() {
        let what = words.err_some_damaged(&words.records(u64::try_from(damaged.n).unwrap_or(u64::MAX)));
        return pair(6, what, words.rec_some_damaged());
    }
    if let Some(vault) = error.downcast_ref::<VaultError>() {
        return of_vault(vault, words);
    }
    if let Some(phrase) = error.downcast_ref::<PhraseError>() {
        return of_phrase(*phrase, words);
    }
    if let Some(import) = error.downcast_ref::<ImportError>() {
        return pair(
            1,
            format!("This file was not imported: {import}."),
            "nothing was changed".to_owned(),
        );
    }
    if let Some(own) = error.downcast_ref::<EbbFileError>() {
        return pair(
            1,
            format!("This file was not imported: {own}."),
            "nothing was changed; export it once more".to_owned(),
        );
    }
    if let Some(io) = error.root_cause().downcast_ref::<std::io::Error>() {
        return Ending {
            code: 1,
            what: format!("{error}: {}", io_words(io)),
            hint: None,
        };
    }
    Ending {
        code: 1,
        what: error.to_string(),
        hint: None,
    }
}

fn pair(code: u8, what: String, hint: String) -> Ending {
    Ending {
        code,
        what,
        hint: Some(hint),
    }
}

fn of_vault(error: &VaultError, words: &Words) -> Ending {
    match error {
        VaultError::WrongPassphrase => pair(3, words.err_wrong_passphrase(), words.rec_wrong_passphrase()),
        VaultError::Phrase(_) => pair(3, words.err_wrong_recovery_phrase(), words.rec_wrong_recovery_phrase()),
        VaultError::Damaged { part } => pair(6, words.err_vault_damaged(&part.to_string()), words.rec_vault_damaged()),
        VaultError::NewerVersion { .. } => pair(1, words.err_vault_newer(), words.rec_vault_newer()),
        VaultError::NotAVault => pair(1, words.err_vault_missing(), words.rec_vault_missing("ebb init")),
        VaultError::AlreadyExists | VaultError::NotEmpty => pair(4, words.err_vault_exists(), words.rec_vault_exists()),
        VaultError::OtherVault => pair(4, words.err_other_vault(), words.rec_other_vault()),
        VaultError::ReadOnly => pair(1, words.err_vault_read_only(), words.rec_vault_read_only()),
        VaultError::Full => pair(1, words.err_disk_full(), words.rec_disk_full()),
        VaultError::Busy => pair(4, words.err_vault_busy(), words.rec_vault_busy()),
        VaultError::EmptyPassphrase => pair(2, words.err_passphrase_short(), words.rec_passphrase_short(8)),
        VaultError::TooLarge { .. } => pair(2, words.err_entry_too_large(), words.rec_entry_too_large()),
        other => Ending {
            code: 1,
            what: other.to_string(),
            hint: None,
        },
    }
}

fn of_phrase(error: PhraseError, words: &Words) -> Ending {
    let amount = || (words.err_amount_unreadable(), words.rec_amount_unreadable());
    let (what, hint) = match error {
        PhraseError::Future => (words.err_time_future(), words.rec_time_future()),
        PhraseError::BadTime | PhraseError::TwoTimes => (words.err_time_unreadable(), words.rec_time_unreadable()),
        PhraseError::AmbiguousNumber => (words.err_amount_ambiguous(), words.rec_amount_ambiguous()),
        PhraseError::NoUnit => (words.err_amount_without_unit(), words.rec_amount_without_unit()),
        PhraseError::AmountOutOfRange => (words.err_amount_out_of_range(), words.rec_amount_out_of_range()),
        PhraseError::TwoAmounts => (words.err_two_amounts(), words.rec_two_amounts()),
        PhraseError::StrayNumber => (words.err_stray_number(), words.rec_stray_number()),
        _ => amount(),
    };
    pair(2, what, hint)
}

/// The system's reason without paths or numbers.
fn io_words(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file",
        ErrorKind::PermissionDenied => "not allowed",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::InvalidData => "it is not text",
        _ => "the system refused",
    }
}
