//! Taking secrets and places out of a file before anything else sees them. A member whose key looks like a secret or a
//! location goes, whatever program wrote it; only the kind of the secret and the number of places are remembered.

use super::json::{Object, Value};
use std::collections::BTreeSet;

/// What was taken out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Dropped {
    /// Kinds of secret, each once.
    pub(crate) secrets: BTreeSet<&'static str>,
    /// How many places (of an evening, of a dose) there were.
    pub(crate) n_places: usize,
}

/// Removes every secret and every place in `value`.
pub(crate) fn drop_from(value: &mut Value) -> Dropped {
    let mut dropped = Dropped::default();
    clean(value, &mut dropped);
    dropped
}

fn clean_object(object: &mut Object, dropped: &mut Dropped) {
    object.retain(|key, value| {
        let secret = kind_of(key);
        let is_place = ["location", "locationName", "latitude", "longitude"].contains(&key);
        // What lies inside a secret counts by its own name too: a "pin" holds a hash and a salt.
        clean(value, dropped);
        if holds_something(value) {
            dropped.secrets.extend(secret);
            dropped.n_places += usize::from(key == "location" || key == "locationName");
        }
        secret.is_none() && !is_place
    });
}

fn clean(value: &mut Value, dropped: &mut Dropped) {
    match value {
        Value::Object(object) => clean_object(object, dropped),
        Value::List(list) => list.iter_mut().for_each(|value| clean(value, dropped)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
    }
}

fn holds_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) => false,
        Value::Text(text) => !text.is_empty(),
        Value::Number(_) | Value::List(_) | Value::Object(_) => true,
    }
}

/// The kind of secret a key names, by its words: `fcm_token`, `localDeviceId`, `pinHash`.
fn kind_of(key: &str) -> Option<&'static str> {
    let words = words(key);
    let last = words.last().map(String::as_str);
    let has = |word: &str| words.iter().any(|w| w == word);
    let pair = |a: &str, b: &str| words.windows(2).any(|w| w[0] == a && w[1] == b);
    if has("recovery") {
        Some("recovery code")
    } else if has("token") || has("tokens") {
        Some("token")
    } else if has("password") || has("passphrase") || has("passcode") || has("mnemonic") {
        Some("password")
    } else if has("pin") || has("pincode") {
        Some("pin")
    } else if last == Some("salt") {
        Some("salt")
    } else if last == Some("hash") {
        Some("hash")
    } else if has("secret") || has("credential") || has("credentials") {
        Some("secret")
    } else if pair("device", "id") || has("deviceid") || pair("installation", "id") || pair("user", "id") {
        Some("device id")
    } else if pair("api", "key") || has("apikey") || pair("private", "key") || pair("encryption", "key") {
        Some("key")
    } else {
        None
    }
}

/// Lower-case words of a key in any of the usual spellings.
fn words(key: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in key.chars() {
        if !c.is_alphanumeric() {
            last = ' ';
            continue;
        }
        let starts_word = last == ' ' || (c.is_uppercase() && last.is_lowercase());
        match words.last_mut() {
            Some(word) if !starts_word => word.extend(c.to_lowercase()),
            _ => words.push(c.to_lowercase().collect()),
        }
        last = c;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::json::parse;

    #[test]
    fn keys_that_look_like_secrets_are_known_in_any_spelling() {
        for (key, kind) in [
            ("unhookd_recovery_code", Some("recovery code")),
            ("unhookd_fcm_token", Some("token")),
            ("localDeviceId", Some("device id")),
            ("pin", Some("pin")),
            ("pinHash", Some("pin")),
            ("salt", Some("salt")),
            ("API_KEY", Some("key")),
            ("pinch", None),
            ("quickAmounts", None),
            ("saltForm", None),
            ("id", None),
            ("unhookd_reminder_time", None),
        ] {
            assert_eq!(kind_of(key), kind, "{key}");
        }
    }

    #[test]
    fn secrets_and_places_go_wherever_they_lie_and_nothing_else_does() {
        let text = r#"{"a": [{"token": "T", "x": 1}], "pin": {"salt": "S", "hash": "H"}, "secret": null,
            "b": {"location": {"name": "P", "latitude": 1}}}"#;
        let mut value = parse(text).unwrap();
        let dropped = drop_from(&mut value);
        assert_eq!(Vec::from_iter(dropped.secrets), ["hash", "pin", "salt", "token"]);
        assert_eq!(dropped.n_places, 1);
        assert_eq!(value, parse(r#"{"a": [{"x": 1}], "b": {}}"#).unwrap());
    }
}
