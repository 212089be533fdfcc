//! Presence, files, settings.

use serde::{Deserialize, Serialize};

/// What is on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Whether there is a vault.
    pub has_vault: bool,
}

/// A vault was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Records that do not open, in a sentence.
    pub damage: Option<String>,
    /// Entries.
    pub n_entries: usize,
}

/// A file was made; its bytes come beside this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMade {
    /// The name to save it under.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// The day it was made, `2026-02-03`.
    pub day: String,
    /// Its bytes. Sent beside the message and put here by the page.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// A backup was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// What it brought, a sentence.
    pub said: String,
    /// Entries now.
    pub n_entries: usize,
}

/// What can be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Hour at which a day starts.
    pub day_start: i8,
    /// The home zone.
    pub zone: String,
    /// Zones to choose from.
    pub zones: Vec<String>,
    /// Entries, worded.
    pub entries: String,
    /// Whether this is the demo.
    pub is_demo: bool,
}

/// The vault was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Whether every record is whole.
    pub is_whole: bool,
    /// A sentence each.
    pub said: Vec<String>,
}
