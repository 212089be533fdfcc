//! The preview and the outcome of an import, as text. The words are those of `ebb_present::imports`, shared with the app.

use crate::term;
use ebb_exchange::import::row::AnswerKind;
use ebb_exchange::import::{Question, Report};
use ebb_present::imports;
use ebb_present::text::{for_terminal, shorten};
use ebb_present::words::Words;
use std::collections::BTreeMap;

/// What would happen, before anything does.
pub(super) fn preview(report: &Report) -> String {
    let (words, numbers) = (term::words(), term::numbers());
    let found = &report.found;
    let mut text = format!("{}\n", words.import_found(&for_terminal(&report.format_name)));
    if let (Some(first), Some(last)) = (found.first_day, found.last_day) {
        let span = words.import_span(&numbers.date_full(first), &numbers.date_full(last));
        text.push_str(&format!("  {span}\n"));
    }
    if let Some(grams) = found.grams_per_day {
        let [least, middle, most] = grams.map(|grams| numbers.amount_exact(Some(round2(grams)), "g"));
        let said = words.import_grams(&least, &middle, &most);
        text.push_str(&format!("  {said} {}\n", words.import_grams_ask()));
    }
    text.push('\n');
    counts(report, &mut text);
    if !report.new_products.is_empty() {
        let names: Vec<String> = report.new_products.iter().map(|n| for_terminal(n)).collect();
        text.push_str(&format!("  {}\n", words.import_products(&names.join(", "))));
    }
    for (what, (n, places)) in &report.warnings {
        let note = imports::note(&words, what, &numbers.count(*n as u64), places);
        text.push_str(&format!("  {}\n", for_terminal(&note)));
    }
    let open: Vec<&Question> = report.questions.iter().filter(|q| q.given.is_none()).collect();
    if !open.is_empty() {
        text.push_str("\nLeft open (without an answer the careful one in brackets holds):\n");
        for question in open {
            text.push_str(&format!("{}\n", self::question(question)));
        }
    }
    text
}

/// What happened.
pub(super) fn done(report: &Report, is_anything: bool) -> String {
    let words = term::words();
    if !is_anything {
        let is_empty = report.duplicate + report.held + report.skipped == 0;
        return if is_empty {
            words.import_nothing()
        } else {
            words.import_nothing_new()
        };
    }
    let mut text = format!("{}.\n\n", words.import_added(report.new as u64));
    counts(report, &mut text);
    text.push('\n');
    text.push_str(&words.import_undo("ebb undo"));
    text.push('\n');
    text.push_str(&if report.secrets_dropped.is_empty() {
        words.import_file_open()
    } else {
        words.import_file_secrets(&imports::secrets(&words, &report.secrets_dropped))
    });
    text.push('\n');
    text
}

/// One question, how to answer it by flag, and what the words of the answers mean.
pub(super) fn question(question: &Question) -> String {
    let words = term::words();
    let how = match &question.answers {
        AnswerKind::OneOf(answers) => answers.join(" | "),
        AnswerKind::Number(unit) => format!("a number ({unit}) or unknown"),
        AnswerKind::Zone => "a zone such as Europe/Berlin".to_owned(),
        AnswerKind::Columns(_) => "what each column is, such as date,time,amount,note,-".to_owned(),
        AnswerKind::Product => "leaf | extract:112.5mg | 7oh:15mg | other | not_mine".to_owned(),
    };
    let examples = question
        .examples
        .iter()
        .take(3)
        .map(|e| shorten(&for_terminal(e), 24))
        .collect::<Vec<_>>()
        .join("  ");
    let examples = if examples.is_empty() {
        String::new()
    } else {
        format!("   e.g. {examples}")
    };
    format!(
        "  {}\n    {} [{}]  {how}   ({} rows){examples}{}",
        imports::question(&words, &question.id),
        for_terminal(&question.id),
        for_terminal(&question.careful),
        question.n_rows,
        meanings(&words, question)
    )
}

/// What each word of an answer means, one a line.
fn meanings(words: &Words, question: &Question) -> String {
    let AnswerKind::OneOf(answers) = &question.answers else {
        return String::new();
    };
    let line = |answer: &&str| format!("\n      {answer}: {}", imports::answer(words, &question.id, answer));
    answers.iter().map(line).collect()
}

fn counts(report: &Report, text: &mut String) {
    let (words, numbers) = (term::words(), term::numbers());
    let line = |what: &str, n: usize, reasons: &BTreeMap<&'static str, usize>, say: &dyn Fn(&str) -> String| {
        let why: Vec<String> = reasons.iter().map(|(why, n)| format!("{n} {}", say(why))).collect();
        let why = if why.is_empty() {
            String::new()
        } else {
            format!("   ({})", why.join(", "))
        };
        let name = imports::outcome(&words, what);
        format!("  {name:<28}{:>7}{why}\n", numbers.count(n as u64))
    };
    let none = BTreeMap::new();
    let silent = |_: &str| String::new();
    text.push_str(&line("new", report.new, &none, &silent));
    text.push_str(&line(
        "duplicate",
        report.duplicate,
        &report.duplicate_reasons,
        &|why| imports::known(&words, why),
    ));
    if report.changed > 0 {
        text.push_str(&line("changed", report.changed, &none, &silent));
    }
    text.push_str(&line("held", report.held, &report.held_reasons, &|why| {
        imports::held(&words, why)
    }));
    text.push_str(&line("skipped", report.skipped, &report.skipped_reasons, &|why| {
        imports::skipped(&words, why)
    }));
    let parts: Vec<String> = report
        .found
        .parts()
        .into_iter()
        .filter_map(|(what, n)| imports::holds(&words, what, n))
        .collect();
    text.push_str(&format!("  in the file: {}\n", parts.join(", ")));
    for (section, n) in &report.not_taken {
        text.push_str(&format!("  not taken: {} ({n})\n", imports::section(&words, section)));
    }
}

fn round2(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
