//! What can go wrong when reading foreign or old text. The folding of entries itself cannot fail.

use thiserror::Error;

/// A payload that is not an entry.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Not JSON, or JSON of another shape. The text itself is never repeated: it may hold a note.
    #[error("not an entry: {what} at byte {at}")]
    Malformed {
        /// Which part was wrong, in the parser's words without content.
        what: &'static str,
        /// Where, in bytes from the beginning of the text, counted from one.
        at: usize,
    },
}
