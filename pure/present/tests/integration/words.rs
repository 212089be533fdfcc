//! The files of words and the functions that say them hold the same messages.

use std::collections::{BTreeMap, BTreeSet};

use ebb_present::number::Language;
use ebb_present::words::{self, Surface, Words, messages};
use fluent_syntax::ast;

const LANGUAGES: [Language; 1] = [Language::English];

fn variables_of_pattern<'a>(pattern: &ast::Pattern<&'a str>, found: &mut BTreeSet<&'a str>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            variables_of_expression(expression, found);
        }
    }
}

fn variables_of_expression<'a>(expression: &ast::Expression<&'a str>, found: &mut BTreeSet<&'a str>) {
    match expression {
        ast::Expression::Inline(inline) => variables_of_inline(inline, found),
        ast::Expression::Select { selector, variants } => {
            variables_of_inline(selector, found);
            for variant in variants {
                variables_of_pattern(&variant.value, found);
            }
        }
    }
}

fn variables_of_inline<'a>(inline: &ast::InlineExpression<&'a str>, found: &mut BTreeSet<&'a str>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            found.insert(id.name);
        }
        ast::InlineExpression::Placeable { expression } => variables_of_expression(expression, found),
        _ => {}
    }
}

/// Key → variables, read from a file with the parser's own grammar; a line it cannot read fails the test.
fn messages_in_file(language: Language) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let resource = fluent_syntax::parser::parse(words::source(language)).unwrap_or_else(|(_, faults)| {
        panic!("the {} file has faults: {faults:?}", language.tag());
    });
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        if let ast::Entry::Message(message) = entry {
            let mut found = BTreeSet::new();
            variables_of_pattern(message.value.as_ref().unwrap(), &mut found);
            // Filled in for every message.
            found.remove(words::SURFACE);
            let key = message.id.name;
            assert!(
                messages.insert(key, found).is_none(),
                "{key} stands twice in the {} file",
                language.tag()
            );
        }
    }
    messages
}

#[test]
fn every_key_has_a_function_and_every_function_a_key_with_the_same_variables() {
    let in_code: BTreeMap<String, BTreeSet<&str>> = messages()
        .map(|message| (message.key(), message.variables.iter().copied().collect()))
        .collect();
    assert_eq!(in_code.len(), messages().count(), "two functions have one name");
    for language in LANGUAGES {
        let in_file: BTreeMap<String, BTreeSet<&str>> = messages_in_file(language)
            .into_iter()
            .map(|(key, variables)| (key.to_owned(), variables))
            .collect();
        assert_eq!(
            in_code,
            in_file,
            "code (left) and the {} file (right) differ",
            language.tag()
        );
    }
}

#[test]
fn every_error_says_what_to_do() {
    for language in LANGUAGES {
        let keys: BTreeSet<&str> = messages_in_file(language).into_keys().collect();
        for key in &keys {
            if let Some(rest) = key.strip_prefix("err-") {
                assert!(
                    keys.contains(format!("rec-{rest}").as_str()),
                    "{key} does not say what to do"
                );
            }
            if let Some(rest) = key.strip_prefix("rec-") {
                assert!(keys.contains(format!("err-{rest}").as_str()), "{key} answers no error");
            }
        }
    }
}

#[test]
fn no_message_shames_cheers_or_shouts() {
    let unwanted = [
        "fail",
        "relapse",
        "addict",
        "abuse",
        "clean",
        "congrat",
        "great job",
        "well done",
        "!",
        "sorry",
    ];
    for language in LANGUAGES {
        for line in words::source(language).lines().filter(|line| !line.starts_with('#')) {
            // A key is for us alone.
            let said = line.split_once(" = ").map_or(line, |(_, said)| said);
            let lower = said.to_lowercase();
            // The name of a state may stand; a name for a person may not.
            let lower = lower.replace("addiction", "");
            for word in unwanted {
                assert!(!lower.contains(word), "\"{word}\" in: {line}");
            }
        }
    }
}

#[test]
fn no_message_sells_names_a_brand_or_a_price() {
    let unwanted = [
        "buy",
        "vendor",
        "discount",
        "premium",
        "cheap",
        "brand",
        "sponsor",
        "strain",
        "per cent off",
    ];
    let marks = ['™', '®', '©', '€', '£', '¥'];
    for language in LANGUAGES {
        for line in words::source(language).lines().filter(|line| !line.starts_with('#')) {
            let said = line.split_once(" = ").map_or(line, |(_, said)| said).to_lowercase();
            let mut spoken = said.split(|c: char| !c.is_alphanumeric());
            assert!(!spoken.any(|word| unwanted.contains(&word)), "{line}");
            assert!(
                !said.contains(marks) && !said.replace("{ $", "").contains('$'),
                "{line}"
            );
            assert!(!said.contains("http") && !said.contains("www."), "{line}");
        }
    }
}

