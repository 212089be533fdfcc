//! What went wrong, in words: what happened and what to do. Nothing a person wrote, and no secret, passes through here.

use ebb_core::phrase::PhraseError;
use ebb_exchange::import::ImportError;
use ebb_exchange::import::ebb_json::EbbFileError;
use ebb_present::words::Words;
use ebb_vault::{DeviceFailure, VaultError};
use serde::{Deserialize, Serialize};

/// What the page does about a problem, besides showing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProblemKind {
    /// Let the person type the secret again.
    WrongSecret,
    /// There is no open vault: show the lock.
    Locked,
    /// No room on the device.
    Full,
    /// Update Ebb.
    Newer,
    /// Bytes were changed or lost.
    Damaged,
    /// What was filled in cannot be meant.
    Form,
    /// Anything else.
    Other,
}

/// What happened, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What the page does.
    pub kind: ProblemKind,
    /// What happened.
    pub what: String,
    /// What to do.
    pub advice: String,
}

impl Problem {
    /// A problem of this kind.
    pub(crate) fn new(kind: ProblemKind, what: String, advice: String) -> Self {
        Self { kind, what, advice }
    }

    /// Something in a form cannot be meant.
    pub(crate) fn form(what: String, advice: String) -> Self {
        Self::new(ProblemKind::Form, what, advice)
    }

    /// Nothing is open.
    pub(crate) fn locked(words: &Words) -> Self {
        Self::new(ProblemKind::Locked, words.err_vault_locked(), words.rec_vault_locked())
    }
}

/// A vault's error.
pub(crate) fn vault_problem(error: &VaultError, words: &Words) -> Problem {
    use ProblemKind as Kind;
    let (kind, what, advice) = match error {
        VaultError::WrongPassphrase => (
            Kind::WrongSecret,
            words.err_wrong_passphrase(),
            words.rec_wrong_passphrase(),
        ),
        VaultError::Phrase(_) => (
            Kind::WrongSecret,
            words.err_wrong_recovery_phrase(),
            words.rec_wrong_recovery_phrase(),
        ),
        VaultError::Damaged { part } => (
            Kind::Damaged,
            words.err_vault_damaged(&part.to_string()),
            words.rec_vault_damaged(),
        ),
        VaultError::NewerVersion { .. } => (Kind::Newer, words.err_vault_newer(), words.rec_vault_newer()),
        VaultError::NotAVault => (Kind::Other, words.err_not_a_vault(), words.rec_not_a_vault()),
        VaultError::AlreadyExists | VaultError::NotEmpty => {
            (Kind::Other, words.err_vault_exists(), words.rec_vault_exists())
        }
        VaultError::OtherVault => (Kind::Other, words.err_other_vault(), words.rec_other_vault()),
        VaultError::ReadOnly => (Kind::Other, words.err_vault_read_only(), words.rec_vault_read_only()),
        VaultError::Full => (Kind::Full, words.err_disk_full(), words.rec_disk_full()),
        VaultError::Busy => (Kind::Other, words.err_vault_busy(), words.rec_vault_busy()),
        VaultError::EmptyPassphrase => (Kind::Form, words.err_passphrase_short(), words.rec_passphrase_short(8)),
        VaultError::TooLarge { .. } => (Kind::Form, words.err_entry_too_large(), words.rec_entry_too_large()),
        VaultError::Device(DeviceFailure::Storage(_)) => {
            (Kind::Other, words.err_device_storage(), words.rec_device_storage())
        }
        other => (Kind::Other, other.to_string(), String::new()),
    };
    Problem::new(kind, what, advice)
}

/// A backup that is of no use, and what to do instead.
pub(crate) fn backup_problem(error: &VaultError, words: &Words) -> Problem {
    let (kind, what, advice) = match error {
        VaultError::Damaged { .. } => (
            ProblemKind::Damaged,
            words.err_backup_damaged(),
            words.rec_backup_damaged(),
        ),
        VaultError::NotAVault => (ProblemKind::Other, words.err_not_a_backup(), words.rec_not_a_backup()),
        VaultError::NewerVersion { .. } => (ProblemKind::Newer, words.err_backup_newer(), words.rec_backup_newer()),
        VaultError::OtherVault => (ProblemKind::Other, words.err_backup_other(), words.rec_backup_other()),
        VaultError::WrongPassphrase => (
            ProblemKind::WrongSecret,
            words.err_backup_secret(),
            words.rec_backup_secret(),
        ),
        VaultError::AlreadyExists | VaultError::NotEmpty => (
            ProblemKind::Other,
            words.err_backup_not_empty(),
            words.rec_backup_not_empty(),
        ),
        VaultError::Full => (ProblemKind::Full, words.err_backup_room(), words.rec_backup_room()),
        other => return vault_problem(other, words),
    };
    Problem::new(kind, what, advice)
}

