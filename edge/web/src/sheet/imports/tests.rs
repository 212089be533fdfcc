//! Every word an import can say has a sentence, and every number shown is the report's.

#![allow(clippy::unwrap_used, reason = "a test that cannot build its own input has failed")]

use super::*;
use crate::sheet::testing::voice;
use ebb_core::diary::Diary;
use ebb_core::fold::fold;
use ebb_exchange::import::row::AnswerKind;
use ebb_exchange::import::{Answers, Zones, plan, read, vocabulary};
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};

/// What no sentence holds: shown only where a word fell through to its plain letters.
const PLAIN: &str = "§";
/// After the last of the shared diaries ends.
const NOW: Timestamp = Timestamp::constant(1_795_219_200, 0);

fn worded(list: &[&str], say: impl Fn(&str) -> String) {
    for word in list {
        let said = say(word);
        assert!(!said.contains(PLAIN), "{word:?} has no sentence");
        assert!(!said.contains('_'), "{word:?} is not worded: {said}");
    }
}

#[test]
fn every_word_an_import_can_say_has_a_sentence() {
    let words = voice().words;
    worded(vocabulary::HELD, |word| words.import_held(word, PLAIN));
    worded(vocabulary::SKIPPED, |word| words.import_skipped(word, PLAIN));
    worded(vocabulary::KNOWN, |word| words.import_known(word, PLAIN));
    worded(vocabulary::WARNINGS, |word| words.import_note(word, PLAIN));
    worded(vocabulary::SECRETS, |word| {
        words.import_secret(&word.replace(' ', "-"), PLAIN)
    });
    worded(vocabulary::NOT_DIARIES, |word| words.err_import_not_a_diary(word));
    worded(vocabulary::TOO_MANY, |word| words.err_import_too_many(word, PLAIN));
    worded(vocabulary::COLUMNS, |word| {
        words.import_column_word(if word == "-" { "none" } else { word }, PLAIN)
    });
    worded(&["new", "duplicate", "changed", "held", "skipped"], |word| {
        words.import_outcome(word, PLAIN)
    });
    let parts = Found::default().parts();
    worded(&parts.map(|(what, _)| what), |word| words.import_holds(word, 2, PLAIN));
}

#[test]
fn every_question_and_every_answer_has_words() {
    let words = voice().words;
    for (kind, answers) in vocabulary::QUESTIONS {
        let asked = words.import_question(kind, "Name", PLAIN);
        assert!(asked.ends_with('?') && !asked.contains(PLAIN), "{kind}: {asked}");
        assert!(
            words.import_why(kind).ends_with('.'),
            "{kind} does not say why it is asked"
        );
        for answer in *answers {
            let said = words.import_answer(&format!("{kind}-{answer}"), PLAIN);
            assert!(!said.contains(PLAIN), "the answer {answer:?} to {kind:?} has no words");
        }
    }
    for kind in questions::PRODUCTS {
        assert!(
            !words.import_answer(&format!("product-{kind}"), PLAIN).contains(PLAIN),
            "{kind}"
        );
    }
}

#[test]
fn an_unknown_word_is_shown_in_plain_letters() {
    let words = voice().words;
    assert_eq!(said::held(&words, "some_new_reason"), "some new reason");
    assert_eq!(said::question(&words, "some_new_question:X"), "some new question:X");
    assert_eq!(said::answer(&words, "zero", "some_new_answer"), "some new answer");
    assert_eq!(said::answer_hint(&words, "zero", "some_new_answer"), "");
    assert_eq!(said::section(&words, "some_key"), "some key");
}

/// The folder of the made-up diaries; without it the tests that need it say so.
#[expect(clippy::print_stdout, reason = "a skipped test must say so")]
fn shared(test: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("EBB_SHARED")
        .map_or(beside, PathBuf::from)
        .join("diaries");
    if shared.is_dir() {
        return Some(shared);
    }
    println!("skipped: {test}: the shared diaries are not beside the repository (set EBB_SHARED)");
    None
}