#[test]
fn no_sentence_is_longer_than_a_tired_person_reads() {
    for language in LANGUAGES {
        for line in words::source(language).lines().filter(|line| !line.starts_with('#')) {
            let said = line.split_once(" = ").map_or(line, |(_, said)| said);
            for sentence in said.split_inclusive(['.', ':', ';', '?']) {
                let n_words = sentence.split_whitespace().count();
                assert!(n_words <= 30, "{n_words} words: {line}");
            }
        }
    }
}

#[test]
fn words_bend_with_the_number() {
    let words = Words::new(Language::English, Surface::Terminal);
    assert_eq!(words.import_added(1), "1 entry added");
    assert_eq!(words.import_added(2), "2 entries added");
    assert_eq!(
        words.import_without_amount(0),
        "0 doses came without an amount and are kept as unknown"
    );
    assert_eq!(words.forecast_learned(1), "Learned from 1 report of yours.");
}

#[test]
fn a_terminal_gets_no_direction_marks_and_a_page_does() {
    let terminal = Words::new(Language::English, Surface::Terminal);
    let page = Words::new(Language::English, Surface::Page);
    assert_eq!(
        terminal.today_last_dose("20 min ago", "2.25 g"),
        "Last dose 20 min ago: 2.25 g"
    );
    assert_eq!(
        page.today_last_dose("20 min ago", "2.25 g"),
        "Last dose \u{2068}20 min ago\u{2069}: \u{2068}2.25 g\u{2069}"
    );
}

#[test]
fn an_error_and_its_advice_read_as_a_pair() {
    let words = Words::new(Language::English, Surface::Terminal);
    assert!(words.err_wrong_passphrase().contains("passphrase"));
    assert!(words.rec_wrong_passphrase().contains("try again"));
    assert_eq!(words.rec_vault_missing("ebb init"), "Start one with: ebb init");
}

/// What a message can say on one surface: all its text, every variant of a count among it.
fn text_on(pattern: &ast::Pattern<&str>, surface: &str) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => text.push_str(value),
            ast::PatternElement::Placeable { expression } => text.push_str(&text_of_expression(expression, surface)),
        }
    }
    text
}

fn text_of_expression(expression: &ast::Expression<&str>, surface: &str) -> String {
    let ast::Expression::Select { selector, variants } = expression else {
        return String::new();
    };
    let asks_surface = matches!(selector, ast::InlineExpression::VariableReference { id } if id.name == words::SURFACE);
    let is_for = |variant: &&ast::Variant<&str>| {
        let name = match &variant.key {
            ast::VariantKey::Identifier { name } | ast::VariantKey::NumberLiteral { value: name } => *name,
        };
        !asks_surface || name == surface
    };
    variants
        .iter()
        .filter(is_for)
        .map(|variant| text_on(&variant.value, surface))
        .collect()
}

fn asks_surface(pattern: &ast::Pattern<&str>) -> bool {
    let mut found = BTreeSet::new();
    variables_of_pattern(pattern, &mut found);
    found.contains(words::SURFACE)
}

#[test]
fn a_command_stands_in_a_terminal_and_never_on_a_page() {
    let names_command = |text: &str| {
        ["ebb ", "ebb:", "--", "EBB_"].iter().any(|sign| {
            text.match_indices(sign)
                .any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
        })
    };
    for language in LANGUAGES {
        let resource = fluent_syntax::parser::parse(words::source(language)).unwrap_or_else(|(resource, _)| resource);
        let mut n_commands = 0;
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let pattern = message.value.as_ref().unwrap();
            let key = message.id.name;
            let (page, terminal) = (text_on(pattern, "page"), text_on(pattern, "terminal"));
            assert!(!names_command(&page), "{key} on a page: {page}");
            n_commands += usize::from(names_command(&terminal));
            if asks_surface(pattern) {
                assert_ne!(page, terminal, "{key} says the same on both");
                assert!(!page.trim().is_empty() && !terminal.trim().is_empty(), "{key}");
            }
        }
        assert!(n_commands >= 9, "{n_commands}");
    }
}

#[test]
fn a_message_with_two_forms_is_said_in_the_one_of_its_surface() {
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    let terminal = Words::new(Language::English, Surface::Terminal);
    let page = Words::new(Language::English, Surface::Page);
    assert_eq!(terminal.undo_hint(), "ebb undo takes it back");
    assert_eq!(plain(page.undo_hint()), "Undo takes it back");
    assert!(terminal.no_forecast_gap("6 days").ends_with("with: ebb log none"));
    assert_eq!(
        plain(page.no_forecast_gap("6 days")),
        "Nothing was logged for 6 days. Ebb cannot tell a break from a gap: log a dose, or say of a day in History that \
         you took none."
    );
    assert_eq!(
        plain(page.held_waiting(2)),
        "2 imported rows wait for your eye before they count. History shows them."
    );
}
