//! Learn: every figure is the row it claims to be, every page can be read at three in the morning.

use std::collections::BTreeSet;

use ebb_evidence::{self as evidence, Cited, Grade, Kind, Standing};
use ebb_present::learn::{CurveKind, Fact, Page, contents, curve_said, figure, page, pages};
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::screen;
use ebb_present::words::{Surface, Words};

use crate::golden;

/// Words a tired person reads in two minutes.
const WORDS_A_PAGE: usize = 420;
/// Words of the longest sentence, and of the usual one.
const WORDS_A_SENTENCE: usize = 30;
const WORDS_A_SENTENCE_ON_AVERAGE: f64 = 13.0;

fn words() -> Words {
    Words::new(Language::English, Surface::Terminal)
}

fn numbers() -> Numbers {
    Numbers::new(Language::English, HourStyle::TwentyFour)
}

fn all() -> Vec<Page> {
    pages(&words(), &numbers())
}

fn facts() -> Vec<(&'static str, Fact)> {
    let of = |page: Page| {
        let facts = page.sections.into_iter().flat_map(|section| section.facts);
        facts.map(move |fact| (page.slug, fact)).collect::<Vec<_>>()
    };
    all().into_iter().flat_map(of).collect()
}

/// Names that hold digits and no figure.
fn without_names(text: &str) -> String {
    ["7-OH", "7-hydroxymitragynine"]
        .iter()
        .fold(text.to_owned(), |text, name| text.replace(name, ""))
}

fn numbers_in(text: &str) -> Vec<f64> {
    let text = without_names(text).replace(',', "");
    let parts = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    parts.filter_map(|part| part.trim_matches('.').parse().ok()).collect()
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits()
}

/// The step between two numbers of two digits around this one: how far rounding may have moved it.
fn step(number: f64) -> f64 {
    10f64.powf(number.abs().log10().floor() - 1.0)
}

#[test]
fn every_number_of_a_fact_is_its_row() {
    let mut n_rows = 0;
    for (slug, fact) in facts() {
        let said = numbers_in(&fact.text);
        let Some(cited) = fact.cited else {
            assert!(said.is_empty(), "{slug}: {}", fact.text);
            continue;
        };
        let of_row: Vec<f64> = match (cited.kind, cited.range) {
            (Kind::Range, Some((low, high))) => vec![low, high],
            (_, Some((low, high))) => vec![cited.value, low, high],
            (_, None) => vec![cited.value],
        };
        // A scale named in the sentence is a number too, and a row of its own.
        let scale = evidence::cited::WITHDRAWAL_SCALE_SIXTEEN_GREATEST.value;
        let said: Vec<f64> = match fact.text.contains("On a scale to 64") {
            true => said.into_iter().filter(|number| !same(*number, scale)).collect(),
            false => said,
        };
        assert_eq!(said.len(), of_row.len(), "{slug}: {} is {cited:?}", fact.text);
        let precision = cited.range.map_or(0.0, |(_, high)| step(high));
        for (position, (said, row)) in said.iter().zip(&of_row).enumerate() {
            let is_end = cited.kind == Kind::Range || position > 0;
            let reach = if is_end { precision } else { step(*row) };
            // A whole number is written as it is.
            let reach = if !is_end && row.fract() == 0.0 { 0.0 } else { reach };
            assert!(
                (said - row).abs() <= reach,
                "{slug}: {} says {said} for {row}",
                fact.text
            );
        }
        // The ends of a range may only be rounded outwards.
        if let (Some((low, high)), [.., said_low, said_high]) = (cited.range, said.as_slice()) {
            assert!(*said_low <= low && *said_high >= high, "{slug}: {}", fact.text);
        }
        let is_exact = same(said[0], of_row[0]) || cited.kind == Kind::Range;
        assert!(is_exact || fact.text.contains("about "), "{slug}: {}", fact.text);
        n_rows += 1;
    }
    assert!(n_rows >= 30, "{n_rows}");
}

