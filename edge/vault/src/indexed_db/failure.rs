//! What a browser's database answers when it does not do what it was asked, by name.
//!
//! It must never carry the browser's own message: only the short name of the failure, which is the same in every browser.

use js_sys::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::error::BackendError;

/// Why the browser's database could not be used, where no other [`BackendError`] says it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IndexedDbFailure {
    /// There is no database at all: an old browser, or a private window. Use another one.
    #[error("this browser offers no database here")]
    Missing,
    /// Site data is switched off for this address: allow it in the browser's settings.
    #[error("this browser is set to keep no data of this address")]
    Denied,
    /// Another page changed or erased the database, and this one stepped aside: load the page again.
    #[error("the database was changed or erased by another page")]
    SteppedAside,
    /// Anything else: try again, then load the page again.
    #[error("the browser's database failed ({name})")]
    Other {
        /// What the browser calls it.
        name: String,
    },
}

impl From<IndexedDbFailure> for BackendError {
    fn from(failure: IndexedDbFailure) -> Self {
        BackendError::Io(Box::new(failure))
    }
}

/// The name of a failure, before it is known what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failed {
    name: String,
}

impl Failed {
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.into() }
    }

    /// Something that was thrown, or that a request failed with.
    pub(super) fn of(thrown: &JsValue) -> Self {
        let name = match thrown.dyn_ref::<DomException>() {
            Some(exception) => Some(exception.name()),
            None => thrown.dyn_ref::<Error>().map(|error| String::from(error.name())),
        };
        Self {
            name: name.unwrap_or_else(|| "unnamed".into()),
        }
    }

    /// A key that must be new was there.
    pub(super) fn is_taken(&self) -> bool {
        self.name == "ConstraintError"
    }

    /// The connection is closed.
    pub(super) fn is_closed(&self) -> bool {
        self.name == "InvalidStateError"
    }

    /// The database was laid out by a newer program.
    pub(super) fn is_newer(&self) -> bool {
        self.name == "VersionError"
    }

    /// The transaction is over, so nothing is known about the one value that was asked for.
    pub(super) fn is_over(&self) -> bool {
        matches!(
            self.name.as_str(),
            "AbortError" | "TransactionInactiveError" | "InvalidStateError"
        )
    }
}

impl From<Failed> for BackendError {
    fn from(failed: Failed) -> Self {
        match failed.name.as_str() {
            "QuotaExceededError" => BackendError::Full,
            "ReadOnlyError" => BackendError::ReadOnly,
            // The stores are made with the database, all or none: without them it is somebody else's.
            "NotFoundError" => BackendError::NotAVault,
            // What these name is a value whose bytes the browser has lost; ours can always be written.
            "NotReadableError" | "DataError" => BackendError::Damaged,
            "SecurityError" | "NotAllowedError" => IndexedDbFailure::Denied.into(),
            _ => IndexedDbFailure::Other { name: failed.name }.into(),
        }
    }
}