/// Every made-up file of every kind, with its name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else if !["truth.json", "EXPECTED.json", "README.md"].contains(&name.as_str()) {
            files.push((name, std::fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}

fn report_of(name: &str, bytes: &[u8], diary: &Diary) -> Option<Report> {
    let answers = Answers::default();
    let reading = read(Some(name), bytes, &answers, &Zones::home(TimeZone::UTC), NOW).ok()?;
    Some(Report::of(&plan(&reading, diary, &answers, Some(name))))
}

#[test]
fn the_numbers_of_a_preview_are_the_reports() {
    let Some(folder) = shared("the_numbers_of_a_preview_are_the_reports") else {
        return;
    };
    let (voice, diary) = (voice(), fold(&[]));
    let mut n_files = 0;
    for (name, bytes) in files(&folder) {
        let Some(report) = report_of(&name, &bytes, &diary) else {
            continue;
        };
        n_files += 1;
        let shown = preview(&voice, &name, &report, &ZoneGiven::default());
        let counts: Vec<String> = shown.counts.iter().map(|count| count.count.replace(',', "")).collect();
        let mut expected = vec![report.new, report.duplicate];
        expected.extend((report.changed > 0).then_some(report.changed));
        expected.extend([report.held, report.skipped]);
        let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
        assert_eq!(counts, expected, "{name}");
        assert_eq!(
            shown.action.is_some(),
            report.new + report.changed + report.held > 0,
            "{name}"
        );
        assert_eq!(shown.questions.len(), report.questions.len(), "{name}");
        if let (Some(said), Some([_, _, most])) = (&shown.grams, report.found.grams_per_day) {
            let most = voice.numbers.exact((most * 100.0).round() / 100.0);
            let said = said.plain();
            assert!(said.contains(&format!("most {most} g")), "{name}: {said}");
        }
        for (what, n) in report.found.parts().into_iter().filter(|(_, n)| *n > 0) {
            let held = shown.holds.iter().any(|line| line.starts_with(&n.to_string()));
            assert!(held, "{name}: {n} {what} are not among {:?}", shown.holds);
        }
    }
    assert!(n_files > 30, "only {n_files} files were read");
}

#[test]
fn every_question_of_the_shared_files_can_be_answered_by_a_field() {
    let Some(folder) = shared("every_question_of_the_shared_files_can_be_answered_by_a_field") else {
        return;
    };
    let (voice, diary) = (voice(), fold(&[]));
    let mut kinds = std::collections::BTreeSet::new();
    for (name, bytes) in files(&folder) {
        let Some(report) = report_of(&name, &bytes, &diary) else {
            continue;
        };
        let zone = ZoneGiven { home: "UTC".to_owned() };
        let shown = preview(&voice, &name, &report, &zone);
        for (question, asked) in report.questions.iter().zip(&shown.questions) {
            kinds.insert(said::kind_and_name(&question.id).0.to_owned());
            assert!(asked.asks.ends_with('?'), "{name}: {}", asked.asks);
            match (&question.answers, &asked.field) {
                (AnswerKind::OneOf(_), AnswerField::Choice(choices)) => {
                    let chosen = choices.iter().filter(|choice| choice.is_chosen).count();
                    let careful = choices.iter().filter(|choice| choice.is_careful).count();
                    assert_eq!((chosen, careful), (1, 1), "{name}: {}", question.id);
                }
                (AnswerKind::Product, AnswerField::Product(field)) => {
                    assert_eq!(
                        field.choices.iter().filter(|choice| choice.is_chosen).count(),
                        1,
                        "{}",
                        question.id
                    );
                }
                (AnswerKind::Columns(seen), AnswerField::Columns { columns, .. }) => {
                    assert_eq!(seen.len(), columns.len());
                    assert!(columns.iter().all(|column| !column.name.is_empty()));
                }
                (AnswerKind::Number(_), AnswerField::Number(field)) => assert!(!field.unit.contains('/')),
                (AnswerKind::Zone, AnswerField::Zone { home, .. }) => assert_eq!(home, "UTC"),
                (answers, field) => panic!("{name}: {answers:?} is asked as {field:?}"),
            }
        }
    }
    assert!(kinds.len() > 12, "only {kinds:?} were asked");
}

#[test]
fn a_file_that_is_no_diary_gets_a_calm_answer() {
    let Some(folder) = shared("a_file_that_is_no_diary_gets_a_calm_answer") else {
        return;
    };
    let words = voice().words;
    let mut n_refused = 0;
    for (name, bytes) in files(&folder.join("traps")) {
        let read = read(
            Some(&name),
            &bytes,
            &Answers::default(),
            &Zones::home(TimeZone::UTC),
            NOW,
        );
        let Err(error) = read else { continue };
        n_refused += 1;
        let problem = crate::sheet::import_problem(&error, &words);
        for sentence in [&problem.what, &problem.advice] {
            assert!(sentence.ends_with('.') && !sentence.contains('_'), "{name}: {sentence}");
        }
        assert!(
            problem.advice.contains("Nothing was changed"),
            "{name}: {}",
            problem.advice
        );
    }
    assert!(n_refused > 8, "only {n_refused} files were refused");
}

#[test]
fn a_secret_that_was_dropped_is_named_by_its_kind_and_never_shown() {
    let file = br#"{"exportedAt":"2026-04-27T00:40:12.551Z","appVersion":"1.3.0",
        "unhookd_recovery_code":"WREN-OAK-77","unhookd_fcm_token":"tok-9",
        "unhookd_intakes_2026-03-25":[{"id":"a","amount":1.4,"timestamp":"2026-03-25T02:30:06.785Z"}]}"#;
    let report = report_of("unhookd.json", file, &fold(&[])).unwrap();
    let shown = preview(&voice(), "unhookd.json", &report, &ZoneGiven::default());
    let secrets = shown.secrets.clone().unwrap();
    assert!(
        secrets.contains("a recovery code") && secrets.contains("tokens"),
        "{secrets}"
    );
    let everything = serde_json::to_string(&shown).unwrap();
    assert!(!everything.contains("WREN-OAK-77") && !everything.contains("tok-9"));
}