#[test]
fn a_fact_carries_the_source_grade_and_population_of_its_row() {
    for (slug, fact) in facts() {
        let source = evidence::source(fact.source_id).unwrap_or_else(|| panic!("{slug}: no source {}", fact.source_id));
        assert_eq!(fact.source, source.citation, "{slug}");
        match fact.cited {
            Some(row) => {
                assert_eq!(evidence::value(row.id), Some(row), "{slug}");
                assert_eq!(
                    (fact.source_id, fact.grade, fact.population),
                    (row.source, row.grade, row.population)
                );
            }
            None => assert_eq!(
                (fact.grade, fact.population),
                (source.grade, source.population),
                "{slug}"
            ),
        }
        assert!(!fact.population.is_empty() && !fact.grounds.is_empty(), "{slug}");
    }
}

#[test]
fn what_is_only_remembered_says_so_and_never_stands_as_seen() {
    let remembered: Vec<_> = facts().into_iter().filter(|(_, fact)| fact.grade == Grade::M).collect();
    assert!(!remembered.is_empty(), "there is one, or this test proves nothing");
    for (slug, fact) in remembered {
        assert!(fact.grounds.contains("not verified"), "{slug}: {}", fact.grounds);
        assert_eq!(fact.cited.map(Cited::standing), Some(Standing::Unverified), "{slug}");
    }
}

#[test]
fn a_limit_is_said_as_a_limit() {
    for (slug, fact) in facts() {
        let text = fact.text.to_lowercase();
        match fact.cited.map(|row| row.kind) {
            Some(Kind::Upper) => assert!(
                text.contains("at most") || text.contains("at the latest"),
                "{slug}: {text}"
            ),
            Some(Kind::Lower) => assert!(
                text.contains("more than") || text.contains("at least"),
                "{slug}: {text}"
            ),
            _ => assert!(
                !text.starts_with("at most") && !text.starts_with("more than"),
                "{slug}: {text}"
            ),
        }
    }
}

#[test]
fn text_outside_the_facts_holds_no_figure() {
    for page in all() {
        let mut texts = vec![page.title, page.lead];
        for section in page.sections {
            texts.push(section.heading);
            texts.extend(section.paragraphs);
        }
        for text in texts {
            assert!(numbers_in(&text).is_empty(), "{}: {text}", page.slug);
        }
    }
}

#[test]
fn a_figure_has_its_unit_in_words() {
    for (slug, fact) in facts() {
        let Some(row) = fact.cited else { continue };
        let written = figure(&words(), &numbers(), row);
        assert!(fact.text.contains(&written), "{slug}: {}", fact.text);
        let unit = match row.unit {
            "h" => "hours",
            "d" => "days",
            "s" => "seconds",
            "min" => "minutes",
            "%" => "%",
            "mg" => "mg",
            "mg/g" => "mg per gram",
            "points" => "points",
            "-" => "",
            other => panic!("{slug}: no page writes {other} yet"),
        };
        assert!(written.contains(unit), "{slug}: {written}");
    }
}

#[test]
fn every_page_is_found_by_its_slug_and_none_by_another() {
    let slugs: Vec<&str> = contents(&words()).iter().map(|(slug, _)| *slug).collect();
    assert_eq!(slugs.iter().collect::<BTreeSet<_>>().len(), slugs.len());
    assert_eq!(
        slugs,
        [
            "how-kratom-works",
            "tolerance",
            "dependence-and-addiction",
            "withdrawal",
            "leaf-extract-and-7-oh",
            "mixing",
            "cutting-down-and-stopping",
            "self-care",
            "drug-tests",
            "what-the-numbers-mean",
            "what-ebb-is-not",
        ]
    );
    for (page_, (slug, title)) in all().into_iter().zip(contents(&words())) {
        assert_eq!((page_.slug, &page_.title), (slug, &title));
        assert_eq!(page(&words(), &numbers(), slug), Some(page_));
    }
    assert_eq!(page(&words(), &numbers(), "dosing"), None);
}

