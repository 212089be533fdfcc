//! The preview and the outcome of an import, as text.

use crate::term;
use ebb_exchange::import::row::AnswerKind;
use ebb_exchange::import::{Question, Report};
use ebb_present::text::{for_terminal, shorten};
use std::collections::BTreeMap;

/// What would happen, before anything does.
pub(super) fn preview(report: &Report) -> String {
    let numbers = term::numbers();
    let found = &report.found;
    let mut text = format!("{}\n", term::words().import_found(&for_terminal(&report.format_name)));
    if let (Some(first), Some(last)) = (found.first_day, found.last_day) {
        text.push_str(&format!(
            "  {} to {}\n",
            numbers.date_full(first),
            numbers.date_full(last)
        ));
    }
    if let Some([min, median, max]) = found.grams_per_day {
        text.push_str(&format!(
            "  grams a day: least {}, middle {}, most {} (is the unit right?)\n",
            numbers.exact(round2(min)),
            numbers.exact(round2(median)),
            numbers.exact(round2(max))
        ));
    }
    text.push('\n');
    counts(report, &mut text);
    if !report.new_products.is_empty() {
        let names: Vec<String> = report.new_products.iter().map(|n| for_terminal(n)).collect();
        text.push_str(&format!("  new products: {}\n", names.join(", ")));
    }
    for (what, (n, places)) in &report.warnings {
        text.push_str(&format!(
            "  note: {} ({n}x, {})\n",
            plain(what),
            shorten(&for_terminal(&places.join(", ")), 60)
        ));
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
    if report.secrets_dropped.is_empty() {
        text.push_str("The file itself is not encrypted: delete it when you no longer need it.\n");
    } else {
        text.push_str(&format!(
            "The file holds secrets ({}), which were not kept: delete it.\n",
            report.secrets_dropped.join(", ")
        ));
    }
    text
}

/// One question with how to answer it by flag.
pub(super) fn question(question: &Question) -> String {
    let how = match &question.answers {
        AnswerKind::OneOf(words) => words.join(" | "),
        AnswerKind::Number(unit) => format!("a number ({unit}) or unknown"),
        AnswerKind::Zone => "a zone such as Europe/Berlin".to_owned(),
        AnswerKind::Columns => "what each column is, such as date,time,amount,note,-".to_owned(),
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
        "  {} [{}]  {how}   ({} rows){examples}",
        for_terminal(&question.id),
        for_terminal(&question.careful),
        question.n_rows
    )
}

fn counts(report: &Report, text: &mut String) {
    let numbers = term::numbers();
    let line = |name: &str, n: usize, reasons: &BTreeMap<&'static str, usize>| {
        let why: Vec<String> = reasons.iter().map(|(why, n)| format!("{n} {}", plain(why))).collect();
        let why = if why.is_empty() {
            String::new()
        } else {
            format!("   ({})", why.join(", "))
        };
        format!("  {name:<22}{:>7}{why}\n", numbers.count(n as u64))
    };
    let none = BTreeMap::new();
    text.push_str(&line("new", report.new, &none));
    text.push_str(&line("already there", report.duplicate, &report.duplicate_reasons));
    if report.changed > 0 {
        text.push_str(&line("changed at the source", report.changed, &none));
    }
    text.push_str(&line("held for review", report.held, &report.held_reasons));
    text.push_str(&line("left out", report.skipped, &report.skipped_reasons));
    let found = &report.found;
    let mut parts = vec![format!("{} doses", found.doses_known + found.doses_unknown_amount)];
    for (n, what) in [
        (found.doses_unknown_amount, "of unknown amount"),
        (found.check_ins, "check-ins"),
        (found.ratings, "ratings"),
        (found.notes, "notes"),
        (found.cravings, "cravings"),
        (found.day_totals, "day totals"),
        (found.true_zero_days, "days without"),
        (found.other_substances.values().sum(), "of other substances"),
        (found.twins, "possible double taps, kept"),
        (found.near, "close to a dose of another app, kept"),
        (found.repeats, "repeats, kept"),
    ] {
        if n > 0 {
            parts.push(format!("{n} {what}"));
        }
    }
    text.push_str(&format!("  in the file: {}\n", parts.join(", ")));
    for (section, n) in &report.not_taken {
        text.push_str(&format!("  not taken: {} ({n})\n", for_terminal(&plain(section))));
    }
}

fn plain(word: &str) -> String {
    word.replace('_', " ")
}

fn round2(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
