//! Help: every sign sends somewhere and says on what grounds, every line is whole and marked, in any country and in none.

use std::collections::BTreeSet;

use ebb_evidence::{self as evidence, ELSEWHERE, Service};
use ebb_present::help::{Urgency, countries, helplines, red_flags};
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::screen;
use ebb_present::words::{Surface, Words};

use crate::golden;

fn words() -> Words {
    Words::new(Language::English, Surface::Terminal)
}

fn numbers() -> Numbers {
    Numbers::new(Language::English, HourStyle::TwentyFour)
}

#[test]
fn every_sign_of_the_tables_is_worded_in_their_order() {
    let worded: Vec<(&str, Urgency)> = red_flags(&words()).iter().map(|flag| (flag.id, flag.act)).collect();
    let known: Vec<(&str, Urgency)> = evidence::red_flags().iter().map(|flag| (flag.id, flag.act)).collect();
    assert_eq!(worded, known);
}

#[test]
fn every_sign_says_what_to_do_how_soon_and_on_what_grounds() {
    for flag in red_flags(&words()) {
        for text in [
            &flag.sign,
            &flag.why,
            &flag.what_to_do,
            &flag.act_said,
            &flag.source.to_owned(),
            &flag.grounds,
        ] {
            assert!(text.contains(' ') && !text.contains("help-"), "{}: {text}", flag.id);
        }
        assert!(!flag.population.is_empty());
        // What to do agrees with how soon: a sign that needs an ambulance says where to call, the others name who to ask.
        let said = flag.what_to_do.to_lowercase();
        match flag.act {
            Urgency::Emergency => assert!(said.contains("emergency number"), "{}: {said}", flag.id),
            Urgency::DoctorToday => assert!(said.contains("doctor") && said.contains("today"), "{}: {said}", flag.id),
            Urgency::DoctorSoon => assert!(
                said.contains("doctor") && !said.contains("today"),
                "{}: {said}",
                flag.id
            ),
        }
    }
}

#[test]
fn a_sign_that_names_a_line_knows_whose_line_it_is() {
    let named = [
        ("crisis line", Service::Crisis),
        ("poison line", Service::Poison),
        ("advice line", Service::Advice),
    ];
    for flag in red_flags(&words()) {
        let found = named.iter().find(|(name, _)| flag.what_to_do.contains(name));
        assert_eq!(flag.calls, found.map(|(_, service)| *service), "{}", flag.id);
    }
}

#[test]
fn every_line_has_a_country_a_link_and_the_words_not_verified() {
    let offered: BTreeSet<&str> = countries(&words()).iter().map(|(code, _)| *code).collect();
    let known: BTreeSet<&str> = evidence::helplines().iter().map(|line| line.country).collect();
    assert_eq!(offered, known, "places with a name, and places with lines");
    let mut n_lines = 0;
    for (code, name) in countries(&words()) {
        let place = helplines(&words(), &numbers(), code);
        assert_eq!((place.code, &place.name), (code, &name));
        assert_eq!(place.lines[0].service, Service::Emergency, "{code}");
        for line in &place.lines {
            assert_eq!(line.checked, "not verified", "{code} {}", line.name);
            let (scheme, digits) = line.link.split_once(':').unwrap();
            assert_eq!(scheme == "sms", line.reach.starts_with("text"), "{code} {}", line.name);
            assert_eq!(digits, line.number.replace(' ', ""), "{code} {}", line.name);
            n_lines += 1;
        }
    }
    assert_eq!(n_lines, evidence::helplines().len());
}

#[test]
fn a_place_without_lines_gets_the_words_for_every_other_place() {
    for code in ["XX", "", "us", ELSEWHERE] {
        let place = helplines(&words(), &numbers(), code);
        assert_eq!(place.code, ELSEWHERE);
        assert!(place.notice.contains("your local emergency number"), "{}", place.notice);
        assert_eq!(place.lines.len(), 1);
    }
    assert!(helplines(&words(), &numbers(), "US").notice.contains("Verify them"));
}

#[test]
fn places_stand_by_name_and_every_other_place_last() {
    let places = countries(&words());
    assert_eq!(places[0], ("AU", "Australia".to_owned()));
    assert_eq!(places.last().map(|(code, _)| *code), Some(ELSEWHERE));
    assert_eq!(places[places.len() - 2].0, "EU");
    assert!(places[..places.len() - 2].is_sorted_by_key(|(_, name)| name.clone()));
}

#[test]
fn hours_are_read_on_the_clock_the_person_chose() {
    let ireland = helplines(&words(), &Numbers::new(Language::English, HourStyle::Twelve), "IE");
    let said: Vec<&str> = ireland.lines.iter().map(|line| line.hours.as_str()).collect();
    assert!(said.contains(&"Monday to Friday 9:30 am to 5:30 pm"), "{said:?}");
    let france = helplines(&words(), &numbers(), "FR");
    assert!(france.lines.iter().any(|line| line.hours == "daily 08:00 to 02:00"));
}

#[test]
fn the_screens_of_help_are_as_they_were() {
    let screens = [("gb", "GB", 80), ("elsewhere", "XX", 48)];
    let results = screens.map(|(name, country, columns)| {
        let text = screen::help::help(&words(), &numbers(), country, columns);
        for line in text.lines() {
            assert!(line.chars().count() <= columns && !line.ends_with(' '), "{line:?}");
        }
        golden::check(&format!("help-{name}.txt"), &text)
    });
    golden::all_good(results.into());
}

#[test]
fn the_lines_stand_before_the_signs_and_the_ambulance_before_everything() {
    for (code, _) in countries(&words()) {
        let text = screen::help::help(&words(), &numbers(), code, 80);
        let ambulance = text.find(evidence::helplines_in(code)[0].number).unwrap();
        let signs = text.find(&words().help_signs_title()).unwrap();
        assert!(ambulance < signs, "{code}");
    }
}