#[test]
fn each_of_the_persons_own_pictures_has_one_place() {
    let curves: Vec<(&str, CurveKind)> = all()
        .iter()
        .flat_map(|page| {
            page.sections
                .iter()
                .filter_map(|section| Some((page.slug, section.curve?)))
        })
        .collect();
    assert_eq!(
        curves,
        [
            ("how-kratom-works", CurveKind::Level),
            ("tolerance", CurveKind::Tolerance),
            ("withdrawal", CurveKind::Withdrawal),
        ]
    );
    for (_, curve) in curves {
        assert!(curve_said(&words(), curve).contains("our "));
    }
}

#[test]
fn a_page_is_read_in_two_minutes_and_in_short_sentences() {
    for page in all() {
        let mut texts = vec![page.lead.clone()];
        for section in &page.sections {
            texts.extend(section.paragraphs.iter().cloned());
            texts.extend(section.facts.iter().map(|fact| fact.text.clone()));
        }
        let n_words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
        assert!(n_words <= WORDS_A_PAGE, "{}: {n_words} words", page.slug);
        let sentences: Vec<usize> = texts
            .iter()
            .flat_map(|text| text.split_inclusive(['.', '?', ':', ';']))
            .map(|sentence| sentence.split_whitespace().count())
            .filter(|n| *n > 0)
            .collect();
        let longest = sentences.iter().max().copied().unwrap_or(0);
        assert!(
            longest <= WORDS_A_SENTENCE,
            "{}: a sentence of {longest} words",
            page.slug
        );
        let average = n_words as f64 / sentences.len() as f64;
        assert!(
            average <= WORDS_A_SENTENCE_ON_AVERAGE,
            "{}: {average:.1} words a sentence",
            page.slug
        );
    }
}

#[test]
fn no_page_names_an_amount_to_take_or_a_way_to_pass_a_test() {
    let unwanted = [
        "you should take",
        "take less than",
        "start with",
        "pass the test",
        "to pass a",
        "flush",
        "detox",
        "dose of",
    ];
    for page in all() {
        let text = screen::learn::page(&words(), &page, 80).to_lowercase();
        for phrase in unwanted {
            assert!(!text.contains(phrase), "{}: {phrase}", page.slug);
        }
        // Grams appear only as the strength of a product; an amount in grams could be read as advice.
        assert!(
            !text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "grams"),
            "{}",
            page.slug
        );
    }
}

/// What a message says before its first variable.
fn beginning(text: &str) -> &str {
    text.split('{').next().unwrap_or_default().trim_end()
}

#[test]
fn every_text_written_for_a_page_or_a_sign_stands_on_one() {
    let mut shown: Vec<String> = all()
        .iter()
        .map(|page| screen::learn::page(&words(), page, 10_000))
        .collect();
    let flags = ebb_present::help::red_flags(&words());
    shown.extend(
        flags
            .iter()
            .map(|flag| format!("{}\n{}\n{}", flag.sign, flag.why, flag.what_to_do)),
    );
    let shown = shown.join("\n");
    let mut n_texts = 0;
    for line in ebb_present::words::source(Language::English).lines() {
        let Some((key, text)) = line.split_once(" = ") else {
            continue;
        };
        let parts: Vec<&str> = key.split('-').collect();
        let is_of_a_page = matches!(parts[..], ["learn", "fact", ..]) || (parts[0] == "learn" && parts.len() >= 4);
        let is_of_a_sign = matches!(parts[..], ["help", "sign" | "why" | "do", _, ..]);
        if (is_of_a_page || is_of_a_sign) && !beginning(text).is_empty() {
            assert!(shown.contains(beginning(text)), "nothing shows {key}");
            n_texts += 1;
        }
    }
    assert!(n_texts > 150, "{n_texts}");
}

#[test]
fn the_pages_are_as_they_were() {
    let mut results = vec![golden::check("learn-list.txt", &screen::learn::list(&words()))];
    for page in all() {
        let text = screen::learn::page(&words(), &page, 80);
        for line in text.lines() {
            assert!(line.chars().count() <= 80 && !line.ends_with(' '), "{line:?}");
        }
        results.push(golden::check(&format!("learn-{}.txt", page.slug), &text));
    }
    golden::all_good(results);
}
