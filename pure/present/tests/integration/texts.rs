//! Hostile notes come out as text, wherever they are shown.

use ebb_present::text;
use proptest::prelude::*;

use crate::shared_files;

fn hostile_notes() -> Option<Vec<String>> {
    let bytes = shared_files::read("diaries/traps/html_script.json")?;
    let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let ingestions = file["experiences"][0]["ingestions"].as_array().unwrap();
    let notes: Vec<String> = ingestions
        .iter()
        .filter_map(|row| row["notes"].as_str().map(str::to_owned))
        .collect();
    assert!(notes.len() >= 12, "the file of hostile notes has lost its notes");
    Some(notes)
}

fn commands_a_screen(shown: &str) -> bool {
    shown.chars().any(|character| {
        character.is_control()
            || matches!(character, '\u{200b}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

#[test]
fn hostile_notes_print_as_harmless_single_lines() {
    let Some(notes) = hostile_notes() else { return };
    for note in notes {
        let shown = text::for_terminal(&note);
        assert!(!commands_a_screen(&shown), "still commands: {shown:?}");
    }
}

#[test]
fn hostile_notes_hold_no_markup_in_html_or_svg() {
    let Some(notes) = hostile_notes() else { return };
    for note in notes {
        for shown in [text::for_html(&note), text::for_svg(&note)] {
            assert!(!shown.contains(['<', '>', '"', '\'', '`']), "markup left: {shown:?}");
            assert!(!commands_a_screen(&shown), "still commands: {shown:?}");
        }
    }
}

#[test]
fn the_words_of_a_hostile_note_stay_readable() {
    let cases = [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("\u{202e}gnp.exe\u{202c}", "<U+202E>gnp.exe<U+202C>"),
        ("zero\u{200b}width\u{200d}\u{feff}", "zero<U+200B>width<U+200D><U+FEFF>"),
        ("\u{1b}[31mred\u{1b}[0m \u{7}", "<U+001B>[31mred<U+001B>[0m <U+0007>"),
        ("'; DROP TABLE doses; --", "'; DROP TABLE doses; --"),
        ("one\r\ntwo\rthree\u{2028}four", "one two three four"),
    ];
    for (written, shown) in cases {
        assert_eq!(text::for_terminal(written), shown);
    }
    assert_eq!(
        text::for_html("<img src=x onerror=alert(1)>"),
        "&lt;img src=x onerror=alert(1)&gt;"
    );
    assert_eq!(text::for_html("a\nb"), "a\nb");
    assert_eq!(text::for_svg("a\nb"), "a b");
}

#[test]
fn a_tower_of_accents_is_cut_and_counted() {
    let tower = format!("a{}b", "\u{301}".repeat(60));
    assert_eq!(
        text::for_terminal(&tower),
        format!("a{}<+56 marks>b", "\u{301}".repeat(4))
    );
    assert_eq!(text::for_terminal("Vie\u{302}\u{323}t"), "Vie\u{302}\u{323}t");
}

#[test]
fn families_and_persian_keep_their_joiners() {
    for written in ["👨\u{200d}👩\u{200d}👧", "می\u{200c}خواهم", "שלום", "día", "❤\u{fe0f}"] {
        assert_eq!(text::for_terminal(written), written);
    }
}

#[test]
fn lines_of_a_note_stay_apart() {
    assert_eq!(
        text::for_terminal_lines("one\r\ntwo\n\u{1b}three"),
        ["one", "two", "<U+001B>three"]
    );
}

#[test]
fn formulas_from_the_shared_file_become_text() {
    let Some(bytes) = shared_files::read("diaries/traps/formula.csv") else {
        return;
    };
    let file = String::from_utf8(bytes).unwrap();
    let formulas = [
        "=cmd|' /C calc'!A0",
        "+SUM(1;1)",
        "-2+3",
        "@SUM(A1)",
        "=1+1",
        "@leaf",
        "=2.5",
    ];
    for formula in formulas {
        assert!(file.contains(formula), "{formula} is no longer in the shared file");
        assert_eq!(text::for_csv(formula), format!("'{formula}"));
    }
    for formula in ["\t=HYPERLINK(\"x\")", "\rx", "\nx", "  =1", "'=1", "＝1"] {
        assert_eq!(text::for_csv(formula), format!("'{formula}"));
    }
    for plain in ["leaf", "", "2 - 3", "'tis late", "a=b"] {
        assert_eq!(text::for_csv(plain), plain);
    }
}

#[test]
fn direction_isolates_of_our_own_words_stay_on_pages_and_only_in_pairs() {
    assert_eq!(
        text::for_html("Last dose \u{2068}now\u{2069}"),
        "Last dose \u{2068}now\u{2069}"
    );
    assert_eq!(text::for_svg("Last dose \u{2068}now\u{2069}"), "Last dose now");
    assert_eq!(text::for_html("\u{2069}\u{2068}"), "&lt;U+2069&gt;&lt;U+2068&gt;");
    assert_eq!(
        text::for_html("a\u{2068}\nb\u{2069}"),
        "a&lt;U+2068&gt;\nb&lt;U+2069&gt;"
    );
    assert_eq!(text::for_terminal("\u{2068}now\u{2069}"), "<U+2068>now<U+2069>");
}

#[test]
fn a_long_note_is_cut_with_a_sign() {
    assert_eq!(text::shorten("a long evening", 7), "a long…");
    assert_eq!(text::shorten("short", 5), "short");
    assert_eq!(text::shorten("x", 0), "");
}

proptest! {
    #[test]
    fn whatever_is_written_comes_out_harmless(written in any::<String>()) {
        prop_assert!(!commands_a_screen(&text::for_terminal(&written)));
        let html = text::for_html(&written);
        prop_assert!(!html.contains(['<', '>', '"', '\'']));
        let kept_on_purpose = ['\n', '\u{2068}', '\u{2069}'];
        prop_assert!(!commands_a_screen(&html.replace(kept_on_purpose, "")));
    }

    #[test]
    fn a_csv_cell_always_comes_back_as_it_was(written in "['=+@ \t\ra-]{0,6}") {
        let cell = text::for_csv(&written);
        prop_assert_eq!(text::from_csv(&cell), written);
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
    }
}
