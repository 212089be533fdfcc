//! Why a file was not read. Split by what the person should do next; never holds anything the file says.

use std::borrow::Cow;

/// A refusal. Nothing was imported.
///
/// `Display` is for logs; sentences for people are made by `ebb-present` from the variant and its fields.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// No bytes, or nothing but blanks and marks: choose another file.
    #[error("the file is empty")]
    Empty,
    /// Larger than any diary: choose another file, or split it.
    #[error("the file is larger than {limit_bytes} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit_bytes: u64,
    },
    /// More things than a diary has, or more inside an archive than its size allows: choose another file, or split it.
    #[error("the file has more {what} than the limit of {limit}")]
    TooMany {
        /// Stable word: `zip_entries`, `zip_bytes`, `rows`, `columns`, …
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// The letters are in an encoding that cannot be told: answer `encoding`, or save the file as UTF-8.
    #[error("not UTF-8 text at line {line}, column {column}")]
    Encoding {
        /// First line that is not UTF-8, from 1.
        line: u64,
        /// Byte in that line, from 1.
        column: u64,
    },
    /// Something else altogether, such as a picture or a database: choose the export file instead.
    #[error("this is {what}, not a diary export")]
    NotADiary {
        /// Stable word: `picture`, `pdf`, `database`, `archive`, `program`, `binary`.
        what: &'static str,
    },
    /// Text of no known shape: tell us the program, or export a CSV from it.
    #[error("no known diary format")]
    NotRecognised,
    /// A known program whose files are no kratom diaries or hold nothing that can be imported.
    #[error("{name} files are not imported")]
    NotSupported {
        /// The program.
        name: &'static str,
    },
    /// Locked with a passphrase of the other program: export it again without one.
    #[error("the file is encrypted ({name})")]
    Encrypted {
        /// The program or the kind of lock.
        name: &'static str,
    },
    /// Written by a newer version than Ebb knows: update Ebb, or export from an older version.
    #[error("{name} version {version} is newer than {newest}")]
    Newer {
        /// The program.
        name: &'static str,
        /// The version the file states.
        version: Cow<'static, str>,
        /// The newest version Ebb reads.
        newest: &'static str,
    },
    /// It breaks off: export or copy it again.
    #[error("the file breaks off at line {line}, column {column}")]
    Truncated {
        /// Line, from 1.
        line: u64,
        /// Character in that line, from 1.
        column: u64,
    },
    /// It is damaged, or not the format it looks like: export it again.
    #[error("the file is damaged ({what}) at line {line}, column {column}")]
    Malformed {
        /// Stable word: `not_json`, `not_a_number`, `duplicate_key`, `too_deep`, `bad_escape`, `zip`, …
        what: &'static str,
        /// Line, from 1; 0 where a file has no lines.
        line: u64,
        /// Character in that line, from 1; 0 where a file has no lines.
        column: u64,
    },
}
