//! What this device remembers outside the vault: how the app looks and locks. Nothing here tells of use, so it may lie
//! in the clear; it is read before anything is unlocked.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    /// The recovery phrase was shown and never read back: nobody knows whether it was written down.
    pub(crate) phrase_is_unsure: bool,
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
            phrase_is_unsure: false,
            country: None,
        }
    }
}

impl Prefs {
    /// What is remembered, or the defaults.
    pub(crate) fn load() -> Self {
        let stored = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        stored.map_or_else(Self::default, |text| Self::read(&text))
    }

    /// Field by field: what an older or newer version wrote and this one cannot read falls back to its default, and the
    /// rest stays.
    fn read(text: &str) -> Self {
        let Ok(Value::Object(mut fields)) = serde_json::from_str(text) else {
            return Self::default();
        };
        let usual = Self::default();
        Self {
            theme: field(&mut fields, "theme", usual.theme),
            hides_amounts: field(&mut fields, "hides_amounts", usual.hides_amounts),
            is_plain: field(&mut fields, "is_plain", usual.is_plain),
            lock_minutes: field(&mut fields, "lock_minutes", usual.lock_minutes),
            backed_up: field(&mut fields, "backed_up", usual.backed_up),
            phrase_is_unsure: field(&mut fields, "phrase_is_unsure", usual.phrase_is_unsure),
            country: field(&mut fields, "country", usual.country),
        }
    }

    /// Remembers. A browser that stores nothing forgets it at the next start, which is no harm.
    pub(crate) fn save(&self) {
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(self)) {
            let _ = storage.set_item(KEY, &text);
        }
    }

    /// Forgets everything: this device is erased.
    pub(crate) fn forget() {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(KEY);
        }
    }
}

fn field<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str, usual: T) -> T {
    let value = fields.remove(name);
    value
        .and_then(|value| serde_json::from_value(value).ok())
        .unwrap_or(usual)
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed() -> Prefs {
        Prefs {
            theme: Theme::Dark,
            hides_amounts: true,
            is_plain: true,
            lock_minutes: 15,
            backed_up: Some("2026-02-03".to_owned()),
            phrase_is_unsure: true,
            country: Some("DE".to_owned()),
        }
    }

    #[test]
    fn what_is_remembered_comes_back() {
        for prefs in [Prefs::default(), changed()] {
            assert_eq!(Prefs::read(&serde_json::to_string(&prefs).unwrap_or_default()), prefs);
        }
    }

    #[test]
    fn fields_that_are_missing_take_their_defaults_and_unknown_ones_are_read_over() {
        assert_eq!(
            Prefs::read(r#"{"theme":"dark","of_a_newer_version":[1]}"#),
            Prefs {
                theme: Theme::Dark,
                ..Prefs::default()
            }
        );
        assert_eq!(Prefs::read("{}"), Prefs::default());
    }

    #[test]
    fn one_field_that_cannot_be_read_does_not_take_the_others_with_it() {
        assert_eq!(
            Prefs::read(r#"{"theme":"sepia","is_plain":true,"lock_minutes":-4,"country":"DE"}"#),
            Prefs {
                is_plain: true,
                country: Some("DE".to_owned()),
                ..Prefs::default()
            }
        );
    }

    #[test]
    fn what_is_no_preferences_at_all_gives_the_defaults() {
        for text in ["", "null", "[]", "{", "\u{0}"] {
            assert_eq!(Prefs::read(text), Prefs::default());
        }
    }
}
