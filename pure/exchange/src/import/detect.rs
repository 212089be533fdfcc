//! What program a JSON value came from, by its keys alone: never by a file's name.

use super::json::{Object, Value};

/// A known shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    PsychonautWiki,
    HerbalTracker,
    HerbalTrackerList,
    Unhookd,
    TeaTaper,
    TaperK,
    MedTimer,
    Fukratom,
    Piru,
    DrugsPro,
    /// Known, and not imported.
    Nightscout,
    /// Locked by a program or a passphrase.
    Encrypted(&'static str),
}

/// The shape of a value; `None` for none that is known.
pub(crate) fn shape(value: &Value) -> Option<Shape> {
    match value {
        Value::Object(object) => shape_of_object(object),
        Value::List(list) => list.iter().filter_map(Value::object).find_map(shape_of_item),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => None,
    }
}

fn shape_of_object(object: &Object) -> Option<Shape> {
    let has = |key: &str| object.has(key);
    let is_list = |key: &str| matches!(object.get(key), Some(Value::List(_)));
    let is_object = |key: &str| matches!(object.get(key), Some(Value::Object(_)));
    // Programs that write a version first: their own key settles it.
    if is_list("sessions") && has("piruExportVersion") {
        return Some(Shape::Piru);
    }
    if let Some(name) = lock(object) {
        return Some(Shape::Encrypted(name));
    }
    if has("piruExportVersion") {
        return Some(Shape::Piru);
    }
    if has("exportSource") || is_list("experiences") {
        return Some(Shape::PsychonautWiki);
    }
    if has("schemaVersion") && (is_object("days") || is_object("profile")) {
        return Some(Shape::TeaTaper);
    }
    if is_list("dosages") {
        return Some(Shape::HerbalTracker);
    }
    if is_list("doseLogs") || is_list("symptomCheckIns") {
        return Some(Shape::TaperK);
    }
    if object.iter().any(|(key, _)| key.starts_with("unhookd_")) {
        return Some(Shape::Unhookd);
    }
    if is_medtimer(object) {
        return Some(Shape::MedTimer);
    }
    if is_list("relapses") || object.object("settings").is_some_and(|s| s.has("quitDate")) {
        return Some(Shape::Fukratom);
    }
    if is_list("u") && has("v") {
        return Some(Shape::DrugsPro);
    }
    None
}

fn is_medtimer(object: &Object) -> bool {
    let versioned_list = |o: &Object| o.has("version") && matches!(o.get("list"), Some(Value::List(_)));
    let part = |key: &str| object.object(key).is_some_and(versioned_list);
    part("medicines")
        || part("events")
        || (versioned_list(object)
            && (object.list("list").is_empty()
                || object
                    .list("list")
                    .iter()
                    .filter_map(Value::object)
                    .any(|item| item.has("medicine") || item.has("medicineName"))))
}

fn shape_of_item(item: &Object) -> Option<Shape> {
    if item.has("eventType") && item.has("created_at") {
        Some(Shape::Nightscout)
    } else if item.has("amount") && item.has("timestamp") {
        Some(Shape::HerbalTrackerList)
    } else {
        None
    }
}

/// Files of which everything but the lock is unreadable.
fn lock(object: &Object) -> Option<&'static str> {
    let has = |key: &str| object.has(key);
    let is_piru = object.iter().any(|(key, _)| key.to_lowercase().starts_with("piru"));
    let is_locked = ["ciphertext", "cipherText", "encrypted", "encryptedData", "sealedBox"]
        .iter()
        .any(|key| match object.get(key) {
            Some(Value::Text(_) | Value::Object(_) | Value::Bool(true)) => true,
            Some(_) | None => false,
        });
    let is_box = has("nonce") && (has("data") || has("payload")) || has("iv") && (has("data") || has("ct"));
    match (is_locked || is_box, is_piru) {
        (true, true) => Some("Piru"),
        (true, false) => Some("JSON"),
        (false, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::json::parse;

    #[test]
    fn each_shape_is_known_by_its_keys() {
        for (text, expected) in [
            (r#"{"experiences": []}"#, Some(Shape::PsychonautWiki)),
            (
                r#"{"exportSource": "iOS Custom Substances 14.1"}"#,
                Some(Shape::PsychonautWiki),
            ),
            (r#"{"dosages": []}"#, Some(Shape::HerbalTracker)),
            (
                r#"["x", {"amount": 1, "timestamp": "t"}]"#,
                Some(Shape::HerbalTrackerList),
            ),
            (r#"{"exportedAt": "t", "unhookd_fcm_token": "x"}"#, Some(Shape::Unhookd)),
            (r#"{"schemaVersion": 4, "days": {}}"#, Some(Shape::TeaTaper)),
            (r#"{"doseLogs": []}"#, Some(Shape::TaperK)),
            (r#"{"events": {"version": 9, "list": []}}"#, Some(Shape::MedTimer)),
            (
                r#"{"version": 7, "list": [{"medicineName": "x"}]}"#,
                Some(Shape::MedTimer),
            ),
            (r#"{"settings": {"quitDate": "d"}}"#, Some(Shape::Fukratom)),
            (r#"{"piruExportVersion": 2}"#, Some(Shape::Piru)),
            (r#"{"v": 1, "u": []}"#, Some(Shape::DrugsPro)),
            (r#"[{"eventType": "x", "created_at": "t"}]"#, Some(Shape::Nightscout)),
            (
                r#"{"piruBackup": 1, "ciphertext": "x"}"#,
                Some(Shape::Encrypted("Piru")),
            ),
            (r#"{"iv": "x", "data": "y"}"#, Some(Shape::Encrypted("JSON"))),
            (r#"{}"#, None),
            (r#"[]"#, None),
            (r#"7"#, None),
            (r#"{"list": [], "days": {}}"#, None),
        ] {
            assert_eq!(shape(&parse(text).unwrap()), expected, "{text}");
        }
    }
}
