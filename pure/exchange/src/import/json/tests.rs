//! What JSON is, and where it is not.

use super::*;

fn malformed(text: &str) -> (&'static str, u64, u64) {
    match parse(text) {
        Err(ImportError::Malformed { what, line, column }) => (what, line, column),
        other => panic!("{text:?} gave {other:?}"),
    }
}

#[test]
fn digits_survive_exactly() {
    let value = parse(r#"{"a": 99999999999999999999999, "b": 1.10, "c": -0.0e+1}"#).unwrap();
    let object = value.object().unwrap();
    assert_eq!(object.get("a"), Some(&Value::Number("99999999999999999999999".into())));
    assert_eq!(object.get("b"), Some(&Value::Number("1.10".into())));
    assert_eq!(object.integer("a"), None);
    assert_eq!(object.number("b"), Some(1.1));
}

#[test]
fn agrees_with_serde_json_on_what_json_is() {
    for text in [
        "0",
        "-1.5e3",
        "[]",
        "{}",
        "[1,2]",
        "\"\\u00e9\\ud83d\\ude00\\n\"",
        "01",
        "1.",
        ".5",
        "+1",
        "[1,]",
        "{\"a\"}",
        "{a:1}",
        "'a'",
        "nul",
        "truee",
        "\"\\x\"",
        "\"\t\"",
        "[1 2]",
        "{\"a\":1,}",
        "1 2",
        "--1",
        "-",
        "1e",
        "\u{feff}1",
    ] {
        let ours = parse(text);
        let theirs: Result<serde_json::Value, _> = serde_json::from_str(text);
        assert_eq!(ours.is_ok(), theirs.is_ok(), "{text:?}");
        if let (Ok(Value::Text(ours)), Ok(serde_json::Value::String(theirs))) = (ours, theirs) {
            assert_eq!(ours, theirs);
        }
    }
}

#[test]
fn a_key_that_occurs_twice_is_placed() {
    assert_eq!(malformed("{\"a\": 1,\n \"b\": 2, \"a\": 3}"), ("duplicate_key", 2, 10));
    assert_eq!(malformed(r#"{"a": 1, "\u0061": 1}"#), ("duplicate_key", 1, 10));
}

#[test]
fn a_text_that_breaks_off_says_where() {
    for text in [
        "[1,",
        "{\"a\"",
        "{\"a\": \"b",
        "{\"a\": tr",
        "[\"\\u00",
        "{\"a\": -",
        "[",
    ] {
        let column = text.len() as u64 + 1;
        assert_eq!(parse(text), Err(ImportError::Truncated { line: 1, column }), "{text:?}");
    }
}

#[test]
fn bare_words_for_numbers_are_refused_as_such() {
    assert_eq!(malformed("[NaN]").0, "not_a_number");
    assert_eq!(malformed("[-Infinity]").0, "not_a_number");
}

#[test]
fn depth_is_bounded_without_overflowing_the_stack() {
    assert!(parse(&format!("{}{}", "[".repeat(128), "]".repeat(128))).is_ok());
    assert_eq!(malformed(&"[".repeat(3_000_000)).0, "too_deep");
    assert_eq!(malformed(&"{\"a\":".repeat(3000)).0, "too_deep");
}

#[test]
fn a_file_of_very_many_values_is_refused_before_it_fills_the_memory() {
    let refused = parse(&format!("[{}0]", "0,".repeat(3_000_000)));
    assert_eq!(
        refused,
        Err(ImportError::TooMany {
            what: "values",
            limit: 2_000_000
        })
    );
}

#[test]
fn half_a_surrogate_pair_becomes_a_replacement_character() {
    assert_eq!(
        parse(r#""\ud83dx\ude00""#).unwrap(),
        Value::Text("\u{fffd}x\u{fffd}".into())
    );
}

#[test]
fn an_excerpt_is_short() {
    let value = parse(r#"{"a": [1, null, true], "b": "x\ny"}"#).unwrap();
    assert_eq!(value.excerpt(100), r#"{a: [1, null, true], b: "x\ny"}"#);
    assert_eq!(value.excerpt(5), "{a: […");
}
