//! What this device remembers outside the vault: how the app looks and locks. Nothing here tells of use, so it may lie
//! in the clear; it is read before anything is unlocked.

use serde::{Deserialize, Serialize};

const KEY: &str = "ebb-prefs";

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// Preferences of this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Prefs {
    pub(crate) theme: Theme,
    /// Amounts are blurred until touched.
    pub(crate) hides_amounts: bool,
    /// A neutral name and icon.
    pub(crate) is_plain: bool,
    /// Minutes without a touch until it locks; 0 is only by hand.
    pub(crate) lock_minutes: u32,
    /// Day of the last backup or export, `2026-02-03`.
    pub(crate) backed_up: Option<String>,
    /// Country of the helplines, `DE`.
    pub(crate) country: Option<String>,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            hides_amounts: false,
            is_plain: false,
            lock_minutes: 5,
            backed_up: None,
            country: None,
        }
    }
}

impl Prefs {
    /// What is remembered, or the defaults.
    pub(crate) fn load() -> Self {
        let stored = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        stored
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Remembers. A browser that stores nothing forgets it at the next start, which is no harm.
    pub(crate) fn save(&self) {
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(self)) {
            let _ = storage.set_item(KEY, &text);
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
