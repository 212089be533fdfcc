//! The stored form: what is written can be read, what is not known is kept, what is broken is refused without a word of
//! its content.

use crate::strategies::{entry, event, nth_id};
use ebb_core::entry::{Entry, Hlc};
use ebb_core::event::{Event, v1};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_entry_that_is_written_can_be_read(entry in entry(3)) {
        let text = v1::write(&entry);
        let again = v1::read(&text).unwrap();
        prop_assert_eq!(&again, &entry);
        prop_assert_eq!(v1::write(&again), text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,80}") {
        let _ = v1::read(&text);
    }

    #[test]
    fn an_entry_cut_or_changed_anywhere_is_read_or_refused(
        event in event(), at in any::<prop::sample::Index>(), with in any::<Option<char>>()
    ) {
        let entry = Entry { id: nth_id(1), clock: Hlc(1, 0), origin: None, event };
        let text = v1::write(&entry);
        let places: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
        let place = *at.get(&places);
        let damaged = match with {
            Some(c) => format!("{}{c}{}", &text[..place], &text[place + text[place..].chars().next().unwrap().len_utf8()..]),
            None => text[..place].to_owned(),
        };
        if let Ok(read) = v1::read(&damaged) {
            prop_assert_eq!(v1::read(&v1::write(&read)).unwrap(), read);
        }
    }
}

const HEAD: &str = r#""id":"018bcfe5-6800-7001-8101-010101010101","clock":[1700000000000,2]"#;

fn refusal(text: &str) -> String {
    v1::read(text).unwrap_err().to_string()
}

#[test]
fn an_unknown_kind_is_kept_byte_for_byte() {
    let text = format!("{{ {HEAD},\"kind\":\"dream\" , \"v\":1,\n\"body\":{{\"x\":1.50,\"y\":[1e3]}},\"more\":{{}} }}");
    let entry = v1::read(&text).unwrap();
    assert_eq!(v1::kind(&entry.event), "dream");
    assert_eq!(entry.clock, Hlc(1_700_000_000_000, 2));
    assert_eq!(v1::write(&entry), text);
}

#[test]
fn an_unknown_version_is_kept_byte_for_byte_whatever_it_holds() {
    for rest in [
        r#""kind":"dose","body":{"when":12}"#,
        r#""kind":"dose","what":[]"#,
        r#""kind":"dose","body":"text","origin":{"row":7}"#,
        r#""kind":"retraction","body":null"#,
    ] {
        let text = format!("{{\"v\":2,{HEAD},{rest}}}");
        let entry = v1::read(&text).unwrap();
        assert!(matches!(&entry.event, Event::Unknown(u) if u.raw == text), "{rest}");
        assert_eq!(entry.origin, None);
        assert_eq!(v1::write(&entry), text);
    }
}

#[test]
fn an_unknown_version_keeps_an_origin_of_the_known_shape() {
    let id = nth_id(4);
    let text = format!(r#"{{"v":7,{HEAD},"kind":"k","origin":{{"batch":"{id}","key":"a","print":"b","new":1}}}}"#);
    assert_eq!(v1::read(&text).unwrap().origin.unwrap().batch, id);
}

/// They do not survive a rewriting by this program. They stay in the stored record, which is never rewritten.
#[test]
fn unknown_fields_of_a_known_kind_are_read_over() {
    let when = "2026-02-03T18:00:00+01:00[Europe/Berlin]";
    let plain =
        format!(r#"{{"v":1,{HEAD},"kind":"dose","body":{{"when":"{when}","amount":{{"value":2.5,"unit":"gram"}}}}}}"#);
    let newer = format!(
        r#"{{"v":1,"signed":true,{HEAD},"kind":"dose","body":{{"when":"{when}","taste":["bitter",{{"x":null}}],"amount":{{"value":2.5,"shade":1,"unit":"gram"}}}},"origin":null}}"#
    );
    let read = v1::read(&newer).unwrap();
    assert_eq!(read, v1::read(&plain).unwrap());
    assert_eq!(v1::write(&read), plain);
}

#[test]
fn malformed_text_is_refused_with_its_place_and_without_its_content() {
    for (text, part) in [
        (String::new(), "envelope"),
        ("secret".to_owned(), "envelope"),
        ("[1,2,3]".to_owned(), "envelope"),
        (format!(r#"{{{HEAD},"kind":"dose","body":{{}}}}"#), "envelope"),
        (
            r#"{"v":1,"id":"secret","clock":[1,2],"kind":"dose","body":{}}"#.to_owned(),
            "envelope",
        ),
        (
            format!(r#"{{"v":1,{HEAD},{HEAD},"kind":"dose","body":{{}}}}"#),
            "envelope",
        ),
        (
            format!(r#"{{"v":1,{HEAD},"kind":"note","body":{{"text":"secret"}}}}"#),
            "body",
        ),
        (format!(r#"{{"v":1,{HEAD},"kind":"note"}}"#), "body"),
        (
            format!(r#"{{"v":1,{HEAD},"kind":"retraction","body":{{"target":"secret"}}}}"#),
            "body",
        ),
        (
            format!(
                r#"{{"v":1,{HEAD},"kind":"dose","body":{{"when":"2026-02-03T18:00:00+01:00[Europe/Berlin]","route":"secret"}}}}"#
            ),
            "body",
        ),
        (
            format!(r#"{{"v":1,{HEAD},"kind":"dose","body":{{"when":"secret 2.5 g"}}}}"#),
            "body",
        ),
        (
            format!(r#"{{"v":1,{HEAD},"kind":"settings","body":{{}},"origin":{{"batch":"secret"}}}}"#),
            "origin",
        ),
    ] {
        let said = refusal(&text);
        assert!(said.starts_with(&format!("not an entry: {part} at byte ")), "{said}");
        assert!(!said.contains("secret") && !said.contains("2.5"), "{said}");
    }
}

#[test]
fn the_place_of_a_mistake_is_counted_from_the_beginning_of_the_text() {
    let before = format!("{{\"v\":1,{HEAD},\"kind\":\"note\",\n\"body\":{{\n\"when\":");
    let text = format!("{before}5,\"text\":\"x\"}}}}");
    let place: usize = refusal(&text).rsplit(' ').next().unwrap().parse().unwrap();
    assert!(
        (before.len()..=before.len() + 2).contains(&place),
        "{place} for {}",
        before.len()
    );
}

#[test]
fn numbers_too_large_for_json_are_refused() {
    let body = r#""when":"2026-02-03T18:00:00+01:00[Europe/Berlin]","over_min":1e999"#;
    assert!(v1::read(&format!(r#"{{"v":1,{HEAD},"kind":"dose","body":{{{body}}}}}"#)).is_err());
}

#[test]
fn deep_nesting_is_refused_and_does_not_overflow() {
    let deep = "[".repeat(100_000);
    assert!(v1::read(&deep).is_err());
    assert!(v1::read(&format!(r#"{{"v":1,{HEAD},"kind":"dose","body":{deep}"#)).is_err());
}