/// Something typed that cannot be read.
pub(crate) fn phrase_problem(error: PhraseError, words: &Words) -> Problem {
    let (what, advice) = match error {
        PhraseError::Future => (words.err_time_future(), words.rec_time_future()),
        PhraseError::AmountOutOfRange => (words.err_amount_out_of_range(), words.rec_amount_out_of_range()),
        PhraseError::BadTime | PhraseError::TwoTimes => (words.err_time_unreadable(), words.rec_time_unreadable()),
        _ => (words.err_amount_unreadable(), words.rec_amount_unreadable()),
    };
    Problem::form(what, advice)
}

/// A file that is of no use, and what to do instead.
pub(crate) fn import_problem(error: &ImportError, words: &Words) -> Problem {
    let kind = match error {
        ImportError::Newer { .. } => ProblemKind::Newer,
        ImportError::Truncated { .. } | ImportError::Malformed { .. } => ProblemKind::Damaged,
        _ => ProblemKind::Other,
    };
    let (what, advice) = match error {
        ImportError::Empty => (words.err_import_empty(), words.rec_import_empty()),
        ImportError::TooLarge { limit_bytes } => return too_large(*limit_bytes, words),
        ImportError::TooMany { what, .. } => (
            words.err_import_too_many(what, &what.replace('_', " ")),
            words.rec_import_too_many(),
        ),
        ImportError::Encoding { .. } => (words.err_import_letters(), words.rec_import_letters()),
        ImportError::NotADiary { what } => (words.err_import_not_a_diary(what), words.rec_import_not_a_diary()),
        ImportError::NotSupported { name } => (words.err_import_not_supported(name), words.rec_import_not_supported()),
        ImportError::Encrypted { name } => (words.err_import_encrypted(name), words.rec_import_encrypted()),
        ImportError::Newer { name, .. } => (words.err_import_newer(name), words.rec_import_newer()),
        ImportError::Truncated { line, column } | ImportError::Malformed { line, column, .. } => (
            words.err_import_damaged(&place(*line, *column, words)),
            words.rec_import_damaged(),
        ),
        _ => (words.err_import_foreign(), words.rec_import_foreign()),
    };
    Problem::new(kind, what, advice)
}

/// A file that is larger than any diary.
pub(crate) fn too_large(limit_bytes: u64, words: &Words) -> Problem {
    const MEGABYTE: u64 = 1024 * 1024;
    let limit = words.megabytes(&(limit_bytes / MEGABYTE).to_string());
    Problem::new(
        ProblemKind::Other,
        words.err_import_too_large(&limit),
        words.rec_import_too_large(),
    )
}

/// A file that the browser cannot read or save.
pub(crate) fn unreadable_file(words: &Words) -> Problem {
    Problem::new(
        ProblemKind::Other,
        words.err_file_unreadable(),
        words.rec_file_unreadable(),
    )
}

fn place(line: u64, column: u64, words: &Words) -> String {
    match line {
        0 => words.import_place_unknown(),
        line => words.import_place(&line.to_string(), &column.to_string()),
    }
}

/// Ebb's own file that is of no use.
pub(crate) fn own_file_problem(error: &EbbFileError, words: &Words) -> Problem {
    let (kind, what, advice) = match error {
        EbbFileError::Damaged { line, column } => (
            ProblemKind::Damaged,
            words.err_import_damaged(&place(*line as u64, *column as u64, words)),
            words.rec_import_damaged(),
        ),
        EbbFileError::Newer { .. } => (
            ProblemKind::Newer,
            words.err_import_newer(&words.app_name()),
            words.rec_import_newer(),
        ),
        EbbFileError::Entry { number, .. } => (
            ProblemKind::Damaged,
            words.err_import_own_entry(&number.to_string()),
            words.rec_import_own_entry(),
        ),
        _ => (
            ProblemKind::Other,
            words.err_import_foreign(),
            words.rec_import_foreign(),
        ),
    };
    Problem::new(kind, what, advice)
}
